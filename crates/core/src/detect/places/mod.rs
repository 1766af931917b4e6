//! Secrets known by where they stand: URLs, PEM blocks, command lines, positional files, lone keys in base64.

mod calls;
mod commands;
mod curlrc;
mod dialogues;
mod keys;
mod lines;
mod marked;
mod pem;
mod positions;
mod standard_input;
mod urls;

use crate::detect::names::{Said, Strength};
pub(in crate::detect) use calls::calls;
pub(in crate::detect) use commands::{COMMANDS, commands};
pub(in crate::detect) use curlrc::curlrc;
pub(in crate::detect) use dialogues::dialogues;
pub(in crate::detect) use keys::{aws_pairs, lone_keys};
pub(in crate::detect) use lines::{digests, positional};
pub(in crate::detect) use marked::{marked, secret_members};
pub(in crate::detect) use pem::pem;
pub(in crate::detect) use standard_input::reads_secret;
pub(in crate::detect) use urls::{links, urls};

const SECRET: Said = Said { strength: Strength::Strong, kind: "PASSWORD" };

/// Every literal that these detectors look for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    calls::marks()
        .chain(curlrc::MARKS)
        .chain(dialogues::DIALOGUES)
        .chain(keys::MARKS)
        .chain(lines::MARKS)
        .chain(marked::marks())
        .chain(pem::MARKS)
        .chain(positions::MARKS)
        .chain(standard_input::marks())
        .chain(urls::marks())
}

//! What a command is given on its standard input: `echo x | docker login --password-stdin`.

use super::SECRET;
use crate::detect::marks::Marks;
use crate::detect::values::{self, Until};
use crate::detect::{Finder, assignments};

/// The literals that this file looks for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    READERS.into_iter().chain(TRACED)
}

/// What reads a secret from its standard input.
const READERS: [&str; 31] = [
    "zfs load-key",
    "password=/dev/stdin",
    "sudo -kS",
    "realm join",
    "sudo -k -S",
    "--password-stdin",
    "chpasswd",
    "--stdin",
    "sudo -S",
    "--data-file=-",
    "--data-file -",
    "| base64",
    "secret create",
    "secret set",
    "--passphrase-fd",
    "-pass stdin",
    "luksOpen",
    "luksFormat",
    "encrypt_string",
    "vault login -",
    "kinit ",
    "secret put",
    "secrets set",
    "secrets import",
    "env add",
    "pass insert",
    "op item create",
    "sops -e",
    "config set --secret",
    "create-secret",
    "put-secret-value",
];

/// Whether a command line, in lower case, reads a secret from what it is given.
pub(in crate::detect) fn reads_secret(command: &str) -> bool {
    READERS.iter().any(|mark| command.contains(&mark.trim_start_matches("| ").to_ascii_lowercase()))
        || ["passwd", "read -s", "kubeseal", "su -", "secret", "docker login", "password=-"]
            .iter()
            .any(|word| command.contains(word))
}

/// `echo x | docker login --password-stdin`, `echo 'user:x' | chpasswd`.
pub(super) fn standard_input(finder: &mut Finder<'_>, marks: &Marks) {
    for mark in READERS {
        let colon = mark == "chpasswd";
        for here in marks.place(mark) {
            let line = values::line_start(finder.bytes, here);
            let before = finder.text.get(line..here).unwrap_or("");
            let named = mark != "| base64" || before.len() < 200;
            let Some((echo, word)) = [
                "echo -n ",
                "echo -e ",
                "echo -ne ",
                "echo ",
                "printf '%s' ",
                "printf \"%s\" ",
                "printf %s ",
                "printf '%s\\n' ",
                "printf ",
            ]
            .iter()
            .find_map(|word| before.find(word).map(|at| (at, *word))) else {
                continue;
            };
            if !(mark.starts_with('|') || before.contains('|')) || !named {
                continue;
            }
            let start = line + echo + word.len();
            let value = match finder.bytes.get(start) {
                Some(b'"' | b'\'') => values::quoted(finder.bytes, start),
                _ => Some(values::unquoted(finder.bytes, start, Until::Blank)),
            };
            if let Some(mut value) = value {
                let body = finder.text.get(value.start..value.end).unwrap_or("");
                if colon {
                    value.start += body.find(':').map_or(0, |at| at + 1);
                }
                let body = finder.text.get(value.start..value.end).unwrap_or("");
                // Anything may be encoded; what is decoded is read by itself.
                let worth = mark != "| base64"
                    || values::is_password_like(body)
                    || ["secret", "passw", "token"].iter().any(|word| before.contains(word));
                if worth && !values::is_never_secret(body) {
                    finder.keep(value, "command-password", "PASSWORD", false);
                }
            }
        }
    }
}

/// What a shell traces of `echo 'x' | sudo -S y`: each command on a line of its own.
const TRACED: [&str; 2] = ["+ echo '", "+ printf '%s\\n' '"];

pub(super) fn traced(finder: &mut Finder<'_>, marks: &Marks) {
    for here in TRACED.iter().flat_map(|mark| marks.place(mark).map(move |at| at + mark.len() - 1)) {
        let Some(value) = values::quoted(finder.bytes, here) else { continue };
        let body = finder.text.get(value.start..value.end).unwrap_or("");
        let marks = body
            .bytes()
            .filter(|byte| byte.is_ascii_punctuation() && !matches!(byte, b'-' | b'.' | b'/' | b','))
            .count();
        if marks >= 2
            && !body.contains("://")
            && !body.contains('\n')
            && !body.split_once('=').is_some_and(|(name, _)| {
                name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            })
            && body.split(' ').count() <= 2
            && (values::is_password_like(body)
                || body.bytes().any(|byte| byte.is_ascii_uppercase())
                    && body.bytes().any(|byte| byte.is_ascii_lowercase())
                    && !body.contains(' '))
        {
            assignments::judge(finder, "password", SECRET, value);
        }
    }
}

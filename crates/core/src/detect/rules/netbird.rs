//! NetBird.

use super::Rule;
use super::check;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "netbird",
    placeholder: "NETBIRD_TOKEN",
    summary: "An access token of NetBird",
    reason: "It adds machines to the network and changes its rules.",
    source: "public samples, not verified",
    pattern: "nbp_[A-Za-z0-9]{36}",
    check: Some(check::crc32_in_base62),
    #[cfg(test)]
    cases: super::Cases {
        note: "Its last six characters are a checksum.",
        examples: &["NB_TOKEN=«nbp_⟨b62 30⟩⟨crc62⟩»"],
        counter_examples: &["tokens begin with nbp_"],
    },
    ..Rule::SECRET
}];

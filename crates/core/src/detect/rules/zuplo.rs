//! Zuplo.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "zuplo",
    placeholder: "ZUPLO_KEY",
    summary: "An API key of Zuplo",
    reason: "It calls an API as its consumer.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "zpka_[a-z0-9]{32}_[0-9a-f]{8}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The end is a checksum.",
        examples: &["key «zpka_⟨an 32⟩_⟨hex 8⟩»"],
        counter_examples: &["keys begin with zpka_"],
    },
    ..Rule::SECRET
}];

//! Hex.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "hexpm",
    placeholder: "HEX_KEY",
    summary: "The key of an organisation's packages",
    reason: "It downloads private packages.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: r"hex\.organization auth [a-z0-9_-]{1,40} --key ([0-9a-f]{32})",
    #[cfg(test)]
    cases: super::Cases {
        note: "A command of mix.",
        examples: &["mix hex.organization auth acme --key «⟨hex 32⟩»"],
        counter_examples: &["mix hex.organization auth acme --key KEY"],
    },
    ..Rule::SECRET
}];

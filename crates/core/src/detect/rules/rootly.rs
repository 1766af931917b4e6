//! Rootly.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "rootly",
    placeholder: "ROOTLY_KEY",
    summary: "An API key of Rootly",
    reason: "It reads and changes incidents.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "rootly_[0-9a-f]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Longer than a name.",
        examples: &["key «rootly_⟨hex 64⟩»"],
        counter_examples: &["the module rootly_team"],
    },
    ..Rule::SECRET
}];

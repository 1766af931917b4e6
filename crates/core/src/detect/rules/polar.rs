//! Polar.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "polar",
    placeholder: "POLAR_TOKEN",
    summary: "An access token of Polar",
    reason: "It reads and changes the organisation's shop.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "polar_(?:at|oat|pat|rt|whs|cst)_[A-Za-z0-9_-]{16,90}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The letters tell the kind.",
        examples: &["token «polar_oat_⟨b62 43⟩»"],
        counter_examples: &["the table polar_at_last"],
    },
    ..Rule::SECRET
}];

//! Pinterest.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "pinterest",
    placeholder: "PINTEREST_TOKEN",
    summary: "An access token of Pinterest",
    reason: "It acts as its user.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "pina_[A-Za-z0-9_-]{20,90}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["token «pina_⟨b62 64⟩»"],
        counter_examples: &["the name pina_colada"],
    },
    ..Rule::SECRET
}];

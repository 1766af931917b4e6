//! Groq.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "groq",
    placeholder: "GROQ_KEY",
    summary: "An API key of Groq",
    reason: "It calls models on its owner's bill.",
    source: "kingfisher 2.14.0, secretlint 12.0.0",
    pattern: "gsk_[A-Za-z0-9]{52}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["GROQ_API_KEY=«gsk_⟨b62 52⟩»"],
        counter_examples: &["keys begin with gsk_"],
    },
    ..Rule::SECRET
}];

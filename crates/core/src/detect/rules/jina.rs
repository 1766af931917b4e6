//! Jina AI.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "jina",
    placeholder: "JINA_KEY",
    summary: "An API key of Jina AI",
    reason: "It calls models on its owner's bill.",
    source: "public samples, not verified",
    pattern: "jina_[A-Za-z0-9_-]{50,70}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["JINA_API_KEY=«jina_⟨b64u 60⟩»"],
        counter_examples: &["keys begin with jina_"],
    },
    ..Rule::SECRET
}];

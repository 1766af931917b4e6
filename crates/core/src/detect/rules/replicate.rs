//! Replicate.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "replicate",
    placeholder: "REPLICATE_TOKEN",
    summary: "An API token of Replicate",
    reason: "It runs models on its owner's bill.",
    source: "kingfisher 2.14.0",
    pattern: "r8_[A-Za-z0-9]{37}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["REPLICATE_API_TOKEN=«r8_⟨b62 37⟩»"],
        counter_examples: &["tokens begin with r8_"],
    },
    ..Rule::SECRET
}];

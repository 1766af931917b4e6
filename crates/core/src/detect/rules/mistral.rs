//! Mistral.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "mistral",
    placeholder: "MISTRAL_KEY",
    summary: "An API key of Mistral",
    reason: "It calls models on its owner's bill.",
    source: "kingfisher 2.14.0",
    keywords: &["mistral"],
    pattern: "[A-Za-z0-9]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "32 letters and digits without the vendor's word before them can be anything.",
        examples: &["mistral api key: «⟨b62 32⟩»"],
        counter_examples: &["mistral weights digest ⟨hex 32⟩"],
    },
    ..Rule::SECRET
}];

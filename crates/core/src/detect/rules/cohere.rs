//! Cohere.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "cohere",
    placeholder: "COHERE_KEY",
    summary: "An API key of Cohere",
    reason: "It calls models on its owner's bill.",
    source: "gitleaks 8.30.1, kingfisher 2.14.0",
    keywords: &["cohere"],
    pattern: "[A-Za-z0-9]{40}",
    #[cfg(test)]
    cases: super::Cases {
        note: "40 letters and digits without the vendor's word before them can be anything.",
        examples: &["cohere api key: «⟨b62 40⟩»"],
        counter_examples: &["cohere model commit ⟨hex 40⟩"],
    },
    ..Rule::SECRET
}];

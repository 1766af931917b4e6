//! Linear.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "linear",
    placeholder: "LINEAR_KEY",
    summary: "An API key or token of Linear",
    reason: "It reads and changes issues as its owner.",
    source: "gitleaks 8.30.1",
    pattern: "lin_(?:api|oauth)_[A-Za-z0-9]{40,64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["LINEAR_API_KEY=«lin_api_⟨b62 52⟩»"],
        counter_examples: &["keys begin with lin_api_"],
    },
    ..Rule::SECRET
}];

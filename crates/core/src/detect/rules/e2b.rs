//! E2B.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "e2b",
    placeholder: "E2B_KEY",
    summary: "An API key of E2B",
    reason: "It runs code in sandboxes on its owner's bill.",
    source: "public samples, not verified",
    pattern: "e2b_[0-9a-f]{40}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["E2B_API_KEY=«e2b_⟨hex 40⟩»"],
        counter_examples: &["keys begin with e2b_"],
    },
    ..Rule::SECRET
}];

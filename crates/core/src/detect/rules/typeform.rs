//! Typeform.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "typeform",
    placeholder: "TYPEFORM_TOKEN",
    summary: "A token of Typeform",
    reason: "It reads answers and changes forms.",
    source: "gitleaks 8.30.1",
    pattern: "tfp_[A-Za-z0-9_.=-]{40,61}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["Authorization: Bearer «tfp_⟨b62 50⟩»"],
        counter_examples: &["tokens begin with tfp_"],
    },
    ..Rule::SECRET
}];

//! Sumo Logic.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "sumologic",
    placeholder: "SUMOLOGIC_KEY",
    summary: "An access key of Sumo Logic",
    reason: "With its access id it reads logs and changes the account.",
    source: "gitleaks 8.30.1",
    keywords: &["sumo"],
    pattern: "[A-Za-z0-9]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The access id beside it begins with su.",
        examples: &["sumo access key: «⟨b62 64⟩»"],
        counter_examples: &["sumo collector image sha256 ⟨hex 64⟩"],
    },
    ..Rule::SECRET
}];

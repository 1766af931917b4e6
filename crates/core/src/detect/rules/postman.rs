//! Postman.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "postman",
    placeholder: "POSTMAN_KEY",
    summary: "An API key of Postman",
    reason: "It reads and changes collections as its owner.",
    source: "gitleaks 8.30.1",
    pattern: "PMAK-[0-9a-fA-F]{24}-[0-9a-fA-F]{34}|PMAT-[A-Za-z0-9]{26}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The first long part names the key.",
        examples: &["X-Api-Key: «PMAK-⟨hex 24⟩-⟨hex 34⟩»"],
        counter_examples: &["keys begin with PMAK-"],
    },
    ..Rule::SECRET
}];

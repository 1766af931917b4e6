//! Airtable.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "airtable",
    placeholder: "AIRTABLE_TOKEN",
    summary: "A personal access token of Airtable",
    reason: "It reads and changes the bases that it was made for.",
    source: "gitleaks 8.30.1",
    pattern: r"pat[A-Za-z0-9]{14}\.[0-9a-f]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The part before the dot is the token's public id.",
        examples: &["AIRTABLE_TOKEN=«pat⟨b62 14⟩.⟨hex 64⟩»"],
        counter_examples: &["the id pat⟨b62 14⟩ was revoked"],
    },
    ..Rule::SECRET
}];

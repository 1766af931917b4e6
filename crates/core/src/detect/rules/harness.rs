//! Harness.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "harness-token",
    placeholder: "HARNESS_TOKEN",
    summary: "A token of Harness",
    reason: "It deploys as its user or service account.",
    source: "gitleaks 8.30.1, kingfisher 2.14.0",
    pattern: r"(?:pat|sat)\.[A-Za-z0-9_-]{22}\.[0-9A-Za-z]{24}\.[A-Za-z0-9]{20}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The first long part is the account's id.",
        examples: &["x-api-key: «pat.⟨b64u 22⟩.⟨hex 24⟩.⟨b62 20⟩»"],
        counter_examples: &["API keys begin with pat. or sat."],
    },
    ..Rule::SECRET
}];

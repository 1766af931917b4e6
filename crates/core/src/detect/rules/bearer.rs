//! HTTP Bearer.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "bearer",
    placeholder: "BEARER_TOKEN",
    summary: "A bearer token",
    reason: "Who has it can act as its owner.",
    source: "gitleaks 8.30.1",
    pattern: "Bearer ([A-Za-z0-9._~+/=-]{8,4096})",
    #[cfg(test)]
    cases: super::Cases {
        note: "A variable behind the word is a reference.",
        examples: &["Authorization: Bearer «⟨b62 40⟩»"],
        counter_examples: &["Authorization: Bearer $TOKEN", r#"WWW-Authenticate: Bearer realm="registry""#],
    },
    ..Rule::SECRET
}];

//! Plaid.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "plaid",
    placeholder: "PLAID_TOKEN",
    summary: "An access token of Plaid",
    reason: "It reads a customer's bank accounts.",
    source: "gitleaks 8.30.1",
    pattern: "access-(?:sandbox|development|production)-[0-9a-f-]{36}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Public tokens begin with public-.",
        examples: &["access_token: «access-production-⟨uuid⟩»"],
        counter_examples: &["public-sandbox-⟨uuid⟩ is exchanged once"],
    },
    ..Rule::SECRET
}];

//! Octopus Deploy.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "octopus",
    placeholder: "OCTOPUS_KEY",
    summary: "An API key of Octopus Deploy",
    reason: "It deploys as its user.",
    source: "gitleaks 8.30.1",
    pattern: "API-[A-Z0-9]{26,32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Words in capitals that begin with API- are shorter or hold hyphens.",
        examples: &["X-Octopus-ApiKey: «API-⟨AN 29⟩»"],
        counter_examples: &["the group API-GATEWAY-PRODUCTION is ready"],
    },
    ..Rule::SECRET
}];

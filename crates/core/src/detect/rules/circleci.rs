//! CircleCI.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "circleci",
    placeholder: "CIRCLECI_TOKEN",
    summary: "An API token of CircleCI",
    reason: "It starts jobs and reads their settings as its owner or project.",
    source: "kingfisher 2.14.0",
    pattern: "CCI(?:PAT|PRJ)_[A-Za-z0-9]{22}_[0-9a-f]{40}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Older tokens are 40 hexadecimal characters without a mark.",
        examples: &["Circle-Token: «CCIPAT_⟨b62 22⟩_⟨hex 40⟩»"],
        counter_examples: &["personal tokens begin with CCIPAT_"],
    },
    ..Rule::SECRET
}];

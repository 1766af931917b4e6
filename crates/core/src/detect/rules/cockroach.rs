//! CockroachDB Cloud.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "cockroach",
    placeholder: "COCKROACH_KEY",
    summary: "An API key of CockroachDB Cloud",
    reason: "It creates, changes and deletes clusters.",
    source: "public samples, not verified",
    pattern: "CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The first long part names the key.",
        examples: &["COCKROACH_API_KEY=«CCDB1_⟨b62 22⟩_⟨b62 40⟩»"],
        counter_examples: &["keys begin with CCDB1_"],
    },
    ..Rule::SECRET
}];

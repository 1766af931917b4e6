//! Honeycomb.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "honeycomb-key",
    placeholder: "HONEYCOMB_KEY",
    summary: "An ingest or management key of Honeycomb",
    reason: "It sends events, or changes the team's environments.",
    source: "public samples, not verified",
    pattern: "hc[abi][a-z0-9]{2}_[A-Za-z0-9]{58}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The first part is the key's id.",
        examples: &["x-honeycomb-team: «hca⟨an 2⟩_⟨b62 58⟩»"],
        counter_examples: &["ingest keys begin with hcaik_"],
    },
    ..Rule::SECRET
}];

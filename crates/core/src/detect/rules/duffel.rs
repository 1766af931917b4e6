//! Duffel.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "duffel",
    placeholder: "DUFFEL_TOKEN",
    summary: "An access token of Duffel",
    reason: "It books flights on the account's bill.",
    source: "public samples, not verified",
    pattern: "duffel_(?:live|test)_[A-Za-z0-9_-]{43}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The word behind the mark tells live from test.",
        examples: &["DUFFEL_ACCESS_TOKEN=«duffel_live_⟨b64u 43⟩»"],
        counter_examples: &["live tokens begin with duffel_live_"],
    },
    ..Rule::SECRET
}];

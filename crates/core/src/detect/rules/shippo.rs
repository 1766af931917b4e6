//! Shippo.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "shippo",
    placeholder: "SHIPPO_TOKEN",
    summary: "A token of Shippo",
    reason: "It buys shipping labels on the account's bill.",
    source: "public samples, not verified",
    pattern: "shippo_(?:live|test)_[0-9a-f]{40}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The word behind the mark tells live from test.",
        examples: &["Authorization: ShippoToken «shippo_live_⟨hex 40⟩»"],
        counter_examples: &["live tokens begin with shippo_live_"],
    },
    ..Rule::SECRET
}];

//! Exoscale.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "exoscale-id",
    placeholder: "EXOSCALE_KEY",
    summary: "An API key of Exoscale",
    reason: "It names the key, and with its secret gives access to the organisation.",
    source: "public samples, not verified",
    pattern: "EXO[0-9a-f]{24}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The secret beside it is found by its name.",
        examples: &["EXOSCALE_API_KEY=«EXO⟨hex 24⟩»"],
        counter_examples: &["the zone of EXO is ch-gva-2"],
    },
    ..Rule::SECRET
}];

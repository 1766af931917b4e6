//! Prefect.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "prefect",
    placeholder: "PREFECT_KEY",
    summary: "An API key of Prefect",
    reason: "It runs flows in the workspaces of its owner.",
    source: "public samples, not verified",
    pattern: "pn[ub]_[A-Za-z0-9]{36}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The letter behind pn tells whether it belongs to a user or a bot.",
        examples: &["PREFECT_API_KEY=«pnb_⟨b62 36⟩»"],
        counter_examples: &["user keys begin with pnu_"],
    },
    ..Rule::SECRET
}];

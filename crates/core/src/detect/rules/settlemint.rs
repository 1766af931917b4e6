//! SettleMint.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "settlemint",
    placeholder: "SETTLEMINT_TOKEN",
    summary: "An access token of SettleMint",
    reason: "It changes its owner's blockchain services.",
    source: "public samples, not verified",
    pattern: "sm_(?:aat|pat|sat)_[A-Za-z0-9]{16}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The letters behind sm_ tell which kind it is.",
        examples: &["SETTLEMINT_ACCESS_TOKEN=«sm_aat_⟨b62 16⟩»"],
        counter_examples: &["application tokens begin with sm_aat_"],
    },
    ..Rule::SECRET
}];

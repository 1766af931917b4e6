//! Fireworks AI.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "fireworks",
    placeholder: "FIREWORKS_KEY",
    summary: "An API key of Fireworks AI",
    reason: "It calls models on its owner's bill.",
    source: "public samples, not verified",
    pattern: "fw_[A-Za-z0-9]{22,24}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning hold further underscores.",
        examples: &["FIREWORKS_API_KEY=«fw_⟨b62 23⟩»"],
        counter_examples: &["the rule fw_allow_ssh_from_office is on"],
    },
    ..Rule::SECRET
}];

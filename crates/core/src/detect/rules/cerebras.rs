//! Cerebras.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "cerebras",
    placeholder: "CEREBRAS_KEY",
    summary: "An API key of Cerebras",
    reason: "It calls models on its owner's bill.",
    source: "public samples, not verified",
    pattern: "csk-[a-z0-9]{48}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["CEREBRAS_API_KEY=«csk-⟨an 48⟩»"],
        counter_examples: &["the package csk-tools is old"],
    },
    ..Rule::SECRET
}];

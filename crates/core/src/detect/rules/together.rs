//! Together AI.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "together",
    placeholder: "TOGETHER_KEY",
    summary: "An API key of Together AI",
    reason: "It calls models on its owner's bill.",
    source: "kingfisher 2.14.0",
    pattern: "tgp_v1_[A-Za-z0-9_-]{43}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Older keys are 64 hexadecimal characters without a mark.",
        examples: &["TOGETHER_API_KEY=«tgp_v1_⟨b64u 43⟩»"],
        counter_examples: &["keys begin with tgp_v1_"],
    },
    ..Rule::SECRET
}];

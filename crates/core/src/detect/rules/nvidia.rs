//! NVIDIA.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "nvidia",
    placeholder: "NVIDIA_KEY",
    summary: "An API key of NVIDIA",
    reason: "It calls models and pulls images as its owner.",
    source: "kingfisher 2.14.0",
    pattern: "nvapi-[A-Za-z0-9_-]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["NVIDIA_API_KEY=«nvapi-⟨b64u 64⟩»"],
        counter_examples: &["keys begin with nvapi-"],
    },
    ..Rule::SECRET
}];

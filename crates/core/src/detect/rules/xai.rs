//! xAI.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "xai",
    placeholder: "XAI_KEY",
    summary: "An API key of xAI",
    reason: "It calls models on its owner's bill.",
    source: "kingfisher 2.14.0",
    pattern: "xai-[A-Za-z0-9]{80}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["XAI_API_KEY=«xai-⟨b62 80⟩»"],
        counter_examples: &["the field xai-explain is on"],
    },
    ..Rule::SECRET
}];

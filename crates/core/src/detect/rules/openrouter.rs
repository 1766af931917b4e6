//! OpenRouter.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "openrouter",
    placeholder: "OPENROUTER_KEY",
    summary: "An API key of OpenRouter",
    reason: "It calls models on its owner's bill.",
    source: "kingfisher 2.14.0",
    pattern: "sk-or-v1-[0-9a-f]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The mark is followed by exactly 64 hexadecimal characters.",
        examples: &["OPENROUTER_API_KEY=«sk-or-v1-⟨hex 64⟩»"],
        counter_examples: &["keys begin with sk-or-v1-"],
    },
    ..Rule::SECRET
}];

//! DeepSeek.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "deepseek",
    placeholder: "DEEPSEEK_KEY",
    summary: "An API key of DeepSeek",
    reason: "It calls models on its owner's bill.",
    source: "public samples, not verified",
    keywords: &["deepseek"],
    pattern: "sk-[0-9a-f]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Other vendors use the same beginning.",
        examples: &["deepseek api key: «sk-⟨hex 32⟩»"],
        counter_examples: &["deepseek keys begin with sk-"],
    },
    ..Rule::SECRET
}];

//! Anthropic.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "anthropic",
    placeholder: "ANTHROPIC_KEY",
    summary: "An API key of Anthropic",
    reason: "It calls models on its owner's bill, or changes the organisation.",
    source: "gitleaks 8.30.1, kingfisher 2.14.0",
    pattern: "sk-ant-(?:api|admin|sid|oat)[0-9]{2}-[A-Za-z0-9_-]{80,120}(?:AA)?",
    #[cfg(test)]
    cases: super::Cases {
        note: "The two digits are the version of the form.",
        examples: &["ANTHROPIC_API_KEY=«sk-ant-api⟨dig 2⟩-⟨b64u 100⟩»"],
        counter_examples: &["keys begin with sk-ant-api03-"],
    },
    ..Rule::SECRET
}];

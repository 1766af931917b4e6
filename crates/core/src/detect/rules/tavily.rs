//! Tavily.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "tavily",
    placeholder: "TAVILY_KEY",
    summary: "An API key of Tavily",
    reason: "It searches on its owner's bill.",
    source: "public samples, not verified",
    pattern: "tvly-[A-Za-z0-9_-]{24,60}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["TAVILY_API_KEY=«tvly-⟨b64u 42⟩»"],
        counter_examples: &["keys begin with tvly-"],
    },
    ..Rule::SECRET
}];

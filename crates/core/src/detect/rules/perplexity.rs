//! Perplexity.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "perplexity",
    placeholder: "PERPLEXITY_KEY",
    summary: "An API key of Perplexity",
    reason: "It calls models on its owner's bill.",
    source: "gitleaks 8.30.1",
    pattern: "pplx-[A-Za-z0-9]{48}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["PERPLEXITY_API_KEY=«pplx-⟨b62 48⟩»"],
        counter_examples: &["keys begin with pplx-"],
    },
    ..Rule::SECRET
}];

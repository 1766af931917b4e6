//! Firecrawl.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "firecrawl",
    placeholder: "FIRECRAWL_KEY",
    summary: "An API key of Firecrawl",
    reason: "It reads pages on its owner's bill.",
    source: "public samples, not verified",
    pattern: "fc-[0-9a-f]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Host bus names such as fc-0 are shorter.",
        examples: &["FIRECRAWL_API_KEY=«fc-⟨hex 32⟩»"],
        counter_examples: &["the adapter fc-0 is up"],
    },
    ..Rule::SECRET
}];

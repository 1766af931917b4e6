//! Contentful.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "contentful",
    placeholder: "CONTENTFUL_TOKEN",
    summary: "A management token of Contentful",
    reason: "It reads and changes content as its owner.",
    source: "kingfisher 2.14.0",
    pattern: "CFPAT-[A-Za-z0-9_-]{43}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Delivery tokens have no mark.",
        examples: &["CONTENTFUL_MANAGEMENT_TOKEN=«CFPAT-⟨b64u 43⟩»"],
        counter_examples: &["tokens begin with CFPAT-"],
    },
    ..Rule::SECRET
}];

//! Apify.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "apify",
    placeholder: "APIFY_TOKEN",
    summary: "An API token of Apify",
    reason: "It runs actors and reads their data as its owner.",
    source: "public samples, not verified",
    pattern: "apify_api_[A-Za-z0-9]{30,40}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["APIFY_TOKEN=«apify_api_⟨b62 35⟩»"],
        counter_examples: &["tokens begin with apify_api_"],
    },
    ..Rule::SECRET
}];

//! Fastly.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "fastly",
    placeholder: "FASTLY_TOKEN",
    summary: "A token of Fastly",
    reason: "It changes services and their traffic.",
    source: "gitleaks 8.30.1",
    keywords: &["fastly"],
    pattern: "[A-Za-z0-9_-]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "32 characters without the vendor's word before them can be anything.",
        examples: &["Fastly-Key: «⟨b64u 32⟩»"],
        counter_examples: &["fastly service version 12 has no token"],
    },
    ..Rule::SECRET
}];

//! Algolia.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "algolia",
    placeholder: "ALGOLIA_KEY",
    summary: "An admin key of Algolia",
    reason: "It reads and changes every index of the application.",
    source: "gitleaks 8.30.1",
    keywords: &["algolia"],
    pattern: "[0-9a-f]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Keys for searching only are public; an MD5 has the same form.",
        examples: &["algolia admin api key: «⟨hex 32⟩»"],
        counter_examples: &["algolia index digest ⟨hex 32⟩"],
    },
    ..Rule::SECRET
}];

//! X (Twitter).

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "twitter-bearer",
    placeholder: "TWITTER_TOKEN",
    summary: "A bearer token of X",
    reason: "It reads as the application on its quota.",
    source: "gitleaks 8.30.1",
    pattern: "AAAAAAAAAAAAAAAAAAAA[A-Za-z0-9%]{80,110}",
    #[cfg(test)]
    cases: super::Cases {
        note: "A row of A alone is filling.",
        examples: &["Authorization: Bearer «AAAAAAAAAAAAAAAAAAAA⟨b62 95⟩»"],
        counter_examples: &["AAAAAAAAAAAAAAAAAAAAAAAA is filling"],
    },
    ..Rule::SECRET
}];

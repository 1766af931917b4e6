//! Clojars.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "clojars",
    placeholder: "CLOJARS_TOKEN",
    summary: "A deploy token of Clojars",
    reason: "It publishes new versions of its owner's libraries.",
    source: "gitleaks 8.30.1",
    pattern: "CLOJARS_[0-9a-z]{60}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names of environment variables with the same beginning are shorter.",
        examples: &["lein deploy with «CLOJARS_⟨an 60⟩»"],
        counter_examples: &["CLOJARS_USERNAME is set"],
    },
    ..Rule::SECRET
}];

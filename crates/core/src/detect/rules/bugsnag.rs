//! Bugsnag.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "bugsnag",
    placeholder: "BUGSNAG_KEY",
    summary: "An API key of Bugsnag",
    reason: "It sends errors in its project's name.",
    source: "kingfisher 2.14.0",
    keywords: &["bugsnag"],
    pattern: "[0-9a-f]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "An MD5 has the same form.",
        examples: &["bugsnag api key: «⟨hex 32⟩»"],
        counter_examples: &["bugsnag build digest ⟨hex 32⟩"],
    },
    ..Rule::SECRET
}];

//! Rollbar.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "rollbar",
    placeholder: "ROLLBAR_TOKEN",
    summary: "An access token of Rollbar",
    reason: "It sends or reads the errors of its project.",
    source: "kingfisher 2.14.0",
    keywords: &["rollbar"],
    pattern: "[0-9a-f]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "An MD5 has the same form.",
        examples: &["rollbar access token: «⟨hex 32⟩»"],
        counter_examples: &["rollbar item digest ⟨hex 32⟩"],
    },
    ..Rule::SECRET
}];

//! Heroku.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "heroku",
    placeholder: "HEROKU_KEY",
    summary: "An API key of Heroku",
    reason: "It changes and deploys its owner's apps and reads their settings.",
    source: "gitleaks 8.30.1",
    pattern: "HRKU-AA[A-Za-z0-9_-]{58}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Older keys are UUIDs, which only their name tells.",
        examples: &["HEROKU_API_KEY=«HRKU-AA⟨b64u 58⟩»"],
        counter_examples: &["keys begin with HRKU-AA"],
    },
    ..Rule::SECRET
}];

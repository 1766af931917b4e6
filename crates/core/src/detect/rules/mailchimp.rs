//! Mailchimp.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "mailchimp",
    placeholder: "MAILCHIMP_KEY",
    summary: "An API key of Mailchimp",
    reason: "It reads and changes audiences and sends campaigns.",
    source: "gitleaks 8.30.1, detect-secrets 1.5.0",
    pattern: "[0-9a-f]{32}-us[0-9]{1,2}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The tail names the data centre.",
        examples: &["MAILCHIMP_API_KEY=«⟨hex 32⟩-us⟨dig 1⟩»"],
        counter_examples: &["the data centre is us12"],
    },
    ..Rule::SECRET
}];

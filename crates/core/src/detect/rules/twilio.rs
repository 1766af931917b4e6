//! Twilio.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "twilio",
    placeholder: "TWILIO_KEY",
    summary: "An API key of Twilio",
    reason: "With its secret it sends messages and calls on the account's bill.",
    source: "gitleaks 8.30.1",
    keywords: &["twilio"],
    pattern: "SK[0-9a-fA-F]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "AC and 32 hexadecimal characters is the account, an identifier; the auth token \
                   is found by its name.",
        examples: &["twilio api key: «SK⟨hex 32⟩»"],
        counter_examples: &["twilio service VA⟨hex 32⟩ is new"],
    },
    ..Rule::SECRET
}];

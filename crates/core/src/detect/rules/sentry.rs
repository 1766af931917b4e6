//! Sentry.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "sentry-user",
        placeholder: "SENTRY_TOKEN",
        summary: "A user token of Sentry",
        reason: "It acts as its user in the organisation's projects.",
        source: "gitleaks 8.30.1",
        pattern: "sntryu_[0-9a-f]{64}",
        #[cfg(test)]
        cases: super::Cases {
            note: "A DSN holds a public key.",
            examples: &["SENTRY_AUTH_TOKEN=«sntryu_⟨hex 64⟩»"],
            counter_examples: &["user tokens begin with sntryu_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "sentry-org",
        placeholder: "SENTRY_TOKEN",
        summary: "An organisation token of Sentry",
        reason: "It uploads releases and source maps for the organisation.",
        source: "gitleaks 8.30.1",
        pattern: "sntrys_eyJ[A-Za-z0-9+/_=-]{40,400}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The text behind the mark is base64 of JSON.",
            examples: &["SENTRY_AUTH_TOKEN=«sntrys_eyJ⟨b62 120⟩_⟨b62 43⟩»"],
            counter_examples: &["organisation tokens begin with sntrys_"],
        },
        ..Rule::SECRET
    },
];

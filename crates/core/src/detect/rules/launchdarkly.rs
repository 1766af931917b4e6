//! LaunchDarkly.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "launchdarkly",
    placeholder: "LAUNCHDARKLY_KEY",
    summary: "An SDK or API key of LaunchDarkly",
    reason: "It reads or changes feature flags.",
    source: "kingfisher 2.14.0",
    pattern: "(?:api|sdk)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Mobile keys and bare client ids are public.",
        examples: &["LAUNCHDARKLY_SDK_KEY=«sdk-⟨uuid⟩»", "LAUNCHDARKLY_ACCESS_TOKEN=«api-⟨uuid⟩»"],
        counter_examples: &["the mobile client mob-⟨uuid⟩"],
    },
    ..Rule::SECRET
}];

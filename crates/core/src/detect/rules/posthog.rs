//! PostHog.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "posthog",
    placeholder: "POSTHOG_KEY",
    summary: "A personal API key of PostHog",
    reason: "It reads and changes the project's data as its owner.",
    source: "kingfisher 2.14.0",
    pattern: "phx_[A-Za-z0-9_-]{41,49}",
    #[cfg(test)]
    cases: super::Cases {
        note: "phc_ is the project's public key.",
        examples: &["POSTHOG_PERSONAL_API_KEY=«phx_⟨b64u 45⟩»"],
        counter_examples: &[r#"posthog.init("phc_⟨b62 43⟩")"#],
    },
    ..Rule::SECRET
}];

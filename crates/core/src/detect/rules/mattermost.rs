//! Mattermost.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "mattermost",
    placeholder: "MATTERMOST_TOKEN",
    summary: "An access token of Mattermost",
    reason: "It reads and writes as its owner.",
    source: "gitleaks 8.30.1",
    keywords: &["mattermost"],
    pattern: "[a-z0-9]{26}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Ids of channels and users have the same form.",
        examples: &["mattermost access token: «⟨an 26⟩»"],
        counter_examples: &["mattermost channel id: ⟨an 26⟩"],
    },
    ..Rule::SECRET
}];

//! Anaconda.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "anaconda",
    placeholder: "ANACONDA_TOKEN",
    summary: "A token of Anaconda in a channel's address",
    reason: "It reads the organization's private channels, and may upload to them.",
    source: "Anaconda's manual of conda tokens",
    pattern: "/t/([a-z]{2}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/",
    #[cfg(test)]
    cases: super::Cases {
        note: "Two letters tell what it is for; the part before the channel is all of the token.",
        examples: &[
            "channels: [https://conda.anaconda.org/t/«nt-⟨hex 8⟩-⟨hex 4⟩-⟨hex 4⟩-⟨hex 4⟩-⟨hex 12⟩»/acme, conda-forge]",
        ],
        counter_examples: &["https://conda.anaconda.org/t/<TOKEN>/acme"],
    },
    ..Rule::SECRET
}];

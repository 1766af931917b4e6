//! Dropbox.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "dropbox",
    placeholder: "DROPBOX_TOKEN",
    summary: "An access token of Dropbox",
    reason: "It reads and writes files for some hours.",
    source: "gitleaks 8.30.1",
    pattern: r"sl\.[A-Za-z0-9_=-]{130,1400}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Long-lived tokens have no mark.",
        examples: &["Authorization: Bearer «sl.⟨b62 154⟩»"],
        counter_examples: &["short-lived tokens begin with sl."],
    },
    ..Rule::SECRET
}];

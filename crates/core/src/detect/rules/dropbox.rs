//! Dropbox.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
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
    },
    Rule {
        id: "dropbox-long",
        placeholder: "DROPBOX_TOKEN",
        summary: "A long-lived token of Dropbox",
        reason: "It reads and writes files as its owner.",
        source: "gitleaks 8.30.1",
        pattern: "[A-Za-z0-9]{11}AAAAAAAAAA[A-Za-z0-9_=-]{43}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Such tokens are no longer given out; old ones live on.",
            examples: &["dropbox «⟨b62 11⟩AAAAAAAAAA⟨b62 43⟩»"],
            counter_examples: &["AAAAAAAAAA fills the block"],
        },
        ..Rule::SECRET
    },
];

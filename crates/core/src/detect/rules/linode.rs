//! Linode.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "linode",
    placeholder: "LINODE_TOKEN",
    summary: "A token of Linode",
    reason: "It creates, changes and deletes the account's resources.",
    source: "public samples, not verified",
    keywords: &["linode"],
    pattern: "[0-9a-f]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "A SHA-256 has the same form.",
        examples: &["linode token: «⟨hex 64⟩»"],
        counter_examples: &["linode image sha256 ⟨hex 64⟩"],
    },
    ..Rule::SECRET
}];

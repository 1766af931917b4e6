//! NTLM.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "ntlm",
    placeholder: "PASSWORD_HASH",
    summary: "A pair of Windows password hashes",
    reason: "It signs in to Windows without the password being known.",
    source: "public samples, not verified",
    keywords: &["ntlm", "secretsdump"],
    pattern: "[0-9a-f]{32}:[0-9a-f]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Two MD5 sums with a colon between have the same form.",
        examples: &["ntlm auth «⟨hex 32⟩:⟨hex 32⟩»"],
        counter_examples: &["ntlm auth is disabled since md5"],
    },
    ..Rule::SECRET
}];

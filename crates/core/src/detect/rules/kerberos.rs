//! Kerberos.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "kerberos",
    placeholder: "KERBEROS_HASH",
    summary: "A ticket or answer that hides a password",
    reason: "It can be guessed offline.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: r"\$krb5(?:asrep|tgs|pa)\$[0-9]{1,2}\$[A-Za-z0-9@.:$*_/-]{32,4000}",
    #[cfg(test)]
    cases: super::Cases {
        note: "As tools for guessing read it.",
        examples: &["got «$krb5asrep$23$svc@corp.example:⟨hex 32⟩$⟨hex 128⟩»"],
        counter_examples: &["hashcat mode for $krb5tgs$23$"],
    },
    ..Rule::SECRET
}];

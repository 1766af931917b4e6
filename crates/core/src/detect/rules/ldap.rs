//! LDAP.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "ldap-hash",
    placeholder: "PASSWORD_HASH",
    summary: "A password hash of an LDAP directory",
    reason: "It lets anybody guess the password without being noticed.",
    source: "public samples, not verified",
    pattern: concat!(
        r"\{SSHA[A-Z0-9-]*\}[A-Za-z0-9+/=.$]{16,200}",
        r"|\{SHA[A-Z0-9-]*\}[A-Za-z0-9+/=.$]{16,200}",
        r"|\{SMD5[A-Z0-9-]*\}[A-Za-z0-9+/=.$]{16,200}",
        r"|\{CRYPT[A-Z0-9-]*\}[A-Za-z0-9+/=.$]{16,200}",
        r"|\{PBKDF2[A-Z0-9-]*\}[A-Za-z0-9+/=.$]{16,200}"
    ),
    #[cfg(test)]
    cases: super::Cases {
        note: "The scheme in braces alone is a setting.",
        examples: &["userPassword: «{SSHA}⟨b62 40⟩»"],
        counter_examples: &["the scheme is {SSHA}"],
    },
    ..Rule::SECRET
}];

//! PostgreSQL.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "pg-scram",
    placeholder: "PASSWORD_HASH",
    summary: "A SCRAM verifier of PostgreSQL",
    reason: "It lets anybody guess the password without being noticed.",
    source: "the vendor's documentation",
    pattern: r"SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+",
    #[cfg(test)]
    cases: super::Cases {
        note: "The bare words SCRAM-SHA-256 are a setting.",
        examples: &["rolpassword «SCRAM-SHA-256$4096:⟨b64 22⟩==$⟨b64 43⟩=:⟨b64 43⟩=»"],
        counter_examples: &["password_encryption = 'scram-sha-256' or SCRAM-SHA-256"],
    },
    ..Rule::SECRET
}];

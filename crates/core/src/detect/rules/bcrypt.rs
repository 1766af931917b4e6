//! bcrypt.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "bcrypt",
    placeholder: "PASSWORD_HASH",
    summary: "A password hash by bcrypt",
    reason: "It lets anybody guess the password without being noticed.",
    source: "public samples, not verified",
    pattern: concat!(
        r"\$2a\$[0-9]{2}\$[./A-Za-z0-9]{53}",
        r"|\$2b\$[0-9]{2}\$[./A-Za-z0-9]{53}",
        r"|\$2x\$[0-9]{2}\$[./A-Za-z0-9]{53}",
        r"|\$2y\$[0-9]{2}\$[./A-Za-z0-9]{53}",
        // Compose doubles the sign.
        r"|\$2y\$\$[0-9]{2}\$\$[./A-Za-z0-9]{53}",
        r"|\$2b\$\$[0-9]{2}\$\$[./A-Za-z0-9]{53}"
    ),
    #[cfg(test)]
    cases: super::Cases {
        note: "The cost in it is no secret alone.",
        examples: &["admin:«$2y$10$⟨b62 53⟩»", "admin:«$2b$12$⟨b62 53⟩»", "users=ops:$«$2y$$05$$⟨b62 53⟩»"],
        counter_examples: &["the cost is $2b$12$"],
    },
    ..Rule::SECRET
}];

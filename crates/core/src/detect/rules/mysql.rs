//! MySQL.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "mysql-native",
        placeholder: "PASSWORD_HASH",
        summary: "A password hash of MySQL",
        reason: "It lets anybody guess the password without being noticed.",
        source: "public samples, not verified",
        pattern: r"(?:PASSWORD|password)(?: AS)? '(\*[0-9A-F]{40})'",
        #[cfg(test)]
        cases: super::Cases {
            note: "A SHA-1 in capitals without the star is none.",
            examples: &[
                "IDENTIFIED BY PASSWORD '«*⟨HEX 40⟩»'",
                "IDENTIFIED WITH mysql_native_password AS '«*⟨HEX 40⟩»'",
            ],
            counter_examples: &["the plugin mysql_native_password is disabled"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "mysql-caching-sha2",
        placeholder: "PASSWORD_HASH",
        summary: "A password hash of MySQL 8",
        reason: "It lets anybody guess the password without being noticed.",
        source: "public samples, not verified",
        pattern: r"\$A\$00[0-9]\$[!-~]{60,66}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The plugin's name is none.",
            examples: &["| app | «$A$005$⟨b62 63⟩» |"],
            counter_examples: &["the prefix $A$005$ is that of caching_sha2"],
        },
        ..Rule::SECRET
    },
];

//! Tencent Cloud.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "tencent-id",
        placeholder: "TENCENT_SECRET_ID",
        summary: "A secret id of Tencent Cloud",
        reason: "It names the key, and with its secret key gives API access.",
        source: "trufflehog 3ab759f, public samples, not verified",
        pattern: "AKID[A-Za-z0-9]{32}",
        #[cfg(test)]
        cases: super::Cases {
            note: "AWS ids begin with AKIA and are shorter.",
            examples: &[r#"secret_id = "«AKID⟨b62 32⟩»""#],
            counter_examples: &["ids begin with AKID"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "tencent-secret",
        placeholder: "TENCENT_SECRET_KEY",
        summary: "A secret key of Tencent Cloud",
        reason: "With its secret id it gives API access as that user.",
        source: "public samples, not verified",
        keywords: &["tencent", "akid", "qcloud"],
        pattern: "[A-Za-z0-9]{32}",
        #[cfg(test)]
        cases: super::Cases {
            note: "An MD5 has the same length.",
            examples: &["tencent secret key: «⟨b62 32⟩»"],
            counter_examples: &["tencent object digest ⟨hex 32⟩"],
        },
        ..Rule::SECRET
    },
];

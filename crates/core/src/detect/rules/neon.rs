//! Neon.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "neon",
        placeholder: "NEON_KEY",
        summary: "An API key of Neon",
        reason: "It creates, changes and deletes the account's databases.",
        source: "kingfisher 2.14.0",
        pattern: "napi_[A-Za-z0-9]{64}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Names with the same beginning are shorter.",
            examples: &["NEON_API_KEY=«napi_⟨b62 64⟩»"],
            counter_examples: &["keys begin with napi_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "neon-password",
        placeholder: "NEON_PASSWORD",
        summary: "A database password of Neon",
        reason: "It opens the database.",
        source: "public samples, not verified",
        pattern: "npg_[A-Za-z0-9]{12}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark is followed by exactly 12 letters and digits.",
            examples: &["postgresql://owner:«npg_⟨b62 12⟩»@ep-a.eu-central-1.aws.neon.tech/db"],
            counter_examples: &["passwords begin with npg_"],
        },
        ..Rule::SECRET
    },
];

//! Aiven.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "aiven",
        placeholder: "AIVEN_PASSWORD",
        summary: "A service password of Aiven",
        reason: "It opens the database or broker that it belongs to.",
        source: "kingfisher 2.14.0, public samples, not verified",
        pattern: "AVNS_[A-Za-z0-9_-]{16,20}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Names with the same beginning are shorter.",
            examples: &["PGPASSWORD=«AVNS_⟨b64u 18⟩»"],
            counter_examples: &["passwords begin with AVNS_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aiven-token",
        placeholder: "AIVEN_TOKEN",
        summary: "An API token of Aiven",
        reason: "It creates, changes and deletes the account's services.",
        source: "kingfisher 2.14.0",
        keywords: &["aiven"],
        pattern: "[A-Za-z0-9/+=]{372}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It is 372 characters of base64 without a mark.",
            examples: &["aiven token: «⟨b62 372⟩»"],
            counter_examples: &["aiven service token was rotated"],
        },
        ..Rule::SECRET
    },
];

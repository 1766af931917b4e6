//! Sumo Logic.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "sumologic",
        placeholder: "SUMOLOGIC_KEY",
        summary: "An access key of Sumo Logic",
        reason: "With its access id it reads logs and changes the account.",
        source: "gitleaks 8.30.1",
        keywords: &["sumo"],
        pattern: "[A-Za-z0-9]{64}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The access id beside it begins with su.",
            examples: &["sumo access key: «⟨b62 64⟩»"],
            counter_examples: &["sumo collector image sha256 ⟨hex 64⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "sumologic-collector",
        placeholder: "SUMOLOGIC_COLLECTOR",
        summary: "The path of a collector of Sumo Logic",
        reason: "Who has it writes into its logs.",
        source: "kingfisher 1.112",
        pattern: r"sumologic\.com/receiver/v1/http/([A-Za-z0-9_-]{40,160}={0,2})",
        #[cfg(test)]
        cases: super::Cases {
            note: "The path is base64 of the collector and its key.",
            examples: &["https://endpoint4.collection.sumologic.com/receiver/v1/http/«⟨b64u 86⟩==»"],
            counter_examples: &["https://endpoint4.collection.sumologic.com/receiver/v1/http/help"],
        },
        ..Rule::SECRET
    },
];

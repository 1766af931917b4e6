//! Confluent Cloud.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "confluent",
        placeholder: "CONFLUENT_SECRET",
        summary: "An API secret of Confluent Cloud",
        reason: "With its key it reads and writes topics.",
        source: "gitleaks 8.30.1",
        keywords: &["confluent", "sasl.jaas.config", "kafka"],
        pattern: "[A-Za-z0-9+/]{64}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The key beside it has 16 capitals and digits.",
            examples: &["confluent api secret: «⟨b64 64⟩»"],
            counter_examples: &["confluent image sha256 ⟨hex 64⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "confluent-secret",
        placeholder: "CONFLUENT_SECRET",
        summary: "An API secret of Confluent Cloud of the new form",
        reason: "With its key it reads and writes topics.",
        source: "public samples, not verified",
        pattern: "cflt[A-Za-z0-9+/]{60}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark is followed by 60 characters of base64.",
            examples: &["sasl.password=«cflt⟨b64 60⟩»"],
            counter_examples: &["secrets begin with cflt"],
        },
        ..Rule::SECRET
    },
];

//! Databricks.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "databricks",
        placeholder: "DATABRICKS_TOKEN",
        summary: "A personal access token of Databricks",
        reason: "It reads data and runs jobs as its owner.",
        source: "gitleaks 8.30.1",
        pattern: "dapi[0-9a-f]{32}(?:-[0-9])?",
        #[cfg(test)]
        cases: super::Cases {
            note: "A number behind a hyphen may follow.",
            examples: &["DATABRICKS_TOKEN=«dapi⟨hex 32⟩»"],
            counter_examples: &["tokens begin with dapi"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "databricks-oauth",
        placeholder: "DATABRICKS_SECRET",
        summary: "An OAuth secret of a Databricks service principal",
        reason: "It signs in as that principal.",
        source: "public samples, not verified",
        pattern: "dose[0-9a-f]{32}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Words with the same beginning are shorter.",
            examples: &["client_secret = «dose⟨hex 32⟩»"],
            counter_examples: &["dose of data"],
        },
        ..Rule::SECRET
    },
];

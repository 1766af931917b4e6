//! Datadog.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "datadog-api",
        placeholder: "DATADOG_KEY",
        summary: "An API key of Datadog",
        reason: "It sends metrics, logs and events in the organisation's name.",
        source: "kingfisher 2.14.0",
        keywords: &["datadog", "dd_api_key", "dd-api-key"],
        pattern: "[0-9a-f]{32}",
        #[cfg(test)]
        cases: super::Cases {
            note: "An MD5 has the same form.",
            examples: &["DD-API-KEY: «⟨hex 32⟩»"],
            counter_examples: &["datadog agent digest ⟨hex 32⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "datadog-app",
        placeholder: "DATADOG_APP_KEY",
        summary: "An application key of Datadog",
        reason: "With an API key it reads and changes dashboards, monitors and logs.",
        source: "gitleaks 8.30.1, public samples, not verified",
        keywords: &["dd_app", "dd-application-key", "datadog"],
        pattern: "[0-9a-f]{40}",
        #[cfg(test)]
        cases: super::Cases {
            note: "A commit has the same form; only the name before it tells.",
            examples: &["DD-APPLICATION-KEY: «⟨hex 40⟩»"],
            counter_examples: &["datadog chart commit ⟨hex 40⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "datadog-app-key",
        placeholder: "DATADOG_APP_KEY",
        summary: "An application key of Datadog of the new form",
        reason: "With an API key it reads and changes dashboards, monitors and logs.",
        source: "public samples, not verified",
        pattern: "ddapp_[A-Za-z0-9]{34}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Names with the same beginning are shorter.",
            examples: &["DD_APP_KEY=«ddapp_⟨b62 34⟩»"],
            counter_examples: &["keys begin with ddapp_"],
        },
        ..Rule::SECRET
    },
];

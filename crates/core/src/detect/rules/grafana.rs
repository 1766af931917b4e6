//! Grafana.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "grafana-sa",
        placeholder: "GRAFANA_TOKEN",
        summary: "A service account token of Grafana",
        reason: "It reads and changes dashboards and data sources.",
        source: "gitleaks 8.30.1",
        pattern: "glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The last eight characters look like a checksum.",
            examples: &["Authorization: Bearer «glsa_⟨b62 32⟩_⟨hex 8⟩»"],
            counter_examples: &["service account tokens begin with glsa_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "grafana-cloud",
        placeholder: "GRAFANA_TOKEN",
        summary: "An access token of Grafana Cloud",
        reason: "It sends or reads metrics, logs and traces of the stack.",
        source: "gitleaks 8.30.1",
        pattern: "glc_[A-Za-z0-9+/]{32,400}={0,3}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The text behind the mark is base64 of JSON.",
            examples: &["GRAFANA_CLOUD_TOKEN=«glc_⟨b62 120⟩==»"],
            counter_examples: &["cloud tokens begin with glc_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "grafana-old",
        placeholder: "GRAFANA_KEY",
        summary: "An API key of Grafana before service accounts",
        reason: "It reads and changes dashboards and data sources.",
        source: "gitleaks 8.30.1",
        pattern: "eyJrIjoi[A-Za-z0-9+/]{40,400}={0,2}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It looks like the first part of a JWT, but has no dots.",
            examples: &["GRAFANA_AUTH=«eyJrIjoi⟨b62 80⟩=»"],
            counter_examples: &["old keys begin with eyJrIjoi"],
        },
        ..Rule::SECRET
    },
];

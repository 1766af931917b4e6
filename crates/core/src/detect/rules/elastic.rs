//! Elastic.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "elastic-cloud",
        placeholder: "ELASTIC_KEY",
        summary: "A service key of Elastic",
        reason: "It acts as its service in the project or deployment.",
        source: "kingfisher 2.14.0",
        pattern: "essu_[A-Za-z0-9_-]{60,200}={0,2}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Names with the same beginning are shorter.",
            examples: &["Authorization: ApiKey «essu_⟨b64u 84⟩»"],
            counter_examples: &["keys begin with essu_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "elastic-apikey",
        placeholder: "ELASTIC_KEY",
        summary: "An API key of Elasticsearch",
        reason: "It reads and writes the indexes that it was made for.",
        source: "public samples, not verified",
        keywords: &["apikey", "elastic"],
        pattern: "[A-Za-z0-9+/]{58,62}={0,2}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It is base64 of an id, a colon and a key.",
            examples: &["Authorization: ApiKey «⟨b64 60⟩»"],
            counter_examples: &["elastic index logs-2026.01.01-000001 has no key"],
        },
        ..Rule::SECRET
    },
];

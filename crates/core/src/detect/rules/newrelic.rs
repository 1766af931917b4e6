//! New Relic.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "newrelic-user",
        placeholder: "NEWRELIC_KEY",
        summary: "A user key of New Relic",
        reason: "It queries and changes the account's data as its user.",
        source: "gitleaks 8.30.1",
        pattern: "NRAK-[A-Z0-9]{27}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Names with the same beginning are shorter.",
            examples: &["NEW_RELIC_API_KEY=«NRAK-⟨AN 27⟩»"],
            counter_examples: &["user keys begin with NRAK-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "newrelic-ingest",
        placeholder: "NEWRELIC_KEY",
        summary: "An ingest key of New Relic",
        reason: "It sends data in the account's name.",
        source: "gitleaks 8.30.1",
        pattern: "NRII-[A-Za-z0-9_-]{32}|NRJS-[0-9a-f]{19}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The browser's key, NRJS, is readable in every page that uses it.",
            examples: &["Api-Key: «NRII-⟨b62 32⟩»", "Api-Key: «NRJS-⟨hex 19⟩»"],
            counter_examples: &["insert keys begin with NRII-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "newrelic-license",
        placeholder: "NEWRELIC_KEY",
        summary: "A licence key of New Relic",
        reason: "It sends data in the account's name.",
        source: "public samples, not verified",
        pattern: "[0-9a-f]{36}NRAL",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark stands at the end.",
            examples: &["NEW_RELIC_LICENSE_KEY=«⟨hex 36⟩NRAL»"],
            counter_examples: &["license keys end in NRAL"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "newrelic-other",
        placeholder: "NEWRELIC_KEY",
        summary: "A query, REST or admin key of New Relic",
        reason: "It queries or changes the account's data.",
        source: "public samples, not verified",
        pattern: "NR(?:IQ|RA|AA|SP|AL|BR)-[A-Za-z0-9_-]{20,44}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The letters behind NR tell which kind it is.",
            examples: &["X-Query-Key: «NRIQ-⟨b62 30⟩»", "admin_access:«NRAA-⟨hex 27⟩»"],
            counter_examples: &["query keys begin with NRIQ-"],
        },
        ..Rule::SECRET
    },
];

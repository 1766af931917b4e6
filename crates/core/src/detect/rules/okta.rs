//! Okta.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "okta",
    placeholder: "OKTA_TOKEN",
    summary: "An API token of Okta",
    reason: "It reads and changes users and applications as its owner.",
    source: "gitleaks 8.30.1",
    keywords: &["okta", "ssws"],
    pattern: "00[A-Za-z0-9_-]{40}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Ids of users and groups begin with 00 too, but are shorter.",
        examples: &["Authorization: SSWS «00⟨b64u 40⟩»"],
        counter_examples: &["okta group id 00g⟨b62 17⟩"],
    },
    ..Rule::SECRET
}];

//! HubSpot.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "hubspot",
    placeholder: "HUBSPOT_TOKEN",
    summary: "A private app token of HubSpot",
    reason: "It reads and changes contacts and deals.",
    source: "public samples, not verified",
    pattern: "pat-(?:na|eu|ap)[0-9]-[0-9a-f-]{36}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The letters behind pat- are the region.",
        examples: &["HUBSPOT_TOKEN=«pat-na1-⟨uuid⟩»"],
        counter_examples: &["tokens begin with pat-na1-"],
    },
    ..Rule::SECRET
}];

//! PagerDuty.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "pagerduty",
    placeholder: "PAGERDUTY_KEY",
    summary: "An API key of PagerDuty",
    reason: "It reads and changes schedules and incidents.",
    source: "kingfisher 2.14.0",
    keywords: &["pagerduty"],
    pattern: r"u\+[A-Za-z0-9_+-]{18}|[A-Za-z0-9_+-]{20}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Routing keys are 32 hexadecimal characters, which only their name tells.",
        examples: &["pagerduty token: «u+⟨b62 18⟩»"],
        counter_examples: &["pagerduty service P1A2B3C has no key"],
    },
    ..Rule::SECRET
}];

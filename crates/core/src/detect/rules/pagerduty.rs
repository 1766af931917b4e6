//! PagerDuty.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
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
    },
    Rule {
        id: "pagerduty-routing",
        placeholder: "PAGERDUTY_KEY",
        summary: "An integration key of PagerDuty's Events API",
        reason: "It opens and closes incidents and wakes people.",
        source: "PagerDuty's documentation of Events API v2, samples",
        pattern: "R0[0-9A-Z]{30}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Older ones are 32 hexadecimal characters, which only their name tells.",
            examples: &["pd_integration = \"«R0⟨AN 30⟩»\""],
            counter_examples: &["shipment R0123456 left"],
        },
        ..Rule::SECRET
    },
];

//! Splunk On-Call.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "victorops",
    placeholder: "ALERT_KEY",
    summary: "The key in an address for alerts",
    reason: "Who has it wakes people up.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: r"victorops\.com/integrations/generic/[0-9]{6,12}/alert/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
    #[cfg(test)]
    cases: super::Cases {
        note: "The route stays as it is.",
        examples: &["https://alert.victorops.com/integrations/generic/20131114/alert/«⟨uuid⟩»/db"],
        counter_examples: &["https://alert.victorops.com/integrations/generic/20131114/alert/KEY"],
    },
    ..Rule::SECRET
}];

//! Splunk.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "splunk-hec",
    placeholder: "SPLUNK_TOKEN",
    summary: "A token of Splunk's event collector",
    reason: "It sends events into the indexes that it was made for.",
    source: "kingfisher 2.14.0",
    pattern: "Splunk ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
    #[cfg(test)]
    cases: super::Cases {
        note: "A UUID without the scheme before it can be anything.",
        examples: &["Authorization: Splunk «⟨uuid⟩»"],
        counter_examples: &["Splunk Enterprise 9.2.1"],
    },
    ..Rule::SECRET
}];

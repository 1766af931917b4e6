//! Loggly.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "loggly",
    placeholder: "LOGGLY_TOKEN",
    summary: "The token in an address of Loggly",
    reason: "Who has it writes into the logs.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: r"loggly\.com/(?:inputs|bulk)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
    #[cfg(test)]
    cases: super::Cases {
        note: "The host stays as it is.",
        examples: &["https://logs-01.loggly.com/inputs/«⟨uuid⟩»/tag/http"],
        counter_examples: &["https://logs-01.loggly.com/inputs/TOKEN"],
    },
    ..Rule::SECRET
}];

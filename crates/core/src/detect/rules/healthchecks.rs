//! Healthchecks.io.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "healthchecks",
    placeholder: "PING_URL",
    summary: "The id in an address of Healthchecks.io",
    reason: "Who has it tells that a job ran.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: r"hc-ping\.com/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
    #[cfg(test)]
    cases: super::Cases {
        note: "The host stays as it is.",
        examples: &["curl https://hc-ping.com/«⟨uuid⟩»"],
        counter_examples: &["see hc-ping.com/docs"],
    },
    ..Rule::SECRET
}];

//! IFTTT.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "ifttt",
    placeholder: "IFTTT_KEY",
    summary: "The key in an address of IFTTT",
    reason: "Who has it starts the applets.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: r"maker\.ifttt\.com/trigger/[A-Za-z0-9_-]{1,60}(?:/json)?/with/key/([A-Za-z0-9_-]{20,64})",
    #[cfg(test)]
    cases: super::Cases {
        note: "The event stays as it is.",
        examples: &["https://maker.ifttt.com/trigger/alarm/with/key/«⟨b62 43⟩»"],
        counter_examples: &["https://maker.ifttt.com/trigger/alarm/with/key/KEY"],
    },
    ..Rule::SECRET
}];

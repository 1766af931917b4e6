//! Opsgenie.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "opsgenie",
    placeholder: "OPSGENIE_KEY",
    summary: "An API key of Opsgenie",
    reason: "It reads, makes and closes alerts.",
    source: "kingfisher 2.14.0",
    pattern: "GenieKey ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
    #[cfg(test)]
    cases: super::Cases {
        note: "A UUID without the scheme before it can be anything.",
        examples: &["Authorization: GenieKey «⟨uuid⟩»"],
        counter_examples: &["the scheme is GenieKey"],
    },
    ..Rule::SECRET
}];

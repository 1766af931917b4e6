//! Airbrake.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "airbrake",
    placeholder: "AIRBRAKE_KEY",
    summary: "A project key of Airbrake",
    reason: "It sends or reads the errors of its project.",
    source: "kingfisher 2.14.0",
    keywords: &["airbrake"],
    pattern: "[0-9a-f]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "An MD5 has the same form.",
        examples: &["airbrake project key: «⟨hex 32⟩»"],
        counter_examples: &["airbrake build digest ⟨hex 32⟩"],
    },
    ..Rule::SECRET
}];

//! Scaleway.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "scaleway-access",
    placeholder: "SCALEWAY_ACCESS_KEY",
    summary: "An access key of Scaleway",
    reason: "It names the key, and with its secret gives access to the project.",
    source: "kingfisher 2.14.0",
    pattern: "SCW[A-Z0-9]{17}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The secret beside it is a UUID, which only its name tells.",
        examples: &["SCW_ACCESS_KEY=«SCW⟨AN 17⟩»"],
        counter_examples: &["names of settings begin with SCW_DEFAULT_REGION"],
    },
    ..Rule::SECRET
}];

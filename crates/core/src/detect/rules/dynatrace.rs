//! Dynatrace.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "dynatrace",
    placeholder: "DYNATRACE_TOKEN",
    summary: "A token of Dynatrace",
    reason: "It reads or sends data with the scopes that it was given.",
    source: "gitleaks 8.30.1",
    pattern: r"dt0[a-z][0-9]{2}\.[A-Za-z0-9]{8,24}\.[A-Za-z0-9]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The first two parts alone are the token's public id.",
        examples: &["Authorization: Api-Token «dt0⟨low 1⟩⟨dig 2⟩.⟨AN 24⟩.⟨AN 64⟩»"],
        counter_examples: &["the token id dt0c01.⟨AN 24⟩ was disabled"],
    },
    ..Rule::SECRET
}];

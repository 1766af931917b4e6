//! Asana.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "asana",
    placeholder: "ASANA_TOKEN",
    summary: "A personal access token of Asana",
    reason: "It reads and changes tasks as its owner.",
    source: "public samples, not verified",
    keywords: &["asana"],
    pattern: "[0-9]/[0-9]{16}(?:/[0-9]{16})?:[0-9a-f]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The number in it is the user's id.",
        examples: &["asana token: «1/⟨dig 16⟩:⟨hex 32⟩»"],
        counter_examples: &["asana task 1200000000000001 has no token"],
    },
    ..Rule::SECRET
}];

//! DataStax Astra.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "astra",
    placeholder: "ASTRA_TOKEN",
    summary: "An application token of Astra",
    reason: "It reads and changes databases.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "AstraCS:[A-Za-z0-9:%]{20,160}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Client id and secret stand between colons.",
        examples: &["token «AstraCS:⟨b62 24⟩:⟨hex 64⟩»"],
        counter_examples: &["tokens begin with AstraCS:"],
    },
    ..Rule::SECRET
}];

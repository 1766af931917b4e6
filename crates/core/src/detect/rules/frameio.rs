//! Frame.io.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "frameio",
    placeholder: "FRAMEIO_TOKEN",
    summary: "A developer token of Frame.io",
    reason: "It reads and changes media as its owner.",
    source: "public samples, not verified",
    pattern: "fio-u-[A-Za-z0-9_-]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["Authorization: Bearer «fio-u-⟨b64u 64⟩»"],
        counter_examples: &["tokens begin with fio-u-"],
    },
    ..Rule::SECRET
}];

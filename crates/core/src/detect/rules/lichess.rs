//! Lichess.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "lichess",
    placeholder: "LICHESS_TOKEN",
    summary: "An access token of Lichess",
    reason: "It plays and reads as its owner.",
    source: "public samples, not verified",
    pattern: "lip_[A-Za-z0-9]{20}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["Authorization: Bearer «lip_⟨b62 20⟩»"],
        counter_examples: &["tokens begin with lip_"],
    },
    ..Rule::SECRET
}];

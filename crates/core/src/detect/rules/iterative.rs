//! Iterative Studio.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "iterative",
    placeholder: "STUDIO_TOKEN",
    summary: "An access token of DVC Studio",
    reason: "It reads and writes experiments.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "isat_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The rest is a UUID.",
        examples: &["STUDIO=«isat_⟨uuid⟩»"],
        counter_examples: &["tokens begin with isat_"],
    },
    ..Rule::SECRET
}];

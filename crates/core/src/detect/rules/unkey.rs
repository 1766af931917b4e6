//! Unkey.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "unkey",
    placeholder: "UNKEY_KEY",
    summary: "A root key of Unkey",
    reason: "It makes and checks the keys of its workspace.",
    source: "public samples, not verified",
    pattern: "unkey_[A-Za-z0-9_]{20,40}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["UNKEY_ROOT_KEY=«unkey_⟨b62 30⟩»"],
        counter_examples: &["root keys begin with unkey_"],
    },
    ..Rule::SECRET
}];

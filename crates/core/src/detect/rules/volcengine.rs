//! Volcano Engine.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "volcengine-id",
    placeholder: "VOLCENGINE_ACCESS_KEY_ID",
    summary: "An access key id of Volcano Engine",
    reason: "It names the key, and with its secret gives API access.",
    source: "public samples, not verified",
    pattern: "AKLT[A-Za-z0-9_-]{36,60}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Words in capitals with the same beginning are shorter.",
        examples: &["access_key = «AKLT⟨b64u 48⟩»"],
        counter_examples: &["ids begin with AKLT"],
    },
    ..Rule::SECRET
}];

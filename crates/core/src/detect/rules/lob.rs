//! Lob.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "lob",
    placeholder: "LOB_KEY",
    summary: "An API key of Lob",
    reason: "It sends post on the account's bill.",
    source: "public samples, not verified",
    pattern: "(?:live|test)_[0-9a-f]{35}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["curl -u «live_⟨hex 35⟩»: https://api.lob.com/v1/letters"],
        counter_examples: &["the bucket live_data is empty"],
    },
    ..Rule::SECRET
}];

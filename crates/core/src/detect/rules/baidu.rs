//! Baidu AI Cloud.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "baidu-id",
    placeholder: "BAIDU_ACCESS_KEY_ID",
    summary: "An access key id of Baidu AI Cloud",
    reason: "It names the key, and with its secret gives API access.",
    source: "public samples, not verified",
    pattern: "ALTAK[A-Za-z0-9]{18,24}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Words in capitals with the same beginning are shorter.",
        examples: &["access_key = «ALTAK⟨b62 21⟩»"],
        counter_examples: &["ids begin with ALTAK"],
    },
    ..Rule::SECRET
}];

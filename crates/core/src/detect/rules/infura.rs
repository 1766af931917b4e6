//! Infura.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "infura",
    placeholder: "INFURA_KEY",
    summary: "The key in an address of Infura",
    reason: "Requests are made on the owner's bill.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: r"infura\.io/(?:ws/)?v3/([0-9a-f]{32})",
    #[cfg(test)]
    cases: super::Cases {
        note: "The host stays as it is.",
        examples: &["https://mainnet.infura.io/v3/«⟨hex 32⟩»"],
        counter_examples: &["https://mainnet.infura.io/v3/YOUR-KEY"],
    },
    ..Rule::SECRET
}];

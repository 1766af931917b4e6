//! Alchemy.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "alchemy",
    placeholder: "ALCHEMY_KEY",
    summary: "The key in an address of Alchemy",
    reason: "Requests are made on the owner's bill.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: r"\.alchemy(?:api)?\.(?:io|com)/v2/([A-Za-z0-9_-]{32})",
    #[cfg(test)]
    cases: super::Cases {
        note: "The host stays as it is.",
        examples: &[
            "https://eth-mainnet.alchemyapi.io/v2/«⟨b62 32⟩»",
            "https://eth-mainnet.g.alchemy.com/v2/«⟨b62 32⟩»",
        ],
        counter_examples: &["https://docs.alchemy.com/v2/reference"],
    },
    ..Rule::SECRET
}];

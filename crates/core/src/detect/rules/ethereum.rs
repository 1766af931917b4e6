//! Ethereum.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "ethereum-private",
    placeholder: "ETHEREUM_KEY",
    summary: "A private key of Ethereum",
    reason: "It spends whatever its account holds.",
    source: "public samples, not verified",
    keywords: &["private", "mnemonic"],
    pattern: "0x[0-9a-f]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Hashes of transactions have the same form.",
        examples: &["private key: «0x⟨hex 64⟩»"],
        counter_examples: &["transaction 0x⟨hex 64⟩ was mined"],
    },
    ..Rule::SECRET
}];

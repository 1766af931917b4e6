//! age.

use super::Rule;
use super::check;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "age-secret",
        placeholder: "AGE_KEY",
        summary: "An identity of age",
        reason: "It decrypts every file that was encrypted to its recipient.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0, ripsecrets 0.1.11",
        pattern: "AGE-SECRET-KEY-(?:PQ-)?1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{52,120}",
        check: Some(check::bech32),
        #[cfg(test)]
        cases: super::Cases {
            note: "age1 and small letters are the recipient, which is public.",
            examples: &["# identity «AGE-SECRET-KEY-1⟨BECH 58⟩» of sops"],
            counter_examples: &["# public key: age1⟨bech 58⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "age-plugin-secret",
        placeholder: "AGE_KEY",
        summary: "An identity of an age plugin",
        reason: "It decrypts with the device or service that the plugin stands for.",
        source: "the vendor's documentation",
        pattern: "AGE-PLUGIN-[A-Z0-9-]{2,40}-1[A-Z0-9]{20,200}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Recipients begin with age1 and the plugin's name.",
            examples: &["«AGE-PLUGIN-YUBIKEY-1⟨AN 40⟩»"],
            counter_examples: &["install AGE-PLUGIN-YUBIKEY first"],
        },
        ..Rule::SECRET
    },
];

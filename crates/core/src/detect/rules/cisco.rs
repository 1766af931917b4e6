//! Cisco IOS.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "cisco",
        placeholder: "CISCO_HASH",
        summary: "A hashed password of type 8 or 9",
        reason: "It can be guessed offline.",
        source: "public rules of kingfisher 1.112 and 2.14, not verified",
        pattern: r"\$8\$[./A-Za-z0-9]{14}\$[./A-Za-z0-9]{43}|\$9\$[./A-Za-z0-9]{14}\$[./A-Za-z0-9]{43}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Type 5 is md5crypt.",
            examples: &["username admin secret 8 «$8$⟨b62 14⟩$⟨b62 43⟩»"],
            counter_examples: &["hashes of type 8 begin with $8$"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "cisco-type-7",
        placeholder: "PASSWORD",
        summary: "A password of type 7, which anybody can read back",
        reason: "It opens the device.",
        source: "public descriptions of the vendor's obfuscation, not verified",
        pattern: r"(?:key|password|secret) 7 ([01][0-9][0-9A-F]{8,60})",
        #[cfg(test)]
        cases: super::Cases {
            note: "A number of a line or a slot is none.",
            examples: &["tacacs-server host 10.1.1.2 key 7 «0⟨dig 1⟩⟨HEX 20⟩»"],
            counter_examples: &["the key 7 12 of slot 3"],
        },
        ..Rule::SECRET
    },
];

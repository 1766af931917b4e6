//! Keys in base64 without their frame.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "der-pkcs1",
        placeholder: "PRIVATE_KEY",
        summary: "An RSA private key without its frame",
        reason: "Who has it signs and decrypts as its owner.",
        source: "public samples, not verified",
        pattern: "MII[A-Za-z0-9+/]{1,5}IBAA(?:KCA[QgI]EA|KBgQ|J[AB])[A-Za-z0-9+/=]{40,4096}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Certificates and public keys begin with MII too, but go on otherwise.",
            examples: &[
                "key_material: «MIIEpAIBAAKCAQEA⟨b64 200⟩»",
                "«MIICXQIBAAKBgQ⟨b64 200⟩»",
                "«MIIBOgIBAAJB⟨b64 200⟩»",
            ],
            counter_examples: &["MIIDdTCCAl2gAwIBAgILBAAAAAABFUtaw5QwDQYJKoZIhvcNAQEF"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "der-pkcs8",
        placeholder: "PRIVATE_KEY",
        summary: "A private key in PKCS 8 without its frame",
        reason: "Who has it signs and decrypts as its owner.",
        source: "public samples, not verified",
        pattern: "MII[A-Za-z0-9+/]{2,5}BADANBgkqhkiG9w0BAQEFAASC[A-Za-z0-9+/=]{40,4096}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Certificates and public keys begin with MII too, but go on otherwise.",
            examples: &["key_material: «MIIEvQIBADANBgkqhkiG9w0BAQEFAASC⟨b64 200⟩»"],
            counter_examples: &["MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "der-ec",
        placeholder: "PRIVATE_KEY",
        summary: "An elliptic-curve private key without its frame",
        reason: "Who has it signs as its owner.",
        source: "public samples, not verified",
        pattern: "(?:MHcCAQEE|MIGHAgEAMBMGByqGSM49|MC4CAQAwBQYDK2VwBCIEI)[A-Za-z0-9+/=]{30,400}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Public keys of the same curves begin otherwise.",
            examples: &["key_material: «MHcCAQEE⟨b62 54⟩»", "key_material: «MC4CAQAwBQYDK2VwBCIEI⟨b64 43⟩»"],
            counter_examples: &["MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE"],
        },
        ..Rule::SECRET
    },
];

//! Kerberos.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "kerberos",
        placeholder: "KERBEROS_HASH",
        summary: "A ticket or answer that hides a password",
        reason: "It can be guessed offline.",
        source: "public rules of kingfisher 1.112 and 2.14, not verified",
        pattern: r"\$krb5(?:asrep|tgs|pa)\$[0-9]{1,2}\$[A-Za-z0-9@.:$*_/-]{32,4000}",
        #[cfg(test)]
        cases: super::Cases {
            note: "As tools for guessing read it.",
            examples: &["got «$krb5asrep$23$svc@corp.example:⟨hex 32⟩$⟨hex 128⟩»"],
            counter_examples: &["hashcat mode for $krb5tgs$23$"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "kerberos-key",
        placeholder: "KERBEROS_KEY",
        summary: "A key of a principal",
        reason: "Whoever has it is that user or service.",
        source: "what klist -k -K and secretsdump print, not verified",
        pattern: r"(?:hmac-sha1-96|hmac-sha256-128|hmac-sha384-192|arcfour-hmac)(?:\) {1,4}\(0x|:)([0-9a-f]{32,64})",
        #[cfg(test)]
        cases: super::Cases {
            note: "What a name of its encryption stands before.",
            examples: &[
                "3 host/a@CORP.EXAMPLE (aes256-cts-hmac-sha1-96)  (0x«⟨hex 64⟩»)",
                "krbtgt:aes256-cts-hmac-sha1-96:«⟨hex 64⟩»",
            ],
            counter_examples: &["default_tkt_enctypes = aes256-cts-hmac-sha1-96 arcfour-hmac"],
        },
        ..Rule::SECRET
    },
];

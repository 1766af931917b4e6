//! IPsec.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "ipsec-sa",
    placeholder: "KEY",
    summary: "A key of a security association",
    reason: "With it recorded traffic can be read.",
    source: "what ip xfrm state prints, not verified",
    pattern: r"(?:hmac\([a-z0-9]{3,8}\)|cbc\([a-z0-9_]{3,12}\)|\(gcm\([a-z]{3,8}\)\)) 0x([0-9a-f]{32,160})",
    #[cfg(test)]
    cases: super::Cases {
        note: "The number of the association is short.",
        examples: &["auth-trunc hmac(sha256) 0x«⟨hex 64⟩» 128", "aead rfc4106(gcm(aes)) 0x«⟨hex 72⟩» 128"],
        counter_examples: &["proto esp spi 0xc1f2a3b4 hmac(sha256) 128"],
    },
    ..Rule::SECRET
}];

//! WireGuard.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "wireguard",
    placeholder: "WIREGUARD_KEY",
    summary: "A private or preshared key of WireGuard",
    reason: "It joins the network as its owner and reads that peer's traffic.",
    source: "the vendor's documentation",
    keywords: &["privatekey", "presharedkey"],
    pattern: "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=",
    #[cfg(test)]
    cases: super::Cases {
        note: "PublicKey has the same form and is public.",
        examples: &["PrivateKey = «⟨b64 42⟩0=»", "PresharedKey = «⟨b64 42⟩0=»"],
        counter_examples: &["PublicKey = ⟨b64 42⟩A="],
    },
    ..Rule::SECRET
}];

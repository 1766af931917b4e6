//! HashiCorp Consul.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "consul-token",
        placeholder: "CONSUL_TOKEN",
        summary: "An ACL token of Consul",
        reason: "It reads and changes services, keys and sessions that its policies allow.",
        source: "public samples, not verified",
        pattern: concat!(
            "(?:SecretID|X-Consul-Token|CONSUL_HTTP_TOKEN)",
            r#"["']?\s{0,16}[=:]\s{0,16}["']?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"#
        ),
        #[cfg(test)]
        cases: super::Cases {
            note: "Accessor ids, sessions and lock ids are UUIDs too and stay.",
            examples: &["SecretID:         «⟨uuid⟩»", "X-Consul-Token: «⟨uuid⟩»"],
            counter_examples: &["AccessorID:       ⟨uuid⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "consul-gossip",
        placeholder: "CONSUL_GOSSIP_KEY",
        summary: "A gossip encryption key of Consul or Nomad",
        reason: "It joins the cluster and reads what its members say to each other.",
        source: "the vendor's documentation",
        keywords: &["encrypt", "gossip", "keygen", "keyring"],
        pattern: "[A-Za-z0-9+/]{43}=",
        #[cfg(test)]
        cases: super::Cases {
            note: "A SHA-256 in base64 has the same form.",
            examples: &["gossip encryption key: «⟨b64 43⟩=»"],
            counter_examples: &["encrypt the archive, checksum ⟨b64 43⟩="],
        },
        ..Rule::SECRET
    },
];

//! Proxmox VE.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "proxmox",
    placeholder: "PROXMOX_TOKEN",
    summary: "An API token of Proxmox VE",
    reason: "It creates, changes and deletes virtual machines as its user.",
    source: "public samples, not verified",
    pattern: "PVEAPIToken=[^ ]{1,60}![^ ]{1,60}=([0-9a-f-]{36})",
    #[cfg(test)]
    cases: super::Cases {
        note: "User and the token's name stand before it, and tell whose it is.",
        examples: &["Authorization: PVEAPIToken=root@pam!ci=«⟨uuid⟩»"],
        counter_examples: &["the header begins with PVEAPIToken and a user"],
    },
    ..Rule::SECRET
}];

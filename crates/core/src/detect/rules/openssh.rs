//! OpenSSH.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "openssh-body",
    placeholder: "PRIVATE_KEY",
    summary: "An OpenSSH private key without its frame",
    reason: "Who has it logs in wherever its public key is trusted.",
    source: "public samples, not verified",
    pattern: "b3BlbnNzaC1rZXktdjEA[A-Za-z0-9+/=]{60,4096}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Public keys begin with AAAA.",
        examples: &["ssh key body «b3BlbnNzaC1rZXktdjEA⟨b62 84⟩»"],
        counter_examples: &["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI⟨b64 43⟩ ops"],
    },
    ..Rule::SECRET
}];

//! Tailscale.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "tailscale",
    placeholder: "TAILSCALE_KEY",
    summary: "A key of Tailscale",
    reason: "It adds machines to the network, or changes its rules.",
    source: "trufflehog 3ab759f, kingfisher 2.14.0",
    pattern: "tskey-(?:auth|api|client|secret|scim|webhook)-[A-Za-z0-9_]+-[A-Za-z0-9_]+",
    #[cfg(test)]
    cases: super::Cases {
        note: "The mark tells which kind it is.",
        examples: &["tailscale up --authkey=«tskey-auth-⟨b62 17⟩-⟨b62 32⟩»"],
        counter_examples: &["keys begin with tskey-auth-"],
    },
    ..Rule::SECRET
}];

//! Defined Networking.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "defined-networking",
    placeholder: "DEFINED_NETWORKING_KEY",
    summary: "An API key of Defined Networking",
    reason: "It adds machines to the network and changes its rules.",
    source: "public samples, not verified",
    pattern: "dnkey-[A-Za-z0-9=_-]{26}-[A-Za-z0-9=_-]{52}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["Authorization: Bearer «dnkey-⟨b62 26⟩-⟨b62 52⟩»"],
        counter_examples: &["keys begin with dnkey-"],
    },
    ..Rule::SECRET
}];

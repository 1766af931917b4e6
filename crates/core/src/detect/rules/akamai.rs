//! Akamai.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "akamai-token",
    placeholder: "AKAMAI_TOKEN",
    summary: "A client or access token of Akamai",
    reason: "With its client secret it changes how traffic is delivered.",
    source: "public samples, not verified",
    pattern: "akab-[a-z0-9]{16}-[a-z0-9]{16}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The host beside it in .edgerc is no secret.",
        examples: &["client_token = «akab-⟨an 16⟩-⟨an 16⟩»"],
        counter_examples: &["tokens begin with akab-"],
    },
    ..Rule::SECRET
}];

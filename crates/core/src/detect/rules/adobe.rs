//! Adobe.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "adobe",
    placeholder: "ADOBE_SECRET",
    summary: "A client secret of Adobe",
    reason: "It signs in as the application.",
    source: "public samples, not verified",
    pattern: "p8e-[A-Za-z0-9]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The client id beside it is 32 hexadecimal characters.",
        examples: &["client_secret: «p8e-⟨b62 32⟩»"],
        counter_examples: &["secrets begin with p8e-"],
    },
    ..Rule::SECRET
}];

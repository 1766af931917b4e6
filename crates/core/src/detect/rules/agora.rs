//! Agora.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "agora",
    placeholder: "AGORA_CERTIFICATE",
    summary: "An app certificate of Agora",
    reason: "It signs tokens that let anybody into calls.",
    source: "public samples, not verified",
    pattern: "AGORA_(?:APP|PRIMARY)_CERT(?:IFICATE)?[=:] ?[\"']?([0-9a-f]{32})",
    #[cfg(test)]
    cases: super::Cases {
        note: "The application's id has the same form and is public.",
        examples: &["AGORA_APP_CERTIFICATE=«⟨hex 32⟩»"],
        counter_examples: &["AGORA_APP_ID=⟨hex 32⟩"],
    },
    ..Rule::SECRET
}];

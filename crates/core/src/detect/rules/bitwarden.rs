//! Bitwarden.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "bitwarden-token",
    placeholder: "BITWARDEN_TOKEN",
    summary: "An access token of Bitwarden Secrets Manager",
    reason: "It reads the secrets that its machine account was given.",
    source: "public samples, not verified",
    keywords: &["bws_access_token"],
    pattern: r"0\.[0-9a-f-]{36}\.[A-Za-z0-9]{30}:[A-Za-z0-9+/=]{24}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The UUID in it names the token and is no secret alone.",
        examples: &["export BWS_ACCESS_TOKEN=«0.⟨hex 36⟩.⟨b62 30⟩:⟨b62 24⟩»"],
        counter_examples: &["BWS_ACCESS_TOKEN must be set"],
    },
    ..Rule::SECRET
}];

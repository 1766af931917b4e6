//! Devin.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "devin",
    placeholder: "DEVIN_KEY",
    summary: "An API key of Devin",
    reason: "It works as its user.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "apk_(?:user_)?[A-Za-z0-9]{60,200}={0,2}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Base64 of user, organisation and secret.",
        examples: &["Bearer is «apk_user_⟨b62 128⟩»"],
        counter_examples: &["apk_user_agent_string"],
    },
    ..Rule::SECRET
}];

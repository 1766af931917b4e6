//! ConfigCat.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "configcat",
    placeholder: "CONFIGCAT_KEY",
    summary: "An SDK key of ConfigCat",
    reason: "It reads every feature flag.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "configcat-sdk-1/[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Older keys lack the beginning.",
        examples: &["key: «configcat-sdk-1/⟨b62 22⟩/⟨b62 22⟩»"],
        counter_examples: &["npm i configcat-sdk-1/readme"],
    },
    ..Rule::SECRET
}];

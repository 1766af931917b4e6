//! Vultr.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "vultr",
    placeholder: "VULTR_KEY",
    summary: "An API key of Vultr",
    reason: "It creates, changes and deletes the account's resources.",
    source: "kingfisher 2.14.0",
    keywords: &["vultr"],
    pattern: "[A-Z0-9]{36}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Only capitals and digits make it up.",
        examples: &["vultr api key: «⟨AN 36⟩»"],
        counter_examples: &["vultr region EWR has no key"],
    },
    ..Rule::SECRET
}];

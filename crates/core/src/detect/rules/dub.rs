//! Dub.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "dub",
    placeholder: "DUB_KEY",
    summary: "An API key of Dub",
    reason: "It changes the workspace's links.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "dub_[A-Za-z0-9]{24}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["curl with «dub_⟨b62 24⟩»"],
        counter_examples: &["the table dub_links"],
    },
    ..Rule::SECRET
}];

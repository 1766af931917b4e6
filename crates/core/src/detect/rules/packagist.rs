//! Packagist.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "packagist",
    placeholder: "PACKAGIST_TOKEN",
    summary: "A token of Private Packagist",
    reason: "It reads or changes packages.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "packagist_[a-z]{3}_[0-9a-f]{68,84}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Three letters tell the kind.",
        examples: &["token «packagist_ort_⟨hex 80⟩»"],
        counter_examples: &["the table packagist_org_names"],
    },
    ..Rule::SECRET
}];

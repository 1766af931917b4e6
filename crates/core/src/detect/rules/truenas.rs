//! TrueNAS.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "truenas",
    placeholder: "TRUENAS_KEY",
    summary: "An API key of TrueNAS",
    reason: "It administers the storage.",
    source: "kingfisher 1.112",
    keywords: &["api_key", "truenas"],
    pattern: "[0-9]{1,3}-[A-Za-z0-9]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Its number stands before the hyphen.",
        examples: &[r#""method":"auth.login_with_api_key","params":["«12-⟨b62 64⟩»"]"#],
        counter_examples: &["truenas job 12-3"],
    },
    ..Rule::SECRET
}];

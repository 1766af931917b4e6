//! Infracost.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "infracost",
    placeholder: "INFRACOST_KEY",
    summary: "An API key of Infracost",
    reason: "It asks for prices in the name of its organisation.",
    source: "gitleaks 8.30.1, kingfisher 2.14.0",
    pattern: "ico-[A-Za-z0-9]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Short words with the same beginning are none.",
        examples: &["INFRACOST_API_KEY=«ico-⟨b62 32⟩»"],
        counter_examples: &["icons such as ico-home are fine"],
    },
    ..Rule::SECRET
}];

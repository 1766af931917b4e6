//! ReadMe.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "readme",
    placeholder: "README_KEY",
    summary: "An API key of ReadMe",
    reason: "It changes a project's documentation.",
    source: "public samples, not verified",
    pattern: "rdme_[a-z0-9]{70}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["rdme --key «rdme_⟨an 70⟩»"],
        counter_examples: &["the file rdme_plan.txt is empty"],
    },
    ..Rule::SECRET
}];

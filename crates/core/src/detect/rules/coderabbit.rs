//! CodeRabbit.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "coderabbit",
    placeholder: "CODERABBIT_KEY",
    summary: "An API key of CodeRabbit",
    reason: "It reads reviews of private code.",
    source: "kingfisher 1.112",
    pattern: "cr-[0-9a-f]{58}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The length tells it from names of releases.",
        examples: &["key «cr-⟨hex 58⟩»"],
        counter_examples: &["the release cr-⟨hex 8⟩"],
    },
    ..Rule::SECRET
}];

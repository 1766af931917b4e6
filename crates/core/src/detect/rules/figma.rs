//! Figma.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "figma",
    placeholder: "FIGMA_TOKEN",
    summary: "A token of Figma",
    reason: "It reads and comments on files as its owner.",
    source: "secretlint 12.0.0",
    pattern: "fig[dour]_?[A-Za-z0-9_-]{36,44}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Words that begin with fig are shorter.",
        examples: &["X-Figma-Token: «figd⟨b64u 40⟩»"],
        counter_examples: &["the plan is called figure_one_of_the_second_chapter"],
    },
    ..Rule::SECRET
}];

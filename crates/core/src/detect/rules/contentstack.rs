//! Contentstack.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "contentstack",
    placeholder: "CONTENTSTACK_TOKEN",
    summary: "A token of Contentstack",
    reason: "It reads or changes a stack's content.",
    source: "public samples, not verified",
    pattern: "cs[0-9a-f]{2}[0-9a-f]{32}cstk",
    #[cfg(test)]
    cases: super::Cases {
        note: "The mark stands at the end.",
        examples: &["access token «cs⟨hex 2⟩⟨hex 32⟩cstk»"],
        counter_examples: &["tokens end in cstk"],
    },
    ..Rule::SECRET
}];

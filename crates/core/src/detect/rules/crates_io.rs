//! crates.io.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "crates-io",
    placeholder: "CRATES_IO_TOKEN",
    summary: "A token of crates.io",
    reason: "It publishes new versions of its owner's crates.",
    source: "public samples, not verified",
    keywords: &["cargo", "crates"],
    pattern: "cio[A-Za-z0-9]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Words that hold cio have no digits.",
        examples: &["cargo registry token: «cio⟨b62 32⟩»"],
        counter_examples: &["cargo token precioussssubstitutionally"],
    },
    ..Rule::SECRET
}];

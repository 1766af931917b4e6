//! Scalingo.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "scalingo",
    placeholder: "SCALINGO_TOKEN",
    summary: "A token of Scalingo",
    reason: "It deploys and changes its owner's apps.",
    source: "public samples, not verified",
    pattern: "tk-us-[A-Za-z0-9_-]{48}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Short words with the same beginning are none.",
        examples: &["SCALINGO_API_TOKEN=«tk-us-⟨b64u 48⟩»"],
        counter_examples: &["the locale tk-us is unknown"],
    },
    ..Rule::SECRET
}];

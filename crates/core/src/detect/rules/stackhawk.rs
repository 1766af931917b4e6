//! StackHawk.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "stackhawk",
    placeholder: "STACKHAWK_KEY",
    summary: "An API key of StackHawk",
    reason: "It starts scans and reads what they found.",
    source: "public rules of noseyparker 0.24, not verified",
    pattern: r"hawk\.[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Two parts of twenty signs.",
        examples: &["HAWK_API_KEY=«hawk.⟨b62 20⟩.⟨b62 20⟩»"],
        counter_examples: &["hawk.yml and hawk.local.example"],
    },
    ..Rule::SECRET
}];

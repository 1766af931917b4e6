//! Resend.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "resend",
    placeholder: "RESEND_KEY",
    summary: "An API key of Resend",
    reason: "It sends mail in the account's name.",
    source: "public samples, not verified",
    pattern: "re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names in code with the same beginning have no second part of this length.",
        examples: &["RESEND_API_KEY=«re_⟨b62 8⟩_⟨b62 24⟩»"],
        counter_examples: &["the function re_compile_pattern is old"],
    },
    ..Rule::SECRET
}];

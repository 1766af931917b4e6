//! HTTP Basic.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "basic-auth",
    placeholder: "BASIC_AUTH",
    summary: "The credentials of HTTP Basic",
    reason: "They are user and password, only encoded.",
    source: "gitleaks 8.30.1",
    pattern: "Basic ([A-Za-z0-9+/=]{8,4096})",
    #[cfg(test)]
    cases: super::Cases {
        note: "The words Basic authentication are none.",
        examples: &["Authorization: Basic «⟨b64 24⟩»"],
        counter_examples: &["Basic authentication is disabled"],
    },
    ..Rule::SECRET
}];

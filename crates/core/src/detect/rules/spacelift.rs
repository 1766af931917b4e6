//! Spacelift.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "spacelift-key",
    placeholder: "SPACELIFT_KEY",
    summary: "The secret of a Spacelift API key",
    reason: "It starts and changes runs of every stack that it reaches.",
    source: "public samples, not verified",
    keywords: &["spacelift"],
    pattern: "[0-9a-f]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "A SHA-256 has the same form; access tokens are JWTs.",
        examples: &["SPACELIFT_API_KEY_SECRET=«⟨hex 64⟩»"],
        counter_examples: &["spacelift worker image sha256 ⟨hex 64⟩"],
    },
    ..Rule::SECRET
}];

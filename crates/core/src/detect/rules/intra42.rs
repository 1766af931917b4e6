//! 42 Intra.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "intra42",
    placeholder: "INTRA42_SECRET",
    summary: "A client secret of 42's intranet",
    reason: "It lets a program pose as the application.",
    source: "public samples, not verified",
    pattern: "s-s4t2(?:ud|af)-[0-9a-f]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The application's id begins with u-s4t2.",
        examples: &["client_secret = «s-s4t2ud-⟨hex 64⟩»"],
        counter_examples: &["secrets begin with s-s4t2ud-"],
    },
    ..Rule::SECRET
}];

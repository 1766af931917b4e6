//! Flutterwave.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "flutterwave",
    placeholder: "FLUTTERWAVE_KEY",
    summary: "A secret key of Flutterwave",
    reason: "It reads customers and moves money.",
    source: "public samples, not verified",
    pattern: "FLWSECK(?:_TEST)?-(?:[0-9a-z]{32}-X|[0-9a-z]{12})",
    #[cfg(test)]
    cases: super::Cases {
        note: "FLWPUBK- marks the public key.",
        examples: &["FLW_SECRET_KEY=«FLWSECK-⟨an 32⟩-X»"],
        counter_examples: &[r#"init("FLWPUBK-⟨an 32⟩-X")"#],
    },
    ..Rule::SECRET
}];

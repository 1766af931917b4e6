//! Laravel.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "laravel-key",
    placeholder: "LARAVEL_KEY",
    summary: "The application key of Laravel",
    reason: "It decrypts and forges sessions and cookies.",
    source: "public samples, not verified",
    pattern: r#"APP_KEY["']?\s{0,4}[=:]\s{0,4}["']?base64:([A-Za-z0-9+/]{43}=)"#,
    #[cfg(test)]
    cases: super::Cases {
        note: "Other text in base64 lacks the mark.",
        examples: &["APP_KEY=base64:«⟨b64 43⟩=»"],
        counter_examples: &["APP_KEY is empty, run key:generate"],
    },
    ..Rule::SECRET
}];

//! Ably.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "ably",
    placeholder: "ABLY_KEY",
    summary: "An API key of Ably",
    reason: "It publishes and reads messages of the application.",
    source: "public samples, not verified",
    pattern: "(?:ABLY|ably)[A-Za-z_]{0,20}[\"']?[=:] ?[\"']?([A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{6}:[A-Za-z0-9_-]{16,64})",
    #[cfg(test)]
    cases: super::Cases {
        note: "Before the colon stand the application and the key's name.",
        examples: &["ABLY_ROOT=«⟨b62 6⟩.⟨b62 6⟩:⟨b62 43⟩»"],
        counter_examples: &["ABLY_HOST=rest-a.ably.io:443"],
    },
    ..Rule::SECRET
}];

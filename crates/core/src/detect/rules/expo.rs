//! Expo.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "expo",
    placeholder: "EXPO_TOKEN",
    summary: "An access token of Expo",
    reason: "It builds and publishes apps as its owner.",
    source: "public samples, not verified",
    pattern: "expo_[A-Za-z0-9_-]{36,48}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["EXPO_TOKEN=«expo_⟨b64u 42⟩»"],
        counter_examples: &["the package expo_modules is installed"],
    },
    ..Rule::SECRET
}];

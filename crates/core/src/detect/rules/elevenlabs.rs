//! ElevenLabs.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "elevenlabs",
    placeholder: "ELEVENLABS_KEY",
    summary: "An API key of ElevenLabs",
    reason: "It makes speech on its owner's bill.",
    source: "kingfisher 2.14.0",
    pattern: "sk_[0-9a-f]{48}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Stripe's keys have a word behind the first underscore.",
        examples: &["xi-api-key: «sk_⟨hex 48⟩»"],
        counter_examples: &["the label sk_beef has no digits"],
    },
    ..Rule::SECRET
}];

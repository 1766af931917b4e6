//! Render.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "render",
    placeholder: "RENDER_KEY",
    summary: "An API key of Render",
    reason: "It changes and deploys the owner's services.",
    source: "public samples, not verified",
    pattern: "rnd_[A-Za-z0-9]{28,40}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["Authorization: Bearer «rnd_⟨b62 34⟩»"],
        counter_examples: &["the variable rnd_seed is zero"],
    },
    ..Rule::SECRET
}];

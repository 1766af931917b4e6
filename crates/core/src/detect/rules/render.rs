//! Render.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "render-hook",
        placeholder: "RENDER_HOOK_KEY",
        summary: "The key of a deploy hook of Render",
        reason: "Who has it deploys the service.",
        source: "the vendor's documentation",
        pattern: r"api\.render\.com/deploy/[a-z0-9-]{8,40}\?key=([A-Za-z0-9_-]{8,40})",
        #[cfg(test)]
        cases: super::Cases {
            note: "The service's id before it opens nothing.",
            examples: &["curl https://api.render.com/deploy/srv-⟨hex 20⟩?key=«⟨b62 11⟩»"],
            counter_examples: &["https://api.render.com/deploy/srv-cq1j2k3l4m5n"],
        },
        ..Rule::SECRET
    },
    Rule {
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
    },
];

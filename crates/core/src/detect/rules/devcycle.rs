//! DevCycle.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "devcycle",
    placeholder: "DEVCYCLE_KEY",
    summary: "A server key of DevCycle",
    reason: "It reads every feature flag.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "dvc_(?:server|client|mobile)_[A-Za-z0-9_-]{16,64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The word tells who uses it.",
        examples: &["DVC=«dvc_server_⟨b62 32⟩»"],
        counter_examples: &["export dvc_server_key"],
    },
    ..Rule::SECRET
}];

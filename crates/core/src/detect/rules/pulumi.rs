//! Pulumi.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "pulumi",
    placeholder: "PULUMI_TOKEN",
    summary: "An access token of Pulumi Cloud",
    reason: "It reads state and secrets of every stack that it reaches.",
    source: "gitleaks 8.30.1, kingfisher 2.14.0, trufflehog 3ab759f",
    pattern: "pul-[0-9a-f]{40}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The mark is followed by exactly 40 hexadecimal characters.",
        examples: &["PULUMI_ACCESS_TOKEN=«pul-⟨hex 40⟩»"],
        counter_examples: &["run pul-request checks"],
    },
    ..Rule::SECRET
}];

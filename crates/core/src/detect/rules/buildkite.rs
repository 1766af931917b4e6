//! Buildkite.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "buildkite",
    placeholder: "BUILDKITE_TOKEN",
    summary: "A token of Buildkite",
    reason: "It acts as its user, agent or cluster in the organisation's pipelines.",
    source: "kingfisher 2.14.0",
    pattern: "bk(?:ua|aa|aj|ar|ct)_[A-Za-z0-9_-]{40,340}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The mark tells which kind it is.",
        examples: &["BUILDKITE_AGENT_TOKEN=«bkua_⟨b64u 64⟩»"],
        counter_examples: &["user tokens begin with bkua_"],
    },
    ..Rule::SECRET
}];

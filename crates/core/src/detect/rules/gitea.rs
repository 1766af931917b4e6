//! Gitea and Forgejo.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "gitea",
    placeholder: "GITEA_TOKEN",
    summary: "A token of Gitea or Forgejo",
    reason: "It acts as its owner in every repository that it reaches.",
    source: "kingfisher 2.14.0",
    keywords: &["gitea", "forgejo"],
    pattern: "[0-9a-f]{40}",
    #[cfg(test)]
    cases: super::Cases {
        note: "A commit has the same form; only the name before it tells.",
        examples: &["gitea token: «⟨hex 40⟩»"],
        counter_examples: &["gitea commit ⟨hex 40⟩ was mirrored"],
    },
    ..Rule::SECRET
}];

//! Riot Games.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "riot",
    placeholder: "RIOT_KEY",
    summary: "An API key of Riot Games",
    reason: "It asks as its owner.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "RGAPI-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The rest is a UUID.",
        examples: &["key «RGAPI-⟨uuid⟩»"],
        counter_examples: &["keys begin with RGAPI-"],
    },
    ..Rule::SECRET
}];

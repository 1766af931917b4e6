//! Rancher.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "rancher",
    placeholder: "RANCHER_TOKEN",
    summary: "An API token of Rancher",
    reason: "It acts as its user in every cluster that Rancher manages.",
    source: "kingfisher 2.14.0",
    pattern: "token-[a-z0-9]{5}:[a-z0-9]{54}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The part before the colon is the token's name.",
        examples: &["RANCHER_TOKEN_KEY=«token-⟨an 5⟩:⟨an 54⟩»"],
        counter_examples: &["the name token-abcde was deleted"],
    },
    ..Rule::SECRET
}];

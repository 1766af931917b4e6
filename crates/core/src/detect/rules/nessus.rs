//! Nessus.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "nessus",
    placeholder: "NESSUS_KEY",
    summary: "The key that links an agent of Nessus",
    reason: "It adds agents to the account.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "agent link --key=([0-9a-f]{64})",
    #[cfg(test)]
    cases: super::Cases {
        note: "A command of nessuscli.",
        examples: &["nessuscli agent link --key=«⟨hex 64⟩» --host=x"],
        counter_examples: &["nessuscli agent link --key=KEY"],
    },
    ..Rule::SECRET
}];

//! ClickUp.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "clickup",
    placeholder: "CLICKUP_TOKEN",
    summary: "A personal token of ClickUp",
    reason: "It reads and changes tasks as its owner.",
    source: "public samples, not verified",
    pattern: "pk_[0-9]{6,10}_[A-Z0-9]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "It begins with pk_ and a number, but is no publishable key.",
        examples: &["Authorization: «pk_⟨dig 8⟩_⟨AN 32⟩»"],
        counter_examples: &["the column pk_1234567 is indexed"],
    },
    ..Rule::SECRET
}];

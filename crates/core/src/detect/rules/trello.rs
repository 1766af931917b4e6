//! Trello.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "trello-token",
        placeholder: "TRELLO_TOKEN",
        summary: "A token of Trello",
        reason: "It reads and changes its owner's boards.",
        source: "public samples, not verified",
        pattern: "ATTA[0-9a-f]{64}[0-9A-F]{8}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The last eight characters look like a checksum.",
            examples: &["https://api.trello.com/1/members/me?token=«ATTA⟨hex 64⟩⟨HEX 8⟩»"],
            counter_examples: &["tokens begin with ATTA"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "trello-any",
        placeholder: "TRELLO_TOKEN",
        summary: "A token of Trello",
        reason: "It reads and changes its owner's boards.",
        source: "public samples, not verified",
        pattern: "ATTA[0-9a-zA-Z]{60,80}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Words in capitals that begin with ATTA are short.",
            examples: &["trello «ATTA⟨b62 70⟩» used"],
            counter_examples: &["ATTACHMENT_NOT_FOUND was returned"],
        },
        ..Rule::SECRET
    },
];

//! Mailgun.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "mailgun",
        placeholder: "MAILGUN_KEY",
        summary: "An API key of Mailgun",
        reason: "It sends mail in the account's name and reads its logs.",
        source: "gitleaks 8.30.1",
        pattern: "key-[0-9a-f]{32}",
        #[cfg(test)]
        cases: super::Cases {
            note: "pubkey- is public; names that begin with key- are not hexadecimal.",
            examples: &["MAILGUN_API_KEY=«key-⟨hex 32⟩»"],
            counter_examples: &["the name key-rotation-policy is free"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "mailgun-key",
        placeholder: "MAILGUN_KEY",
        summary: "An API key of Mailgun of the new form",
        reason: "It sends mail in the account's name and reads its logs.",
        source: "gitleaks 8.30.1",
        keywords: &["mailgun"],
        pattern: "[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Three hexadecimal parts without the vendor's word before them can be anything.",
            examples: &["mailgun api key: «⟨hex 32⟩-⟨hex 8⟩-⟨hex 8⟩»"],
            counter_examples: &["mailgun message ⟨uuid⟩ was queued"],
        },
        ..Rule::SECRET
    },
];

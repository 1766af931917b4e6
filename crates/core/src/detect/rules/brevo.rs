//! Brevo.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "brevo",
        placeholder: "BREVO_KEY",
        summary: "An API key of Brevo",
        reason: "It sends mail in the account's name.",
        source: "gitleaks 8.30.1",
        pattern: "xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Names with the same beginning are shorter.",
            examples: &["api-key: «xkeysib-⟨hex 64⟩-⟨b62 16⟩»"],
            counter_examples: &["keys begin with xkeysib-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "brevo-smtp",
        placeholder: "BREVO_KEY",
        summary: "An SMTP key of Brevo",
        reason: "It sends mail in the account's name.",
        source: "public samples, not verified",
        pattern: "xsmtpsib-[0-9a-f]{64}-[A-Za-z0-9]{16}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Names with the same beginning are shorter.",
            examples: &["smtp pass «xsmtpsib-⟨hex 64⟩-⟨b62 16⟩»"],
            counter_examples: &["SMTP keys begin with xsmtpsib-"],
        },
        ..Rule::SECRET
    },
];

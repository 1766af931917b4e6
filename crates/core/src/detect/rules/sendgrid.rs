//! SendGrid.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "sendgrid",
    placeholder: "SENDGRID_KEY",
    summary: "An API key of SendGrid",
    reason: "It sends mail in the account's name.",
    source: "gitleaks 8.30.1, ripsecrets 0.1.11",
    pattern: r"SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The part between the dots names the key.",
        examples: &["SENDGRID_API_KEY=«SG.⟨b64u 22⟩.⟨b64u 43⟩»"],
        counter_examples: &["keys begin with SG."],
    },
    ..Rule::SECRET
}];

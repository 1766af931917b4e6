//! Square.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "square",
    placeholder: "SQUARE_TOKEN",
    summary: "An access token or secret of Square",
    reason: "It reads customers and takes payments.",
    source: "gitleaks 8.30.1, ripsecrets 0.1.11",
    pattern: "(?:EAAA|sq0[a-z]{3}-)[A-Za-z0-9_-]{22,64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "sq0idp- marks an application's id, which is hidden too since only three letters \
                   tell it apart.",
        examples: &["SQUARE_ACCESS_TOKEN=«EAAA⟨b64u 43⟩»", "client «sq0csp-⟨b64u 43⟩» used"],
        counter_examples: &["tokens begin with EAAA or sq0atp-"],
    },
    ..Rule::SECRET
}];

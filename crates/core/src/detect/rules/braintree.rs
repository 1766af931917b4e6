//! Braintree.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "braintree",
    placeholder: "BRAINTREE_TOKEN",
    summary: "An access token of Braintree or PayPal",
    reason: "It takes payments as the merchant.",
    source: "kingfisher 2.14.0",
    pattern: r"access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The first long part is the merchant's id.",
        examples: &["gateway «access_token$production$⟨an 16⟩$⟨hex 32⟩»"],
        counter_examples: &["the form is access_token$sandbox$"],
    },
    ..Rule::SECRET
}];

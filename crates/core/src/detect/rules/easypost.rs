//! EasyPost.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "easypost",
    placeholder: "EASYPOST_KEY",
    summary: "An API key of EasyPost",
    reason: "It buys shipping labels on the account's bill.",
    source: "public samples, not verified",
    pattern: "EZ[AT]K[A-Za-z0-9]{54}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The third letter tells live from test.",
        examples: &["EASYPOST_API_KEY=«EZAK⟨b62 54⟩»"],
        counter_examples: &["live keys begin with EZAK"],
    },
    ..Rule::SECRET
}];

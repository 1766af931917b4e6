//! Bright Data.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "brightdata-password",
    placeholder: "BRIGHTDATA_PASSWORD",
    summary: "The password of a proxy zone of Bright Data",
    reason: "It sends traffic on the account's bill.",
    source: "public samples, not verified",
    pattern: "brd-customer-[a-z0-9_-]{6,60}:([A-Za-z0-9]{8,40})",
    #[cfg(test)]
    cases: super::Cases {
        note: "The customer and zone before the colon are no secrets.",
        examples: &["curl -x http://brd-customer-hl_1a2b3c-zone-dc1:«⟨b62 12⟩»@brd.example:22225"],
        counter_examples: &["the user brd-customer-hl_1a2b3c-zone-dc1 exists"],
    },
    ..Rule::SECRET
}];

//! Checkout.com.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "checkout",
    placeholder: "CHECKOUT_KEY",
    summary: "A secret key of Checkout.com",
    reason: "It takes and returns payments.",
    source: "kingfisher 1.112",
    pattern: "sk_(?:test_|sbox_)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Keys that begin with pk_ are public.",
        examples: &["key «sk_⟨uuid⟩»"],
        counter_examples: &["pk_⟨uuid⟩ is public"],
    },
    ..Rule::SECRET
}];

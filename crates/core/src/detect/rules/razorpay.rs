//! Razorpay.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "razorpay",
    placeholder: "RAZORPAY_KEY",
    summary: "A key id of Razorpay",
    reason: "It names the key, and with its secret takes payments.",
    source: "public samples, not verified",
    pattern: "rzp_(?:live|test)_[A-Za-z0-9]{14}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Its secret stands beside it and is found by its name.",
        examples: &["RAZORPAY_KEY_ID=«rzp_live_⟨b62 14⟩»"],
        counter_examples: &["live keys begin with rzp_live_"],
    },
    ..Rule::SECRET
}];

//! Stripe.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "stripe",
        placeholder: "STRIPE_KEY",
        summary: "A secret or restricted key of Stripe",
        reason: "It reads customers and moves money.",
        source: "gitleaks 8.30.1, ripsecrets 0.1.11",
        pattern: "(?:sk|rk)_(?:live|test|prod)_[A-Za-z0-9]{10,250}",
        #[cfg(test)]
        cases: super::Cases {
            note: "pk_live_ and pk_test_ are public by design.",
            examples: &["STRIPE_SECRET_KEY=«sk_live_⟨b62 24⟩»", r#"stripe.api_key = "«rk_test_⟨b62 99⟩»""#],
            counter_examples: &[r#"Stripe("pk_live_⟨b62 24⟩")"#, "live keys begin with sk_live_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "stripe-webhook",
        placeholder: "STRIPE_SECRET",
        summary: "A webhook signing secret of Stripe or Svix",
        reason: "It forges events that the receiver trusts.",
        source: "public samples, not verified",
        pattern: "whsec_[A-Za-z0-9+/=]{32,64}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The id of the endpoint begins with we_.",
            examples: &[r#"endpoint_secret = "«whsec_⟨b62 48⟩»""#],
            counter_examples: &["secrets begin with whsec_"],
        },
        ..Rule::SECRET
    },
];

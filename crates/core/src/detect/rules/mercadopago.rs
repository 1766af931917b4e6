//! Mercado Pago.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "mercadopago",
    placeholder: "MERCADOPAGO_TOKEN",
    summary: "An access token of Mercado Pago",
    reason: "It moves the account's money.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "APP_USR-[0-9]{12,18}-[0-9]{6}-[0-9a-f]{32}-[0-9]{6,12}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Public keys are UUIDs behind the same beginning.",
        examples: &["token «APP_USR-⟨dig 16⟩-⟨dig 6⟩-⟨hex 32⟩-⟨dig 10⟩»"],
        counter_examples: &["public APP_USR-⟨uuid⟩"],
    },
    ..Rule::SECRET
}];

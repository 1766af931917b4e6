//! Asaas.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "asaas",
    placeholder: "ASAAS_KEY",
    summary: "An API key of Asaas",
    reason: "It moves the account's money.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: r"\$aact_(?:prod|hmlg)_[A-Za-z0-9:=_-]{20,400}",
    #[cfg(test)]
    cases: super::Cases {
        note: "It begins with a dollar sign, and is no variable.",
        examples: &["ASAAS_API_KEY=«$aact_prod_⟨b62 40⟩»"],
        counter_examples: &["echo $aact_prod_key"],
    },
    ..Rule::SECRET
}];

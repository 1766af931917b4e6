//! Aikido.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "aikido",
    placeholder: "AIKIDO_KEY",
    summary: "A CI token or client secret of Aikido",
    reason: "It reads what the scanner found.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "AIK_(?:CI|SECRET)_[A-Za-z0-9]{24,80}",
    #[cfg(test)]
    cases: super::Cases {
        note: "AIK_CLIENT_ is the id.",
        examples: &["AIKIDO=«AIK_CI_⟨b62 40⟩»"],
        counter_examples: &["client AIK_CLIENT_ID is set"],
    },
    ..Rule::SECRET
}];

//! Canva.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "canva",
    placeholder: "CANVA_SECRET",
    summary: "A client secret of Canva Connect",
    reason: "With its id it acts as the integration.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "cnvca[A-Za-z0-9_-]{51}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Client ids begin with OC-.",
        examples: &["CANVA=«cnvca⟨b62 51⟩»"],
        counter_examples: &["secrets begin with cnvca"],
    },
    ..Rule::SECRET
}];

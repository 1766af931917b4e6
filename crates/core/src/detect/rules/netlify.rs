//! Netlify.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "netlify",
    placeholder: "NETLIFY_TOKEN",
    summary: "A token of Netlify",
    reason: "It deploys and changes its owner's sites.",
    source: "kingfisher 2.14.0",
    pattern: "nf[pcou]_[A-Za-z0-9]{36}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Older tokens have no mark.",
        examples: &["NETLIFY_AUTH_TOKEN=«nfc_⟨b62 36⟩»"],
        counter_examples: &["personal tokens begin with nfp_"],
    },
    ..Rule::SECRET
}];

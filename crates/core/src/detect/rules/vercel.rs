//! Vercel.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "vercel",
    placeholder: "VERCEL_TOKEN",
    summary: "A token of Vercel",
    reason: "It deploys and changes its owner's projects and reads their settings.",
    source: "kingfisher 2.14.0",
    pattern: "vc[pkair]_[A-Za-z0-9_-]{56}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Older tokens have 24 letters and digits and no mark.",
        examples: &["vercel deploy --token «vca_⟨b64u 56⟩»"],
        counter_examples: &["the new tokens begin with vcp_"],
    },
    ..Rule::SECRET
}];

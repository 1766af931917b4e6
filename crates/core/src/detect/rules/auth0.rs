//! Auth0.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "auth0",
    placeholder: "AUTH0_SECRET",
    summary: "A client secret of Auth0",
    reason: "It signs in as the application.",
    source: "public samples, not verified",
    keywords: &["auth0"],
    pattern: "[A-Za-z0-9_-]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The client id beside it has 32 characters.",
        examples: &["auth0 client secret: «⟨b64u 64⟩»"],
        counter_examples: &["auth0 tenant acme-dev has no secret"],
    },
    ..Rule::SECRET
}];

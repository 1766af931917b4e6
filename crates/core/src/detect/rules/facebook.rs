//! Facebook.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "facebook",
    placeholder: "FACEBOOK_TOKEN",
    summary: "An access token of Facebook",
    reason: "It acts as its user, page or application.",
    source: "gitleaks 8.30.1",
    pattern: "EAA[A-Za-z0-9]{90,400}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The application's id is a number and public.",
        examples: &["access_token=«EAA⟨b62 114⟩»"],
        counter_examples: &["tokens begin with EAAC"],
    },
    ..Rule::SECRET
}];

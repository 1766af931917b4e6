//! Cloudsmith.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "cloudsmith",
    placeholder: "CLOUDSMITH_KEY",
    summary: "An entitlement token of Cloudsmith",
    reason: "It reads the packages of a private repository.",
    source: "the vendor's documentation",
    pattern: r"dl\.cloudsmith\.io/([A-Za-z0-9]{16})/",
    #[cfg(test)]
    cases: super::Cases {
        note: "Public repositories have the word public in its place.",
        examples: &["curl https://dl.cloudsmith.io/«⟨b62 16⟩»/acme/prod/setup.deb.sh"],
        counter_examples: &["https://dl.cloudsmith.io/public/acme/prod/setup.deb.sh"],
    },
    ..Rule::SECRET
}];

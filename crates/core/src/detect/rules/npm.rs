//! npm.

use super::Rule;
use super::check;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "npm",
    placeholder: "NPM_TOKEN",
    summary: "An access token of npm",
    reason: "It reads private packages, and mostly publishes new versions.",
    source: "gitleaks 8.30.1, kingfisher 2.14.0, secretlint 12.0.0, ripsecrets 0.1.11",
    pattern: "npm_[A-Za-z0-9]{36}",
    check: Some(check::crc32_in_base62),
    #[cfg(test)]
    cases: super::Cases {
        note: "Its last six characters are a checksum; older tokens are UUIDs.",
        examples: &[
            "//registry.npmjs.org/:_authToken=«npm_⟨b62 30⟩⟨crc62⟩»",
            "NPM_TOKEN=«npm_⟨b62 30⟩⟨crc62⟩»",
        ],
        counter_examples: &["set npm_config_registry and npm_package_version"],
    },
    ..Rule::SECRET
}];

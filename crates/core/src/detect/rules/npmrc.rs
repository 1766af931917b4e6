//! .npmrc files.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "npmrc-auth",
    placeholder: "NPMRC_AUTH",
    summary: "A credential of a package registry",
    reason: "It reads private packages, and mostly publishes new versions.",
    source: "ripsecrets 0.1.11",
    pattern: r#"(?::_authToken|:_password|_auth)\s*=\s*(["'][^\s"'+][^\s"']*["']?|[^\s"']\S*)"#,
    #[cfg(test)]
    cases: super::Cases {
        note: "A reference such as ${NPM_TOKEN} is no secret.",
        examples: &["//registry.acme.example/:_authToken=«⟨b64u 40⟩»", "_auth=«⟨b64 32⟩»"],
        counter_examples: &[
            "//registry.npmjs.org/:_authToken=${NPM_TOKEN}",
            "\"//localhost:1337/:_password = \"+new Buffer(\"x\").toString()",
        ],
    },
    ..Rule::SECRET
}];

//! Travis CI.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "travis",
    placeholder: "TRAVIS_TOKEN",
    summary: "A token of Travis CI",
    reason: "It starts builds and reads their settings as its owner.",
    source: "gitleaks 8.30.1",
    keywords: &["travis"],
    pattern: "[A-Za-z0-9]{22}",
    #[cfg(test)]
    cases: super::Cases {
        note: "22 letters and digits without the vendor's word before them can be anything.",
        examples: &["travis token: «⟨b62 22⟩»"],
        counter_examples: &["travis build token was restarted"],
    },
    ..Rule::SECRET
}];

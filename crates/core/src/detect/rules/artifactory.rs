//! JFrog Artifactory.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "artifactory-key",
        placeholder: "ARTIFACTORY_KEY",
        summary: "An API key of Artifactory",
        reason: "It reads and publishes packages as its user.",
        source: "gitleaks 8.30.1, detect-secrets 1.5.0",
        pattern: "AKCp[A-Za-z0-9]{69}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark is followed by 69 letters and digits.",
            examples: &["X-JFrog-Art-Api: «AKCp⟨b62 69⟩»"],
            counter_examples: &["API keys begin with AKCp"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "artifactory-ref",
        placeholder: "ARTIFACTORY_TOKEN",
        summary: "A reference token of Artifactory",
        reason: "It reads and publishes packages as its user.",
        source: "gitleaks 8.30.1",
        pattern: "cmVmd[A-Za-z0-9]{59}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Its head is base64 of reftkn and a colon.",
            examples: &["jf rt ping with «cmVmd⟨b62 59⟩»"],
            counter_examples: &["reference tokens begin with cmVmd"],
        },
        ..Rule::SECRET
    },
];

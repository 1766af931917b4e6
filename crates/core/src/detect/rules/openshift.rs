//! OpenShift.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "openshift",
    placeholder: "OPENSHIFT_TOKEN",
    summary: "An access token of OpenShift",
    reason: "It acts as its user in the cluster.",
    source: "gitleaks 8.30.1",
    pattern: "sha256~[A-Za-z0-9_-]{43}",
    #[cfg(test)]
    cases: super::Cases {
        note: "sha256 with a colon and 64 hexadecimal characters is a digest; only the tilde \
                   marks a token.",
        examples: &["oc login --token=«sha256~⟨b64u 43⟩»"],
        counter_examples: &["image@sha256:⟨hex 64⟩"],
    },
    ..Rule::SECRET
}];

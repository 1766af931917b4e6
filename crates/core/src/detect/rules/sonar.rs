//! SonarQube.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "sonar",
    placeholder: "SONAR_TOKEN",
    summary: "A token of SonarQube",
    reason: "It reads code findings and uploads analyses as its user or project.",
    source: "gitleaks 8.30.1",
    pattern: "sq[upa]_[0-9a-f]{40}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Older tokens are 40 hexadecimal characters without a mark.",
        examples: &["sonar.login=«sqa_⟨hex 40⟩»"],
        counter_examples: &["project tokens begin with sqp_"],
    },
    ..Rule::SECRET
}];

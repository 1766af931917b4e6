//! Jenkins.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "jenkins-api",
        placeholder: "JENKINS_TOKEN",
        summary: "An API token of Jenkins",
        reason: "It starts jobs as its user.",
        source: "kingfisher 2.14.0",
        keywords: &["jenkins"],
        pattern: "11[0-9a-f]{32}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It is 11 and 32 hexadecimal characters.",
            examples: &["jenkins token: «11⟨hex 32⟩»"],
            counter_examples: &["jenkins build 1188 took 32 minutes"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "jenkins-crumb",
        placeholder: "JENKINS_CRUMB",
        summary: "A crumb of Jenkins",
        reason: "It belongs to a session, and lets requests pass the forgery check.",
        source: "public samples, not verified",
        keywords: &["jenkins-crumb"],
        pattern: "[0-9a-f]{64}",
        #[cfg(test)]
        cases: super::Cases {
            note: "A SHA-256 has the same form.",
            examples: &["header auth Jenkins-Crumb: «⟨hex 64⟩»"],
            counter_examples: &["Jenkins-Crumb is required"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "jenkins-encrypted",
        placeholder: "JENKINS_SECRET",
        summary: "A secret that Jenkins encrypted",
        reason: "The master key on the same machine decrypts it.",
        source: "public samples, not verified",
        pattern: r"\{AQAA[A-Za-z0-9+/=]{20,4096}\}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Braces around other text are none.",
            examples: &["<password>«{AQAA⟨b62 44⟩}»</password>"],
            counter_examples: &["the format is {AQAA...}"],
        },
        ..Rule::SECRET
    },
];

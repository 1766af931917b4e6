//! Bitbucket.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "bitbucket-app",
        placeholder: "BITBUCKET_PASSWORD",
        summary: "An app password of Bitbucket",
        reason: "It acts as its owner in every repository that it reaches.",
        source: "public samples, not verified",
        pattern: "ATBB[A-Za-z0-9]{24}[0-9A-F]{8}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The last eight characters look like a checksum.",
            examples: &["git clone https://ci:«ATBB⟨b62 24⟩⟨HEX 8⟩»@bitbucket.org/acme/infra.git"],
            counter_examples: &["app passwords begin with ATBB"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "bitbucket-access",
        placeholder: "BITBUCKET_TOKEN",
        summary: "An access token of Bitbucket",
        reason: "It acts in its repository, project or workspace.",
        source: "public samples, not verified",
        pattern: "ATCTT3[A-Za-z0-9_-]{60,250}(?:=[0-9A-F]{8})?",
        #[cfg(test)]
        cases: super::Cases {
            note: "The last eight characters look like a checksum.",
            examples: &["Authorization: Bearer «ATCTT3xFfGN0⟨b64u 124⟩=⟨HEX 8⟩»"],
            counter_examples: &["access tokens begin with ATCTT3xFfGN0"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "bitbucket-dc",
        placeholder: "BITBUCKET_TOKEN",
        summary: "An access token of Bitbucket Data Center",
        reason: "It acts as its owner on the company's own server.",
        source: "public samples, not verified",
        pattern: "BBDC-[A-Za-z0-9+/@_-]{40,50}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark alone is none.",
            examples: &[r#"curl -H "Authorization: Bearer «BBDC-⟨b62 45⟩»""#],
            counter_examples: &["tokens begin with BBDC-"],
        },
        ..Rule::SECRET
    },
];

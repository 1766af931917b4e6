//! Atlassian.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "atlassian-api",
        placeholder: "ATLASSIAN_TOKEN",
        summary: "An API token of Atlassian",
        reason: "It acts as its owner in Jira, Confluence and Bitbucket.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0",
        pattern: "ATATT3[A-Za-z0-9_-]{60,250}(?:=[0-9A-F]{8})?",
        #[cfg(test)]
        cases: super::Cases {
            note: "The last eight characters look like a checksum; older tokens have 24 characters \
                   and no mark.",
            examples: &["curl -u ci@acme.example:«ATATT3xFfGF0⟨b64u 124⟩=⟨HEX 8⟩»"],
            counter_examples: &["API tokens begin with ATATT3xFfGF0"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "atlassian-pat-dc",
        placeholder: "ATLASSIAN_TOKEN",
        summary: "A personal access token of Jira, Confluence or Bitbucket on an own server",
        reason: "It acts as its owner on the company's own server.",
        source: "public samples, not verified",
        keywords: &["bitbucket", "jira", "confluence"],
        pattern: "[A-Za-z0-9+/]{44}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It is base64 of a number, a colon and random bytes, so that it begins with M, N \
                   or O.",
            examples: &["jira token: «⟨b64 44⟩»"],
            counter_examples: &["jira issue INFRA-1234 token was rotated"],
        },
        ..Rule::SECRET
    },
];

//! GitHub.

use super::Rule;
use super::check;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "github-pat",
        placeholder: "GITHUB_TOKEN",
        summary: "A personal access token of GitHub",
        reason: "It acts as its owner in every repository that it reaches.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0, secretlint 12.0.0, ripsecrets 0.1.11, trufflehog 3ab759f",
        pattern: "ghp_[A-Za-z0-9]{36}",
        check: Some(check::crc32_in_base62),
        #[cfg(test)]
        cases: super::Cases {
            note: "Its last six characters are a checksum.",
            examples: &[
                "GITHUB_TOKEN=«ghp_⟨b62 30⟩⟨crc62⟩»",
                "git clone https://x-access-token:«ghp_⟨b62 36⟩»@github.com/acme/infra.git",
            ],
            counter_examples: &["classic tokens begin with ghp_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "github-oauth",
        placeholder: "GITHUB_TOKEN",
        summary: "An OAuth token of GitHub",
        reason: "It acts as its user with the scopes that an application was given.",
        source: "gitleaks 8.30.1",
        pattern: "gho_[A-Za-z0-9]{36}",
        check: Some(check::crc32_in_base62),
        #[cfg(test)]
        cases: super::Cases {
            note: "Its last six characters are a checksum.",
            examples: &["oauth_token: «gho_⟨b62 30⟩⟨crc62⟩»"],
            counter_examples: &["OAuth tokens begin with gho_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "github-app",
        placeholder: "GITHUB_TOKEN",
        summary: "A token of a GitHub App",
        reason: "It acts as the app or its user in the repositories where it is installed.",
        source: "gitleaks 8.30.1, public samples, not verified",
        pattern: "gh[us]_[A-Za-z0-9]{36}",
        check: Some(check::crc32_in_base62),
        #[cfg(test)]
        cases: super::Cases {
            note: "Its last six characters are a checksum; newer installation tokens are longer and \
                   have three parts.",
            examples: &[
                "Authorization: token «ghs_⟨b62 30⟩⟨crc62⟩»",
                "Authorization: token «ghu_⟨b62 30⟩⟨crc62⟩»",
            ],
            counter_examples: &["the job's token begins with ghs_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "github-app-long",
        placeholder: "GITHUB_TOKEN",
        summary: "An installation token of a GitHub App of the new form",
        reason: "It acts as the app in the repositories where it is installed.",
        source: "public samples, not verified",
        pattern: r"gh[us]_[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It has three parts, as a JWT has.",
            examples: &["git fetch with «ghs_⟨b64u 44⟩.⟨b64u 44⟩.⟨b64u 44⟩»"],
            counter_examples: &["names such as ghs_a.b.c are short"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "github-refresh",
        placeholder: "GITHUB_TOKEN",
        summary: "A refresh token of a GitHub App",
        reason: "It gets new tokens as the app's user.",
        source: "gitleaks 8.30.1",
        pattern: "ghr_[A-Za-z0-9]{36,76}",
        check: Some(check::crc32_in_base62),
        #[cfg(test)]
        cases: super::Cases {
            note: "It has 36 or 76 characters behind the mark; the last six are a checksum.",
            examples: &["refresh «ghr_⟨b62 70⟩⟨crc62⟩» used", "refresh «ghr_⟨b62 30⟩⟨crc62⟩» used"],
            counter_examples: &["refresh tokens begin with ghr_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "github-fine",
        placeholder: "GITHUB_TOKEN",
        summary: "A fine-grained personal access token of GitHub",
        reason: "It acts as its owner in the repositories that it was made for.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0",
        pattern: "github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The part before the second underscore names the token.",
            examples: &["export GH_TOKEN=«github_pat_⟨b62 22⟩_⟨b62 59⟩»"],
            counter_examples: &["fine-grained tokens begin with github_pat_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "github-old",
        placeholder: "GITHUB_TOKEN",
        summary: "A token of GitHub before 2021",
        reason: "It acts as its owner in every repository that it reaches.",
        source: "public samples, not verified",
        keywords: &["github", "x-oauth-basic"],
        pattern: "[0-9a-f]{40}",
        #[cfg(test)]
        cases: super::Cases {
            note: "A commit has the same form; only the name before it tells.",
            examples: &["github oauth token: «⟨hex 40⟩»"],
            counter_examples: &["github commit ⟨hex 40⟩ was checked out"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "github-runner-reg",
        placeholder: "GITHUB_RUNNER_TOKEN",
        summary: "A registration token of a GitHub runner",
        reason: "It adds a machine to the organisation's runners for an hour.",
        source: "public samples, not verified",
        keywords: &["config.sh", "runner"],
        pattern: "A[A-Z2-7]{28}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Words of 29 capitals do not begin with A and hold digits.",
            examples: &["./config.sh --url https://github.com/acme --token «A⟨b32 28⟩»"],
            counter_examples: &["./config.sh --name RUNNER-PRODUCTION-EUROPE-WEST"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "github-webhook-signature",
        placeholder: "SIGNATURE",
        summary: "The signature that a webhook's receiver awaited",
        reason: "With it the very message is taken for the forge's.",
        source: "the vendor's documentation",
        pattern: "signature mismatch: expected (?:sha256=)?([0-9a-f]{64})",
        #[cfg(test)]
        cases: super::Cases {
            note: "A checksum's error reads alike.",
            examples: &["signature mismatch: expected sha256=«⟨hex 64⟩»"],
            counter_examples: &["checksum mismatch: expected sha256=⟨hex 64⟩"],
        },
        ..Rule::SECRET
    },
];

//! GitLab.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "gitlab-pat",
        placeholder: "GITLAB_TOKEN",
        summary: "A personal, project or group access token of GitLab",
        reason: "It acts as its owner, or as a bot of its project or group.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0, secretlint 12.0.0, ripsecrets 0.1.11",
        pattern: "glpat-[A-Za-z0-9_-]{20}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The routable form is longer and has dots.",
            examples: &[
                "PRIVATE-TOKEN: «glpat-⟨b64u 20⟩»",
                "git clone https://oauth2:«glpat-⟨b64u 20⟩»@gitlab.com/acme/infra.git",
            ],
            counter_examples: &["tokens begin with glpat-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "gitlab-pat-routable",
        placeholder: "GITLAB_TOKEN",
        summary: "A routable access token of GitLab",
        reason: "It acts as its owner, or as a bot of its project or group.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0",
        pattern: r"glpat-[A-Za-z0-9_-]{27,300}\.[0-9a-z]{2}\.?[0-9a-z]{7,9}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Behind the last dot stand the payload's length and a checksum; a versioned form \
                   has a second dot.",
            examples: &[
                "TF_HTTP_PASSWORD=«glpat-⟨b64u 27⟩.⟨an 2⟩⟨an 7⟩»",
                "TF_HTTP_PASSWORD=«glpat-⟨b64u 40⟩.⟨an 2⟩.⟨an 9⟩»",
            ],
            counter_examples: &["a routable glpat- token has dots"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "gitlab-deploy",
        placeholder: "GITLAB_TOKEN",
        summary: "A deploy token of GitLab",
        reason: "It reads code, packages or images of its project.",
        source: "gitleaks 8.30.1",
        pattern: "gldt-[A-Za-z0-9_-]{20}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The user name beside it is public.",
            examples: &["docker login -p «gldt-⟨b64u 20⟩» registry.gitlab.com"],
            counter_examples: &["deploy tokens begin with gldt-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "gitlab-runner",
        placeholder: "GITLAB_TOKEN",
        summary: "An authentication token of a GitLab runner",
        reason: "Who has it takes the jobs of that runner with their variables.",
        source: "gitleaks 8.30.1",
        pattern: r"glrt-(?:t[0-9]_)?[A-Za-z0-9_-]{20,300}(?:\.[0-9a-z]{9})?",
        #[cfg(test)]
        cases: super::Cases {
            note: "The runner's short id is public.",
            examples: &["gitlab-runner register --token «glrt-⟨b64u 44⟩»"],
            counter_examples: &["runner tokens begin with glrt-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "gitlab-runner-reg",
        placeholder: "GITLAB_TOKEN",
        summary: "A registration token of GitLab runners",
        reason: "It adds a machine that gets the project's jobs with their variables.",
        source: "gitleaks 8.30.1",
        pattern: "GR1348941[A-Za-z0-9_-]{20}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The fixed head alone is none.",
            examples: &["--registration-token «GR1348941⟨b64u 20⟩»"],
            counter_examples: &["they begin with GR1348941"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "gitlab-job",
        placeholder: "GITLAB_TOKEN",
        summary: "A job token of GitLab",
        reason: "It acts for a job while that runs.",
        source: "gitleaks 8.30.1",
        pattern: "glcbt-[A-Za-z0-9]{1,5}_[A-Za-z0-9_-]{20}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Newer job tokens are JWTs.",
            examples: &["JOB-TOKEN: «glcbt-⟨b62 3⟩_⟨b64u 20⟩»"],
            counter_examples: &["job tokens begin with glcbt-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "gitlab-trigger",
        placeholder: "GITLAB_TOKEN",
        summary: "A pipeline trigger token of GitLab",
        reason: "It starts pipelines as its owner.",
        source: "gitleaks 8.30.1",
        pattern: "glptt-[0-9a-f]{40}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark is followed by exactly 40 hexadecimal characters.",
            examples: &[
                "curl -F token=«glptt-⟨hex 40⟩» https://gitlab.com/api/v4/projects/1/trigger/pipeline",
            ],
            counter_examples: &["trigger tokens begin with glptt-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "gitlab-agent",
        placeholder: "GITLAB_TOKEN",
        summary: "A token of a GitLab agent for Kubernetes",
        reason: "It poses as the agent of a cluster.",
        source: "gitleaks 8.30.1",
        pattern: "glagent-[A-Za-z0-9_-]{50}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The agent's name is public.",
            examples: &["helm upgrade --set config.token=«glagent-⟨b64u 50⟩» agent"],
            counter_examples: &["agent tokens begin with glagent-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "gitlab-oauth",
        placeholder: "GITLAB_TOKEN",
        summary: "An OAuth application secret of GitLab",
        reason: "It lets a program pose as the application.",
        source: "gitleaks 8.30.1",
        pattern: "gloas-[A-Za-z0-9_-]{64}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The application's id is public.",
            examples: &["client secret «gloas-⟨b64u 64⟩»"],
            counter_examples: &["they begin with gloas-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "gitlab-feed",
        placeholder: "GITLAB_TOKEN",
        summary: "A feed, mail, SCIM or feature flag token of GitLab",
        reason: "It reads or changes that one part of GitLab as its owner.",
        source: "gitleaks 8.30.1",
        pattern: "gl(?:ft|imt|soat|ffct)-[A-Za-z0-9_-]{20,25}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark tells which part it is.",
            examples: &["feed_token=«glft-⟨b64u 22⟩»", "incoming mail «glimt-⟨b64u 25⟩» was used"],
            counter_examples: &["feed tokens begin with glft-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "gitlab-session",
        placeholder: "GITLAB_SESSION",
        summary: "A session cookie of GitLab",
        reason: "Who has it is signed in as its user.",
        source: "gitleaks 8.30.1",
        pattern: "_gitlab_session=([0-9a-z]{32})",
        #[cfg(test)]
        cases: super::Cases {
            note: "Other cookies of GitLab are settings.",
            examples: &["Cookie: _gitlab_session=«⟨an 32⟩»; sidebar_collapsed=false"],
            counter_examples: &["the cookie _gitlab_session=none is set"],
        },
        ..Rule::SECRET
    },
];

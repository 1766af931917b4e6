//! Docker.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "docker-hub",
        placeholder: "DOCKER_TOKEN",
        summary: "An access token of Docker Hub",
        reason: "It pulls private images, and mostly pushes new ones.",
        source: "kingfisher 2.14.0, trufflehog 3ab759f, secretlint 12.0.0",
        pattern: "dckr_(?:pat_[A-Za-z0-9_-]{27}|oat_[A-Za-z0-9_-]{32})",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark tells whether it belongs to a person or an organisation.",
            examples: &[
                "docker login -u acme -p «dckr_pat_⟨b64u 27⟩»",
                "docker login -u acme -p «dckr_oat_⟨b64u 32⟩»",
            ],
            counter_examples: &["personal tokens begin with dckr_pat_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "docker-config-auth",
        placeholder: "DOCKER_AUTH",
        summary: "The credentials of a registry in config.json",
        reason: "They are user and password, only encoded.",
        source: "secretlint 12.0.0",
        pattern: r#""auths"\s*:\s*\{\s*"[^"\s]{1,200}"\s*:\s*\{\s*"auth"\s*:\s*"([A-Za-z0-9+/=]{8,4096})""#,
        #[cfg(test)]
        cases: super::Cases {
            note: "An entry without auth uses a helper, which holds them elsewhere.",
            examples: &[r#"{"auths": {"registry.acme.example": {"auth": "«⟨b64 32⟩»"}}}"#],
            counter_examples: &[r#"{"auths": {"registry.acme.example": {}}, "credsStore": "desktop"}"#],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "docker-swarm",
        placeholder: "DOCKER_SWARM_TOKEN",
        summary: "A join token or unlock key of Docker Swarm",
        reason: "It adds a machine to the swarm, or opens a locked manager.",
        source: "kingfisher 2.14.0",
        pattern: "SWMTKN-1-[a-z0-9]{50,60}-[a-z0-9]{24,30}|SWMKEY-1-[A-Za-z0-9+/]{40,50}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The number behind the mark is the version.",
            examples: &[
                "docker swarm join --token «SWMTKN-1-⟨an 55⟩-⟨an 27⟩» 10.0.0.1:2377",
                "Unlock key «SWMKEY-1-⟨b64 43⟩»",
            ],
            counter_examples: &["join tokens begin with SWMTKN-1-"],
        },
        ..Rule::SECRET
    },
];

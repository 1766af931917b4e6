//! Cloudflare.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "cloudflare-token",
        placeholder: "CLOUDFLARE_TOKEN",
        summary: "An API token of Cloudflare",
        reason: "It changes the zones and services that it was made for.",
        source: "gitleaks 8.30.1",
        keywords: &["cloudflare", "cf_"],
        pattern: "[A-Za-z0-9_-]{40}",
        #[cfg(test)]
        cases: super::Cases {
            note: "40 characters without the vendor's word before them can be anything.",
            examples: &["cloudflare api token: «⟨b64u 40⟩»"],
            counter_examples: &["cloudflare worker commit ⟨hex 40⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "cloudflare-token-2",
        placeholder: "CLOUDFLARE_TOKEN",
        summary: "An API token of Cloudflare of the new form",
        reason: "It changes the zones and services that it was made for.",
        source: "kingfisher 2.14.0",
        pattern: "cf[ua]t_[A-Za-z0-9]{40}[0-9a-f]{8}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The last eight characters look like a checksum.",
            examples: &["Authorization: Bearer «cfat_⟨b62 40⟩⟨hex 8⟩»"],
            counter_examples: &["user tokens begin with cfut_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "cloudflare-global",
        placeholder: "CLOUDFLARE_KEY",
        summary: "The global API key of a Cloudflare user",
        reason: "It changes everything that the user can change.",
        source: "gitleaks 8.30.1",
        keywords: &["cloudflare", "x-auth-key"],
        pattern: "[0-9a-f]{37}",
        #[cfg(test)]
        cases: super::Cases {
            note: "37 hexadecimal characters is a length that nothing else has.",
            examples: &["X-Auth-Key: «⟨hex 37⟩»"],
            counter_examples: &["cloudflare zone id ⟨hex 32⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "cloudflare-origin-ca",
        placeholder: "CLOUDFLARE_KEY",
        summary: "An origin CA key of Cloudflare",
        reason: "It makes certificates that Cloudflare trusts for the account's zones.",
        source: "gitleaks 8.30.1",
        pattern: r"v1\.0-[0-9a-f]{24}-[0-9a-f]{146}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Version numbers such as v1.0 are short.",
            examples: &["X-Auth-User-Service-Key: «v1.0-⟨hex 24⟩-⟨hex 146⟩»"],
            counter_examples: &["the release v1.0-rc1 is out"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "cloudflare-tunnel",
        placeholder: "CLOUDFLARE_TUNNEL_TOKEN",
        summary: "The token of a Cloudflare tunnel",
        reason: "It runs the tunnel, and so receives its traffic.",
        source: "public samples, not verified",
        pattern: "eyJhIjoi[A-Za-z0-9+/_-]{100,400}={0,2}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It has no dots, so that it is no JWT.",
            examples: &["cloudflared tunnel run --token «eyJhIjoi⟨b62 124⟩»"],
            counter_examples: &["the token is base64 of a JSON text"],
        },
        ..Rule::SECRET
    },
];

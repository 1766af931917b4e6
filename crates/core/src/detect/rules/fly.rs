//! Fly.io.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "fly-v1",
        placeholder: "FLY_TOKEN",
        summary: "A list of tokens of Fly.io",
        reason: "It deploys and changes the organisation's apps.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0",
        pattern: "FlyV1 f[om][12][ar]?_[A-Za-z0-9+/=_,-]{40,4096}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Tokens in the list are separated by commas and belong together.",
            examples: &[r#"FLY_API_TOKEN="«FlyV1 fm2_⟨b62 80⟩,fm2_⟨b62 80⟩»""#],
            counter_examples: &["the scheme FlyV1 is new"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "fly",
        placeholder: "FLY_TOKEN",
        summary: "A token of Fly.io",
        reason: "It deploys and changes the organisation's apps.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0",
        pattern: r"fo1_[\w-]{43}|fm1[ar]?_[A-Za-z0-9+/]{100,2048}={0,3}|fm2[ar]?_[A-Za-z0-9+/]{100,2048}={0,3}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark tells which kind it is.",
            examples: &["fly auth token «fo1_⟨b64u 43⟩»", "fly auth token «fm2_⟨b64 120⟩»"],
            counter_examples: &["personal tokens begin with fo1_"],
        },
        ..Rule::SECRET
    },
];

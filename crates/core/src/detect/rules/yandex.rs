//! Yandex Cloud.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "yandex",
        placeholder: "YANDEX_KEY",
        summary: "An API key, access key secret or IAM token of Yandex Cloud",
        reason: "It acts as its user or service account.",
        source: "gitleaks 8.30.1",
        pattern: concat!(
            "(?:AQVN[A-Za-z0-9_-]{35,38}|YC[A-Za-z0-9_-]{38}|t",
            r"1\.[A-Za-z0-9_-]+={0,2}\.[A-Za-z0-9_-]{86}={0,2})"
        ),
        #[cfg(test)]
        cases: super::Cases {
            note: "IAM tokens begin with t1. and have three parts.",
            examples: &["yc api key «AQVN⟨b64u 36⟩»", "secret «YC⟨b64u 38⟩» of the key"],
            counter_examples: &["IAM tokens begin with t1."],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "yandex-oauth",
        placeholder: "YANDEX_TOKEN",
        summary: "An OAuth token of Yandex",
        reason: "It gets IAM tokens as its user.",
        source: "public samples, not verified",
        pattern: "(?:y0_|y1_|y2_|y3_)[A-Za-z0-9_-]{50,60}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The number behind y tells the version.",
            examples: &["YC_TOKEN=«y0_⟨b64u 55⟩»"],
            counter_examples: &["OAuth tokens begin with y0_"],
        },
        ..Rule::SECRET
    },
];

//! Zapier.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "zapier",
    placeholder: "ZAPIER_WEBHOOK",
    summary: "The path of a webhook of Zapier",
    reason: "Who has it starts the workflow.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: r"hooks\.zapier\.com/hooks/catch/([0-9]{4,10}/[A-Za-z0-9]{5,12})",
    #[cfg(test)]
    cases: super::Cases {
        note: "The host stays as it is.",
        examples: &["https://hooks.zapier.com/hooks/catch/«⟨dig 7⟩/⟨an 7⟩»/"],
        counter_examples: &["https://hooks.zapier.com/hooks/catch/help"],
    },
    ..Rule::SECRET
}];

//! OVHcloud.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "ovh",
    placeholder: "OVH_SECRET",
    summary: "An application secret or consumer key of OVHcloud",
    reason: "With its application key it acts as the account's owner.",
    source: "public samples, not verified",
    keywords: &["ovh_application_secret", "ovh_consumer_key"],
    pattern: "[A-Za-z0-9]{32}",
    #[cfg(test)]
    cases: super::Cases {
        note: "An MD5 has the same length.",
        examples: &["OVH_APPLICATION_SECRET=«⟨b62 32⟩»"],
        counter_examples: &["OVH_CONSUMER_KEY is missing"],
    },
    ..Rule::SECRET
}];

//! OneSignal.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "onesignal",
    placeholder: "ONESIGNAL_KEY",
    summary: "A REST key of OneSignal",
    reason: "It sends messages to every device.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "os_v2_(?:org|app)_[a-z0-9]{80,120}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The id of an application is a UUID.",
        examples: &["key «os_v2_app_⟨an 103⟩»"],
        counter_examples: &["keys begin with os_v2_app_"],
    },
    ..Rule::SECRET
}];

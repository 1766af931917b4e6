//! ThingsBoard.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "thingsboard",
    placeholder: "DEVICE_TOKEN",
    summary: "The access token in a device's address",
    reason: "Who has it writes as the device.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "/api/v1/([A-Za-z0-9]{20})/(?:telemetry|attributes|rpc)",
    #[cfg(test)]
    cases: super::Cases {
        note: "The address stays as it is.",
        examples: &["https://thingsboard.cloud/api/v1/«⟨b62 20⟩»/telemetry"],
        counter_examples: &["GET /api/v1/devices/telemetry"],
    },
    ..Rule::SECRET
}];

//! InfluxDB.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "influx",
    placeholder: "INFLUX_TOKEN",
    summary: "A token of InfluxDB",
    reason: "It reads and writes the buckets that it was made for.",
    source: "kingfisher 2.14.0",
    keywords: &["influx"],
    pattern: "[A-Za-z0-9_-]{86}==",
    #[cfg(test)]
    cases: super::Cases {
        note: "A SHA-512 in base64 has the same form.",
        examples: &["influx auth token: «⟨b64u 86⟩==»"],
        counter_examples: &["influx archive sha512-⟨b64 86⟩=="],
    },
    ..Rule::SECRET
}];

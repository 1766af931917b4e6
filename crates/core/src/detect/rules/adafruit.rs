//! Adafruit IO.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "adafruit",
    placeholder: "ADAFRUIT_KEY",
    summary: "A key of Adafruit IO",
    reason: "It reads and writes its owner's feeds.",
    source: "public samples, not verified",
    pattern: "aio_[A-Za-z0-9]{28}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names with the same beginning are shorter.",
        examples: &["ADAFRUIT_IO_KEY=«aio_⟨b62 28⟩»"],
        counter_examples: &["the module aio_pika is imported"],
    },
    ..Rule::SECRET
}];

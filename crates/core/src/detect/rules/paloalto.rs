//! Palo Alto Networks.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "paloalto-encrypted",
    placeholder: "ENCODED",
    summary: "A password or key as PAN-OS and Panorama write it into their configuration",
    reason: "It is encrypted with the device's master key, which is the same on every device until somebody changes it.",
    source: "docs.paloaltonetworks.com, \"Configure the Master Key\"",
    pattern: "-AQ==[A-Za-z0-9+/=]{20,600}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Version, digest and text are one behind the other.",
        examples: &["pre-shared-key key «-AQ==⟨b64 27⟩=⟨b64 22⟩==»"],
        counter_examples: &["values begin with -AQ=="],
    },
    ..Rule::SECRET
}];

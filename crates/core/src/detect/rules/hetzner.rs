//! Hetzner Cloud.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "hetzner",
    placeholder: "HETZNER_TOKEN",
    summary: "A token of Hetzner Cloud",
    reason: "It creates, changes and deletes the project's resources.",
    source: "kingfisher 2.14.0",
    keywords: &["hcloud", "hetzner"],
    pattern: "[A-Za-z0-9]{64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "64 letters and digits without the vendor's word before them can be anything.",
        examples: &["hcloud token: «⟨b62 64⟩»", "hetzner = \"«⟨b62 64⟩»\""],
        counter_examples: &["hcloud server image sha256 ⟨hex 64⟩", "hetzner: ⟨hex 64⟩"],
    },
    ..Rule::SECRET
}];

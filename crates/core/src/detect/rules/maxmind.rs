//! MaxMind.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "maxmind",
    placeholder: "MAXMIND_KEY",
    summary: "A licence key of MaxMind",
    reason: "It downloads the databases that its owner paid for.",
    source: "gitleaks 8.30.1",
    pattern: "[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk",
    #[cfg(test)]
    cases: super::Cases {
        note: "The mark stands at the end.",
        examples: &["LicenseKey «⟨b62 6⟩_⟨b62 29⟩_mmk»"],
        counter_examples: &["keys end in _mmk"],
    },
    ..Rule::SECRET
}];

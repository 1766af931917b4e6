//! Doppler.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "doppler",
    placeholder: "DOPPLER_TOKEN",
    summary: "A token of Doppler",
    reason: "It reads the secrets of a config, or of the whole workplace.",
    source: "gitleaks 8.30.1, the vendor's documentation",
    pattern: r"dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Service tokens carry the config's name between two dots.",
        examples: &["DOPPLER_TOKEN=«dp.pt.⟨b62 42⟩»", "doppler run --token «dp.st.prd_eu.⟨b62 43⟩»"],
        counter_examples: &["the token kinds dp.pt. and dp.st. differ"],
    },
    ..Rule::SECRET
}];

//! RubyGems.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "rubygems",
    placeholder: "RUBYGEMS_KEY",
    summary: "An API key of RubyGems",
    reason: "It publishes new versions of its owner's gems.",
    source: "gitleaks 8.30.1",
    pattern: "rubygems_[0-9a-f]{48}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The mark is followed by exactly 48 hexadecimal characters.",
        examples: &[":rubygems_api_key: «rubygems_⟨hex 48⟩»"],
        counter_examples: &["the gem rubygems_plugin is installed"],
    },
    ..Rule::SECRET
}];

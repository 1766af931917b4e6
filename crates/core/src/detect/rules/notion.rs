//! Notion.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "notion",
    placeholder: "NOTION_TOKEN",
    summary: "An integration token of Notion",
    reason: "It reads and changes the pages that it was invited to.",
    source: "gitleaks 8.30.1",
    pattern: "ntn_[0-9]{11}[A-Za-z0-9]{35}|secret_[A-Za-z0-9]{43}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names such as secret_manager are shorter and hold underscores.",
        examples: &["NOTION_TOKEN=«ntn_⟨dig 11⟩⟨b62 35⟩»", "NOTION_TOKEN=«secret_⟨b62 43⟩»"],
        counter_examples: &["the module secret_manager is new"],
    },
    ..Rule::SECRET
}];

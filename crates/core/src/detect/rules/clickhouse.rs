//! ClickHouse Cloud.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "clickhouse-cloud",
    placeholder: "CLICKHOUSE_KEY",
    summary: "An API key of ClickHouse Cloud",
    reason: "It creates, changes and deletes the organisation's services.",
    source: "gitleaks 8.30.1",
    pattern: "4b1d[A-Za-z0-9]{38}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Hexadecimal text that begins with 4b1d has no capitals.",
        examples: &["clickhouse key «4b1d⟨b62 38⟩»"],
        counter_examples: &["commit 4b1d⟨hex 36⟩"],
    },
    ..Rule::SECRET
}];

//! TrueNAS.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "truenas-call",
        placeholder: "TRUENAS_KEY",
        summary: "An API key of TrueNAS in a call of its interface",
        reason: "It administers the storage.",
        source: "the vendor's documentation",
        pattern: "auth\\.login_with_api_key\"[, \\n\\t]{0,40}\"params\"[: \\n\\t]{1,20}\\[[ \\n\\t]{0,40}\"([A-Za-z0-9-]{16,80})\"",
        #[cfg(test)]
        cases: super::Cases {
            note: "Names of pools stand in the same place of other calls.",
            examples: &[
                "{\"method\": \"auth.login_with_api_key\",\n  \"params\": [\n    \"«⟨b62 64⟩»\"\n  ]}",
            ],
            counter_examples: &["{\"method\": \"pool.query\",\n  \"params\": [\n    \"tank-2024\"\n  ]}"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "truenas",
        placeholder: "TRUENAS_KEY",
        summary: "An API key of TrueNAS",
        reason: "It administers the storage.",
        source: "kingfisher 1.112",
        keywords: &["api_key", "truenas"],
        pattern: "[0-9]{1,3}-[A-Za-z0-9]{64}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Its number stands before the hyphen.",
            examples: &[r#""method":"auth.login_with_api_key","params":["«12-⟨b62 64⟩»"]"#],
            counter_examples: &["truenas job 12-3"],
        },
        ..Rule::SECRET
    },
];

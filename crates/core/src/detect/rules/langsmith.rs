//! LangSmith.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "langsmith",
    placeholder: "LANGSMITH_KEY",
    summary: "An API key of LangSmith",
    reason: "It reads and writes the traces of its workspace.",
    source: "kingfisher 2.14.0",
    pattern: "lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The mark tells whether it is personal or of a service.",
        examples: &["LANGSMITH_API_KEY=«lsv2_pt_⟨hex 32⟩_⟨hex 10⟩»"],
        counter_examples: &["keys begin with lsv2_pt_"],
    },
    ..Rule::SECRET
}];

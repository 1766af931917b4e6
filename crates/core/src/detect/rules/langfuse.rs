//! Langfuse.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "langfuse",
    placeholder: "LANGFUSE_KEY",
    summary: "A secret key of Langfuse",
    reason: "It reads and writes the traces of its project.",
    source: "kingfisher 2.14.0",
    pattern: "sk-lf-[0-9a-f-]{36}",
    #[cfg(test)]
    cases: super::Cases {
        note: "pk-lf- is the public key beside it.",
        examples: &["LANGFUSE_SECRET_KEY=«sk-lf-⟨uuid⟩»"],
        counter_examples: &[r#"new Langfuse("pk-lf-⟨uuid⟩")"#],
    },
    ..Rule::SECRET
}];

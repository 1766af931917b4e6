//! Keys that begin with sk-.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "sk-any",
    placeholder: "API_KEY",
    summary: "An API key that begins with sk-",
    reason: "Many vendors of models give out such keys; they call models on their owner's bill.",
    source: "public samples, not verified",
    pattern: "sk-[A-Za-z0-9_-]{20,200}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names of styles such as sk-loading-indicator are words with hyphens.",
        examples: &["api_base key «sk-⟨b64u 44⟩»"],
        counter_examples: &[r#"class="sk-cube-grid""#],
    },
    ..Rule::SECRET
}];

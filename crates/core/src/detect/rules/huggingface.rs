//! Hugging Face.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "huggingface",
    placeholder: "HUGGINGFACE_TOKEN",
    summary: "An access token of Hugging Face",
    reason: "It reads private models and data, and may write them.",
    source: "gitleaks 8.30.1",
    pattern: "hf_[A-Za-z]{34}|api_org_[A-Za-z]{34}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Names of functions such as hf_hub_download are shorter and hold underscores.",
        examples: &["HF_TOKEN=«hf_⟨let 34⟩»", "HF_TOKEN=«api_org_⟨let 34⟩»"],
        counter_examples: &["from huggingface_hub import hf_hub_download"],
    },
    ..Rule::SECRET
}];

//! OpenAI.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "openai",
        placeholder: "OPENAI_KEY",
        summary: "An API key of OpenAI",
        reason: "It calls models on its owner's bill.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0",
        pattern: "sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{20,74}T3BlbkFJ[A-Za-z0-9_-]{20,74}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark in the middle is base64 of the vendor's name.",
            examples: &["OPENAI_API_KEY=«sk-proj-⟨b64u 44⟩T3BlbkFJ⟨b64u 44⟩»"],
            counter_examples: &["project keys begin with sk-proj-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "openai-old",
        placeholder: "OPENAI_KEY",
        summary: "An API key of OpenAI of the old form",
        reason: "It calls models on its owner's bill.",
        source: "gitleaks 8.30.1, detect-secrets 1.5.0",
        pattern: "sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark stands after 20 characters.",
            examples: &[r#"openai.api_key = "«sk-⟨b62 20⟩T3BlbkFJ⟨b62 20⟩»""#],
            counter_examples: &["the mark is T3BlbkFJ"],
        },
        ..Rule::SECRET
    },
];

//! Pinecone.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "pinecone",
    placeholder: "PINECONE_KEY",
    summary: "An API key of Pinecone",
    reason: "It reads and writes the indexes of its project.",
    source: "kingfisher 2.14.0",
    pattern: "pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{60,64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Older keys are UUIDs, which only their name tells.",
        examples: &["PINECONE_API_KEY=«pcsk_⟨b62 5⟩_⟨b62 62⟩»"],
        counter_examples: &["keys begin with pcsk_"],
    },
    ..Rule::SECRET
}];

//! Weights & Biases.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "wandb",
        placeholder: "WANDB_KEY",
        summary: "An API key of Weights & Biases",
        reason: "It reads and writes the runs of its owner's projects.",
        source: "kingfisher 2.14.0",
        keywords: &["wandb"],
        pattern: "[0-9a-f]{40}",
        #[cfg(test)]
        cases: super::Cases {
            note: "A commit has the same form; only the name before it tells.",
            examples: &["wandb login key: «⟨hex 40⟩»"],
            counter_examples: &["wandb run of commit ⟨hex 40⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "wandb-v1",
        placeholder: "WANDB_KEY",
        summary: "An API key of Weights & Biases of the new form",
        reason: "It reads and writes the runs of its owner's projects.",
        source: "public samples, not verified",
        pattern: "wandb_v1_[A-Za-z0-9_]{40,100}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark alone is none.",
            examples: &["WANDB_API_KEY=«wandb_v1_⟨b62 64⟩»"],
            counter_examples: &["keys begin with wandb_v1_"],
        },
        ..Rule::SECRET
    },
];

//! Sourcegraph.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "sourcegraph",
        placeholder: "SOURCEGRAPH_TOKEN",
        summary: "An access token of Sourcegraph",
        reason: "It reads code as its owner.",
        source: "gitleaks 8.30.1",
        pattern: "sgp_(?:[0-9a-fA-F]{16}_|local_)?[0-9a-fA-F]{40}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The first part names the instance.",
            examples: &["SRC_ACCESS_TOKEN=«sgp_⟨hex 16⟩_⟨hex 40⟩»"],
            counter_examples: &["tokens begin with sgp_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "sourcegraph-gateway",
        placeholder: "SOURCEGRAPH_TOKEN",
        summary: "A key of the gateway of Sourcegraph",
        reason: "It calls models on its owner's bill.",
        source: "kingfisher 1.112",
        pattern: "slk_[0-9a-f]{64}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Licence keys begin with slk_ too.",
            examples: &["key «slk_⟨hex 64⟩»"],
            counter_examples: &["keys begin with slk_"],
        },
        ..Rule::SECRET
    },
];

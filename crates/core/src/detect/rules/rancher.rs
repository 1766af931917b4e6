//! Rancher.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "rancher-k3s",
        placeholder: "K3S_TOKEN",
        summary: "A token of k3s or RKE2",
        reason: "It joins a machine to the cluster, as a server too.",
        source: "docs.k3s.io, \"token\"",
        pattern: "K10[0-9a-f]{64}::[A-Za-z0-9.:_-]{8,120}",
        #[cfg(test)]
        cases: super::Cases {
            note: "What stands before the colons is the digest of the cluster's certificate.",
            examples: &["«K10⟨hex 64⟩::server:⟨hex 32⟩»", "K3S_TOKEN=«K10⟨hex 64⟩::⟨an 6⟩.⟨an 16⟩»"],
            counter_examples: &["tokens begin with K10"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "rancher",
        placeholder: "RANCHER_TOKEN",
        summary: "An API token of Rancher",
        reason: "It acts as its user in every cluster that Rancher manages.",
        source: "kingfisher 2.14.0",
        pattern: "token-[a-z0-9]{5}:[a-z0-9]{54}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The part before the colon is the token's name.",
            examples: &["RANCHER_TOKEN_KEY=«token-⟨an 5⟩:⟨an 54⟩»"],
            counter_examples: &["the name token-abcde was deleted"],
        },
        ..Rule::SECRET
    },
];

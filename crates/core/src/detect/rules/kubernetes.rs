//! Kubernetes.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "kubernetes-bootstrap",
        placeholder: "KUBERNETES_TOKEN",
        summary: "A bootstrap token of Kubernetes",
        reason: "It joins a machine to the cluster.",
        source: "trufflehog 3ab759f",
        keywords: &["kubeadm", "bootstrap"],
        pattern: r"[a-z0-9]{6}\.[a-z0-9]{16}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The part before the dot is the token's public id; file names are seldom of this \
                   exact length.",
            examples: &["kubeadm join 10.0.0.1:6443 --token «⟨an 6⟩.⟨an 16⟩»"],
            counter_examples: &["kubeadm reads module.kubernetescluster"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "kubernetes-client-key",
        placeholder: "KUBERNETES_CLIENT_KEY",
        summary: "The private key of a kubeconfig",
        reason: "It signs in to the cluster as its user.",
        source: "public samples",
        pattern: r"client-key-data:\s*([A-Za-z0-9+/=]{40,})",
        #[cfg(test)]
        cases: super::Cases {
            note: "certificate-authority-data and client-certificate-data are public.",
            examples: &["    client-key-data: «LS0tLS1CRUdJTiBSU0Eg⟨b64 60⟩»"],
            counter_examples: &["    certificate-authority-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t"],
        },
        ..Rule::SECRET
    },
];

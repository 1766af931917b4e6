//! HashiCorp Vault.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "vault-service",
        placeholder: "VAULT_TOKEN",
        summary: "A service token of Vault",
        reason: "It reads every secret that its policies allow.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0, secretlint 12.0.0",
        pattern: r"hvs\.[A-Za-z0-9_-]{24,200}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Root tokens are 24 characters long behind the mark, others 90 and more.",
            examples: &["export VAULT_TOKEN=«hvs.⟨b64u 48⟩»", "X-Vault-Token: «hvs.⟨b64u 48⟩»"],
            counter_examples: &["service tokens begin with hvs."],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "vault-batch",
        placeholder: "VAULT_TOKEN",
        summary: "A batch token of Vault",
        reason: "It reads every secret that its policies allow.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0, secretlint 12.0.0",
        pattern: r"hvb\.[A-Za-z0-9_-]{138,300}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It is longer than a service token.",
            examples: &["VAULT_TOKEN=«hvb.⟨b64u 162⟩»"],
            counter_examples: &["batch tokens begin with hvb."],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "vault-recovery",
        placeholder: "VAULT_TOKEN",
        summary: "A recovery token of Vault",
        reason: "It repairs a Vault in recovery mode, with access to its raw storage.",
        source: "the vendor's documentation",
        pattern: r"hvr\.[A-Za-z0-9_-]{24,200}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It is made only while an operator works in recovery mode.",
            examples: &["X-Vault-Token: «hvr.⟨b64u 48⟩»"],
            counter_examples: &["recovery tokens begin with hvr."],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "vault-legacy",
        placeholder: "VAULT_TOKEN",
        summary: "A token of Vault before 1.10",
        reason: "It reads every secret that its policies allow.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0",
        keywords: &["vault", "x-vault-token"],
        pattern: r"[sbr]\.[A-Za-z0-9]{24}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Chains of methods in code such as s.someMethodName have the same form.",
            examples: &["vault token: «b.⟨b62 24⟩»"],
            counter_examples: &["vault uses s.registerTokenHandlers for that"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "vault-unseal",
        placeholder: "VAULT_UNSEAL_KEY",
        summary: "An unseal or recovery key of Vault",
        reason: "Enough of them together open the whole Vault.",
        source: "the vendor's documentation",
        keywords: &["unseal", "recovery"],
        pattern: "[A-Za-z0-9+/]{44}|[0-9a-f]{66}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The words Unseal Key or Recovery Key stand before it.",
            examples: &["Unseal Key 1: «⟨b64 44⟩»", "Recovery Key 1: «⟨hex 66⟩»"],
            counter_examples: &["Unseal Progress 1/3, Unseal Nonce 6d2b8a9c-1f3e-4b5a-8c7d-9e0f1a2b3c4d"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "vault-approle-secret-id",
        placeholder: "VAULT_SECRET_ID",
        summary: "The secret id of a Vault AppRole",
        reason: "With the role id it logs in as the application.",
        source: "trufflehog 3ab759f",
        pattern: concat!(
            "(?:secret_id|SECRET_ID)",
            r#"["']?\s{0,16}[=:]?\s{0,16}["']?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"#
        ),
        #[cfg(test)]
        cases: super::Cases {
            note: "Its accessor, its TTL and the role id are no secrets; in AWS commands a secret \
                   id is a name.",
            examples: &[r#"secret_id = "«⟨uuid⟩»""#, "VAULT_SECRET_ID=«⟨uuid⟩»"],
            counter_examples: &["secret_id_accessor    ⟨uuid⟩"],
        },
        ..Rule::SECRET
    },
];

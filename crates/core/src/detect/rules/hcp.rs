//! HashiCorp Cloud Platform and Terraform.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "hcp-terraform-token",
        placeholder: "TERRAFORM_TOKEN",
        summary: "A token of HCP Terraform or Terraform Enterprise",
        reason: "It reads state and starts runs of every workspace that it reaches.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0, trufflehog 3ab759f",
        pattern: r"[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Tokens of users, teams, organisations and agents have this form alike.",
            examples: &[
                r#"token = "«⟨b62 14⟩.atlasv1.⟨b62 65⟩»""#,
                "TF_TOKEN_app_terraform_io=«⟨b62 14⟩.atlasv1.⟨b62 65⟩»",
            ],
            counter_examples: &["the mark .atlasv1. stands in the middle"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "hcp-archivist",
        placeholder: "TERRAFORM_OBJECT",
        summary: "The address of a state, plan or log that HCP Terraform stores",
        reason: "Whoever has it reads the file for a day, without signing in.",
        source: "developer.hashicorp.com, \"State Versions API\"",
        pattern: r"archivist\.terraform\.io/v1/object/([A-Za-z0-9_+/=-]{40,})",
        #[cfg(test)]
        cases: super::Cases {
            note: "The host stays: it tells where the request went.",
            examples: &[
                r#""hosted-state-download-url": "https://archivist.terraform.io/v1/object/«⟨b64u 80⟩»""#,
            ],
            counter_examples: &["GET https://archivist.terraform.io/v1/object/ 404"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "hcp-client-secret",
        placeholder: "HCP_CLIENT_SECRET",
        summary: "The client secret of an HCP service principal",
        reason: "It signs in to HashiCorp's cloud as that principal.",
        source: "public samples, not verified",
        keywords: &["hcp_client_secret"],
        pattern: "[A-Za-z0-9_-]{64}",
        #[cfg(test)]
        cases: super::Cases {
            note: "A SHA-256 is hexadecimal only.",
            examples: &["export HCP_CLIENT_SECRET=«⟨b64u 64⟩»"],
            counter_examples: &["HCP_CLIENT_SECRET is not set"],
        },
        ..Rule::SECRET
    },
];

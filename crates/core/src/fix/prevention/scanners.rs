//! Checkov and Trivy, with ids that check what they are said to check.
//!
//! Sources: Checkov 3.3.30 (`checkov --list`, run); trivy-checks 80e53822 (ids without the old `AVD-` prefix);
//! Trivy documentation of `trivy.yaml` and `.trivyignore.yaml`.

use super::{Companion, Store, file};

/// Id, and what fails without it.
type Check = (&'static str, &'static str);

const S3: &[Check] = &[
    ("CKV_AWS_21", "bucket versioning"),
    ("CKV_AWS_145", "bucket encrypted with KMS by default"),
    ("CKV2_AWS_6", "public access block present"),
    ("CKV_AWS_53", "public access block: ACLs"),
    ("CKV_AWS_54", "public access block: policies"),
    ("CKV_AWS_55", "public access block: ignore ACLs"),
    ("CKV_AWS_56", "public access block: restrict buckets"),
    ("CKV2_AWS_65", "access control lists off"),
    ("CKV2_AWS_61", "bucket lifecycle present"),
    ("CKV_AWS_300", "lifecycle aborts failed uploads"),
    ("CKV_AWS_7", "key rotation"),
    ("CKV_AWS_28", "lock table: point-in-time recovery"),
    ("CKV_AWS_119", "lock table: customer-managed key"),
];
const GCS: &[Check] = &[
    ("CKV_GCP_29", "uniform bucket-level access"),
    ("CKV_GCP_114", "public access prevention"),
    ("CKV_GCP_78", "bucket versioning"),
    ("CKV_GCP_62", "bucket access log"),
    ("CKV_GCP_43", "key rotation within 90 days"),
    ("CKV_GCP_82", "key protected from deletion"),
];
const AZURERM: &[Check] = &[
    ("CKV_AZURE_44", "TLS 1.2"),
    ("CKV_AZURE_3", "HTTPS only"),
    ("CKV_AZURE_190", "no public blobs"),
    ("CKV_AZURE_59", "no public network access"),
    ("CKV_AZURE_35", "network rules deny by default"),
    ("CKV_AZURE_34", "private container"),
    ("CKV2_AZURE_38", "soft delete"),
    ("CKV2_AZURE_40", "no shared key"),
];

/// Backend, id, and why Trivy may pass over it.
const SKIPPED: &[(&str, &str, &str)] = &[
    (
        "s3",
        "AWS-0170",
        "MFA delete needs the root user for each change of the bucket; versioning and no DeleteObjectVersion for CI give the same",
    ),
    ("azurerm", "AZU-0009", "No queue is used, and queue logging needs the account key that is switched off"),
];

pub(super) fn files(stores: &[Store]) -> Vec<Companion> {
    let has = |backend: &str| stores.iter().any(|store| store.backend == backend);
    let mut checks: Vec<Check> = Vec::new();
    for (backend, list) in [("s3", S3), ("gcs", GCS), ("azurerm", AZURERM)] {
        if has(backend) {
            checks.extend(list);
        }
    }
    if checks.is_empty() {
        return Vec::new();
    }
    let mut checkov = String::from(
        "# Keys are Checkov's long flags. Any failed check exits 1; --hard-fail-on by severity needs an API key, and passes\n# everything without one. Checkov reads no backend block: that is what StackEngine reads.\nframework:\n  - terraform\ncheck:\n",
    );
    for (id, what) in &checks {
        checkov.push_str(&format!("  - {id} # {what}\n"));
    }
    checkov.push_str("compact: true\nquiet: true\n");

    let mut ignored = String::new();
    for (backend, id, why) in SKIPPED {
        if has(backend) {
            ignored.push_str(&format!("  - id: {id}\n    statement: {why}\n"));
        }
    }
    let ignored = if ignored.is_empty() {
        "misconfigurations: []\n".to_owned()
    } else {
        format!("misconfigurations:\n{ignored}")
    };
    vec![
        file(
            ".checkov.yaml",
            checkov,
            "Prevents a state bucket without versions, key or public access block from being merged; ids checked against Checkov 3.3.30.",
        ),
        file(
            "trivy.yaml",
            "# trivy config .     Without an exit code Trivy reports and passes.\nexit-code: 1\nseverity:\n  - MEDIUM\n  - HIGH\n  - CRITICAL\nmisconfiguration:\n  scanners:\n    - terraform\nignorefile: .trivyignore.yaml\n".to_owned(),
            "Prevents the same by Trivy; today's ids have no AVD- prefix.",
        ),
        file(
            ".trivyignore.yaml",
            format!("# What is left out on purpose, and why.\n{ignored}"),
            "Names what Trivy may pass over, with the reason.",
        ),
    ]
}

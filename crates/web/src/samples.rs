//! Real errors to try the page with: what Terraform printed in a test bed, with made-up names (tests/corpus says
//! where each comes from). No credential in them is one.

/// One sample.
pub(crate) struct Sample {
    /// Id in the page and in a guide's link.
    pub(crate) id: &'static str,
    /// What the button says.
    pub(crate) title: &'static str,
}

macro_rules! captured {
    ($name:literal) => {
        include_str!(concat!("../../../tests/corpus/lock-errors/captured/", $name, ".txt"))
    };
}

/// Every sample, the classic incident first.
pub(crate) const SAMPLES: [Sample; 6] = [
    Sample { id: "s3-dynamodb", title: "S3 + DynamoDB: lock held" },
    Sample { id: "s3-lockfile", title: "S3 lock file, leaked key" },
    Sample { id: "release-failed", title: "Apply done, release denied" },
    Sample { id: "digest-mismatch", title: "Checksum does not match" },
    Sample { id: "azurerm", title: "Azure blob lease" },
    Sample { id: "wrong-id", title: "Wrong lock id (GCS)" },
];

/// The classic incident, with which the worker warms up.
pub(crate) const CLASSIC: &str = include_str!("samples/s3-dynamodb.txt");

/// The paste of a sample. All but the classic one come with the second part.
pub(crate) fn text_of(id: &str) -> Option<&'static str> {
    Some(match id {
        "s3-dynamodb" => CLASSIC,
        "s3-lockfile" => concat!(
            include_str!("../../../tests/corpus/lock-errors/captured/083-s3file-plan-nocolor.txt"),
            "\n# backend.tf\nterraform {\n  required_version = \">= 1.10\"\n\n  backend \"s3\" {\n    bucket       = \"acme-tfstate\"\n",
            "    key          = \"prod/cdn/terraform.tfstate\"\n    region       = \"eu-west-1\"\n    use_lockfile = true\n",
            "\n    # moved here from CI, see INFRA-2214\n    access_key = \"AKI",
            "AZ7QK3M5N2PVXW4RT\"\n    secret_key = \"q8Zr/Vn3Lw",
            "0TbYx5KpHs+2GdJc7MfUe9AiRo1XtB\"\n  }\n}\n"
        ),
        "release-failed" => captured!("072-s3ddb-release-denied-apply"),
        "digest-mismatch" => captured!("057-s3ddb-digest-mismatch-plan"),
        "azurerm" => concat!(
            include_str!("../../../tests/corpus/lock-errors/captured/206-azurerm-plan-nocolor.txt"),
            "\nterraform {\n  backend \"azurerm\" {\n    resource_group_name  = \"rg-state\"\n    storage_account_name = \"acmestate\"\n",
            "    container_name       = \"tfstate\"\n    key                  = \"prod.terraform.tfstate\"\n  }\n}\n"
        ),
        "wrong-id" => captured!("178-gcs-force-unlock-uuid"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use stackengine_core::analyze::{Options, analyze};

    #[test]
    fn each_sample_is_an_incident() {
        for sample in SAMPLES {
            let analysis = analyze(text_of(sample.id).expect("a text"), &Options::default());
            assert_eq!(analysis.diagnosis.incidents.len(), 1, "{}", sample.id);
        }
    }

    #[test]
    fn the_classic_incident_gives_its_command() {
        let analysis = analyze(CLASSIC, &Options::default());
        let command = analysis.diagnosis.incidents.first().and_then(|one| one.unlock.command.clone());
        assert_eq!(command.as_deref(), Some("terraform force-unlock a1b2c3d4-e5f6-7890-abcd-ef1234567890"));
    }
}

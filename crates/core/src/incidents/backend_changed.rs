//! The working directory was set up for another backend configuration.

use super::{Cell, Content, Evidence, Happens, IncidentKnowledge, Printed};
use crate::diagnose::Kind;

pub(super) const INCIDENT: IncidentKnowledge = IncidentKnowledge {
    id: "backend-changed",
    title: "Backend configuration changed",
    kinds: &[Kind::BackendChanged],
    meaning: "The backend block is not the one that this directory was initialised with, so Terraform wants to know: move the state, or only set up the directory anew?",
    blast_radius: &[
        "Nothing was changed, and no lock is in the way.",
        "The wrong answer hurts: -reconfigure after a move begins with an empty state, and the next apply creates everything again. -migrate-state without a move may copy an old state over a new one.",
    ],
    verify: &[
        "Compare the block with version control: does it name another place (bucket, key, path, workspace), or only other settings (lock, encryption, credentials)?",
        "Keep a copy while the old setting still works: terraform state pull > before.tfstate",
    ],
    fix: &[
        "Only settings changed: terraform init -reconfigure",
        "The place changed, and the state is to go along: terraform init -migrate-state",
        "Afterwards compare terraform state pull with the copy, and see that terraform plan wants nothing.",
    ],
    prevention: &[
        "Change the place of a state in a commit of its own, with one person who migrates it, and nobody else running.",
        "Pass the same -backend-config values everywhere: a wrapper script is better than memory.",
    ],
    related: &["store-missing", "wrong-lock-id", "state-version"],
    sources: &["Terraform internal/command/meta_backend.go v1.15.9"],
    search: &[
        "backend configuration changed",
        "backend initialization required",
        "backend configuration block has changed",
        "backend type changed from",
        "a change in the backend configuration has been detected",
        "init -reconfigure or -migrate-state",
    ],
    cells: CELLS,
};

/// What `plan` says after the reason.
const REQUIRED: &str = "Backend initialization required, please run \"terraform init\"";

macro_rules! reason {
    ($reason:literal) => {
        concat!(
            "Reason: ",
            $reason,
            "\n\nThe \"backend\" is the interface that Terraform uses to store state,\nperform operations, etc. If this message is showing up, it means that the\nTerraform configuration you're using is using a custom configuration for\nthe Terraform backend.\n\nChanges to backend configurations require reinitialization. This allows\nTerraform to set up the new configuration, copy existing state, etc. Please run\n\"terraform init\" with either the \"-reconfigure\" or \"-migrate-state\" flags to\nuse the current configuration.\n\nIf the change reason above is incorrect, please verify your configuration\nhasn't changed and try again. At this point, no changes to your existing\nconfiguration or state have been made."
        )
    };
}

/// What `init` says.
const CHANGED: &str = "Backend configuration changed";
const CHANGED_DETAIL: &str = "A change in the backend configuration has been detected, which may require migrating existing state.\n\nIf you wish to attempt automatic migration of the state, use \"terraform init -migrate-state\".\nIf you wish to store the current configuration with no changes to the state, use \"terraform init -reconfigure\".";

const SOURCE: Evidence = Evidence::Source("internal/command/meta_backend.go v1.15.9");

const CELLS: &[Cell] = &[
    Cell {
        backend: "local",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Error(REQUIRED, reason!("Backend type changed from \"s3\" to \"local\"")),
            evidence: SOURCE,
            meaning: "The directory was set up for a remote backend, and the block now says local. Often this is a test or an emergency that was left behind.",
            verify: &[
                "See that nobody else still works on the remote state: a local copy cuts you off from them.",
            ],
            fix: &[
                "If local was not meant: put the old block back. Otherwise migrate the state into the file.",
            ],
            caution: Some("The remote state stays where it was. Whoever finds it later may apply from it."),
        }),
    },
    Cell {
        backend: "s3-dynamodb",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Error(REQUIRED, reason!("Backend configuration block has changed")),
            evidence: SOURCE,
            meaning: "Some argument of the s3 block is new. If it is only dynamodb_table, encrypt or the role, the state stays where it is.",
            verify: &[
                "Compare bucket, key, region and workspace_key_prefix letter by letter: each of them moves the state.",
            ],
            fix: &["With the same four: reconfigure. It asks nothing and copies nothing."],
            caution: Some(
                "Another table name is a trap: until every client has it, two runs can hold a lock each.",
            ),
        }),
    },
    Cell {
        backend: "s3-lockfile",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Init(CHANGED, CHANGED_DETAIL),
            evidence: Evidence::Source("internal/command/meta_backend.go v1.15.9"),
            meaning: "This is what everybody sees once after use_lockfile was added: a change of the lock, not of the state's place.",
            verify: &["git log -p on the file with the block shows what was added."],
            fix: &["Reconfigure in each checkout, in each CI cache and on each laptop."],
            caution: Some(
                "Clients that still have the table alone do not see the lock file: keep both until all have moved.",
            ),
        }),
    },
    Cell {
        backend: "s3-both",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Error(REQUIRED, reason!("Backend configuration block has changed")),
            evidence: SOURCE,
            meaning: "The block is in the middle of its way from table to lock file, and this folder has not been told.",
            verify: &[
                "See which of the two arguments the folder's own record lacks: it stands in .terraform/terraform.tfstate.",
            ],
            fix: &[
                "Reconfigure here too. A folder that refuses to run is safe: it takes no lock by the old rules.",
            ],
            caution: Some("Drop the table only when no client is left that has not been reconfigured."),
        }),
    },
    Cell {
        backend: "gcs",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Error(REQUIRED, reason!("Backend type changed from \"local\" to \"gcs\"")),
            evidence: SOURCE,
            meaning: "A state that began as a local file is to go to the bucket.",
            verify: &["terraform state list with the old block shows what there is to move."],
            fix: &[
                "Migrate, answer \"yes\" to the copy, and delete the local file only after a plan without changes.",
            ],
            caution: Some("An empty prefix and a prefix of \"/\" are two places."),
        }),
    },
    Cell {
        backend: "azurerm",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Init(CHANGED, CHANGED_DETAIL),
            evidence: Evidence::Source("internal/command/meta_backend.go v1.15.9"),
            meaning: "Pipelines that pass the values by -backend-config meet this when one of them differs from the cached folder's.",
            verify: &[
                "storage_account_name, container_name and key decide the place; all else is about signing in.",
            ],
            fix: &[
                "Same three: reconfigure. Better still, do not cache .terraform between jobs of different environments.",
            ],
            caution: Some("A move to use_azuread_auth is a change of sign-in, not of place."),
        }),
    },
    Cell {
        backend: "pg",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Error(REQUIRED, reason!("Backend configuration block has changed")),
            evidence: SOURCE,
            meaning: "Connection string or schema are not those of the last init. A new password in conn_str counts as a change.",
            verify: &["Host, database and schema_name decide which state you see."],
            fix: &[
                "New password or new TLS settings: reconfigure, and take the password out into PGPASSWORD, so that it never counts again.",
            ],
            caution: Some(
                "A host name that now leads to a restored copy of the database is a move, though the block is the same.",
            ),
        }),
    },
    Cell {
        backend: "consul",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Error(REQUIRED, reason!("Backend configuration block has changed")),
            evidence: SOURCE,
            meaning: "Path, address or datacenter differ from the last init.",
            verify: &["consul kv get -keys on the old and the new path shows where the state is."],
            fix: &["A new address of the same cluster: reconfigure. A new path or datacenter: migrate."],
            caution: Some("gzip only changes how the next write looks; both forms are read."),
        }),
    },
    Cell {
        backend: "http",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Error(REQUIRED, reason!("Backend configuration block has changed")),
            evidence: SOURCE,
            meaning: "The address, the lock's address or the user changed. In GitLab a renamed state is a new address.",
            verify: &["curl both addresses: the one with a non-empty answer has the state."],
            fix: &["Only lock_address or credentials: reconfigure. Another address: migrate."],
            caution: Some(
                "An address that the server does not know is taken for an empty state, without any error.",
            ),
        }),
    },
    Cell {
        backend: "kubernetes",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Error(REQUIRED, reason!("Backend configuration block has changed")),
            evidence: SOURCE,
            meaning: "Namespace, secret_suffix or the way to the cluster changed.",
            verify: &["kubectl get secrets -A -l tfstate=true lists every state, with its namespace."],
            fix: &["Only the sign-in: reconfigure. Another namespace, suffix or cluster: migrate."],
            caution: Some(
                "The current context is no part of the block: a switched context moves you to another cluster without this error.",
            ),
        }),
    },
    Cell {
        backend: "oss",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Error(REQUIRED, reason!("Backend type changed from \"s3\" to \"oss\"")),
            evidence: SOURCE,
            meaning: "The state is to leave an S3-compatible address for the real OSS backend.",
            verify: &[
                "Give the new block its lock table at once: without one, nothing locks after the move.",
            ],
            fix: &["Migrate, then compare both copies before the old one is put away."],
            caution: None,
        }),
    },
    Cell {
        backend: "cos",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Error(REQUIRED, reason!("Backend configuration block has changed")),
            evidence: SOURCE,
            meaning: "Bucket, region, prefix or key changed; or only a secret_id that should not be in the block.",
            verify: &["The state's object is prefix/key, and workspaces have their name in between."],
            fix: &[
                "New credentials only: reconfigure, and move them to TENCENTCLOUD_ variables. A new place: migrate.",
            ],
            caution: None,
        }),
    },
    Cell {
        backend: "oci",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Error(REQUIRED, reason!("Backend type changed from \"http\" to \"oci\"")),
            evidence: SOURCE,
            meaning: "Before Terraform 1.12 people kept this state by pre-authenticated requests over HTTP. Now the real backend takes over.",
            verify: &[
                "The pre-authenticated request must still be valid, or the old state cannot be read for the copy.",
            ],
            fix: &["Migrate, and then delete the pre-authenticated request: it was a key to the state."],
            caution: Some("The old way had no lock: see that no pipeline still uses it."),
        }),
    },
    Cell {
        backend: "remote",
        content: Content::Happens(Happens {
            kind: Kind::BackendChanged,
            printed: Printed::Error(
                "HCP Terraform or Terraform Enterprise initialization required: please run \"terraform init\"",
                "Reason: HCP Terraform configuration block has changed.\n\nChanges to the HCP Terraform configuration block require reinitialization, to discover any changes to the available workspaces.\n\nTo re-initialize, run:\n  terraform init\n\nTerraform has not yet made changes to your existing configuration or state.",
            ),
            evidence: SOURCE,
            meaning: "Organisation, host or workspace mapping changed. Here plain init is enough: the flags of other backends do not exist for HCP Terraform.",
            verify: &["terraform workspace list afterwards shows the workspaces that the new mapping finds."],
            fix: &["terraform init, and choose the workspace if it asks."],
            caution: Some(
                "A tag that fits more workspaces than before makes the next apply's target a matter of what is selected.",
            ),
        }),
    },
];

//! The samples' world (one made-up company, one state per backend) and the frames that Terraform prints around an
//! inner error.
//!
//! Sources: Terraform v1.15.9 `internal/command/clistate/state.go` (frames), `internal/states/statemgr/locker.go` (the
//! block), `internal/command/format/diagnostic.go` (box and wrapping: 75 columns in the box, 77 without),
//! `internal/backend/local/backend_apply.go` (a state that could not be written).

/// One state of the made-up company.
struct World {
    backend: &'static str,
    block: &'static str,
    /// The lock's printed fields.
    id: &'static str,
    path: &'static str,
    operation: &'static str,
    who: &'static str,
    version: &'static str,
    created: &'static str,
    info: &'static str,
    /// A terminal draws a box around errors; a CI log without colour has none.
    boxed: bool,
}

/// Whether a Lock Info block follows the inner error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// None does.
    NoBlock,
    /// One does; whose it is depends on the backend.
    Block,
}

/// What a command prints.
#[derive(Debug)]
pub enum Printed {
    /// The lock could not be taken.
    Acquire(&'static str, Shown),
    /// One's own lock could not be released.
    Release(&'static str, Shown),
    /// What `force-unlock` answers.
    Unlock(&'static str, Shown),
    /// An error of any other command: summary and detail.
    Error(&'static str, &'static str),
    /// The same, while `init` sets up the backend.
    Init(&'static str, &'static str),
    /// The new state could not be written, and stands in `errored.tfstate`.
    StateWrite(&'static str),
    /// Exactly this text, without a frame.
    Bare(&'static str),
}

const ACQUIRE_CLOSING: &str = "Terraform acquires a state lock to protect the state from being written
by multiple users at the same time. Please resolve the issue above and try
again. For most commands, you can disable locking with the \"-lock=false\"
flag, but this is not recommended.";

const RELEASE_CLOSING: &str = "Terraform acquires a lock when accessing your state to prevent others
running Terraform to potentially modify the state at the same time. An
error occurred while releasing this lock. This could mean that the lock
did or did not release properly. If the lock didn't release properly,
Terraform may not be able to run future commands since it'll appear as if
the lock is held.

In this scenario, please call the \"force-unlock\" command to unlock the
state manually. This is a very dangerous operation since if it is done
erroneously it could result in two people modifying state at the same time.
Only call this command if you're certain that the unlock above failed and
that no one else is holding a lock.";

const STATE_WRITE_CLOSING: &str = "The error shown above has prevented Terraform from writing the updated state to the configured backend. To allow for recovery, the state has been written to the file \"errored.tfstate\" in the current working directory.

Running \"terraform apply\" again at this point will create a forked state, making it harder to recover.

To retry writing this state, use the following command:
    terraform state push errored.tfstate
";

/// The error as the backend's sample state prints it.
pub fn text(backend: &str, printed: &Printed) -> String {
    let Some(world) = WORLD.iter().find(|world| world.backend == backend) else { return String::new() };
    let block = |shown: Shown| match shown {
        Shown::Block => world.lock_info(),
        Shown::NoBlock => "\n".to_owned(),
    };
    // The consul backend has no inner error: its block follows on the same line.
    let message = |inner: &str, shown: Shown| match (inner.is_empty(), shown) {
        (true, Shown::Block) => format!("Error message: {}", world.lock_info()),
        (_, Shown::Block) => format!("Error message: {inner}\n{}", world.lock_info()),
        (_, Shown::NoBlock) => format!("Error message: {inner}\n"),
    };
    match printed {
        Printed::Acquire(inner, shown) => world.diagnostic(
            "Error acquiring the state lock",
            &format!("{}\n{ACQUIRE_CLOSING}", message(inner, *shown)),
        ),
        Printed::Release(inner, shown) => world.diagnostic(
            "Error releasing the state lock",
            &format!("{}\n{RELEASE_CLOSING}", message(inner, *shown)),
        ),
        Printed::Unlock(inner, shown) => format!("Failed to unlock state: {inner}\n{}", block(*shown)),
        Printed::Error(summary, detail) => world.diagnostic(summary, detail),
        Printed::Init(summary, detail) => {
            let store = if backend == "remote" { "HCP Terraform" } else { "the backend" };
            format!("Initializing {store}...\n{}", world.diagnostic(summary, detail))
        }
        Printed::StateWrite(inner) => format!(
            "{}{}",
            world.diagnostic("Failed to save state", &format!("Error saving state: {inner}")),
            world.diagnostic("Failed to persist state to backend", STATE_WRITE_CLOSING)
        ),
        Printed::Bare(text) => format!("{text}\n"),
    }
}

/// A backend block as people have it, to paste beside the error.
pub fn block(backend: &str) -> &'static str {
    WORLD.iter().find(|world| world.backend == backend).map_or("", |world| world.block)
}

impl World {
    fn lock_info(&self) -> String {
        let Self { id, path, operation, who, version, created, info, .. } = self;
        format!(
            "Lock Info:\n  ID:        {id}\n  Path:      {path}\n  Operation: {operation}\n  Who:       {who}\n  Version:   {version}\n  Created:   {created}\n  Info:      {info}\n\n"
        )
    }

    /// A diagnostic as a terminal of 78 columns shows it. Lines that begin with a space are never wrapped.
    fn diagnostic(&self, summary: &str, detail: &str) -> String {
        let width = if self.boxed { 75 } else { 77 };
        let mut lines = vec![format!("Error: {summary}")];
        if !detail.is_empty() {
            lines.push(String::new());
            for line in detail.split('\n') {
                if line.starts_with(' ') {
                    lines.push(line.to_owned());
                } else {
                    wrap(line, width, &mut lines);
                }
            }
        }
        let mut out = String::new();
        out.push_str(if self.boxed { "╷\n" } else { "\n" });
        for line in lines {
            match (self.boxed, line.is_empty()) {
                (true, true) => out.push('│'),
                (true, false) => out.push_str(&format!("│ {line}")),
                (false, _) => out.push_str(&line),
            }
            out.push('\n');
        }
        if self.boxed {
            out.push_str("╵\n");
        }
        out
    }
}

fn wrap(text: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::take(&mut line));
        } else if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
}

const WORLD: &[World] = &[
    World {
        backend: "local",
        block: r#"terraform {
  backend "local" {
    path = "terraform.tfstate"
  }
}
"#,
        id: "2a307370-b932-c123-0118-37174e417978",
        path: "terraform.tfstate",
        operation: "OperationTypeApply",
        who: "alice@dev-laptop",
        version: "1.11.4",
        created: "2026-11-24 02:49:01.650450503 +0000 UTC",
        info: "",
        boxed: true,
    },
    World {
        backend: "s3-dynamodb",
        block: r#"terraform {
  backend "s3" {
    bucket         = "acme-tfstate"
    key            = "prod/network/terraform.tfstate"
    region         = "eu-west-1"
    dynamodb_table = "tf-locks"
  }
}
"#,
        id: "63a0f9a3-975b-f8f5-748a-af0f2affd403",
        path: "acme-tfstate/prod/network/terraform.tfstate",
        operation: "OperationTypeApply",
        who: "runner@fv-az1433-912",
        version: "1.11.4",
        created: "2026-11-24 02:46:18.100579639 +0000 UTC",
        info: "",
        boxed: false,
    },
    World {
        backend: "s3-lockfile",
        block: r#"terraform {
  backend "s3" {
    bucket       = "acme-tfstate"
    key          = "prod/cdn/terraform.tfstate"
    region       = "eu-west-1"
    use_lockfile = true
  }
}
"#,
        id: "576ddf81-c35f-0e67-ee95-0a59c551ee13",
        path: "acme-tfstate/prod/cdn/terraform.tfstate",
        operation: "OperationTypeApply",
        who: "vsts@fv-az77-201",
        version: "1.11.4",
        created: "2026-11-24 02:48:51.613988899 +0000 UTC",
        info: "",
        boxed: false,
    },
    World {
        backend: "s3-both",
        block: r#"terraform {
  backend "s3" {
    bucket         = "acme-tfstate"
    key            = "prod/edge/terraform.tfstate"
    region         = "eu-west-1"
    encrypt        = true
    dynamodb_table = "tf-locks"
    use_lockfile   = true
  }
}
"#,
        id: "39531a99-5b3b-8535-0f1c-02cdf58c0b35",
        path: "acme-tfstate/prod/edge/terraform.tfstate",
        operation: "OperationTypeApply",
        who: "deploy@new-ci",
        version: "1.11.4",
        created: "2026-11-24 02:48:59.249750211 +0000 UTC",
        info: "",
        boxed: true,
    },
    World {
        backend: "gcs",
        block: r#"terraform {
  backend "gcs" {
    bucket = "acme-tfstate"
    prefix = "prod/network"
  }
}
"#,
        id: "1795488573969695",
        path: "gs://acme-tfstate/prod/network/default.tflock",
        operation: "OperationTypeApply",
        who: "ci-deployer@cloudbuild-7d9f",
        version: "1.11.4",
        created: "2026-11-24 02:49:33.961905928 +0000 UTC",
        info: "",
        boxed: false,
    },
    World {
        backend: "azurerm",
        block: r#"terraform {
  backend "azurerm" {
    resource_group_name  = "rg-tfstate"
    storage_account_name = "acmetfstate"
    container_name       = "tfstate"
    key                  = "prod.terraform.tfstate"
  }
}
"#,
        id: "275a3a38-7be4-6f5e-678c-ee4d9dd141e8",
        path: "tfstate/prod.terraform.tfstate",
        operation: "OperationTypeApply",
        who: "vsts@fv-az1201-4",
        version: "1.10.5",
        created: "2026-11-24 02:50:05.327499965 +0000 UTC",
        info: "",
        boxed: false,
    },
    World {
        backend: "pg",
        block: r#"terraform {
  backend "pg" {
    conn_str = "postgres://db.acme.internal/terraform?sslmode=require"
  }
}
"#,
        id: "87721485-85fe-6407-5c8b-fa61ade49f19",
        path: "",
        operation: "OperationTypePlan",
        who: "bob@dev-laptop",
        version: "1.11.4",
        created: "2026-11-24 02:49:10.6600761 +0000 UTC",
        info: "",
        boxed: true,
    },
    World {
        backend: "consul",
        block: r#"terraform {
  backend "consul" {
    address = "consul.acme.internal:8500"
    path    = "tf/prod/network"
  }
}
"#,
        id: "e9dec237-af01-4b2e-bfab-c158c33cef09",
        path: "tf/prod/network",
        operation: "OperationTypeApply",
        who: "nomad@nomad-client-4",
        version: "1.11.4",
        created: "2026-11-24 02:49:39.720001776 +0000 UTC",
        info: "consul session: e9dec237-af01-4b2e-bfab-c158c33cef09",
        boxed: false,
    },
    World {
        backend: "http",
        block: r#"terraform {
  backend "http" {
    address        = "https://gitlab.acme.internal/api/v4/projects/42/terraform/state/prod"
    lock_address   = "https://gitlab.acme.internal/api/v4/projects/42/terraform/state/prod/lock"
    unlock_address = "https://gitlab.acme.internal/api/v4/projects/42/terraform/state/prod/lock"
    lock_method    = "POST"
    unlock_method  = "DELETE"
  }
}
"#,
        id: "f76c26e0-9aac-17b2-3d75-4fc32a9fb93b",
        path: "",
        operation: "OperationTypePlan",
        who: "bob@dev-laptop",
        version: "1.11.4",
        created: "2026-11-24 02:49:18.38818935 +0000 UTC",
        info: "",
        boxed: false,
    },
    World {
        backend: "kubernetes",
        block: r#"terraform {
  backend "kubernetes" {
    secret_suffix     = "network"
    namespace         = "terraform"
    in_cluster_config = true
  }
}
"#,
        id: "012f2b29-021c-8524-71ad-5d0772b9f00e",
        path: "",
        operation: "OperationTypeApply",
        who: "tekton@tekton-pod-x8k2p",
        version: "1.11.4",
        created: "2026-11-24 02:49:59.634798731 +0000 UTC",
        info: "",
        boxed: false,
    },
    World {
        backend: "oss",
        block: r#"terraform {
  backend "oss" {
    bucket              = "acme-tfstate"
    prefix              = "prod"
    key                 = "network.tfstate"
    region              = "eu-central-1"
    tablestore_endpoint = "https://acme.eu-central-1.ots.aliyuncs.com"
    tablestore_table    = "tf_locks"
  }
}
"#,
        id: "7b1d20c4-9f3e-4a8b-1c62-0d5e83fa9b17",
        path: "acme-tfstate/prod/network.tfstate",
        operation: "OperationTypeApply",
        who: "jenkins@ci-agent-3",
        version: "1.11.4",
        created: "2026-11-24 02:51:12.420918 +0000 UTC",
        info: "",
        boxed: false,
    },
    World {
        backend: "cos",
        block: r#"terraform {
  backend "cos" {
    bucket = "acme-tfstate-1250000000"
    region = "ap-guangzhou"
    prefix = "prod/network"
  }
}
"#,
        id: "9b2f4c0ad86e17b35f60c1e94a7d8832",
        path: "prod/network/terraform.tfstate.tflock",
        operation: "OperationTypeApply",
        who: "root@build-07",
        version: "1.11.4",
        created: "2026-11-24 02:52:40.118734 +0000 UTC",
        info: "",
        boxed: true,
    },
    World {
        backend: "oci",
        block: r#"terraform {
  backend "oci" {
    bucket    = "acme-tfstate"
    namespace = "acmetenancy"
    key       = "prod/network.tfstate"
    region    = "eu-frankfurt-1"
  }
}
"#,
        id: "c4e81f07-2b6d-9a35-e1f8-47d0a96bc213",
        path: "prod/network.tfstate",
        operation: "OperationTypeApply",
        who: "opc@devops-runner-2",
        version: "1.13.3",
        created: "2026-11-24 02:53:27.903441 +0000 UTC",
        info: "",
        boxed: false,
    },
    World {
        backend: "remote",
        block: r#"terraform {
  cloud {
    organization = "acme"
    workspaces {
      name = "prod"
    }
  }
}
"#,
        id: "d07a5b92-6c1e-48f3-b5a0-93e2f714c86d",
        path: "",
        operation: "OperationTypePlan",
        who: "carol@dev-laptop",
        version: "1.11.4",
        created: "2026-11-24 02:54:09.551208 +0000 UTC",
        info: "",
        boxed: true,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_what_terraform_1_11_4_printed() {
        let captured =
            include_str!("../../../../tests/corpus/lock-errors/captured/083-s3file-plan-nocolor.txt");
        let inner = "operation error S3: PutObject, https response error StatusCode: 412, RequestID: FOHfgzZRRadBpQjUSFeh6onwpAfvAtLX3LU1t9GmQ2o9X7Gq6SCx, HostID: 9Gjjt1m+cjU4OPvX9O9/8RuvnG41MRb/18Oux2o5H5MY7ISNTlXN+Dz9IG62/ILVxhAGI0qyPfg=, api error PreconditionFailed: At least one of the pre-conditions you specified did not hold";
        assert_eq!(text("s3-lockfile", &Printed::Acquire(inner, Shown::Block)), captured);
    }

    #[test]
    fn a_box_wraps_two_columns_earlier() {
        let boxed = text("s3-both", &Printed::Error("Summary", "a b"));
        assert_eq!(boxed, "╷\n│ Error: Summary\n│\n│ a b\n╵\n");
        let long =
            "seven words that are here to be wrapped seven words that are here to be wrapped once more";
        let widths = |backend| {
            let longest = |text: &str| text.lines().map(|line| line.chars().count()).max();
            longest(&text(backend, &Printed::Error("S", long)))
        };
        assert!(widths("s3-both") <= Some(77) && widths("s3-lockfile") <= Some(77));
    }
}

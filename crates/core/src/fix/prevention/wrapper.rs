//! A CI wrapper that lets signals reach terraform, waits for a held lock, and never unlocks.
//!
//! Source: signals measured with terraform 1.11.4 and bash 5.2; `command/apply` documentation (`-lock-timeout`);
//! Terraform `internal/command/flag_kv.go` and Go `strconv.ParseBool` (how `-lock=false` may be spelt).

use super::{Companion, Store, file, fill, program};

const SCRIPT: &str = include_str!("files/terraform-ci.sh");

pub(super) fn file_of(store: &Store) -> Companion {
    file(
        "ci/terraform-ci.sh",
        fill(SCRIPT, &[("names", &format!("program={}\n", program(store)))]),
        "Prevents locks left by cancelled jobs: signals reach terraform, a held lock is waited for, an unwritten state is kept; it never unlocks.",
    )
}

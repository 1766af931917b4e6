//! What finds `-lock=false` and unasked unlocking: a policy with its tests, and a text search.
//!
//! Sources: OPA 1.0 release notes (`if` and `contains` are required; `import rego.v1` gives the same to 0.59 and later);
//! Go `flag` and `strconv.ParseBool` (spellings of false).

use super::{Companion, file};

pub(super) fn files() -> Vec<Companion> {
    vec![
        file(
            "ci/find-lock-bypass.sh",
            include_str!("files/find-lock-bypass.sh").to_owned(),
            "Prevents -lock=false and forced unlocks from entering scripts and pipelines: a text search that fails the job.",
        ),
        file(
            "policy/no_lock_bypass.rego",
            include_str!("files/no_lock_bypass.rego").to_owned(),
            "Prevents a run without the lock, from the command line or through TF_CLI_ARGS. OPA 1.x.",
        ),
        file(
            "policy/no_lock_bypass_test.rego",
            include_str!("files/no_lock_bypass_test.rego").to_owned(),
            "Shows that the policy denies every spelling and nothing else.",
        ),
        file(
            "policy/check-command.sh",
            include_str!("files/check-command.sh").to_owned(),
            "Hands the policy what it needs: arguments and environment, which no plan file holds.",
        ),
    ]
}

//! HTTP: nothing to create; what can be shown is whether the server locks.
//!
//! Sources: `backend/http` documentation; Terraform `internal/backend/remote-state/http/client.go` v1.15.9 (200 locks;
//! 409 and 423 mean held). GitLab wants POST and DELETE.

use super::Part;
use super::store::Store;
use crate::fix::Companion;

pub(super) fn files(store: &Store) -> Vec<Companion> {
    let method = |name: &str, default: &str| {
        store
            .get(name)
            .filter(|method| !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_uppercase()))
            .unwrap_or(default)
            .to_owned()
    };
    let names = format!(
        "lock_method={}\nunlock_method={}\n",
        method("lock_method", "LOCK"),
        method("unlock_method", "UNLOCK")
    );
    super::set(
        store,
        vec![Part {
            name: "state-server-check.sh",
            text: include_str!("http/state-server-check.sh").replace("#:names\n", &names),
            purpose: "Shows on a scratch state whether the server refuses a second lock and a wrong id; without lock_address nothing is locked at all.",
        }],
        &[],
    )
}

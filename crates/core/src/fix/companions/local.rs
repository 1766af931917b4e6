//! Local state: what must stay out of version control until it is moved.
//!
//! Source: `backend/local` documentation; Terraform `internal/states/statemgr/filesystem.go` v1.15.9.

use super::Part;
use super::store::Store;
use crate::fix::Companion;

pub(super) fn files(store: &Store) -> Vec<Companion> {
    super::set(
        store,
        vec![Part {
            name: "state.gitignore",
            text: include_str!("local/state.gitignore").to_owned(),
            purpose: "Keeps state, backups, plans and lock files out of version control until the state is moved to a shared backend.",
        }],
        &[],
    )
}

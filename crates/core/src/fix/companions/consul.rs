//! Consul: access rules for exactly the state's keys and its lock.
//!
//! Sources: Terraform `internal/backend/remote-state/consul/{client,backend_state}.go` v1.15.9 (keys of state and lock);
//! Consul documentation, "ACL rules reference" (`key`, `key_prefix`, `session_prefix`).

use super::Part;
use super::hcl::{Head, Variable, quote};
use super::store::{Store, slug};
use crate::fix::Companion;

pub(super) fn files(store: &Store) -> Vec<Companion> {
    let mut head = Head::new(store, "# Who may read, write and lock the state in Consul.\n");
    head.providers = &[("consul", "hashicorp/consul", ">= 2.18")];
    head.name("path", store.get("path").map(|path| path.trim_end_matches('/')), "path of the backend block");
    head.locals.push(("name", quote(&slug(store.get("path").unwrap_or("state")))));
    head.variables.push(Variable::of("workspaces", "list(string)", "Every workspace", Some("[\"default\"]")));
    head.variables.push(Variable::of(
        "datacenters",
        "list(string)",
        "Where the policies hold; null: everywhere",
        Some("null"),
    ));
    super::set(
        store,
        vec![Part {
            name: "state-backend.tf",
            text: head.text() + include_str!("consul/state-backend.tf"),
            purpose: "Access rules for exactly these keys: apply writes, plan only reads; both lock.",
        }],
        &[],
    )
}

//! Kubernetes: roles for apply and plan on exactly the state's Secrets and Leases.
//!
//! Sources: Terraform `internal/backend/remote-state/kubernetes/client.go` v1.15.9 (names of Secret and Lease);
//! Kubernetes documentation on RBAC (`resourceNames` does not limit list and create) and encryption at rest.

use super::Part;
use super::hcl::{Head, Variable, quote};
use super::store::{Store, slug};
use crate::fix::Companion;

pub(super) fn files(store: &Store) -> Vec<Companion> {
    let mut head =
        Head::new(store, "# Who may read, write and lock the state, and nothing else in the namespace.\n");
    head.providers = &[("kubernetes", "hashicorp/kubernetes", ">= 2.20")];
    // Without the argument the backend works in this namespace; an expression or the environment may say otherwise.
    let namespace = store.get("namespace").or_else(|| (!store.has("namespace")).then_some("default"));
    head.name("namespace", namespace, "The namespace of the backend block");
    head.name("secret_suffix", store.get("secret_suffix"), "secret_suffix of the backend block");
    head.locals.push(("name", quote(&slug(store.get("secret_suffix").unwrap_or("state")))));
    head.variables.push(Variable::of("workspaces", "list(string)", "Every workspace", Some("[\"default\"]")));
    for (name, description) in [
        ("apply_service_account", "The account that applies"),
        ("plan_service_account", "The account that only plans"),
    ] {
        head.variables.push(Variable::of(
            name,
            "object({ name = string, namespace = string })",
            description,
            None,
        ));
    }
    super::set(
        store,
        vec![Part {
            name: "state-backend.tf",
            text: head.text() + include_str!("kubernetes/state-backend.tf"),
            purpose: "Roles for exactly the state's Secrets and Leases: apply writes, plan only reads; both lock.",
        }],
        &[],
    )
}

//! Oracle Cloud: bucket, lifecycle, policy.
//!
//! Sources: `backend/oci` documentation (Terraform 1.12); Terraform `internal/backend/remote-state/oci` v1.15.9;
//! oci provider documentation (`objectstorage_bucket`, import id `n/NAMESPACE/b/BUCKET`).

use super::Part;
use super::hcl::{Head, Variable, quote};
use super::store::{Store, slug};
use crate::fix::Companion;

pub(super) fn files(store: &Store) -> Vec<Companion> {
    // A quote in a name would end the string inside a policy statement.
    let bucket = store.get("bucket").filter(|bucket| {
        bucket.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    });
    let namespace = store.plain("namespace");
    let mut head = Head::new(
        store,
        "# The state's bucket.\n#\n# Apply it from a folder of its own: this configuration's own state must not live in the bucket that it manages.\n",
    );
    head.providers = &[("oci", "oracle/oci", ">= 5.0")];
    let region = store.plain("region").map(|region| ("region", quote(region)));
    head.provider = Some(("oci", region.into_iter().collect()));
    head.name("state_bucket", bucket, "The bucket of the backend block");
    head.name("namespace", namespace, "The namespace of the backend block");
    head.name("state_key", store.get("kms_key_id"), "OCID of the vault key that encrypts the state");
    head.locals.push(("name", quote(&slug(bucket.unwrap_or("state")))));
    head.variables.extend([
        Variable::text("compartment_id", "OCID of the bucket's compartment"),
        Variable::text("apply_group", "The group that applies"),
        Variable::text("plan_group", "The group that only plans"),
    ]);
    let mut adopt = Vec::new();
    if let (Some(bucket), Some(namespace)) = (bucket, namespace) {
        adopt.push(("oci_objectstorage_bucket.state", format!("n/{namespace}/b/{bucket}")));
    }
    super::set(
        store,
        vec![Part {
            name: "state-backend.tf",
            text: head.text() + include_str!("oci/state-backend.tf"),
            purpose: "Private bucket with versions, a vault key and object events; a policy for apply and plan.",
        }],
        &adopt,
    )
}

//! Alibaba Cloud: bucket, key, the lock table without which nothing is locked, policies.
//!
//! Sources: `backend/oss` documentation; Terraform `internal/backend/remote-state/oss` v1.15.9 (`LockID`, a string);
//! alicloud provider documentation (`oss_bucket`, `ots_table`).

use super::Part;
use super::hcl::{Head, Variable, quote};
use super::store::{Store, slug};
use crate::fix::Companion;

/// The instance of `https://tf-locks.eu-central-1.ots.aliyuncs.com`.
fn instance(store: &Store) -> Option<&str> {
    store.get("tablestore_instance_name").or_else(|| {
        let host = store.get("tablestore_endpoint")?.split("://").last()?.split(['/', ':']).next()?;
        let (instance, rest) = host.split_once('.')?;
        rest.ends_with("aliyuncs.com").then_some(instance)
    })
}

pub(super) fn files(store: &Store) -> Vec<Companion> {
    let mut head = Head::new(
        store,
        "# The state's bucket, its key, and the table that locks it.\n#\n# Apply it from a folder of its own: this configuration's own state must not live in the bucket that it manages.\n",
    );
    head.providers = &[("alicloud", "aliyun/alicloud", ">= 1.240")];
    head.provider = Some(("alicloud", vec![("region", "local.region".to_owned())]));
    head.name("state_bucket", store.get("bucket"), "The bucket of the backend block");
    head.name("region", store.plain("region"), "The region of that bucket");
    head.name(
        "lock_instance",
        instance(store),
        "The Tablestore instance: the first part of tablestore_endpoint",
    );
    head.name("lock_table", store.get("tablestore_table"), "tablestore_table of the backend block");
    head.locals.push(("name", quote(&slug(store.get("bucket").unwrap_or("state")))));
    head.variables.push(Variable::text("log_bucket", "An existing bucket for the access log"));
    let mut adopt = Vec::new();
    if let Some(bucket) = store.get("bucket") {
        adopt.push(("alicloud_oss_bucket.state", bucket.to_owned()));
    }
    if let (Some(instance), Some(table)) = (instance(store), store.get("tablestore_table")) {
        adopt.push(("alicloud_ots_instance.lock", instance.to_owned()));
        adopt.push(("alicloud_ots_table.lock", format!("{instance}:{table}")));
    }
    super::set(
        store,
        vec![Part {
            name: "state-backend.tf",
            text: head.text() + include_str!("oss/state-backend.tf"),
            purpose: "Bucket with versions, a key of your own, no public access and an access log; the Tablestore table that locks; policies for apply and plan.",
        }],
        &adopt,
    )
}

//! Tencent Cloud: bucket, key, policies.
//!
//! Sources: `backend/cos` documentation; Terraform `internal/backend/remote-state/cos/client.go` v1.15.9 (lock object
//! and account tag); tencentcloud provider documentation (`cos_bucket`).

use super::Part;
use super::hcl::{Head, Variable, quote};
use super::store::{Store, slug};
use crate::fix::Companion;

pub(super) fn files(store: &Store) -> Vec<Companion> {
    let bucket = store.get("bucket");
    // A bucket's name ends with the account's number: mycos-1258798060.
    let account = bucket
        .and_then(|bucket| bucket.rsplit_once('-'))
        .map(|(_, id)| id)
        .filter(|id| id.len() >= 9 && id.bytes().all(|byte| byte.is_ascii_digit()));
    let mut head = Head::new(
        store,
        "# The state's bucket and its key.\n#\n# Apply it from a folder of its own: this configuration's own state must not live in the bucket that it manages.\n",
    );
    head.providers = &[("tencentcloud", "tencentcloudstack/tencentcloud", ">= 1.81")];
    head.provider = Some(("tencentcloud", vec![("region", "local.region".to_owned())]));
    head.name("state_bucket", bucket, "The bucket of the backend block");
    head.name("region", store.plain("region"), "The region of that bucket");
    head.name("app_id", account, "The account's APPID, the number at the end of the bucket's name");
    head.locals.push(("name", quote(&slug(bucket.unwrap_or("state")))));
    head.variables.push(Variable::text("log_bucket", "An existing bucket for the access log"));
    let adopt: Vec<_> =
        bucket.map(|bucket| ("tencentcloud_cos_bucket.state", bucket.to_owned())).into_iter().collect();
    super::set(
        store,
        vec![Part {
            name: "state-backend.tf",
            text: head.text() + include_str!("cos/state-backend.tf"),
            purpose: "Private bucket with versions, a key of your own and an access log; policies for apply and plan.",
        }],
        &adopt,
    )
}

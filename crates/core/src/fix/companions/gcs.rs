//! Google Cloud Storage: bucket, key, access log, members for apply and plan.
//!
//! Sources: `backend/gcs` documentation; Terraform `internal/backend/remote-state/gcs/client.go` v1.15.9 (the lock
//! object takes the bucket's default key); Cloud Storage documentation (access logs, retention policies, soft delete).

use super::hcl::{self, Head, Variable};
use super::store::Store;
use super::{Part, template};
use crate::fix::Companion;

const COMMENT: &str = "\
# The state's bucket, its key and its access log.
#
# Apply it from a folder of its own. This configuration's own state must not live in the bucket that it manages; as it
# stands it is a local file: keep that out of version control, or move it to another bucket.
";

/// `projects/P/locations/L/keyRings/R/cryptoKeys/K`.
fn key_parts(key: &str) -> Option<(&str, &str)> {
    let parts: Vec<&str> = key.split('/').collect();
    match parts.as_slice() {
        ["projects", project, "locations", location, "keyRings", _, "cryptoKeys", ..] => {
            Some((project, location))
        }
        _ => None,
    }
}

/// The service account that the backend works as.
fn account(store: &Store) -> Option<&str> {
    store.get("impersonate_service_account").filter(|account| {
        account.contains('@')
            && account.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"@.-_:".contains(&byte))
    })
}

pub(super) fn files(store: &Store) -> Vec<Companion> {
    let key = store.get("kms_encryption_key").filter(|key| key_parts(key).is_some());
    let own_key = key.is_none();
    let mut head = Head::new(store, COMMENT);
    head.providers = &[("google", "hashicorp/google", ">= 5.21")];
    head.provider = Some(("google", vec![("project", "local.project".to_owned())]));
    head.name("state_bucket", store.get("bucket"), "The bucket of the backend block");
    head.name("project", store.plain("project"), "The project of that bucket");
    head.name("location", store.plain("location"), "The location of that bucket, such as EU or europe-west1");
    if store.get("bucket").is_none_or(|bucket| bucket.chars().count() <= 58) {
        head.locals.push(("log_bucket", "\"${local.state_bucket}-logs\"".to_owned()));
    } else {
        head.name("log_bucket", None, "A new bucket for the access log");
    }
    if let Some(key) = key {
        head.locals.push(("state_key", hcl::quote(key)));
    } else {
        head.locals.push(("state_key", "google_kms_crypto_key.state.id".to_owned()));
        // A key ring of a multi-region bucket is in europe, us or asia.
        head.locals.push((
            "key_location",
            "lookup({ EU = \"europe\", US = \"us\", ASIA = \"asia\" }, upper(local.location), lower(local.location))"
                .to_owned(),
        ));
    }

    let mut access =
        Head::new(store, "# Who may do what with the state: apply writes, plan only reads; both lock.\n");
    if let Some(account) = account(store) {
        access.locals.push(("apply_members", hcl::list(&[format!("serviceAccount:{account}")])));
    } else {
        access.locals.push(("apply_members", "var.apply_members".to_owned()));
        access.variables.push(Variable::of(
            "apply_members",
            "list(string)",
            "Who applies, such as serviceAccount:NAME@PROJECT.iam.gserviceaccount.com",
            None,
        ));
    }
    access.variables.push(Variable::of("plan_members", "list(string)", "Who only plans", None));

    let mut adopt = Vec::new();
    if let Some(bucket) = store.get("bucket") {
        adopt.push(("google_storage_bucket.state", bucket.to_owned()));
    }
    super::set(
        store,
        vec![
            Part {
                name: "state-backend.tf",
                text: head.text()
                    + &template::pick(include_str!("gcs/state-backend.tf"), &[("own_key", own_key)]),
                purpose: "Bucket with versions, soft delete, a key of your own, uniform access, no public access, an access log; no retention that would hold a lock.",
            },
            Part {
                name: "state-backend-access.tf",
                text: access.text() + include_str!("gcs/state-backend-access.tf"),
                purpose: "Least privilege: apply reads, writes and locks; plan reads, and writes nothing but lock objects.",
            },
        ],
        &adopt,
    )
}

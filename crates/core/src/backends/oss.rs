//! Alibaba Cloud OSS.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// Alibaba Cloud OSS.
pub(super) const BACKEND: Backend = Backend { id: "oss", name: "Alibaba Cloud OSS", locking: LOCKING };

// ---------------------------------------------------------------------------------------- Locking

use super::locking::{Place, check, clean, fallback, location};
use crate::diagnose::{Check, Fallback, Location};

const LOCKING: Locking = Locking {
    frees_itself: false,
    when_holder_dies: "Nothing frees this lock by itself: it stays when its holder is killed, so a lock alone proves neither life nor death.",
    place: "A row in the Tablestore table: LockID is bucket/prefix/key, Info is the lock as JSON.",
    id: "a UUID",
    refuses: None,
    caution: None,
    inspect,
    release,
    locations,
    held_text: "invoking PutRow got an error: &tablestore.OtsError{Code:\"OTSConditionCheckFail\", Message:\"Condition check failed.\", RequestId:\"0005f1a2\", HttpStatusCode:403}",
    source: "Terraform internal/backend/remote-state/oss/client.go v1.15.9",
};

fn inspect(place: &Place<'_>) -> Option<Check> {
    _ = place;
    Some(check("See in the Tablestore console that the row's Info still holds this lock's id", None))
}

fn release(place: &Place<'_>) -> Vec<Fallback> {
    _ = place;
    vec![fallback(
        "Delete the row by Tablestore's SDK (DeleteRow) with a condition on the column Info",
        None,
        "The condition must be that Info is what you read, with this lock's id.",
    )]
}

fn locations(place: &Place<'_>) -> Vec<Location> {
    let path = if place.path.is_empty() {
        match (place.setting("bucket"), place.setting("key")) {
            (Some(bucket), key) => {
                let workspace = place.workspace.filter(|name| *name != "default").unwrap_or("");
                let prefix = place.setting("prefix").unwrap_or("env:");
                format!("{bucket}/{}", clean(&[prefix, workspace, key.unwrap_or("terraform.tfstate")]))
            }
            _ => return Vec::new(),
        }
    } else {
        place.path.to_owned()
    };
    let mut out = vec![
        location("State object", format!("oss://{path}")),
        location("Tablestore LockID", path.clone()),
        location("Tablestore LockID of the digest", format!("{path}-md5")),
    ];
    out.extend(place.setting("tablestore_table").map(|table| location("Tablestore table", table)));
    out
}

// ---------------------------------------------------------------------------------- Configuration

use crate::fix::{Review, Severity};

pub(super) const CONFIGURATION: Configuration = Configuration {
    label: "oss",
    arguments: ARGUMENTS,
    blocks: &["assume_role"],
    source: "Terraform internal/backend/remote-state/oss/backend.go v1.15.9",
};

const ARGUMENTS: &[Argument] = &[
    Argument::required("bucket"),
    Argument::plain("prefix"),
    Argument::plain("key"),
    Argument::plain("region"),
    Argument::plain("endpoint"),
    Argument::flag("encrypt"),
    Argument::plain("acl"),
    Argument::plain("tablestore_endpoint"),
    Argument::plain("tablestore_table"),
    Argument::plain("tablestore_instance_name").terraform_since(1, 12).only_terraform(),
    Argument::secret("access_key", "ALICLOUD_ACCESS_KEY"),
    Argument::secret("secret_key", "ALICLOUD_SECRET_KEY"),
    Argument::secret("security_token", "ALICLOUD_SECURITY_TOKEN"),
    Argument::plain("ecs_role_name"),
    Argument::plain("shared_credentials_file"),
    Argument::plain("profile"),
    Argument::object("assume_role"),
    Argument::plain("assume_role_role_arn").terraform_since(1, 1),
    Argument::plain("assume_role_session_name").terraform_since(1, 1),
    Argument::plain("assume_role_policy").terraform_since(1, 1),
    Argument::number("assume_role_session_expiration").terraform_since(1, 1),
    Argument::plain("sts_endpoint").terraform_since(1, 0),
];

pub(super) fn configured(review: &mut Review<'_>) {
    review.encryption_disabled(false);
    if !review.has("encrypt") && !review.is_empty() {
        let message = "encrypt is not set, and its default is false: the object is encrypted only if the bucket has a default for it.";
        if review.is_complete() {
            review.tell(
                "encryption-not-set",
                Severity::Medium,
                None,
                message,
                "Add encrypt = true, which sends AES256.",
            );
            review.insert("encrypt", crate::fix::Literal::True);
        } else if review.is_set("bucket") {
            review.tell(
                "encryption-not-set",
                Severity::Info,
                None,
                message,
                "Set encrypt = true, which sends AES256.",
            );
        }
    }
    if review.is_complete() && !review.is_set("tablestore_table") {
        review.tell(
            "no-locking",
            Severity::High,
            None,
            "Without tablestore_table nothing is locked: two runs can write the state at once.",
            "Create a Tablestore table with the primary key LockID (String), then set tablestore_endpoint and tablestore_table and run init -reconfigure.",
        );
    }
    for name in ["endpoint", "tablestore_endpoint"] {
        if let Some(url) = review.text(name) {
            review.plain_http(name, url);
        }
    }
    review.public_acl();
    if review.is_set("profile") && review.is_complete() {
        review.tell(
            "profile-in-block",
            Severity::Low,
            Some("profile"),
            "A profile in the block breaks every machine that lacks it, CI first.",
            "Leave it out and set ALICLOUD_PROFILE where it is needed.",
        );
    }
}

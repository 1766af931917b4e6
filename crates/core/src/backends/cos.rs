//! Tencent Cloud COS.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// Tencent Cloud COS.
pub(super) const BACKEND: Backend = Backend { id: "cos", name: "Tencent Cloud COS", locking: LOCKING };

// ---------------------------------------------------------------------------------------- Locking

use super::digest::md5;
use super::locking::{Place, check, clean, fallback, location};
use crate::diagnose::{Check, Fallback, Location};

const LOCKING: Locking = Locking {
    frees_itself: false,
    when_holder_dies: "Nothing frees this lock by itself: it stays when its holder is killed, so a lock alone proves neither life nor death.",
    place: "An object beside the state, <key>.tflock, and while it is made a short-lived account tag, tencentcloud-terraform-lock.",
    id: "the MD5 of the lock's JSON, 32 hexadecimal digits; the UUID inside the object is not it",
    refuses: None,
    caution: Some("If a crash left only the tag behind, force-unlock cannot help: it needs the lock object."),
    inspect,
    release,
    locations,
    held_text: "lock file terraform/state/terraform.tfstate.tflock exists",
    source: "Terraform internal/backend/remote-state/cos/client.go v1.15.9",
};

fn object(place: &Place<'_>) -> Option<String> {
    if !place.path.is_empty() {
        return Some(place.path.to_owned());
    }
    let workspace = place.workspace.filter(|name| *name != "default").unwrap_or("");
    let key = place.setting("key").unwrap_or("terraform.tfstate");
    let object = clean(&[place.setting("prefix").unwrap_or(""), workspace, key]);
    Some(format!("{object}.tflock"))
}

/// The value of the tag that COS locks with while it makes or deletes the lock object.
fn tag(bucket: &str, object: &str) -> String {
    md5(&format!("{bucket}:{object}"))
}

fn inspect(place: &Place<'_>) -> Option<Check> {
    let object = object(place)?;
    Some(check(
        format!("See in the COS console that the lock object {object} is still there, and whose it is"),
        None,
    ))
}

fn release(place: &Place<'_>) -> Vec<Fallback> {
    _ = place;
    vec![fallback(
        "Delete the lock object in the COS console after reading it",
        None,
        "COS has no conditional delete: look at the object last thing before.",
    )]
}

fn locations(place: &Place<'_>) -> Vec<Location> {
    let Some(object) = object(place) else { return Vec::new() };
    let state = object.trim_end_matches(".tflock");
    let mut out = vec![location("State object", state), location("Lock object", object.clone())];
    if let Some(bucket) = place.setting("bucket") {
        out.push(location("Account tag tencentcloud-terraform-lock", tag(bucket, &object)));
    }
    out
}

// ---------------------------------------------------------------------------------- Configuration

use crate::fix::Review;

pub(super) const CONFIGURATION: Configuration = Configuration {
    label: "cos",
    arguments: ARGUMENTS,
    blocks: &["assume_role"],
    source: "Terraform internal/backend/remote-state/cos/backend.go v1.15.9",
};

const ARGUMENTS: &[Argument] = &[
    Argument::required("bucket"),
    Argument::required("region"),
    Argument::plain("prefix"),
    Argument::plain("key"),
    Argument::flag("encrypt"),
    Argument::plain("acl"),
    Argument::flag("accelerate").terraform_since(1, 3),
    Argument::plain("endpoint").terraform_since(1, 6).only_terraform(),
    Argument::plain("domain").terraform_since(1, 6).only_terraform(),
    Argument::secret("secret_id", "TENCENTCLOUD_SECRET_ID"),
    Argument::secret("secret_key", "TENCENTCLOUD_SECRET_KEY"),
    Argument::secret("security_token", "TENCENTCLOUD_SECURITY_TOKEN"),
    Argument::object("assume_role").terraform_since(1, 4),
    // 1.11.4 refuses it; whether a later one takes it beside the one within assume_role is not known.
    Argument::plain("external_id").terraform_since(1, 12).only_terraform(),
    Argument::plain("shared_credentials_dir").terraform_since(1, 10).only_terraform(),
    Argument::plain("profile").terraform_since(1, 10).only_terraform(),
    Argument::plain("cam_role_name").terraform_since(1, 10).only_terraform(),
];

pub(super) fn configured(review: &mut Review<'_>) {
    // encrypt is on unless it is turned off.
    review.encryption_disabled(false);
    review.public_acl();
}

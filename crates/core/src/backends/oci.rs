//! Oracle Cloud Object Storage.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// Oracle Cloud Object Storage.
pub(super) const BACKEND: Backend = Backend {
    id: "oci",
    name: "Oracle Cloud Object Storage",
    locking: LOCKING,
    configuration: CONFIGURATION,
};

// ---------------------------------------------------------------------------------------- Locking

use super::locking::{Place, check, fallback, location};
use crate::diagnose::{Check, Fallback, Location, quote};

const LOCKING: Locking = Locking {
    frees_itself: false,
    when_holder_dies: "Nothing frees this lock by itself: it stays when its holder is killed, so a lock alone proves neither life nor death.",
    place: "An object beside the state, the state's key with .tflock.",
    id: "a UUID",
    refuses: None,
    caution: Some("force-unlock is atomic here: it deletes the lock file with If-Match."),
    inspect,
    release,
    locations,
    held_text: "failed to lock oci state: Error returned by ObjectStorage Service. Http Status Code: 412. Error Code: IfNoneMatchFailed.",
    source: "Terraform internal/backend/remote-state/oci/client.go v1.15.9",
};

fn object(place: &Place<'_>) -> Option<String> {
    if !place.path.is_empty() {
        return Some(place.path.trim_end_matches(".tflock").to_owned());
    }
    let key = place.setting("key").unwrap_or("terraform.tfstate");
    Some(match place.workspace {
        Some(workspace) if workspace != "default" => {
            format!("{}/{workspace}/{key}", place.setting("workspace_key_prefix").unwrap_or("tf-state-env"))
        }
        _ => key.to_owned(),
    })
}

fn arguments(place: &Place<'_>) -> Option<(String, String)> {
    Some((quote::sh(place.setting("bucket")?)?, quote::sh(&format!("{}.tflock", object(place)?))?))
}

fn inspect(place: &Place<'_>) -> Option<Check> {
    let (bucket, object) = arguments(place)?;
    Some(check(
        "See that the lock file still holds this very lock",
        Some(format!("oci os object get --bucket-name {bucket} --name {object} --file -")),
    ))
}

fn release(place: &Place<'_>) -> Vec<Fallback> {
    let command = || {
        let (bucket, object) = arguments(place)?;
        let pattern = quote::sh(&format!("\"ID\":{}", serde_json::to_string(place.id?).ok()?))?;
        Some(format!(
            "etag=$(oci os object head --bucket-name {bucket} --name {object} --query etag --raw-output) && oci os object get --bucket-name {bucket} --name {object} --if-match \"$etag\" --file - | grep -F {pattern} && oci os object delete --bucket-name {bucket} --object-name {object} --if-match \"$etag\" --force"
        ))
    };
    vec![fallback(
        "Delete the lock file by the OCI CLI, only if it is this lock",
        command(),
        "Deleted only if it holds this id, and only while its ETag is the one just read.",
    )]
}

fn locations(place: &Place<'_>) -> Vec<Location> {
    let Some(object) = object(place) else { return Vec::new() };
    vec![location("State object", object.clone()), location("Lock file", format!("{object}.tflock"))]
}

// ---------------------------------------------------------------------------------- Configuration

pub(super) const CONFIGURATION: Configuration = Configuration { label: "oci", arguments: ARGUMENTS };

const ARGUMENTS: &[Argument] = &[
    Argument::required("bucket"),
    Argument::required("namespace"),
    Argument::plain("key"),
    Argument::plain("workspace_key_prefix"),
    Argument::plain("region"),
    Argument::plain("tenancy_ocid"),
    Argument::plain("user_ocid"),
    Argument::plain("fingerprint"),
    Argument::secret("private_key", "OCI_PRIVATE_KEY"),
    Argument::secret("private_key_password", "OCI_PRIVATE_KEY_PASSWORD"),
    Argument::plain("private_key_path"),
    Argument::plain("auth"),
    Argument::plain("config_file_profile"),
    Argument::plain("kms_key_id"),
    Argument::secret("sse_customer_key", "OCI_SSE_CUSTOMER_KEY"),
    Argument::plain("sse_customer_key_sha256"),
    Argument::plain("sse_customer_algorithm"),
];

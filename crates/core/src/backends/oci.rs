//! Oracle Cloud Object Storage.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// Oracle Cloud Object Storage.
pub(super) const BACKEND: Backend =
    Backend { id: "oci", name: "Oracle Cloud Object Storage", locking: LOCKING };

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

use crate::fix::{Review, Severity};

pub(super) const CONFIGURATION: Configuration = Configuration {
    label: "oci",
    arguments: ARGUMENTS,
    blocks: &[],
    source: "Terraform internal/backend/remote-state/oci/backend.go v1.15.9",
};

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

/// The values of `auth`, compared without regard to case.
const AUTH: [&str; 6] = [
    "apikey",
    "instanceprincipal",
    "instanceprincipalwithcerts",
    "securitytoken",
    "okeworkloadidentity",
    "resourceprincipal",
];

pub(super) fn configured(review: &mut Review<'_>) {
    if review.known().tofu {
        review.tell(
            "unknown-backend:oci",
            Severity::High,
            None,
            "OpenTofu has no backend \"oci\"; init stops with \"Unsupported backend type\".",
            "Use the s3 backend with Oracle's S3-compatible endpoint, or Terraform 1.12 and later.",
        );
    } else if review.known().is_before(1, 12) {
        review.tell(
            "unknown-backend:oci",
            Severity::High,
            None,
            "The backend \"oci\" came with Terraform 1.12, but an older one is pinned here; init stops with \"Unsupported backend type\".",
            "Raise required_version to \">= 1.12.0\".",
        );
    }
    if review.literal("auth").is_some_and(|auth| !AUTH.contains(&auth.to_ascii_lowercase().as_str())) {
        review.invalid("auth", "auth is one of ApiKey, InstancePrincipal, InstancePrincipalWithCerts, SecurityToken, OKEWorkloadIdentity and ResourcePrincipal.");
    }
    if review.is_set("sse_customer_key") {
        review.tell(
            "customer-key",
            Severity::Medium,
            Some("sse_customer_key"),
            "A customer-supplied key: whoever loses it loses the state, and every machine that runs Terraform holds it.",
            "Prefer kms_key_id.",
        );
    }
    review.conflict("kms_key_id", "sse_customer_key");
}

//! Amazon S3 with a lock file.

use super::Backend;
use super::locking::Locking;

/// Amazon S3 with a lock file.
pub(super) const BACKEND: Backend =
    Backend { id: "s3-lockfile", name: "Amazon S3 with a lock file", locking: LOCKING };

// ---------------------------------------------------------------------------------------- Locking

use super::locking::{Place, check, fallback, location};
use crate::diagnose::{Check, Fallback, Location, quote};

const LOCKING: Locking = Locking {
    frees_itself: false,
    when_holder_dies: "Nothing frees this lock by itself: it stays when its holder is killed, so a lock alone proves neither life nor death.",
    place: "An object beside the state: the state's key with .tflock. It holds the lock as JSON.",
    id: "a UUID",
    refuses: None,
    caution: Some(
        "Terraform deletes the lock file without a condition; the S3 command below deletes it only while it is the one that was read.",
    ),
    inspect,
    release,
    locations,
    held_text: "operation error S3: PutObject, https response error\nStatusCode: 412, RequestID: 0V5K3SbzQtpBqd2dtigx7AQ6YKkX, HostID: 9Gjjt1m+cjU4OPvX9O9=,\napi error PreconditionFailed: At least one of the pre-conditions you\nspecified did not hold",
    source: "Terraform internal/backend/remote-state/s3/client.go v1.15.9",
};

pub(super) fn inspect(place: &Place<'_>) -> Option<Check> {
    let (bucket, key) = quoted(place)?;
    let options = place.aws_options()?;
    Some(check(
        "See that the lock file still holds this very lock",
        Some(format!("aws s3api get-object --bucket {bucket} --key {key} /dev/stdout{options}")),
    ))
}

/// Reads the lock file, goes on only if it holds this id, and deletes only the version that was read.
pub(super) fn release(place: &Place<'_>) -> Vec<Fallback> {
    const CONDITION: &str = "The lock file is deleted only if it holds this lock's id, and only while its ETag is the one just read; 412 means that it changed: stop. S3-compatible stores may ignore the condition.";
    let command = || {
        let ((bucket, key), options) = (quoted(place)?, place.aws_options()?);
        let pattern = quote::sh(&format!("\"ID\":{}", serde_json::to_string(place.id?).ok()?))?;
        Some(format!(
            "etag=$(aws s3api get-object --bucket {bucket} --key {key} lock.json --query ETag --output text{options}) && grep -F {pattern} lock.json && aws s3api delete-object --bucket {bucket} --key {key} --if-match \"$etag\"{options}"
        ))
    };
    vec![fallback("Delete the lock file by the AWS CLI, only if it is this lock", command(), CONDITION)]
}

fn quoted(place: &Place<'_>) -> Option<(String, String)> {
    let (bucket, key) = place.s3_object()?;
    Some((quote::sh(&bucket)?, quote::sh(&format!("{key}.tflock"))?))
}

pub(super) fn locations(place: &Place<'_>) -> Vec<Location> {
    let Some((bucket, key)) = place.s3_object() else { return Vec::new() };
    vec![
        location("State object", format!("s3://{bucket}/{key}")),
        location("Lock file", format!("s3://{bucket}/{key}.tflock")),
    ]
}

// How it is configured: `s3.rs`.

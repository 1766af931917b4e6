//! Amazon S3 with a lock file and a DynamoDB lock table.

use super::Backend;
use super::locking::Locking;

/// Amazon S3 with a lock file and a DynamoDB lock table.
pub(super) const BACKEND: Backend =
    Backend { id: "s3-both", name: "Amazon S3 with a lock file and a DynamoDB lock table", locking: LOCKING };

// ---------------------------------------------------------------------------------------- Locking

use super::locking::Place;
use super::{s3_dynamodb, s3_lockfile};
use crate::diagnose::{Fallback, Location};

const LOCKING: Locking = Locking {
    frees_itself: false,
    when_holder_dies: "Nothing frees this lock by itself: it stays when its holder is killed, so a lock alone proves neither life nor death.",
    place: "Both an object beside the state (.tflock) and an item in the DynamoDB table, taken in this order under one id.",
    id: "a UUID, the same in both places",
    refuses: None,
    caution: Some(
        "Both halves must be released. Where only one is there, force-unlock reports a failure although it removed that one.",
    ),
    inspect: s3_dynamodb::inspect,
    release,
    locations,
    held_text: "operation error S3: PutObject, https response error\nStatusCode: 412, RequestID: ZuLmeLWYZZzh6uMG6ZgrWAkQKX9m, HostID: 9Gjjt1m+cjU4OPvX9O9=,\napi error PreconditionFailed: At least one of the pre-conditions you\nspecified did not hold",
    source: "Terraform internal/backend/remote-state/s3/client.go v1.15.9",
};

fn release(place: &Place<'_>) -> Vec<Fallback> {
    let mut out = s3_lockfile::release(place);
    out.extend(s3_dynamodb::release(place));
    out
}

fn locations(place: &Place<'_>) -> Vec<Location> {
    let mut out = s3_lockfile::locations(place);
    out.extend(s3_dynamodb::locations(place).into_iter().skip(1));
    out
}

// How it is configured: `s3.rs`.

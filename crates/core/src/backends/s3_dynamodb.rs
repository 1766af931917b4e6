//! Amazon S3 with a DynamoDB lock table.

use super::Backend;
use super::locking::Locking;

/// Amazon S3 with a DynamoDB lock table.
pub(super) const BACKEND: Backend =
    Backend { id: "s3-dynamodb", name: "Amazon S3 with a DynamoDB lock table", locking: LOCKING };

// ---------------------------------------------------------------------------------------- Locking

use super::locking::{Place, check, fallback, location};
use crate::diagnose::{Check, Fallback, Location, quote};

const LOCKING: Locking = Locking {
    frees_itself: false,
    when_holder_dies: "Nothing frees this lock by itself: it stays when its holder is killed, so a lock alone proves neither life nor death.",
    place: "An item in the DynamoDB table: LockID is bucket/key, Info is the lock as JSON. A second item, bucket/key-md5, holds the state's digest.",
    id: "a UUID",
    refuses: None,
    caution: Some(
        "Terraform reads, compares and then deletes without a condition; the DynamoDB command below deletes only this very lock.",
    ),
    inspect,
    release,
    locations,
    held_text: "operation error DynamoDB: PutItem, https response error\nStatusCode: 400, RequestID: 5WCTUGOF291GM7MVKJbfhZgmA5ffVDfi,\nConditionalCheckFailedException: The conditional request failed",
    source: "Terraform internal/backend/remote-state/s3/client.go v1.15.9",
};

pub(super) fn inspect(place: &Place<'_>) -> Option<Check> {
    let key = item_key(place, "")?;
    let (table, options) = (quote::sh(table(place)?)?, place.aws_options()?);
    Some(check(
        "See that the item still holds this very lock",
        Some(format!("aws dynamodb get-item --table-name {table} --consistent-read --key {key}{options}")),
    ))
}

pub(super) fn release(place: &Place<'_>) -> Vec<Fallback> {
    const CONDITION: &str = "The item is deleted only while its Info still begins with this lock's id; ConditionalCheckFailedException means that somebody else holds it: stop.";
    let command = || {
        let (key, table, options) = (item_key(place, "")?, quote::sh(table(place)?)?, place.aws_options()?);
        // Info is the lock as JSON, and ID is always its first key.
        let prefix = format!("{{\"ID\":{}", serde_json::to_string(place.id?).ok()?);
        let values = quote::sh(&serde_json::json!({":p": {"S": prefix}}).to_string())?;
        Some(format!(
            "aws dynamodb delete-item --table-name {table} --key {key} --condition-expression 'begins_with(Info, :p)' --expression-attribute-values {values} --return-values ALL_OLD{options}"
        ))
    };
    let title = if table(place).is_some() {
        "Delete the lock item by the AWS CLI, only if it is this lock"
    } else {
        "Delete the lock item by the AWS CLI: paste the backend block too, so that the table's name is known"
    };
    vec![fallback(title, command(), CONDITION)]
}

pub(super) fn table<'a>(place: &'a Place<'_>) -> Option<&'a str> {
    place.setting("dynamodb_table").or_else(|| place.named("lock_table", "table"))
}

/// The item's key as quoted JSON; `-md5` is the digest's.
pub(crate) fn item_key(place: &Place<'_>, suffix: &str) -> Option<String> {
    let (bucket, key) = place.s3_object()?;
    quote::sh(&serde_json::json!({"LockID": {"S": format!("{bucket}/{key}{suffix}")}}).to_string())
}

pub(super) fn locations(place: &Place<'_>) -> Vec<Location> {
    let Some((bucket, key)) = place.s3_object() else { return Vec::new() };
    let mut out = vec![
        location("State object", format!("s3://{bucket}/{key}")),
        location("DynamoDB LockID of the lock", format!("{bucket}/{key}")),
        location("DynamoDB LockID of the digest", format!("{bucket}/{key}-md5")),
    ];
    out.extend(table(place).map(|table| location("DynamoDB table", table)));
    out
}

// How it is configured: `s3.rs`.

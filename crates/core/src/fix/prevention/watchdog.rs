//! A stale-lock watchdog: reads `Created` from the locks on a schedule, tells, never deletes.
//!
//! Sources: Terraform `internal/backend/remote-state/s3/client.go` v1.15.9 (lock item, lock file); Amazon CloudWatch
//! (`PutMetricData`, missing data); no tool publishes a lock's age by itself.

use super::{Companion, Store, file, slug};
use crate::fix::companions::hcl::{Head, Variable};
use crate::fix::companions::{self, template};

pub(super) fn files(stores: &[Store]) -> Vec<Companion> {
    let watched: Vec<(&Store, Vec<Companion>)> = stores
        .iter()
        .take(companions::MOST)
        .map(|store| (store, one(store)))
        .filter(|(_, files)| !files.is_empty())
        .collect();
    let several = watched.len() > 1;
    let mut out = Vec::new();
    for (index, (store, files)) in watched.into_iter().enumerate() {
        let folder = if several {
            format!("watchdog-{}-{}", index + 1, slug(companions::name(store)))
        } else {
            "watchdog".to_owned()
        };
        out.extend(
            files.into_iter().map(|file| Companion { path: format!("{folder}/{}", file.path), ..file }),
        );
    }
    out
}

fn one(store: &Store) -> Vec<Companion> {
    match store.backend.as_str() {
        "s3" if !companions::is_compatible_store(store) => aws(store),
        _ => Vec::new(),
    }
}

const LONGEST: Variable = Variable::of(
    "longest_apply_minutes",
    "number",
    "The longest that an apply may rightly take. Older locks are told of; they may still be live",
    None,
);

fn aws(store: &Store) -> Vec<Companion> {
    let table = companions::needs_table(store);
    let mut head = Head::new(
        "# Looks for old locks every five minutes and tells. Apply it outside the pipelines that it watches.\n",
    );
    head.providers = &[("archive", "hashicorp/archive", ">= 2.4"), ("aws", "hashicorp/aws", ">= 5.0")];
    head.provider = Some(("aws", vec![("region", "local.state_region".to_owned())]));
    head.locals.push(("name", format!("\"{}\"", slug(companions::name(store)))));
    head.name("state_bucket", store.get("bucket"), "The bucket of the backend block");
    head.name("state_region", companions::region(store), "The region of that bucket");
    if table {
        head.name(
            "lock_table",
            store.any(&["dynamodb_table", "lock_table"]),
            "The DynamoDB table of the locks",
        );
    } else {
        head.locals.push(("lock_table", "\"\"".to_owned()));
    }
    head.variables.push(LONGEST);
    head.variables.push(Variable::of("tell", "list(string)", "E-mail addresses that are told", None));
    if let Some(key) = companions::kms_key(store) {
        head.locals.push(("state_key_id", companions::hcl::quote(key)));
    } else {
        head.locals.push(("state_key_id", "var.state_key_id".to_owned()));
        head.variables.push(Variable::of(
            "state_key_id",
            "string",
            "Id, ARN or alias of the KMS key of the bucket; null where it has none of its own",
            Some("null"),
        ));
    }
    let text = template::pick(include_str!("files/watchdog-aws/watchdog.tf"), &[("table", table)]);
    vec![
        file(
            "watchdog.tf",
            head.text() + &text,
            "Prevents a lock from going unnoticed for hours: a scheduled function, its metric and alarm. It reads; it never deletes.",
        ),
        file(
            "stale_locks.py",
            include_str!("files/watchdog-aws/stale_locks.py").to_owned(),
            "Reads Created from every lock file and lock item, and tells who holds it; age alone proves nothing.",
        ),
    ]
}

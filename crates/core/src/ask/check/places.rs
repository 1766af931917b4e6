//! Where the state lives: the same before and after.

use super::{Mark, pass, warn};
use crate::backends::{self, Settings};
use crate::fix::{self, Block};

/// Arguments that say where state and lock are, of every backend. A change of one means another state.
const PLACES: &[&str] = &[
    "bucket",
    "key",
    "region",
    "workspace_key_prefix",
    "profile",
    "endpoint",
    "endpoints.s3",
    "endpoints.dynamodb",
    "dynamodb_endpoint",
    "dynamodb_table",
    "lock_table",
    "prefix",
    "storage_account_name",
    "container_name",
    "resource_group_name",
    "subscription_id",
    "tenant_id",
    "environment",
    "conn_str",
    "schema_name",
    "path",
    "workspace_dir",
    "address",
    "lock_address",
    "unlock_address",
    "datacenter",
    "scheme",
    "secret_suffix",
    "namespace",
    "host",
    "config_context",
    "organization",
    "hostname",
    "workspaces.name",
    "workspaces.prefix",
    "workspaces.tags",
    "workspaces.project",
    "tablestore_table",
    "tablestore_endpoint",
    "tablestore_instance_name",
    "container",
    "state_name",
    "archive_container",
];

/// Arguments of which a change moves the lock, not the state: leaving them out is what migrations do.
const LOCKS: &[&str] = &["dynamodb_table", "lock_table", "dynamodb_endpoint", "endpoints.dynamodb"];

pub(super) fn compare(
    own: &Block,
    before: &str,
    block: &Block,
    after: &str,
    options: &fix::Options,
) -> Vec<Mark> {
    // What the hardener itself takes out or moves is no change of place.
    let hardened = own.hardened.as_deref().and_then(|text| {
        fix::fix(text, options).blocks.into_iter().next().map(|block| (text.to_owned(), block.settings))
    });
    let mut out = Vec::new();
    let mut compared: Vec<&str> = Vec::new();
    let secret = |name: &str| {
        backends::configuration(&own.backend)
            .is_some_and(|known| known.arguments.iter().any(|one| one.name == name && one.secret.is_some()))
    };
    for name in PLACES.iter().copied().filter(|name| !secret(name)) {
        let mine = value(&own.settings, before, name);
        let theirs = value(&block.settings, after, name);
        let ours = hardened.as_ref().map(|(text, settings)| value(settings, text, name));
        if theirs == mine || ours.is_some_and(|ours| theirs == ours) {
            if mine.is_some() {
                compared.push(name);
            }
            continue;
        }
        let lock = LOCKS.contains(&name);
        let what = if lock { "the lock" } else { "the state" };
        out.push(warn(match (mine, theirs) {
            (Some(mine), Some(theirs)) => {
                format!("{name} changes from {} to {}: {what} would be somewhere else.", shown(&mine), shown(&theirs))
            }
            (Some(mine), None) if lock => format!(
                "{name} ({}) is gone: older clients would no longer see the lock. Leave it in until all have moved.",
                shown(&mine)
            ),
            (Some(mine), None) => {
                format!("{name} ({}) is left out: init would ask for it, or take another state.", shown(&mine))
            }
            (None, Some(theirs)) => {
                format!("{name} is new ({}): check that {what} is there now.", shown(&theirs))
            }
            (None, None) => continue,
        }));
    }
    if out.is_empty() {
        out.push(if compared.is_empty() {
            warn("Your block does not say where the state lives (partial configuration), so that could not be compared.")
        } else {
            pass(format!("Where the state lives is unchanged: {}.", compared.join(", ")))
        });
    }
    out
}

/// The value of an argument: its literal, or else what is written there.
fn value(settings: &Settings, block: &str, name: &str) -> Option<String> {
    if let Some(value) = settings.get(name) {
        return Some(value.to_owned());
    }
    if !settings.expressions.iter().any(|one| one == name) {
        return None;
    }
    let leaf = name.rsplit('.').next().unwrap_or(name);
    let written = block.lines().find_map(|line| {
        let rest = line.trim_start().trim_start_matches('"').strip_prefix(leaf)?;
        let rest = rest.trim_start_matches('"').trim_start();
        rest.strip_prefix('=')
            .or_else(|| rest.strip_prefix(':'))
            .map(|value| value.trim().trim_end_matches(',').to_owned())
    });
    Some(written.unwrap_or_else(|| "(an expression)".to_owned()))
}

fn shown(value: &str) -> String {
    let short: String = value.chars().take(120).collect();
    format!("\"{short}\"")
}

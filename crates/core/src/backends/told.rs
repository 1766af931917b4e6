//! What an error alone tells of the place, as arguments of a block would have it. Nothing is guessed: what the text
//! does not name is left out.

use super::Settings;
use super::locking::Place;

/// The arguments that a lock's path, its error and the objects it names give away. Raw text.
pub(crate) fn told(backend: &str, place: &Place<'_>) -> Settings {
    let mut out =
        Settings { backend: backend.split('-').next().unwrap_or("").to_owned(), ..Settings::default() };
    let workspace = place.workspace.filter(|name| *name != "default");
    let mut tell = |name: &str, value: &str| {
        if !value.is_empty() {
            out.values.push((name.to_owned(), value.to_owned()));
        }
    };
    match out.backend.as_str() {
        "s3" => {
            let object = place.s3_object();
            if let Some((bucket, key)) = &object {
                tell("bucket", bucket);
                let prefix = workspace.map(|name| format!("env:/{name}/"));
                tell("key", prefix.and_then(|prefix| key.strip_prefix(&prefix)).unwrap_or(key));
            } else if let Some(bucket) = place.detail("bucket") {
                tell("bucket", bucket);
            }
            if matches!(backend, "s3-lockfile" | "s3-both") {
                tell("use_lockfile", "true");
            }
            if matches!(backend, "s3-dynamodb" | "s3-both") {
                match place.detail("table") {
                    Some(table) => tell("dynamodb_table", table),
                    None => out.expressions.push("dynamodb_table".to_owned()),
                }
            }
        }
        "gcs" => {
            let object = place.path.strip_prefix("gs://").unwrap_or("");
            if let Some((bucket, object)) = object.split_once('/') {
                tell("bucket", bucket);
                tell("prefix", object.rsplit_once('/').map_or("", |(prefix, _)| prefix));
            }
        }
        "azurerm" => {
            if let Some((container, key)) = place.path.split_once('/').filter(|(name, _)| !name.contains(':'))
            {
                tell("container_name", container);
                let suffix = workspace.map(|name| format!("env:{name}"));
                tell("key", suffix.and_then(|suffix| key.strip_suffix(&suffix)).unwrap_or(key));
            }
            let host = place.detail("url").and_then(|url| url.split("://").nth(1)).unwrap_or("");
            if let Some((account, _)) = host.split_once(".blob.") {
                tell("storage_account_name", account);
            }
        }
        "consul" => {
            let suffix = workspace.map(|name| format!("-env:{name}"));
            tell("path", suffix.and_then(|suffix| place.path.strip_suffix(&suffix)).unwrap_or(place.path));
        }
        "http" => {
            // A user in the address may have a password with it.
            if let Some(url) = place.detail("url").filter(|url| !url.contains('@')) {
                let state = url.strip_suffix("/lock").filter(|url| url.contains("/terraform/state/"));
                tell("address", state.unwrap_or(""));
                tell("lock_address", url);
            }
        }
        "kubernetes" => {
            let stem = format!("lock-tfstate-{}-", place.workspace_or_default());
            tell(
                "secret_suffix",
                place.detail("lease").and_then(|name| name.strip_prefix(&stem)).unwrap_or(""),
            );
            match place.detail("namespace") {
                Some(namespace) => tell("namespace", namespace),
                None => out.expressions.push("namespace".to_owned()),
            }
        }
        "oss" => {
            let bucket = place.path.split_once('/').map_or("", |(bucket, _)| bucket);
            tell("bucket", bucket);
            // It locked, so there is a table.
            out.expressions.push("tablestore_table".to_owned());
        }
        "cos" => tell("prefix", place.path.rsplit_once('/').map_or("", |(prefix, _)| prefix)),
        "oci" => tell("key", place.path.trim_end_matches(".tflock")),
        "remote" => {
            if let Some((organization, name)) = place.id.and_then(|id| id.split_once('/')) {
                tell("organization", organization);
                tell("workspaces.name", name);
            }
        }
        _ => {}
    }
    out
}

//! Lock records that stand alone: what their form tells of the backend.

use super::Observation;
use super::printer::Whole;
use super::reading::workspace_of;
use crate::diagnose::lock_info::Record;
use crate::diagnose::undecorate::pattern;
use crate::diagnose::{Describes, Kind, Tool};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

pub(super) fn of_record(record: Record, raw: &str, whole: &Whole) -> Observation {
    let path = record.lock.path.clone().unwrap_or_default();
    let backend = record.backend.unwrap_or_else(|| {
        if path.starts_with("gs://") {
            "gcs"
        } else if path.is_empty() {
            if raw.contains("Lease") || raw.contains("coordination.k8s.io") { "kubernetes" } else { "http" }
        } else if record.lock.info.as_deref().is_some_and(|info| info.starts_with("consul session")) {
            "consul"
        } else if path == "terraform.tfstate"
            || path.starts_with("terraform.tfstate.d/")
            || raw.contains(".lock.info")
        {
            "local"
        } else if path.ends_with(".tflock") {
            "cos"
        } else if path.starts_with("https://") && path.contains(".blob.") {
            "azurerm"
        } else if raw.contains("LockID") {
            "s3-dynamodb"
        } else if path.contains('/') {
            "s3-lockfile"
        } else {
            "unknown"
        }
    });
    let mut details = Vec::new();
    if let Some(name) = record.name.clone() {
        details.push((if backend == "kubernetes" { "lease" } else { "lock_id_key" }, name));
    }
    if let Some(namespace) = record.namespace.clone() {
        details.push(("namespace", namespace));
    }
    let at = record.lock.id.as_deref().and_then(|id| raw.find(id)).unwrap_or(0);
    let length = record.lock.id.as_deref().map_or(0, str::len);
    // The number that gcs wants is the object's generation, which its content does not hold.
    let holder_id = record.lock.id.clone().filter(|_| backend != "gcs");
    Observation {
        kind: Kind::LockRecord,
        backend,
        backend_confidence: if record.backend.is_some() || backend == "gcs" { 95 } else { 55 },
        backend_evidence: Some("the stored record has this backend's form".to_owned()),
        tool: whole.tool,
        tool_version: whole.version.clone(),
        workspace: record.workspace.clone().or_else(|| workspace_of(backend, &path)),
        lock: Some(record.lock),
        lock_describes: Some(Describes::Holder),
        holder_id,
        given_id: None,
        unit: None,
        details,
        inner: String::new(),
        span: Span::new(at, at + length),
    }
}

pub(super) static ADVISORY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"advisory *\|[^\n]{0,120}(?:ExclusiveLock|ShareLock|\| *t)"));

/// Rows of `pg_locks`: a PostgreSQL advisory lock, without Terraform's fields.
pub(super) fn advisory(raw: &str) -> Observation {
    let at = raw.find("advisory").unwrap_or(0);
    Observation {
        kind: Kind::LockRecord,
        backend: "pg",
        backend_confidence: 90,
        backend_evidence: Some("these are rows of pg_locks".to_owned()),
        tool: Tool::Unknown,
        tool_version: None,
        lock: None,
        lock_describes: None,
        holder_id: None,
        given_id: None,
        workspace: None,
        unit: None,
        details: Vec::new(),
        inner: String::new(),
        span: Span::new(at, at + "advisory".len()),
    }
}

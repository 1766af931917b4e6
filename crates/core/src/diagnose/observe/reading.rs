//! One error, read: its values, whose block it holds, and what else it names.

use super::printer::Whole;
use super::sections::Family;
use super::{Observation, has_any, kind};
use crate::diagnose::undecorate::pattern;
use crate::diagnose::{Describes, Kind, LockInfo, Tool, lock_info};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

pub(super) struct Reading<'a> {
    pub(super) family: Family,
    pub(super) words: &'a str,
    pub(super) after: &'a str,
    pub(super) block: Option<lock_info::Block>,
    pub(super) whole: &'a Whole,
    pub(super) unit: Option<String>,
    pub(super) span: Span,
}
static TABLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?:DynamoDB [Tt]able:? "?|:table/|DynamoDB table: |dynamodb_table *= *")([A-Za-z0-9_.-]{3,255})"#,
    )
});
static S3_FILE: LazyLock<Regex> = LazyLock::new(|| pattern(r"S3 bucket '([^']+)' with key '([^']+)'"));
static S3_NAMED: LazyLock<Regex> = LazyLock::new(|| pattern(r#"S3 bucket "([^"]+)""#));
static GIVEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?:lock (?:ID|id):? ["']([^"']+)["'](?: from s3)? does not match|numerical value, got ["']([^"']+)["']|parsing "([^"]+)": invalid syntax|lock id mismatch, ([^ ]+) !=|invalid lock id: "([^"]+)"|for lock ID "([^"]+)")"#,
    )
});
pub(super) static EXISTING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?:existing lock \("([^"]+)"\)|existing lock ID ["']([^"']+)["']|lock id mismatch, [^ ]+ != ([^ ]+)|current id: "([^"]+)")"#,
    )
});
static HTTP_ID: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"already locked:[^A-Za-z0-9=]{0,12}ID=([^ "'\\]+)"#));
static HCP_ID: LazyLock<Regex> = LazyLock::new(|| pattern(r#"already locked \(lock ID: "([^"]+)"\)"#));
static NAMED_ID: LazyLock<Regex> = LazyLock::new(|| pattern(r"Lock ID(?: \(gen\))?: ([0-9A-Za-z-]{8,64})"));
static PG_WORKSPACE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:Workspace is already locked|[Aa]lready locked for workspace creation): ([A-Za-z0-9_.-]*[A-Za-z0-9_-])",
    )
});
static CALCULATED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:Calculated checksum: *|to the following value: *)([0-9a-f]{32})"));
static STORED: LazyLock<Regex> = LazyLock::new(|| pattern(r"Stored checksum: *([0-9a-f]{32})"));
static BUCKET_ROW: LazyLock<Regex> = LazyLock::new(|| pattern(r"Bucket: *([^ ]+)"));
static KEY_ROW: LazyLock<Regex> = LazyLock::new(|| pattern(r"Key: *([^ ]+)"));
static URL: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:LOCK|UNLOCK|POST|PUT|DELETE) (https?://[^ ]+)"));
static GS: LazyLock<Regex> = LazyLock::new(|| pattern(r#"gs://([^/" ]+)/([^" ]*?)([^/" ]+)\.tflock"#));
static PULL: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:from pull \[?#|pull request #?)([0-9]+)"));
static ATLANTIS_WORKSPACE: LazyLock<Regex> = LazyLock::new(|| pattern(r"the ([^ ]+) workspace at path"));
static LEASE_TEXT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(lock-tfstate-[a-z0-9.-]+)"));
/// The same, where the text has a word without which the pattern cannot match.
fn first_with(word: &str, regex: &Regex, text: &str) -> Option<String> {
    if text.contains(word) { first(regex, text) } else { None }
}

pub(super) fn first(regex: &Regex, text: &str) -> Option<String> {
    let found = regex.captures(text)?;
    found.iter().skip(1).flatten().next().map(|one| one.as_str().to_owned())
}
impl Reading<'_> {
    pub(super) fn observation(self) -> Option<Observation> {
        let lower = self.words.to_ascii_lowercase();
        let lock = self.block.as_ref().map(|block| block.lock.clone());
        let kind = self.kind(&lower)?;
        let (backend, confidence, evidence) = self.backend(&lower, kind);
        let describes = lock.as_ref().and_then(|lock| self.describes(lock, backend));
        let mut details = Vec::new();
        let mut detail = |name, value: Option<String>| {
            if let Some(value) = value {
                details.push((name, value));
            }
        };
        detail("table", first_with("able", &TABLE, self.words));
        if self.words.contains("S3 bucket '")
            && let Some(found) = S3_FILE.captures(self.words)
        {
            detail("bucket", found.get(1).map(|one| one.as_str().to_owned()));
            detail("key", found.get(2).map(|one| one.as_str().trim_end_matches(".tflock").to_owned()));
        }
        detail("bucket", first_with("S3 bucket \"", &S3_NAMED, self.words));
        if kind == Kind::DigestMismatch {
            detail("bucket", first(&BUCKET_ROW, self.words));
            detail("key", first(&KEY_ROW, self.words));
            detail("calculated", first(&CALCULATED, self.words));
            detail("stored", first(&STORED, self.words));
        }
        detail("url", first_with(" http", &URL, self.words));
        detail("lease", first_with("lock-tfstate-", &LEASE_TEXT, self.words));
        if kind == Kind::AtlantisPrLock {
            detail("pull", first(&PULL, self.words));
        }
        if self.whole.errored_state {
            detail("errored_state", Some("errored.tfstate".to_owned()));
        }
        if kind == Kind::UnlockFailed {
            detail("half", kind::half(&lower).map(str::to_owned));
        }
        if has_any(&lower, &["terraformlockid\" was empty"]) && kind == Kind::StateLockHeld {
            detail("empty_metadata", Some("terraformlockid".to_owned()));
        }
        if kind == Kind::StateLockHeld && lock.is_none() && kind::is_vanished(&lower) {
            detail("vanished", Some("unexpected end of JSON input".to_owned()));
        }
        let given_id =
            matches!(kind, Kind::WrongLockId | Kind::NoLock | Kind::UnlockFailed | Kind::UnlockUnsupported)
                .then(|| first(&GIVEN, self.words))
                .flatten();
        let holder_id = self.holder_id(kind, backend, lock.as_ref(), describes);
        let lock = match lock {
            None if kind == Kind::LockReleaseFailed => {
                first(&NAMED_ID, self.words).map(|id| LockInfo { id: Some(id), ..LockInfo::default() })
            }
            lock => lock,
        };
        let workspace = self.workspace(kind, backend, lock.as_ref());
        let tool = match kind {
            Kind::HcpWorkspaceLocked => Tool::Hcp,
            Kind::AtlantisPrLock => Tool::Atlantis,
            _ => self.whole.tool,
        };
        let tool_version = self.whole.version.clone().or_else(|| {
            (describes == Some(Describes::Requester))
                .then(|| lock.as_ref().and_then(|lock| lock.version.clone()))
                .flatten()
        });
        Some(Observation {
            kind,
            backend,
            backend_confidence: confidence,
            backend_evidence: evidence,
            tool,
            tool_version,
            lock,
            lock_describes: describes,
            holder_id,
            given_id,
            workspace,
            unit: self.unit,
            details,
            inner: inner(self.words),
            span: self.span,
        })
    }
    fn describes(&self, lock: &LockInfo, backend: &str) -> Option<Describes> {
        if matches!(self.family, Family::Release | Family::ReleaseAtInit | Family::Unlock) {
            return Some(Describes::Holder);
        }
        Some(match backend {
            "pg" | "remote" => Describes::Requester,
            "http" => {
                let named = first(&HTTP_ID, self.words);
                match (&named, &lock.id) {
                    (Some(a), Some(b)) if a == b => Describes::Holder,
                    // TF 1.15 and OT 1.9 print the holder's block only where they could read the body.
                    _ => Describes::Requester,
                }
            }
            _ => Describes::Holder,
        })
    }

    fn holder_id(
        &self,
        kind: Kind,
        backend: &str,
        lock: Option<&LockInfo>,
        describes: Option<Describes>,
    ) -> Option<String> {
        let own = lock.and_then(|lock| lock.id.clone());
        match kind {
            Kind::HcpWorkspaceLocked => first(&HCP_ID, self.words),
            Kind::LockReleaseFailed => own.or_else(|| first(&NAMED_ID, self.words)),
            Kind::WrongLockId => own.or_else(|| first_with("ock ", &EXISTING, self.words)),
            Kind::StateLockHeld if backend == "http" => {
                first(&HTTP_ID, self.words).or_else(|| own.filter(|_| describes == Some(Describes::Holder)))
            }
            Kind::UnlockFailed => own.or_else(|| first(&GIVEN, self.words)),
            Kind::UnlockSuccess | Kind::NoLock | Kind::UnlockCancelled | Kind::UsageError => None,
            _ if describes == Some(Describes::Requester) => None,
            _ => own,
        }
    }

    fn workspace(&self, kind: Kind, backend: &str, lock: Option<&LockInfo>) -> Option<String> {
        if kind == Kind::HcpWorkspaceLocked || (kind == Kind::WrongLockId && backend == "remote") {
            return self
                .holder_id(kind, backend, lock, None)
                .and_then(|id| id.rsplit('/').next().map(str::to_owned));
        }
        if kind == Kind::AtlantisPrLock {
            return first(&ATLANTIS_WORKSPACE, self.words);
        }
        if backend == "pg"
            && let Some(name) = first(&PG_WORKSPACE, self.words)
        {
            return Some(name);
        }
        let path = lock.and_then(|lock| lock.path.as_deref()).unwrap_or("");
        workspace_of(backend, path).or_else(|| {
            (backend == "gcs")
                .then(|| {
                    GS.captures(self.words).and_then(|one| one.get(3)).map(|one| one.as_str().to_owned())
                })
                .flatten()
        })
    }
}
/// The workspace that a lock's path names; none where the path cannot tell.
pub(super) fn workspace_of(backend: &str, path: &str) -> Option<String> {
    let named = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    if let Some((_, rest)) = path.split_once("/env:/") {
        return rest.split('/').next().and_then(named);
    }
    if let Some((_, rest)) = path.split_once("terraform.tfstate.d/") {
        return rest.split('/').next().and_then(named);
    }
    match backend {
        "gcs" => path.strip_suffix(".tflock").and_then(|path| path.rsplit('/').next()).and_then(named),
        "local" if path == "terraform.tfstate" => named("default"),
        "consul" if !path.is_empty() && !path.contains("-env:") => named("default"),
        "azurerm" if path.contains('/') && !path.trim_start_matches("https:").contains(':') => {
            named("default")
        }
        "consul" => path.split_once("-env:").and_then(|(_, name)| named(name)),
        "azurerm" => path.rsplit_once("env:").and_then(|(_, name)| named(name)).or_else(|| {
            // Old texts lost the letters before the colon.
            path.rsplit_once(':')
                .filter(|(before, name)| !before.starts_with("http") && !name.contains('/'))
                .and_then(|(_, name)| named(name))
        }),
        "oci" => {
            path.split_once("tf-state-env/").and_then(|(_, rest)| rest.split('/').next()).and_then(named)
        }
        _ => None,
    }
}
/// The error without its wrappers.
fn inner(words: &str) -> String {
    let mut text = words;
    for wrapper in ["Error acquiring the state lock: ", "Error message: ", "Failed to unlock state: "] {
        if let Some((_, rest)) = text.split_once(wrapper) {
            text = rest;
        }
    }
    text.chars().take(600).collect()
}

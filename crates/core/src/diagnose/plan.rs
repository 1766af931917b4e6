//! Judgement: whose lock it is, how alive, and which command releases only it.
//!
//! Source: `force-unlock` in Terraform `internal/command/unlock.go` v1.15.9, and each backend's own file.

use super::liveness::{self, Verdict};
use super::lock_info::is_uuid;
use super::observe::Observation;
use super::{Check, Describes, Incident, Kind, Staleness, Tool, Unlock, quote, who};
use crate::backends::locking::Place;
use crate::backends::{self, Settings};
use crate::incidents;
use crate::moment::Moment;

/// Judges one observation.
pub fn plan(seen: &Observation, settings: &[Settings], now: Option<Moment>) -> Incident {
    let (backend, settings, contradiction) = settle(seen, settings);
    let workspace = seen.workspace.clone().or_else(|| default_workspace(seen, backend, settings));
    let known = backends::by_id(backend);
    let Verdict { staleness, mut reasons, age_seconds } = liveness::judge(seen, known, now);
    reasons.extend(contradiction);
    let path = seen.lock.as_ref().and_then(|lock| lock.path.as_deref()).unwrap_or("");
    // The id of an HCP Terraform workspace is its name, which the configuration has too.
    let configured = settings.filter(|_| backend == "remote").and_then(|one| {
        let id = format!("{}/{}", one.get("organization")?, one.get("workspaces.name")?);
        is_usable(backend, &id).then_some(id)
    });
    let place = Place {
        id: seen.holder_id.as_deref().filter(|id| is_usable(backend, id)).or(configured.as_deref()),
        path,
        workspace: workspace.as_deref(),
        settings,
        details: &seen.details,
    };
    let unlock = Planner { seen, backend, place: &place, staleness }.unlock();
    let locations = match known {
        Some(known) if !matches!(seen.kind, Kind::AtlantisPrLock | Kind::UsageError) => {
            (known.locking.locations)(&place)
        }
        _ => Vec::new(),
    };
    Incident {
        kind: seen.kind,
        backend: backend.to_owned(),
        tool: seen.tool,
        tool_version: seen.tool_version.clone(),
        lock: seen.lock.clone(),
        lock_describes: seen.lock_describes,
        holder_id: seen.holder_id.clone(),
        workspace: workspace.clone(),
        age_seconds,
        staleness,
        reasons,
        unlock,
        headline: headline(seen, backend, age_seconds),
        incident: incidents::of(seen.kind),
        unit: seen.unit.clone(),
        locations,
        told: backends::told(backend, &place),
        span: seen.span,
    }
}

/// The contract's backend id of a configuration block's label.
pub(crate) fn backend_id(label: &str) -> Option<&'static str> {
    Some(match label {
        "s3" => "s3",
        "gcs" => "gcs",
        "azurerm" | "azure" => "azurerm",
        "pg" => "pg",
        "consul" => "consul",
        "http" => "http",
        "kubernetes" => "kubernetes",
        "local" => "local",
        "remote" | "cloud" => "remote",
        "oss" => "oss",
        "cos" => "cos",
        "oci" => "oci",
        "etcdv3" => "etcdv3",
        "swift" => "swift",
        "manta" => "manta",
        _ => return None,
    })
}

/// Which way of locking an S3 block asks for.
fn s3_mode(settings: &Settings) -> &'static str {
    let has = |name: &str| {
        settings.get(name).is_some_and(|value| !value.is_empty())
            || settings.expressions.iter().any(|one| one == name)
    };
    let table = has("dynamodb_table") || has("lock_table");
    let file = settings.get("use_lockfile") == Some("true");
    match (table, file) {
        (true, true) => "s3-both",
        (true, false) => "s3-dynamodb",
        (false, true) => "s3-lockfile",
        (false, false) => "s3",
    }
}

/// The backend that a configuration alone asks for.
pub(crate) fn backend_of(settings: &Settings) -> Option<&'static str> {
    match backend_id(&settings.backend) {
        Some("s3") => Some(s3_mode(settings)),
        other => other,
    }
}

/// The configuration settles the backend; a contradiction between it and the text is told.
fn settle<'a>(
    seen: &Observation,
    settings: &'a [Settings],
) -> (&'static str, Option<&'a Settings>, Option<String>) {
    if seen.kind == Kind::AtlantisPrLock || settings.is_empty() {
        return (seen.backend, None, None);
    }
    let family = |id: &str| if id.starts_with("s3") { "s3".to_owned() } else { id.to_owned() };
    let path = seen.lock.as_ref().and_then(|lock| lock.path.as_deref()).unwrap_or("");
    let names = |one: &Settings| {
        ["bucket", "container_name", "key", "path"]
            .iter()
            .filter(|name| one.get(name).is_some_and(|value| !value.is_empty() && path.contains(value)))
            .count()
    };
    let same: Vec<&Settings> = settings
        .iter()
        .filter(|one| {
            let is_open = seen.backend == "unknown" || seen.backend_confidence <= 50;
            backend_id(&one.backend).is_some_and(|id| is_open || family(seen.backend) == id)
        })
        .collect();
    let best = same.iter().copied().max_by_key(|one| names(one));
    let best = match best {
        // Several blocks of one kind, and nothing tells which: none of them may decide.
        Some(best) if same.len() > 1 && names(best) == 0 && !path.is_empty() => None,
        best => best,
    };
    let Some(best) = best else {
        let only = settings
            .first()
            .filter(|_| settings.len() == 1)
            .and_then(|one| backend_id(&one.backend).map(|id| (one, id)));
        return match only {
            Some((one, id)) if seen.backend != "unknown" && family(seen.backend) != id => (
                seen.backend,
                None,
                Some(format!(
                    "The error reads like backend {}, but the pasted configuration says \"{}\": one of them is not of this incident.",
                    family(seen.backend),
                    one.backend
                )),
            ),
            _ => (seen.backend, None, None),
        };
    };
    let bucket = best.get("bucket").unwrap_or("");
    if backend_id(&best.backend) == Some("s3")
        && !bucket.is_empty()
        && path.contains('/')
        && !path.trim_start_matches("s3://").starts_with(&format!("{bucket}/"))
    {
        return (
            seen.backend,
            None,
            Some(format!(
                "The lock's Path begins with another bucket than the pasted configuration's \"{bucket}\": the configuration is not that of this lock."
            )),
        );
    }
    let by_config = backend_of(best).unwrap_or(seen.backend);
    let (id, contradiction) = match (seen.backend, by_config) {
        ("s3-dynamodb" | "s3-lockfile" | "s3-both", "s3") => (seen.backend, None),
        ("s3-dynamodb", "s3-lockfile") | ("s3-lockfile", "s3-dynamodb") => (
            seen.backend,
            Some("The error names one way of S3 locking and the pasted configuration the other: clients with only one of the two do not exclude each other.".to_owned()),
        ),
        ("s3-both", _) => ("s3-both", None),
        (_, by_config) => (by_config, None),
    };
    (id, Some(best), contradiction)
}

/// The path of an S3 lock in the default workspace is bucket/key, as the configuration says.
fn default_workspace(seen: &Observation, backend: &str, settings: Option<&Settings>) -> Option<String> {
    let path = seen.lock.as_ref().and_then(|lock| lock.path.as_deref())?;
    let settings = settings?;
    if !backend.starts_with("s3") {
        return None;
    }
    let (bucket, key) = (settings.get("bucket")?, settings.get("key")?);
    if path == format!("{bucket}/{key}") {
        return Some("default".to_owned());
    }
    let prefix = settings.get("workspace_key_prefix").unwrap_or("env:");
    let rest = path.strip_prefix(&format!("{bucket}/{prefix}/"))?;
    rest.strip_suffix(&format!("/{key}")).filter(|name| !name.contains('/')).map(str::to_owned)
}

/// Whether an id can be what it stands for here: placeholders and mangled ids are no ids.
fn is_usable(backend: &str, id: &str) -> bool {
    let digits = |id: &str| (13..=20).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_digit());
    let md5 = |id: &str| id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    let placeholder = {
        let letters: Vec<u8> = id.bytes().filter(|byte| *byte != b'-').collect();
        letters.len() < 4
            || letters.iter().all(|byte| matches!(byte, b'x' | b'X'))
            || letters.iter().all(|byte| *byte == b'0')
    };
    if placeholder || is_part_of_uuid(id) {
        return false;
    }
    match backend {
        "gcs" => digits(id),
        "cos" => md5(id),
        "remote" => {
            let mut parts = id.split('/');
            let name = |part: Option<&str>| {
                part.is_some_and(|part| {
                    !part.is_empty()
                        && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
                })
            };
            name(parts.next()) && name(parts.next()) && parts.next().is_none()
        }
        "http" => {
            // The beginning of a UUID is no id, and other servers' ids are longer or no hexadecimal digits.
            let is_short = id.len() <= 8 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
            !(is_short && (id.len() < 5 || id.bytes().any(|byte| byte.is_ascii_alphabetic())))
                && id.len() <= 200
                && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:/+=".contains(&byte))
                && !id.starts_with('-')
        }
        "unknown" => is_uuid(id) || digits(id) || md5(id),
        _ => is_uuid(id),
    }
}

/// A UUID that lost its end: a paste was cut or wrapped.
fn is_part_of_uuid(id: &str) -> bool {
    let shape = "00000000-0000-0000-0000-000000000000";
    id.len() >= 9
        && id.len() < shape.len()
        && id.bytes().zip(shape.bytes()).all(|(byte, shape)| match shape {
            b'-' => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

struct Planner<'a> {
    seen: &'a Observation,
    backend: &'static str,
    place: &'a Place<'a>,
    staleness: Staleness,
}

impl Planner<'_> {
    fn unlock(&self) -> Unlock {
        let seen = self.seen;
        match seen.kind {
            Kind::StateLockHeld | Kind::LockRecord | Kind::HcpWorkspaceLocked | Kind::LockReleaseFailed | Kind::WrongLockId => self.release(),
            Kind::LockRecordCorrupt => self.refused(
                "The lock is held, but its record cannot be read, so its id is not known and no command can be made to hit only it. Look at the record, find its writer, and remove exactly that record by hand.",
            ),
            Kind::UnlockFailed => self.unlock_failed(),
            Kind::NoLock => self.refused(
                "There was no lock to release: it is gone already, or the command looked into another workspace or backend than the one that is locked. Check both, then run your command again.",
            ),
            Kind::UnlockUnsupported => self.refused(
                backends::by_id(self.backend).and_then(|backend| backend.locking.refuses).unwrap_or("This backend cannot release another's lock by command."),
            ),
            Kind::UnlockCancelled => self.refused("The release was cancelled, so the lock is still held. Its id is not in this text: run your command once more and paste its whole error."),
            Kind::UnlockSuccess => self.refused(match self.backend {
                "pg" => "The command says unlocked, but on pg it frees nothing: the lock ends with the holder's database session.",
                "consul" => "The session was destroyed. A holder that still runs takes the lock again under a new session: see that it has ended.",
                _ => "Already unlocked: nothing is to be released. On pg, etcdv3, and backends without locking, this text appears although nothing was freed.",
            }),
            Kind::UsageError => self.refused("The command was given no lock id. Take the ID from the error of the command that could not lock, and put -force, if at all, before it."),
            Kind::DigestMismatch => self.digest(),
            Kind::AtlantisPrLock => Unlock {
                why: Some("This is Atlantis' own lock on the project, not a state lock: comment `atlantis unlock` on the pull request that holds it, which discards its plan, or apply and merge it.".to_owned()),
                ..Unlock::default()
            },
            Kind::StateWriteFailed => Unlock {
                why: Some("The new state did not reach the backend. Do not release the lock and apply again: push errored.tfstate first, then see whether a lock is left.".to_owned()),
                checks: vec![self.push_errored_state()],
                ..Unlock::default()
            },
            kind => self.refused(no_lock_reason(kind)),
        }
    }

    fn refused(&self, why: &str) -> Unlock {
        let mut checks = Vec::new();
        if self.seen.kind == Kind::NoLock || self.seen.kind == Kind::UsageError {
            checks.push(Check {
                title: "See which workspace is selected".into(),
                command: Some(format!("{} workspace show", self.program())),
            });
        }
        if matches!(self.seen.kind, Kind::LockRecordCorrupt) {
            checks.extend(self.inspect());
        }
        Unlock { why: Some(why.to_owned()), checks, ..Unlock::default() }
    }

    fn program(&self) -> &'static str {
        match self.seen.tool {
            Tool::Tofu => "tofu",
            Tool::Terragrunt => "terragrunt",
            _ => "terraform",
        }
    }

    fn inspect(&self) -> Option<Check> {
        backends::by_id(self.backend).and_then(|backend| (backend.locking.inspect)(self.place))
    }

    fn push_errored_state(&self) -> Check {
        Check {
            title: "First push the newer state, from the directory that holds errored.tfstate".into(),
            command: Some(format!("{} state push errored.tfstate", self.program())),
        }
    }

    fn release(&self) -> Unlock {
        let seen = self.seen;
        let known = backends::by_id(self.backend);
        let locking = known.map(|backend| &backend.locking);
        if self.staleness == Staleness::Stale
            && (seen.detail("vanished").is_some()
                || seen.inner.contains("unexpected end of JSON input")
                || seen.inner.contains("consul lock was lost"))
        {
            return self.refused("The lock is already gone: run your command again, and do not unlock. If this very error comes back unchanged, look at the lock record by hand.");
        }
        let mut checks = Vec::new();
        if seen.detail("errored_state").is_some() {
            checks.push(self.push_errored_state());
        } else if seen.kind == Kind::LockReleaseFailed {
            checks.push(Check {
                title: "See whether the working directory holds errored.tfstate: then the newest state never reached the backend, and is to be pushed before anything else".into(),
                command: Some("ls -l errored.tfstate".into()),
            });
        }
        let lock = seen.lock.as_ref();
        if seen.lock_describes != Some(Describes::Requester)
            && let Some(who) = lock.and_then(|lock| lock.who.as_deref())
        {
            checks.extend(who::checks(who));
        }
        if self.backend == "local" && seen.inner.contains("process cannot access the file") {
            checks.push(Check {
                title: "Find the process that has the state file open, in PowerShell on the machine where it is".into(),
                command: Some("Get-Process terraform, tofu, terragrunt -ErrorAction SilentlyContinue | Format-Table Id, StartTime, Path".into()),
            });
        } else {
            checks.extend(self.inspect());
        }
        let is_directory_lock = lock.is_some_and(|lock| {
            lock.operation.as_deref() == Some("backend from plan")
                && lock.path.as_deref().is_some_and(|path| path.starts_with(".terraform/"))
        });
        if is_directory_lock {
            return Unlock {
                why: Some("This lock is on the working directory's own .terraform/terraform.tfstate: a process in this directory holds it, and it ends with that process. force-unlock would address another lock.".to_owned()),
                checks,
                ..Unlock::default()
            };
        }
        if let Some(refuses) = locking.and_then(|locking| locking.refuses) {
            let fallbacks = locking.map(|locking| (locking.release)(self.place)).unwrap_or_default();
            return Unlock { why: Some(refuses.to_owned()), checks, fallbacks, ..Unlock::default() };
        }
        if seen.detail("empty_metadata").is_some() {
            return Unlock {
                why: Some("The blob has a lease but no Terraform lock record, so force-unlock cannot work: the lease was taken by something else, or its holder died in between. Find whose lease it is first.".to_owned()),
                checks,
                fallbacks: backends::break_lease(self.place).into_iter().collect(),
                ..Unlock::default()
            };
        }
        if let Some(session) = self.other_session() {
            let place = Place { id: Some(session), ..*self.place };
            return Unlock {
                why: Some("The lock is held by a Consul session with another id than the printed one, as Terraform before 0.14 does it; its force-unlock says unlocked and frees nothing. Only the end of that session releases the lock.".to_owned()),
                checks,
                fallbacks: locking.map(|locking| (locking.release)(&place)).unwrap_or_default(),
                ..Unlock::default()
            };
        }
        if matches!(self.backend, "etcdv3") {
            return Unlock { why: Some("On etcdv3 force-unlock prints success and frees nothing: the lock ends with its holder's lease.".to_owned()), checks, ..Unlock::default() };
        }
        let Some(id) = self.place.id else {
            return Unlock { why: Some(self.no_id()), checks, ..Unlock::default() };
        };
        let workspace = self.place.workspace;
        if self.backend == "consul" && workspace.is_some_and(|name| name != "default") {
            let fallbacks = locking.map(|locking| (locking.release)(self.place)).unwrap_or_default();
            return Unlock {
                why: Some("In a workspace other than default, Consul's force-unlock tries to take the lock first and fails: only the session's end releases it.".to_owned()),
                checks,
                fallbacks,
                ..Unlock::default()
            };
        }
        checks.extend(self.right_place(workspace));
        if let Some(unit) = seen.unit.as_deref().filter(|_| self.seen.tool == Tool::Terragrunt) {
            checks.push(Check {
                title: format!("Go to the locked unit's directory, {unit}: run --all refuses force-unlock"),
                command: quote::sh(unit)
                    .filter(|quoted| !quoted.starts_with("'-"))
                    .map(|quoted| format!("cd {quoted}")),
            });
        }
        let (Some(for_sh), Some(for_powershell)) = (quote::sh(id), quote::powershell(id)) else {
            return Unlock { why: Some(self.no_id()), checks, ..Unlock::default() };
        };
        let program = self.program();
        let mut fallbacks = locking.map(|locking| (locking.release)(self.place)).unwrap_or_default();
        fallbacks.retain(|one| !one.title.is_empty());
        Unlock {
            possible: true,
            command: Some(format!("{program} force-unlock {for_sh}")),
            command_powershell: Some(format!("{program} force-unlock {for_powershell}")),
            why: self.caution(locking.and_then(|locking| locking.caution)),
            checks,
            fallbacks,
        }
    }

    /// What to know first, with the trap of a state that does not exist yet.
    fn caution(&self, of_backend: Option<&str>) -> Option<String> {
        const TRAP: &str = "This lock was taken while the first state of its workspace was made. If the state does not exist yet, force-unlock tries to lock first and fails; then only the store's own way below works.";
        let is_first = self.seen.lock.as_ref().and_then(|lock| lock.operation.as_deref()) == Some("init")
            && !matches!(self.backend, "http" | "remote" | "unknown");
        match (of_backend, is_first) {
            (Some(caution), true) => Some(format!("{caution} {TRAP}")),
            (None, true) => Some(TRAP.to_owned()),
            (caution, false) => caution.map(str::to_owned),
        }
    }

    /// Where the command works: the directory with this backend, and in it the locked workspace.
    fn right_place(&self, workspace: Option<&str>) -> Option<Check> {
        if matches!(self.backend, "http" | "remote") {
            return None;
        }
        let program = self.program();
        Some(match workspace.filter(|name| *name != "default") {
            Some(name) => Check {
                title: format!("Select the workspace that is locked, {name}"),
                command: quote::sh(name)
                    .filter(|_| !name.starts_with('-'))
                    .map(|quoted| format!("{program} workspace select {quoted}")),
            },
            None => Check {
                title: match workspace {
                    Some(_) => "In the directory that is initialised with this backend, see that the workspace default is selected".to_owned(),
                    None => "In the directory that is initialised with this backend, see that the locked workspace is selected".to_owned(),
                },
                command: Some(format!("{program} workspace show")),
            },
        })
    }

    /// The Consul session that holds the lock, where it is not the printed id.
    fn other_session(&self) -> Option<&str> {
        let lock = self.seen.lock.as_ref()?;
        let session = lock.info.as_deref()?.strip_prefix("consul session: ")?;
        (is_uuid(session) && lock.id.as_deref() != Some(session)).then_some(session)
    }

    fn no_id(&self) -> String {
        let seen = self.seen;
        let printed = seen.lock.as_ref().and_then(|lock| lock.id.as_deref());
        match (self.backend, printed) {
            ("gcs", printed) if printed.is_some() || seen.kind == Kind::WrongLockId => "force-unlock on gcs wants the lock object's generation, a number, which is not in this text. Read it with the command above.".to_owned(),
            ("http", Some(_)) if seen.lock_describes == Some(Describes::Requester) => "The printed block is this command's own attempt, and the holder's id is not in this text: ask the server.".to_owned(),
            ("remote", _) => "The workspace's id (organisation/workspace) is not in this text.".to_owned(),
            (_, Some(_)) => "What stands as ID here is no complete lock id, and a guessed one could hit another lock. Paste the original error.".to_owned(),
            (_, None) => "The lock's id is not in this text. Paste the whole error, to the end of the Lock Info block.".to_owned(),
        }
    }

    fn unlock_failed(&self) -> Unlock {
        let mut out = if self.seen.detail("half").is_some() {
            self.refused("The command reported a failure, yet it did release one of the two locks: only the half that the message names is left, or was never there. Run your command again; if it is refused, paste its new error.")
        } else {
            let inner = &self.seen.inner;
            let has = |words: &str| inner.contains(words);
            self.refused(if has("locked by run") {
                    "A run in HCP Terraform holds the workspace: let it finish, or cancel or discard it there; it then unlocks the workspace itself."
                } else if has("locked by team") || has("locked by user") {
                    "Somebody else locked the workspace in HCP Terraform: ask them, or let an admin of the workspace force the unlock there."
                } else if has("state version upload is still pending") {
                    "A state is still being uploaded to HCP Terraform: wait until it is there, then look again."
                } else if self.backend == "http" && has("Unexpected HTTP response code") {
                    "The server refused the release. Terraform sends an UNLOCK request without the lock's id, which many servers refuse: release the lock in the server's own interface, or with OpenTofu 1.10 or later, which sends the id."
                } else if has("failed to lock ") || has("Error acquiring") {
                    "force-unlock itself tried to take the lock, because the state of this workspace does not exist yet, and failed: only the store's own way releases this lock."
                } else {
                    "The release failed for another reason than the lock's id; that reason stands in the message. Nothing was released."
                })
        };
        out.checks.extend(self.inspect());
        out
    }

    fn digest(&self) -> Unlock {
        let seen = self.seen;
        if !(self.backend.starts_with("s3") || self.backend == "unknown") {
            return self.refused("This is no lock, so there is nothing to release. Find out which is right, the state or its checksum, before anything is changed.");
        }
        const EMPTY: &str = "d41d8cd98f00b204e9800998ecf8427e";
        let is_missing = seen.inner.trim_end().ends_with("to the following value:")
            || seen.detail("calculated") == Some(EMPTY);
        let why = if is_missing {
            "This is no lock. DynamoDB holds a digest, but the state object is missing or empty: restore the object from its versions. Only if it was deleted on purpose is the digest to go."
        } else {
            "This is no lock. DynamoDB holds a digest that is not the state object's: find out which of the two is right before anything is changed."
        };
        let mut checks = Vec::new();
        let bucket = self.place.named("bucket", "bucket");
        let key = self.place.named("key", "key");
        let options = self.place.aws_options();
        if let (Some(bucket), Some(key), Some(options)) =
            (bucket.and_then(quote::sh), key.and_then(quote::sh), options.as_deref())
        {
            checks.push(Check {
                title: "List the state object's versions. For an object without SSE-KMS the ETag is its MD5: if a version has the stored checksum, that version is the right one, and is to be restored".into(),
                command: Some(format!("aws s3api list-object-versions --bucket {bucket} --prefix {key} --query 'Versions[].[VersionId,LastModified,ETag,Size]' --output table{options}")),
            });
            checks.push(Check {
                title: "Compute the checksum of the state as it is now".into(),
                command: Some(format!("aws s3api get-object --bucket {bucket} --key {key} state.json{options} && md5sum state.json")),
            });
        }
        if seen.detail("stored").is_none()
            && let (Some(table), Some(item), Some(options)) = (
                backends::lock_table(self.place).and_then(quote::sh),
                backends::digest_item(self.place),
                options.as_deref(),
            )
        {
            checks.push(Check {
                title: "Read the stored digest, which this version's error does not print".into(),
                command: Some(format!(
                    "aws dynamodb get-item --table-name {table} --consistent-read --key {item}{options}"
                )),
            });
        }
        let mut fallbacks = Vec::new();
        let delete = || {
            let stored = seen.detail("stored")?;
            let table = quote::sh(backends::lock_table(self.place)?)?;
            let item = backends::digest_item(self.place)?;
            let values = quote::sh(&serde_json::json!({":o": {"S": stored}}).to_string())?;
            Some(format!(
                "aws dynamodb delete-item --table-name {table} --key {item} --condition-expression 'Digest = :o' --expression-attribute-values {values}{}",
                self.place.aws_options()?
            ))
        };
        if is_missing {
            fallbacks.push(super::Fallback {
                title: "Only when the state was deleted on purpose: delete its digest too".into(),
                command: delete(),
                condition: Some(
                    "Deleted only while the digest is still the stored value of this error.".into(),
                ),
            });
            return Unlock { why: Some(why.to_owned()), checks, fallbacks, ..Unlock::default() };
        }
        let command = || {
            let (calculated, stored) = (seen.detail("calculated")?, seen.detail("stored")?);
            let table = quote::sh(backends::lock_table(self.place)?)?;
            let item = backends::digest_item(self.place)?;
            let values =
                quote::sh(&serde_json::json!({":n": {"S": calculated}, ":o": {"S": stored}}).to_string())?;
            Some(format!(
                "aws dynamodb update-item --table-name {table} --key {item} --update-expression 'SET Digest = :n' --condition-expression 'Digest = :o' --expression-attribute-values {values}{}",
                self.place.aws_options()?
            ))
        };
        fallbacks.push(super::Fallback {
            title:
                "Only when the object is right and the digest is old: set the digest to the calculated value"
                    .into(),
            command: command(),
            condition: Some("Written only while the digest is still the stored value of this error.".into()),
        });
        Unlock { why: Some(why.to_owned()), checks, fallbacks, ..Unlock::default() }
    }
}

fn no_lock_reason(kind: Kind) -> &'static str {
    match kind {
        Kind::TableMissing => {
            "No lock is held: the lock table does not exist in this account and region. Correct its name or region, or create it."
        }
        Kind::TableKeySchema => {
            "No lock is held: the table's partition key is not exactly LockID (String). Recreate the table with that key; a key cannot be renamed."
        }
        Kind::BucketMissing => {
            "No lock is held: the bucket or container does not exist under this name, account or region."
        }
        Kind::AccessDenied => {
            "No lock is known to be held: the store refused this identity. Grant exactly the action that the message names."
        }
        Kind::Credentials => {
            "No lock is known to be held: the credentials are missing, expired or wrong. Renew them and run the command again. If they expired during an apply, look for errored.tfstate first."
        }
        Kind::Throttled => {
            "No lock is known to be held: the store refused because of too many requests. Wait and run the command again, with -lock-timeout."
        }
        Kind::BackendUnreachable => {
            "No lock is known to be held: the store was not reached. Check network, proxy and endpoint, then run the command again."
        }
        Kind::LockRequestFailed => {
            "The lock server did not answer as it should, so nothing is known about a lock. See the server's log."
        }
        Kind::BackendChanged => {
            "No lock is in the way: this directory was initialised with another backend configuration. Decide whether the state is to move (-migrate-state) or only the directory is to be set up anew (-reconfigure). A force-unlock now would address the wrong place."
        }
        Kind::StateVersion => {
            "No lock is in the way: the state was written by another version. Use that version or a newer one."
        }
        _ => "Nothing is to be released here.",
    }
}

fn headline(seen: &Observation, backend: &str, age: Option<i64>) -> String {
    let store =
        backends::by_id(backend).map_or("a backend that the text does not tell", |backend| backend.name);
    let lock = seen.lock.as_ref();
    let of = lock.and_then(|lock| lock.path.as_deref()).map(|path| format!(" {path}")).unwrap_or_default();
    let who = lock
        .and_then(|lock| lock.who.as_deref())
        .filter(|_| seen.lock_describes != Some(Describes::Requester))
        .map(|who| format!(" by {who}"))
        .unwrap_or_default();
    let since = age
        .filter(|age| *age >= 0 && seen.lock_describes != Some(Describes::Requester))
        .map(|age| format!(" for {}", liveness::in_words(age)))
        .unwrap_or_default();
    match seen.kind {
        Kind::StateLockHeld if seen.detail("vanished").is_some() => {
            format!("The state{of} was locked for a moment, and the lock is gone already ({store}).")
        }
        Kind::StateLockHeld => format!("The state{of} is locked{who}{since} ({store})."),
        Kind::LockRecord => format!(
            "This is the record of a lock on{}{who}{since} ({store}).",
            if of.is_empty() { " a state".to_owned() } else { of }
        ),
        Kind::LockRecordCorrupt => {
            format!("The state is locked, but its lock record cannot be read ({store}).")
        }
        Kind::LockReleaseFailed => {
            format!("A command ended without releasing its own lock on the state{of} ({store}).")
        }
        Kind::UnlockFailed => format!("The release of the lock failed ({store})."),
        Kind::WrongLockId => format!(
            "The release was refused: the id given is not that of the lock that is held{who} ({store})."
        ),
        Kind::NoLock => format!("There was no lock to release ({store})."),
        Kind::UnlockUnsupported => format!("This lock cannot be released by command ({store})."),
        Kind::UnlockCancelled => "The release was cancelled; the lock is still held.".to_owned(),
        Kind::UnlockSuccess => "The command says that the state is unlocked.".to_owned(),
        Kind::DigestMismatch if backend.starts_with("s3") => {
            "The state object and its digest in DynamoDB disagree; no lock is held.".to_owned()
        }
        Kind::DigestMismatch => {
            format!("The state and its stored checksum disagree; no lock is held ({store}).")
        }
        Kind::TableMissing => "The lock table does not exist where Terraform looks for it.".to_owned(),
        Kind::TableKeySchema => "The lock table has another key than LockID.".to_owned(),
        Kind::BucketMissing => format!("The place of the state does not exist ({store})."),
        Kind::AccessDenied => format!("The store refused access to state or lock ({store})."),
        Kind::Credentials => {
            format!("The credentials for the state's store are missing, expired or wrong ({store}).")
        }
        Kind::Throttled => format!("The store refused because of too many requests ({store})."),
        Kind::BackendUnreachable => format!("The store of state or lock was not reached ({store})."),
        Kind::LockRequestFailed => {
            format!("The lock server gave an answer that tells nothing about a lock ({store}).")
        }
        Kind::BackendChanged => {
            "The backend configuration is not the one this directory was initialised with.".to_owned()
        }
        Kind::StateVersion => "The state was written by another version than this one can read.".to_owned(),
        Kind::StateWriteFailed => "The apply ran, but the new state did not reach the backend.".to_owned(),
        Kind::HcpWorkspaceLocked => format!(
            "The HCP Terraform workspace{} is locked.",
            seen.holder_id.as_deref().map(|id| format!(" {id}")).unwrap_or_default()
        ),
        Kind::AtlantisPrLock => {
            "Atlantis has locked this project for a pull request; that is no state lock.".to_owned()
        }
        Kind::UsageError => "force-unlock was called without a lock id.".to_owned(),
    }
}

//! Raw text to incidents, each with its release plan.
//!
//! [`observe`] reads what the text says; [`plan`] judges it: whose lock, how alive, which command.

mod liveness;
mod lock_info;
mod margin;
pub mod observe;
pub mod plan;
pub(crate) mod quote;
mod undecorate;
mod who;
mod windows;

use crate::backends::Settings;
use crate::moment::Moment;
use crate::text::Span;
use serde::Serialize;

/// What happened. The names are the CLI contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is described by its incident's file")]
pub enum Kind {
    StateLockHeld,
    LockRecord,
    LockRecordCorrupt,
    LockReleaseFailed,
    UnlockFailed,
    WrongLockId,
    NoLock,
    UnlockUnsupported,
    UnlockCancelled,
    UnlockSuccess,
    DigestMismatch,
    TableMissing,
    TableKeySchema,
    BucketMissing,
    AccessDenied,
    Credentials,
    Throttled,
    BackendUnreachable,
    LockRequestFailed,
    BackendChanged,
    StateVersion,
    StateWriteFailed,
    HcpWorkspaceLocked,
    AtlantisPrLock,
    UsageError,
}

/// The program that printed the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "names of programs")]
pub enum Tool {
    Terraform,
    Tofu,
    Terragrunt,
    Atlantis,
    Hcp,
    Unknown,
}

/// A lock's fields, exactly as printed or recorded, un-wrapped and un-decorated. Raw text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[expect(
    missing_docs,
    reason = "the labels of Terraform's Lock Info, internal/states/statemgr/locker.go v1.15.9"
)]
pub struct LockInfo {
    pub id: Option<String>,
    pub path: Option<String>,
    pub operation: Option<String>,
    pub who: Option<String>,
    pub version: Option<String>,
    pub created: Option<String>,
    pub info: Option<String>,
}

/// Whose block the printed Lock Info is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Describes {
    /// The one who holds the lock.
    Holder,
    /// The command that failed: its own attempt.
    Requester,
}

/// How alive a lock is judged to be. Age alone never proves death.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "verdicts, explained by their reasons")]
pub enum Staleness {
    Live,
    Suspect,
    Stale,
    Unknown,
}

/// Something to look at before a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "CLI contract: title and command")]
pub struct Check {
    pub title: String,
    pub command: Option<String>,
}

/// Another way to release, with the condition that makes it hit only this lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "CLI contract: title, command and condition")]
pub struct Fallback {
    pub title: String,
    pub command: Option<String>,
    pub condition: Option<String>,
}

/// The release plan. Commands are quoted for POSIX `sh` in `command`; raw text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Unlock {
    /// Whether the `command` can work here and now.
    pub possible: bool,
    /// The exact command, or none.
    pub command: Option<String>,
    /// The same for PowerShell, where it differs.
    #[serde(skip)]
    pub command_powershell: Option<String>,
    /// Why not, or what to know first.
    pub why: Option<String>,
    /// To be done before, in order.
    pub checks: Vec<Check>,
    /// Other ways, best first.
    pub fallbacks: Vec<Fallback>,
}

/// A place in the store that belongs to the lock or the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// What it is: `DynamoDB LockID`, `lock object`.
    pub label: String,
    /// Its exact name. Raw text.
    pub value: String,
}

/// One thing that happened, with its plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Incident {
    /// What happened.
    pub kind: Kind,
    /// CLI contract id, `unknown` where the text does not tell.
    pub backend: String,
    /// Who printed it.
    pub tool: Tool,
    /// The version of the program that printed it, where the text tells.
    pub tool_version: Option<String>,
    /// The fields as printed.
    pub lock: Option<LockInfo>,
    /// Whose fields these are.
    pub lock_describes: Option<Describes>,
    /// The id to release, which may stand outside the block.
    pub holder_id: Option<String>,
    /// Whose lock it is, where text or config tell.
    pub workspace: Option<String>,
    /// Age of the lock in seconds, by the holder's clock.
    pub age_seconds: Option<i64>,
    /// The verdict.
    pub staleness: Staleness,
    /// One sentence each.
    pub reasons: Vec<String>,
    /// The release plan.
    pub unlock: Unlock,
    /// The incident in one sentence. Raw text.
    #[serde(skip)]
    pub headline: String,
    /// The incident's guide: `incidents::INCIDENTS[..].id`.
    #[serde(skip)]
    pub incident: &'static str,
    /// Terragrunt unit or module, where the text names one.
    #[serde(skip)]
    pub unit: Option<String>,
    /// Every physical place of this lock, computed locally.
    #[serde(skip)]
    pub locations: Vec<Location>,
    /// What text and configuration tell of the place, as arguments of a block. Raw text.
    #[serde(skip)]
    pub told: crate::backends::Settings,
    /// Where the incident stands in the raw text.
    #[serde(skip)]
    pub span: Span,
}

/// What [`diagnose`] found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diagnosis {
    /// In the order of the text, one per lock.
    pub incidents: Vec<Incident>,
    /// What was found instead, look-alikes, and what to paste next: sentences.
    pub notes: Vec<String>,
}

/// Reads raw text and judges what it tells. `settings` are the backend configurations pasted beside
/// it; `now` is the present moment, if the caller knows it.
pub fn diagnose(raw: &str, settings: &[Settings], now: Option<Moment>) -> Diagnosis {
    let seen = observe::observe(raw);
    Diagnosis {
        incidents: seen.observations.iter().map(|one| plan::plan(one, settings, now)).collect(),
        notes: seen.notes,
    }
}

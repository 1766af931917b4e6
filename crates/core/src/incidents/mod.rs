//! The ten incidents, one file each. To add one: one new file, one line here.
//!
//! Each holds its words and a cell per backend: a sample, or why it cannot happen. What is known of the backend
//! itself (where its lock is, what frees it, how it is released) stands in the backend's own file.

mod access_denied;
mod backend_changed;
mod credentials;
mod digest_mismatch;
mod lock_held;
mod release_failed;
pub mod removed;
mod sample;
mod state_version;
mod store_missing;
mod unreachable;
mod wrong_lock_id;

pub use sample::{Printed, Shown, block, text};

use crate::diagnose::Kind;

/// One group of incident kinds, with the words that page, CLI and guides share.
#[derive(Debug)]
pub struct IncidentKnowledge {
    /// Kebab-case: `lock-held`.
    pub id: &'static str,
    /// Title of its guide.
    pub title: &'static str,
    /// The kinds that belong to it.
    pub kinds: &'static [Kind],
    /// What it is, one sentence.
    pub meaning: &'static str,
    /// What can break, and what cannot.
    pub blast_radius: &'static [&'static str],
    /// What to look at before anything is changed, in order.
    pub verify: &'static [&'static str],
    /// The basic fix, in order.
    pub fix: &'static [&'static str],
    /// What keeps it from happening again.
    pub prevention: &'static [&'static str],
    /// Ids of incidents that look alike or follow from it.
    pub related: &'static [&'static str],
    /// Where this is documented, with version.
    pub sources: &'static [&'static str],
    /// Texts that people search by, in lower case.
    pub search: &'static [&'static str],
    /// One for each backend of the matrix, in its order.
    pub cells: &'static [Cell],
}

/// One incident on one backend.
#[derive(Debug)]
pub struct Cell {
    /// The backend's id.
    pub backend: &'static str,
    /// What is known.
    pub content: Content,
}

/// Whether the incident happens on this backend.
#[derive(Debug)]
pub enum Content {
    /// It does.
    Happens(Happens),
    /// It does not.
    CannotHappen(CannotHappen),
}

/// How the incident shows on this backend. The words add to those of incident and backend, and repeat none.
#[derive(Debug)]
pub struct Happens {
    /// What the sample is.
    pub kind: Kind,
    /// The sample.
    pub printed: Printed,
    /// Where its text is from.
    pub evidence: Evidence,
    /// What it means here.
    pub meaning: &'static str,
    /// What to look at here, before the fix.
    pub verify: &'static [&'static str],
    /// What to do here.
    pub fix: &'static [&'static str],
    /// What to beware of here.
    pub caution: Option<&'static str>,
}

/// Why it cannot.
#[derive(Debug)]
pub struct CannotHappen {
    /// The exact reason.
    pub reason: &'static str,
    /// What is seen instead, where there is something.
    pub instead: Option<&'static str>,
    /// The incident whose guide fits what is seen instead.
    pub see: Option<&'static str>,
    /// Where this is documented.
    pub source: &'static str,
}

/// Where a sample's text is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// Printed by a real run, names changed.
    Run,
    /// Built from the templates in the named source file.
    Source(&'static str),
    /// Seen in a public thread, names changed.
    Thread(&'static str),
    /// Terraform's frame is from its source; the inner text has the documented form of the service or its SDK.
    Documented(&'static str),
    /// Terraform's frame is from its source; the inner text is general knowledge, not verified.
    Unverified,
}

impl Evidence {
    /// In words.
    pub fn in_words(self) -> String {
        match self {
            Self::Run => "Printed by a real run; names are changed.".to_owned(),
            Self::Source(file) => format!("Built from the templates in {file}."),
            Self::Thread(thread) => format!("As seen in {thread}; names are changed."),
            Self::Documented(what) => {
                format!("Terraform's frame is from its source; the inner text has the form documented for {what}.")
            }
            Self::Unverified => "Terraform's frame is from its source; the inner text was not verified against a real run, so its wording may differ.".to_owned(),
        }
    }
}

impl Cell {
    /// What is pasted to see this incident: the error's text and a backend block. None where it cannot happen.
    pub fn sample(&self) -> Option<String> {
        match &self.content {
            Content::Happens(happens) => {
                Some(format!("{}\n{}", text(self.backend, &happens.printed), block(self.backend)))
            }
            Content::CannotHappen(_) => None,
        }
    }
}

/// Every incident.
pub const INCIDENTS: &[&IncidentKnowledge] = &[
    &lock_held::INCIDENT,
    &release_failed::INCIDENT,
    &wrong_lock_id::INCIDENT,
    &digest_mismatch::INCIDENT,
    &store_missing::INCIDENT,
    &access_denied::INCIDENT,
    &credentials::INCIDENT,
    &unreachable::INCIDENT,
    &backend_changed::INCIDENT,
    &state_version::INCIDENT,
];

/// The incident with this id.
pub fn by_id(id: &str) -> Option<&'static IncidentKnowledge> {
    INCIDENTS.iter().copied().find(|incident| incident.id == id)
}

/// The incident that a kind belongs to.
pub fn of(kind: Kind) -> &'static str {
    match kind {
        Kind::StateLockHeld
        | Kind::LockRecord
        | Kind::LockRecordCorrupt
        | Kind::HcpWorkspaceLocked
        | Kind::AtlantisPrLock => "lock-held",
        Kind::LockReleaseFailed => "release-failed",
        Kind::UnlockFailed
        | Kind::WrongLockId
        | Kind::NoLock
        | Kind::UnlockUnsupported
        | Kind::UnlockCancelled
        | Kind::UnlockSuccess
        | Kind::UsageError => "wrong-lock-id",
        Kind::DigestMismatch => "digest-mismatch",
        Kind::TableMissing | Kind::TableKeySchema | Kind::BucketMissing => "store-missing",
        Kind::AccessDenied => "access-denied",
        Kind::Credentials => "credentials",
        Kind::Throttled | Kind::BackendUnreachable | Kind::LockRequestFailed => "unreachable",
        Kind::BackendChanged => "backend-changed",
        Kind::StateVersion | Kind::StateWriteFailed => "state-version",
    }
}

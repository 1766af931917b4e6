//! The ten incidents, one file each. To add one: one new file, one line here.

/// One group of incident kinds, with the words that page, CLI and guides share.
#[derive(Debug)]
pub struct IncidentKnowledge {
    /// Kebab-case: `lock-held`.
    pub id: &'static str,
    /// Title of its guide.
    pub title: &'static str,
}

/// Every incident.
pub const INCIDENTS: &[&IncidentKnowledge] = &[];

/// The incident that a kind belongs to.
pub fn of(kind: crate::diagnose::Kind) -> &'static str {
    use crate::diagnose::Kind;
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

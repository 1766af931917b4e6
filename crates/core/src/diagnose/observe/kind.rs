//! What happened, from an error's words.

use super::has_any;
use super::reading::Reading;
use super::sections::Family;
use crate::diagnose::Kind;

const DENIED: [&str; 20] = [
    "no pg_hba.conf entry",
    "permission denied",
    "response code: 403 (",
    "insufficient rights to",
    "otsnopermissionaccess",
    "accessdenied",
    "access denied",
    "not authorized to perform",
    "unauthorizedoperation",
    "authorizationpermissionmismatch",
    "authorizationfailed",
    "is forbidden:",
    "statuscode: 403",
    "statuscode=403",
    "error 403",
    "endpoint requires auth",
    "endpoint invalid auth",
    "does not have storage.",
    "permission_denied",
    "permission denied for",
];
const CREDENTIALS: [&str; 31] = [
    "pq: role \"",
    "unable to build authorizer",
    "could not configure azurecli",
    "acl not found",
    "notauthenticated",
    "workspaces: unauthorized",
    "state: unauthorized",
    "expiredtoken",
    "invalidclienttokenid",
    "unrecognizedclientexception",
    "no valid credential sources",
    "unable to locate credentials",
    "invalidaccesskeyid",
    "signaturedoesnotmatch",
    "the security token included in the request is",
    "could not find default credentials",
    "credentials: could not find",
    "failed to refresh cached credentials",
    "no ec2 imds role found",
    "sso session has expired",
    "token has expired",
    "aadsts",
    "obtaining a token",
    "please run 'az login'",
    "invalid_grant",
    "password authentication failed",
    "invalidauthenticationtoken",
    "failed to retrieve credentials",
    "required token could not be found",
    "asks for credentials",
    "error: unauthorized",
];
const THROTTLED: [&str; 12] = [
    "too many clients already",
    "remaining connection slots",
    "throttl",
    "provisionedthroughputexceeded",
    "slowdown",
    "slow down",
    "toomanyrequests",
    "too many requests",
    "requestlimitexceeded",
    "error 429",
    "ratelimit",
    "statuscode: 429",
];
const UNREACHABLE: [&str; 23] = [
    "pq: ssl is not enabled",
    "connection refused",
    "no such host",
    "i/o timeout",
    "tls handshake timeout",
    "connection reset by peer",
    "network is unreachable",
    "no route to host",
    "request send failed",
    "context deadline exceeded",
    "dial tcp",
    "certificate signed by unknown authority",
    "x509:",
    "statuscode: 503",
    "service unavailable",
    "serviceunavailable",
    "temporary failure in name resolution",
    "proxyconnect",
    "connection timed out",
    "unexpected eof",
    "client.timeout exceeded",
    "name or service not known",
    "server misbehaving",
];
const BUCKET_MISSING: [&str; 14] = [
    "permanentredirect",
    "pq: database \"",
    "nosuchbucket",
    "s3 bucket does not exist",
    "the specified bucket does not exist",
    "bucket doesn't exist",
    "bucket does not exist",
    "containernotfound",
    "the specified container does not exist",
    "bucketnotfound",
    "notfound, bucket",
    "error: resource group",
    "relation \"terraform_remote_state",
    "storage account was not found",
];
const HELD: [&str; 22] = [
    "conditionalcheckfailed",
    "the conditional request failed",
    "preconditionfailed",
    "statuscode: 412",
    "at least one of the pre-conditions",
    "conditionnotmet",
    "error 412",
    "state blob is already locked",
    "leasealreadypresent",
    "there is already a lease present",
    "workspace is already locked",
    "already locked for workspace creation",
    "http remote state already locked",
    "already locked by another",
    "resource temporarily unavailable",
    "has locked a portion of the file",
    "otsconditioncheckfail",
    "a lock is already acquired",
    "workspace already locked",
    "ifnonematchfailed",
    "already exists\" ",
    "state locked",
];
impl Reading<'_> {
    pub(super) fn kind(&self, lower: &str) -> Option<Kind> {
        match self.family {
            Family::Release | Family::ReleaseAtInit => Some(Kind::LockReleaseFailed),
            Family::Outcome => outcome(lower),
            Family::Unlock => Some(unlock(lower)),
            Family::Acquire | Family::Inner | Family::Block => self.acquire(lower),
            Family::Other => self.other(lower),
        }
    }

    fn acquire(&self, lower: &str) -> Option<Kind> {
        if lower.contains("workspace already locked (lock id") {
            return Some(Kind::HcpWorkspaceLocked);
        }
        if self.block.is_some() {
            return Some(Kind::StateLockHeld);
        }
        if self.family == Family::Block && !has_any(lower, &HELD) {
            return None;
        }
        if lower.contains("does not have the expected content") {
            return Some(Kind::DigestMismatch);
        }
        let after = self.after.to_ascii_lowercase();
        let held = has_any(lower, &HELD) || has_any(&after, &HELD);
        if held
            && has_any(
                lower,
                &[
                    "invalid character",
                    "failed to unmarshal json data into lockinfo",
                    "could not unmarshal lock info",
                    "unable to json parse the lock info",
                ],
            )
        {
            return Some(Kind::LockRecordCorrupt);
        }
        if held {
            return Some(Kind::StateLockHeld);
        }
        if lower.contains("lock file") && lower.contains(".tflock exists")
            // The tag is refused for other reasons too, which the text then names.
            || lower.contains("failed to create tag: tencentcloud-terraform-lock") && cause(lower).is_none()
        {
            return Some(Kind::StateLockHeld);
        }
        if let Some(kind) = cause(lower) {
            return Some(kind);
        }
        if has_any(lower, &["giving up after", "unexpected http response code", "failed to lock: "]) {
            return Some(Kind::LockRequestFailed);
        }
        if lower.contains("error message: http") || lower.contains("resource not found") {
            return Some(Kind::LockRequestFailed);
        }
        // Only the head stands here; its cause is cut off.
        Some(Kind::StateLockHeld)
    }

    fn other(&self, lower: &str) -> Option<Kind> {
        if has_any(
            lower,
            &["does not have the expected content", "remote state does not match the expected hash"],
        ) || (lower.contains("failed to open file at") && lower.contains("checksum mismatch,"))
        {
            return Some(Kind::DigestMismatch);
        }
        if has_any(
            lower,
            &[
                "currently locked by an unapplied plan",
                "currently locked for this pull request",
                "failed to check global apply lock",
                "apply lock is acquired",
            ],
        ) || (lower.contains("cannot run \"") && lower.contains("is currently locked by \""))
        {
            return Some(Kind::AtlantisPrLock);
        }
        // Terraform tells a failed write in two errors; the second repeats the first.
        if self.whole.save_error
            && lower.contains("failed to persist state to backend")
            && !lower.contains("error saving state")
        {
            return None;
        }
        if has_any(
            lower,
            &[
                "failed to save state",
                "error saving state",
                "failed to persist state",
                "failed to upload state",
                "error uploading state",
            ],
        ) || (lower.contains("failed to write state") && self.whole.errored_state)
        {
            return Some(Kind::StateWriteFailed);
        }
        if has_any(
            lower,
            &[
                "backend configuration changed",
                "backend configuration block has changed",
                "a change in the backend configuration has been detected",
                "backend type changed",
            ],
        ) {
            return Some(Kind::BackendChanged);
        }
        if has_any(
            lower,
            &["backend initialization required", "terraform enterprise initialization required"],
        ) {
            return has_any(
                lower,
                &[
                    "has changed",
                    "configuration changed for",
                    "unsetting the previously set",
                    "backend type changed from",
                    "migrating from",
                    "changed from backend",
                    "changed from hcp terraform",
                ],
            )
            .then_some(Kind::BackendChanged);
        }
        if has_any(
            lower,
            &[
                "state snapshot was created by terraform",
                "state file uses format version",
                "remote workspace terraform version",
                "unsupported state file format",
            ],
        ) || (lower.contains("terraform version mismatch") && lower.contains("workspace"))
        {
            return Some(Kind::StateVersion);
        }
        // What `init` says before it goes on to modules and providers.
        let lower = &lower
            .replace("successfully configured the backend", "")
            .replace("validating provider credentials", "");
        let about_state = has_any(
            lower,
            &[
                "error: pq: ",
                "failed to read organization",
                "insufficient rights to generate a plan",
                "insufficient rights to apply changes",
                "error loading state",
                "failed to load state",
                "error refreshing state",
                "failed to refresh state",
                "failed to get existing workspaces",
                "failed to list workspaces",
                "error inspecting states in the",
                "unable to access object",
                "unable to list objects in s3 bucket",
                "error configuring the backend",
                "error reading state",
                "error configuring s3 backend",
                "s3 backend",
                "backend \"",
                "remote state",
                "could not read state",
            ],
        );
        if self.block.is_some() {
            return Some(Kind::StateLockHeld);
        }
        if lower.contains("manually locked workspace to be unlocked") {
            return Some(Kind::HcpWorkspaceLocked);
        }
        if has_any(
            lower,
            &["s3 bucket does not exist", "\" does not exist. the referenced s3 bucket", "s3 bucket \""],
        ) && lower.contains("does not exist")
        {
            return Some(Kind::BucketMissing);
        }
        if !(about_state || self.whole.initialising && Self::is_backend_phase(lower)) {
            return None;
        }
        cause(lower)
            .or_else(|| lower.contains("unexpected http response code").then_some(Kind::LockRequestFailed))
    }

    /// During `init` an error without the name of a provider, module or registry is the backend's.
    fn is_backend_phase(lower: &str) -> bool {
        !has_any(
            lower,
            &[
                "provider",
                "registry",
                "module",
                "plugin",
                "configuration aws provider",
                "resource \"",
                "data \"",
                " on main.tf",
                "with aws_",
                "with azurerm_",
                "with google_",
                "download",
                "git ",
                ".tf line",
                "checksum",
            ],
        )
    }
}

/// Why a store did not answer, whatever was asked.
fn cause(lower: &str) -> Option<Kind> {
    if lower.contains("resourcenotfoundexception")
        && has_any(lower, &["dynamodb", "requested resource not found", "table"])
    {
        return Some(Kind::TableMissing);
    }
    if lower.contains("validationexception")
        && has_any(lower, &["missing the key", "key element does not match the schema"])
    {
        return Some(Kind::TableKeySchema);
    }
    if lower.contains("otsobjectnotexist") {
        return Some(Kind::TableMissing);
    }
    // Kubernetes, COS and HCP Terraform say it with the name in between.
    let named =
        |before: &str, after: &str| lower.split_once(before).is_some_and(|(_, rest)| rest.contains(after));
    if has_any(lower, &BUCKET_MISSING)
        || named("namespaces \"", "\" not found")
        || named(": bucket ", " not exists")
        || named("failed to read organization", " not found")
    {
        return Some(Kind::BucketMissing);
    }
    if has_any(lower, &CREDENTIALS) {
        return Some(Kind::Credentials);
    }
    if has_any(lower, &THROTTLED) {
        return Some(Kind::Throttled);
    }
    if has_any(lower, &DENIED) || lower.contains("forbidden") {
        return Some(Kind::AccessDenied);
    }
    if has_any(lower, &UNREACHABLE) {
        return Some(Kind::BackendUnreachable);
    }
    None
}

fn outcome(lower: &str) -> Option<Kind> {
    if lower.contains("state has been successfully unlocked!") {
        return Some(Kind::UnlockSuccess);
    }
    if lower.contains("force-unlock cancelled") {
        return Some(Kind::UnlockCancelled);
    }
    // The usage text alone is help, which nobody was refused.
    has_any(
        lower,
        &[
            "expected a single argument: lock_id",
            "unlock requires a lock id argument",
            "force-unlock with run --all is disabled",
            "error asking for confirmation",
        ],
    )
    .then_some(Kind::UsageError)
}

fn unlock(lower: &str) -> Kind {
    if has_any(
        lower,
        &[
            "localstate not locked",
            "local state cannot be unlocked",
            "locking is disabled for this backend",
            "another local process",
        ],
    ) {
        return Kind::UnlockUnsupported;
    }
    if half(lower).is_some() {
        return Kind::UnlockFailed;
    }
    if has_any(
        lower,
        &[
            "does not match existing lock",
            "does not match the existing lock",
            "lock id mismatch",
            "numerical value, got",
            "strconv.parseint",
            "invalid lock id",
            "from s3 does not match",
        ],
    ) || (lower.contains("lock id") && lower.contains("does not match"))
        || has_any(lower, &["error 412", "conditionnotmet"])
    {
        return Kind::WrongLockId;
    }
    if has_any(lower, &["failed to lock ", "error acquiring"]) {
        return Kind::UnlockFailed;
    }
    if has_any(
        lower,
        &[
            "unexpected end of json input",
            "object doesn't exist",
            "terraformlockid\" was empty",
            "already unlocked",
            "no lock info found",
            "state not locked",
            "nosuchkey",
            "\" not found",
            "not exists",
            "error 404",
            "statuscode: 404",
            "does not exist",
        ],
    ) {
        return Kind::NoLock;
    }
    Kind::UnlockFailed
}

/// Which half of a double lock was released although the command failed.
pub(super) fn half(lower: &str) -> Option<&'static str> {
    if lower.contains("failed to unlock both") {
        return None;
    }
    if has_any(lower, &["failed to unlock dynamodb:", "s3 lock released but dynamodb failed"]) {
        return Some("s3-lockfile");
    }
    if has_any(lower, &["failed to unlock s3:", "dynamodb lock released but s3 failed"]) {
        return Some("s3-dynamodb");
    }
    None
}

/// The lock was there at the write and gone at the read-back.
pub(super) fn is_vanished(lower: &str) -> bool {
    has_any(
        lower,
        &["unexpected end of json input", "no lock info found for", "storage: object doesn't exist"],
    ) || (lower.contains("unable to retrieve file from s3 bucket") && lower.contains("nosuchkey"))
}

//! What the text says, un-decorated, before any judgement.
//!
//! Sources: Terraform v0.9 to v1.15.9, OpenTofu v1.6 to v1.12, Terragrunt v0.67 and later, Atlantis at 078d0a8:
//! the texts that their backends, clients and commands print.

use super::lock_info::{self, Record, is_uuid};
use super::undecorate::{self, Line, pattern};
use super::{Describes, Kind, LockInfo, Tool};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// One incident as the text tells it. All strings are raw text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// What happened.
    pub kind: Kind,
    /// Backend id of the CLI contract, `unknown` where nothing tells.
    pub backend: &'static str,
    /// How sure the backend is, 0 to 100.
    pub backend_confidence: u8,
    /// What in the text told the backend, a sentence.
    pub backend_evidence: Option<String>,
    /// Who printed it.
    pub tool: Tool,
    /// The printing program's version, where the text tells.
    pub tool_version: Option<String>,
    /// The printed fields.
    pub lock: Option<LockInfo>,
    /// Whose fields these are.
    pub lock_describes: Option<Describes>,
    /// The holder's id, in the block or outside it.
    pub holder_id: Option<String>,
    /// The id that a refused `force-unlock` was given.
    pub given_id: Option<String>,
    /// Workspace, where the text tells.
    pub workspace: Option<String>,
    /// Terragrunt unit, module or job.
    pub unit: Option<String>,
    /// Further values the text names, by name: `table`, `bucket`, `key`, `calculated`, `stored`,
    /// `url`, `errored_state`, `request_time`, `pull`, `lease`, `namespace`, `vanished`, `half`.
    pub details: Vec<(&'static str, String)>,
    /// The error text between the wrapper and the block, one line.
    pub inner: String,
    /// Where it stands in the raw text.
    pub span: Span,
}

impl Observation {
    /// The first detail of that name.
    pub fn detail(&self, name: &str) -> Option<&str> {
        self.details.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

/// What [`observe`] found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// De-duplicated by id, in the order of the text.
    pub observations: Vec<Observation>,
    /// Look-alikes that were recognised and what to paste next.
    pub notes: Vec<String>,
}

/// Reads raw text.
pub fn observe(raw: &str) -> Seen {
    let mut observations: Vec<Observation> = Vec::new();
    if is_worth_reading(raw) {
        let whole = Whole::of(raw);
        let read = |lines: &[Line]| {
            let mut found = Vec::new();
            for section in sections(lines) {
                if let Some(one) = section.observe(&whole) {
                    add(&mut found, one);
                }
            }
            found
        };
        observations = read(&undecorate::lines(raw));
        // A narrow screen may have broken the very words that tell; joined lines must then tell more.
        if clarity(&observations) < 3 * observations.len().max(1)
            && let Some(joined) = undecorate::lines_joined(raw)
        {
            let again = read(&joined);
            if clarity(&again) > clarity(&observations) && again.len() <= observations.len().max(1) {
                observations = again;
            }
        }
        for record in lock_info::records(raw) {
            let known = observations.iter().any(|one| {
                one.lock.as_ref().is_some_and(|lock| lock.id == record.lock.id)
                    || (record.lock.id.is_some() && one.holder_id == record.lock.id)
            });
            if !known {
                observations.push(of_record(record, raw, &whole));
            }
        }
        if observations.is_empty() && ADVISORY.is_match(raw) {
            observations.push(advisory(raw));
        }
    }
    let notes = if observations.is_empty() { notes(raw) } else { Vec::new() };
    Seen { observations, notes }
}

fn is_worth_reading(raw: &str) -> bool {
    ["lock", "Lock", "LOCK", "state", "State", "backend", "Backend", "\"ID", "Error"]
        .iter()
        .any(|word| raw.contains(word))
}

/// How much was understood: 3 for each incident whose kind, backend and lock are clear.
fn clarity(all: &[Observation]) -> usize {
    let of = |one: &Observation| {
        let vague = matches!(one.kind, Kind::UnlockFailed | Kind::LockRequestFailed);
        1 + usize::from(
            one.backend != "unknown"
                || matches!(one.kind, Kind::UnlockSuccess | Kind::UnlockCancelled | Kind::UsageError),
        ) + usize::from(!vague && (one.kind != Kind::StateLockHeld || one.lock.is_some()))
            + usize::from(one.kind == Kind::LockRecordCorrupt)
    };
    all.iter().map(of).sum()
}

/// Adds what is new: the same lock told twice (Terragrunt repeats stderr) is one incident.
fn add(all: &mut Vec<Observation>, found: Observation) {
    let id = |one: &Observation| {
        one.holder_id.clone().or_else(|| one.lock.as_ref().and_then(|lock| lock.id.clone()))
    };
    let twin = all.iter_mut().find(|one| {
        one.kind == found.kind
            && match (id(one), id(&found)) {
                (Some(a), Some(b)) => {
                    a == b
                        || (one
                            .lock
                            .as_ref()
                            .is_some_and(|x| found.lock.as_ref().is_some_and(|y| x.id == y.id)))
                }
                (None, None) => {
                    one.backend == found.backend && one.workspace == found.workspace && one.unit == found.unit
                }
                _ => {
                    // The repeated head of an error whose block stood elsewhere.
                    (one.unit == found.unit || found.unit.is_none())
                        && one.inner == found.inner
                        && !one.inner.is_empty()
                }
            }
    });
    match twin {
        Some(one) => {
            if one.lock.is_none() && found.lock.is_some() {
                let span = one.span;
                *one = found;
                one.span.start = span.start.min(one.span.start);
            }
        }
        None => all.push(found),
    }
}

/// What the whole paste tells about who printed it.
struct Whole {
    tool: Tool,
    version: Option<String>,
    initialising: bool,
    errored_state: bool,
    /// The error of a failed write stands in the text.
    save_error: bool,
}

static VERSION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:Terraform v|OpenTofu v|terraform version |Terraform Version: ?v?|Terraform version:? v?)([0-9]+\.[0-9]+\.[0-9]+(?:-[a-z0-9.]+)?)",
    )
});

impl Whole {
    fn of(raw: &str) -> Self {
        let has = |words: &[&str]| words.iter().any(|word| raw.contains(word));
        let tool = if has(&[
            "OpenTofu",
            "tofu:",
            "tofu plan",
            "tofu apply",
            "tofu init",
            "tofu force-unlock",
            "tofu destroy",
            "tofu.ui",
            "another tofu client",
            "tf-path=tofu",
        ]) && !has(&["another terraform client"])
        {
            if has(&["terragrunt", "Terragrunt", "TERRAGRUNT"]) || PRETTY_TOFU.is_match(raw) {
                Tool::Terragrunt
            } else {
                Tool::Tofu
            }
        } else if has(&[
            "terragrunt",
            "Terragrunt",
            "TERRAGRUNT",
            "level=error msg=Module",
            "tf-path=",
            " prefix=[",
        ]) || PRETTY_TOFU.is_match(raw)
        {
            Tool::Terragrunt
        } else if has(&[
            "**Plan Error**",
            "**Apply Error**",
            "atlantis plan",
            "atlantis apply",
            "atlantis unlock",
            ".atlantis/repos",
            "Ran Plan for",
            "Ran Apply for",
        ]) {
            Tool::Atlantis
        } else if has(&["Terraform", "terraform"]) {
            Tool::Terraform
        } else {
            Tool::Unknown
        };
        Self {
            tool,
            version: VERSION.captures(raw).and_then(|one| one.get(1)).map(|one| one.as_str().to_owned()),
            initialising: has(&[
                "Initializing the backend",
                "Initializing HCP Terraform",
                "terraform init",
                "tofu init",
            ]),
            errored_state: raw.contains("errored.tfstate"),
            save_error: raw.contains("Error saving state"),
        }
    }
}

static PRETTY_TOFU: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3} +(?:STDOUT|STDERR|INFO|ERROR|WARN) +(?:\[[^\]\n]+\] )?(?:terraform|tofu): ",
    )
});

/// What a section is about, from the words at its head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Family {
    Acquire,
    Release,
    /// `Error unlocking S3 state. Lock ID: ...` and its like, while a first state was made.
    ReleaseAtInit,
    Unlock,
    /// The outcome of a command.
    Outcome,
    /// A `Lock Info:` whose head was cut off.
    Block,
    Other,
}

struct Section<'a> {
    family: Family,
    lines: &'a [Line],
}

const ACQUIRE: [&str; 21] = [
    "error acquiring the state lock",
    "error locking state",
    "error locking source state",
    "error locking destination state",
    "failed to lock s3 state",
    "failed to lock azure state",
    "failed to lock state in consul",
    "failed to lock state in postgres",
    "failed to lock oss state",
    "failed to lock cos state",
    "failed to lock oci state",
    "failed to lock inmem state",
    "failed to lock state in etcd",
    "failed to lock state in swift",
    "failed to lock manta state",
    "workspace already locked (lock id:",
    "http remote state already locked",
    "state blob is already locked",
    "the state is already locked by another",
    "already locked for workspace creation",
    "workspace is already locked:",
];
const RELEASE: [&str; 2] = ["error releasing the state lock", "consul lock was lost"];
const RELEASE_AT_INIT: [&str; 10] = [
    "error unlocking s3 state",
    "error unlocking azure state",
    "error unlocking consul state",
    "error unlocking oci state",
    "error unlocking postgres state",
    "error unlocking cos state",
    "unlocking the state file on google cloud storage failed",
    "unlocking the state in kubernetes failed",
    "error unlocking alibaba cloud oss state file",
    "unlocking the state file on tencentcloud cos backend failed",
];
const UNLOCK: [&str; 6] = [
    "failed to unlock state:",
    "failed to unlock state",
    "local state cannot be unlocked by another process",
    "localstate not locked",
    "locking is disabled for this backend",
    "state locked by another local process",
];
const OUTCOME: [&str; 8] = [
    "expected a single argument: lock_id",
    "unlock requires a lock id argument",
    "force-unlock cancelled",
    "state has been successfully unlocked!",
    "[global options] force-unlock lock_id",
    "force-unlock with run --all is disabled",
    "force-unlock lock_id [dir]",
    "error asking for confirmation",
];
/// Heads of errors about state that are no lock errors.
const OTHER: [&str; 43] = [
    "failed to read organization",
    "insufficient rights to",
    "does not have the expected content",
    "failed to save state",
    "error saving state",
    "failed to persist state",
    "failed to write state",
    "error uploading state",
    "failed to upload state",
    "backend configuration changed",
    "backend configuration block has changed",
    "a change in the backend configuration has been detected",
    "backend type changed",
    "migrating from backend",
    "state snapshot was created by terraform",
    "state file uses format version",
    "terraform version mismatch",
    "remote workspace terraform version",
    "unsupported state file format",
    "error loading state",
    "failed to load state",
    "error refreshing state",
    "failed to refresh state",
    "failed to get existing workspaces",
    "failed to list workspaces",
    "error inspecting states in the",
    "error configuring the backend",
    "failed to decode current backend config",
    "unable to access object",
    "unable to list objects in s3 bucket",
    "s3 bucket does not exist",
    "nosuchbucket",
    "no valid credential sources",
    "unable to locate credentials",
    "failed to configure the backend",
    "backend initialization",
    "error reading state",
    "this project is currently locked by",
    "is currently locked for this pull request",
    "is currently locked by \"",
    "failed to check global apply lock",
    "apply lock is acquired",
    "unexpected http response code",
];

fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Which family a line opens, if any.
fn opens(line: &str) -> Option<Family> {
    if line.is_empty() || line.len() > 1 << 20 {
        return None;
    }
    let lower = line.to_ascii_lowercase();
    if !["lock", "state", "backend", "bucket", "credential", "http", "error"]
        .iter()
        .any(|word| lower.contains(word))
    {
        return None;
    }
    if has_any(&lower, &RELEASE_AT_INIT) {
        return Some(Family::ReleaseAtInit);
    }
    if has_any(&lower, &RELEASE) && !lower.starts_with("error message:") {
        return Some(Family::Release);
    }
    if has_any(&lower, &ACQUIRE) && !lower.trim_start().starts_with("error message:") {
        return Some(Family::Acquire);
    }
    if has_any(&lower, &UNLOCK) {
        return Some(Family::Unlock);
    }
    if has_any(&lower, &OUTCOME) {
        return Some(Family::Outcome);
    }
    if lower.trim_start().starts_with("error message:") {
        // A paste may begin here.
        return has_any(&lower, &ACQUIRE).then_some(Family::Block);
    }
    let is_head = lower.trim_start().starts_with("error: ")
        || lower.trim_start().starts_with("error ")
        || lower.contains("initializing the backend") && lower.contains(" error: ");
    if has_any(&lower, &OTHER) || is_head {
        return Some(Family::Other);
    }
    None
}

/// Cuts the lines at each head. A head within an error that is still open belongs to it.
fn sections(lines: &[Line]) -> Vec<Section<'_>> {
    let mut starts: Vec<(usize, Family)> = Vec::new();
    let mut block_seen = false;
    let mut closed = false;
    for (index, line) in lines.iter().enumerate() {
        let has_block = lock_info::head(&line.text).is_some();
        let opened = opens(&line.text);
        let open = starts.last().copied();
        let near = open.is_some_and(|(start, _)| index - start <= 30);
        let new = match (opened, open) {
            (Some(family), Some((start, current))) => {
                let again = family == current
                    && index - start <= 2
                    && !block_seen
                    && family != Family::Outcome
                    && lines.get(start).is_some_and(|head| {
                        !line.text.contains(head.text.trim()) || head.text.trim().is_empty()
                    });
                let inside = near
                    && !closed
                    && !block_seen
                    && match current {
                        Family::ReleaseAtInit | Family::Release => {
                            family == Family::Other
                                || family == Family::Block
                                || (current == Family::Release
                                    && family == Family::Acquire
                                    && index - start <= 3)
                        }
                        Family::Acquire => {
                            family == Family::Block
                                || family == Family::Other && !line.text.trim_start().starts_with("Error: ")
                                || again
                        }
                        Family::Unlock => family != Family::Outcome && family != Family::Release || again,
                        Family::Outcome => family == Family::Outcome,
                        Family::Other => {
                            family == Family::Block
                                || family == Family::Other && !line.text.trim_start().starts_with("Error: ")
                        }
                        Family::Block => family == Family::Block,
                    };
                (!(inside || again && family != Family::Other)).then_some(family)
            }
            (Some(family), None) => Some(family),
            (None, Some(_)) => (has_block && (block_seen || !near)).then_some(Family::Block),
            (None, None) => has_block.then_some(Family::Block),
        };
        if let Some(family) = new {
            starts.push((index, family));
            block_seen = false;
            closed = false;
        } else if has_block && block_seen {
            starts.push((index, Family::Block));
            block_seen = false;
            closed = false;
        }
        if has_block {
            block_seen = true;
        }
        closed |= line.text.contains("flag, but this is not recommended")
            || line.text.contains("no one else is holding a lock");
    }
    starts
        .iter()
        .enumerate()
        .map(|(at, (start, family))| {
            let end = starts.get(at + 1).map_or(lines.len(), |(next, _)| *next);
            Section { family: *family, lines: lines.get(*start..end.min(start + 120)).unwrap_or(&[]) }
        })
        .collect()
}

impl Section<'_> {
    fn observe(&self, whole: &Whole) -> Option<Observation> {
        let head = self.lines.iter().position(|line| lock_info::head(&line.text).is_some());
        let block = head.and_then(|at| lock_info::block(self.lines.get(at..).unwrap_or(&[])));
        // The words of the error: up to the closing paragraph, on one line.
        let mut words = String::new();
        let mut after = String::new();
        let mut last = 0;
        let mut blanks = 0;
        for (index, line) in self.lines.iter().enumerate() {
            let text = line.text.trim();
            let in_block =
                head.is_some_and(|at| index >= at && index < at + block.as_ref().map_or(1, |one| one.lines));
            blanks = if text.is_empty() { blanks + 1 } else { 0 };
            if ["Terraform acquires a", "OpenTofu acquires a"].iter().any(|closing| text.starts_with(closing))
            {
                last = index;
                break;
            }
            if in_block {
                last = index;
                if head == Some(index) {
                    let before = lock_info::head(text)
                        .and_then(|end| text.get(..end.saturating_sub(10)))
                        .unwrap_or("");
                    push(&mut words, before);
                }
                continue;
            }
            if blanks > 3 && !words.is_empty() {
                break;
            }
            if text.is_empty() {
                continue;
            }
            if words.len() < 6000 {
                let target = if head.is_some_and(|at| index > at) { &mut after } else { &mut words };
                push(target, text);
                last = index;
            } else {
                break;
            }
        }
        // A flattened error has its closing paragraph on the same line.
        for closing in [" Terraform acquires a", " OpenTofu acquires a"] {
            if let Some(end) = words.find(closing) {
                words.truncate(end);
            }
        }
        let start = self.lines.first()?.start;
        let end = self.lines.get(last)?.end;
        let unit = self.lines.iter().find_map(|line| line.unit.clone());
        let found = Reading {
            family: self.family,
            words: &words,
            after: &after,
            block,
            whole,
            unit,
            span: Span::new(start, end),
        };
        found.observation()
    }
}

fn push(words: &mut String, text: &str) {
    if !words.is_empty() {
        words.push(' ');
    }
    for (index, word) in text.split([' ', '\t']).filter(|word| !word.is_empty()).enumerate() {
        if index > 0 {
            words.push(' ');
        }
        words.push_str(word);
    }
}

struct Reading<'a> {
    family: Family,
    words: &'a str,
    after: &'a str,
    block: Option<lock_info::Block>,
    whole: &'a Whole,
    unit: Option<String>,
    span: Span,
}

const DENIED: [&str; 19] = [
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
const CREDENTIALS: [&str; 28] = [
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
const THROTTLED: [&str; 10] = [
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
const UNREACHABLE: [&str; 22] = [
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
const BUCKET_MISSING: [&str; 12] = [
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
const LOCAL: [&str; 9] = [
    "resource temporarily unavailable",
    "has locked a portion of the file",
    "localstate not locked",
    "local state cannot be unlocked",
    ".tfstate.lock.info",
    "\" already locked",
    "state locked by another local process",
    "could not unmarshal lock info",
    "another local process",
];

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
static EXISTING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?:existing lock \("([^"]+)"\)|existing lock ID ["']([^"']+)["']|lock id mismatch, [^ ]+ != ([^ ]+)|current id: "([^"]+)")"#,
    )
});
static HTTP_ID: LazyLock<Regex> = LazyLock::new(|| pattern(r#"already locked: ?ID=([^ "'\\]+)"#));
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

fn first(regex: &Regex, text: &str) -> Option<String> {
    let found = regex.captures(text)?;
    found.iter().skip(1).flatten().next().map(|one| one.as_str().to_owned())
}

impl Reading<'_> {
    fn observation(self) -> Option<Observation> {
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
        detail("table", first(&TABLE, self.words));
        if let Some(found) = S3_FILE.captures(self.words) {
            detail("bucket", found.get(1).map(|one| one.as_str().to_owned()));
            detail("key", found.get(2).map(|one| one.as_str().trim_end_matches(".tflock").to_owned()));
        }
        detail("bucket", first(&S3_NAMED, self.words));
        if kind == Kind::DigestMismatch {
            detail("bucket", first(&BUCKET_ROW, self.words));
            detail("key", first(&KEY_ROW, self.words));
            detail("calculated", first(&CALCULATED, self.words));
            detail("stored", first(&STORED, self.words));
        }
        detail("url", first(&URL, self.words));
        detail("lease", first(&LEASE_TEXT, self.words));
        if kind == Kind::AtlantisPrLock {
            detail("pull", first(&PULL, self.words));
        }
        if self.whole.errored_state {
            detail("errored_state", Some("errored.tfstate".to_owned()));
        }
        if kind == Kind::UnlockFailed {
            detail("half", half(&lower).map(str::to_owned));
        }
        if has_any(&lower, &["terraformlockid\" was empty"]) && kind == Kind::StateLockHeld {
            detail("empty_metadata", Some("terraformlockid".to_owned()));
        }
        if kind == Kind::StateLockHeld && lock.is_none() && is_vanished(&lower) {
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

    fn kind(&self, lower: &str) -> Option<Kind> {
        match self.family {
            Family::Release | Family::ReleaseAtInit => Some(Kind::LockReleaseFailed),
            Family::Outcome => outcome(lower),
            Family::Unlock => Some(unlock(lower)),
            Family::Acquire | Family::Block => self.acquire(lower),
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
                    "changed from backend",
                    "changed from hcp terraform",
                    "migrating from",
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
        let about_state = has_any(
            lower,
            &[
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
                "failed to read organization",
                "insufficient rights to generate a plan",
                "insufficient rights to apply changes",
            ],
        );
        if self.block.is_some() {
            return Some(Kind::StateLockHeld);
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

    /// The backend, how sure (0 to 100), and what told it.
    fn backend(&self, lower: &str, kind: Kind) -> (&'static str, u8, Option<String>) {
        let told = |id: &'static str, confidence: u8, why: &str| (id, confidence, Some(why.to_owned()));
        let lock = self.block.as_ref().map(|block| &block.lock);
        let path = lock.and_then(|lock| lock.path.as_deref()).unwrap_or("");
        let id = lock.and_then(|lock| lock.id.as_deref()).unwrap_or("");
        let info = lock.and_then(|lock| lock.info.as_deref()).unwrap_or("");
        let operation = lock.and_then(|lock| lock.operation.as_deref()).unwrap_or("");
        // The deprecation warning names the argument, not the store that failed.
        let all = format!("{lower} {}", self.after.to_ascii_lowercase()).replace("dynamodb_table", "");
        let has = |words: &[&str]| has_any(&all, words);
        if kind == Kind::AtlantisPrLock {
            return ("unknown", 0, None);
        }
        if operation == "backend from plan" && path.starts_with(".terraform/") {
            return told(
                "local",
                95,
                "a lock on .terraform/terraform.tfstate is a local file lock, whatever the backend is",
            );
        }
        if has(&[
            "workspace already locked (lock id",
            "workspace already unlocked",
            "unable to unlock workspace",
            "app.terraform.io",
            "remote workspace terraform version",
            "insufficient rights to generate a plan",
            "insufficient rights to apply changes",
        ]) {
            return told("remote", 98, "the wording is HCP Terraform's");
        }
        if has(&[
            "unlock both s3",
            "dynamodb error: lock id",
            "failed to unlock dynamodb:",
            "failed to unlock s3:",
            "failed to clean up file lock after dynamodb",
            "lock released but s3 failed",
            "lock released but dynamodb failed",
        ]) {
            return told("s3-both", 97, "the message names both the lock file and DynamoDB");
        }
        if has(&[
            "gs://",
            "googleapi",
            "numerical value, got",
            "storage: object doesn't exist",
            "google cloud storage",
            "strconv.parseint",
            "storage.googleapis",
        ]) || path.starts_with("gs://")
        {
            return told("gcs", 97, "the wording is Google Cloud Storage's");
        }
        if all.contains("failed to open file at ") && all.contains("checksum ") {
            return told("cos", 90, "the wording is Tencent COS's");
        }
        if has(&["lock file ", "tencentcloud", "cos backend", "cos state", "lock id mismatch,"])
            && has(&[".tflock", "tencentcloud", "cos ", "lock id mismatch"])
            && !has(&["s3 bucket", "lock file in s3", "after dynamodb"])
        {
            return told("cos", 90, "the wording is Tencent COS's");
        }
        if has(&["dynamodb", "conditionalcheckfailed", "the conditional request failed"]) {
            return told("s3-dynamodb", 97, "the error is DynamoDB's");
        }
        if has(&["tablestore", "otsconditioncheckfail", "putrow", "oss state", "in oss", "alibaba"]) {
            return told("oss", 96, "the wording is Alibaba Tablestore's");
        }
        if has(&["oci state", "oci object storage", "ifnonematchfailed", "oracle"]) {
            return told("oci", 93, "the wording is OCI Object Storage's");
        }
        if kind == Kind::WrongLockId
            && has(&["does not match the existing lock id '"])
            && !has(&["s3 ", ".tflock"])
        {
            return told(
                "s3-lockfile",
                50,
                "S3's lock file and OCI's use this wording; S3's is far more common",
            );
        }
        if kind == Kind::StateWriteFailed && has(&["operation error s3"]) {
            return told("s3", 90, "the error is S3's");
        }
        if has(&[
            "operation error s3",
            "s3 error:",
            "unable to retrieve file from s3 bucket",
            "s3 lock info",
            "from s3 does not match",
            "failed to unmarshal json data into lockinfo",
        ]) || (has(&["preconditionfailed"]) && has(&["s3", "api error", "pre-conditions you specified"]))
        {
            if has(&[
                "putobject",
                ".tflock",
                "preconditionfailed",
                "existing lock id",
                "s3 lock info",
                "from s3 does not match",
                "lockinfo",
            ]) {
                return told("s3-lockfile", 93, "S3's conditional write of the lock file was refused");
            }
            return told("s3", 90, "the error is S3's");
        }
        if has(&[
            "s3 bucket",
            "s3 state",
            "state in s3",
            "data in s3",
            "state stored in s3",
            "nosuchbucket",
            "listobjectsv2",
            "headobject",
        ]) {
            return if has(&["in dynamodb", "dynamodb"]) {
                told("s3-dynamodb", 95, "the message names DynamoDB")
            } else {
                told("s3", 90, "the message names S3")
            };
        }
        if has(&[
            "state blob is already locked",
            "leasealreadypresent",
            "there is already a lease",
            "terraformlockid",
            "azure state",
            "leaseidmissing",
            "blob.core.windows.net",
            "containernotfound",
            "authorizationpermissionmismatch",
            "azure lock",
            "releasing lease for azure",
        ]) {
            return told("azurerm", 97, "the wording is Azure Blob Storage's");
        }
        if has(&[
            "workspace is already locked:",
            "already locked for workspace creation",
            "in postgres",
            "postgres state",
            "pq:",
            "password authentication failed",
            "workspace is already locked",
        ]) {
            return told("pg", 96, "the wording is the PostgreSQL backend's");
        }
        if info.starts_with("consul session")
            || has(&[
                "in consul",
                "consul lock",
                "consul state",
                "consul session",
                "consul cas",
                "remote state does not match the expected hash",
            ])
            || (self.words.ends_with("Error message:")
                && self.block.is_some()
                && path.is_empty().eq(&false)
                && is_uuid(id)
                && self.family == Family::Acquire)
        {
            return told("consul", 95, "the block names a Consul session");
        }
        if has(&[
            "http remote state",
            "failed to lock: lock http",
            "failed to unlock: unlock http",
            "unexpected http response code",
            "endpoint requires auth",
            "endpoint invalid auth",
            "failed to lock: post http",
            "failed to unlock: delete http",
            "lock http",
            "failed to lock: put http",
        ]) {
            return told("http", 97, "the wording is the HTTP backend's");
        }
        if has(&[
            "already locked by another terraform client",
            "already locked by another tofu client",
            "already locked by another",
            "coordination.k8s.io",
            "lock-tfstate-",
            "in kubernetes",
            "secrets is forbidden",
            "state is already unlocked",
            "secrets \"tfstate-",
            "leases.coordination",
        ]) {
            return told("kubernetes", 96, "the wording is the Kubernetes backend's");
        }
        if has(&LOCAL) && !has(&["s3 ", "azure"]) {
            return told("local", 95, "the operating system refused the lock on the state file");
        }
        if has(&["state in etcd", "etcdv3", "etcd "]) {
            return told("etcdv3", 90, "the wording is the etcdv3 backend's");
        }
        if has(&["in swift", "swift state", "couldn't read lock info"]) {
            return told("swift", 90, "the wording is the Swift backend's");
        }
        if has(&["manta", "a lock is already acquired"]) || path.ends_with("/tflock") {
            return told("manta", 85, "the wording is the Manta backend's");
        }
        self.backend_of_shape(path, id, kind)
    }

    fn backend_of_shape(&self, path: &str, id: &str, kind: Kind) -> (&'static str, u8, Option<String>) {
        let told = |id: &'static str, confidence: u8, why: &str| (id, confidence, Some(why.to_owned()));
        if let Some(named) = self.block.as_ref().and_then(|block| block.backend.as_deref())
            && let Some(id) = super::plan::backend_id(named)
        {
            return told(id, 70, "the block has a row that names the backend");
        }
        if (13..=19).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_digit()) {
            return told("gcs", 85, "the id is a number, as object generations are");
        }
        if id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return told("cos", 80, "the id has 32 hexadecimal digits, as COS lock ids do");
        }
        if path.ends_with(".tflock") {
            return told("cos", 60, "the path ends in .tflock");
        }
        if path.starts_with("https://") && path.contains(".blob.") {
            return told("azurerm", 95, "the path is a blob's URL");
        }
        if path.starts_with("s3://") || path.contains("/env:/") {
            return told("s3", 70, "the path has the form of the S3 backend");
        }
        if path.contains("-env:") && !path.contains('.') {
            return told("consul", 65, "the path has the form of the Consul backend");
        }
        if path.contains("env:") && path.contains('/') {
            return told("azurerm", 65, "the path ends in env: and a workspace, as azurerm's does");
        }
        if kind == Kind::UnlockUnsupported {
            return told("local", 60, "only the local backend refuses so");
        }
        ("unknown", 0, None)
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
            Kind::WrongLockId => own.or_else(|| first(&EXISTING, self.words)),
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
        if kind == Kind::HcpWorkspaceLocked {
            return first(&HCP_ID, self.words).and_then(|id| id.rsplit('/').next().map(str::to_owned));
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
    Some(Kind::UsageError)
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
fn half(lower: &str) -> Option<&'static str> {
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
fn is_vanished(lower: &str) -> bool {
    has_any(
        lower,
        &["unexpected end of json input", "no lock info found for", "storage: object doesn't exist"],
    ) || (lower.contains("unable to retrieve file from s3 bucket") && lower.contains("nosuchkey"))
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

fn of_record(record: Record, raw: &str, whole: &Whole) -> Observation {
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

static ADVISORY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"advisory *\|[^\n]{0,120}(?:ExclusiveLock|ShareLock|\| *t)"));

/// Rows of `pg_locks`: a PostgreSQL advisory lock, without Terraform's fields.
fn advisory(raw: &str) -> Observation {
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

/// Texts that only look alike, with what to do about them.
const LOOK_ALIKES: [(&[&str], &str); 12] = [
    (
        &["dependency lock file", ".terraform.lock.hcl", "checksums previously recorded"],
        "This is about .terraform.lock.hcl, which pins provider versions; it has nothing to do with the state lock. `terraform init` (or `terraform init -upgrade`) settles it.",
    ),
    (
        &["/var/lib/dpkg/lock", "/var/lib/apt/lists/lock", "dpkg frontend lock"],
        "This is the package manager's lock (apt, dpkg), not a state lock. Wait for the other apt process to end.",
    ),
    (
        &["stack is currently locked", "pulumi cancel", "Another update is currently in progress"],
        "This is a Pulumi lock, not a Terraform state lock. `pulumi cancel` is its own way out.",
    ),
    (&["change log lock", "changelog lock"], "This is Liquibase's change log lock, not a state lock."),
    (
        &["ScopeLocked"],
        "This is an Azure management lock on a resource or resource group, not a state lock. It is removed in Azure by who set it.",
    ),
    (
        &["package-lock.json", "npm ERR!", "yarn.lock", "pnpm-lock"],
        "This is about a JavaScript package lock file, not a state lock.",
    ),
    (&["index.lock"], "This is Git's own lock (index.lock), not a state lock."),
    (&["Blocking waiting for file lock"], "This is Cargo's file lock, not a state lock."),
    (
        &[
            "deadlock detected",
            "Lock wait timeout exceeded",
            "database is locked",
            "could not obtain lock on relation",
        ],
        "This is a database's own lock, not a Terraform state lock.",
    ),
    (
        &["Backend initialization required"],
        "This directory is not initialised for its backend yet; no lock is held. Run `terraform init`.",
    ),
    (
        &[
            "cannot re-use a name that is still in use",
            "another operation (install/upgrade/rollback) is in progress",
        ],
        "This is Helm's release lock, not a Terraform state lock.",
    ),
    (
        &["Waiting for cache lock", "Could not get lock"],
        "This is another program's lock file, not a state lock.",
    ),
];

fn notes(raw: &str) -> Vec<String> {
    if raw.trim().is_empty() {
        return vec!["Nothing is pasted yet. Paste the whole error, from \"Error:\" to the end of the Lock Info block, and the backend block beside it.".to_owned()];
    }
    let mut notes: Vec<String> = LOOK_ALIKES
        .iter()
        .filter(|(words, _)| words.iter().any(|word| raw.contains(word)))
        .map(|(_, note)| (*note).to_owned())
        .take(2)
        .collect();
    if notes.is_empty() {
        let odd = raw.chars().take(4000).filter(|c| *c == '\u{fffd}' || *c == '\0').count();
        notes.push(if odd > 40 {
            "This reads as binary data. Paste the error as text: from \"Error:\" to the end of the Lock Info block.".to_owned()
        } else {
            "No state-lock error was found. Paste the whole error, from \"Error:\" to the end of the Lock Info block, and the backend block beside it.".to_owned()
        });
    }
    notes
}

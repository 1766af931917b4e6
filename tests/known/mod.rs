//! Errors built from the templates of Terraform, OpenTofu and the tools around them, with what is right about
//! each. The words stand in `internal/states/statemgr/locker.go`, `internal/command/clistate/state.go` and the
//! backends' clients, Terraform v0.9.11 to v1.15.9, OpenTofu v1.6.3 to v1.12.6.

#![allow(dead_code, reason = "each suite uses its part")]

pub mod dressing;

use stackengine_core::diagnose::{Describes, Incident, Kind, LockInfo, Tool};

/// A text, and what any reading of it must find.
#[derive(Debug, Clone)]
pub struct Known {
    pub name: String,
    pub text: String,
    pub kind: Kind,
    /// One of these is right; the first is best. `unknown` is right only where it is named.
    pub backends: &'static [&'static str],
    pub lock: Option<LockInfo>,
    pub describes: Option<Describes>,
    pub holder_id: Option<String>,
    pub workspace: Option<String>,
    /// The exact command, or none where it is to be refused.
    pub command: Option<String>,
    /// Terraform never wraps a summary, so its words stand on one line in any log.
    pub tool: Option<Tool>,
}

/// What the printed rows hold.
#[derive(Debug, Clone)]
pub struct Values {
    pub id: String,
    pub path: String,
    pub operation: &'static str,
    pub who: String,
    pub version: &'static str,
    pub created: String,
    pub info: String,
}

impl Values {
    pub fn block(&self) -> String {
        format!(
            "Lock Info:\n  ID:        {}\n  Path:      {}\n  Operation: {}\n  Who:       {}\n  Version:   {}\n  Created:   {}\n  Info:      {}\n",
            self.id, self.path, self.operation, self.who, self.version, self.created, self.info
        )
    }

    pub fn json(&self) -> String {
        format!(
            "{{\"ID\":{},\"Operation\":{},\"Info\":{},\"Who\":{},\"Version\":{},\"Created\":{},\"Path\":{}}}",
            quoted(&self.id),
            quoted(self.operation),
            quoted(&self.info),
            quoted(&self.who),
            quoted(self.version),
            quoted(&self.created),
            quoted(&self.path)
        )
    }

    pub fn lock(&self) -> LockInfo {
        let some = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        LockInfo {
            id: some(&self.id),
            path: some(&self.path),
            operation: some(self.operation),
            who: some(&self.who),
            version: some(self.version),
            created: some(&self.created),
            info: some(&self.info),
        }
    }
}

pub fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string is JSON")
}

/// A small generator of numbers: the same texts in every run.
#[derive(Debug, Clone)]
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.roll() >> 33).unwrap_or(0) % limit.max(1)
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    pub fn hex(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b"0123456789abcdef"[self.below(16)])).collect()
    }

    pub fn uuid(&mut self) -> String {
        [8, 4, 4, 4, 12].map(|count| self.hex(count)).join("-")
    }

    pub fn request(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b"ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"[self.below(34)])).collect()
    }
}

pub const WHO: [&str; 22] = [
    "runner@fv-az1433-912",
    "runner@runnervmf2e7y",
    "bob@dev-laptop",
    "root@",
    "@jenkins-agent-3",
    r"CORP\Jane Doe@CORP-PC17",
    r"NT AUTHORITY\SYSTEM@BUILD01",
    "Jörg Müller@büro-pc",
    "ec2-user@ip-10-0-12-34.eu-west-1.compute.internal",
    "root@runner-abc123-project-42-concurrent-0",
    "root@deploy-7d9f8c5b6d-x8k2p",
    "vsts@fv-az77-201",
    "atlantis@atlantis-0",
    "root@0123456789ab",
    "codespace@codespaces-1f2e3d",
    "john.o'neil@JOHNS-MBP.local",
    "circleci@4f1b2c3d4e5f",
    "jenkins@build-01.corp.example.com",
    "deploy@new-ci",
    "tfc-agent@tfc-agent-6b7c9d5f4b-2xk8z",
    "user@host with blank",
    "a@b",
];

const OPERATIONS: [&str; 14] = [
    "OperationTypePlan",
    "OperationTypeApply",
    "OperationTypeRefresh",
    "OperationTypeInvalid",
    "init",
    "state-mv",
    "state-rm",
    "state-push",
    "state-replace-provider",
    "taint",
    "untaint",
    "migration source state",
    "migration destination state",
    "workspace-new",
];

const CREATED: [&str; 7] = [
    "2026-11-24 02:46:18.100579639 +0000 UTC",
    "2024-01-15 03:42:11.823456789 +0000 UTC",
    "2025-07-05 15:29:33.57 +0000 UTC",
    "2019-02-28 23:59:59 +0000 UTC",
    "2026-03-24 12:58:54.888231 +0000 UTC",
    "2023-12-31 00:00:00.000000001 +0000 UTC",
    "2021-06-01 08:09:10.1 +0000 UTC",
];

pub const KEYS: [&str; 9] = [
    "prod/network/terraform.tfstate",
    "terraform.tfstate",
    "a.tfstate",
    "organisations/acme-corporation/accounts/production-eu-west-1/regions/eu-west-1/components/observability/terraform.tfstate",
    "live/eu-west-1/vpc/terraform.tfstate",
    "My State/with blanks/terraform.tfstate",
    "team_a/db.tfstate",
    "2024-01-01/terraform.tfstate",
    "bücher/straße.tfstate",
];

/// How the error is worded around its inner text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outer {
    /// Terraform 0.9 to 0.11: no box, all in one sentence.
    Old,
    /// 0.12 to 0.14, after `Error: `.
    Middle,
    /// 0.15 and later, without colour.
    Plain,
    /// 0.15 and later, boxed, at a terminal of this width.
    Boxed(usize),
    /// OpenTofu, without colour.
    Tofu,
    /// OpenTofu, boxed.
    TofuBoxed(usize),
    /// `-json`.
    Json,
    /// `-json` of OpenTofu.
    TofuJson,
}

pub const OUTERS: [Outer; 9] = [
    Outer::Old,
    Outer::Middle,
    Outer::Plain,
    Outer::Boxed(80),
    Outer::Boxed(120),
    Outer::Tofu,
    Outer::TofuBoxed(80),
    Outer::Json,
    Outer::TofuJson,
];

impl Outer {
    pub fn is_tofu(self) -> bool {
        matches!(self, Self::Tofu | Self::TofuBoxed(_) | Self::TofuJson)
    }

    pub fn name(self) -> String {
        format!("{self:?}")
    }

    pub fn version(self, dice: &mut Dice) -> &'static str {
        match self {
            Self::Old => dice.pick(&["0.9.11", "0.11.10", "0.11.14"]),
            Self::Middle => dice.pick(&["0.12.31", "0.13.5", "0.14.11"]),
            _ if self.is_tofu() => dice.pick(&["1.6.3", "1.8.5", "1.10.2", "1.12.1"]),
            _ => dice.pick(&["0.15.5", "1.0.11", "1.5.7", "1.9.8", "1.11.4", "1.13.5"]),
        }
    }

    /// The whole text of an error of acquiring.
    pub fn acquire(self, inner: &str) -> String {
        let closing = closing(self.is_tofu());
        match self {
            Self::Old => {
                format!("Error locking state: Error acquiring the state lock: {inner}\n\n{closing}\n")
            }
            Self::Middle => {
                format!(
                    "\nError: Error locking state: Error acquiring the state lock: {inner}\n\n{closing}\n\n"
                )
            }
            _ => self.diagnostic(
                "Error acquiring the state lock",
                &format!("Error message: {inner}\n\n{closing}"),
            ),
        }
    }

    pub fn release(self, inner: &str) -> String {
        let closing = "Terraform acquires a lock when accessing your state to prevent others\nrunning Terraform to potentially modify the state at the same time. An\nerror occurred while releasing this lock. This could mean that the lock\ndid or did not release properly. If the lock didn't release properly,\nTerraform may not be able to run future commands since it'll appear as if\nthe lock is held.\n\nIn this scenario, please call the \"force-unlock\" command to unlock the\nstate manually. This is a very dangerous operation since if it is done\nerroneously it could result in two people modifying state at the same time.\nOnly call this command if you're certain that the unlock above failed and\nthat no one else is holding a lock.";
        let closing =
            if self.is_tofu() { closing.replace("Terraform", "OpenTofu") } else { closing.to_owned() };
        match self {
            Self::Old | Self::Middle => {
                format!("Error releasing the state lock!\n\nError message: {inner}\n\n{closing}\n")
            }
            _ => self.diagnostic(
                "Error releasing the state lock",
                &format!("Error message: {inner}\n\n{closing}"),
            ),
        }
    }

    /// A diagnostic as this tool prints it.
    pub fn diagnostic(self, summary: &str, detail: &str) -> String {
        match self {
            Self::Json | Self::TofuJson => {
                let module = if self.is_tofu() { "tofu.ui" } else { "terraform.ui" };
                let detail = detail.trim_end();
                format!(
                    "{{\"@level\":\"error\",\"@message\":{},\"@module\":\"{module}\",\"@timestamp\":\"2026-11-24T02:46:20.123456Z\",\"diagnostic\":{{\"severity\":\"error\",\"summary\":{},\"detail\":{}}},\"type\":\"diagnostic\"}}\n",
                    quoted(&format!("Error: {summary}")),
                    quoted(summary),
                    quoted(detail),
                )
            }
            Self::Boxed(columns) | Self::TofuBoxed(columns) => {
                let mut out = String::from("╷\n");
                for line in summary
                    .split('\n')
                    .enumerate()
                    .map(|(at, line)| if at == 0 { format!("Error: {line}") } else { line.to_owned() })
                {
                    out.push_str(&boxed(&line));
                }
                out.push_str("│ \n");
                for line in wrapped(detail, columns - 3).lines() {
                    out.push_str(&boxed(line));
                }
                out.push_str("╵\n");
                out
            }
            _ if detail.is_empty() => format!("\nError: {summary}\n\n"),
            _ => format!("\nError: {summary}\n\n{}\n", wrapped(detail, 77)),
        }
    }
}

fn boxed(line: &str) -> String {
    format!("│ {line}\n")
}

pub fn closing(tofu: bool) -> String {
    format!(
        "{} acquires a state lock to protect the state from being written\nby multiple users at the same time. Please resolve the issue above and try\nagain. For most commands, you can disable locking with the \"-lock=false\"\nflag, but this is not recommended.",
        if tofu { "OpenTofu" } else { "Terraform" }
    )
}

/// Terraform's own wrapping: at blanks, never inside a word, never a line that begins with a blank.
pub fn wrapped(text: &str, width: usize) -> String {
    let mut out = Vec::new();
    for line in text.split('\n') {
        if line.starts_with(' ') || line.chars().count() <= width {
            out.push(line.to_owned());
            continue;
        }
        let mut current = String::new();
        for word in line.split(' ') {
            if !current.is_empty() && current.chars().count() + 1 + word.chars().count() > width {
                out.push(std::mem::take(&mut current));
            }
            if !current.is_empty() {
                current.push(' ');
            }
            current.push_str(word);
        }
        out.push(current);
    }
    out.join("\n")
}

/// One wording of a held lock.
struct Held {
    name: &'static str,
    backends: &'static [&'static str],
    /// Before the block; `%` is a request id, `$` the path.
    inner: &'static str,
    path: fn(&mut Dice) -> (String, Option<&'static str>),
    id: fn(&mut Dice) -> String,
    /// Which outers print this wording.
    fits: fn(Outer) -> bool,
    describes: Describes,
    can: bool,
}

fn any(_: Outer) -> bool {
    true
}
fn old(outer: Outer) -> bool {
    matches!(outer, Outer::Old | Outer::Middle)
}
fn new(outer: Outer) -> bool {
    !old(outer)
}
fn tofu(outer: Outer) -> bool {
    outer.is_tofu()
}
fn terraform(outer: Outer) -> bool {
    !outer.is_tofu()
}
fn terraform_new(outer: Outer) -> bool {
    !outer.is_tofu() && new(outer)
}

fn s3_path(dice: &mut Dice) -> (String, Option<&'static str>) {
    let bucket = dice.pick(&["acme-tfstate", "terraform-state-123456789012", "tf.state.example.com", "b-1"]);
    let key = dice.pick(&KEYS);
    match dice.below(3) {
        0 => {
            let name = dice.pick(&["staging", "eu-prod", "feature_x", "default2"]);
            (format!("{bucket}/env:/{name}/{key}"), Some(name))
        }
        _ => (format!("{bucket}/{key}"), None),
    }
}

fn gcs_path(dice: &mut Dice) -> (String, Option<&'static str>) {
    let name = dice.pick(&["default", "staging", "prod-eu"]);
    let prefix = dice.pick(&["terraform/state/", "prod/", "", "a/b c/"]);
    (format!("gs://acme-tfstate/{prefix}{name}.tflock"), Some(name))
}

fn azure_path(dice: &mut Dice) -> (String, Option<&'static str>) {
    let key = dice.pick(&["prod.terraform.tfstate", "env/prod.tfstate", "terraform.tfstate"]);
    match dice.below(3) {
        0 => (format!("tfstate/{key}env:staging"), Some("staging")),
        _ => (format!("tfstate/{key}"), None),
    }
}

fn azure_url(dice: &mut Dice) -> (String, Option<&'static str>) {
    let key = dice.pick(&["prod.terraform.tfstate", "terraform.tfstate"]);
    match dice.below(3) {
        0 => (format!("https://acmetfstate.blob.core.windows.net/tfstate/{key}env:staging"), Some("staging")),
        _ => (format!("https://acmetfstate.blob.core.windows.net/tfstate/{key}"), None),
    }
}

fn consul_path(dice: &mut Dice) -> (String, Option<&'static str>) {
    match dice.below(3) {
        0 => ("tf/prod/network-env:staging".to_owned(), Some("staging")),
        _ => (dice.pick(&["tf/prod/network", "terraform/state", "full/path"]).to_owned(), None),
    }
}

fn local_path(dice: &mut Dice) -> (String, Option<&'static str>) {
    match dice.below(3) {
        0 => ("terraform.tfstate.d/staging/terraform.tfstate".to_owned(), Some("staging")),
        1 => ("../state/prod.tfstate".to_owned(), None),
        _ => ("terraform.tfstate".to_owned(), None),
    }
}

fn oss_path(dice: &mut Dice) -> (String, Option<&'static str>) {
    (dice.pick(&["acme-tf/env:/terraform.tfstate", "acme-tf/prod/terraform.tfstate"]).to_owned(), None)
}

fn cos_path(dice: &mut Dice) -> (String, Option<&'static str>) {
    (dice.pick(&["terraform/state/terraform.tfstate.tflock", "prod/a.tfstate.tflock"]).to_owned(), None)
}

fn oci_path(dice: &mut Dice) -> (String, Option<&'static str>) {
    match dice.below(2) {
        0 => ("tf-state-env/staging/terraform.tfstate".to_owned(), Some("staging")),
        _ => ("prod/terraform.tfstate".to_owned(), None),
    }
}

fn no_path(_: &mut Dice) -> (String, Option<&'static str>) {
    (String::new(), None)
}

fn uuid(dice: &mut Dice) -> String {
    dice.uuid()
}
fn generation(dice: &mut Dice) -> String {
    format!("17{:014}", dice.roll() % 100_000_000_000_000)
}
fn md5(dice: &mut Dice) -> String {
    dice.hex(32)
}

const HELD: &[Held] = &[
    Held {
        name: "ddb 0.9",
        backends: &["s3-dynamodb"],
        inner: "ConditionalCheckFailedException: The conditional request failed\n\tstatus code: 400, request id: %\n",
        path: s3_path,
        id: uuid,
        fits: old,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "ddb 1.0",
        backends: &["s3-dynamodb"],
        inner: "ConditionalCheckFailedException: The conditional request failed\n",
        path: s3_path,
        id: uuid,
        fits: terraform,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "ddb sdk 2",
        backends: &["s3-dynamodb"],
        inner: "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: %, ConditionalCheckFailedException: The conditional request failed\n",
        path: s3_path,
        id: uuid,
        fits: new,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "s3 lock file",
        backends: &["s3-lockfile", "s3-both"],
        inner: "operation error S3: PutObject, https response error StatusCode: 412, RequestID: %, HostID: %%=, api error PreconditionFailed: At least one of the pre-conditions you specified did not hold\n",
        path: s3_path,
        id: uuid,
        fits: new,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "s3 lock file of a compatible store",
        backends: &["s3-lockfile", "s3-both"],
        inner: "operation error S3: PutObject, https response error StatusCode: 412, RequestID: , HostID: , api error PreconditionFailed: At least one of the pre-conditions you specified did not hold\n",
        path: s3_path,
        id: uuid,
        fits: new,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "gcs",
        backends: &["gcs"],
        inner: "writing \"$\" failed: googleapi: Error 412: At least one of the pre-conditions you specified did not hold., conditionNotMet\n",
        path: gcs_path,
        id: generation,
        fits: any,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "gcs old words",
        backends: &["gcs"],
        inner: "writing \"$\" failed: googleapi: Error 412: Precondition Failed, conditionNotMet\n",
        path: gcs_path,
        id: generation,
        fits: old,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "azurerm",
        backends: &["azurerm"],
        inner: "state blob is already locked\n",
        path: azure_path,
        id: uuid,
        fits: any,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "azurerm url",
        backends: &["azurerm"],
        inner: "state blob is already locked\n",
        path: azure_url,
        id: uuid,
        fits: tofu,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "azurerm 0.12",
        backends: &["azurerm"],
        inner: "storage: service returned error: StatusCode=409, ErrorCode=LeaseAlreadyPresent, ErrorMessage=There is already a lease present.\nRequestId:667337e1-f55d-1f94-4937-584b58606a57\nTime:2020-01-17T06:53:53.2008538Z, RequestInitiated=Fri, 17 Jan 2020 06:53:53 GMT, RequestId=667337e1-f55d-1f94-4937-584b58606a57, API Version=2018-03-28, QueryParameterName=, QueryParameterValue=\n",
        path: azure_path,
        id: uuid,
        fits: old,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "pg",
        backends: &["pg"],
        inner: "Workspace is already locked: default\n",
        path: no_path,
        id: uuid,
        fits: any,
        describes: Describes::Requester,
        can: false,
    },
    Held {
        name: "pg creation",
        backends: &["pg"],
        inner: "Already locked for workspace creation: default\n",
        path: no_path,
        id: uuid,
        fits: any,
        describes: Describes::Requester,
        can: false,
    },
    Held {
        name: "pg creation of another",
        backends: &["pg"],
        inner: "Cannot lock workspace; already locked for workspace creation: default\n",
        path: no_path,
        id: uuid,
        fits: any,
        describes: Describes::Requester,
        can: false,
    },
    Held {
        name: "kubernetes",
        backends: &["kubernetes"],
        inner: "the state is already locked by another terraform client\n",
        path: no_path,
        id: uuid,
        fits: terraform,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "kubernetes tofu",
        backends: &["kubernetes"],
        inner: "the state is already locked by another tofu client\n",
        path: no_path,
        id: uuid,
        fits: tofu,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "local",
        backends: &["local"],
        inner: "resource temporarily unavailable\n",
        path: local_path,
        id: uuid,
        fits: any,
        describes: Describes::Holder,
        can: false,
    },
    Held {
        name: "local Windows",
        backends: &["local"],
        inner: "The process cannot access the file because another process has locked a portion of the file.\n",
        path: local_path,
        id: uuid,
        fits: any,
        describes: Describes::Holder,
        can: false,
    },
    Held {
        name: "oss struct",
        backends: &["oss"],
        inner: "invoking PutRow got an error: &tablestore.OtsError{Code:\"OTSConditionCheckFail\", Message:\"Condition check failed.\", RequestId:\"0005f1a2\", HttpStatusCode:403}\n",
        path: oss_path,
        id: uuid,
        fits: terraform,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "oss text",
        backends: &["oss"],
        inner: "invoking PutRow got an error: OTSConditionCheckFail Condition check failed. 0005f1a2\n",
        path: oss_path,
        id: uuid,
        fits: tofu,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "cos",
        backends: &["cos"],
        inner: "lock file $ exists\n",
        path: cos_path,
        id: md5,
        fits: any,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "oci",
        backends: &["oci"],
        inner: "Error returned by ObjectStorage Service. Http Status Code: 412. Error Code: IfNoneMatchFailed. Opc request id: %. Message: The If-None-Match value did not match\n",
        path: oci_path,
        id: uuid,
        fits: terraform_new,
        describes: Describes::Holder,
        can: true,
    },
    Held {
        name: "manta",
        backends: &["manta"],
        inner: "A lock is already acquired\n",
        path: |_| ("terraform-state/tflock".to_owned(), None),
        id: uuid,
        fits: |outer| matches!(outer, Outer::Middle),
        describes: Describes::Holder,
        can: true,
    },
];

/// The values of one printed block.
pub fn values(dice: &mut Dice, id: String, path: String, version: &'static str) -> Values {
    Values {
        id,
        path,
        operation: dice.pick(&OPERATIONS),
        who: dice.pick(&WHO).to_owned(),
        version,
        created: dice.pick(&CREATED).to_owned(),
        info: String::new(),
    }
}

fn command(tool: &str, id: &str) -> String {
    format!("{tool} force-unlock {id}")
}

/// Every wording of a held lock in every outer text.
pub fn held() -> Vec<Known> {
    let mut dice = Dice(0x5eed_1234_9abc_def1);
    let mut out = Vec::new();
    for form in HELD {
        for outer in OUTERS {
            if !(form.fits)(outer) {
                continue;
            }
            let (path, workspace) = (form.path)(&mut dice);
            let id = (form.id)(&mut dice);
            let version = outer.version(&mut dice);
            let request = dice.request(52);
            let inner = form.inner.replace('%', &request).replace('$', &path);
            let values = values(&mut dice, id.clone(), path, version);
            out.push(Known {
                name: format!("{} {}", form.name, outer.name()),
                text: outer.acquire(&format!("{inner}{}", values.block())),
                kind: Kind::StateLockHeld,
                backends: form.backends,
                lock: Some(values.lock()),
                describes: Some(form.describes),
                holder_id: (form.describes == Describes::Holder).then(|| id.clone()),
                workspace: workspace
                    .map(str::to_owned)
                    .or((form.describes == Describes::Requester).then(|| "default".to_owned())),
                command: form.can.then(|| command(if outer.is_tofu() { "tofu" } else { "terraform" }, &id)),
                tool: Some(if outer.is_tofu() { Tool::Tofu } else { Tool::Terraform }),
            });
        }
    }
    for outer in OUTERS {
        let tool = if outer.is_tofu() { "tofu" } else { "terraform" };
        let version = outer.version(&mut dice);
        // Consul has no words of its own before the block.
        let (path, workspace) = consul_path(&mut dice);
        let id = dice.uuid();
        let mut one = values(&mut dice, id.clone(), path, version);
        one.info = format!("consul session: {id}");
        out.push(Known {
            name: format!("consul {}", outer.name()),
            text: outer.acquire(&one.block()),
            kind: Kind::StateLockHeld,
            backends: &["consul"],
            lock: Some(one.lock()),
            describes: Some(Describes::Holder),
            holder_id: Some(id.clone()),
            workspace: workspace.map(str::to_owned),
            command: workspace.is_none().then(|| command(tool, &id)),
            tool: None,
        });
        // HTTP: the holder's id outside, one's own block inside.
        let holder = dice.uuid();
        let own = dice.uuid();
        let one = values(&mut dice, own, String::new(), version);
        out.push(Known {
            name: format!("http {}", outer.name()),
            text: outer.acquire(&format!("HTTP remote state already locked: ID={holder}\n{}", one.block())),
            kind: Kind::StateLockHeld,
            backends: &["http"],
            lock: Some(one.lock()),
            describes: Some(Describes::Requester),
            holder_id: Some(holder.clone()),
            workspace: None,
            command: Some(command(tool, &holder)),
            tool: None,
        });
        if outer == Outer::Plain || outer == Outer::TofuBoxed(80) {
            let holder = dice.uuid();
            let one = values(&mut dice, holder.clone(), String::new(), version);
            out.push(Known {
                name: format!("http 1.15 {}", outer.name()),
                text: outer
                    .acquire(&format!("HTTP remote state already locked: ID={holder}\n{}", one.block())),
                kind: Kind::StateLockHeld,
                backends: &["http"],
                lock: Some(one.lock()),
                describes: Some(Describes::Holder),
                holder_id: Some(holder.clone()),
                workspace: None,
                command: Some(command(tool, &holder)),
                tool: None,
            });
        }
        // HCP Terraform: the workspace's name outside, one's own block inside.
        let own = dice.uuid();
        let one = values(&mut dice, own, String::new(), version);
        out.push(Known {
            name: format!("remote {}", outer.name()),
            text: outer
                .acquire(&format!("workspace already locked (lock ID: \"acme/net-prod\")\n{}", one.block())),
            kind: Kind::HcpWorkspaceLocked,
            backends: &["remote"],
            lock: Some(one.lock()),
            describes: Some(Describes::Requester),
            holder_id: Some("acme/net-prod".to_owned()),
            workspace: Some("net-prod".to_owned()),
            command: Some(format!("{tool} force-unlock acme/net-prod")),
            tool: Some(Tool::Hcp),
        });
        // The working directory's own lock, whatever the backend is.
        let id = dice.uuid();
        let mut one = values(&mut dice, id.clone(), ".terraform/terraform.tfstate".to_owned(), version);
        one.operation = "backend from plan";
        out.push(Known {
            name: format!("working directory {}", outer.name()),
            text: outer.acquire(&format!("resource temporarily unavailable\n{}", one.block())),
            kind: Kind::StateLockHeld,
            backends: &["local"],
            lock: Some(one.lock()),
            describes: Some(Describes::Holder),
            holder_id: Some(id),
            workspace: None,
            command: None,
            tool: None,
        });
    }
    out.extend(first_states(&mut dice));
    out.extend(exec(&mut dice));
    out
}

/// A backend that must create the first state of a workspace.
fn first_states(dice: &mut Dice) -> Vec<Known> {
    const FORMS: [(&str, &str, &str, &[&str]); 9] = [
        (
            "s3",
            "failed to lock s3 state: ",
            "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABCDEFGHJK, ConditionalCheckFailedException: The conditional request failed\n",
            &["s3-dynamodb"],
        ),
        (
            "s3 file",
            "failed to lock s3 state: ",
            "operation error S3: PutObject, https response error StatusCode: 412, RequestID: ABCDEFGHJK, HostID: abc=, api error PreconditionFailed: At least one of the pre-conditions you specified did not hold\n",
            &["s3-lockfile", "s3-both"],
        ),
        ("azure", "failed to lock azure state: ", "state blob is already locked\n", &["azurerm"]),
        ("consul", "failed to lock state in Consul: ", "", &["consul"]),
        (
            "pg",
            "failed to lock state in Postgres: ",
            "Already locked for workspace creation: green\n",
            &["pg"],
        ),
        (
            "oss",
            "failed to lock OSS state: ",
            "invoking PutRow got an error: &tablestore.OtsError{Code:\"OTSConditionCheckFail\"}\n",
            &["oss"],
        ),
        ("cos", "Failed to lock cos state: ", "lock file prod/x/terraform.tfstate.tflock exists\n", &["cos"]),
        (
            "oci",
            "failed to lock oci state: ",
            "Error returned by ObjectStorage Service. Http Status Code: 412. Error Code: IfNoneMatchFailed.\n",
            &["oci"],
        ),
        (
            "gcs",
            "",
            "writing \"gs://acme/x/green.tflock\" failed: googleapi: Error 412: Precondition Failed, conditionNotMet\n",
            &["gcs"],
        ),
    ];
    let wraps: [(&str, &str); 5] = [
        ("Error: Error loading state: ", "\n"),
        ("Error: error loading state: ", "\n\n"),
        ("Failed to load state: ", "\n"),
        ("╷\n│ Error: error loading state: ", "box"),
        ("", "\n"),
    ];
    let mut out = Vec::new();
    for (name, prefix, inner, backends) in FORMS {
        for (wrap, end) in wraps {
            if name == "gcs" && wrap.is_empty() {
                continue;
            }
            let (path, workspace): (String, Option<&str>) = match name {
                "s3" | "s3 file" => ("acme-tfstate/env:/green/x.tfstate".into(), Some("green")),
                "azure" => ("tfstate/x.tfstateenv:green".into(), Some("green")),
                "consul" => ("tf/x-env:green".into(), Some("green")),
                "pg" => (String::new(), Some("green")),
                "gcs" => ("gs://acme/x/green.tflock".into(), Some("green")),
                "oci" => ("tf-state-env/green/x.tfstate".into(), Some("green")),
                "cos" => ("prod/x/terraform.tfstate.tflock".into(), None),
                _ => ("acme/prod/x/terraform.tfstate".into(), None),
            };
            let id = match name {
                "gcs" => generation(dice),
                "cos" => md5(dice),
                _ => dice.uuid(),
            };
            let mut one = values(dice, id.clone(), path, "1.9.8");
            one.operation = "init";
            if name == "consul" {
                one.info = format!("consul session: {id}");
            }
            let mut text = format!("{wrap}{prefix}{inner}{}{end}", one.block());
            if end == "box" {
                text = format!(
                    "╷\n{}\n╵\n",
                    text.trim_end_matches("box")
                        .trim_start_matches("╷\n│ ")
                        .lines()
                        .map(|line| format!("│ {line}"))
                        .collect::<Vec<_>>()
                        .join("\n")
                );
            }
            let requester = name == "pg";
            out.push(Known {
                name: format!("first state {name} {wrap:?}"),
                text,
                kind: Kind::StateLockHeld,
                backends,
                lock: Some(one.lock()),
                describes: Some(if requester { Describes::Requester } else { Describes::Holder }),
                holder_id: (!requester).then(|| id.clone()),
                workspace: workspace.map(str::to_owned),
                command: (!requester && name != "consul").then(|| command("terraform", &id)),
                tool: None,
            });
        }
    }
    out
}

/// terraform-exec and what loggers make of it: no words of the backend, no row `Info`.
fn exec(dice: &mut Dice) -> Vec<Known> {
    let mut out = Vec::new();
    for path in
        ["acme-tfstate/prod/terraform.tfstate", "", "gs://acme/x/default.tflock", "tf/x with blank.tfstate"]
    {
        let id = if path.starts_with("gs") { generation(dice) } else { dice.uuid() };
        let one = values(dice, id.clone(), path.to_owned(), "1.5.7");
        let rows = one.block().trim_end().trim_end_matches("Info:").trim_end().to_owned();
        for (name, text) in [
            ("lines", format!("error acquiring the state lock: {rows}")),
            ("flat", format!("error acquiring the state lock: {}", flat(&rows))),
            (
                "controller",
                format!(
                    "{{\"level\":\"error\",\"ts\":\"2026-01-01T00:00:00.000Z\",\"logger\":\"controller.terraform\",\"msg\":\"Reconciler error\",\"error\":{}}}",
                    quoted(&format!(
                        "error running Plan: rpc error: code = Internal desc = error acquiring the state lock: {}",
                        flat(&rows)
                    ))
                ),
            ),
        ] {
            out.push(Known {
                name: format!("terraform-exec {name} {path}"),
                text,
                kind: Kind::StateLockHeld,
                backends: if path.starts_with("gs") { &["gcs"] } else { &["unknown"] },
                lock: Some(one.lock()),
                describes: Some(Describes::Holder),
                holder_id: Some(id.clone()),
                workspace: path.starts_with("gs").then(|| "default".to_owned()),
                command: Some(command("terraform", &id)),
                tool: None,
            });
        }
    }
    out
}

pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Errors without a lock block, and the outcomes of `force-unlock`.
pub fn others() -> Vec<Known> {
    let mut dice = Dice(0x0dd_ba11_5eed);
    let mut out = Vec::new();
    let mut plain = |name: &str, text: String, kind: Kind, backends: &'static [&'static str]| {
        out.push(Known {
            name: name.to_owned(),
            text,
            kind,
            backends,
            lock: None,
            describes: None,
            holder_id: None,
            workspace: None,
            command: None,
            tool: None,
        });
    };
    const DENIED: &str = "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: 0RHT8GFQ2E1SN5NGB0ENTFBBSN, api error AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/ci/x is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/tf-locks because no identity-based policy allows the dynamodb:PutItem action\nunexpected end of JSON input";
    let inners: &[(&str, &str, Kind, &'static [&'static str], fn(Outer) -> bool)] = &[
        (
            "ddb vanished old",
            "2 error(s) occurred:\n\n* ConditionalCheckFailedException: The conditional request failed\n\tstatus code: 400, request id: ABC\n* unexpected end of JSON input",
            Kind::StateLockHeld,
            &["s3-dynamodb"],
            old,
        ),
        (
            "ddb vanished",
            "2 errors occurred:\n\t* operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, ConditionalCheckFailedException: The conditional request failed\n\t* unexpected end of JSON input\n",
            Kind::StateLockHeld,
            &["s3-dynamodb"],
            new,
        ),
        (
            "ddb vanished tofu",
            "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, ConditionalCheckFailedException: The conditional request failed\nno lock info found for: \"acme-tfstate/x.tfstate\" within the DynamoDB table: tf-locks",
            Kind::StateLockHeld,
            &["s3-dynamodb"],
            tofu,
        ),
        (
            "s3 vanished",
            "operation error S3: PutObject, https response error StatusCode: 412, RequestID: ABC, HostID: abc=, api error PreconditionFailed: At least one of the pre-conditions you specified did not hold\nunable to retrieve file from S3 bucket 'acme-tfstate' with key 'x.tfstate.tflock': operation error S3: GetObject, https response error StatusCode: 404, RequestID: ABD, HostID: abc=, NoSuchKey: ",
            Kind::StateLockHeld,
            &["s3-lockfile", "s3-both"],
            new,
        ),
        (
            "gcs vanished",
            "2 errors occurred:\n\t* writing \"gs://acme/x/default.tflock\" failed: googleapi: Error 412: At least one of the pre-conditions you specified did not hold., conditionNotMet\n\t* storage: object doesn't exist\n",
            Kind::StateLockHeld,
            &["gcs"],
            any,
        ),
        (
            "azurerm empty metadata",
            "2 errors occurred:\n\t* state blob is already locked\n\t* blob metadata \"terraformlockid\" was empty\n",
            Kind::StateLockHeld,
            &["azurerm"],
            any,
        ),
        (
            "azurerm empty metadata joined",
            "state blob is already locked\nblob metadata \"terraformlockid\" was empty",
            Kind::StateLockHeld,
            &["azurerm"],
            new,
        ),
        (
            "kubernetes no annotation",
            "the state is already locked by another terraform client",
            Kind::StateLockHeld,
            &["kubernetes"],
            terraform,
        ),
        (
            "http no block",
            "HTTP remote state already locked, failed to read body",
            Kind::StateLockHeld,
            &["http"],
            any,
        ),
        (
            "local without info",
            "2 errors occurred:\n\t* resource temporarily unavailable\n\t* open .terraform.tfstate.lock.info: no such file or directory\n",
            Kind::StateLockHeld,
            &["local"],
            any,
        ),
        (
            "ddb table missing",
            "2 errors occurred:\n\t* ResourceNotFoundException: Requested resource not found\n\t* ResourceNotFoundException: Requested resource not found\n",
            Kind::TableMissing,
            &["s3-dynamodb"],
            any,
        ),
        (
            "ddb table missing 2",
            "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, ResourceNotFoundException: Requested resource not found\nUnable to retrieve item from DynamoDB table \"tf-locks\": operation error DynamoDB: GetItem, https response error StatusCode: 400, RequestID: ABC, ResourceNotFoundException: Requested resource not found",
            Kind::TableMissing,
            &["s3-dynamodb"],
            new,
        ),
        (
            "ddb schema",
            "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, api error ValidationException: One or more parameter values were invalid: Missing the key lockid in the item\nUnable to retrieve item from DynamoDB table \"tf-locks\": operation error DynamoDB: GetItem, https response error StatusCode: 400, RequestID: ABC, api error ValidationException: The provided key element does not match the schema",
            Kind::TableKeySchema,
            &["s3-dynamodb"],
            any,
        ),
        ("ddb denied", DENIED, Kind::AccessDenied, &["s3-dynamodb"], new),
        (
            "s3 denied",
            "operation error S3: PutObject, https response error StatusCode: 403, RequestID: ABC, HostID: abc=, api error AccessDenied: User: arn:aws:sts::123456789012:assumed-role/ci/x is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::acme-tfstate/x.tfstate.tflock\" with an explicit deny in a resource-based policy\nunable to retrieve file from S3 bucket 'acme-tfstate' with key 'x.tfstate.tflock': operation error S3: GetObject, https response error StatusCode: 404, RequestID: ABC, HostID: abc=, NoSuchKey: ",
            Kind::AccessDenied,
            &["s3-lockfile", "s3-both", "s3"],
            new,
        ),
        (
            "gcs denied",
            "writing \"gs://acme/x/default.tflock\" failed: googleapi: Error 403: ci@acme.iam.gserviceaccount.com does not have storage.objects.create access to the Google Cloud Storage object. Permission 'storage.objects.create' denied on resource (or it may not exist)., forbidden",
            Kind::AccessDenied,
            &["gcs"],
            any,
        ),
        (
            "ddb expired",
            "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, api error ExpiredTokenException: The security token included in the request is expired\nunexpected end of JSON input",
            Kind::Credentials,
            &["s3-dynamodb"],
            new,
        ),
        (
            "ddb unrecognized",
            "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, api error UnrecognizedClientException: The security token included in the request is invalid.",
            Kind::Credentials,
            &["s3-dynamodb"],
            new,
        ),
        (
            "ddb throttled",
            "operation error DynamoDB: PutItem, exceeded maximum number of attempts, 5, https response error StatusCode: 400, RequestID: ABC, ProvisionedThroughputExceededException: The level of configured provisioned throughput for the table was exceeded.",
            Kind::Throttled,
            &["s3-dynamodb"],
            new,
        ),
        (
            "ddb unreachable",
            "operation error DynamoDB: PutItem, exceeded maximum number of attempts, 5, https response error StatusCode: 0, RequestID: , request send failed, Post \"https://dynamodb.eu-west-1.amazonaws.com/\": dial tcp: lookup dynamodb.eu-west-1.amazonaws.com: no such host",
            Kind::BackendUnreachable,
            &["s3-dynamodb"],
            new,
        ),
        (
            "consul unreachable",
            "Put \"http://127.0.0.1:8500/v1/session/create\": dial tcp 127.0.0.1:8500: connect: connection refused",
            Kind::BackendUnreachable,
            &["consul", "unknown"],
            new,
        ),
        ("http 401", "HTTP remote state endpoint requires auth", Kind::AccessDenied, &["http"], any),
        ("http 403", "HTTP remote state endpoint invalid auth", Kind::AccessDenied, &["http"], any),
        ("http 500", "Unexpected HTTP response code 500", Kind::LockRequestFailed, &["http"], any),
        (
            "http giving up",
            "Failed to lock: POST https://gitlab.example.com/api/v4/projects/42/terraform/state/prod/lock giving up after 3 attempt(s)",
            Kind::LockRequestFailed,
            &["http"],
            any,
        ),
        (
            "kubernetes denied",
            "leases.coordination.k8s.io \"lock-tfstate-default-state\" is forbidden: User \"system:serviceaccount:ci:deployer\" cannot get resource \"leases\" in API group \"coordination.k8s.io\" in the namespace \"infra\"",
            Kind::AccessDenied,
            &["kubernetes"],
            any,
        ),
        (
            "bucket missing",
            "operation error S3: PutObject, https response error StatusCode: 404, RequestID: ABC, HostID: abc=, NoSuchBucket: \nunable to retrieve file from S3 bucket 'acme-gone' with key 'x.tfstate.tflock': operation error S3: GetObject, https response error StatusCode: 404, RequestID: ABC, HostID: abc=, api error NoSuchBucket: The specified bucket does not exist",
            Kind::BucketMissing,
            &["s3-lockfile", "s3", "s3-both"],
            new,
        ),
        (
            "cos tag",
            "2 errors occurred:\n\t* failed to create tag: tencentcloud-terraform-lock -> 0123456789abcdef0123456789abcdef: [TencentCloudSDKError] Code=ResourceInUse.TagDuplicate, Message=tag already exists., RequestId=abc\n\t* lock file prod/terraform.tfstate.tflock not exists\n",
            Kind::StateLockHeld,
            &["cos"],
            any,
        ),
    ];
    for (name, inner, kind, backends, fits) in inners {
        for outer in OUTERS {
            if fits(outer) {
                plain(
                    &format!("{name} {}", outer.name()),
                    outer.acquire(&format!("{inner}\n")),
                    *kind,
                    backends,
                );
            }
        }
    }
    for outer in [Outer::Plain, Outer::Boxed(80), Outer::Json, Outer::Tofu] {
        for (name, summary, detail, kind, backends) in [
            (
                "digest new",
                "error loading state: state data in S3 does not have the expected content.\n\nThe checksum calculated for the state stored in S3 does not match the checksum\nstored in DynamoDB.\n\nBucket: acme-tfstate\nKey:    digest/terraform.tfstate\nCalculated checksum: 29853efc0fdd52b5078cb8ea3bade862\nStored checksum:     d41d8cd98f00b204e9800998ecf8427e\n\nThis may be caused by unusually long delays in S3 processing a previous state\nupdate. Please wait for a minute or two and try again.\n\nIf this problem persists, and neither S3 nor DynamoDB are experiencing an\noutage, you may need to manually verify the remote state and update the Digest\nvalue stored in the DynamoDB table to the following value: 29853efc0fdd52b5078cb8ea3bade862",
                "",
                Kind::DigestMismatch,
                &["s3-dynamodb"] as &'static [&'static str],
            ),
            (
                "digest old",
                "Error loading state: state data in S3 does not have the expected content.\n\nThis may be caused by unusually long delays in S3 processing a previous state\nupdate.  Please wait for a minute or two and try again. If this problem\npersists, and neither S3 nor DynamoDB are experiencing an outage, you may need\nto manually verify the remote state and update the Digest value stored in the\nDynamoDB table to the following value: 29853efc0fdd52b5078cb8ea3bade862",
                "",
                Kind::DigestMismatch,
                &["s3-dynamodb"],
            ),
            (
                "digest empty",
                "Error refreshing state: state data in S3 does not have the expected content.\n\nThis may be caused by unusually long delays in S3 processing a previous state\nupdate.  Please wait for a minute or two and try again. If this problem\npersists, and neither S3 nor DynamoDB are experiencing an outage, you may need\nto manually verify the remote state and update the Digest value stored in the\nDynamoDB table to the following value: ",
                "",
                Kind::DigestMismatch,
                &["s3-dynamodb"],
            ),
            (
                "digest oss",
                "Error loading state: state data in OSS does not have the expected content.\n\nThis may be caused by unusually long delays in OSS processing a previous state\nupdate.  Please wait for a minute or two and try again. If this problem\npersists, and neither OSS nor TableStore are experiencing an outage, you may need\nto manually verify the remote state and update the Digest value stored in the\nTableStore table to the following value: 29853efc0fdd52b5078cb8ea3bade862",
                "",
                Kind::DigestMismatch,
                &["oss"],
            ),
            (
                "bucket gone",
                "Failed to get existing workspaces: S3 bucket \"acme-tfstate-gone\" does not exist.\n\nThe referenced S3 bucket must have been previously created. If the S3 bucket\nwas created within the last minute, please wait for a minute or two and try\nagain.\n\nError: operation error S3: ListObjectsV2, https response error StatusCode: 404, RequestID: ABC, HostID: abc=, NoSuchBucket: ",
                "",
                Kind::BucketMissing,
                &["s3"],
            ),
            (
                "object denied",
                "Error refreshing state: Unable to access object \"x.tfstate\" in S3 bucket \"acme-tfstate\": operation error S3: HeadObject, https response error StatusCode: 403, RequestID: ABC, HostID: abc=, api error Forbidden: Forbidden",
                "",
                Kind::AccessDenied,
                &["s3"],
            ),
            (
                "backend changed",
                "Backend configuration changed",
                "A change in the backend configuration has been detected, which may require migrating existing state.\n\nIf you wish to attempt automatic migration of the state, use \"terraform init -migrate-state\".\nIf you wish to store the current configuration with no changes to the state, use \"terraform init -reconfigure\".",
                Kind::BackendChanged,
                &["unknown"],
            ),
            (
                "backend type changed",
                "Backend initialization required, please run \"terraform init\"",
                "Reason: Backend type changed from \"local\" to \"s3\"\n\nThe \"backend\" is the interface that Terraform uses to store state,\nperform operations, etc. If this message is showing up, it means that the\nTerraform configuration you're using is using a custom configuration for\nthe Terraform backend.\n\nChanges to backend configurations require reinitialization. This allows\nTerraform to set up the new configuration, copy existing state, etc. Please run\n\"terraform init\" with either the \"-reconfigure\" or \"-migrate-state\" flags to\nuse the current configuration.",
                Kind::BackendChanged,
                &["unknown", "s3"],
            ),
            (
                "version 0.13",
                "Error loading state: state snapshot was created by Terraform v0.13.5, which is newer than current v0.12.29; upgrade to Terraform v0.13.5 or greater to work with this state",
                "",
                Kind::StateVersion,
                &["unknown"],
            ),
            (
                "format version",
                "Unsupported state file format",
                "The state file uses format version 5, which is not supported by Terraform 1.9.8. This state file may have been created by a newer version of Terraform.",
                Kind::StateVersion,
                &["unknown"],
            ),
            (
                "remote version",
                "Terraform version mismatch",
                "The local Terraform version (1.5.7) does not match the configured version for remote workspace acme/net-prod (1.9.8). This may result in an incompatible state file.",
                Kind::StateVersion,
                &["remote", "unknown"],
            ),
            (
                "write failed",
                "Failed to save state",
                "Error saving state: failed to upload state: operation error S3: PutObject, https response error StatusCode: 400, RequestID: ABC, HostID: abc=, api error ExpiredToken: The provided token has expired.",
                Kind::StateWriteFailed,
                &["s3"],
            ),
            (
                "persist failed",
                "Failed to persist state to backend",
                "The error shown above has prevented Terraform from writing the updated state to the configured backend. To allow for recovery, the state has been written to the file \"errored.tfstate\" in the current working directory.\n\nRunning \"terraform apply\" again at this point will create a forked state, making it harder to recover.\n\nTo retry writing this state, use the following command:\n    terraform state push errored.tfstate",
                Kind::StateWriteFailed,
                &["unknown"],
            ),
        ] {
            if outer == Outer::Tofu && summary.contains("Terraform v0") {
                continue;
            }
            plain(&format!("{name} {}", outer.name()), outer.diagnostic(summary, detail), kind, backends);
        }
    }
    for (name, text, kind, backends) in [
        (
            "ws locked",
            "╷\n│ Error: Error acquiring the state lock\n│\n│ Error message: workspace already locked (lock ID: \"acme/net-prod\")\n╵\n",
            Kind::HcpWorkspaceLocked,
            &["remote"] as &'static [&'static str],
        ),
        (
            "local refuses",
            "Local state cannot be unlocked by another process\n",
            Kind::UnlockUnsupported,
            &["local"],
        ),
        (
            "local not locked",
            "Failed to unlock state: LocalState not locked\n",
            Kind::UnlockUnsupported,
            &["local"],
        ),
        (
            "tofu local refuses",
            "╷\n│ Error: State locked by another local process\n│\n│ Local state cannot be unlocked by another process.\n╵\n",
            Kind::UnlockUnsupported,
            &["local"],
        ),
        (
            "tofu locking disabled",
            "╷\n│ Error: Failed to unlock state\n│\n│ Locking is disabled for this backend\n╵\n",
            Kind::UnlockUnsupported,
            &["unknown", "local"],
        ),
        (
            "success",
            "Terraform state has been successfully unlocked!\n\nThe state has been unlocked, and Terraform commands should now be able to\nobtain a new lock on the remote state.\n",
            Kind::UnlockSuccess,
            &["unknown"],
        ),
        (
            "tofu success",
            "OpenTofu state has been successfully unlocked!\n\nThe state has been unlocked, and OpenTofu commands should now be able to\nobtain a new lock on the remote state.\n",
            Kind::UnlockSuccess,
            &["unknown"],
        ),
        (
            "cancelled",
            "Do you really want to force-unlock?\n  Terraform will remove the lock on the remote state.\n  This will allow local Terraform commands to modify this state, even though it\n  may still be in use. Only 'yes' will be accepted to confirm.\n\n  Enter a value: no\n\nforce-unlock cancelled.\n",
            Kind::UnlockCancelled,
            &["unknown"],
        ),
        (
            "usage",
            "Expected a single argument: LOCK_ID\nUsage: terraform [global options] force-unlock LOCK_ID\n\n  Manually unlock the state for the defined configuration.\n",
            Kind::UsageError,
            &["unknown"],
        ),
        ("usage old", "unlock requires a lock id argument\n", Kind::UsageError, &["unknown"]),
        (
            "gcs uuid",
            "Failed to unlock state: Lock ID should be numerical value, got '9db590f1-b6fe-c5f2-2678-8804f089deba'\n",
            Kind::WrongLockId,
            &["gcs"],
        ),
        (
            "gcs uuid old",
            "Failed to unlock state: strconv.ParseInt: parsing \"9db590f1-b6fe-c5f2-2678-8804f089deba\": invalid syntax\n",
            Kind::WrongLockId,
            &["gcs"],
        ),
        ("gcs gone", "Failed to unlock state: storage: object doesn't exist\n", Kind::NoLock, &["gcs"]),
        (
            "ddb gone",
            "Failed to unlock state: failed to retrieve lock info for lock ID \"9db590f1-b6fe-c5f2-2678-8804f089deba\": unexpected end of JSON input\n",
            Kind::NoLock,
            &["s3-dynamodb", "unknown"],
        ),
        (
            "ddb gone old",
            "Failed to unlock state: failed to retrieve lock info: unexpected end of JSON input\n",
            Kind::NoLock,
            &["s3-dynamodb", "unknown"],
        ),
        (
            "ddb gone tofu",
            "Failed to unlock state: failed to retrieve lock info: no lock info found for: \"acme-tfstate/x.tfstate\" within the DynamoDB table: tf-locks\n",
            Kind::NoLock,
            &["s3-dynamodb"],
        ),
        (
            "s3 gone",
            "Failed to unlock state: unable to retrieve file from S3 bucket 'acme-tfstate' with key 'x.tfstate.tflock': operation error S3: GetObject, https response error StatusCode: 404, RequestID: ABC, HostID: abc=, NoSuchKey: \n",
            Kind::NoLock,
            &["s3-lockfile"],
        ),
        (
            "azure gone",
            "Failed to unlock state: failed to retrieve lock info: blob metadata \"terraformlockid\" was empty\n",
            Kind::NoLock,
            &["azurerm"],
        ),
        (
            "kubernetes gone",
            "Failed to unlock state: state is already unlocked\n",
            Kind::NoLock,
            &["kubernetes"],
        ),
        ("remote gone", "Failed to unlock state: workspace already unlocked\n", Kind::NoLock, &["remote"]),
        (
            "remote other",
            "Failed to unlock state: lock ID \"9db590f1-b6fe-c5f2-2678-8804f089deba\" does not match existing lock ID \"acme/net-prod\"\n",
            Kind::WrongLockId,
            &["remote"],
        ),
        (
            "remote run",
            "Failed to unlock state: unable to unlock workspace locked by run\n",
            Kind::UnlockFailed,
            &["remote"],
        ),
        (
            "http 423",
            "Failed to unlock state: Unexpected HTTP response code 423\n",
            Kind::UnlockFailed,
            &["http"],
        ),
        (
            "both half",
            "Failed to unlock state: failed to unlock DynamoDB: failed to retrieve lock info for lock ID \"9db590f1-b6fe-c5f2-2678-8804f089deba\": unexpected end of JSON input\n",
            Kind::UnlockFailed,
            &["s3-both"],
        ),
        (
            "s3 trap",
            "Failed to load state: failed to lock s3 state: operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, ConditionalCheckFailedException: The conditional request failed\n",
            Kind::StateLockHeld,
            &["s3-dynamodb"],
        ),
        (
            "terragrunt all",
            "force-unlock with run --all is disabled: lock IDs are unique per state representation and thus should not be run with run --all.\n",
            Kind::UsageError,
            &["unknown"],
        ),
        (
            "atlantis",
            "This project is currently locked by an unapplied plan from pull [#17](https://github.com/acme/infra/pull/17). To continue, delete the lock from [#17](https://github.com/acme/infra/pull/17) or apply that plan and merge the pull request.\n\nOnce the lock is released, comment `atlantis plan` here to re-plan.\n",
            Kind::AtlantisPrLock,
            &["unknown"],
        ),
        (
            "atlantis dir",
            "cannot run \"apply\": the default workspace at path stacks/net is currently locked for this pull request by \"plan\" for commit 0123abc.\nWait until the previous command is complete and try again\n",
            Kind::AtlantisPrLock,
            &["unknown"],
        ),
        (
            "consul lost",
            "Error releasing the state lock!\n\nError message: consul lock was lost\n",
            Kind::LockReleaseFailed,
            &["consul"],
        ),
    ] {
        plain(name, text.to_owned(), kind, backends);
    }
    for one in &mut out {
        if one.name == "remote other" {
            one.holder_id = Some("acme/net-prod".to_owned());
            one.workspace = Some("net-prod".to_owned());
            one.command = Some("terraform force-unlock acme/net-prod".to_owned());
        }
        if one.name == "both half" {
            one.holder_id = Some("9db590f1-b6fe-c5f2-2678-8804f089deba".to_owned());
        }
        if one.name == "ws locked" {
            one.holder_id = Some("acme/net-prod".to_owned());
            one.workspace = Some("net-prod".to_owned());
            one.command = Some("terraform force-unlock acme/net-prod".to_owned());
        }
    }
    out.extend(releases(&mut dice));
    out.extend(refusals(&mut dice));
    out
}

fn releases(dice: &mut Dice) -> Vec<Known> {
    let mut out = Vec::new();
    let forms: [(
        &str,
        &str,
        &'static [&'static str],
        fn(&mut Dice) -> (String, Option<&'static str>),
        fn(&mut Dice) -> String,
    ); 4] = [
        (
            "ddb",
            "operation error DynamoDB: DeleteItem, https response error StatusCode: 400, RequestID: ABC, api error AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/ci/x is not authorized to perform: dynamodb:DeleteItem on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/tf-locks\n",
            &["s3-dynamodb"],
            s3_path,
            uuid,
        ),
        (
            "s3",
            "failed to delete the lock file: operation error S3: DeleteObject, https response error StatusCode: 403, RequestID: ABC, HostID: abc=, api error AccessDenied: Access Denied\n",
            &["s3-lockfile", "s3"],
            s3_path,
            uuid,
        ),
        (
            "gcs",
            "googleapi: Error 403: ci@acme.iam.gserviceaccount.com does not have storage.objects.delete access to the Google Cloud Storage object., forbidden\n",
            &["gcs"],
            gcs_path,
            generation,
        ),
        (
            "azurerm",
            "failed to delete lock info from metadata: blobs.Client#SetMetaData: Failure responding to request: StatusCode=403 -- Original Error: autorest/azure: Service returned an error. Status=403 Code=\"AuthorizationPermissionMismatch\"\n",
            &["azurerm"],
            azure_path,
            uuid,
        ),
    ];
    for (name, inner, backends, path, id) in forms {
        for outer in OUTERS {
            let (path, workspace) = path(dice);
            let id = id(dice);
            let version = outer.version(dice);
            let one = values(dice, id.clone(), path, version);
            out.push(Known {
                name: format!("release {name} {}", outer.name()),
                text: outer.release(&format!("{inner}{}", one.block())),
                kind: Kind::LockReleaseFailed,
                backends,
                lock: Some(one.lock()),
                describes: Some(Describes::Holder),
                holder_id: Some(id.clone()),
                workspace: workspace.map(str::to_owned),
                command: Some(command(if outer.is_tofu() { "tofu" } else { "terraform" }, &id)),
                tool: None,
            });
        }
    }
    for (name, text, backends) in [
        (
            "s3",
            "Error unlocking S3 state. Lock ID: {}\n\nError: operation error DynamoDB: DeleteItem, https response error StatusCode: 400, RequestID: ABC, api error AccessDeniedException: not authorized\n\nYou may have to force-unlock this state in order to use it again.\n",
            &["s3-dynamodb"] as &'static [&'static str],
        ),
        (
            "azure",
            "Error unlocking Azure state. Lock ID: {}\n\nError: failed to delete lock info from metadata: x\n\nYou may have to force-unlock this state in order to use it again.\nThe Azure backend acquires a lock during initialization to ensure the initial state file is created.\n",
            &["azurerm"],
        ),
        (
            "consul",
            "Error unlocking Consul state. Lock ID: {}\n\nError: Unexpected response code: 500\n\nYou may have to force-unlock this state in order to use it again.\nThe Consul backend acquires a lock during initialization to ensure\nthe minimum required key/values are prepared.\n",
            &["consul"],
        ),
        (
            "oci",
            "Error unlocking oci state. Lock ID: {}\n\nError: x\n\nYou may have to force-unlock this state in order to use it again.\n",
            &["oci"],
        ),
        (
            "gcs",
            "failed to write state\n\nAdditionally, unlocking the state file on Google Cloud Storage failed:\n\n  Error message: \"googleapi: Error 403: forbidden\"\n  Lock ID (gen): {}\n  Lock file URL: gs://acme/x/default.tflock\n\nYou may have to force-unlock this state in order to use it again.\nThe GCloud backend acquires a lock during initialization to ensure\nthe initial state file is created.\n",
            &["gcs"],
        ),
        (
            "kubernetes",
            "x\n\nAdditionally, unlocking the state in Kubernetes failed:\n\nError message: \"timeout\"\nLock ID (gen): {}\nSecret Name: tfstate-default-state\n\nYou may have to force-unlock this state in order to use it again.\nThe Kubernetes backend acquires a lock during initialization to ensure\nthe initial state file is created.\n",
            &["kubernetes"],
        ),
        (
            "oss",
            "Error unlocking Alibaba Cloud OSS state file:\n\nLock ID: {}\nError message: \"x\"\n\nYou may have to force-unlock this state in order to use it again.\n",
            &["oss"],
        ),
        (
            "cos",
            "Unlocking the state file on TencentCloud cos backend failed:\n\nError message: x\nLock ID (gen): {}\n\nYou may have to force-unlock this state in order to use it again.\n",
            &["cos"],
        ),
    ] {
        let id = match name {
            "gcs" => generation(dice),
            "cos" => md5(dice),
            _ => dice.uuid(),
        };
        out.push(Known {
            name: format!("release at init {name}"),
            text: text.replace("{}", &id),
            kind: Kind::LockReleaseFailed,
            backends,
            lock: Some(LockInfo { id: Some(id.clone()), ..LockInfo::default() }),
            describes: None,
            holder_id: Some(id.clone()),
            workspace: (name == "gcs").then(|| "default".to_owned()),
            command: Some(command("terraform", &id)),
            tool: None,
        });
    }
    out
}

/// A refused `force-unlock` prints the block of the lock that is really held.
fn refusals(dice: &mut Dice) -> Vec<Known> {
    let mut out = Vec::new();
    let forms: [(
        &str,
        &str,
        &'static [&'static str],
        fn(&mut Dice) -> (String, Option<&'static str>),
        fn(&mut Dice) -> String,
    ); 9] = [
        (
            "ddb",
            "lock ID \"9db590f1-b6fe-c5f2-2678-8804f089deba\" does not match existing lock (\"@\")\n",
            &["s3-dynamodb", "unknown"],
            s3_path,
            uuid,
        ),
        (
            "ddb old",
            "lock id \"9db590f1-b6fe-c5f2-2678-8804f089deba\" does not match existing lock\n",
            &["s3-dynamodb", "unknown", "s3"],
            s3_path,
            uuid,
        ),
        (
            "s3",
            "lock ID '9db590f1-b6fe-c5f2-2678-8804f089deba' does not match the existing lock ID '@'\n",
            &["s3-lockfile"],
            s3_path,
            uuid,
        ),
        (
            "s3 tofu",
            "lock id \"9db590f1-b6fe-c5f2-2678-8804f089deba\" from s3 does not match existing lock\n",
            &["s3-lockfile"],
            s3_path,
            uuid,
        ),
        (
            "both",
            "failed to unlock both S3 and DynamoDB: S3 error: lock ID '9db590f1-b6fe-c5f2-2678-8804f089deba' does not match the existing lock ID '@', DynamoDB error: lock ID \"9db590f1-b6fe-c5f2-2678-8804f089deba\" does not match existing lock (\"@\")\n",
            &["s3-both"],
            s3_path,
            uuid,
        ),
        (
            "azure",
            "lock id \"9db590f1-b6fe-c5f2-2678-8804f089deba\" does not match existing lock\n",
            &["azurerm", "unknown"],
            azure_path,
            uuid,
        ),
        (
            "gcs",
            "googleapi: Error 412: At least one of the pre-conditions you specified did not hold., conditionNotMet\n",
            &["gcs"],
            gcs_path,
            generation,
        ),
        (
            "kubernetes",
            "lock id \"9db590f1-b6fe-c5f2-2678-8804f089deba\" does not match existing lock\n",
            &["kubernetes", "unknown"],
            no_path,
            uuid,
        ),
        ("cos", "lock id mismatch, 9db590f1-b6fe-c5f2-2678-8804f089deba != @\n", &["cos"], cos_path, md5),
    ];
    for (name, inner, backends, path, id) in forms {
        let (path, workspace) = path(dice);
        let id = id(dice);
        let one = values(dice, id.clone(), path, "1.5.7");
        out.push(Known {
            name: format!("refused {name}"),
            text: format!("Failed to unlock state: {}{}\n", inner.replace('@', &id), one.block()),
            kind: Kind::WrongLockId,
            backends,
            lock: Some(one.lock()),
            describes: Some(Describes::Holder),
            holder_id: Some(id.clone()),
            workspace: workspace.map(str::to_owned),
            command: Some(command("terraform", &id)),
            tool: None,
        });
    }
    out
}

/// Every known error.
pub fn all() -> Vec<Known> {
    let mut out = held();
    out.extend(others());
    out
}

/// What is not as it should be.
pub fn differences(known: &Known, found: &[Incident]) -> Vec<String> {
    let mut out = Vec::new();
    if found.len() != 1 {
        out.push(format!(
            "{} incidents {:?}",
            found.len(),
            found.iter().map(|one| one.kind).collect::<Vec<_>>()
        ));
    }
    let Some(one) = found.first() else { return out };
    let mut compare = |what: &str, wanted: String, has: String| {
        if wanted != has {
            out.push(format!("{what}: wanted {wanted}, has {has}"));
        }
    };
    compare("kind", format!("{:?}", known.kind), format!("{:?}", one.kind));
    if !known.backends.contains(&one.backend.as_str()) {
        compare("backend", format!("{:?}", known.backends), one.backend.clone());
    }
    let empty = LockInfo::default();
    let (wanted, has) = (known.lock.as_ref().unwrap_or(&empty), one.lock.as_ref().unwrap_or(&empty));
    for (name, wanted, has) in [
        ("id", &wanted.id, &has.id),
        ("path", &wanted.path, &has.path),
        ("operation", &wanted.operation, &has.operation),
        ("who", &wanted.who, &has.who),
        ("version", &wanted.version, &has.version),
        ("created", &wanted.created, &has.created),
        ("info", &wanted.info, &has.info),
    ] {
        compare(name, format!("{wanted:?}"), format!("{has:?}"));
    }
    if known.lock.is_some() && known.describes.is_some() {
        compare("describes", format!("{:?}", known.describes), format!("{:?}", one.lock_describes));
    }
    compare("holder id", format!("{:?}", known.holder_id), format!("{:?}", one.holder_id));
    if known.workspace.is_some() {
        compare("workspace", format!("{:?}", known.workspace), format!("{:?}", one.workspace));
    }
    let verb = |command: &Option<String>| {
        command.as_ref().map(|command| command.split_once(' ').map_or("", |(_, rest)| rest).to_owned())
    };
    compare("command", format!("{:?}", verb(&known.command)), format!("{:?}", verb(&one.unlock.command)));
    compare("possible", known.command.is_some().to_string(), one.unlock.possible.to_string());
    if !one.unlock.possible && one.unlock.why.is_none() {
        out.push("refused without a reason".to_owned());
    }
    out
}

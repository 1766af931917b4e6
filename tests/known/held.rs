//! Locks held by somebody else, backend by backend.

use super::Known;
use super::outer::{OUTERS, Outer, flat};
use super::values::{Dice, KEYS, generation, md5, quoted, uuid, values};
use stackengine_core::diagnose::{Describes, Kind, Tool};

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

pub(super) fn any(_: Outer) -> bool {
    true
}

pub(super) fn old(outer: Outer) -> bool {
    matches!(outer, Outer::Old | Outer::Middle)
}

pub(super) fn new(outer: Outer) -> bool {
    !old(outer)
}

pub(super) fn tofu(outer: Outer) -> bool {
    outer.is_tofu()
}

pub(super) fn terraform(outer: Outer) -> bool {
    !outer.is_tofu()
}

fn terraform_new(outer: Outer) -> bool {
    !outer.is_tofu() && new(outer)
}

pub(super) fn s3_path(dice: &mut Dice) -> (String, Option<&'static str>) {
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

pub(super) fn gcs_path(dice: &mut Dice) -> (String, Option<&'static str>) {
    let name = dice.pick(&["default", "staging", "prod-eu"]);
    let prefix = dice.pick(&["terraform/state/", "prod/", "", "a/b c/"]);
    (format!("gs://acme-tfstate/{prefix}{name}.tflock"), Some(name))
}

pub(super) fn azure_path(dice: &mut Dice) -> (String, Option<&'static str>) {
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

pub(super) fn cos_path(dice: &mut Dice) -> (String, Option<&'static str>) {
    (dice.pick(&["terraform/state/terraform.tfstate.tflock", "prod/a.tfstate.tflock"]).to_owned(), None)
}

fn oci_path(dice: &mut Dice) -> (String, Option<&'static str>) {
    match dice.below(2) {
        0 => ("tf-state-env/staging/terraform.tfstate".to_owned(), Some("staging")),
        _ => ("prod/terraform.tfstate".to_owned(), None),
    }
}

pub(super) fn no_path(_: &mut Dice) -> (String, Option<&'static str>) {
    (String::new(), None)
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

pub(super) fn command(tool: &str, id: &str) -> String {
    format!("{tool} force-unlock {id}")
}

/// Every wording of a held lock in every outer text.
pub(crate) fn held() -> Vec<Known> {
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

//! Failures on the way out: releasing, refusing to release.

use super::Known;
use super::held::{azure_path, command, cos_path, gcs_path, no_path, s3_path};
use super::outer::OUTERS;
use super::values::{Dice, generation, md5, uuid, values};
use stackengine_core::diagnose::{Describes, Kind, LockInfo};

/// Name, words of the error, backends that it may be of, how its path and its lock's id are drawn.
type Form = (
    &'static str,
    &'static str,
    &'static [&'static str],
    fn(&mut Dice) -> (String, Option<&'static str>),
    fn(&mut Dice) -> String,
);

pub(super) fn releases(dice: &mut Dice) -> Vec<Known> {
    let mut out = Vec::new();
    let forms: [Form; 4] = [
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
pub(super) fn refusals(dice: &mut Dice) -> Vec<Known> {
    let mut out = Vec::new();
    let forms: [Form; 9] = [
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

//! Which backend an error is of, how sure that is, and what told it.

use super::has_any;
use super::reading::{EXISTING, Reading, first};
use super::sections::Family;
use crate::diagnose::Kind;
use crate::diagnose::lock_info::is_uuid;

const LOCAL: [&str; 11] = [
    "the process cannot access the file",
    "another process has locked",
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
impl Reading<'_> {
    /// The backend, how sure (0 to 100), and what told it.
    pub(super) fn backend(&self, lower: &str, kind: Kind) -> (&'static str, u8, Option<String>) {
        let own = self.backend_of_words(lower, kind);
        // Some logs print the cause after the block.
        if own.1 < 85 && self.block.is_some() && !self.after.is_empty() {
            let after = self.backend_of_words(&self.after.to_ascii_lowercase(), kind);
            if after.1 > own.1 {
                return after;
            }
        }
        let is_both = own.0 == "s3-lockfile" && self.whole.deprecated_table && kind == Kind::StateLockHeld;
        if is_both {
            let why = "S3 refused the lock file, and the text warns of dynamodb_table: both are configured";
            return ("s3-both", 90, Some(why.to_owned()));
        }
        if own.0 == "s3" && self.whole.deprecated_table {
            return (
                "s3-dynamodb",
                60,
                Some("the text warns of dynamodb_table, so a table is configured".to_owned()),
            );
        }
        own
    }

    fn backend_of_words(&self, lower: &str, kind: Kind) -> (&'static str, u8, Option<String>) {
        let told = |id: &'static str, confidence: u8, why: &str| (id, confidence, Some(why.to_owned()));
        let lock = self.block.as_ref().map(|block| &block.lock);
        let path = lock.and_then(|lock| lock.path.as_deref()).unwrap_or("");
        let id = lock.and_then(|lock| lock.id.as_deref()).unwrap_or("");
        let info = lock.and_then(|lock| lock.info.as_deref()).unwrap_or("");
        let operation = lock.and_then(|lock| lock.operation.as_deref()).unwrap_or("");
        // The deprecation warning names the argument, not the store that failed.
        let all = lower.replace("dynamodb_table", "");
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
            "insufficient rights to generate a plan",
            "insufficient rights to apply changes",
            "remote workspace terraform version",
        ]) || kind == Kind::WrongLockId && first(&EXISTING, self.words).is_some_and(|id| id.contains('/'))
        {
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
        if kind == Kind::DigestMismatch && has(&["state data in s3", "stored in s3"]) {
            return told("s3-dynamodb", 95, "the digest of an S3 state is kept in DynamoDB");
        }
        if has(&["manually locked workspace"]) {
            return told("remote", 95, "the wording is HCP Terraform's");
        }
        if has(&["someone already has a lock on state file"]) {
            return told("s3-dynamodb", 70, "Terragrunt before 0.12 kept locks of its own in DynamoDB");
        }
        if has(&[
            "querying cloud storage failed",
            "storage.newclient()",
            "google: could not find default credentials",
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
        if has(&[
            "dynamodb",
            "conditionalcheckfailed",
            "the conditional request failed",
            "resourcenotfoundexception: requested resource not found",
        ]) {
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
        if has(&[
            "operation error s3",
            "s3 error:",
            "unable to retrieve file from s3 bucket",
            "s3 lock info",
            "from s3 does not match",
            "failed to unmarshal json data into lockinfo",
        ]) || (has(&["preconditionfailed"]) && has(&["s3", "api error", "pre-conditions you specified"]))
        {
            let is_lock = !matches!(self.family, Family::Other) && has(&["putobject"]);
            if is_lock
                || has(&[
                    ".tflock",
                    "preconditionfailed",
                    "existing lock id",
                    "s3 lock info",
                    "from s3 does not match",
                    "lockinfo",
                ])
            {
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
        if has(&["backends/s3", "backend/s3", "ec2 imds role", "aws account details", "identity from sts"]) {
            return told("s3", 75, "the wording is the AWS SDK's");
        }
        if has(&[
            "azurecli",
            "azure cli",
            "authorizer for resource manager",
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
                "/v1/kv/",
                "/v1/session/",
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
            "tfstatesecretsuffix",
            "labelselector=tfstate",
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
            && let Some(id) = crate::diagnose::plan::backend_id(named)
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
}

//! The backends, one file each. To add one: one new file, one line in each list here.
//!
//! A file holds what is known of one backend in two sections: *Locking* (how its lock errors read,
//! where the lock is, who frees it, how to release it) and *Configuration* (arguments by version,
//! hardening checks, companion files).

pub mod configuration;
pub mod locking;

mod azurerm;
mod consul;
mod cos;
mod digest;
mod gcs;
mod http;
mod kubernetes;
mod local;
mod oci;
mod oss;
mod pg;
mod remote;
mod removed;
mod s3;
mod s3_both;
mod s3_dynamodb;
mod s3_lockfile;
mod told;

use crate::fix::Review;
use configuration::{Argument, Configuration};
use locking::Locking;
pub(crate) use told::told;

/// One backend.
#[derive(Debug)]
pub struct Backend {
    /// Id of the CLI contract: `s3-dynamodb`.
    pub id: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// How it locks.
    pub locking: Locking,
}

/// Every backend, in the order of the matrix.
pub const BACKENDS: &[&Backend] = &[
    &local::BACKEND,
    &s3_dynamodb::BACKEND,
    &s3_lockfile::BACKEND,
    &s3_both::BACKEND,
    &gcs::BACKEND,
    &azurerm::BACKEND,
    &pg::BACKEND,
    &consul::BACKEND,
    &http::BACKEND,
    &kubernetes::BACKEND,
    &oss::BACKEND,
    &cos::BACKEND,
    &oci::BACKEND,
    &remote::BACKEND,
    &removed::BACKEND,
];

/// How each is configured, by the label of its block. Apart from [`BACKENDS`]: who diagnoses needs none of it.
pub const CONFIGURATIONS: &[&Configuration] = &[
    &local::CONFIGURATION,
    &s3::CONFIGURATION,
    &gcs::CONFIGURATION,
    &azurerm::CONFIGURATION,
    &pg::CONFIGURATION,
    &consul::CONFIGURATION,
    &http::CONFIGURATION,
    &kubernetes::CONFIGURATION,
    &oss::CONFIGURATION,
    &cos::CONFIGURATION,
    &oci::CONFIGURATION,
    &remote::CONFIGURATION,
    &removed::CONFIGURATION,
];

/// What reading a block needs to know of an argument.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Argued {
    label: &'static str,
    pub(crate) name: &'static str,
    pub(crate) is_required: bool,
}

const COUNT: usize = {
    let (mut count, mut one) = (0, 0);
    while one < CONFIGURATIONS.len() {
        count += CONFIGURATIONS[one].arguments.len();
        one += 1;
    }
    count
};

/// Every argument of every backend. Made when this is compiled, so that a program that only reads blocks holds nothing
/// else of their configuration.
static NAMES: [Argued; COUNT] = {
    let mut out = [Argued { label: "", name: "", is_required: false }; COUNT];
    let (mut at, mut one) = (0, 0);
    while one < CONFIGURATIONS.len() {
        let known = CONFIGURATIONS[one];
        let mut argument = 0;
        while argument < known.arguments.len() {
            let Argument { name, is_required, .. } = known.arguments[argument];
            out[at] = Argued { label: known.label, name, is_required };
            at += 1;
            argument += 1;
        }
        one += 1;
    }
    out
};

/// The names of the arguments of the block with this label; none where no backend has it.
pub(crate) fn names(label: &str) -> Option<Vec<Argued>> {
    let label = settled(label);
    let names: Vec<Argued> = NAMES.iter().filter(|one| one.label == label).copied().collect();
    (!names.is_empty()).then_some(names)
}

/// The backend with this contract id; the removed ones share a file.
pub fn by_id(id: &str) -> Option<&'static Backend> {
    let id = match id {
        "s3" => "s3-lockfile",
        "etcdv3" | "swift" | "manta" => "removed",
        id => id,
    };
    BACKENDS.iter().copied().find(|backend| backend.id == id)
}

/// Every physical place of lock and state that a configuration alone tells, for one workspace.
pub fn locations(settings: &Settings, workspace: &str) -> Vec<crate::diagnose::Location> {
    let Some(id) = crate::diagnose::plan::backend_of(settings) else { return Vec::new() };
    let Some(backend) = by_id(id) else { return Vec::new() };
    let place = locking::Place {
        id: None,
        path: "",
        workspace: Some(workspace),
        settings: Some(settings),
        details: &[],
    };
    // An S3 block without a lock has no place of a lock.
    let is_unlocked = id == "s3";
    let mut out = (backend.locking.locations)(&place);
    out.retain(|one| !is_unlocked || one.label.starts_with("State"));
    out
}

/// The configuration of the block with this label.
pub(crate) fn configuration(label: &str) -> Option<&'static Configuration> {
    let label = settled(label);
    CONFIGURATIONS.iter().copied().find(|one| one.label == label)
}

/// The label that a block's label stands for.
fn settled(label: &str) -> &str {
    match label {
        "azure" => "azurerm",
        "cloud" => "remote",
        "artifactory" | "etcd" | "etcdv3" | "manta" | "swift" | "atlas" => "removed",
        label => label,
    }
}

/// Says what else there is to say about a block that is configured so; names and types of arguments are checked for every
/// backend. Not a part of [`Configuration`]: who only reads blocks needs none of it.
pub(crate) fn check(configuration: &Configuration, review: &mut Review<'_>) {
    match configuration.label {
        "local" => local::configured(review),
        "s3" => s3::configured(review),
        "gcs" => gcs::configured(review),
        "azurerm" => azurerm::configured(review),
        "pg" => pg::configured(review),
        "consul" => consul::configured(review),
        "http" => http::configured(review),
        "kubernetes" => kubernetes::configured(review),
        "oss" => oss::configured(review),
        "cos" => cos::configured(review),
        "oci" => oci::configured(review),
        "remote" => remote::configured(review),
        _ => removed::configured(review),
    }
}

/// Keys that Terragrunt takes in `config` for itself and strips before init.
pub(crate) fn terragrunt_keys(label: &str) -> &'static [&'static str] {
    match label {
        "s3" => &[
            "s3_bucket_tags",
            "dynamodb_table_tags",
            "accesslogging_bucket_tags",
            "skip_bucket_versioning",
            "skip_bucket_ssencryption",
            "skip_bucket_accesslogging",
            "skip_bucket_root_access",
            "skip_bucket_enforced_tls",
            "skip_bucket_public_access_blocking",
            "disable_bucket_update",
            "enable_lock_table_ssencryption",
            "disable_aws_client_checksums",
            "accesslogging_bucket_name",
            "accesslogging_target_object_partition_date_source",
            "accesslogging_target_prefix",
            "skip_accesslogging_bucket_acl",
            "skip_accesslogging_bucket_enforced_tls",
            "skip_accesslogging_bucket_public_access_blocking",
            "skip_accesslogging_bucket_ssencryption",
            "bucket_sse_algorithm",
            "bucket_sse_kms_key_id",
            "lock_table",
        ],
        "gcs" => &[
            "project",
            "location",
            "gcs_bucket_labels",
            "skip_bucket_versioning",
            "skip_bucket_creation",
            "enable_bucket_policy_only",
        ],
        "azurerm" => &[
            "location",
            "account_tier",
            "account_replication_type",
            "account_kind",
            "access_tier",
            "tags",
            "skip_resource_group_creation",
            "skip_storage_account_creation",
            "skip_container_creation",
            "skip_versioning",
            "enable_soft_delete",
            "soft_delete_retention_days",
            "allow_blob_public_access",
            "msi_resource_id",
        ],
        _ => &[],
    }
}

/// The DynamoDB table of a place, where S3 locks with one.
pub(crate) fn lock_table<'a>(place: &'a locking::Place<'_>) -> Option<&'a str> {
    s3_dynamodb::table(place)
}

/// The quoted key of the DynamoDB item that holds the state's digest.
pub(crate) fn digest_item(place: &locking::Place<'_>) -> Option<String> {
    s3_dynamodb::item_key(place, "-md5")
}

/// Ends an Azure lease whose id nobody knows.
pub(crate) fn break_lease(place: &locking::Place<'_>) -> Option<crate::diagnose::Fallback> {
    azurerm::break_lease(place)
}

/// A backend configuration that stands in the paste, as plain strings. Raw text.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The label as the user writes it: `s3`, `azurerm`, `cloud`.
    pub backend: String,
    /// Arguments with literal values; nested ones as `assume_role.role_arn`.
    pub values: Vec<(String, String)>,
    /// Arguments that are there but not literal (`var.x`, a template).
    pub expressions: Vec<String>,
}

impl Settings {
    /// The literal value of an argument.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Names only: a value may be a credential.
impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> = self.values.iter().map(|(name, _)| name.as_str()).collect();
        write!(f, "Settings({} {names:?} {:?})", self.backend, self.expressions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_are_the_arguments_that_are_judged() {
        for known in CONFIGURATIONS {
            let names = names(known.label).unwrap_or_default();
            assert!(!names.is_empty(), "{}: a backend without arguments would not be known", known.label);
            let judged = known.arguments.iter().map(|one| (one.name, one.is_required));
            assert!(names.iter().map(|one| (one.name, one.is_required)).eq(judged), "{}", known.label);
        }
        assert!(names("azure").is_some() && names("etcd").is_some() && names("web").is_none());
    }
}

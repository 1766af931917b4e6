//! Removed backends.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// Removed backends.
pub(super) const BACKEND: Backend =
    Backend { id: "removed", name: "Removed backends", locking: LOCKING, configuration: CONFIGURATION };

// ---------------------------------------------------------------------------------------- Locking

use super::locking::Place;
use crate::diagnose::{Check, Fallback, Location};

const LOCKING: Locking = Locking {
    frees_itself: false,
    when_holder_dies: "etcdv3 and swift locks expire by themselves; manta's stay.",
    place: "etcd (v2) and artifactory never locked. etcdv3: a mutex on the key. swift: the object <state>.lock. manta: the object <path>/tflock.",
    id: "a UUID",
    refuses: None,
    caution: Some(
        "These backends left Terraform with v1.3: stay on v1.2 until the state is moved, then `terraform init -migrate-state` to a backend that is kept.",
    ),
    inspect,
    release,
    locations,
    held_text: "context deadline exceeded",
    source: "Terraform v1.2.9 internal/backend/remote-state; removed in v1.3.0",
};

fn inspect(place: &Place<'_>) -> Option<Check> {
    _ = place;
    None
}

fn release(place: &Place<'_>) -> Vec<Fallback> {
    _ = place;
    Vec::new()
}

fn locations(place: &Place<'_>) -> Vec<Location> {
    _ = place;
    Vec::new()
}

// ---------------------------------------------------------------------------------- Configuration

pub(super) const CONFIGURATION: Configuration = Configuration { label: "removed", arguments: ARGUMENTS };

const ARGUMENTS: &[Argument] = &[
    Argument::plain("username"),
    Argument::secret("password", "ETCDV3_PASSWORD"),
    Argument::secret("token", "OS_AUTH_TOKEN"),
    Argument::secret("application_credential_secret", "OS_APPLICATION_CREDENTIAL_SECRET"),
    Argument::secret("key_material", "SDC_KEY_MATERIAL"),
];

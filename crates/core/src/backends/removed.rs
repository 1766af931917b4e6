//! Removed backends.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// Removed backends.
pub(super) const BACKEND: Backend = Backend { id: "removed", name: "Removed backends", locking: LOCKING };

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

use crate::fix::{Review, Severity};

pub(super) const CONFIGURATION: Configuration = Configuration {
    label: "removed",
    arguments: ARGUMENTS,
    blocks: &[],
    source: "Terraform v1.2.9 internal/backend/remote-state; removed in v1.3.0",
};

const ARGUMENTS: &[Argument] = &[
    Argument::plain("username"),
    Argument::secret("password", "ETCDV3_PASSWORD"),
    Argument::secret("token", "OS_AUTH_TOKEN"),
    Argument::secret("auth_token", "OS_AUTH_TOKEN"),
    Argument::secret("access_token", "ATLAS_TOKEN"),
    Argument::secret("application_credential_secret", "OS_APPLICATION_CREDENTIAL_SECRET"),
    Argument::secret("key_material", "SDC_KEY_MATERIAL"),
];

pub(super) fn configured(review: &mut Review<'_>) {
    let label = review.label();
    if label == "azure" {
        return;
    }
    if !(review.known().is_before(1, 3) && label != "atlas") {
        let locked = if matches!(label, "etcd" | "artifactory") { " It never locked." } else { "" };
        review.tell(
            "removed-backend",
            Severity::Critical,
            None,
            format!("The backend \"{label}\" is not supported since Terraform 1.3, nor by any OpenTofu; init stops.{locked}"),
            "With Terraform 1.2.9: terraform init on the old backend, then write the new block and run terraform init -migrate-state. Or terraform state pull > s.tfstate with 1.2.9, and terraform state push s.tfstate with the new block.",
        );
    }
    if matches!(label, "etcd" | "artifactory") && !review.is_empty() {
        review.tell(
            "no-locking",
            Severity::High,
            None,
            "This backend has no lock: two runs can write the state at once.",
            "Move to a backend that locks; until then let only one place run Terraform.",
        );
    }
    if label == "manta" && review.has("objectName") {
        review.tell(
            "unknown-attribute:objectName",
            Severity::High,
            Some("objectName"),
            "manta has no argument objectName; init stops with \"Unsupported argument\".",
            "Did you mean object_name?",
        );
    }
    for name in ["url", "endpoints", "endpoint", "auth_url", "address"] {
        for url in review.texts(name) {
            review.plain_http(name, url);
        }
    }
    for name in ["insecure", "insecure_skip_tls_verify"] {
        review.not_checked(name);
    }
}

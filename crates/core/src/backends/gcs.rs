//! Google Cloud Storage.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// Google Cloud Storage.
pub(super) const BACKEND: Backend = Backend { id: "gcs", name: "Google Cloud Storage", locking: LOCKING };

// ---------------------------------------------------------------------------------------- Locking

use super::locking::{Place, check, clean, fallback, location};
use crate::diagnose::{Check, Fallback, Location, quote};

const LOCKING: Locking = Locking {
    frees_itself: false,
    when_holder_dies: "Nothing frees this lock by itself: it stays when its holder is killed, so a lock alone proves neither life nor death.",
    place: "An object beside the state, <prefix>/<workspace>.tflock.",
    id: "the lock object's generation, a number; the UUID inside the object is not it",
    refuses: None,
    caution: Some(
        "force-unlock is atomic here: it deletes only the object with this generation. It needs the state object to exist.",
    ),
    inspect,
    release,
    locations,
    held_text: "writing \"gs://acme-tfstate/prod/default.tflock\" failed:\ngoogleapi: Error 412: At least one of the pre-conditions you specified did\nnot hold., conditionNotMet",
    source: "Terraform internal/backend/remote-state/gcs/client.go v1.15.9",
};

fn object(place: &Place<'_>) -> Option<String> {
    if place.path.starts_with("gs://") {
        return Some(place.path.to_owned());
    }
    let name = format!("{}.tflock", place.workspace_or_default());
    let object = clean(&[place.setting("prefix").unwrap_or("").trim_start_matches('/'), &name]);
    Some(format!("gs://{}/{object}", place.setting("bucket")?))
}

fn inspect(place: &Place<'_>) -> Option<Check> {
    let object = quote::sh(&object(place)?)?;
    Some(check(
        "See the lock object's generation and contents as they are now",
        Some(format!(
            "gcloud storage objects describe {object} --format='value(generation)' && gcloud storage cat {object}"
        )),
    ))
}

fn release(place: &Place<'_>) -> Vec<Fallback> {
    let command = || {
        let generation =
            place.id.filter(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()))?;
        Some(format!("gcloud storage rm {} --if-generation-match={generation}", quote::sh(&object(place)?)?))
    };
    vec![fallback(
        "Delete the lock object by gcloud, only in this generation",
        command(),
        "The object is deleted only while its generation is this lock's id; 412 means that somebody else holds it: stop.",
    )]
}

fn locations(place: &Place<'_>) -> Vec<Location> {
    let Some(object) = object(place) else { return Vec::new() };
    let state = object.strip_suffix(".tflock").map(|stem| format!("{stem}.tfstate"));
    let mut out = vec![location("Lock object", object)];
    out.extend(state.map(|state| location("State object", state)));
    out
}

// ---------------------------------------------------------------------------------- Configuration

use crate::fix::{Review, Severity};

pub(super) const CONFIGURATION: Configuration = Configuration {
    label: "gcs",
    arguments: ARGUMENTS,
    blocks: &[],
    source: "Terraform internal/backend/remote-state/gcs/backend.go v1.15.9",
};

const ARGUMENTS: &[Argument] = &[
    Argument::required("bucket"),
    Argument::plain("prefix"),
    Argument::secret("credentials", "GOOGLE_BACKEND_CREDENTIALS"),
    Argument::secret("access_token", "GOOGLE_OAUTH_ACCESS_TOKEN").since(0, 12),
    Argument::plain("impersonate_service_account").since(0, 14),
    Argument::list("impersonate_service_account_delegates").since(0, 14),
    Argument::secret("encryption_key", "GOOGLE_ENCRYPTION_KEY"),
    Argument::plain("kms_encryption_key").terraform_since(1, 4),
    Argument::plain("storage_custom_endpoint").terraform_since(1, 4),
    Argument::plain("universe_domain").only_tofu(1, 11),
    Argument::plain("path").removed(0, 15).now("prefix, which wants the state moved: the path differs"),
    Argument::plain("project").removed(0, 15),
    Argument::plain("region").removed(0, 15),
];

pub(super) fn configured(review: &mut Review<'_>) {
    // Neither says where the state is; without them the block is what current versions read.
    for name in ["project", "region"] {
        let is_terragrunt_own = review.is_terragrunt() && name == "project";
        if review.has(name) && !is_terragrunt_own && !review.known().is_before(0, 15) {
            review.delete(name);
        }
    }
    if review.is_set("encryption_key") {
        review.tell(
            "customer-key",
            Severity::Medium,
            Some("encryption_key"),
            "A customer-supplied key: whoever loses it loses the state, and every machine that runs Terraform holds it.",
            "Prefer kms_encryption_key. Changing it needs the state written anew: pull it with the old key, push it with the new one.",
        );
    }
    review.conflict("encryption_key", "kms_encryption_key");
    if let Some(url) = review.text("storage_custom_endpoint") {
        review.plain_http("storage_custom_endpoint", url);
    }
}

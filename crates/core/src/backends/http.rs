//! HTTP.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// HTTP.
pub(super) const BACKEND: Backend = Backend { id: "http", name: "HTTP", locking: LOCKING };

// ---------------------------------------------------------------------------------------- Locking

use super::locking::{Place, check, fallback, location};
use crate::diagnose::{Check, Fallback, Location, quote};

const LOCKING: Locking = Locking {
    frees_itself: false,
    when_holder_dies: "The server decides when a lock ends; most keep it until it is released.",
    place: "Wherever the server keeps it.",
    id: "the holder's id, which stands in \"already locked: ID=...\"; the printed block may be this command's own attempt",
    refuses: None,
    caution: Some(
        "Terraform sends an UNLOCK request with an empty body and does not compare the id: the server alone decides, and may release whatever lock is there. OpenTofu 1.10 and later send the id.",
    ),
    inspect,
    release,
    locations,
    held_text: "HTTP remote state already locked:\nID=857eaccc-208f-3387-3cc3-61984ad8289c",
    source: "Terraform internal/backend/remote-state/http/client.go v1.15.9",
};

fn inspect(place: &Place<'_>) -> Option<Check> {
    _ = place;
    Some(check(
        "See in the server's own view (in GitLab: Operate, Terraform states) that this lock is still held, and by whom",
        None,
    ))
}

/// GitLab's state API takes the lock's id as a parameter; other servers have their own ways.
fn release(place: &Place<'_>) -> Vec<Fallback> {
    let address = place
        .setting("unlock_address")
        .or_else(|| place.setting("lock_address"))
        .filter(|url| url.contains("/terraform/state/"));
    let command = || {
        let url = format!(
            "{}?ID={}",
            address?,
            place.id.filter(|id| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))?
        );
        Some(format!(
            "curl --fail --request DELETE --header \"PRIVATE-TOKEN: $GITLAB_TOKEN\" {}",
            quote::sh(&url)?
        ))
    };
    vec![fallback(
        if address.is_some() {
            "Release by GitLab's API under this id"
        } else {
            "Release in the server's own interface"
        },
        command(),
        "Release it only if the server still shows this id as the holder's.",
    )]
}

fn locations(place: &Place<'_>) -> Vec<Location> {
    ["address", "lock_address", "unlock_address"]
        .iter()
        .filter_map(|name| place.setting(name).map(|value| location(name, value)))
        .collect()
}

// ---------------------------------------------------------------------------------- Configuration

use crate::fix::{Review, Severity};

pub(super) const CONFIGURATION: Configuration = Configuration {
    label: "http",
    arguments: ARGUMENTS,
    blocks: &[],
    source: "Terraform internal/backend/remote-state/http/backend.go v1.15.9",
};

const ARGUMENTS: &[Argument] = &[
    Argument::required("address"),
    Argument::plain("lock_address"),
    Argument::plain("unlock_address"),
    Argument::plain("update_method"),
    Argument::plain("lock_method"),
    Argument::plain("unlock_method"),
    Argument::plain("username"),
    Argument::secret("password", "TF_HTTP_PASSWORD"),
    Argument::flag("skip_cert_verification"),
    Argument::number("retry_max"),
    Argument::number("retry_wait_min"),
    Argument::number("retry_wait_max"),
    Argument::plain("client_ca_certificate_pem").terraform_since(1, 4),
    Argument::plain("client_certificate_pem").terraform_since(1, 4),
    Argument::secret("client_private_key_pem", "TF_HTTP_CLIENT_PRIVATE_KEY_PEM").terraform_since(1, 4),
    Argument::object("headers").only_tofu(1, 7),
];

pub(super) fn configured(review: &mut Review<'_>) {
    if review.is_set("address") && !review.is_set("lock_address") && !review.is_partial_file() {
        let gitlab = review.text("address").filter(|url| url.contains("/terraform/state/"));
        let fix = match gitlab {
            Some(url) if !url.contains("://") || url.contains('@') => GITLAB.to_owned(),
            Some(url) => format!("GitLab locks at the state's address with /lock: lock_address = unlock_address = \"{}/lock\", lock_method = \"POST\", unlock_method = \"DELETE\".", url.trim_end_matches('/')),
            None => "Set lock_address and unlock_address, if the server has them (and lock_method, unlock_method, if it wants others than LOCK and UNLOCK); else serialise the runs in CI, one at a time for this state.".to_owned(),
        };
        review.tell(
            "no-locking",
            Severity::High,
            None,
            "Without lock_address nothing is locked, and nothing says so: two runs can write the state at once.",
            fix,
        );
    }
    for name in ["address", "lock_address", "unlock_address"] {
        let Some(url) = review.text(name) else { continue };
        let is_lock_only = name != "address"
            && url.starts_with("http://")
            && review.text("address").is_some_and(|address| address.starts_with("https://"));
        if is_lock_only {
            review.tell(
                "plain-http-lock",
                Severity::High,
                Some(name),
                format!(
                    "address is https, but {name} is plain http: the credentials go over it all the same."
                ),
                "Use https for it too.",
            );
        }
        review.plain_http(name, url);
        review.userinfo(name, "TF_HTTP_USERNAME and TF_HTTP_PASSWORD");
    }
    review.not_checked("skip_cert_verification");
}

const GITLAB: &str = "GitLab locks at the state's address with /lock: set lock_address and unlock_address to it, lock_method = \"POST\", unlock_method = \"DELETE\".";

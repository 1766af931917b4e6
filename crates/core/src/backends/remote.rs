//! HCP Terraform.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// HCP Terraform.
pub(super) const BACKEND: Backend = Backend { id: "remote", name: "HCP Terraform", locking: LOCKING };

// ---------------------------------------------------------------------------------------- Locking

use super::locking::{Place, check, fallback, location};
use crate::diagnose::{Check, Fallback, Location};

const LOCKING: Locking = Locking {
    frees_itself: false,
    when_holder_dies: "The workspace stays locked until it is released. After a failed upload of the state it is kept locked on purpose, so that nobody applies on old state.",
    place: "The workspace in HCP Terraform or Terraform Enterprise.",
    id: "organisation/workspace, which stands in the parentheses; the printed block is this command's own attempt",
    refuses: None,
    caution: Some(
        "This needs admin permission on the workspace. If the lock was left by a failed upload, push errored.tfstate first.",
    ),
    inspect,
    release,
    locations,
    held_text: "workspace already locked (lock ID:\n\"acme/prod\")",
    source: "Terraform internal/cloud/state.go and internal/backend/remote/backend_state.go v1.15.9",
};

fn inspect(place: &Place<'_>) -> Option<Check> {
    let id = place.id?;
    let (organisation, workspace) = id.split_once('/')?;
    let host = place.setting("hostname").unwrap_or("app.terraform.io");
    let plain = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    if !(plain(organisation) && plain(workspace) && plain(host)) {
        return None;
    }
    Some(check(
        format!(
            "See who locked the workspace, and whether a run is going on: https://{host}/app/{organisation}/workspaces/{workspace}"
        ),
        None,
    ))
}

fn release(place: &Place<'_>) -> Vec<Fallback> {
    _ = place;
    vec![fallback(
        "Unlock in the workspace's Locking settings",
        None,
        "Only if the lock shown there is the one you looked at, and no run is going on.",
    )]
}

fn locations(place: &Place<'_>) -> Vec<Location> {
    let named = || {
        let organisation = place.setting("organization")?;
        let workspace = match place.setting("workspaces.prefix") {
            Some(prefix) => format!("{prefix}{}", place.workspace.filter(|name| *name != "default")?),
            None => place
                .setting("workspaces.name")
                .or(place.workspace.filter(|name| *name != "default"))?
                .to_owned(),
        };
        Some(format!("{organisation}/{workspace}"))
    };
    let id = place.id.map(str::to_owned).or_else(named);
    id.map(|id| location("Workspace (its lock id)", id)).into_iter().collect()
}

// ---------------------------------------------------------------------------------- Configuration

use crate::fix::Review;

pub(super) const CONFIGURATION: Configuration = Configuration {
    label: "remote",
    arguments: ARGUMENTS,
    blocks: &["workspaces"],
    source: "Terraform internal/backend/remote/backend.go and internal/cloud/backend.go v1.15.9",
};

const ARGUMENTS: &[Argument] = &[
    Argument::required("organization"),
    Argument::required("workspaces"),
    Argument::plain("hostname"),
    Argument::secret("token", "TF_TOKEN_app_terraform_io"),
];

/// Credentials and names say all there is.
pub(super) fn configured(review: &mut Review<'_>) {
    _ = review;
}

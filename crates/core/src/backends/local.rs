//! Local file.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// Local file.
pub(super) const BACKEND: Backend = Backend { id: "local", name: "Local file", locking: LOCKING };

// ---------------------------------------------------------------------------------------- Locking

use super::locking::{Place, check, fallback, location};
use crate::diagnose::{Check, Fallback, Location, quote};

const LOCKING: Locking = Locking {
    frees_itself: true,
    when_holder_dies: "The kernel frees this lock when its process ends, so a held lock means a process that still runs (or a file server that believes so).",
    place: "An operating-system lock on the state file itself. The .lock.info file beside it is a note that locks nothing.",
    id: "none that can be used",
    refuses: Some(
        "The local backend refuses to unlock another process's lock: it ends with that process. Find the process and let it finish, or end it. Deleting the .lock.info file changes nothing.",
    ),
    caution: None,
    inspect,
    release,
    locations,
    held_text: "resource temporarily unavailable",
    source: "Terraform internal/states/statemgr/filesystem.go v1.15.9",
};

fn file(place: &Place<'_>) -> String {
    if !place.path.is_empty() {
        return place.path.to_owned();
    }
    match place.workspace.filter(|name| *name != "default") {
        Some(name) => {
            let folder =
                place.setting("workspace_dir").unwrap_or("terraform.tfstate.d").trim_end_matches('/');
            format!("{folder}/{name}/terraform.tfstate")
        }
        None => place.setting("path").unwrap_or("terraform.tfstate").to_owned(),
    }
}

fn inspect(place: &Place<'_>) -> Option<Check> {
    let file = quote::sh(&file(place))?;
    Some(check(
        "Find the process that has the state file open, on the machine where it is",
        Some(format!("lsof -- {file} || fuser -v -- {file}")),
    ))
}

fn release(place: &Place<'_>) -> Vec<Fallback> {
    _ = place;
    vec![fallback(
        "Let that process finish, or press Ctrl-C once in its terminal and wait: it then releases the lock itself",
        None,
        "Only the process that you saw holding this file.",
    )]
}

fn locations(place: &Place<'_>) -> Vec<Location> {
    let file = file(place);
    let (folder, name) = file
        .rsplit_once('/')
        .map_or((String::new(), file.as_str()), |(folder, name)| (format!("{folder}/"), name));
    vec![
        location("State file (the lock is on it)", file.as_str()),
        location("Lock info file", format!("{folder}.{}.lock.info", name.trim_start_matches('.'))),
    ]
}

// ---------------------------------------------------------------------------------- Configuration

use crate::fix::{Review, Severity};

pub(super) const CONFIGURATION: Configuration = Configuration {
    label: "local",
    arguments: ARGUMENTS,
    blocks: &[],
    source: "Terraform internal/backend/local v1.15.9",
};

const ARGUMENTS: &[Argument] = &[Argument::plain("path"), Argument::plain("workspace_dir")];

pub(super) fn configured(review: &mut Review<'_>) {
    if review.is_partial_file() {
        return;
    }
    review.tell(
        "local-state",
        Severity::Medium,
        None,
        "The state is a file on one machine: no lock that another machine sees, no versions, and every secret in clear text on disk.",
        "Choose a remote backend, write its block in place of this one, and move the state with terraform init -migrate-state. Until then keep the file out of version control.",
    );
}

//! Companion files: the resources behind the state, one file per backend.
//!
//! They hold the user's own names where the paste has them, and variables where it has not. Names are quoted where
//! they stand, in the generated head of each file; the rest is a template, a real file in the backend's folder.

mod azurerm;
mod consul;
mod cos;
mod gcs;
pub(super) mod hcl;
mod http;
mod kubernetes;
mod local;
mod oci;
mod oss;
mod pg;
mod remote;
mod s3;
pub(super) mod store;
pub(super) mod template;

use super::Companion;
pub(super) use s3::{is_compatible_store, kms_key, needs_table, region};
use store::Store;

/// More places than this in one paste are a list of places, not a configuration.
pub(super) const MOST: usize = 12;

/// The companion files of every place in the paste. Raw text.
pub(super) fn companions(stores: &[Store]) -> Vec<Companion> {
    let sets: Vec<(&Store, Vec<Companion>)> = stores
        .iter()
        .take(MOST)
        .map(|store| (store, files(store)))
        .filter(|(_, files)| !files.is_empty())
        .collect();
    let several = sets.len() > 1;
    let mut out: Vec<Companion> = Vec::new();
    let mut folders: Vec<String> = Vec::new();
    for (store, files) in sets {
        // One set needs no folder, unless its Terragrunt file would stand beside the user's own.
        let mut folder = String::new();
        if several {
            folder = format!("state-backend-{}", store::slug(name(store)));
            let stem = folder.clone();
            let mut count = 1;
            while folders.contains(&folder) {
                count += 1;
                folder = format!("{stem}-{count}");
            }
            folders.push(folder.clone());
        } else if store.is_terragrunt {
            "state-backend".clone_into(&mut folder);
        }
        out.extend(files.into_iter().map(|file| Companion {
            path: if folder.is_empty() { file.path } else { format!("{folder}/{}", file.path) },
            ..file
        }));
    }
    out
}

/// What a person would call the place. Never a credential: of an address only the host, since a path may hold a token.
pub(super) fn name(store: &Store) -> &str {
    let named = ["bucket", "storage_account_name", "schema_name", "path", "secret_suffix", "organization"];
    let address = || {
        let address = store.get("address")?;
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        let rest = rest.split(['/', '?', '#']).next()?;
        Some(rest.rsplit_once('@').map_or(rest, |(_, host)| host))
    };
    store.any(&named).or_else(address).unwrap_or(&store.backend)
}

fn files(store: &Store) -> Vec<Companion> {
    match store.backend.as_str() {
        "azurerm" => azurerm::files(store),
        "consul" => consul::files(store),
        "cos" => cos::files(store),
        "gcs" => gcs::files(store),
        "http" => http::files(store),
        "kubernetes" => kubernetes::files(store),
        "local" => local::files(store),
        "oci" => oci::files(store),
        "oss" => oss::files(store),
        "pg" => pg::files(store),
        "remote" | "cloud" => remote::files(store),
        "s3" => s3::files(store),
        _ => Vec::new(),
    }
}

/// One file of a set.
struct Part {
    name: &'static str,
    text: String,
    purpose: &'static str,
}

/// A set: its files, how to adopt what is there already (HCL addresses with ids), and the unit's file for Terragrunt.
fn set(store: &Store, parts: Vec<Part>, adopt: &[(&str, String)]) -> Vec<Companion> {
    let file = |path: &str, text: String, purpose: &str| Companion {
        path: path.to_owned(),
        text,
        purpose: purpose.to_owned(),
    };
    let is_hcl = parts.iter().any(|part| part.name.ends_with(".tf"));
    let wanted = parts
        .iter()
        .flat_map(|part| hcl::wanted(&part.text))
        .fold(String::new(), |out, (name, description)| out + "  # " + name + ": " + description + "\n");
    let mut out: Vec<Companion> =
        parts.into_iter().map(|part| file(part.name, part.text, part.purpose)).collect();
    if !adopt.is_empty() {
        if store.known.is_before(1, 5) {
            // Import blocks came with 1.5; a name that a shell cannot take gives no command.
            let commands: Option<String> = adopt
                .iter()
                .map(|(to, id)| {
                    let (to, id) = (crate::diagnose::quote::sh(to)?, crate::diagnose::quote::sh(id)?);
                    Some(format!("terraform import {to} {id}\n"))
                })
                .collect();
            if let Some(commands) = commands {
                out.push(file(
                    "state-backend-import.sh",
                    format!("{IMPORT_COMMANDS}{commands}"),
                    "Adopts what exists already instead of creating it.",
                ));
            }
        } else {
            let pairs: Vec<(&str, String)> = adopt.iter().map(|(to, id)| (*to, hcl::quote(id))).collect();
            out.push(file(
                "state-backend-import.tf",
                IMPORT_BLOCKS.to_owned() + &hcl::imports(&pairs),
                "Adopts what exists already instead of creating it; to be deleted after the first apply.",
            ));
        }
    }
    if store.is_terragrunt && is_hcl {
        out.push(file(
            "terragrunt.hcl",
            TERRAGRUNT.replace("  #:wanted\n", &wanted),
            "The unit for these files: without include, so that its state stays out of the bucket it manages.",
        ));
    }
    out
}

const IMPORT_BLOCKS: &str = "\
# What exists already is adopted, not created. Delete a block whose resource is new, or the plan stops with \"Cannot
# import non-existent remote object\"; delete the file after the first apply. Needs Terraform or OpenTofu 1.5.
# Settings that are parts of these (versioning, encryption, policy ...) need no import: the apply writes them.
";

const IMPORT_COMMANDS: &str = "\
#!/usr/bin/env bash
# What exists already is adopted, not created. Leave out a line whose resource is new. Run once, after terraform init.
set -euo pipefail
";

const TERRAGRUNT: &str = "\
# The unit that manages the state's own resources. It has no include and no remote_state: its state must not live in
# the bucket that it manages. As it stands that is a local file; keep it out of version control, or name another bucket.
#
# Terragrunt itself creates and updates the bucket of a remote_state. Once this unit manages it, set
# disable_bucket_update = true in that remote_state's config, so that the two do not undo each other.

# The variables of the .tf files beside this that have no default.
inputs = {
  #:wanted
}
";

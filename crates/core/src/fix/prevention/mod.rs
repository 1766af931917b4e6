//! Prevention kit: what keeps a lock from being left, bypassed or overlooked. One file per item.
//!
//! Every item is offered once per paste; the watchdog once per place. It uses the user's names where a name is wanted,
//! as a slug (`a-z0-9-`) wherever the file's language could read a name as code.

mod github;
mod gitlab;
mod lock_bypass;
mod scanners;
mod watchdog;
mod wrapper;

use super::Companion;
use super::companions::name;
use super::companions::store::{Store, Word, slug};

/// The kit for the places of the paste. Raw text.
pub(super) fn prevention(stores: &[Store]) -> Vec<Companion> {
    let Some(first) = stores.first() else { return Vec::new() };
    let mut out = vec![wrapper::file_of(first)];
    out.push(github::file_of(first, &groups(stores)));
    out.push(gitlab::file_of(first, &groups(stores)));
    out.extend(lock_bypass::files());
    out.extend(scanners::files(stores));
    out.extend(watchdog::files(stores));
    out
}

fn file(path: impl Into<String>, text: String, purpose: &str) -> Companion {
    Companion { path: path.into(), text, purpose: purpose.to_owned() }
}

/// The program that a person would type.
fn program(store: &Store) -> &'static str {
    if store.is_terragrunt {
        "terragrunt"
    } else if store.known.tofu {
        "tofu"
    } else {
        "terraform"
    }
}

/// The name of each state of the paste, for groups that let one run at a time: `tfstate-acme-prod-network`.
fn groups(stores: &[Store]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for store in stores {
        for block in &store.blocks {
            let within = ["key", "prefix", "schema_name", "secret_suffix", "workspaces.name"]
                .iter()
                .find_map(|argument| {
                    block.iter().find(|(name, _)| name == argument).and_then(|(_, word)| match word {
                        Word::Text(text) => {
                            Some(text.trim_end_matches(".tfstate").trim_end_matches("terraform"))
                        }
                        _ => None,
                    })
                });
            let group =
                format!("tfstate-{}", slug(&format!("{}-{}", name(store), within.unwrap_or_default())));
            if !out.contains(&group) && out.len() < 20 {
                out.push(group);
            }
        }
    }
    out
}

/// A comment that names the groups of further states; empty where there is one state.
fn further(groups: &[String]) -> String {
    groups.iter().skip(1).fold(String::new(), |out, group| {
        out + "# Another state of the paste: its own copy of these jobs, with the group " + group + "\n"
    })
}

/// A template with one generated part in place of each `#:name` line; a part that is empty takes the line with it.
fn fill(template: &str, parts: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len());
    for line in template.lines() {
        let part = line
            .trim_start()
            .strip_prefix("#:")
            .and_then(|word| parts.iter().find(|(name, _)| *name == word));
        if let Some((_, text)) = part {
            out.push_str(text);
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

//! Names of arguments: unknown, removed, deprecated, of another version.

use super::{INIT, Review};
use crate::backends::{self, configuration::Release};
use crate::fix::Severity;
use crate::fix::placeholder::placeholder;
use crate::fix::read::{Argument, Style, Value};
use crate::fix::version::{Known, Standing};

impl Review<'_> {
    // ---------------------------------------------------------------------------------------- Names

    /// Unknown, removed, deprecated and missing names.
    pub(super) fn names(&mut self, constraint: Known) {
        let label = self.label().to_owned();
        if self.configuration.label == "removed" {
            return;
        }
        let mut seen: Vec<&str> = Vec::new();
        let mut newest: Option<(Release, &str)> = None;
        for argument in &self.block.arguments {
            let name = argument.name.as_str();
            if self.block.style == Style::Json && seen.contains(&name) {
                self.tell_from(
                    format!("duplicate-attribute:{name}"),
                    Severity::Medium,
                    Some(name),
                    format!("{name} is set twice in one object; JSON readers take the last one silently."),
                    "Keep one of them.",
                    "RFC 8259, section 4",
                );
            }
            seen.push(name);
            if placeholder(name).is_some() {
                continue;
            }
            if self.is_terragrunt() && backends::terragrunt_keys(&label).contains(&name) {
                continue;
            }
            let Some(own) = self.configuration.arguments.iter().find(|one| one.name == name) else {
                self.unknown(name);
                continue;
            };
            let since = if self.known.tofu { own.tofu.since } else { own.terraform.since };
            match self.known.judge(&own.terraform, &own.tofu) {
                Standing::Fine => {}
                Standing::Missing => self.unsupported(name, since),
                Standing::Deprecated { surely } => self.deprecated(name, own.successor, surely),
                Standing::Removed { surely } => self.removed(name, own.successor, surely),
            }
            if let Some(since) = since
                && newest.is_none_or(|(newest, _)| newest < since)
                && self.is_set(name)
                && !self.is(name, false)
            {
                newest = Some((since, name));
            }
        }
        // An open lower bound admits versions that do not know the argument.
        if let Some(((major, minor), name)) = newest
            && constraint.is_constrained
            && constraint.least.is_some_and(|least| least < (major, minor))
            && !constraint.is_before(major, minor)
        {
            self.tell_from(
                "no-required-version",
                Severity::Medium,
                Some(name),
                format!("{name} needs {major}.{minor}, but required_version admits older ones, which stop at init with \"Unsupported argument\"."),
                format!("Raise required_version to \">= {major}.{minor}.0\": older clients are then told why they stop."),
                INIT,
            );
        }
    }

    pub(super) fn unknown(&mut self, name: &str) {
        let label = self.label();
        let near = match (label, name) {
            (_, "lock_timeout") => Some("the command line flag -lock-timeout".to_owned()),
            ("consul", "token") => Some("access_token".to_owned()),
            ("s3", "server_side_encryption") => Some("encrypt".to_owned()),
            ("s3", "lock") => Some("use_lockfile".to_owned()),
            ("cos", name) if name.starts_with("ibm") || name == "resource_instance_id" => {
                Some("the s3 backend with an IBM endpoint; cos is Tencent's".to_owned())
            }
            _ => nearest(name, self.configuration.arguments.iter().map(|one| one.name)).map(str::to_owned),
        };
        let fix = near.map_or_else(
            || "Take it out, or correct its name. It is kept as it is.".to_owned(),
            |near| format!("Did you mean {near}? It is kept as it is."),
        );
        self.tell_from(
            format!("unknown-attribute:{name}"),
            Severity::High,
            Some(name),
            format!(
                "No version of this backend has an argument {name}; init stops with \"Unsupported argument\"."
            ),
            fix,
            INIT,
        );
    }

    pub(super) fn unsupported(&mut self, name: &str, since: Option<(u32, u32)>) {
        let tool = if self.known.tofu { "OpenTofu" } else { "Terraform" };
        if name == "use_lockfile" {
            if self.is(name, true) {
                self.tell(
                    "lockfile-unsupported",
                    Severity::High,
                    Some(name),
                    "use_lockfile needs Terraform or OpenTofu 1.10, but an older one is pinned here; init stops with \"Unsupported argument\".",
                    "Raise required_version to \">= 1.10.0\", or lock with dynamodb_table.",
                );
            }
            return;
        }
        let message = match since {
            Some((major, minor)) => format!(
                "{name} needs {tool} {major}.{minor}, but an older one is pinned here; init stops with \"Unsupported argument\"."
            ),
            None => format!("{tool} has no argument {name}; init stops with \"Unsupported argument\"."),
        };
        self.tell(
            format!("unsupported-attribute:{name}"),
            Severity::High,
            Some(name),
            message,
            "Raise the version, or write it as the pinned one wants it. It is kept as it is.",
        );
    }

    pub(super) fn deprecated(&mut self, name: &str, successor: Option<&'static str>, surely: bool) {
        let own = self.configuration.arguments.iter().find(|one| one.name == name);
        let since =
            own.and_then(|one| if self.known.tofu { one.tofu.deprecated } else { one.terraform.deprecated });
        let tool = if self.known.tofu { "OpenTofu" } else { "Terraform" };
        let since = since.map(|(major, minor)| format!(" since {tool} {major}.{minor}")).unwrap_or_default();
        if name == "dynamodb_table" {
            self.tell(
                "deprecated-attribute:dynamodb_table",
                Severity::Low,
                Some(name),
                format!("dynamodb_table is deprecated{since}; it still locks, and a later version will not have it. OpenTofu has not deprecated it."),
                "Move to use_lockfile in the order of the migration steps, so that no client is unlocked meanwhile.",
            );
            return;
        }
        let now = successor.map_or_else(|| "Take it out.".to_owned(), |now| format!("It is {now} now."));
        let fix = if surely {
            now
        } else {
            format!(
                "{now} Older versions than that do not know the new name, so it is left until the version is known."
            )
        };
        self.tell(
            format!("deprecated-attribute:{name}"),
            Severity::Low,
            Some(name),
            format!("{name} is deprecated{since}: it still works, with a warning at every init."),
            fix,
        );
    }

    pub(super) fn removed(&mut self, name: &str, successor: Option<&'static str>, surely: bool) {
        let own = self.configuration.arguments.iter().find(|one| one.name == name);
        let since =
            own.and_then(|one| if self.known.tofu { one.tofu.removed } else { one.terraform.removed });
        let since = since.map(|(major, minor)| format!(" in Terraform {major}.{minor}")).unwrap_or_default();
        let today = if surely { "init stops" } else { "today's Terraform stops at init" };
        let extra = if name == "lock_table" { " Nothing is locked by it." } else { "" };
        self.tell(
            format!("removed-attribute:{name}"),
            Severity::High,
            Some(name),
            format!("{name} was removed{since}; {today} with \"Unsupported argument\".{extra}"),
            successor.map_or_else(|| "Take the line out.".to_owned(), |now| format!("It is {now} now.")),
        );
    }

    pub(super) fn nested(&mut self) {
        if self.configuration.label == "removed" {
            return;
        }
        for (name, _) in &self.block.blocks {
            let is_known = self.configuration.blocks.contains(&name.as_str())
                || self.configuration.arguments.iter().any(|one| one.name == *name)
                || self.is_terragrunt();
            if !is_known {
                self.tell_from(
                    format!("unknown-block:{name}"),
                    Severity::High,
                    None,
                    format!("This backend has no block {name}; init stops with \"Unsupported block type\"."),
                    "Take it out; it may belong to a provider. It is kept as it is.",
                    INIT,
                );
            }
        }
    }
}

/// The known name with the fewest differing letters.
pub(in crate::fix) fn nearest(name: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    if name.len() > 64 {
        return None;
    }
    let plain = |name: &str| name.to_ascii_lowercase().replace(['_', '-'], "");
    let wanted = plain(name);
    let near = (wanted.chars().count() / 4).clamp(1, 3);
    names
        .map(|one| (distance(&wanted, &plain(one)), one))
        .min()
        .filter(|(distance, _)| *distance <= near)
        .map(|(_, name)| name)
}

pub(super) fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut before = i;
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let cost = usize::from(x != *y) + before;
            let above = row.get(j + 1).copied().unwrap_or(usize::MAX);
            next.push(cost.min(above + 1).min(next.last().copied().unwrap_or(0) + 1));
            before = above;
        }
        row = next;
    }
    row.last().copied().unwrap_or(usize::MAX)
}

/// Arguments of a block and of what it nests, by path.
pub(super) fn flat<'a>(
    arguments: &'a [Argument],
    blocks: &'a [(String, Vec<Argument>)],
) -> Vec<(String, &'a Argument)> {
    fn add<'a>(out: &mut Vec<(String, &'a Argument)>, prefix: &str, arguments: &'a [Argument]) {
        for one in arguments {
            let path = format!("{prefix}{}", one.name);
            if let Value::Object(inner) = &one.value {
                add(out, &format!("{path}."), inner);
            }
            out.push((path, one));
        }
    }
    let mut out = Vec::new();
    add(&mut out, "", arguments);
    for (name, inner) in blocks {
        add(&mut out, &format!("{name}."), inner);
    }
    out
}

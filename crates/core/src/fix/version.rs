//! What a paste says about the tool and its version.

use super::Options;
use super::read::{Found, Value};
use crate::backends::configuration::{Configuration, Release, Tool};
use regex::Regex;
use std::sync::LazyLock;

/// Bounds of the version, as far as they are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Known {
    /// The tool is OpenTofu.
    pub(crate) tofu: bool,
    /// The tool is Terraform.
    pub(crate) terraform: bool,
    /// It is at least this.
    pub(crate) least: Option<Release>,
    /// It is at most this minor version.
    pub(crate) most: Option<Release>,
    /// `least` is what an open constraint like `>= 1.0` admits, not what only newer versions have.
    pub(crate) is_constrained: bool,
}

static REQUIRED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"(?m)^[ \t]*"?required_version"?[ \t]*[=:][ \t]*"([^"\n]{1,100})""#).ok());
static LOCK_VERSION: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"(?:Version:[ \t]+|"Version": ?")([0-9]+\.[0-9]+\.[0-9]+)"#).ok());
static PRINTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?m)^[ \t]*(Terraform|OpenTofu) v([0-9]+\.[0-9]+\.[0-9]+)[^ \n]*[ \t\r]*$").ok()
});
static TERM: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(>=|<=|~>|!=|=|>|<)?[ \t]*v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?").ok());
static TOFU: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?m)^(?:[^#\n/]*[ \t`$&|(;])?tofu[ \t]+(?:-chdir=[^ \t\n]+[ \t]+)?(?:init|plan|apply|destroy|force-unlock|state|validate|fmt|import)(?-u:\b)|OpenTofu (?:acquires|has been|will|used|initialized|v[0-9])").ok()
});

/// A group of the first line that matches. Only lines with one of the words are looked at, and none that is endless.
fn captured<'t>(raw: &'t str, regex: Option<&Regex>, words: &[&str], group: usize) -> Option<&'t str> {
    const LONGEST: usize = 1000;
    let text = raw.as_bytes();
    let line = |at: usize| {
        let from = at.saturating_sub(LONGEST);
        let start = match memchr::memrchr(b'\n', text.get(from..at)?) {
            Some(found) => from + found + 1,
            None => (from == 0).then_some(0)?,
        };
        let rest = text.get(at..text.len().min(at + LONGEST))?;
        let end = match memchr::memchr(b'\n', rest) {
            Some(found) => at + found,
            None => (at + rest.len() == text.len()).then_some(text.len())?,
        };
        raw.get(start..end)
    };
    let regex = regex?;
    let found = words.iter().filter_map(|word| {
        crate::text::places_of(text, word.as_bytes())
            .find_map(|at| Some((at, regex.captures(line(at)?)?.get(group)?.as_str())))
    });
    found.min_by_key(|(at, _)| *at).map(|(_, text)| text)
}

impl Known {
    /// From the page's choice, the constraints of the terraform blocks, a lock record and what the tool printed.
    pub(super) fn of(raw: &str, options: &Options, constraints: &[String]) -> Self {
        let chosen = options.terraform_version.as_deref().unwrap_or("");
        let says_tofu = options.tofu || chosen.to_ascii_lowercase().contains("tofu");
        let is_tofu =
            says_tofu || captured(raw, TOFU.as_ref(), &["tofu ", "tofu\t", "OpenTofu "], 0).is_some();
        let mut known = Self { tofu: is_tofu, ..Self::default() };
        if !chosen.is_empty() {
            known.tofu = says_tofu;
            known.narrow(chosen);
            return known;
        }
        let printed = |group| captured(raw, PRINTED.as_ref(), &["Terraform v", "OpenTofu v"], group);
        if !constraints.is_empty() {
            for constraint in constraints {
                known.narrow(constraint);
            }
        } else if let Some(constraint) = captured(raw, REQUIRED.as_ref(), &["required_version"], 1) {
            // In a text that does not read as a whole.
            known.narrow(constraint);
        } else if let Some(version) = printed(2) {
            known.tofu |= printed(1) == Some("OpenTofu");
            known.narrow(version);
        } else if (raw.contains("Lock Info:") || raw.contains("\"Operation\""))
            && let Some(version) = captured(raw, LOCK_VERSION.as_ref(), &["Version:", "\"Version\""], 1)
        {
            known.narrow(version);
        }
        known
    }

    /// What the arguments of a block prove: some exist only since a version, some only in one tool.
    pub(super) fn with_block(
        mut self,
        block: &Found,
        configuration: &Configuration,
        has_encryption: bool,
    ) -> Self {
        let mut least = None;
        let mut only = (false, false);
        for one in &block.arguments {
            if matches!(&one.value, Value::Text(text) if text.is_empty()) {
                continue;
            }
            let Some(argument) = configuration.arguments.iter().find(|known| known.name == one.name) else {
                continue;
            };
            only.0 |= argument.tofu.is_never && !argument.terraform.is_never;
            only.1 |= argument.terraform.is_never && !argument.tofu.is_never;
            let since = if self.tofu {
                argument.tofu.since
            } else {
                argument.terraform.since.min(argument.tofu.since)
            };
            least = least.max(since);
        }
        let only_terraform = only.0 || block.label == "oci" && !self.tofu;
        let only_tofu = only.1 || has_encryption;
        if !self.tofu && !self.terraform {
            self.terraform = only_terraform && !only_tofu;
            self.tofu = only_tofu && !only_terraform;
        }
        if block.label == "cloud" {
            least = least.max(Some((1, 1)));
        }
        if block.label == "oci" {
            least = least.max(Some((1, 12)));
        }
        if has_encryption {
            least = least.max(Some((1, 7)));
        }
        // What the text says of its version comes first; a block that contradicts it is told.
        if self.most.is_none_or(|most| least.is_none_or(|least| least <= most)) && least > self.least {
            self.least = least;
            self.is_constrained = false;
        }
        self
    }

    fn narrow(&mut self, constraint: &str) {
        let Some(terms) = TERM.as_ref() else { return };
        let lower = |known: &mut Self, at: Release| {
            known.least = known.least.max(Some(at));
            known.is_constrained = true;
        };
        let upper = |known: &mut Self, at: Release| {
            known.most = Some(known.most.map_or(at, |most| most.min(at)));
        };
        for term in terms.captures_iter(constraint) {
            let number = |index: usize| term.get(index).and_then(|part| part.as_str().parse::<u32>().ok());
            let (Some(major), minor) = (number(2), number(3)) else { continue };
            let at = (major, minor.unwrap_or(0));
            let has_patch = number(4).is_some();
            match term.get(1).map_or("=", |operator| operator.as_str()) {
                ">=" | ">" => lower(self, at),
                "<=" => upper(self, if minor.is_some() { at } else { (major, 0) }),
                "<" => {
                    // `< 1.11` is at most 1.10; `< 1.5.7` may still be 1.5.
                    let below = if has_patch && number(4) != Some(0) {
                        Some(at)
                    } else if at.1 > 0 {
                        Some((at.0, at.1 - 1))
                    } else {
                        at.0.checked_sub(1).map(|major| (major, u32::MAX))
                    };
                    if let Some(below) = below {
                        upper(self, below);
                    }
                }
                "~>" => {
                    lower(self, at);
                    upper(self, if has_patch { at } else { (at.0, u32::MAX) });
                }
                "=" if minor.is_some() => {
                    lower(self, at);
                    upper(self, at);
                }
                "=" => {
                    lower(self, at);
                    upper(self, (major, u32::MAX));
                }
                _ => {}
            }
        }
    }

    /// At least this from here on: what is written into the block needs it.
    pub(super) fn raised_to(mut self, least: Option<Release>) -> Self {
        if least > self.least {
            self.least = least;
            self.is_constrained = false;
        }
        self
    }

    /// Surely at least this version.
    pub(crate) fn is_from(&self, major: u32, minor: u32) -> bool {
        self.least.is_some_and(|least| least >= (major, minor))
    }

    /// Surely older than this version.
    pub(crate) fn is_before(&self, major: u32, minor: u32) -> bool {
        self.most.is_some_and(|most| most < (major, minor))
    }

    /// What is known of an argument in this tool and version.
    pub(super) fn judge(&self, terraform: &Tool, tofu: &Tool) -> Standing {
        let of = |tool: &Tool| {
            let before = |at: Release| self.is_before(at.0, at.1);
            let from = |at: Release| self.is_from(at.0, at.1);
            if tool.is_never || tool.since.is_some_and(before) {
                Standing::Missing
            } else if tool.removed.is_some_and(|at| !before(at)) {
                Standing::Removed { surely: tool.removed.is_some_and(from) }
            } else if tool.deprecated.is_some_and(|at| !before(at)) {
                Standing::Deprecated { surely: tool.deprecated.is_some_and(from) }
            } else {
                Standing::Fine
            }
        };
        if self.tofu {
            of(tofu)
        } else if self.terraform || !terraform.is_never {
            of(terraform)
        } else {
            of(tofu)
        }
    }
}

/// What an argument is in the known tool and version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// This version does not have it yet, or this tool never has.
    Missing,
    Fine,
    Deprecated {
        /// In every version that is possible here.
        surely: bool,
    },
    Removed {
        surely: bool,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(constraint: &str) -> Known {
        let mut known = Known::default();
        known.narrow(constraint);
        known
    }

    #[test]
    fn constraints_bound_the_version() {
        assert!(
            of("= 1.1.9").is_before(1, 10) && of("1.5.7").is_before(1, 10) && of("v1.5.7").is_before(1, 6)
        );
        assert!(
            of(">= 1.10.0").is_from(1, 10) && !of(">= 1.0").is_from(1, 10) && !of(">= 1.0").is_before(1, 10)
        );
        assert!(
            of("~> 1.5.0").is_before(1, 6) && !of("~> 1.5").is_before(1, 6) && of("~> 1.10").is_from(1, 10)
        );
        assert!(!of("~> 1.4").is_before(1, 11) && of("~> 1.4.0").is_before(1, 11));
        assert!(of(">= 1.3, < 1.10").is_before(1, 10) && !of("< 2.0.0").is_before(1, 10));
        assert!(
            !of("< 1.5.7").is_before(1, 5) && of("< 1.5.7").is_before(1, 6) && of("<= 1.9").is_before(1, 10)
        );
        assert!(of("~> 0.12").is_before(1, 0) && of("0.11.14").is_before(0, 12));
        assert!(!of("!= 1.5.0").is_before(1, 10) && !of("nonsense").is_from(0, 1));
    }

    #[test]
    fn the_text_tells_tool_and_version() {
        let known = |raw: &str| Known::of(raw, &Options::default(), &[]);
        assert!(known("OpenTofu v1.10.3\non linux_amd64\n").tofu);
        assert!(known("OpenTofu v1.10.3\n").is_from(1, 10));
        assert!(known("run: tofu init -input=false").tofu && !known("# tofu init, or so\n").tofu);
        assert!(!known("# works with Terraform and OpenTofu\n").tofu);
        assert!(known("Lock Info:\n  ID: x\n  Version:   1.5.7\n").is_before(1, 6));
        assert!(!known("Version:   1.5.7\n").is_before(1, 6));
        assert!(known("  required_version = \"= 1.1.9\"").is_before(1, 2));
        assert!(!known("# required_version = \"= 1.1.9\"").is_before(1, 2));
        let options = |version: &str| Options { terraform_version: Some(version.to_owned()), tofu: false };
        assert!(Known::of("", &options("OpenTofu 1.8.2"), &[]).tofu);
        assert!(Known::of("required_version = \"1.11.0\"", &options("1.5.7"), &[]).is_before(1, 6));
    }
}

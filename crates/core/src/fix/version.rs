//! What a paste says about the version of the tool.

use regex::Regex;
use std::sync::LazyLock;

/// Bounds of the version, as far as they are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Known {
    /// The tool is OpenTofu.
    pub(super) tofu: bool,
    /// It is at least this.
    pub(super) least: Option<(u32, u32)>,
    /// It is at most this minor version.
    pub(super) most: Option<(u32, u32)>,
}

static REQUIRED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"(?m)^[^#\n]*required_version"?[ \t]*[=:][ \t]*"([^"\n]{1,100})""#).ok());
static LOCK_VERSION: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"Version:[ \t]+([0-9]+\.[0-9]+\.[0-9]+)").ok());
static TERM: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(>=|<=|~>|!=|=|>|<)?[ \t]*v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?").ok());

impl Known {
    /// From the page's choice, `required_version`, a lock record and constructs that only some versions have.
    pub(super) fn of(raw: &str, options: &super::Options) -> Self {
        let mut known = Self { tofu: options.tofu || raw.contains("OpenTofu"), ..Self::default() };
        if let Some(version) = options.terraform_version.as_deref() {
            known.narrow(version);
            return known;
        }
        let first = |regex: &Option<Regex>| {
            regex
                .as_ref()
                .and_then(|regex| regex.captures(raw))
                .and_then(|found| found.get(1))
                .map(|found| found.as_str().to_owned())
        };
        if let Some(constraint) = first(&REQUIRED) {
            known.narrow(&constraint);
        } else if raw.contains("Lock Info:")
            && let Some(version) = first(&LOCK_VERSION)
        {
            known.narrow(&version);
        }
        known
    }

    fn narrow(&mut self, constraint: &str) {
        let Some(terms) = TERM.as_ref() else { return };
        for term in terms.captures_iter(constraint) {
            let number = |index: usize| term.get(index).and_then(|part| part.as_str().parse::<u32>().ok());
            let (Some(major), minor) = (number(2), number(3)) else { continue };
            let at = (major, minor.unwrap_or(0));
            let has_patch = number(4).is_some();
            match term.get(1).map_or("=", |operator| operator.as_str()) {
                ">=" | ">" => self.least = Some(self.least.map_or(at, |least| least.max(at))),
                "<=" => self.most = Some(at),
                "<" => {
                    // `< 1.11` is at most 1.10; `< 1.5.7` may still be 1.5.
                    let below = if has_patch && number(4) != Some(0) {
                        Some(at)
                    } else if at.1 > 0 {
                        Some((at.0, at.1 - 1))
                    } else {
                        at.0.checked_sub(1).map(|major| (major, u32::MAX))
                    };
                    self.most = below.or(self.most);
                }
                "~>" => {
                    self.least = Some(at);
                    self.most = Some(if has_patch { at } else { (at.0, u32::MAX) });
                }
                "=" => {
                    self.least = Some(at);
                    self.most = Some(at);
                }
                _ => {}
            }
        }
    }

    /// Surely at least this version.
    pub(super) fn is_from(&self, major: u32, minor: u32) -> bool {
        self.least.is_some_and(|least| least >= (major, minor))
    }

    /// Surely older than this version.
    pub(super) fn is_before(&self, major: u32, minor: u32) -> bool {
        self.most.is_some_and(|most| most < (major, minor))
    }
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
        assert!(of("= 1.1.9").is_before(1, 10) && of("1.5.7").is_before(1, 10));
        assert!(
            of(">= 1.10.0").is_from(1, 10) && !of(">= 1.0").is_from(1, 10) && !of(">= 1.0").is_before(1, 10)
        );
        assert!(of("~> 1.5.0").is_before(1, 6) && !of("~> 1.5").is_before(1, 6));
        assert!(of(">= 1.3, < 1.10").is_before(1, 10) && !of("< 2.0.0").is_before(1, 10));
    }
}

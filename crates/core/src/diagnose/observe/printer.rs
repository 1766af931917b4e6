//! Who printed a text, from the whole of it.

use crate::diagnose::Tool;
use crate::diagnose::undecorate::{self, pattern};
use regex::Regex;
use std::sync::LazyLock;

/// What the whole paste tells about who printed it.
#[expect(clippy::struct_excessive_bools, reason = "independent signs in one text")]
pub(super) struct Whole {
    pub(super) tool: Tool,
    pub(super) version: Option<String>,
    pub(super) initialising: bool,
    /// How many lines are not empty, counted up to ten.
    pub(super) lines: usize,
    pub(super) has_box: bool,
    pub(super) errored_state: bool,
    /// Terraform warned that `dynamodb_table` is deprecated, so a table is configured.
    pub(super) deprecated_table: bool,
    /// The error of a failed write stands in the text.
    pub(super) save_error: bool,
}

static VERSION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:Terraform v|OpenTofu v|terraform version |Terraform Version: ?v?|Terraform version:? v?)([0-9]+\.[0-9]+\.[0-9]+(?:-[a-z0-9.]+)?)",
    )
});

impl Whole {
    /// Reads the beginning of a paste, where programs tell their names and versions, and the parts that matter.
    pub(super) fn of(raw: &str, windows: &[(usize, &str)]) -> Self {
        const BEGINNING: usize = 64 << 10;
        let beginning = undecorate::prefix(raw, BEGINNING);
        let mut text = String::from(beginning);
        for (_, part) in windows.iter().filter(|(at, _)| *at >= BEGINNING / 2).take(64) {
            text.push('\n');
            text.push_str(undecorate::prefix(part, BEGINNING));
        }
        Self::of_text(&text)
    }

    fn of_text(raw: &str) -> Self {
        let has = |words: &[&str]| words.iter().any(|word| raw.contains(word));
        let tool = if has(&[
            "OpenTofu",
            "tofu:",
            "tofu plan",
            "tofu apply",
            "tofu init",
            "tofu force-unlock",
            "tofu destroy",
            "tofu.ui",
            "another tofu client",
            "no lock info found for: ",
            "\" from s3 does not match existing lock",
            "State locked by another local process",
            "tf-path=tofu",
        ]) && !has(&["another terraform client"])
        {
            if has(&["terragrunt", "Terragrunt", "TERRAGRUNT"]) || PRETTY_TOFU.is_match(raw) {
                Tool::Terragrunt
            } else {
                Tool::Tofu
            }
        } else if has(&[
            "terragrunt",
            "Terragrunt",
            "TERRAGRUNT",
            "level=error msg=Module",
            "tf-path=",
            " prefix=[",
        ]) || PRETTY_TOFU.is_match(raw)
        {
            Tool::Terragrunt
        } else if has(&[
            "**Plan Error**",
            "**Apply Error**",
            "atlantis plan",
            "atlantis apply",
            "atlantis unlock",
            ".atlantis/repos",
            "Ran Plan for",
            "Ran Apply for",
        ]) {
            Tool::Atlantis
        } else if has(&[
            "Terraform",
            "terraform",
            "failed to retrieve lock info for lock ID",
            "does not match the existing lock ID '",
            "does not match existing lock (\"",
        ]) {
            Tool::Terraform
        } else {
            Tool::Unknown
        };
        Self {
            tool,
            version: VERSION.captures(raw).and_then(|one| one.get(1)).map(|one| one.as_str().to_owned()),
            initialising: has(&[
                "Initializing the backend",
                "Initializing HCP Terraform",
                "terraform init",
                "tofu init",
            ]),
            save_error: raw.contains("Error saving state"),
            deprecated_table: raw.contains("Deprecated Parameter") && raw.contains("dynamodb_t"),
            lines: raw.lines().filter(|line| !line.trim().is_empty()).take(10).count(),
            has_box: raw.contains(['│', '╷']),
            errored_state: raw.contains("errored.tfstate"),
        }
    }
}

static PRETTY_TOFU: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3} +(?:STDOUT|STDERR|INFO|ERROR|WARN) +(?:\[[^\]\n]+\] )?(?:terraform|tofu): ",
    )
});

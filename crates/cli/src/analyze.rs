//! `stackengine analyze`.

use crate::input::{self, Input};
use crate::{Failure, Outcome};
use clap::{Args, ValueEnum};
use serde::Serialize;
use stackengine_core::analyze::{self, Analysis, Report};
use stackengine_core::fix::{self, Severity};
use stackengine_core::moment::Moment;
use std::fmt::Write as _;
use std::path::PathBuf;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Condition {
    /// Any incident.
    Incident,
    /// A secret in the text.
    Secret,
    /// A finding of this severity.
    Critical,
    /// A finding of this severity or worse.
    High,
    /// A finding of this severity or worse.
    Medium,
    /// A finding of this severity or worse.
    Low,
}

/// Tell what broke, how to release the lock safely, and how to harden the backend.
#[derive(Args)]
pub(crate) struct Analyze {
    /// The present moment, such as 2026-01-02T03:04:05Z; else this machine's clock.
    #[arg(long, value_name = "RFC3339")]
    now: Option<Moment>,
    /// One JSON object per file.
    #[arg(long)]
    json: bool,
    /// Read {"doc","text"} lines, write one JSON object per line with its "doc".
    #[arg(long, conflicts_with = "json")]
    jsonl: bool,
    /// The Terraform version in use, such as 1.5.7; else what the text says.
    #[arg(long, value_name = "V")]
    terraform_version: Option<String>,
    /// Exit 1 if this is found. May be given several times.
    #[arg(long, value_enum, value_name = "WHAT")]
    fail_on: Vec<Condition>,
    /// Write companion files and the prevention kit into this folder, which must be new or empty.
    #[arg(long, value_name = "DIR", conflicts_with = "jsonl")]
    kit: Option<PathBuf>,
    /// Files; standard input where there is none.
    files: Vec<PathBuf>,
}

#[derive(Serialize)]
struct DocumentReport<'a> {
    doc: &'a serde_json::Value,
    #[serde(flatten)]
    report: Report<'a>,
}

impl Analyze {
    pub(crate) fn run(self) -> Result<Outcome, Failure> {
        let options = analyze::Options {
            now: Some(self.now.unwrap_or_else(|| Moment::from_second(jiff::Timestamp::now().as_second()))),
            fix: fix::Options {
                terraform_version: self.terraform_version.clone(),
                ..fix::Options::default()
            },
            ..analyze::Options::default()
        };
        if self.kit.is_some() && self.files.len() > 1 {
            return Err("--kit takes one file".to_owned());
        }
        let mut met = false;
        for input in input::read_all(&self.files)? {
            if self.jsonl {
                for document in input::documents(&input)? {
                    let analysis = analyze::analyze(&document.text, &options);
                    met |= self.is_met(&analysis);
                    input::print_json(&DocumentReport {
                        doc: &document.doc,
                        report: analysis.report(&input.name),
                    })?;
                }
            } else {
                let analysis = analyze::analyze(&input.text, &options);
                met |= self.is_met(&analysis);
                if let Some(folder) = &self.kit {
                    crate::kit::write(folder, &analysis.fix)?;
                }
                if self.json {
                    input::print_json(&analysis.report(&input.name))?;
                } else {
                    input::print(&for_people(&input, &analysis))?;
                }
            }
        }
        Ok(if met { Outcome::ConditionMet } else { Outcome::Ran })
    }

    fn is_met(&self, analysis: &Analysis) -> bool {
        let worst =
            analysis.fix.blocks.iter().flat_map(|block| &block.findings).map(|one| one.severity).min();
        let as_bad_as = |limit: Severity| worst.is_some_and(|worst| worst <= limit);
        self.fail_on.iter().any(|condition| match condition {
            Condition::Incident => !analysis.diagnosis.incidents.is_empty(),
            Condition::Secret => analysis.count().secrets > 0,
            Condition::Critical => as_bad_as(Severity::Critical),
            Condition::High => as_bad_as(Severity::High),
            Condition::Medium => as_bad_as(Severity::Medium),
            Condition::Low => as_bad_as(Severity::Low),
        })
    }
}

/// The same for a terminal. Raw text: it quotes names and ids of the input.
fn for_people(input: &Input, analysis: &Analysis) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let mut line = |text: &str| _ = writeln!(out, "{}", plain(text));
    line(&format!("== {}", input.name));
    for incident in &analysis.diagnosis.incidents {
        line("");
        line(&incident.headline);
        if let Some(lock) = &incident.lock {
            let fields = [
                ("ID", &lock.id),
                ("Path", &lock.path),
                ("Operation", &lock.operation),
                ("Who", &lock.who),
                ("Version", &lock.version),
                ("Created", &lock.created),
                ("Info", &lock.info),
            ];
            for (label, value) in fields {
                if let Some(value) = value {
                    line(&format!("  {label:<10} {value}"));
                }
            }
        }
        line(&format!("  Verdict    {}", format!("{:?}", incident.staleness).to_lowercase()));
        for reason in &incident.reasons {
            line(&format!("    - {reason}"));
        }
        let unlock = &incident.unlock;
        for check in &unlock.checks {
            line(&format!("  First: {}", check.title));
            if let Some(command) = &check.command {
                line(&format!("    {command}"));
            }
        }
        if let Some(command) = &unlock.command {
            line(&format!("  Then:  {command}"));
        }
        if let Some(why) = &unlock.why {
            line(&format!("  Note:  {why}"));
        }
        for fallback in &unlock.fallbacks {
            line(&format!("  Else:  {}", fallback.title));
            if let Some(command) = &fallback.command {
                line(&format!("    {command}"));
            }
            if let Some(condition) = &fallback.condition {
                line(&format!("    ({condition})"));
            }
        }
    }
    for block in &analysis.fix.blocks {
        line("");
        line(&format!("backend \"{}\" at bytes {} to {}", block.backend, block.span.start, block.span.end));
        for finding in &block.findings {
            let severity = format!("{:?}", finding.severity).to_lowercase();
            line(&format!("  {severity:<8} {}: {}", finding.id, finding.message));
            line(&format!("           {}", finding.fix));
        }
        if let Some(diff) = &block.diff {
            line(diff);
        }
        for step in &block.migration {
            line(&format!("  migrate: {step}"));
        }
    }
    for (title, files) in
        [("Companion files", &analysis.fix.companions), ("Prevention kit", &analysis.fix.prevention)]
    {
        if !files.is_empty() {
            line("");
            line(&format!("{title} (--kit DIR writes them):"));
        }
        for file in files {
            line(&format!("  {}: {}", file.path, file.purpose));
        }
    }
    if analysis.fix.why_not.iter().any(|note| note.matters) {
        line("");
        line("Popular advice that is wrong here (--kit DIR writes why, and what was meant):");
    }
    for note in analysis.fix.why_not.iter().filter(|note| note.matters) {
        line(&format!("  - {}", note.advice));
    }
    let count = analysis.count();
    line("");
    line(&format!("To be redacted: {} secrets, {} identifiers.", count.secrets, count.identifiers));
    let notes =
        [&analysis.diagnosis.notes, &analysis.fix.notes, &analysis.detection.notes].into_iter().flatten();
    for note in notes {
        line(note);
    }
    out
}

/// Control characters of a pasted text must not reach the terminal.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

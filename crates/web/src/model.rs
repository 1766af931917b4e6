//! What document and worker say to each other: plain data, both ways as JSON.
//!
//! The texts themselves (paste and redacted text) travel beside it as JavaScript strings, and the marks as numbers,
//! since a JSON of ten megabytes would block the document.

use serde::{Deserialize, Serialize};

/// What the user chose. Held by the document, sent with each examination.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Choices {
    /// Leave identifiers in the redacted text.
    pub(crate) keep_identifiers: bool,
    /// Words to hide everywhere as identifiers.
    pub(crate) words: Vec<String>,
    /// Values to hide everywhere as secrets.
    pub(crate) secrets: Vec<String>,
    /// Values that the user marked as harmless one by one.
    pub(crate) harmless: Vec<String>,
    /// `1.5.7`; empty: the paste decides.
    pub(crate) version: String,
    /// The tool is OpenTofu.
    pub(crate) tofu: bool,
}

/// From the document to the worker; the text of an examination comes beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Request {
    /// Examine the text beside this; without one, the last text again.
    Examine {
        /// Answers carry it back.
        seq: u32,
        /// What the user chose.
        choices: Choices,
    },
}

/// From the worker to the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Response {
    /// The worker's WASM runs.
    Ready,
    /// A stage begins.
    Progress {
        /// Of which examination.
        seq: u32,
        /// From zero.
        step: u32,
    },
    /// An examination is done; the redacted text and the marks come beside it.
    Report(Box<Report>),
}

/// How many numbers one mark takes: start and end in the raw text, start and end in the redacted text (UTF-16 units),
/// and twice the index into [`Report::rules`], plus one for an identifier.
pub(crate) const MARK: usize = 5;

/// Everything that is shown of one examination. Raw text, except where it says redacted.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Report {
    pub(crate) seq: u32,
    /// Of the raw text, UTF-8.
    pub(crate) bytes: usize,
    pub(crate) lines: usize,
    pub(crate) milliseconds: f64,
    pub(crate) incidents: Vec<Incident>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) companions: Vec<File>,
    pub(crate) prevention: Vec<File>,
    pub(crate) why_not: Vec<WhyNot>,
    pub(crate) notes: Vec<String>,
    pub(crate) secrets: usize,
    pub(crate) identifiers: usize,
    pub(crate) rules: Vec<Rule>,
    pub(crate) unsure: Vec<Unsure>,
    /// The incident sheet for print and download, as Markdown. Redacted text.
    pub(crate) sheet: String,
}

/// One incident.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Incident {
    pub(crate) kind: String,
    pub(crate) guide: String,
    pub(crate) backend: String,
    pub(crate) backend_name: String,
    pub(crate) tool: String,
    pub(crate) headline: String,
    pub(crate) unit: String,
    /// Label and value, in the order in which Terraform prints them.
    pub(crate) fields: Vec<(String, String)>,
    /// `holder`, `requester` or empty.
    pub(crate) describes: String,
    pub(crate) age_seconds: Option<i64>,
    pub(crate) verdict: String,
    pub(crate) reasons: Vec<String>,
    pub(crate) possible: bool,
    pub(crate) command: Option<String>,
    pub(crate) powershell: Option<String>,
    pub(crate) why: Option<String>,
    pub(crate) checks: Vec<Step>,
    pub(crate) fallbacks: Vec<Step>,
    pub(crate) locations: Vec<(String, String)>,
    pub(crate) line: usize,
}

/// A check before a release, or another way to release.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Step {
    pub(crate) title: String,
    pub(crate) command: Option<String>,
    pub(crate) condition: Option<String>,
}

/// One backend block.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Block {
    pub(crate) backend: String,
    pub(crate) dialect: String,
    pub(crate) line: usize,
    pub(crate) parses: bool,
    pub(crate) findings: Vec<Finding>,
    pub(crate) before: String,
    pub(crate) after: Option<String>,
    pub(crate) patch: Option<String>,
    pub(crate) migration: Vec<String>,
}

/// One state of affairs in a block.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Finding {
    pub(crate) id: String,
    pub(crate) severity: String,
    pub(crate) attribute: String,
    pub(crate) message: String,
    pub(crate) fix: String,
    pub(crate) source: String,
}

/// A file to copy or download.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) purpose: String,
}

/// Popular advice that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct WhyNot {
    pub(crate) advice: String,
    pub(crate) reason: String,
    pub(crate) instead: String,
    pub(crate) source: String,
}

/// Why something is hidden.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Rule {
    pub(crate) id: String,
    pub(crate) summary: String,
    pub(crate) reason: String,
}

/// A value that looks random and stands without context.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Unsure {
    pub(crate) text: String,
    pub(crate) line: usize,
}

//! What document and worker say to each other: plain data, both ways as bytes.
//!
//! The texts themselves (paste and redacted text) travel beside it as JavaScript strings, and the marks as numbers,
//! since reading ten megabytes at once would block the document. Not serde: its readers of these types are a
//! twentieth of the page, and both ends are the same program.
//!
//! What only the second part reads ([`Rest`], questions, answers) goes as bytes, so that the first part need not know
//! how to read it: see [`crate::later`].

#![expect(unreachable_pub, reason = "nanoserde's derive reads no other visibility")]
#![allow(missing_docs, reason = "each is a part of the page, or of core, with the same name")]

use nanoserde::{DeBin, SerBin};

/// What the user chose. Held by the document, sent with each examination.
#[derive(Debug, Clone, PartialEq, Eq, Default, SerBin, DeBin)]
pub struct Choices {
    /// Leave identifiers in the redacted text.
    pub keep_identifiers: bool,
    /// Words to hide everywhere as identifiers.
    pub words: Vec<String>,
    /// Values to hide everywhere as secrets.
    pub secrets: Vec<String>,
    /// Values that the user marked as harmless one by one.
    pub harmless: Vec<String>,
    /// `1.5.7`; empty: the paste decides.
    pub version: String,
    /// The tool is OpenTofu.
    pub tofu: bool,
}

/// From the document to the worker; the text of an examination comes beside it.
#[derive(Debug, Clone, PartialEq, Eq, SerBin, DeBin)]
pub enum Request {
    /// Examine the text beside this; without one, the last text again.
    Examine {
        /// Answers carry it back.
        seq: u32,
        /// What the user chose.
        choices: Choices,
    },
    /// About a question or its answer: an `AskRequest` as bytes comes after what travels beside this.
    Ask,
}

/// From the worker to the document.
#[derive(Debug, Clone, PartialEq, SerBin, DeBin)]
pub enum Response {
    /// The worker's WASM runs.
    Ready,
    /// A stage begins.
    Progress {
        /// Of which examination.
        seq: u32,
        /// From zero.
        step: u32,
    },
    /// A part of the redacted text comes beside this; the next one follows on it.
    Piece {
        /// Of which examination.
        seq: u32,
    },
    /// Errors are read. What follows comes next, or when the second part is there.
    Report(Box<Report>),
    /// What follows a report: a [`Rest`] comes beside this, as bytes, with the (last piece of the) redacted text and the
    /// marks.
    Rest {
        /// Of which examination.
        seq: u32,
    },
    /// The worker's second part did not come; there will be no rest.
    Lost,
    /// About a question or its answer: an `AskResponse` as bytes comes after what travels beside this.
    Ask,
}

/// How many numbers one mark takes: start and end in the raw text, start and end in the redacted text (UTF-16 units),
/// and twice the index into [`Rest::rules`], plus one for an identifier.
pub const MARK: usize = 5;

/// What is shown first of one examination. Raw text.
#[derive(Debug, Clone, PartialEq, Default, SerBin, DeBin)]
pub struct Report {
    pub seq: u32,
    /// Of the raw text, UTF-8.
    pub bytes: usize,
    pub lines: usize,
    pub incidents: Vec<Incident>,
    pub notes: Vec<String>,
    /// The worker goes on with the rest by itself.
    pub goes_on: bool,
}

/// What follows. Raw text, except where it says redacted.
#[derive(Debug, Clone, PartialEq, Default, SerBin, DeBin)]
pub struct Rest {
    pub seq: u32,
    /// From the paste to here, without what was waited for.
    pub milliseconds: f64,
    pub secrets: usize,
    pub identifiers: usize,
    pub unsure: Vec<Unsure>,
    pub blocks: Vec<Block>,
    pub companions: Vec<File>,
    pub prevention: Vec<File>,
    pub why_not: Vec<WhyNot>,
    pub notes: Vec<String>,
    /// Those that found something.
    pub rules: Vec<Rule>,
    /// The incident sheet for print and download, as Markdown. Redacted text.
    pub sheet: String,
}

/// One incident.
#[derive(Debug, Clone, PartialEq, Eq, Default, SerBin, DeBin)]
pub struct Incident {
    pub kind: String,
    /// Its guide's page beneath `guides/`. Empty where there is none.
    pub guide: String,
    pub backend: String,
    pub backend_name: String,
    pub tool: String,
    pub headline: String,
    pub unit: String,
    /// Label and value, in the order in which Terraform prints them.
    pub fields: Vec<(String, String)>,
    /// `holder`, `requester` or empty.
    pub describes: String,
    pub age_seconds: Option<i64>,
    pub verdict: String,
    pub reasons: Vec<String>,
    pub possible: bool,
    pub command: Option<String>,
    pub powershell: Option<String>,
    pub why: Option<String>,
    pub checks: Vec<Step>,
    pub fallbacks: Vec<Step>,
    pub locations: Vec<(String, String)>,
    pub line: usize,
}

/// A check before a release, or another way to release.
#[derive(Debug, Clone, PartialEq, Eq, Default, SerBin, DeBin)]
pub struct Step {
    pub title: String,
    pub command: Option<String>,
    pub condition: Option<String>,
}

/// One backend block.
#[derive(Debug, Clone, PartialEq, Eq, Default, SerBin, DeBin)]
pub struct Block {
    pub backend: String,
    pub dialect: String,
    pub line: usize,
    pub parses: bool,
    pub findings: Vec<Finding>,
    pub before: String,
    pub after: Option<String>,
    pub patch: Option<String>,
    pub migration: Vec<String>,
}

/// One state of affairs in a block.
#[derive(Debug, Clone, PartialEq, Eq, Default, SerBin, DeBin)]
pub struct Finding {
    pub id: String,
    pub severity: String,
    pub attribute: String,
    pub message: String,
    pub fix: String,
    pub source: String,
}

/// A file to copy or download.
#[derive(Debug, Clone, PartialEq, Eq, Default, SerBin, DeBin)]
pub struct File {
    pub path: String,
    pub text: String,
    pub purpose: String,
}

/// Popular advice that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default, SerBin, DeBin)]
pub struct WhyNot {
    pub advice: String,
    pub reason: String,
    pub instead: String,
    pub source: String,
    /// It is said at what was pasted.
    pub matters: bool,
}

/// Why something is hidden.
#[derive(Debug, Clone, PartialEq, Eq, Default, SerBin, DeBin)]
pub struct Rule {
    pub id: String,
    pub summary: String,
    pub reason: String,
}

/// A value that looks random and stands without context.
#[derive(Debug, Clone, PartialEq, Eq, Default, SerBin, DeBin)]
pub struct Unsure {
    pub text: String,
    pub line: usize,
}

//! Backend blocks: findings, a hardened text as a minimal edit, companion files, prevention kit.

use crate::backends::Settings;
use crate::text::{Edit, Span};
use serde::Serialize;

/// How a block is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "CLI contract")]
pub enum Dialect {
    Terraform,
    Terragrunt,
    Partial,
    Json,
}

/// How bad a state of affairs is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "CLI contract")]
pub enum Severity {
    Critical,
    High,
    Medium,
    Low,
    Info,
}

/// One state of affairs in a block. Never holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Stable, kebab-case: `encryption-not-set`.
    pub id: String,
    /// How bad.
    pub severity: Severity,
    /// The argument it is about.
    pub attribute: Option<String>,
    /// What is so, and why it matters.
    pub message: String,
    /// What to do.
    pub fix: String,
    /// Where this is documented.
    pub source: String,
    /// Where it stands in the raw text.
    #[serde(skip)]
    pub span: Option<Span>,
}

/// One backend block of the paste.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Block {
    /// The label as the user writes it; `none` where there is no backend.
    pub backend: String,
    /// How it is written.
    pub dialect: Dialect,
    /// Where it stands in the raw text: `[start, end]`.
    #[serde(serialize_with = "span_as_pair")]
    pub span: Span,
    /// Whether it reads as HCL or JSON.
    pub parses: bool,
    /// Worst first.
    pub findings: Vec<Finding>,
    /// The whole text of the block after the fix; none where nothing is to change. Raw text.
    pub hardened: Option<String>,
    /// Unified diff of the block. Raw text.
    pub diff: Option<String>,
    /// Commands and steps, in order.
    pub migration: Vec<String>,
    /// The edits, in offsets of the raw paste.
    #[serde(skip)]
    pub edits: Vec<Edit>,
    /// The block's arguments.
    #[serde(skip)]
    pub settings: Settings,
}

fn span_as_pair<S: serde::Serializer>(span: &Span, to: S) -> Result<S::Ok, S::Error> {
    (span.start, span.end).serialize(to)
}

/// A file to put beside the configuration. Raw text: uses the user's own names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Companion {
    /// File name.
    pub path: String,
    /// Contents.
    pub text: String,
    /// What it does or prevents, one line.
    #[serde(skip)]
    pub purpose: String,
}

/// Popular advice that is wrong, and what to do instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyNot {
    /// The advice.
    pub advice: &'static str,
    /// Why it is wrong, and what was meant.
    pub reason: &'static str,
    /// Where this is documented.
    pub source: &'static str,
}

/// What the user or the paste says about versions.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// `1.5.7`; else the paste decides.
    pub terraform_version: Option<String>,
    /// The tool is OpenTofu.
    pub tofu: bool,
}

/// What [`fix`] found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fix {
    /// In the order of the paste.
    pub blocks: Vec<Block>,
    /// The resources behind the state.
    pub companions: Vec<Companion>,
    /// What keeps it from happening again.
    pub prevention: Vec<Companion>,
    /// Popular advice that is wrong.
    pub why_not: Vec<WhyNot>,
    /// What was found instead, and what to paste next: sentences.
    pub notes: Vec<String>,
}

/// Hardens every backend block in raw text.
pub fn fix(_raw: &str, _options: &Options) -> Fix {
    Fix::default()
}

/// The backend configurations in raw text, as plain strings.
pub fn settings(raw: &str) -> Vec<Settings> {
    fix(raw, &Options::default()).blocks.into_iter().map(|block| block.settings).collect()
}

//! Backend blocks: findings, a hardened text as a minimal edit, companion files, prevention kit.

mod companions;
mod document;
mod edit;
mod findings;
pub(crate) mod grammar;
mod gutter;
mod hcl_text;
mod json;
mod layout;
mod migration;
mod offered;
mod partial;
mod placeholder;
mod prevention;
mod read;
mod reading;
mod syntax;
mod version;
pub mod why_not;

use crate::backends::Settings;
use crate::diagnose::{Incident, Kind, Tool};
use crate::text::{self, Edit, Span};
use document::{Document, Host, Skip};
use findings::{Checked, Surroundings};
pub(crate) use findings::{Literal, LockMove, Review};
use offered::{in_columns, legal, moved};
use read::{Found, Style, Value};
use reading::MOST;
use serde::Serialize;
use std::collections::BTreeMap;

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
    /// It says where another configuration's state is read (`terraform_remote_state`), or is no backend at all.
    #[serde(skip)]
    pub is_reader: bool,
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
    /// Ids of the incidents at which it is given, or `block`: while a backend block is written.
    pub incidents: &'static [&'static str],
    /// Labels of the blocks that it concerns; all where the list is empty.
    pub backends: &'static [&'static str],
    /// The advice.
    pub advice: &'static str,
    /// Why it is wrong.
    pub reason: &'static str,
    /// What was meant, done right.
    pub instead: &'static str,
    /// Where this is documented.
    pub source: &'static str,
    /// It is said at what is in this paste. Those stand first.
    pub matters: bool,
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

impl Fix {
    /// Companion files and kit from what errors tell, where no configuration was pasted beside them; and which advice is
    /// given at these errors.
    pub fn add_told(&mut self, raw: &str, options: &Options, incidents: &[Incident]) {
        if self.prevention.is_empty() {
            self.add_files_told(raw, options, incidents);
        }
        why_not::rank(&mut self.why_not, incidents);
    }

    fn add_files_told(&mut self, raw: &str, options: &Options, incidents: &[Incident]) {
        let is_place = |one: &&Incident| {
            one.backend != "unknown" && !matches!(one.kind, Kind::UsageError | Kind::AtlantisPrLock)
        };
        let mut known = version::Known::of(raw, options, &[]);
        known.tofu |= incidents.iter().any(|one| one.tool == Tool::Tofu);
        let told = incidents.iter().filter(is_place).map(|one| (&one.told, one.tool == Tool::Terragrunt));
        self.add_files(&companions::store::told(told, known));
        if !self.prevention.is_empty() {
            self.notes.push("Companion files and kit hold what the error tells; the rest are variables without a default. Paste the backend block for the rest.".to_owned());
        }
    }

    fn add_files(&mut self, stores: &[companions::store::Store]) {
        if stores.len() > companions::MOST {
            self.notes.push(format!(
                "Companion files are given for the first {} places where states live; paste the others apart.",
                companions::MOST
            ));
        }
        self.companions = companions::companions(stores);
        self.prevention = prevention::prevention(stores);
        self.why_not = why_not::why_not(stores);
    }
}

/// The start of the line an offset is on.
fn line_start(text: &[u8], at: usize) -> usize {
    text.get(..at).and_then(|before| memchr::memrchr(b'\n', before)).map_or(0, |found| found + 1)
}

/// The offset of the line end after an offset.
fn line_end(text: &[u8], at: usize) -> usize {
    text.get(at..).and_then(|rest| memchr::memchr(b'\n', rest)).map_or(text.len(), |found| at + found)
}

/// Hardens every backend block in raw text.
pub fn fix(raw: &str, options: &Options) -> Fix {
    let Some(plain) = gutter::without(raw) else { return fix_plain(raw, options) };
    let mut out = fix_plain(&plain.text, options);
    plain.put_back(&mut out);
    out
}

fn fix_plain(raw: &str, options: &Options) -> Fix {
    let mut out = Fix::default();
    let reading = reading::read(raw);
    let all: Vec<String> = reading.facts.iter().flat_map(|one| one.versions.clone()).collect();
    // Several files may have been pasted one after the other: the first constraint stands for those without.
    let first: Vec<String> =
        reading.facts.iter().find(|one| !one.versions.is_empty()).map_or(all, |one| one.versions.clone());
    let known = version::Known::of(raw, options, &first);
    let has_encryption = reading.facts.iter().any(|one| one.has_encryption);
    let mut reasons: BTreeMap<Span, Option<String>> = BTreeMap::new();
    for one in reading.found.iter().take(MOST) {
        let Some((document, facts)) =
            reading.documents.get(one.document).zip(reading.facts.get(one.document))
        else {
            continue;
        };
        let own = if facts.versions.is_empty() || facts.versions == first {
            known
        } else {
            version::Known::of(raw, options, &facts.versions)
        };
        // Those of the whole document are told with its first configuration.
        let is_first = reading.found.iter().find(|other| other.document == one.document) == Some(one);
        let comments = comments_of(document, one, is_first);
        let around = Surroundings {
            raw,
            known: own,
            has_encryption,
            comment: &|at| document.trailing_comment(at),
            comments: &comments,
            is_file: facts.is_one_file && document.host != Host::Fence,
        };
        let Checked { mut findings, changes, removed, lock_move } = findings::check(one, &around);
        let reason = reading.reason(one, &mut reasons);
        let parses = reason.is_none();
        if one.is_reader && findings.is_empty() {
            continue;
        }
        if let Some(reason) = reason {
            findings.insert(0, syntax_error(one, &reason));
        }
        let together = [reading.duplicate(one), reading.shared(raw, one)];
        for finding in together.into_iter().flatten() {
            findings.push(finding);
            text::sort_by_numbers(&mut findings, |one| (one.severity as usize, 0));
        }
        let is_removed = findings.iter().any(|one| one.id == "removed-backend");
        // Of two blocks one is to go, and nobody knows which.
        let is_alone = findings.iter().all(|one| one.id != "duplicate-backend");
        let edits =
            if parses && is_alone && !one.is_cut { edit::edits(document, one, &changes) } else { Vec::new() };
        let edits = in_columns(raw, document, one, edits);
        let edits = legal(raw, document, one, edits);
        // The mark that continues a command line may have to go too, and stands before the first flag.
        let span = edits.iter().fold(one.span, |span, edit| {
            Span::new(span.start.min(edit.span.start), span.end.max(edit.span.end))
        });
        let before = span.of(raw);
        let local = moved(&edits, |at| at - span.start);
        let after = text::apply(before, &local);
        let changed = after != before;
        // A block is a piece of a file: that it ends without a line end says nothing.
        let diff =
            changed.then(|| text::unified_diff("backend", &format!("{before}\n"), &format!("{after}\n")));
        let changes = if changed { changes } else { Vec::new() };
        out.blocks.push(Block {
            backend: one.label.clone(),
            dialect: one.dialect,
            span,
            parses,
            findings,
            hardened: changed.then_some(after),
            diff,
            migration: migration::migration(one, &changes, &removed, lock_move, own, is_removed),
            edits: if changed { edits } else { Vec::new() },
            settings: settings_of(one),
            is_reader: one.is_reader,
        });
    }
    for span in &reading.servers {
        out.blocks.push(server(*span));
    }
    out.notes = reading.notes(raw, &out.blocks);
    if !reading.found.is_empty() {
        let live: Vec<Found> = reading.found.into_iter().take(MOST).filter(|one| !one.is_reader).collect();
        out.add_files(&companions::store::stores(&live, known));
    }
    out
}

/// The comments within a configuration, or all of its document.
fn comments_of<'t>(document: &Document<'t>, one: &Found, all: bool) -> Vec<&'t str> {
    document
        .skips
        .iter()
        .filter(|(span, kind)| {
            *kind == Skip::Comment && (all || one.span.start <= span.start && span.end <= one.span.end)
        })
        .map(|(span, _)| document.slice(span.start, span.end))
        .collect()
}

fn syntax_error(one: &Found, reason: &str) -> Finding {
    let (language, source) = if one.style == Style::Json {
        ("JSON", "RFC 8259")
    } else {
        ("HCL", "HCL native syntax specification, hashicorp/hcl v2")
    };
    Finding {
        id: "syntax-error".to_owned(),
        severity: Severity::Critical,
        attribute: None,
        message: format!("This does not read as {language}: {reason}. Terraform refuses the whole file."),
        fix: "Correct that place first; the block is not edited before. What could be read all the same is told.".to_owned(),
        source: source.to_owned(),
        span: Some(one.span),
    }
}

fn server(span: Span) -> Block {
    Block {
        backend: "none".to_owned(),
        dialect: Dialect::Terraform,
        span,
        parses: true,
        findings: vec![Finding {
            id: "not-a-terraform-backend".to_owned(),
            severity: Severity::Info,
            attribute: None,
            message: "This is the configuration of a Vault, Consul or Nomad server; its storage has nothing to do with Terraform's state.".to_owned(),
            fix: "Paste the terraform block of your configuration instead.".to_owned(),
            source: "https://developer.hashicorp.com/vault/docs/configuration/storage".to_owned(),
            span: Some(span),
        }],
        hardened: None,
        diff: None,
        migration: Vec::new(),
        edits: Vec::new(),
        settings: Settings { backend: "none".to_owned(), ..Settings::default() },
        is_reader: true,
    }
}

fn settings_of(block: &Found) -> Settings {
    let mut out = Settings { backend: block.label.clone(), ..Settings::default() };
    fn add(out: &mut Settings, prefix: &str, arguments: &[read::Argument]) {
        for one in arguments {
            let name = format!("{prefix}{}", one.name);
            match &one.value {
                Value::Text(text) if text.contains("${") || findings::placeholder(text).is_some() => {
                    out.expressions.push(name);
                }
                Value::Text(text) => out.values.push((name, text.clone())),
                Value::Bool(flag) => out.values.push((name, flag.to_string())),
                Value::Object(inner) => add(out, &format!("{name}."), inner),
                _ => out.expressions.push(name),
            }
        }
    }
    add(&mut out, "", &block.arguments);
    for (name, inner) in &block.blocks {
        add(&mut out, &format!("{name}."), inner);
    }
    out
}

/// The whole file with every block hardened; none where nothing is to change. Raw text.
pub fn harden_file(raw: &str, options: &Options) -> Option<String> {
    applied(raw, &fix(raw, options))
}

/// The same, where [`fix`] was asked before.
pub fn applied(raw: &str, found: &Fix) -> Option<String> {
    let edits: Vec<Edit> = found.blocks.iter().flat_map(|block| block.edits.clone()).collect();
    if edits.is_empty() {
        return None;
    }
    let hardened = text::apply(raw, &edits);
    (hardened != raw).then_some(hardened)
}

/// The backend configurations in raw text, as plain strings: those of [`fix`]'s blocks that are no readers.
pub fn settings(raw: &str) -> Vec<Settings> {
    let plain = gutter::without(raw);
    let raw = plain.as_ref().map_or(raw, |plain| &plain.text);
    reading::read(raw).found.iter().take(MOST).filter(|one| !one.is_reader).map(settings_of).collect()
}

impl Fix {
    /// The same, where [`fix()`] was asked already.
    pub fn settings(&self) -> Vec<Settings> {
        self.blocks.iter().filter(|one| !one.is_reader).map(|one| one.settings.clone()).collect()
    }
}

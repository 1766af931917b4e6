//! Backend blocks: findings, a hardened text as a minimal edit, companion files, prevention kit.

mod companions;
mod edit;
mod findings;
mod hcl_text;
mod json;
mod prevention;
mod read;
mod version;
mod why_not;

use crate::backends::Settings;
use crate::text::{self, Edit, Span};
use findings::Checked;
use read::{Found, Scanner, Value};
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
    /// Why it is wrong.
    pub reason: &'static str,
    /// What was meant, done right.
    pub instead: &'static str,
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

fn line_start(text: &[u8], at: usize) -> usize {
    text.get(..at).and_then(|before| memchr::memrchr(b'\n', before)).map_or(0, |found| found + 1)
}

fn line_end(text: &[u8], at: usize) -> usize {
    text.get(at..).and_then(|rest| memchr::memchr(b'\n', rest)).map_or(text.len(), |found| at + found)
}

/// Hardens every backend block in raw text.
pub fn fix(raw: &str, options: &Options) -> Fix {
    let known = version::Known::of(raw, options);
    let mut out = Fix::default();
    let found = find(raw);
    let looks_like_terraform =
        ["terraform {", "provider \"", "resource \"", "module \"", "variable \"", "\"terraform\":"]
            .iter()
            .any(|word| raw.contains(word));
    let whole = whole_syntax(raw, &found);
    let live = found.iter().filter(|one| one.dialect != Dialect::Partial).count();
    for one in &found {
        let Checked { mut findings, changes, variables, to_lock_file } = findings::check(one, known, raw);
        let parses = whole.is_none() && one.closed;
        if !parses {
            let reason = whole.clone().unwrap_or_else(|| "its closing brace is missing".to_owned());
            findings.insert(
                0,
                Finding {
                    id: "syntax-error".to_owned(),
                    severity: Severity::Critical,
                    attribute: None,
                    message: format!(
                        "This does not read as {}: {reason}.",
                        if one.dialect == Dialect::Json { "JSON" } else { "HCL" }
                    ),
                    fix: "Correct that place first. What could be read all the same is told below."
                        .to_owned(),
                    source: "HCL native syntax specification, hashicorp/hcl v2".to_owned(),
                    span: Some(one.span),
                },
            );
        }
        if live > 1 && one.dialect != Dialect::Partial && duplicates(&found, one, raw) {
            findings.push(Finding {
                id: "duplicate-backend".to_owned(),
                severity: Severity::High,
                attribute: None,
                message:
                    "This text has more than one live backend; one module takes only one, and init stops."
                        .to_owned(),
                fix: "Keep one of them.".to_owned(),
                source: "terraform init 1.11.4, run".to_owned(),
                span: Some(one.span),
            });
        }
        let edits = if parses { edit::edits(raw, one, &changes) } else { Vec::new() };
        let before = one.span.of(raw);
        let local: Vec<Edit> = edits
            .iter()
            .filter(|edit| one.span.start <= edit.span.start && edit.span.end <= one.span.end)
            .map(|edit| Edit {
                span: Span::new(edit.span.start - one.span.start, edit.span.end - one.span.start),
                text: edit.text.clone(),
            })
            .collect();
        let after = text::apply(before, &local);
        let changed = after != before;
        let diff = changed.then(|| text::unified_diff("backend", before, &after));
        out.blocks.push(Block {
            backend: one.label.clone(),
            dialect: one.dialect,
            span: one.span,
            parses,
            findings,
            hardened: changed.then_some(after),
            diff,
            migration: migration(one, &changes, &variables, to_lock_file, known.tofu),
            edits: if changed { edits } else { Vec::new() },
            settings: settings_of(one),
        });
    }
    if out.blocks.is_empty() {
        if let Some(reason) = whole.filter(|_| looks_like_terraform) {
            out.notes.push(format!("The configuration does not read as HCL: {reason}."));
        } else if looks_like_terraform {
            out.notes.push("No live backend block was found. Without one the state is a local file; paste the block, or the backend.hcl that init is given.".to_owned());
        }
    }
    if !out.blocks.is_empty() {
        let stores = companions::store::stores(&found, known);
        if stores.len() > companions::MOST {
            out.notes.push(format!(
                "Companion files are given for the first {} places where states live; paste the others apart.",
                companions::MOST
            ));
        }
        out.companions = companions::companions(&stores);
        out.prevention = prevention::prevention(&stores);
        out.why_not = why_not::why_not(&stores);
    }
    out
}

fn find(raw: &str) -> Vec<Found> {
    let may = [
        "backend",
        "remote_state",
        "cloud",
        "bucket",
        "conn_str",
        "storage_account",
        "address",
        "secret_suffix",
        "organization",
        "access_key",
    ]
    .iter()
    .any(|word| raw.contains(word));
    if !may {
        return Vec::new();
    }
    if let Some(blocks) = json::blocks(raw) {
        return blocks;
    }
    let scanner = Scanner::new(raw);
    let mut found = scanner.blocks();
    if found.is_empty() {
        found.extend(scanner.partial());
    }
    if found.is_empty() {
        found.extend(scanner.command_line());
    }
    // Vault, Consul and Nomad servers have stanzas of the same name.
    if raw.contains("listener \"") && !raw.contains("terraform {") {
        found.retain(|one| one.enclosed && one.dialect != Dialect::Terraform);
    }
    found
}

/// Two live blocks of one module: in one text without file names between them.
fn duplicates(found: &[Found], one: &Found, raw: &str) -> bool {
    found.iter().filter(|other| other.dialect != Dialect::Partial && other.span != one.span).any(|other| {
        let (first, second) = if other.span.start < one.span.start { (other, one) } else { (one, other) };
        let between = raw.get(first.span.end..second.span.start).unwrap_or("");
        // A file's name, a fence, a heading or prose between them says that they are of different places.
        let prose = between.lines().any(|line| {
            let line = line.trim();
            line.starts_with("```")
                || line.starts_with("==")
                || line.starts_with("---")
                || (line.contains(".tf") && line.len() < 120)
                || line.starts_with("Error")
        });
        !prose
    })
}

/// Why the whole text is no HCL; none where it is, or where it is a mixed paste that nobody meant as a file.
fn whole_syntax(raw: &str, found: &[Found]) -> Option<String> {
    let text = raw.trim_start_matches('\u{feff}');
    if text.len() > 1 << 20 || found.is_empty() {
        return None;
    }
    if found.iter().any(|one| one.dialect == Dialect::Json) {
        return None;
    }
    let mixed = [
        "Error:",
        "Error ",
        "Lock Info:",
        "unlocked",
        "unlock state",
        "```",
        "╷",
        "│",
        "-backend-config",
        "$ terraform",
    ]
    .iter()
    .any(|mark| text.contains(mark))
        || found.iter().all(|one| one.dialect == Dialect::Partial && one.body.start == one.body.end);
    let parse = |text: &str| {
        hcl_edit::parser::parse_body(text).err().map(|error| {
            let place = error.location();
            let message = error.message().lines().next().unwrap_or("it is not legal there").trim().to_owned();
            format!("line {}, column {}: {message}", place.line(), place.column())
        })
    };
    if !mixed {
        return parse(&text.replace("\r\n", "\n"));
    }
    // Of a mixed paste each block is tried alone.
    found.iter().find_map(|one| {
        let block = one.span.of(raw).replace("\r\n", "\n");
        if block.contains('│') { None } else { parse(&block) }
    })
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

/// The exact commands around the change, in order.
fn migration(
    block: &Found,
    changes: &[findings::Change],
    variables: &[(&'static str, String)],
    to_lock_file: bool,
    tofu: bool,
) -> Vec<String> {
    let program = if tofu { "tofu" } else { "terraform" };
    let mut out = Vec::new();
    if !changes.is_empty() {
        for (_, variable) in variables {
            out.push(format!(
                "Rotate the credential that stood in the block, then export {variable} where {program} runs."
            ));
        }
        out.push(format!("Before: {program} state pull | sha256sum"));
        out.push(if block.dialect == Dialect::Terragrunt {
            "terragrunt init -reconfigure".to_owned()
        } else {
            format!("{program} init -reconfigure")
        });
        out.push(format!("After: {program} state pull | sha256sum prints the same sum, and {program} plan -detailed-exitcode ends with 0."));
        out.push(format!("Way back: restore the block, then {program} init -reconfigure."));
    }
    if to_lock_file {
        out.extend(
            [
                "From the table to the lock file, without an unlocked moment:",
                "1. Bring every client (CI, laptops, Atlantis) to Terraform or OpenTofu 1.10 or later; required_version = \">= 1.10.0\" enforces it.",
                "2. Grant s3:GetObject, s3:PutObject and s3:DeleteObject on <key>.tflock.",
                "3. Keep dynamodb_table, add use_lockfile = true, and run init -reconfigure everywhere: both locks are taken.",
                "4. Wait until no older client can run: the longest pipeline and the longest-lived branch.",
                "5. Drop dynamodb_table, and run init -reconfigure again.",
                "6. Keep the table for one release cycle; then delete it. Before a way back delete its stale -md5 items.",
            ]
            .map(str::to_owned),
        );
    }
    out
}

/// The whole file with every block hardened; none where nothing is to change. Raw text.
pub fn harden_file(raw: &str, options: &Options) -> Option<String> {
    let edits: Vec<Edit> = fix(raw, options).blocks.into_iter().flat_map(|block| block.edits).collect();
    if edits.is_empty() {
        return None;
    }
    let hardened = text::apply(raw, &edits);
    (hardened != raw).then_some(hardened)
}

/// The backend configurations in raw text, as plain strings.
pub fn settings(raw: &str) -> Vec<Settings> {
    find(raw).iter().map(settings_of).collect()
}

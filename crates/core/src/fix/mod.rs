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
mod partial;
mod placeholder;
mod prevention;
mod read;
mod syntax;
mod version;
pub mod why_not;

use crate::backends::Settings;
use crate::diagnose::{Incident, Kind, Tool};
use crate::text::{self, Edit, Span};
use document::{Document, Host, Skip};
use findings::{Checked, Surroundings};
pub(crate) use findings::{Literal, LockMove, Review};
use read::{Found, Style, Value};
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

/// The file that a line is a heading of: `# dev/backend.tf`, `=== b.hcl ===`, `+++ b/main.tf`.
fn file_named(line: &str) -> Option<&str> {
    let name = line
        .trim_matches(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '/' | '_' | '-'))
        .trim_matches('-');
    let name = name.trim_start_matches("a/").trim_start_matches("b/");
    let is_file = !name.contains(char::is_whitespace)
        && [".tf", ".hcl", ".tf.json", ".tofu", ".tfbackend"].iter().any(|end| name.ends_with(end));
    is_file.then_some(name)
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

/// A paste, read.
#[derive(Default)]
struct Reading<'t> {
    documents: Vec<Document<'t>>,
    /// One per document.
    facts: Vec<Facts>,
    /// In the order of the paste; readers come last.
    found: Vec<Found>,
    servers: Vec<Span>,
    has_state_store: bool,
}

#[derive(Default)]
struct Facts {
    versions: Vec<String>,
    has_encryption: bool,
    is_one_file: bool,
    /// Why it is no JSON, where it was meant as such.
    mistake: Option<String>,
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
    let reading = read(raw);
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

/// More blocks than this are no configuration that a person pasted; they are told, not judged.
const MOST: usize = 200;

/// More arguments than this no backend has: something else was taken into the block. The rest is told, not judged.
const ARGUMENTS: usize = 300;

/// Words without which there is no configuration to be found.
const WORDS: [&str; 16] = [
    "backend",
    "remote_state",
    "cloud",
    "bucket",
    "conn_str",
    "storage_account",
    "container_name",
    "address",
    "secret_suffix",
    "organization",
    "access_key",
    "dynamodb_table",
    "use_lockfile",
    "state_store",
    "listener",
    "storage",
];

fn read(raw: &str) -> Reading<'_> {
    const DOCUMENTS: usize = 500;
    let mut out = Reading::default();
    if !WORDS.iter().any(|word| crate::text::find_bytes(raw.as_bytes(), word.as_bytes()).is_some()) {
        return out;
    }
    let mut queue = vec![(Span::new(0, raw.len()), Host::Paste, false, 0_u32)];
    let mut at = 0;
    while let Some((span, host, in_terragrunt, depth)) = queue.get(at).copied() {
        at += 1;
        let document = Document::new(raw, span, host);
        let index = out.documents.len();
        let mut facts = Facts::default();
        if let Some((finds, mistake)) = json::finds(&document, index) {
            facts.versions = finds.versions;
            facts.has_encryption = finds.has_encryption;
            facts.mistake = mistake;
            facts.is_one_file = true;
            out.has_state_store |= finds.state_store.is_some();
            out.found.extend(finds.found);
        } else {
            let body = document.read();
            let mut finds = read::finds(&document, &body, index, in_terragrunt);
            if finds.found.is_empty() && finds.server.is_none() {
                finds.found.extend(partial::files(&document, &body, index));
            }
            let refs: Vec<&Found> = finds.found.iter().collect();
            let are_files = refs.len() > 1 && refs.iter().all(|one| one.dialect == Dialect::Partial);
            facts.is_one_file = !are_files && syntax::is_one_file(&document, &body, &refs);
            let is_terragrunt = finds.is_terragrunt || in_terragrunt;
            if depth < 4 {
                let room = DOCUMENTS.saturating_sub(queue.len());
                queue.extend(
                    document
                        .inner
                        .iter()
                        .filter(|(span, _)| WORDS.iter().any(|word| span.of(raw).contains(word)))
                        .take(room)
                        .map(|(span, host)| {
                            (*span, *host, is_terragrunt && *host == Host::Heredoc, depth + 1)
                        }),
                );
            }
            facts.versions = finds.versions;
            facts.has_encryption = finds.has_encryption;
            out.has_state_store |= finds.state_store.is_some();
            out.servers.extend(finds.server);
            out.found.extend(finds.found);
        }
        out.documents.push(document);
        out.facts.push(facts);
    }
    for one in &mut out.found {
        one.is_cut = one.arguments.len() > ARGUMENTS;
        one.arguments.truncate(ARGUMENTS);
    }
    let live = out.found.iter().find(|one| !one.is_reader).map(|one| one.label.clone());
    let is_comment = |at: usize| {
        out.documents
            .iter()
            .any(|document| document.span.start <= at && at < document.span.end && document.is_comment(at))
    };
    let commands = partial::command_lines(raw, &is_comment, live.as_deref(), 0);
    out.found.extend(commands);
    text::sort_by_numbers(&mut out.found, |one| (usize::from(one.is_reader), one.span.start));
    out
}

impl Reading<'_> {
    /// Why the text of this configuration is no HCL or JSON.
    fn reason(&self, one: &Found, known: &mut BTreeMap<Span, Option<String>>) -> Option<String> {
        if one.style == Style::CommandLine {
            return None;
        }
        let (document, facts) = self.documents.get(one.document).zip(self.facts.get(one.document))?;
        if one.style == Style::Json {
            return facts.mistake.clone();
        }
        // What runs to the end of a long text need not be parsed to see what is wrong with it.
        if !one.closed && one.span.end - one.span.start > 1 << 20 {
            return Some("its closing brace is missing".to_owned());
        }
        // A heredoc in a configuration: the file around it has to be legal too.
        let mut regions =
            vec![syntax::region(document, facts.is_one_file && document.host == Host::Paste, one)];
        if document.host == Host::Heredoc
            && let Some((paste, facts)) = self.documents.first().zip(self.facts.first())
            && facts.is_one_file
        {
            regions.insert(0, syntax::region(paste, true, one));
        }
        let raw = document.raw;
        let in_script =
            document.host != Host::Fence && !self.facts.first().is_some_and(|one| one.is_one_file);
        let mut reason = |span: Span| {
            let reason = if in_script { syntax::reason_in_script } else { syntax::reason };
            known.entry(span).or_insert_with(|| reason(raw, span)).clone()
        };
        regions
            .into_iter()
            .find_map(&mut reason)
            .or_else(|| (!one.closed).then(|| "its closing brace is missing".to_owned()))
    }

    /// A second live backend of the same module.
    fn duplicate(&self, one: &Found) -> Option<Finding> {
        let counts = |other: &Found| !other.is_reader && other.dialect != Dialect::Partial;
        if !counts(one) {
            return None;
        }
        let other = self.found.iter().take(MOST).find(|other| {
            counts(other)
                && other.span != one.span
                && (other.document == one.document
                    || other.dialect == Dialect::Terragrunt && one.dialect == Dialect::Terragrunt)
                && self.is_same_module(one, other)
        })?;
        _ = other;
        let message = if one.dialect == Dialect::Terragrunt {
            "This text sets the backend twice; Terragrunt writes two backends into one module, and init stops with \"Duplicate backend configuration\"."
        } else {
            "This text has more than one live backend or cloud block; a module takes one, and init stops with \"Duplicate backend configuration\"."
        };
        Some(Finding {
            id: "duplicate-backend".to_owned(),
            severity: Severity::High,
            attribute: None,
            message: message.to_owned(),
            fix: "Keep the one that says where the state is today. Both are left as they are.".to_owned(),
            source: findings::INIT.to_owned(),
            span: Some(one.span),
        })
    }

    /// Two files whose blocks name the same place.
    fn shared(&self, raw: &str, one: &Found) -> Option<Finding> {
        let counts = |one: &Found| !one.is_reader && one.dialect != Dialect::Partial;
        let place = place(one).filter(|_| counts(one))?;
        let heading = |one: &Found| {
            raw.get(..one.span.start).unwrap_or("").lines().rev().take(2000).find_map(file_named)
        };
        let here = heading(one)?;
        self.found
            .iter()
            .take(MOST)
            .filter(|other| counts(other) && other.span != one.span && other.label == one.label)
            .filter(|other| self::place(other).as_ref() == Some(&place))
            .find(|other| heading(other).is_some_and(|there| there != here))?;
        Some(Finding {
            id: "shared-state-key".to_owned(),
            severity: Severity::High,
            attribute: None,
            message: "Another file of this paste names the same place: two stacks would share one state, and each plan would destroy what the other made.".to_owned(),
            fix: "See whose state it is (terraform state list), and give the other stack a place of its own before its first apply.".to_owned(),
            source: findings::INIT.to_owned(),
            span: Some(one.span),
        })
    }

    /// No file name, divider or template's `else` between the two.
    fn is_same_module(&self, one: &Found, other: &Found) -> bool {
        let Some(document) = self.documents.first() else { return true };
        let (first, second) = if one.span.start < other.span.start { (one, other) } else { (other, one) };
        let between = document.raw.get(first.span.end..second.span.start).unwrap_or("");
        !between.lines().any(|line| {
            let line = line.trim();
            file_named(line).is_some()
                || line.starts_with("```")
                || line.starts_with("==")
                || line.starts_with("---")
                || line.starts_with("Error")
                || ["%{ else", "%{else", "{% el", "{%- el", "{{ else", "{{else", "{{- else"]
                    .iter()
                    .any(|mark| line.contains(mark))
        })
    }

    fn notes(&self, raw: &str, blocks: &[Block]) -> Vec<String> {
        let mut out = Vec::new();
        if self.found.len() > MOST {
            let rest = self.found.len() - MOST;
            out.push(format!(
                "Only the first {MOST} configurations were judged; paste the other {rest} apart."
            ));
        }
        let has = |word: &str| raw.contains(word);
        if self.found.iter().any(|one| one.is_cut) {
            out.push(format!(
                "A block has more than {ARGUMENTS} arguments, which no backend has; the rest was not judged, and the block is not edited. See whether its closing brace is missing."
            ));
        }
        if self.has_state_store {
            out.push("A state_store block keeps the state in a provider. It is experimental in Terraform, and is told but not judged here.".to_owned());
        }
        if has("remote_state_backend") || has("backend_type:") {
            out.push(
                "Atmos writes the backend from its own YAML; paste the backend.tf.json that it generates."
                    .to_owned(),
            );
        } else if has("cdktf") && blocks.is_empty() {
            out.push("CDK for Terraform writes the backend from a program; paste the cdk.tf.json that it generates.".to_owned());
        }
        if blocks.is_empty() && has("-backend-config") {
            out.push("init is given its backend's arguments by a file: paste that file too.".to_owned());
        } else if blocks.is_empty()
            && ["find_in_parent_folders(", "\nunit \"", "\nstack \""].iter().any(|word| has(word))
        {
            out.push("Terragrunt takes the backend from the file that include names (root.hcl or a terragrunt.hcl above): paste that file.".to_owned());
        }
        let is_configuration =
            ["terraform {", "provider \"", "resource \"", "module \"", "variable \"", "\"terraform\":"]
                .iter()
                .any(|word| has(word));
        let none = blocks.iter().all(|block| block.backend == "none");
        if !none || !is_configuration {
            return out;
        }
        if let Some((document, facts)) = self.documents.first().zip(self.facts.first())
            && facts.is_one_file
            && let Some(reason) = syntax::reason(raw, document.span)
        {
            out.push(format!("The configuration does not read as HCL: {reason}."));
        }
        out.push("No live backend block was found. Without one the state is a local file; paste the block, or the backend.hcl that init is given.".to_owned());
        out
    }
}

/// Where the state of a block lives, where every part of that is known.
fn place(one: &Found) -> Option<Vec<&str>> {
    let text = |name: &str, default: Option<&'static str>| match one.get(name).map(|found| &found.value) {
        Some(Value::Text(text)) if !text.contains("${") && findings::placeholder(text).is_none() => {
            Some(text.as_str())
        }
        Some(_) => None,
        None => default,
    };
    let parts: &[(&str, Option<&'static str>)] = match one.label.as_str() {
        "s3" => &[("bucket", None), ("key", None), ("endpoint", Some("")), ("endpoints", Some(""))],
        "gcs" => &[("bucket", None), ("prefix", Some(""))],
        "azurerm" => &[("storage_account_name", None), ("container_name", None), ("key", None)],
        "pg" => &[("conn_str", None), ("schema_name", Some("terraform_remote_state"))],
        "consul" => &[("path", None), ("address", Some("")), ("datacenter", Some(""))],
        "http" => &[("address", None)],
        "kubernetes" => {
            &[("secret_suffix", None), ("namespace", Some("default")), ("config_context", Some(""))]
        }
        "oss" => &[("bucket", None), ("prefix", Some("env:")), ("key", Some("terraform.tfstate"))],
        "cos" => &[("bucket", None), ("prefix", Some("")), ("key", Some("terraform.tfstate"))],
        "oci" => &[("namespace", None), ("bucket", None), ("key", Some("terraform.tfstate"))],
        _ => return None,
    };
    parts.iter().map(|(name, default)| text(name, *default)).collect()
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

/// The same edits of a text that begins elsewhere.
fn moved(edits: &[Edit], by: impl Fn(usize) -> usize) -> Vec<Edit> {
    edits
        .iter()
        .map(|edit| Edit { span: Span::new(by(edit.span.start), by(edit.span.end)), text: edit.text.clone() })
        .collect()
}

/// The edits, with the columns that the lines of this configuration have.
fn in_columns(raw: &str, document: &Document<'_>, one: &Found, edits: Vec<Edit>) -> Vec<Edit> {
    if one.style != Style::Hcl || edits.is_empty() {
        return edits;
    }
    let mark = if raw.starts_with('\u{feff}') { 3 } else { 0 };
    let from = line_start(document.text, one.span.start).max(document.span.start).max(mark);
    let lines = Span::new(from, line_end(document.text, one.span.end));
    if edits.iter().any(|edit| edit.span.start < lines.start || lines.end < edit.span.end) {
        return edits;
    }
    let before = lines.of(raw);
    let after = text::apply(before, &moved(&edits, |at| at - lines.start));
    match layout::realigned(before, &after) {
        Some(after) => moved(&text::line_edits(before, &after), |at| at + lines.start),
        None => edits,
    }
}

/// An edit is offered only if what comes out is as legal as what went in, and needs no second run.
fn legal(raw: &str, document: &Document<'_>, one: &Found, edits: Vec<Edit>) -> Vec<Edit> {
    if edits.is_empty() {
        return edits;
    }
    let whole = match one.style {
        Style::Json => document.span,
        Style::Hcl => syntax::region(document, false, one),
        Style::CommandLine => return edits,
    };
    if edits.iter().any(|edit| edit.span.start < whole.start || whole.end < edit.span.end) {
        return Vec::new();
    }
    let local = moved(&edits, |at| at - whole.start);
    let after = text::apply(whole.of(raw), &local);
    let is_legal = match one.style {
        Style::Json => {
            serde_json::from_str::<serde::de::IgnoredAny>(after.trim_start_matches('\u{feff}')).is_ok()
        }
        _ => syntax::reason_in_script(&after, Span::new(0, after.len())).is_none(),
    };
    if is_legal { edits } else { Vec::new() }
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
    read(raw).found.iter().take(MOST).filter(|one| !one.is_reader).map(settings_of).collect()
}

impl Fix {
    /// The same, where [`fix()`] was asked already.
    pub fn settings(&self) -> Vec<Settings> {
        self.blocks.iter().filter(|one| !one.is_reader).map(|one| one.settings.clone()).collect()
    }
}

//! A paste, read: its documents, the configurations in them, and what they say of each other.

use super::document::{Document, Host};
use super::read::{self, Found, Style, Value};
use super::{Block, Dialect, Finding, Severity, findings, json, partial, syntax};
use crate::text::{self, Span};
use std::collections::BTreeMap;

/// A paste, read.
#[derive(Default)]
pub(super) struct Reading<'t> {
    pub(super) documents: Vec<Document<'t>>,
    /// One per document.
    pub(super) facts: Vec<Facts>,
    /// In the order of the paste; readers come last.
    pub(super) found: Vec<Found>,
    pub(super) servers: Vec<Span>,
    has_state_store: bool,
}

#[derive(Default)]
pub(super) struct Facts {
    pub(super) versions: Vec<String>,
    pub(super) has_encryption: bool,
    pub(super) is_one_file: bool,
    /// Why it is no JSON, where it was meant as such.
    mistake: Option<String>,
}

/// More blocks than this are no configuration that a person pasted; they are told, not judged.
pub(super) const MOST: usize = 200;

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

pub(super) fn read(raw: &str) -> Reading<'_> {
    const DOCUMENTS: usize = 500;
    let mut out = Reading::default();
    if !WORDS.iter().any(|word| text::find_bytes(raw.as_bytes(), word.as_bytes()).is_some()) {
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
    pub(super) fn reason(&self, one: &Found, known: &mut BTreeMap<Span, Option<String>>) -> Option<String> {
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
    pub(super) fn duplicate(&self, one: &Found) -> Option<Finding> {
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
    pub(super) fn shared(&self, raw: &str, one: &Found) -> Option<Finding> {
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

    pub(super) fn notes(&self, raw: &str, blocks: &[Block]) -> Vec<String> {
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

/// The file that a line is a heading of: `# dev/backend.tf`, `=== b.hcl ===`, `+++ b/main.tf`.
pub(super) fn file_named(line: &str) -> Option<&str> {
    let name = line
        .trim_matches(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '/' | '_' | '-'))
        .trim_matches('-');
    let name = name.trim_start_matches("a/").trim_start_matches("b/");
    let is_file = !name.contains(char::is_whitespace)
        && [".tf", ".hcl", ".tf.json", ".tofu", ".tfbackend"].iter().any(|end| name.ends_with(end));
    is_file.then_some(name)
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

//! What is wrong with one block, and the changes that mend it: what holds for every backend.
//!
//! Ids, when they fire and when they must not: facts/backend-hardening.md 2 of this project. What only one backend has
//! stands in its file, section *Configuration*.

mod names;
mod secrets;
mod shared;
mod values;

pub(super) use super::placeholder::placeholder;
use super::read::{Argument, Found, Style, Value};
use super::version::Known;
use super::{Dialect, Finding, Severity};
use crate::backends::{self, configuration::Configuration};
use crate::text::Span;
pub(super) use names::nearest;

/// A change of the block, before it becomes bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    /// `name = value` after the last argument.
    Insert(String, Literal),
    /// The value's bytes.
    Value(Span, Literal),
    /// The name's bytes.
    Rename(Span, String),
    /// The argument with its line.
    Delete(Argument),
    /// Some bytes.
    Bytes(Span, String),
}

/// A value, before it is written as HCL or JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Literal {
    True,
    /// As the user wrote it, quotes included.
    Written(String),
    List(Vec<Literal>),
    /// Names and values, on lines of their own.
    Object(Vec<(String, Literal)>),
    /// The same on one line.
    Inline(Vec<(String, Literal)>),
}

/// How a block's lock is meant to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum LockMove {
    #[default]
    None,
    /// Only a table locks, and nothing is changed here.
    TableOffered,
    /// The lock file is added beside the table.
    TableKept,
    /// Both lock already.
    Both,
    /// Nothing locked; the lock file is added.
    FileAdded,
}

/// What was taken out, and what replaces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Removed {
    pub(crate) argument: String,
    pub(crate) variable: String,
    /// The very value is needed on, or the state cannot be read: it must not be exchanged.
    pub(crate) is_state_key: bool,
}

/// What [`check`] gives.
#[derive(Debug, Default)]
pub(super) struct Checked {
    pub(super) findings: Vec<Finding>,
    pub(super) changes: Vec<Change>,
    pub(super) removed: Vec<Removed>,
    pub(super) lock_move: LockMove,
}

/// One block while it is looked at. The functions of the backends ask it and tell it.
pub(crate) struct Review<'a> {
    pub(super) block: &'a Found,
    configuration: &'a Configuration,
    known: Known,
    raw: &'a str,
    /// Every required argument is in the block, and nothing comes later.
    is_complete: bool,
    has_encryption: bool,
    out: Checked,
}

/// Run, not read.
pub(crate) const INIT: &str = "terraform init 1.11.4, run";

const REMOVED: [&str; 7] = ["artifactory", "azure", "etcd", "etcdv3", "manta", "swift", "atlas"];

/// What the text around a block says.
pub(super) struct Surroundings<'a> {
    pub(super) raw: &'a str,
    /// From constraints, the page's choice and what was printed.
    pub(super) known: Known,
    /// OpenTofu encrypts the state itself.
    pub(super) has_encryption: bool,
    /// The comment on an argument's line.
    pub(super) comment: &'a dyn Fn(usize) -> &'a str,
    /// Comments within the block.
    pub(super) comments: &'a [&'a str],
    /// The text is a configuration's file, not an excerpt in something else.
    pub(super) is_file: bool,
}

pub(super) fn check(block: &Found, around: &Surroundings<'_>) -> Checked {
    let label = block.label.as_str();
    // Terragrunt computes its backend as it computes everything.
    if label == "unknown" && block.dialect == Dialect::Terragrunt {
        return Checked::default();
    }
    if label.is_empty() || label == "unknown" || placeholder(label).is_some() || label.contains("${") {
        let mut out = Checked::default();
        out.findings.push(finding(
            "placeholder-value",
            Severity::Medium,
            None,
            "The backend's name is filled in from elsewhere, so its arguments cannot be judged.",
            "Fill it in, and paste the block again.",
            INIT,
            block.span,
        ));
        return out;
    }
    let Some(configuration) = backends::configuration(label) else {
        let mut out = Checked::default();
        if label != "inmem" {
            let near = nearest(label, backends::CONFIGURATIONS.iter().map(|one| one.label));
            out.findings.push(finding(
                &format!("unknown-backend:{label}"),
                Severity::High,
                None,
                &format!("No version of Terraform or OpenTofu has a backend \"{label}\"; init stops with \"Unsupported backend type\"."),
                &near.map_or_else(
                    || "Use the name of a backend that exists.".to_owned(),
                    |near| format!("Did you mean \"{near}\"?"),
                ),
                INIT,
                block.span,
            ));
        }
        return out;
    };
    let mut known = around.known.with_block(block, configuration, around.has_encryption);
    // What is written into the block may need a version, which then lets more be mended: a second run finds nothing.
    for _ in 0..3 {
        let out = reviewed(block, configuration, known, around);
        let needed = out
            .changes
            .iter()
            .filter_map(|change| match change {
                Change::Insert(name, _) | Change::Rename(_, name) => {
                    configuration.arguments.iter().find(|one| one.name == name)
                }
                Change::Value(span, Literal::True) => block
                    .arguments
                    .iter()
                    .find(|one| one.value_span == *span)
                    .and_then(|one| configuration.arguments.iter().find(|known| known.name == one.name)),
                _ => None,
            })
            .filter_map(|one| if known.tofu { one.tofu.since } else { one.terraform.since })
            .max();
        let raised = known.raised_to(needed);
        if raised == known {
            return out;
        }
        known = raised;
    }
    reviewed(block, configuration, known, around)
}

fn reviewed(
    block: &Found,
    configuration: &Configuration,
    known: Known,
    around: &Surroundings<'_>,
) -> Checked {
    let missing = missing(block, configuration);
    // Terragrunt hands its own encryption on to OpenTofu.
    let has_encryption = around.has_encryption || block.outer.iter().any(|one| one.name == "encryption");
    let mut review = Review {
        block,
        configuration,
        known,
        raw: around.raw,
        is_complete: missing.is_empty()
            && block.dialect != Dialect::Partial
            && (block.is_literal || block.dialect != Dialect::Terragrunt)
            && !block.is_reader,
        has_encryption,
        out: Checked::default(),
    };
    if !block.is_reader {
        review.place(&missing, around.is_file);
    }
    review.values(around);
    if !block.is_reader {
        review.names(around.known);
        review.nested();
    }
    backends::check(configuration, &mut review);
    review.terragrunt();
    review.comments(around.comments);
    if block.is_reader {
        review.out.findings.retain(|one| {
            matches!(one.id.as_str(), "hardcoded-credential" | "credential-attribute" | "insecure-transport")
        });
        let gone: Vec<String> = review.out.removed.iter().map(|one| one.argument.clone()).collect();
        review.out.changes.retain(|change| match change {
            Change::Delete(one) => gone.iter().any(|path| path.rsplit('.').next() == Some(one.name.as_str())),
            Change::Bytes(span, _) => *span != block.label_span,
            _ => false,
        });
        review.out.lock_move = LockMove::None;
    }
    let mut out = review.out;
    crate::text::sort_by_numbers(&mut out.findings, |one| (one.severity as usize, 0));
    out
}

fn finding(
    id: &str,
    severity: Severity,
    attribute: Option<&str>,
    message: &str,
    fix: &str,
    source: &str,
    span: Span,
) -> Finding {
    Finding {
        id: id.to_owned(),
        severity,
        attribute: attribute.map(str::to_owned),
        message: message.to_owned(),
        fix: fix.to_owned(),
        source: source.to_owned(),
        span: Some(span),
    }
}

fn missing(block: &Found, configuration: &Configuration) -> Vec<&'static str> {
    let is_cloud = block.label == "cloud";
    configuration
        .arguments
        .iter()
        .filter(|one| one.is_required && !is_cloud)
        .map(|one| one.name)
        .filter(|name| block.get(name).is_none() && !block.blocks.iter().any(|(block, _)| block == name))
        .collect()
}

impl<'a> Review<'a> {
    // -------------------------------------------------------------------------------------- Asking

    pub(crate) fn label(&self) -> &'a str {
        &self.block.label
    }

    fn get(&self, name: &str) -> Option<&'a Argument> {
        self.block.get(name)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The string as written, or a nested one: `endpoints.s3`.
    pub(crate) fn text(&self, name: &str) -> Option<&'a str> {
        let argument = match name.split_once('.') {
            None => self.get(name)?,
            Some((outer, inner)) => match &self.get(outer)?.value {
                Value::Object(arguments) => arguments.iter().find(|one| one.name == inner)?,
                _ => return None,
            },
        };
        match &argument.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A string that is what it says: not empty, no template, no stand-in.
    pub(crate) fn literal(&self, name: &str) -> Option<&'a str> {
        self.text(name).filter(|text| !text.is_empty() && !text.contains("${") && placeholder(text).is_none())
    }

    /// Literally true or false, quoted or not.
    pub(crate) fn is(&self, name: &str, wanted: bool) -> bool {
        match self.get(name).map(|one| &one.value) {
            Some(Value::Bool(flag)) => *flag == wanted,
            Some(Value::Text(text)) => text == if wanted { "true" } else { "false" },
            _ => false,
        }
    }

    /// Set to something that only the run knows.
    pub(crate) fn is_computed(&self, name: &str) -> bool {
        match self.get(name).map(|one| &one.value) {
            Some(Value::Expression(_)) => true,
            Some(Value::Text(text)) => text.contains("${") || placeholder(text).is_some(),
            _ => false,
        }
    }

    /// Set, and not to an empty string.
    pub(crate) fn is_set(&self, name: &str) -> bool {
        match self.get(name).map(|one| &one.value) {
            Some(Value::Text(text)) => !text.is_empty(),
            Some(_) => true,
            None => false,
        }
    }

    pub(crate) fn is_complete(&self) -> bool {
        self.is_complete
    }

    pub(crate) fn is_partial_file(&self) -> bool {
        self.block.dialect == Dialect::Partial
    }

    pub(crate) fn is_terragrunt(&self) -> bool {
        self.block.dialect == Dialect::Terragrunt
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.block.arguments.is_empty() && self.block.blocks.is_empty()
    }

    /// The unknown argument that was meant as this one.
    pub(crate) fn misspelt(&self, name: &str) -> Option<&'a str> {
        let names = || self.configuration.arguments.iter().map(|one| one.name);
        let unknown = self.block.arguments.iter().map(|one| one.name.as_str());
        let mut unknown = unknown.filter(|one| !names().any(|known| known == *one));
        unknown.find(|one| nearest(one, names()) == Some(name))
    }

    pub(crate) fn known(&self) -> Known {
        self.known
    }

    pub(crate) fn has_own_encryption(&self) -> bool {
        self.has_encryption
    }

    /// Whether lines can be put into this text.
    pub(crate) fn takes_lines(&self) -> bool {
        self.block.style != Style::CommandLine
    }

    // ------------------------------------------------------------------------------------- Telling

    pub(crate) fn tell(
        &mut self,
        id: impl Into<String>,
        severity: Severity,
        attribute: Option<&str>,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) {
        self.tell_from(id, severity, attribute, message, fix, self.configuration.source);
    }

    pub(crate) fn tell_from(
        &mut self,
        id: impl Into<String>,
        severity: Severity,
        attribute: Option<&str>,
        message: impl Into<String>,
        fix: impl Into<String>,
        source: &str,
    ) {
        let id = id.into();
        // More than this nobody reads.
        if self.out.findings.len() >= 400 {
            return;
        }
        if self.out.findings.iter().any(|one| one.id == id && one.attribute.as_deref() == attribute) {
            return;
        }
        let span = attribute.and_then(|path| self.span_of(path)).unwrap_or(self.block.span);
        self.out.findings.push(finding(&id, severity, attribute, &message.into(), &fix.into(), source, span));
    }

    fn span_of(&self, path: &str) -> Option<Span> {
        let whole = |one: &Argument| Span::new(one.name_span.start, one.value_span.end);
        if let Some(one) = self.get(path) {
            return Some(whole(one));
        }
        let (outer, inner) = path.split_once('.')?;
        let nested =
            self.block.blocks.iter().find(|(name, _)| name == outer).map(|(_, inner)| inner.as_slice());
        let inside = match self.get(outer).map(|one| &one.value) {
            Some(Value::Object(inner)) => inner.as_slice(),
            _ => nested?,
        };
        inside.iter().find(|one| one.name == inner).or_else(|| inside.first()).map(whole)
    }

    // ------------------------------------------------------------------------------------- Changing

    pub(crate) fn insert(&mut self, name: &str, value: Literal) {
        self.out.changes.push(Change::Insert(name.to_owned(), value));
    }

    /// Sets an argument to true where it stands, or adds it.
    pub(crate) fn set_true(&mut self, name: &str) {
        match self.get(name) {
            Some(argument) => {
                let span = argument.value_span;
                self.out.changes.push(Change::Value(span, Literal::True));
            }
            None => self.insert(name, Literal::True),
        }
    }

    pub(crate) fn rename(&mut self, name: &str, new: &str) {
        if let Some(argument) = self.get(name) {
            self.out.changes.push(Change::Rename(argument.name_span, new.to_owned()));
        }
    }

    pub(crate) fn set(&mut self, name: &str, value: Literal) {
        if let Some(argument) = self.get(name) {
            self.out.changes.push(Change::Value(argument.value_span, value));
        }
    }

    pub(crate) fn relabel(&mut self, label: &str) {
        self.out.changes.push(Change::Bytes(self.block.label_span, label.to_owned()));
    }

    /// Takes every argument of this name out.
    pub(crate) fn delete(&mut self, name: &str) {
        for argument in self.block.arguments.iter().filter(|one| one.name == name) {
            self.out.changes.push(Change::Delete(argument.clone()));
        }
    }

    pub(crate) fn lock_move(&mut self, lock_move: LockMove) {
        self.out.lock_move = lock_move;
    }

    /// The value of an argument as it stands in the paste, quotes included; empty where it is absent.
    pub(crate) fn written_text(&self, name: &str) -> &'a str {
        self.get(name).map_or("", |one| one.value_span.of(self.raw))
    }

    /// Every string that an argument holds: its own, those of a list, those of an object.
    pub(crate) fn texts(&self, name: &str) -> Vec<&'a str> {
        match self.get(name).map(|one| &one.value) {
            Some(Value::Text(text)) => vec![text],
            Some(Value::List(items)) => items.iter().map(String::as_str).collect(),
            Some(Value::Object(members)) => members
                .iter()
                .filter_map(|one| if let Value::Text(text) = &one.value { Some(text.as_str()) } else { None })
                .collect(),
            _ => Vec::new(),
        }
    }

    pub(crate) fn has_nested(&self, outer: &str, inner: &str) -> bool {
        matches!(self.get(outer).map(|one| &one.value), Some(Value::Object(members)) if members.iter().any(|one| one.name == inner))
    }

    /// The value of an argument as the user wrote it.
    pub(crate) fn written(&self, name: &str) -> Literal {
        Literal::Written(self.written_text(name).to_owned())
    }
}

fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

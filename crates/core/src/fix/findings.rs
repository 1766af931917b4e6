//! What is wrong with one block, and the changes that mend it: what holds for every backend.
//!
//! Ids, when they fire and when they must not: facts/backend-hardening.md 2 of this project. What only one backend has
//! stands in its file, section *Configuration*.

pub(super) use super::placeholder::placeholder;
use super::placeholder::{comment_asks, is_shell_template, is_shouted};
use super::read::{Argument, Found, Style, Value};
use super::version::{Known, Standing};
use super::{Dialect, Finding, Severity};
use crate::backends::{self, configuration::Configuration, configuration::Kind, configuration::Release};
use crate::text::Span;

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

    // ------------------------------------------------------------------------------ Where it stands

    fn place(&mut self, missing: &[&'static str], is_file: bool) {
        let label = self.label().to_owned();
        if !self.block.enclosed && is_file && self.block.dialect == Dialect::Terraform {
            self.tell_from(
                "backend-block-outside-terraform",
                Severity::High,
                None,
                "A backend block stands outside a terraform block, where Terraform does not take it for one.",
                "Wrap it: terraform { backend ... }.",
                INIT,
            );
        }
        if missing.is_empty() || REMOVED.contains(&label.as_str()) {
            return;
        }
        if self.is_terragrunt() {
            if self.block.is_literal && self.block.outer.iter().any(|one| one.name == "backend") {
                for name in missing {
                    self.tell(
                        format!("missing-required:{name}"),
                        Severity::High,
                        None,
                        format!("Terragrunt's config lacks {name}, and nothing adds it later."),
                        format!("Set {name} in config."),
                    );
                }
            }
            return;
        }
        if self.is_partial_file() {
            return;
        }
        self.tell_from(
            "partial-config",
            Severity::Info,
            None,
            format!("The block leaves out {}, so init has to be given it; what else it is given cannot be seen here.", list(missing)),
            match label.as_str() {
                "s3" => "Keep the values in a file that is in version control: terraform init -backend-config=backend.hcl. Set encrypt = true and use_lockfile = true there too.",
                _ => "Keep the values in a file that is in version control, without credentials: terraform init -backend-config=backend.hcl.",
            },
            INIT,
        );
    }

    // --------------------------------------------------------------------------------------- Values

    /// Stand-ins, references, credentials, empty and impossible values.
    fn values(&mut self, around: &Surroundings<'_>) {
        for (path, argument) in flat(&self.block.arguments, &self.block.blocks) {
            let own = self.configuration.arguments.iter().find(|one| one.name == path);
            let secret = own.and_then(|one| one.secret).or_else(|| self.secret_of(&path));
            let written = match &argument.value {
                Value::Text(text) | Value::Expression(text) => text.as_str(),
                _ => "",
            };
            let is_command = self.block.style == Style::CommandLine;
            let bare = matches!(&argument.value, Value::Text(text) if is_shell_template(text));
            // A placeholder of ours stands for a value: the redacted text is judged as the raw one.
            let is_redacted = !crate::detect::is_placeholder_free(written);
            let is_stand_in = !(is_redacted || is_command && written.contains('$'))
                && (placeholder(written).is_some()
                    || bare && !self.is_terragrunt()
                    || is_shouted(&path, written)
                    || matches!(&argument.value, Value::Text(text) if !text.is_empty())
                        && secret.is_none()
                        && comment_asks((around.comment)(argument.value_span.end)));
            let is_reference = match &argument.value {
                Value::Expression(text) => !text.is_empty(),
                Value::Text(text) => has_reference(text),
                _ => false,
            };
            if is_stand_in {
                self.tell_from(
                    "placeholder-value",
                    Severity::Medium,
                    Some(&path),
                    format!("{path} holds a stand-in, not a value."),
                    format!("Fill in {path}, or leave it out and give it with -backend-config."),
                    INIT,
                );
            }
            // A template is filled in by a program; a stand-in by a person, in the file that is committed.
            if let Some(variable) = secret.filter(|_| is_stand_in && !bare)
                && placeholder(written).is_some_and(|kind| kind != "template")
            {
                self.tell_from(
                    "placeholder-secret",
                    Severity::Low,
                    Some(&path),
                    format!(
                        "The stand-in in {path} invites somebody to write the secret over it and commit it."
                    ),
                    format!(
                        "Take the line out; set {} where Terraform runs.",
                        self.variable(&path, variable)
                    ),
                    INIT,
                );
            }
            if let Some(variable) = secret {
                self.secret(&path, argument, variable, is_stand_in, is_reference);
            }
            if is_reference && !is_stand_in && !is_command && !self.is_terragrunt() && !self.block.is_reader {
                self.reference(&path, written, matches!(argument.value, Value::Expression(_)));
            }
            if written.contains("terraform.workspace") && matches!(path.as_str(), "key" | "prefix" | "path") {
                self.tell(
                    "workspace-in-key",
                    Severity::Medium,
                    Some(&path),
                    format!("{path} holds the workspace's name, which the backend already puts into the path of every workspace but default."),
                    "Leave the workspace out only together with a move of the states: another path is another state.",
                );
            }
            if matches!(&argument.value, Value::Text(text) if text.is_empty())
                && own.is_some_and(|one| one.is_required)
                && !self.block.is_reader
            {
                self.tell_from(
                    format!("empty-required:{path}"),
                    Severity::High,
                    Some(&path),
                    format!("{path} is empty, and init refuses that."),
                    format!("Set {path}, or leave the line out and pass it with -backend-config."),
                    INIT,
                );
            }
            if let Some(own) = own
                && !is_stand_in
                && !self.block.is_reader
            {
                self.kind(own.name, own.kind, argument);
            }
        }
    }

    /// Secrets that are no argument of their own.
    fn secret_of(&self, path: &str) -> Option<&'static str> {
        let name = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
        match (self.configuration.label, path) {
            ("s3", "assume_role_with_web_identity.web_identity_token") => Some("AWS_WEB_IDENTITY_TOKEN_FILE"),
            ("consul", "token") => Some("CONSUL_HTTP_TOKEN"),
            ("kubernetes", path)
                if path.starts_with("exec.env.")
                    && ["secret", "token", "password", "access_key"]
                        .iter()
                        .any(|word| name.contains(word)) =>
            {
                Some("the plugin's own variable")
            }
            ("http", path) if path.starts_with("headers.") && name.contains("authorization") => {
                Some("TF_HTTP_USERNAME and TF_HTTP_PASSWORD")
            }
            _ => None,
        }
    }

    fn kind(&mut self, name: &str, kind: Kind, argument: &Argument) {
        let wrong = match (kind, &argument.value) {
            (Kind::Bool, Value::Text(text)) if !text.contains("${") => {
                (!matches!(text.as_str(), "true" | "false" | "")).then_some("takes true or false")
            }
            (Kind::Bool, Value::List(_) | Value::Object(_)) => Some("takes true or false"),
            (Kind::Number, Value::Text(text)) if !text.contains("${") && !text.is_empty() => {
                (!crate::text::is_number(text)).then_some("takes a number")
            }
            (Kind::Number, Value::Bool(_) | Value::List(_) | Value::Object(_)) => Some("takes a number"),
            (Kind::Text, Value::List(_) | Value::Object(_)) if argument.name == name => {
                Some("takes one text")
            }
            (Kind::List, Value::Text(_) | Value::Bool(_) | Value::Number | Value::Object(_))
                if self.takes_lines() =>
            {
                Some("takes a list: [\"...\"]")
            }
            (Kind::Object, Value::Text(_) | Value::Bool(_) | Value::Number | Value::List(_))
                if self.takes_lines() =>
            {
                Some("takes { ... }")
            }
            _ => None,
        };
        if let Some(wrong) = wrong {
            self.invalid(
                name,
                &format!("{name} {wrong}; init stops with \"Incorrect attribute value type\"."),
            );
        }
    }

    pub(crate) fn invalid(&mut self, name: &str, message: &str) {
        let fix = if matches!(name, "key" | "workspace_key_prefix" | "prefix" | "bucket") {
            "Correct it only together with a move of the state: another place is another state."
        } else {
            "Correct the value."
        };
        self.tell(format!("invalid-value:{name}"), Severity::High, Some(name), message, fix);
    }

    fn reference(&mut self, path: &str, written: &str, is_expression: bool) {
        if written.contains("{{") || is_literal_conditional(written) {
            return;
        }
        let roots = roots(written);
        let early = ["var", "local", "path", "terraform"];
        if self.known.tofu
            && !self.known.is_before(1, 8)
            && roots.iter().all(|root| early.contains(&root.as_str()))
        {
            return;
        }
        let is_word = is_expression && roots.is_empty();
        let message = if is_word {
            format!(
                "{path} is a bare word, which HCL takes for a reference; init stops with \"Variables not allowed\"."
            )
        } else {
            format!(
                "{path} is computed, but Terraform takes only literals in a backend block; init stops with \"Variables not allowed\" or \"Function calls not allowed\"."
            )
        };
        let fix = if is_word {
            format!("Put {path} in quotes.")
        } else {
            format!(
                "Leave {path} out of the block and give it at init: terraform init -backend-config=\"{path}=...\". OpenTofu 1.8 and later read variables and locals here."
            )
        };
        self.tell_from(
            "variable-in-backend",
            Severity::High,
            Some(path),
            message,
            fix,
            "Terraform internal/configs/backend.go v1.15.9; OpenTofu v1.8.0",
        );
    }

    // ---------------------------------------------------------------------------------- Credentials

    fn secret(
        &mut self,
        path: &str,
        argument: &Argument,
        variable: &'static str,
        is_stand_in: bool,
        is_reference: bool,
    ) {
        // A connection string is a secret only by the password in it, which its backend looks for.
        if self.label() == "pg" {
            return;
        }
        let is_key_file = self.label() == "gcs"
            && path == "credentials"
            && matches!(&argument.value, Value::Text(text) if !text.trim_start().starts_with('{') && !text.contains("private_key"));
        let variable = self.variable(path, variable);
        let copies = "whatever fills it in is copied in clear text to .terraform/terraform.tfstate and into saved plans";
        let instead = format!("Take it out of the block and set {variable} where Terraform runs.");
        match &argument.value {
            Value::Text(text) if text.is_empty() => self.tell_from(
                "credential-attribute",
                Severity::Low,
                Some(path),
                format!("{path} is a credential's place in the block, empty now; it invites somebody to fill it in."),
                instead,
                INIT,
            ),
            Value::Text(_) if is_key_file => self.tell(
                "credential-attribute",
                Severity::Medium,
                Some(path),
                "credentials names a key file: a long-lived key on disk, which every machine that runs Terraform needs.",
                "Prefer workload identity federation with impersonate_service_account; else set GOOGLE_BACKEND_CREDENTIALS.",
            ),
            Value::Text(_) if is_stand_in || is_reference => self.tell_from(
                "credential-attribute",
                Severity::High,
                Some(path),
                format!("{path} is a credential; {copies}."),
                instead,
                INIT,
            ),
            Value::Expression(_) => self.tell_from(
                "credential-attribute",
                Severity::High,
                Some(path),
                format!("{path} is a credential that is filled in from elsewhere; {copies}."),
                instead,
                INIT,
            ),
            // Not an argument of this backend: it is told and kept, like every unknown name.
            Value::Text(_) if path.starts_with("exec.env.") || (self.label() == "consul" && path == "token") => {
                self.tell_from(
                    "credential-attribute",
                    Severity::High,
                    Some(path),
                    format!("{path} holds a literal credential. It is in the repository's history, in .terraform/terraform.tfstate and in saved plans."),
                    format!("Rotate it now. Take it out of the block and set {variable} where Terraform runs."),
                    INIT,
                );
            }
            Value::Text(_) | Value::Number | Value::Bool(_) => {
                let is_state_key = matches!(path, "sse_customer_key" | "encryption_key" | "customer_provided_key");
                let fix = if is_state_key {
                    format!("Set {variable} to this very value where Terraform runs, before anything else: without it the state cannot be read. Then take the line out, re-encrypt the state with a managed key and retire this one.")
                } else {
                    format!("Rotate it now: the old one has to be revoked, since removing the line does not take it out of the history. Take the line out; set {variable} where Terraform runs.")
                };
                self.tell_from(
                    "hardcoded-credential",
                    Severity::Critical,
                    Some(path),
                    format!("{path} is a literal credential. It is in the repository's history, in .terraform/terraform.tfstate and in saved plans."),
                    fix,
                    INIT,
                );
                self.out.changes.push(Change::Delete(argument.clone()));
                // Set more than once, as command lines allow: every one of them goes.
                let others = self.block.arguments.iter();
                let others = others.filter(|one| one.name == argument.name && one.name_span != argument.name_span);
                self.out.changes.extend(others.cloned().map(Change::Delete));
                self.out.removed.push(Removed { argument: path.to_owned(), variable, is_state_key });
            }
            Value::List(_) | Value::Object(_) => {}
        }
    }

    /// The environment variable that replaces a credential of this block.
    fn variable(&self, path: &str, variable: &str) -> String {
        match (self.label(), path, path.strip_prefix("exec.env.")) {
            (_, _, Some(name)) => name.to_owned(),
            ("remote" | "cloud", ..) => self.token_variable(),
            ("artifactory", "password", _) => "ARTIFACTORY_PASSWORD".to_owned(),
            ("swift", "password", _) => "OS_PASSWORD".to_owned(),
            _ => variable.to_owned(),
        }
    }

    fn token_variable(&self) -> String {
        let host = self.literal("hostname").unwrap_or("app.terraform.io");
        format!("TF_TOKEN_{}", host.replace('-', "__").replace('.', "_"))
    }

    /// `scheme://user:password@host`: only the password goes.
    pub(crate) fn userinfo(&mut self, name: &str, variable: &str) {
        let Some(argument) = self.get(name) else { return };
        let Value::Text(url) = &argument.value else { return };
        let Some((_, rest)) = url.split_once("://") else { return };
        let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
        // A password may hold a slash that should have been encoded.
        let authority = if authority.contains('@') || !rest.contains('@') {
            authority
        } else {
            rest.get(..rest.rfind('@').map_or(0, |at| at + 1)).unwrap_or("")
        };
        let Some((userinfo, _)) = authority.rsplit_once('@') else { return };
        let Some((_, password)) = userinfo.split_once(':') else { return };
        let written = argument.value_span.of(self.raw);
        let at = written.find(&format!(":{password}@"));
        self.password(name, password, at.map(|at| (at, at + 1 + password.len())), variable);
    }

    /// A password within a longer value, with its place in the written value.
    pub(crate) fn password(
        &mut self,
        name: &str,
        password: &str,
        within: Option<(usize, usize)>,
        variable: &str,
    ) {
        let Some(argument) = self.get(name) else { return };
        if password.is_empty() {
            return;
        }
        if password.contains('$') || password.contains("{{") || placeholder(password).is_some() {
            self.tell_from(
                "credential-attribute",
                Severity::High,
                Some(name),
                format!("{name} carries a password; whatever fills it in is copied in clear text to .terraform/terraform.tfstate and into saved plans."),
                format!("Leave the password out and set {variable} where Terraform runs."),
                INIT,
            );
            return;
        }
        self.tell_from(
            "hardcoded-credential",
            Severity::Critical,
            Some(name),
            format!("{name} holds a literal password. It is in the repository's history, in .terraform/terraform.tfstate and in saved plans."),
            format!("Rotate it now: removing it here does not take it out of the history. Take the password out and leave the rest; set {variable} where Terraform runs."),
            INIT,
        );
        let start = argument.value_span.start;
        if let Some((from, to)) = within {
            self.out.changes.push(Change::Bytes(Span::new(start + from, start + to), String::new()));
            self.out.removed.push(Removed {
                argument: name.to_owned(),
                variable: variable.to_owned(),
                is_state_key: false,
            });
        }
    }

    /// Commented-out lines that still hold a credential.
    fn comments(&mut self, comments: &[&str]) {
        for comment in comments {
            let text = comment.trim_start_matches(['#', '/', '*', ' ', '\t']);
            for line in text.lines() {
                let line = line.trim_start_matches(['#', '/', '*', ' ', '\t']);
                let Some((name, value)) = line.split_once('=') else { continue };
                let name = name.trim().trim_matches('"');
                let is_secret = backends::CONFIGURATIONS
                    .iter()
                    .flat_map(|one| one.arguments)
                    .any(|one| one.name == name && one.secret.is_some())
                    && !matches!(name, "conn_str" | "credentials");
                let Some(value) = value.trim().strip_prefix('"').and_then(|rest| rest.split('"').next())
                else {
                    continue;
                };
                let is_real = value.len() >= 16
                    && !value.contains("EXAMPLE")
                    && !value.contains(['$', ' '])
                    && placeholder(value).is_none()
                    && value.bytes().any(|byte| byte.is_ascii_digit())
                    && value.bytes().any(|byte| byte.is_ascii_alphabetic());
                if is_secret && is_real {
                    self.tell_from(
                        "secret-in-comment",
                        Severity::High,
                        None,
                        format!("A comment holds what looks like a real {name}. Comments are in the repository's history like everything else."),
                        "Rotate it now, and take the comment out yourself: comments are never edited here.",
                        INIT,
                    );
                }
            }
        }
    }

    // ---------------------------------------------------------------------------------------- Names

    /// Unknown, removed, deprecated and missing names.
    fn names(&mut self, constraint: Known) {
        let label = self.label().to_owned();
        if self.configuration.label == "removed" {
            return;
        }
        let mut seen: Vec<&str> = Vec::new();
        let mut newest: Option<(Release, &str)> = None;
        for argument in &self.block.arguments {
            let name = argument.name.as_str();
            if self.block.style == Style::Json && seen.contains(&name) {
                self.tell_from(
                    format!("duplicate-attribute:{name}"),
                    Severity::Medium,
                    Some(name),
                    format!("{name} is set twice in one object; JSON readers take the last one silently."),
                    "Keep one of them.",
                    "RFC 8259, section 4",
                );
            }
            seen.push(name);
            if placeholder(name).is_some() {
                continue;
            }
            if self.is_terragrunt() && backends::terragrunt_keys(&label).contains(&name) {
                continue;
            }
            let Some(own) = self.configuration.arguments.iter().find(|one| one.name == name) else {
                self.unknown(name);
                continue;
            };
            let since = if self.known.tofu { own.tofu.since } else { own.terraform.since };
            match self.known.judge(&own.terraform, &own.tofu) {
                Standing::Fine => {}
                Standing::Missing => self.unsupported(name, since),
                Standing::Deprecated { surely } => self.deprecated(name, own.successor, surely),
                Standing::Removed { surely } => self.removed(name, own.successor, surely),
            }
            if let Some(since) = since
                && newest.is_none_or(|(newest, _)| newest < since)
                && self.is_set(name)
                && !self.is(name, false)
            {
                newest = Some((since, name));
            }
        }
        // An open lower bound admits versions that do not know the argument.
        if let Some(((major, minor), name)) = newest
            && constraint.is_constrained
            && constraint.least.is_some_and(|least| least < (major, minor))
            && !constraint.is_before(major, minor)
        {
            self.tell_from(
                "no-required-version",
                Severity::Medium,
                Some(name),
                format!("{name} needs {major}.{minor}, but required_version admits older ones, which stop at init with \"Unsupported argument\"."),
                format!("Raise required_version to \">= {major}.{minor}.0\": older clients are then told why they stop."),
                INIT,
            );
        }
    }

    fn unknown(&mut self, name: &str) {
        let label = self.label();
        let near = match (label, name) {
            (_, "lock_timeout") => Some("the command line flag -lock-timeout".to_owned()),
            ("consul", "token") => Some("access_token".to_owned()),
            ("s3", "server_side_encryption") => Some("encrypt".to_owned()),
            ("s3", "lock") => Some("use_lockfile".to_owned()),
            ("cos", name) if name.starts_with("ibm") || name == "resource_instance_id" => {
                Some("the s3 backend with an IBM endpoint; cos is Tencent's".to_owned())
            }
            _ => nearest(name, self.configuration.arguments.iter().map(|one| one.name)).map(str::to_owned),
        };
        let fix = near.map_or_else(
            || "Take it out, or correct its name. It is kept as it is.".to_owned(),
            |near| format!("Did you mean {near}? It is kept as it is."),
        );
        self.tell_from(
            format!("unknown-attribute:{name}"),
            Severity::High,
            Some(name),
            format!(
                "No version of this backend has an argument {name}; init stops with \"Unsupported argument\"."
            ),
            fix,
            INIT,
        );
    }

    fn unsupported(&mut self, name: &str, since: Option<(u32, u32)>) {
        let tool = if self.known.tofu { "OpenTofu" } else { "Terraform" };
        if name == "use_lockfile" {
            if self.is(name, true) {
                self.tell(
                    "lockfile-unsupported",
                    Severity::High,
                    Some(name),
                    "use_lockfile needs Terraform or OpenTofu 1.10, but an older one is pinned here; init stops with \"Unsupported argument\".",
                    "Raise required_version to \">= 1.10.0\", or lock with dynamodb_table.",
                );
            }
            return;
        }
        let message = match since {
            Some((major, minor)) => format!(
                "{name} needs {tool} {major}.{minor}, but an older one is pinned here; init stops with \"Unsupported argument\"."
            ),
            None => format!("{tool} has no argument {name}; init stops with \"Unsupported argument\"."),
        };
        self.tell(
            format!("unsupported-attribute:{name}"),
            Severity::High,
            Some(name),
            message,
            "Raise the version, or write it as the pinned one wants it. It is kept as it is.",
        );
    }

    fn deprecated(&mut self, name: &str, successor: Option<&'static str>, surely: bool) {
        let own = self.configuration.arguments.iter().find(|one| one.name == name);
        let since =
            own.and_then(|one| if self.known.tofu { one.tofu.deprecated } else { one.terraform.deprecated });
        let tool = if self.known.tofu { "OpenTofu" } else { "Terraform" };
        let since = since.map(|(major, minor)| format!(" since {tool} {major}.{minor}")).unwrap_or_default();
        if name == "dynamodb_table" {
            self.tell(
                "deprecated-attribute:dynamodb_table",
                Severity::Low,
                Some(name),
                format!("dynamodb_table is deprecated{since}; it still locks, and a later version will not have it. OpenTofu has not deprecated it."),
                "Move to use_lockfile in the order of the migration steps, so that no client is unlocked meanwhile.",
            );
            return;
        }
        let now = successor.map_or_else(|| "Take it out.".to_owned(), |now| format!("It is {now} now."));
        let fix = if surely {
            now
        } else {
            format!(
                "{now} Older versions than that do not know the new name, so it is left until the version is known."
            )
        };
        self.tell(
            format!("deprecated-attribute:{name}"),
            Severity::Low,
            Some(name),
            format!("{name} is deprecated{since}: it still works, with a warning at every init."),
            fix,
        );
    }

    fn removed(&mut self, name: &str, successor: Option<&'static str>, surely: bool) {
        let own = self.configuration.arguments.iter().find(|one| one.name == name);
        let since =
            own.and_then(|one| if self.known.tofu { one.tofu.removed } else { one.terraform.removed });
        let since = since.map(|(major, minor)| format!(" in Terraform {major}.{minor}")).unwrap_or_default();
        let today = if surely { "init stops" } else { "today's Terraform stops at init" };
        let extra = if name == "lock_table" { " Nothing is locked by it." } else { "" };
        self.tell(
            format!("removed-attribute:{name}"),
            Severity::High,
            Some(name),
            format!("{name} was removed{since}; {today} with \"Unsupported argument\".{extra}"),
            successor.map_or_else(|| "Take the line out.".to_owned(), |now| format!("It is {now} now.")),
        );
    }

    fn nested(&mut self) {
        if self.configuration.label == "removed" {
            return;
        }
        for (name, _) in &self.block.blocks {
            let is_known = self.configuration.blocks.contains(&name.as_str())
                || self.configuration.arguments.iter().any(|one| one.name == *name)
                || self.is_terragrunt();
            if !is_known {
                self.tell_from(
                    format!("unknown-block:{name}"),
                    Severity::High,
                    None,
                    format!("This backend has no block {name}; init stops with \"Unsupported block type\"."),
                    "Take it out; it may belong to a provider. It is kept as it is.",
                    INIT,
                );
            }
        }
    }

    // ---------------------------------------------------------------------------------- Terragrunt

    fn terragrunt(&mut self) {
        if !self.is_terragrunt() || self.block.outer.is_empty() {
            return;
        }
        const SOURCE: &str = "Terragrunt internal/remotestate 286a33c";
        for name in [
            "skip_bucket_versioning",
            "skip_bucket_ssencryption",
            "skip_bucket_enforced_tls",
            "skip_bucket_public_access_blocking",
            "skip_bucket_root_access",
            "skip_bucket_accesslogging",
            "disable_bucket_update",
            "skip_versioning",
        ] {
            if self.is(name, true) {
                let severity = if name == "disable_bucket_update" { Severity::Low } else { Severity::Medium };
                let message = if name == "disable_bucket_update" {
                    "disable_bucket_update = true: Terragrunt leaves an existing bucket as it is, whatever protection it lacks.".to_owned()
                } else {
                    format!("{name} = true: Terragrunt leaves this protection of the bucket out.")
                };
                self.tell_from(
                    format!("terragrunt-skip:{name}"),
                    severity,
                    Some(name),
                    message,
                    "Take it out if Terragrunt may change the live bucket; else see to the protection yourself (companion files). It is not edited, since Terragrunt would then change a live bucket.",
                    SOURCE,
                );
            }
        }
        let disabled = self
            .block
            .outer
            .iter()
            .any(|one| one.name == "disable_init" && matches!(one.value, Value::Bool(true)));
        if disabled {
            self.tell_from(
                "terragrunt-no-versioning",
                Severity::Info,
                None,
                "disable_init = true: Terragrunt neither makes nor checks the store, so nothing sees to its versioning.",
                "See to versioning, encryption and access of the store yourself (companion files).",
                SOURCE,
            );
        }
    }

    // --------------------------------------------------------------------- What several backends share

    pub(crate) fn not_checked(&mut self, name: &str) {
        if self.is(name, true) {
            self.tell(
                "insecure-transport",
                Severity::High,
                Some(name),
                format!("{name} = true: the server's certificate is not checked, so anybody on the way can read and change the state."),
                "Take it out and trust the server's authority instead.",
            );
        }
    }

    /// `http://` in an address.
    pub(crate) fn plain_http(&mut self, name: &str, url: &str) {
        let Some(rest) = url.trim().strip_prefix("http://") else { return };
        let is_loopback = ["localhost", "127.", "[::1]", "0.0.0.0"].iter().any(|host| rest.starts_with(host));
        let severity = if is_loopback { Severity::Low } else { Severity::High };
        self.tell(
            "insecure-transport",
            severity,
            Some(name),
            format!("{name} is plain http: state and credentials can be read on the way."),
            "Use https, where the server speaks it.",
        );
    }

    pub(crate) fn public_acl(&mut self) {
        let Some(acl) = self.text("acl") else { return };
        if acl.starts_with("public-read") || acl == "authenticated-read" {
            self.tell(
                "public-acl",
                Severity::Critical,
                Some("acl"),
                format!("acl = \"{acl}\" lets others read the state, with every secret in it."),
                "Take the line out, so that the next write leaves the object to its owner. See who read the object meanwhile, and rotate what is in it.",
            );
            self.delete("acl");
        }
    }

    pub(crate) fn conflict(&mut self, one: &str, other: &str) {
        if self.is_set(one) && self.is_set(other) {
            self.tell(
                format!("conflicting-arguments:{one}+{other}"),
                Severity::High,
                Some(one),
                format!("{one} and {other} exclude each other; init stops."),
                "Keep one of them.",
            );
        }
    }

    pub(crate) fn encryption_disabled(&mut self, is_compatible: bool) {
        if !self.is("encrypt", false) {
            return;
        }
        let fix = if is_compatible {
            "Set encrypt to true. Some S3-compatible stores refuse the header (MinIO without a KMS for one): write a test object with --server-side-encryption AES256 first, or the next state cannot be written."
        } else {
            "Set encrypt to true."
        };
        self.tell(
            "encryption-disabled",
            Severity::High,
            Some("encrypt"),
            "encrypt = false: no encryption header is sent. AWS still encrypts with the bucket's default; other stores may keep plain text.",
            fix,
        );
        self.set_true("encrypt");
    }
}

/// Arguments of a block and of what it nests, by path.
fn flat<'a>(arguments: &'a [Argument], blocks: &'a [(String, Vec<Argument>)]) -> Vec<(String, &'a Argument)> {
    fn add<'a>(out: &mut Vec<(String, &'a Argument)>, prefix: &str, arguments: &'a [Argument]) {
        for one in arguments {
            let path = format!("{prefix}{}", one.name);
            if let Value::Object(inner) = &one.value {
                add(out, &format!("{path}."), inner);
            }
            out.push((path, one));
        }
    }
    let mut out = Vec::new();
    add(&mut out, "", arguments);
    for (name, inner) in blocks {
        add(&mut out, &format!("{name}."), inner);
    }
    out
}

/// `${...}` that is no `$${...}`.
fn has_reference(text: &str) -> bool {
    text.match_indices("${").any(|(at, _)| !text.get(..at).is_some_and(|before| before.ends_with('$')))
        || text.match_indices("%{").any(|(at, _)| !text.get(..at).is_some_and(|before| before.ends_with('%')))
}

/// What an expression or template refers to: `var`, `local`, or a function's name with its bracket.
fn roots(text: &str) -> Vec<String> {
    let parts: Vec<&str> = if text.contains("${") {
        text.split("${").skip(1).map(|part| part.split('}').next().unwrap_or("")).collect()
    } else {
        vec![text]
    };
    let mut out = Vec::new();
    for part in parts {
        let mut word = String::new();
        let mut is_member = false;
        let mut in_text = false;
        for c in part.chars().chain([' ']) {
            if c == '"' {
                in_text = !in_text;
            }
            if in_text {
                continue;
            }
            if c.is_alphanumeric() || c == '_' || c == '-' {
                word.push(c);
                continue;
            }
            if !word.is_empty() && !is_member {
                match c {
                    '.' | '[' => out.push(word.clone()),
                    '(' => out.push(format!("{word}(")),
                    _ => {}
                }
            }
            is_member = c == '.';
            word.clear();
        }
    }
    out
}

/// `true ? "a" : "b"`, which Terraform accepts.
fn is_literal_conditional(text: &str) -> bool {
    text.contains('?') && text.contains(':') && roots(text).is_empty() && !text.contains("${")
}

fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The known name with the fewest differing letters.
pub(super) fn nearest(name: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    if name.len() > 64 {
        return None;
    }
    let plain = |name: &str| name.to_ascii_lowercase().replace(['_', '-'], "");
    let wanted = plain(name);
    let near = (wanted.chars().count() / 4).clamp(1, 3);
    names
        .map(|one| (distance(&wanted, &plain(one)), one))
        .min()
        .filter(|(distance, _)| *distance <= near)
        .map(|(_, name)| name)
}

fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut before = i;
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let cost = usize::from(x != *y) + before;
            let above = row.get(j + 1).copied().unwrap_or(usize::MAX);
            next.push(cost.min(above + 1).min(next.last().copied().unwrap_or(0) + 1));
            before = above;
        }
        row = next;
    }
    row.last().copied().unwrap_or(usize::MAX)
}

//! Values that cannot stand: stand-ins, references, empty and impossible ones.

use super::names::flat;
use super::{INIT, Review, Surroundings};
use crate::backends::configuration::Kind;
use crate::fix::Severity;
use crate::fix::placeholder::placeholder;
use crate::fix::placeholder::{comment_asks, is_shell_template, is_shouted};
use crate::fix::read::{Argument, Style, Value};

impl Review<'_> {
    // --------------------------------------------------------------------------------------- Values

    /// Stand-ins, references, credentials, empty and impossible values.
    pub(super) fn values(&mut self, around: &Surroundings<'_>) {
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

    pub(super) fn kind(&mut self, name: &str, kind: Kind, argument: &Argument) {
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

    pub(super) fn reference(&mut self, path: &str, written: &str, is_expression: bool) {
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
}

/// `${...}` that is no `$${...}`.
pub(super) fn has_reference(text: &str) -> bool {
    text.match_indices("${").any(|(at, _)| !text.get(..at).is_some_and(|before| before.ends_with('$')))
        || text.match_indices("%{").any(|(at, _)| !text.get(..at).is_some_and(|before| before.ends_with('%')))
}

/// What an expression or template refers to: `var`, `local`, or a function's name with its bracket.
pub(super) fn roots(text: &str) -> Vec<String> {
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
pub(super) fn is_literal_conditional(text: &str) -> bool {
    text.contains('?') && text.contains(':') && roots(text).is_empty() && !text.contains("${")
}

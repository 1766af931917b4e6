//! Credentials in the block, and what replaces each.

use super::{Change, INIT, Removed, Review};
use crate::backends::{self};
use crate::fix::Severity;
use crate::fix::placeholder::placeholder;
use crate::fix::read::{Argument, Value};
use crate::text::Span;

impl Review<'_> {
    /// Secrets that are no argument of their own.
    pub(super) fn secret_of(&self, path: &str) -> Option<&'static str> {
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

    // ---------------------------------------------------------------------------------- Credentials

    pub(super) fn secret(
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
    pub(super) fn variable(&self, path: &str, variable: &str) -> String {
        match (self.label(), path, path.strip_prefix("exec.env.")) {
            (_, _, Some(name)) => name.to_owned(),
            ("remote" | "cloud", ..) => self.token_variable(),
            ("artifactory", "password", _) => "ARTIFACTORY_PASSWORD".to_owned(),
            ("swift", "password", _) => "OS_PASSWORD".to_owned(),
            _ => variable.to_owned(),
        }
    }

    pub(super) fn token_variable(&self) -> String {
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
    pub(super) fn comments(&mut self, comments: &[&str]) {
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
}

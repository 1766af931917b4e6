//! What is wrong with one block, and the edit that mends it.
//!
//! Ids, when they fire and when they must not: facts/backend-hardening.md 2 of this project. Sources: Terraform
//! `internal/backend/remote-state/*` v1.15.9, OpenTofu v1.12.6, Terragrunt 286a33c.

use super::read::{Argument, Found, Value};
use super::version::Known;
use super::{Dialect, Finding, Severity};
use crate::backends::{self, configuration::Configuration};
use crate::text::Span;

/// A change of the block, before it becomes bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    /// `name = value` after the last argument.
    Insert(String, String),
    /// The value's bytes.
    Value(Span, String),
    /// The name's bytes.
    Rename(Span, String),
    /// The argument with its line.
    Delete(Argument),
    /// Some bytes.
    Bytes(Span, String),
}

pub(super) struct Checked {
    pub(super) findings: Vec<Finding>,
    pub(super) changes: Vec<Change>,
    /// Environment variables that replace what was taken out.
    pub(super) variables: Vec<(&'static str, String)>,
    /// The lock way changes from a table to a file.
    pub(super) to_lock_file: bool,
}

struct Checker<'a> {
    block: &'a Found,
    known: Known,
    out: Checked,
}

const S3: &str = "Terraform internal/backend/remote-state/s3/backend.go v1.15.9";
const INIT: &str = "terraform init 1.11.4, run";

const REMOVED: [&str; 7] = ["artifactory", "azure", "etcd", "etcdv3", "manta", "swift", "atlas"];

/// Terragrunt's own keys, which it strips before init.
const TERRAGRUNT_ONLY: &[&str] = &[
    "s3_bucket_tags",
    "dynamodb_table_tags",
    "accesslogging_bucket_tags",
    "skip_bucket_versioning",
    "skip_bucket_ssencryption",
    "skip_bucket_accesslogging",
    "skip_bucket_root_access",
    "skip_bucket_enforced_tls",
    "skip_bucket_public_access_blocking",
    "disable_bucket_update",
    "enable_lock_table_ssencryption",
    "disable_aws_client_checksums",
    "accesslogging_bucket_name",
    "accesslogging_target_object_partition_date_source",
    "accesslogging_target_prefix",
    "skip_accesslogging_bucket_acl",
    "skip_accesslogging_bucket_enforced_tls",
    "skip_accesslogging_bucket_public_access_blocking",
    "skip_accesslogging_bucket_ssencryption",
    "bucket_sse_algorithm",
    "bucket_sse_kms_key_id",
    "lock_table",
    "project",
    "location",
    "gcs_bucket_labels",
    "skip_bucket_creation",
    "enable_bucket_policy_only",
    "account_tier",
    "account_replication_type",
    "account_kind",
    "access_tier",
    "tags",
    "skip_resource_group_creation",
    "skip_storage_account_creation",
    "skip_container_creation",
    "skip_versioning",
    "enable_soft_delete",
    "soft_delete_retention_days",
    "allow_blob_public_access",
    "msi_resource_id",
    "skip_credentials_validation",
];

const ROLE: [(&str, &str); 8] = [
    ("role_arn", "role_arn"),
    ("session_name", "session_name"),
    ("external_id", "external_id"),
    ("assume_role_policy", "policy"),
    ("assume_role_policy_arns", "policy_arns"),
    ("assume_role_tags", "tags"),
    ("assume_role_transitive_tag_keys", "transitive_tag_keys"),
    ("assume_role_duration_seconds", "duration"),
];

pub(super) fn check(block: &Found, known: Known, raw: &str) -> Checked {
    let mut checker = Checker {
        block,
        known,
        out: Checked {
            findings: Vec::new(),
            changes: Vec::new(),
            variables: Vec::new(),
            to_lock_file: false,
        },
    };
    checker.all(raw);
    let mut out = checker.out;
    out.findings.sort_by_key(|one| one.severity);
    out
}

impl Checker<'_> {
    fn get(&self, name: &str) -> Option<&Argument> {
        self.block.arguments.iter().rev().find(|one| one.name == name)
    }

    fn text(&self, name: &str) -> Option<&str> {
        match &self.get(name)?.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    fn is(&self, name: &str, wanted: bool) -> bool {
        match self.get(name).map(|one| &one.value) {
            Some(Value::Bool(flag)) => *flag == wanted,
            Some(Value::Text(text)) => text == if wanted { "true" } else { "false" },
            _ => false,
        }
    }

    fn add(
        &mut self,
        id: impl Into<String>,
        severity: Severity,
        attribute: Option<&str>,
        message: impl Into<String>,
        fix: impl Into<String>,
        source: &str,
    ) {
        let id = id.into();
        if self.out.findings.iter().any(|one| one.id == id && one.attribute.as_deref() == attribute) {
            return;
        }
        let span = attribute
            .and_then(|name| self.get(name))
            .map(|one| Span::new(one.name_span.start, one.value_span.end));
        self.out.findings.push(Finding {
            id,
            severity,
            attribute: attribute.map(str::to_owned),
            message: message.into(),
            fix: fix.into(),
            source: source.to_owned(),
            span: span.or(Some(self.block.span)),
        });
    }

    fn is_terragrunt(&self) -> bool {
        self.block.dialect == Dialect::Terragrunt
    }

    fn required(&self, configuration: &Configuration) -> Vec<&'static str> {
        configuration
            .arguments
            .iter()
            .filter(|one| {
                one.is_required
                    && !self.has(one.name)
                    && !self.block.blocks.iter().any(|(name, _)| name == one.name)
            })
            .map(|one| one.name)
            .collect()
    }

    fn is_compatible_store(&self) -> bool {
        let endpoint = self.text("endpoint").map(str::to_owned).or_else(|| {
            match self.get("endpoints").map(|one| &one.value) {
                Some(Value::Object(inner)) => {
                    inner.iter().find(|one| one.name == "s3").map(|one| match &one.value {
                        Value::Text(text) => text.clone(),
                        _ => "other".to_owned(),
                    })
                }
                _ => None,
            }
        });
        match endpoint {
            Some(endpoint) => !endpoint.contains("amazonaws.com"),
            None => {
                self.has("endpoint")
                    || [
                        "skip_credentials_validation",
                        "skip_region_validation",
                        "skip_metadata_api_check",
                        "skip_requesting_account_id",
                        "skip_s3_checksum",
                    ]
                    .iter()
                    .filter(|name| self.is(name, true))
                    .count()
                        >= 2
            }
        }
    }

    fn all(&mut self, raw: &str) {
        let label = self.block.label.clone();
        if label.is_empty() || placeholder(&label).is_some() {
            self.add(
                "placeholder-value",
                Severity::Medium,
                None,
                "The backend's label is a template.",
                "Fill the template in before it is used.",
                INIT,
            );
            return;
        }
        if REMOVED.contains(&label.as_str()) {
            self.removed_backend(&label);
        }
        let Some(configuration) = backends::configuration(&label) else {
            if !REMOVED.contains(&label.as_str()) && label != "unknown" && label != "inmem" {
                self.add(format!("unknown-backend:{label}"), Severity::High, None, format!("No version of Terraform or OpenTofu has a backend \"{label}\"; init stops with \"Unsupported backend type\"."), "Use the name of a backend that exists.", INIT);
            }
            return;
        };
        let missing = self.required(configuration);
        let is_partial = self.block.dialect == Dialect::Partial;
        let is_empty = self.block.arguments.is_empty() && self.block.blocks.is_empty();
        let complete = missing.is_empty() && !is_partial;
        if !self.block.enclosed
            && !is_partial
            && !self.is_terragrunt()
            && self.block.dialect == Dialect::Terraform
        {
            self.add(
                "backend-block-outside-terraform",
                Severity::High,
                None,
                "A backend block stands outside a terraform block, where Terraform does not read it.",
                "Wrap it: terraform { backend ... }.",
                INIT,
            );
        }
        if !missing.is_empty() && !is_partial && !REMOVED.contains(&label.as_str()) && label != "cloud" {
            self.missing(&missing);
        }
        self.values(configuration);
        self.names(configuration, &label);
        match label.as_str() {
            "s3" => self.s3(raw, complete, is_partial, is_empty),
            "oss" => {
                self.encryption(complete, is_partial, is_empty, false);
                if complete && !self.has("tablestore_table") {
                    self.add("no-locking", Severity::High, None, "Without tablestore_table nothing is locked: two runs can write the state at once.", "Create a Tablestore table with the primary key LockID (String), and set tablestore_endpoint and tablestore_table.", "Terraform internal/backend/remote-state/oss/backend.go v1.15.9");
                }
            }
            "cos"
                if self.is("encrypt", false) => {
                    self.disabled_encryption();
                }
            "azurerm" => self.azurerm(complete),
            "http" => self.http(),
            "consul" => self.consul(),
            "pg" => self.pg(),
            "kubernetes" => {
                if self.is("insecure", true) {
                    self.insecure("insecure", "TLS certificates of the cluster are not checked.");
                }
                if let Some(path) = self.text("config_path").filter(|path| path.starts_with("~/")) {
                    let message = format!("config_path points to {path}, which a CI runner does not have.");
                    self.add("kubeconfig-home", Severity::Low, Some("config_path"), message, "Leave it out and set KUBE_CONFIG_PATH where Terraform runs.", "Terraform internal/backend/remote-state/kubernetes/backend.go v1.15.9");
                }
            }
            "gcs" => self.gcs(),
            "local" => self.add("local-state", Severity::Medium, None, "The state is a file on one machine: no shared lock, no versions, secrets in clear text on disk.", "Choose a remote backend and move the state with terraform init -migrate-state.", "Terraform internal/backend/local v1.15.9"),
            _ => {}
        }
        if matches!(label.as_str(), "s3" | "oss" | "cos")
            && let Some(acl) =
                self.text("acl").filter(|acl| acl.starts_with("public") || *acl == "authenticated-read")
        {
            let message = format!("acl = \"{acl}\" lets everybody read the state, with every secret in it.");
            self.add(
                "public-acl",
                Severity::Critical,
                Some("acl"),
                message,
                "Take the line out; the bucket's owner then holds the object alone.",
                S3,
            );
            self.delete("acl");
        }
        self.terragrunt();
    }

    fn removed_backend(&mut self, label: &str) {
        if self.known.is_before(1, 3) && label != "atlas" {
            return;
        }
        if label == "azure" {
            self.add("removed-backend", Severity::Critical, None, "The backend name \"azure\" has been removed; it is \"azurerm\" now, with the same arguments and the same blob.", "Change the label, then terraform init -reconfigure.", "Terraform internal/backend/init v1.3.0");
            self.out.changes.push(Change::Bytes(self.block.label_span, "azurerm".to_owned()));
            return;
        }
        self.add(
            "removed-backend",
            Severity::Critical,
            None,
            format!("The backend \"{label}\" is not supported since Terraform 1.3, nor by any OpenTofu."),
            "With Terraform 1.2.9: init on the old backend, replace the block, terraform init -migrate-state. Or terraform state pull with 1.2.9, and terraform state push with the new block.",
            "Terraform internal/backend/init v1.3.0",
        );
    }

    fn missing(&mut self, missing: &[&'static str]) {
        if self.is_terragrunt()
            && self
                .block
                .outer
                .iter()
                .any(|one| one.name == "config" && matches!(one.value, Value::Object(_)))
        {
            for name in missing {
                self.add(
                    format!("missing-required:{name}"),
                    Severity::High,
                    None,
                    format!("Terragrunt's config lacks {name}, and nothing adds it later."),
                    format!("Set {name}."),
                    INIT,
                );
            }
            return;
        }
        if self.is_terragrunt() {
            return;
        }
        self.add(
            "partial-config",
            Severity::Info,
            None,
            format!("The block leaves out {}: they come from -backend-config at init.", missing.join(", ")),
            "Keep the values in a file that init is given: terraform init -backend-config=backend.hcl. Locking and encryption can be set there too.",
            INIT,
        );
    }

    /// Placeholders, references, empty and impossible values.
    fn values(&mut self, configuration: &Configuration) {
        let arguments = flat(&self.block.arguments, &self.block.blocks);
        for (path, argument) in arguments {
            let name = path.rsplit('.').next().unwrap_or("").to_owned();
            let own = configuration.arguments.iter().find(|one| one.name == path);
            let secret = own.and_then(|one| one.secret).or(match (path.as_str(), configuration.label) {
                ("assume_role_with_web_identity.web_identity_token", _) => {
                    Some("AWS_WEB_IDENTITY_TOKEN_FILE")
                }
                ("token", "consul") => Some("CONSUL_HTTP_TOKEN"),
                _ => None,
            });
            let shown = match &argument.value {
                Value::Text(text) | Value::Expression(text) => text.clone(),
                _ => String::new(),
            };
            let is_placeholder = placeholder(&shown).is_some();
            let is_reference = match &argument.value {
                Value::Expression(text) => !text.is_empty(),
                Value::Text(text) => text.contains("${") && !text.contains("$${"),
                _ => false,
            };
            if is_placeholder {
                self.add(
                    "placeholder-value",
                    Severity::Medium,
                    Some(&path),
                    format!("{path} holds a stand-in, not a value."),
                    format!("Fill in {path}, or leave it out and give it with -backend-config."),
                    INIT,
                );
            }
            if let Some(variable) = secret {
                self.secret(&path, &argument, variable, is_placeholder, is_reference, configuration.label);
            }
            if is_reference
                && !is_placeholder
                && !self.is_terragrunt()
                && !self.known_early_evaluation(&shown)
            {
                let bare = shown.trim_matches('"');
                let simple_template = matches!(&argument.value, Value::Text(text) if is_shell_template(text));
                if !simple_template && !bare.contains("{{") && !is_literal_conditional(&shown) {
                    self.add(
                        "variable-in-backend",
                        Severity::High,
                        Some(&path),
                        format!("{path} is computed, but a backend block takes literals only; init stops with \"Variables not allowed\"."),
                        "Leave it out of the block and pass it: terraform init -backend-config=\"name=value\". OpenTofu 1.8 and later can read variables and locals here.",
                        "Terraform internal/configs/backend.go v1.15.9",
                    );
                }
            }
            if matches!(&argument.value, Value::Text(text) if text.is_empty())
                && own.is_some_and(|one| one.is_required)
            {
                self.add(
                    format!("empty-required:{name}"),
                    Severity::High,
                    Some(&path),
                    format!("{name} is empty, and init refuses that."),
                    format!("Set {name}, or leave it out and pass it with -backend-config."),
                    INIT,
                );
            }
        }
        for name in ["encrypt", "use_lockfile", "use_azuread_auth", "use_oidc"] {
            if let Some(Value::Text(text)) = self.get(name).map(|one| one.value.clone())
                && !matches!(text.as_str(), "true" | "false")
                && placeholder(&text).is_none()
                && !text.contains("${")
            {
                self.add(
                    format!("invalid-value:{name}"),
                    Severity::High,
                    Some(name),
                    format!("{name} takes true or false."),
                    "Write true or false, without quotes.",
                    INIT,
                );
            }
        }
        if self.block.label == "s3" {
            if let Some(key) = self.text("key").map(str::to_owned) {
                if !self.is_terragrunt()
                    && !key.is_empty()
                    && placeholder(&key).is_none()
                    && (key.contains("//") && !key.contains("${")
                        || key.starts_with('/')
                        || key.ends_with('/'))
                {
                    self.add(
                        "invalid-value:key",
                        Severity::High,
                        Some("key"),
                        "key must not begin or end with a slash, nor hold two in a row.",
                        "Correct it only together with a move of the state: another key is another state.",
                        S3,
                    );
                }
                if key.starts_with("~/") || key.starts_with("./") {
                    self.add(
                        "literal-tilde-in-key",
                        Severity::Low,
                        Some("key"),
                        "The key begins with ~/ or ./, which S3 takes literally.",
                        "Leave it: a changed key is another state.",
                        S3,
                    );
                }
            }
            if matches!(self.get("bucket").map(|one| &one.value), Some(Value::List | Value::Bool(_))) {
                self.add(
                    "invalid-value:bucket",
                    Severity::High,
                    Some("bucket"),
                    "bucket takes one name.",
                    "Write the bucket's name in quotes.",
                    INIT,
                );
            }
        }
    }

    /// OpenTofu 1.8 and later evaluate variables and locals in backend blocks.
    fn known_early_evaluation(&self, text: &str) -> bool {
        self.known.tofu
            && ["var.", "local.", "path.", "terraform.workspace"].iter().any(|head| text.contains(head))
    }

    fn secret(
        &mut self,
        path: &str,
        argument: &Argument,
        variable: &'static str,
        is_placeholder: bool,
        is_reference: bool,
        label: &str,
    ) {
        let file_path = label == "gcs"
            && path == "credentials"
            && matches!(&argument.value, Value::Text(text) if !text.trim_start().starts_with('{') && !text.contains("private_key"));
        let variable = if label == "remote" { self.remote_variable() } else { variable.to_owned() };
        match &argument.value {
            Value::Text(text) if text.is_empty() => self.add("credential-attribute", Severity::Low, Some(path), format!("{path} is a credential's place in the block, empty now."), format!("Take the line out and set {variable} where Terraform runs."), INIT),
            Value::Text(_) if file_path => self.add("credential-attribute", Severity::Medium, Some(path), "credentials names a key file: a long-lived key on disk.", "Prefer workload identity federation with impersonate_service_account, or set GOOGLE_BACKEND_CREDENTIALS.", "Terraform internal/backend/remote-state/gcs/backend.go v1.15.9"),
            Value::Text(_) if is_placeholder || is_reference => self.add("credential-attribute", Severity::High, Some(path), format!("{path} is a credential; whatever fills it in is copied to .terraform/terraform.tfstate and into plan files."), format!("Take it out of the block and set {variable} where Terraform runs."), INIT),
            Value::Text(_) => {
                self.add(
                    "hardcoded-credential",
                    Severity::Critical,
                    Some(path),
                    format!("{path} is a literal credential. It is in the repository's history, in .terraform/terraform.tfstate and in saved plans."),
                    format!("Rotate it now. The line is taken out; set {variable} where Terraform runs."),
                    INIT,
                );
                self.out.changes.push(Change::Delete(argument.clone()));
                self.out.variables.push(("environment", variable));
            }
            Value::Expression(_) => self.add("credential-attribute", Severity::High, Some(path), format!("{path} is a credential set by a reference; whatever fills it in is copied to .terraform/terraform.tfstate."), format!("Take it out of the block and set {variable} where Terraform runs."), INIT),
            _ => {}
        }
    }

    fn remote_variable(&self) -> String {
        let host = self.text("hostname").unwrap_or("app.terraform.io");
        format!("TF_TOKEN_{}", host.replace('-', "__").replace('.', "_"))
    }

    /// Unknown, removed and deprecated names.
    fn names(&mut self, configuration: &Configuration, label: &str) {
        let names: Vec<(String, Argument)> =
            self.block.arguments.iter().map(|one| (one.name.clone(), one.clone())).collect();
        if configuration.label == "removed" {
            return;
        }
        for (name, _) in &names {
            let is_known = configuration.arguments.iter().any(|one| one.name == name)
                || (label == "cloud"
                    && matches!(name.as_str(), "workspaces" | "hostname" | "token" | "organization"));
            if is_known || (self.is_terragrunt() && TERRAGRUNT_ONLY.contains(&name.as_str())) {
                continue;
            }
            if placeholder(name).is_some() {
                continue;
            }
            let near = match name.as_str() {
                "lock_timeout" => Some("the command line flag -lock-timeout".to_owned()),
                "token" if label == "consul" => Some("access_token".to_owned()),
                name => nearest(name, configuration).map(str::to_owned),
            };
            let fix = near.map_or_else(
                || "Take it out, or correct its name.".to_owned(),
                |near| format!("Did you mean {near}?"),
            );
            self.add(format!("unknown-attribute:{name}"), Severity::High, Some(name), format!("No version of this backend has an argument {name}; init stops with \"Unsupported argument\"."), fix, INIT);
        }
        for (name, _) in &self.block.blocks.clone() {
            let is_known = matches!(
                (label, name.as_str()),
                ("remote" | "cloud", "workspaces")
                    | ("kubernetes", "exec")
                    | ("cos" | "oss" | "s3", "assume_role")
                    | (_, "config")
            ) || configuration.arguments.iter().any(|one| one.name == name);
            if !is_known && !self.is_terragrunt() && self.block.dialect != Dialect::Json {
                self.add(
                    format!("unknown-block:{name}"),
                    Severity::High,
                    None,
                    format!("This backend has no block {name}; init stops with \"Unsupported block type\"."),
                    "Take it out; it may belong to a provider.",
                    INIT,
                );
            }
        }
        match configuration.label {
            "s3" => self.s3_names(),
            "gcs" => {
                for name in ["path", "project", "region"] {
                    if self.has(name)
                        && !(self.is_terragrunt() && name == "project")
                        && !self.known.is_before(0, 15)
                    {
                        self.add(format!("removed-attribute:{name}"), Severity::High, Some(name), format!("{name} left the gcs backend with Terraform 0.15; init stops with \"Unsupported argument\"."), "Take the line out; for path, prefix says where the state is.", "Terraform v0.15.0");
                    }
                }
            }
            "azurerm" => {
                for (old, new) in [
                    ("arm_subscription_id", "subscription_id"),
                    ("arm_client_id", "client_id"),
                    ("arm_client_secret", "client_secret"),
                    ("arm_tenant_id", "tenant_id"),
                ] {
                    if let Some(argument) = self.get(old).cloned() {
                        self.add(
                            format!("removed-attribute:{old}"),
                            Severity::High,
                            Some(old),
                            format!("{old} was removed in Terraform 0.15."),
                            format!("It is {new} now."),
                            "Terraform v0.15.0",
                        );
                        if old != "arm_client_secret" {
                            self.out.changes.push(Change::Rename(argument.name_span, new.to_owned()));
                        }
                    }
                }
                if self.has("use_microsoft_graph") {
                    self.add(
                        "removed-attribute:use_microsoft_graph",
                        Severity::High,
                        Some("use_microsoft_graph"),
                        "use_microsoft_graph existed in Terraform 1.1 and 1.2 only.",
                        "Take the line out.",
                        "Terraform v1.3.0",
                    );
                    self.delete("use_microsoft_graph");
                }
                if self.has("endpoint") && !self.known.is_before(1, 11) {
                    self.add(
                        "deprecated-attribute:endpoint",
                        Severity::Low,
                        Some("endpoint"),
                        "endpoint is deprecated since Terraform 1.11.",
                        "It is msi_endpoint now.",
                        "Terraform v1.11.0",
                    );
                }
            }
            _ => {}
        }
    }

    fn delete(&mut self, name: &str) {
        if let Some(argument) = self.get(name).cloned() {
            self.out.changes.push(Change::Delete(argument));
        }
    }

    fn s3_names(&mut self) {
        let tg = self.is_terragrunt();
        if self.has("lock_table") && !tg && !self.known.is_before(0, 13) {
            self.add(
                "removed-attribute:lock_table",
                Severity::High,
                Some("lock_table"),
                "lock_table was removed in Terraform 0.13: nothing is locked by it today, init stops.",
                "It is dynamodb_table, with the same table.",
                "Terraform v0.13.0",
            );
            if !self.has("dynamodb_table")
                && let Some(argument) = self.get("lock_table")
            {
                let span = argument.name_span;
                self.out.changes.push(Change::Rename(span, "dynamodb_table".to_owned()));
            }
        }
        for name in ["skip_get_ec2_platforms", "use_legacy_workflow"] {
            if self.has(name) {
                self.add(
                    format!("removed-attribute:{name}"),
                    Severity::High,
                    Some(name),
                    format!("{name} has been removed; init stops with \"Unsupported argument\"."),
                    "Take the line out; it did nothing that is needed.",
                    S3,
                );
                self.delete(name);
            }
        }
        let flat: Vec<Argument> = ROLE.iter().filter_map(|(name, _)| self.get(name).cloned()).collect();
        if !flat.is_empty() {
            let deprecated_only = self.known.tofu || self.known.is_before(1, 10);
            if !self.known.is_before(1, 6) {
                for argument in &flat {
                    let name = argument.name.clone();
                    if deprecated_only {
                        self.add(
                            format!("deprecated-attribute:{name}"),
                            Severity::Low,
                            Some(&name),
                            format!("{name} is deprecated since 1.6."),
                            "Write assume_role = { ... }.",
                            S3,
                        );
                    } else {
                        self.add(format!("removed-attribute:{name}"), Severity::High, Some(&name), format!("{name} was removed in Terraform 1.10; init stops with \"Unsupported argument\"."), "Write assume_role = { ... }; Terraform 1.6 and OpenTofu 1.6 and later know it.", S3);
                    }
                }
                if (self.known.is_from(1, 6) || !deprecated_only) && self.block.dialect != Dialect::Json {
                    self.assume_role(&flat);
                }
            }
        }
        if self.has("dynamodb_table") && !self.known.tofu && !self.known.is_before(1, 11) {
            self.add(
                "deprecated-attribute:dynamodb_table",
                Severity::Low,
                Some("dynamodb_table"),
                "dynamodb_table is deprecated since Terraform 1.11; it still works, and OpenTofu has not deprecated it.",
                "Move to use_lockfile in the order of the migration steps, so that no client is unlocked meanwhile.",
                "Terraform v1.11.0 changelog",
            );
        }
        for (old, new) in [
            ("endpoint", "endpoints = { s3 = ... }"),
            ("dynamodb_endpoint", "endpoints = { dynamodb = ... }"),
            ("iam_endpoint", "endpoints = { iam = ... }"),
            ("sts_endpoint", "endpoints = { sts = ... }"),
            ("force_path_style", "use_path_style"),
            ("shared_credentials_file", "shared_credentials_files = [...]"),
        ] {
            if !self.has(old)
                || self.known.is_before(1, 6)
                || (old == "shared_credentials_file" && self.known.tofu)
            {
                continue;
            }
            self.add(
                format!("deprecated-attribute:{old}"),
                Severity::Low,
                Some(old),
                format!("{old} is deprecated since 1.6."),
                format!("It is {new} now."),
                S3,
            );
            if self.known.is_from(1, 6)
                && self.block.dialect != Dialect::Json
                && let Some(argument) = self.get(old).cloned()
            {
                match (old, &argument.value) {
                    ("force_path_style", _) if !self.has("use_path_style") => {
                        self.out
                            .changes
                            .push(Change::Rename(argument.name_span, "use_path_style".to_owned()));
                    }
                    ("endpoint", Value::Text(url))
                        if !self.has("endpoints")
                            && !self.has("dynamodb_endpoint")
                            && !self.has("iam_endpoint")
                            && !self.has("sts_endpoint") =>
                    {
                        self.out.changes.push(Change::Rename(argument.name_span, "endpoints".to_owned()));
                        self.out
                            .changes
                            .push(Change::Value(argument.value_span, format!("{{ s3 = \"{url}\" }}")));
                    }
                    ("shared_credentials_file", Value::Text(path))
                        if !self.has("shared_credentials_files") =>
                    {
                        self.out
                            .changes
                            .push(Change::Rename(argument.name_span, "shared_credentials_files".to_owned()));
                        self.out.changes.push(Change::Value(argument.value_span, format!("[\"{path}\"]")));
                    }
                    _ => {}
                }
            }
        }
    }

    fn assume_role(&mut self, flat: &[Argument]) {
        if self.has("assume_role") {
            return;
        }
        let kept: Vec<(&str, &Argument)> = ROLE
            .iter()
            .filter_map(|(old, new)| flat.iter().find(|one| one.name == *old).map(|one| (*new, one)))
            .filter(|(_, one)| !matches!(&one.value, Value::Text(text) if text.is_empty()))
            .collect();
        if kept
            .iter()
            .any(|(name, _)| matches!(*name, "policy" | "policy_arns" | "tags" | "transitive_tag_keys"))
        {
            // Values of many lines are the user's to move.
            return;
        }
        for argument in flat {
            self.out.changes.push(Change::Delete(argument.clone()));
        }
        if !kept.iter().any(|(name, _)| *name == "role_arn") {
            return;
        }
        let width = kept.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        let mut lines = String::from("{\n");
        for (name, argument) in kept {
            let value = match (&argument.value, name) {
                (Value::Text(text), _) => format!("\"{text}\""),
                (Value::Expression(text), _) => text.clone(),
                (Value::Bool(flag), _) => flag.to_string(),
                _ => continue,
            };
            lines.push_str(&format!("  {name:<width$} = {value}\n"));
        }
        lines.push('}');
        self.out.changes.push(Change::Insert("assume_role".to_owned(), lines));
    }

    fn disabled_encryption(&mut self) {
        self.add("encryption-disabled", Severity::High, Some("encrypt"), "encrypt = false: no encryption header is sent. AWS still encrypts with the bucket's default; other stores may keep plain text.", "Set encrypt = true.", S3);
        if let Some(argument) = self.get("encrypt").cloned() {
            let quoted = matches!(argument.value, Value::Text(_));
            let value = if quoted { "\"true\"" } else { "true" };
            self.out.changes.push(Change::Value(argument.value_span, value.to_owned()));
        }
    }

    #[expect(clippy::fn_params_excessive_bools, reason = "four independent facts of one block")]
    fn encryption(&mut self, complete: bool, is_partial: bool, is_empty: bool, compatible: bool) {
        let key = ["kms_key_id", "sse_customer_key"]
            .into_iter()
            .find(|name| self.text(name).is_some_and(|value| !value.is_empty()));
        if self.is("encrypt", false) {
            self.disabled_encryption();
        }
        if let Some(name) = key.filter(|_| {
            !self.is("encrypt", true)
                && !matches!(self.get("encrypt").map(|one| &one.value), Some(Value::Expression(_)))
        }) {
            self.add(
                "kms-key-without-encrypt",
                Severity::High,
                Some(name),
                format!("{name} is ignored unless encrypt = true."),
                "Set encrypt = true.",
                S3,
            );
        }
        if self.has("encrypt") || is_empty {
            return;
        }
        let note = "encrypt is not set, so no encryption header is sent. On AWS the bucket's default still encrypts (SSE-S3 at least, since January 2023).";
        if complete && !compatible {
            self.add("encryption-not-set", Severity::Medium, None, note, "Set encrypt = true, which sends AES256. With a key of your own add kms_key_id: encrypt = true alone overrides a bucket default of SSE-KMS.", S3);
            self.out.changes.push(Change::Insert("encrypt".to_owned(), "true".to_owned()));
        } else if complete
            || (is_partial && self.has("bucket"))
            || !self.block.arguments.is_empty() && !is_partial
        {
            self.add(
                "encryption-not-set",
                Severity::Info,
                None,
                note,
                "Set encrypt = true if this store takes the header; try it on a copy first.",
                S3,
            );
        }
    }

    fn s3(&mut self, raw: &str, complete: bool, is_partial: bool, is_empty: bool) {
        let compatible = self.is_compatible_store();
        if raw.contains("encryption {") && self.known.tofu {
            // OpenTofu encrypts the state itself.
        } else {
            self.encryption(complete, is_partial, is_empty, compatible);
        }
        let lock_file = self.is("use_lockfile", true);
        let lock_expression =
            matches!(self.get("use_lockfile").map(|one| &one.value), Some(Value::Expression(_)));
        let table_set = |name: &str| match self.get(name).map(|one| &one.value) {
            Some(Value::Text(text)) => !text.is_empty(),
            Some(_) => true,
            None => false,
        };
        let table = table_set("dynamodb_table")
            || (table_set("lock_table") && (self.is_terragrunt() || self.known.is_before(0, 13)));
        if complete && !lock_file && !lock_expression && !table {
            let old = self.known.is_before(1, 10);
            let fix = if old {
                "This version has no use_lockfile: create a DynamoDB table with the key LockID and set dynamodb_table."
            } else {
                "Set use_lockfile = true. It needs Terraform or OpenTofu 1.10; an older one stops at init with \"Unsupported argument\", nothing runs unlocked. For older ones set dynamodb_table."
            };
            if compatible {
                self.add("no-locking", Severity::Medium, None, "Nothing is locked: two runs can write the state at once.", "Set use_lockfile = true if this store honours conditional writes: aws s3api put-object --if-none-match '*' twice on one key; the second must fail with 412.", S3);
            } else {
                self.add(
                    "no-locking",
                    Severity::High,
                    None,
                    "Nothing is locked: two runs can write the state at once.",
                    fix,
                    S3,
                );
                let renamed = self.has("lock_table") && !self.has("dynamodb_table") && !self.is_terragrunt();
                if !old && (!renamed || self.known.is_from(1, 10)) {
                    match self.get("use_lockfile").cloned() {
                        Some(argument) => {
                            self.out.changes.push(Change::Value(argument.value_span, "true".to_owned()));
                        }
                        None => self
                            .out
                            .changes
                            .push(Change::Insert("use_lockfile".to_owned(), "true".to_owned())),
                    }
                }
            }
        }
        if table && !lock_file && !lock_expression && self.known.is_from(1, 10) {
            self.out.to_lock_file = true;
            self.add("missing-use-lockfile", Severity::Info, None, "This version can lock with a file beside the state; the table is the only lock now.", "Add use_lockfile = true and keep the table until no older client is left (see the migration steps).", S3);
            if !compatible && !is_partial && complete {
                match self.get("use_lockfile").cloned() {
                    Some(argument) => {
                        self.out.changes.push(Change::Value(argument.value_span, "true".to_owned()));
                    }
                    None => {
                        self.out.changes.push(Change::Insert("use_lockfile".to_owned(), "true".to_owned()));
                    }
                }
            }
        } else if table && !lock_file {
            self.out.to_lock_file = true;
        }
        if table && lock_file {
            self.out.to_lock_file = true;
            self.add(
                "mixed-locking",
                Severity::Info,
                None,
                "Both locks are taken: right for a transition.",
                "Drop dynamodb_table when no client older than 1.10 is left.",
                S3,
            );
        }
        if lock_file && self.known.is_before(1, 10) {
            self.add(
                "lockfile-unsupported",
                Severity::High,
                Some("use_lockfile"),
                "use_lockfile needs Terraform or OpenTofu 1.10, but this configuration pins an older one.",
                "Raise required_version to >= 1.10.0, or lock with dynamodb_table.",
                S3,
            );
        }
        if complete && !compatible {
            for name in
                ["skip_credentials_validation", "skip_region_validation", "skip_requesting_account_id"]
            {
                if self.is(name, true) {
                    self.add(
                        "skip-validation",
                        Severity::Low,
                        Some(name),
                        format!("{name} hides mistakes until the first write."),
                        "Take it out on AWS proper.",
                        S3,
                    );
                }
            }
            if self.is("encrypt", true) && !self.has("kms_key_id") && !self.has("sse_customer_key") {
                self.add("encryption-not-cmk", Severity::Info, None, "The state is encrypted with Amazon's own key (SSE-S3).", "For a key that you control add kms_key_id; the key's policy then decides who reads the state.", S3);
            }
        }
        if self.is("insecure", true) {
            self.insecure("insecure", "TLS certificates are not checked.");
        }
        let endpoint = self.text("endpoint").map(str::to_owned);
        if let Some(url) = endpoint {
            self.plain_http("endpoint", &url);
        }
        if let Some(Value::Object(inner)) = self.get("endpoints").map(|one| one.value.clone()) {
            for one in inner {
                if let Value::Text(url) = &one.value {
                    self.plain_http("endpoints", url);
                }
            }
        }
        if self.has("profile") && !is_partial {
            self.add(
                "profile-in-block",
                Severity::Low,
                Some("profile"),
                "A profile in the block breaks every machine that lacks it, CI first.",
                "Leave it out and set AWS_PROFILE where it is needed.",
                S3,
            );
        }
        for (a, b) in [
            ("kms_key_id", "sse_customer_key"),
            ("endpoint", "endpoints"),
            ("force_path_style", "use_path_style"),
            ("allowed_account_ids", "forbidden_account_ids"),
        ] {
            if self.has(a) && self.has(b) {
                self.add(
                    format!("conflicting-arguments:{a}+{b}"),
                    Severity::High,
                    Some(a),
                    format!("{a} and {b} exclude each other."),
                    "Keep one.",
                    S3,
                );
            }
        }
    }

    fn insecure(&mut self, name: &str, message: &str) {
        self.add(
            "insecure-transport",
            Severity::High,
            Some(name),
            message,
            "Use https with certificates that are checked.",
            INIT,
        );
    }

    fn plain_http(&mut self, name: &str, url: &str) {
        if url.starts_with("http://") {
            let is_loopback = ["localhost", "127.", "[::1]"]
                .iter()
                .any(|host| url.get(7..).is_some_and(|rest| rest.starts_with(host)));
            let severity = if is_loopback { Severity::Low } else { Severity::High };
            self.add(
                "insecure-transport",
                severity,
                Some(name),
                format!("{name} goes over plain http: state and credentials can be read on the way."),
                "Use https.",
                INIT,
            );
        }
    }

    fn azurerm(&mut self, complete: bool) {
        if complete
            && !self.is("use_azuread_auth", true)
            && !matches!(self.get("use_azuread_auth").map(|one| &one.value), Some(Value::Expression(_)))
        {
            self.add(
                "no-azuread-auth",
                Severity::Low,
                None,
                "The client fetches or uses the storage account's key, which opens the whole account.",
                "Give the identity the role Storage Blob Data Contributor on the container, then set use_azuread_auth = true.",
                "Terraform internal/backend/remote-state/azure/backend.go v1.15.9",
            );
        }
    }

    fn http(&mut self) {
        const SOURCE: &str = "Terraform internal/backend/remote-state/http/backend.go v1.15.9";
        if self.has("address") && !self.has("lock_address") {
            self.add("no-locking", Severity::High, None, "Without lock_address nothing is locked, and nothing says so.", "Set lock_address and unlock_address; GitLab also wants lock_method = \"POST\" and unlock_method = \"DELETE\".", SOURCE);
        }
        for name in ["address", "lock_address", "unlock_address"] {
            let Some(url) = self.text(name).map(str::to_owned) else { continue };
            self.plain_http(name, &url);
            self.userinfo(name, &url, "TF_HTTP_PASSWORD");
        }
        if self.is("skip_cert_verification", true) {
            self.insecure("skip_cert_verification", "TLS certificates are not checked.");
        }
    }

    /// `scheme://user:password@host`: only the password goes.
    fn userinfo(&mut self, name: &str, url: &str, variable: &'static str) {
        let Some((_, rest)) = url.split_once("://") else { return };
        let authority = rest.split(['/', '?']).next().unwrap_or("");
        let Some((userinfo, _)) = authority.rsplit_once('@') else { return };
        let Some((_, password)) = userinfo.split_once(':') else { return };
        if password.is_empty() || password.contains("${") || placeholder(password).is_some() {
            if !password.is_empty() {
                self.add(
                    "credential-attribute",
                    Severity::High,
                    Some(name),
                    format!("{name} carries a password."),
                    format!("Leave it out and set {variable}."),
                    INIT,
                );
            }
            return;
        }
        self.add("hardcoded-credential", Severity::Critical, Some(name), format!("{name} holds a literal password. It is in the repository's history, in .terraform/terraform.tfstate and in saved plans."), format!("Rotate it now. The password is taken out; set {variable} where Terraform runs."), INIT);
        let Some(argument) = self.get(name) else { return };
        let from = argument.value_span.start + 1 + url.find(&format!(":{password}@")).unwrap_or(0);
        let span = Span::new(from, from + 1 + password.len());
        self.out.changes.push(Change::Bytes(span, String::new()));
        self.out.variables.push(("environment", variable.to_owned()));
    }

    fn consul(&mut self) {
        const SOURCE: &str = "Terraform internal/backend/remote-state/consul/backend.go v1.15.9";
        if self.is("lock", false) {
            self.add(
                "no-locking",
                Severity::High,
                Some("lock"),
                "lock = false: two runs can write the state at once.",
                "Set lock = true, the default.",
                SOURCE,
            );
            if let Some(argument) = self.get("lock").cloned() {
                self.out.changes.push(Change::Value(argument.value_span, "true".to_owned()));
            }
        }
        if self.text("scheme") == Some("http")
            || (self.has("address")
                && !self.has("scheme")
                && self.text("address").is_some_and(|address| !address.starts_with("https://")))
        {
            let loopback = self
                .text("address")
                .is_some_and(|address| address.starts_with("127.") || address.starts_with("localhost"));
            let severity = if loopback || !self.has("scheme") { Severity::Low } else { Severity::High };
            let attribute = if self.has("scheme") { "scheme" } else { "address" };
            self.add(
                "insecure-transport",
                severity,
                Some(attribute),
                "Consul is spoken to over plain http.",
                "Set scheme = \"https\" where the server speaks TLS.",
                SOURCE,
            );
        }
    }

    fn pg(&mut self) {
        let Some(url) = self.text("conn_str").map(str::to_owned) else { return };
        self.userinfo("conn_str", &url, "PGPASSWORD");
        if !url.contains("://") && url.contains("password=") {
            let value =
                url.split("password=").nth(1).unwrap_or("").split(' ').next().unwrap_or("").to_owned();
            if !value.is_empty() && !value.contains("${") && placeholder(&value).is_none() {
                self.add(
                    "hardcoded-credential",
                    Severity::Critical,
                    Some("conn_str"),
                    "conn_str holds a literal password.",
                    "Rotate it now. The password is taken out; set PGPASSWORD where Terraform runs.",
                    INIT,
                );
                if let Some(argument) = self.get("conn_str") {
                    let at = url.find("password=").unwrap_or(0);
                    let from = argument.value_span.start + 1 + at;
                    let mut to = from + "password=".len() + value.len();
                    if url
                        .get(at + "password=".len() + value.len()..)
                        .is_some_and(|rest| rest.starts_with(' '))
                    {
                        to += 1;
                    }
                    self.out.changes.push(Change::Bytes(Span::new(from, to), String::new()));
                    self.out.variables.push(("environment", "PGPASSWORD".to_owned()));
                }
            }
        }
        if url.contains("sslmode=disable") {
            self.add(
                "insecure-transport",
                Severity::High,
                Some("conn_str"),
                "sslmode=disable: the state travels unencrypted.",
                "Set sslmode=verify-full with sslrootcert, where the server speaks TLS.",
                "Terraform internal/backend/remote-state/pg/backend.go v1.15.9",
            );
        }
    }

    fn gcs(&mut self) {
        if self.has("encryption_key") {
            self.add(
                "customer-key",
                Severity::Medium,
                Some("encryption_key"),
                "A customer-supplied key: whoever loses it loses the state.",
                "Prefer kms_encryption_key.",
                "Terraform internal/backend/remote-state/gcs/backend.go v1.15.9",
            );
        }
    }

    fn terragrunt(&mut self) {
        if !self.is_terragrunt() {
            return;
        }
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
                self.add(format!("terragrunt-skip:{name}"), severity, Some(name), format!("{name} = true: Terragrunt leaves this protection of the bucket out."), "Take it out if Terragrunt may change the live bucket; else see to the protection yourself.", "Terragrunt internal/remotestate 286a33c");
            }
        }
    }
}

/// Arguments of a block and of what it nests, by path.
fn flat(arguments: &[Argument], blocks: &[(String, Vec<Argument>)]) -> Vec<(String, Argument)> {
    let mut out = Vec::new();
    for one in arguments {
        if let Value::Object(inner) = &one.value {
            for (path, argument) in flat(inner, &[]) {
                out.push((format!("{}.{path}", one.name), argument));
            }
        } else {
            out.push((one.name.clone(), one.clone()));
        }
    }
    for (name, inner) in blocks {
        for one in inner {
            out.push((format!("{name}.{}", one.name), one.clone()));
        }
    }
    out
}

/// What makes a value visibly a stand-in.
pub(super) fn placeholder(value: &str) -> Option<&'static str> {
    let value = value.trim().trim_matches('"');
    let lower = value.to_ascii_lowercase();
    let between = |open: &str, close: &str| {
        value
            .find(open)
            .is_some_and(|at| value.get(at + open.len()..).is_some_and(|rest| rest.contains(close)))
    };
    if between("{{", "}}") || between("{%", "%}") || between("<%", "%>") {
        return Some("template");
    }
    if let Some(open) = value.find('<') {
        let inner = value.get(open + 1..).and_then(|rest| rest.split('>').next()).unwrap_or("");
        if value.get(open..).is_some_and(|rest| rest.contains('>'))
            && !inner.is_empty()
            && inner.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | '\''))
        {
            return Some("angle brackets");
        }
    }
    if between("$(", ")")
        || between("#{", "}#")
        || value.len() > 4
            && between("__", "__")
            && value.chars().any(char::is_alphabetic)
            && !value.contains("${")
    {
        return Some("template");
    }
    let percent = value.len() > 2 && value.starts_with('%') && value.ends_with('%');
    let dollar = value.strip_prefix('$').is_some_and(|name| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    });
    let at = value.strip_prefix('@').is_some_and(|name| {
        name.len() > 1
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'@'))
    });
    let square = value.starts_with('[') && value.ends_with(']') && value.len() > 3 && !value.contains('"');
    if percent || dollar || at || square {
        return Some("template");
    }
    const HEADS: [&str; 15] = [
        "your-",
        "your_",
        "your ",
        "change_me",
        "changeme",
        "change-me",
        "change_it",
        "changeit",
        "replace",
        "fill_in",
        "fill-in",
        "update_",
        "insert",
        "todo",
        "xxxx",
    ];
    const WHOLE: [&str; 5] = ["yourbucket", "your", "xxx", "tbd", "fixme"];
    if lower.ends_with(".com") && lower.contains("your-objectstorage") {
        return None;
    }
    if HEADS.iter().any(|head| {
        lower.starts_with(head)
            && (*head != "insert"
                || lower.starts_with("insert_")
                || lower.starts_with("insert-")
                || lower.starts_with("insert "))
            && (*head != "replace"
                || lower.starts_with("replace_")
                || lower.starts_with("replace-")
                || lower == "replaceme"
                || lower.starts_with("replace "))
    }) || WHOLE.contains(&lower.as_str())
    {
        return Some("stand-in");
    }
    if lower.contains("-your-")
        || lower.contains("_your_")
        || lower.contains("/your-")
        || lower.contains("-change-me")
        || lower.contains("changeme")
        || lower.contains("change_me")
        || lower.contains("replace_me")
        || lower.contains("replace-me")
        || lower.contains("xxxxx")
        || lower.ends_with("_value") && value.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
    {
        return Some("stand-in");
    }
    if value.starts_with("YOUR")
        || value.starts_with("MY_") && value.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
    {
        return Some("stand-in");
    }
    None
}

/// `${NAME}` of envsubst or templatefile: no dot, no call.
fn is_shell_template(text: &str) -> bool {
    let mut rest = text;
    while let Some(open) = rest.find("${") {
        let Some(inner) = rest.get(open + 2..).and_then(|rest| rest.split('}').next()) else { return false };
        if inner.contains(['.', '(', '[', '"']) || inner.is_empty() {
            return false;
        }
        rest = rest.get(open + 2 + inner.len()..).unwrap_or("");
    }
    true
}

/// `true ? "a" : "b"`, which Terraform accepts.
fn is_literal_conditional(text: &str) -> bool {
    text.contains('?')
        && text.contains(':')
        && !text.contains("var.")
        && !text.contains("local.")
        && !text.contains("${")
}

/// The known argument with the fewest differing letters.
fn nearest(name: &str, configuration: &Configuration) -> Option<&'static str> {
    let plain = |name: &str| name.to_ascii_lowercase().replace(['_', '-'], "");
    let wanted = plain(name);
    configuration
        .arguments
        .iter()
        .map(|one| (distance(&wanted, &plain(one.name)), one.name))
        .min()
        .filter(|(distance, _)| *distance <= 2)
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

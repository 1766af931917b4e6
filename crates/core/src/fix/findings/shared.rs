//! Findings that several backends have in common.

use super::{INIT, REMOVED, Review, list};
use crate::fix::read::Value;
use crate::fix::{Dialect, Severity};

impl Review<'_> {
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

    // ---------------------------------------------------------------------------------- Terragrunt

    pub(super) fn terragrunt(&mut self) {
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

    // ------------------------------------------------------------------------------ Where it stands

    pub(super) fn place(&mut self, missing: &[&'static str], is_file: bool) {
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
}

//! Hardened files before the real terraform: it reads them, and its `init` finds no fault with names and types. Both
//! are checked before any network is used.

use crate::tools;
use crate::tools::blocks;
use crate::tools::layout;
use stackengine_core::backends::CONFIGURATIONS;
use stackengine_core::fix::{Options, fix, harden_file};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Command, Stdio};

fn said(command: &mut Command) -> (bool, String) {
    let out = command.stdin(Stdio::null()).output().unwrap();
    (
        out.status.success(),
        format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr)),
    )
}

#[test]
fn terraform_takes_every_hardened_file() {
    let Some(_) = tools::terraform() else { return };
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus/backends");
    let mut seen = 0;
    for suffix in [".tf", ".tf.json"] {
        for file in tools::files(&corpus, suffix) {
            let text = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).into_owned();
            let options = Options { terraform_version: Some("1.11.4".to_owned()), ..Options::default() };
            let Some(hardened) = harden_file(&text, &options) else { continue };
            seen += 1;
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let folder = tools::folder(&format!("harden-live-{name}"));
            // Only the block: providers would be downloaded.
            let found = fix(&hardened, &options);
            let block = found.blocks.first().unwrap();
            let text = if suffix == ".tf" {
                let body = hardened.get(block.span.start..block.span.end).unwrap();
                format!("terraform {{\n  {body}\n}}\n")
            } else {
                let json: serde_json::Value = serde_json::from_str(&hardened).unwrap();
                let terraform = &json["terraform"];
                let backend = terraform.get("backend").or_else(|| terraform[0].get("backend")).unwrap();
                serde_json::json!({ "terraform": { "backend": backend } }).to_string()
            };
            tools::write(&folder, if suffix == ".tf" { "main.tf" } else { "main.tf.json" }, &text);
            let (passes, told) = said(Command::new("terraform").current_dir(&folder).args([
                "init",
                "-backend=false",
                "-no-color",
            ]));
            assert!(passes, "{name}: {told}\n{text}");
            let told = tools::init_offline(&folder);
            let is_told = block.findings.iter().any(|one| {
                one.id.starts_with("unknown-")
                    || one.id.starts_with("invalid-")
                    || one.id == "partial-config"
                    || one.id == "removed-backend"
            });
            for refusal in tools::REFUSALS {
                assert!(is_told || !told.contains(refusal), "{name}: {told}\n{text}");
            }
        }
    }
    assert!(seen > 10, "{seen} hardened files were shown to terraform");
}

/// The files of a folder that `terraform fmt` would change.
fn unformatted(folder: &std::path::Path) -> BTreeSet<String> {
    let (_, told) =
        said(Command::new("terraform").args(["fmt", "-check", "-list=true", "-no-color"]).arg(folder));
    told.lines()
        .filter(|line| line.ends_with(".tf"))
        .map(|line| line.rsplit('/').next().unwrap().to_owned())
        .collect()
}

#[test]
fn what_fmt_had_laid_out_stays_laid_out() {
    let Some(_) = tools::terraform() else { return };
    let (before, after) = (tools::folder("harden-fmt-before"), tools::folder("harden-fmt-after"));
    let mut texts: Vec<String> = Vec::new();
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus/backends");
    for suffix in [".tf", ".hcl"] {
        for file in tools::files(&corpus, suffix) {
            let text = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).into_owned();
            texts.extend(hcl::parse(&text.replace("\r\n", "\n")).is_ok().then_some(text));
        }
    }
    for seed in 1..=600_u64 {
        let mut dice = blocks::Dice(seed.wrapping_mul(0x9FB2_1C65_1E98_DF25) | 1);
        let text = blocks::block(&mut dice, false).0.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        texts.push(if seed % 3 == 0 { text } else { layout::formatted(&text) });
    }
    // terraform lays the texts out itself, and that is what is hardened.
    for (at, text) in texts.iter().enumerate() {
        tools::write(&before, &format!("{at}.tf"), text);
        tools::write(&before, &format!("{at}-own.tf"), &layout::formatted(text));
    }
    said(Command::new("terraform").args(["fmt", "-list=false"]).arg(&before));
    let mut seen = 0;
    for at in 0..texts.len() {
        let text = std::fs::read_to_string(before.join(format!("{at}.tf"))).unwrap();
        let version = ["1.5.7", "1.9.8", "1.11.4", "tofu 1.11.0"][at % 4];
        let options = Options { terraform_version: Some(version.to_owned()), ..Options::default() };
        if let Some(hardened) = harden_file(&text, &options) {
            tools::write(&after, &format!("{at}.tf"), &hardened);
            assert!(layout::is_formatted(&hardened), "the columns known here are those of fmt\n{hardened}");
            seen += 1;
        }
    }
    let worse = unformatted(&after);
    let shown: Vec<String> =
        worse.iter().take(3).filter_map(|name| std::fs::read_to_string(after.join(name)).ok()).collect();
    assert!(worse.is_empty(), "of {seen} terraform fmt would change {worse:?}:\n{}", shown.join("\n----\n"));
    assert!(seen > 300, "{seen} were hardened");
}

/// What init takes for a key is what is taken for one here.
#[test]
fn kms_keys_are_judged_as_init_judges_them() {
    let Some(_) = tools::terraform() else { return };
    let keys = [
        "alias/terraform-state",
        "alias/a b",
        "alias/",
        "alias/aws/s3",
        "my-key",
        "12345678-90ab-cdef-1234-567890abcdef",
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "1234abcd-12ab-34cd-96ef-1234567890ab",
        "1234ABCD-12AB-34CD-96EF-1234567890AB",
        "mrk-1234abcd12ab34cd56ef1234567890ab",
        "mrk-1234abcd",
        "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-96ef-1234567890ab",
        "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab",
        "arn:aws:kms:eu-west-1:111122223333:key/12345678-90ab-cdef-1234-567890abcdef",
        "arn:aws:kms:eu-west-1:111122223333:alias/terraform-state",
        "arn:aws:kms:eu-west-1:111122223333:terraform-state",
        "arn:aws-us-gov:kms:us-gov-west-1:111122223333:alias/x",
        "arn:aws:s3:::bucket",
    ];
    for (index, key) in keys.iter().enumerate() {
        let text = format!(
            "terraform {{\n  backend \"s3\" {{\n    bucket = \"b-one\"\n    key = \"k\"\n    region = \"eu-west-1\"\n    encrypt = true\n    kms_key_id = \"{key}\"\n    use_lockfile = true\n  }}\n}}\n"
        );
        let folder = tools::folder(&format!("harden-kms-{index}"));
        tools::write(&folder, "main.tf", &text);
        let (_, told) = said(
            Command::new("timeout")
                .current_dir(&folder)
                .args(["20", "terraform", "init", "-no-color", "-input=false"])
                .env("AWS_EC2_METADATA_DISABLED", "true")
                .env("HTTPS_PROXY", "http://127.0.0.1:9"),
        );
        let is_refused = told.contains("Invalid KMS Key");
        let found = fix(&text, &Options::default());
        let is_told = found.blocks[0].findings.iter().any(|one| one.id == "invalid-value:kms_key_id");
        assert_eq!(is_told, is_refused, "{key}: {told}");
    }
}

/// What is known of every backend's arguments, by the program that knows them: what is taken for an argument of 1.11.4
/// is one, with the type it is taken for, and what is told to be unknown, removed or newer is refused.
#[test]
fn the_arguments_known_here_are_those_of_terraform() {
    let Some(_) = tools::terraform() else { return };
    let options = Options { terraform_version: Some("1.11.4".to_owned()), ..Options::default() };
    let (mut taken, mut refused) = (0, 0);
    let labels =
        ["local", "s3", "gcs", "azurerm", "pg", "consul", "http", "kubernetes", "oss", "cos", "remote"];
    for label in labels {
        let known = CONFIGURATIONS.iter().find(|one| one.label == label).unwrap();
        let block = |lines: &str| format!("terraform {{\n  backend \"{label}\" {{\n{lines}  }}\n}}\n");
        let (mut good, mut bad, mut bad_names) = (String::new(), String::new(), Vec::new());
        for argument in known.arguments {
            let name = argument.name;
            // Nested blocks are another matter.
            if matches!(name, "workspaces" | "exec") || name == "assume_role" && label != "s3" {
                continue;
            }
            let ids = |value: &str| -> Vec<String> {
                let found = fix(&block(&format!("    {name} = {value}\n")), &options);
                found.blocks[0].findings.iter().map(|one| one.id.clone()).collect()
            };
            // These say that the tool is OpenTofu, and are none of Terraform's.
            let is_tofu = [
                "state_tags",
                "lock_tags",
                "universe_domain",
                "timeout_seconds",
                "customer_provided_key",
                "encryption_scope",
                "ado_service_connection_id",
                "headers",
                "table_name",
                "index_name",
            ]
            .contains(&name);
            let value = ["\"x1\"", "true", "3", "[\"x1\"]", "{ role_arn = \"x1\" }"]
                .into_iter()
                .find(|value| !ids(value).contains(&format!("invalid-value:{name}")))
                .unwrap();
            let is_refused = is_tofu
                || ids(value).iter().any(|id| {
                    ["unknown-attribute", "removed-attribute", "unsupported-attribute"]
                        .iter()
                        .any(|word| *id == format!("{word}:{name}"))
                });
            if is_refused {
                bad.push_str(&format!("    {name} = {value}\n"));
                bad_names.push(name);
            } else {
                good.push_str(&format!("    {name} = {value}\n"));
                taken += 1;
            }
        }
        let init = |name: &str, lines: &str| {
            let folder = tools::folder(&format!("harden-arguments-{label}-{name}"));
            tools::write(&folder, "main.tf", &block(lines));
            tools::init_offline(&folder)
        };
        let told = init("good", &good);
        for refusal in [
            "Unsupported argument",
            "Unsupported block type",
            "Incorrect attribute value type",
            "Missing required",
        ] {
            assert!(!told.contains(refusal), "{label}: {told}\n{good}");
        }
        if !bad_names.is_empty() {
            let told = init("bad", &bad);
            for name in bad_names {
                assert!(told.contains(&format!("named \"{name}\"")), "{label} takes {name}: {told}");
                refused += 1;
            }
        }
    }
    eprintln!("terraform 1.11.4 takes {taken} arguments of {} backends and refuses {refused}", labels.len());
    assert!(taken > 150 && refused > 15);
}

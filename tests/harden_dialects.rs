//! Configurations as people paste them, one file each in `dialects/`, written before the reader that had to take them.
//! `expected.txt` holds what a reviewer expects: blocks, findings, and the lines that change.
//!
//! `STACKENGINE_BLESS=1` writes it anew; what changed is then to be read.

use crate::tools;
use crate::tools::layout;
use stackengine_core::fix::{Options, fix, harden_file, settings};
use std::fmt::Write as _;
use std::path::PathBuf;

/// Made up, and put together here so that scanners of repositories stay quiet.
const SLOTS: [(&str, &[&str]); 11] = [
    ("@AKIA@", &["AKIA", "Q7TZ4XWNB3PLKD5M"]),
    ("@SECRET40@", &["wJq8", "mN2vXz7LpRt5KdYb9FhGc3TaEuQoIrPyWx1s"]),
    ("@SECRET32@", &["Gu5t9", "xGARNpq86cd98joQYCN3RKz8mW"]),
    (
        "@AZKEY@",
        &["q7Rt2", "vXw9KpL4mNs8dYbF3hJcZ6gTaE1uQoI5rPyWxV0kBnMzDfGjHlSeUiCtRvOa+/7Y2w8K4mQpXzNbLt=="],
    ),
    ("@PASSWORD@", &["Tr0ub4", "dor9x7Kq"]),
    ("@GTOKEN@", &["ya29.", "a0AfH6SMBx7KqLmNpQrStUvWxYz0123456789"]),
    ("@ACCESS@", &["Q3AM3U", "Q867SPQQA43P2F"]),
    ("@COSID@", &["AKID", "z8krbsJ5yKBZQpn74WFkmLPx3"]),
    (
        "@TFETOKEN@",
        &["aB3dE5gH7jK9mN", ".atlasv1.", "q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c2v3b4n5m6q7w8e9r0t1y2u"],
    ),
    ("@SSEC@", &["MzJieXRlc", "2xvbmdzZWNyZXRrZXltdXN0cHJvdmlkZWQ="]),
    ("@GLPAT@", &["x9K2mQ7", "vR4tY8wZ1nB5c"]),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dialects")
}

fn texts() -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("expected.txt"))
        .map(|path| {
            let mut text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
            for (slot, pieces) in SLOTS {
                text = text.replace(slot, &pieces.concat());
            }
            (path.file_name().unwrap().to_string_lossy().into_owned(), text)
        })
        .collect();
    out.sort();
    assert!(out.len() > 90);
    out
}

fn hidden(text: &str) -> String {
    SLOTS.iter().fold(text.to_owned(), |text, (slot, pieces)| text.replace(&pieces.concat(), slot))
}

#[test]
fn every_dialect_reads_as_a_reviewer_reads_it() {
    let mut seen = String::new();
    for (name, text) in texts() {
        let found = fix(&text, &Options::default());
        writeln!(seen, "== {name}").unwrap();
        for note in &found.notes {
            writeln!(seen, "note: {note}").unwrap();
        }
        for block in &found.blocks {
            let dialect = serde_json::to_value(block.dialect).unwrap();
            let state = if block.parses { "" } else { ", broken" };
            writeln!(seen, "{} ({}{state})", block.backend, dialect.as_str().unwrap()).unwrap();
            for one in &block.findings {
                let attribute = one.attribute.as_ref().map(|name| format!(" @ {name}")).unwrap_or_default();
                let severity = serde_json::to_value(one.severity).unwrap();
                writeln!(seen, "  {} {}{attribute}", severity.as_str().unwrap(), one.id).unwrap();
            }
            let diff = hidden(block.diff.as_deref().unwrap_or(""));
            for line in diff.lines().skip(2).filter(|line| line.starts_with(['+', '-'])) {
                let line: String = line.trim_end().chars().take(100).collect();
                writeln!(seen, "    {line}").unwrap();
            }
        }
    }
    let seen = hidden(&seen);
    let file = folder().join("expected.txt");
    if std::env::var_os("STACKENGINE_BLESS").is_some() {
        std::fs::write(&file, &seen).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap();
    let cases = |text: &str| -> Vec<String> { text.split("== ").map(str::to_owned).collect() };
    let (expected, seen) = (cases(&expected), cases(&seen));
    let wrong: Vec<String> = seen
        .iter()
        .filter(|one| !expected.contains(one))
        .map(|one| {
            let name = one.lines().next().unwrap_or("");
            let wanted = expected.iter().find(|other| other.lines().next() == Some(name));
            format!("seen: {one}expected: {}", wanted.map_or("nothing", String::as_str))
        })
        .collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(expected.len(), seen.len());
}

/// Arguments that say where state and lock live.
const PLACES: [&str; 22] = [
    "bucket",
    "key",
    "region",
    "workspace_key_prefix",
    "prefix",
    "storage_account_name",
    "container_name",
    "resource_group_name",
    "schema_name",
    "path",
    "lock_address",
    "unlock_address",
    "secret_suffix",
    "namespace",
    "organization",
    "hostname",
    "workspaces.name",
    "tablestore_table",
    "dynamodb_table",
    "kms_key_id",
    "profile",
    "datacenter",
];

#[test]
fn what_is_mended_stays_where_it_is_and_needs_no_second_run() {
    let mut changed = 0;
    for (name, text) in texts() {
        for version in [None, Some("1.5.7"), Some("1.11.4"), Some("tofu 1.11.0")] {
            let options = Options { terraform_version: version.map(str::to_owned), ..Options::default() };
            for block in fix(&text, &options).blocks {
                // A quotation is not edited, but what is offered is final too.
                if let Some(hardened) =
                    block.hardened.as_ref().filter(|_| version.is_some() && !text.contains("encryption {"))
                {
                    let again = fix(&format!("terraform {{\n{hardened}\n}}\n"), &options);
                    let is_same = again.blocks.iter().all(|one| one.hardened.is_none());
                    assert!(is_same || block.dialect != stackengine_core::fix::Dialect::Terraform, "{name}");
                }
            }
            let Some(after) = harden_file(&text, &options) else { continue };
            changed += 1;
            let told = format!("{name} {version:?}\n{text}\n----\n{after}");
            assert_eq!(harden_file(&after, &options), None, "{told}");
            let (before, later) = (settings(&text), settings(&after));
            assert_eq!(before.len(), later.len(), "{told}");
            for (before, later) in before.iter().zip(&later) {
                for place in PLACES {
                    let old = before.get(place).or_else(|| {
                        before
                            .get("lock_table")
                            .filter(|_| place == "dynamodb_table" && later.get("lock_table").is_none())
                    });
                    assert_eq!(old, later.get(place), "{place}: {told}");
                }
            }
            for (slot, pieces) in SLOTS {
                assert!(!after.contains(&pieces.concat()), "{slot} is left: {told}");
            }
            assert_eq!(text.contains("\r\n"), after.contains("\r\n"), "{told}");
            assert_eq!(text.contains('\u{feff}'), after.contains('\u{feff}'), "{told}");
            let is_hcl = name.ends_with(".tf") || name.ends_with(".hcl");
            assert!(!is_hcl || !layout::is_formatted(&text) || layout::is_formatted(&after), "{told}");
        }
    }
    assert!(changed > 100, "{changed}");
}

/// Names and types of every hardened block, by the program that knows them: `init` checks them before any network.
#[test]
fn terraform_takes_the_hardened_blocks() {
    let Some(_) = tools::terraform() else { return };
    let options = Options { terraform_version: Some("1.11.4".to_owned()), ..Options::default() };
    let mut seen = Vec::new();
    for (name, text) in texts() {
        for (index, block) in fix(&text, &options).blocks.iter().enumerate() {
            let is_refused = block.findings.iter().any(|one| {
                let id = one.id.split(':').next().unwrap();
                matches!(
                    id,
                    "unknown-attribute"
                        | "unknown-block"
                        | "unknown-backend"
                        | "unsupported-attribute"
                        | "variable-in-backend"
                        | "invalid-value"
                        | "removed-backend"
                        | "partial-config"
                        | "conflicting-arguments"
                        | "placeholder-value"
                )
            });
            let is_block = block.dialect == stackengine_core::fix::Dialect::Terraform;
            let Some(hardened) =
                block.hardened.as_ref().filter(|text| is_block && !is_refused && !text.contains("= var."))
            else {
                continue;
            };
            let folder = tools::folder(&format!("dialects-{name}-{index}"));
            // What a pipeline fills in is no reference.
            let text = hardened.replace("${{", "{{");
            tools::write(&folder, "main.tf", &format!("terraform {{\n{text}\n}}\n"));
            let told = tools::init_offline(&folder);
            for refusal in tools::REFUSALS.iter().chain(&["Variables not allowed", "Invalid "]) {
                assert!(!told.contains(refusal), "{name}: {told}\n{text}");
            }
            seen.push(block.backend.clone());
        }
    }
    seen.sort();
    eprintln!("terraform init read {} hardened blocks: {seen:?}", seen.len());
    assert!(seen.len() > 25, "{seen:?}");
}

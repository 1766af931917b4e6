//! Every labelled configuration of `corpus/backends`: findings, and what a hardened text may and may not change.

use serde_json::Value;
use stackengine_core::fix::{Options, fix, harden_file, settings};
use std::path::PathBuf;

struct Case {
    name: String,
    text: String,
    label: Value,
}

fn cases() -> Vec<Case> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus/backends");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut out = Vec::new();
    for file in &files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if !name.ends_with(".json") || name.ends_with(".tf.json") {
            continue;
        }
        let stem = name.trim_end_matches(".json");
        let text = files.iter().find(|other| {
            let other = other.file_name().unwrap().to_string_lossy().into_owned();
            other.starts_with(&format!("{stem}.")) && other != name
        });
        out.push(Case {
            name: stem.to_owned(),
            text: String::from_utf8_lossy(&std::fs::read(text.unwrap()).unwrap()).into_owned(),
            label: serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap(),
        });
    }
    out
}

fn list(label: &Value, name: &str) -> Vec<String> {
    label[name]
        .as_array()
        .map(|list| list.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect())
        .unwrap_or_default()
}

fn ids(text: &str) -> Vec<String> {
    fix(text, &Options::default())
        .blocks
        .iter()
        .flat_map(|block| block.findings.iter().map(|one| one.id.clone()))
        .collect()
}

#[test]
fn findings_are_those_of_the_labels() {
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() > 30, "the corpus is there");
    for case in &cases {
        let found = fix(&case.text, &Options::default());
        let ids = ids(&case.text);
        let mut out = Vec::new();
        for wanted in list(&case.label, "must_flag") {
            let met = ids.contains(&wanted) || (wanted == "no-backend" && found.blocks.is_empty());
            if !met {
                out.push(format!("lacks {wanted}"));
            }
        }
        for unwanted in list(&case.label, "must_not_flag") {
            if ids.iter().any(|id| *id == unwanted || id.starts_with(&format!("{unwanted}:"))) {
                out.push(format!("has {unwanted}"));
            }
        }
        let expected = case.label["backend"].as_str().unwrap();
        if let Some(block) = found.blocks.first() {
            if block.backend != expected && expected != "unknown" {
                out.push(format!("backend {} for {expected}", block.backend));
            }
            let dialect = serde_json::to_value(block.dialect).unwrap();
            if dialect != case.label["dialect"] {
                out.push(format!("dialect {dialect}"));
            }
            if block.parses != case.label["parses"].as_bool().unwrap() {
                out.push(format!(
                    "parses {}: {:?}",
                    block.parses,
                    block.findings.first().map(|one| &one.message)
                ));
            }
        } else if expected != "none" {
            out.push("no block".to_owned());
        }
        if !out.is_empty() {
            wrong.push(format!("{}: {} (has {ids:?})", case.name, out.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// Arguments that say where state and lock are.
const PLACES: [&str; 26] = [
    "bucket",
    "key",
    "region",
    "workspace_key_prefix",
    "profile",
    "prefix",
    "storage_account_name",
    "container_name",
    "resource_group_name",
    "environment",
    "schema_name",
    "path",
    "address",
    "lock_address",
    "unlock_address",
    "datacenter",
    "secret_suffix",
    "namespace",
    "organization",
    "hostname",
    "workspaces.name",
    "workspaces.prefix",
    "tablestore_table",
    "tablestore_endpoint",
    "conn_str",
    "endpoint",
];

#[test]
fn a_hardened_text_keeps_comments_and_places_and_needs_no_second_run() {
    let mut changed = 0;
    for case in cases() {
        for version in [None, Some("1.5.7"), Some("1.12.0")] {
            let options = Options { terraform_version: version.map(str::to_owned), ..Options::default() };
            let Some(hardened) = harden_file(&case.text, &options) else { continue };
            changed += 1;
            let name = format!("{} {version:?}", case.name);
            assert_eq!(
                harden_file(&hardened, &options),
                None,
                "{name}: a second run changes nothing\n{hardened}"
            );
            let comments = |text: &str| -> Vec<String> {
                text.lines()
                    .filter(|line| line.trim_start().starts_with('#') || line.trim().is_empty())
                    .map(str::to_owned)
                    .collect()
            };
            assert_eq!(comments(&case.text), comments(&hardened), "{name}");
            assert_eq!(case.text.contains("\r\n"), hardened.contains("\r\n"), "{name}");
            let (before, after) = (settings(&case.text), settings(&hardened));
            assert_eq!(before.len(), after.len(), "{name}");
            for (before, after) in before.iter().zip(&after) {
                for place in PLACES {
                    if place != "conn_str" && !(place == "endpoint" && after.get("endpoints.s3").is_some()) {
                        assert_eq!(before.get(place), after.get(place), "{name}: {place}");
                    }
                }
            }
        }
    }
    assert!(changed > 20, "{changed} hardened texts were looked at");
}

#[test]
fn worked_edits() {
    let cases = [
        (
            "terraform {\n  backend \"s3\" {\n    bucket = \"tf-marklin\"\n    key    = \"state\"\n    region = \"us-west-2\"\n  }\n}\n",
            "terraform {\n  backend \"s3\" {\n    bucket       = \"tf-marklin\"\n    key          = \"state\"\n    region       = \"us-west-2\"\n    encrypt      = true\n    use_lockfile = true\n  }\n}\n",
        ),
        (
            "terraform {\n  required_version = \"= 1.1.9\"\n  backend \"s3\" {\n    bucket = \"b-one\"\n    key    = \"state\"\n    region = \"us-west-2\"\n  }\n}\n",
            "terraform {\n  required_version = \"= 1.1.9\"\n  backend \"s3\" {\n    bucket  = \"b-one\"\n    key     = \"state\"\n    region  = \"us-west-2\"\n    encrypt = true\n  }\n}\n",
        ),
        (
            "terraform {\n  backend \"azure\" {\n    storage_account_name = \"a1\"\n    container_name = \"c\"\n    key = \"k\"\n  }\n}\n",
            "terraform {\n  backend \"azurerm\" {\n    storage_account_name = \"a1\"\n    container_name = \"c\"\n    key = \"k\"\n  }\n}\n",
        ),
    ];
    for (before, after) in cases {
        assert_eq!(harden_file(before, &Options::default()).as_deref(), Some(after));
    }
    let password = ["p", "w-of-ours"].concat();
    let pg = format!(
        "terraform {{\n  backend \"pg\" {{\n    conn_str = \"postgres://postgres:{password}@db:5432/tf?sslmode=disable\"\n  }}\n}}\n"
    );
    let hardened = harden_file(&pg, &Options::default()).unwrap();
    assert!(hardened.contains("postgres://postgres@db:5432/tf?sslmode=disable"), "{hardened}");
}

#[test]
fn broken_texts_are_told_and_never_panic() {
    for case in cases() {
        for end in (0..case.text.len()).step_by(7).filter(|end| case.text.is_char_boundary(*end)) {
            let cut = &case.text[..end];
            let found = fix(cut, &Options::default());
            for block in found.blocks {
                assert!(block.span.end <= cut.len());
            }
        }
    }
}

/// An argument may be given twice on a command line; a credential goes as often as it stands there.
#[test]
fn a_credential_given_twice_on_a_command_line_is_taken_out_twice() {
    let flag = |pair: &str| format!(" -backend-config=\"{pair}\"");
    let secret = ["wJalrXUtnFEMI", "K7MDENG"].concat();
    let text =
        ["bucket=b", "access_key=one", "access_key=two", &format!("secret_key={secret}"), "region=eu-west-1"]
            .map(flag)
            .concat();
    let text = format!("terraform init{text}\n");
    let after = stackengine_core::fix::harden_file(&text, &stackengine_core::fix::Options::default());
    assert_eq!(
        after.as_deref(),
        Some("terraform init -backend-config=\"bucket=b\" -backend-config=\"region=eu-west-1\"\n")
    );
}

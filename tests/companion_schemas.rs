//! Arguments of the companion files and of the watchdogs against the providers' own schemas: names, blocks, types, what
//! is required. In place of `terraform validate`, which wants the providers downloaded.
//!
//! `schemas/providers.json` holds the schemas of the types in use, taken from generated bindings by `schemas/extract.py`.

use crate::tools::pastes::{PASTES, fixed};
use hcl::{Body, Expression};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

type Schema = Map<String, Value>;

/// What every resource takes, whatever its provider.
const META: [&str; 8] =
    ["count", "for_each", "provider", "depends_on", "lifecycle", "provisioner", "connection", "precondition"];

fn schemas() -> Value {
    serde_json::from_str(include_str!("schemas/providers.json")).unwrap()
}

/// Whether a literal fits; what is computed is not known here.
fn fits(kind: &str, value: &Expression) -> bool {
    match value {
        Expression::String(_) | Expression::TemplateExpr(_) => matches!(kind, "string" | "any"),
        Expression::Number(_) => matches!(kind, "number" | "any"),
        Expression::Bool(_) => matches!(kind, "bool" | "any"),
        Expression::Array(_) => matches!(kind, "list" | "any"),
        Expression::Object(_) => matches!(kind, "map" | "any"),
        _ => true,
    }
}

fn check(at: &str, body: &Body, schema: &Schema, is_top: bool, wrong: &mut Vec<String>) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for attribute in body.attributes() {
        let name = attribute.key();
        if is_top && META.contains(&name) {
            continue;
        }
        seen.insert(name);
        match schema.get(name) {
            None => wrong.push(format!("{at} has no argument {name}")),
            Some(field) if field["block"] == true => wrong.push(format!("{at}: {name} is a block")),
            Some(field) => {
                if let Some(kind) = field["kind"].as_str()
                    && !fits(kind, attribute.expr())
                {
                    wrong.push(format!("{at}: {name} takes a {kind}, and is {}", attribute.expr()));
                }
            }
        }
    }
    for block in body.blocks() {
        let is_dynamic = block.identifier() == "dynamic";
        let name = if is_dynamic { block.labels()[0].as_str() } else { block.identifier() };
        if is_top && META.contains(&name) {
            continue;
        }
        seen.insert(name);
        let inner = if is_dynamic {
            block.body().blocks().find(|one| one.identifier() == "content").unwrap().body()
        } else {
            block.body()
        };
        match schema.get(name) {
            None => wrong.push(format!("{at} has no block {name}")),
            Some(field) if field["block"] != true => wrong.push(format!("{at}: {name} is no block")),
            Some(field) => {
                if let Some(schema) = field["kind"].as_object() {
                    check(&format!("{at}.{name}"), inner, schema, false, wrong);
                }
            }
        }
    }
    for (name, field) in schema {
        if field["required"] == true && !seen.contains(name.as_str()) {
            wrong.push(format!("{at} lacks {name}"));
        }
    }
}

/// How many types of each provider a text has, and what is wrong in it.
fn judge(text: &str, all: &Value, seen: &mut BTreeMap<String, usize>) -> Vec<String> {
    let body: Body = hcl::parse(text).unwrap();
    let mut wrong = Vec::new();
    for block in body.blocks() {
        let name = match block.identifier() {
            "resource" => block.labels()[0].as_str().to_owned(),
            "data" => format!("data.{}", block.labels()[0].as_str()),
            _ => continue,
        };
        let provider = name.trim_start_matches("data.").split('_').next().unwrap().to_owned();
        let known = match all.get(&provider) {
            Some(provider) => provider["types"].get(&name),
            None => None,
        };
        match known.and_then(Value::as_object) {
            Some(schema) => check(&name, block.body(), schema, true, &mut wrong),
            None if all.get(&provider).is_some() => wrong.push(format!("{name} is in no schema")),
            None => {}
        }
        *seen.entry(provider).or_default() += 1;
    }
    wrong
}

#[test]
fn every_argument_is_in_its_providers_schema() {
    let all = schemas();
    let (mut seen, mut wrong) = (BTreeMap::new(), BTreeSet::new());
    for paste in PASTES {
        let fix = fixed(paste);
        for file in fix.companions.iter().chain(&fix.prevention).filter(|file| file.path.ends_with(".tf")) {
            for one in judge(&file.text, &all, &mut seen) {
                wrong.insert(format!("{}: {one}", file.path));
            }
        }
    }
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let without: Vec<&String> = seen.keys().filter(|one| all.get(one.as_str()).is_none()).collect();
    eprintln!("resources and data checked, by provider: {seen:?}; no schema is at hand of {without:?}");
    for provider in ["aws", "azurerm", "google", "kubernetes", "consul", "tfe", "archive"] {
        assert!(seen.get(provider).is_some_and(|count| *count > 0), "{provider}");
    }
}

#[test]
fn the_judge_finds_fault() {
    let all = schemas();
    let mut seen = BTreeMap::new();
    for (body, word) in [
        ("bucket_name = \"b\"", "no argument bucket_name"),
        ("bucket = 3", "takes a string"),
        ("force_destroy = \"yes\"", "takes a bool"),
        ("nothing {\n}", "no block nothing"),
        ("bucket {\n}", "no block"),
    ] {
        let wrong = judge(&format!("resource \"aws_s3_bucket\" \"x\" {{\n{body}\n}}\n"), &all, &mut seen);
        assert!(wrong.len() == 1 && wrong[0].contains(word), "{wrong:?}");
    }
    let wrong =
        judge("resource \"aws_s3_bucket_versioning\" \"x\" {\n  bucket = \"b\"\n}\n", &all, &mut seen);
    assert!(wrong.len() == 1 && wrong[0].contains("lacks versioning_configuration"), "{wrong:?}");
}

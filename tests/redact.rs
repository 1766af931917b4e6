//! Redaction, measured on documents of our own: every kind of credential in every structure, look-alikes that must
//! survive, identifiers. `redact/worked` is the family of templates that detection was worked on with; `redact/held`
//! was written blind afterwards.

#![allow(clippy::format_collect, clippy::match_same_arms, reason = "tests; tables with one line a kind")]

mod dice;
mod fill;
mod score;
mod words;

use fill::{Document, Filler};
use score::Score;
use stackengine_core::detect::{self, Options};
use stackengine_core::redact::redact;
use stackengine_core::restore::restore;
use std::path::Path;

fn templates(family: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("redact").join(family);
    let mut out: Vec<(String, String)> = Vec::new();
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        // One file holds many templates, each after a line `=== name`.
        for line in text.split_inclusive('\n') {
            match (line.strip_prefix("=== "), out.last_mut()) {
                (Some(name), _) => out.push((name.trim().to_owned(), String::new())),
                (None, Some((_, body))) => body.push_str(line),
                (None, None) => {}
            }
        }
    }
    out
}

/// `block` is put around each template: what a log, a mail or another file writes before each of its lines.
fn documents(family: &str, seed: u64, each: usize, block: &str) -> Vec<Document> {
    let mut filler = Filler::new(seed);
    let templates = templates(family);
    let mut out = Vec::new();
    for round in 0..each {
        for (name, template) in &templates {
            let template = match block {
                "" => template.clone(),
                block => format!("⟦{block}⟧{template}⟦/⟧"),
            };
            out.push(filler.document(&format!("{name}#{round}"), &template));
        }
    }
    out
}

fn measure(documents: &[Document]) -> Score {
    let mut score = Score::default();
    let (mut left, mut changed) = (0, 0);
    for document in documents {
        let detection = detect::detect(&document.text, &Options::default());
        let (redacted, vault) = redact(&document.text, &detection.findings);
        let mut rebuilt = String::new();
        let mut at = 0;
        for one in redacted.replacements() {
            rebuilt.push_str(&document.text[at..one.span.start]);
            rebuilt.push_str(&one.placeholder);
            at = one.span.end;
        }
        rebuilt.push_str(&document.text[at..]);
        assert_eq!(rebuilt, redacted.as_str(), "{}: spans rebuild the text", document.name);
        assert_eq!(restore(redacted.as_str(), &vault).text, document.text, "{}: restored", document.name);
        if let Err(leaks) = vault.check_egress(redacted.as_str()) {
            println!("LEFT {} {leaks:?}", document.name);
            if std::env::var("STACKENGINE_DUMP").is_ok() {
                println!("{}", redacted.as_str());
            }
            left += 1;
        }
        let mut vault = vault;
        let again = vault.redact_also(redacted.as_str());
        if again.as_str() != redacted.as_str() {
            let new = again.replacements().first();
            println!(
                "AGAIN {} {:?}",
                document.name,
                new.map(|one| (one.rule, one.span.of(redacted.as_str())))
            );
            if std::env::var("STACKENGINE_DUMP").is_ok() {
                println!("{}", redacted.as_str());
            }
            changed += 1;
        }
        score.add(document, &redacted);
    }
    score.unsettled = left + changed;
    score
}

fn check(family: &str, seed: u64, each: usize) {
    let block = std::env::var("STACKENGINE_WRAP").unwrap_or_default();
    let documents = documents(family, seed, each, &block);
    let score = measure(&documents);
    println!("{family}: {}", score.summary());
    println!("{}", score.report(4000));
    if !block.is_empty() {
        return;
    }
    assert_eq!(
        score.unsettled, 0,
        "values left for the check of what leaves, redacted texts that change again"
    );
    assert!(score.leaked.is_empty(), "{}", score.summary());
    assert!(score.kept_percent() >= 99.0, "{}", score.summary());
    assert!(score.hidden_percent() >= 98.0, "{}", score.summary());
}

#[test]
fn nothing_leaks_in_the_worked_family() {
    check("worked", 7, rounds(8));
}

/// What Terraform, its providers and the tools beside it say when they fail speaks of tokens, keys and credentials all
/// the time, and names none. The messages are written down from memory, not captured.
#[test]
fn errors_without_a_secret_stay_as_they_are() {
    let text =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("redact/errors.txt")).unwrap();
    assert!(text.lines().count() > 70);
    for line in text.lines() {
        let found = detect::detect(line, &Options::default()).findings;
        let secrets: Vec<&str> = found
            .iter()
            .filter(|one| one.class == detect::Class::Secret)
            .map(|one| &line[one.span.start..one.span.end])
            .collect();
        assert_eq!(secrets, [""; 0], "{line}");
    }
}

/// More rounds on demand: `STACKENGINE_ROUNDS=40 cargo test -p stackengine-tests redact::`.
fn rounds(usual: usize) -> usize {
    std::env::var("STACKENGINE_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

#[test]
fn little_leaks_in_the_held_out_family() {
    check("held", 11, rounds(8));
}

/// Written last, when the two other families were clean: what a first reading finds and misses.
#[test]
fn little_leaks_in_the_fresh_family() {
    check("fresh", 23, rounds(8));
}

/// Terminals, logs, talk, requests, code, encodings: each family was written before the detector had seen it.
#[test]
fn nothing_leaks_in_the_spoken_families() {
    for (family, seed) in [
        ("spoken1", 31),
        ("spoken2", 37),
        ("spoken3", 41),
        ("spoken4", 47),
        ("wide1", 101),
        ("wide2", 202),
        ("wide3", 303),
        ("wide4", 404),
        ("wide5", 505),
        ("wide6", 606),
        ("wide7", 707),
        ("kinds1", 808),
        ("kinds2", 909),
        ("kinds3", 7),
        ("kinds4", 7),
        ("plain1", 5),
        ("wide8", 909),
        ("wide9", 1010),
        ("wide10", 2020),
        ("hand1", 613),
        ("wide11", 5),
        ("wide12", 7),
        ("forms1", 7),
        ("mix1", 7),
        ("mix2", 7),
        ("mix3", 7),
        ("mix4", 7),
        ("mix5", 7),
        ("mix7", 7),
        ("mix6", 7),
        ("mix8", 7),
        ("mix9", 7),
        ("mix10", 7),
        ("mix11", 7),
        ("mix12", 7),
        ("talk1", 77),
        ("talk2", 5),
        ("talk3", 7),
    ] {
        check(family, seed, rounds(4));
    }
}

/// Configuration and infrastructure as code, written without a look at the detectors.
#[test]
fn nothing_leaks_in_configuration() {
    for (family, seed) in [("infra3", 43), ("infra1", 31), ("infra2", 41)] {
        check(family, seed, rounds(2));
    }
}

/// The same documents behind a log's times, in a quoting mail, in a box, in another file, with the line ends of Windows.
#[test]
fn frames_around_lines_hide_nothing_from_detection() {
    for block in ["crlf", "indent 4", "lines gha", "lines docker", "lines quote", "lines box", "lines k8s"] {
        let mut score = Score::default();
        for (family, seed) in [("worked", 7), ("held", 11), ("fresh", 23), ("wide1", 101)] {
            let part = measure(&documents(family, seed, 2, block));
            score.documents += part.documents;
            score.secrets += part.secrets;
            score.decoys += part.decoys;
            score.leaked.extend(part.leaked);
            score.lost.extend(part.lost);
        }
        println!("{block}: {}\n{}", score.summary(), score.report(100));
        let frames: Vec<_> =
            score.lost.iter().filter(|miss| miss.kind == "frame").map(|miss| &miss.around).collect();
        assert!(frames.len() < 3, "{block}: {} frames lost, such as {:?}", frames.len(), frames.first());
        assert!(score.leaked.is_empty(), "{block}: {}", score.summary());
        assert!(score.kept_percent() >= 98.5, "{block}: {}", score.summary());
    }
}

/// However long the value and its line are, nothing of it stays.
#[test]
fn long_values_are_followed_to_their_end() {
    let long = "k9%2BqZ~t*R1:w=".repeat(700);
    let encoded = "QUJDx9".repeat(20_000);
    for text in [
        format!("TOKEN={long}\nnext=1\n"),
        format!("{} password={long} user=app\n", "x ".repeat(3000)),
        format!("{{\"secret\":\"{encoded}\",\"n\":1}}\n"),
        format!("client_secret: {encoded}\nregion: eu-west-1\n"),
    ] {
        let detection = detect::detect(&text, &Options::default());
        let (redacted, _) = redact(&text, &detection.findings);
        for piece in ["9%2BqZ~t", "QUJDx9QUJ"] {
            assert!(
                !redacted.as_str().contains(piece),
                "{}",
                &redacted.as_str()[..redacted.as_str().len().min(200)]
            );
        }
    }
}

/// Each kind alone in ten dressings: what has a form of its own under harmless names, what has none under its own name.
#[test]
fn every_kind_is_hidden_in_ten_dressings() {
    let mut filler = Filler::new(59);
    let (mut tried, mut shown) = (0, Vec::new());
    for kind in fill::kinds() {
        let names = if kind.names.is_empty() { vec!["setting"] } else { kind.names.clone() };
        for name in names {
            let value = match kind.form {
                "@uuid" => filler.dice.uuid(),
                form => filler.dice.form(form),
            };
            let told = if kind.names.is_empty() { "" } else { name };
            let config = format!("region: eu-west-1\n{name}: {value}\nretries: 3\n");
            let dressed = [
                ("env", format!("LOG_LEVEL=info\n{}={value}\nPORT=8080\n", name.to_uppercase())),
                ("json", format!("{{\"{}\": \"{value}\", \"count\": 3}}", words::styled(name, "camel"))),
                ("yaml", format!("app:\n  {}: {value}\n  replicas: 2\n", words::styled(name, "kebab"))),
                ("hcl", format!("resource \"x_y\" \"z\" {{\n  {name} = \"{value}\"\n  size = 3\n}}\n")),
                (
                    "query",
                    format!("GET https://localhost/v1/x?page=2&{name}={}&y=2", fill::spelled(&value, "url")),
                ),
                (
                    "header",
                    format!("curl -H 'X-{}: {value}' https://localhost/", words::styled(name, "train")),
                ),
                ("flag", format!("tool sync --{} {value} --dry-run", words::styled(name, "kebab"))),
                (
                    "log",
                    format!(
                        "2025-11-07T09:12:31Z INFO retry with {told}{}{value} after 3 s",
                        if told.is_empty() { "" } else { "=" }
                    ),
                ),
                ("base64", format!("data: {}\n", fill::spelled(&config, "b64"))),
                ("prose", format!("please use {told} {value} for now, thanks")),
            ];
            for (dress, text) in dressed {
                tried += 1;
                let (redacted, _) = redact(&text, &detect::detect(&text, &Options::default()).findings);
                let (sought, least) = match dress {
                    "query" => (fill::spelled(&value, "url"), 6),
                    "base64" => (fill::spelled(&config, "b64"), 24),
                    _ => (value.clone(), 6),
                };
                // A placeholder's own words are no part of a value.
                let (mut left, mut at) = (String::new(), 0);
                for one in redacted.replacements() {
                    left.push_str(&text[at..one.span.start]);
                    left.push('\0');
                    at = one.span.end;
                }
                left.push_str(&text[at..]);
                let chars: Vec<char> = sought.chars().collect();
                if chars.windows(least).any(|part| left.contains(&part.iter().collect::<String>())) {
                    shown.push(format!(
                        "{} {name} {dress}: {}",
                        kind.id,
                        redacted.as_str().replace('\n', "⏎")
                    ));
                }
            }
        }
    }
    println!("{} of {tried} shown\n{}", shown.len(), shown.join("\n"));
    assert!(shown.is_empty(), "{} of {tried} shown", shown.len());
}

/// A family by name, for work on it: `STACKENGINE_FAMILY=rounds1:5 cargo test -p stackengine-tests of_choice`.
#[test]
fn nothing_leaks_in_a_family_of_choice() {
    let Ok(names) = std::env::var("STACKENGINE_FAMILY") else { return };
    for name in names.split(',') {
        let (family, seed) = name.split_once(':').unwrap_or((name, "3"));
        check(family, seed.parse().unwrap(), rounds(4));
    }
}

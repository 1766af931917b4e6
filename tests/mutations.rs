//! The fuzz targets' questions on the stable compiler: documents of the corpus and templates, cut, joined, doubled,
//! turned and opened: the same twenty thousand at each run, or as many as six seconds allow.
//! `STACKENGINE_FUZZ_SECONDS=600` goes on for so long per target, and
//! `STACKENGINE_FUZZ_SEED=7` begins elsewhere; `cargo +nightly fuzz` runs the same questions with coverage (`fuzz/`).

#![allow(clippy::disallowed_methods, reason = "tests; time is measured")]

use stackengine_core::detect::{self, Options};
use stackengine_core::diagnose::diagnose;
use stackengine_core::fix::{self, applied, fix, harden_file};
use stackengine_core::redact::{Redacted, Vault, redact};
use stackengine_core::restore::restore;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }
}

fn seeds() -> Vec<String> {
    let mut out = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("corpus"), root.join("redact")];
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = std::fs::read_to_string(&path)
                && text.len() < 20_000
            {
                out.push(text);
            }
        }
    }
    out
}

/// What opens or closes something, or is read otherwise than it stands.
const PIECES: &[&str] = &[
    "\"",
    "'",
    "`",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "\\",
    "\\n",
    "\\\"",
    "${",
    "%{",
    "$",
    "%",
    "%22",
    "%0A",
    "&quot;",
    "&amp;",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\0",
    "\u{1b}[1m",
    "\u{1b}[0m",
    "\u{feff}",
    "\u{ad}",
    "\u{fffd}",
    "\u{e9}",
    "\u{65e5}\u{672c}",
    "\u{1f511}",
    "\u{ff11}",
    "\u{2502} ",
    "=",
    ":",
    "://",
    "@",
    "->",
    "<<EOT\n",
    "EOT\n",
    "/*",
    "*/",
    "#",
    "-----BEGIN RSA PRIVATE KEY-----\n",
    "-----END RSA PRIVATE KEY-----\n",
    "PASSWORD_1",
    "TOKEN_2",
    "password_1",
    "_1",
    "_",
    "password = ",
    "token: ",
    "secret=",
    "Bearer ",
    "Basic ",
    "terraform {\n",
    "backend \"s3\" {\n",
    "Error: ",
    "Lock Info:\n",
    "  ID:        ",
    "eyJ",
    "AKIA",
    "| Password | x |\n",
    "- name: DB_PASSWORD\n  value: ",
    "\\u0022",
    "\\ud800",
];

/// One text made from the seeds.
fn mutated(seeds: &[String], dice: &mut Dice) -> String {
    let mut text: Vec<char> = seeds[dice.roll(seeds.len())].chars().collect();
    if text.len() > 3000 {
        let from = dice.roll(text.len() - 2000);
        text = text[from..from + 2000].to_vec();
    }
    for _ in 0..=dice.roll(8) {
        let at = dice.roll(text.len() + 1);
        let end = (at + 1 + dice.roll(60)).min(text.len());
        match dice.roll(8) {
            0 => drop(text.drain(at.min(end)..end)),
            1 => {
                let piece = text[at.min(end)..end].to_vec();
                text.splice(at..at, piece);
            }
            2 => {
                let other: Vec<char> = seeds[dice.roll(seeds.len())].chars().collect();
                let from = dice.roll(other.len() + 1);
                let to = (from + dice.roll(300)).min(other.len());
                text.splice(at..at, other[from..to].to_vec());
            }
            3 if at < text.len() => text[at] = char::from(u8::try_from(dice.roll(128)).unwrap()),
            4 => {
                let piece = text[at.min(end)..end].to_vec();
                let there = dice.roll(text.len() + 1);
                text.splice(there..there, piece);
            }
            5 => text.truncate(at),
            _ => {
                let piece = PIECES[dice.roll(PIECES.len())];
                let times = if dice.roll(20) == 0 { 30 } else { 1 };
                text.splice(at..at, piece.repeat(times).chars());
            }
        }
    }
    text.into_iter().collect()
}

fn of(raw: &str) -> (Redacted, Vault) {
    redact(raw, &detect::detect(raw, &Options::default()).findings)
}

fn ask_detect(text: &str, _: &mut Dice) {
    let detection = detect::detect(text, &Options::default());
    let mut end = 0;
    for finding in detection.findings {
        assert!(finding.span.start >= end && finding.span.start < finding.span.end);
        assert!(text.get(finding.span.start..finding.span.end).is_some(), "the span fits the text");
        end = finding.span.end;
    }
    assert!(detection.unsure.iter().all(|one| text.get(one.span.start..one.span.end).is_some()));
}

fn ask_redact(text: &str, dice: &mut Dice) {
    let (redacted, mut vault) = of(text);
    assert_eq!(restore(redacted.as_str(), &vault).text, text, "restored");
    let left = vault.hide_leaks(&redacted);
    assert!(vault.check_egress(left.as_str()).is_ok(), "no value is left");
    assert_eq!(restore(left.as_str(), &vault).text, text, "restored after all");
    // Again: every placeholder stays.
    let again = vault.redact_also(left.as_str());
    assert_eq!(restore(again.as_str(), &vault).text, text, "restored after a second time");
    // What stands around a secret does not uncover it.
    let secret = ["kV7", "qPz2mX9", "sLw4tRb8"].concat();
    let at = text.char_indices().map(|(at, _)| at).nth(dice.roll(text.len() + 1)).unwrap_or(text.len());
    let line = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let (before, after) = text.split_at(line);
    let raw = format!("{before}\ndb_password = \"{secret}\"\n{after}");
    assert!(!of(&raw).0.as_str().contains(&secret), "covered by text around");
}

fn ask_diagnose(text: &str, _: &mut Dice) {
    for incident in diagnose(text, &[], None).incidents {
        assert!(text.get(incident.span.start..incident.span.end).is_some(), "the span fits the text");
        assert_eq!(incident.unlock.possible, incident.unlock.command.is_some());
        if let Some(command) = incident.unlock.command {
            // One that a shell would read otherwise, `=x`, stands in quotes.
            let id = command.rsplit(' ').next().unwrap_or("").trim_matches('\'');
            let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:+=".contains(c);
            assert!(!id.starts_with('-') && id.chars().all(plain), "a plain id");
        }
        assert!(incident.unlock.fallbacks.iter().all(|one| one.condition.is_some()), "with its condition");
    }
}

fn ask_fix(text: &str, _: &mut Dice) {
    let options = fix::Options::default();
    let found = fix(text, &options);
    for block in &found.blocks {
        assert!(text.get(block.span.start..block.span.end).is_some(), "the span fits the text");
        assert!(block.parses || block.hardened.is_none(), "what does not parse is not edited");
        for edit in &block.edits {
            assert!(
                block.span.start <= edit.span.start && edit.span.end <= block.span.end,
                "within its block"
            );
            assert!(text.get(edit.span.start..edit.span.end).is_some(), "the edit fits the text");
        }
    }
    if let Some(after) = applied(text, &found) {
        assert!(harden_file(&after, &options).is_none(), "a second run changes nothing");
    }
}

/// Runs one question for a while; the texts that break it stay in a folder for whoever looks.
fn run(target: &str, ask: fn(&str, &mut Dice)) {
    let asked: Option<u64> =
        std::env::var("STACKENGINE_FUZZ_SECONDS").ok().map(|seconds| seconds.parse().unwrap());
    let (seconds, most) = asked.map_or((6, 20_000), |seconds| (seconds, u32::MAX));
    let seed: u64 = std::env::var("STACKENGINE_FUZZ_SEED").map_or(1, |seed| seed.parse().unwrap());
    let seeds = seeds();
    assert!(seeds.len() > 100);
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let (start, mut count, mut wrong) = (Instant::now(), 0_u32, Vec::new());
    while count < most && start.elapsed() < Duration::from_secs(seconds) && wrong.len() < 20 {
        let text = mutated(&seeds, &mut dice);
        let at = Instant::now();
        let result =
            catch_unwind(AssertUnwindSafe(|| ask(&text, &mut Dice(u64::from(count) << 33 | 0x3039))));
        let slow = at.elapsed() > Duration::from_secs(20);
        count += 1;
        if result.is_err() || slow {
            let path = std::env::temp_dir().join(format!("stackengine-{target}-{seed}-{count}.txt"));
            std::fs::write(&path, &text).unwrap();
            wrong.push(path.display().to_string());
        }
    }
    eprintln!("{target}: {count} texts in {:.0?}", start.elapsed());
    assert!(wrong.is_empty(), "{target}: {} of {count} texts: {}", wrong.len(), wrong.join(", "));
}

#[test]
fn detect_holds_on_mutated_documents() {
    run("detect", ask_detect);
}

#[test]
fn redact_holds_on_mutated_documents() {
    run("redact", ask_redact);
}

#[test]
fn diagnose_holds_on_mutated_documents() {
    run("diagnose", ask_diagnose);
}

#[test]
fn fix_holds_on_mutated_documents() {
    run("fix", ask_fix);
}

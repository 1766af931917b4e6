//! Properties of `fix` over generated blocks and mutated files: no panic, spans fit, bytes outside the edits stay, where
//! state lives stays, a second run changes nothing.

use crate::tools::blocks::{Dice, PLACES, block};
use crate::tools::layout;
use stackengine_core::fix::{Options, applied, fix, harden_file, settings};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Terraform's own reading, as far as a library has it.
fn is_legal(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    if text.starts_with('{') {
        return serde_json::from_str::<serde_json::Value>(&text).is_ok();
    }
    hcl::parse(&text).is_ok()
}

#[test]
fn hardened_blocks_are_legal_and_final_and_stay_where_they_are() {
    let (mut edited, mut runs) = (0, 0);
    for seed in 1..=3000_u64 {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let json = seed % 4 == 0;
        let (text, places) = block(&mut dice, json);
        let version = ["", "1.5.7", "1.9.8", "1.11.0", "tofu 1.8.0", "tofu 1.11.0"][dice.roll(6)];
        let options = Options {
            terraform_version: (!version.is_empty()).then(|| version.to_owned()),
            ..Options::default()
        };
        runs += 1;
        assert!(is_legal(&text), "the generator writes legal text, seed {seed}\n{text}");
        let found = fix(&text, &options);
        let first = found.blocks.first().unwrap();
        assert!(first.parses, "seed {seed}\n{text}");
        let Some(after) = harden_file(&text, &options) else { continue };
        edited += 1;
        let told = format!("seed {seed} {version}\n{text}\n----\n{after}");
        assert!(is_legal(&after), "{told}");
        assert_eq!(harden_file(&after, &options), None, "a second run changes nothing: {told}");
        // What hangs on the edit is a plain splice: the block's hardened text is what stands in the file.
        assert!(after.contains(first.hardened.as_deref().unwrap()), "{told}");
        // Where state lives.
        let (before, later) = (settings(&text), settings(&after));
        for place in PLACES {
            assert_eq!(before[0].get(place), later[0].get(place), "{place}: {told}");
        }
        for (name, value) in &places {
            assert!(after.contains(value.as_str()), "{name}: {told}");
        }
        let lock = before[0].get("dynamodb_table").or_else(|| before[0].get("lock_table"));
        assert!(
            lock.is_none_or(|lock| later[0].get("dynamodb_table") == Some(lock)
                || later[0].get("lock_table") == Some(lock)),
            "{told}"
        );
        // No credential, no argument that the version lacks.
        assert!(!after.contains("AKIAQ7") && !after.contains("abcdEFGH0123"), "{told}");
        if version == "1.5.7" {
            for name in ["use_lockfile", "assume_role ", "endpoints", "use_path_style"] {
                assert!(text.contains(name) || !after.contains(name), "{name}: {told}");
            }
        }
        // Comments, blank lines, line ends, mark at the start.
        let kept = |text: &str| -> Vec<String> {
            text.lines()
                .filter(|line| line.trim().is_empty() || line.trim().starts_with('#'))
                .map(str::to_owned)
                .collect()
        };
        assert_eq!(kept(&text), kept(&after), "{told}");
        assert_eq!(text.starts_with('\u{feff}'), after.starts_with('\u{feff}'), "{told}");
        let crlf = |text: &str| text.matches("\r\n").count();
        if text.contains('\r') {
            assert_eq!(crlf(&after), after.matches('\n').count(), "{told}");
        } else {
            assert_eq!(crlf(&after), 0, "{told}");
        }
    }
    assert!(edited > 1500, "{edited} of {runs} were edited");
}

#[test]
fn what_was_in_columns_stays_in_columns() {
    let (mut edited, mut moved) = (0, 0);
    for seed in 1..=2000_u64 {
        let mut dice = Dice(seed.wrapping_mul(0xA24B_AED4_963E_E407) | 1);
        let (text, _) = block(&mut dice, false);
        let text = layout::formatted(&text);
        let version = ["", "1.5.7", "1.9.8", "1.11.0", "tofu 1.11.0"][dice.roll(5)];
        let options = Options {
            terraform_version: (!version.is_empty()).then(|| version.to_owned()),
            ..Options::default()
        };
        let Some(after) = harden_file(&text, &options) else { continue };
        edited += 1;
        assert!(layout::is_formatted(&after), "seed {seed} {version}\n{text}\n----\n{after}");
        let old: Vec<&str> = text.lines().collect();
        let blanks = |line: &str| line.split_whitespace().collect::<String>();
        moved += usize::from(
            after
                .lines()
                .any(|line| !old.contains(&line) && old.iter().any(|one| blanks(one) == blanks(line))),
        );
    }
    assert!(edited > 1000 && moved > 300, "{edited} were edited, in {moved} lines moved");
}

#[test]
fn what_was_not_in_columns_stays_as_it_was_written() {
    let block = |lines: &str| format!("terraform {{\n  backend \"s3\" {{\n{lines}  }}\n}}\n");
    for (before, after) in [
        (
            "    bucket = \"b-one\"\n    key = \"k\"\n    region     = \"eu-west-1\"\n",
            "    bucket = \"b-one\"\n    key = \"k\"\n    region     = \"eu-west-1\"\n    encrypt    = true\n    use_lockfile = true\n",
        ),
        (
            "    bucket=\"b-one\"\n    key=\"k\"\n    region=\"eu-west-1\"\n",
            "    bucket=\"b-one\"\n    key=\"k\"\n    region=\"eu-west-1\"\n    encrypt = true\n    use_lockfile = true\n",
        ),
    ] {
        assert_eq!(harden_file(&block(before), &Options::default()), Some(block(after)));
    }
}

fn corpus() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus/backends");
    let mut out: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().ends_with(".md"))
        .map(|path| {
            (path.display().to_string(), String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned())
        })
        .collect();
    out.sort();
    out
}

const SEEDS: u64 = 150;

/// Whatever stands in the text: no panic, spans that fit, edits that hold.
fn examine(text: &str, told: &str) {
    let options = Options::default();
    let found = fix(text, &options);
    for block in &found.blocks {
        assert!(text.get(block.span.start..block.span.end).is_some(), "{told}");
        for finding in &block.findings {
            assert!(finding.span.is_none_or(|span| text.get(span.start..span.end).is_some()), "{told}");
        }
        for edit in &block.edits {
            assert!(text.get(edit.span.start..edit.span.end).is_some(), "{told}");
        }
        assert!(block.parses || block.hardened.is_none(), "{told}");
    }
    if let Some(after) = applied(text, &found) {
        assert_eq!(harden_file(&after, &options), None, "a second run: {told}\n----\n{after}");
    }
}

#[test]
fn mutated_files_never_panic() {
    const BITS: &[&str] = &[
        "\"",
        "{",
        "}",
        "=",
        "\n",
        "\r\n",
        "<<EOF\n",
        "EOF\n",
        "/*",
        "*/",
        "#",
        "//",
        "${",
        "%{",
        "[",
        "(",
        ",",
        "\u{feff}",
        "\u{e9}",
        "\u{201c}",
        "\u{0}",
        "\\",
        "backend \"s3\" {",
        "remote_state {",
        "terraform {",
        "-backend-config=",
        "```\n",
        "\u{2502} ",
        "config = merge({",
        "\"terraform\": {",
        "access_key = \"x1\"\n",
        "cloud {",
    ];
    let corpus = corpus();
    assert!(corpus.len() > 60);
    for (name, text) in &corpus {
        for seed in 1..=SEEDS {
            let mut dice = Dice(seed.wrapping_mul(0x2545_F491_4F6C_DD1D) | 1);
            let mut mutated = text.clone();
            for _ in 0..=dice.roll(6) {
                let boundary = |dice: &mut Dice, text: &str| {
                    let mut at = dice.roll(text.len() + 1);
                    while !text.is_char_boundary(at) {
                        at -= 1;
                    }
                    at
                };
                match dice.roll(4) {
                    0 => {
                        let (a, b) = (boundary(&mut dice, &mutated), boundary(&mut dice, &mutated));
                        mutated.replace_range(a.min(b)..a.max(b), "");
                    }
                    1 => {
                        let at = boundary(&mut dice, &mutated);
                        mutated.truncate(at);
                    }
                    _ => {
                        let at = boundary(&mut dice, &mutated);
                        mutated.insert_str(at, dice.pick(BITS));
                    }
                }
            }
            examine(&mutated, &format!("{name} seed {seed}\n{mutated}"));
        }
    }
    for seed in 1..=4000_u64 {
        let mut dice = Dice(seed.wrapping_mul(0xD129_9B57_2C1E_6A4D) | 1);
        let text: String = (0..dice.roll(40)).map(|_| dice.pick(BITS)).collect();
        examine(&text, &format!("seed {seed}: {text:?}"));
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test may look at the clock")]
fn time_grows_no_faster_than_the_text() {
    // Shapes that invite looking ahead in vain. Twice the text may take a little more than twice the time; a quadratic
    // reading would take four times as long, and minutes at these sizes.
    let block = "terraform {\n  backend \"s3\" {\n    bucket = \"b\"\n    key = \"k\"\n  }\n}\n";
    for bit in [
        "a {\n",
        "a = (\n",
        "a = \"${\n",
        "<<a ",
        "#{a}# ",
        "/* ",
        "\"",
        "```\n",
        "}#",
        "x = <<E\n",
        "-backend-config=\"k=v\" ",
        "x backend \"s3\" {",
        "k = \"v\" == ",
        "k = \"v\" ",
        "> terraform {\n",
        "@@ -1,2 +1,2 @@\n+terraform {\n- backend \"s3\" {\n",
        block,
    ] {
        let text = format!("{block}{}", bit.repeat(1_000_000 / bit.len()));
        assert!(!fix(&text, &Options::default()).blocks.is_empty() || bit == "x", "{bit:?}");
    }
    // A block that nothing closes takes in whatever follows it.
    for bit in [
        "a = b\n",
        "2025-01-01T00:00:00Z said k = v {x\n",
        "a = \"b\n",
        "word ",
        "resource \"a\" \"b\" {\n  c = 1\n}\n",
    ] {
        let text = format!("backend \"s3\" {{\n{}", bit.repeat(9_000_000 / bit.len()));
        let start = Instant::now();
        assert!(!fix(&text, &Options::default()).blocks.is_empty(), "{bit:?}");
        let took = start.elapsed();
        assert!(took < Duration::from_secs(20), "{bit:?} took {took:?}: reading is no longer linear");
    }
    for deep in ["[", "{", "(", "!", "a{", "{\"a\":", "\"${"] {
        examine(
            &format!("terraform {{\n  backend \"s3\" {{\n    x = {}\n  }}\n}}\n", deep.repeat(100_000)),
            deep,
        );
        examine(&format!("{{\"terraform\":{}", deep.repeat(100_000)), deep);
    }
}

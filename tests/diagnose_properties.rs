//! Properties of `diagnose`: what is right about a known error is found, however the text is dressed.

use crate::known;
use crate::known::dressing::{DRESSINGS, Dressing};
use crate::known::{Dice, Known, differences};
use stackengine_core::diagnose::diagnose;

fn check(name: &str, known: &Known, text: &str, wrong: &mut Vec<String>) {
    let found = diagnose(text, &[], None).incidents;
    let differences = differences(known, &found);
    if !differences.is_empty() {
        wrong.push(format!("{} / {name}: {}", known.name, differences.join("; ")));
    }
}

fn report(wrong: &[String], runs: usize) {
    let shown = wrong.iter().take(60).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} of {runs} differ:\n{shown}", wrong.len());
}

#[test]
fn known_errors_are_read_exactly() {
    let mut wrong = Vec::new();
    let all = known::all();
    assert!(all.len() > 500, "{} known errors", all.len());
    for known in &all {
        check("bare", known, &known.text, &mut wrong);
        let tool = diagnose(&known.text, &[], None).incidents.first().map(|one| one.tool);
        if known.tool.is_some() && tool != known.tool {
            wrong.push(format!("{}: printed by {tool:?}", known.name));
        }
    }
    report(&wrong, all.len());
}

fn is_fit(dressing: &Dressing, known: &Known) -> bool {
    let value_has_wide_blanks = known.lock.as_ref().is_some_and(|lock| {
        [&lock.path, &lock.who].iter().any(|value| value.as_deref().unwrap_or("").contains(' '))
    });
    // A hard break may fall on a blank of a value that itself has blanks, and JSON is not wrapped by hand.
    let is_json = known.text.trim_start().starts_with('{');
    !(dressing.is_wrap && (value_has_wide_blanks || is_json))
}

/// Every dressing on a share of all errors; with `ALL_DRESSINGS` set, on each.
#[test]
fn no_dressing_changes_what_is_read() {
    let share = if std::env::var_os("ALL_DRESSINGS").is_some() { 1 } else { 6 };
    let (mut wrong, mut runs) = (Vec::new(), 0);
    for (at, known) in known::all().iter().enumerate() {
        for (which, dressing) in DRESSINGS.iter().enumerate() {
            if (at + which) % share == 0 && is_fit(dressing, known) {
                runs += 1;
                check(dressing.name, known, &(dressing.dress)(&known.text), &mut wrong);
            }
        }
    }
    assert!(runs > 9_000, "{runs} texts were tried");
    report(&wrong, runs);
}

/// A text is dressed twice: what is inside one string is not wrapped or flattened again, and a hard wrap is last.
#[test]
fn no_two_dressings_change_what_is_read() {
    let all = known::all();
    let share = if std::env::var_os("ALL_DRESSINGS").is_some() { 60_000 } else { 6_000 };
    let mut dice = Dice(0xd1ce_d1ce_d1ce);
    let (mut wrong, mut runs) = (Vec::new(), 0);
    for _ in 0..share {
        let known = &all[dice.below(all.len())];
        let (first, second) =
            (&DRESSINGS[dice.below(DRESSINGS.len())], &DRESSINGS[dice.below(DRESSINGS.len())]);
        let fits = is_fit(first, known)
            && is_fit(second, known)
            && !first.is_wrap
            && !(first.is_one_line && (second.is_wrap || second.loses_blanks))
            && !(second.is_wrap && (first.loses_blanks || first.names_tool))
            && first.name != second.name;
        if fits {
            runs += 1;
            let text = (second.dress)(&(first.dress)(&known.text));
            check(&format!("{} + {}", first.name, second.name), known, &text, &mut wrong);
        }
    }
    if std::env::var_os("SHOW").is_some() {
        let mut count: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
        for one in &wrong {
            let name = one.split(" / ").nth(1).and_then(|rest| rest.split(": ").next()).unwrap_or("");
            for half in name.split(" + ") {
                *count.entry(half.to_owned()).or_default() += 1;
            }
        }
        let mut count: Vec<_> = count.into_iter().collect();
        count.sort_by_key(|one| std::cmp::Reverse(one.1));
        println!("{count:?}");
        println!("{}", wrong.join("\n"));
    }
    // Markup in strings in markup, and several structured log lines on one, are read as far as they go.
    if wrong.len() * 500 > runs {
        report(&wrong, runs);
    }
}

// ---------------------------------------------------------------- Cut, several, and records alone

/// A cut paste tells what it still holds, and prints no command for an id that is gone.
#[test]
fn a_cut_paste_tells_what_it_still_holds() {
    let mut wrong = Vec::new();
    for known in known::held() {
        let Some(lock) = known.lock.as_ref().filter(|_| known.text.contains("\n  Who:  ")) else { continue };
        let id = lock.id.clone().unwrap();
        let mut cases: Vec<(String, String)> = Vec::new();
        if let Some(at) = known.text.find("Lock Info:") {
            let line = known.text[..at].rfind('\n').map_or(0, |at| at + 1);
            cases.push(("from Lock Info".into(), known.text[line..].to_owned()));
        }
        for label in ["Path:", "Operation:", "Who:", "Version:", "Created:", "Info:"] {
            if let Some(at) = known.text.find(&format!("  {label}")) {
                let end = known.text[at..].find('\n').map_or(known.text.len(), |end| at + end);
                cases.push((format!("ends after {label}"), known.text[..end].to_owned()));
                cases.push((
                    format!("ends before {label}"),
                    known.text[..at].trim_end_matches(['│', ' ']).to_owned(),
                ));
            }
        }
        for (name, text) in cases {
            let found = diagnose(&text, &[], None).incidents;
            let [one] = found.as_slice() else {
                wrong.push(format!("{} {name}: {} incidents", known.name, found.len()));
                continue;
            };
            let has = one.lock.clone().unwrap_or_default();
            let pairs = [
                (&has.id, &lock.id),
                (&has.path, &lock.path),
                (&has.operation, &lock.operation),
                (&has.who, &lock.who),
                (&has.version, &lock.version),
                (&has.created, &lock.created),
                (&has.info, &lock.info),
            ];
            if let Some((has, wanted)) = pairs.iter().find(|(has, wanted)| has.is_some() && has != wanted) {
                wrong.push(format!("{} {name}: {has:?} for {wanted:?}", known.name));
            }
            if has.id.as_ref() != Some(&id) {
                wrong.push(format!("{} {name}: id {:?}", known.name, has.id));
            }
            let given = one.unlock.command.as_deref().unwrap_or("");
            let right = known.holder_id.as_deref().unwrap_or("(none)");
            let is_outside = name.starts_with("from")
                && known.kind == stackengine_core::diagnose::Kind::HcpWorkspaceLocked;
            if !given.is_empty() && !given.ends_with(right) && !is_outside && !name.starts_with("from") {
                wrong.push(format!("{} {name}: {given}", known.name));
            }
        }
    }
    report(&wrong, 0);
}

/// Cut in the midst of the id, no command is made of what is left of it.
#[test]
fn half_an_id_is_never_released() {
    for known in known::held() {
        let Some(id) = known.lock.as_ref().and_then(|lock| lock.id.clone()) else { continue };
        let at = known.text.find(&id).unwrap();
        for keep in [1, 4, 8, 9, 12, 20, id.len() - 1] {
            let text = &known.text[..at + keep.min(id.len() - 1)];
            for one in diagnose(text, &[], None).incidents {
                let command = one.unlock.command.unwrap_or_default();
                let is_right =
                    known.holder_id.as_ref().is_some_and(|right| command.ends_with(right.as_str()));
                // Half of a number is a number: nothing but the block's missing rows could tell.
                let is_number = id.bytes().all(|byte| byte.is_ascii_digit());
                assert!(command.is_empty() || is_right || is_number, "{}: {command}", known.name);
            }
        }
    }
}

/// `run --all`: several units in one paste, each with its own lock, some told twice.
#[test]
fn several_units_give_one_incident_each() {
    let held: Vec<_> =
        known::held().into_iter().filter(|one| one.name.ends_with(" Plain") && one.lock.is_some()).collect();
    assert!(held.len() > 10);
    for (at, pair) in held.windows(3).enumerate() {
        let mut text = String::new();
        let units = ["live/vpc", "live/eks cluster", "live/db"];
        for (known, unit) in pair.iter().zip(units) {
            for line in known.text.lines() {
                text.push_str(&format!("05:06:07.123 STDERR [{unit}] terraform: {line}\n"));
            }
        }
        for (known, unit) in pair.iter().zip(units) {
            text.push_str(&format!(
                "05:06:09.001 ERROR  [{unit}] Failed to execute \"terraform apply\" in ./{unit}\n"
            ));
            text.push_str(&known.text.lines().map(|line| format!("  {line}\n")).collect::<Vec<_>>().concat());
        }
        let found = diagnose(&text, &[], None).incidents;
        let ids: Vec<_> =
            found.iter().map(|one| one.lock.as_ref().and_then(|lock| lock.id.clone())).collect();
        let wanted: Vec<_> = pair.iter().map(|one| one.lock.as_ref().unwrap().id.clone()).collect();
        assert_eq!(ids, wanted, "{at}: {}", pair[0].name);
        let named: Vec<_> = found.iter().map(|one| one.unit.as_deref().unwrap_or("")).collect();
        assert_eq!(named, units, "{at}");
    }
}

/// Stored records in every form in which stores and their tools show them.
#[test]
fn records_alone_are_read_in_every_form() {
    let mut dice = Dice(0x0123_4567_89ab_cdef);
    let mut wrong = Vec::new();
    for round in 0..12 {
        let mut one = known::values(&mut dice, String::new(), String::new(), "1.11.4");
        one.id = dice.uuid();
        one.created = "2026-11-24T02:46:18.100579639Z".to_owned();
        let key = known::KEYS[round % known::KEYS.len()];
        let mut with = |path: &str| {
            one.path = path.to_owned();
            one.clone()
        };
        let s3 = with(&format!("acme/{key}"));
        let azure = with("tfstate/prod.tfstate");
        let gcs = with("gs://acme/x/default.tflock");
        let empty = with("");
        let local = with("terraform.tfstate");
        let (json, escaped) = (s3.json(), known::quoted(&s3.json()));
        let lock_id = known::quoted(&format!("acme/{key}"));
        let forms: Vec<(&str, String, &known::Values, &[&str])> = vec![
            (
                "get-item",
                format!(
                    "{{\n    \"Item\": {{\n        \"LockID\": {{\n            \"S\": {lock_id}\n        }},\n        \"Info\": {{\n            \"S\": {escaped}\n        }}\n    }}\n}}\n"
                ),
                &s3,
                &["s3-dynamodb"],
            ),
            (
                "scan",
                format!(
                    "{{\"Items\":[{{\"LockID\":{{\"S\":\"acme/other-md5\"}},\"Digest\":{{\"S\":\"d41d8cd98f00b204e9800998ecf8427e\"}}}},{{\"LockID\":{{\"S\":{lock_id}}},\"Info\":{{\"S\":{escaped}}}}}],\"Count\":2,\"ScannedCount\":2}}"
                ),
                &s3,
                &["s3-dynamodb"],
            ),
            (
                "console",
                format!("{{\n \"LockID\": {lock_id},\n \"Info\": {escaped}\n}}"),
                &s3,
                &["s3-dynamodb"],
            ),
            (
                "item after a command",
                format!(
                    "$ aws dynamodb get-item --table-name tf-locks --key '{{\"LockID\":{{\"S\":{lock_id}}}}}'\n{{\"Item\":{{\"LockID\":{{\"S\":{lock_id}}},\"Info\":{{\"S\":{escaped}}}}}}}\n"
                ),
                &s3,
                &["s3-dynamodb"],
            ),
            (
                "text output",
                format!("INFO\t{json}\nLOCKID\tacme/{key}\n"),
                &s3,
                &["s3-dynamodb", "s3-lockfile"],
            ),
            (".tflock", json.clone(), &s3, &["s3-lockfile", "s3-dynamodb"]),
            (
                ".tflock pretty",
                serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(&json).unwrap())
                    .unwrap(),
                &s3,
                &["s3-lockfile", "s3-dynamodb"],
            ),
            (
                ".tflock after cat",
                format!("$ aws s3 cp s3://acme/{key}.tflock -\n{json}\n$ "),
                &s3,
                &["s3-lockfile"],
            ),
            ("quoted", format!("> {json}\n"), &s3, &["s3-lockfile", "s3-dynamodb"]),
            ("gcs object", gcs.json(), &gcs, &["gcs"]),
            (
                "azure metadata",
                format!(
                    "{{\n  \"metadata\": {{\n    \"terraformlockid\": \"{}\"\n  }},\n  \"name\": \"prod.tfstate\"\n}}",
                    base64(&azure.json())
                ),
                &azure,
                &["azurerm"],
            ),
            (
                "azure metadata plain",
                format!("Terraformlockid: {}\n", base64(&azure.json())),
                &azure,
                &["azurerm"],
            ),
            ("azure tsv", format!("terraformlockid\t{}\n", base64(&azure.json())), &azure, &["azurerm"]),
            (
                "lease json",
                format!(
                    "{{\"apiVersion\":\"coordination.k8s.io/v1\",\"kind\":\"Lease\",\"metadata\":{{\"annotations\":{{\"app.terraform.io/lock-info\":{}}},\"labels\":{{\"tfstate\":\"true\",\"tfstateWorkspace\":\"default\"}},\"name\":\"lock-tfstate-default-state\",\"namespace\":\"infra\"}},\"spec\":{{\"holderIdentity\":\"{}\"}}}}",
                    known::quoted(&empty.json()),
                    empty.id
                ),
                &empty,
                &["kubernetes"],
            ),
            (
                "lease yaml",
                format!(
                    "apiVersion: coordination.k8s.io/v1\nkind: Lease\nmetadata:\n  annotations:\n    app.terraform.io/lock-info: '{}'\n  labels:\n    tfstateWorkspace: default\n  name: lock-tfstate-default-state\n  namespace: infra\nspec:\n  holderIdentity: {}\n",
                    empty.json().replace('\'', "\'\'"),
                    empty.id
                ),
                &empty,
                &["kubernetes"],
            ),
            (
                "lease described",
                format!(
                    "Name:         lock-tfstate-default-state\nNamespace:    infra\nLabels:       tfstate=true\nAnnotations:  app.terraform.io/lock-info: {}\nAPI Version:  coordination.k8s.io/v1\nKind:         Lease\nSpec:\n  Holder Identity:  {}\n",
                    empty.json(),
                    empty.id
                ),
                &empty,
                &["kubernetes"],
            ),
            ("http body", empty.json(), &empty, &["http"]),
            (
                ".lock.info",
                format!("$ cat .terraform.tfstate.lock.info\n{}", local.json()),
                &local,
                &["local"],
            ),
        ];
        for (name, text, values, backends) in forms {
            let found = diagnose(&text, &[], None).incidents;
            let is_right = found.len() == 1
                && found[0].kind == stackengine_core::diagnose::Kind::LockRecord
                && found[0].lock.as_ref() == Some(&values.lock())
                && backends.contains(&found[0].backend.as_str());
            if !is_right {
                let short: Vec<_> = found
                    .iter()
                    .map(|one| format!("{:?} {} {:?}", one.kind, one.backend, one.lock))
                    .collect();
                wrong.push(format!("{name} {round}: {short:?} for {:?}", values.lock()));
            }
        }
    }
    report(&wrong, 12 * 18);
}

fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let word =
            chunk.iter().fold(0_u32, |word, byte| (word << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for at in 0..4 {
            let digit = DIGITS[usize::try_from((word >> (18 - 6 * at)) & 63).unwrap()];
            out.push(if at <= u32::try_from(chunk.len()).unwrap() { char::from(digit) } else { '=' });
        }
    }
    out
}

// ------------------------------------------------------------------------------- Anything at all

/// Cuts, doubles, swaps and spoils parts of known errors: no panic, no endless work, no command of rubbish.
#[test]
fn no_spoiled_text_panics_or_yields_a_command_of_rubbish() {
    let all = known::all();
    let mut dice = Dice(0x0bad_c0de_0bad_c0de);
    for _ in 0..4_000 {
        let known = &all[dice.below(all.len())];
        let mut chars: Vec<char> = known.text.chars().collect();
        for _ in 0..=dice.below(6) {
            let at = dice.below(chars.len().max(1));
            match dice.below(6) {
                0 => chars.truncate(at),
                1 => chars.insert(
                    at.min(chars.len()),
                    dice.pick(&['\0', '\u{1b}', '"', '\\', '{', '│', '\u{202e}', '\n', '\'', '$', 'é']),
                ),
                2 => drop(chars.drain(
                    at.min(chars.len())..(at + dice.below(40)).min(chars.len()).max(at.min(chars.len())),
                )),
                3 => {
                    let end = (at + dice.below(60)).min(chars.len());
                    let part: Vec<char> = chars.get(at..end).unwrap_or_default().to_vec();
                    chars.extend(part);
                }
                4 => chars.reverse(),
                _ => {
                    let other = dice.below(chars.len().max(1));
                    if at < chars.len() && other < chars.len() {
                        chars.swap(at, other);
                    }
                }
            }
        }
        let text: String = chars.into_iter().collect();
        for one in diagnose(&text, &[], None).incidents {
            assert!(text.get(one.span.start..one.span.end).is_some(), "the span fits the text");
            if let Some(command) = one.unlock.command {
                let id = command.rsplit(' ').next().unwrap_or("");
                let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:+=".contains(c);
                assert!(!id.is_empty() && id.chars().all(is_plain) && !id.starts_with('-'), "{command}");
            }
        }
    }
    for text in [
        "\0",
        "{",
        "[[[[[[[",
        "\u{1b}",
        "\u{1b}[",
        "Lock Info:",
        "Lock Info:\n",
        "\"ID\":",
        "ID:",
        "│",
        "\r\r\n",
    ] {
        for times in [1, 1000, 100_000] {
            _ = diagnose(&text.repeat(times), &[], None);
        }
    }
}

/// Time grows with the size, not with its square: many lines, one line, and text that is all errors.
#[test]
fn large_pastes_take_linear_time() {
    let error = known::all().into_iter().find(|one| one.name == "ddb sdk 2 Boxed(80)").unwrap();
    let noise = |bytes: usize| {
        "2026-11-24T02:31:07.4129834Z module.vpc.aws_subnet.private[0]: Refreshing state... [id=subnet-0123]\n".repeat(bytes / 100)
    };
    let json = |bytes: usize| {
        "{\"level\":\"info\",\"ID\":\"a\",\"message\":\"state locked, backend unlocked\"},".repeat(bytes / 80)
    };
    let errors = |bytes: usize| error.text.repeat(bytes / error.text.len());
    let makers: [(&str, &dyn Fn(usize) -> String); 4] = [
        ("lines", &noise),
        ("one line", &|bytes| noise(bytes).replace('\n', " ")),
        ("json", &json),
        ("errors", &errors),
    ];
    for (name, make) in makers {
        let time = |bytes: usize| {
            let text = make(bytes) + &error.text;
            #[expect(
                clippy::disallowed_methods,
                reason = "core takes time as an argument; a test may look at the clock"
            )]
            let start = std::time::Instant::now();
            let found = diagnose(&text, &[], None).incidents;
            assert!(!found.is_empty(), "{name}: the error in {bytes} bytes is found");
            start.elapsed().as_secs_f64()
        };
        let (small, large) = (time(1 << 20), time(8 << 20));
        println!("{name}: {:.1} MB/s of 8 MB", 8.0 / large);
        assert!(large < (small + 0.05) * 8.0 * 4.0, "{name}: {small:.2} s for 1 MB, {large:.2} s for 8 MB");
        assert!(large < 30.0, "{name}: {large:.2} s");
    }
}

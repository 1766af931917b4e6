//! Hostile pastes: bounded time that grows with the length and no faster, and the safe side where a limit is met.
//!
//! `STACKENGINE_HOSTILE_BYTES=10000000` tries that size and a quarter of it, and tells how long each stage took; with
//! `STACKENGINE_HOSTILE_ONLY=word` only the texts whose name holds the word.

#![allow(
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    clippy::semicolon_if_nothing_returned,
    clippy::uninlined_format_args,
    clippy::write_with_newline,
    reason = "tests; time is measured"
)]

use stackengine_core::detect::{self, Options};
use stackengine_core::diagnose::diagnose;
use stackengine_core::fix;
use stackengine_core::redact::redact;
use stackengine_core::restore::restore;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// Numbers that are always the same.
fn dice(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    move |sides| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap() % sides.max(1)
    }
}

const BASE_64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn random(alphabet: &[u8], count: usize, seed: u64) -> String {
    let mut dice = dice(seed);
    (0..count).map(|_| char::from(alphabet[dice(alphabet.len())])).collect()
}

fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 4 / 3 + 4);
    for chunk in bytes.chunks(3) {
        let mut group = [0_u8; 3];
        group[..chunk.len()].copy_from_slice(chunk);
        let bits = group.iter().fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte));
        for index in 0..4 {
            let six = usize::try_from((bits >> (18 - 6 * index)) & 63).unwrap();
            out.push(if index <= chunk.len() { char::from(BASE_64[six]) } else { '=' });
        }
    }
    out
}

/// Lines of a fixed width.
fn wrapped(text: &str, width: usize, end: &str) -> String {
    text.as_bytes().chunks(width).fold(String::new(), |mut out, line| {
        out.push_str(std::str::from_utf8(line).unwrap());
        out.push_str(end);
        out
    })
}

type Make = Box<dyn Fn(usize) -> String>;

/// One piece, again and again.
fn again(piece: &'static str) -> Make {
    Box::new(move |size| piece.repeat((size / piece.len()).max(1)))
}

/// Numbered pieces, each other than the last.
fn numbered(piece: impl Fn(usize, &mut String) + 'static) -> Make {
    Box::new(move |size| {
        let mut out = String::with_capacity(size + 200);
        let mut index = 0;
        while out.len() < size {
            piece(index, &mut out);
            index += 1;
        }
        out
    })
}

/// What opens something, and is never closed.
const OPENERS: &[&str] = &[
    "{",
    "[",
    "(",
    "\"",
    "'",
    "`",
    "<",
    "\\",
    "${",
    "%",
    "&",
    "$(",
    "<<EOT\n",
    "-----BEGIN",
    "/*",
    "#",
    "|",
    "\u{2502} ",
    "```\n",
    "\u{1b}[",
    "\t",
    " ",
    "\n",
    "\r\n",
    "- ",
    ": ",
    "=",
    "@",
    "://",
    "eyJ",
    "->",
    "~ ",
    "+ ",
    "\\\"",
    "\\\\\"",
    "{\"a\":",
    "[{\"password\":[",
    "<a><password>",
    "a: {b: ",
    "%{",
    "{{",
    "<<<",
    "=\"",
    ",",
    ";",
    "..",
    "--",
    "$6$",
    "\\n",
    "\\u0041",
    "%25",
    "&amp;",
    "terraform {\n",
    "backend \"s3\" {\n",
    "Error: ",
    "Lock Info:\n",
    "  ID: ",
    "-----BEGIN RSA PRIVATE KEY-----\n",
    "-----BEGIN PRIVATE KEY-----\\n",
    "resource \"a\" \"b\" {\n",
    "variable \"p\" {",
    "password = ",
    "password=\"",
    "password: |\n",
    "key=key=password=",
    "\"password\":\"",
    "Authorization: Bearer ",
    "\u{2502} Error: Error acquiring the state lock\n",
    "arn:aws:iam::",
    "https://",
    "postgres://a:",
    "SELECT '",
    "INSERT INTO t (password) VALUES (",
    "Cookie: a=",
    "curl -u ",
    "mysql -p",
    "\0",
    "\u{feff}",
    "\u{e9}",
    "\u{65e5}\u{672c}",
    "\u{1f511}",
    "\u{fffd}",
];

fn cases() -> Vec<(String, Make)> {
    let mut out: Vec<(String, Make)> =
        OPENERS.iter().map(|opener| (format!("opener {opener:?}"), again(opener))).collect();
    let mut add = |name: &str, make: Make| out.push((name.to_owned(), make));
    add("one line of pairs", numbered(|i, out| _ = write!(out, "password=abc{i}xyz, user=bob; n{i}=v{i}, ")));
    add(
        "one line of json",
        numbered(|i, out| _ = write!(out, "{{\"id\":{i},\"db_password\":\"x{i}Qz!\",\"name\":\"a\"}},")),
    );
    add("tiny secrets", numbered(|i, out| _ = writeln!(out, "pw={i:x}")));
    add("tiny secrets of letters", numbered(|i, out| _ = writeln!(out, "pin: {}", 1000 + i)));
    add("one secret", again("token: Zw3iDr31kk\n"));
    add(
        "secrets that come again",
        numbered(|i, out| {
            _ = writeln!(out, "token{i} = \"x{i}y{i}z\"\nconnected with x{0}y{0}z to x{i}", i / 2);
        }),
    );
    add(
        "secrets within secrets",
        numbered(|i, out| _ = writeln!(out, "password = \"{}\"", "ab1".repeat(i % 300 + 2))),
    );
    add("names and no values", again("password token secret key auth credentials cookie pass pwd "));
    add(
        "vendors' words",
        again("aws key datadog token okta auth vault secret heroku hetzner cloudflare fastly "),
    );
    add(
        "vendors' words and keys",
        numbered(|i, out| _ = write!(out, "aws key {}{i:06} okta token ", "aB3/".repeat(9))),
    );
    add(
        "lines of pem",
        Box::new(|size| {
            format!("-----BEGIN RSA PRIVATE KEY-----\n{}", wrapped(&random(BASE_64, size, 3), 64, "\n"))
        }),
    );
    add(
        "one pem line",
        Box::new(|size| format!("key = \"-----BEGIN RSA PRIVATE KEY-----\\n{}", random(BASE_64, size, 3))),
    );
    add(
        "escaped pem",
        Box::new(|size| {
            format!(
                "key = \"-----BEGIN RSA PRIVATE KEY-----\\n{}",
                wrapped(&random(BASE_64, size, 3), 64, "\\n")
            )
        }),
    );
    add("base64 run", Box::new(|size| random(BASE_64, size, 4)));
    add(
        "base64 of text",
        Box::new(|size| base64("host = a\npassword = \"Zw3i!Dr31kk\"\n".repeat(size / 45).as_bytes())),
    );
    add(
        "base64 of harmless text",
        Box::new(|size| base64("the quick brown fox jumps over it\n".repeat(size / 45).as_bytes())),
    );
    add(
        "wrapped base64",
        Box::new(|size| {
            wrapped(&base64("the quick brown fox jumps over it\n".repeat(size / 45).as_bytes()), 76, "\n")
        }),
    );
    add(
        "base64 words",
        numbered(|i, out| {
            _ = writeln!(out, "{}", base64(format!("a harmless text {i} of words").as_bytes()))
        }),
    );
    add(
        "nested base64",
        Box::new(|size| {
            let mut text = "password = \"Zw3i!Dr31kk\"".to_owned();
            for _ in 0..20 {
                text = base64(text.as_bytes());
            }
            format!("{text}\n").repeat((size / text.len()).max(1))
        }),
    );
    add(
        "nested url",
        Box::new(|size| {
            let mut text = "password=\"Zw3i!Dr31kk\"&".to_owned();
            for _ in 0..20 {
                text = text.replace('%', "%25").replace('=', "%3D").replace('"', "%22");
            }
            text.repeat((size / text.len()).max(1))
        }),
    );
    add(
        "nested json",
        Box::new(|size| {
            let mut text = "{\"password\":\"Zw3i!Dr31kk\"}".to_owned();
            for _ in 0..12 {
                text = serde_json::to_string(&text).unwrap();
            }
            format!("{text}\n").repeat((size / text.len()).max(1))
        }),
    );
    add("hexadecimal run", Box::new(|size| random(b"0123456789abcdef", size, 5)));
    add(
        "hexadecimal of text",
        Box::new(|size| {
            "password=Zw3i ".repeat(size / 28).bytes().fold(String::new(), |mut out, byte| {
                _ = write!(out, "{byte:02x}");
                out
            })
        }),
    );
    add("one long value", Box::new(|size| format!("password = \"{}\"", random(BASE_64, size, 6))));
    add(
        "one long value of words",
        Box::new(|size| format!("password = \"{}\"\n", "correct horse ".repeat(size / 14))),
    );
    add("one long bare value", Box::new(|size| format!("password={}\n", random(b"abcDEF123!@#", size, 6))));
    add("one long name", Box::new(|size| format!("{}password = x1y2z3w4", "a_".repeat(size / 2))));
    add("one long url", Box::new(|size| format!("https://u:{}@h.example", random(b"abcDEF123!:", size, 6))));
    add(
        "one long query",
        numbered(|i, out| {
            _ = write!(out, "{}token{i}=v{i}x&", if i == 0 { "https://a.example/?" } else { "" })
        }),
    );
    add(
        "random words",
        Box::new(|size| wrapped(&random(b"abcdefghij KLMNOP 0123456789-_./:", size, 8), 200, "\n")),
    );
    add(
        "random bytes of ascii",
        Box::new(|size| {
            let alphabet: Vec<u8> = (0x20..0x7f).chain([b'\n', b'\n', b'\t']).collect();
            random(&alphabet, size, 9)
        }),
    );
    add("random signs", Box::new(|size| random(b"\"'\\{}[]()<>=:;,@$%&|#\n aP", size, 10)));
    add(
        "addresses",
        numbered(|i, out| {
            _ = writeln!(out, "u{i}@h{i}.acme.example 10.{}.{}.{}", i % 250, i / 250 % 250, i / 62500 % 250)
        }),
    );
    add(
        "arns",
        numbered(|i, out| _ = writeln!(out, "arn:aws:iam::{:012}:role/r{i} acme-{i}.s3.amazonaws.com", i)),
    );
    add(
        "lock errors",
        numbered(|i, out| {
            _ = writeln!(
                out,
                "\u{2577}\n\u{2502} Error: Error acquiring the state lock\n\u{2502} \n\u{2502} Lock Info:\n\u{2502}   ID:        {i:08}-1f3e-4b5a-8c7d-9e0f1a2b3c4d\n\u{2502}   Path:      b/k{i}\n\u{2502}   Operation: OperationTypeApply\n\u{2502}   Who:       a{i}@h{i}\n\u{2575}"
            );
        }),
    );
    add(
        "lock errors in one line",
        numbered(|i, out| {
            _ = write!(
                out,
                "Error: Error acquiring the state lock Lock Info: ID: {i:08}-1f3e-4b5a-8c7d-9e0f1a2b3c4d Path: b/k "
            )
        }),
    );
    add(
        "backend blocks",
        numbered(|i, out| {
            _ = writeln!(
                out,
                "terraform {{\n  backend \"s3\" {{\n    bucket = \"b{i}\"\n    key = \"k\"\n  }}\n}}"
            )
        }),
    );
    add(
        "backend blocks in one line",
        numbered(|_, out| out.push_str("terraform { backend \"s3\" { bucket = \"b\" } } ")),
    );
    add(
        "state",
        numbered(|i, out| {
            _ = writeln!(
                out,
                "{{\"mode\":\"managed\",\"type\":\"random_password\",\"name\":\"p{i}\",\"instances\":[{{\"attributes\":{{\"result\":\"Zw{i}!x\"}}}}]}},"
            )
        }),
    );
    add(
        "plan",
        numbered(|i, out| {
            _ = writeln!(
                out,
                "  ~ resource \"aws_db_instance\" \"d{i}\" {{\n      ~ password = \"a{i}Zz\" -> \"b{i}Zz\"\n    }}"
            )
        }),
    );
    add(
        "yaml",
        numbered(|i, out| _ = writeln!(out, "- name: DB_PASSWORD\n  value: x{i}Zz\n- name: A\n  value: b")),
    );
    add("table", numbered(|i, out| _ = writeln!(out, "| Password | x{i}Zz | a | b |")));
    add(
        "wide table",
        Box::new(|size| {
            format!(
                "| password {}\n|{}\n|{}\n",
                "| a ".repeat(size / 12),
                "---|".repeat(size / 12),
                " x1 |".repeat(size / 12)
            )
        }),
    );
    add(
        "log",
        numbered(|i, out| {
            _ = writeln!(
                out,
                "2026-01-0{}T10:00:00Z [INFO] request {i} took {}ms path=/a/{i} status=200",
                i % 9 + 1,
                i % 700
            )
        }),
    );
    add(
        "colours",
        numbered(|i, out| _ = write!(out, "\u{1b}[1mpassword\u{1b}[0m = \u{1b}[32m\"x{i}Zz\"\u{1b}[0m\n")),
    );
    add("placeholders", numbered(|i, out| _ = writeln!(out, "PASSWORD_{i} = TOKEN_{i}")));
    add("surrogates as written", again("\\ud83d\\ud800 password=\\udc00x "));
    add(
        "heads of forms",
        again("AKIA ghp_ glpat- xoxb- sk- hvs. AIza ya29. eyJ npm_ dop_v1_ $2b$10$ Basic Bearer "),
    );
    out
}

/// What this thread has worked, where the system tells it: others may keep the machine busy. Else the clock.
fn worked(start: Instant) -> Duration {
    let of_the_system = std::fs::read_to_string("/proc/thread-self/stat").ok().and_then(|line| {
        let mut fields = line.rsplit_once(')')?.1.split_whitespace().skip(11);
        let ticks = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
        Some(Duration::from_millis(ticks * 10))
    });
    of_the_system.unwrap_or_else(|| start.elapsed())
}

/// Seconds of each stage, and the safety of what came out.
fn tried(name: &str, text: &str) -> Vec<(&'static str, Duration)> {
    let start = Instant::now();
    let mut took = Vec::new();
    let mut at = worked(start);
    let mut stage = |name| {
        let now = worked(start);
        took.push((name, now.saturating_sub(at)));
        at = now;
    };
    let found = fix::fix(text, &fix::Options::default());
    let settings: Vec<_> = found.blocks.iter().map(|block| block.settings.clone()).collect();
    stage("fix");
    diagnose(text, &settings, None);
    stage("diagnose");
    let detection = detect::detect(text, &Options::default());
    stage("detect");
    let (redacted, mut vault) = redact(text, &detection.findings);
    stage("redact");
    let whole = restore(redacted.as_str(), &vault).text == text;
    stage("restore");
    assert!(whole, "{name}: not restored");
    // What the check would stop is hidden on the way out.
    let left = vault.hide_leaks(&redacted);
    assert!(vault.check_egress(left.as_str()).is_ok(), "{name}: a value is left");
    stage("egress");
    took
}

#[test]
fn time_grows_with_the_length_and_no_faster() {
    let wanted: Option<usize> =
        std::env::var("STACKENGINE_HOSTILE_BYTES").ok().map(|bytes| bytes.parse().unwrap());
    let only = std::env::var("STACKENGINE_HOSTILE_ONLY").unwrap_or_default();
    let large = wanted.unwrap_or(1 << 15);
    // Below this a ratio says nothing.
    let least = Duration::from_millis(400);
    let mut wrong = Vec::new();
    for (name, make) in cases().into_iter().filter(|(name, _)| name.contains(&only)) {
        let after = tried(&name, &make(large));
        let total: Duration = after.iter().map(|(_, took)| *took).sum();
        let slow: Vec<_> = after.iter().filter(|(_, took)| *took > least).collect();
        let mut said = format!("{name}: {total:.2?}");
        if !slow.is_empty() {
            let before = tried(&name, &make(large / 4));
            for (stage, took) in &slow {
                let quarter =
                    before.iter().find(|(other, _)| other == stage).map_or(Duration::ZERO, |(_, took)| *took);
                let ratio = took.as_secs_f64() / quarter.as_secs_f64().max(0.01);
                _ = write!(said, ", {stage} {took:.2?} (x{ratio:.1})");
                if ratio > 7.0 || *took > Duration::from_secs(10 + large as u64 / 100_000) {
                    wrong.push(format!(
                        "{name}: {stage} took {took:.2?} for {large} bytes, {quarter:.2?} for a quarter"
                    ));
                }
            }
        }
        if wanted.is_some() {
            eprintln!("{said}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! Bad input through the command line: a clear word, bounded time and memory, and the safe side where a limit is met.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::thread;

/// What a run gave, and the most memory it had, in bytes, where the system tells it.
struct Ran {
    out: String,
    told: String,
    peak: Option<usize>,
}

fn redact(input: Vec<u8>) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_stackengine"))
        .arg("redact")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    let mut stdin = child.stdin.take().expect("piped");
    let status = format!("/proc/{}/status", child.id());
    let writer = thread::spawn(move || stdin.write_all(&input).expect("is read"));
    // The system forgets a process that ended: asked for as long as it runs.
    let watcher = thread::spawn(move || {
        let mut peak = None;
        while let Ok(status) = std::fs::read_to_string(&status) {
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let Some(size) = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<usize>().ok())
            else {
                break;
            };
            peak = Some(size * 1024);
            thread::sleep(std::time::Duration::from_millis(2));
        }
        peak
    });
    let output = child.wait_with_output().expect("ends");
    writer.join().expect("wrote");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    Ran {
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        told: String::from_utf8(output.stderr).expect("UTF-8"),
        peak: watcher.join().expect("watched"),
    }
}

/// Assembled, so that no scanner of this repository takes it for a credential.
fn secret() -> String {
    ["Zw3i", "!Dr31", "kk9"].concat()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, at| bits << 8 | usize::from(*chunk.get(at).unwrap_or(&0)));
        for at in 0..4 {
            out.push(if at <= chunk.len() { char::from(LETTERS[bits >> (18 - 6 * at) & 63]) } else { '=' });
        }
    }
    out
}

#[test]
fn what_is_not_utf_8_is_told_and_hides_as_well() {
    let mut input = b"a\xff\xfe\npassword = \"".to_vec();
    input.extend(secret().bytes());
    input.extend(b"\xff\"\n\xed\xa0\x80 end\n");
    let Ran { out, told, .. } = redact(input);
    assert_eq!(out, "a\u{fffd}\u{fffd}\npassword = \"PASSWORD_1\"\n\u{fffd}\u{fffd}\u{fffd} end\n");
    assert_eq!(told, "stackengine: - is not UTF-8 from byte 1 on; what does not read became U+FFFD\n");
}

#[test]
fn nul_bytes_hide_nothing_and_uncover_nothing() {
    let input = format!("\0\0password = \"{}\"\0\n\0token=\0{}\0\n", secret(), secret());
    let Ran { out, .. } = redact(input.into_bytes());
    assert!(!out.contains(&secret()[..6]) && out.starts_with("\0\0password = \""), "{out:?}");
}

#[test]
fn encodings_twenty_deep_are_hidden_as_a_whole() {
    let whole = format!("password = \"{}\"", secret());
    let percent = |text: &str| {
        text.bytes().fold(String::new(), |mut out, byte| {
            if byte.is_ascii_alphanumeric() {
                out.push(char::from(byte));
            } else {
                _ = write!(out, "%{byte:02X}");
            }
            out
        })
    };
    let json = |text: &str| serde_json::to_string(text).expect("text");
    // Each level doubles its backslashes: of JSON alone fewer.
    let mut in_json = format!("{{\"password\": \"{}\"}}", secret());
    for _ in 0..12 {
        in_json = json(&in_json);
    }
    let Ran { out, told, .. } = redact(in_json.into_bytes());
    assert!(!out.contains(&secret()[..6]) && told.contains("hidden as a whole"), "{told}");
    let (mut in_base64, mut in_url, mut in_all) = (whole.clone(), whole.clone(), whole);
    for depth in 0..20 {
        in_base64 = base64(in_base64.as_bytes());
        in_url = percent(&in_url);
        in_all = match depth % 3 {
            0 => base64(in_all.as_bytes()),
            1 => json(&in_all),
            _ => percent(&in_all),
        };
    }
    for text in [in_base64, in_url, in_all] {
        let Ran { out, told, .. } = redact(format!("see: {text} end\n").into_bytes());
        assert!(out.starts_with("see: ") && out.ends_with(" end\n") && out.len() < 40, "{out}");
        assert!(told.contains("too deep") && told.contains("hidden as a whole"), "{told}");
    }
}

/// `STACKENGINE_SECRETS=1000000` tries a million of them.
#[test]
fn very_many_tiny_secrets_take_bounded_memory() {
    let wanted = std::env::var("STACKENGINE_SECRETS").ok().and_then(|count| count.parse().ok());
    let count: usize = wanted.unwrap_or(60_000);
    let input = (0..count).fold(String::new(), |mut out, index| {
        _ = writeln!(out, "pin: {}\npw={index:x}Qz", 100_000 + index);
        out
    });
    let length = input.len();
    let Ran { out, told, peak } = redact(input.into_bytes());
    assert_eq!(out.lines().count(), 2 * count);
    for (line, index) in out.lines().zip(0..) {
        assert!(line.starts_with(if index % 2 == 0 { "pin: PASSWORD_" } else { "pw=PASSWORD_" }), "{line}");
    }
    assert!(told.contains("nothing is sent that holds one of them"), "{told}");
    match peak {
        Some(peak) => {
            let most = (48 << 20) + length * 100;
            eprintln!(
                "{length} bytes, {peak} bytes of memory, {}",
                if wanted.is_some() { &told } else { "" }
            );
            assert!(peak < most, "{peak} bytes of memory for {length} bytes of text");
        }
        None => eprintln!("skipped: this system does not tell a process's memory"),
    }
}

//! Every provider against independent servers on this machine, which know nothing of this project.

use super::{Answer, Options, PROVIDERS, Stream, asked, paste};
use stackengine_core::ask::{self, Amount, HttpRequest, Provider, Stop};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// More than one byte per character, a placeholder, quotes and line breaks, to be cut anywhere.
const TEXT: &str = "Grüße: keep BUCKET_1 as it is, \"quoted\".\nLock 🔒 状態.";

/// A server that ends with its test.
struct Peer {
    child: Child,
    port: u16,
}

impl Drop for Peer {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

fn tools() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../.tools")
}

fn tool(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain([tools().join("bin")])
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// A missing peer must not look like a passed test: written past the capture of test output.
fn skipped(what: &str) {
    _ = writeln!(std::io::stderr(), "\n*** skipped: {what} ***");
}

fn aimock() -> Option<Peer> {
    let node = tool("node")?;
    let from = std::fs::canonicalize(tools()).ok()?.join("package.json");
    if !from.with_file_name("node_modules/@copilotkit/aimock").is_dir() {
        return None;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/aimock.mjs");
    let mut child = Command::new(node)
        .arg(script)
        .arg(from)
        .arg(TEXT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let port = line.trim().parse().unwrap_or_else(|_| panic!("aimock printed no port"));
    Some(Peer { child, port })
}

fn llmposter() -> Option<Peer> {
    let program = tool("llmposter")?;
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/llmposter.yaml");
    let text = serde_json::to_string(TEXT).unwrap();
    let filled = std::fs::read_to_string(fixtures).unwrap().replace("\"TEXT\"", &text);
    let file = std::env::temp_dir().join(format!("stackengine-llmposter-{}.yaml", std::process::id()));
    std::fs::write(&file, filled).unwrap();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let child = Command::new(program)
        .arg("-f")
        .arg(&file)
        .arg("-p")
        .arg(port.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let peer = Peer { child, port };
    for _ in 0..100 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            _ = std::fs::remove_file(&file);
            return Some(peer);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("llmposter does not listen");
}

/// Sends a request and hands the body's bytes over as they come. The least of HTTP/1.1: chunks and an end.
fn send(port: u16, path: &str, request: &HttpRequest, to: &mut dyn FnMut(u16, &[u8])) -> u16 {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let mut head = format!("{} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n", request.method);
    for (name, value) in &request.headers {
        head.push_str(&format!("{name}: {}\r\n", value.replace("<key>", "made-up-key-1")));
    }
    head.push_str(&format!("content-length: {}\r\n\r\n", request.body.len()));
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(request.body.as_bytes()).unwrap();
    let mut from = BufReader::new(stream);
    let mut line = String::new();
    from.read_line(&mut line).unwrap();
    let status: u16 = line.split(' ').nth(1).unwrap().parse().unwrap();
    let mut chunked = false;
    loop {
        line.clear();
        from.read_line(&mut line).unwrap();
        let lower = line.trim().to_ascii_lowercase();
        if lower.is_empty() {
            break;
        }
        chunked |= lower.starts_with("transfer-encoding") && lower.contains("chunked");
    }
    let mut buffer = [0; 37];
    loop {
        let mut left = usize::MAX;
        if chunked {
            line.clear();
            // A server that breaks off sends no last chunk.
            if from.read_line(&mut line).unwrap_or(0) == 0 {
                return status;
            }
            left = usize::from_str_radix(line.trim(), 16).unwrap_or(0);
            if left == 0 {
                return status;
            }
        }
        while left > 0 {
            let want = buffer.len().min(left);
            let count = from.read(&mut buffer[..want]).unwrap_or(0);
            if count == 0 {
                return status;
            }
            to(status, &buffer[..count]);
            left -= count;
        }
        if chunked {
            line.clear();
            _ = from.read_line(&mut line);
        }
    }
}

/// Where the peer has what a provider has elsewhere.
fn path_at_peer(provider: &Provider, url: &str) -> String {
    let path = url.strip_prefix(provider.origin).unwrap();
    match path {
        "/openai/v1/chat/completions" | "/chat/completions" | "/compatibility/v1/chat/completions" => {
            "/v1/chat/completions".to_owned()
        }
        path => path.to_owned(),
    }
}

fn ask_peer(peer: &Peer, provider: &'static Provider, question: &str) -> Answer {
    let (raw, _) = paste();
    let (analysis, prompt) = asked(&raw, question, Amount::Whole);
    let options = Options::default();
    let mut request = ask::request(provider, &prompt, &options);
    if question == "case refusal" {
        // llmposter refuses only where no stream is asked for: an answer that comes in one piece is read as well.
        request.body = request.body.replace("\"stream\":true", "\"stream\":false");
        request.url = request.url.replace(":streamGenerateContent?alt=sse", ":generateContent");
    }
    ask::check_egress(provider, &prompt, &options, &request, &analysis.vault).unwrap();
    let mut stream: Option<Stream> = None;
    let path = path_at_peer(provider, &request.url);
    let status = send(peer.port, &path, &request, &mut |status, bytes| {
        stream.get_or_insert_with(|| Stream::new(provider, status)).push(bytes);
    });
    stream.unwrap_or_else(|| Stream::new(provider, status)).finish()
}

/// The matrix provider × case.
fn matrix(peer: &Peer, name: &str, speaks: impl Fn(&Provider) -> bool, refuses: bool) {
    let failures = [
        ("case bad-key", "bad_key"),
        ("case no-model", "model_not_found"),
        ("case rate-limit", "rate_limited"),
        ("case overloaded", "overloaded"),
        ("case broken", "server"),
    ];
    let mut wrong = Vec::new();
    let mut count = 0;
    for provider in PROVIDERS.iter().copied().filter(|provider| speaks(provider)) {
        let mut check = |case: &str, seen: &Answer, good: bool| {
            count += 1;
            if !good {
                wrong.push(format!("{} {case}: {seen:?}", provider.id));
            }
        };
        let whole = ask_peer(peer, provider, "case whole");
        let good =
            whole.text == TEXT && whole.complete && whole.stop == Some(Stop::End) && whole.error.is_none();
        check("whole", &whole, good);
        let length = ask_peer(peer, provider, "case length");
        // aimock always says `stop` in Ollama's format; a recorded answer has that case.
        let told = length.stop == Some(Stop::Length) || (provider.id == "ollama" && name == "aimock");
        check("length", &length, length.text == TEXT && length.complete && told);
        let cut = ask_peer(peer, provider, "case cut");
        let part = TEXT.starts_with(&cut.text) && cut.text.len() < TEXT.len();
        check("cut", &cut, part && !cut.complete && cut.stop.is_none());
        if refuses {
            let refusal = ask_peer(peer, provider, "case refusal");
            let refused = matches!(refusal.stop, Some(Stop::Refusal | Stop::Filter));
            check("refusal", &refusal, refused);
        }
        for (question, kind) in failures {
            let failed = ask_peer(peer, provider, question);
            let seen = serde_json::to_value(failed.error.as_ref().map(|error| error.kind)).unwrap();
            check(question, &failed, seen == kind && !failed.complete);
            if kind == "rate_limited" {
                let wait = failed.error.as_ref().and_then(|error| error.retry_after_seconds);
                check("seconds to wait", &failed, wait == Some(3));
            }
        }
    }
    assert!(count > 0);
    assert!(wrong.is_empty(), "{} of {count} with {name} differ:\n{}", wrong.len(), wrong.join("\n"));
    _ = writeln!(std::io::stderr(), "{name}: {count} cells of provider x case");
}

#[test]
fn every_provider_against_aimock() {
    let Some(peer) = aimock() else {
        return skipped("aimock is not installed (scripts/setup.sh installs it)");
    };
    matrix(&peer, "aimock", |_| true, false);
}

#[test]
fn every_provider_against_llmposter() {
    let Some(peer) = llmposter() else {
        return skipped(
            "llmposter is not installed (cargo install llmposter --version 0.5.0 --no-default-features)",
        );
    };
    matrix(&peer, "llmposter", |provider| provider.id != "ollama" && provider.id != "openrouter", true);
}

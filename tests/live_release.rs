//! A lock held for real by a real terraform, and the command that we print, run as printed: it frees that lock, and
//! a wrong one survives. The HTTP backend's server is here; the S3 way is in `emulator.rs`.

use crate::tools;
use stackengine_core::analyze::{self, analyze};
use stackengine_core::diagnose::{Kind, Staleness};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, Mutex};

/// A state server as the HTTP backend wants it. It keeps one lock, and releases it for whoever asks, as most do.
#[derive(Default)]
struct Store {
    state: Option<Vec<u8>>,
    lock: Option<String>,
}

type Shared = Arc<Mutex<Store>>;

fn serve() -> (String, Shared) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let store = Shared::default();
    let shared = Arc::clone(&store);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            answer(&stream, &shared);
        }
    });
    (address, store)
}

fn answer(stream: &TcpStream, store: &Shared) {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    reader.read_line(&mut head).unwrap_or(0);
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 || line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    if reader.read_exact(&mut body).is_err() {
        return;
    }
    let mut store = store.lock().unwrap();
    let (status, content) = match head.split(' ').next().unwrap_or("") {
        "GET" => store.state.clone().map_or(("404 Not Found", Vec::new()), |state| ("200 OK", state)),
        "POST" => {
            store.state = Some(body);
            ("200 OK", Vec::new())
        }
        "LOCK" => {
            if let Some(held) = &store.lock {
                ("423 Locked", held.clone().into_bytes())
            } else {
                store.lock = Some(String::from_utf8(body).unwrap());
                ("200 OK", Vec::new())
            }
        }
        "UNLOCK" => {
            store.lock = None;
            ("200 OK", Vec::new())
        }
        _ => ("405 Method Not Allowed", Vec::new()),
    };
    let mut out = stream;
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", content.len());
    _ = out.write_all(head.as_bytes()).and_then(|()| out.write_all(&content));
}

const SLOW: &str = "variable \"seconds\" {\n  type    = number\n  default = 30\n}\nresource \"terraform_data\" \"slow\" {\n  provisioner \"local-exec\" {\n    command = \"touch started; exec sleep ${var.seconds}\"\n  }\n}\n";

fn terraform(folder: &Path, arguments: &[&str]) -> Output {
    Command::new("terraform")
        .current_dir(folder)
        .env("CHECKPOINT_DISABLE", "1")
        .args(arguments)
        .output()
        .unwrap()
}

fn said(out: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
}

/// Starts an apply that holds the lock, and returns when it does.
fn hold(folder: &Path) -> std::process::Child {
    let child = Command::new("terraform")
        .current_dir(folder)
        .env("CHECKPOINT_DISABLE", "1")
        .args(["apply", "-input=false", "-auto-approve"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    tools::wait_until(|| folder.join("started").exists());
    child
}

/// Runs a printed command in `sh`, as a person would, who types "yes" at the prompt.
fn run(folder: &Path, command: &str) -> Output {
    let mut child = Command::new("sh")
        .current_dir(folder)
        .env("CHECKPOINT_DISABLE", "1")
        .args(["-c", command])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"yes\n").unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_printed_command_frees_a_lock_that_a_killed_apply_left_on_a_server() {
    if tools::terraform().is_none() {
        return;
    }
    let (address, store) = serve();
    let folder = tools::folder("live-http");
    let backend = format!(
        "terraform {{\n  backend \"http\" {{\n    address        = \"{address}/state\"\n    lock_address   = \"{address}/state\"\n    unlock_address = \"{address}/state\"\n  }}\n}}\n"
    );
    tools::write(&folder, "main.tf", &format!("{backend}{SLOW}"));
    let init = terraform(&folder, &["init", "-input=false", "-no-color"]);
    assert!(init.status.success(), "{}", said(&init));
    let mut apply = hold(&folder);
    apply.kill().unwrap();
    apply.wait().unwrap();
    let held: serde_json::Value =
        serde_json::from_str(store.lock().unwrap().lock.as_deref().unwrap()).unwrap();

    let refused = said(&terraform(&folder, &["plan", "-input=false"]));
    let incident = analyze(&refused, &analyze::Options::default()).diagnosis.incidents.remove(0);
    assert_eq!((incident.kind, incident.backend.as_str()), (Kind::StateLockHeld, "http"));
    assert_eq!(incident.holder_id.as_deref(), held["ID"].as_str(), "the holder's id, not our own attempt's");
    assert_ne!(incident.lock.unwrap().id, incident.holder_id, "the printed block is our own attempt's");
    let command = incident.unlock.command.unwrap();
    let freed = run(&folder, &command);
    assert!(freed.status.success(), "{command}: {}", said(&freed));
    assert_eq!(store.lock().unwrap().lock, None, "the server holds no lock any more");
    let success = analyze(&said(&freed), &analyze::Options::default()).diagnosis.incidents.remove(0);
    assert_eq!(success.kind, Kind::UnlockSuccess);
    assert!(terraform(&folder, &["plan", "-input=false"]).status.success());
}

#[test]
fn a_local_lock_is_refused_while_its_holder_lives_and_gone_when_it_ends() {
    if tools::terraform().is_none() {
        return;
    }
    let folder = tools::folder("live-local");
    tools::write(&folder, "main.tf", SLOW);
    assert!(terraform(&folder, &["init", "-input=false"]).status.success());
    let mut apply = hold(&folder);
    let refused = said(&terraform(&folder, &["plan", "-input=false"]));
    let incident = analyze(&refused, &analyze::Options::default()).diagnosis.incidents.remove(0);
    assert_eq!((incident.backend.as_str(), incident.staleness), ("local", Staleness::Live));
    assert_eq!(incident.unlock.command, None, "no command can work here");
    // What we say of force-unlock is so.
    let id = incident.lock.and_then(|lock| lock.id).unwrap();
    let forced = terraform(&folder, &["force-unlock", "-force", &id]);
    assert!(!forced.status.success());
    let told = analyze(&said(&forced), &analyze::Options::default()).diagnosis.incidents.remove(0);
    assert_eq!(told.kind, Kind::UnlockUnsupported);
    // The kernel frees the lock when its holder is gone, and the note that it left locks nothing.
    apply.kill().unwrap();
    apply.wait().unwrap();
    assert!(folder.join(".terraform.tfstate.lock.info").exists());
    assert!(terraform(&folder, &["plan", "-input=false"]).status.success());
}

/// The AWS CLI, where it is present.
fn aws() -> Option<String> {
    let installed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.tools/awscli/bin/aws");
    if installed.exists() {
        return Some(installed.parent().unwrap().display().to_string());
    }
    let is_there = Command::new("aws").arg("--version").output().is_ok_and(|out| out.status.success());
    if !is_there {
        eprintln!("skipped: no aws on this machine");
    }
    is_there.then(|| "/usr/bin".to_owned())
}

struct Emulator {
    child: std::process::Child,
    port: String,
    tools: String,
}

impl Emulator {
    fn start(tools_folder: String) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tools/s3_emulator.py");
        let mut child = tools::python_tool("python")
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut port = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut port).unwrap();
        Self { child, port: port.trim().to_owned(), tools: tools_folder }
    }

    fn sh(&self, folder: &Path, command: &str) -> Output {
        Command::new("sh")
            .current_dir(folder)
            .env("PATH", format!("{}:{}", self.tools, std::env::var("PATH").unwrap_or_default()))
            .env("AWS_ENDPOINT_URL", format!("http://127.0.0.1:{}", self.port))
            .env("AWS_ACCESS_KEY_ID", "testing")
            .env("AWS_SECRET_ACCESS_KEY", "testing")
            .env("AWS_DEFAULT_REGION", "us-east-1")
            .env("AWS_PAGER", "")
            .args(["-c", command])
            .output()
            .unwrap()
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        _ = self.child.wait();
    }
}

/// The store's own commands delete the lock that was pasted, and leave one that another took meanwhile.
#[test]
fn the_conditional_commands_leave_another_lock_alone() {
    let Some(aws) = aws() else { return };
    let emulator = Emulator::start(aws);
    let folder = tools::folder("live-conditional");
    let (ours, theirs) = ("63a0f9a3-975b-f8f5-748a-af0f2affd403", "11111111-2222-3333-4444-555555555555");
    let record = |id: &str| {
        format!(
            "{{\"ID\":\"{id}\",\"Operation\":\"OperationTypeApply\",\"Info\":\"\",\"Who\":\"a@b\",\"Version\":\"1.11.4\",\"Created\":\"2026-11-24T02:46:18Z\",\"Path\":\"acme-tfstate/net/terraform.tfstate\"}}"
        )
    };
    let paste = format!(
        "terraform {{\n  backend \"s3\" {{\n    bucket         = \"acme-tfstate\"\n    key            = \"net/terraform.tfstate\"\n    region         = \"us-east-1\"\n    use_lockfile   = true\n    dynamodb_table = \"acme-locks\"\n  }}\n}}\n\nError: Error acquiring the state lock\n\nError message: operation error S3: PutObject, https response error StatusCode: 412, api error PreconditionFailed: At least one of the pre-conditions you specified did not hold\nLock Info:\n  ID:        {ours}\n  Path:      acme-tfstate/net/terraform.tfstate\n  Operation: OperationTypeApply\n  Who:       a@b\n  Version:   1.11.4\n  Created:   2026-11-24 02:46:18 +0000 UTC\n  Info:      \n\n"
    );
    let incident = analyze(&paste, &analyze::Options::default()).diagnosis.incidents.remove(0);
    assert_eq!(incident.backend, "s3-both");
    let commands: Vec<String> =
        incident.unlock.fallbacks.iter().map(|one| one.command.clone().unwrap()).collect();
    assert_eq!(commands.len(), 2);
    let put = |id: &str| {
        tools::write(&folder, "record.json", &record(id));
        let item = serde_json::json!({"LockID": {"S": "acme-tfstate/net/terraform.tfstate"}, "Info": {"S": record(id)}});
        tools::write(&folder, "item.json", &item.to_string());
        for command in [
            "aws s3api put-object --bucket acme-tfstate --key net/terraform.tfstate.tflock --body record.json",
            "aws dynamodb put-item --table-name acme-locks --item file://item.json",
        ] {
            let out = emulator.sh(&folder, command);
            assert!(out.status.success(), "{command}: {}", said(&out));
        }
    };
    let places = [
        "aws s3api get-object --bucket acme-tfstate --key net/terraform.tfstate.tflock /dev/stdout",
        "aws dynamodb get-item --table-name acme-locks --key '{\"LockID\":{\"S\":\"acme-tfstate/net/terraform.tfstate\"}}'",
    ];
    let holds = |place: &str, id: &str| said(&emulator.sh(&folder, place)).contains(id);

    put(theirs);
    for (command, place) in commands.iter().zip(places) {
        let out = emulator.sh(&folder, command);
        assert!(!out.status.success(), "{command} must refuse: {}", said(&out));
        assert!(holds(place, theirs), "{command} deleted another's lock");
    }
    put(ours);
    for (command, place) in commands.iter().zip(places) {
        let out = emulator.sh(&folder, command);
        assert!(out.status.success(), "{command}: {}", said(&out));
        assert!(!holds(place, ours), "{command} left the lock");
    }
}

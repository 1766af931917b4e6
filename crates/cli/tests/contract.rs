//! The CLI's contract: exit codes, keys, offsets. `ARCHITECTURE.md` names it.

use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const INCIDENT: &str = "\
Error: Error acquiring the state lock

Error message: ConditionalCheckFailedException: The conditional request failed
Lock Info:
  ID:        a1b2c3d4-e5f6-7890-abcd-ef1234567890
  Path:      my-tf-state-bucket/prod/terraform.tfstate
  Operation: OperationTypeApply
  Who:       runner@ci-node-07
  Version:   1.5.7
  Created:   2024-01-15 03:42:11.823456789 +0000 UTC
  Info:


terraform {
  backend \"s3\" {
    bucket         = \"my-tf-state-bucket\"
    key            = \"prod/terraform.tfstate\"
    region         = \"us-east-1\"
    dynamodb_table = \"terraform-locks\"
  }
}
";

/// Assembled, so that no scanner of this repository takes it for a credential.
fn secret() -> String {
    ["Tr0ub4dor", "-and-", "Staple-9"].concat()
}

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_stackengine"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    // A command that refuses its arguments may end before it has read anything.
    let _ = child.stdin.take().expect("piped").write_all(input.as_bytes());
    child.wait_with_output().expect("ends")
}

fn ran(arguments: &[&str], input: &str) -> String {
    let output = run(arguments, input);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn json_of(arguments: &[&str], input: &str) -> Value {
    serde_json::from_str(&ran(arguments, input)).expect("one JSON object")
}

/// A folder of this test's own, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("stackengine-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("creates");
        Self(path)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        _ = std::fs::remove_dir_all(&self.0);
    }
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn sorted(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_unstable();
    names
}

#[test]
fn analyze_prints_every_key_of_the_contract() {
    let report = json_of(&["analyze", "--json", "--now", "2024-01-15T04:42:11.823456789Z"], INCIDENT);
    assert_eq!(sorted(keys(&report)), ["blocks", "companions", "incidents", "input", "redaction"],);
    assert_eq!(report["input"], "-");
    let incident = &report["incidents"][0];
    assert_eq!(
        sorted(keys(incident)),
        [
            "age_seconds",
            "backend",
            "holder_id",
            "kind",
            "lock",
            "lock_describes",
            "reasons",
            "staleness",
            "tool",
            "tool_version",
            "unlock",
            "workspace",
        ],
    );
    assert_eq!(incident["kind"], "state_lock_held");
    assert_eq!(incident["backend"], "s3-dynamodb");
    assert_eq!(incident["age_seconds"], 3600);
    assert_eq!(incident["lock_describes"], "holder");
    assert_eq!(
        incident["lock"],
        json!({
            "id": "a1b2c3d4-e5f6-7890-abcd-ef1234567890",
            "path": "my-tf-state-bucket/prod/terraform.tfstate",
            "operation": "OperationTypeApply",
            "who": "runner@ci-node-07",
            "version": "1.5.7",
            "created": "2024-01-15 03:42:11.823456789 +0000 UTC",
            "info": incident["lock"]["info"],
        }),
    );
    let unlock = &incident["unlock"];
    assert_eq!(sorted(keys(unlock)), ["checks", "command", "fallbacks", "possible", "why"]);
    assert_eq!(unlock["command"], "terraform force-unlock a1b2c3d4-e5f6-7890-abcd-ef1234567890");
    for check in unlock["checks"].as_array().expect("a list") {
        assert_eq!(sorted(keys(check)), ["command", "title"]);
    }
    for fallback in unlock["fallbacks"].as_array().expect("a list") {
        assert_eq!(sorted(keys(fallback)), ["command", "condition", "title"]);
    }
    let block = &report["blocks"][0];
    assert_eq!(
        sorted(keys(block)),
        ["backend", "dialect", "diff", "findings", "hardened", "migration", "parses", "span"],
    );
    assert_eq!(block["dialect"], "terraform");
    let start = usize::try_from(block["span"][0].as_u64().expect("a number")).expect("fits");
    assert!(
        INCIDENT
            .get(start..)
            .is_some_and(|rest| rest.starts_with("backend \"s3\"") || rest.starts_with("terraform"))
    );
    for finding in block["findings"].as_array().expect("a list") {
        assert_eq!(sorted(keys(finding)), ["attribute", "fix", "id", "message", "severity", "source"]);
    }
}

#[test]
fn spans_of_redact_rebuild_the_redacted_text() {
    let raw = format!("é {INCIDENT}\npassword = \"{}\"\n", secret());
    let report = json_of(&["redact", "--json"], &raw);
    let mut rebuilt = String::new();
    let mut at = 0;
    for span in report["spans"].as_array().expect("a list") {
        let place = |index: usize| usize::try_from(span[index].as_u64().expect("a number")).expect("fits");
        rebuilt.push_str(raw.get(at..place(0)).expect("a border"));
        rebuilt.push_str(span[4].as_str().expect("a placeholder"));
        at = place(1);
    }
    rebuilt.push_str(raw.get(at..).expect("a border"));
    assert_eq!(report["redacted"], rebuilt);
    assert!(!rebuilt.contains(&secret()));
    assert!(rebuilt.contains("a1b2c3d4-e5f6-7890-abcd-ef1234567890"), "the lock id stays");
}

#[test]
fn class_secret_keeps_identifiers() {
    let raw = format!("db_password = \"{}\"\nowner = \"someone@corp-mail.net\"\n", secret());
    let kept = ran(&["redact", "--class", "secret"], &raw);
    assert!(kept.contains("someone@corp-mail.net") && !kept.contains(&secret()));
    assert!(!ran(&["redact"], &raw).contains("someone@corp-mail.net"));
}

#[test]
fn json_lines_keep_their_document_ids_and_take_lone_surrogates() {
    let lines = format!(
        "{{\"doc\": 7, \"text\": \"token\\ud800 = x\"}}\n\n{}\n",
        json!({"doc": "b", "text": INCIDENT})
    );
    let out = ran(&["redact", "--jsonl"], &lines);
    let documents: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(documents.len(), 2);
    assert_eq!((&documents[0]["doc"], &documents[1]["doc"]), (&json!(7), &json!("b")));
    assert_eq!(sorted(keys(&documents[0])), ["doc", "redacted", "spans"]);
}

#[test]
fn the_vault_restores_byte_for_byte_and_is_private() {
    let folder = Folder::new("vault");
    let vault = folder.file("vault.json");
    let raw = format!("{INCIDENT}\r\npassword = \"{}\"\n", secret());
    let redacted = ran(&["redact", "--vault", &vault], &raw);
    assert!(!redacted.contains(&secret()));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&vault).expect("is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    assert_eq!(ran(&["restore", "--vault", &vault], &redacted), raw);
    let again = run(&["redact", "--vault", &vault], &raw);
    assert_eq!(again.status.code(), Some(2), "a vault is never overwritten");
}

#[test]
fn a_broken_vault_is_told_without_its_text() {
    let folder = Folder::new("broken");
    let vault = folder.file("vault.json");
    std::fs::write(&vault, format!("{{\"{}\"", secret())).expect("writes");
    let output = run(&["restore", "--vault", &vault], "text");
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("vault") && !message.contains(&secret()), "{message}");
}

#[test]
fn harden_prints_a_diff_and_writes_only_when_asked() {
    let folder = Folder::new("harden");
    let file = folder.file("backend.tf");
    let raw =
        INCIDENT.split_once("terraform {").map(|(_, rest)| format!("terraform {{{rest}")).expect("is there");
    std::fs::write(&file, &raw).expect("writes");
    let diff = ran(&["harden", "--terraform-version", "1.5.7", &file], "");
    assert!(diff.contains("+    encrypt"), "{diff}");
    assert_eq!(std::fs::read_to_string(&file).expect("reads"), raw);
    ran(&["harden", "--terraform-version", "1.5.7", "--write", &file], "");
    let hardened = std::fs::read_to_string(&file).expect("reads");
    assert!(hardened.contains("encrypt") && hardened.contains("key            = \"prod/terraform.tfstate\""));
    assert_eq!(
        ran(&["harden", "--terraform-version", "1.5.7", &file], ""),
        "",
        "a second run changes nothing"
    );
}

#[test]
fn the_kit_is_written_into_a_new_folder_only() {
    let folder = Folder::new("kit");
    let kit = folder.file("kit");
    let report = json_of(&["analyze", "--json", "--kit", &kit], INCIDENT);
    let companions = report["companions"].as_array().expect("a list");
    assert!(!companions.is_empty());
    for file in companions {
        let path = std::path::Path::new(&kit).join(file["path"].as_str().expect("a path"));
        assert_eq!(std::fs::read_to_string(path).expect("reads"), file["text"].as_str().expect("a text"));
    }
    for path in
        ["ci/terraform-ci.sh", ".github/workflows/terraform.yml", "policy/no_lock_bypass.rego", "WHY-NOT.md"]
    {
        assert!(std::path::Path::new(&kit).join(path).exists(), "{path}");
    }
    assert_eq!(run(&["analyze", "--kit", &kit], INCIDENT).status.code(), Some(2), "nothing is written over");
    let told = ran(&["analyze"], INCIDENT);
    assert!(told.contains("state-backend.tf: ") && told.contains("ci/terraform-ci.sh: Prevents"), "{told}");
}

#[test]
fn exit_codes_tell_ran_condition_met_and_bad_usage() {
    assert_eq!(run(&["analyze", "--fail-on", "incident"], INCIDENT).status.code(), Some(1));
    assert_eq!(run(&["analyze", "--fail-on", "incident"], "all is well\n").status.code(), Some(0));
    assert_eq!(run(&["analyze", "no/such/file"], "").status.code(), Some(2));
    assert_eq!(run(&["analyse"], "").status.code(), Some(2));
}

#[test]
fn noise_is_ordinary_input() {
    for noise in ["", "\0\0\0", "terraform {\n  backend \"s3\" {\n", "Lock Info:\n  ID:"] {
        json_of(&["analyze", "--json"], noise);
        json_of(&["redact", "--json"], noise);
    }
}

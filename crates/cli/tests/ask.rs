//! The CLI's contract of `ask`: it prints what would be sent and reads what came. It never sends.

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Assembled, so that no scanner of this repository takes it for a credential.
fn secret() -> String {
    ["Tr0ub4dor", "-and-", "Staple-9"].concat()
}

fn paste() -> String {
    format!(
        "terraform {{\n  backend \"s3\" {{\n    bucket = \"acme-prod-state\"\n    key    = \"prod/terraform.tfstate\"\n    \
         region = \"us-east-1\"\n    secret_key = \"{}\"\n  }}\n}}\n",
        secret()
    )
}

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_stackengine"))
        .arg("ask")
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

fn json_of(arguments: &[&str], input: &str) -> Value {
    let output = run(arguments, input);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one JSON object")
}

fn refused(arguments: &[&str], input: &str) -> String {
    let output = run(arguments, input);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "nothing is printed beside a refusal");
    String::from_utf8(output.stderr).expect("UTF-8")
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn print_shows_the_whole_request_and_no_value() {
    for (provider, header) in [
        ("anthropic", "x-api-key"),
        ("openai", "authorization"),
        ("gemini", "x-goog-api-key"),
        ("ollama", ""),
    ] {
        let request =
            json_of(&["--provider", provider, "--question", "Why is it locked?", "--print"], &paste());
        assert_eq!(keys(&request), ["body", "headers", "method", "url"]);
        assert_eq!(request["method"], "POST");
        assert_eq!(request["headers"]["content-type"], "application/json");
        if !header.is_empty() {
            assert!(request["headers"][header].as_str().expect("the key's header").ends_with("<key>"));
        }
        let body = request["body"].as_str().expect("the exact text");
        assert!(serde_json::from_str::<Value>(body).is_ok());
        assert!(body.contains("Why is it locked?") && body.contains("BUCKET_1"));
        assert!(body.contains("encrypt"), "the hardened block is among the data");
        let whole = request.to_string();
        assert!(!whole.contains(&secret()) && !whole.contains("acme-prod-state"));
    }
}

#[test]
fn the_model_the_form_and_the_amount_are_the_users() {
    let body = |arguments: &[&str]| {
        let mut all = vec!["--provider", "mistral", "--print"];
        all.extend(arguments);
        let noise = format!("{}\n{}\n", "first line of a long log ".repeat(3), paste());
        let request = json_of(&all, &noise);
        serde_json::from_str::<Value>(request["body"].as_str().expect("a text")).expect("JSON")
    };
    assert_eq!(body(&["--model", "some/model"])["model"], "some/model");
    assert!(body(&[])["response_format"].is_object());
    assert!(body(&["--plain"])["response_format"].is_null());
    assert!(body(&[]).to_string().contains("long log"));
    assert!(!body(&["--less"]).to_string().contains("long log"));
    let local =
        json_of(&["--provider", "openai-compatible", "--base", "http://127.0.0.1:9/v1", "--print"], "x");
    assert_eq!(local["url"], "http://127.0.0.1:9/v1/chat/completions");
    assert_eq!(local["headers"], json!({"content-type": "application/json"}));
}

#[test]
fn a_leak_is_told_by_its_placeholder_and_place() {
    let message = refused(&["--provider", "openai", "--model", &secret(), "--print"], &paste());
    assert!(message.contains("SECRET_KEY_1") && message.contains("at byte"), "{message}");
    assert!(!message.contains(&secret()), "{message}");
}

#[test]
fn read_gives_every_key_of_the_contract() {
    let stream = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":null}]}\n\n\
                  data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n\
                  data: {\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":1}}\n\ndata: [DONE]\n\n";
    let whole = json_of(&["--provider", "groq", "--read", "-"], stream);
    let usage = json!({"input": 5, "output": 1});
    assert_eq!(whole, json!({"text": "Hi", "complete": true, "stop": "end", "usage": usage, "error": null}));
    let cut = json_of(&["--provider", "groq", "--read", "-"], stream.get(..80).expect("a border"));
    assert_eq!(cut, json!({"text": "Hi", "complete": false, "stop": null, "usage": null, "error": null}));
    let key = ["gsk_", "Zq3vN8xLw2Rt6Yb1Kd9Fh4Ms7Pc5Ju0Ae2GxQw8Er5Ty1Ui6Op"].concat();
    let error = json!({"error": {"message": format!("Invalid API Key {key}"), "code": "invalid_api_key"}});
    let refused = json_of(&["--provider", "groq", "--read", "-", "--status", "401"], &error.to_string());
    assert_eq!(keys(&refused), ["complete", "error", "stop", "text", "usage"]);
    assert_eq!(keys(&refused["error"]), ["kind", "message"]);
    assert_eq!(refused["error"]["kind"], "bad_key");
    assert!(!refused.to_string().contains(&key) && !refused.to_string().contains("Zq3v"));
}

#[test]
fn bad_usage_is_told_with_a_way_that_works() {
    assert!(refused(&["--provider", "nobody", "--print"], "x").contains("anthropic, openai"));
    assert!(refused(&["--provider", "bedrock", "--print"], "x").contains("proxy of your own"));
    assert!(refused(&["--provider", "anthropic"], "x").contains("--print"));
    assert!(
        refused(&["--provider", "anthropic", "--print", "--read", "-"], "x").contains("cannot be used with")
    );
    assert!(
        refused(&["--provider", "openai", "--base", "http://localhost:1", "--print"], "x").contains("--base")
    );
    assert!(
        refused(&["--provider", "vllm", "--base", "http://example.com", "--print"], "x")
            .contains("this machine")
    );
    assert!(refused(&["--provider", "openai", "--print", "no/such/file"], "").contains("no/such/file"));
    assert!(refused(&["--provider", "openai", "--read", "no/such/file"], "").contains("no/such/file"));
}

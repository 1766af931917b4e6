//! Ollama's own format: one JSON object per line; `done: true` ends the stream. Errors are a text, in a line of
//! their own while the status stays 200.
//!
//! Source: ollama/ollama docs/api/streaming.mdx, docs/api/errors.mdx.

use super::super::Stop;
use super::super::prompt::{Messages, Role};
use super::super::providers::Structure;
use super::super::stream::Collected;
use super::text;
use serde_json::{Value, json};

/// Tokens left for the answer.
const ROOM: usize = 4096;

pub(super) fn body(model: &str, structure: Structure, messages: &Messages) -> Value {
    let system = [json!({"role": "system", "content": messages.system})];
    let turns = messages.turns.iter().map(|(role, text)| {
        let role = if *role == Role::User { "user" } else { "assistant" };
        json!({"role": role, "content": text})
    });
    let list: Vec<Value> = system.into_iter().chain(turns).collect();
    // Ollama's context is 4,096 tokens unless told, and it cuts a longer question without a word. A token of HCL
    // and logs is about three bytes.
    let bytes = messages.system.len() + messages.turns.iter().map(|(_, text)| text.len()).sum::<usize>();
    let context = (bytes / 3 + ROOM).next_multiple_of(4096).clamp(8192, 131_072);
    let mut body = json!({"model": model, "messages": list, "stream": true, "options": {"num_ctx": context}});
    if structure == Structure::Schema {
        body["format"] = super::schema();
    }
    body
}

/// Whether the line is one of this format.
pub(super) fn read(value: &Value, out: &mut Collected) -> bool {
    let Some(done) = value.get("done").and_then(Value::as_bool) else { return false };
    out.push(text(value, "/message/content"));
    out.push(text(value, "/response"));
    if done {
        out.complete = true;
        out.stop = match text(value, "/done_reason") {
            "length" => Some(Stop::Length),
            "load" | "unload" => None,
            _ => Some(Stop::End),
        };
        out.count(value.get("prompt_eval_count"), value.get("eval_count"));
    }
    true
}

//! OpenAI Chat Completions and every host that speaks it: unnamed events, `data: [DONE]` at the end.
//!
//! Source: openai/openai-node 6.49.0, src/core/streaming.ts; OpenRouter docs "streaming", "errors and debugging".

use super::super::prompt::{Messages, Role};
use super::super::providers::{Provider, Structure};
use super::super::stream::Collected;
use super::super::{AskError, ErrorKind, Remedy, Stop};
use super::text;
use serde_json::{Value, json};

pub(super) fn body(provider: &Provider, model: &str, structure: Structure, messages: &Messages) -> Value {
    let system = [json!({"role": "system", "content": messages.system})];
    let turns = messages.turns.iter().map(|(role, text)| {
        let role = if *role == Role::User { "user" } else { "assistant" };
        json!({"role": role, "content": text})
    });
    let list: Vec<Value> = system.into_iter().chain(turns).collect();
    let mut body = json!({"model": model, "messages": list, "stream": true});
    if provider.asks_for_usage {
        body["stream_options"] = json!({"include_usage": true});
    }
    match structure {
        Structure::Schema => {
            body["response_format"] = json!({
                "type": "json_schema",
                "json_schema": {"name": "answer", "strict": true, "schema": super::schema()},
            });
        }
        Structure::JsonObject => body["response_format"] = json!({"type": "json_object"}),
        Structure::None => {}
    }
    body
}

/// Whether the event is one of this format. The last event with usage has no choice.
pub(super) fn read(value: &Value, out: &mut Collected) -> bool {
    let Some(choices) = value.get("choices").and_then(Value::as_array) else { return false };
    for usage in [value.get("usage"), value.pointer("/x_groq/usage")].into_iter().flatten() {
        out.count(usage.get("prompt_tokens"), usage.get("completion_tokens"));
    }
    let first = choices.iter().find(|choice| choice["index"].as_u64().unwrap_or(0) == 0);
    let Some(choice) = first else { return true };
    let whole = choice.get("message");
    if let Some(said) = choice.get("delta").or(whole) {
        content(&said["content"], out);
        let refusal = text(said, "/refusal");
        if !refusal.is_empty() {
            out.push(refusal);
            out.stop = Some(Stop::Refusal);
        }
    } else {
        out.push(text(choice, "/text"));
    }
    let reason = text(choice, "/finish_reason");
    if !reason.is_empty() {
        out.ended = true;
        out.complete |= whole.is_some();
        finish(reason, out);
    }
    true
}

/// A text, or parts of which some are thoughts (Mistral).
fn content(content: &Value, out: &mut Collected) {
    match content {
        Value::String(text) => out.push(text),
        Value::Array(parts) => {
            for part in parts.iter().filter(|part| part["type"] == "text" || part["type"] == "output_text") {
                out.push(text(part, "/text"));
            }
        }
        _ => {}
    }
}

fn finish(reason: &str, out: &mut Collected) {
    if out.stop == Some(Stop::Refusal) {
        return;
    }
    match reason.to_ascii_lowercase().as_str() {
        "length" | "model_length" | "max_tokens" | "max_output_tokens" => out.stop = Some(Stop::Length),
        "content_filter" | "safety" | "sensitive" => out.stop = Some(Stop::Filter),
        "refusal" => out.stop = Some(Stop::Refusal),
        "error" | "insufficient_system_resource" | "network_error" | "abort" => {
            out.ended = false;
            out.error.get_or_insert_with(|| AskError {
                kind: ErrorKind::Overloaded,
                message: "The provider stopped in the middle of its answer. What came is kept; try again."
                    .to_owned(),
                retry_after_seconds: None,
                remedy: Remedy::Wait,
            });
        }
        _ => out.stop = Some(Stop::End),
    }
}

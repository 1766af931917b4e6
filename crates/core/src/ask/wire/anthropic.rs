//! Anthropic Messages: named events whose `type` repeats the name. `message_stop` ends the stream.
//!
//! Source: anthropics/anthropic-sdk-typescript 1.12.0, src/core/streaming.ts, src/resources/messages/messages.ts.

use super::super::Stop;
use super::super::prompt::{Messages, Role};
use super::super::providers::Structure;
use super::super::stream::Collected;
use super::text;
use serde_json::{Value, json};

/// Tokens of an answer at most; the format wants a number.
const MAX_TOKENS: u32 = 16_000;

pub(super) fn body(model: &str, structure: Structure, messages: &Messages) -> Value {
    let turns: Vec<Value> = messages
        .turns
        .iter()
        .map(|(role, text)| {
            let role = if *role == Role::User { "user" } else { "assistant" };
            json!({"role": role, "content": text})
        })
        .collect();
    let mut body = json!({
        "model": model,
        "max_tokens": MAX_TOKENS,
        "stream": true,
        "system": messages.system,
        "messages": turns,
    });
    if structure == Structure::Schema {
        body["output_config"] = json!({"format": {"type": "json_schema", "schema": super::schema()}});
    }
    body
}

/// Whether the event is one of this format.
pub(super) fn read(value: &Value, out: &mut Collected) -> bool {
    match text(value, "/type") {
        "message_start" => usage(value.pointer("/message/usage"), out),
        "content_block_start" => out.push(text(value, "/content_block/text")),
        "content_block_delta" => {
            if text(value, "/delta/type") == "text_delta" {
                out.push(text(value, "/delta/text"));
            }
        }
        "message_delta" => {
            stop(text(value, "/delta/stop_reason"), out);
            usage(value.get("usage"), out);
        }
        "message_stop" => out.complete = true,
        "message" if value.get("content").is_some_and(Value::is_array) => {
            for block in value["content"].as_array().into_iter().flatten() {
                if text(block, "/type") == "text" {
                    out.push(text(block, "/text"));
                }
            }
            stop(text(value, "/stop_reason"), out);
            usage(value.get("usage"), out);
            out.complete = out.stop.is_some();
        }
        "content_block_stop" | "ping" => {}
        _ => return false,
    }
    true
}

fn stop(reason: &str, out: &mut Collected) {
    match reason {
        "" => {}
        "max_tokens" | "model_context_window_exceeded" => out.stop = Some(Stop::Length),
        "refusal" => out.stop = Some(Stop::Refusal),
        _ => out.stop = Some(Stop::End),
    }
}

fn usage(usage: Option<&Value>, out: &mut Collected) {
    if let Some(usage) = usage {
        out.count(usage.get("input_tokens"), usage.get("output_tokens"));
    }
}

//! OpenAI Responses: named events whose `type` repeats the name, no `[DONE]`; `response.completed`,
//! `response.incomplete` or `response.failed` ends the stream.
//!
//! Source: openai/openai-node 6.49.0, src/resources/responses/responses.ts.

use super::super::Stop;
use super::super::prompt::{Messages, Role};
use super::super::providers::Structure;
use super::super::stream::Collected;
use super::text;
use serde_json::{Value, json};

pub(super) fn body(model: &str, structure: Structure, messages: &Messages) -> Value {
    let turns: Vec<Value> = messages
        .turns
        .iter()
        .map(|(role, text)| {
            let role = if *role == Role::User { "user" } else { "assistant" };
            json!({"role": role, "content": text})
        })
        .collect();
    // Without `store: false` the provider keeps the question and the answer.
    let mut body = json!({
        "model": model,
        "instructions": messages.system,
        "input": turns,
        "stream": true,
        "store": false,
    });
    if structure == Structure::Schema {
        body["text"] = json!({
            "format": {"type": "json_schema", "name": "answer", "strict": true, "schema": super::schema()},
        });
    }
    body
}

/// Whether the event is one of this format.
pub(super) fn read(value: &Value, out: &mut Collected) -> bool {
    let kind = text(value, "/type");
    match kind {
        "response.output_text.delta" => out.push(text(value, "/delta")),
        "response.refusal.delta" => {
            out.push(text(value, "/delta"));
            out.stop = Some(Stop::Refusal);
        }
        "response.completed" | "response.incomplete" | "response.failed" | "response.cancelled" => {
            end(&value["response"], out);
            // The name of the event tells it too, where the object does not.
            if kind == "response.completed" {
                out.complete = true;
                out.stop.get_or_insert(Stop::End);
            }
        }
        _ if kind.starts_with("response.") => {}
        _ if value["object"] == "response" => end(value, out),
        _ => return false,
    }
    true
}

fn end(response: &Value, out: &mut Collected) {
    let usage = &response["usage"];
    out.count(usage.get("input_tokens"), usage.get("output_tokens"));
    if out.text.is_empty() {
        for part in response["output"].as_array().into_iter().flatten().flat_map(parts) {
            match text(part, "/type") {
                "output_text" => out.push(text(part, "/text")),
                "refusal" => {
                    out.push(text(part, "/refusal"));
                    out.stop = Some(Stop::Refusal);
                }
                _ => {}
            }
        }
    }
    match text(response, "/status") {
        "completed" => {
            out.complete = true;
            out.stop.get_or_insert(Stop::End);
        }
        "incomplete" => {
            out.complete = true;
            out.stop = match text(response, "/incomplete_details/reason") {
                "content_filter" => Some(Stop::Filter),
                // `max_output_tokens`, or no reason at all: there is more to come.
                _ => Some(Stop::Length),
            };
        }
        _ => {}
    }
}

fn parts(item: &Value) -> impl Iterator<Item = &Value> {
    item["content"].as_array().into_iter().flatten()
}

//! Gemini: unnamed events with `alt=sse`, one JSON array without it. The event with a `finishReason` is the last; no
//! mark follows. The key goes in a header, never in the URL.
//!
//! Source: googleapis/js-genai 2.32.0, `src/_api_client.ts`, `src/types.ts`.

use super::super::prompt::{Messages, Role};
use super::super::providers::Structure;
use super::super::stream::Collected;
use super::super::{AskError, ErrorKind, Remedy, Stop};
use super::text;
use serde_json::{Value, json};

pub(super) fn body(structure: Structure, messages: &Messages) -> Value {
    let turns: Vec<Value> = messages
        .turns
        .iter()
        .map(|(role, text)| {
            let role = if *role == Role::User { "user" } else { "model" };
            json!({"role": role, "parts": [{"text": text}]})
        })
        .collect();
    let mut body = json!({
        "systemInstruction": {"parts": [{"text": messages.system}]},
        "contents": turns,
    });
    if structure == Structure::Schema {
        body["generationConfig"] =
            json!({"responseMimeType": "application/json", "responseJsonSchema": super::schema()});
    }
    body
}

/// Whether the event is one of this format.
pub(super) fn read(value: &Value, out: &mut Collected) -> bool {
    let parts = ["candidates", "promptFeedback", "usageMetadata"].map(|name| value.get(name));
    if parts.iter().all(Option::is_none) {
        return false;
    }
    let [candidates, feedback, usage] = parts;
    if let Some(usage) = usage {
        // Thoughts are output too.
        let written = usage["candidatesTokenCount"].as_u64();
        let thought = usage["thoughtsTokenCount"].as_u64();
        let output = written.or(thought).map(|_| Value::from(written.unwrap_or(0) + thought.unwrap_or(0)));
        out.count(usage.get("promptTokenCount"), output.as_ref());
    }
    let candidates = candidates.and_then(Value::as_array);
    let first = candidates.and_then(|list| list.iter().find(|one| one["index"].as_u64().unwrap_or(0) == 0));
    if let Some(candidate) = first {
        for part in candidate.pointer("/content/parts").and_then(Value::as_array).into_iter().flatten() {
            if part["thought"] != true {
                out.push(text(part, "/text"));
            }
        }
        match text(candidate, "/finishReason").to_ascii_uppercase().as_str() {
            "" | "FINISH_REASON_UNSPECIFIED" => {}
            reason => {
                out.complete = true;
                out.stop = match reason {
                    "STOP" => Some(Stop::End),
                    "MAX_TOKENS" => Some(Stop::Length),
                    "SAFETY" | "RECITATION" | "LANGUAGE" | "BLOCKLIST" | "PROHIBITED_CONTENT" | "SPII"
                    | "IMAGE_SAFETY" => Some(Stop::Filter),
                    // The provider does not say why.
                    _ => None,
                };
            }
        }
    }
    let blocked = feedback.map_or("", |feedback| text(feedback, "/blockReason"));
    if !blocked.is_empty() && blocked != "BLOCK_REASON_UNSPECIFIED" {
        out.stop = Some(Stop::Filter);
        out.error.get_or_insert_with(|| AskError {
            kind: ErrorKind::Filtered,
            message: format!(
                "The content filter of Google Gemini stopped this request ({}). Send less, or take another provider.",
                super::super::error::masked(blocked)
            ),
            retry_after_seconds: None,
            remedy: Remedy::OtherProvider,
        });
    }
    true
}

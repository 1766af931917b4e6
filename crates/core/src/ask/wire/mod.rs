//! Wire formats, one module each: how a request is written, and what one event of an answer says.

mod anthropic;
mod chat;
mod cohere;
mod gemini;
mod ollama;
mod responses;

pub(super) mod frames;

use super::prompt::{Form, Messages};
use super::providers::{Provider, Structure, Wire};
use super::stream::Collected;
use serde_json::{Value, json};

/// The body of a request.
pub(super) fn body(provider: &Provider, model: &str, form: Form, messages: &Messages) -> Value {
    let structure =
        if messages.structured && form == Form::Structured { provider.structure } else { Structure::None };
    match provider.wire {
        Wire::Anthropic => anthropic::body(model, structure, messages),
        Wire::Responses => responses::body(model, structure, messages),
        Wire::Chat => chat::body(provider, model, structure, messages),
        Wire::Gemini => gemini::body(structure, messages),
        Wire::Ollama => ollama::body(model, structure, messages),
    }
}

/// Reads one event of an answer, or a whole answer that did not come as a stream. A server may speak another format
/// than its own: the events tell themselves apart.
pub(super) fn read(value: &Value, out: &mut Collected) {
    type Read = fn(&Value, &mut Collected) -> bool;
    let formats: [Read; 6] =
        [chat::read, anthropic::read, responses::read, gemini::read, ollama::read, cohere::read];
    // An event that no format knows is one of tomorrow: left aside.
    let _known = formats.iter().any(|read| read(value, out));
}

/// The shape of a structured answer. Models write the keys in the order of the schema, which JSON puts in the order of
/// the alphabet: the names are chosen so that the explanation comes first.
fn schema() -> Value {
    let object = |properties: Value| {
        let required: Vec<&String> =
            properties.as_object().map(|map| map.keys().collect()).unwrap_or_default();
        json!({"type": "object", "required": required, "additionalProperties": false, "properties": properties})
    };
    let text = || json!({"type": "string"});
    let list = |items: Value| json!({"type": "array", "items": items});
    object(json!({
        "explanation": text(),
        "files": list(object(json!({"name": text(), "text": text()}))),
        "steps": list(object(json!({"command": text(), "purpose": text()}))),
        "warnings": list(text()),
    }))
}

/// The text of a field, empty where there is none.
fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or("")
}

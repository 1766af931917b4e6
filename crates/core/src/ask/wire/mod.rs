//! Wire formats, one module each: how a request is written, and what one event of an answer says.

mod anthropic;

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
        Wire::Responses | Wire::Chat | Wire::Gemini | Wire::Ollama => Value::Null,
    }
}

/// Reads one event of an answer, or a whole answer that did not come as a stream. A server may speak another format
/// than its own: the events tell themselves apart.
pub(super) fn read(value: &Value, out: &mut Collected) {
    let _understood = anthropic::read(value, out);
}

/// The shape of a structured answer.
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
        "files": list(object(json!({"path": text(), "content": text()}))),
        "commands": list(object(json!({"command": text(), "purpose": text()}))),
        "cautions": list(text()),
    }))
}

/// The text of a field, empty where there is none.
fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or("")
}

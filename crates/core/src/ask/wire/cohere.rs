//! Cohere's own v2 format. We ask in the Chat Completions format, which is the one that Cohere opens to browsers; this
//! reads what a proxy in between may pass on.
//!
//! Source: docs.cohere.com, "Chat with streaming", API v2.

use super::super::stream::Collected;
use super::super::{AskError, ErrorKind, Remedy, Stop};
use super::text;
use serde_json::Value;

/// Whether the event is one of this format.
pub(super) fn read(value: &Value, out: &mut Collected) -> bool {
    match text(value, "/type") {
        "content-start" | "content-delta" => out.push(text(value, "/delta/message/content/text")),
        "message-end" => {
            usage(&value["delta"]["usage"], out);
            finish(text(value, "/delta/finish_reason"), out);
        }
        "message-start" | "content-end" | "tool-plan-delta" | "citation-start" | "citation-end" => {}
        _ => {
            let Some(parts) = value.pointer("/message/content").and_then(Value::as_array) else {
                return false;
            };
            for part in parts.iter().filter(|part| part["type"] == "text") {
                out.push(text(part, "/text"));
            }
            usage(&value["usage"], out);
            finish(text(value, "/finish_reason"), out);
        }
    }
    true
}

fn usage(usage: &Value, out: &mut Collected) {
    let tokens = usage.get("tokens").or_else(|| usage.get("billed_units")).unwrap_or(usage);
    out.count(tokens.get("input_tokens"), tokens.get("output_tokens"));
}

fn finish(reason: &str, out: &mut Collected) {
    if reason.is_empty() {
        return;
    }
    out.complete = true;
    match reason {
        "MAX_TOKENS" => out.stop = Some(Stop::Length),
        "ERROR_TOXIC" => out.stop = Some(Stop::Filter),
        "ERROR" | "TIMEOUT" | "ERROR_LIMIT" => {
            out.error.get_or_insert_with(|| AskError {
                kind: ErrorKind::Server,
                message: "Cohere stopped in the middle of its answer. What came is kept; try again."
                    .to_owned(),
                retry_after_seconds: None,
                remedy: Remedy::TryAgain,
            });
        }
        _ => out.stop = Some(Stop::End),
    }
}

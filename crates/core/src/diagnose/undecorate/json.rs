//! What a person would have seen of a log line in JSON.

use serde_json::Value;

/// The messages of every JSON document that stands in a line.
pub(super) fn json_messages(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = text;
    for _ in 0..1000 {
        let Some(open) = rest.find("{\"") else { break };
        rest = rest.get(open..).unwrap_or("");
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        let step = match stream.next() {
            Some(Ok(value)) => {
                messages_of(&value, 0, &mut out);
                stream.byte_offset().max(1)
            }
            _ => break,
        };
        rest = rest.get(step..).unwrap_or("");
    }
    out
}

/// The text in one line of a document that was printed with indentation: `"message": "...",`.
pub(super) fn json_member(text: &str) -> Option<String> {
    let (key, value) = text.trim().strip_prefix('"')?.split_once("\":")?;
    let value = value.trim().trim_end_matches(',');
    if key.len() > 60 || key.contains('"') || !value.starts_with('"') || value.len() < 20 {
        return None;
    }
    let value: String = serde_json::from_str(value).ok()?;
    let mut out = Vec::new();
    messages_of(&Value::String(value), 0, &mut out);
    out.pop()
}

/// Keys under which log collectors keep one line of a text, whatever it says.
fn is_message(key: &str) -> bool {
    ["msg", "message", "log", "text", "line", "textpayload", "stderr", "output", "@message", "logmessage"]
        .iter()
        .any(|one| key.eq_ignore_ascii_case(one))
}

fn is_record(text: &str) -> bool {
    text.trim_start().starts_with('{') && text.contains("\"ID\"")
}

/// The texts in a JSON log line that a person would have seen.
fn messages_of(value: &Value, depth: usize, out: &mut Vec<String>) {
    if depth > 6 {
        return;
    }
    match value {
        Value::Object(object) => {
            if object.contains_key("ID") && (object.contains_key("Operation") || object.contains_key("Who")) {
                return;
            }
            if let (Some(Value::String(summary)), Some(Value::String(severity))) =
                (object.get("summary"), object.get("severity"))
            {
                let head = if severity == "error" { "Error: " } else { "Warning: " };
                let detail = object.get("detail").and_then(Value::as_str).unwrap_or("");
                out.push(format!("{head}{summary}\n\n{detail}\n"));
                return;
            }
            let is_terraform = object.contains_key("diagnostic");
            for (key, one) in object {
                match one {
                    _ if is_terraform && key == "@message" => {}
                    Value::String(text) if is_message(key) && !is_record(text) => {
                        out.push(text.strip_suffix('\n').unwrap_or(text).to_owned());
                    }
                    one => messages_of(one, depth + 1, out),
                }
            }
        }
        // The lines of one text.
        Value::Array(list) if list.len() > 1 && list.iter().all(Value::is_string) => {
            let lines: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            messages_of(&Value::String(lines.join("\n")), depth + 1, out);
        }
        Value::Array(list) => list.iter().for_each(|one| messages_of(one, depth + 1, out)),
        Value::String(text) => {
            let lower = text.to_ascii_lowercase();
            if !is_record(text)
                && text.contains([' ', '\n'])
                && ["lock", "state", "backend", "error"].iter().any(|word| lower.contains(word))
            {
                out.push(text.clone());
            }
        }
        _ => {}
    }
}

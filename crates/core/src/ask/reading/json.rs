//! A structured answer, whole or cut anywhere.

use super::{Segment, markdown};
use serde_json::{Map, Value};

/// None where the answer is no object of our shape.
pub(super) fn read(answer: &str) -> Option<Vec<Segment>> {
    let body =
        answer.strip_prefix("```json").or_else(|| answer.strip_prefix("```")).unwrap_or(answer).trim_start();
    if !body.starts_with('{') {
        return None;
    }
    let mut reader = Reader { text: body, at: 0 };
    let (value, whole) = reader.value(0);
    let map = value.as_object()?;
    let get = |names: &[&str]| names.iter().find_map(|name| map.get(*name));
    let explanation = get(&["explanation"]);
    let files = get(&["files", "refactored_files"]);
    let steps = get(&["steps", "commands"]);
    let warnings = get(&["warnings", "cautions"]);
    if explanation.is_none() && files.is_none() && steps.is_none() && warnings.is_none() {
        // Nothing has come yet of what is to be an object of ours.
        return (map.is_empty() && !whole).then(Vec::new);
    }
    let mut out = Vec::new();
    if let Some(text) = explanation.and_then(Value::as_str) {
        out.extend(markdown::read(text));
    }
    let texts = |value: &Value, names: &[&str]| {
        names.iter().find_map(|name| value.get(*name)).and_then(Value::as_str).map(str::to_owned)
    };
    let files = items(files);
    for (index, file) in files.iter().enumerate() {
        let Some(text) = texts(file, &["text", "content"]) else { continue };
        let name = texts(file, &["name", "path"]).filter(|name| !name.is_empty());
        let last = index + 1 == files.len() && steps.is_none() && warnings.is_none();
        out.push(Segment::Code {
            language: name.as_deref().and_then(markdown::language_of).map(str::to_owned),
            file: name,
            text: markdown::without_fence(&text),
            open: last && !whole,
        });
    }
    for step in items(steps) {
        let purpose = texts(step, &["purpose"]).filter(|text| !text.trim().is_empty());
        let command = step.as_str().map(str::to_owned).or_else(|| texts(step, &["command"]));
        if let Some(command) = command.filter(|text| !text.trim().is_empty()) {
            out.extend(markdown::commands(&markdown::without_fence(&command), purpose));
        }
    }
    for warning in items(warnings) {
        let text = warning.as_str().map(str::to_owned).or_else(|| texts(warning, &["text", "warning"]));
        out.extend(text.filter(|text| !text.trim().is_empty()).map(Segment::Warning));
    }
    Some(out)
}

fn items(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// JSON that may end anywhere: what is there counts.
struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&mut self) -> Option<u8> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.rest().bytes().next()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    /// The value and whether it is whole.
    fn value(&mut self, depth: usize) -> (Value, bool) {
        match self.peek() {
            Some(b'{') if depth < 32 => self.object(depth),
            Some(b'[') if depth < 32 => self.array(depth),
            Some(b'"') => {
                let (text, whole) = self.string();
                (Value::String(text), whole)
            }
            Some(_) => {
                let rest = self.rest();
                let end = rest.find([',', '}', ']', '\n']).unwrap_or(rest.len());
                let word = rest.get(..end).unwrap_or("").trim();
                let value = serde_json::from_str(word).unwrap_or(Value::Null);
                let whole = end < rest.len() && !(word.starts_with('{') || word.starts_with('['));
                self.at += end;
                (value, whole)
            }
            None => (Value::Null, false),
        }
    }

    fn object(&mut self, depth: usize) -> (Value, bool) {
        let mut map = Map::new();
        self.eat(b'{');
        loop {
            if self.eat(b'}') {
                return (Value::Object(map), true);
            }
            if self.peek() != Some(b'"') {
                return (Value::Object(map), false);
            }
            let (key, whole) = self.string();
            if !whole || !self.eat(b':') {
                return (Value::Object(map), false);
            }
            let (value, whole) = self.value(depth + 1);
            if whole || !value.is_null() {
                map.insert(key, value);
            }
            if !whole || !(self.eat(b',') || self.peek() == Some(b'}')) {
                return (Value::Object(map), false);
            }
        }
    }

    fn array(&mut self, depth: usize) -> (Value, bool) {
        let mut list = Vec::new();
        self.eat(b'[');
        loop {
            if self.eat(b']') {
                return (Value::Array(list), true);
            }
            let (value, whole) = self.value(depth + 1);
            if whole || !value.is_null() {
                list.push(value);
            }
            if !whole || !(self.eat(b',') || self.peek() == Some(b']')) {
                return (Value::Array(list), false);
            }
        }
    }

    fn string(&mut self) -> (String, bool) {
        self.at += 1;
        let rest = self.text.get(self.at..).unwrap_or("");
        let mut out = String::new();
        let mut units: Vec<u16> = Vec::new();
        let mut chars = rest.char_indices();
        let flush = |units: &mut Vec<u16>, out: &mut String| {
            out.push_str(&String::from_utf16_lossy(units));
            units.clear();
        };
        while let Some((index, c)) = chars.next() {
            if c == '"' {
                flush(&mut units, &mut out);
                self.at += index + 1;
                return (out, true);
            }
            if c != '\\' {
                flush(&mut units, &mut out);
                out.push(c);
                continue;
            }
            let Some((_, escape)) = chars.next() else { break };
            if escape == 'u' {
                let digits: String = chars.by_ref().take(4).map(|(_, c)| c).collect();
                match u16::from_str_radix(&digits, 16) {
                    Ok(unit) if digits.len() == 4 => units.push(unit),
                    _ => break,
                }
                continue;
            }
            flush(&mut units, &mut out);
            out.push(match escape {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' | 'f' => ' ',
                other => other,
            });
        }
        // Half a pair of surrogates at the end waits for its other half.
        if units.last().is_some_and(|unit| (0xd800..0xdc00).contains(unit)) {
            units.pop();
        }
        flush(&mut units, &mut out);
        self.at = self.text.len();
        (out, false)
    }
}

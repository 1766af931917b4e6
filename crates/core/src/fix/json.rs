//! Backend blocks in `.tf.json`, with byte spans. What stands before a mistake is read all the same.

use super::Dialect;
use super::document::Document;
use super::partial;
use super::read::{Argument, Finds, Found, Style, Value};
use crate::text::Span;

struct Reader<'t> {
    raw: &'t str,
    text: &'t [u8],
    at: usize,
    /// Nothing more is read.
    is_broken: bool,
    /// It is no JSON, but what follows can be read: a comment, a comma too many.
    is_wrong: bool,
}

#[derive(Debug, Clone)]
enum Node {
    Object(Vec<Member>),
    List(Vec<(Self, Span)>),
    Text(String),
    Bool(bool),
    Number,
    Null,
}

#[derive(Debug, Clone)]
struct Member {
    name: String,
    name_span: Span,
    value: Node,
    span: Span,
}

impl Reader<'_> {
    fn gap(&mut self) {
        loop {
            match (self.text.get(self.at), self.text.get(self.at + 1)) {
                (Some(b' ' | b'\t' | b'\n' | b'\r'), _) => self.at += 1,
                (Some(b'#'), _) | (Some(b'/'), Some(b'/')) => {
                    self.is_wrong = true;
                    self.at = super::line_end(self.text, self.at);
                }
                (Some(b'/'), Some(b'*')) => {
                    self.is_wrong = true;
                    let rest = self.text.get(self.at..).unwrap_or(b"");
                    self.at += crate::text::find_bytes(rest, b"*/").map_or(rest.len(), |found| found + 2);
                }
                _ => return,
            }
        }
    }

    fn string(&mut self) -> Option<(String, Span)> {
        let start = self.at;
        if self.text.get(start) != Some(&b'"') {
            return None;
        }
        let mut end = start + 1;
        loop {
            match self.text.get(end)? {
                b'\\' => end += 2,
                b'"' => break,
                b'\n' => return None,
                _ => end += 1,
            }
        }
        self.at = end + 1;
        let written = self.raw.get(start..=end)?;
        let text = serde_json::from_str(written).unwrap_or_else(|_| {
            self.is_broken = true;
            written.trim_matches('"').to_owned()
        });
        Some((text, Span::new(start, end + 1)))
    }

    /// After a mistake everything read so far is kept and nothing more is read.
    fn broken<T>(&mut self, value: T) -> T {
        self.is_broken = true;
        value
    }

    fn node(&mut self, depth: usize) -> Option<(Node, Span)> {
        self.gap();
        let start = self.at;
        if depth > 60 {
            return self.broken(None);
        }
        let node =
            match self.text.get(self.at) {
                None => return self.broken(None),
                Some(b'{') => self.object(depth),
                Some(b'[') => self.list(depth),
                Some(b'"') => match self.string() {
                    Some((text, _)) => Node::Text(text),
                    None => return self.broken(None),
                },
                Some(_) => {
                    let mut end = self.at;
                    while self.text.get(end).is_some_and(|byte| {
                        byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.')
                    }) {
                        end += 1;
                    }
                    let word = self.raw.get(self.at..end).unwrap_or("");
                    self.at = end;
                    match word {
                        "true" => Node::Bool(true),
                        "false" => Node::Bool(false),
                        "null" => Node::Null,
                        word if crate::text::is_number(word) => Node::Number,
                        _ => return self.broken(None),
                    }
                }
            };
        Some((node, Span::new(start, self.at)))
    }

    fn object(&mut self, depth: usize) -> Node {
        self.at += 1;
        let mut members: Vec<Member> = Vec::new();
        self.gap();
        if self.text.get(self.at) == Some(&b'}') {
            self.at += 1;
            return Node::Object(members);
        }
        while !self.is_broken {
            self.gap();
            let Some((name, name_span)) = self.string() else {
                // A comma before the closing brace is a mistake that hides nothing.
                if self.text.get(self.at) == Some(&b'}') {
                    self.is_wrong = true;
                    self.at += 1;
                } else {
                    self.is_broken = true;
                }
                break;
            };
            self.gap();
            if self.text.get(self.at) != Some(&b':') {
                self.is_broken = true;
                break;
            }
            self.at += 1;
            let Some((value, span)) = self.node(depth + 1) else { break };
            members.push(Member { name, name_span, value, span });
            if self.is_broken {
                break;
            }
            self.gap();
            match self.text.get(self.at) {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    break;
                }
                _ => self.is_broken = true,
            }
        }
        Node::Object(members)
    }

    fn list(&mut self, depth: usize) -> Node {
        self.at += 1;
        let mut items = Vec::new();
        self.gap();
        if self.text.get(self.at) == Some(&b']') {
            self.at += 1;
            return Node::List(items);
        }
        while !self.is_broken {
            let Some(item) = self.node(depth + 1) else { break };
            items.push(item);
            if self.is_broken {
                break;
            }
            self.gap();
            match self.text.get(self.at) {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    break;
                }
                _ => self.is_broken = true,
            }
        }
        Node::List(items)
    }
}

/// Every backend of a `.tf.json` document; none where the document is no JSON with a `terraform` member, nor a JSON
/// file of arguments. The second value tells where it stops to be JSON.
pub(super) fn finds(document: &Document<'_>, index: usize) -> Option<(Finds, Option<String>)> {
    let text = document.span.of(document.raw);
    let body = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if !body.starts_with(['{', '[']) {
        return None;
    }
    let start = document.span.start + text.len() - body.len();
    let mut reader =
        Reader { raw: document.raw, text: document.text, at: start, is_broken: false, is_wrong: false };
    let (root, span) = reader.node(0)?;
    let rest = document.raw.get(reader.at..document.span.end).unwrap_or("");
    let is_json =
        matches!(&root, Node::Object(members) if !members.is_empty()) || matches!(&root, Node::List(_));
    if !is_json {
        return None;
    }
    let mut out = Finds::default();
    let mut is_ours = false;
    each(&root, span, &mut |root, _| {
        if let Node::Object(members) = root {
            for member in members.iter().filter(|one| one.name == "terraform") {
                is_ours = true;
                each(&member.value, member.span, &mut |value, _| terraform(value, index, &mut out));
            }
        }
    });
    if let Node::Object(members) = &root
        && !is_ours
    {
        let (arguments, blocks) = arguments(members);
        let has = |name: &str| arguments.iter().any(|one| one.name == name);
        let label = partial::label_of(&has)?;
        let known = crate::backends::names(label)?;
        if !arguments.iter().all(|one| known.iter().any(|other| other.name == one.name)) {
            return None;
        }
        let body = Span::new(span.start + 1, span.end.saturating_sub(1).max(span.start + 1));
        out.found.push(Found {
            label_span: Span::new(span.start, span.start),
            dialect: Dialect::Partial,
            ..object(label, span, span, body, arguments, blocks, index)
        });
        is_ours = true;
    }
    if !is_ours {
        return None;
    }
    let mistake =
        (reader.is_broken || reader.is_wrong || !rest.trim().is_empty()).then(|| reason(document)).flatten();
    let is_broken = mistake.is_some();
    for one in &mut out.found {
        one.closed = !is_broken;
    }
    Some((out, mistake))
}

/// Where a document stops to be JSON, with line and column of the paste.
fn reason(document: &Document<'_>) -> Option<String> {
    let text = document.span.of(document.raw).trim_start_matches('\u{feff}');
    let error = serde_json::from_str::<serde::de::IgnoredAny>(text).err()?;
    let first = document.raw.get(..document.span.start)?.bytes().filter(|byte| *byte == b'\n').count();
    let here = text.lines().nth(error.line().saturating_sub(1)).unwrap_or("");
    let closes = matches!(here.as_bytes().get(error.column().saturating_sub(1)), Some(b'}' | b']'));
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or("").to_owned();
    let words = match words.as_str() {
        "trailing comma" => "a comma before the closing bracket".to_owned(),
        words if words.starts_with("EOF") => "the text ends before its closing bracket".to_owned(),
        "key must be a string" if closes => "a comma before the closing bracket".to_owned(),
        "key must be a string" => "a comment or a name without quotes, which JSON does not have".to_owned(),
        "trailing characters" => "something stands after the closing bracket".to_owned(),
        words => words.to_owned(),
    };
    Some(format!("line {}, column {}: {words}", error.line() + first, error.column().max(1)))
}

fn terraform(node: &Node, index: usize, out: &mut Finds) {
    let Node::Object(members) = node else { return };
    for member in members {
        match member.name.as_str() {
            "required_version" => {
                if let Node::Text(version) = &member.value {
                    out.versions.push(version.clone());
                }
            }
            "encryption" => out.has_encryption = true,
            "state_store" => out.state_store = Some(member.span),
            "backend" => each(&member.value, member.span, &mut |value, _| {
                let Node::Object(backends) = value else { return };
                for backend in backends.iter().filter(|one| one.name != "//") {
                    each(&backend.value, backend.span, &mut |value, span| {
                        out.found.extend(found(&backend.name, backend.name_span, value, span, index));
                    });
                }
            }),
            "cloud" => each(&member.value, member.span, &mut |value, span| {
                out.found.extend(found("cloud", member.name_span, value, span, index));
            }),
            _ => {}
        }
    }
}

fn each(node: &Node, span: Span, act: &mut dyn FnMut(&Node, Span)) {
    match node {
        Node::List(items) => items.iter().for_each(|(item, span)| act(item, *span)),
        node => act(node, span),
    }
}

fn found(label: &str, label_span: Span, node: &Node, span: Span, index: usize) -> Option<Found> {
    let Node::Object(members) = node else { return None };
    let (arguments, blocks) = arguments(members);
    let body = Span::new(span.start + 1, span.end.saturating_sub(1).max(span.start + 1));
    let whole = Span::new(label_span.start, span.end);
    let label_span = Span::new(label_span.start + 1, label_span.end.saturating_sub(1));
    Some(Found { label_span, ..object(label, whole, whole, body, arguments, blocks, index) })
}

fn object(
    label: &str,
    span: Span,
    item: Span,
    body: Span,
    arguments: Vec<Argument>,
    blocks: Vec<(String, Vec<Argument>)>,
    document: usize,
) -> Found {
    Found {
        label: label.to_owned(),
        label_span: span,
        dialect: Dialect::Json,
        style: Style::Json,
        span,
        body,
        arguments,
        blocks,
        enclosed: true,
        closed: true,
        outer: Vec::new(),
        is_reader: false,
        document,
        item,
        is_literal: true,
        is_cut: false,
    }
}

fn arguments(members: &[Member]) -> (Vec<Argument>, Vec<(String, Vec<Argument>)>) {
    let mut out = Vec::new();
    let mut blocks = Vec::new();
    for member in members {
        let name = &member.name;
        if name == "//" {
            continue;
        }
        let value = match &member.value {
            Node::Text(text) => Value::Text(text.clone()),
            Node::Bool(flag) => Value::Bool(*flag),
            Node::Number => Value::Number,
            Node::Null => continue,
            Node::List(items) => match items.first() {
                Some((Node::Object(inner), _)) => Value::Object(arguments(inner).0),
                _ => Value::List(
                    items
                        .iter()
                        .filter_map(
                            |(item, _)| if let Node::Text(text) = item { Some(text.clone()) } else { None },
                        )
                        .collect(),
                ),
            },
            Node::Object(inner) => Value::Object(arguments(inner).0),
        };
        // In JSON a nested block and an object argument look alike: the backend's names decide.
        if matches!(name.as_str(), "workspaces" | "exec")
            && let Value::Object(inner) = value
        {
            blocks.push((name.clone(), inner));
            continue;
        }
        out.push(Argument {
            name: name.clone(),
            name_span: Span::new(member.name_span.start + 1, member.name_span.end.saturating_sub(1)),
            value,
            value_span: member.span,
        });
    }
    (out, blocks)
}

//! Backend blocks in `.tf.json`, with byte spans.

use super::Dialect;
use super::read::{Argument, Found, Value};
use crate::text::Span;

struct Reader<'t> {
    raw: &'t str,
    text: &'t [u8],
    at: usize,
}

#[derive(Debug, Clone)]
enum Node {
    Object(Vec<(String, Span, Self, Span)>),
    List(Vec<(Self, Span)>),
    Text(String),
    Bool(bool),
    Number,
    Null,
}

impl Reader<'_> {
    fn gap(&mut self) {
        while matches!(self.text.get(self.at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        self.gap();
        (self.text.get(self.at) == Some(&byte)).then(|| self.at += 1)
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
                _ => end += 1,
            }
        }
        self.at = end + 1;
        let span = Span::new(start, end + 1);
        serde_json::from_str(self.raw.get(start..=end)?).ok().map(|text| (text, span))
    }

    fn node(&mut self, depth: usize) -> Option<(Node, Span)> {
        self.gap();
        let start = self.at;
        if depth > 60 {
            return None;
        }
        let node =
            match self.text.get(self.at)? {
                b'{' => {
                    self.at += 1;
                    let mut members = Vec::new();
                    self.gap();
                    if self.text.get(self.at) == Some(&b'}') {
                        self.at += 1;
                    } else {
                        loop {
                            self.gap();
                            let (name, name_span) = self.string()?;
                            self.expect(b':')?;
                            let (value, span) = self.node(depth + 1)?;
                            members.push((name, name_span, value, span));
                            self.gap();
                            match self.text.get(self.at)? {
                                b',' => self.at += 1,
                                b'}' => {
                                    self.at += 1;
                                    break;
                                }
                                _ => return None,
                            }
                        }
                    }
                    Node::Object(members)
                }
                b'[' => {
                    self.at += 1;
                    let mut items = Vec::new();
                    self.gap();
                    if self.text.get(self.at) == Some(&b']') {
                        self.at += 1;
                    } else {
                        loop {
                            items.push(self.node(depth + 1)?);
                            self.gap();
                            match self.text.get(self.at)? {
                                b',' => self.at += 1,
                                b']' => {
                                    self.at += 1;
                                    break;
                                }
                                _ => return None,
                            }
                        }
                    }
                    Node::List(items)
                }
                b'"' => Node::Text(self.string()?.0),
                _ => {
                    let mut end = self.at;
                    while self.text.get(end).is_some_and(|byte| {
                        byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.')
                    }) {
                        end += 1;
                    }
                    let word = self.raw.get(self.at..end)?;
                    self.at = end;
                    match word {
                        "true" => Node::Bool(true),
                        "false" => Node::Bool(false),
                        "null" => Node::Null,
                        word if word.parse::<f64>().is_ok() => Node::Number,
                        _ => return None,
                    }
                }
            };
        Some((node, Span::new(start, self.at)))
    }
}

/// Every backend of a `.tf.json` text; none where the text is no JSON object with a `terraform` member.
pub(super) fn blocks(raw: &str) -> Option<Vec<Found>> {
    let start = raw.len() - raw.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).len();
    if raw.as_bytes().get(start) != Some(&b'{') {
        return None;
    }
    let mut reader = Reader { raw, text: raw.as_bytes(), at: start };
    let (Node::Object(members), _) = reader.node(0)? else { return None };
    let mut out = Vec::new();
    let mut is_ours = false;
    for (name, _, value, span) in &members {
        if name == "terraform" {
            is_ours = true;
            each(value, *span, &mut |value, _| {
                if let Node::Object(members) = value {
                    for (name, name_span, value, span) in members {
                        match name.as_str() {
                            "backend" => each(value, *span, &mut |value, _| {
                                if let Node::Object(backends) = value {
                                    for (label, label_span, value, span) in backends {
                                        each(value, *span, &mut |value, span| {
                                            out.extend(found(label, *label_span, value, span));
                                        });
                                    }
                                }
                            }),
                            "cloud" => each(value, *span, &mut |value, span| {
                                out.extend(found("cloud", *name_span, value, span));
                            }),
                            _ => {}
                        }
                    }
                }
            });
        }
    }
    is_ours.then_some(out)
}

fn each(node: &Node, span: Span, act: &mut dyn FnMut(&Node, Span)) {
    match node {
        Node::List(items) => items.iter().for_each(|(item, span)| act(item, *span)),
        node => act(node, span),
    }
}

fn found(label: &str, label_span: Span, node: &Node, span: Span) -> Option<Found> {
    let Node::Object(members) = node else { return None };
    let (arguments, blocks) = arguments(members);
    Some(Found {
        label: label.to_owned(),
        label_span: Span::new(label_span.start + 1, label_span.end.saturating_sub(1)),
        dialect: Dialect::Json,
        span: Span::new(label_span.start, span.end),
        body: Span::new(span.start + 1, span.end.saturating_sub(1)),
        arguments,
        blocks,
        enclosed: true,
        closed: true,
        outer: Vec::new(),
    })
}

fn arguments(members: &[(String, Span, Node, Span)]) -> (Vec<Argument>, Vec<(String, Vec<Argument>)>) {
    let mut out = Vec::new();
    let mut blocks = Vec::new();
    for (name, name_span, value, span) in members {
        if name == "//" {
            continue;
        }
        let value = match value {
            Node::Text(text) if text.contains("${") && !text.contains("$${") => {
                Value::Expression(format!("\"{text}\""))
            }
            Node::Text(text) => Value::Text(text.clone()),
            Node::Bool(flag) => Value::Bool(*flag),
            Node::Number => Value::Number,
            Node::Null => continue,
            Node::List(items) => match items.first() {
                Some((Node::Object(inner), _)) => {
                    blocks.push((name.clone(), arguments(inner).0));
                    Value::Object(arguments(inner).0)
                }
                _ => Value::List,
            },
            Node::Object(inner) => Value::Object(arguments(inner).0),
        };
        out.push(Argument {
            name: name.clone(),
            name_span: Span::new(name_span.start + 1, name_span.end.saturating_sub(1)),
            value,
            value_span: *span,
        });
    }
    (out, blocks)
}

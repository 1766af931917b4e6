//! Reads HCL tolerantly, with the byte span of every argument, and finds the backend configurations in it.
//!
//! One broken block, prose or a shell script around it does not hide the next block. Whether a text is legal HCL is
//! [`super::syntax`]'s question.

use super::Dialect;
use super::document::{Document, Host, Skip};
use super::line_end;
use crate::text::Span;

/// What an argument is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// A quoted string, as written between the quotes (in JSON: what it means).
    Text(String),
    /// `true` or `false`, unquoted.
    Bool(bool),
    /// A number, unquoted.
    Number,
    /// `[...]`: its strings.
    List(Vec<String>),
    /// `{...}` with what it holds.
    Object(Vec<Argument>),
    /// A reference, call or template: as written.
    Expression(String),
}

/// One `name = value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Argument {
    pub(super) name: String,
    pub(super) name_span: Span,
    pub(super) value: Value,
    pub(super) value_span: Span,
}

/// How the bytes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Hcl,
    Json,
    /// `-backend-config=k=v` on a command line.
    CommandLine,
}

/// One configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of one block")]
pub(super) struct Found {
    pub(super) label: String,
    pub(super) label_span: Span,
    pub(super) dialect: Dialect,
    pub(super) style: Style,
    pub(super) span: Span,
    /// Between the braces that hold the arguments.
    pub(super) body: Span,
    pub(super) arguments: Vec<Argument>,
    /// Nested blocks: their names.
    pub(super) blocks: Vec<(String, Vec<Argument>)>,
    /// In a `terraform` block, as it has to be.
    pub(super) enclosed: bool,
    /// Its closing brace is there.
    pub(super) closed: bool,
    /// Other settings beside it (`disable_init`, `generate`), for Terragrunt.
    pub(super) outer: Vec<Argument>,
    /// A `terraform_remote_state` data source: it reads a state and takes no lock.
    pub(super) is_reader: bool,
    /// Index of the document it stands in.
    pub(super) document: usize,
    /// The top-level block around it.
    pub(super) item: Span,
    /// `config` is written out, so nothing else adds to it.
    pub(super) is_literal: bool,
    /// It has more arguments than are kept.
    pub(super) is_cut: bool,
}

impl Found {
    pub(super) fn get(&self, name: &str) -> Option<&Argument> {
        self.arguments.iter().rev().find(|one| one.name == name)
    }
}

/// A block as it stands.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) name: String,
    pub(super) name_start: usize,
    pub(super) labels: Vec<(String, Span)>,
    /// Between its braces.
    pub(super) body: Span,
    pub(super) end: usize,
    pub(super) is_closed: bool,
    pub(super) inner: Body,
}

/// What stands between two braces, or in a whole document.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) arguments: Vec<Argument>,
    pub(super) blocks: Vec<Block>,
    /// Lines that are neither: where they begin.
    pub(super) strays: Vec<usize>,
    /// A closing brace that nothing opened.
    pub(super) has_stray_brace: bool,
}

const DEPTH: usize = 24;

impl Document<'_> {
    /// The whole document.
    pub(super) fn read(&self) -> Body {
        self.body(self.span.start, self.span.end, 0)
    }

    /// Steps over blanks, line ends, comments, heredocs and fences.
    fn gap(&self, mut at: usize) -> usize {
        loop {
            if let Some((span, _)) = self.skip_at(at) {
                at = span.end.max(at + 1);
                continue;
            }
            match self.byte(at) {
                Some(b' ' | b'\t' | b'\n' | b'\r' | b',' | b';') => at += 1,
                Some(0xEF) if self.slice(at, at + 3) == "\u{feff}" => at += 3,
                // HCL refuses it, and a reader does not see it.
                Some(0xC2) if self.byte(at + 1) == Some(0xA0) => at += 2,
                _ => return at,
            }
        }
    }

    pub(super) fn blanks(&self, mut at: usize) -> usize {
        loop {
            match self.byte(at) {
                Some(b' ' | b'\t') => at += 1,
                Some(0xC2) if self.byte(at + 1) == Some(0xA0) => at += 2,
                _ => return at,
            }
        }
    }

    fn word(&self, at: usize) -> usize {
        let mut end = at;
        while self
            .byte(end)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-') || byte >= 0x80)
            && self.blanks(end) == end
        {
            end += 1;
        }
        end
    }

    /// The end of a bracketed value that begins at `at`, after its closing bracket.
    fn bracketed(&self, at: usize, limit: usize) -> Option<usize> {
        let mut depth = 0_i32;
        let mut end = at;
        while end < limit {
            if let Some((span, _)) = self.skip_at(end) {
                end = span.end.max(end + 1);
                continue;
            }
            match self.byte(end)? {
                b'"' => end = self.string(end).unwrap_or(end + 1),
                b'{' | b'[' | b'(' => {
                    depth += 1;
                    end += 1;
                }
                b'}' | b']' | b')' => {
                    depth -= 1;
                    end += 1;
                    if depth == 0 {
                        return Some(end);
                    }
                }
                _ => end += 1,
            }
        }
        None
    }

    /// Where an expression ends: at its line's end, unless a bracket is open.
    fn expression_end(&self, at: usize, limit: usize) -> usize {
        let mut end = at;
        let mut depth = 0_u32;
        let reach = self.reach(at).min(limit);
        let mut first_line = None;
        while end < limit {
            if depth > 0 && end >= reach {
                break;
            }
            if let Some((span, kind)) = self.skip_at(end) {
                if depth == 0 && kind != Skip::Heredoc {
                    break;
                }
                end = span.end.max(end + 1);
                continue;
            }
            match self.byte(end) {
                None => break,
                Some(b'"') => {
                    end = self.string(end).unwrap_or(end + 1);
                    continue;
                }
                Some(b'(' | b'[' | b'{') => depth += 1,
                Some(b')' | b']' | b'}') => {
                    if depth == 0 {
                        break;
                    }
                    depth -= 1;
                }
                Some(b'\n' | b',') if depth == 0 => break,
                Some(b'\n') if first_line.is_none() => first_line = Some(end),
                _ => {}
            }
            end += 1;
        }
        if depth > 0 {
            // A bracket that nothing closes is a stray character of this line.
            self.in_vain(end.saturating_sub(at));
            end = first_line.unwrap_or(end);
        }
        let mut end = end.min(limit);
        while end > at && matches!(self.byte(end - 1), Some(b' ' | b'\t' | b'\r')) {
            end -= 1;
        }
        end
    }

    fn value(&self, at: usize, limit: usize, depth: usize) -> (Value, usize) {
        let text = |from: usize, to: usize| self.slice(from, to).to_owned();
        match self.byte(at) {
            Some(b'"') => {
                let Some(end) = self.string(at).filter(|end| *end <= limit) else {
                    // A quote that its line does not close: what stands there is meant as text.
                    let line = line_end(self.text, at).min(limit);
                    let end = at + self.slice(at, line).trim_end().len();
                    return (Value::Text(text(at + 1, end.max(at + 1))), end.max(at + 1));
                };
                // `"a" == "b" ? ...` is an expression.
                let next = self.byte(self.blanks(end));
                if matches!(next, Some(b'=' | b'!' | b'?' | b'<' | b'>' | b'&' | b'|' | b'+')) {
                    let rest = self.expression_end(at, limit).max(end);
                    return (Value::Expression(text(at, rest)), rest);
                }
                (Value::Text(text(at + 1, end - 1)), end)
            }
            Some(b'{') if self.byte(at + 1) != Some(b'{') && depth < DEPTH => match self.bracketed(at, limit)
            {
                Some(end) => {
                    let inner = self.body(at + 1, end - 1, depth + 1);
                    let is_for = self.slice(at + 1, end).trim_start().starts_with("for ");
                    if is_for {
                        return (Value::Expression(text(at, end)), end);
                    }
                    let mut arguments = inner.arguments;
                    for block in inner.blocks {
                        arguments.push(Argument {
                            name_span: Span::new(block.name_start, block.name_start + block.name.len()),
                            value_span: Span::new(block.body.start.saturating_sub(1), block.end),
                            name: block.name,
                            value: Value::Object(block.inner.arguments),
                        });
                    }
                    (Value::Object(arguments), end)
                }
                None => (Value::Object(self.body(at + 1, limit, depth + 1).arguments), limit),
            },
            Some(b'[') => {
                let end = self.bracketed(at, limit).unwrap_or_else(|| line_end(self.text, at).min(limit));
                (Value::List(self.strings(at + 1, end)), end)
            }
            Some(b'<') if self.skip_at(at).is_some_and(|(_, kind)| kind == Skip::Heredoc) => {
                let end = self.skip_at(at).map_or(at + 2, |(span, _)| span.end);
                let content = self
                    .inner
                    .iter()
                    .find(|(span, _)| at < span.start && span.end <= end)
                    .map_or("", |(span, _)| self.slice(span.start, span.end));
                (Value::Text(content.to_owned()), end)
            }
            _ => {
                let end = self.expression_end(at, limit);
                let text = text(at, end);
                let value = match text.as_str() {
                    "true" => Value::Bool(true),
                    "false" => Value::Bool(false),
                    other
                        if other.bytes().any(|byte| byte.is_ascii_digit())
                            && other.bytes().all(|byte| byte.is_ascii_digit() || b".-".contains(&byte)) =>
                    {
                        Value::Number
                    }
                    // Curly or single quotes are refused by HCL, and meant as text.
                    other if other.starts_with(['\'', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}']) => {
                        Value::Text(
                            other
                                .trim_matches(['\'', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}'])
                                .to_owned(),
                        )
                    }
                    _ => Value::Expression(text),
                };
                (value, end)
            }
        }
    }

    fn strings(&self, start: usize, end: usize) -> Vec<String> {
        let mut out = Vec::new();
        let mut at = start;
        while at < end && out.len() < 64 {
            if let Some((span, _)) = self.skip_at(at) {
                at = span.end.max(at + 1);
            } else if self.byte(at) == Some(b'"') {
                let stop = self.string(at).unwrap_or(at + 1);
                out.push(self.slice(at + 1, stop.saturating_sub(1)).to_owned());
                at = stop;
            } else {
                at += 1;
            }
        }
        out
    }

    /// Arguments and nested blocks between two offsets.
    fn body(&self, start: usize, end: usize, depth: usize) -> Body {
        let mut out = Body::default();
        let mut at = start;
        while at < end {
            at = self.gap(at);
            if at >= end {
                break;
            }
            let next = self.statement(at, end, depth, &mut out).unwrap_or_else(|| {
                if matches!(self.byte(at), Some(b'}')) {
                    out.has_stray_brace = true;
                    at + 1
                } else {
                    if out.strays.len() < 1000 {
                        out.strays.push(at);
                    }
                    self.next_line(at)
                }
            });
            at = next.max(at + 1);
        }
        out
    }

    /// The start of the next line, or of the heredoc that begins on this one.
    fn next_line(&self, at: usize) -> usize {
        let end = line_end(self.text, at);
        let index = self.skips.partition_point(|(span, _)| span.end <= at);
        match self.skips.get(index) {
            Some((span, Skip::Heredoc)) if at <= span.start && span.start < end => span.end,
            _ => end + 1,
        }
    }

    /// One argument or block that begins at `at`; the offset after it.
    fn statement(&self, at: usize, end: usize, depth: usize, out: &mut Body) -> Option<usize> {
        let (name_span, after) = if self.byte(at) == Some(b'"') {
            let stop = self.string(at).filter(|stop| *stop <= end)?;
            (Span::new(at + 1, stop - 1), stop)
        } else {
            let stop = self.word(at);
            (Span::new(at, stop), stop)
        };
        if name_span.start >= name_span.end {
            return None;
        }
        let name = self.slice(name_span.start, name_span.end);
        let mark = self.blanks(after);
        match self.byte(mark)? {
            b'=' if !matches!(self.byte(mark + 1), Some(b'=' | b'>' | b'~')) => {
                let from = self.blanks(mark + 1);
                // Terragrunt before 0.19 put its blocks into an object.
                if name == "terragrunt" && self.byte(from) == Some(b'{') && depth == 0 {
                    return Some(self.block(name, name_span.start, Vec::new(), from, end, depth, out));
                }
                let (value, stop) = self.value(from, end, depth);
                let stop = stop.clamp(from, end.max(from));
                out.arguments.push(Argument {
                    name: name.to_owned(),
                    name_span,
                    value,
                    value_span: Span::new(from, stop),
                });
                Some(stop)
            }
            b':' if depth > 0 && self.byte(mark + 1) != Some(b'=') => {
                let from = self.blanks(mark + 1);
                let (value, stop) = self.value(from, end, depth);
                let stop = stop.clamp(from, end.max(from));
                out.arguments.push(Argument {
                    name: name.to_owned(),
                    name_span,
                    value,
                    value_span: Span::new(from, stop),
                });
                Some(stop)
            }
            b'{' | b'"' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'\n' | b'\r' | 0xE2 => {
                let mut labels = Vec::new();
                let mut open = mark;
                while labels.len() < 4 {
                    let (span, stop) = match self.byte(open) {
                        Some(b'"') => {
                            let stop = self.string(open).filter(|stop| *stop <= end)?;
                            (Span::new(open + 1, stop - 1), stop)
                        }
                        // Curly quotes are refused by HCL, and meant as straight ones.
                        Some(0xE2) => {
                            let line = self.slice(open, line_end(self.text, open));
                            let inner = line.strip_prefix(['\u{201c}', '\u{201d}'])?;
                            let length = inner.find(['\u{201c}', '\u{201d}', '"'])?;
                            let close = inner.get(length..)?.chars().next()?.len_utf8();
                            let start = open + 3;
                            (Span::new(start, start + length), start + length + close)
                        }
                        Some(byte) if byte.is_ascii_alphabetic() || byte == b'_' => {
                            let stop = self.word(open);
                            (Span::new(open, stop), stop)
                        }
                        _ => break,
                    };
                    labels.push((self.slice(span.start, span.end).to_owned(), span));
                    open = self.blanks(stop);
                }
                // The brace on the next line is refused by HCL, and meant all the same.
                if matches!(self.byte(open), Some(b'\n' | b'\r'))
                    && matches!(name, "terraform" | "backend" | "cloud" | "remote_state")
                {
                    open = self.gap(open);
                }
                if self.byte(open) != Some(b'{') || open >= end || self.byte(open + 1) == Some(b'{') {
                    return None;
                }
                Some(self.block(name, name_span.start, labels, open, end, depth, out))
            }
            _ => None,
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one block's head")]
    fn block(
        &self,
        name: &str,
        name_start: usize,
        labels: Vec<(String, Span)>,
        open: usize,
        limit: usize,
        depth: usize,
        out: &mut Body,
    ) -> usize {
        let close = self.bracketed(open, limit);
        let end = close.unwrap_or(limit);
        let body = Span::new(open + 1, if close.is_some() { end - 1 } else { end }.max(open + 1));
        let inner = if depth < DEPTH { self.body(body.start, body.end, depth + 1) } else { Body::default() };
        let is_closed = close.is_some();
        out.blocks.push(Block { name: name.to_owned(), name_start, labels, body, end, is_closed, inner });
        end
    }
}

/// What a document holds.
#[derive(Debug, Default)]
pub(super) struct Finds {
    pub(super) found: Vec<Found>,
    /// `required_version` of its terraform blocks.
    pub(super) versions: Vec<String>,
    /// `encryption` in a terraform block: OpenTofu encrypts the state itself.
    pub(super) has_encryption: bool,
    /// A `state_store` block: where it stands.
    pub(super) state_store: Option<Span>,
    /// A Vault, Consul or Nomad server's configuration: where it begins.
    pub(super) server: Option<Span>,
    /// Terragrunt's own words are in it.
    pub(super) is_terragrunt: bool,
}

/// The configurations of one document that has been read.
pub(super) fn finds(document: &Document<'_>, body: &Body, index: usize, in_terragrunt: bool) -> Finds {
    let mut out = Finds::default();
    let top = |name: &str| body.blocks.iter().any(|block| block.name == name);
    let set = |name: &str| body.arguments.iter().any(|one| one.name == name);
    out.is_terragrunt = top("remote_state")
        || set("remote_state")
        || top("generate")
        || top("include")
        || top("dependency")
        || top("terragrunt")
        || set("inputs") && top("terraform");
    let is_server = (top("listener") || top("seal") || set("disable_mlock") || set("api_addr"))
        && !top("terraform")
        && body.blocks.iter().any(|block| matches!(block.name.as_str(), "storage" | "backend" | "listener"));
    if is_server {
        let stanza = body.blocks.iter().find(|block| matches!(block.name.as_str(), "storage" | "backend"));
        out.server = stanza.map(|block| Span::new(block.name_start, block.end));
        return out;
    }
    let dialect = if in_terragrunt { Dialect::Terragrunt } else { Dialect::Terraform };
    for block in &body.blocks {
        let item = Span::new(block.name_start, block.end);
        match block.name.as_str() {
            "terraform" => terraform(block, item, dialect, index, &mut out),
            "backend" => {
                // HAProxy and others have a `backend web {` too.
                let is_another = block.labels.first().is_some_and(|(label, span)| {
                    document.byte(span.start.wrapping_sub(1)) != Some(b'"')
                        && crate::backends::names(label).is_none()
                });
                if is_another {
                    continue;
                }
                // A paste that begins in the middle of a terraform block has its closing brace too many.
                let enclosed = body.has_stray_brace;
                out.found.extend(backend(block, item, dialect, index, enclosed));
            }
            "cloud" if body.has_stray_brace && block.labels.is_empty() => {
                out.found.push(cloud(block, item, dialect, index));
            }
            "remote_state" => out.found.extend(remote_state_block(document, block, item, index)),
            "terragrunt" => {
                for inner in block.inner.blocks.iter().filter(|one| one.name == "remote_state") {
                    out.found.extend(remote_state_block(document, inner, item, index));
                }
            }
            "data" if block.labels.first().is_some_and(|(kind, _)| kind == "terraform_remote_state") => {
                out.found.extend(reader(block, item, index));
            }
            _ => {}
        }
    }
    for one in body.arguments.iter().filter(|one| one.name == "remote_state") {
        if let Value::Object(inner) = &one.value {
            let span = Span::new(one.name_span.start, one.value_span.end);
            out.found.extend(remote_state(document, inner, &[], span, one.value_span, true, index));
        }
    }
    if out.found.is_empty() && document.host == Host::Paste {
        salvage(document, body, index, &mut out);
    }
    crate::text::sort_by_numbers(&mut out.found, |one| (one.span.start, 0));
    out
}

fn terraform(block: &Block, item: Span, dialect: Dialect, index: usize, out: &mut Finds) {
    for one in &block.inner.arguments {
        if one.name == "required_version"
            && let Value::Text(version) = &one.value
        {
            out.versions.push(version.clone());
        }
    }
    for inner in &block.inner.blocks {
        match inner.name.as_str() {
            "backend" => out.found.extend(backend(inner, item, dialect, index, true)),
            "cloud" if inner.labels.is_empty() => out.found.push(cloud(inner, item, dialect, index)),
            "encryption" => out.has_encryption = true,
            "state_store" => out.state_store = Some(Span::new(inner.name_start, inner.end)),
            _ => {}
        }
    }
}

fn of_block(block: &Block, item: Span, dialect: Dialect, index: usize) -> Found {
    Found {
        label: String::new(),
        label_span: Span::new(block.name_start, block.name_start + block.name.len()),
        dialect,
        style: Style::Hcl,
        span: Span::new(block.name_start, block.end),
        body: block.body,
        arguments: block.inner.arguments.clone(),
        blocks: block
            .inner
            .blocks
            .iter()
            .map(|one| (one.name.clone(), one.inner.arguments.clone()))
            .collect(),
        enclosed: true,
        closed: block.is_closed,
        outer: Vec::new(),
        is_reader: false,
        document: index,
        item,
        is_literal: true,
        is_cut: false,
    }
}

fn backend(block: &Block, item: Span, dialect: Dialect, index: usize, enclosed: bool) -> Option<Found> {
    let [(label, label_span)] = block.labels.as_slice() else { return None };
    Some(Found {
        label: label.clone(),
        label_span: *label_span,
        enclosed,
        ..of_block(block, item, dialect, index)
    })
}

fn cloud(block: &Block, item: Span, dialect: Dialect, index: usize) -> Found {
    Found { label: "cloud".to_owned(), ..of_block(block, item, dialect, index) }
}

fn remote_state_block(document: &Document<'_>, block: &Block, item: Span, index: usize) -> Option<Found> {
    let span = Span::new(block.name_start, block.end);
    let mut found = remote_state(
        document,
        &block.inner.arguments,
        &block.inner.blocks,
        span,
        block.body,
        block.is_closed,
        index,
    )?;
    found.item = item;
    Some(found)
}

fn remote_state(
    document: &Document<'_>,
    outer: &[Argument],
    blocks: &[Block],
    span: Span,
    body: Span,
    closed: bool,
    index: usize,
) -> Option<Found> {
    let backend = outer.iter().rev().find(|one| one.name == "backend");
    let (label, label_span) = match backend.map(|one| (&one.value, one.value_span)) {
        Some((Value::Text(label), span)) if !label.contains("${") => {
            (label.clone(), Span::new(span.start + 1, span.end.saturating_sub(1)))
        }
        Some((_, span)) => ("unknown".to_owned(), span),
        None => return None,
    };
    let config = outer.iter().rev().find(|one| one.name == "config");
    let inside = |span: Span| Span::new(span.start + 1, span.end.saturating_sub(1).max(span.start + 1));
    let mut nested = Vec::new();
    let (arguments, body, is_literal) = match config.map(|one| (&one.value, one.value_span)) {
        Some((Value::Object(inner), span)) => (inner.clone(), inside(span), true),
        Some((Value::Expression(_), span)) => {
            // `merge({ ... }, { ... })`: the first object is read.
            let open = document
                .text
                .get(span.start..span.end)
                .and_then(|text| memchr::memchr(b'{', text))
                .map(|found| span.start + found);
            match open.and_then(|open| document.bracketed(open, span.end).map(|end| Span::new(open, end))) {
                Some(object) if document.byte(object.start.wrapping_sub(1)) != Some(b'$') => {
                    let body = inside(object);
                    (document.body(body.start, body.end, 1).arguments, body, false)
                }
                _ => (Vec::new(), Span::new(span.start, span.start), false),
            }
        }
        // Old Terragrunt: `config { ... }` as a block.
        _ => match blocks.iter().find(|one| one.name == "config") {
            Some(block) => {
                nested = block
                    .inner
                    .blocks
                    .iter()
                    .map(|one| (one.name.clone(), one.inner.arguments.clone()))
                    .collect();
                (block.inner.arguments.clone(), block.body, true)
            }
            None => (Vec::new(), body, false),
        },
    };
    Some(Found {
        label,
        label_span,
        dialect: Dialect::Terragrunt,
        style: Style::Hcl,
        span,
        body,
        arguments,
        blocks: nested,
        enclosed: true,
        closed,
        outer: outer.to_vec(),
        is_reader: false,
        document: index,
        item: span,
        is_literal,
        is_cut: false,
    })
}

fn reader(block: &Block, item: Span, index: usize) -> Option<Found> {
    let backend = block.inner.arguments.iter().find(|one| one.name == "backend")?;
    let Value::Text(label) = &backend.value else { return None };
    let base = of_block(block, item, Dialect::Terraform, index);
    let config = block.inner.arguments.iter().find(|one| one.name == "config");
    let (arguments, body) =
        if let Some((Value::Object(inner), span)) = config.map(|one| (&one.value, one.value_span)) {
            (inner.clone(), span)
        } else {
            let block = block.inner.blocks.iter().find(|one| one.name == "config")?;
            (block.inner.arguments.clone(), block.body)
        };
    Some(Found { label: label.clone(), arguments, blocks: Vec::new(), body, is_reader: true, ..base })
}

/// `backend "x" {` in the middle of a line that is no HCL: `echo 'terraform { backend "s3" {} }'`, a diff.
fn salvage(document: &Document<'_>, body: &Body, index: usize, out: &mut Finds) {
    let within = document.text.get(document.span.start..).unwrap_or(b"");
    for found in crate::text::places_of(within, b"backend \"").take(200) {
        let at = document.span.start + found;
        // What stands in a block that reads as HCL has been judged: it is another thing's backend.
        let is_read = body.blocks.iter().any(|one| one.is_closed && one.name_start <= at && at < one.end);
        if is_read || document.is_skipped(at) || out.found.iter().any(|one| at < one.span.end) {
            continue;
        }
        let line = crate::fix::line_start(document.text, at);
        let before = document.slice(line, at).trim_end();
        // `3:   backend "s3" {` is a quotation in an error.
        let is_quotation = before.ends_with(':') || before.contains("in terraform");
        let plain = before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
            && !before.ends_with(['-', '+']);
        if is_quotation || plain {
            continue;
        }
        let mut body = Body::default();
        // In the middle of something else a block is short.
        let limit = document.text.len().min(at + (1 << 14));
        if document.statement(at, limit, 0, &mut body).is_none() {
            continue;
        }
        for block in &body.blocks {
            let item = Span::new(block.name_start, block.end);
            let enclosed = before.ends_with('{');
            out.found.extend(backend(block, item, Dialect::Terraform, index, enclosed || before.is_empty()));
        }
    }
}

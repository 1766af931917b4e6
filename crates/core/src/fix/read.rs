//! Finds backend configurations wherever they stand in a paste, with the byte span of every argument.
//!
//! Tolerant: it reads HCL by brackets and lines, so that one broken block, a heredoc in a pipeline or a Markdown
//! fence does not hide the next one. Whether a text is legal HCL is [`super::syntax`]'s question.

use super::Dialect;
use crate::text::Span;

/// What an argument is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// A quoted string, as written between the quotes.
    Text(String),
    /// `true` or `false`, unquoted.
    Bool(bool),
    /// A number, unquoted.
    Number,
    /// `[...]`.
    List,
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

/// One configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) label: String,
    pub(super) label_span: Span,
    pub(super) dialect: Dialect,
    pub(super) span: Span,
    /// Between the braces that hold the arguments.
    pub(super) body: Span,
    pub(super) arguments: Vec<Argument>,
    /// Nested blocks: their names.
    pub(super) blocks: Vec<(String, Vec<Argument>)>,
    /// In a `terraform` block, in a heredoc, or at top level.
    pub(super) enclosed: bool,
    /// Its closing brace is there.
    pub(super) closed: bool,
    /// Other settings beside it (`disable_init`, `generate`), for Terragrunt.
    pub(super) outer: Vec<Argument>,
}

/// Which bytes are comments.
pub(super) fn comments(text: &[u8]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut line_has_quote = false;
    while let Some(byte) = text.get(at) {
        match byte {
            b'\n' => line_has_quote = false,
            b'"' => {
                // A string ends on its line; without its end, the quote is an ordinary character.
                let mut end = at + 1;
                let mut depth = 0_u32;
                loop {
                    match text.get(end) {
                        None | Some(b'\n') => {
                            end = at;
                            break;
                        }
                        Some(b'\\') => end += 2,
                        Some(b'$' | b'%') if text.get(end + 1) == Some(&b'{') => {
                            depth += 1;
                            end += 2;
                        }
                        Some(b'}') if depth > 0 => {
                            depth -= 1;
                            end += 1;
                        }
                        Some(b'"') if depth == 0 => break,
                        Some(_) => end += 1,
                    }
                }
                line_has_quote = true;
                at = end;
            }
            b'#' if text.get(at + 1) != Some(&b'{') => {
                let end = crate::fix::line_end(text, at);
                out.push(Span::new(at, end));
                at = end;
                continue;
            }
            b'/' if text.get(at + 1) == Some(&b'/')
                && at.checked_sub(1).and_then(|before| text.get(before)) != Some(&b':') =>
            {
                let end = crate::fix::line_end(text, at);
                out.push(Span::new(at, end));
                at = end;
                continue;
            }
            b'/' if text.get(at + 1) == Some(&b'*') => {
                let end = memchr::memmem::find(text.get(at..).unwrap_or(b""), b"*/")
                    .map_or(text.len(), |found| at + found + 2);
                out.push(Span::new(at, end));
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    _ = line_has_quote;
    out
}

pub(super) struct Scanner<'t> {
    pub(super) raw: &'t str,
    pub(super) text: &'t [u8],
    pub(super) comments: Vec<Span>,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(raw: &'t str) -> Self {
        Self { raw, text: raw.as_bytes(), comments: comments(raw.as_bytes()) }
    }

    fn comment_at(&self, at: usize) -> Option<Span> {
        let index = self.comments.partition_point(|span| span.end <= at);
        self.comments.get(index).copied().filter(|span| span.start <= at)
    }

    fn is_commented(&self, at: usize) -> bool {
        self.comment_at(at).is_some()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.get(at).copied()
    }

    /// Skips blanks, line ends and comments.
    fn gap(&self, mut at: usize) -> usize {
        loop {
            if let Some(span) = self.comment_at(at) {
                at = span.end;
                continue;
            }
            match self.byte(at) {
                Some(b' ' | b'\t' | b'\n' | b'\r' | b',' | b';') => at += 1,
                _ => return at,
            }
        }
    }

    fn blanks(&self, mut at: usize) -> usize {
        while matches!(self.byte(at), Some(b' ' | b'\t')) {
            at += 1;
        }
        at
    }

    fn word(&self, at: usize) -> usize {
        let mut end = at;
        while self.byte(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')) {
            end += 1;
        }
        end
    }

    /// The end of a quoted string that begins at `at`; none where its line ends first.
    fn string(&self, at: usize) -> Option<usize> {
        let mut end = at + 1;
        let mut depth = 0_u32;
        loop {
            match self.byte(end)? {
                b'\n' => return None,
                b'\\' => end += 2,
                b'$' | b'%'
                    if self.byte(end + 1) == Some(b'{')
                        && self.byte(end.wrapping_sub(1)) != self.byte(end) =>
                {
                    depth += 1;
                    end += 2;
                }
                b'}' if depth > 0 => {
                    depth -= 1;
                    end += 1;
                }
                b'"' if depth == 0 => return Some(end + 1),
                _ => end += 1,
            }
        }
    }

    /// The end of a bracketed value that begins at `at`.
    fn bracketed(&self, at: usize) -> Option<usize> {
        let mut depth = 0_i32;
        let mut end = at;
        loop {
            if let Some(span) = self.comment_at(end) {
                end = span.end;
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
    }

    fn expression_end(&self, at: usize) -> usize {
        let mut end = at;
        let mut depth = 0_i32;
        while let Some(byte) = self.byte(end) {
            if let Some(span) = self.comment_at(end) {
                if depth == 0 {
                    break;
                }
                end = span.end;
                continue;
            }
            match byte {
                b'"' => {
                    end = self.string(end).unwrap_or(end + 1);
                    continue;
                }
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' => {
                    if depth == 0 {
                        break;
                    }
                    depth -= 1;
                }
                b'\n' | b',' if depth == 0 => break,
                _ => {}
            }
            end += 1;
        }
        while end > at && matches!(self.byte(end - 1), Some(b' ' | b'\t' | b'\r')) {
            end -= 1;
        }
        end
    }

    fn value(&self, at: usize, depth: usize) -> (Value, usize) {
        let slice = |from: usize, to: usize| self.raw.get(from..to).unwrap_or("").to_owned();
        match self.byte(at) {
            Some(b'"') => {
                if let Some(end) = self.string(at) {
                    // `"a" == "b" ? ...` is an expression.
                    let rest = self.expression_end(at);
                    if rest > end && !slice(end, rest).trim().is_empty() {
                        return (Value::Expression(slice(at, rest)), rest);
                    }
                    (Value::Text(slice(at + 1, end - 1)), end)
                } else {
                    let end = crate::fix::line_end(self.text, at);
                    (Value::Expression(slice(at, end)), end)
                }
            }
            Some(b'{') if self.byte(at + 1) != Some(b'{') && depth < 20 => match self.bracketed(at) {
                Some(end) => {
                    let (arguments, _) = self.body(at + 1, end - 1, depth + 1);
                    (Value::Object(arguments), end)
                }
                None => (Value::Expression(slice(at, self.text.len().min(at + 1))), self.text.len()),
            },
            Some(b'[') => match self.bracketed(at) {
                Some(end) => (Value::List, end),
                None => (Value::List, self.text.len()),
            },
            Some(b'<') if self.byte(at + 1) == Some(b'<') => {
                let line = crate::fix::line_end(self.text, at);
                let mark = slice(at + 2, line);
                let mark = mark.trim_start_matches(['-', '~']).trim();
                let mut end = line;
                while end < self.text.len() {
                    let start = end + 1;
                    let stop = crate::fix::line_end(self.text, start.min(self.text.len()));
                    end = stop;
                    if slice(start, stop).trim() == mark {
                        break;
                    }
                }
                (Value::Text(slice((line + 1).min(end), end)), end)
            }
            _ => {
                let end = self.expression_end(at);
                let text = slice(at, end);
                let value = match text.as_str() {
                    "true" => Value::Bool(true),
                    "false" => Value::Bool(false),
                    other
                        if !other.is_empty()
                            && other.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') =>
                    {
                        Value::Number
                    }
                    _ => Value::Expression(text),
                };
                (value, end)
            }
        }
    }

    /// Arguments and nested blocks between two offsets.
    fn body(&self, start: usize, end: usize, depth: usize) -> (Vec<Argument>, Vec<(String, Vec<Argument>)>) {
        let (mut arguments, mut blocks) = (Vec::new(), Vec::new());
        let mut at = start;
        while at < end {
            at = self.gap(at);
            if at >= end {
                break;
            }
            let quoted = self.byte(at) == Some(b'"');
            let (name_start, name_end, after) = if quoted {
                if let Some(stop) = self.string(at) {
                    (at + 1, stop - 1, stop)
                } else {
                    at = crate::fix::line_end(self.text, at) + 1;
                    continue;
                }
            } else {
                let stop = self.word(at);
                (at, stop, stop)
            };
            if name_end == name_start {
                at = crate::fix::line_end(self.text, at).max(at) + 1;
                continue;
            }
            let name = self.raw.get(name_start..name_end).unwrap_or("").to_owned();
            let mark = self.blanks(after);
            match self.byte(mark) {
                Some(b'=' | b':') if self.byte(mark + 1) != Some(b'=') => {
                    let from = self.blanks(mark + 1);
                    let (value, stop) = self.value(from, depth);
                    let stop = stop.min(end.max(from));
                    arguments.push(Argument {
                        name,
                        name_span: Span::new(name_start, name_end),
                        value,
                        value_span: Span::new(from, stop),
                    });
                    at = stop.max(from).max(at + 1);
                }
                Some(b'{' | b'"') => {
                    let mut open = mark;
                    while let Some(b'"') = self.byte(open) {
                        match self.string(open) {
                            Some(stop) => open = self.blanks(stop),
                            None => break,
                        }
                    }
                    if self.byte(open) == Some(b'{') && depth < 20 {
                        let stop = self.bracketed(open).unwrap_or(end).min(end.max(open + 1));
                        let (inner, _) = self.body(open + 1, stop.saturating_sub(1), depth + 1);
                        blocks.push((name, inner));
                        at = stop.max(open + 1);
                    } else {
                        at = crate::fix::line_end(self.text, mark) + 1;
                    }
                }
                _ => at = crate::fix::line_end(self.text, mark.max(at)) + 1,
            }
        }
        (arguments, blocks)
    }

    /// The header of the block that encloses an offset: its first word.
    fn enclosing(&self, at: usize) -> Option<String> {
        let mut depth = 0_u32;
        let mut here = at;
        let mut steps = 0;
        while here > 0 && steps < 200_000 {
            here -= 1;
            steps += 1;
            let Some(byte) = self.byte(here) else { break };
            if !matches!(byte, b'{' | b'}') {
                continue;
            }
            if self.is_commented(here) || self.in_string(here) {
                continue;
            }
            if byte == b'}' {
                depth += 1;
            } else if depth > 0 {
                depth -= 1;
            } else {
                let line = crate::fix::line_start(self.text, here);
                let header = self.raw.get(line..here).unwrap_or("").trim();
                let word = header
                    .split([' ', '\t', '"', '=', ':'])
                    .find(|word| !word.is_empty() && !matches!(*word, "│" | "+" | "-" | ">" | "|"));
                return Some(word.unwrap_or("").to_owned());
            }
        }
        None
    }

    fn in_string(&self, at: usize) -> bool {
        let line = crate::fix::line_start(self.text, at);
        let mut here = line;
        while here < at {
            if self.byte(here) == Some(b'"') {
                match self.string(here) {
                    Some(end) if end > at => return true,
                    Some(end) => {
                        here = end;
                        continue;
                    }
                    None => return false,
                }
            }
            here += 1;
        }
        false
    }

    /// Every word `name` that opens a statement and is no comment.
    fn words(&self, name: &str) -> Vec<usize> {
        let mut out = Vec::new();
        for at in memchr::memmem::find_iter(self.text, name.as_bytes()) {
            let before = at.checked_sub(1).and_then(|before| self.byte(before));
            let after = self.byte(at + name.len());
            let clear = before.is_none_or(|byte| {
                !(byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'"' | b'\'' | b'/'))
            }) && after
                .is_some_and(|byte| matches!(byte, b' ' | b'\t' | b'{' | b'"' | b'=' | b'\n' | b'\r'));
            if clear && !self.is_commented(at) && !self.in_string(at) && out.len() < 2000 {
                out.push(at);
            }
        }
        out
    }

    /// `backend "x" {`, `cloud {` and `remote_state {`, in the order of the text.
    pub(super) fn blocks(&self) -> Vec<Found> {
        let mut out = Vec::new();
        for at in self.words("remote_state") {
            out.extend(self.remote_state(at));
        }
        let inside = |at: usize, out: &[Found]| {
            out.iter().any(|one: &Found| {
                one.dialect == Dialect::Terragrunt && one.span.start <= at && at < one.span.end
            })
        };
        let is_terragrunt = !out.is_empty()
            || self.raw.contains("path_relative_to_include")
            || self.raw.contains("if_exists");
        for at in self.words("backend") {
            if inside(at, &out) {
                continue;
            }
            out.extend(self.backend(at, is_terragrunt));
        }
        for at in self.words("cloud") {
            if inside(at, &out) {
                continue;
            }
            let open = self.blanks(at + 5);
            if self.byte(open) != Some(b'{') || self.enclosing(at).as_deref() != Some("terraform") {
                continue;
            }
            out.push(self.block(
                "cloud".to_owned(),
                Span::new(at, at + 5),
                at,
                open,
                Dialect::Terraform,
                true,
            ));
        }
        out.sort_by_key(|one| one.span.start);
        out
    }

    fn block(
        &self,
        label: String,
        label_span: Span,
        start: usize,
        open: usize,
        dialect: Dialect,
        enclosed: bool,
    ) -> Found {
        let end = self.bracketed(open);
        let stop = end.unwrap_or(self.text.len());
        let body = Span::new(open + 1, if end.is_some() { stop - 1 } else { stop });
        let (arguments, blocks) = self.body(body.start, body.end, 0);
        Found {
            label,
            label_span,
            dialect,
            span: Span::new(start, stop),
            body,
            arguments,
            blocks,
            enclosed,
            closed: end.is_some(),
            outer: Vec::new(),
        }
    }

    fn backend(&self, at: usize, is_terragrunt: bool) -> Option<Found> {
        let mut label_start = self.blanks(at + "backend".len());
        let label_end;
        let open;
        if self.byte(label_start) == Some(b'"') {
            let stop = self.string(label_start)?;
            label_start += 1;
            label_end = stop - 1;
            open = self.blanks(stop);
        } else {
            // Old texts leave the quotes out; templates stand there too.
            label_end = self.word(label_start);
            if label_end == label_start {
                return None;
            }
            open = self.blanks(label_end);
        }
        // The brace may stand on the next line.
        let open = if self.byte(open) == Some(b'{') {
            open
        } else {
            let next = self.gap(open);
            if self.byte(next) == Some(b'{')
                && self.raw.get(open..next).is_some_and(|between| between.trim().is_empty())
            {
                next
            } else {
                return None;
            }
        };
        let enclosing = self.enclosing(at);
        let dialect = if is_terragrunt { Dialect::Terragrunt } else { Dialect::Terraform };
        let enclosed = matches!(enclosing.as_deref(), Some("terraform" | ""));
        if enclosing.as_deref().is_some_and(|name| {
            matches!(
                name,
                "resource"
                    | "data"
                    | "provider"
                    | "module"
                    | "listener"
                    | "frontend"
                    | "config"
                    | "spec"
                    | "route"
                    | "server"
                    | "upstream"
            )
        }) {
            return None;
        }
        let label = self.raw.get(label_start..label_end)?.to_owned();
        Some(self.block(label, Span::new(label_start, label_end), at, open, dialect, enclosed))
    }

    fn remote_state(&self, at: usize) -> Option<Found> {
        let mut open = self.blanks(at + "remote_state".len());
        if self.byte(open) == Some(b'=') {
            open = self.blanks(open + 1);
        }
        if self.byte(open) != Some(b'{') {
            return None;
        }
        let outer = self.block(String::new(), Span::new(at, at), at, open, Dialect::Terragrunt, true);
        let backend = outer.arguments.iter().find(|one| one.name == "backend");
        let (label, label_span) = match backend.map(|one| (&one.value, one.value_span)) {
            Some((Value::Text(label), span)) => {
                (label.clone(), Span::new(span.start + 1, span.end.saturating_sub(1)))
            }
            Some((Value::Expression(_), span)) => ("unknown".to_owned(), span),
            _ => return None,
        };
        let config = outer.arguments.iter().find(|one| one.name == "config");
        let (arguments, blocks, body) = match config.map(|one| (&one.value, one.value_span)) {
            Some((Value::Object(inner), span)) => {
                (inner.clone(), Vec::new(), Span::new(span.start + 1, span.end.saturating_sub(1)))
            }
            Some((Value::Expression(_), span)) => {
                // `merge({ ... }, { ... })`: the first object is read.
                let open = self
                    .text
                    .get(span.start..span.end)
                    .and_then(|text| memchr::memchr(b'{', text))
                    .map(|found| span.start + found);
                match open.and_then(|open| self.bracketed(open).map(|end| (open, end))) {
                    Some((open, end)) => {
                        (self.body(open + 1, end - 1, 1).0, Vec::new(), Span::new(open + 1, end - 1))
                    }
                    None => (Vec::new(), Vec::new(), Span::new(span.start, span.start)),
                }
            }
            // Old Terragrunt: `config { ... }` as a block.
            _ => match outer.blocks.iter().find(|(name, _)| name == "config") {
                Some((_, inner)) => (inner.clone(), Vec::new(), outer.body),
                None => (Vec::new(), Vec::new(), outer.body),
            },
        };
        Some(Found { label, label_span, arguments, blocks, body, outer: outer.arguments.clone(), ..outer })
    }

    /// A file of nothing but `name = value`, known by its names.
    pub(super) fn partial(&self) -> Option<Found> {
        let (arguments, blocks) = self.body(0, self.text.len(), 0);
        if arguments.len() < 2 || !blocks.is_empty() || arguments.len() > 60 {
            return None;
        }
        // Every line must be an argument, a comment or blank.
        let mut lines = 0;
        for line in self.raw.lines() {
            let line = line.trim().trim_start_matches('\u{feff}');
            if !(line.is_empty() || line.starts_with(['#', '/', '*', '}', ']', '"']) || line.contains('=')) {
                return None;
            }
            lines += 1;
            if lines > 300 {
                return None;
            }
        }
        let has = |name: &str| arguments.iter().any(|one| one.name == name);
        let label = label_of(&has)?;
        let known = crate::backends::configuration(label)?;
        let matches = arguments
            .iter()
            .filter(|one| known.arguments.iter().any(|argument| argument.name == one.name))
            .count();
        if matches * 3 < arguments.len() * 2 {
            return None;
        }
        let body = Span::new(0, self.text.len());
        Some(Found {
            label: label.to_owned(),
            label_span: Span::new(0, 0),
            dialect: Dialect::Partial,
            span: body,
            body,
            arguments,
            blocks,
            enclosed: true,
            closed: true,
            outer: Vec::new(),
        })
    }

    /// `-backend-config="k=v"` on command lines.
    pub(super) fn command_line(&self) -> Option<Found> {
        let mut arguments: Vec<Argument> = Vec::new();
        let mut span: Option<Span> = None;
        for at in memchr::memmem::find_iter(self.text, b"-backend-config").take(200) {
            let mut from = at + "-backend-config".len();
            if !matches!(self.byte(from), Some(b'=' | b' '))
                || self.is_commented(at)
                    && self
                        .raw
                        .get(crate::fix::line_start(self.text, at)..at)
                        .is_none_or(|line| !line.contains("://"))
            {
                continue;
            }
            from += 1;
            let quote = self.byte(from).filter(|byte| matches!(byte, b'"' | b'\''));
            from += usize::from(quote.is_some());
            let mut end = from;
            while let Some(byte) = self.byte(end) {
                let stop = match quote {
                    Some(quote) => byte == quote,
                    None => matches!(byte, b' ' | b'\t' | b'\r'),
                };
                if stop || byte == b'\n' {
                    break;
                }
                end += 1;
            }
            let pair = self.raw.get(from..end)?;
            let Some((name, value)) = pair.split_once('=') else { continue };
            if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
                continue;
            }
            let value_start = from + name.len() + 1;
            let value = value.trim_matches(['"', '\'']);
            let value = match value {
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                value if value.contains(['$', '`']) => Value::Expression(value.to_owned()),
                value => Value::Text(value.to_owned()),
            };
            arguments.push(Argument {
                name: name.to_owned(),
                name_span: Span::new(from, from + name.len()),
                value,
                value_span: Span::new(value_start, end),
            });
            span = Some(Span::new(span.map_or(at, |one| one.start), end));
        }
        let has = |name: &str| arguments.iter().any(|one| one.name == name);
        let label = label_of(&has)?;
        let span = span?;
        Some(Found {
            label: label.to_owned(),
            label_span: Span::new(span.start, span.start),
            dialect: Dialect::Partial,
            span,
            body: Span::new(span.end, span.end),
            arguments,
            blocks: Vec::new(),
            enclosed: true,
            closed: true,
            outer: Vec::new(),
        })
    }
}

/// The backend whose arguments these names are.
fn label_of(has: &dyn Fn(&str) -> bool) -> Option<&'static str> {
    Some(
        if has("storage_account_name") || has("container_name") || has("resource_group_name") && has("key") {
            "azurerm"
        } else if has("conn_str") {
            "pg"
        } else if has("lock_address")
            || has("address")
                && (has("unlock_address") || has("lock_method") || has("username") || has("password"))
        {
            "http"
        } else if has("tablestore_table") || has("tablestore_endpoint") {
            "oss"
        } else if has("secret_suffix") {
            "kubernetes"
        } else if has("secret_id") && has("bucket") {
            "cos"
        } else if has("namespace") && has("bucket") {
            "oci"
        } else if has("dynamodb_table")
            || has("use_lockfile")
            || has("bucket") && (has("key") || has("region") || has("encrypt"))
            || has("access_key") && has("secret_key")
        {
            "s3"
        } else if has("bucket") {
            "gcs"
        } else if has("path") && (has("address") || has("scheme") || has("access_token")) {
            "consul"
        } else if has("organization") {
            "remote"
        } else {
            return None;
        },
    )
}

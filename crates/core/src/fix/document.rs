//! Splits a paste into documents: the text itself, and what stands in its heredocs and Markdown fences.
//!
//! A document is lexed alone, so that a heredoc's `#!` or a stray quote in prose does not hide what comes after it.

use super::line_end;
use crate::text::Span;
use std::cell::Cell;
use std::collections::BTreeSet;

/// What the reader steps over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Skip {
    Comment,
    /// From `<<` to the end of the closing mark.
    Heredoc,
    Fence,
}

/// Where a document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Host {
    /// The paste itself.
    Paste,
    Heredoc,
    Fence,
}

/// One text to read, in offsets of the raw paste.
#[derive(Debug)]
pub(super) struct Document<'t> {
    pub(super) raw: &'t str,
    pub(super) text: &'t [u8],
    pub(super) span: Span,
    pub(super) host: Host,
    /// In order, without overlap.
    pub(super) skips: Vec<(Span, Skip)>,
    /// What stands in heredocs and fences.
    pub(super) inner: Vec<(Span, Host)>,
    /// Bytes that may still be looked at in vain: keeps hostile text linear.
    budget: Cell<usize>,
}

/// How far an open `${` or bracket may reach before it is taken for a stray character.
const REACH: usize = 1 << 16;

impl<'t> Document<'t> {
    pub(super) fn new(raw: &'t str, span: Span, host: Host) -> Self {
        // The end of the document is the end of the text it is read from.
        let text = raw.as_bytes().get(..span.end).unwrap_or(b"");
        let mut out = Self {
            raw,
            text,
            span,
            host,
            skips: Vec::new(),
            inner: Vec::new(),
            budget: Cell::new((16 * span.end.saturating_sub(span.start)).max(1 << 20)),
        };
        out.lex();
        out
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.text.get(at).copied()
    }

    /// The bytes before an offset on its line, at most 256.
    fn before(&self, at: usize) -> &'t [u8] {
        let from = at.saturating_sub(256).max(self.span.start);
        let window = self.text.get(from..at).unwrap_or(b"");
        let line = memchr::memrchr(b'\n', window).map_or(0, |found| found + 1);
        window.get(line..).unwrap_or(b"")
    }

    /// The bytes from an offset to the end of its line, at most 256.
    fn after(&self, at: usize) -> &'t [u8] {
        let window = self.text.get(at..self.text.len().min(at + 256)).unwrap_or(b"");
        window.get(..memchr::memchr(b'\n', window).unwrap_or(window.len())).unwrap_or(b"")
    }

    pub(super) fn slice(&self, start: usize, end: usize) -> &'t str {
        self.raw.get(start..end).unwrap_or("")
    }

    /// What is stepped over at this offset.
    pub(super) fn skip_at(&self, at: usize) -> Option<(Span, Skip)> {
        if !matches!(self.byte(at), Some(b'#' | b'/' | b'<' | b'`' | b'~')) {
            return None;
        }
        let index = self.skips.partition_point(|(span, _)| span.end <= at);
        self.skips.get(index).copied().filter(|(span, _)| span.start <= at)
    }

    /// Whether this offset is in a comment, a heredoc or a fence.
    pub(super) fn is_skipped(&self, at: usize) -> bool {
        let index = self.skips.partition_point(|(span, _)| span.end <= at);
        self.skips.get(index).is_some_and(|(span, _)| span.start <= at)
    }

    /// Whether this offset is in a comment.
    pub(super) fn is_comment(&self, at: usize) -> bool {
        let index = self.skips.partition_point(|(span, _)| span.end <= at);
        self.skips.get(index).is_some_and(|(span, kind)| span.start <= at && *kind == Skip::Comment)
    }

    /// How far one may still look ahead in vain from here.
    pub(super) fn reach(&self, from: usize) -> usize {
        from.saturating_add(REACH.min(self.budget.get())).min(self.text.len())
    }

    /// What was looked at in vain counts.
    pub(super) fn in_vain(&self, bytes: usize) {
        self.budget.set(self.budget.get().saturating_sub(bytes));
    }

    /// The end of the quoted string that begins at `at`, after its closing quote; none where its line ends first.
    pub(super) fn string(&self, at: usize) -> Option<usize> {
        // Brace depths of the interpolations we are in; an inner string is one more level.
        let mut inside: Vec<u32> = Vec::new();
        let mut in_text = true;
        let limit = self.reach(at);
        let mut end = at + 1;
        while end < limit {
            let byte = self.byte(end)?;
            if in_text {
                match byte {
                    b'\n' if inside.is_empty() => return None,
                    b'\\' => end += 1,
                    b'$' | b'%' if self.byte(end + 1) == Some(byte) && self.byte(end + 2) == Some(b'{') => {
                        end += 2;
                    }
                    b'$' | b'%' if self.byte(end + 1) == Some(b'{') => {
                        inside.push(1);
                        in_text = false;
                        end += 1;
                    }
                    b'"' if inside.is_empty() => return Some(end + 1),
                    b'"' => in_text = false,
                    _ => {}
                }
            } else {
                match (byte, inside.last_mut()) {
                    (b'{', Some(depth)) => *depth += 1,
                    (b'}', Some(depth)) => {
                        *depth -= 1;
                        if *depth == 0 {
                            inside.pop();
                            in_text = true;
                        }
                    }
                    (b'"', _) => in_text = true,
                    _ => {}
                }
                if inside.len() > 64 {
                    break;
                }
            }
            end += 1;
        }
        self.in_vain(end - at);
        // `"${` that never ends its line as a template: the next quote on the line closes it.
        memchr::memchr(b'"', self.after(at + 1)).map(|found| at + found + 2)
    }

    fn lex(&mut self) {
        let mut missing: BTreeSet<&str> = BTreeSet::new();
        let mut at = self.span.start;
        let mut is_line_start = true;
        let mut is_never_closed = false;
        while let Some(byte) = self.byte(at) {
            if is_line_start && let Some(end) = self.fence(at) {
                at = end;
                continue;
            }
            is_line_start = byte == b'\n';
            let before = if at > self.span.start { self.byte(at - 1) } else { None };
            match byte {
                b'"' => at = self.string(at).unwrap_or(at + 1),
                b'#' if self.is_comment_mark(at, before) => at = self.comment(at, line_end(self.text, at)),
                b'/' if self.byte(at + 1) == Some(b'/') && !matches!(before, Some(b':' | b'/')) => {
                    at = self.comment(at, line_end(self.text, at));
                }
                b'/' if self.byte(at + 1) == Some(b'*')
                    && before.is_none_or(|byte| {
                        byte.is_ascii_whitespace() || matches!(byte, b'{' | b'}' | b'=' | b'(' | b',' | b'"')
                    }) =>
                {
                    let close = if is_never_closed {
                        None
                    } else {
                        crate::text::find_bytes(self.text.get(at + 2..).unwrap_or(b""), b"*/")
                    };
                    is_never_closed = close.is_none();
                    let starts_line = self.before(at).trim_ascii().is_empty();
                    match close {
                        Some(found) => at = self.comment(at, at + found + 4),
                        None if starts_line => at = self.comment(at, self.text.len()),
                        None => at += 2,
                    }
                }
                b'<' if self.byte(at + 1) == Some(b'<') => match self.heredoc(at, &mut missing) {
                    Some(end) => at = end,
                    None => at += 2,
                },
                _ => at += 1,
            }
        }
    }

    /// `$#`, `${#x}` and `#{x}#` are no comments.
    fn is_comment_mark(&self, at: usize, before: Option<u8>) -> bool {
        let in_template = matches!(before, Some(b'$'))
            || before == Some(b'{') && at >= 2 && self.byte(at - 2) == Some(b'$')
            || before == Some(b'}') && crate::text::find_bytes(self.before(at), b"#{").is_some();
        let opens_template = self.byte(at + 1) == Some(b'{')
            && self.after(at).contains(&b'}')
            && before.is_some_and(|byte| byte != b'\n');
        // `href#anchor` and colours in prose; HCL writes a blank or a closing character before a comment.
        let in_word = before.is_some_and(|byte| byte.is_ascii_alphanumeric())
            && self.byte(at + 1).is_some_and(|byte| byte.is_ascii_alphanumeric())
            && !self.before(at).contains(&b'=');
        !in_template && !opens_template && !in_word
    }

    fn comment(&mut self, start: usize, end: usize) -> usize {
        let end = end.min(self.text.len()).max(start + 1);
        self.skips.push((Span::new(start, end), Skip::Comment));
        end
    }

    /// A Markdown fence that begins at this line: the offset after it.
    fn fence(&mut self, line: usize) -> Option<usize> {
        let end = line_end(self.text, line);
        let trimmed = self.slice(line, end).trim_start_matches([' ', '\t', '>']);
        let mark = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark))?;
        // Inline code on one line is no fence.
        if trimmed.get(3..).is_some_and(|rest| rest.contains("```")) {
            return None;
        }
        let start = line + (end - line).saturating_sub(trimmed.len()).min(end - line);
        let content = (end + 1).min(self.text.len());
        let mut at = content;
        let mut stop = self.text.len();
        let mut close = self.text.len();
        while at < self.text.len() {
            let here = line_end(self.text, at);
            if self.slice(at, here).trim_start_matches([' ', '\t', '>']).starts_with(mark) {
                stop = at;
                close = here;
                break;
            }
            at = here + 1;
        }
        self.skips.push((Span::new(start, close.max(start + 1)), Skip::Fence));
        self.inner.push((Span::new(content.min(stop), stop), Host::Fence));
        Some(close.max(end))
    }

    /// A heredoc whose `<<` is at `at`: the offset after its closing mark.
    fn heredoc(&mut self, at: usize, missing: &mut BTreeSet<&'t str>) -> Option<usize> {
        let mut from = at + 2;
        if matches!(self.byte(from), Some(b'-' | b'~')) {
            from += 1;
        }
        while self.byte(from) == Some(b' ') {
            from += 1;
        }
        let quote = matches!(self.byte(from), Some(b'"' | b'\'' | b'\\'));
        from += usize::from(quote);
        let mut to = from;
        while self.byte(to).is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')) {
            to += 1;
        }
        let mark: &'t str = self.slice(from, to);
        if !mark.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
            return None;
        }
        // Cut off, if it reads as one: `name = <<EOF`, `cat <<EOF > file`.
        let before = self.before(at).trim_ascii_end();
        let is_one = before.ends_with(b"=") || before.ends_with(b"cat");
        let is_known = missing.contains(mark) || self.budget.get() == 0;
        if is_known && !is_one {
            return None;
        }
        let content = (line_end(self.text, at) + 1).min(self.text.len());
        let mut line = content;
        let mut found = None;
        if !is_known {
            while line < self.text.len() {
                let end = line_end(self.text, line);
                if self.slice(line, end).trim() == mark {
                    found = Some((line, end));
                    break;
                }
                line = end + 1;
            }
        }
        let (stop, close) = if let Some(found) = found {
            found
        } else {
            missing.insert(mark);
            self.in_vain(self.text.len().saturating_sub(content));
            if !is_one {
                return None;
            }
            (self.text.len(), self.text.len())
        };
        // The rest of the shell's line belongs to it.
        self.skips.push((Span::new(at, close.max(at + 2)), Skip::Heredoc));
        self.inner.push((Span::new(content.min(stop), stop), Host::Heredoc));
        Some(close.max(at + 2))
    }

    /// Where the comment ends that begins on the line of an offset, after it.
    pub(super) fn comment_end(&self, at: usize) -> Option<usize> {
        let end = line_end(self.text, at);
        let index = self.skips.partition_point(|(span, _)| span.end <= at);
        match self.skips.get(index) {
            Some((span, Skip::Comment)) if span.start < end => Some(span.end),
            _ => None,
        }
    }

    /// The comment after an argument, on its line.
    pub(super) fn trailing_comment(&self, at: usize) -> &'t str {
        let end = line_end(self.text, at);
        let index = self.skips.partition_point(|(span, _)| span.end <= at);
        match self.skips.get(index) {
            Some((span, Skip::Comment)) if span.start < end => self.slice(span.start, span.end.min(end)),
            _ => "",
        }
    }
}

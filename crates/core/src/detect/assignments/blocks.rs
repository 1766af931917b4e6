//! Values of more than one line or part: heredocs, block scalars, XML, table cells, joined literals.

use super::judge::judge;
use crate::detect::names::{self, Said, Strength};
use crate::detect::values::{self, Value};
use crate::detect::{Finder, Found};
use crate::detect::{containers, framed};

/// `"a" +`, `"a" \`, `("a"` and `"b"` on the line below: one literal in several parts.
pub(super) fn further_parts(finder: &mut Finder<'_>, name: &str, said: Said, mut part: Value) {
    let text = finder.bytes;
    for _ in 0..40 {
        let mut at = values::blanks(text, part.after);
        let mut joined = false;
        if matches!(text.get(at), Some(b'+' | b'.' | b'&' | b'\\')) {
            joined = true;
            at += 1;
            while matches!(text.get(at), Some(b'.' | b'_' | b'+')) {
                at += 1;
            }
            at = values::blanks(text, at);
        }
        if text.get(at) == Some(&b'\r') {
            at += 1;
        }
        let newline = text.get(at) == Some(&b'\n');
        if newline {
            at = values::blanks(text, at + 1);
        }
        if !joined && matches!(text.get(at), Some(b'+' | b'.' | b'&')) && newline {
            joined = true;
            at = values::blanks(text, at + 1);
        }
        // Without a sign between them only brackets make them one.
        if !(joined || newline && bracketed(text, part.start)) {
            return;
        }
        if !matches!(text.get(at), Some(b'"' | b'\'' | b'`')) {
            return;
        }
        let Some(next) = values::quoted(text, at) else { return };
        // `+ "region" = ...` of a plan: the next name.
        if matches!(text.get(values::blanks(text, next.after)), Some(b':' | b'=')) {
            return;
        }
        judge(finder, name, said, next);
        part = next;
    }
}

/// Whether the quote before `start` follows an opening bracket, or a line that does.
pub(super) fn bracketed(text: &[u8], start: usize) -> bool {
    let line = values::line_start(text, start);
    let head = text.get(line..start.saturating_sub(1)).unwrap_or(b"").trim_ascii();
    head.ends_with(b"(") || head.is_empty()
}

/// `<td>Password</td><td>x</td>`, `<dt>API key</dt><dd><code>x</code></dd>`: the value is the next cell.
pub(super) fn next_cell(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) {
    let text = finder.bytes;
    let limit = text.len().min(at + 240);
    let mut here = at;
    let mut cell = false;
    for _ in 0..7 {
        while here < limit && text.get(here).is_some_and(u8::is_ascii_whitespace) {
            here += 1;
        }
        if text.get(here) != Some(&b'<') {
            break;
        }
        let Some(close) = text.get(here..limit).and_then(|rest| memchr::memchr(b'>', rest)) else { return };
        let tag = finder.text.get(here + 1..here + close).unwrap_or("").to_ascii_lowercase();
        match tag.split(' ').next().unwrap_or("") {
            "th" | "tr" | "/tr" | "table" | "/table" | "input" | "select" | "br" | "button" => return,
            "td" | "dd" | "string" => cell = true,
            _ => {}
        }
        here += close + 1;
    }
    let close = text.get(here..limit).and_then(|rest| memchr::memchr(b'<', rest)).map(|at| here + at);
    let end = close.unwrap_or(limit);
    let Some(body) = finder.text.get(here..end) else { return };
    let (lead, body) = (body.len() - body.trim_start().len(), body.trim());
    // A cell is closed; what goes on behind all markup is none.
    if close.is_none() && body.contains(['\n', ' ']) {
        return;
    }
    let rest = text.get(end..text.len().min(end + 60)).unwrap_or(b"");
    let closes = |tag: &[u8]| crate::text::find_bytes(rest, tag).is_some();
    let last = closes(b"</tr") || closes(b"</dd") || closes(b"<tr") || closes(b"</string");
    let reads = values::is_tokenish(body)
        || values::is_password_like(body)
        || closes(b"</string") && super::ending::is_phrase(body);
    if (reads || cell && last && !body.contains(' ')) && said.strength == Strength::Strong {
        let from = here + lead;
        judge(finder, name, said, Value { start: from, end: from + body.len(), after: end, quoted: true });
    }
}

pub(super) fn xml(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) {
    let window = finder.bytes.get(at..finder.bytes.len().min(at + 4096)).unwrap_or(b"");
    let (skip, close): (usize, &[u8]) =
        if window.starts_with(b"<![CDATA[") { (9, b"]]>") } else { (0, b"<") };
    // `<Password><Value>x</Value>`
    for inner in ["<Value>", "<value>", "<string>", "<String>", "<PlainText>"] {
        if window.starts_with(inner.as_bytes()) {
            xml(finder, name, said, at + inner.len());
            return;
        }
    }
    let Some(found) = crate::text::find_bytes(window, close) else { return };
    // A stand-in of a table: `| <token> |`, and another one below.
    let lines = window.get(..found).is_some_and(|body| memchr::memchr(b'\n', body).is_some());
    if found < skip || skip == 0 && lines && window.get(found + 1) != Some(&b'/') {
        return;
    }
    // OpenVPN: the user's line, then the password's.
    if name == "auth-user-pass" {
        let body = finder.text.get(at..at + found).unwrap_or("").trim_end();
        if let Some(line) = body.rfind('\n').filter(|line| *line > 0) {
            judge(
                finder,
                name,
                said,
                Value { start: at + line + 1, end: at + body.len(), after: at + found, quoted: true },
            );
        }
        return;
    }
    judge(finder, name, said, Value::quoted(at + skip, at + found));
}

pub(super) fn heredoc(finder: &mut Finder<'_>, said: Said, at: usize) {
    let text = finder.bytes;
    let line = values::line_end(text, at);
    let Some(mark) = finder.text.get(at..line) else { return };
    let mark = mark.trim_start_matches("<<").trim_start_matches(['-', '~']).trim().trim_matches(['"', '\'']);
    if mark.is_empty() || mark.len() > 64 {
        return;
    }
    let start = (line + 1).min(text.len());
    // Its end does not read as such behind a log's times.
    let framed = |at: usize| {
        let begin = values::line_start(text, at);
        text.get(begin..values::line_end(text, at)).is_some_and(framed::is_framed)
    };
    if framed(at) && framed(start) {
        return;
    }
    let mut end = start;
    let mut lines = 0;
    while end < text.len() && lines < 2000 {
        let stop = values::line_end(text, end);
        let body = finder.text.get(end..stop).unwrap_or("");
        let body = body.trim().trim_start_matches(['+', '-', '~']).trim();
        if body == mark || body.strip_prefix(mark).is_some_and(|rest| rest.starts_with([')', ',', ' '])) {
            break;
        }
        end = (stop + 1).min(text.len());
        lines += 1;
    }
    block(finder, said, start, end);
}

/// Each line of a block is hidden by itself, so that indentation and log prefixes stay.
fn block(finder: &mut Finder<'_>, said: Said, start: usize, end: usize) {
    let whole = finder.text.get(start..end).unwrap_or("");
    if values::is_never_secret(whole.trim()) {
        return;
    }
    let descend = said.kind == "USER_DATA"
        || whole.contains("-----BEGIN CERTIFICATE")
        || whole.contains("-----BEGIN PUBLIC");
    if descend && !whole.contains("PRIVATE KEY") {
        return;
    }
    // A file of settings in a secret: what its names call public stays.
    let settings = matches!(said.kind, "SENSITIVE_VALUE" | "CREDENTIALS") && is_settings(whole);
    let mut at = start;
    while at < end {
        let stop = values::line_end(finder.bytes, at).min(end);
        let line = finder.text.get(at..stop).unwrap_or("");
        let mut lead = line.len() - line.trim_start().len();
        let mut body = line.trim();
        if settings && let Some((key, value)) = setting(body) {
            let kept = names::is_public_member(key)
                || value.len() < 7 && value.bytes().all(|byte| byte.is_ascii_digit())
                || value.is_empty()
                || matches!(value, "true" | "false" | "{" | "[" | "|" | ">" | "|-");
            if kept {
                at = stop + 1;
                continue;
            }
            if value.starts_with('{') {
                containers::entries(finder, said, at + lead + (body.len() - value.len()));
                at = stop + 1;
                continue;
            }
            let bare = value.trim_matches(['"', '\'', ',', ';']);
            lead += body.len() - value.len() + value.find(bare).unwrap_or(0);
            body = bare;
        } else if settings && (body.starts_with(['#', '[']) || matches!(body, "---" | "{" | "}" | "},")) {
            at = stop + 1;
            continue;
        }
        if !body.is_empty() && !body.starts_with("-----") && !values::is_never_secret(body) {
            finder.add(Found {
                start: at + lead,
                end: at + lead + body.len(),
                rule: "block",
                placeholder: said.kind,
                certain: false,
            });
        }
        at = stop + 1;
    }
}

/// Whether most lines of a text are `name: value` or `name = value`.
fn is_settings(text: &str) -> bool {
    let lines = || text.lines().map(str::trim).filter(|line| line.len() > 2 && !line.starts_with('#'));
    let named = lines().filter(|line| setting(line).is_some()).count();
    named >= 2 && named * 3 >= lines().count() * 2 && !text.contains("\n-----BEGIN")
}

/// Name and value of a line of settings.
fn setting(line: &str) -> Option<(&str, &str)> {
    let at = line.find([':', '='])?;
    let key = line.get(..at)?.trim().trim_start_matches("- ").trim_matches(['"', '\'']);
    let value = line.get(at + 1..)?;
    let named = !key.is_empty()
        && key.len() < 60
        && key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'/'));
    let equals = line.as_bytes().get(at) == Some(&b'=');
    (named && (equals || value.is_empty() || value.starts_with(' '))).then(|| (key, value.trim()))
}

/// `k: |` and the lines indented deeper.
pub(super) fn block_scalar(finder: &mut Finder<'_>, said: Said, start: usize, at: usize) -> bool {
    let text = finder.bytes;
    let line = values::line_end(text, at);
    let head = finder.text.get(at..line).unwrap_or("").trim_end();
    if head.len() > 4 && !head.contains('#')
        || !head.chars().skip(1).take(3).all(|c| matches!(c, '-' | '+' | '0'..='9' | ' ' | '#'))
    {
        return false;
    }
    let key_line = values::line_start(text, start);
    let indent = |at: usize, stop: usize| {
        let line = finder.text.get(at..stop).unwrap_or("");
        line.len() - line.trim_start_matches([' ', '-', '+', '~']).len()
    };
    let own = indent(key_line, line);
    let begin = (line + 1).min(text.len());
    let mut end = begin;
    while end < text.len() {
        let stop = values::line_end(text, end);
        let body = finder.text.get(end..stop).unwrap_or("");
        if !body.trim().is_empty() && indent(end, stop) <= own {
            break;
        }
        end = (stop + 1).min(text.len());
        if end - begin > values::LONGEST {
            break;
        }
    }
    block(finder, said, begin, end);
    true
}

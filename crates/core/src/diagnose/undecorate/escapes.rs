//! Colour codes and control characters of terminals, and escapes of strings.

use super::pattern;
use regex::Regex;
use std::sync::LazyLock;

static LITERAL_ESCAPE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:\\+u001[bB]|\\+x1[bB]|\\+033|\\+e|\^\[)\["));
static ORPHAN_COLOUR: LazyLock<Regex> = LazyLock::new(|| pattern(r"\[[0-9]{1,2}(?:;[0-9]{1,3}){0,4}m"));
static BUILDKITE: LazyLock<Regex> = LazyLock::new(|| pattern(r"_bk;t=[0-9]+"));

pub(super) fn without_escapes(line: &str) -> String {
    let plain = line.is_ascii()
        && !line.bytes().any(|byte| matches!(byte, 0x1b | b'[' | b'^' | b'\\' | 0..=8 | 14..=31 | 0x7f));
    if plain {
        return line.to_owned();
    }
    let line = if line.contains("^[") && line.contains("^M") {
        LITERAL_ESCAPE.replace_all(line, "\u{1b}[").replace("^M", "").into()
    } else if line.contains("^[") || line.contains('\\') {
        LITERAL_ESCAPE.replace_all(line, "\u{1b}[")
    } else {
        line.into()
    };
    // Box glyphs whose UTF-8 bytes were read as Windows-1252.
    let line = if line.contains("â") {
        line.replace("â”‚", "│").replace("â•·", "╷").replace("â•µ", "╵").into()
    } else {
        line
    };
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\u{1b}' => match chars.next() {
                Some('[') => skip_until(&mut chars, |c| matches!(c, '\u{40}'..='\u{7e}')),
                Some(']' | '_' | 'P' | '^' | 'X') => {
                    skip_until(&mut chars, |c| matches!(c, '\u{7}' | '\u{9c}' | '\\'));
                }
                Some('(' | ')') => _ = chars.next(),
                _ => {}
            },
            '\u{9b}' => skip_until(&mut chars, |c| matches!(c, '\u{40}'..='\u{7e}')),
            '\u{a0}' | '\u{202f}' | '\u{2007}' => out.push(' '),
            '\u{201c}' | '\u{201d}' | '\u{201e}' => out.push('"'),
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' => {}
            '\t' => out.push('\t'),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    if out.contains('[')
        && let std::borrow::Cow::Owned(clean) = ORPHAN_COLOUR.replace_all(&out, "")
    {
        out = clean;
    }
    if out.contains("_bk;t=") {
        out = BUILDKITE.replace_all(&out, "").into_owned();
    }
    if let Some(rest) = out.strip_suffix("^M") {
        out.truncate(rest.len());
    }
    out
}

fn skip_until(chars: &mut std::iter::Peekable<std::str::Chars<'_>>, is_end: impl Fn(char) -> bool) {
    for c in chars.by_ref() {
        if is_end(c) {
            break;
        }
    }
}

/// Whether line ends are written as `\n`.
pub(super) fn is_escaped(text: &str) -> bool {
    (text.contains("\\n") || text.contains("\\r"))
        && [
            "Lock Info:\\",
            "state lock\\",
            "lock Info:\\",
            "Error message:",
            "unlock state:",
            "Error: ",
            "state lock.",
        ]
        .iter()
        .any(|mark| text.contains(mark))
}

/// One level of JSON string escapes undone.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            // A line end by itself, as old systems wrote it.
            Some('r') if !chars.as_str().starts_with("\\n") => out.push('\n'),
            Some('r') => {}
            Some('t') => out.push('\t'),
            Some(other @ ('"' | '\\' | '/' | '\'')) => out.push(other),
            Some(other) => {
                out.push('\\');
                out.push(other);
            }
            None => out.push('\\'),
        }
    }
    out
}

//! Takes off what terminals, CI systems, chat and log collectors put around a text.
//!
//! Sources: Terraform `internal/command/format/diagnostic.go` v1.15.9 (box, colour, wrapping), Terragrunt
//! `util/logger.go` v0.17.0 and the log formats of v0.67 and later, GitHub, GitLab and Azure DevOps raw logs.

mod escapes;
mod html;
mod json;
mod prefixes;
mod wraps;

pub(super) use prefixes::ROW;

use super::margin::{self, Margins};
use escapes::{is_escaped, unescaped, without_escapes};
use html::{is_html, without_html};
use json::{json_member, json_messages};
use prefixes::without_prefixes;
use regex::Regex;
use std::sync::LazyLock;
use wraps::{starts_anew, unwrapped, width};

/// One line without decoration, and the bytes of raw text that it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The Terragrunt unit, compose service or module that a prefix named.
    pub(super) unit: Option<String>,
}

/// Longest line that is taken apart; longer ones are examined only up to here.
const LONGEST_LINE: usize = 4 << 20;

/// How deep JSON in JSON, or escapes in escapes, are followed.
const DEEPEST: usize = 7;

/// The lines of raw text, un-decorated, with terminal line wraps undone.
pub(super) fn lines(raw: &str) -> Vec<Line> {
    expanded(unwrapped(physical(raw)))
}

/// The same, with every line that is as wide as the widest joined to the next; none where nothing is to join.
pub(super) fn lines_joined(raw: &str) -> Option<Vec<Line>> {
    let lines = physical(raw);
    let widest = lines.iter().map(|line| width(&line.text)).max().unwrap_or(0);
    if !(20..=200).contains(&widest) || lines.len() < 2 {
        return None;
    }
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut before = 0;
    for line in lines {
        let here = width(&line.text);
        match out.last_mut() {
            Some(last) if before == widest && !line.text.trim().is_empty() => {
                last.text.push_str(&line.text);
                last.end = line.end;
            }
            // A blank at the edge of the screen is lost when a pane is copied.
            Some(last)
                if before + 1 == widest && !line.text.trim().is_empty() && !starts_anew(&line.text) =>
            {
                last.text.push(' ');
                last.text.push_str(&line.text);
                last.end = line.end;
            }
            _ => out.push(line),
        }
        before = here;
    }
    Some(expanded(out))
}

/// Known prefixes and strings within strings first, then margins of any other form, until neither is left.
fn expanded(lines: Vec<Line>) -> Vec<Line> {
    let mut lines = lines;
    for _ in 0..3 {
        let mut out = Vec::with_capacity(lines.len());
        for piece in lines {
            expand(&piece.text, piece.start, piece.end, piece.unit.as_deref(), 0, &mut out);
        }
        lines = out;
        margin::without_right_edges(&mut lines);
        let margins = Margins::of(&lines);
        if margins.is_empty() {
            break;
        }
        for line in &mut lines {
            if let Some(text) = margins.without(&line.text) {
                line.text = text.to_owned();
            }
        }
    }
    lines
}

fn physical(raw: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in raw.split('\n') {
        let end = start + line.len();
        for part in line.split('\r') {
            if part.is_empty() && line.contains('\r') {
                continue;
            }
            lines.push(Line { text: without_escapes(prefix(part, LONGEST_LINE)), start, end, unit: None });
        }
        start = end + 1;
    }
    margin::without_right_edges(&mut lines);
    lines
}

/// The longest prefix of at most `limit` bytes that ends on a character border.
pub(super) fn prefix(text: &str, limit: usize) -> &str {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

/// Patterns in this file are constants; one that does not compile matches nothing, and the tests show it.
pub(super) fn pattern(text: &str) -> Regex {
    let pattern = Regex::new(text);
    debug_assert!(pattern.is_ok(), "{text}: {pattern:?}");
    pattern.unwrap_or_else(|_| NOTHING.clone())
}

static NOTHING: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("$a").unwrap_or_else(|_| unreachable!("an anchor and a letter compile")));

/// The lines of markup; false where it holds none.
fn expand_html(
    line: &str,
    start: usize,
    end: usize,
    unit: Option<&str>,
    depth: usize,
    out: &mut Vec<Line>,
) -> bool {
    let html = without_html(line);
    if html == line {
        return false;
    }
    for part in html.split('\n') {
        expand(&without_escapes(part), start, end, unit, depth + 1, out);
    }
    true
}

fn expand(line: &str, start: usize, end: usize, unit: Option<&str>, depth: usize, out: &mut Vec<Line>) {
    // Markup in a string is undone after the string, a string in markup before it.
    let is_string = line.contains("\\n") && !line.contains("&quot;") && !line.contains("&#34;");
    if depth < DEEPEST && !is_string && is_html(line) && expand_html(line, start, end, unit, depth, out) {
        return;
    }
    let (mut text, own) = without_prefixes(line);
    let unit = own.as_deref().or(unit);
    if depth < DEEPEST {
        if text.contains('\n') {
            for part in text.split('\n') {
                expand(&without_escapes(part), start, end, unit, depth + 1, out);
            }
            return;
        }
        let messages = json_messages(&text);
        if !messages.is_empty() {
            for part in messages.iter().flat_map(|message| message.split('\n')) {
                expand(&without_escapes(part), start, end, unit, depth + 1, out);
            }
            return;
        }
        if let Some(value) = json_member(&text) {
            for part in value.split('\n') {
                expand(&without_escapes(part), start, end, unit, depth + 1, out);
            }
            return;
        }
        if is_escaped(&text) {
            for part in unescaped(&text).split('\n') {
                expand(&without_escapes(part), start, end, unit, depth + 1, out);
            }
            return;
        }
        if is_string && is_html(&text) && expand_html(&text, start, end, unit, depth, out) {
            return;
        }
    }
    // Bold rows and heads of a comment.
    if text.contains("**") && text.contains(':') {
        text = text.replace("**", "");
    }
    let kept = text.trim_end();
    let kept = kept.strip_suffix("^M").unwrap_or(kept).trim_end().len();
    text.truncate(kept);
    if text.trim().chars().all(|c| matches!(c, '|' | '│' | '┃' | '║' | '¦')) {
        text.clear();
    }
    out.push(Line { text, start, end, unit: unit.map(str::to_owned) });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(raw: &str) -> Vec<String> {
        lines(raw).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn every_pattern_compiles() {
        for text in [
            "2026-11-24T02:31:07.4129834Z x",
            "[2026-11-24T02:31:07Z] x",
            "##[error]x",
            "name-1  | x",
            "│ x",
            "> x",
        ] {
            assert_eq!(texts(text), ["x"], "{text}");
        }
        for text in
            ["12:00:00.123 STDERR [vpc] tofu: x", "job\tstep\t2026-01-01T00:00:00.1Z x", "ERRO[0001] x"]
        {
            assert_eq!(texts(text), ["x"], "{text}");
        }
    }

    #[test]
    fn a_fixed_width_break_inside_a_box_is_joined() {
        assert_eq!(
            texts("│   ID:        63a0f9a3-975b-f8f5-748a-a\nf0f2affd403\n│ x"),
            ["  ID:        63a0f9a3-975b-f8f5-748a-af0f2affd403", "x"]
        );
    }

    #[test]
    fn colours_in_any_spelling_go() {
        assert_eq!(texts("\u{1b}[31m│\u{1b}[0m a\n^[[31mb^M\n[0m[1mc[0m"), ["a", "b", "c"]);
    }
}

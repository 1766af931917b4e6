//! Takes off what terminals, CI systems, chat and log collectors put around a text.
//!
//! Sources: Terraform `internal/command/format/diagnostic.go` v1.15.9 (box, colour, wrapping), Terragrunt
//! `util/logger.go` v0.17.0 and the log formats of v0.67 and later, GitHub, GitLab and Azure DevOps raw logs.

use super::margin::{self, Margins};
use crate::words::Words;
use regex::Regex;
use serde_json::Value;
use std::sync::LazyLock;

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

static LITERAL_ESCAPE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:\\+u001[bB]|\\+x1[bB]|\\+033|\\+e|\^\[)\["));
static ORPHAN_COLOUR: LazyLock<Regex> = LazyLock::new(|| pattern(r"\[[0-9]{1,2}(?:;[0-9]{1,3}){0,4}m"));
static BUILDKITE: LazyLock<Regex> = LazyLock::new(|| pattern(r"_bk;t=[0-9]+"));

/// Patterns in this file are constants; one that does not compile matches nothing, and the tests show it.
pub(super) fn pattern(text: &str) -> Regex {
    let pattern = Regex::new(text);
    debug_assert!(pattern.is_ok(), "{text}: {pattern:?}");
    pattern.unwrap_or_else(|_| NOTHING.clone())
}

static NOTHING: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("$a").unwrap_or_else(|_| unreachable!("an anchor and a letter compile")));

fn without_escapes(line: &str) -> String {
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

const BOX: [char; 8] = ['│', '╷', '╵', '┃', '├', '╭', '╰', '┌'];

fn width(text: &str) -> usize {
    text.chars().count()
}

/// Joins lines that a terminal of fixed width broke. Such a piece follows a line of exactly that width, and lacks
/// the box, prefix or label that its neighbours have. What the width is, a broken word of ours proves; within a box
/// or behind prefixes it is that of the widest line.
fn unwrapped(lines: Vec<Line>) -> Vec<Line> {
    let proof = proven_width(&lines);
    let boxed = lines.iter().any(|line| line.text.trim_start().starts_with(BOX));
    let margins = Margins::of(&lines);
    let is_stamped = |text: &str| {
        STAMP.is_match(text) || PRETTY.is_match(text) || CLOCK.is_match(text) || margins.marks(text)
    };
    let stamped = {
        let stamped = lines.iter().filter(|line| is_stamped(&line.text)).count();
        stamped >= 3 && stamped * 3 > lines.len()
    };
    let edge = match proof {
        Some(width) => width,
        None if boxed || stamped => lines.iter().map(|line| width(&line.text)).max().unwrap_or(0),
        None => return lines,
    };
    if !(20..=400).contains(&edge) {
        return lines;
    }
    let is_marked = |text: &str| {
        if boxed {
            text.trim_start().starts_with(BOX)
        } else if stamped {
            is_stamped(text)
        } else {
            starts_anew(text)
        }
    };
    let marks: Vec<bool> = lines.iter().map(|line| is_marked(&line.text)).collect();
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut before = 0;
    let mut inside = false;
    for (index, line) in lines.into_iter().enumerate() {
        let here = width(&line.text);
        let marked = marks.get(index).copied().unwrap_or(false);
        let is_within = proof.is_some() || marks.iter().skip(index + 1).take(8).any(|marked| *marked);
        let continues = inside
            && is_within
            && !marked
            && !line.text.trim().is_empty()
            && (before == edge || before + 1 == edge);
        match out.last_mut() {
            Some(last) if continues => {
                // A blank at the edge of the screen is lost when a pane is copied.
                if before < edge {
                    last.text.push(' ');
                }
                last.text.push_str(&line.text);
                last.end = line.end;
            }
            _ => out.push(line),
        }
        inside = marked || continues || (!boxed && !stamped);
        before = here;
    }
    out
}

/// Words of ours in which no program breaks a line.
const UNBROKEN: [&str; 46] = [
    "Error acquiring the state lock",
    "Error locking state",
    "Error locking source state",
    "Error locking destination state",
    "Error releasing the state lock",
    "Error message: ",
    "Failed to unlock state",
    "ConditionalCheckFailedException",
    "The conditional request failed",
    "https response error StatusCode: 4",
    "operation error DynamoDB: Put",
    "operation error S3: Put",
    "api error PreconditionFailed: At least one of the pre-conditions ",
    "pre-conditions you specified did not hold",
    "googleapi: Error 4",
    "conditionNotMet",
    "resource temporarily unavail",
    "HTTP remote state already locked: ID=",
    "orkspace is already locked",
    "orkspace already locked (lock ID: \"",
    "lready locked for workspace",
    "state blob is already locked",
    "already locked by another ",
    "Lock Info:",
    "Operation: OperationType",
    "OperationTypePlan",
    "OperationTypeApply",
    "OperationTypeRefresh",
    "OperationTypeInvalid",
    "acquires a state lock to protect the state from being written",
    "by multiple users at the same time. Please resolve the issue above and try",
    "again. For most commands, you can disable locking with the",
    "acquires a lock when accessing your state to",
    "error occurred while releasing this lock. This could mean",
    "did or did not release properly. If the lock",
    "failed to retrieve lock info",
    "unexpected end of JSON",
    "does not match existing lock",
    "does not match the existing lock",
    "does not have the expected content",
    "unable to retrieve file from S3 bucket",
    "is not authorized to perform: ",
    "ResourceNotFoundException",
    "AccessDeniedException",
    "ExpiredTokenException",
    "ProvisionedThroughputExceeded",
];

static UNBROKEN_SEARCH: LazyLock<Words> = LazyLock::new(|| Words::new(&UNBROKEN));

/// Ids, times and paths, which stand around the seam of two lines.
static UNBROKEN_VALUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|",
        r"20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})? \+0000 UTC|",
        r#"\(lock ID: "[^" ]{1,60}/[^" ]{1,90}"|"#,
        r"Path: +[^ ]{1,110}\.tf(?:state|lock)",
    ))
});

/// Whether a word of ours or a value lies across the place where two lines meet.
fn is_across(both: &str, seam: usize) -> bool {
    if UNBROKEN_SEARCH.places(both).any(|found| found.start < seam && seam < found.end) {
        return true;
    }
    let tail = both.get(..seam).unwrap_or("");
    let near = |text: &str, word: &str| text.contains(word);
    let worth = near(tail, "Path:") || near(tail, "Created:") || near(tail, "(lock ID:") || {
        // The beginning of an id.
        let word = tail.rsplit([' ', '"', '=', '\'']).next().unwrap_or("");
        word.len() < 36
            && !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
    };
    worth && UNBROKEN_VALUE.find_iter(both).any(|found| found.start() < seam && seam < found.end())
}

/// Whether a text has a word of ours.
fn has_word(text: &str) -> bool {
    UNBROKEN_SEARCH.are_in(text)
}

/// The width at which a word of ours is broken.
fn proven_width(lines: &[Line]) -> Option<usize> {
    const REACH: usize = 120;
    let widest = lines.iter().map(|line| width(&line.text)).max().unwrap_or(0);
    lines.windows(2).find_map(|pair| {
        let [line, next] = pair else { return None };
        if !(20..=1600).contains(&line.text.len()) || next.text.trim().is_empty() {
            return None;
        }
        let tail = suffix(&line.text, REACH);
        let seam = tail.len();
        let both = format!("{tail}{}", prefix(&next.text, REACH));
        let is_broken = is_across(&both, seam);
        // A sentence of ours that goes on with one blank at the start of the next line.
        let goes_on = || {
            next.text.starts_with(' ')
                && !next.text.starts_with("  ")
                && !line.text.starts_with([' ', '\t'])
                && !line.text.ends_with(' ')
                && has_word(tail)
        };
        // A sentence of ours that ends at the edge of a usual screen, which no other line passes.
        let is_full = || {
            [80, 100, 120, 132, 160, 200].contains(&widest)
                && width(&line.text) == widest
                && !starts_anew(&next.text)
                && !next.text.starts_with(['\t', ' '])
                && !next.text.starts_with(BOX)
                && prefix(&next.text, 4) != prefix(&line.text, 4)
                && has_word(tail)
        };
        (is_broken || goes_on() || is_full()).then(|| width(&line.text))
    })
}

fn suffix(text: &str, limit: usize) -> &str {
    let mut start = text.len().saturating_sub(limit);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or("")
}

/// Whether a line can only be the beginning of something.
fn starts_anew(line: &str) -> bool {
    let text = line.trim_start();
    text.is_empty()
        || ROW.is_match(text)
        || ["Lock Info:", "Error", "Terraform acquires", "OpenTofu acquires"]
            .iter()
            .any(|head| text.starts_with(head))
}

/// A row of the block.
pub(super) static ROW: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(ID|Path|Operation|Who|Version|Created|Info)[ \t]*:"));

const STAMP_TEXT: &str = r"^\[?[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?\]?";
static STAMP: LazyLock<Regex> = LazyLock::new(|| pattern(STAMP_TEXT));
static STREAM: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:[0-9]{2}[OE][+ ]|(?:stdout|stderr) [FP] )"));
static COLUMNS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^[^\t]{1,200}\t[^\t]{0,200}\t\x{FEFF}?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z ?")
});
static COMPOSE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[A-Za-z0-9][A-Za-z0-9._-]{0,80} +\| ?"));
static BRACKET: LazyLock<Regex> = LazyLock::new(|| pattern(r#"^\[([^\]\[{"]{1,200})\] ?"#));
static PRETTY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})? +(?:STDOUT|STDERR|INFO|ERROR|WARN|DEBUG|TRACE) +(?:\[([^\]]{1,200})\] )?(?:[A-Za-z0-9._/-]+: ?)?",
    )
});

/// A line of `key=value` pairs: what stands before its message, and the message with what follows.
fn key_value(line: &str) -> Option<(&str, &str)> {
    let at = line.find("msg=")?;
    let before = line.get(..at)?;
    let is_log = before.ends_with(' ') && before.contains("level=") && before.contains("time=");
    let message = line.get(at + "msg=".len()..)?;
    (is_log && !message.starts_with('\\')).then_some((before, message))
}
static PREFIX_VALUE: LazyLock<Regex> = LazyLock::new(|| pattern(r#"prefix=\[?"?([^\]" ]{1,200})\]?"?"#));
static SHORT_LEVEL: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:ERRO|INFO|WARN|DEBU)\[[0-9]{4,}\] +"));
static SYSLOG: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ 0-9][0-9] [0-9:]{8} [^ ]+ [^ :]+(?:\[[0-9]+\])?: ",
    )
});
static MARKER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:##\[[a-z]+\]|::(?:error|warning|debug|notice)[^:]*::|section_(?:start|end):[0-9]+:[A-Za-z0-9_.-]+(?:\[[^\]]*\])?)",
    )
});
static CLOCK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\[?[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?\]?(?:  ?|\t)"));

/// Takes every prefix off one line.
fn without_prefixes(line: &str) -> (String, Option<String>) {
    let mut text = line;
    let mut unit = None;
    for _ in 0..8 {
        let trimmed = text.trim_start();
        let mut rest = None;
        // Most lines begin like none of these, so their first byte is looked at before any pattern.
        let first = trimmed.bytes().next().unwrap_or(b' ');
        let is_time = first.is_ascii_digit() || first == b'[';
        if trimmed.contains('\t')
            && let Some(found) = COLUMNS.find(trimmed)
        {
            rest = trimmed.get(found.end()..);
        } else if is_time && let Some(found) = PRETTY.captures(trimmed) {
            unit = found.get(1).map(|one| one.as_str().to_owned()).or(unit);
            rest = found.get(0).and_then(|all| trimmed.get(all.end()..));
        } else if is_time && let Some(found) = STAMP.find(trimmed) {
            let after = trimmed.get(found.end()..).unwrap_or("");
            let stripped = after.strip_prefix([' ', '\t']).unwrap_or(after);
            rest = Some(STREAM.find(stripped).and_then(|one| stripped.get(one.end()..)).unwrap_or(stripped));
        } else if let Some((before, message)) = key_value(trimmed) {
            unit = PREFIX_VALUE
                .captures(before)
                .or_else(|| PREFIX_VALUE.captures(trimmed))
                .and_then(|one| one.get(1))
                .map(|one| one.as_str().to_owned())
                .or(unit);
            if let Some(inside) = message.strip_prefix('"') {
                let inside = quoted_part(inside);
                return (if inside.contains('\\') { unescaped(inside) } else { inside.to_owned() }, unit);
            }
            rest = Some(message);
        } else if let Some(found) =
            [&*SHORT_LEVEL, &SYSLOG, &MARKER, &CLOCK].iter().find_map(|one| one.find(trimmed))
        {
            rest = trimmed.get(found.end()..);
        } else if first == b'['
            && let Some(found) = BRACKET.captures(trimmed)
        {
            let name = found.get(1).map_or("", |one| one.as_str());
            if name.contains('/') || trimmed.contains("terraform: ") {
                unit = Some(name.to_owned());
            }
            rest = found.get(0).and_then(|all| trimmed.get(all.end()..));
        } else if let Some(after) = trimmed.strip_prefix(BOX) {
            rest = Some(after.strip_prefix(' ').unwrap_or(after));
        } else if let Some(after) = trimmed.strip_prefix("> ") {
            rest = Some(after);
        } else if trimmed == ">" || trimmed == "```" || trimmed.starts_with("```") {
            rest = Some("");
        } else if trimmed.contains('|')
            && let Some(found) = COMPOSE.find(trimmed)
        {
            rest = trimmed.get(found.end()..);
        } else if let Some(after) =
            ["| ", "# ", "// ", "-- ", "* ", "- "].iter().find_map(|mark| trimmed.strip_prefix(mark))
        {
            // Comment marks and list marks only before what is surely ours.
            let after = after.trim_start();
            rest = (starts_anew(after) && !after.is_empty()).then_some(after);
        }
        match rest {
            Some(rest) if rest.len() < text.len() => text = rest,
            _ => break,
        }
    }
    (text.to_owned(), unit)
}

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

/// The messages of every JSON document that stands in a line.
fn json_messages(text: &str) -> Vec<String> {
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
fn json_member(text: &str) -> Option<String> {
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

/// What stands before the closing quote.
fn quoted_part(text: &str) -> &str {
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            '\\' if !is_escaped => is_escaped = true,
            '"' if !is_escaped => return text.get(..at).unwrap_or(text),
            _ => is_escaped = false,
        }
    }
    text
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

/// Whether line ends are written as `\n`.
fn is_escaped(text: &str) -> bool {
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
fn unescaped(text: &str) -> String {
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
pub(super) fn messages_of(value: &Value, depth: usize, out: &mut Vec<String>) {
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

static TAG: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"</?(?:br|p|div|span|pre|code|li|ul|td|tr|table|tbody|b|i|em|strong|details|summary|a|font)(?:[ \t][^<>]*)?/?>",
    )
});

const ENTITIES: [(&str, &str); 10] = [
    ("&nbsp;", " "),
    ("&#160;", " "),
    ("&quot;", "\""),
    ("&#34;", "\""),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&#x2F;", "/"),
    ("&amp;", "&"),
];

fn is_html(text: &str) -> bool {
    text.contains("</")
        || text.contains("<br")
        || (text.contains('&')
            && ["&nbsp;", "&quot;", "&#3", "&amp;", "&lt;", "&gt;", "&#160;", "&#x2"]
                .iter()
                .any(|entity| text.contains(entity)))
}

fn without_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for tag in TAG.find_iter(text) {
        out.push_str(text.get(at..tag.start()).unwrap_or(""));
        if tag.as_str().starts_with("<br") && tag.end() < text.len() {
            out.push('\n');
        }
        at = tag.end();
    }
    out.push_str(text.get(at..).unwrap_or(""));
    for (entity, character) in ENTITIES {
        if out.contains(entity) {
            out = out.replace(entity, character);
        }
    }
    out
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

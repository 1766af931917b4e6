//! Takes off what terminals, CI systems, chat and log collectors put around a text.
//!
//! Sources: Terraform `internal/command/format/diagnostic.go` v1.15.9 (box, colour, wrapping), Terragrunt
//! `util/logger.go` v0.17.0 and the log formats of v0.67 and later, GitHub, GitLab and Azure DevOps raw logs.

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
const DEEPEST: usize = 4;

/// The lines of raw text, un-decorated, with terminal line wraps undone.
pub(super) fn lines(raw: &str) -> Vec<Line> {
    expanded(unwrapped(uncommented(physical(raw))))
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

fn expanded(lines: Vec<Line>) -> Vec<Line> {
    let mut out = Vec::new();
    for piece in lines {
        expand(&piece.text, piece.start, piece.end, None, 0, &mut out);
    }
    out
}

/// Takes a comment mark off a text that stands in comments as a whole.
fn uncommented(mut lines: Vec<Line>) -> Vec<Line> {
    for mark in ["#", "//", "--", "*"] {
        let (mut marked, mut all) = (0, 0);
        for line in &lines {
            let text = line.text.trim_start();
            all += usize::from(!text.is_empty());
            marked += usize::from(text.starts_with(mark) && !text.starts_with("##["));
        }
        if all >= 3 && marked * 10 >= all * 9 {
            for line in &mut lines {
                if let Some(rest) = line.text.trim_start().strip_prefix(mark) {
                    line.text = rest.strip_prefix(' ').unwrap_or(rest).to_owned();
                }
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
    lines
}

/// The longest prefix of at most `limit` bytes that ends on a character border.
fn prefix(text: &str, limit: usize) -> &str {
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
    Regex::new(text).unwrap_or_else(|_| NOTHING.clone())
}

static NOTHING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[^\\x00-\\x{10FFFF}]").unwrap_or_else(|_| unreachable!("an empty class compiles"))
});

fn without_escapes(line: &str) -> String {
    let plain = line.is_ascii()
        && !line.bytes().any(|byte| matches!(byte, 0x1b | b'[' | b'^' | b'\\' | 0..=8 | 14..=31 | 0x7f));
    if plain {
        return line.to_owned();
    }
    let line = if line.contains("^[") || line.contains('\\') {
        LITERAL_ESCAPE.replace_all(line, "\u{1b}[")
    } else {
        line.into()
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

/// Joins lines that a terminal of fixed width broke. A line is such a piece when the one before it is exactly
/// as wide as the widest, and it lacks the box, prefix or label that its neighbours have.
fn unwrapped(lines: Vec<Line>) -> Vec<Line> {
    let widest = lines.iter().map(|line| width(&line.text)).max().unwrap_or(0);
    if !(20..=400).contains(&widest) {
        return lines;
    }
    let boxed = lines.iter().any(|line| line.text.trim_start().starts_with(BOX));
    let stamped = {
        let stamped = lines.iter().filter(|line| STAMP.is_match(&line.text)).count();
        stamped >= 3 && stamped * 3 > lines.len()
    };
    if !boxed && !stamped && !rows_are_broken(&lines, widest) {
        return lines;
    }
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut before = 0;
    let mut inside = false;
    for line in lines {
        let here = width(&line.text);
        let marked = if boxed {
            line.text.trim_start().starts_with(BOX)
        } else if stamped {
            STAMP.is_match(&line.text)
        } else {
            starts_anew(&line.text)
        };
        let continues = inside && !marked && !line.text.trim().is_empty() && before + 1 >= widest;
        match out.last_mut() {
            Some(last) if continues => {
                // A blank at the edge of the screen is lost when a pane is copied.
                if before < widest {
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

/// Whether a line can only be the beginning of something.
fn starts_anew(line: &str) -> bool {
    let text = line.trim_start();
    text.is_empty()
        || ROW.is_match(text)
        || ["Lock Info:", "Error", "Terraform acquires", "OpenTofu acquires"]
            .iter()
            .any(|head| text.starts_with(head))
}

/// Without a box or stamps, only a broken row of the block proves that the text was wrapped.
fn rows_are_broken(lines: &[Line], widest: usize) -> bool {
    lines.iter().enumerate().any(|(index, line)| {
        let text = line.text.trim_start();
        ROW.is_match(text)
            && width(&line.text) == widest
            && lines.get(index + 1).is_some_and(|next| {
                let next = next.text.trim_end();
                !next.is_empty() && !starts_anew(next) && !next.starts_with(' ')
            })
    })
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
static BRACKET: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\[([^\]\[]{1,200})\] ?"));
static PRETTY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})? +(?:STDOUT|STDERR|INFO|ERROR|WARN|DEBUG|TRACE) +(?:\[([^\]]{1,200})\] )?(?:[A-Za-z0-9._/-]+: ?)?",
    )
});
static KEY_VALUE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^time=[^ ]+ level=[a-z]+ .*?msg="));
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
        if let Some(found) = COLUMNS.find(trimmed) {
            rest = trimmed.get(found.end()..);
        } else if let Some(found) = PRETTY.captures(trimmed) {
            unit = found.get(1).map(|one| one.as_str().to_owned()).or(unit);
            rest = found.get(0).and_then(|all| trimmed.get(all.end()..));
        } else if let Some(found) = STAMP.find(trimmed) {
            let after = trimmed.get(found.end()..).unwrap_or("");
            let stripped = after.strip_prefix([' ', '\t']).unwrap_or(after);
            rest = Some(STREAM.find(stripped).and_then(|one| stripped.get(one.end()..)).unwrap_or(stripped));
        } else if let Some(found) = KEY_VALUE.find(trimmed) {
            unit = PREFIX_VALUE
                .captures(trimmed)
                .and_then(|one| one.get(1))
                .map(|one| one.as_str().to_owned())
                .or(unit);
            rest = trimmed.get(found.end()..).map(|message| message.strip_prefix('"').unwrap_or(message));
        } else if let Some(found) =
            [&*SHORT_LEVEL, &SYSLOG, &MARKER, &CLOCK].iter().find_map(|one| one.find(trimmed))
        {
            rest = trimmed.get(found.end()..);
        } else if let Some(found) = BRACKET.captures(trimmed) {
            let name = found.get(1).map_or("", |one| one.as_str());
            if name.contains('/') || trimmed.contains("terraform: ") {
                unit = Some(name.to_owned());
            }
            rest = found.get(0).and_then(|all| trimmed.get(all.end()..));
        } else if let Some(after) = trimmed.strip_prefix(BOX) {
            rest = Some(after.strip_prefix(' ').unwrap_or(after));
        } else if let Some(after) = trimmed.strip_prefix("â”‚").or_else(|| trimmed.strip_prefix("> ")) {
            rest = Some(after);
        } else if trimmed == ">" || trimmed == "```" || trimmed.starts_with("```") {
            rest = Some("");
        } else if let Some(found) = COMPOSE.find(trimmed) {
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

fn expand(line: &str, start: usize, end: usize, unit: Option<&str>, depth: usize, out: &mut Vec<Line>) {
    let (mut text, own) = without_prefixes(line);
    let unit = own.as_deref().or(unit);
    if depth < DEEPEST {
        if let Some(open) = text.find("{\"") {
            let value = text.get(open..).map(str::trim_end).and_then(|json| {
                serde_json::Deserializer::from_str(json).into_iter::<Value>().next().and_then(Result::ok)
            });
            if let Some(value) = value {
                let mut messages = Vec::new();
                messages_of(&value, 0, &mut messages);
                if !messages.is_empty() {
                    for message in messages {
                        for part in message.split('\n') {
                            expand(&without_escapes(part), start, end, unit, depth + 1, out);
                        }
                    }
                    return;
                }
            }
        }
        if is_escaped(&text) {
            for part in unescaped(&text).split('\n') {
                expand(&without_escapes(part), start, end, unit, depth + 1, out);
            }
            return;
        }
        if text.contains("<br")
            || text.contains("&nbsp;")
            || text.contains("&quot;")
            || text.contains("&#3")
            || text.contains("</")
        {
            let html = without_html(&text);
            if html != text {
                for part in html.split('\n') {
                    expand(&without_escapes(part), start, end, unit, depth + 1, out);
                }
                return;
            }
        }
    }
    let kept = text.trim_end().len();
    text.truncate(kept);
    out.push(Line { text, start, end, unit: unit.map(str::to_owned) });
}

/// Whether line ends are written as `\n`.
fn is_escaped(text: &str) -> bool {
    text.contains("\\n")
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
                if !(is_terraform && key == "@message") {
                    messages_of(one, depth + 1, out);
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|one| messages_of(one, depth + 1, out)),
        Value::String(text) => {
            let lower = text.to_ascii_lowercase();
            let is_record = text.trim_start().starts_with('{') && text.contains("\"ID\"");
            if !is_record
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

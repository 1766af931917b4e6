//! Times, levels, streams, units and marks that collectors and tools put before each line.

use super::escapes::unescaped;
use super::pattern;
use super::wraps::{BOX, starts_anew};
use regex::Regex;
use std::sync::LazyLock;

/// A row of the block.
pub(in crate::diagnose) static ROW: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(ID|Path|Operation|Who|Version|Created|Info)[ \t]*:"));

const STAMP_TEXT: &str = r"^\[?[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?\]?";
pub(super) static STAMP: LazyLock<Regex> = LazyLock::new(|| pattern(STAMP_TEXT));
static STREAM: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:[0-9]{2}[OE][+ ]|(?:stdout|stderr) [FP] )"));
static COLUMNS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^[^\t]{1,200}\t[^\t]{0,200}\t\x{FEFF}?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z ?")
});
static COMPOSE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[A-Za-z0-9][A-Za-z0-9._-]{0,80} +\| ?"));
static BRACKET: LazyLock<Regex> = LazyLock::new(|| pattern(r#"^\[([^\]\[{"]{1,200})\] ?"#));

pub(super) static PRETTY: LazyLock<Regex> = LazyLock::new(|| {
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

pub(super) static CLOCK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\[?[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?\]?(?:  ?|\t)"));

/// Takes every prefix off one line.
pub(super) fn without_prefixes(line: &str) -> (String, Option<String>) {
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

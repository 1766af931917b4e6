//! The parts of a large paste that can hold an error. The rest is noise: it is searched once and not taken apart.

use crate::words::Words;
use std::sync::LazyLock;

/// Up to this size a paste is read whole.
const SMALL: usize = 64 << 10;
/// What is read before and after a place that can be an error's.
const BEFORE: usize = 8 << 10;
const AFTER: usize = 16 << 10;
/// Where a line ends within this reach, the part ends there.
const TO_LINE: usize = 8 << 10;

/// Words of which every error of ours has several, so that one is left whole wherever a screen broke the lines.
const WORDS: [&str; 33] = [
    "lock info:",
    "operationtype",
    "state lock",
    "locking s",
    "to lock ",
    "unlock",
    "locked",
    "lock id",
    "lockid",
    "lock was lost",
    "lock was acquired",
    "lock-info",
    "\"id\":",
    "\\\"id\\\"",
    "advisory",
    "expected content",
    "tfstate",
    "loading state",
    "error refreshing s",
    "load state",
    "reading state",
    "save state",
    "saving state",
    "persist state",
    "write state",
    "upload state",
    "uploading state",
    "state snapshot",
    "state file",
    "version mismatch",
    "backend",
    "existing workspaces",
    "apply lock",
];

static SEARCH: LazyLock<Words> = LazyLock::new(|| Words::in_any_case(&WORDS));

/// The parts, each with its offset, in order, without overlap.
pub(super) fn windows(raw: &str) -> Vec<(usize, &str)> {
    if raw.len() <= SMALL {
        return vec![(0, raw)];
    }
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for found in SEARCH.places(raw) {
        let (from, to) = (found.start.saturating_sub(BEFORE), found.end.saturating_add(AFTER).min(raw.len()));
        match spans.last_mut() {
            Some((_, end)) if from <= *end + TO_LINE => *end = to.max(*end),
            _ => spans.push((from, to)),
        }
    }
    let mut out = Vec::with_capacity(spans.len());
    let mut done = 0;
    for (from, to) in spans {
        let from = line_before(raw, from).max(done);
        let to = line_after(raw, to).max(from);
        done = to;
        if let Some(part) = raw.get(from..to).filter(|part| !part.is_empty()) {
            out.push((from, part));
        }
    }
    out
}

fn line_before(raw: &str, at: usize) -> usize {
    let from = at.saturating_sub(TO_LINE);
    let found = memchr::memrchr(b'\n', raw.as_bytes().get(from..at).unwrap_or_default());
    let mut at = found.map_or(at, |found| from + found + 1);
    while !raw.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn line_after(raw: &str, at: usize) -> usize {
    let to = at.saturating_add(TO_LINE).min(raw.len());
    let found = memchr::memchr(b'\n', raw.as_bytes().get(at..to).unwrap_or_default());
    let mut at = found.map_or(at, |found| at + found + 1);
    while !raw.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_text_is_cut_to_what_can_matter() {
        let noise = "ein Wort über nichts\n".repeat(20_000);
        let text = format!("{noise}Lock Info:\n  ID: a\n{noise}");
        let parts = windows(&text);
        assert_eq!(parts.len(), 1);
        let (at, part) = parts[0];
        assert!(part.contains("Lock Info:") && part.len() < 64 << 10);
        assert_eq!(text.get(at..at + part.len()), Some(part));
    }

    #[test]
    fn one_long_line_is_cut_at_characters() {
        let text = format!("{}Lock Info:{}", "ü".repeat(1 << 20), "ü".repeat(1 << 20));
        assert_eq!(windows(&text).len(), 1);
        assert!(windows(&"ü".repeat(1 << 20)).is_empty());
    }
}

//! Lines that a terminal of fixed width broke, joined again.

use super::prefixes::{CLOCK, PRETTY, ROW, STAMP};
use super::{Line, pattern, prefix};
use crate::diagnose::margin::Margins;
use crate::words::Words;
use regex::Regex;
use std::sync::LazyLock;

pub(super) const BOX: [char; 8] = ['│', '╷', '╵', '┃', '├', '╭', '╰', '┌'];

pub(super) fn width(text: &str) -> usize {
    text.chars().count()
}

/// Joins lines that a terminal of fixed width broke. Such a piece follows a line of exactly that width, and lacks
/// the box, prefix or label that its neighbours have. What the width is, a broken word of ours proves; within a box
/// or behind prefixes it is that of the widest line.
pub(super) fn unwrapped(lines: Vec<Line>) -> Vec<Line> {
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
pub(super) fn starts_anew(line: &str) -> bool {
    let text = line.trim_start();
    text.is_empty()
        || ROW.is_match(text)
        || ["Lock Info:", "Error", "Terraform acquires", "OpenTofu acquires"]
            .iter()
            .any(|head| text.starts_with(head))
}

//! Takes off what stands before every line of a quoted configuration: the `> ` of a mail, the signs of a diff, line
//! numbers, the bar of a box, a log's time. Whatever its form, it stands before the block's lines alike.
//!
//! What was quoted is judged without it. It is not edited where it stands: a mail has been sent, and a patch with
//! other lines would not apply.

use super::{Fix, line_end, line_start};
use crate::text::Span;

/// A paste without its gutters.
#[derive(Debug)]
pub(super) struct Plain {
    pub(super) text: String,
    lines: Vec<Line>,
}

/// One line of the plain text, or several that follow each other as they did.
#[derive(Debug)]
struct Line {
    start: usize,
    /// Where it begins in the paste.
    raw: usize,
    /// Something was taken off.
    is_cut: bool,
}

/// What begins a configuration.
const HEADS: [&str; 4] = ["terraform {", "backend \"", "remote_state {", "cloud {"];

/// Longer than this no gutter is.
const LONGEST: usize = 120;

/// Consecutive lines behind one gutter, or of one hunk: where each begins, and its content, if it has any.
struct Region {
    span: Span,
    lines: Vec<(usize, Option<usize>)>,
}

/// The text without gutters; none where there is none.
pub(super) fn without(raw: &str) -> Option<Plain> {
    let hunks = hunks(raw);
    let mut heads: Vec<usize> =
        HEADS.iter().flat_map(|head| crate::text::places_of(raw.as_bytes(), head.as_bytes())).collect();
    crate::text::sort_by_numbers(&mut heads, |at| (*at, 0));
    let mut regions = Vec::new();
    let mut done = 0;
    for at in heads {
        let next = hunks.partition_point(|hunk| hunk.span.end <= at);
        let is_in_hunk = hunks.get(next).is_some_and(|hunk| hunk.span.start <= at);
        if at >= done
            && !is_in_hunk
            && let Some(region) = region(raw, at, done)
        {
            done = region.span.end;
            regions.push(region);
        }
    }
    // A hunk within a quotation is read with it.
    let is_free = |hunk: &Region| {
        let next = regions.partition_point(|one: &Region| one.span.end <= hunk.span.start);
        regions.get(next).is_none_or(|one| hunk.span.end <= one.span.start)
    };
    let hunks: Vec<Region> = hunks.into_iter().filter(is_free).collect();
    regions.extend(hunks);
    if regions.is_empty() {
        return None;
    }
    crate::text::sort_by_numbers(&mut regions, |region| (region.span.start, 0));
    let mut out = Plain { text: String::with_capacity(raw.len()), lines: Vec::new() };
    let mut at = 0;
    for region in &regions {
        out.push(raw, Span::new(at, region.span.start));
        for (start, content) in &region.lines {
            let end = (line_end(raw.as_bytes(), *start) + 1).min(raw.len());
            if let Some(content) = content {
                out.lines.push(Line { start: out.text.len(), raw: *content, is_cut: true });
                out.text.push_str(raw.get(*content..end).unwrap_or(""));
            }
        }
        at = region.span.end;
    }
    out.push(raw, Span::new(at, raw.len()));
    Some(out)
}

impl Plain {
    fn push(&mut self, raw: &str, span: Span) {
        if span.start < span.end {
            self.lines.push(Line { start: self.text.len(), raw: span.start, is_cut: false });
            self.text.push_str(span.of(raw));
        }
    }

    fn line(&self, at: usize) -> Option<&Line> {
        self.lines.get(self.lines.partition_point(|line| line.start <= at).checked_sub(1)?)
    }

    fn back(&self, at: usize) -> usize {
        self.line(at).map_or(0, |line| line.raw + (at - line.start))
    }

    /// What was found in the plain text, in places of the paste.
    pub(super) fn put_back(&self, fix: &mut Fix) {
        // An end is where its last byte ends.
        let back = |span: Span| {
            let start = self.back(span.start);
            Span::new(start, if span.end > span.start { self.back(span.end - 1) + 1 } else { start })
        };
        let mut is_kept = false;
        for block in &mut fix.blocks {
            let is_cut = |at: usize| self.line(at).is_some_and(|line| line.is_cut);
            if block
                .edits
                .iter()
                .any(|edit| is_cut(edit.span.start) || is_cut(edit.span.end.saturating_sub(1)))
            {
                block.edits.clear();
                is_kept = true;
            }
            for edit in &mut block.edits {
                edit.span = back(edit.span);
            }
            block.span = back(block.span);
            for finding in &mut block.findings {
                finding.span = finding.span.map(back);
            }
        }
        if is_kept {
            fix.notes.push("The configuration stands in a quotation (mail, diff, numbered lines): the hardened block is given without its marks, and the paste is not edited.".to_owned());
        }
    }
}

/// The hunks of a unified diff that hold a configuration, as they are after the change.
fn hunks(raw: &str) -> Vec<Region> {
    let text = raw.as_bytes();
    let mut out = Vec::new();
    let mut done = 0;
    for at in crate::text::places_of(text, b"@@ -") {
        if at < done || at > 0 && text.get(at - 1) != Some(&b'\n') {
            continue;
        }
        let head = raw.get(at + 3..line_end(text, at)).unwrap_or("");
        let Some((ranges, _)) = head.split_once(" @@") else { continue };
        let mut counts = ranges.split(' ').map(|range| match range.get(1..)?.split_once(',') {
            Some((_, count)) => count.trim().parse::<usize>().ok(),
            None => Some(1),
        });
        let (Some(Some(mut old)), Some(Some(mut new))) = (counts.next(), counts.next()) else { continue };
        let mut lines = Vec::new();
        let first = line_end(text, at) + 1;
        let mut line = first;
        while line < text.len() && (old > 0 || new > 0 || matches!(text.get(line), Some(b' ' | b'\\'))) {
            let is_blank = line_end(text, line) == line;
            let content = match text.get(line) {
                Some(b'+') => {
                    new = new.saturating_sub(1);
                    Some(line + 1)
                }
                Some(b'-') => {
                    old = old.saturating_sub(1);
                    None
                }
                Some(b'\\') => None,
                Some(b' ' | b'\t' | b'\r') => {
                    (old, new) = (old.saturating_sub(1), new.saturating_sub(1));
                    Some(line + usize::from(text.get(line) == Some(&b' ')))
                }
                // A blank line whose blank was lost.
                Some(b'\n') if is_blank => {
                    (old, new) = (old.saturating_sub(1), new.saturating_sub(1));
                    Some(line)
                }
                _ => break,
            };
            lines.push((line, content));
            line = line_end(text, line) + 1;
        }
        let span = Span::new(first, line.min(text.len()).max(first));
        if HEADS.iter().any(|head| span.of(raw).contains(head)) {
            done = span.end;
            out.push(Region { span, lines });
        }
    }
    out
}

/// The lines around a head that have its gutter.
fn region(raw: &str, at: usize, done: usize) -> Option<Region> {
    let text = raw.as_bytes();
    // Lines may be endless; no gutter is.
    let window = text.get(at.saturating_sub(LONGEST)..at)?;
    let line = match memchr::memrchr(b'\n', window) {
        Some(found) => at - window.len() + found + 1,
        None if at <= LONGEST => 0,
        None => return None,
    };
    let form = form(raw.get(line..at)?)?;
    let content = |line: usize| rest(&form, raw.get(line..line_end(text, line))?).map(|found| line + found);
    let mut lines = vec![(line, content(line)?)];
    let mut above = line;
    while above > done {
        let start = line_start(text, above - 1);
        let Some(found) = content(start).filter(|_| start >= done) else { break };
        lines.push((start, found));
        above = start;
    }
    lines.reverse();
    let mut below = line_end(text, line) + 1;
    while below < text.len() {
        let Some(found) = content(below) else { break };
        lines.push((below, found));
        below = line_end(text, below) + 1;
    }
    let within = raw.get(line..below.min(text.len())).unwrap_or("");
    let is_cut_off = || within.matches('{').count() != within.matches('}').count();
    // An error quotes the head of a block as `3:   backend "s3" {`: that is no block.
    if lines.len() < 3 || form.ends_with(':') && is_cut_off() {
        return None;
    }
    // The blanks that every line has belong to the gutter.
    let blanks = |from: usize| {
        let line = raw.get(from..line_end(text, from)).unwrap_or("").trim_end_matches('\r');
        (!line.trim().is_empty()).then(|| line.len() - line.trim_start_matches([' ', '\t']).len())
    };
    let shared = lines.iter().filter_map(|(_, from)| blanks(*from)).min().unwrap_or(0);
    let lines = lines.into_iter().map(|(line, from)| {
        let room = raw.get(from..line_end(text, from)).unwrap_or("");
        (line, Some(from + shared.min(room.len() - room.trim_start_matches([' ', '\t']).len())))
    });
    Some(Region { span: Span::new(above, below.min(text.len())), lines: lines.collect() })
}

/// The form of a gutter: a run of digits as one, a run of blanks as one. None for indents, comments and code.
fn form(before: &str) -> Option<String> {
    let before = before.trim();
    let is_code = before.contains(['#', '{', '}', '(', '=', '"', '\'', '`', '*', '<'])
        || before.contains("//")
        || before.starts_with('-')
        || before.ends_with(|c: char| c.is_alphabetic() && c != 'Z');
    if before.is_empty() || before.len() > LONGEST || is_code {
        return None;
    }
    let mut out = String::new();
    for c in before.chars() {
        let c = if c.is_ascii_digit() { '0' } else { c };
        if !(matches!(c, '0' | ' ') && out.ends_with(c)) {
            out.push(c);
        }
    }
    Some(out)
}

/// Where a line goes on after a gutter of this form.
fn rest(form: &str, line: &str) -> Option<usize> {
    let mut rest = line.trim_start_matches([' ', '\t']);
    for c in form.chars() {
        rest = match c {
            '0' => {
                let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
                if after.len() == rest.len() {
                    return None;
                }
                after
            }
            ' ' => rest.trim_start_matches([' ', '\t']),
            c => rest.strip_prefix(c)?,
        };
    }
    let is_word = form.ends_with(|c: char| c.is_alphanumeric());
    if is_word && !rest.is_empty() && !rest.starts_with([' ', '\t', '\r']) {
        return None;
    }
    Some(line.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCK: &str = "terraform {\n  backend \"gcs\" {\n\n    bucket = \"b\"\n  }\n}\n";

    fn behind(gutter: impl Fn(usize, &str) -> String) -> String {
        BLOCK.lines().enumerate().map(|(at, line)| gutter(at, line) + "\n").collect()
    }

    #[test]
    fn whatever_stands_before_every_line_is_taken_off() {
        for gutter in [
            &(|_, line: &str| format!("> {line}").trim_end().to_owned()) as &dyn Fn(usize, &str) -> String,
            &|_, line| format!(">> {line}"),
            &|_, line| format!("+{line}"),
            &|at, line| format!("{:6}\t{line}", at + 7),
            &|at, line| format!("{:3} | {line}", at + 7),
            &|at, line| format!("{}: {line}", at + 7),
            &|at, line| format!("2026-03-01T10:00:0{at}.1234567Z {line}"),
            &|_, line| format!("  \u{2502} {line}"),
        ] {
            let raw = format!("Ana wrote:\n{}bye\n", behind(gutter));
            let plain = without(&raw).unwrap_or_else(|| unreachable!("{raw}"));
            assert_eq!(plain.text, format!("Ana wrote:\n{BLOCK}bye\n"), "{raw}");
            let at = plain.text.find("bucket").unwrap_or_default();
            assert!(
                raw.get(plain.back(at)..).is_some_and(|rest| rest.starts_with("bucket = \"b\"")),
                "{raw}"
            );
            let last = plain.text.find("bye").unwrap_or_default();
            assert!(raw.get(plain.back(last)..) == Some("bye\n"));
        }
    }

    #[test]
    fn a_diff_is_read_as_it_is_after_the_change() {
        let raw = "--- a/x.tf\n+++ b/x.tf\n@@ -1,7 +1,6 @@\n terraform {\n   backend \"gcs\" {\n-    prefix = \"p\"\n-\n+\n     bucket = \"b\"\n   }\n }\n\\ No newline\ntail\n";
        let plain = without(raw).map(|plain| plain.text).unwrap_or_default();
        assert!(plain.contains(BLOCK) && plain.ends_with("tail\n"), "{plain}");
    }

    #[test]
    fn indents_comments_and_code_are_no_gutters() {
        for raw in [
            BLOCK.to_owned(),
            behind(|_, line| format!("    {line}")),
            behind(|_, line| format!("# {line}")),
            behind(|_, line| format!("  // {line}")),
            behind(|_, line| format!("-{line}")),
            "a {\n  backend \"s3\" {}\n}\n".to_owned(),
            "\u{2502}    3:   backend \"s3\" {\n\u{2502}    4:     x = 1\n\u{2502}    5:     y = 1\n"
                .to_owned(),
        ] {
            assert!(without(&raw).is_none(), "{raw}");
        }
    }
}

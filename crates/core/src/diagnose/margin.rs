//! Margins of any form: what stands before every line of a text, whoever put it there.
//!
//! Prefixes of log collectors are without number, but each stands before line after line in one form. The rows of
//! the block and the sentences around it are known, so what stands before several of them is a margin, and comes
//! off every line that has the same form: runs of digits may differ in value, runs of blanks in length.

use super::undecorate::Line;
use crate::words::Words;
use std::sync::LazyLock;

/// What surely begins a line of Terraform's own.
const ANCHORS: [&str; 35] = [
    "ID:",
    "Path:",
    "Operation:",
    "Who:",
    "Version:",
    "Created:",
    "Info:",
    "Lock Info:",
    "Error: ",
    "Error message: ",
    "Error locking ",
    "Error acquiring ",
    "Terraform acquires a ",
    "OpenTofu acquires a ",
    "by multiple users at the same",
    "again. For most com",
    "flag, but this is not rec",
    "Failed to ",
    "In this scenario, please",
    "error loading state",
    "Bucket: ",
    "Key: ",
    "Calculated checksum",
    "Stored checksum",
    "This may be caused by",
    "running Terraform to potentially",
    "running OpenTofu to potentially",
    "error occurred while rel",
    "did or did not release",
    "Terraform may not be able",
    "OpenTofu may not be able",
    "the lock is held.",
    "state manually. This is",
    "erroneously it could",
    "Only call this command",
];

static ANCHOR: LazyLock<Words> = LazyLock::new(|| Words::first_of_list(&ANCHORS));

const LONGEST: usize = 200;

/// The right edge of a box or table.
const EDGES: [char; 5] = ['|', '│', '┃', '║', '¦'];

/// The margins of a text; none in most.
#[derive(Debug, Default)]
pub(super) struct Margins {
    forms: Vec<Vec<char>>,
}

/// Takes off the right edge of a box or table, whose left one may be gone already.
pub(super) fn without_right_edges(lines: &mut [Line]) {
    let inside = |line: &Line| {
        let text = line.text.trim_end();
        let rest = text.strip_suffix(EDGES)?;
        (rest.ends_with([' ', '\t']) && !rest.trim().is_empty()).then(|| rest.trim_end().len())
    };
    let edged = lines.iter().filter(|line| inside(line).is_some() && ANCHOR.are_in(head_of(&line.text)));
    if edged.count() < 3 {
        return;
    }
    for line in lines {
        if let Some(length) = inside(line) {
            line.text.truncate(length);
        } else if line.text.trim().chars().all(|c| EDGES.contains(&c) || c == ' ') {
            line.text.clear();
        }
    }
}

impl Margins {
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut found: Vec<(Vec<char>, usize)> = Vec::new();
        let mut filled = 0;
        for line in lines {
            let text = line.text.trim_start();
            filled += usize::from(!text.is_empty());
            let head = head_of(text);
            let Some(anchor) = anchor(head) else { continue };
            let before = head.get(..anchor).unwrap_or("").trim_end();
            if before.is_empty()
                || before.contains("=\"")
                || before.ends_with(['"', '\'', '{', '(', '`', '\\'])
            {
                continue;
            }
            let form = form(before);
            if let Some((_, count)) = found.iter_mut().find(|(one, _)| *one == form) {
                *count += 1;
            } else if found.len() < 64 {
                found.push((form, 1));
            }
        }
        let mut forms: Vec<Vec<char>> = Vec::new();
        for (form, count) in found {
            let has = || lines.iter().filter(|line| rest(&form, line.text.trim_start()).is_some()).count();
            if count >= 3 || (count >= 2 && has() * 10 >= filled * 7) {
                forms.push(form);
            }
        }
        // The longest first: one margin may begin with another.
        crate::text::sort_by_numbers(&mut forms, |form| (usize::MAX - form.len(), 0));
        Self { forms }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// Whether a line has a margin.
    pub(super) fn marks(&self, line: &str) -> bool {
        let text = line.trim_start();
        self.forms.iter().any(|form| rest(form, text).is_some())
    }

    /// A line without its margin; none where it has none.
    pub(super) fn without<'a>(&self, line: &'a str) -> Option<&'a str> {
        let text = line.trim_start();
        if let Some(inside) = self.forms.iter().find_map(|form| rest(form, text)) {
            return Some(inside.strip_prefix(' ').unwrap_or(inside));
        }
        // An empty line may lack the box at the end of its margin.
        let text = text.trim_end();
        if text.len() > LONGEST || text.is_empty() {
            return None;
        }
        let here = form(text);
        let is_empty = |form: &Vec<char>| {
            let left = form.get(here.len()..).unwrap_or_default();
            !here.is_empty()
                && form.get(..here.len()) == Some(&here)
                && left.iter().all(|c| *c == ' ' || EDGES.contains(c))
                && left.iter().any(|c| EDGES.contains(c))
        };
        self.forms.iter().any(is_empty).then_some("")
    }
}

/// Where the first anchor begins that is no part of a longer word.
fn anchor(text: &str) -> Option<usize> {
    ANCHOR
        .places(text)
        .map(|found| found.start)
        .find(|start| !text.get(..*start).unwrap_or("").ends_with(|c: char| c.is_ascii_alphanumeric()))
}

fn head_of(text: &str) -> &str {
    let mut end = text.len().min(LONGEST + 40);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

pub(super) fn form(margin: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(margin.len());
    for c in margin.chars() {
        let c = match c {
            c if c.is_ascii_digit() => '0',
            ' ' | '\t' => ' ',
            c => c,
        };
        if !(matches!(c, '0' | ' ') && out.last() == Some(&c)) {
            out.push(c);
        }
    }
    out
}

/// What follows a margin of this form.
fn rest<'a>(form: &[char], text: &'a str) -> Option<&'a str> {
    let mut left = text;
    for c in form {
        let after = match c {
            '0' => left.trim_start_matches(|c: char| c.is_ascii_digit()),
            ' ' => left.trim_start_matches([' ', '\t']),
            c => left.strip_prefix(*c)?,
        };
        if after.len() == left.len() {
            return None;
        }
        left = after;
    }
    Some(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn margins(text: &str) -> Vec<String> {
        let mut lines: Vec<Line> =
            text.lines().map(|line| Line { text: line.to_owned(), start: 0, end: 0, unit: None }).collect();
        without_right_edges(&mut lines);
        let margins = Margins::of(&lines);
        lines.iter().map(|line| margins.without(&line.text).unwrap_or(&line.text).to_owned()).collect()
    }

    #[test]
    fn an_unknown_margin_is_found_by_what_follows_it() {
        let text = "w-7 12: Lock Info:\nw-7 13:   ID: a\nw-7 14:   Path: b\nw-7 115: x\nother";
        assert_eq!(margins(text), ["Lock Info:", "  ID: a", "  Path: b", "x", "other"]);
    }

    #[test]
    fn a_table_loses_both_edges() {
        assert_eq!(margins("| Lock Info: |\n| ID: a |\n| Path: b |"), ["Lock Info:", "ID: a", "Path: b"]);
    }

    #[test]
    fn plain_text_has_no_margin() {
        assert_eq!(margins("Lock Info:\n  ID: a\n  Path: b"), ["Lock Info:", "  ID: a", "  Path: b"]);
    }
}

//! Spans, edits and diffs over text.

use serde::Serialize;
use similar::DiffTag;
use similar::algorithms::{Capture, myers};

/// A half-open range of UTF-8 byte offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to but not including `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The text under this span, empty where the span does not fit the text.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// Where a short part begins, one place after the other; overlapping ones too. In the time of the text's length times the
/// part's: the standard search for long parts is ten kilobytes of program.
pub fn places_of<'t>(text: &'t [u8], part: &'t [u8]) -> impl Iterator<Item = usize> + 't {
    let first = part.first().copied();
    let starts = first.into_iter().flat_map(move |first| memchr::memchr_iter(first, text));
    starts.filter(move |at| text.get(*at..).is_some_and(|rest| rest.starts_with(part)))
}

/// Where a short part first begins.
pub fn find_bytes(text: &[u8], part: &[u8]) -> Option<usize> {
    places_of(text, part).next()
}

/// Where a short part last begins.
pub fn rfind_bytes(text: &[u8], part: &[u8]) -> Option<usize> {
    let first = part.first().copied()?;
    memchr::memrchr_iter(first, text).find(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(part)))
}

/// One replacement in a text; `span` points into the text before any edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// Sorts by two numbers; what is equal keeps its order. One sort of numbers and one of texts serve the whole page: each
/// sort of a type of its own is four kilobytes of it, and so is a `BTreeMap` that is collected instead of extended.
pub fn sort_by_numbers<T>(items: &mut Vec<T>, numbers: impl Fn(&T) -> (usize, usize)) {
    let mut order: Vec<(usize, usize, usize)> = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let (first, second) = numbers(item);
        order.push((first, second, index));
    }
    order.sort_unstable();
    permute(items, order.iter().map(|(.., index)| *index));
}

/// Sorts by a text, byte by byte; what is equal keeps its order.
pub fn sort_by_text<T>(items: &mut Vec<T>, text: impl for<'a> Fn(&'a T) -> &'a str) {
    let mut order: Vec<(&str, usize)> = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        order.push((text(item), index));
    }
    order.sort_unstable();
    let order: Vec<usize> = order.iter().map(|(_, index)| *index).collect();
    permute(items, order.into_iter());
}

/// A letter in lower case: Latin, Greek and Cyrillic, in which our users write. The standard way knows every script, and
/// its table alone is four kilobytes of what comes before the first result.
pub(crate) fn lower_of(letter: char) -> char {
    let by = |add: u32| char::from_u32(u32::from(letter) + add).unwrap_or(letter);
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => by(32),
        'Ѐ'..='Џ' => by(80),
        // Pairs, of which the capital is the even one, or the odd one.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ'
            if u32::from(letter).is_multiple_of(2) && letter != 'İ' =>
        {
            by(1)
        }
        'Ĺ'..='ň' | 'Ź'..='ž' if !u32::from(letter).is_multiple_of(2) => by(1),
        'İ' => 'i',
        'Ÿ' => 'ÿ',
        _ => letter,
    }
}

/// A text in lower case; see [`lower_of`].
pub(crate) fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.chars().map(lower_of).collect() }
}

/// Where a short literal stands in a text. The standard search prepares itself for texts longer than a value, and is
/// asked for tens of values in each.
pub(crate) fn find(text: &str, part: &str) -> Option<usize> {
    let (bytes, part) = (text.as_bytes(), part.as_bytes());
    let Some((first, more)) = part.split_first() else { return Some(0) };
    memchr::memchr_iter(*first, bytes)
        .find(|at| bytes.get(at + 1..).is_some_and(|rest| rest.starts_with(more)))
}

/// Whether a short literal stands in a text.
pub(crate) fn holds(text: &str, part: &str) -> bool {
    find(text, part).is_some()
}

/// Whether a text is a decimal number, as JSON and HCL write one.
pub(crate) fn is_number(text: &str) -> bool {
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (number, exponent) = text.split_once(['e', 'E']).map_or((text, None), |(one, two)| (one, Some(two)));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let exponent = exponent.map(|text| text.strip_prefix(['-', '+']).unwrap_or(text));
    digits(whole)
        && digits(part)
        && !(whole.is_empty() && part.is_empty())
        && exponent.is_none_or(|exponent| !exponent.is_empty() && digits(exponent))
}

/// A decimal number as thousandths, rounded up; none where it is none, negative, or too large to count. Whole numbers,
/// since the ways from and to floating-point ones are 25 kB of the page.
pub(crate) fn thousandths(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(part) || whole.is_empty() && part.is_empty() {
        return None;
    }
    let whole: u64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let three: u64 = format!("{part:0<3}").get(..3)?.parse().ok()?;
    let more = part.get(3..).is_some_and(|rest| rest.bytes().any(|byte| byte != b'0'));
    whole.checked_mul(1000)?.checked_add(three + u64::from(more))
}

fn permute<T>(items: &mut Vec<T>, order: impl Iterator<Item = usize>) {
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.filter_map(|index| taken.get_mut(index).and_then(Option::take)));
}

/// Applies edits to a text. Edits may come in any order; one that overlaps an earlier one or does
/// not lie on character boundaries is left out.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sort_by_numbers(&mut sorted, |edit| (edit.span.start, edit.span.end));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in sorted {
        let Some(between) = text.get(at..edit.span.start) else {
            continue;
        };
        if text.get(edit.span.start..edit.span.end).is_none() {
            continue;
        }
        out.push_str(between);
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}

/// A unified diff with three lines of context; empty where the texts are equal.
pub fn unified_diff(path: &str, before: &str, after: &str) -> String {
    if before == after {
        return String::new();
    }
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let mut out = format!("--- a/{path}\n+++ b/{path}\n");
    let lines = |out: &mut String, sign: char, lines: Option<&[&str]>| {
        for line in lines.unwrap_or_default() {
            out.push(sign);
            out.push_str(line);
            if !line.ends_with('\n') {
                out.push_str("\n\\ No newline at end of file\n");
            }
        }
    };
    for hunk in compared(&old, &new).into_grouped_ops(3) {
        let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else { continue };
        let removed = first.old_range().start..last.old_range().end;
        let added = first.new_range().start..last.new_range().end;
        out.push_str(&format!("@@ -{} +{} @@\n", hunk_range(&removed), hunk_range(&added)));
        for run in hunk.chunk_by(|one, next| (one.tag() == DiffTag::Equal) == (next.tag() == DiffTag::Equal))
        {
            if run.iter().all(|op| op.tag() == DiffTag::Equal) {
                for op in run {
                    lines(&mut out, ' ', old.get(op.old_range()));
                }
            } else {
                for op in run {
                    lines(&mut out, '-', old.get(op.old_range()));
                }
                for op in run {
                    lines(&mut out, '+', new.get(op.new_range()));
                }
            }
        }
    }
    out
}

/// One algorithm by name: the crate's text front end brings six, a tenth of the page.
fn compared(old: &[&str], new: &[&str]) -> Capture {
    let mut out = Capture::new();
    let Ok(()) = myers::diff_deadline_raw(&mut out, old, 0..old.len(), new, 0..new.len(), None);
    out
}

/// The edits that make one text of another, line by line, each without what both begin and end with.
pub(crate) fn line_edits(before: &str, after: &str) -> Vec<Edit> {
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let mut out = Vec::new();
    let mut at = 0;
    let same = |pair: &(char, char)| pair.0 == pair.1;
    for run in compared(&old, &new)
        .ops()
        .chunk_by(|one, next| (one.tag() == DiffTag::Equal) == (next.tag() == DiffTag::Equal))
    {
        let gone: String = run.iter().filter_map(|op| old.get(op.old_range())).flatten().copied().collect();
        let come: String = run.iter().filter_map(|op| new.get(op.new_range())).flatten().copied().collect();
        if gone != come {
            let first: usize =
                gone.chars().zip(come.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
            let (rest, text) = (gone.get(first..).unwrap_or(""), come.get(first..).unwrap_or(""));
            let last: usize =
                rest.chars().rev().zip(text.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
            let span = Span::new(at + first, at + gone.len() - last);
            out.push(Edit { span, text: text.get(..text.len() - last).unwrap_or("").to_owned() });
        }
        at += gone.len();
    }
    out
}

/// Lines of a hunk as `diff -u` counts them: from one, the count left out where it is one.
fn hunk_range(range: &std::ops::Range<usize>) -> String {
    match range.len() {
        0 => format!("{},0", range.start),
        1 => format!("{}", range.start + 1),
        count => format!("{},{count}", range.start + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_three_scripts_get_the_lower_case_that_the_standard_gives() {
        for letter in ('\0'..'\u{17f}').chain('\u{391}'..='\u{3ab}').chain('\u{400}'..'\u{481}') {
            let standard: Vec<char> = letter.to_lowercase().collect();
            if let [one] = standard.as_slice() {
                assert_eq!(lower_of(letter), *one, "{letter}");
            }
        }
        assert_eq!(lower("ПАРОЛЬ für Ötzi"), "пароль für ötzi");
    }

    #[test]
    fn edits_in_any_order_leave_the_rest_alone() {
        let edits = [
            Edit { span: Span::new(4, 5), text: "X".into() },
            Edit { span: Span::new(0, 0), text: "> ".into() },
        ];
        assert_eq!(apply("a\r\nb c", &edits), "> a\r\nbXc");
    }

    #[test]
    fn a_diff_reads_as_diff_u_prints_it() {
        let before = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n";
        let after = "a\nB\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl";
        assert_eq!(
            unified_diff("x.tf", before, after),
            "--- a/x.tf\n+++ b/x.tf\n@@ -1,5 +1,5 @@\n a\n-b\n+B\n c\n d\n e\n@@ -9,3 +9,4 @@\n i\n j\n k\n+l\n\\ No newline at end of file\n"
        );
        assert_eq!(unified_diff("x.tf", "a\n", "a\n"), "");
        assert_eq!(unified_diff("n", "", "a\n"), "--- a/n\n+++ b/n\n@@ -0,0 +1 @@\n+a\n");
    }

    #[test]
    fn line_edits_make_the_second_text_of_the_first() {
        for (before, after) in [
            ("", "a\n"),
            ("a\n", ""),
            ("a\nb\nc", "a\nx\nb\nc\n"),
            ("a  = \u{e9}\nb = 1\n", "a   = \u{ea}\nb   = 1\nccc = 2\n"),
            ("x { a }\r\n", "x {\r\n  a\r\n}\r\n"),
            ("aa", "aaa"),
        ] {
            assert_eq!(apply(before, &line_edits(before, after)), after);
        }
        assert!(line_edits("a\n", "a\n").is_empty());
    }

    #[test]
    fn equal_numbers_keep_their_order() {
        let mut items = vec![("b", 2, 9), ("x", 1, 5), ("a", 2, 9), ("c", 2, 3), ("d", 2, 9)];
        sort_by_numbers(&mut items, |one| (one.1, one.2));
        assert_eq!(items.iter().map(|one| one.0).collect::<String>(), "xcbad");
    }

    #[test]
    fn numbers_are_read_without_floating_point() {
        for (text, expected) in [("17", 17_000), ("1.5", 1500), (".25", 250), ("2.", 2000), ("0.0001", 1)] {
            assert_eq!(thousandths(text), Some(expected), "{text}");
        }
        for text in ["", ".", "-1", "1e3", "x", "99999999999999999999"] {
            assert_eq!(thousandths(text), None, "{text}");
        }
        assert!(["0", "-1", "1.5", ".5", "2e10", "1E-3"].iter().all(|text| is_number(text)));
        assert!(!["", ".", "-", "e5", "1e", "0x1", "inf", "1.2.3"].iter().any(|text| is_number(text)));
    }

    #[test]
    fn an_edit_off_the_text_is_left_out() {
        let edits = [Edit { span: Span::new(1, 9), text: "X".into() }];
        assert_eq!(apply("é", &edits), "é");
    }
}

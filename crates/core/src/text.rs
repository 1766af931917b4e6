//! Spans, edits and diffs over text.

use serde::Serialize;

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

/// One replacement in a text; `span` points into the text before any edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// Applies edits to a text. Edits may come in any order; one that overlaps an earlier one or does
/// not lie on character boundaries is left out.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| (edit.span.start, edit.span.end));
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
    similar::TextDiff::from_lines(before, after)
        .unified_diff()
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_in_any_order_leave_the_rest_alone() {
        let edits = [
            Edit { span: Span::new(4, 5), text: "X".into() },
            Edit { span: Span::new(0, 0), text: "> ".into() },
        ];
        assert_eq!(apply("a\r\nb c", &edits), "> a\r\nbXc");
    }

    #[test]
    fn an_edit_off_the_text_is_left_out() {
        let edits = [Edit { span: Span::new(1, 9), text: "X".into() }];
        assert_eq!(apply("é", &edits), "é");
    }
}

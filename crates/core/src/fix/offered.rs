//! Which edits are offered: in the columns of the text, and only where what comes out is legal.

use super::document::Document;
use super::read::{Found, Style};
use super::{layout, line_end, line_start, syntax};
use crate::text::{self, Edit, Span};

/// The same edits of a text that begins elsewhere.
pub(super) fn moved(edits: &[Edit], by: impl Fn(usize) -> usize) -> Vec<Edit> {
    edits
        .iter()
        .map(|edit| Edit { span: Span::new(by(edit.span.start), by(edit.span.end)), text: edit.text.clone() })
        .collect()
}

/// The edits, with the columns that the lines of this configuration have.
pub(super) fn in_columns(raw: &str, document: &Document<'_>, one: &Found, edits: Vec<Edit>) -> Vec<Edit> {
    if one.style != Style::Hcl || edits.is_empty() {
        return edits;
    }
    let mark = if raw.starts_with('\u{feff}') { 3 } else { 0 };
    let from = line_start(document.text, one.span.start).max(document.span.start).max(mark);
    let lines = Span::new(from, line_end(document.text, one.span.end));
    if edits.iter().any(|edit| edit.span.start < lines.start || lines.end < edit.span.end) {
        return edits;
    }
    let before = lines.of(raw);
    let after = text::apply(before, &moved(&edits, |at| at - lines.start));
    match layout::realigned(before, &after) {
        Some(after) => moved(&text::line_edits(before, &after), |at| at + lines.start),
        None => edits,
    }
}

/// An edit is offered only if what comes out is as legal as what went in, and needs no second run.
pub(super) fn legal(raw: &str, document: &Document<'_>, one: &Found, edits: Vec<Edit>) -> Vec<Edit> {
    if edits.is_empty() {
        return edits;
    }
    let whole = match one.style {
        Style::Json => document.span,
        Style::Hcl => syntax::region(document, false, one),
        Style::CommandLine => return edits,
    };
    if edits.iter().any(|edit| edit.span.start < whole.start || whole.end < edit.span.end) {
        return Vec::new();
    }
    let local = moved(&edits, |at| at - whole.start);
    let after = text::apply(whole.of(raw), &local);
    let is_legal = match one.style {
        Style::Json => {
            serde_json::from_str::<serde::de::IgnoredAny>(after.trim_start_matches('\u{feff}')).is_ok()
        }
        _ => syntax::reason_in_script(&after, Span::new(0, after.len())).is_none(),
    };
    if is_legal { edits } else { Vec::new() }
}

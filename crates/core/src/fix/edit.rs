//! Turns changes into byte edits of the user's own text: no line that needs none is touched.

use super::findings::Change;
use super::read::{Argument, Found};
use super::{Dialect, line_end, line_start};
use crate::text::{Edit, Span};

pub(super) fn edits(raw: &str, block: &Found, changes: &[Change]) -> Vec<Edit> {
    let mut out = Vec::new();
    let deleted: Vec<&Argument> = changes
        .iter()
        .filter_map(|change| if let Change::Delete(argument) = change { Some(argument) } else { None })
        .collect();
    for change in changes {
        let inside_deleted = |span: &Span| {
            deleted.iter().any(|one| one.name_span.start <= span.start && span.end <= one.value_span.end)
        };
        match change {
            Change::Rename(span, name) if block.dialect != Dialect::Json && !inside_deleted(span) => {
                // The blanks before `=` give or take what the name needs, so that the column stays.
                let blanks =
                    raw.get(span.end..).map_or(0, |rest| rest.len() - rest.trim_start_matches(' ').len());
                let width = (span.end + blanks).saturating_sub(span.start).saturating_sub(1).max(name.len());
                out.push(Edit {
                    span: Span::new(span.start, span.end + blanks),
                    text: format!("{name:<width$} "),
                });
            }
            Change::Value(span, text) | Change::Rename(span, text) | Change::Bytes(span, text) => {
                if !inside_deleted(span) {
                    out.push(Edit { span: *span, text: text.clone() });
                }
            }
            Change::Delete(argument) => out.push(deletion(raw, block, argument)),
            Change::Insert(..) => {}
        }
    }
    let inserted: Vec<(&str, &str)> = changes
        .iter()
        .filter_map(|change| {
            if let Change::Insert(name, value) = change {
                Some((name.as_str(), value.as_str()))
            } else {
                None
            }
        })
        .collect();
    if !inserted.is_empty() {
        out.extend(insertion(raw, block, &inserted, &deleted));
    }
    out
}

fn deletion(raw: &str, block: &Found, argument: &Argument) -> Edit {
    let text = raw.as_bytes();
    if block.dialect == Dialect::Json {
        // With the comma after it, or, for the last member, the one before it.
        let start = argument.name_span.start - 1;
        let mut end = argument.value_span.end;
        let mut look = end;
        while matches!(text.get(look), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            look += 1;
        }
        if text.get(look) == Some(&b',') {
            end = look + 1;
            while matches!(text.get(end), Some(b' ' | b'\t' | b'\n' | b'\r')) {
                end += 1;
            }
            return Edit { span: Span::new(start, end), text: String::new() };
        }
        let mut from = start;
        while from > block.body.start
            && matches!(text.get(from - 1), Some(b' ' | b'\t' | b'\n' | b'\r' | b','))
        {
            from -= 1;
            if text.get(from) == Some(&b',') {
                break;
            }
        }
        return Edit { span: Span::new(from, end), text: String::new() };
    }
    let from = line_start(text, argument.name_span.start);
    let to = line_end(text, argument.value_span.end);
    let alone = raw
        .get(from..argument.name_span.start)
        .is_some_and(|before| before.trim().trim_matches('"').is_empty())
        && {
            let after = raw.get(argument.value_span.end..to).unwrap_or("").trim();
            after.is_empty() || after == "," || after.starts_with('#') || after.starts_with("//")
        };
    // A comment on the line tells about the credential; it goes with it only if nothing else stands there.
    if alone {
        Edit { span: Span::new(from, (to + 1).min(text.len())), text: String::new() }
    } else {
        Edit { span: Span::new(argument.name_span.start, argument.value_span.end), text: String::new() }
    }
}

fn insertion(raw: &str, block: &Found, inserted: &[(&str, &str)], deleted: &[&Argument]) -> Option<Edit> {
    let text = raw.as_bytes();
    let line_break = if raw.get(block.span.start..block.span.end).is_some_and(|body| body.contains("\r\n")) {
        "\r\n"
    } else {
        "\n"
    };
    let last =
        block.arguments.iter().rev().find(|one| !deleted.contains(one)).or_else(|| block.arguments.last());
    if block.dialect == Dialect::Json {
        let last = last?;
        let member_start = last.name_span.start - 1;
        let line = line_start(text, member_start);
        let indent = raw.get(line..member_start).filter(|indent| indent.trim().is_empty());
        let mut new = String::new();
        for (name, value) in inserted {
            new.push(',');
            match indent {
                Some(indent) => {
                    new.push_str(line_break);
                    new.push_str(indent);
                }
                None => new.push(' '),
            }
            new.push_str(&format!("\"{name}\": {value}"));
        }
        return Some(Edit { span: Span::new(last.value_span.end, last.value_span.end), text: new });
    }
    let last = last?;
    let one_line = !raw.get(block.body.start..block.body.end)?.contains('\n');
    if one_line {
        // `backend "s3" { bucket = "x" }` is opened to lines.
        let base: String = raw
            .get(line_start(text, block.span.start)..block.span.start)?
            .chars()
            .take_while(|c| c.is_whitespace())
            .collect();
        let body = raw.get(block.body.start..block.body.end)?.trim();
        let mut new = String::from(line_break);
        new.push_str(&format!("{base}  {body}{line_break}"));
        for (name, value) in inserted {
            new.push_str(&format!(
                "{base}  {name} = {}{line_break}",
                value.replace('\n', &format!("{line_break}{base}  "))
            ));
        }
        new.push_str(&base);
        return Some(Edit { span: Span::new(block.body.start, block.body.end), text: new });
    }
    let line = line_start(text, last.name_span.start);
    let indent: String =
        raw.get(line..last.name_span.start)?.chars().take_while(|c| c.is_whitespace()).collect();
    // The column of `=` in the group that ends with the last argument.
    let equals = raw.get(last.name_span.end..last.value_span.start)?.find('=')?;
    let column = last.name_span.end - last.name_span.start + equals;
    let aligned = equals > 1 || neighbours_aligned(raw, block, last, column);
    let end = line_end(text, last.value_span.end).min(block.body.end);
    let ends_with_break = text.get(end) == Some(&b'\n');
    let mut new = String::new();
    for (name, value) in inserted {
        let name = if aligned && name.len() < column && !last_is_multiline(raw, last) {
            format!("{name:<width$}", width = column - 1)
        } else {
            (*name).to_owned()
        };
        new.push_str(&format!(
            "{indent}{name} = {}{line_break}",
            value.replace('\n', &format!("{line_break}{indent}"))
        ));
    }
    if ends_with_break {
        return Some(Edit { span: Span::new(end + 1, end + 1), text: new });
    }
    // The closing brace stands on the last argument's line, or the text is cut there.
    let new = format!("{line_break}{}", new.trim_end_matches(['\n', '\r']));
    Some(Edit { span: Span::new(last.value_span.end, last.value_span.end), text: new })
}

fn last_is_multiline(raw: &str, last: &Argument) -> bool {
    raw.get(last.value_span.start..last.value_span.end).is_some_and(|value| value.contains('\n'))
}

/// Whether the line above puts its `=` in the same column.
fn neighbours_aligned(raw: &str, block: &Found, last: &Argument, column: usize) -> bool {
    let before = block.arguments.iter().rev().find(|one| one.value_span.end <= last.name_span.start);
    before.is_some_and(|one| {
        raw.get(one.name_span.end..one.value_span.start)
            .and_then(|gap| gap.find('='))
            .is_some_and(|equals| one.name_span.end - one.name_span.start + equals == column)
    })
}

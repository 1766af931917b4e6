//! Turns changes into byte edits of the user's own text: no line that needs none is touched, and the tree is never
//! printed.

use super::document::Document;
use super::findings::{Change, Literal};
use super::read::{Argument, Found, Style};
use super::{line_end, line_start};
use crate::text::{Edit, Span};

struct Writer<'a> {
    raw: &'a str,
    text: &'a [u8],
    block: &'a Found,
    line_break: &'static str,
}

/// The edits of one block, in offsets of the raw paste, sorted and without overlap.
pub(super) fn edits(document: &Document<'_>, block: &Found, changes: &[Change]) -> Vec<Edit> {
    let raw = document.raw;
    let line_break = if block.span.of(raw).contains("\r\n") { "\r\n" } else { "\n" };
    let writer = Writer { raw, text: raw.as_bytes(), block, line_break };
    let deleted: Vec<&Argument> = changes
        .iter()
        .filter_map(|change| if let Change::Delete(argument) = change { Some(argument) } else { None })
        .collect();
    let is_gone = |span: &Span| {
        deleted.iter().any(|one| one.name_span.start <= span.start && span.end <= one.value_span.end)
    };
    let mut out = Vec::new();
    for change in changes {
        match change {
            Change::Rename(span, name) if !is_gone(span) => out.push(writer.rename(*span, name)),
            Change::Value(span, value) if !is_gone(span) => {
                let indent = writer.indent_of(span.start);
                out.push(Edit { span: *span, text: writer.replaced(*span, value, &indent) });
            }
            Change::Bytes(span, text) if !is_gone(span) => out.push(Edit { span: *span, text: text.clone() }),
            _ => {}
        }
    }
    let inserted: Vec<(&str, &Literal)> = changes
        .iter()
        .filter_map(|change| {
            if let Change::Insert(name, value) = change { Some((name.as_str(), value)) } else { None }
        })
        .collect();
    match block.style {
        Style::CommandLine => {
            // All of them or none: a command with half of its credentials is no use.
            let flags: Option<Vec<Edit>> = deleted.iter().map(|one| writer.flag(one, &deleted)).collect();
            let flags = flags.unwrap_or_default();
            let is_within = |one: &Edit, other: &Edit| {
                one != other && other.span.start <= one.span.start && one.span.end <= other.span.end
            };
            let mut whole: Vec<Edit> = flags
                .iter()
                .filter(|one| !flags.iter().any(|other| is_within(one, other)))
                .cloned()
                .collect();
            crate::text::sort_by_numbers(&mut whole, |edit| (edit.span.start, edit.span.end));
            // The first takes the blanks after it, the next those before it: they are the same ones.
            let mut end = 0;
            for edit in &mut whole {
                edit.span.start = edit.span.start.max(end);
                end = edit.span.end;
            }
            out.extend(whole);
        }
        Style::Json => out.extend(writer.json(&deleted, &inserted)),
        Style::Hcl => {
            out.extend(deleted.iter().map(|one| writer.deletion(document, one)));
            if !inserted.is_empty() {
                out.extend(writer.insertion(document, &inserted, &deleted));
            }
        }
    }
    crate::text::sort_by_numbers(&mut out, |edit| (edit.span.start, edit.span.end));
    out.dedup();
    out
}

impl Writer<'_> {
    fn indent_of(&self, at: usize) -> String {
        let line = line_start(self.text, at);
        self.raw.get(line..at).unwrap_or("").chars().take_while(|c| matches!(c, ' ' | '\t')).collect()
    }

    /// What one more level is indented by in this text.
    fn step(&self) -> &'static str {
        let is_tabbed = self.block.span.of(self.raw).lines().any(|line| line.starts_with('\t'));
        if is_tabbed { "\t" } else { "  " }
    }

    fn is_json(&self) -> bool {
        self.block.style == Style::Json
    }

    fn literal(&self, value: &Literal, indent: &str) -> String {
        match value {
            Literal::True => "true".to_owned(),
            Literal::Written(text) => text.clone(),
            Literal::List(items) => {
                let items: Vec<String> = items.iter().map(|one| self.literal(one, indent)).collect();
                format!("[{}]", items.join(", "))
            }
            Literal::Inline(members) if !self.is_json() => {
                let members: Vec<String> = members
                    .iter()
                    .map(|(name, value)| format!("{name} = {}", self.literal(value, indent)))
                    .collect();
                format!("{{ {} }}", members.join(", "))
            }
            Literal::Inline(members) => {
                let members: Vec<String> = members
                    .iter()
                    .map(|(name, value)| format!("\"{name}\": {}", self.literal(value, indent)))
                    .collect();
                format!("{{ {} }}", members.join(", "))
            }
            Literal::Object(members) => {
                let step = self.step();
                let width = members.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
                let mut out = String::from("{");
                for (index, (name, value)) in members.iter().enumerate() {
                    // A value of many lines goes one level in, but for a heredoc, whose blanks are its own.
                    let is_moved = matches!(value, Literal::Written(text) if !text.contains("<<"));
                    let mut value = self.literal(value, &format!("{indent}{step}"));
                    if is_moved {
                        value = value.replace('\n', &format!("\n{step}"));
                    }
                    out.push_str(self.line_break);
                    if self.is_json() {
                        let comma = if index + 1 < members.len() { "," } else { "" };
                        out.push_str(&format!("{indent}{step}\"{name}\": {value}{comma}"));
                    } else {
                        // A value of many lines stands outside the column of its neighbours.
                        let width = if value.contains('\n') { 0 } else { width };
                        out.push_str(&format!("{indent}{step}{name:<width$} = {value}"));
                    }
                }
                out.push_str(self.line_break);
                out.push_str(indent);
                out.push('}');
                out
            }
        }
    }

    /// A value in place of another: quoted where that was.
    fn replaced(&self, span: Span, value: &Literal, indent: &str) -> String {
        let before = span.of(self.raw);
        let text = self.literal(value, indent);
        if *value == Literal::True && before.starts_with('"') && before.ends_with('"') {
            return format!("\"{text}\"");
        }
        text
    }

    /// The blanks before `=` give or take what the name needs, so that the column stays.
    fn rename(&self, span: Span, name: &str) -> Edit {
        if self.block.style != Style::Hcl {
            return Edit { span, text: name.to_owned() };
        }
        let rest = self.raw.get(span.end..).unwrap_or("");
        // A quoted name keeps its quote.
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        if blanks == 0 || !rest.trim_start_matches(' ').starts_with('=') || !self.is_aligned(span) {
            return Edit { span, text: name.to_owned() };
        }
        let width = (span.end + blanks).saturating_sub(span.start).saturating_sub(1).max(name.len());
        Edit { span: Span::new(span.start, span.end + blanks), text: format!("{name:<width$} ") }
    }

    /// The line above or below has its `=` in the same column.
    fn is_aligned(&self, name: Span) -> bool {
        let line = line_start(self.text, name.start);
        let end = line_end(self.text, name.end);
        let equals = |line: &str| {
            let at = line.find('=')?;
            let before = line.get(..at)?;
            before
                .chars()
                .all(|c| c.is_whitespace() || c.is_alphanumeric() || matches!(c, '_' | '-'))
                .then_some(at)
        };
        let own = equals(self.raw.get(line..end).unwrap_or(""));
        let above = line.checked_sub(1).map(|at| line_start(self.text, at));
        let above = above.and_then(|from| equals(self.raw.get(from..line)?));
        let below =
            equals(self.raw.get((end + 1).min(self.text.len())..line_end(self.text, end + 1)).unwrap_or(""));
        own.is_some() && (above == own || below == own)
    }

    fn deletion(&self, document: &Document<'_>, argument: &Argument) -> Edit {
        let from = line_start(self.text, argument.name_span.start).max(self.block.body.start);
        let to = line_end(self.text, argument.value_span.end);
        let before = self.raw.get(from..argument.name_span.start).unwrap_or("x");
        let after = self.raw.get(argument.value_span.end..to).unwrap_or("x").trim();
        let comment = document.trailing_comment(argument.value_span.end);
        // A comment on the line tells about the credential, and goes with it.
        let after = after.strip_suffix(comment.trim_end()).unwrap_or(after).trim();
        let starts_line = line_start(self.text, argument.name_span.start) >= self.block.body.start
            && before.trim().trim_matches('"').is_empty();
        let goes_on = document.comment_end(argument.value_span.end).is_some_and(|end| end > to);
        if starts_line && !goes_on && matches!(after, "" | "," | ";") {
            return Edit { span: Span::new(from, (to + 1).min(self.text.len())), text: String::new() };
        }
        // One of several on its line: with the comma after it, or the one before it.
        let quote = usize::from(before.ends_with('"'));
        let start = argument.name_span.start - quote;
        let rest = self.raw.get(argument.value_span.end..to).unwrap_or("");
        if let Some(after) = rest.trim_start().strip_prefix(',') {
            let end = to - after.trim_start().len();
            return Edit { span: Span::new(start, end), text: String::new() };
        }
        let kept = self.raw.get(from..start).unwrap_or("");
        let trimmed = kept.trim_end();
        let start = if trimmed.ends_with(',') {
            start - (kept.len() - trimmed.len()) - 1
        } else if rest.trim_start().starts_with('}') && trimmed.ends_with('{') {
            start
        } else {
            // `{ a = "x" }` leaves `{ }`.
            start
        };
        Edit { span: Span::new(start, argument.value_span.end), text: String::new() }
    }

    /// New lines after the last argument that stays.
    fn insertion(
        &self,
        document: &Document<'_>,
        inserted: &[(&str, &Literal)],
        deleted: &[&Argument],
    ) -> Option<Edit> {
        let block = self.block;
        let own: Vec<&Argument> = block
            .arguments
            .iter()
            .filter(|one| block.body.start <= one.name_span.start && one.value_span.end <= block.body.end)
            .collect();
        let last = own.iter().rev().find(|one| !deleted.contains(one)).or_else(|| own.last()).copied();
        let body = block.body.of(self.raw);
        if !body.contains('\n') && body.len() < self.text.len() && block.dialect != super::Dialect::Partial {
            return self.opened(inserted, deleted);
        }
        let last = last?;
        let line = line_start(self.text, last.name_span.start);
        let indent: String = self
            .raw
            .get(line..last.name_span.start)?
            .chars()
            .take_while(|c| matches!(c, ' ' | '\t'))
            .collect();
        let column = self.column(&own, last, deleted);
        let mut new = String::new();
        for (name, value) in inserted {
            let value = self.literal(value, &indent);
            let name = match column {
                Some(column) if name.len() < column && !value.contains('\n') => {
                    format!("{name:<width$}", width = column - 1)
                }
                _ => (*name).to_owned(),
            };
            let comma = if self.has_commas(&own) { "," } else { "" };
            new.push_str(&format!("{indent}{name} = {value}{comma}{}", self.line_break));
        }
        // After the whole line of the last argument, with its comment.
        let comment = document.comment_end(last.value_span.end).unwrap_or(last.value_span.end);
        let end = line_end(self.text, comment.max(last.value_span.end));
        if end < block.body.end && self.text.get(end) == Some(&b'\n') {
            return Some(Edit { span: Span::new(end + 1, end + 1), text: new });
        }
        // The closing brace stands on the last argument's line, or the text ends there.
        let new = format!("{}{}", self.line_break, new.trim_end_matches(['\n', '\r']));
        let at = if end <= block.body.end { end } else { last.value_span.end };
        let at = if self.text.get(at.wrapping_sub(1)) == Some(&b'\r') { at - 1 } else { at };
        if end <= block.body.end {
            return Some(Edit { span: Span::new(at, at), text: new });
        }
        let base = self.indent_of(block.span.start);
        Some(Edit { span: Span::new(at, block.body.end), text: format!("{new}{}{base}", self.line_break) })
    }

    /// Objects may separate their members by commas.
    fn has_commas(&self, own: &[&Argument]) -> bool {
        own.len() > 1
            && own.iter().all(|one| {
                self.raw
                    .get(one.value_span.end..line_end(self.text, one.value_span.end))
                    .is_some_and(|rest| rest.trim_start().starts_with(','))
            })
    }

    /// `backend "s3" { bucket = "x" }` is opened to lines.
    fn opened(&self, inserted: &[(&str, &Literal)], deleted: &[&Argument]) -> Option<Edit> {
        let block = self.block;
        let base = self.indent_of(block.span.start);
        let indent = format!("{base}{}", self.step());
        let mut new = String::from(self.line_break);
        for one in block.arguments.iter().filter(|one| !deleted.contains(one)) {
            let text = self.raw.get(one.name_span.start..one.value_span.end)?;
            new.push_str(&format!("{indent}{text}{}", self.line_break));
        }
        for (name, value) in inserted {
            new.push_str(&format!("{indent}{name} = {}{}", self.literal(value, &indent), self.line_break));
        }
        new.push_str(&base);
        Some(Edit { span: block.body, text: new })
    }

    /// The column of `=` in the group that ends with the last argument, where the group keeps one.
    fn column(&self, own: &[&Argument], last: &Argument, deleted: &[&Argument]) -> Option<usize> {
        let equals = |one: &Argument| {
            let gap = self.raw.get(one.name_span.end..one.value_span.start)?;
            Some(one.name_span.end - one.name_span.start + gap.find('=')?)
        };
        let is_multiline = |one: &Argument| one.value_span.of(self.raw).contains('\n');
        if is_multiline(last) {
            return None;
        }
        let column = equals(last)?;
        let last_line = line_start(self.text, last.name_span.start);
        let above = own.iter().rev().find(|one| {
            one.value_span.end <= last.name_span.start && !deleted.contains(one) && !is_multiline(one)
        });
        let is_near = above.is_some_and(|one| {
            line_end(self.text, one.value_span.end) + 1 == last_line && equals(one) == Some(column)
        });
        let is_padded = column > last.name_span.end - last.name_span.start + 1;
        (is_near || is_padded).then_some(column)
    }

    // ---------------------------------------------------------------------------------------- JSON

    /// Members that go and members that come, with their commas.
    fn json(&self, deleted: &[&Argument], inserted: &[(&str, &Literal)]) -> Vec<Edit> {
        let inside = |one: &&Argument| {
            self.block.body.start <= one.name_span.start && one.value_span.end <= self.block.body.end
        };
        let own: Vec<&Argument> = self.block.arguments.iter().filter(inside).collect();
        let is_gone = |one: &Argument| deleted.iter().any(|gone| gone.name_span == one.name_span);
        let kept = own.iter().rev().find(|one| !is_gone(one)).copied();
        let mut new = String::new();
        // `"a":1,"b":2` is written on without blanks.
        let colon = |one: &Argument| self.raw.get(one.name_span.end + 1..one.value_span.start) == Some(":");
        let colon = if own.iter().all(|one| colon(one)) { ":" } else { ": " };
        if let Some(anchor) = kept.or_else(|| own.last().copied()) {
            let start = anchor.name_span.start - 1;
            let line = line_start(self.text, start);
            let indent = self.raw.get(line..start).filter(|indent| indent.trim().is_empty());
            for (index, (name, value)) in inserted.iter().enumerate() {
                if index > 0 || kept.is_some() {
                    new.push(',');
                    match indent {
                        Some(indent) => {
                            new.push_str(self.line_break);
                            new.push_str(indent);
                        }
                        None if colon == ": " => new.push(' '),
                        None => {}
                    }
                }
                new.push_str(&format!("\"{name}\"{colon}{}", self.literal(value, indent.unwrap_or(""))));
            }
        }
        let mut out = Vec::new();
        // What goes after the last member that stays goes with the comma before it, and the new ones come there.
        let tail = match (kept, own.last(), own.first()) {
            (Some(kept), Some(last), _) => {
                let end = if is_gone(last) { last.value_span.end } else { kept.value_span.end };
                Some(Span::new(kept.value_span.end, end))
            }
            (None, Some(last), Some(first)) => {
                Some(Span::new(first.name_span.start - 1, last.value_span.end))
            }
            _ => None,
        };
        if let Some(span) = tail.filter(|span| span.start < span.end || !new.is_empty()) {
            out.push(Edit { span, text: new });
        }
        for one in deleted {
            let is_in_tail =
                tail.is_some_and(|tail| tail.start <= one.name_span.start && one.value_span.end <= tail.end);
            if !is_in_tail {
                out.push(self.member(one));
            }
        }
        out
    }

    /// One member with the comma after it, or, for the last one, the comma before it.
    fn member(&self, argument: &Argument) -> Edit {
        let start = argument.name_span.start.saturating_sub(1);
        let is_blank = |at: usize| matches!(self.text.get(at), Some(b' ' | b'\t' | b'\n' | b'\r'));
        let mut look = argument.value_span.end;
        while is_blank(look) {
            look += 1;
        }
        if self.text.get(look) == Some(&b',') {
            let mut end = look + 1;
            while is_blank(end) {
                end += 1;
            }
            return Edit { span: Span::new(start, end), text: String::new() };
        }
        let mut from = start;
        while from > 0 && is_blank(from - 1) {
            from -= 1;
        }
        let from = if from > 0 && self.text.get(from - 1) == Some(&b',') { from - 1 } else { start };
        Edit { span: Span::new(from, argument.value_span.end), text: String::new() }
    }

    // -------------------------------------------------------------------------------- Command lines

    /// A whole `-backend-config=k=v` word with the blanks before it, or its line where it stands alone on one.
    fn flag(&self, argument: &Argument, deleted: &[&Argument]) -> Option<Edit> {
        let before = self.raw.get(..argument.name_span.start)?;
        let mut start = before.rfind("-backend-config")?;
        if self.text.get(start.wrapping_sub(1)) == Some(&b'-') {
            start -= 1;
        }
        let outer =
            start.checked_sub(1).and_then(|at| self.text.get(at)).filter(|byte| matches!(byte, b'"' | b'\''));
        start -= usize::from(outer.is_some());
        let mut end = argument.value_span.end;
        // A quote that stands around several words is not this one's to take.
        let is_quote = |at: usize| matches!(self.text.get(at), Some(b'"' | b'\''));
        let is_opened = outer.is_some()
            || is_quote(argument.name_span.start.wrapping_sub(1))
            || is_quote(argument.value_span.start.wrapping_sub(1));
        let is_closed = is_quote(end) || self.text.get(end) == Some(&b'\\') && is_quote(end + 1);
        if is_opened != is_closed {
            return None;
        }
        while matches!(self.text.get(end), Some(b'"' | b'\''))
            || self.text.get(end) == Some(&b'\\') && self.text.get(end + 1) == Some(&b'"')
        {
            end += 1;
        }
        if outer.is_some() && self.text.get(end) == Some(&b',') {
            end += 1;
        }
        let line = line_start(self.text, start);
        let stop = line_end(self.text, end);
        let rest = self.raw.get(end..stop)?.trim();
        let alone = self.raw.get(line..start)?.trim().is_empty();
        if alone && matches!(rest, "\\" | "`" | "^") || alone && rest.is_empty() && outer.is_some() {
            return Some(Edit {
                span: Span::new(line, (stop + 1).min(self.text.len())),
                text: String::new(),
            });
        }
        if alone && rest.is_empty() && line > 0 {
            // The last of a continued command: the line before that stays must not go on.
            let mut above = self.raw.get(..line - 1)?.trim_end();
            while let Some(from) = above.rfind('\n')
                && deleted.iter().any(|one| from < one.name_span.start && one.name_span.end < above.len())
                && !self.block.arguments.iter().any(|one| {
                    from < one.name_span.start && one.name_span.end < above.len() && !deleted.contains(&one)
                })
            {
                above = above.get(..from)?.trim_end();
            }
            let above_end = above.strip_suffix(['\\', '`', '^']).unwrap_or(above).trim_end().len();
            let keep = if self.text.get(end) == Some(&b'\r') { end } else { stop };
            return Some(Edit { span: Span::new(above_end, keep), text: String::new() });
        }
        if start <= self.block.span.start {
            while matches!(self.text.get(end), Some(b' ' | b'\t')) && end < self.block.span.end {
                end += 1;
            }
            return Some(Edit { span: Span::new(start, end), text: String::new() });
        }
        let mut from = start;
        while from > line && matches!(self.text.get(from - 1), Some(b' ' | b'\t')) {
            from -= 1;
        }
        Some(Edit { span: Span::new(from, end), text: String::new() })
    }
}

//! The columns of `=` and of trailing comments, as `terraform fmt` sets them.
//!
//! A text that had them keeps them when it is edited, and so its neighbours move where a longer name comes; a text that
//! had not is left as its author wrote it.
//!
//! Source: hashicorp/hcl v2, hclwrite/format.go: lines with an assignment that follow each other share one column, and
//! so do comments that end lines which follow each other. A value of many lines ends its run.

use super::line_end;

/// One line: the ends of its parts, without the blanks between them.
struct Line<'t> {
    text: &'t str,
    /// The end of what is before `=`, and where `=` is: only where the value ends on the line.
    assigned: Option<(usize, usize)>,
    /// The end of what is before the comment, and where the comment begins.
    comment: Option<(usize, usize)>,
}

/// An edited text with the columns that the text before it had; none where that one had none, or nothing is to move.
pub(super) fn realigned(before: &str, after: &str) -> Option<String> {
    let old = lines(before)?;
    let was = |column: Column| runs(&old, column).all(|run| is_aligned(&old, run, column));
    if !was(assignments) {
        return None;
    }
    let mut text = aligned(after, assignments)?;
    if was(comments) {
        text = aligned(&text, comments)?;
    }
    (text != after).then_some(text)
}

/// Where one thing ends and the next begins, which the blanks between them put into a column.
type Column = fn(&Line<'_>) -> Option<(usize, usize)>;

fn assignments(line: &Line<'_>) -> Option<(usize, usize)> {
    line.assigned
}

fn comments(line: &Line<'_>) -> Option<(usize, usize)> {
    line.comment
}

/// Lines that follow each other and have the column.
fn runs(lines: &[Line<'_>], column: Column) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < lines.len() && lines.get(at).and_then(column).is_none() {
            at += 1;
        }
        let start = at;
        while lines.get(at).and_then(column).is_some() {
            at += 1;
        }
        (start < at).then_some(start..at)
    })
}

/// The column that the longest line of a run asks for.
fn width(lines: &[Line<'_>], column: Column) -> usize {
    lines
        .iter()
        .filter_map(|line| Some(line.text.get(..column(line)?.0)?.chars().count() + 1))
        .max()
        .unwrap_or(0)
}

fn is_aligned(lines: &[Line<'_>], run: std::ops::Range<usize>, column: Column) -> bool {
    let run = lines.get(run).unwrap_or_default();
    let width = width(run, column);
    run.iter().all(|line| {
        let Some((end, next)) = column(line) else { return false };
        let blanks = line.text.get(end..next).unwrap_or("\t");
        let is_set = blanks.bytes().all(|byte| byte == b' ')
            && line.text.get(..next).is_some_and(|text| text.chars().count() == width);
        // One blank after `=`; the rest is the author's.
        let after = line.text.get(next..).unwrap_or("");
        is_set && (!after.starts_with('=') || after.starts_with("= ") && !after.starts_with("=  "))
    })
}

fn aligned(text: &str, column: Column) -> Option<String> {
    let lines = lines(text)?;
    let mut out = String::with_capacity(text.len() + 64);
    let mut widths = vec![0; lines.len()];
    for run in runs(&lines, column) {
        let width = width(lines.get(run.clone())?, column);
        widths.get_mut(run)?.fill(width);
    }
    for (line, width) in lines.iter().zip(widths) {
        if let Some((end, next)) = column(line) {
            let name = line.text.get(..end)?;
            out.push_str(name);
            out.push_str(&" ".repeat(width.saturating_sub(name.chars().count())));
            out.push_str(line.text.get(next..)?);
        } else {
            out.push_str(line.text);
        }
    }
    Some(out)
}

/// The lines of a text with their ends; none where something spans lines that this does not follow.
fn lines(text: &str) -> Option<Vec<Line<'_>>> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    // The mark that ends the heredoc we are in.
    let mut mark: Option<&str> = None;
    while at < bytes.len() {
        let end = line_end(bytes, at);
        let whole = text.get(at..(end + 1).min(bytes.len()))?;
        let opaque = Line { text: whole, assigned: None, comment: None };
        at = end + 1;
        if let Some(name) = mark {
            if whole.trim() == name {
                mark = None;
            }
            out.push(opaque);
            continue;
        }
        let trimmed = whole.trim_start();
        if let Some(rest) = trimmed.strip_prefix("/*")
            && !rest.contains("*/")
        {
            // A comment of many lines: nothing may stand after its end.
            out.push(opaque);
            loop {
                let end = line_end(bytes, at);
                let line = text.get(at..(end + 1).min(bytes.len())).filter(|line| !line.is_empty())?;
                out.push(Line { text: line, assigned: None, comment: None });
                at = end + 1;
                if let Some((_, rest)) = line.split_once("*/") {
                    if !rest.trim().is_empty() {
                        return None;
                    }
                    break;
                }
            }
            continue;
        }
        let (line, heredoc) = line(whole)?;
        mark = heredoc;
        out.push(line);
    }
    Some(out)
}

/// One line, and the mark of the heredoc that begins on it.
fn line(whole: &str) -> Option<(Line<'_>, Option<&str>)> {
    let bytes = whole.as_bytes();
    let start = whole.len() - whole.trim_start().len();
    let mut out = Line { text: whole, assigned: None, comment: None };
    let mut equals = None;
    let mut depth = 0_i32;
    let mut heredoc = None;
    let mut at = start;
    let end_before = |at: usize| whole.get(..at).map_or(0, |text| text.trim_end().len());
    while let Some(byte) = bytes.get(at) {
        let next = bytes.get(at + 1);
        match byte {
            b'"' => {
                at = string(bytes, at)?;
                continue;
            }
            b'#' | b'/' if *byte == b'#' || next == Some(&b'/') => {
                if at > start {
                    out.comment = Some((end_before(at), at));
                }
                break;
            }
            b'/' if next == Some(&b'*') => {
                at += whole.get(at..)?.find("*/")? + 2;
                continue;
            }
            b'<' if next == Some(&b'<') => {
                let name = whole.get(at + 2..)?.trim_start_matches('-').trim_end();
                let is_name = !name.is_empty()
                    && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
                if !is_name {
                    return None;
                }
                heredoc = Some(name);
                break;
            }
            b'=' if matches!(next, Some(b'=' | b'>')) => at += 1,
            b'!' | b'<' | b'>' if next == Some(&b'=') => at += 1,
            b'=' if equals.is_none() && at > start => equals = Some(at),
            b'{' | b'[' | b'(' if equals.is_some() => depth += 1,
            b'}' | b']' | b')' if equals.is_some() => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    if depth == 0
        && let Some(at) = equals
    {
        out.assigned = Some((end_before(at), at));
    }
    Some((out, heredoc))
}

/// The offset after a quoted string; none where its line ends first.
fn string(bytes: &[u8], at: usize) -> Option<usize> {
    // Brace depth of each interpolation that we are in; `None` for a string within it.
    let mut inside: Vec<Option<u32>> = vec![None];
    let mut at = at + 1;
    while let Some(open) = inside.last_mut() {
        let (byte, next) = (*bytes.get(at)?, bytes.get(at + 1));
        match (byte, open) {
            (b'\n', _) => return None,
            (b'\\', None) => at += 1,
            (b'$' | b'%', None) if next == Some(&byte) && bytes.get(at + 2) == Some(&b'{') => at += 2,
            (b'$' | b'%', None) if next == Some(&b'{') => {
                inside.push(Some(1));
                at += 1;
            }
            (b'"', None) => _ = inside.pop(),
            (b'"', Some(_)) => inside.push(None),
            (b'{', Some(depth)) => *depth += 1,
            (b'}', Some(depth)) => {
                *depth -= 1;
                if *depth == 0 {
                    inside.pop();
                }
            }
            _ => {}
        }
        at += 1;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_kept_where_the_text_had_them() {
        let before = "  bucket = \"b\" # one\n  key    = \"k\" # two\n\n  a = 1\n";
        let after = "  bucket = \"b\" # one\n  key    = \"k\" # two\n  use_lockfile = true\n\n  a = 1\n";
        assert_eq!(
            realigned(before, after).as_deref(),
            Some(
                "  bucket       = \"b\" # one\n  key          = \"k\" # two\n  use_lockfile = true\n\n  a = 1\n"
            )
        );
        // What was not in columns stays as it was written.
        assert_eq!(realigned("  bucket = 1\n  key = 2\n", "  bucket = 1\n  key = 2\n  encrypt = 3\n"), None);
        assert_eq!(realigned("  a  = 1\n", "  a  = 1\n  encrypt = 3\n"), None);
    }

    #[test]
    fn runs_end_as_fmt_ends_them() {
        let text = "a = {\n  x  = 1\n  yy = <<E\n no = t\nE\n  zzz = \"=}#\" // c\n}\nbcd = [1, 2] /* x */\ne   = !(f == g)\n# c\nlonger = 1\n/*\n u = 1\n*/\nd = \"${h[\"}\"]}\"\n";
        let lines = lines(text).unwrap_or_default();
        assert_eq!(lines.len(), 15);
        for column in [assignments as Column, comments] {
            assert!(runs(&lines, column).all(|run| is_aligned(&lines, run, column)), "{text}");
        }
        assert_eq!(runs(&lines, assignments).count(), 5);
        assert_eq!(aligned(text, assignments).as_deref(), Some(text));
        for odd in ["a = \"", "a = \"${b\n}\"\n", "/* x", "/* x\n */ a = 1\n", "a = <<E x\n"] {
            assert!(super::lines(odd).is_none(), "{odd:?}");
        }
    }
}

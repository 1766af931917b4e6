//! Where a value begins and ends in the raw text: quoted, unquoted, within brackets.

use super::lines::{UNQUOTED, blanks, line_end};
use super::{LONGEST, Until, Value};

/// Reads a quoted value whose quote (with `level` backslashes before it) is at `at`.
pub(in crate::detect) fn quoted(text: &[u8], at: usize) -> Option<Value> {
    let mut open = at;
    while text.get(open) == Some(&b'\\') {
        open += 1;
    }
    let level = open - at;
    let quote = *text.get(open)?;
    if !matches!(quote, b'"' | b'\'' | b'`') {
        return None;
    }
    // Three quotes.
    if level == 0 && text.get(open..open + 3) == Some(&[quote; 3]) {
        let start = open + 3;
        let body = text.get(start..text.len().min(start + LONGEST))?;
        let end =
            crate::text::find_bytes(body, &[quote; 3]).map_or(start + body.len(), |found| start + found);
        return Some(Value { start, end, after: (end + 3).min(text.len()), quoted: true });
    }
    let start = open + 1;
    let limit = text.len().min(start + LONGEST);
    let mut i = start;
    while i < limit {
        let byte = *text.get(i)?;
        if byte == b'\n' {
            break;
        }
        // YAML's string goes on below after a backslash.
        if byte == b'\\' && quote == b'"' && level == 0 && text.get(i + 1) == Some(&b'\n') && i > start {
            i += 2;
            continue;
        }
        if byte == b'\\' {
            let mut slashes = 0;
            while text.get(i + slashes) == Some(&b'\\') {
                slashes += 1;
            }
            let next = text.get(i + slashes).copied();
            if next == Some(quote) && level > 0 && slashes == level {
                return Some(Value { start, end: i, after: i + slashes + 1, quoted: true });
            }
            if level == 0 && quote == b'\'' && next == Some(quote) && slashes == 1 {
                // A shell ends the string here; JavaScript and Python go on.
                let goes_on =
                    text.get(i + 2).is_some_and(|byte| !matches!(byte, b'\n' | b' ' | b',' | b';' | b')'));
                if !goes_on {
                    return Some(Value { start, end: i + 1, after: i + 2, quoted: true });
                }
            }
            // `\\"` ends a string of one level; deeper ones count by their level above.
            let escapes = slashes % 2 == 1 || quote == b'\'';
            i += slashes
                + usize::from(if level == 0 {
                    escapes && next.is_some_and(|byte| byte != b'\n' && (slashes % 2 == 1 || byte == quote))
                } else {
                    next == Some(quote)
                });
            continue;
        }
        if byte == quote {
            if level > 0 && quote == b'"' {
                // The outer string ends before the inner one does: cut text.
                return Some(Value { start, end: i, after: i, quoted: true });
            }
            // `'it'\''s'`: a shell's way to put one in.
            if quote == b'\'' && level == 0 && text.get(i + 1..i + 4) == Some(b"\\''") {
                i += 4;
                continue;
            }
            // `''` in SQL and YAML.
            if quote == b'\'' && text.get(i + 1) == Some(&b'\'') && i > start {
                i += 2;
                continue;
            }
            return Some(Value { start, end: i, after: i + 1, quoted: true });
        }
        // `"${lookup(x, "y")}"` nests quotes.
        if byte == b'$' && text.get(i + 1) == Some(&b'{') && level == 0 {
            let mut depth = 0_i32;
            let mut j = i + 1;
            while j < limit {
                match text.get(j) {
                    Some(b'{') => depth += 1,
                    Some(b'}') => {
                        depth -= 1;
                        if depth == 0 {
                            break;
                        }
                    }
                    Some(b'\n') | None => break,
                    _ => {}
                }
                j += 1;
            }
            if depth == 0 && text.get(j) == Some(&b'}') {
                i = j + 1;
                continue;
            }
        }
        i += 1;
    }
    Some(Value { start, end: i, after: i, quoted: true })
}

/// Where the bracket that opens at `open` closes, before `limit`; brackets in quotes do not count.
pub(in crate::detect) fn closing(text: &[u8], open: usize, limit: usize) -> Option<usize> {
    let mut depth = 0_i32;
    let mut at = open;
    let mut before = b' ';
    while at < limit {
        let byte = *text.get(at)?;
        match byte {
            b'{' | b'[' | b'(' => depth += 1,
            b'}' | b']' | b')' => {
                depth -= 1;
                if depth <= 0 {
                    return Some(at);
                }
            }
            // An apostrophe in prose opens nothing.
            b'"' | b'\'' | b'\\'
                if byte != b'\'' || matches!(before, b'{' | b'[' | b'(' | b',' | b':' | b'=') =>
            {
                if let Some(value) = quoted(text, at)
                    && value.after > at
                {
                    before = b'"';
                    at = value.after;
                    continue;
                }
            }
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
        at += 1;
    }
    None
}

/// The brace that opens the object which holds `at`, not before `least`; `at` stands in no string.
pub(in crate::detect) fn enclosing(text: &[u8], at: usize, least: usize) -> Option<usize> {
    let mut depth = 0_i32;
    let mut in_string = false;
    let mut at = at;
    while at > least {
        at -= 1;
        let byte = *text.get(at)?;
        let escaped = || {
            text.get(..at).is_some_and(|head| {
                head.iter().rev().take(8).take_while(|byte| **byte == b'\\').count() % 2 == 1
            })
        };
        match byte {
            b'"' if !escaped() => in_string = !in_string,
            // A quote without its partner in the line is none.
            b'\n' => in_string = false,
            b'}' if !in_string => depth += 1,
            b'{' if !in_string => {
                if depth == 0 {
                    return Some(at);
                }
                depth -= 1;
            }
            _ => {}
        }
    }
    None
}

/// Where the value begins of the member whose name ends at `at`: after the name's quote and the separator.
pub(in crate::detect) fn after_name(text: &[u8], at: usize) -> usize {
    let mut at = at;
    while matches!(text.get(at), Some(b'\\' | b'"' | b'\'')) {
        at += 1;
    }
    at = blanks(text, at);
    if matches!(text.get(at), Some(b':' | b'=')) {
        at += 1;
    }
    while matches!(text.get(at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
        at += 1;
    }
    at
}

/// Reads an unquoted value at `at`.
pub(in crate::detect) fn unquoted(text: &[u8], at: usize, until: Until) -> Value {
    let mut end_of_line = line_end(text, at).min(at + LONGEST);
    // Only one long word is followed far; else many names in one line would cost its length each.
    if end_of_line > at + UNQUOTED {
        let is_word =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'_' | b'-' | b'.');
        if !text.get(at..at + UNQUOTED).is_some_and(|head| head.iter().all(is_word)) {
            end_of_line = at + UNQUOTED;
            while end_of_line > at && text.get(end_of_line).is_some_and(|byte| byte & 0xc0 == 0x80) {
                end_of_line -= 1;
            }
        }
    }
    // `${NPM_TOKEN}` is read to its own bracket.
    let reference = text.get(at..end_of_line).filter(|rest| rest.starts_with(b"${")).map(|rest| {
        let name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-' | b':');
        rest.iter().skip(2).position(|byte| !name(byte)).filter(|end| rest.get(end + 2) == Some(&b'}'))
    });
    let mut end = at + reference.flatten().map_or(0, |name| name + 3);
    // `<your password here>` does, too.
    if text.get(at) == Some(&b'<')
        && let Some(close) =
            text.get(at..end_of_line.min(at + 48)).and_then(|rest| memchr::memchr(b'>', rest))
        && text.get(at + 1..at + close).is_some_and(|body| {
            body.iter().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'-' | b'_'))
        })
    {
        end = at + close + 1;
    }
    // `$(cat /run/secrets/x)` holds blanks, and may hold another.
    let command = usize::from(text.get(at..at + 2) == Some(b"$$"));
    if text.get(at + command..at + command + 2) == Some(b"$(") {
        let rest = text.get(at..end_of_line.min(at + 120)).unwrap_or(b"");
        let first = memchr::memchr(b')', rest);
        let mut depth = 0_i32;
        let whole = rest.iter().position(|byte| {
            depth += i32::from(*byte == b'(') - i32::from(*byte == b')');
            *byte == b')' && depth == 0
        });
        end = whole.or(first).map_or(end, |close| at + close + 1);
    }
    while end < end_of_line {
        let Some(byte) = text.get(end).copied() else { break };
        let escaped = byte == b'\\'
            && text
                .get(end + 1..end + 6)
                .is_some_and(|escape| matches!(escape, b"u0026" | b"u0022" | b"u003c" | b"u003C"));
        // Punctuation of scripts without blanks: `密码：x，端口：3306`.
        let wide = matches!(byte, 0xe3 | 0xef)
            && matches!(
                text.get(end + 1..end + 3),
                Some(&[0x80, 0x81 | 0x82 | 0x8d | 0x8f] | &[0xbc, 0x8c | 0x9b | 0x88 | 0x89])
            );
        let stop = escaped
            || wide
            || match until {
                Until::Line => {
                    (byte == b'#' && end > at && matches!(text.get(end - 1), Some(b' ' | b'\t')))
                        || byte == b'\r'
                        || (byte == b'\\'
                            && text.get(end + 1) == Some(&b'n')
                            && end > at
                            && !text.get(at..end).is_some_and(|value| value.contains(&b'\\')))
                }
                Until::Blank => {
                    matches!(byte, b' ' | b'\t' | b'\r' | b'"' | b'\'' | b'`' | b'|')
                    // Markup goes on; a password may hold a lone bracket.
                    || (byte == b'<'
                        && end > at
                        && text
                            .get(end + 1)
                            .is_none_or(|next| matches!(next, b'/' | b'!' | b'<') || next.is_ascii_alphabetic() && memchr::memchr(b'>', text.get(end..end_of_line).unwrap_or(b"")).is_some()))
                    || (byte == b'>' && text.get(end + 1).is_none_or(|next| matches!(next, b' ' | b'\n' | b'<' | b'\r')))
                    || (matches!(byte, b';' | b',' | b')' | b']' | b'}')
                        && text.get(end + 1).is_none_or(|next| {
                            matches!(
                                next,
                                b' ' | b'\t'
                                    | b'\r'
                                    | b'\n'
                                    | b'"'
                                    | b'\''
                                    | b'`'
                                    | b']'
                                    | b'}'
                                    | b')'
                            ) || *next == b',' && byte != b','
                        }))
                    || (byte == b'\\' && matches!(text.get(end + 1), Some(b'n' | b't' | b'r' | b'"' | b'\n')))
                }
                Until::Word => matches!(byte, b' ' | b'\t' | b'\r'),
                Until::Query => matches!(
                    byte,
                    b'&' | b' '
                        | b'\t'
                        | b'\r'
                        | b'"'
                        | b'\''
                        | b'`'
                        | b'#'
                        | b'<'
                        | b'>'
                        | b';'
                        | b')'
                        | b'\\'
                ),
                Until::Semicolon => {
                    matches!(byte, b';' | b'"' | b'\r' | b'`' | b'<')
                        || (byte == b'\\' && matches!(text.get(end + 1), Some(b'n' | b'"')))
                        || (byte == b'\''
                            && text
                                .get(end + 1)
                                .is_none_or(|next| matches!(next, b';' | b'\n' | b' ' | b')' | b',')))
                }
            };
        if stop {
            break;
        }
        end += 1;
    }
    while end > at && matches!(text.get(end - 1), Some(b' ' | b'\t' | b'\r')) {
        end -= 1;
    }
    Value { start: at, end, after: end, quoted: false }
}

/// Reads a word of a command line at `at`, in quotes or not.
pub(in crate::detect) fn word(text: &[u8], at: usize) -> Option<Value> {
    match text.get(at)? {
        b'"' | b'\'' => quoted(text, at),
        _ => Some(unquoted(text, at, Until::Blank)),
    }
}

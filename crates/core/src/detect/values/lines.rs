//! Where lines begin and end, and how far is looked for it.

/// How many bytes of blanks a line begins with.
pub(in crate::detect) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// Skips blanks.
pub(in crate::detect) fn blanks(text: &[u8], mut at: usize) -> usize {
    while matches!(text.get(at), Some(b' ' | b'\t')) {
        at += 1;
    }
    at
}

/// How far a line is followed from a place in it, so that one line of ten megabytes does not cost its length at every
/// place in it.
const LINE: usize = 16_384;

/// How far a value without quotes is followed that is no single word.
pub(super) const UNQUOTED: usize = 4_096;

/// A value of this length may go on further than it was followed.
pub(in crate::detect) const FAR: usize = UNQUOTED - 8;

/// How far back.
const HEAD: usize = 2_048;

/// The end of the line that holds `at`, or a place far enough from it.
pub(in crate::detect) fn line_end(text: &[u8], at: usize) -> usize {
    let mut limit = text.len().min(at.saturating_add(LINE));
    let near = text.get(at..limit).unwrap_or(&[]);
    if let Some(found) = memchr::memchr(b'\n', near) {
        return at + found;
    }
    // Not inside a character.
    while text.get(limit).is_some_and(|byte| byte & 0xc0 == 0x80) {
        limit += 1;
    }
    limit.max(at.min(text.len()))
}

/// The end of the line that holds `at`, however far.
pub(in crate::detect) fn whole_line_end(text: &[u8], at: usize) -> usize {
    text.get(at..).and_then(|rest| memchr::memchr(b'\n', rest)).map_or(text.len(), |found| at + found)
}

/// The start of the line that holds `at`, or the first character that is near enough.
pub(in crate::detect) fn line_start(text: &[u8], at: usize) -> usize {
    let from = at.saturating_sub(HEAD);
    let found =
        text.get(from..at).and_then(|before| memchr::memrchr(b'\n', before)).map(|found| from + found + 1);
    found.unwrap_or_else(|| character(text, from))
}

/// The same, at most so many bytes before `at`.
pub(in crate::detect) fn line_near(text: &[u8], at: usize, most: usize) -> usize {
    let from = at.saturating_sub(most);
    let found = text.get(from..at).and_then(|before| memchr::memrchr(b'\n', before));
    found.map_or_else(|| character(text, from), |found| from + found + 1)
}

/// The first place from `at` on that is not inside a character.
fn character(text: &[u8], mut at: usize) -> usize {
    while text.get(at).is_some_and(|byte| byte & 0xc0 == 0x80) {
        at += 1;
    }
    at
}

/// The start of the line that holds `at`, however far.
pub(in crate::detect) fn whole_line_start(text: &[u8], at: usize) -> usize {
    text.get(..at).and_then(|before| memchr::memrchr(b'\n', before)).map_or(0, |found| found + 1)
}

#[cfg(test)]
mod tests {
    use super::line_near;
    use crate::detect::hidden;

    #[test]
    fn what_stands_before_is_seen_in_any_script() {
        assert_eq!(line_near("日本x".as_bytes(), 7, 5), 3);
        assert_eq!(line_near("日\n本x".as_bytes(), 8, 6), 4);
        for shift in 0..6 {
            let before = ["日本".repeat(60), "x".repeat(shift)].concat();
            for told in [
                "the password is Kq7Zx2Vb9",
                "expect \"Password:\"\nsend \"Kq7Zx2Vb9\\r\"",
                "DB_PASSWORD=Kq7Zx2Vb9",
            ] {
                let text = format!("{before} {told}\n");
                assert_eq!(hidden(&text), ["Kq7Zx2Vb9"], "{shift} {told}");
            }
        }
    }
}

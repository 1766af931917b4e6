//! Placeholders in an answer back to values, locally. Tolerant of what models and Markdown do to a word, but exact:
//! never another number, never another kind.

use crate::detect::Class;
use crate::lanes::{self, LANES, equal, is_ascii, within};
use crate::redact::Vault;
use crate::together::{self, LARGE, both};
use std::collections::{BTreeMap, BTreeSet};

/// A restored text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restored {
    /// Raw text: holds values again.
    pub text: String,
    /// How many placeholders became values.
    pub restored: usize,
    /// Placeholder-like words that stand for nothing we know; left as they were.
    pub unknown: Vec<String>,
}

/// A piece of a text that holds placeholders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Ordinary text.
    Text(&'a str),
    /// A placeholder of ours: as it stands, and its exact name.
    Known(&'a str, &'a str),
    /// A word of a placeholder's form with one of our kinds, that was never given out.
    Unknown(&'a str),
}

/// Longest placeholder, escapes included; a stream holds back at most so much.
const LONGEST: usize = 96;

/// Takes a text apart at its placeholders.
pub fn pieces<'a>(text: &'a str, vault: &'a Vault) -> Vec<Piece<'a>> {
    let mut known: BTreeMap<&str, &str> = BTreeMap::new();
    known.extend(vault.placeholders().map(|(name, _)| (name, name)));
    let kinds: Vec<&str> = {
        let mut kinds: Vec<&str> =
            known.values().filter_map(|name| name.rsplit_once('_').map(|(kind, _)| kind)).collect();
        crate::text::sort_by_text(&mut kinds, |kind| kind);
        kinds.dedup();
        kinds
    };
    let mut out = Vec::new();
    let mut from = 0;
    for_each_word(text, 0..text.len(), |at, end, name| {
        let shown = text.get(at..end).unwrap_or("");
        if let Some(found) = known.get(name).copied() {
            out.push(Piece::Text(text.get(from..at).unwrap_or("")));
            out.push(Piece::Known(shown, found));
            from = end;
            return true;
        }
        let is_kind = name.rsplit_once('_').is_some_and(|(kind, _)| kinds.binary_search(&kind).is_ok());
        // In lower case only what was given out counts: `api_key_1` may be an argument of theirs.
        if is_kind && shown.bytes().all(|byte| !byte.is_ascii_lowercase()) && shown.contains('_') {
            out.push(Piece::Text(text.get(from..at).unwrap_or("")));
            out.push(Piece::Unknown(shown));
            from = end;
            return true;
        }
        false
    });
    out.push(Piece::Text(text.get(from..).unwrap_or("")));
    out.retain(|piece| *piece != Piece::Text(""));
    out
}

/// Every word of a placeholder's form, upper case, as [`pieces`] would read it. A word begins where reading may begin;
/// a text in which words run into each other may give one more than [`pieces`] sees.
pub(crate) fn words(text: &str) -> Vec<String> {
    let middle = if text.len() < LARGE { 0 } else { together::middle(text.as_bytes()) };
    let half = |text| words_in(text);
    let (mut out, rest) = both(
        middle > 0,
        || half(text.get(..middle).unwrap_or("")),
        // A word may be wrapped after its underscore.
        || half(text.get(middle.saturating_sub(LONGEST)..).or_else(|| text.get(middle..)).unwrap_or("")),
    );
    out.extend(rest);
    out
}

fn words_in(text: &str) -> Vec<String> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut done = 0;
    // A placeholder ends in its number, and numbers after a separator are few.
    let mut at = 0;
    while let Some(number) = next_number(bytes, at) {
        let end = number
            + bytes.get(number..).map_or(0, |rest| rest.iter().take_while(|byte| is_word(**byte)).count());
        let mut start = number - 1;
        while start > done && number - start < LONGEST && is_inside(bytes, start - 1) {
            start -= 1;
        }
        at = end.max(number + 1);
        if start >= done {
            for_each_word(text, start..number, |_, _, name| {
                out.push(name.to_owned());
                false
            });
            done = at;
        }
    }
    out
}

/// Whether the byte at `at` may stand in a placeholder's word before the mark that its number follows, as [`word`]
/// reads it.
fn is_inside(bytes: &[u8], at: usize) -> bool {
    let byte = |at: Option<usize>| at.and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    match byte(Some(at)) {
        b'\n' => matches!(byte(at.checked_sub(1)), b'_' | b'\n' | 0xad),
        one => is_word(one) || one == b'\\' || !one.is_ascii(),
    }
}

/// The next digit that may be the first of a placeholder's number: after `_`, after a line broken there, after a blank
/// or hyphen that an upper-case word stands before, or a digit of another alphabet.
fn next_number(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from.max(1);
    let found = |mut range: std::ops::Range<usize>| range.find(|at| is_number(bytes, *at));
    // The highest bit of the lowest byte, where the byte before `at` is such that a number may follow.
    let follows = |byte: &u8| if NUMBER_FOLLOWS.contains(byte) || *byte == 0xad { 0x80 } else { 0 };
    let mut before = bytes.get(at - 1).map_or(0, follows);
    for eight in lanes::of(bytes.get(at..)?) {
        let may_be = if is_ascii(eight) {
            let marks = NUMBER_FOLLOWS.iter().fold(0, |marks, one| marks | equal(eight, *one));
            let digits = within(eight, b'0', b'9') & (marks << 8 | before);
            before = marks >> (8 * (LANES - 1));
            digits != 0
        } else {
            before = bytes.get(at + LANES - 1).map_or(0, follows);
            true
        };
        if may_be && let Some(number) = found(at..at + LANES) {
            return Some(number);
        }
        at += LANES;
    }
    found(at..bytes.len())
}

/// What a placeholder's number follows; beside these the end of a soft hyphen.
const NUMBER_FOLLOWS: [u8; 4] = [b'_', b'\n', b' ', b'-'];

/// Whether the number that begins at `at` follows what a placeholder's does.
fn is_number(bytes: &[u8], at: usize) -> bool {
    let before = || at.checked_sub(2).and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    match bytes.get(at - 1..at + 1) {
        Some([b'_' | 0xad, b'0'..=b'9'] | [0xef, 0xbc]) => true,
        Some([b'\n', b'0'..=b'9']) => matches!(before(), b'_' | b'\n' | 0xad),
        Some([b' ' | b'-', b'0'..=b'9']) => match before() {
            // A date is no word with a number.
            b'0'..=b'9' => {
                let head = bytes.get(..at - 1).unwrap_or(b"");
                let last = head.iter().rposition(|byte| !byte.is_ascii_digit());
                last.is_some_and(|last| is_inside(bytes, last))
            }
            one => matches!(one, b'A'..=b'Z' | b'_' | b'\\' | 0xad),
        },
        _ => false,
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether a word can begin at `at`: what stands before is no part of it.
pub(crate) fn can_begin(bytes: &[u8], at: usize) -> bool {
    let before = |count: usize| at.checked_sub(count).and_then(|at| bytes.get(at)).copied();
    let Some(last) = before(1) else { return true };
    if !is_word(last) {
        return true;
    }
    let hex = |count: usize| before(count).is_some_and(|byte| byte.is_ascii_hexdigit());
    // `\nWORD`, `%3AWORD`, `\u0022WORD`, and colour codes: `[1mWORD`.
    matches!(last, b'n' | b't' | b'r' | b'b' | b'f') && before(2) == Some(b'\\')
        || before(3) == Some(b'%') && hex(1) && hex(2)
        || before(6) == Some(b'\\') && before(5) == Some(b'u') && (1..=4).all(hex)
        || last == b'm' && {
            let mut count = 2;
            while count < 12 && before(count).is_some_and(|byte| byte.is_ascii_digit() || byte == b';') {
                count += 1;
            }
            before(count) == Some(b'[')
        }
}

/// Calls with start, end and exact name of each word of a placeholder's form; `true` takes it, and reading goes on after.
/// Words that begin in `range` are read.
fn for_each_word(
    text: &str,
    range: std::ops::Range<usize>,
    mut take: impl FnMut(usize, usize, &str) -> bool,
) {
    let bytes = text.as_bytes();
    let mut at = range.start;
    while at < range.end {
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) || !can_begin(bytes, at) {
            at += 1;
            continue;
        }
        let mut read = word(text, at);
        // The tolerant reading first, the plain one where it says nothing.
        if let Some((name, end)) = &read
            && take(at, *end, name)
        {
            at = (*end).max(at + 1);
            continue;
        }
        let mut plain = at;
        while bytes.get(plain).is_some_and(|byte| is_word(*byte)) {
            plain += 1;
        }
        if read.as_ref().is_some_and(|(_, end)| *end != plain) {
            read = word(text.get(..plain).unwrap_or(""), at);
            if let Some((name, end)) = &read
                && take(at, *end, name)
            {
                at = (*end).max(at + 1);
                continue;
            }
        }
        // What looked like the word's beginning may be the end of an escape.
        let escape = (at + 1..plain.min(at + 6)).find(|next| can_begin(bytes, *next));
        at = escape.unwrap_or(plain).max(at + 1);
    }
}

/// Reads `KIND_n` at `at`, with `\_` for `_`, a soft hyphen or line break inside, `KIND n` and `KIND-n`, in any case.
/// Gives its exact name and end.
pub(crate) fn word(text: &str, at: usize) -> Option<(String, usize)> {
    let mut name = String::new();
    let mut end = at;
    let is_placeholder = |name: &str| {
        name.rsplit_once('_').is_some_and(|(kind, number)| {
            !kind.is_empty() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let mut chars = text.get(at..).unwrap_or("").char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        if offset > LONGEST {
            break;
        }
        let next = chars.peek().map(|(_, next)| *next);
        match c {
            'A'..='Z' | 'a'..='z' | '0'..='9' | '_' => {
                name.push(c.to_ascii_uppercase());
                end = at + offset + 1;
            }
            '\\' if next == Some('_') => {}
            '\u{ad}' => {}
            '\u{ff10}'..='\u{ff19}' => {
                let digit = u32::from(c) - 0xff10;
                name.extend(char::from_digit(digit, 10));
                end = at + offset + c.len_utf8();
            }
            // A line break right after the underscore: the word was wrapped.
            '\n' if name.ends_with('_')
                && next.is_some_and(|next| next.is_ascii_digit() || next.is_ascii_uppercase()) => {}
            // `PASSWORD 1`: upper case only, since prose counts things too.
            ' ' | '-'
                if next.is_some_and(|next| next.is_ascii_digit())
                    && !is_placeholder(&name)
                    && !name.ends_with('_')
                    && text.get(at..end).is_some_and(|shown| {
                        shown.len() > 1 && shown.bytes().all(|byte| !byte.is_ascii_lowercase())
                    }) =>
            {
                name.push('_');
            }
            _ => break,
        }
    }
    (end > at && is_placeholder(&name)).then_some((name, end))
}

/// Whether a placeholder is still read as itself when `after` follows it.
pub(crate) fn ends(placeholder: &str, after: &str) -> bool {
    match after.chars().next() {
        Some(c) if c.is_ascii_alphanumeric() || matches!(c, '_' | '\\') || !c.is_ascii() => {
            let after: String = after.chars().take(LONGEST).collect();
            word(&format!("{placeholder}{after}"), 0).is_some_and(|(_, end)| end == placeholder.len())
        }
        _ => true,
    }
}

fn put_back(text: &str, vault: &Vault, wanted: impl Fn(Class) -> bool) -> Restored {
    let mut out = Restored::default();
    let values = vault.values();
    let mut unknown: BTreeSet<&str> = BTreeSet::new();
    for piece in pieces(text, vault) {
        match piece {
            Piece::Text(text) => out.text.push_str(text),
            Piece::Known(shown, name) => match values.get(name) {
                Some(&(value, class)) if wanted(class) => {
                    out.text.push_str(value);
                    out.restored += 1;
                }
                _ => out.text.push_str(shown),
            },
            Piece::Unknown(shown) => {
                out.text.push_str(shown);
                if unknown.insert(shown) {
                    out.unknown.push(shown.to_owned());
                }
            }
        }
    }
    out
}

/// Restores every placeholder, secrets too. For text that stays on this machine.
pub fn restore(text: &str, vault: &Vault) -> Restored {
    put_back(text, vault, |_| true)
}

/// Restores identifiers only; secret placeholders stay until the user puts one back.
pub fn restore_identifiers(text: &str, vault: &Vault) -> Restored {
    put_back(text, vault, |class| class == Class::Identifier)
}

/// Where a streamed text may be shown up to: what follows could be the beginning of a placeholder.
pub fn settled(text: &str) -> usize {
    let tail = text.len().saturating_sub(LONGEST);
    let mut at = text.len();
    for (index, c) in text.char_indices().rev() {
        if index < tail {
            break;
        }
        if c.is_ascii_alphanumeric() || matches!(c, '_' | '\\' | '\u{ad}') {
            at = index;
        } else {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    /// [`words`] looks only where a number stands; reading the whole text must give nothing more.
    #[test]
    fn no_word_of_a_placeholder_is_overlooked() {
        let parts = [
            "PASSWORD", "API_KEY", "_", "1", "23", " ", "-", "\\_", "\n", "\u{ad}", "\u{ff11}", "x", "[1m",
            "\\n", "%3A", "\\u0022", "token", "é", ".", "\"",
        ];
        let mut state = 7_u64;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..9 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(parts[(state >> 40) as usize % parts.len()]);
            }
            let found = words(&text);
            for_each_word(&text, 0..text.len(), |_, _, name| {
                assert!(found.iter().any(|one| one == name), "{name} in {text:?}: {found:?}");
                false
            });
        }
    }

    use super::*;
    use crate::{detect, redact};

    fn vault() -> (String, Vault) {
        let secret = ["Hunter2", "-long-enough"].concat();
        let raw = format!("password = \"{secret}\"\n");
        let findings = detect::detect(&raw, &detect::Options::default()).findings;
        (secret, redact::redact(&raw, &findings).1)
    }

    #[test]
    fn what_models_do_to_a_word_is_undone() {
        let (secret, vault) = vault();
        for text in ["PASSWORD_1", "`PASSWORD_1`", r"PASSWORD\_1", "password_1", "PASSWORD_\u{ff11}"] {
            let restored = restore(text, &vault);
            assert_eq!(restored.restored, 1, "{text}");
            assert!(restored.text.contains(&secret), "{text}");
        }
        assert_eq!(restore("PASSWORD_1's", &vault).text, format!("{secret}'s"));
    }

    #[test]
    fn another_number_is_never_taken() {
        let (_, vault) = vault();
        for text in ["PASSWORD_10", "PASSWORD_2", "XPASSWORD_1", "PASSWORD_1x", "PASSWORD_1_2"] {
            assert_eq!(restore(text, &vault).text, text);
        }
        assert_eq!(restore("PASSWORD_10", &vault).unknown, ["PASSWORD_10"]);
        assert!(restore("MAX_RETRIES_3", &vault).unknown.is_empty());
    }

    #[test]
    fn every_number_that_may_end_a_placeholder_is_seen() {
        let mut state = 1_u32;
        let mut seen = 0;
        for round in 0..3_000 {
            let text: Vec<u8> = (0..round % 80)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    *b"A_1 -9\n\\z\xad\xef\xbcAAbb00".get((state >> 24) as usize % 18).unwrap_or(&b'a')
                })
                .collect();
            let all: Vec<usize> = (1..text.len()).filter(|at| is_number(&text, *at)).collect();
            let mut found = Vec::new();
            let mut at = 0;
            while let Some(number) = next_number(&text, at) {
                found.push(number);
                at = number + 1;
            }
            assert_eq!(found, all, "{:?}", String::from_utf8_lossy(&text));
            seen += all.len();
        }
        assert!(seen > 3_000, "{seen}");
    }

    #[test]
    fn a_stream_holds_back_what_may_be_a_placeholder() {
        assert_eq!(settled("set PASSW"), 4);
        assert_eq!(settled("set PASSWORD_1 "), 15);
        assert_eq!(settled(r"set PASSWORD\_"), 4);
    }
}

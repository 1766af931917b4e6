//! What a telling name refers to: `$p = "x"; Connect -Password $p` names its value at another place.

use super::judge::judge;
use crate::detect::Finder;
use crate::detect::names::{self, Said, Strength};
use crate::detect::values::{self, Value};

/// How far before its use a variable is looked for.
const REACH: usize = 4_000;
/// How many variables of one text are followed.
const MOST: usize = 300;

/// Whether so many variables were followed that each was that could be.
pub(in crate::detect) fn is_within_bounds(followed: usize) -> bool {
    followed < MOST
}

/// Follows `$p`, `${p}` and `p` under a telling name to the literal that was given to it above.
pub(super) fn follow(finder: &mut Finder<'_>, name: &str, said: Said, body: &str, at: usize) {
    let word = body.strip_prefix('$').unwrap_or(body);
    let word = word.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(word);
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    // `login(password:$p){token}`
    let word = if body.starts_with('$') {
        let length = word.bytes().take_while(|byte| is_part(byte)).count();
        word.get(..length).unwrap_or(word)
    } else {
        word
    };
    let sigil = word.len() < body.len();
    if said.strength == Strength::Weak
        || finder.followed >= MOST
        || !(1..=32).contains(&word.len())
        || !word.bytes().all(|byte| is_part(&byte))
        || word.starts_with(|c: char| c.is_ascii_digit())
        // Such a name is read where it stands.
        || names::says(word).is_some()
    {
        return;
    }
    finder.followed += 1;
    let text = finder.bytes;
    let least = at.saturating_sub(REACH);
    let window = text.get(least..at).unwrap_or(b"");
    let places: Vec<usize> = crate::text::places_of(window, word.as_bytes()).collect();
    for found in places.into_iter().rev().take(60) {
        let start = least + found;
        let mut end = start + word.len();
        let before = start.checked_sub(1).and_then(|at| text.get(at)).copied().unwrap_or(b'\n');
        if is_part(&before)
            || matches!(before, b'.' | b'-' | b'"' | b'\'')
            || text.get(end).is_some_and(is_part)
        {
            continue;
        }
        let name_end = end;
        end = values::blanks(text, end);
        let spaced = end > name_end;
        if text.get(end) == Some(&b':') {
            end += 1;
        }
        if text.get(end) != Some(&b'=') || text.get(end + 1) == Some(&b'=') {
            continue;
        }
        let from = values::blanks(text, end + 1);
        let value = match text.get(from) {
            Some(b'"' | b'\'' | b'`') => values::quoted(text, from),
            // A shell's word without quotes.
            Some(_) if sigil && !spaced && from == end + 1 => values::word(text, from),
            _ => None,
        };
        if let Some(value) = value {
            finder.led = true;
            judge(finder, name, said, Value { quoted: true, ..value });
            return;
        }
    }
    if sigil {
        given_below(finder, name, said, word, at);
    }
}

/// GraphQL's `"variables": {"p": "x"}` behind the query that takes `$p`.
fn given_below(finder: &mut Finder<'_>, name: &str, said: Said, word: &str, at: usize) {
    let end = finder.bytes.len().min(at + 600);
    let window = finder.bytes.get(at..end).unwrap_or(b"");
    let Some(variables) = crate::text::find_bytes(window, b"variables") else { return };
    let key = format!("{word}\"");
    for found in crate::text::places_of(window.get(variables..).unwrap_or(b""), key.as_bytes()).take(8) {
        let start = at + variables + found;
        let colon = values::blanks(finder.bytes, start + key.len());
        if finder.bytes.get(start - 1) == Some(&b'"') && finder.bytes.get(colon) == Some(&b':') {
            if let Some(value) = values::quoted(finder.bytes, values::blanks(finder.bytes, colon + 1)) {
                finder.led = true;
                judge(finder, name, said, value);
            }
            return;
        }
    }
}

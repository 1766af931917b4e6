//! Credentials that are known by their own form: every rule of `rules/`, found by the literals in them.

use super::marks::{Kind, Marks};
use super::pattern::Pattern;
use super::rules::{self, Form};
use super::runs::{self, Alphabet};
use super::values;
use super::{Finder, Found};
use std::sync::LazyLock;

struct Compiled {
    rule: &'static Form,
    pattern: Pattern,
}

struct Forms {
    rules: Vec<Compiled>,
    /// Each literal of the search with its rule, and whether the form begins with it.
    literals: Vec<(String, usize, bool)>,
    /// Each vendor's word with its rule.
    words: Vec<(&'static str, usize)>,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms { rules: Vec::new(), literals: Vec::new(), words: Vec::new() };
    for rule in &rules::FORMS {
        let Some(pattern) = Pattern::new(rule.pattern) else { continue };
        let index = forms.rules.len();
        if rule.keywords.is_empty() {
            for anchor in pattern.anchors() {
                let literals = pattern.completed(&anchor).into_iter();
                forms.literals.extend(literals.map(|literal| (literal, index, anchor.at_start)));
            }
        } else {
            forms.words.extend(rule.keywords.iter().map(|word| (*word, index)));
        }
        forms.rules.push(Compiled { rule, pattern });
    }
    forms
});

/// The literals that stand in forms, for the search over the text.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    FORMS.literals.iter().map(|(literal, ..)| literal.as_str())
}

/// The vendors' words, for the search over the text.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    FORMS.words.iter().map(|(word, _)| *word)
}

/// Every rule that does not compile; the registry's test wants none.
#[cfg(test)]
pub(super) fn broken() -> Vec<&'static str> {
    rules::FORMS
        .iter()
        .filter(|rule| {
            Pattern::new(rule.pattern)
                .is_none_or(|pattern| rule.keywords.is_empty() && pattern.anchors().is_empty())
        })
        .map(|rule| rule.id)
        .collect()
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Finds every form with a mark of its own.
pub(super) fn read(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    let mut done: Vec<usize> = vec![0; FORMS.rules.len()];
    for hit in marks.all(Kind::Form) {
        let Some((_, index, at_start)) = FORMS.literals.get(hit.index) else { continue };
        let (index, at_start) = (*index, *at_start);
        let Some(compiled) = FORMS.rules.get(index) else { continue };
        if done.get(index).is_some_and(|done| hit.start < *done) {
            continue;
        }
        let mut starts = hit.start..=hit.start;
        if !at_start {
            let mut from = hit.start;
            while from > 0
                && hit.start - from < 128
                && text.get(from - 1).is_some_and(|byte| {
                    is_token(*byte)
                        || matches!(byte, b'-' | b'~' | b'.' | b'+' | b'/' | b'"' | b'=' | b'?' | b'&')
                })
            {
                from -= 1;
            }
            starts = from..=hit.start;
        }
        for start in starts {
            if let Some(end) = try_at(finder, compiled, start) {
                if let Some(done) = done.get_mut(index) {
                    *done = end;
                }
                break;
            }
        }
    }
}

fn try_at(finder: &mut Finder<'_>, compiled: &Compiled, start: usize) -> Option<usize> {
    let text = finder.bytes;
    let first = *text.get(start)?;
    // Not in the middle of a word; after an escape like `\n` a word begins.
    if is_token(first)
        && start > 0
        && text.get(start - 1).is_some_and(|byte| is_token(*byte) && *byte != b'_')
    {
        let escape = start > 1
            && text.get(start - 2) == Some(&b'\\')
            && matches!(text.get(start - 1), Some(b'n' | b't' | b'r'));
        let percent = start > 2 && text.get(start - 3) == Some(&b'%');
        if !escape && !percent {
            return None;
        }
    }
    let (end, mut from, mut to) = compiled.pattern.at(text, start)?;
    // A provider's checksum may begin like anything.
    if matches!(text.get(start.saturating_sub(3)..start), Some(b"h1:" | b"zh:")) {
        return None;
    }
    // A longer token of the same alphabet: with a long mark it is still ours and goes on; else it is another's.
    if to == end {
        if let Some(tail) = compiled.pattern.tail() {
            let mut longer = end;
            while longer - end < 4096
                && text.get(longer).is_some_and(|byte| {
                    tail.has(*byte) && byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'.')
                })
            {
                longer += 1;
            }
            if longer > end {
                let mark =
                    compiled.pattern.anchors().iter().map(|anchor| anchor.literal.len()).max().unwrap_or(0);
                if mark < 4 {
                    return None;
                }
                to = longer;
            }
        }
        while to > from + 8 && matches!(text.get(to - 1), Some(b'.' | b',' | b';' | b':')) {
            to -= 1;
        }
    }
    let body = finder.text.get(from..to)?;
    // Runs and masks of documentation: `ghp_XXXXXXXX`.
    let distinct = {
        let mut seen = [0_u64; 4];
        for byte in body.bytes() {
            if let Some(part) = seen.get_mut(usize::from(byte >> 6)) {
                *part |= 1 << (byte & 63);
            }
        }
        seen.iter().map(|part| part.count_ones()).sum::<u32>()
    };
    if distinct < 5 && body.len() > 12 {
        // Nor is a part of it one.
        return Some(to.max(end));
    }
    if values::is_filled(body) || body == "00000000-0000-0000-0000-000000000000" {
        return Some(to.max(end));
    }
    if compiled.rule.id == "bearer" || compiled.rule.id == "basic-auth" {
        let mixed = body.bytes().any(|byte| byte.is_ascii_uppercase())
            && body.bytes().skip(1).any(|byte| byte.is_ascii_lowercase());
        if values::is_never_secret(body)
            || !(body.bytes().any(|byte| byte.is_ascii_digit())
                || mixed && body.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()))
        {
            return None;
        }
    }
    // Where the form is a name or a frame around the value: a reference may stand in it.
    if (from, to) != (start, end) && values::is_never_secret(body) {
        return None;
    }
    while to > from && text.get(to - 1) == Some(&b'\\') {
        to -= 1;
    }
    while from < to && text.get(from).is_some_and(u8::is_ascii_whitespace) {
        from += 1;
    }
    finder.add(Found {
        start: from,
        end: to,
        rule: compiled.rule.id,
        placeholder: compiled.rule.placeholder,
        certain: compiled.rule.check.is_none_or(|check| finder.text.get(from..to).is_some_and(check)),
    });
    Some(end)
}

/// Forms without a mark, where a word of their vendor stands on the same line before them.
pub(super) fn read_near_words(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    let mut tried = 0;
    let mut last_line = (usize::MAX, usize::MAX);
    /// Bytes of the shortest value that is taken for a secret here.
    const LEAST: usize = 20;
    const TOKEN: Alphabet = Alphabet::alphanumeric_and(b"-_+/=.~:%@|!#$&*^");
    // The end of the line last looked at, and whether it holds no value so long.
    let mut no_token_until = (usize::MAX, false);
    for hit in marks.all(Kind::NearWord) {
        let Some((_, index)) = FORMS.words.get(hit.index).copied() else { continue };
        let Some(compiled) = FORMS.rules.get(index) else { continue };
        let line = values::line_end(text, hit.end).min(hit.end + 200);
        if last_line == (index, line) {
            continue;
        }
        if no_token_until.0 != line {
            let near = text.get(..text.len().min(line + LEAST)).unwrap_or(text);
            no_token_until =
                (line, runs::next(near, hit.end, LEAST, &TOKEN).is_none_or(|(start, _)| start >= line));
        }
        if no_token_until.1 {
            continue;
        }
        // A placeholder's own words name nothing.
        if text.get(hit.end).is_some_and(|byte| *byte == b'_') && is_in_placeholder(finder.text, hit.end) {
            continue;
        }
        last_line = (index, line);
        tried += 1;
        if tried > 200_000 {
            break;
        }
        let mut at = hit.end;
        while at < line {
            let Some(byte) = text.get(at).copied() else { break };
            let begins = (byte.is_ascii_alphanumeric() || byte == b'-' && at == hit.end + 1)
                && text.get(at - 1).is_some_and(|before| {
                    matches!(before, b' ' | b'=' | b':' | b'"' | b'\'' | b'`' | b'(' | b'/' | b',')
                });
            if begins && let Some((end, from, to)) = compiled.pattern.at(text, at) {
                let whole = text.get(end).is_none_or(|next| {
                    !(is_token(*next) || matches!(next, b'-' | b'+' | b'/' | b'=' | b'.'))
                });
                let body = finder.text.get(from..to).unwrap_or("");
                let named = is_named(finder.text, at)
                    || is_given(text.get(hit.end..at).unwrap_or(b"")) && !is_digest(body)
                    // `dns cloudflare x`
                    || at == hit.end + 1 && text.get(hit.end) == Some(&b' ') && values::is_drawn_mixed(body);
                if whole
                    && body.len() >= LEAST
                    && named
                    && !values::is_uuid(body)
                    && values::entropy(body.as_bytes()) > 2.9
                    && body.bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'/'))
                    && body.bytes().any(|byte| byte.is_ascii_alphabetic())
                {
                    finder.add(Found {
                        start: from,
                        end: to,
                        rule: compiled.rule.id,
                        placeholder: compiled.rule.placeholder,
                        certain: false,
                    });
                    at = to;
                    continue;
                }
            }
            at += 1;
        }
    }
}

/// Whether the word around a place is a placeholder.
fn is_in_placeholder(text: &str, at: usize) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let head = text.get(values::line_near(text.as_bytes(), at, 40)..at).unwrap_or("");
    let tail = text.get(at..).unwrap_or("");
    let from = at - (head.len() - head.trim_end_matches(is_word).len());
    let to = at + tail.find(|c| !is_word(c)).unwrap_or(tail.len());
    text.get(from..to).is_some_and(super::is_placeholder)
}

/// The vendor's word itself is the name: `hetzner: VALUE`, `"okta" = "VALUE"`.
fn is_given(between: &[u8]) -> bool {
    between.len() < 24
        && between.iter().any(|byte| matches!(byte, b':' | b'='))
        && between.iter().all(|byte| matches!(byte, b':' | b'=' | b'>' | b' ' | b'\t' | b'"' | b'\'' | b'`'))
}

/// The form of an MD5, a commit or a SHA-256.
fn is_digest(value: &str) -> bool {
    matches!(value.len(), 32 | 40 | 64) && value.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A word shortly before says what kind of value comes: `key`, `token`, `secret`, a header, an option.
fn is_named(text: &str, at: usize) -> bool {
    let mut from = at.saturating_sub(40);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text.get(from..at).unwrap_or("");
    let line = before.rsplit('\n').next().unwrap_or("");
    // A header or field of its own that says what else it is.
    let own = line.trim_end_matches(['"', '\'', '\\', ' ']);
    if own.len() < line.len()
        && own.strip_suffix([':', '=']).is_some_and(|label| {
            let label = label.trim_end_matches(['"', '\'', '\\', ' ']).to_ascii_lowercase();
            ["match", "etag", "digest", "md5", "commit", "checksum", "hash", "trace", "key_id", "keyid"]
                .iter()
                .any(|word| label.ends_with(word))
        })
    {
        return false;
    }
    // A placeholder's own words name nothing.
    let line: String = line
        .split_inclusive(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
        .filter(|word| !super::is_placeholder(word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric())))
        .collect();
    let line = line.to_ascii_lowercase();
    ["key", "token", "secret", "auth", "pass", "cred", "login", "pat"].iter().any(|word| line.contains(word))
        && ![
            "sha1",
            "sha2",
            "sha3",
            "sha5",
            "sha-",
            "sha:",
            "sha=",
            "sha ",
            "digest",
            "checksum",
            "commit",
            "hash",
            "etag",
            "md5",
            "fingerprint",
            "image",
            "id:",
            "id=",
            "arn",
            "version",
            "ref:",
            "ref=",
            "ref ",
            "refs/",
        ]
        .iter()
        .any(|word| line.contains(word))
}

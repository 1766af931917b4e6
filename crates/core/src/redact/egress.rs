//! What leaves is searched for every value, in every spelling.

use super::Redacted;
use super::vault::Vault;
use crate::detect::{self, Class, Finding, Needles};
use crate::text::Span;
use std::collections::BTreeMap;

/// A value that would have left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leak {
    /// Whose value.
    pub placeholder: String,
    /// How it is written there: `raw`, `json`, `url`, `base64`, `hex`, `html`, `case`, `reversed`.
    pub encoding: &'static str,
    /// Byte offset in the body.
    pub offset: usize,
    /// Bytes that it takes there.
    pub length: usize,
}
impl Vault {
    /// Searches a finished request body for every value, raw and in its encodings. `Err` names the
    /// placeholders (never the values) whose value is still in there, with the byte offset.
    ///
    /// # Errors
    /// The leaks found; the request must not be sent.
    pub fn check_egress(&self, body: &str) -> Result<(), Vec<Leak>> {
        let leaks = self.leaks(body, 100);
        if leaks.is_empty() { Ok(()) } else { Err(leaks) }
    }

    /// Hides in a redacted text what [`Vault::check_egress`] would find in it: a value in another case or another
    /// spelling, which detection leaves where it stands. Whole words are hidden, so that no placeholder grows.
    pub fn hide_leaks(&mut self, text: &Redacted) -> Redacted {
        let leaks = self.leaks(&text.text, usize::MAX);
        if leaks.is_empty() {
            return text.clone();
        }
        let bytes = text.text.as_bytes();
        let is_word =
            |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
        let mut places: Vec<(usize, usize)> = leaks
            .iter()
            .map(|leak| {
                let (mut start, mut end) = (leak.offset, leak.offset + leak.length);
                while start > 0 && is_word(start - 1) && is_word(start) {
                    start -= 1;
                }
                while is_word(end) && end > 0 && is_word(end - 1) {
                    end += 1;
                }
                (start, end)
            })
            .collect();
        crate::text::sort_by_numbers(&mut places, |place| *place);
        let mut findings: Vec<Finding> = Vec::new();
        for (start, end) in places {
            match findings.last_mut() {
                Some(last) if start < last.span.end => last.span.end = last.span.end.max(end),
                _ => findings.push(Finding {
                    span: Span::new(start, end),
                    rule: "another-spelling",
                    class: Class::Secret,
                    placeholder: "VALUE",
                    confidence: detect::Confidence::Certain,
                }),
            }
        }
        findings.retain(|one| text.text.get(one.span.start..one.span.end).is_some());
        self.replace_in(&text.text, &findings, true)
    }

    /// Every spelling of a value that may stand in the text.
    fn needles(&self, grams: &Grams) -> Vec<Needle> {
        let mut needles: Vec<Needle> = Vec::new();
        for (index, entry) in self.entries.iter().enumerate() {
            let whole_word = detect::needs_borders(&entry.value);
            // Who finds the head of a long value finds the value.
            let value = head_of(&entry.value, LONGEST_HEAD);
            let mut push = |text: String, encoding: &'static str, whole_word: bool| {
                if grams.may_hold(text.as_bytes()) {
                    needles.push(Needle { text, index, encoding, whole_word });
                }
            };
            match entry.class {
                // A few digits stand everywhere.
                Class::Secret
                    if entry.value.len() >= 4
                        && !detect::is_common(&entry.value)
                        && !(entry.value.len() < 6
                            && entry.value.bytes().all(|byte| byte.is_ascii_digit())) =>
                {
                    for (encoding, text) in detect::wire_spellings(value) {
                        if encoding == "raw" || text.len() >= 8 {
                            push(text, encoding, whole_word && encoding != "base64");
                        }
                    }
                    if value.len() >= 8 && value.is_ascii() {
                        push(value.chars().rev().collect(), "reversed", false);
                    }
                }
                Class::Identifier if detect::is_distinct(&entry.value) => {
                    push(value.to_owned(), "raw", true);
                }
                _ => {}
            }
        }
        needles
    }

    fn leaks(&self, body: &str, most: usize) -> Vec<Leak> {
        // Once as it is, once without what wraps lines and colours words.
        let (joined_bytes, joined_places) = unwrapped(body.as_bytes());
        let needles = self.needles(&Grams::of([body.as_bytes(), &joined_bytes]));
        if needles.is_empty() {
            return Vec::new();
        }
        let folded: Vec<String> = needles.iter().map(|needle| needle.text.to_ascii_lowercase()).collect();
        let search = Needles::of(&folded);
        // What would take too long to be checked does not pass.
        let unchecked = || {
            let placeholder = "(not checked)".to_owned();
            vec![Leak { placeholder, encoding: "raw", offset: 0, length: body.len() }]
        };
        let mut work = body.len().saturating_mul(64).saturating_add(1 << 26);
        let mut leaks: Vec<Leak> = Vec::new();
        let whole: Vec<usize> = Vec::new();
        for (bytes, places) in [(body.as_bytes(), &whole), (joined_bytes.as_slice(), &joined_places)] {
            // Where the last place of each long value ends: its head may stand in it again and again.
            let mut covered: BTreeMap<usize, usize> = BTreeMap::new();
            for (start, number) in search.find_all(&bytes.to_ascii_lowercase()) {
                let Some(needle) = needles.get(number) else { continue };
                if covered.get(&number).is_some_and(|end| start < *end) {
                    continue;
                }
                let Needle { index, encoding, whole_word, .. } = *needle;
                let end = start + needle.text.len();
                let is_word = |at: Option<usize>| {
                    at.and_then(|at| bytes.get(at))
                        .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
                };
                // In JSON the `n` of a `\n` before a value is no letter of a longer word.
                let after_escape = start.checked_sub(2).and_then(|at| bytes.get(at)) == Some(&b'\\');
                let joined = is_word(start.checked_sub(1)) && !after_escape;
                if whole_word && (joined || is_word(Some(end))) {
                    continue;
                }
                let exact = bytes.get(start..end) == Some(needle.text.as_bytes());
                // Base64 in another case is another value, and common words match in any case.
                if !exact && (encoding == "base64" || whole_word) {
                    continue;
                }
                let Some(entry) = self.entries.get(index) else { continue };
                // In another case a value may be met in a placeholder's own word, and so may a part of such a word.
                if (!exact || joined || is_word(Some(end))) && is_our_word(bytes, start, end) {
                    continue;
                }
                let mut end = end;
                if entry.value.len() > LONGEST_HEAD {
                    let Some(left) = work.checked_sub(entry.value.len()) else { return unchecked() };
                    work = left;
                    end = start + whole_length(&entry.value, needle, bytes.get(start..).unwrap_or(b""));
                    covered.insert(number, end);
                }
                let place = places.get(start).copied().unwrap_or(start);
                let last = end.saturating_sub(1);
                let length = places.get(last).copied().unwrap_or(last) + 1 - place;
                // What nothing parts was found in the text as it is.
                if !places.is_empty() && length == end - start {
                    continue;
                }
                // A list for people names each place once.
                let is_named = |leak: &Leak| leak.placeholder == entry.placeholder && leak.offset == place;
                if leaks.len() < most && (most == usize::MAX || !leaks.iter().any(is_named)) {
                    leaks.push(Leak {
                        placeholder: entry.placeholder.clone(),
                        encoding: if exact { encoding } else { "case" },
                        offset: place,
                        length,
                    });
                }
            }
        }
        leaks
    }
}
/// Bytes of a value that are looked for on the way out; of a longer one its head.
const LONGEST_HEAD: usize = 512;

/// Whether so few bytes of a place stand outside our own placeholders that they tell nothing.
fn is_our_word(bytes: &[u8], start: usize, end: usize) -> bool {
    let is_word = |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let (mut at, mut stop, mut foreign) = (start, end, 0);
    while at > 0 && start - at < 80 && is_word(at) && is_word(at - 1) {
        at -= 1;
    }
    while stop - end < 80 && is_word(stop) {
        stop += 1;
    }
    while at < stop {
        let mut next = at + 1;
        while next < stop && is_word(at) && is_word(next) {
            next += 1;
        }
        let word = bytes.get(at..next).and_then(|word| std::str::from_utf8(word).ok()).unwrap_or("");
        if !detect::is_placeholder(word) {
            foreign += next.min(end).saturating_sub(at.max(start));
        }
        at = next;
    }
    foreign < 4
}

/// One value in one spelling.
struct Needle {
    text: String,
    /// Whose value.
    index: usize,
    encoding: &'static str,
    whole_word: bool,
}

/// The first bytes of a text, at most so many, whole characters.
fn head_of(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

/// How far a text goes on like a value whose head stands at its beginning.
fn whole_length(value: &str, head: &Needle, text: &[u8]) -> usize {
    let reversed = || ("reversed", value.chars().rev().collect());
    detect::wire_spellings(value)
        .into_iter()
        .chain(std::iter::once_with(reversed))
        .filter(|(encoding, _)| *encoding == head.encoding)
        .map(|(_, whole)| {
            whole.bytes().zip(text).take_while(|(one, other)| one.eq_ignore_ascii_case(other)).count()
        })
        .max()
        .unwrap_or(0)
        .max(head.text.len())
}

/// Which four bytes stand side by side in a text, in any case: most values are not in it, and need no search.
struct Grams {
    filter: Vec<u64>,
    shift: u32,
}

impl Grams {
    fn of(texts: [&[u8]; 2]) -> Self {
        let count: usize = texts.iter().map(|text| text.len()).sum();
        let bits = (count * 8).next_power_of_two().clamp(1 << 12, 1 << 26).trailing_zeros();
        let mut out = Self { filter: vec![0; 1 << (bits - 6)], shift: 32 - bits };
        for gram in texts.into_iter().flat_map(|text| text.windows(4)) {
            let (word, bit) = out.place(gram);
            if let Some(word) = out.filter.get_mut(word) {
                *word |= bit;
            }
        }
        out
    }

    fn place(&self, gram: &[u8]) -> (usize, u64) {
        let gram = gram.iter().fold(0_u32, |sum, byte| (sum << 8) | u32::from(byte.to_ascii_lowercase()));
        let hash = gram.wrapping_mul(0x9E37_79B1) >> self.shift;
        ((hash >> 6) as usize, 1 << (hash & 63))
    }

    /// Whether a text of four bytes and more may stand in what was read.
    fn may_hold(&self, text: &[u8]) -> bool {
        text.windows(4).take(32).all(|gram| {
            let (word, bit) = self.place(gram);
            self.filter.get(word).is_some_and(|word| word & bit != 0)
        })
    }
}

/// A text without line breaks (raw, and escaped as in JSON) and colour codes, and where each of its bytes stands.
fn unwrapped(text: &[u8]) -> (Vec<u8>, Vec<usize>) {
    let mut out = Vec::new();
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(byte) = text.get(at).copied() {
        let rest = text.get(at..).unwrap_or(b"");
        if matches!(byte, b'\n' | b'\r') {
            at += 1;
        } else if rest.starts_with(b"\\n") || rest.starts_with(b"\\r") {
            at += 2;
        } else if byte == 0x1b || rest.starts_with(b"\\u001b") {
            at += if byte == 0x1b { 1 } else { 6 };
            let end = text.get(at..).unwrap_or(b"").iter().take(24).position(u8::is_ascii_alphabetic);
            at += end.map_or(0, |end| end + 1);
        } else {
            out.push(byte);
            places.push(at);
            at += 1;
        }
    }
    (out, places)
}
#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::super::samples::{of, secret};
    use crate::detect;

    #[test]
    fn the_egress_check_knows_every_encoding() {
        let (_, vault) = of(&format!("password = \"{}\"\n", secret()));
        assert!(vault.check_egress("{\"text\":\"PASSWORD_1\"}").is_ok());
        for (name, text) in detect::wire_spellings(&secret()) {
            let leaks = vault.check_egress(&format!("x {text} y")).unwrap_err();
            assert_eq!(leaks.first().unwrap().placeholder, "PASSWORD_1", "{name}");
        }
        assert!(vault.check_egress(&secret().to_uppercase()).is_err());
    }
}

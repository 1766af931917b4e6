//! Replaces findings by placeholders. `restore(redact(x)) == x`, byte for byte.

use crate::detect::Needles;
use crate::detect::{self, Class, Finding};
use crate::restore;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Text in which every finding is a placeholder. Only [`redact`] and [`Vault::redact_also`] make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redacted {
    text: String,
    spans: Vec<Replacement>,
}

/// One replaced place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// Where, in the raw text.
    pub span: Span,
    /// Where the placeholder stands in the redacted text.
    pub redacted_span: Span,
    /// The rule that found it.
    pub rule: &'static str,
    /// Secret or identifier.
    pub class: Class,
    /// The placeholder as it stands in the redacted text.
    pub placeholder: String,
}

impl Redacted {
    /// No text at all.
    pub fn empty() -> Self {
        Self { text: String::new(), spans: Vec::new() }
    }

    /// The redacted text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What was replaced, in order.
    pub fn replacements(&self) -> &[Replacement] {
        &self.spans
    }

    /// The lines that hold these spans of the raw text, redacted as they are here; `[...]` stands between what was
    /// not adjacent.
    #[must_use]
    pub fn excerpt(&self, raw_spans: &[Span]) -> Self {
        let mut ranges: Vec<(usize, usize)> = raw_spans
            .iter()
            .map(|span| {
                let (start, end) = (self.place(span.start).0, self.place(span.end).1);
                let line = |at: usize| {
                    self.text
                        .as_bytes()
                        .get(..at)
                        .and_then(|head| memchr::memrchr(b'\n', head))
                        .map_or(0, |n| n + 1)
                };
                let after = |at: usize| {
                    let tail = self.text.as_bytes().get(at..).unwrap_or(&[]);
                    memchr::memchr(b'\n', tail).map_or(self.text.len(), |n| at + n + 1)
                };
                (line(start), after(end.saturating_sub(1).max(start)))
            })
            .collect();
        crate::text::sort_by_numbers(&mut ranges, |range| *range);
        let mut out = Self::empty();
        let mut done = 0;
        for (start, end) in ranges {
            let from = start.max(done);
            let Some(lines) = self.text.get(from..end) else { continue };
            if done < start {
                out.text.push_str("[...]\n");
            }
            let moved = out.text.len();
            out.text.push_str(lines);
            out.spans.extend(
                self.spans
                    .iter()
                    .filter(|one| from <= one.redacted_span.start && one.redacted_span.end <= end)
                    .map(|one| Replacement {
                        redacted_span: Span::new(
                            one.redacted_span.start - from + moved,
                            one.redacted_span.end - from + moved,
                        ),
                        ..one.clone()
                    }),
            );
            done = end;
        }
        if done < self.text.len() {
            out.text.push_str("[...]\n");
        }
        out
    }

    /// Where an offset of the raw text is here: before and after the placeholder that it lies in.
    fn place(&self, raw: usize) -> (usize, usize) {
        let next = self.spans.partition_point(|one| one.span.start <= raw);
        let Some(last) = next.checked_sub(1).and_then(|index| self.spans.get(index)) else {
            return (raw, raw);
        };
        if raw < last.span.end {
            return (last.redacted_span.start, last.redacted_span.end);
        }
        let at = last.redacted_span.end + (raw - last.span.end);
        (at.min(self.text.len()), at.min(self.text.len()))
    }
}

/// Which value each placeholder stands for. Never printed, never cloned, never serialised by itself.
#[derive(Default)]
pub struct Vault {
    entries: Vec<Entry>,
    by_value: ByValue,
    numbers: BTreeMap<&'static str, u32>,
    /// Placeholder-like words of the paste itself, upper case: their numbers are not given out.
    taken: BTreeSet<String>,
    /// What the user said about this paste; it holds for further texts too.
    choices: detect::Options,
    /// Short names that are also words of the paste, and stand in its redacted text: to hide them in further texts
    /// would tell nobody less. What stores are called, as the container `tfstate`, is hidden there.
    shown: BTreeSet<String>,
}

struct Entry {
    placeholder: String,
    value: String,
    class: Class,
}

/// Which entry has a value: a table by a hash of the value, since a large paste has tens of thousands of them. Values
/// that crowd at one place of it, as only a paste made for that has many, are kept in their order instead.
#[derive(Default)]
struct ByValue {
    /// Each entry's index, plus one; a power of two of them.
    table: Vec<u32>,
    crowded: BTreeMap<String, usize>,
}

impl ByValue {
    /// So many places are looked at for one value.
    const NEAR: usize = 8;

    /// The places of a value in the table.
    fn places(&self, value: &str) -> impl Iterator<Item = usize> + use<> {
        const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
        let mut hash = value.len() as u64;
        for part in value.as_bytes().chunks(8) {
            let mut eight = [0; 8];
            eight.iter_mut().zip(part).for_each(|(to, from)| *to = *from);
            hash = (hash ^ u64::from_le_bytes(eight)).wrapping_mul(ODD);
            hash ^= hash >> 29;
        }
        let mask = self.table.len().wrapping_sub(1);
        let first = usize::try_from(hash >> 33).unwrap_or(0);
        (0..Self::NEAR.min(self.table.len())).map(move |step| first.wrapping_add(step) & mask)
    }

    fn get(&self, value: &str, entries: &[Entry]) -> Option<usize> {
        for place in self.places(value) {
            // Nothing was ever taken out, so behind an empty place is nothing.
            let index = usize::try_from(*self.table.get(place)?).ok()?.checked_sub(1)?;
            if entries.get(index).is_some_and(|entry| entry.value == value) {
                return Some(index);
            }
        }
        self.crowded.get(value).copied()
    }

    /// Puts the last of the entries in.
    fn push(&mut self, entries: &[Entry]) {
        if self.table.len() < entries.len() * 2 {
            self.table = vec![0; (entries.len() * 4).next_power_of_two().max(64)];
            for index in 0..entries.len() {
                self.put(entries, index);
            }
        } else {
            self.put(entries, entries.len().saturating_sub(1));
        }
    }

    fn put(&mut self, entries: &[Entry], index: usize) {
        let Some(entry) = entries.get(index) else { return };
        let number = u32::try_from(index + 1).unwrap_or(0);
        for place in self.places(&entry.value) {
            if let Some(place) = self.table.get_mut(place).filter(|place| **place == 0 && number > 0) {
                *place = number;
                return;
            }
        }
        self.crowded.insert(entry.value.clone(), index);
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Vault({} values)", self.entries.len())
    }
}

/// A vault file that does not read. Never quotes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it does not read as a vault file (line {line}, column {column})")]
pub struct VaultError {
    line: usize,
    column: usize,
}

#[derive(Serialize, Deserialize)]
struct Exported {
    placeholder: String,
    value: String,
    secret: bool,
}

impl Vault {
    /// How many values it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The raw value of a placeholder with its class. The caller must not log or store it.
    pub fn value_of(&self, placeholder: &str) -> Option<(&str, Class)> {
        self.entries
            .iter()
            .find(|entry| entry.placeholder == placeholder)
            .map(|entry| (entry.value.as_str(), entry.class))
    }

    /// Every placeholder with its value, for who asks for many.
    pub(crate) fn values(&self) -> BTreeMap<&str, (&str, Class)> {
        let mut out = BTreeMap::new();
        for entry in &self.entries {
            out.insert(entry.placeholder.as_str(), (entry.value.as_str(), entry.class));
        }
        out
    }

    /// Every placeholder with its class, in the order in which it was given out.
    pub fn placeholders(&self) -> impl Iterator<Item = (&str, Class)> {
        self.entries.iter().map(|entry| (entry.placeholder.as_str(), entry.class))
    }

    /// The file that `redact --vault` writes. It holds the secrets: write it where only its owner reads.
    pub fn export(&self) -> String {
        let entries: Vec<Exported> = self
            .entries
            .iter()
            .map(|entry| Exported {
                placeholder: entry.placeholder.clone(),
                value: entry.value.clone(),
                secret: entry.class == Class::Secret,
            })
            .collect();
        serde_json::to_string_pretty(&entries).unwrap_or_default()
    }

    /// Reads what [`Vault::export`] wrote.
    ///
    /// # Errors
    /// The text is no vault file; the error names the place only.
    pub fn import(exported: &str) -> Result<Self, VaultError> {
        let entries: Vec<Exported> = serde_json::from_str(exported)
            .map_err(|error| VaultError { line: error.line(), column: error.column() })?;
        let mut vault = Self::default();
        for one in entries {
            let class = if one.secret { Class::Secret } else { Class::Identifier };
            vault.entries.push(Entry { placeholder: one.placeholder, value: one.value, class });
            vault.by_value.push(&vault.entries);
        }
        Ok(vault)
    }

    fn entry_of(&self, value: &str) -> Option<&Entry> {
        self.by_value.get(value, &self.entries).and_then(|index| self.entries.get(index))
    }

    /// The placeholder that a value has or would get, with its number if it is new.
    fn placeholder_for(&self, value: &str, kind: &str) -> (String, Option<u32>) {
        if let Some(entry) = self.entry_of(value) {
            return (entry.placeholder.clone(), None);
        }
        let mut number = self.numbers.get(kind).copied().unwrap_or(0);
        loop {
            number += 1;
            let candidate = [kind, "_", &number.to_string()].concat();
            if !self.taken.contains(&candidate) {
                return (candidate, Some(number));
            }
        }
    }

    /// Gives a placeholder of [`Vault::placeholder_for`] out.
    fn give(
        &mut self,
        placeholder: &str,
        number: Option<u32>,
        value: &str,
        kind: &'static str,
        class: Class,
    ) {
        if let Some(number) = number {
            self.numbers.insert(kind, number);
            self.entries.push(Entry { placeholder: placeholder.to_owned(), value: value.to_owned(), class });
            self.by_value.push(&self.entries);
        } else if class == Class::Secret
            && let Some(entry) =
                self.by_value.get(value, &self.entries).and_then(|index| self.entries.get_mut(index))
        {
            // A value that is secret anywhere is secret everywhere.
            entry.class = Class::Secret;
        }
    }

    fn replace(&mut self, raw: &str, findings: &[Finding]) -> Redacted {
        self.replace_in(raw, findings, false)
    }

    /// `is_redacted`: placeholders of ours that stand in a finding are part of its value as what they stand for.
    fn replace_in(&mut self, raw: &str, findings: &[Finding], is_redacted: bool) -> Redacted {
        let mut text = String::with_capacity(raw.len());
        let mut spans = Vec::with_capacity(findings.len());
        let bytes = raw.as_bytes();
        let mut at = 0;
        let mut findings = findings.iter().peekable();
        while let Some(finding) = findings.next() {
            let (mut start, mut end, mut class) = (finding.span.start, finding.span.end, finding.class);
            if start < at || raw.get(start..end).is_none_or(str::is_empty) {
                continue;
            }
            // A placeholder must stand as a word by itself to be told from what is around it.
            while start > at && !restore::can_begin(bytes, start) {
                start -= 1;
            }
            let placeholder = loop {
                // What touches is hidden together.
                while let Some(next) = findings.next_if(|next| next.span.start <= end) {
                    end = end.max(next.span.end);
                    if next.class == Class::Secret {
                        class = Class::Secret;
                    }
                }
                let value = raw.get(start..end).unwrap_or("");
                let value: Cow<'_, str> =
                    if is_redacted { restore::restore(value, self).text.into() } else { value.into() };
                let (placeholder, number) = self.placeholder_for(&value, finding.placeholder);
                if restore::ends(&placeholder, raw.get(end..).unwrap_or("")) {
                    self.give(&placeholder, number, &value, finding.placeholder, class);
                    break placeholder;
                }
                end += raw.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            };
            text.push_str(raw.get(at..start).unwrap_or(""));
            let redacted_start = text.len();
            text.push_str(&placeholder);
            spans.push(Replacement {
                span: Span::new(start, end),
                redacted_span: Span::new(redacted_start, text.len()),
                rule: finding.rule,
                class,
                placeholder,
            });
            at = end;
        }
        text.push_str(raw.get(at..).unwrap_or(""));
        Redacted { text, spans }
    }

    /// Keeps what the user said about the paste, for the texts that are redacted after it.
    pub fn choose(&mut self, choices: &detect::Options) {
        self.choices = choices.clone();
    }

    /// Redacts a further text (the diagnosis, the hardened block, a question) with the same placeholders: known
    /// values in every spelling, and what is found anew.
    pub fn redact_also(&mut self, raw: &str) -> Redacted {
        self.redact_further(raw, |_, _| true)
    }

    /// Redacts what this program says about the paste. Known values as ever; of what is found anew not the plain
    /// words that only our own sentences make look like a password (`set SOME_TOKEN where it runs`).
    pub fn redact_facts(&mut self, facts: &str) -> Redacted {
        self.redact_further(facts, |finding, value| {
            let word = value
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-' | b'.' | b','));
            finding.class == Class::Identifier || !word
        })
    }

    /// Redacts a model's answer, for the next question: known values only. What it invented is not ours to hide, and
    /// would make ordinary words secret.
    pub fn redact_answer(&mut self, answer: &str) -> Redacted {
        self.redact_further(answer, |_, _| false)
    }

    /// `wanted` judges what is found anew.
    fn redact_further(&mut self, raw: &str, wanted: impl Fn(&Finding, &str) -> bool) -> Redacted {
        let mut given: BTreeSet<&str> = BTreeSet::new();
        given.extend(self.entries.iter().map(|entry| entry.placeholder.as_str()));
        let mut new = restore::words(raw);
        new.retain(|word| !given.contains(word.as_str()));
        self.taken.extend(new);
        let secrets = self
            .entries
            .iter()
            .filter(|entry| entry.class == Class::Secret && !detect::is_common(&entry.value));
        let mut options = self.choices.clone();
        options.hide_secrets.extend(secrets.map(|entry| entry.value.clone()));
        options.keep_identifiers |=
            !self.entries.is_empty() && self.entries.iter().all(|entry| entry.class == Class::Secret);
        // What already is a placeholder of ours gets no other one.
        options.harmless.extend(self.entries.iter().map(|entry| entry.placeholder.clone()));
        let mut findings = detect::detect(raw, &options).findings;
        // A short value may stand in a placeholder's word, where it is none.
        let mut at = 0;
        let mut words: Vec<(usize, usize)> = Vec::new();
        for piece in restore::pieces(raw, self) {
            let (restore::Piece::Text(text) | restore::Piece::Known(text, _) | restore::Piece::Unknown(text)) =
                piece;
            if matches!(piece, restore::Piece::Known(..)) {
                words.push((at, at + text.len()));
            }
            at += text.len();
        }
        let bytes = raw.as_bytes();
        let is_word = |at: Option<usize>| {
            at.and_then(|at| bytes.get(at)).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        };
        findings.retain(|finding| {
            // As in the paste itself: short values are hidden as whole words only.
            let value = finding.span.of(raw);
            if finding.rule == "added-by-user"
                && finding.class == Class::Secret
                && (value.len() < 4
                    || detect::needs_borders(value)
                        && (is_word(finding.span.start.checked_sub(1)) || is_word(Some(finding.span.end))))
            {
                return false;
            }
            let next = words.partition_point(|(_, end)| *end <= finding.span.start);
            words.get(next).is_none_or(|(start, _)| finding.span.end <= *start)
        });
        findings.retain(|finding| {
            let value = finding.span.of(raw);
            finding.rule == "added-by-user" || self.entry_of(value).is_some() || wanted(finding, value)
        });
        let known: Vec<&Entry> = self
            .entries
            .iter()
            .filter(|entry| entry.class == Class::Identifier && entry.value.len() >= 2)
            .filter(|entry| !self.shown.contains(&entry.value))
            .collect();
        let known: Vec<&str> = known.iter().map(|entry| entry.value.as_str()).collect();
        let places = Needles::of(&known).find(bytes);
        if !places.is_empty() {
            let mut more = Vec::new();
            for (start, index) in places {
                let end = start + known.get(index).map_or(0, |value| value.len());
                let is_word = |at: Option<usize>| {
                    at.and_then(|at| bytes.get(at))
                        .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte == b'-')
                };
                // Two letters are told by what follows: `ci@HOST_1`.
                let short = end - start < 3 && bytes.get(end) != Some(&b'@');
                if short || is_word(start.checked_sub(1)) || is_word(Some(end)) {
                    continue;
                }
                let clear = !findings.iter().any(|one| one.span.start < end && start < one.span.end);
                if clear && raw.is_char_boundary(start) && raw.is_char_boundary(end) {
                    more.push(Finding {
                        span: Span::new(start, end),
                        rule: "known-value",
                        class: Class::Identifier,
                        placeholder: "VALUE",
                        confidence: detect::Confidence::Certain,
                    });
                }
            }
            findings.extend(more);
            crate::text::sort_by_numbers(&mut findings, |one| (one.span.start, 0));
        }
        self.replace(raw, &findings)
    }

    /// Notes which short identifiers are words of the redacted text.
    fn note_shown(&mut self, redacted: &Redacted) {
        let short = |entry: &&Entry| {
            entry.class == Class::Identifier
                && !entry.placeholder.starts_with("BUCKET_")
                && entry.value.len() >= 2
                && !detect::is_distinct(&entry.value)
        };
        let short: Vec<&str> = self.entries.iter().filter(short).map(|entry| entry.value.as_str()).collect();
        let text = redacted.as_str();
        let mut shown = BTreeSet::new();
        for (start, index) in Needles::of(&short).find(text.as_bytes()) {
            let Some(value) = short.get(index) else { continue };
            let is_word = |byte: Option<char>| {
                byte.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
            };
            let before = text.get(..start).and_then(|head| head.chars().next_back());
            let after = text.get(start + value.len()..).and_then(|rest| rest.chars().next());
            if !is_word(before) && !is_word(after) {
                shown.insert((*value).to_owned());
            }
        }
        self.shown = shown;
    }

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

    fn leaks(&self, body: &str, most: usize) -> Vec<Leak> {
        // Once as it is, once without what wraps lines and colours words.
        let (joined_bytes, joined_places) = unwrapped(body.as_bytes());
        let grams = Grams::of([body.as_bytes(), &joined_bytes]);
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

/// Replaces each finding in raw text by its placeholder.
pub fn redact(raw: &str, findings: &[Finding]) -> (Redacted, Vault) {
    let mut vault = Vault::default();
    vault.taken.extend(restore::words(raw));
    let redacted = vault.replace(raw, findings);
    vault.note_shown(&redacted);
    (redacted, vault)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::restore::restore;

    fn secret() -> String {
        ["Tr0ub4dor", "&3-Staple"].concat()
    }

    fn of(raw: &str) -> (Redacted, Vault) {
        redact(raw, &detect::detect(raw, &detect::Options::default()).findings)
    }

    #[test]
    fn what_is_redacted_can_be_restored() {
        let raw = format!("password = \"{0}\"\nurl = postgres://app:{0}@db/x PASSWORD_1\n", secret());
        let (redacted, vault) = of(&raw);
        assert!(!redacted.as_str().contains(&secret()), "{}", redacted.as_str());
        assert!(
            redacted.as_str().contains("PASSWORD_2"),
            "a number of the paste is not given out: {}",
            redacted.as_str()
        );
        assert_eq!(restore(redacted.as_str(), &vault).text, raw);
    }

    #[test]
    fn the_same_value_has_the_same_placeholder_in_a_further_text() {
        let (_, mut vault) = of(&format!("password = \"{}\"\n", secret()));
        assert_eq!(
            vault.redact_also(&format!("it is {} there", secret())).as_str(),
            "it is PASSWORD_1 there"
        );
    }

    #[test]
    fn a_redacted_text_stays_as_it_is() {
        let raw = format!(
            "password = \"{}\"\nbucket = \"acme-corp-state\"\n  Who:       jane@build-07\nmail jane.doe@acme-corp.net\n",
            secret()
        );
        let (redacted, mut vault) = of(&raw);
        assert_eq!(vault.redact_also(redacted.as_str()).as_str(), redacted.as_str());
    }

    #[test]
    fn an_excerpt_holds_whole_lines_and_whole_placeholders() {
        let raw = format!("one\ntoken = \"{}\"\nthree\nfour\nfive\n", secret());
        let (redacted, _) = of(&raw);
        let at = raw.find("Tr0ub").unwrap() + 3;
        let excerpt = redacted.excerpt(&[Span::new(at, at + 2), Span::new(raw.len() - 9, raw.len() - 6)]);
        assert_eq!(excerpt.as_str(), "[...]\ntoken = \"TOKEN_1\"\n[...]\nfour\n[...]\n");
        assert_eq!(excerpt.replacements()[0].redacted_span.of(excerpt.as_str()), "TOKEN_1");
        assert_eq!(redacted.excerpt(&[Span::new(0, raw.len())]).as_str(), redacted.as_str());
    }

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

    #[test]
    fn values_are_found_again_however_many_there_are_and_however_they_crowd() {
        let mut by_value = ByValue::default();
        let mut entries: Vec<Entry> = Vec::new();
        let value = |number: usize| format!("{:x}", number * 7_919);
        for number in 0..5_000 {
            assert_eq!(by_value.get(&value(number), &entries), None);
            let value = value(number);
            entries.push(Entry { placeholder: String::new(), value, class: Class::Secret });
            by_value.push(&entries);
        }
        assert!((0..5_000).all(|number| by_value.get(&value(number), &entries) == Some(number)));
        // A table in which every place is another's.
        by_value.table = vec![1; 64];
        assert_eq!(by_value.get(&value(9), &entries), by_value.crowded.get(&value(9)).copied());
        by_value.put(&entries, 9);
        assert_eq!(by_value.get(&value(9), &entries), Some(9));
    }

    #[test]
    fn nothing_printable_holds_a_value() {
        let (_, vault) = of(&format!("password = \"{}\"\n", secret()));
        assert_eq!(format!("{vault:?}"), "Vault(1 values)");
        assert!(
            !Vault::import(&format!("[{{\"value\": \"{}\"", secret()))
                .unwrap_err()
                .to_string()
                .contains("Tr0ub")
        );
    }
}

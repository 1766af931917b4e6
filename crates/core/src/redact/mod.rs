//! Replaces findings by placeholders. `restore(redact(x)) == x`, byte for byte.

mod by_value;
mod egress;
mod further;
mod vault;

pub use egress::Leak;
pub use vault::{Vault, VaultError};

use crate::detect::{Class, Finding};
use crate::restore;
use crate::text::Span;

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
/// Replaces each finding in raw text by its placeholder.
pub fn redact(raw: &str, findings: &[Finding]) -> (Redacted, Vault) {
    let mut vault = Vault::default();
    vault.taken.extend(restore::words(raw));
    let redacted = vault.replace(raw, findings);
    vault.note_shown(&redacted);
    (redacted, vault)
}

/// What the tests of this module share.
#[cfg(test)]
mod samples {
    use super::{Redacted, Vault, redact};
    use crate::detect;

    pub(super) fn secret() -> String {
        ["Tr0ub4dor", "&3-Staple"].concat()
    }

    pub(super) fn of(raw: &str) -> (Redacted, Vault) {
        redact(raw, &detect::detect(raw, &detect::Options::default()).findings)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::samples::{of, secret};
    use crate::restore::restore;
    use crate::text::Span;

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
    fn an_excerpt_holds_whole_lines_and_whole_placeholders() {
        let raw = format!("one\ntoken = \"{}\"\nthree\nfour\nfive\n", secret());
        let (redacted, _) = of(&raw);
        let at = raw.find("Tr0ub").unwrap() + 3;
        let excerpt = redacted.excerpt(&[Span::new(at, at + 2), Span::new(raw.len() - 9, raw.len() - 6)]);
        assert_eq!(excerpt.as_str(), "[...]\ntoken = \"TOKEN_1\"\n[...]\nfour\n[...]\n");
        assert_eq!(excerpt.replacements()[0].redacted_span.of(excerpt.as_str()), "TOKEN_1");
        assert_eq!(redacted.excerpt(&[Span::new(0, raw.len())]).as_str(), redacted.as_str());
    }
}

//! Which value each placeholder stands for, and how placeholders are given out.

use super::by_value::ByValue;
use super::{Redacted, Replacement};
use crate::detect::{self, Class, Finding, Needles};
use crate::restore;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Which value each placeholder stands for. Never printed, never cloned, never serialised by itself.
#[derive(Default)]
pub struct Vault {
    pub(super) entries: Vec<Entry>,
    by_value: ByValue,
    numbers: BTreeMap<&'static str, u32>,
    /// Placeholder-like words of the paste itself, upper case: their numbers are not given out.
    pub(super) taken: BTreeSet<String>,
    /// What the user said about this paste; it holds for further texts too.
    pub(super) choices: detect::Options,
    /// Short names that are also words of the paste, and stand in its redacted text: to hide them in further texts
    /// would tell nobody less. What stores are called, as the container `tfstate`, is hidden there.
    pub(super) shown: BTreeSet<String>,
}

pub(super) struct Entry {
    pub(super) placeholder: String,
    pub(super) value: String,
    pub(super) class: Class,
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

    pub(super) fn entry_of(&self, value: &str) -> Option<&Entry> {
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

    pub(super) fn replace(&mut self, raw: &str, findings: &[Finding]) -> Redacted {
        self.replace_in(raw, findings, false)
    }

    /// `is_redacted`: placeholders of ours that stand in a finding are part of its value as what they stand for.
    pub(super) fn replace_in(&mut self, raw: &str, findings: &[Finding], is_redacted: bool) -> Redacted {
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

    /// Notes which short identifiers are words of the redacted text.
    pub(super) fn note_shown(&mut self, redacted: &Redacted) {
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
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::super::samples::{of, secret};
    use super::*;

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

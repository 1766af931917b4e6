//! Raw text to byte spans of secrets and identifying values.

pub mod rules;

use crate::text::Span;
use serde::Serialize;

/// What a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Gives access. Always redacted.
    Secret,
    /// Tells who and where. Redacted by default, switchable.
    Identifier,
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Kept in the text, listed as "unsure"; one click hides it.
    Unsure,
    /// Hidden.
    Likely,
    /// Hidden; a checksum or an unmistakable form confirms it.
    Certain,
}

/// One kind of credential or identifier that is recognised by its own form.
///
/// `pattern` is regular-expression syntax kept to the part that a linear matcher needs: literals,
/// classes, `{m,n}`, `?`, `+`, `*`, `(?:a|b)`, a leading `(?i)`, and at most one capture group,
/// which is the secret (else the whole match is). ASCII only.
#[derive(Debug)]
pub struct Rule {
    /// Unique, kebab-case, vendor first: `aws-access-key-id`.
    pub id: &'static str,
    /// The placeholder's kind, upper case with underscores: `AWS_ACCESS_KEY_ID`.
    pub placeholder: &'static str,
    /// Secret or identifier.
    pub class: Class,
    /// What it is, a noun phrase.
    pub summary: &'static str,
    /// What someone who has it can do.
    pub risk: &'static str,
    /// Where the form is documented.
    pub source: &'static str,
    /// Literals of which one must stand near a match, lower case; the cheap test before the pattern.
    pub keywords: &'static [&'static str],
    /// The form.
    pub pattern: &'static str,
    /// Least Shannon entropy of the secret in bits per character; 0 for none.
    pub min_entropy: f32,
    /// A keyword must stand on the same line before the match (for forms with no prefix of their own).
    pub needs_context: bool,
    /// Checksum or structure test; `Some(true)` raises the confidence, `Some(false)` lowers it.
    pub verify: Option<fn(&str) -> bool>,
    /// Pieces that, joined, make a sample that must match.
    pub examples: &'static [&'static [&'static str]],
    /// Texts that must not match, each with its reason.
    pub counter_examples: &'static [(&'static str, &'static str)],
}

/// One place that holds a secret or an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where, in the raw text.
    pub span: Span,
    /// The rule or detector that found it.
    pub rule: &'static str,
    /// Secret or identifier.
    pub class: Class,
    /// The placeholder's kind, without its number.
    pub placeholder: &'static str,
    /// How sure.
    pub confidence: Confidence,
}

/// What the user said about this paste.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Leave identifiers in the text.
    pub keep_identifiers: bool,
    /// Words to hide everywhere as identifiers.
    pub hide_words: Vec<String>,
    /// Values to hide everywhere as secrets.
    pub hide_secrets: Vec<String>,
    /// Values that the user marked as harmless one by one.
    pub harmless: Vec<String>,
}

/// What was found, and what could not be examined.
#[derive(Debug, Clone, Default)]
pub struct Detection {
    /// Non-overlapping, in order of `span.start`; `Confidence::Likely` and above.
    pub findings: Vec<Finding>,
    /// Kept in the text, offered to the user.
    pub unsure: Vec<Finding>,
    /// Sentences about limits that were met.
    pub notes: Vec<String>,
}

/// Finds secrets and identifying values in raw text.
pub fn detect(_raw: &str, _options: &Options) -> Detection {
    Detection::default()
}

//! Redacted text to a provider's request, and a provider's bytes to an answer. Never sends.

pub mod providers;

use crate::redact::Redacted;
use serde::Serialize;

/// A finished request. Holds no key: `headers` carry `<key>` where the valve puts it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "CLI contract: the parts of an HTTP request")]
pub struct HttpRequest {
    pub method: &'static str,
    pub url: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

/// What to ask. Every part is redacted.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// The redacted paste.
    pub paste: Redacted,
    /// The diagnosis and the hardened block, redacted with the same vault.
    pub facts: Redacted,
    /// The user's question or a quick task, redacted with the same vault.
    pub question: Redacted,
}

/// How an answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "CLI contract")]
pub enum Stop {
    End,
    Length,
    Filter,
    Refusal,
}

/// Tokens used, as the provider counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[expect(missing_docs, reason = "CLI contract")]
pub struct Usage {
    pub input: Option<u64>,
    pub output: Option<u64>,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "CLI contract")]
pub enum ErrorKind {
    BadKey,
    Forbidden,
    ModelNotFound,
    RateLimited,
    Overloaded,
    TooLong,
    Filtered,
    Server,
    Unreadable,
}

/// A provider's error, with anything that looks like a key masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskError {
    /// What kind.
    pub kind: ErrorKind,
    /// What to do, for the user.
    pub message: String,
    /// Seconds to wait, where the provider says.
    #[serde(skip)]
    pub retry_after_seconds: Option<u64>,
}

/// An answer, redacted as the provider wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Answer {
    /// Redacted text.
    pub text: String,
    /// The stream reached its terminal event.
    pub complete: bool,
    /// How it ended.
    pub stop: Option<Stop>,
    /// Tokens.
    pub usage: Option<Usage>,
    /// What went wrong.
    pub error: Option<AskError>,
}

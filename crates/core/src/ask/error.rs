//! A provider's refusal, in whatever dress it comes, to a kind, a sentence and what to do.

use super::providers::Provider;
use super::{AskError, ErrorKind, Remedy, clean};
use crate::detect::{self, Class};
use crate::text::{is_number, thousandths};
use serde_json::Value;

/// What came instead of an answer.
pub(super) struct Came<'a> {
    /// HTML.
    pub(super) page: bool,
    /// Not one byte.
    pub(super) nothing: bool,
    /// Events that were read.
    pub(super) events: usize,
    /// The beginning of what was no event.
    pub(super) rest: &'a str,
}

/// The error that an event reports, if it reports one.
pub(super) fn in_event(provider: &Provider, status: u16, event: &Value) -> Option<AskError> {
    let nested = event.get("response").filter(|_| event.get("type").is_some());
    let failed = !(200..300).contains(&status);
    let error = [Some(event), nested, event.pointer("/choices/0")]
        .into_iter()
        .flatten()
        .find_map(|holder| {
            holder.get("error").filter(|error| !matches!(error, Value::Null | Value::Bool(false)))
        })
        .or_else(|| (event["type"] == "error" || failed || event["object"] == "error").then_some(event))?;
    let mut words = Words::default();
    words.read(error);
    // What stands beside `error`: Anthropic's request id, Hugging Face's `error_type`.
    words.codes.push(word(event.get("error_type")));
    let kind = kind(status, &words);
    Some(tell(provider, status, kind, &words))
}

/// The error of a status, with HTML, plain text or nothing for a body.
pub(super) fn without_words(provider: &Provider, status: u16, came: &Came<'_>) -> Option<AskError> {
    let failed = !(200..300).contains(&status);
    if came.page {
        let kind = match status {
            401 => ErrorKind::BadKey,
            403 => ErrorKind::Forbidden,
            429 => ErrorKind::RateLimited,
            500.. => ErrorKind::Server,
            _ => ErrorKind::Unreadable,
        };
        let host = provider.origin;
        let message = if provider.is_local() {
            format!(
                "What listens at this address answered with a web page (HTTP {status}), so it is not {}. Check the \
                 port: {} usually listens at {host}.",
                provider.name, provider.name
            )
        } else {
            format!(
                "{host} answered with a web page (HTTP {status}) instead of an answer. A proxy, a firewall or a login \
                 page of your network may stand between; try again, or use another network."
            )
        };
        return Some(AskError { kind, message, retry_after_seconds: None, remedy: remedy(kind) });
    }
    if failed {
        let words = Words { message: came.rest.to_owned(), ..Words::default() };
        return Some(tell(provider, status, kind(status, &words), &words));
    }
    if came.nothing {
        return Some(AskError {
            kind: ErrorKind::Unreadable,
            message: "The connection ended before any answer came. Try again.".to_owned(),
            retry_after_seconds: None,
            remedy: Remedy::TryAgain,
        });
    }
    if came.events == 0 {
        let words = Words { message: came.rest.to_owned(), ..Words::default() };
        let kind = by_words(&words).unwrap_or(ErrorKind::Unreadable);
        return Some(tell(provider, status, kind, &words));
    }
    in_words(provider, status, came.rest)
}

/// The error that a line tells which is no JSON: `data: overloaded`. None where it tells none.
pub(super) fn in_words(provider: &Provider, status: u16, words: &str) -> Option<AskError> {
    let words = Words { message: words.to_owned(), ..Words::default() };
    by_words(&words).map(|kind| tell(provider, status, kind, &words))
}

/// What an error says.
#[derive(Default)]
struct Words {
    /// Types, codes and states, lower case.
    codes: Vec<String>,
    /// HTTP status inside the body.
    status: Option<u16>,
    message: String,
    retry_after: Option<u64>,
}

fn word(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).unwrap_or("").to_ascii_lowercase()
}

impl Words {
    fn read(&mut self, error: &Value) {
        match error {
            Value::String(text) => {
                // A proxy may hand over the provider's error as JSON in a text.
                match serde_json::from_str::<Value>(text) {
                    Ok(inner @ Value::Object(_)) => self.read(&inner),
                    _ => self.add(text),
                }
            }
            Value::Object(map) => {
                for name in ["type", "code", "status", "reason", "title"] {
                    match map.get(name) {
                        Some(Value::String(text)) => self.codes.push(text.to_ascii_lowercase()),
                        Some(Value::Number(number)) => {
                            self.status = number.as_u64().and_then(|n| u16::try_from(n).ok()).or(self.status);
                        }
                        _ => {}
                    }
                }
                for name in ["message", "msg", "detail", "error_description", "errors", "error"] {
                    match map.get(name) {
                        None | Some(Value::Null) => {}
                        Some(Value::Array(list)) => list.iter().take(5).for_each(|one| self.read(one)),
                        Some(value) => self.read(value),
                    }
                }
                // OpenRouter puts the words of the provider behind it here.
                if let Some(raw) = map.get("metadata").and_then(|metadata| metadata.get("raw")) {
                    self.read(raw);
                }
                for detail in map.get("details").and_then(Value::as_array).into_iter().flatten() {
                    self.codes.push(word(detail.get("reason")));
                    if let Some(delay) = detail.get("retryDelay").and_then(Value::as_str) {
                        self.retry_after = duration(delay);
                    }
                }
                for name in ["retry_after", "retry_after_seconds", "retryAfter"] {
                    let place = [map.get(name), map.get("metadata").and_then(|metadata| metadata.get(name))];
                    if let Some(seconds) = place.into_iter().flatten().find_map(Value::as_number) {
                        self.retry_after = thousandths(&seconds.to_string()).and_then(seconds_up);
                    }
                }
            }
            Value::Array(list) => list.iter().take(5).for_each(|one| self.read(one)),
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if !self.message.is_empty() {
            self.message.push(' ');
        }
        self.message.push_str(text);
    }

    fn has_code(&self, codes: &[&str]) -> bool {
        self.codes.iter().any(|code| codes.contains(&code.as_str()))
    }
}

/// `17s`, `1.5s`, `6m0s`, `1h2m3s`, `350ms`; seconds, rounded up.
fn duration(text: &str) -> Option<u64> {
    let mut total = 0_u64;
    let mut rest = text;
    let mut any = false;
    while let Some(end) = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')) {
        let (number, unit) = rest.split_at_checked(end)?;
        let Some(number) = thousandths(number) else { break };
        let unit_end = unit.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(unit.len());
        let (name, after) = unit.split_at_checked(unit_end)?;
        total = total.saturating_add(match name {
            "h" => number.saturating_mul(3600),
            "m" => number.saturating_mul(60),
            "s" => number,
            "ms" => number.div_ceil(1000),
            _ => break,
        });
        any = true;
        rest = after;
    }
    if any { seconds_up(total) } else { None }
}

/// Whole seconds of milliseconds, rounded up; none where it is more than a week.
fn seconds_up(milliseconds: u64) -> Option<u64> {
    Some(milliseconds.div_ceil(1000)).filter(|seconds| *seconds <= 604_800)
}

/// `Please try again in 20s`, `Retry after 30 seconds`.
fn told_delay(message: &str) -> Option<u64> {
    let lower = message.to_ascii_lowercase();
    ["try again in ", "retry in ", "retry after ", "available in ", "wait "].iter().find_map(|lead| {
        let rest = lower.get(lower.find(lead)? + lead.len()..)?;
        let rest = rest.strip_prefix("about ").unwrap_or(rest);
        duration(rest).or_else(|| {
            let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
            let number = thousandths(rest.get(..end)?.trim_end_matches('.'))?;
            let unit = rest.get(end..)?.trim_start();
            let milliseconds = if unit.starts_with("min") {
                number.saturating_mul(60)
            } else if unit.starts_with("hour") {
                number.saturating_mul(3600)
            } else if unit.starts_with("milli") {
                number.div_ceil(1000)
            } else if unit.starts_with("sec") {
                number
            } else {
                return None;
            };
            seconds_up(milliseconds)
        })
    })
}

fn kind(status: u16, words: &Words) -> ErrorKind {
    if let Some(kind) = by_code(words) {
        return kind;
    }
    // A body may carry the real status inside an answer that began well.
    let status = if (200..300).contains(&status) { words.status.unwrap_or(status) } else { status };
    let said = by_words(words);
    match status {
        401 => match said {
            Some(ErrorKind::Forbidden) => ErrorKind::Forbidden,
            _ => ErrorKind::BadKey,
        },
        402 => ErrorKind::Forbidden,
        403 => match said {
            Some(kind @ (ErrorKind::BadKey | ErrorKind::Filtered | ErrorKind::ModelNotFound)) => kind,
            _ => ErrorKind::Forbidden,
        },
        413 => ErrorKind::TooLong,
        429 => ErrorKind::RateLimited,
        503 | 529 => ErrorKind::Overloaded,
        404 => match said {
            Some(kind) => kind,
            None if words.codes.iter().any(|code| code.contains("not_found")) => ErrorKind::ModelNotFound,
            None => ErrorKind::Server,
        },
        _ => said.unwrap_or(ErrorKind::Server),
    }
}

/// By the provider's own codes, which say more than a status.
fn by_code(words: &Words) -> Option<ErrorKind> {
    const CODES: &[(ErrorKind, &[&str])] = &[
        (
            ErrorKind::TooLong,
            &[
                "context_length_exceeded",
                "string_above_max_length",
                "request_too_large",
                "exceed_context_size_error",
                "input_too_long",
                "context_window_exceeded",
            ],
        ),
        (
            ErrorKind::ModelNotFound,
            &["model_not_found", "model_decommissioned", "invalid_model", "model_not_available"],
        ),
        (
            ErrorKind::Filtered,
            &[
                "content_filter",
                "content_policy_violation",
                "invalid_prompt",
                "content_blocked",
                "prompt_blocked",
            ],
        ),
        (
            ErrorKind::RateLimited,
            &[
                "rate_limit_error",
                "rate_limit_exceeded",
                "resource_exhausted",
                "insufficient_quota",
                "too_many_requests",
                "tokens_per_minute",
                "requests_per_minute",
                "rate_limited",
            ],
        ),
        (
            ErrorKind::Overloaded,
            &[
                "overloaded_error",
                "overloaded",
                "server_is_overloaded",
                "unavailable",
                "slow_down",
                "engine_overloaded",
            ],
        ),
        (
            ErrorKind::BadKey,
            &["invalid_api_key", "api_key_invalid", "unauthenticated", "invalid_authentication"],
        ),
        (
            ErrorKind::Forbidden,
            &[
                "billing_error",
                "unsupported_country_region_territory",
                "billing_not_active",
                "account_deactivated",
            ],
        ),
    ];
    if is_cors_ban(words) {
        return Some(ErrorKind::Forbidden);
    }
    if let Some((kind, _)) = CODES.iter().find(|(_, codes)| words.has_code(codes)) {
        return Some(*kind);
    }
    let said = by_words(words);
    if words.has_code(&["authentication_error"]) {
        return Some(ErrorKind::BadKey);
    }
    if words.has_code(&["permission_error", "permission_denied"]) {
        return Some(match said {
            Some(kind @ (ErrorKind::BadKey | ErrorKind::Filtered)) => kind,
            _ => ErrorKind::Forbidden,
        });
    }
    if words.has_code(&["not_found_error", "not_found"]) {
        return Some(ErrorKind::ModelNotFound);
    }
    None
}

fn is_cors_ban(words: &Words) -> bool {
    words.message.contains("CORS")
}

/// By the words of the message, in the order of how much they say.
fn by_words(words: &Words) -> Option<ErrorKind> {
    let text = words.message.to_ascii_lowercase();
    let has = |list: &[&str]| list.iter().any(|part| text.contains(part));
    if is_cors_ban(words) {
        return Some(ErrorKind::Forbidden);
    }
    if has(&[
        "prompt is too long",
        "context length",
        "context window",
        "context size",
        "maximum context",
        "too many tokens",
        "maximum number of tokens",
        "input is too long",
        "input token count",
        "reduce the length",
        "max_model_len",
        "request too large",
        "request entity too large",
    ]) {
        return Some(ErrorKind::TooLong);
    }
    if has(&[
        "api key not valid",
        "invalid api key",
        "incorrect api key",
        "invalid x-api-key",
        "invalid api token",
        "invalid token",
        "wrong api key",
        "no auth credentials",
        "unregistered callers",
        "missing authentication",
        "invalid username or password",
        "api key expired",
        "unauthorized",
        "no api key",
    ]) {
        return Some(ErrorKind::BadKey);
    }
    let about_model = text.contains("model") || text.contains("no endpoints found");
    if about_model
        && has(&[
            "not found",
            "does not exist",
            "not exist",
            "not a valid model",
            "invalid model",
            "unknown model",
            "no endpoints found",
            "decommissioned",
            "not supported for generatecontent",
            "is not available",
            "no longer available",
            "has been retired",
            "no model",
            "no models loaded",
            "not loaded",
            "unsupported model",
        ])
    {
        return Some(ErrorKind::ModelNotFound);
    }
    if has(&[
        "credit balance",
        "insufficient credits",
        "insufficient balance",
        "payment required",
        "location is not supported",
    ]) {
        return Some(ErrorKind::Forbidden);
    }
    if has(&["rate limit", "rate-limit", "too many requests", "quota"]) {
        return Some(ErrorKind::RateLimited);
    }
    if has(&[
        "overloaded",
        "over capacity",
        "at capacity",
        "high demand",
        "loading model",
        "temporarily unavailable",
    ]) {
        return Some(ErrorKind::Overloaded);
    }
    if has(&[
        "content filter",
        "content policy",
        "content management policy",
        "flagged",
        "moderation",
        "safety system",
    ]) {
        return Some(ErrorKind::Filtered);
    }
    None
}

fn remedy(kind: ErrorKind) -> Remedy {
    match kind {
        ErrorKind::BadKey => Remedy::Key,
        ErrorKind::Forbidden | ErrorKind::Filtered => Remedy::OtherProvider,
        ErrorKind::ModelNotFound => Remedy::PickModel,
        ErrorKind::RateLimited | ErrorKind::Overloaded => Remedy::Wait,
        ErrorKind::TooLong => Remedy::SendLess,
        ErrorKind::Server | ErrorKind::Unreadable => Remedy::TryAgain,
    }
}

fn tell(provider: &Provider, status: u16, kind: ErrorKind, words: &Words) -> AskError {
    let name = provider.name;
    let lower = words.message.to_ascii_lowercase();
    let mut remedy = remedy(kind);
    let retry_after_seconds =
        if remedy == Remedy::Wait { words.retry_after.or_else(|| told_delay(&words.message)) } else { None };
    let unpaid = words.has_code(&["insufficient_quota", "billing_error", "billing_not_active"])
        || ["credit", "insufficient balance", "billing", "payment required"]
            .iter()
            .any(|part| lower.contains(part))
        || status == 402;
    let no_structure = [
        "response_format",
        "response format",
        "json_schema",
        "output_config",
        "responsejsonschema",
        "structured output",
        "response mime",
    ]
    .iter()
    .any(|part| lower.contains(part));
    let sentence = match kind {
        ErrorKind::BadKey => {
            format!("{name} refused this key. Check that it is whole, of this provider and still valid.")
        }
        ErrorKind::Forbidden if is_cors_ban(words) => format!(
            "Your organisation's settings at {name} forbid requests from a browser. Use another provider or a model \
             on this machine."
        ),
        ErrorKind::Forbidden | ErrorKind::RateLimited if unpaid => {
            remedy = Remedy::OtherProvider;
            format!("The account at {name} has no credit left for this request; waiting does not help.")
        }
        ErrorKind::Forbidden => {
            format!(
                "{name} knows the key but does not allow this request. Check what the key may do, or take another model."
            )
        }
        ErrorKind::ModelNotFound => {
            format!("{name} does not offer this model to this key. Pick one from its list.")
        }
        ErrorKind::RateLimited => match retry_after_seconds {
            Some(seconds) => {
                format!("{name} takes no more requests for now; it asks to wait {seconds} seconds.")
            }
            None => format!("{name} takes no more requests for now. Wait a little, then try again."),
        },
        ErrorKind::Overloaded => format!("{name} is overloaded. Wait a little, then try again."),
        ErrorKind::TooLong => {
            "This is more than the model can read at once. Send less: the incident and the block only."
                .to_owned()
        }
        ErrorKind::Filtered => format!("The content filter of {name} stopped this request."),
        ErrorKind::Server if no_structure => {
            remedy = Remedy::PlainForm;
            "This model cannot give a structured answer. Ask again for a plain one.".to_owned()
        }
        ErrorKind::Server if (400..500).contains(&status) => {
            format!("{name} did not accept the request (HTTP {status}). Try another model.")
        }
        ErrorKind::Server => format!("{name} failed to answer. Try again; nothing was lost."),
        ErrorKind::Unreadable => format!("What came from {name} does not read as an answer. Try again."),
    };
    let theirs = masked(&words.message);
    let message = if theirs.is_empty() { sentence } else { format!("{sentence} {name} says: {theirs}") };
    AskError { kind, message, retry_after_seconds, remedy }
}

/// A provider's words on one line, without anything that looks like a key: providers repeat parts of keys.
pub(super) fn masked(message: &str) -> String {
    const LIMIT: usize = 400;
    let start: String = clean(message).chars().take(4000).collect();
    let mut hidden = String::new();
    let mut at = 0;
    for finding in detect::detect(&start, &detect::Options::default()).findings {
        if finding.class == Class::Secret {
            hidden.push_str(start.get(at..finding.span.start).unwrap_or(""));
            hidden.push_str("[masked]");
            at = finding.span.end;
        }
    }
    hidden.push_str(start.get(at..).unwrap_or(""));
    let mut out = String::new();
    let mut named = 0_u8;
    for token in hidden.split_whitespace() {
        if out.chars().count() + token.chars().count() > LIMIT {
            out.push_str(" …");
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        let core = token.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '*');
        if looks_like_key(core) || (named > 0 && is_named_key(core)) {
            out.push_str("[masked]");
            out.extend(token.chars().rev().take_while(|c| matches!(c, '.' | ',' | ')' | '"' | '\'')).next());
        } else {
            out.push_str(token);
        }
        let lower = token.to_ascii_lowercase();
        let names = ["key", "token", "provided:", "bearer"].iter().any(|part| lower.contains(part));
        named = if names { 4 } else { named.saturating_sub(1) };
    }
    out
}

fn looks_like_key(token: &str) -> bool {
    const LEADS: &[&str] =
        &["sk-", "sk_", "pk-", "rk-", "AIza", "AQ.", "gsk_", "hf_", "xai-", "csk-", "tgp_", "nvapi-", "key-"];
    let mixed = |text: &str| {
        text.bytes().any(|byte| byte.is_ascii_digit()) && text.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    let stars = token.contains("***") || token.contains("...") && mixed(token) || token.contains('…');
    stars
        || (LEADS.iter().any(|lead| token.starts_with(lead)) && token.len() >= 8)
        || token
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|part| part.len() >= 16 && mixed(part) || part.len() >= 32)
        || (token.len() == 36 && token.bytes().filter(|byte| *byte == b'-').count() == 4)
}

/// A word that stands right after "API key": masked if it is no ordinary word.
fn is_named_key(token: &str) -> bool {
    token.len() >= 4
        && token.bytes().any(|byte| byte.is_ascii_digit() || byte == b'*')
        && !token.starts_with("http")
        && !is_number(token)
}

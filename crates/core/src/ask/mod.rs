//! Redacted text to a provider's request, and a provider's bytes to an answer. Never sends.
//!
//! - [`compose`]: an analysis and a question to a [`Prompt`], every part redacted with the analysis's vault.
//! - [`request`], [`models_request`]: what the valve sends, with `<key>` where it puts the key.
//! - [`check_egress`]: the last look at the finished request.
//! - [`Stream`]: the answer's bytes, as they come, to an [`Answer`].

pub mod check;
mod clean;
mod compose;
pub mod doctor;
mod error;
mod loopback;
mod models;
mod prompt;
pub mod providers;
pub mod reading;
mod stream;
mod tasks;
mod wire;

pub use clean::clean;
pub use compose::{Amount, compose};
pub use loopback::{Loopback, NotLoopback};
pub use models::{Model, ModelPage, models, models_request};
pub use prompt::{Form, Prompt, Turn};
pub use providers::{ANOTHER_HOST, PROVIDERS, Provider, REFUSING, Refusing, by_id};
pub use stream::{ANSWER_LIMIT, Stream};
pub use tasks::{QUICK_TASKS, QuickTask};

use crate::redact::{Leak, Vault};
use serde::{Serialize, Serializer};

/// A finished request. Holds no key: `headers` carry `<key>` where the valve puts it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "CLI contract: the parts of an HTTP request")]
pub struct HttpRequest {
    pub method: &'static str,
    pub url: String,
    #[serde(serialize_with = "as_object")]
    pub headers: Vec<(String, String)>,
    pub body: String,
}

fn as_object<S: Serializer>(headers: &[(String, String)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(headers.iter().map(|(name, value)| (name, value)))
}

/// How to ask.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The model; else the provider's dated default.
    pub model: Option<String>,
    /// The answer's form.
    pub form: Form,
    /// Where a local server listens; else its usual port. Hosted providers have one origin and ignore this.
    pub base: Option<Loopback>,
    /// The local server wants a key too.
    pub local_key: bool,
}

/// The request that asks `prompt`. It holds redacted text only, since nothing else makes a [`Prompt`].
pub fn request(provider: &Provider, prompt: &Prompt, options: &Options) -> HttpRequest {
    let model = options
        .model
        .as_deref()
        .map(str::trim)
        .filter(|model| !model.is_empty())
        .unwrap_or(provider.default_model.id);
    let form = if provider.structure == providers::Structure::None { Form::Markdown } else { options.form };
    let messages = prompt.messages(form);
    let body = wire::body(provider, model, form, &messages);
    HttpRequest {
        method: "POST",
        url: format!("{}{}", provider.base(options), provider.path(model)),
        headers: provider.headers(options, true),
        body: body.to_string(),
    }
}

/// The last look before a request is handed over: no value of the vault may stand in it, in any spelling. Our own
/// words are no leak, even where a password is one of them.
///
/// # Errors
/// The leaks, by placeholder and place; the request must not be sent.
pub fn check_egress(
    provider: &Provider,
    prompt: &Prompt,
    options: &Options,
    request: &HttpRequest,
    vault: &Vault,
) -> Result<(), Vec<Leak>> {
    vault.check_egress(&request.url)?;
    let Err(leaks) = vault.check_egress(&request.body) else { return Ok(()) };
    let ours = self::request(provider, &prompt.without_data(), &Options { model: None, ..options.clone() });
    let ours = vault.check_egress(&ours.body).err().unwrap_or_default();
    let count = |list: &[Leak], of: &Leak| {
        list.iter().filter(|one| one.placeholder == of.placeholder && one.encoding == of.encoding).count()
    };
    // The list of leaks is cut at a hundred; what may be cut is not compared.
    let whole = leaks.len() < 100;
    let theirs: Vec<Leak> =
        leaks.iter().filter(|leak| !whole || count(&leaks, leak) > count(&ours, leak)).cloned().collect();
    if theirs.is_empty() { Ok(()) } else { Err(theirs) }
}

/// How an answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stop {
    /// The model had said all.
    End,
    /// The token limit cut it; [`Prompt::go_on`] asks for the rest.
    Length,
    /// The provider's content filter cut it.
    Filter,
    /// The model refused.
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

/// What the page offers beside an error's sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Type the key again.
    Key,
    /// Pick a model from the provider's list.
    PickModel,
    /// Wait, then try again: at most two times by itself.
    Wait,
    /// Send the incident and the block only: [`Amount::IncidentAndBlock`].
    SendLess,
    /// Ask for plain Markdown: [`Form::Markdown`].
    PlainForm,
    /// Only another provider or a local model helps.
    OtherProvider,
    /// Try again by hand.
    TryAgain,
}

/// A provider's error, with anything that looks like a key masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskError {
    /// What kind.
    pub kind: ErrorKind,
    /// What happened and what to do, for the user; then the provider's own words, masked.
    pub message: String,
    /// Seconds to wait, where the provider says.
    #[serde(skip)]
    pub retry_after_seconds: Option<u64>,
    /// What to offer.
    #[serde(skip)]
    pub remedy: Remedy,
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

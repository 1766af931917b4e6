//! The providers, one file each. To add one: one new file, one line here.

mod anthropic;
mod cerebras;
mod cohere;
mod compatible;
mod deepseek;
mod gemini;
mod groq;
mod huggingface;
mod llamacpp;
mod lmstudio;
mod mistral;
mod ollama;
mod openai;
mod openai_chat;
mod openrouter;
mod refusing;
mod together;
mod vllm;
mod xai;

pub use refusing::{ANOTHER_HOST, REFUSING, Refusing};

use super::Options;

/// Every provider, in the order of the page: hosted first.
pub const PROVIDERS: &[&Provider] = &[
    &anthropic::PROVIDER,
    &openai::PROVIDER,
    &openai_chat::PROVIDER,
    &gemini::PROVIDER,
    &openrouter::PROVIDER,
    &mistral::PROVIDER,
    &groq::PROVIDER,
    &deepseek::PROVIDER,
    &xai::PROVIDER,
    &together::PROVIDER,
    &cohere::PROVIDER,
    &huggingface::PROVIDER,
    &cerebras::PROVIDER,
    &ollama::PROVIDER,
    &lmstudio::PROVIDER,
    &llamacpp::PROVIDER,
    &vllm::PROVIDER,
    &compatible::PROVIDER,
];

/// The provider with this id of the CLI contract.
pub fn by_id(id: &str) -> Option<&'static Provider> {
    PROVIDERS.iter().copied().find(|provider| provider.id == id)
}

/// What is known of one provider.
#[derive(Debug)]
pub struct Provider {
    /// Id of the CLI contract: `openai-chat`.
    pub id: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// Scheme, host and port: what the valve's policy allows. Of a local one: where it usually listens.
    pub origin: &'static str,
    /// Path of a chat request; `{model}` becomes the model.
    pub chat_path: &'static str,
    /// How it wants the key.
    pub key: Key,
    /// Headers beside the key and `content-type`. Minimal, since an extra one breaks preflights.
    pub extra_headers: &'static [(&'static str, &'static str)],
    /// On the internet, or on this machine.
    pub place: Place,
    /// Told beside the key field, before a key is typed.
    pub before_key: &'static str,
    /// One dated default; the list and free text come first.
    pub default_model: DefaultModel,
    /// How its models are listed.
    pub model_list: ModelList,
    /// How a structured answer is asked for.
    pub structure: Structure,
    /// How a request and an answer are written.
    pub wire: Wire,
    /// A chat stream counts its tokens only if `stream_options` says so. Others refuse the field.
    pub asks_for_usage: bool,
    /// A chat stream without `[DONE]` counts as cut. Some servers on this machine never send it.
    pub ends_with_done: bool,
    /// For the connection doctor, where it runs on this machine.
    pub server: Option<Server>,
    /// Where this is documented.
    pub source: &'static str,
}

/// How a key is sent. Never in a URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// `Authorization: Bearer`.
    Bearer,
    /// In a header of its own.
    Header(&'static str),
    /// `Authorization: Bearer`, only if the server was started with a key.
    OptionalBearer,
    /// There is none.
    None,
}

/// Where a provider runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On the internet: through the valve.
    Hosted,
    /// On this machine: through the local valve.
    Local,
}

/// A model id that was current on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DefaultModel {
    /// The id; empty where only the server can tell.
    pub id: &'static str,
    /// When it was confirmed, such as `2026-11-24`. It may be outdated.
    pub as_of: &'static str,
}

/// How models are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModelList {
    /// Path and query.
    pub path: &'static str,
    /// The query argument that names the next page.
    pub page: Option<&'static str>,
}

/// How a structured answer is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Structure {
    /// By a JSON schema in the field that the wire format has for it.
    Schema,
    /// Only "some JSON object": the shape stands in the system text.
    JsonObject,
    /// Not at all: a fixed Markdown shape.
    None,
}

/// A wire format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each has its module in wire/")]
pub enum Wire {
    Anthropic,
    Responses,
    Chat,
    Gemini,
    Ollama,
}

/// A server on this machine, for the connection doctor. Commands are for a POSIX shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Server {
    /// Starts it.
    pub start: &'static str,
    /// Lets a page of another origin read its answers: one setting. `{origin}` is the page's origin.
    pub cors: &'static str,
    /// Which pages may read its answers as it comes.
    pub cors_default: &'static str,
    /// Loads a model.
    pub model: &'static str,
}

impl Provider {
    /// Whether it runs on this machine.
    pub fn is_local(&self) -> bool {
        self.place == Place::Local
    }

    /// Whether a request may hold a key.
    pub fn takes_key(&self) -> bool {
        self.key != Key::None
    }

    /// Whether it refuses requests without a key.
    pub fn needs_key(&self) -> bool {
        matches!(self.key, Key::Bearer | Key::Header(_))
    }

    pub(super) fn base<'a>(&'a self, options: &'a Options) -> &'a str {
        match &options.base {
            Some(base) if self.is_local() => base.base_for(self.chat_path),
            _ => self.origin,
        }
    }

    pub(super) fn path(&self, model: &str) -> String {
        let model = model.strip_prefix("models/").unwrap_or(model);
        self.chat_path.replace("{model}", &percent_encoded(model))
    }

    pub(super) fn headers(&self, options: &Options, with_body: bool) -> Vec<(String, String)> {
        let mut out = Vec::new();
        let mut add = |name: &str, value: &str| out.push((name.to_owned(), value.to_owned()));
        if with_body {
            add("content-type", "application/json");
        }
        match self.key {
            Key::Bearer => add("authorization", "Bearer <key>"),
            Key::OptionalBearer if options.local_key => add("authorization", "Bearer <key>"),
            Key::Header(name) => add(name, "<key>"),
            Key::OptionalBearer | Key::None => {}
        }
        for (name, value) in self.extra_headers {
            add(name, value);
        }
        out
    }
}

/// One segment of a path.
pub(super) fn percent_encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

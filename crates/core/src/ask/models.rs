//! The models that a provider offers: request and answer.

use super::providers::Provider;
use super::{AskError, ErrorKind, HttpRequest, Options, Remedy, clean, error};
use serde_json::Value;

/// One model of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model {
    /// What a request names.
    pub id: String,
    /// For people, where the provider tells.
    pub name: Option<String>,
    /// The provider will stop it: as the provider writes the day.
    pub retires: Option<String>,
    /// Tokens it reads, where the provider tells.
    pub input_tokens: Option<u64>,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ModelPage {
    /// In the provider's order, without those that write no text.
    pub models: Vec<Model>,
    /// What [`models_request`] wants for the next page.
    pub next: Option<String>,
}

/// The request that lists a provider's models. It asks with the key, so it also tells whether the key is good.
pub fn models_request(provider: &Provider, options: &Options, page: Option<&str>) -> HttpRequest {
    let list = provider.model_list;
    let mut url = format!("{}{}", provider.base(options), list.path);
    if let (Some(name), Some(page)) = (list.page, page) {
        url.push(if url.contains('?') { '&' } else { '?' });
        url.push_str(name);
        url.push('=');
        url.push_str(&super::providers::percent_encoded(page));
    }
    HttpRequest { method: "GET", url, headers: provider.headers(options, false), body: String::new() }
}

/// Reads the answer to [`models_request`].
///
/// # Errors
/// The provider refused, or what came is no list.
pub fn models(provider: &Provider, status: u16, body: &[u8]) -> Result<ModelPage, AskError> {
    let text = String::from_utf8_lossy(body);
    let text = text.trim_start_matches('\u{feff}').trim();
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        let came =
            error::Came { page: text.starts_with('<'), nothing: text.is_empty(), events: 0, rest: text };
        return Err(error::without_words(provider, status, &came).unwrap_or_else(|| unreadable(provider)));
    };
    let list = ["data", "models"].iter().find_map(|name| value.get(name)).unwrap_or(&value);
    let Some(list) = list.as_array().filter(|_| (200..300).contains(&status)) else {
        return Err(error::in_event(provider, status, &value).unwrap_or_else(|| unreadable(provider)));
    };
    let mut models: Vec<Model> = Vec::new();
    for model in list.iter().filter_map(one).take(5000) {
        if !models.iter().any(|known| known.id == model.id) {
            models.push(model);
        }
    }
    let next = ["nextPageToken", "next_page_token"]
        .iter()
        .find_map(|name| value.get(name))
        .or_else(|| value.get("last_id").filter(|_| value["has_more"] == true))
        .and_then(Value::as_str)
        .filter(|next| !next.is_empty())
        .map(str::to_owned);
    Ok(ModelPage { models, next })
}

fn unreadable(provider: &Provider) -> AskError {
    AskError {
        kind: ErrorKind::Unreadable,
        message: format!("{} gave no list of models. Type the model's name.", provider.name),
        retry_after_seconds: None,
        remedy: Remedy::TryAgain,
    }
}

fn one(value: &Value) -> Option<Model> {
    let text =
        |name: &str| value.get(name).and_then(Value::as_str).map(clean).filter(|text| !text.is_empty());
    let id = text("id")
        .or_else(|| text("name"))
        .or_else(|| text("model"))
        .or_else(|| value.as_str().map(clean))?;
    let id = id.strip_prefix("models/").unwrap_or(&id).to_owned();
    let lists = |name: &str, wanted: &[&str]| {
        value.get(name).and_then(Value::as_array).is_none_or(|list| {
            list.is_empty() || list.iter().filter_map(Value::as_str).any(|one| wanted.contains(&one))
        })
    };
    let writes = lists("supportedGenerationMethods", &["generateContent"])
        && lists("endpoints", &["chat"])
        && value.pointer("/capabilities/completion_chat") != Some(&Value::Bool(false))
        && !matches!(
            value.get("type").and_then(Value::as_str),
            Some(
                "embedding"
                    | "embeddings"
                    | "image"
                    | "audio"
                    | "moderation"
                    | "rerank"
                    | "transcribe"
                    | "video"
            )
        );
    // OpenAI's list does not tell what a model does.
    const OTHERS: &[&str] = &[
        "embed",
        "tts",
        "whisper",
        "dall-e",
        "moderation",
        "transcribe",
        "realtime",
        "gpt-image",
        "gpt-audio",
        "sora",
        "rerank",
        "-ocr",
        "imagen",
        "veo-",
        "prompt-guard",
        "babbage-",
        "davinci-",
    ];
    let lower = id.to_ascii_lowercase();
    if !writes || id.len() > 300 || OTHERS.iter().any(|part| lower.contains(part)) {
        return None;
    }
    let number = |name: &str| value.get(name).and_then(Value::as_u64);
    Some(Model {
        name: text("display_name")
            .or_else(|| text("displayName"))
            .or_else(|| text("name"))
            .filter(|name| *name != id),
        retires: ["retires_at", "shutdown_date", "deprecation", "expiration_date"]
            .iter()
            .find_map(|name| text(name)),
        input_tokens: [
            "max_input_tokens",
            "inputTokenLimit",
            "context_length",
            "max_context_length",
            "context_window",
        ]
        .iter()
        .find_map(|name| number(name)),
        id,
    })
}

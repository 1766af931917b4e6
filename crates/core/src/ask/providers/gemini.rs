//! Google Gemini's own API. Its OpenAI-compatible path has repeatedly lacked CORS headers.

use super::{DefaultModel, Key, ModelList, Place, Provider, Structure, Wire};

/// The preflight allows `x-goog-api-key`, `x-goog-api-client` and `content-type` only, and is refused otherwise.
pub(super) const PROVIDER: Provider = Provider {
    id: "gemini",
    name: "Google Gemini",
    origin: "https://generativelanguage.googleapis.com",
    chat_path: "/v1beta/models/{model}:streamGenerateContent?alt=sse",
    key: Key::Header("x-goog-api-key"),
    extra_headers: &[],
    place: Place::Hosted,
    before_key: "Google answers to pages. On the free tier Google may use what you send to improve its \
                 products.",
    default_model: DefaultModel { id: "gemini-3.8-flash", as_of: "2026-11-24" },
    model_list: ModelList { path: "/v1beta/models?pageSize=1000", page: Some("pageToken") },
    structure: Structure::Schema,
    wire: Wire::Gemini,
    asks_for_usage: false,
    ends_with_done: false,
    server: None,
    source: "googleapis/js-genai 2.32.0, src/_api_client.ts; infiolab/infio-copilot issue 146",
};

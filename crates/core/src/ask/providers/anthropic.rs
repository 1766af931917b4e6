//! Anthropic's Messages API.

use super::{DefaultModel, Key, ModelList, Place, Provider, Structure, Wire};

/// Answers to browsers that send the header `anthropic-dangerous-direct-browser-access`, unless the organisation
/// forbids it: then a 401 whose text speaks of CORS.
pub(super) const PROVIDER: Provider = Provider {
    id: "anthropic",
    name: "Anthropic",
    origin: "https://api.anthropic.com",
    chat_path: "/v1/messages",
    key: Key::Header("x-api-key"),
    extra_headers: &[
        ("anthropic-version", "2023-06-01"),
        ("anthropic-dangerous-direct-browser-access", "true"),
    ],
    place: Place::Hosted,
    before_key: "Anthropic answers to pages. An organisation can forbid that in its settings; then every \
                 request is \
                 refused, whatever the key.",
    default_model: DefaultModel { id: "claude-sonnet-5-5", as_of: "2026-11-24" },
    model_list: ModelList { path: "/v1/models?limit=1000", page: Some("after_id") },
    structure: Structure::Schema,
    wire: Wire::Anthropic,
    asks_for_usage: false,
    ends_with_done: false,
    server: None,
    source: "anthropics/anthropic-sdk-typescript 1.12.0, src/client.ts, src/resources/messages/messages.ts",
};

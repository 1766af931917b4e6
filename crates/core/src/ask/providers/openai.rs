//! OpenAI's Responses API.

use super::{DefaultModel, Key, ModelList, Place, Provider, Structure, Wire};

/// A wrong key's 401 comes without CORS headers, so that a page sees no status at all: `before_key` tells it.
pub(super) const PROVIDER: Provider = Provider {
    id: "openai",
    name: "OpenAI",
    origin: ORIGIN,
    chat_path: "/v1/responses",
    key: Key::Bearer,
    extra_headers: &[],
    place: Place::Hosted,
    before_key: BEFORE_KEY,
    default_model: MODEL,
    model_list: MODELS,
    structure: Structure::Schema,
    wire: Wire::Responses,
    asks_for_usage: false,
    ends_with_done: false,
    server: None,
    source: "openai/openai-node 6.49.0; enricoros/big-AGI kb/systems/client-side-fetch.md, 2026-08-14",
};

pub(super) const ORIGIN: &str = "https://api.openai.com";
pub(super) const BEFORE_KEY: &str = "OpenAI answers to pages, but not about a wrong key: then the browser only says \
                                     that the request failed. Load the list of models to try a key.";
pub(super) const MODEL: DefaultModel = DefaultModel { id: "gpt-5.6-terra", as_of: "2026-11-24" };
pub(super) const MODELS: ModelList = ModelList { path: "/v1/models", page: None };

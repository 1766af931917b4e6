//! DeepSeek. It knows `json_object`, no schema.

use super::{DefaultModel, Key, ModelList, Place, Provider, Structure, Wire};

pub(super) const PROVIDER: Provider = Provider {
    id: "deepseek",
    name: "DeepSeek",
    origin: "https://api.deepseek.com",
    chat_path: "/chat/completions",
    key: Key::Bearer,
    extra_headers: &[],
    place: Place::Hosted,
    before_key: "DeepSeek answers to pages. Its servers stand in China.",
    default_model: DefaultModel { id: "deepseek-flash", as_of: "2026-11-24" },
    model_list: ModelList { path: "/models", page: None },
    structure: Structure::JsonObject,
    wire: Wire::Chat,
    asks_for_usage: true,
    ends_with_done: true,
    server: None,
    source: "api-docs.deepseek.com, \"Your First API Call\"; enricoros/big-AGI \
             kb/systems/client-side-fetch.md, 2026-08-14",
};

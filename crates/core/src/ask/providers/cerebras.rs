//! Cerebras.

use super::{DefaultModel, Key, ModelList, Place, Provider, Structure, Wire};

pub(super) const PROVIDER: Provider = Provider {
    id: "cerebras",
    name: "Cerebras",
    origin: "https://api.cerebras.ai",
    chat_path: "/v1/chat/completions",
    key: Key::Bearer,
    extra_headers: &[],
    place: Place::Hosted,
    before_key: "Cerebras answers to pages, but not about a wrong key: then the browser only says that \
                 the request failed.",
    default_model: DefaultModel { id: "gpt-oss-120b", as_of: "2026-11-24" },
    model_list: ModelList { path: "/v1/models", page: None },
    structure: Structure::Schema,
    wire: Wire::Chat,
    asks_for_usage: true,
    ends_with_done: true,
    server: None,
    source: "inference-docs.cerebras.ai/models/overview; enricoros/big-AGI \
             kb/systems/client-side-fetch.md, 2026-08-14",
};

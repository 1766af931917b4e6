//! Cohere, in the Chat Completions format: that host answers to pages. It refuses `stream_options`.

use super::{DefaultModel, Key, ModelList, Place, Provider, Structure, Wire};

pub(super) const PROVIDER: Provider = Provider {
    id: "cohere",
    name: "Cohere",
    origin: "https://api.cohere.ai",
    chat_path: "/compatibility/v1/chat/completions",
    key: Key::Bearer,
    extra_headers: &[],
    place: Place::Hosted,
    before_key: "Cohere answers to pages. Its trial keys are for trying out only.",
    default_model: DefaultModel { id: "command-a-03-2025", as_of: "2026-11-24" },
    model_list: ModelList { path: "/v1/models?page_size=1000&endpoint=chat", page: Some("page_token") },
    structure: Structure::JsonObject,
    wire: Wire::Chat,
    asks_for_usage: false,
    ends_with_done: true,
    server: None,
    source: "docs.cohere.com/docs/compatibility-api; strandsagents.com, Cohere; enricoros/big-AGI \
             kb/systems/client-side-fetch.md, 2026-08-14",
};

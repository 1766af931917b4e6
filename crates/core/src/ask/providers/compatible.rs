//! Any server on this machine that speaks Chat Completions: a proxy of the user's own, too.

use super::{DefaultModel, Key, ModelList, Place, Provider, Server, Structure, Wire};

pub(super) const PROVIDER: Provider = Provider {
    id: "openai-compatible",
    name: "OpenAI-compatible on this machine",
    origin: "http://localhost:4000",
    chat_path: "/v1/chat/completions",
    key: Key::OptionalBearer,
    extra_headers: &[],
    place: Place::Local,
    before_key: "Talks to this machine only. What stands at this address may be a proxy of yours: it \
                 decides where your question goes on.",
    default_model: DefaultModel { id: "default", as_of: "2026-11-24" },
    model_list: ModelList { path: "/v1/models", page: None },
    structure: Structure::None,
    wire: Wire::Chat,
    asks_for_usage: false,
    ends_with_done: false,
    server: Some(Server {
        start: "litellm --model MODEL --port 4000",
        cors: "Allow the origin {origin} in the server's CORS settings.",
        cors_default: "That depends on the server.",
        model: "",
    }),
    source: "docs.litellm.ai, \"LiteLLM proxy\"",
};

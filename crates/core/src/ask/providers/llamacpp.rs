//! llama.cpp's server.

use super::{DefaultModel, Key, ModelList, Place, Provider, Server, Structure, Wire};

pub(super) const PROVIDER: Provider = Provider {
    id: "llamacpp",
    name: "llama.cpp server",
    origin: "http://localhost:8080",
    chat_path: "/v1/chat/completions",
    key: Key::OptionalBearer,
    extra_headers: &[],
    place: Place::Local,
    before_key: "Runs on this machine: nothing leaves it. A key is needed only if it was started with \
                 --api-key.",
    default_model: DefaultModel { id: "default", as_of: "2026-11-24" },
    model_list: ModelList { path: "/v1/models", page: None },
    structure: Structure::Schema,
    wire: Wire::Chat,
    asks_for_usage: true,
    ends_with_done: true,
    server: Some(Server {
        start: "llama-server -m model.gguf",
        cors: "llama-server -m model.gguf --cors-origins {origin}",
        cors_default: "All, unless it runs with tools or MCP servers: then pages of this machine only.",
        model: "llama-server -m model.gguf",
    }),
    source: "ggml-org/llama.cpp PRs 25655, 25606, discussion 31054",
};

//! Ollama, in its own format.

use super::{DefaultModel, Key, ModelList, Place, Provider, Server, Structure, Wire};

pub(super) const PROVIDER: Provider = Provider {
    id: "ollama",
    name: "Ollama",
    origin: "http://localhost:11434",
    chat_path: "/api/chat",
    key: Key::None,
    extra_headers: &[],
    place: Place::Local,
    before_key: "Runs on this machine: nothing leaves it.",
    default_model: DefaultModel { id: "gpt-oss:20b", as_of: "2026-11-24" },
    model_list: ModelList { path: "/api/tags", page: None },
    structure: Structure::Schema,
    wire: Wire::Ollama,
    asks_for_usage: false,
    ends_with_done: false,
    server: Some(Server {
        start: "ollama serve",
        cors: "OLLAMA_ORIGINS={origin} ollama serve",
        cors_default: "Pages served from this machine (http://localhost, http://127.0.0.1). A page from a \
                       disk sends the origin null: serve the folder instead, or set OLLAMA_ORIGINS=null.",
        model: "ollama pull qwen3:8b",
    }),
    source: "ollama/ollama envconfig/config.go, server/routes.go, docs/api/*.mdx",
};

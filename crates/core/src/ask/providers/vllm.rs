//! vLLM.

use super::{DefaultModel, Key, ModelList, Place, Provider, Server, Structure, Wire};

pub(super) const PROVIDER: Provider = Provider {
    id: "vllm",
    name: "vLLM",
    origin: "http://localhost:8000",
    chat_path: "/v1/chat/completions",
    key: Key::OptionalBearer,
    extra_headers: &[],
    place: Place::Local,
    before_key: "Runs on this machine: nothing leaves it. A key is needed only if it was started with \
                 --api-key.",
    default_model: DefaultModel { id: "openai/gpt-oss-20b", as_of: "2026-11-24" },
    model_list: ModelList { path: "/v1/models", page: None },
    structure: Structure::Schema,
    wire: Wire::Chat,
    asks_for_usage: true,
    ends_with_done: true,
    server: Some(Server {
        start: "vllm serve MODEL",
        cors: "vllm serve MODEL --allowed-origins '[\"{origin}\"]'",
        cors_default: "All.",
        model: "vllm serve MODEL",
    }),
    source: "vLLM docs, \"vllm serve\"",
};

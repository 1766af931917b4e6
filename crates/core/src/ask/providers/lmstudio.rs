//! LM Studio.

use super::{DefaultModel, Key, ModelList, Place, Provider, Server, Structure, Wire};

pub(super) const PROVIDER: Provider = Provider {
    id: "lmstudio",
    name: "LM Studio",
    origin: "http://localhost:1234",
    chat_path: "/v1/chat/completions",
    key: Key::OptionalBearer,
    extra_headers: &[],
    place: Place::Local,
    before_key: "Runs on this machine: nothing leaves it. A token is needed only if you switched that on \
                 in LM Studio.",
    default_model: DefaultModel { id: "openai/gpt-oss-20b", as_of: "2026-11-24" },
    model_list: ModelList { path: "/v1/models", page: None },
    structure: Structure::Schema,
    wire: Wire::Chat,
    asks_for_usage: true,
    ends_with_done: true,
    server: Some(Server {
        start: "lms server start",
        cors: "lms server start --cors",
        cors_default: "None: CORS is off until it is switched on (Developer, Server settings, Enable CORS).",
        model: "lms load",
    }),
    source: "LM Studio docs, \"server start\", \"server settings\"",
};

//! Groq. Only some of its models take a JSON schema; the others answer 400.

use super::{DefaultModel, Key, ModelList, Place, Provider, Structure, Wire};

pub(super) const PROVIDER: Provider = Provider {
    id: "groq",
    name: "Groq",
    origin: "https://api.groq.com",
    chat_path: "/openai/v1/chat/completions",
    key: Key::Bearer,
    extra_headers: &[],
    place: Place::Hosted,
    before_key: "Groq answers to pages.",
    default_model: DefaultModel { id: "openai/gpt-oss-120b", as_of: "2026-11-24" },
    model_list: ModelList { path: "/openai/v1/models", page: None },
    structure: Structure::Schema,
    wire: Wire::Chat,
    asks_for_usage: true,
    ends_with_done: true,
    server: None,
    source: "console.groq.com/docs/models, docs/structured-outputs; enricoros/big-AGI \
             kb/systems/client-side-fetch.md, 2026-08-14",
};

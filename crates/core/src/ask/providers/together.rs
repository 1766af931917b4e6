//! Together.

use super::{DefaultModel, Key, ModelList, Place, Provider, Structure, Wire};

pub(super) const PROVIDER: Provider = Provider {
    id: "together",
    name: "Together AI",
    origin: "https://api.together.xyz",
    chat_path: "/v1/chat/completions",
    key: Key::Bearer,
    extra_headers: &[],
    place: Place::Hosted,
    before_key: "Together answers to pages.",
    default_model: DefaultModel { id: "openai/gpt-oss-120b", as_of: "2026-11-24" },
    model_list: ModelList { path: "/v1/models", page: None },
    structure: Structure::Schema,
    wire: Wire::Chat,
    asks_for_usage: true,
    ends_with_done: true,
    server: None,
    source: "docs.together.ai, \"Chat\"; enricoros/big-AGI kb/systems/client-side-fetch.md, 2026-08-14",
};

//! OpenRouter: many makers behind one key.

use super::{DefaultModel, Key, ModelList, Place, Provider, Structure, Wire};

pub(super) const PROVIDER: Provider = Provider {
    id: "openrouter",
    name: "OpenRouter",
    origin: "https://openrouter.ai",
    chat_path: "/api/v1/chat/completions",
    key: Key::Bearer,
    extra_headers: &[],
    place: Place::Hosted,
    before_key: "OpenRouter answers to pages. It passes your question on to the maker of the model that \
                 you choose.",
    default_model: DefaultModel { id: "openrouter/auto", as_of: "2026-11-24" },
    model_list: ModelList { path: "/api/v1/models", page: None },
    structure: Structure::Schema,
    wire: Wire::Chat,
    asks_for_usage: true,
    ends_with_done: true,
    server: None,
    source: "OpenRouter docs, \"streaming\", \"errors and debugging\"; enricoros/big-AGI \
             kb/systems/client-side-fetch.md, 2026-08-14",
};

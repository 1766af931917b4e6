//! Mistral. It refuses fields and headers that it does not know.

use super::{DefaultModel, Key, ModelList, Place, Provider, Structure, Wire};

pub(super) const PROVIDER: Provider = Provider {
    id: "mistral",
    name: "Mistral",
    origin: "https://api.mistral.ai",
    chat_path: "/v1/chat/completions",
    key: Key::Bearer,
    extra_headers: &[],
    place: Place::Hosted,
    before_key: "Mistral answers to pages. On its free plan it may use what you send for training.",
    default_model: DefaultModel { id: "mistral-large-latest", as_of: "2026-11-24" },
    model_list: ModelList { path: "/v1/models", page: None },
    structure: Structure::Schema,
    wire: Wire::Chat,
    asks_for_usage: false,
    ends_with_done: true,
    server: None,
    source: "enricoros/big-AGI kb/systems/client-side-fetch.md, 2026-08-14",
};

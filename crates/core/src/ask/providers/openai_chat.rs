//! OpenAI's Chat Completions API, the older of its two.

use super::{Key, Place, Provider, Structure, Wire, openai};

pub(super) const PROVIDER: Provider = Provider {
    id: "openai-chat",
    name: "OpenAI (Chat Completions)",
    origin: openai::ORIGIN,
    chat_path: "/v1/chat/completions",
    key: Key::Bearer,
    extra_headers: &[],
    place: Place::Hosted,
    before_key: openai::BEFORE_KEY,
    default_model: openai::MODEL,
    model_list: openai::MODELS,
    structure: Structure::Schema,
    wire: Wire::Chat,
    asks_for_usage: true,
    ends_with_done: true,
    server: None,
    source: "openai/openai-node 6.49.0, src/resources/completions.ts",
};

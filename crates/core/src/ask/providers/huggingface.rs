//! Hugging Face's router to many inference providers.

use super::{DefaultModel, Key, ModelList, Place, Provider, Structure, Wire};

pub(super) const PROVIDER: Provider = Provider {
    id: "huggingface",
    name: "Hugging Face",
    origin: "https://router.huggingface.co",
    chat_path: "/v1/chat/completions",
    key: Key::Bearer,
    extra_headers: &[],
    place: Place::Hosted,
    before_key: "Hugging Face answers to pages. The token needs the permission \"Make calls to Inference \
                 Providers\"; your question goes on to one of them.",
    default_model: DefaultModel { id: "openai/gpt-oss-120b", as_of: "2026-11-24" },
    model_list: ModelList { path: "/v1/models", page: None },
    structure: Structure::Schema,
    wire: Wire::Chat,
    asks_for_usage: false,
    ends_with_done: true,
    server: None,
    source: "huggingface/huggingface.js PR 1820",
};

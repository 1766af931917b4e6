//! Redaction alone as WASM, so that `scripts/bench` can time it in a browser. No part of the page.

use stackengine_core::{detect, redact};
use wasm_bindgen::prelude::wasm_bindgen;

/// Redacts the secrets of a raw text and gives the length of the redacted one in bytes. The text comes as the browser's
/// own encoder writes it, as the page's worker takes it in, too.
#[wasm_bindgen]
#[must_use]
pub fn secrets(raw: &[u8]) -> usize {
    let Ok(raw) = std::str::from_utf8(raw) else { return 0 };
    let options = detect::Options { keep_identifiers: true, ..detect::Options::default() };
    let (redacted, _vault) = redact::redact(raw, &detect::detect(raw, &options).findings);
    redacted.as_str().len()
}

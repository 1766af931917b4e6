//! Whatever the bytes are: no panic, spans that fit, edits that hold, and a second run that changes nothing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use stackengine_core::fix::{Options, applied, fix, harden_file};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let options = Options::default();
    let found = fix(&text, &options);
    for block in &found.blocks {
        assert!(text.get(block.span.start..block.span.end).is_some(), "the span fits the text");
        assert!(block.parses || block.hardened.is_none(), "what does not parse is not edited");
        for finding in &block.findings {
            assert!(finding.span.is_none_or(|span| text.get(span.start..span.end).is_some()));
        }
        for edit in &block.edits {
            assert!(block.span.start <= edit.span.start && edit.span.end <= block.span.end);
            assert!(text.get(edit.span.start..edit.span.end).is_some(), "the edit fits the text");
        }
    }
    if let Some(after) = applied(&text, &found) {
        assert!(harden_file(&after, &options).is_none(), "a second run changes nothing");
    }
});

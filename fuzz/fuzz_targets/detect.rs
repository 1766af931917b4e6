//! Whatever the bytes are: no panic, findings in order, within the text, on the boundaries of its characters.

#![no_main]

use libfuzzer_sys::fuzz_target;
use stackengine_core::detect::{Options, detect};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let mut end = 0;
    for finding in detect(&text, &Options::default()).findings {
        assert!(finding.span.start >= end && finding.span.start < finding.span.end);
        assert!(text.get(finding.span.start..finding.span.end).is_some(), "the span fits the text");
        end = finding.span.end;
    }
});

//! Whatever the bytes are: no panic, spans that fit, and no command that is not plain.

#![no_main]

use libfuzzer_sys::fuzz_target;
use stackengine_core::diagnose::diagnose;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let found = diagnose(&text, &[], None);
    for incident in found.incidents {
        assert!(text.get(incident.span.start..incident.span.end).is_some(), "the span fits the text");
        let unlock = incident.unlock;
        assert_eq!(unlock.possible, unlock.command.is_some());
        if let Some(command) = unlock.command {
            let id = command.rsplit(' ').next().unwrap_or("");
            assert!(
                !id.starts_with('-')
                    && id.chars().all(|c| c.is_ascii_alphanumeric() || "-_./:+=".contains(c))
            );
        }
        for one in unlock.fallbacks {
            assert!(one.condition.is_some(), "nothing destructive without its condition");
        }
    }
});

//! Whatever the bytes are: what is redacted is restored byte for byte, and no value is left for the check.

#![no_main]

use libfuzzer_sys::fuzz_target;
use stackengine_core::detect::{Options, detect};
use stackengine_core::redact::redact;
use stackengine_core::restore::restore;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let (redacted, vault) = redact(&text, &detect(&text, &Options::default()).findings);
    assert_eq!(restore(redacted.as_str(), &vault).text, text);
    assert!(vault.check_egress(redacted.as_str()).is_ok());
});

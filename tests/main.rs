//! Every suite that asks core alone, as one program: it is linked once, and its tests share the processors.
//! `cargo test -p stackengine-tests NAME::` runs one suite.

#![allow(clippy::unwrap_used, reason = "tests")]

mod known;
mod tools;

mod ask;
mod companion_schemas;
mod companions;
mod diagnose;
mod diagnose_properties;
mod emulator;
mod harden;
mod harden_dialects;
mod harden_ids;
mod harden_live;
mod harden_properties;
mod hostile;
mod live_release;
mod look_alikes;
mod matrix;
mod mutations;
mod prevention;
mod redact;
mod redact_properties;
mod unlock;

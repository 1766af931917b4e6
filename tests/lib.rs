//! The suites are in `main.rs`; Cargo wants a library beside them.

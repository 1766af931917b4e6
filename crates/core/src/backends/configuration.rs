//! The shape of what is known of a backend's configuration.

/// How a backend is configured.
#[derive(Debug)]
pub struct Configuration {}

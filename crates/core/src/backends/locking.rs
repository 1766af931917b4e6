//! The shape of what is known of a backend's locking.

/// How a backend locks.
#[derive(Debug)]
pub struct Locking {}

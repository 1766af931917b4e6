//! HTTP.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// HTTP.
pub(super) const BACKEND: Backend =
    Backend { id: "http", name: "HTTP", locking: LOCKING, configuration: CONFIGURATION };

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

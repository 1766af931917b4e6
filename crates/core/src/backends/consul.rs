//! Consul.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// Consul.
pub(super) const BACKEND: Backend =
    Backend { id: "consul", name: "Consul", locking: LOCKING, configuration: CONFIGURATION };

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

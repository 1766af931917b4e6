//! Removed backends.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// Removed backends.
pub(super) const BACKEND: Backend =
    Backend { id: "removed", name: "Removed backends", locking: LOCKING, configuration: CONFIGURATION };

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

//! PostgreSQL.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// PostgreSQL.
pub(super) const BACKEND: Backend =
    Backend { id: "pg", name: "PostgreSQL", locking: LOCKING, configuration: CONFIGURATION };

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

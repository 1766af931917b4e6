//! Local file.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// Local file.
pub(super) const BACKEND: Backend =
    Backend { id: "local", name: "Local file", locking: LOCKING, configuration: CONFIGURATION };

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

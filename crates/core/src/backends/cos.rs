//! Tencent Cloud COS.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// Tencent Cloud COS.
pub(super) const BACKEND: Backend =
    Backend { id: "cos", name: "Tencent Cloud COS", locking: LOCKING, configuration: CONFIGURATION };

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

//! Google Cloud Storage.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// Google Cloud Storage.
pub(super) const BACKEND: Backend =
    Backend { id: "gcs", name: "Google Cloud Storage", locking: LOCKING, configuration: CONFIGURATION };

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

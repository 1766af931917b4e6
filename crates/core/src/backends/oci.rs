//! Oracle Cloud Object Storage.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// Oracle Cloud Object Storage.
pub(super) const BACKEND: Backend = Backend {
    id: "oci",
    name: "Oracle Cloud Object Storage",
    locking: LOCKING,
    configuration: CONFIGURATION,
};

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

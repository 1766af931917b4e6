//! Amazon S3 with a lock file.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// Amazon S3 with a lock file.
pub(super) const BACKEND: Backend = Backend {
    id: "s3-lockfile",
    name: "Amazon S3 with a lock file",
    locking: LOCKING,
    configuration: CONFIGURATION,
};

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

//! Alibaba Cloud OSS.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// Alibaba Cloud OSS.
pub(super) const BACKEND: Backend =
    Backend { id: "oss", name: "Alibaba Cloud OSS", locking: LOCKING, configuration: CONFIGURATION };

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

//! Kubernetes.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// Kubernetes.
pub(super) const BACKEND: Backend =
    Backend { id: "kubernetes", name: "Kubernetes", locking: LOCKING, configuration: CONFIGURATION };

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

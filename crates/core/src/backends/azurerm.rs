//! Azure Blob Storage.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// Azure Blob Storage.
pub(super) const BACKEND: Backend =
    Backend { id: "azurerm", name: "Azure Blob Storage", locking: LOCKING, configuration: CONFIGURATION };

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

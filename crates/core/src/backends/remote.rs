//! HCP Terraform.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// HCP Terraform.
pub(super) const BACKEND: Backend =
    Backend { id: "remote", name: "HCP Terraform", locking: LOCKING, configuration: CONFIGURATION };

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

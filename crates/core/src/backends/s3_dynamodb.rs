//! Amazon S3 with a DynamoDB lock table.

use super::Backend;
use super::configuration::Configuration;
use super::locking::Locking;

/// Amazon S3 with a DynamoDB lock table.
pub(super) const BACKEND: Backend = Backend {
    id: "s3-dynamodb",
    name: "Amazon S3 with a DynamoDB lock table",
    locking: LOCKING,
    configuration: CONFIGURATION,
};

// ---------------------------------------------------------------------------------------- Locking

const LOCKING: Locking = Locking {};

// ---------------------------------------------------------------------------------- Configuration

const CONFIGURATION: Configuration = Configuration {};

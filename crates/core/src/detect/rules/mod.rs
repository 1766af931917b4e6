//! The rules, one file per vendor. To add one: one new file, one line here.

use super::Rule;

/// Every rule, vendor by vendor.
pub const VENDORS: &[&[Rule]] = &[];

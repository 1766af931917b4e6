//! Prevention kit.

use super::Companion;
use super::companions::store::Store;

pub(super) fn prevention(_stores: &[Store]) -> Vec<Companion> {
    Vec::new()
}

//! Popular advice that is wrong.

use super::WhyNot;
use super::companions::store::Store;

pub(super) fn why_not(_stores: &[Store]) -> Vec<WhyNot> {
    Vec::new()
}

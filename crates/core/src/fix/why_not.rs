//! Popular advice that is wrong.

use super::{Block, WhyNot};

/// Notes.
pub fn why_not(_blocks: &[Block]) -> Vec<WhyNot> {
    Vec::new()
}

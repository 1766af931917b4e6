//! Files.

use super::{Block, Companion, Options};

/// Files.
pub fn prevention(_blocks: &[Block], _options: &Options) -> Vec<Companion> {
    Vec::new()
}

//! Run after each build of the page: policy hashes, precache list, the single file, the size ceiling.

fn main() {}

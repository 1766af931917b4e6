//! The page: the only crate that knows a browser.

fn main() {}

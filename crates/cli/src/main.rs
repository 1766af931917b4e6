//! The `stackengine` command: core for pipes, CI and measuring.

fn main() {}

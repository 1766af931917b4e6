//! The providers, one file each. To add one: one new file, one line here.

//! The workbench's end of the valve: the only words with its frame.

//! What the test suites share: reading the corpora under `tests/corpus`.

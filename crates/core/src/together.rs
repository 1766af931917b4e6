//! Two things at once, where the target has threads: a page's WASM has none, and does one after the other. The result
//! is the same.

/// Texts from this length on are worth a thread, in bytes.
pub(crate) const LARGE: usize = 1 << 20;

/// Both results. With threads, the first is worked out in one of its own while `large`.
pub(crate) fn both<A: Send, B>(
    large: bool,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    #[cfg(not(target_family = "wasm"))]
    if large {
        return std::thread::scope(|scope| {
            let one = scope.spawn(one);
            let other = other();
            match one.join() {
                Ok(one) => (one, other),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        });
    }
    _ = large;
    (one(), other())
}

/// The beginning of a line near the middle of a text; 0 where it has none.
pub(crate) fn middle(text: &[u8]) -> usize {
    let half = text.get(..text.len() / 2).unwrap_or(text);
    memchr::memrchr(b'\n', half).map_or(0, |newline| newline + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_are_done_either_way() {
        for large in [false, true] {
            let text = String::from("raw");
            assert_eq!(both(large, || text.len(), || text.to_uppercase()), (3, "RAW".to_owned()));
        }
        assert_eq!(middle(b"one\ntwo\nthree\n"), 4);
        assert_eq!(middle(b"one line"), 0);
    }
}

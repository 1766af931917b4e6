//! Byte offsets of Rust's UTF-8 to units of JavaScript's UTF-16.

/// Translates offsets that come in ascending order, in one pass over the text.
pub(crate) struct Utf16<'t> {
    text: &'t str,
    byte: usize,
    unit: u32,
}

impl<'t> Utf16<'t> {
    /// At the start of a text.
    pub(crate) fn of(text: &'t str) -> Self {
        Self { text, byte: 0, unit: 0 }
    }

    /// The unit at a byte offset; one before the last asked for, or off a character, gives the last answer again.
    pub(crate) fn at(&mut self, byte: usize) -> u32 {
        if let Some(between) = self.text.get(self.byte..byte) {
            let units = if between.is_ascii() { between.len() } else { between.encode_utf16().count() };
            self.unit = self.unit.saturating_add(u32::try_from(units).unwrap_or(u32::MAX));
            self.byte = byte;
        }
        self.unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_surrogates() {
        let text = "a\u{e9}\u{1f512}b";
        let mut units = Utf16::of(text);
        assert_eq!([0, 1, 3, 7, 8].map(|byte| units.at(byte)), [0, 1, 2, 4, 5]);
        assert_eq!(units.at(4), 5, "not back, not inside a character");
    }
}

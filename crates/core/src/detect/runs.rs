//! Long runs of bytes of one alphabet, found without looking at every byte.

/// Which of the 256 bytes belong to an alphabet.
pub(super) struct Alphabet([bool; 256]);

impl Alphabet {
    /// Letters, digits and these.
    pub(super) const fn alphanumeric_and(others: &[u8]) -> Self {
        let mut table = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            #[expect(clippy::cast_possible_truncation, reason = "counts to 255")]
            let is = (byte as u8).is_ascii_alphanumeric();
            table[byte] = is;
            byte += 1;
        }
        let mut index = 0;
        while index < others.len() {
            table[others[index] as usize] = true;
            index += 1;
        }
        Self(table)
    }

    pub(super) fn has(&self, byte: u8) -> bool {
        self.0.get(usize::from(byte)).copied().unwrap_or(false)
    }
}

/// The whole run at or after `from` that is at least `least` bytes long: a run so long covers every `least`th byte,
/// so only these are looked at until one belongs to the alphabet.
pub(super) fn next(text: &[u8], from: usize, least: usize, alphabet: &Alphabet) -> Option<(usize, usize)> {
    let mut low = from;
    let mut probe = from + least - 1;
    while let Some(byte) = text.get(probe) {
        if !alphabet.has(*byte) {
            low = probe + 1;
            probe += least;
            continue;
        }
        // Bytes before `low` are out, so only what is left of the run decides.
        let before = text.get(low..probe).unwrap_or(&[]);
        let start = low + before.iter().rposition(|byte| !alphabet.has(*byte)).map_or(0, |at| at + 1);
        let rest = text.get(probe..).unwrap_or(&[]);
        let end = probe + rest.iter().position(|byte| !alphabet.has(*byte)).unwrap_or(rest.len());
        if end - start >= least {
            return Some((start, end));
        }
        low = end + 1;
        probe = end + least;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTERS: Alphabet = Alphabet::alphanumeric_and(b"_");

    /// The same, byte by byte.
    fn plain(text: &[u8], least: usize) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        let mut start = 0;
        for (at, byte) in text.iter().chain(b" ").enumerate() {
            if !LETTERS.has(*byte) {
                if at - start >= least {
                    out.push((start, at));
                }
                start = at + 1;
            }
        }
        out
    }

    #[test]
    fn finds_what_a_look_at_every_byte_finds() {
        let mut state = 1_u32;
        for _ in 0..400 {
            let text: Vec<u8> = (0..120)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    if state >> 29 == 0 { b' ' } else { b'a' }
                })
                .collect();
            for least in [1, 4, 11] {
                let mut found = Vec::new();
                let mut at = 0;
                while let Some((start, end)) = next(&text, at, least, &LETTERS) {
                    found.push((start, end));
                    at = end;
                }
                assert_eq!(found, plain(&text, least), "{:?} {least}", String::from_utf8_lossy(&text));
            }
        }
    }
}

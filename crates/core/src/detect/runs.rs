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

/// One of several alphabets that are read together.
pub(super) struct Wanted {
    /// Bytes of the shortest run that is told.
    pub(super) least: usize,
    pub(super) alphabet: Alphabet,
}

/// The bytes' alphabets, as bits.
pub(super) struct Sorts([u8; 256]);

impl Sorts {
    pub(super) const fn of<const N: usize>(wanted: &[Wanted; N]) -> Self {
        let mut table = [0; 256];
        let mut byte = 0;
        while byte < 256 {
            let mut index = 0;
            while index < N {
                if wanted[index].alphabet.0[byte] {
                    table[byte] |= 1 << index;
                }
                index += 1;
            }
            byte += 1;
        }
        Self(table)
    }

    fn at(&self, text: &[u8], at: usize) -> u8 {
        text.get(at).and_then(|byte| self.0.get(usize::from(*byte))).copied().unwrap_or(0)
    }
}

/// Every run of each of the alphabets that is long enough, in the order of the ends: the alphabet's number, start and
/// end. What the alphabets share is read once for all of them.
pub(super) fn each<const N: usize>(
    text: &[u8],
    wanted: &[Wanted; N],
    sorts: &Sorts,
    mut found: impl FnMut(usize, usize, usize),
) {
    let all = u8::MAX >> (8 - N);
    let least = wanted.iter().map(|one| one.least).min().unwrap_or(1);
    // Where the run of each alphabet begins that is read just now.
    let mut starts = [0; N];
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or(&[]);
        let shared = rest.iter().position(|byte| self::sort(sorts, *byte) != all);
        at += shared.unwrap_or(rest.len());
        let here = sorts.at(text, at);
        if here == 0 {
            // No run begins before the first of them.
            if starts.iter().any(|start| at - start >= least) {
                for (index, (start, one)) in starts.iter().zip(wanted).enumerate() {
                    if at - start >= one.least {
                        found(index, *start, at);
                    }
                }
            }
            // A run so long covers every `least`th byte: where one belongs to no alphabet, none lies before it.
            while at + least < text.len() && sorts.at(text, at + least) == 0 {
                at += least;
            }
            let near = text.get(at + 1..at + least).unwrap_or(&[]);
            at += near.iter().rposition(|byte| self::sort(sorts, *byte) == 0).map_or(1, |last| last + 2);
            starts = [at; N];
            continue;
        }
        for (index, (start, one)) in starts.iter_mut().zip(wanted).enumerate() {
            if here & 1 << index == 0 {
                if at - *start >= one.least {
                    found(index, *start, at);
                }
                *start = at + 1;
            }
        }
        at += 1;
    }
    for (index, (start, one)) in starts.iter().zip(wanted).enumerate() {
        if text.len().saturating_sub(*start) >= one.least {
            found(index, *start, text.len());
        }
    }
}

fn sort(sorts: &Sorts, byte: u8) -> u8 {
    sorts.0.get(usize::from(byte)).copied().unwrap_or(0)
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

    #[test]
    fn alphabets_that_are_read_together_have_the_runs_of_each() {
        const WANTED: [Wanted; 3] = [
            Wanted { least: 11, alphabet: Alphabet::alphanumeric_and(b"_.:") },
            Wanted { least: 4, alphabet: Alphabet::alphanumeric_and(b"_.") },
            Wanted { least: 7, alphabet: Alphabet::alphanumeric_and(b"_/") },
        ];
        static SORTS: Sorts = Sorts::of(&WANTED);
        let mut state = 1_u32;
        let mut told = 0;
        for round in 0..4_000 {
            let text: Vec<u8> = (0..round % 90)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    *b" \n.:/_aaaaaaaaaaaaa".get((state >> 24) as usize % 20).unwrap_or(&b'a')
                })
                .collect();
            let mut found: [Vec<(usize, usize)>; 3] = Default::default();
            let mut last = 0;
            each(&text, &WANTED, &SORTS, |which, start, end| {
                assert!(last <= end, "in the order of the ends");
                last = end;
                found[which].push((start, end));
            });
            for (one, found) in WANTED.iter().zip(found) {
                let mut alone = Vec::new();
                let mut at = 0;
                while let Some((start, end)) = next(&text, at, one.least, &one.alphabet) {
                    alone.push((start, end));
                    at = end;
                }
                assert_eq!(found, alone, "{:?} {}", String::from_utf8_lossy(&text), one.least);
                told += alone.len();
            }
        }
        assert!(told > 10_000, "{told}");
    }
}

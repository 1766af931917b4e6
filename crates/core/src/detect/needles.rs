//! Search for very many literal values at once.
//!
//! An automaton of a hundred thousand values takes longer to build than the text takes to read, so here the first
//! four bytes at each place are looked up in a bit set first, and the values that begin so are compared one by one.

use crate::text::sort_by_numbers;
use crate::together::{self, LARGE, both};

/// Bytes by which a value is looked up first.
const HEAD: usize = 4;
/// Bytes that tell long values apart: thousands may begin with the same `AKIA`.
const LONG: usize = 12;

/// A search for values; [`Needles::find`] gives their places.
pub(crate) struct Needles<'n, V> {
    values: &'n [V],
    /// Bits of the hashes of four bytes of each value: of its first, and with larger steps of those a byte later too.
    filter: Vec<u64>,
    shift: u32,
    /// In such steps the text is looked up: the shortest value holds one of them, wherever it begins.
    step: usize,
    /// Keys of the values shorter than [`LONG`], each with its value's index, sorted, the longest of a key first.
    middle: Vec<(u64, usize)>,
    /// The same for the others.
    long: Vec<(u64, usize)>,
    /// Values shorter than [`HEAD`].
    short: Vec<usize>,
}

fn head(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + HEAD)?.try_into().ok()?))
}

/// A number that stands for the first [`LONG`] bytes.
fn long_key(bytes: &[u8], at: usize) -> Option<u64> {
    let first = u64::from_le_bytes(bytes.get(at..at + LONG - HEAD)?.try_into().ok()?);
    Some(first.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ u64::from(head(bytes, at + LONG - HEAD)?))
}

impl<'n, V: AsRef<str> + Sync> Needles<'n, V> {
    pub(crate) fn of(values: &'n [V]) -> Self {
        let (mut middle, mut long, mut short) = (Vec::new(), Vec::new(), Vec::new());
        let lengths = values.iter().map(|value| value.as_ref().len());
        let step =
            lengths.filter(|length| *length >= HEAD).min().unwrap_or(HEAD).min(2 * HEAD - 1) + 1 - HEAD;
        let mut heads = Vec::with_capacity(values.len() * step);
        for (index, value) in values.iter().enumerate() {
            let bytes = value.as_ref().as_bytes();
            let Some(head) = head(bytes, 0) else {
                short.push(index);
                continue;
            };
            heads.extend((0..step).filter_map(|at| self::head(bytes, at)));
            match long_key(bytes, 0) {
                Some(key) => long.push((key, index)),
                None => middle.push((u64::from(head), index)),
            }
        }
        let length = |index: usize| values.get(index).map_or(0, |value| value.as_ref().len());
        // By their key; of equal ones the longest value comes first.
        for keys in [&mut middle, &mut long] {
            sort_by_numbers(keys, |(_, index)| (usize::MAX - length(*index), *index));
            let half = |key: u64| usize::try_from(key & 0xFFFF_FFFF).unwrap_or(0);
            sort_by_numbers(keys, |(key, _)| (half(*key >> 32), half(*key)));
        }
        // Sixteen bits a head keep false alarms rare.
        let bits = (heads.len() * 16).next_power_of_two().clamp(1 << 12, 1 << 24).trailing_zeros();
        let mut out =
            Self { values, filter: vec![0; 1 << (bits - 6)], shift: 32 - bits, step, middle, long, short };
        for head in heads {
            let (word, bit) = out.place(head);
            if let Some(word) = out.filter.get_mut(word) {
                *word |= bit;
            }
        }
        out
    }

    fn place(&self, head: u32) -> (usize, u64) {
        let hash = head.wrapping_mul(0x9E37_79B1) >> self.shift;
        ((hash >> 6) as usize, 1 << (hash & 63))
    }

    /// Every place of every value as (start, index of the value), however they overlap.
    pub(crate) fn find_all(&self, text: &[u8]) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for (at, bytes) in text.windows(HEAD).enumerate() {
            let Ok(head) = bytes.try_into().map(u32::from_le_bytes) else { continue };
            let (word, bit) = self.place(head);
            if self.filter.get(word).is_none_or(|word| word & bit == 0) {
                continue;
            }
            let rest = text.get(at..).unwrap_or(&[]);
            for (keys, key) in [(&self.long, long_key(text, at)), (&self.middle, Some(u64::from(head)))] {
                let Some(key) = key else { continue };
                let from = keys.partition_point(|(one, _)| *one < key);
                let same = keys.get(from..).unwrap_or(&[]).iter().take_while(|(one, _)| *one == key);
                let is_here = |index: &usize| {
                    self.values.get(*index).is_some_and(|value| rest.starts_with(value.as_ref().as_bytes()))
                };
                out.extend(same.map(|(_, index)| *index).filter(is_here).map(|index| (at, index)));
            }
        }
        self.find_short(text, &mut out);
        out
    }

    /// Places of the values that are too short to be looked up.
    fn find_short(&self, text: &[u8], out: &mut Vec<(usize, usize)>) {
        for index in &self.short {
            let value = self.values.get(*index).map_or(&b""[..], |value| value.as_ref().as_bytes());
            if !value.is_empty() {
                out.extend(crate::text::places_of(text, value).map(|at| (at, *index)));
            }
        }
    }

    /// The longest value that begins at `at`.
    fn at(&self, text: &[u8], at: usize, head: u32) -> Option<usize> {
        let (word, bit) = self.place(head);
        if self.filter.get(word).is_none_or(|word| word & bit == 0) {
            return None;
        }
        let rest = text.get(at..)?;
        let among = |keys: &[(u64, usize)], key: u64| {
            let from = keys.partition_point(|(one, _)| *one < key);
            let same = keys.get(from..)?.iter().take_while(|(one, _)| *one == key);
            same.map(|(_, index)| *index).find(|index| {
                self.values.get(*index).is_some_and(|value| rest.starts_with(value.as_ref().as_bytes()))
            })
        };
        long_key(text, at)
            .and_then(|key| among(&self.long, key))
            .or_else(|| among(&self.middle, u64::from(head)))
    }

    /// Places that begin in `range`, as [`Needles::find`] gives those of long values.
    fn find_in(&self, text: &[u8], range: std::ops::Range<usize>) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        let mut end = range.start;
        if self.short.len() == self.values.len() {
            return out;
        }
        let mut probe = range.start + self.step - 1;
        while probe < range.end + self.step - 1
            && let Some(four) = head(text, probe)
        {
            let (word, bit) = self.place(four);
            if self.filter.get(word).is_some_and(|word| word & bit != 0) {
                for at in (probe + 1 - self.step).max(end)..=probe.min(range.end - 1) {
                    if at >= end
                        && let Some(head) = head(text, at)
                        && let Some(index) = self.at(text, at, head)
                    {
                        out.push((at, index));
                        end = at + self.length(index).max(1);
                    }
                }
            }
            probe += self.step;
        }
        out
    }

    fn length(&self, index: usize) -> usize {
        self.values.get(index).map_or(0, |value| value.as_ref().len())
    }

    /// Places in the text as (start, index of the value): leftmost and longest first, none overlapping; values
    /// shorter than four bytes come last, wherever they stand.
    pub(crate) fn find(&self, text: &[u8]) -> Vec<(usize, usize)> {
        let middle = if text.len() < LARGE { 0 } else { together::middle(text) };
        let (mut out, mut rest) =
            both(middle > 0, || self.find_in(text, 0..middle), || self.find_in(text, middle..text.len()));
        // Where a value reaches over the middle, what follows it may begin elsewhere.
        let end = out.last().map_or(0, |(start, index)| start + self.length(*index));
        if end > middle {
            rest = self.find_in(text, end..text.len());
        }
        out.append(&mut rest);
        self.find_short(text, &mut out);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_value_wins_and_short_ones_are_found_too() {
        let values = ["abcd", "abcdef", "xyz", "cdefgh"].map(str::to_owned);
        let found = Needles::of(&values).find(b"..abcdefgh abcde xyz");
        assert_eq!(found, [(2, 1), (11, 0), (17, 2)]);
    }

    #[test]
    fn all_places_are_found_however_they_overlap() {
        let values = ["abcd", "abcdefghijklmn", "bcde", "abcdefghijkl", "xy"].map(str::to_owned);
        let mut found = Needles::of(&values).find_all(b"abcdefghijklmn.xy.abcde");
        found.sort_unstable();
        assert_eq!(found, [(0, 0), (0, 1), (0, 3), (1, 2), (15, 4), (18, 0), (19, 2)]);
    }

    #[test]
    fn a_large_text_is_searched_like_a_small_one() {
        let values = ["line\nbreak", "break", "other"].map(str::to_owned);
        let needles = Needles::of(&values);
        for shift in 0..12 {
            let half = format!("{}{}", "x".repeat(shift), "other line\nbreak . ".repeat(LARGE / 16));
            let text = format!("{half}{half}");
            assert!(text.len() > LARGE);
            assert_eq!(needles.find(text.as_bytes()), needles.find_in(text.as_bytes(), 0..text.len()));
        }
    }

    #[test]
    fn none_of_many_is_missed() {
        let values: Vec<String> =
            (0..20_000_u64).map(|number| format!("AKIA{:012x}", number * 2_654_435_761)).collect();
        let text = values.join(" ");
        let found = Needles::of(&values).find(text.as_bytes());
        assert_eq!(found.len(), values.len());
        assert!(found.iter().all(|(at, index)| text[*at..].starts_with(&values[*index])));
    }
}

//! Which entry of a vault has a value.

use super::vault::Entry;
use std::collections::BTreeMap;

/// A table by a hash of the value, since a large paste has tens of thousands of them. Values
/// that crowd at one place of it, as only a paste made for that has many, are kept in their order instead.
#[derive(Default)]
pub(super) struct ByValue {
    /// Each entry's index, plus one; a power of two of them.
    table: Vec<u32>,
    crowded: BTreeMap<String, usize>,
}

impl ByValue {
    /// So many places are looked at for one value.
    const NEAR: usize = 8;

    /// The places of a value in the table.
    fn places(&self, value: &str) -> impl Iterator<Item = usize> + use<> {
        const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
        let mut hash = value.len() as u64;
        for part in value.as_bytes().chunks(8) {
            let mut eight = [0; 8];
            eight.iter_mut().zip(part).for_each(|(to, from)| *to = *from);
            hash = (hash ^ u64::from_le_bytes(eight)).wrapping_mul(ODD);
            hash ^= hash >> 29;
        }
        let mask = self.table.len().wrapping_sub(1);
        let first = usize::try_from(hash >> 33).unwrap_or(0);
        (0..Self::NEAR.min(self.table.len())).map(move |step| first.wrapping_add(step) & mask)
    }

    pub(super) fn get(&self, value: &str, entries: &[Entry]) -> Option<usize> {
        for place in self.places(value) {
            // Nothing was ever taken out, so behind an empty place is nothing.
            let index = usize::try_from(*self.table.get(place)?).ok()?.checked_sub(1)?;
            if entries.get(index).is_some_and(|entry| entry.value == value) {
                return Some(index);
            }
        }
        self.crowded.get(value).copied()
    }

    /// Puts the last of the entries in.
    pub(super) fn push(&mut self, entries: &[Entry]) {
        if self.table.len() < entries.len() * 2 {
            self.table = vec![0; (entries.len() * 4).next_power_of_two().max(64)];
            for index in 0..entries.len() {
                self.put(entries, index);
            }
        } else {
            self.put(entries, entries.len().saturating_sub(1));
        }
    }

    fn put(&mut self, entries: &[Entry], index: usize) {
        let Some(entry) = entries.get(index) else { return };
        let number = u32::try_from(index + 1).unwrap_or(0);
        for place in self.places(&entry.value) {
            if let Some(place) = self.table.get_mut(place).filter(|place| **place == 0 && number > 0) {
                *place = number;
                return;
            }
        }
        self.crowded.insert(entry.value.clone(), index);
    }
}
#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::Class;

    #[test]
    fn values_are_found_again_however_many_there_are_and_however_they_crowd() {
        let mut by_value = ByValue::default();
        let mut entries: Vec<Entry> = Vec::new();
        let value = |number: usize| format!("{:x}", number * 7_919);
        for number in 0..5_000 {
            assert_eq!(by_value.get(&value(number), &entries), None);
            let value = value(number);
            entries.push(Entry { placeholder: String::new(), value, class: Class::Secret });
            by_value.push(&entries);
        }
        assert!((0..5_000).all(|number| by_value.get(&value(number), &entries) == Some(number)));
        // A table in which every place is another's.
        by_value.table = vec![1; 64];
        assert_eq!(by_value.get(&value(9), &entries), by_value.crowded.get(&value(9)).copied());
        by_value.put(&entries, 9);
        assert_eq!(by_value.get(&value(9), &entries), Some(9));
    }
}

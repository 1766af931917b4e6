//! Search for a fixed list of words in one pass.
//!
//! An automaton with an entry for every state and class of bytes, made row by row out of the sorted words: a state is
//! the words that share a beginning, and its row is the row of the state it falls back to, with its own words' bytes
//! over it. A crate's automaton for the same words takes ten times longer to make and twice the memory.

use std::ops::Range;

/// A list of words, ready to be searched for.
pub(crate) struct Words {
    /// Each byte's class: bytes that stand in no word share the first one.
    classes: [u8; 256],
    /// The rows' length: how many classes there are.
    width: usize,
    /// For each state a row: for each class the next state, with [`HIT`] where words end there.
    next: Vec<u16>,
    states: Vec<State>,
    /// Each word's number and length in bytes, in the order of the words' bytes.
    order: Vec<(usize, usize)>,
    /// Of words that begin at one place the first of the list counts.
    by_list: bool,
}

struct State {
    /// Bytes of the beginning that it stands for.
    depth: usize,
    /// The words that are this beginning: a range of [`Words::order`].
    own: Range<usize>,
    /// Where the words are told that end here too and begin later.
    shorter: Option<usize>,
}

/// In an entry: words end here.
const HIT: u16 = 1 << 15;

/// What counts of a byte where words are told apart roughly: signs that no text of ours holds stand for those beyond
/// ASCII.
fn rough(byte: u8) -> u8 {
    if byte.is_ascii() { byte } else { byte & 0x0f | 0x10 }
}

/// One place of a word, in byte offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Which word of the list.
    pub(crate) index: usize,
}

impl Words {
    /// Of words that begin at one place, the one that ends first is found.
    pub(crate) fn new(words: &[&str]) -> Self {
        Self::build(words, false, false)
    }

    /// The same without regard to the case of ASCII letters.
    pub(crate) fn in_any_case(words: &[&str]) -> Self {
        Self::build(words, true, false)
    }

    /// The same; of a byte beyond ASCII only four bits count, so that the table stays small. Whoever finds a word with
    /// such a byte compares it.
    pub(crate) fn in_any_case_and_roughly(words: &[&str]) -> Self {
        Self::build(words, true, true)
    }

    /// Of words that begin at one place, the one that stands first in the list is found.
    pub(crate) fn first_of_list(words: &[&str]) -> Self {
        Self { by_list: true, ..Self::new(words) }
    }

    fn build(words: &[&str], any_case: bool, roughly: bool) -> Self {
        let spell = |word: &&str| {
            let mut word = if any_case { word.to_ascii_lowercase() } else { (*word).to_owned() };
            if roughly && !word.is_ascii() {
                word = word.bytes().map(rough).map(char::from).collect();
            }
            word
        };
        let mut sorted: Vec<(String, usize)> = words.iter().map(spell).zip(0..).collect();
        crate::text::sort_by_text(&mut sorted, |(word, _)| word);
        let mut classes = [0_u8; 256];
        let mut count: u8 = 0;
        for byte in sorted.iter().flat_map(|(word, _)| word.bytes()) {
            if let Some(class) = classes.get_mut(usize::from(byte)).filter(|class| **class == 0) {
                // Texts have fewer than 255 different bytes.
                count = count.saturating_add(1);
                *class = count;
            }
        }
        if any_case {
            for byte in b'A'..=b'Z' {
                let lower = classes.get(usize::from(byte.to_ascii_lowercase())).copied().unwrap_or(0);
                if let Some(class) = classes.get_mut(usize::from(byte)) {
                    *class = lower;
                }
            }
        }
        if roughly {
            for byte in 0x80..=u8::MAX {
                let class = classes.get(usize::from(rough(byte))).copied().unwrap_or(0);
                if let Some(of_byte) = classes.get_mut(usize::from(byte)) {
                    *of_byte = class;
                }
            }
        }
        let order = sorted.iter().map(|(word, index)| (*index, word.len())).collect();
        let width = usize::from(count) + 1;
        let mut out = Self { classes, width, next: Vec::new(), states: Vec::new(), order, by_list: false };
        out.add_states(&sorted);
        out
    }

    /// States in the order of their depth, so that the one that a state falls back to has its row already.
    fn add_states(&mut self, sorted: &[(String, usize)]) {
        /// The words that share a beginning of this length, and where its state falls back to.
        struct Waiting {
            words: Range<usize>,
            depth: usize,
            back: u16,
        }
        let mut waiting = vec![Waiting { words: 0..sorted.len(), depth: 0, back: 0 }];
        let byte = |word: usize, at: usize| sorted.get(word).and_then(|(word, _)| word.as_bytes().get(at));
        while let Some(Waiting { words, depth, back }) = waiting.get(self.states.len()) {
            let (Range { start, end }, depth, back) = (words.clone(), *depth, *back);
            let row = self.next.len();
            let before = usize::from(back & !HIT) * self.width;
            if row == 0 {
                self.next.resize(self.width, 0);
            } else {
                self.next.extend_from_within(before..before + self.width);
            }
            let mut at = start;
            while at < end && byte(at, depth).is_none() {
                at += 1;
            }
            // An empty word stands nowhere.
            let own = if depth == 0 { at..at } else { start..at };
            let shorter = (back & HIT != 0).then_some(usize::from(back & !HIT));
            self.states.push(State { depth, own, shorter });
            while let Some(next) = (at < end).then(|| byte(at, depth)).flatten() {
                let first = at;
                while at < end && byte(at, depth) == Some(next) {
                    at += 1;
                }
                let Some(id) = u16::try_from(waiting.len()).ok().filter(|id| id & HIT == 0) else { break };
                let class = self.classes.get(usize::from(*next)).copied().unwrap_or(0);
                if let Some(entry) = self.next.get_mut(row + usize::from(class)) {
                    let ends = if byte(first, depth + 1).is_none() { HIT } else { *entry & HIT };
                    waiting.push(Waiting { words: first..at, depth: depth + 1, back: *entry });
                    *entry = id | ends;
                }
            }
        }
    }

    /// The entry that a byte leads to.
    fn step(&self, entry: u16, byte: u8) -> u16 {
        let class = self.classes.get(usize::from(byte)).copied().unwrap_or(0);
        let at = usize::from(entry & !HIT) * self.width + usize::from(class);
        self.next.get(at).copied().unwrap_or(0)
    }

    /// The words that end with an entry, the longest first.
    fn ended(&self, entry: u16, end: usize) -> impl Iterator<Item = Place> + '_ {
        let first = (entry & HIT != 0).then_some(usize::from(entry & !HIT));
        let states = std::iter::successors(first, |state| self.states.get(*state)?.shorter);
        let own = states.filter_map(|state| self.order.get(self.states.get(state)?.own.clone())).flatten();
        own.map(move |(index, length)| Place { start: end - length, end, index: *index })
    }

    /// Every place that ends in `range` after its start, in the order of their ends, however they overlap. Two halves
    /// are read in turns, since the next step of one need not wait for the last of the other.
    pub(crate) fn each<T>(
        &self,
        text: &[u8],
        range: Range<usize>,
        halves: &mut [T; 2],
        found: impl Fn(&mut T, Place),
    ) {
        let longest = self.states.last().map_or(0, |last| last.depth);
        let middle = range.start + (range.end - range.start) / 2;
        let [first, second] = halves;
        let from = |start: usize| start.saturating_sub(longest);
        let (one, two) = (from(range.start)..middle, from(middle)..range.end);
        let told = |half: &mut T, least: usize, entry: u16, end: usize| {
            let mut at = (entry & HIT != 0 && end > least).then_some(usize::from(entry & !HIT));
            while let Some(state) = at.and_then(|at| self.states.get(at)) {
                for (index, length) in self.order.get(state.own.clone()).unwrap_or(&[]) {
                    found(half, Place { start: end - length, end, index: *index });
                }
                at = state.shorter;
            }
        };
        let bytes = |range: &Range<usize>| text.get(range.clone()).unwrap_or(&[]);
        let (mut a, mut b) = (0, 0);
        let mut done = 0;
        for (x, y) in bytes(&one).iter().zip(bytes(&two)) {
            (a, b) = (self.step(a, *x), self.step(b, *y));
            done += 1;
            if (a | b) & HIT != 0 {
                told(first, range.start, a, one.start + done);
                told(second, middle, b, two.start + done);
            }
        }
        for (half, least, mut entry, rest) in [(first, range.start, a, one), (second, middle, b, two)] {
            for (byte, end) in bytes(&(rest.start + done..rest.end)).iter().zip(rest.start + done + 1..) {
                entry = self.step(entry, *byte);
                told(half, least, entry, end);
            }
        }
    }

    /// The first place at or after `from`.
    fn first(&self, text: &[u8], from: usize) -> Option<Place> {
        let mut best: Option<Place> = None;
        let mut entry = 0;
        for (byte, end) in text.get(from..)?.iter().zip(from + 1..) {
            entry = self.step(entry, *byte);
            if entry & HIT != 0 {
                if !self.by_list {
                    return self.ended(entry, end).next();
                }
                let earlier = |one: &Place| (one.start, one.index);
                best = best.into_iter().chain(self.ended(entry, end)).min_by_key(earlier);
            }
            // What goes on here begins later than what was found.
            let depth = self.states.get(usize::from(entry & !HIT)).map_or(0, |state| state.depth);
            if best.is_some_and(|best| end - depth > best.start) {
                break;
            }
        }
        best
    }

    /// Every place, in order, none overlapping.
    pub(crate) fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Place> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.first(text.as_bytes(), from)?;
            from = found.end;
            Some(found)
        })
        .fuse()
    }

    /// Every place, in the order of their ends, however they overlap.
    pub(crate) fn every_place<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Place> + 't {
        let mut entry = 0;
        text.bytes().zip(1..).flat_map(move |(byte, end)| {
            entry = self.step(entry, byte);
            self.ended(entry, end)
        })
    }

    /// Whether one of the words stands in the text.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        self.first(text.as_bytes(), 0).is_some()
    }

    /// Whether all words of the list are searched for.
    #[cfg(test)]
    pub(crate) fn is_whole(&self) -> bool {
        let told: usize = self.states.iter().map(|state| state.own.len()).sum();
        told == self.order.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(words: &Words, text: &str) -> Vec<(usize, usize, usize)> {
        words.places(text).map(|one| (one.start, one.end, one.index)).collect()
    }

    #[test]
    fn words_are_found_in_order() {
        let list = ["lock", "lock ID", "state"];
        assert_eq!(places(&Words::new(&list), "state lock ID"), [(0, 5, 2), (6, 10, 0)]);
        assert_eq!(places(&Words::new(&list), "State LOCK"), []);
        assert_eq!(places(&Words::in_any_case(&list), "State LOCK"), [(0, 5, 2), (6, 10, 0)]);
        assert_eq!(places(&Words::first_of_list(&["lock ID", "lock"]), "a lock ID"), [(2, 9, 0)]);
        let every: Vec<_> = Words::new(&list).every_place("lock ID").map(|one| one.index).collect();
        assert_eq!(every, [0, 1]);
        assert!(Words::new(&list).are_in("é state") && !Words::new(&[]).are_in("state"));
    }

    #[test]
    fn words_beyond_ascii_are_found_roughly() {
        let words = Words::in_any_case_and_roughly(&["schlüssel", "пароль", "密码", "key"]);
        let found = |text: &str| words.places(text).map(|one| one.index).collect::<Vec<_>>();
        assert_eq!(found("Schlüssel: пароль, 密码 KEY"), [0, 1, 2, 3]);
        // A capital letter with the same four bits, and a letter with others.
        assert_eq!(found("Пароль schlässel"), [1]);
    }

    /// Random words of three letters in random texts, beside a comparison at every place.
    #[test]
    fn finds_what_a_comparison_at_every_place_finds() {
        let mut state = 7_u32;
        let mut dice = move |sides: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % sides
        };
        for _ in 0..300 {
            let mut word = |most: u32| -> String {
                let length = 1 + dice(most);
                (0..length).map(|_| ["a", "b", "B"].get(dice(3) as usize).copied().unwrap_or("a")).collect()
            };
            let list: Vec<String> = (0..6).map(|_| word(5)).collect();
            let list: Vec<&str> = list.iter().map(String::as_str).collect();
            let text = word(60);
            for any_case in [false, true] {
                let words = Words::build(&list, any_case, false);
                assert!(words.is_whole());
                let mut plain = Vec::new();
                for end in 1..=text.len() {
                    for start in 0..end {
                        let here = &text[start..end];
                        let is_here = |word: &&str| {
                            if any_case { word.eq_ignore_ascii_case(here) } else { **word == *here }
                        };
                        plain.extend(
                            list.iter()
                                .enumerate()
                                .filter(|(_, word)| is_here(word))
                                .map(|(index, _)| (start, end, index)),
                        );
                    }
                }
                let found: Vec<_> =
                    words.every_place(&text).map(|one| (one.start, one.end, one.index)).collect();
                assert_eq!(found, plain, "{list:?} in {text}");
                for range in [0..text.len(), text.len() / 3..text.len(), 1.min(text.len())..text.len()] {
                    let mut halves = [Vec::new(), Vec::new()];
                    words.each(text.as_bytes(), range.clone(), &mut halves, |half, one| {
                        half.push((one.start, one.end, one.index));
                    });
                    let expected: Vec<_> =
                        plain.iter().filter(|(_, end, _)| *end > range.start).copied().collect();
                    assert_eq!(halves.concat(), expected, "{list:?} in {text} {range:?}");
                }
                // The first that ends, or of the first that begin the first of the list.
                let by_list = Words { by_list: true, ..Words::build(&list, any_case, false) };
                let (mut ends, mut begins) = (Vec::new(), Vec::new());
                let mut from = 0;
                while let Some(one) = plain.iter().find(|(start, ..)| *start >= from) {
                    ends.push(*one);
                    from = one.1;
                }
                from = 0;
                while let Some(one) = plain
                    .iter()
                    .filter(|(start, ..)| *start >= from)
                    .min_by_key(|(start, _, index)| (*start, *index))
                {
                    begins.push(*one);
                    from = one.1;
                }
                assert_eq!(places(&words, &text), ends, "{list:?} in {text}");
                assert_eq!(places(&by_list, &text), begins, "{list:?} in {text}");
            }
        }
    }
}

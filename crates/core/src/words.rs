//! Search for a fixed list of words in one pass.
//!
//! One kind of automaton for all such searches: the automatic choice of aho-corasick brings three others into the page.

use aho_corasick::automaton::{Automaton as _, OverlappingState};
use aho_corasick::{Anchored, Input, MatchKind, StartKind, dfa::DFA};

/// A list of words, ready to be searched for.
pub(crate) struct Words(Option<DFA>);

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
        Self::build(words, false, MatchKind::Standard)
    }

    /// The same without regard to the case of ASCII letters.
    pub(crate) fn in_any_case(words: &[&str]) -> Self {
        Self::build(words, true, MatchKind::Standard)
    }

    /// Of words that begin at one place, the one that stands first in the list is found.
    pub(crate) fn first_of_list(words: &[&str]) -> Self {
        Self::build(words, false, MatchKind::LeftmostFirst)
    }

    fn build(words: &[&str], any_case: bool, kind: MatchKind) -> Self {
        let mut builder = DFA::builder();
        builder.ascii_case_insensitive(any_case).match_kind(kind).start_kind(StartKind::Unanchored);
        Self(builder.prefilter(false).build(words).ok())
    }

    /// Every place, in order, none overlapping.
    pub(crate) fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Place> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let input = Input::new(text).span(from..text.len()).anchored(Anchored::No);
            let found = self.0.as_ref()?.try_find(&input).ok()??;
            from = found.end().max(from + 1);
            Some(Place { start: found.start(), end: found.end(), index: found.pattern().as_usize() })
        })
        .fuse()
    }

    /// Every place, in the order of their ends, however they overlap.
    pub(crate) fn every_place<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Place> + 't {
        let mut state = OverlappingState::start();
        std::iter::from_fn(move || {
            self.0.as_ref()?.try_find_overlapping(&Input::new(text), &mut state).ok()?;
            let found = state.get_match()?;
            Some(Place { start: found.start(), end: found.end(), index: found.pattern().as_usize() })
        })
    }

    /// Whether one of the words stands in the text.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        self.places(text).next().is_some()
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
}

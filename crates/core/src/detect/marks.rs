//! One search over the text for everything that the detectors look for by a literal.
//!
//! The search reads the text once, whatever the number of literals. Each detector then visits its own hits.

use super::{
    accounts, below, forms, identifiers, labelled, names, ordered, places, prose, resources, shell, stored,
    tables, talk, told,
};
use crate::together::{self, LARGE, both};
use crate::words::Words;
use std::ops::Range;
use std::sync::LazyLock;

/// Whose literal it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A mark of a credential's form.
    Form,
    /// A vendor's word, near which a form without a mark is one.
    NearWord,
    /// A part of a telling name.
    Stem,
    /// A command whose options hold passwords.
    Command,
    /// A literal that one detector of places looks for.
    Place,
    /// A literal that stands in an identifier's form.
    Identifier,
}

const KINDS: usize = 6;

/// One hit, in byte offsets of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Which literal of its kind.
    pub(super) index: usize,
}

struct Literal {
    text: &'static str,
    kind: Kind,
    index: usize,
    /// What a hit of the search must be compared with.
    compare: Compare,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Compare {
    /// Nothing: the search is right.
    Nothing,
    /// The literal's bytes, of its letters in any case.
    AnyCase,
    /// The literal.
    Exact,
}

struct Search {
    words: Words,
    literals: Vec<Literal>,
}

/// What the detectors of places look for; each says its own.
static PLACES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut out: Vec<&'static str> = {
        let lists = places::marks()
            .chain(resources::marks())
            .chain(tables::MARKS)
            .chain(below::marks())
            .chain(prose::marks())
            .chain(stored::marks())
            .chain(told::marks())
            .chain(ordered::marks())
            .chain(talk::marks())
            .chain(shell::marks())
            .chain(accounts::marks())
            .chain(labelled::marks());
        lists.collect()
    };
    crate::text::sort_by_text(&mut out, |mark| mark);
    out.dedup();
    out
});

static SEARCH: LazyLock<Search> = LazyLock::new(|| {
    let mut literals = Vec::new();
    let mut add = |kind, any_case, texts: &mut dyn Iterator<Item = &'static str>| {
        literals.extend(texts.enumerate().map(|(index, text)| {
            let compare = match (any_case, text.is_ascii()) {
                (true, true) => Compare::Nothing,
                (true, false) => Compare::AnyCase,
                (false, _) => Compare::Exact,
            };
            Literal { text, kind, index, compare }
        }));
    };
    add(Kind::Form, false, &mut forms::marks());
    add(Kind::NearWord, true, &mut forms::words());
    add(Kind::Stem, true, &mut names::STEMS.iter().copied());
    add(Kind::Command, false, &mut places::COMMANDS.iter().map(|(name, _)| *name));
    add(Kind::Place, false, &mut PLACES.iter().copied());
    add(Kind::Identifier, true, &mut identifiers::marks());
    let texts: Vec<&str> = literals.iter().map(|literal| literal.text).collect();
    Search { words: Words::in_any_case_and_roughly(&texts), literals }
});

/// Every hit in one text, by kind.
#[derive(Default)]
pub(super) struct Marks {
    kinds: [Vec<Hit>; KINDS],
    /// Beginnings of the hits of each of [`PLACES`]; nothing where none has one: most texts in encodings are small.
    places: Vec<Vec<usize>>,
}

impl Marks {
    /// Those of identifiers' forms, of which most texts are full, only if they are wanted.
    pub(super) fn of(text: &[u8], identifiers: bool) -> Self {
        let middle = if text.len() < LARGE { 0 } else { together::middle(text) };
        let (mut out, rest) = both(
            middle > 0,
            || Self::ending_in(text, 0..middle, identifiers),
            || Self::ending_in(text, middle..text.len(), identifiers),
        );
        out.append(rest);
        out
    }

    fn append(&mut self, rest: Self) {
        for (list, mut more) in self.kinds.iter_mut().zip(rest.kinds) {
            list.append(&mut more);
        }
        if self.places.is_empty() {
            self.places = rest.places;
            return;
        }
        for (list, mut more) in self.places.iter_mut().zip(rest.places) {
            list.append(&mut more);
        }
    }

    /// Every hit that ends in a range, after its start and up to its end.
    fn ending_in(text: &[u8], range: Range<usize>, identifiers: bool) -> Self {
        let Search { words, literals } = &*SEARCH;
        let mut halves = [Self::default(), Self::default()];
        words.each(text, range, &mut halves, |out, hit| {
            let Some(literal) = literals.get(hit.index) else { return };
            if literal.kind == Kind::Identifier && !identifiers {
                return;
            }
            let here = || text.get(hit.start..hit.end).unwrap_or(&[]);
            let is_here = match literal.compare {
                Compare::Nothing => true,
                Compare::AnyCase => here().eq_ignore_ascii_case(literal.text.as_bytes()),
                Compare::Exact => here() == literal.text.as_bytes(),
            };
            if !is_here {
                return;
            }
            if literal.kind == Kind::Place {
                if out.places.is_empty() {
                    out.places.resize(PLACES.len(), Vec::new());
                }
                if let Some(list) = out.places.get_mut(literal.index) {
                    list.push(hit.start);
                }
            } else if let Some(list) = out.kinds.get_mut(literal.kind as usize) {
                list.push(Hit { start: hit.start, end: hit.end, index: literal.index });
            }
        });
        let [mut out, rest] = halves;
        out.append(rest);
        out
    }

    /// Hits of one kind in the order of their ends; they may overlap.
    pub(super) fn all(&self, kind: Kind) -> &[Hit] {
        self.kinds.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether a literal of a kind stands in the text.
    pub(super) fn has(&self, kind: Kind) -> bool {
        !if kind == Kind::Place { self.places.is_empty() } else { self.all(kind).is_empty() }
    }

    /// Hits of one kind, leftmost first, of those that begin together the longest, none overlapping.
    pub(super) fn leftmost(&self, kind: Kind) -> Vec<Hit> {
        let mut hits = self.all(kind).to_vec();
        crate::text::sort_by_numbers(&mut hits, |hit| (hit.start, usize::MAX - hit.end));
        let mut end = 0;
        hits.retain(|hit| {
            let clear = hit.start >= end;
            if clear {
                end = hit.end;
            }
            clear
        });
        hits
    }

    /// Where one literal of a detector of places stands.
    pub(super) fn place(&self, mark: &'static str) -> impl Iterator<Item = usize> + '_ {
        let index = if self.places.is_empty() { Ok(0) } else { PLACES.binary_search(&mark) };
        debug_assert!(index.is_ok(), "{mark}: looked for, but in no detector's list");
        let hits = index.ok().and_then(|index| self.places.get(index));
        hits.into_iter().flatten().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_text_has_the_hits_of_its_halves() {
        let text = "Private Key PRIVATE KEY\nDB_PASSWORD=x --password -----BEGIN\n".repeat(LARGE / 40);
        let (halves, whole) =
            (Marks::of(text.as_bytes(), true), Marks::ending_in(text.as_bytes(), 0..text.len(), true));
        assert_eq!(halves.kinds, whole.kinds);
        assert_eq!(halves.places, whole.places);
    }

    #[test]
    fn every_literal_is_searched_for() {
        assert!(SEARCH.words.is_whole());
    }

    #[test]
    fn a_literal_keeps_its_case_and_a_name_does_not() {
        let marks = Marks::of(b"Private Key PRIVATE KEY DB_PASSWORD", false);
        assert_eq!(marks.place("PRIVATE KEY").collect::<Vec<_>>(), [12]);
        let stems: Vec<_> = marks.leftmost(Kind::Stem).iter().map(|hit| (hit.start, hit.end)).collect();
        assert!(stems.iter().any(|(start, _)| *start == 27), "{stems:?}");
    }
}

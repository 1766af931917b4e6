//! Raw text to byte spans of secrets and identifying values.

mod accounts;
mod assignments;
mod below;
mod containers;
mod encoded;
mod everywhere;
mod explain;
mod forms;
mod framed;
mod identifiers;
mod labelled;
mod makers;
mod marks;
mod names;
mod needles;
mod ordered;
mod pattern;
mod places;
mod prose;
mod resources;
pub mod rules;
mod runs;
mod shapes;
mod shell;
mod spoken;
mod stored;
mod tables;
mod talk;
mod told;
mod values;
mod views;

pub(crate) use everywhere::{is_common, needs_borders, wire_spellings};
pub use explain::{Explanation, explain};
pub(crate) use identifiers::is_distinct;
pub(crate) use needles::Needles;

use crate::text::{self, Span};
use crate::together::{LARGE, both};
use marks::{Hit, Kind, Marks};
use serde::Serialize;

/// What a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Gives access. Always redacted.
    Secret,
    /// Tells who and where. Redacted by default, switchable.
    Identifier,
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Kept in the text, listed as "unsure"; one click hides it.
    Unsure,
    /// Hidden.
    Likely,
    /// Hidden; a checksum or an unmistakable form confirms it.
    Certain,
}

/// One place that holds a secret or an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where, in the raw text.
    pub span: Span,
    /// The rule or detector that found it.
    pub rule: &'static str,
    /// Secret or identifier.
    pub class: Class,
    /// The placeholder's kind, without its number.
    pub placeholder: &'static str,
    /// How sure.
    pub confidence: Confidence,
}

/// What the user said about this paste.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Leave identifiers in the text.
    pub keep_identifiers: bool,
    /// Words to hide everywhere as identifiers.
    pub hide_words: Vec<String>,
    /// Values to hide everywhere as secrets.
    pub hide_secrets: Vec<String>,
    /// Values that the user marked as harmless one by one.
    pub harmless: Vec<String>,
}

/// What was found, and what could not be examined.
#[derive(Debug, Clone, Default)]
pub struct Detection {
    /// Non-overlapping, in order of `span.start`; `Confidence::Likely` and above.
    pub findings: Vec<Finding>,
    /// Kept in the text, offered to the user.
    pub unsure: Vec<Finding>,
    /// Sentences about limits that were met.
    pub notes: Vec<String>,
}

/// A place that one detector found, before places are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Found {
    start: usize,
    end: usize,
    rule: &'static str,
    placeholder: &'static str,
    certain: bool,
}

/// What the detectors share while they read one text.
struct Finder<'t> {
    text: &'t str,
    bytes: &'t [u8],
    found: Vec<Found>,
    harmless: &'t [String],
    /// The last map whose members were all read: what lies in it is not read again.
    map: (usize, usize),
    /// The long run without blanks and quotes that was followed last.
    run: (usize, usize),
    /// The last value that was too long to be followed, with all of its run: no name in it is asked.
    far: (usize, usize),
    /// How many variables were followed.
    followed: usize,
    /// One of them led to its literal.
    led: bool,
    /// What names say that were read last: texts name the same things again and again.
    said: Vec<Option<(&'t str, Option<names::Said>)>>,
}

impl<'t> Finder<'t> {
    fn new(text: &'t str, harmless: &'t [String]) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            found: Vec::new(),
            harmless,
            map: (0, 0),
            run: (0, 0),
            far: (0, 0),
            followed: 0,
            led: false,
            said: Vec::new(),
        }
    }

    /// What a name of the text says: [`names::says`].
    fn says(&mut self, name: &'t str) -> Option<names::Said> {
        const KEPT: usize = 256;
        let hash = name.bytes().fold(0_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        if self.said.is_empty() {
            self.said.resize(KEPT, None);
        }
        let Some(place) = self.said.get_mut((hash ^ hash >> 16) as usize % KEPT) else {
            return names::says(name);
        };
        match place {
            Some((known, said)) if *known == name => *said,
            _ => {
                let said = names::says(name);
                *place = Some((name, said));
                said
            }
        }
    }

    /// What already is a placeholder, or was marked as harmless, is kept.
    fn is_kept(&self, value: &str) -> bool {
        is_placeholder(value) || self.is_harmless(value)
    }

    fn is_harmless(&self, value: &str) -> bool {
        self.harmless.iter().any(|one| one == value)
    }

    fn add(&mut self, found: Found) {
        if found.start < found.end
            && self.text.get(found.start..found.end).is_some_and(|value| !self.is_kept(value))
        {
            self.found.push(found);
        }
    }

    fn keep(&mut self, value: values::Value, rule: &'static str, placeholder: &'static str, certain: bool) {
        let end = self.far_end(value);
        if end - value.start >= values::FAR
            && !self.is_harmless(self.text.get(value.start..end).unwrap_or(""))
        {
            self.far = (value.start, end);
        }
        self.add(Found { start: value.start, end, rule, placeholder, certain });
    }

    /// Whether a place lies so deep in a hidden value that whatever it names lies in it too.
    fn is_deep(&self, start: usize, end: usize) -> bool {
        self.far.0 <= start && end + values::FAR < self.far.1
    }

    /// Where a value ends that is too long to be followed at each of its names: with the run of signs it stands in.
    /// Each run is followed once, however many names it holds.
    fn far_end(&mut self, value: values::Value) -> usize {
        let goes_on = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'`');
        if value.end - value.start < values::FAR || !self.bytes.get(value.end).is_some_and(goes_on) {
            return value.end;
        }
        if !(self.run.0..self.run.1).contains(&value.end) {
            let rest = self.bytes.get(value.end..).unwrap_or(b"");
            let length = rest.iter().position(|byte| !goes_on(byte)).unwrap_or(rest.len());
            self.run = (value.end, value.end + length);
        }
        self.run.1
    }

    /// Adds a place as it is, unless it holds a reference, mask or stand-in.
    fn add_literal_as(&mut self, found: Found) {
        if self.text.get(found.start..found.end).is_some_and(|value| !values::is_never_secret(value)) {
            self.add(found);
        }
    }

    /// Adds what is no reference, mask or stand-in.
    fn add_literal(&mut self, start: usize, end: usize, rule: &'static str, placeholder: &'static str) {
        if self.text.get(start..end).is_some_and(|value| !values::is_never_secret(value)) {
            self.add(Found { start, end, rule, placeholder, certain: false });
        }
    }
}

/// Kinds of placeholders that no rule of `rules/` names.
const KINDS: &[&str] = &[
    "PASSWORD",
    "ADMIN_PASSWORD",
    "TOKEN",
    "SECRET",
    "KEY",
    "API_KEY",
    "ACCESS_KEY",
    "SECRET_KEY",
    "PRIVATE_KEY",
    "CLIENT_SECRET",
    "AUTHORIZATION",
    "AUTH",
    "COOKIE",
    "SESSION",
    "CREDENTIALS",
    "CODE",
    "SEED",
    "COMMUNITY",
    "SIGNATURE",
    "LICENSE_KEY",
    "SECRET_ID",
    "EXTERNAL_ID",
    "SECRET_KEY_BASE",
    "CONNECTION_STRING",
    "URL",
    "USER_DATA",
    "MNEMONIC",
    "BASIC_AUTH",
    "BEARER_TOKEN",
    "ENCODED",
    "SENSITIVE_VALUE",
    "VAULT_DATA",
    "UNSEAL_KEY",
    "HIDDEN",
    "WORD",
    "VALUE",
    "HASH",
    "MAIL_KEY",
    "BOT_TOKEN",
    "ACCESS_TOKEN",
    "REGISTRY_TOKEN",
    "NATS_SEED",
    "ACCOUNT",
    "KMS_KEY",
    "AWS_UNIQUE_ID",
    "SUBSCRIPTION",
    "TENANT",
    "OBJECT",
    "RESOURCE_GROUP",
    "DOMAIN",
    "PROJECT",
    "SERVICE_ACCOUNT",
    "OCID",
    "BUCKET",
    "STORAGE_ACCOUNT",
    "ORGANIZATION",
    "REPOSITORY",
    "EMAIL",
    "USER",
    "DB",
    "CLUSTER",
    "HOST",
    "IP",
    "DATACENTER",
    "AZURE_STORAGE_KEY",
    "AWS_SECRET_ACCESS_KEY",
];

/// Whether a text is a placeholder such as this program gives out: redacting a redacted text changes nothing.
pub(crate) fn is_placeholder(text: &str) -> bool {
    static ALL: std::sync::LazyLock<std::collections::BTreeSet<&'static str>> =
        std::sync::LazyLock::new(|| {
            let of_rules = rules::FORMS.iter().map(|rule| rule.placeholder);
            let mut all = std::collections::BTreeSet::new();
            all.extend(KINDS.iter().copied().chain(of_rules));
            all
        });
    text.len() < 80
        && text.as_bytes().last().is_some_and(u8::is_ascii_digit)
        && text.rsplit_once('_').is_some_and(|(kind, number)| {
            (1..=7).contains(&number.len())
                && number.bytes().all(|byte| byte.is_ascii_digit())
                && ALL.contains(kind)
        })
}

/// Whether a text holds no placeholder such as this program gives out.
pub(crate) fn is_placeholder_free(text: &str) -> bool {
    let numbered = |at: usize| text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit);
    !memchr::memchr_iter(b'_', text.as_bytes()).any(numbered)
        || !text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).any(is_placeholder)
}

/// Every secret of one text, in the order of the detectors.
fn secrets<'t>(
    text: &'t str,
    harmless: &'t [String],
    depth: usize,
    budget: &mut encoded::Budget,
) -> Vec<Found> {
    if let Some(found) = views::plain(text, harmless, depth, budget) {
        return merged(found);
    }
    read(text, &Marks::of(text.as_bytes(), false), harmless, depth, budget)
}

fn read<'t>(
    text: &'t str,
    marks: &Marks,
    harmless: &'t [String],
    depth: usize,
    budget: &mut encoded::Budget,
) -> Vec<Found> {
    let found_by = |detectors: &dyn Fn(&mut Finder<'t>)| {
        let mut finder = Finder::new(text, harmless);
        detectors(&mut finder);
        finder.found
    };
    let large = text.len() >= LARGE;
    let (mut found, lists) = both(
        large,
        || by_marks(text, marks, harmless),
        || {
            let (near_words, (shaped, made, inside)) = both(
                large,
                || found_by(&|finder| forms::read_near_words(finder, marks)),
                || {
                    let [shaped, made, mut inside] = by_runs(text, harmless, depth, budget);
                    views::read(&mut inside, marks.all(Kind::Stem), depth, budget);
                    (shaped.found, made.found, inside.found)
                },
            );
            [shaped, near_words, made, inside]
        },
    );
    // Of detectors that find the same place the earlier one names it.
    for mut list in lists {
        found.append(&mut list);
    }
    merged(found)
}

/// What the detectors find that look at long runs of letters, digits and some signs: shapes, makers, encodings.
fn by_runs<'t>(
    text: &'t str,
    harmless: &'t [String],
    depth: usize,
    budget: &mut encoded::Budget,
) -> [Finder<'t>; 3] {
    const WANTED: [runs::Wanted; 3] = [shapes::WANTED, makers::WANTED, encoded::WANTED];
    static SORTS: runs::Sorts = runs::Sorts::of(&WANTED);
    let [mut shaped, mut made, mut inside] = [(); 3].map(|()| Finder::new(text, harmless));
    let (mut begins, mut lines) = (Vec::new(), Vec::new());
    let mut done = 0;
    runs::each(text.as_bytes(), &WANTED, &SORTS, |which, start, end| match which {
        0 => shapes::read(&mut shaped, start, end, &mut begins),
        1 => makers::read(&mut made, start, end),
        // What went on with an earlier run was read with it.
        _ if start >= done => done = encoded::read(&mut inside, start, end, depth, budget, &mut lines),
        _ => {}
    });
    [shaped, made, inside]
}

/// What the detectors find that visit the hits of the one search.
fn by_marks<'t>(text: &'t str, marks: &Marks, harmless: &'t [String]) -> Vec<Found> {
    // Most texts in encodings are such; and a browser need not compile what is not called.
    if ![Kind::Form, Kind::Stem, Kind::Command, Kind::Place].into_iter().any(|kind| marks.has(kind)) {
        return Vec::new();
    }
    let stems = marks.leftmost(Kind::Stem);
    let cut = if text.len() < LARGE { stems.len() } else { a_cut(text, &stems, stems.len() / 2) };
    by_marks_cut(text, marks, harmless, &stems, cut)
}

/// The first name at or behind one that is the first of its line: seldom bears on it what stands before.
fn a_cut(text: &str, stems: &[Hit], from: usize) -> usize {
    const NEAR: usize = 1_000;
    let begins_a_line = |at: &usize| {
        let before = at.checked_sub(1).and_then(|at| stems.get(at));
        let between =
            before.zip(stems.get(*at)).and_then(|(before, here)| text.as_bytes().get(before.end..here.start));
        between.is_some_and(|between| memchr::memchr(b'\n', between).is_some())
    };
    (from..stems.len()).take(NEAR).find(begins_a_line).unwrap_or(from)
}

/// The same; the names before a hit and those after it are read side by side.
#[inline(never)]
fn by_marks_cut<'t>(
    text: &'t str,
    marks: &Marks,
    harmless: &'t [String],
    stems: &[Hit],
    cut: usize,
) -> Vec<Found> {
    let mut finder = Finder::new(text, harmless);
    forms::read(&mut finder, marks);
    places::urls(&mut finder, marks);
    places::pem(&mut finder, marks);
    below::read(&mut finder, marks, stems);
    let known = finder.found.len();
    let mut walk = Walk { finder, at: 0, table: 0 };
    // Without threads a cut would only cost, in time and in size.
    let cut = if cfg!(target_family = "wasm") { stems.len() } else { cut.min(stems.len()) };
    let (head, tail) = stems.split_at(cut);
    let (after, ()) = both(
        !tail.is_empty(),
        || {
            let mut walk = Walk { finder: Finder::new(text, harmless), at: 0, table: 0 };
            walk.over(tail);
            walk.finder
        },
        || walk.over(head),
    );
    // Where what is read before the cut bears on what stands behind it, that is read again.
    match tail.first() {
        Some(first) if walk.is_over_at(first.start, known, &after) => {
            walk.finder.found.extend(after.found);
            walk.finder.followed += after.followed;
            walk.finder.led |= after.led;
        }
        _ => walk.over(tail),
    }
    let mut finder = walk.finder;
    finder.map = (0, 0);
    let placed = marks.has(Kind::Place);
    if placed {
        in_structures(&mut finder, marks);
    }
    places::commands(&mut finder, marks);
    if placed {
        beside_words(&mut finder, marks);
    }
    places::aws_pairs(&mut finder);
    if placed {
        in_marked_places(&mut finder, marks);
    }
    talk::read(&mut finder, marks, stems);
    prose::follow(&mut finder, marks, stems);
    spoken::read(&mut finder, stems);
    finder.found
}

/// Rows, resources and records, by a word that stands in them.
#[inline(never)]
fn in_structures(finder: &mut Finder<'_>, marks: &Marks) {
    tables::inserts(finder, marks);
    tables::html(finder, marks);
    resources::typed(finder, marks);
    resources::parameters(finder, marks);
    resources::sensitive_trees(finder, marks);
    resources::kubernetes(finder, marks);
    resources::web_keys(finder, marks);
    resources::user_lists(finder, marks);
    resources::user_strings(finder, marks);
    resources::ansible_vault(finder, marks);
}

/// Arguments, answers, lines of known files, by a word that stands before the value.
#[inline(never)]
fn beside_words(finder: &mut Finder<'_>, marks: &Marks) {
    places::calls(finder, marks);
    places::curlrc(finder, marks);
    places::links(finder, marks);
    places::dialogues(finder, marks);
    places::positional(finder, marks);
    places::lone_keys(finder, marks);
}

/// What is marked as secret or told in words, by a word that stands near the value.
#[inline(never)]
fn in_marked_places(finder: &mut Finder<'_>, marks: &Marks) {
    places::marked(finder, marks);
    places::digests(finder, marks);
    stored::read(finder, marks);
    told::read(finder, marks);
    // Looks for another password than one that was told.
    prose::beside(finder, marks);
    ordered::read(finder, marks);
    shell::read(finder, marks);
    accounts::read(finder, marks);
    labelled::read(finder, marks);
}

/// The way from name to name.
struct Walk<'t> {
    finder: Finder<'t>,
    /// Where the last name ends.
    at: usize,
    /// Where the last line ends that was asked for a table.
    table: usize,
}

impl Walk<'_> {
    fn over(&mut self, stems: &[Hit]) {
        let Self { finder, at, table } = self;
        for hit in stems {
            if finder.is_deep(hit.start, hit.end) {
                continue;
            }
            if hit.start >= *table {
                *table = values::whole_line_end(finder.bytes, hit.start);
                *table = tables::read(finder, hit.start).max(*table);
            }
            // A value that reads like a name names nothing: `--password=password https://...`.
            let inside = finder.found.last().is_some_and(|one| {
                one.start <= hit.start
                    && hit.end <= one.end
                    && one.start > 0
                    && one.end - one.start < 24
                    && finder
                        .bytes
                        .get(one.start..one.end)
                        .is_some_and(|value| value.iter().all(u8::is_ascii_alphanumeric))
                    && (finder
                        .bytes
                        .get(one.start - 1)
                        .is_some_and(|byte| matches!(byte, b'=' | b'"' | b'\''))
                        || finder.bytes.get(one.start.saturating_sub(2)..one.start) == Some(b": ")
                            && matches!(finder.bytes.get(one.end), Some(b',' | b'}' | b'\n')))
                    && !matches!(
                        finder.bytes.get(one.end..one.end + 2),
                        Some(b"\":" | b"':" | b"\"=" | b"\" ")
                    )
            });
            if hit.start >= *at && !inside {
                *at = assignments::read(finder, (hit.start, hit.end));
            }
        }
    }

    /// Whether nothing that was read so far bears on what begins at `start`, as `after` was read there on its own.
    fn is_over_at(&self, start: usize, known: usize, after: &Finder<'_>) -> bool {
        let Self { finder, at, table } = self;
        let clear = finder.found.get(known..).unwrap_or(&[]).last().is_some_and(|last| last.end <= start);
        clear
            && [*at, *table, finder.map.1, finder.far.1].into_iter().all(|end| end <= start)
            // Where none led to a literal, nothing hangs on how many were followed.
            && (!after.led || assignments::is_within_bounds(finder.followed + after.followed))
    }
}

/// Places in order, without overlaps: what overlaps becomes one place under the surer or longer rule.
fn merged(mut found: Vec<Found>) -> Vec<Found> {
    text::sort_by_numbers(&mut found, |one| (one.start, usize::MAX - one.end));
    let mut out: Vec<Found> = Vec::with_capacity(found.len());
    for one in found {
        match out.last_mut() {
            Some(last) if one.start < last.end => {
                let longer = one.end - one.start > last.end - last.start;
                let surer = one.certain && !last.certain && one.start == last.start && one.end == last.end;
                if surer || longer && one.certain {
                    last.rule = one.rule;
                    last.placeholder = one.placeholder;
                    last.certain = one.certain;
                }
                last.end = last.end.max(one.end);
            }
            _ => out.push(one),
        }
    }
    out
}

/// Finds secrets and identifying values in raw text.
pub fn detect(raw: &str, options: &Options) -> Detection {
    let mut budget = encoded::Budget::of(raw);
    let marks = Marks::of(raw.as_bytes(), !options.keep_identifiers);
    let identifiers = || {
        let mut notes = Vec::new();
        let known = if options.keep_identifiers {
            Vec::new()
        } else {
            identifiers::find(raw, &marks, options, &mut notes)
        };
        (known, notes)
    };
    let ((known, mut limits), (mut found, mut notes)) = both(raw.len() >= LARGE, identifiers, || {
        let found = match views::plain(raw, &options.harmless, 0, &mut budget) {
            Some(found) => merged(found),
            None => read(raw, &marks, &options.harmless, 0, &mut budget),
        };
        (found, budget.notes())
    });
    notes.append(&mut limits);
    framed::without_times(raw, &mut found);
    found.extend(everywhere::again(raw, &found, options, &mut notes));
    let found = merged(found);
    let mut findings: Vec<Finding> = found
        .iter()
        .map(|one| Finding {
            span: Span::new(one.start, one.end),
            rule: one.rule,
            class: Class::Secret,
            placeholder: one.placeholder,
            confidence: if one.certain { Confidence::Certain } else { Confidence::Likely },
        })
        .collect();
    if !options.keep_identifiers {
        findings = with_identifiers(findings, known, raw, options);
    }
    let unsure = unsure(raw, &findings);
    Detection { findings, unsure, notes }
}

/// Identifiers fill what secrets leave.
fn with_identifiers(
    secrets: Vec<Finding>,
    mut known: Vec<Finding>,
    raw: &str,
    options: &Options,
) -> Vec<Finding> {
    known.retain(|one| {
        let value = one.span.of(raw);
        !is_placeholder(value) && !options.harmless.iter().any(|harmless| harmless == value)
    });
    text::sort_by_numbers(&mut known, |one| (one.span.start, usize::MAX - one.span.end));
    let mut out: Vec<Finding> = Vec::with_capacity(secrets.len() + known.len());
    let mut secrets = secrets.into_iter().peekable();
    let mut end = 0;
    for one in known {
        let (before, known_end) = (out.len(), end);
        while let Some(secret) = secrets.next_if(|secret| secret.span.start < one.span.end) {
            end = end.max(secret.span.end);
            out.push(secret);
        }
        if one.span.start >= end {
            end = one.span.end;
            out.push(one);
            continue;
        }
        // A secret in a name: the rest of the name tells as much as all of it, and would read as another one.
        const NAMES: [&str; 5] = ["BUCKET", "RESOURCE_GROUP", "PROJECT", "ORGANIZATION", "STORAGE_ACCOUNT"];
        let within =
            before + out.get(before..).unwrap_or(&[]).partition_point(|it| it.span.end <= one.span.start);
        if let Some(inside @ [first, ..]) = out.get(within..)
            && NAMES.contains(&one.placeholder)
            && known_end <= one.span.start
            && first.span != one.span
            && first.span.start >= one.span.start
            && inside.iter().all(|it| it.span.end <= one.span.end)
        {
            let whole = Finding { class: Class::Secret, ..one };
            end = end.max(whole.span.end);
            out.truncate(within);
            out.push(whole);
        }
    }
    out.extend(secrets);
    text::sort_by_numbers(&mut out, |one| (one.span.start, 0));
    let mut end = 0;
    out.retain(|one| {
        let clear = one.span.start >= end || one.class == Class::Secret;
        end = end.max(one.span.end);
        clear
    });
    out
}

/// Random-looking values without any context: kept, and offered to the user.
fn unsure(raw: &str, findings: &[Finding]) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut next = findings.iter().peekable();
    const TOKEN: runs::Alphabet = runs::Alphabet::alphanumeric_and(b"_-+/=");
    let mut end = 0;
    while out.len() < 500
        && let Some((at, stop)) = runs::next(raw.as_bytes(), end, 24, &TOKEN)
    {
        end = stop;
        while next.next_if(|one| one.span.end <= at).is_some() {}
        let hidden = next.peek().is_some_and(|one| one.span.start < end);
        if !hidden
            && end - at <= 200
            && !raw.get(at.saturating_sub(3)..at).is_some_and(|before| before == "h1:" || before == "zh:")
            && raw.get(at..end).is_some_and(values::is_random)
        {
            out.push(Finding {
                span: Span::new(at, end),
                rule: "random-without-context",
                class: Class::Secret,
                placeholder: "VALUE",
                confidence: Confidence::Unsure,
            });
        }
    }
    out
}

/// The secrets that are found in a text, for the tests of single detectors.
#[cfg(test)]
fn hidden(text: &str) -> Vec<&str> {
    let options = Options { keep_identifiers: true, ..Options::default() };
    detect(text, &options).findings.iter().map(|one| one.span.of(text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// Every text below a folder.
    fn texts(folder: &Path, out: &mut Vec<String>) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                texts(&path, out);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                out.push(text);
            }
        }
    }

    #[test]
    fn names_that_are_read_side_by_side_give_what_they_give_one_after_the_other() {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
        let mut all = Vec::new();
        for folder in ["corpus", "dialects", "redact"] {
            texts(&tests.join(folder), &mut all);
        }
        let (mut cuts, mut secrets) = (0, 0);
        for text in &all {
            let marks = Marks::of(text.as_bytes(), false);
            let stems = marks.leftmost(Kind::Stem);
            let whole = by_marks_cut(text, &marks, &[], &stems, stems.len());
            secrets += whole.len();
            for cut in (1..stems.len()).step_by(stems.len() / 6 + 1) {
                assert_eq!(
                    by_marks_cut(text, &marks, &[], &stems, cut),
                    whole,
                    "cut before name {cut} of\n{text}"
                );
                cuts += 1;
            }
        }
        assert!(cuts > 500 && secrets > 500, "{cuts} cuts, {secrets} secrets: the corpora are elsewhere");
    }
}

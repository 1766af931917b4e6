//! Each rule alone and among all: what it finds, what it leaves.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::{Cases, FORMS, NAMES, Rule, VENDORS, check};
use crate::detect::{Confidence, Finder, Options, detect, forms, marks::Marks, pattern::Pattern};
use std::collections::BTreeSet;
use std::ops::Range;

fn all() -> impl Iterator<Item = &'static Rule> {
    VENDORS.iter().copied().flatten()
}

/// Numbers that are always the same, well mixed.
fn dice(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    move |sides| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap() % sides.max(1)
    }
}

const BASE_62: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Alphabets by name.
fn alphabet(name: &str) -> Vec<u8> {
    let (digits, lower, upper) = ("0123456789", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    let text = match name {
        "dig" => digits.to_owned(),
        "hex" => format!("{digits}abcdef"),
        "HEX" => format!("{digits}ABCDEF"),
        "low" => lower.to_owned(),
        "let" => [lower, upper].concat(),
        "an" => [digits, lower].concat(),
        "AN" => [digits, upper].concat(),
        "b32" => format!("{upper}234567"),
        "b32l" => format!("{lower}234567"),
        "b62" => BASE_62.to_owned(),
        "b64" => format!("{BASE_62}+/"),
        "b64u" => format!("{BASE_62}-_"),
        "bech" => "qpzry9x8gf2tvdw0s3jn54khce6mua7l".to_owned(),
        "BECH" => "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".to_owned(),
        _ => panic!("no alphabet {name}"),
    };
    text.into_bytes()
}

/// Characters of an alphabet. 16 and more hold every sort of character that the alphabet has, as real ones of that
/// length all but always do.
fn run(alphabet: &[u8], count: usize, dice: &mut dyn FnMut(usize) -> usize) -> String {
    let sorts = |text: &[u8]| {
        [u8::is_ascii_digit, u8::is_ascii_lowercase, u8::is_ascii_uppercase]
            .map(|sort: fn(&u8) -> bool| text.iter().any(sort))
    };
    loop {
        let drawn: Vec<u8> = (0..count).map(|_| alphabet[dice(alphabet.len())]).collect();
        if count < 16 || sorts(&drawn) == sorts(alphabet) {
            return String::from_utf8(drawn).unwrap();
        }
    }
}

/// The checksum that belongs behind a text, as GitHub writes it.
fn checksum(text: &str) -> String {
    let mut value = check::crc32(text.as_bytes()) as usize;
    let mut sum = Vec::new();
    for _ in 0..6 {
        sum.insert(0, BASE_62.as_bytes()[value % 62]);
        value /= 62;
    }
    String::from_utf8(sum).unwrap()
}

/// The text of a template, and what it marks: `⟨hex 40⟩` draws 40 characters of that alphabet, `⟨uuid⟩` a UUID,
/// `⟨crc62⟩` the checksum of what was drawn last.
fn draw(template: &str, seed: u64) -> (String, Option<Range<usize>>) {
    let mut dice = dice(seed);
    let (mut text, mut from, mut to, mut last) = (String::new(), None, None, String::new());
    let mut rest = template;
    while let Some(first) = rest.chars().next() {
        rest = &rest[first.len_utf8()..];
        match first {
            '«' => from = Some(text.len()),
            '»' => to = Some(text.len()),
            '⟨' => {
                let (slot, after) = rest.split_once('⟩').unwrap();
                rest = after;
                last = match slot.split_once(' ') {
                    Some((name, count)) => run(&alphabet(name), count.parse().unwrap(), &mut dice),
                    None if slot == "uuid" => {
                        let hex = alphabet("hex");
                        [8, 4, 4, 4, 12].map(|count| run(&hex, count, &mut dice)).join("-")
                    }
                    None if slot == "crc62" => checksum(&last),
                    None => panic!("no slot {slot}"),
                };
                text.push_str(&last);
            }
            other => text.push(other),
        }
    }
    (text, from.zip(to).map(|(from, to)| from..to))
}

/// What one rule finds by itself.
fn alone(rule: &Rule, text: &str) -> Vec<Range<usize>> {
    let marks = Marks::of(text.as_bytes(), false);
    let mut finder = Finder::new(text, &[]);
    forms::read(&mut finder, &marks);
    forms::read_near_words(&mut finder, &marks);
    let own = finder.found.iter().filter(|one| one.rule == rule.id);
    let mut found: Vec<_> = own.map(|one| one.start..one.end).collect();
    // Each of two words of the vendor on one line leads to the same place.
    found.dedup();
    found
}

fn secrets_only() -> Options {
    Options { keep_identifiers: true, ..Options::default() }
}

fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_file_is_in_the_list_and_every_id_begins_with_its_file() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/detect/rules");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().replace(".rs", ""))
        .filter(|name| !["mod", "check", "tests"].contains(&name.as_str()))
        .collect();
    assert_eq!(files, NAMES.iter().map(|name| (*name).to_owned()).collect());
    assert!(NAMES.is_sorted(), "the list is in the order of the alphabet");
    let mut ids = BTreeSet::new();
    for (name, rules) in NAMES.iter().zip(VENDORS) {
        assert!(!rules.is_empty(), "{name}");
        for rule in *rules {
            let rest = rule.id.strip_prefix(&name.replace('_', "-"));
            assert!(rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-')), "{name}: {}", rule.id);
            assert!(ids.insert(rule.id), "{}: twice", rule.id);
        }
    }
}

#[test]
fn every_rule_compiles_and_says_why() {
    assert_eq!(forms::broken(), Vec::<&str>::new());
    for rule in all() {
        let id = rule.id;
        let Cases { note, examples, counter_examples } = &rule.cases;
        assert!(!examples.is_empty() && !counter_examples.is_empty(), "{id}: without cases");
        for sentence in [rule.reason, note] {
            let whole = sentence.ends_with('.') && sentence.split_whitespace().count() > 3;
            assert!(whole, "{id}: no sentence: {sentence}");
        }
        assert!(rule.summary.starts_with(|c: char| c.is_uppercase()), "{id}: {}", rule.summary);
        assert!(!rule.summary.ends_with('.') && !rule.source.is_empty(), "{id}");
        let is_kind = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
        assert!(rule.placeholder.bytes().all(is_kind), "{id}: {}", rule.placeholder);
        assert!(rule.keywords.iter().all(|word| *word == word.to_lowercase()), "{id}");
    }
}

#[test]
fn each_example_is_found_by_its_rule_and_hidden_by_the_whole_set() {
    let mut wrong = Vec::new();
    for rule in all() {
        for example in rule.cases.examples {
            for seed in 1..5 {
                let (text, marked) = draw(example, seed);
                let Some(marked) = marked else { panic!("{}: nothing marked in {example}", rule.id) };
                let found = alone(rule, &text);
                if found.as_slice() != std::slice::from_ref(&marked) {
                    wrong.push(format!("{}: {example}: marked {marked:?}, alone {found:?}", rule.id));
                    break;
                }
                let mut bare = marked.start;
                for finding in detect(&text, &secrets_only()).findings {
                    if finding.span.start <= bare {
                        bare = bare.max(finding.span.end);
                    }
                }
                if bare < marked.end {
                    wrong.push(format!("{}: {example}: not hidden among all", rule.id));
                    break;
                }
            }
        }
    }
    report(&wrong);
}

#[test]
fn each_counter_example_is_left_by_its_rule_and_by_the_whole_set() {
    let mut wrong = Vec::new();
    for rule in all() {
        for example in rule.cases.counter_examples {
            for seed in 1..5 {
                let (text, marked) = draw(example, seed);
                assert_eq!(marked, None, "{}: {example}", rule.id);
                if !alone(rule, &text).is_empty() {
                    wrong.push(format!("{}: {example}: found alone", rule.id));
                    break;
                }
                if let Some(finding) = detect(&text, &secrets_only()).findings.first() {
                    wrong.push(format!("{}: {example}: hidden by {}", rule.id, finding.rule));
                    break;
                }
            }
        }
    }
    report(&wrong);
}

#[test]
fn a_sample_of_each_form_is_hidden_by_the_whole_set() {
    let mut leaked = Vec::new();
    for rule in all() {
        let pattern = Pattern::new(rule.pattern).unwrap();
        for seed in 1..6 {
            let sample = pattern.sample(&mut dice(seed));
            let (_, from, to) = pattern.at(sample.as_bytes(), 0).unwrap();
            let head =
                rule.keywords.first().map_or_else(|| "the ".to_owned(), |word| format!("{word} token: "));
            let text = format!("{head}{sample}\n");
            let (from, to) = (head.len() + from, head.len() + to);
            let hidden = detect(&text, &secrets_only())
                .findings
                .iter()
                .any(|one| one.span.start <= from && one.span.end + 1 >= to);
            if !hidden {
                leaked.push(format!("{}: {}", rule.id, rule.pattern));
                break;
            }
        }
    }
    report(&leaked);
}

#[test]
fn a_checksum_makes_certain_and_a_wrong_one_does_not_uncover() {
    for (template, confidence) in [
        ("x «ghp_⟨b62 30⟩⟨crc62⟩» y", Confidence::Certain),
        ("x «ghp_⟨b62 36⟩» y", Confidence::Likely),
        ("GITHUB_TOKEN=«ghp_⟨b62 36⟩»", Confidence::Likely),
        ("x «npm_⟨b62 30⟩⟨crc62⟩» y", Confidence::Certain),
        ("x «dop_v1_⟨hex 64⟩» y", Confidence::Certain),
    ] {
        let (text, marked) = draw(template, 7);
        let found = detect(&text, &Options::default()).findings;
        let found: Vec<_> = found.iter().map(|one| (one.span.start..one.span.end, one.confidence)).collect();
        assert_eq!(found, [(marked.unwrap(), confidence)], "{template}");
    }
}

#[test]
fn every_rule_has_its_form() {
    assert!(all().map(|rule| (rule.id, rule.pattern)).eq(FORMS.iter().map(|form| (form.id, form.pattern))));
}

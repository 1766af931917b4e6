//! Properties of `diagnose`: what is right about a known error is found, however the text is dressed.

#![allow(clippy::unwrap_used, clippy::type_complexity, unreachable_pub, reason = "tests")]

mod known;

use known::dressing::{DRESSINGS, Dressing};
use known::{Dice, Known, differences};
use stackengine_core::diagnose::diagnose;

fn check(name: &str, known: &Known, text: &str, wrong: &mut Vec<String>) {
    let found = diagnose(text, &[], None).incidents;
    let differences = differences(known, &found);
    if !differences.is_empty() {
        wrong.push(format!("{} / {name}: {}", known.name, differences.join("; ")));
    }
}

fn report(wrong: &[String], runs: usize) {
    let shown = wrong.iter().take(60).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} of {runs} differ:\n{shown}", wrong.len());
}

#[test]
fn known_errors_are_read_exactly() {
    let mut wrong = Vec::new();
    let all = known::all();
    assert!(all.len() > 500, "{} known errors", all.len());
    for known in &all {
        check("bare", known, &known.text, &mut wrong);
        let tool = diagnose(&known.text, &[], None).incidents.first().map(|one| one.tool);
        if known.tool.is_some() && tool != known.tool {
            wrong.push(format!("{}: printed by {tool:?}", known.name));
        }
    }
    report(&wrong, all.len());
}

fn is_fit(dressing: &Dressing, known: &Known) -> bool {
    let value_has_wide_blanks = known.lock.as_ref().is_some_and(|lock| {
        [&lock.path, &lock.who].iter().any(|value| value.as_deref().unwrap_or("").contains(' '))
    });
    // A hard break may fall on a blank of a value that itself has blanks, and JSON is not wrapped by hand.
    let is_json = known.text.trim_start().starts_with('{');
    !(dressing.is_wrap && (value_has_wide_blanks || is_json))
}

/// Every dressing on a share of all errors; with `ALL_DRESSINGS` set, on each.
#[test]
fn no_dressing_changes_what_is_read() {
    let share = if std::env::var_os("ALL_DRESSINGS").is_some() { 1 } else { 6 };
    let (mut wrong, mut runs) = (Vec::new(), 0);
    for (at, known) in known::all().iter().enumerate() {
        for (which, dressing) in DRESSINGS.iter().enumerate() {
            if (at + which) % share == 0 && is_fit(dressing, known) {
                runs += 1;
                check(dressing.name, known, &(dressing.dress)(&known.text), &mut wrong);
            }
        }
    }
    assert!(runs > 9_000, "{runs} texts were tried");
    report(&wrong, runs);
}

/// A text is dressed twice: what is inside one string is not wrapped or flattened again, and a hard wrap is last.
#[test]
fn no_two_dressings_change_what_is_read() {
    let all = known::all();
    let share = if std::env::var_os("ALL_DRESSINGS").is_some() { 60_000 } else { 6_000 };
    let mut dice = Dice(0xd1ce_d1ce_d1ce);
    let (mut wrong, mut runs) = (Vec::new(), 0);
    for _ in 0..share {
        let known = &all[dice.below(all.len())];
        let (first, second) =
            (&DRESSINGS[dice.below(DRESSINGS.len())], &DRESSINGS[dice.below(DRESSINGS.len())]);
        let fits = is_fit(first, known)
            && is_fit(second, known)
            && !first.is_wrap
            && !(first.is_one_line && (second.is_wrap || second.loses_blanks))
            && !(second.is_wrap && (first.loses_blanks || first.names_tool))
            && first.name != second.name;
        if fits {
            runs += 1;
            let text = (second.dress)(&(first.dress)(&known.text));
            check(&format!("{} + {}", first.name, second.name), known, &text, &mut wrong);
        }
    }
    if std::env::var_os("SHOW").is_some() {
        let mut count: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
        for one in &wrong {
            let name = one.split(" / ").nth(1).and_then(|rest| rest.split(": ").next()).unwrap_or("");
            for half in name.split(" + ") {
                *count.entry(half.to_owned()).or_default() += 1;
            }
        }
        let mut count: Vec<_> = count.into_iter().collect();
        count.sort_by_key(|one| std::cmp::Reverse(one.1));
        println!("{count:?}");
        println!("{}", wrong.join("\n"));
    }
    // Markup in strings in markup, and several structured log lines on one, are read as far as they go.
    if wrong.len() * 500 > runs {
        report(&wrong, runs);
    }
}

//! Values that tell who and where: accounts, projects, buckets, hosts, users, addresses. The shape around them stays.
//!
//! Source: facts/redaction.md 4 and 5 of this project.

mod again;
mod forms;
mod hosts;
mod public;

use crate::detect::everywhere::MOST_VALUES;
use crate::detect::marks::{Kind, Marks};
use crate::detect::pattern::Pattern;
use crate::detect::{Class, Confidence, Finding, Options};
use crate::text::Span;
pub(crate) use again::is_distinct;
use again::{again, everywhere};
use forms::{ADDRESSES, FORMS, Form};
use hosts::{accounts, addresses, hosts, logins, machine};
use public::is_private;
use std::sync::LazyLock;

struct Compiled {
    form: &'static Form,
    pattern: Pattern,
}

struct Forms {
    compiled: Vec<Compiled>,
    /// Each literal of the search with its form, and how far before it the form may begin.
    marks: Vec<(String, usize, usize)>,
    addresses: Vec<Compiled>,
}

static COMPILED: LazyLock<Forms> = LazyLock::new(|| {
    let compiled = |form: &'static Form| Pattern::new(form.pattern).map(|pattern| Compiled { form, pattern });
    let forms: Vec<Compiled> = FORMS.iter().filter_map(compiled).collect();
    let marks = forms
        .iter()
        .enumerate()
        .flat_map(|(index, one)| {
            one.pattern.marks().into_iter().map(move |(literal, reach)| (literal, index, reach))
        })
        .collect();
    Forms { compiled: forms, marks, addresses: ADDRESSES.iter().filter_map(compiled).collect() }
});

/// The literals that stand in forms, for the search over the text.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    COMPILED.marks.iter().map(|(literal, ..)| literal.as_str())
}

pub(super) fn find(raw: &str, marks: &Marks, options: &Options, notes: &mut Vec<String>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for word in &options.hide_words {
        everywhere(raw, word, |start, end| out.push(finding(start, end, "added-by-user", "WORD")));
    }
    let text = raw.as_bytes();
    let mut done: Vec<usize> = vec![0; COMPILED.compiled.len()];
    for hit in marks.all(Kind::Identifier) {
        let Some((_, index, reach)) = COMPILED.marks.get(hit.index) else { continue };
        let (Some(form), Some(done)) = (COMPILED.compiled.get(*index), done.get_mut(*index)) else {
            continue;
        };
        if hit.end <= *done {
            continue;
        }
        let first = hit.start.saturating_sub((*reach).min(FARTHEST)).max(*done);
        let line = text.get(first..hit.start).and_then(|before| memchr::memrchr(b'\n', before));
        let first = line.map_or(first, |newline| first + newline);
        if let Some(end) = (first..=hit.start).find_map(|start| try_at(raw, form, start, &mut out)) {
            *done = end;
        }
    }
    addresses(raw, &mut out);
    hosts(raw, &mut out);
    accounts(raw, &mut out);
    logins(raw, &mut out);
    again(raw, out, MOST_VALUES, notes)
}

/// Bytes before its literal at which a form may begin.
const FARTHEST: usize = 256;

fn finding(start: usize, end: usize, rule: &'static str, placeholder: &'static str) -> Finding {
    let span = Span::new(start, end);
    Finding { span, rule, class: Class::Identifier, placeholder, confidence: Confidence::Likely }
}

/// Tries a form at one place; where it matches, adds what is an identifier, and gives where to go on.
fn try_at(raw: &str, one: &Compiled, start: usize, out: &mut Vec<Finding>) -> Option<usize> {
    let (_, mut from, mut to) = one.pattern.at(raw.as_bytes(), start)?;
    while !raw.is_char_boundary(to) {
        to -= 1;
    }
    let value = raw.get(from..to)?;
    let mut near = from.saturating_sub(16);
    while !raw.is_char_boundary(near) {
        near += 1;
    }
    let before = raw.get(near..from).unwrap_or("");
    let form = one.form;
    // CIDRs of private networks tell nothing; what follows decides.
    // A path after the slash makes it a host.
    let is_network = form.rule == "ipv4"
        && raw.as_bytes().get(to) == Some(&b'/')
        && raw.as_bytes().get(to + 1).is_some_and(u8::is_ascii_digit)
        && is_private(value);
    if !is_network && !form.refuse.is_some_and(|refuse| refuse(value, before)) {
        if form.rule == "lock-who" {
            if form.placeholder == "HOST" {
                to = from + machine(value).len();
            } else if value.matches(' ').count() > 2 {
                // A sentence, of which the last word is the user.
                from += value.rfind(' ').map_or(0, |at| at + 1);
            }
        }
        if from < to {
            out.push(finding(from, to, form.rule, form.placeholder));
        }
    }
    Some(to.max(start + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_compiles_and_has_a_literal() {
        assert_eq!(COMPILED.compiled.len(), FORMS.len());
        assert_eq!(COMPILED.addresses.len(), ADDRESSES.len());
        for one in &COMPILED.compiled {
            assert!(!one.pattern.marks().is_empty(), "{}: {}", one.form.rule, one.form.pattern);
        }
    }

    fn named(raw: &str) -> Vec<&str> {
        let options = Options::default();
        crate::detect::detect(raw, &options).findings.iter().map(|one| one.span.of(raw)).collect()
    }

    #[test]
    fn accounts_and_machines_are_told_from_numbers_and_versions() {
        for (text, hidden) in [
            ("Which account? 210987654321?\n", vec!["210987654321"]),
            ("| aws | prod | 210987654321 |\n", vec!["210987654321"]),
            ("locked by anna@mbp-von-anna.\n", vec!["anna", "mbp-von-anna"]),
            ("state of kite-tfstate-prod is locked\n", vec!["kite-tfstate-prod"]),
            ("aws ticket 210987654321\norder_id=210987654321\n", vec![]),
            ("size 210987654321\n", vec![]),
            ("apiVersion: external-secrets.io/v1beta1\nserver: api.kite.io/v1\n", vec!["api.kite.io"]),
            ("https://github.com/kite-lamp/live/pull/7\n", vec!["kite-lamp"]),
            (
                "https://github.com/hashicorp/terraform/issues/7 https://github.com/terraform-linters/x/\n",
                vec![],
            ),
            ("IP 10.1.2.3.51822 > 10.1.2.4.443: Flags [P.]\n", vec!["10.1.2.3", "10.1.2.4"]),
            ("relay=mx1.kite.io[89.126.240.121]:25\n", vec!["mx1.kite.io", "89.126.240.121"]),
            ("npm i kite@next-14 lamp@1.2.3 actions/kite@v4 img@sha256-aa11\n", vec![]),
            ("current-context: admin@prod-cluster1\n", vec![]),
            ("table kite-tfstate-lock, secret kite-tfstate-default-state, kite-tfstate.json\n", vec![]),
        ] {
            assert_eq!(named(text), hidden, "{text}");
        }
    }

    #[test]
    fn ends_of_hosts_are_sorted_for_the_search() {
        assert!(super::hosts::ENDS.is_sorted());
    }
}

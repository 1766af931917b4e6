//! Counts what a redaction leaks, loses and hides, against the labels.

use super::fill::{Class, Document};
use stackengine_core::redact::Redacted;

/// A secret of which so many consecutive characters are visible is leaked.
const VISIBLE: usize = 6;

#[derive(Default)]
pub(crate) struct Score {
    pub(crate) documents: usize,
    pub(crate) secrets: usize,
    pub(crate) identifiers: usize,
    pub(crate) decoys: usize,
    /// Documents whose redacted text still holds a value, or changes when it is redacted again.
    pub(crate) unsettled: usize,
    pub(crate) leaked: Vec<Miss>,
    pub(crate) shown: Vec<Miss>,
    pub(crate) lost: Vec<Miss>,
}

/// One label that came out wrong, with what stands around it.
pub(crate) struct Miss {
    pub(crate) document: String,
    pub(crate) kind: String,
    pub(crate) around: String,
}

impl Score {
    pub(crate) fn kept_percent(&self) -> f64 {
        percent(self.decoys - self.lost.len(), self.decoys)
    }

    pub(crate) fn hidden_percent(&self) -> f64 {
        percent(self.identifiers - self.shown.len(), self.identifiers)
    }

    pub(crate) fn add(&mut self, document: &Document, redacted: &Redacted) {
        self.documents += 1;
        let raw = &document.text;
        let mut covered = vec![false; raw.len()];
        for one in redacted.replacements() {
            covered[one.span.start..one.span.end].fill(true);
        }
        // What stands in the document outside its secrets may be visible.
        let mut elsewhere = String::new();
        let mut at = 0;
        for label in &document.labels {
            if label.class == Class::Secret {
                elsewhere.push_str(&raw[at..label.start]);
                elsewhere.push('\0');
                at = label.end;
            }
        }
        elsewhere.push_str(&raw[at..]);
        // A placeholder's own words are no part of a secret.
        let mut shown = String::new();
        let mut from = 0;
        for one in redacted.replacements() {
            shown.push_str(&raw[from..one.span.start]);
            shown.push('\0');
            from = one.span.end;
        }
        shown.push_str(&raw[from..]);
        for label in &document.labels {
            let visible = longest_visible(raw, &covered, label.start, label.end);
            let length = raw[label.start..label.end].chars().count();
            let open = visible >= VISIBLE.min(length);
            let miss = || Miss {
                document: document.name.clone(),
                kind: label.kind.clone(),
                around: around(raw, redacted, label.start, label.end),
            };
            match label.class {
                Class::Secret => {
                    self.secrets += 1;
                    if open || window_visible(&label.value, &shown, &elsewhere) {
                        self.leaked.push(miss());
                    }
                }
                Class::Identifier => {
                    self.identifiers += 1;
                    if open {
                        self.shown.push(miss());
                    }
                }
                Class::Decoy => {
                    self.decoys += 1;
                    if covered[label.start..label.end].iter().any(|covered| *covered) {
                        self.lost.push(miss());
                    }
                }
            }
        }
    }

    pub(crate) fn summary(&self) -> String {
        format!(
            "{} documents, {} secrets, {} leaked; {} decoys, {:.2}% kept; {} identifiers, {:.2}% hidden",
            self.documents,
            self.secrets,
            self.leaked.len(),
            self.decoys,
            self.kept_percent(),
            self.identifiers,
            self.hidden_percent()
        )
    }

    /// The misses, some of each document and kind.
    pub(crate) fn report(&self, most: usize) -> String {
        let mut out = String::new();
        for (title, misses) in [("LEAKED", &self.leaked), ("LOST", &self.lost), ("SHOWN", &self.shown)] {
            let mut seen: Vec<(String, String)> = Vec::new();
            for miss in misses {
                let key = (miss.document.clone(), miss.kind.clone());
                if seen.iter().filter(|one| **one == key).count() < 2 && seen.len() < most {
                    out.push_str(&format!("{title} {} [{}] {}\n", miss.document, miss.kind, miss.around));
                    seen.push(key);
                }
            }
        }
        out
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of a few thousand")]
fn percent(part: usize, all: usize) -> f64 {
    if all == 0 { 100.0 } else { part as f64 * 100.0 / all as f64 }
}

fn longest_visible(raw: &str, covered: &[bool], start: usize, end: usize) -> usize {
    let (mut longest, mut run) = (0, 0);
    for (offset, _) in raw[start..end].char_indices() {
        if covered[start + offset] {
            run = 0;
        } else {
            run += 1;
            longest = longest.max(run);
        }
    }
    longest
}

/// Whether six characters in a row of the value stand in the redacted text although they stand nowhere else.
fn window_visible(value: &str, redacted: &str, elsewhere: &str) -> bool {
    let chars: Vec<char> = value.chars().collect();
    chars.windows(VISIBLE).any(|window| {
        let window: String = window.iter().collect();
        redacted.contains(&window) && !elsewhere.contains(&window)
    })
}

fn around(raw: &str, redacted: &Redacted, start: usize, end: usize) -> String {
    let line_start = raw[..start].rfind('\n').map_or(0, |at| at + 1).max(start.saturating_sub(90));
    let line_start = (line_start..=start).find(|at| raw.is_char_boundary(*at)).unwrap();
    let line_end = raw[end..].find('\n').map_or(raw.len(), |at| end + at).min(end + 60);
    let line_end = (end..=line_end).rev().find(|at| raw.is_char_boundary(*at)).unwrap();
    let hits: Vec<String> = redacted
        .replacements()
        .iter()
        .filter(|one| one.span.start < end && start < one.span.end)
        .map(|one| format!("{}={}", one.rule, &raw[one.span.start..one.span.end]))
        .collect();
    let shown: String = raw[start..end].chars().take(120).collect();
    format!("{}⟦{shown}⟧{} <- {hits:?}", &raw[line_start..start], &raw[end..line_end])
}

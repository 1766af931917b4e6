//! What the text says, un-decorated, before any judgement.
//!
//! Sources: Terraform v0.9 to v1.15.9, OpenTofu v1.6 to v1.12, Terragrunt v0.67 and later, Atlantis at 078d0a8:
//! the texts that their backends, clients and commands print.

mod kind;
mod look_alikes;
mod printer;
mod reading;
mod records;
mod sections;
mod store;

use super::lock_info;
use super::undecorate::{self, Line};
use super::windows;
use super::{Describes, Kind, LockInfo, Tool};
use crate::text::Span;
use printer::Whole;

/// One incident as the text tells it. All strings are raw text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// What happened.
    pub kind: Kind,
    /// Backend id of the CLI contract, `unknown` where nothing tells.
    pub backend: &'static str,
    /// How sure the backend is, 0 to 100.
    pub backend_confidence: u8,
    /// What in the text told the backend, a sentence.
    pub backend_evidence: Option<String>,
    /// Who printed it.
    pub tool: Tool,
    /// The printing program's version, where the text tells.
    pub tool_version: Option<String>,
    /// The printed fields.
    pub lock: Option<LockInfo>,
    /// Whose fields these are.
    pub lock_describes: Option<Describes>,
    /// The holder's id, in the block or outside it.
    pub holder_id: Option<String>,
    /// The id that a refused `force-unlock` was given.
    pub given_id: Option<String>,
    /// Workspace, where the text tells.
    pub workspace: Option<String>,
    /// Terragrunt unit, module or job.
    pub unit: Option<String>,
    /// Further values the text names, by name: `table`, `bucket`, `key`, `calculated`, `stored`,
    /// `url`, `errored_state`, `request_time`, `pull`, `lease`, `namespace`, `vanished`, `half`.
    pub details: Vec<(&'static str, String)>,
    /// The error text between the wrapper and the block, one line.
    pub inner: String,
    /// Where it stands in the raw text.
    pub span: Span,
}

impl Observation {
    /// The first detail of that name.
    pub fn detail(&self, name: &str) -> Option<&str> {
        self.details.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

/// What [`observe`] found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// De-duplicated by id, in the order of the text.
    pub observations: Vec<Observation>,
    /// Look-alikes that were recognised and what to paste next.
    pub notes: Vec<String>,
}

/// No more incidents than this are told of one paste.
const MOST: usize = 500;

/// Reads raw text.
pub fn observe(raw: &str) -> Seen {
    let mut observations: Vec<Observation> = Vec::new();
    let windows = windows::windows(raw);
    let whole = Whole::of(raw, &windows);
    for (offset, part) in windows {
        for mut one in observe_part(part, &whole) {
            one.span = Span::new(one.span.start + offset, one.span.end + offset);
            if observations.len() < MOST {
                add(&mut observations, one);
            }
        }
    }
    let notes = if observations.is_empty() { look_alikes::notes(raw) } else { Vec::new() };
    Seen { observations, notes }
}

fn observe_part(raw: &str, whole: &Whole) -> Vec<Observation> {
    let read = |lines: &[Line]| {
        let mut found = Vec::new();
        for section in sections::sections(lines) {
            if let Some(one) = section.observe(whole)
                && found.len() < MOST
            {
                add(&mut found, one);
            }
        }
        found
    };
    let mut observations = read(&undecorate::lines(raw));
    // A narrow screen may have broken the very words that tell; joined lines must then tell more.
    if clarity(&observations) < 3 * observations.len().max(1)
        && let Some(joined) = undecorate::lines_joined(raw)
    {
        let again = read(&joined);
        if clarity(&again) > clarity(&observations) && again.len() <= observations.len().max(1) {
            observations = again;
        }
    }
    for record in lock_info::records(raw) {
        let known = observations.iter().any(|one| {
            one.lock.as_ref().is_some_and(|lock| lock.id == record.lock.id)
                || (record.lock.id.is_some() && one.holder_id == record.lock.id)
        });
        if !known && observations.len() < MOST {
            observations.push(records::of_record(record, raw, whole));
        }
    }
    if observations.is_empty() && records::ADVISORY.is_match(raw) {
        observations.push(records::advisory(raw));
    }
    observations
}

/// How much was understood: 3 for each incident whose kind, backend and lock are clear.
fn clarity(all: &[Observation]) -> usize {
    let of = |one: &Observation| {
        let vague = matches!(one.kind, Kind::UnlockFailed | Kind::LockRequestFailed);
        1 + usize::from(
            one.backend != "unknown"
                || matches!(one.kind, Kind::UnlockSuccess | Kind::UnlockCancelled | Kind::UsageError),
        ) + usize::from(!vague && (one.kind != Kind::StateLockHeld || one.lock.is_some()))
            + usize::from(one.kind == Kind::LockRecordCorrupt)
    };
    all.iter().map(of).sum()
}

/// A repeated text names no unit, or the same one by another path.
fn is_same_unit(first: Option<&str>, again: Option<&str>) -> bool {
    match (first, again) {
        (Some(first), Some(again)) => first.ends_with(again) || again.ends_with(first),
        (first, again) => again.is_none() || first == again,
    }
}

/// Adds what is new: the same lock told twice (Terragrunt repeats stderr) is one incident.
fn add(all: &mut Vec<Observation>, found: Observation) {
    let id = |one: &Observation| {
        one.holder_id.clone().or_else(|| one.lock.as_ref().and_then(|lock| lock.id.clone()))
    };
    let twin = all.iter_mut().find(|one| {
        one.kind == found.kind
            && match (id(one), id(&found)) {
                (Some(a), Some(b)) => {
                    a == b
                        || (one
                            .lock
                            .as_ref()
                            .is_some_and(|x| found.lock.as_ref().is_some_and(|y| x.id == y.id)))
                }
                (None, None) => {
                    (one.backend == found.backend || one.backend == "unknown" || found.backend == "unknown")
                        && one.workspace == found.workspace
                        && is_same_unit(one.unit.as_deref(), found.unit.as_deref())
                }
                _ => {
                    // The repeated head of an error whose block stood elsewhere.
                    (one.unit == found.unit || found.unit.is_none())
                        && one.inner == found.inner
                        && !one.inner.is_empty()
                }
            }
    });
    match twin {
        Some(one) => {
            if (one.lock.is_none() && found.lock.is_some())
                || (one.backend == "unknown"
                    && found.backend != "unknown"
                    && found.lock.is_none() == one.lock.is_none())
            {
                let span = one.span;
                *one = found;
                one.span.start = span.start.min(one.span.start);
            }
        }
        None => all.push(found),
    }
}
fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

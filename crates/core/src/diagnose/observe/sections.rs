//! Cuts un-decorated lines into errors, each with its family: what its head says that failed.

use super::Observation;
use super::printer::Whole;
use super::reading::Reading;
use crate::diagnose::lock_info;
use crate::diagnose::undecorate::Line;
use crate::text::Span;
use crate::words::Words;
use std::sync::LazyLock;

/// What a section is about, from the words at its head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Family {
    Acquire,
    /// A backend's words for a held lock, without the wrapper.
    Inner,
    Release,
    /// `Error unlocking S3 state. Lock ID: ...` and its like, while a first state was made.
    ReleaseAtInit,
    Unlock,
    /// The outcome of a command.
    Outcome,
    /// A `Lock Info:` whose head was cut off.
    Block,
    Other,
}

pub(super) struct Section<'a> {
    pub(super) family: Family,
    pub(super) lines: &'a [Line],
}

const ACQUIRE: [&str; 16] = [
    "someone already has a lock on state file",
    "error acquiring the state lock",
    "error locking state",
    "error locking source state",
    "error locking destination state",
    "failed to lock s3 state",
    "failed to lock azure state",
    "failed to lock state in consul",
    "failed to lock state in postgres",
    "failed to lock oss state",
    "failed to lock cos state",
    "failed to lock oci state",
    "failed to lock inmem state",
    "failed to lock state in etcd",
    "failed to lock state in swift",
    "failed to lock manta state",
];
/// The backends' own words, which stand inside the former, or alone where a paste begins late.
const ACQUIRE_INNER: [&str; 7] = [
    "workspace already locked (lock id:",
    "http remote state already locked",
    "state blob is already locked",
    "the state is already locked by another terraform client",
    "the state is already locked by another tofu client",
    "already locked for workspace creation",
    "workspace is already locked:",
];
const RELEASE: [&str; 2] = ["error releasing the state lock", "consul lock was lost"];
const RELEASE_AT_INIT: [&str; 10] = [
    "error unlocking s3 state",
    "error unlocking azure state",
    "error unlocking consul state",
    "error unlocking oci state",
    "error unlocking postgres state",
    "error unlocking cos state",
    "unlocking the state file on google cloud storage failed",
    "unlocking the state in kubernetes failed",
    "error unlocking alibaba cloud oss state file",
    "unlocking the state file on tencentcloud cos backend failed",
];
const UNLOCK: [&str; 6] = [
    "failed to unlock state:",
    "failed to unlock state",
    "local state cannot be unlocked by another process",
    "localstate not locked",
    "locking is disabled for this backend",
    "state locked by another local process",
];
const OUTCOME: [&str; 8] = [
    "expected a single argument: lock_id",
    "unlock requires a lock id argument",
    "force-unlock cancelled",
    "state has been successfully unlocked!",
    "[global options] force-unlock lock_id",
    "force-unlock with run --all is disabled",
    "force-unlock lock_id [dir]",
    "error asking for confirmation",
];
/// Heads of errors about state that are no lock errors.
const OTHER: [&str; 45] = [
    "pq: ",
    "waiting for the manually locked workspace to be unlocked",
    "failed to read organization",
    "insufficient rights to",
    "does not have the expected content",
    "failed to save state",
    "error saving state",
    "failed to persist state",
    "failed to write state",
    "error uploading state",
    "failed to upload state",
    "backend configuration changed",
    "backend configuration block has changed",
    "a change in the backend configuration has been detected",
    "backend type changed",
    "migrating from backend",
    "state snapshot was created by terraform",
    "state file uses format version",
    "terraform version mismatch",
    "remote workspace terraform version",
    "unsupported state file format",
    "error loading state",
    "failed to load state",
    "error refreshing state",
    "failed to refresh state",
    "failed to get existing workspaces",
    "failed to list workspaces",
    "error inspecting states in the",
    "error configuring the backend",
    "failed to decode current backend config",
    "unable to access object",
    "unable to list objects in s3 bucket",
    "s3 bucket does not exist",
    "nosuchbucket",
    "no valid credential sources",
    "unable to locate credentials",
    "failed to configure the backend",
    "backend initialization",
    "error reading state",
    "this project is currently locked by",
    "is currently locked for this pull request",
    "is currently locked by \"",
    "failed to check global apply lock",
    "apply lock is acquired",
    "unexpected http response code",
];
/// All words that open an error, each with the bit of its list.
static HEADS: LazyLock<Words> = LazyLock::new(|| {
    let words: Vec<&str> = LISTS.iter().flat_map(|list| list.iter().copied()).collect();
    Words::in_any_case(&words)
});

const LISTS: [&[&str]; 7] = [&RELEASE_AT_INIT, &RELEASE, &ACQUIRE, &ACQUIRE_INNER, &UNLOCK, &OUTCOME, &OTHER];

const ATLANTIS: [&str; 3] =
    ["currently locked by an unapplied plan", "currently locked for this pull", "pply lock"];

/// What stands behind the head of a real error.
const CAUSES: [&str; 18] = [
    "Exception: ",
    "StatusCode: ",
    "StatusCode=",
    "already locked: ",
    "already locked by another",
    "lock ID: ",
    "lock ID \"",
    "lock id \"",
    "Error message: ",
    "googleapi: Error ",
    "api error ",
    "resource temporarily unavailable",
    "state blob is already locked",
    "unexpected end of JSON input",
    "Lock ID: ",
    "following value",
    "terraform-lock -> ",
    "the following error",
];

/// Which lists a line has words of.
fn lists_of(line: &str) -> [bool; LISTS.len()] {
    let mut out = [false; LISTS.len()];
    for found in HEADS.every_place(line) {
        let mut index = found.index;
        for (list, has) in LISTS.iter().zip(out.iter_mut()) {
            if index < list.len() {
                *has = true;
                break;
            }
            index -= list.len();
        }
    }
    out
}

fn starts_with(text: &str, head: &str) -> bool {
    text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head))
}

/// Which family a line opens, if any.
fn opens(line: &str) -> Option<Family> {
    if line.is_empty() || line.len() > 1 << 20 {
        return None;
    }
    let [release_at_init, release, acquire, inner, unlock, outcome, other] = lists_of(line);
    let text = line.trim_start();
    let is_message = starts_with(text, "error message:");
    if release_at_init {
        return Some(Family::ReleaseAtInit);
    }
    if release && !is_message {
        return Some(Family::Release);
    }
    if acquire && !is_message {
        return Some(Family::Acquire);
    }
    if inner && !is_message {
        return Some(Family::Inner);
    }
    if unlock {
        return Some(Family::Unlock);
    }
    if outcome {
        return Some(Family::Outcome);
    }
    if is_message {
        // A paste may begin here.
        return (acquire || inner).then_some(Family::Block);
    }
    let is_head = starts_with(text, "error ") || starts_with(text, "error: ") || {
        let lower = || line.to_ascii_lowercase();
        line.len() < 4096 && line.contains("nitializing the backend") && lower().contains(" error: ")
    };
    (other || is_head).then_some(Family::Other)
}

/// Cuts the lines at each head. A head within an error that is still open belongs to it.
pub(super) fn sections(lines: &[Line]) -> Vec<Section<'_>> {
    let mut starts: Vec<(usize, Family)> = Vec::new();
    let mut block_seen = false;
    let mut closed = false;
    for (index, line) in lines.iter().enumerate() {
        let has_block = lock_info::head(&line.text).is_some();
        let opened = opens(&line.text);
        let open = starts.last().copied();
        let near = open.is_some_and(|(start, _)| index - start <= 30);
        let new = match (opened, open) {
            (Some(family), Some((start, current))) => {
                let again = family == current
                    && index - start <= 2
                    && !block_seen
                    && family != Family::Outcome
                    && lines.get(start).is_some_and(|head| {
                        !line.text.contains(head.text.trim()) || head.text.trim().is_empty()
                    });
                let inside = near
                    && !closed
                    && !block_seen
                    && match current {
                        Family::ReleaseAtInit | Family::Release => {
                            matches!(family, Family::Other | Family::Block | Family::Inner)
                                || (current == Family::Release
                                    && family == Family::Acquire
                                    && index - start <= 3)
                        }
                        Family::Acquire | Family::Inner => {
                            matches!(family, Family::Block | Family::Inner)
                                || family == Family::Other && !line.text.trim_start().starts_with("Error: ")
                                || again
                        }
                        Family::Unlock => family != Family::Outcome && family != Family::Release || again,
                        Family::Outcome => family == Family::Outcome,
                        Family::Other => {
                            matches!(family, Family::Block | Family::Inner)
                                || family == Family::Other && !line.text.trim_start().starts_with("Error: ")
                        }
                        Family::Block => matches!(family, Family::Block | Family::Inner),
                    };
                (!(inside || again && family != Family::Other)).then_some(family)
            }
            (Some(family), None) => Some(family),
            (None, Some(_)) => (has_block && (block_seen || !near)).then_some(Family::Block),
            (None, None) => has_block.then_some(Family::Block),
        };
        if let Some(family) = new {
            starts.push((index, family));
            block_seen = false;
            closed = false;
        } else if has_block && block_seen {
            starts.push((index, Family::Block));
            block_seen = false;
            closed = false;
        }
        if has_block {
            block_seen = true;
        }
        closed |= line.text.contains("flag, but this is not recommended")
            || line.text.contains("no one else is holding a lock");
    }
    starts
        .iter()
        .enumerate()
        .map(|(at, (start, family))| {
            let end = starts.get(at + 1).map_or(lines.len(), |(next, _)| *next);
            Section { family: *family, lines: lines.get(*start..end.min(start + 120)).unwrap_or(&[]) }
        })
        .collect()
}

impl Section<'_> {
    /// Whether the head only speaks of such an error: in the midst of a sentence, in quotes, or as a title.
    fn is_prose(&self, words: &str, whole: &Whole) -> bool {
        // The others have words that nobody writes otherwise.
        if !matches!(self.family, Family::Acquire | Family::Release | Family::Other)
            || ATLANTIS.iter().any(|word| words.contains(word))
        {
            return false;
        }
        let Some(head) = self.lines.first().map(|line| line.text.trim()) else { return true };
        let heads: Vec<_> = HEADS.every_place(head).collect();
        let Some(first) = heads.iter().map(|found| found.start).min() else { return false };
        let before = head.get(..first).unwrap_or("");
        let is_told = heads.iter().any(|found| {
            let before = head.get(..found.start).unwrap_or("").trim_end_matches(' ');
            before.is_empty()
                || before.ends_with([':', ']', '|', '>', '-', ')', '=', '!', '╷', '.', '}', '{', '\\'])
        });
        if !is_told {
            // A quoted error tells its cause behind its head, and the cause has a value.
            let rest = words.get(first.min(words.len())..).unwrap_or("");
            return !CAUSES.iter().any(|cause| rest.contains(cause));
        }
        // A title stands alone, and what follows it is a text.
        let is_title = before.is_empty()
            && heads.iter().any(|found| found.start == 0 && found.end + 1 >= head.len())
            && !starts_with(head, "error: ")
            && matches!(self.family, Family::Acquire | Family::Release | Family::Other | Family::Inner);
        is_title && whole.lines > 4 && !CAUSES.iter().any(|cause| words.contains(cause)) && {
            let lower = words.to_ascii_lowercase();
            !lower.contains("error message:") && !lower.contains("error: ") && !whole.has_box
        }
    }

    pub(super) fn observe(&self, whole: &Whole) -> Option<Observation> {
        let head = self.lines.iter().position(|line| lock_info::head(&line.text).is_some());
        let block = head.and_then(|at| lock_info::block(self.lines.get(at..).unwrap_or(&[])));
        // The words of the error: up to the closing paragraph, on one line.
        let mut words = String::new();
        let mut after = String::new();
        let mut last = 0;
        let mut blanks = 0;
        for (index, line) in self.lines.iter().enumerate() {
            let text = line.text.trim();
            let in_block =
                head.is_some_and(|at| index >= at && index < at + block.as_ref().map_or(1, |one| one.lines));
            let blanks_before = blanks;
            blanks = if text.is_empty() { blanks + 1 } else { 0 };
            if ["Terraform acquires a", "OpenTofu acquires a"].iter().any(|closing| text.starts_with(closing))
            {
                last = index;
                break;
            }
            if in_block {
                last = index;
                if head == Some(index) {
                    let before = lock_info::head(text)
                        .and_then(|end| text.get(..end.saturating_sub(10)))
                        .unwrap_or("");
                    push(&mut words, before);
                }
                continue;
            }
            if blanks > 3 && !words.is_empty() {
                break;
            }
            if text.is_empty() {
                continue;
            }
            if words.len() < 6000 {
                let is_after = head.is_some_and(|at| index > at);
                if is_after && blanks_before > 0 {
                    break;
                }
                let target = if is_after { &mut after } else { &mut words };
                push(target, text);
                last = index;
            } else {
                break;
            }
        }
        // A flattened error has its closing paragraph on the same line.
        for closing in [" Terraform acquires a", " OpenTofu acquires a"] {
            if let Some(end) = words.find(closing) {
                words.truncate(end);
            }
        }
        if block.is_none() && self.is_prose(&words, whole) {
            return None;
        }
        let start = self.lines.first()?.start;
        let end = self.lines.get(last)?.end;
        let unit = self.lines.iter().find_map(|line| line.unit.clone());
        let found = Reading {
            family: self.family,
            words: &words,
            after: &after,
            block,
            whole,
            unit,
            span: Span::new(start, end),
        };
        found.observation()
    }
}

fn push(words: &mut String, text: &str) {
    if !words.is_empty() {
        words.push(' ');
    }
    // Edges of a box that was flattened are no words.
    let is_word = |word: &&str| !word.is_empty() && !matches!(*word, "│" | "╷" | "╵" | "┃");
    for (index, word) in text.split([' ', '\t']).filter(is_word).enumerate() {
        if index > 0 {
            words.push(' ');
        }
        words.push_str(word);
    }
}

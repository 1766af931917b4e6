//! An answer's bytes, as they come, to an [`Answer`].

use super::providers::Provider;
use super::wire::{self, frames::Frames};
use super::{Answer, AskError, ErrorKind, Remedy, Stop, Usage, error};
use serde_json::Value;

/// Bytes of an answer's text at most. Then reading stops, and what came is kept.
pub const ANSWER_LIMIT: usize = 20 << 20;

/// What the events have told so far.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) text: String,
    pub(super) complete: bool,
    pub(super) stop: Option<Stop>,
    pub(super) usage: Option<Usage>,
    pub(super) error: Option<AskError>,
    /// The model gave a reason for its end, though the stream's own end is still to come.
    pub(super) ended: bool,
    full: bool,
}

impl Collected {
    pub(super) fn push(&mut self, text: &str) {
        if self.text.len() + text.len() > ANSWER_LIMIT {
            self.full = true;
        } else if !self.full {
            self.text.push_str(text);
        }
    }

    /// The latest count counts: providers report sums.
    pub(super) fn count(&mut self, input: Option<&Value>, output: Option<&Value>) {
        let (input, output) = (input.and_then(Value::as_u64), output.and_then(Value::as_u64));
        if input.is_some() || output.is_some() {
            let usage = self.usage.get_or_insert_default();
            usage.input = input.or(usage.input);
            usage.output = output.or(usage.output);
        }
    }
}

/// Reads an answer as it comes over the wire. Memory is bounded, whatever comes.
#[derive(Debug)]
pub struct Stream {
    provider: &'static Provider,
    status: u16,
    retry_after: Option<u64>,
    frames: Frames,
    collected: Collected,
    /// The last event that was no JSON: `data: overloaded`.
    odd: String,
    events: usize,
}

impl Stream {
    /// For an answer with this HTTP status.
    pub fn new(provider: &'static Provider, status: u16) -> Self {
        Self {
            provider,
            status,
            retry_after: None,
            frames: Frames::default(),
            collected: Collected::default(),
            odd: String::new(),
            events: 0,
        }
    }

    /// The answer's `retry-after`, where the browser lets a page read it: seconds.
    pub fn retry_after(&mut self, header: &str) {
        self.retry_after = header.trim().parse().ok();
    }

    /// Takes the next bytes, cut anywhere; gives the text so far.
    pub fn push(&mut self, bytes: &[u8]) -> &str {
        if !self.collected.full {
            let mut events = Vec::new();
            // Whole events are read before further bytes are taken apart, so that at most one event waits.
            for piece in bytes.chunks(1 << 16) {
                self.frames.push(piece, &mut |event| events.push(event));
                for event in events.drain(..) {
                    self.read(&event);
                }
            }
        }
        &self.collected.text
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.collected.text
    }

    /// Nothing that still comes can change the answer: stop reading.
    pub fn is_over(&self) -> bool {
        self.collected.full || self.frames.too_large || self.collected.complete
    }

    /// The answer, when the bytes have ended.
    pub fn finish(mut self) -> Answer {
        let mut events = Vec::new();
        self.frames.finish(&mut |event| events.push(event));
        for event in events {
            self.read(&event);
        }
        let failed = !(200..300).contains(&self.status);
        let mut out = self.collected;
        if !self.provider.ends_with_done && out.ended {
            out.complete = true;
        }
        if out.error.is_none() {
            out.error = if out.full || self.frames.too_large {
                out.complete = false;
                Some(AskError {
                    kind: ErrorKind::Unreadable,
                    message: "The answer is larger than 20 MB, so reading stopped. What came is kept."
                        .to_owned(),
                    retry_after_seconds: None,
                    remedy: Remedy::TryAgain,
                })
            } else if failed || (!out.complete && out.text.is_empty()) {
                let rest = if self.odd.is_empty() { self.frames.rest() } else { self.odd };
                let came = error::Came {
                    page: self.frames.is_page(),
                    nothing: self.frames.is_empty(),
                    events: self.events,
                    rest: &rest,
                };
                error::without_words(self.provider, self.status, &came)
            } else if !out.complete {
                error::in_words(self.provider, self.status, &self.odd)
            } else {
                None
            };
        }
        if let Some(error) = &mut out.error {
            out.complete = false;
            if error.retry_after_seconds.is_none() && error.remedy == Remedy::Wait {
                error.retry_after_seconds = self.retry_after;
            }
        }
        Answer { text: out.text, complete: out.complete, stop: out.stop, usage: out.usage, error: out.error }
    }

    fn read(&mut self, event: &[u8]) {
        let event = event.trim_ascii();
        if event == b"[DONE]" {
            self.events += 1;
            self.collected.complete |= self.collected.error.is_none();
            return;
        }
        let Ok(value) = serde_json::from_slice::<Value>(event) else {
            let start = event.get(..event.len().min(2000)).unwrap_or(&[]);
            self.odd = String::from_utf8_lossy(start).into_owned();
            return;
        };
        self.events += 1;
        if let Some(error) = error::in_event(self.provider, self.status, &value) {
            // The first error is the cause of those that follow.
            self.collected.error.get_or_insert(error);
            return;
        }
        wire::read(&value, &mut self.collected);
    }
}

//! The worker's half: holds the raw paste, the vault and the analysis; answers with plain data.

mod ask;
pub(crate) mod report;

use crate::model::{MARK, Request, Response};
use ask::{Asking, Subject};
use js_sys::{Array, JsString, Uint8Array, Uint32Array};
use nanoserde::{DeBin, SerBin};
use report::Examined;
use stackengine_core::{analyze, detect, diagnose, fix, redact};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// What the worker remembers between requests.
#[derive(Default)]
pub(crate) struct Engine {
    raw: String,
    /// The last examination. `None` before the first.
    pub(crate) examined: Option<Rc<RefCell<Examined>>>,
    fix: fix::Options,
    asking: Asking,
}

/// About so much text travels in one message, in bytes.
const PIECE: usize = 1_000_000;

/// Where the first piece of a text ends: at a character's border.
fn piece_end(text: &str) -> usize {
    (PIECE..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// Answers requests as long as the worker lives.
pub(crate) fn run(scope: &DedicatedWorkerGlobalScope) {
    let engine = Rc::new(RefCell::new(Engine::default()));
    let to = scope.clone();
    crate::dom::on(scope, "message", move |event: MessageEvent| {
        let message: Array = event.data().unchecked_into();
        let bytes: Uint8Array = message.get(0).unchecked_into();
        let Ok(request) = Request::deserialize_bin(&bytes.to_vec()) else { return };
        engine.borrow_mut().answer(request, message.get(1), &to);
    });
    answer(scope, &Response::Ready, &[]);
}

/// Sends an answer, with what travels beside it.
pub(crate) fn answer(to: &DedicatedWorkerGlobalScope, response: &Response, beside: &[JsValue]) {
    let message = Array::new();
    message.push(&Uint8Array::from(response.serialize_bin().as_slice()));
    for one in beside {
        message.push(one);
    }
    // The document that made this worker is there as long as the worker is.
    _ = to.post_message(&message);
}

impl Engine {
    fn answer(&mut self, request: Request, beside: JsValue, to: &DedicatedWorkerGlobalScope) {
        match request {
            Request::Examine { seq, choices } => {
                if let Ok(text) = beside.dyn_into::<JsString>() {
                    self.raw = String::from(&text);
                }
                let started = js_sys::Date::now();
                let options = report::options(&choices, started);
                let step = |step| answer(to, &Response::Progress { seq, step }, &[]);
                step(0);
                let mut fix = fix::fix(&self.raw, &options.fix);
                let settings: Vec<_> = fix.blocks.iter().map(|block| block.settings.clone()).collect();
                step(1);
                let diagnosis = diagnose::diagnose(&self.raw, &settings, options.now);
                fix.add_told(&self.raw, &options.fix, &diagnosis.incidents);
                step(2);
                let detection = detect::detect(&self.raw, &options.detect);
                step(3);
                let (redacted, vault) = redact::redact(&self.raw, &detection.findings);
                let analysis = analyze::Analysis { diagnosis, fix, detection, redacted, vault };
                let mut examined = Examined { analysis };
                let mut report = examined.report(&self.raw, options.now);
                report.seq = seq;
                report.milliseconds = js_sys::Date::now() - started;
                let marks = examined.marks(&self.raw, &report.rules);
                debug_assert!(marks.len().is_multiple_of(MARK));
                // In pieces: the document would be held up by taking in ten megabytes at once.
                let mut rest = examined.analysis.redacted.as_str();
                while let Some((piece, more)) =
                    rest.split_at_checked(piece_end(rest)).filter(|_| rest.len() > PIECE)
                {
                    answer(to, &Response::Piece { seq }, &[JsValue::from_str(piece)]);
                    rest = more;
                }
                let beside = [JsValue::from_str(rest), Uint32Array::from(marks.as_slice()).into()];
                self.examined = Some(Rc::new(RefCell::new(examined)));
                self.fix = options.fix;
                answer(to, &Response::Report(Box::new(report)), &beside);
            }
            Request::Ask(request) => {
                let bytes = beside.dyn_into::<js_sys::ArrayBuffer>();
                let bytes = bytes.map_or_else(|_| Vec::new(), |bytes| Uint8Array::new(&bytes).to_vec());
                let subject =
                    Subject { raw: &self.raw, fix: self.fix.clone(), examined: self.examined.clone() };
                if let Some((told, body)) = self.asking.answer(request, &bytes, subject) {
                    let beside: Vec<JsValue> = body.iter().map(|body| JsValue::from_str(body)).collect();
                    answer(to, &Response::Ask(told), &beside);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_ends_between_characters() {
        let text = format!("{}\u{1f512}{}", "a".repeat(PIECE - 1), "b".repeat(5));
        assert_eq!(piece_end(&text), PIECE + 3);
        assert_eq!(piece_end("short"), 5);
    }
}

//! The worker's half: holds the raw paste, the vault and the analysis; answers with plain data.

pub(crate) mod ask;
pub(crate) mod report;

use crate::later::{self, doors};
use crate::model::{Choices, MARK, Request, Response};
use js_sys::{Array, Function, JsString, Reflect, Uint8Array, Uint32Array};
use nanoserde::{DeBin, SerBin};
use report::Examined;
use stackengine_core::{detect, diagnose, fix, redact};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, TextEncoder};

/// What the worker remembers between requests.
#[derive(Default)]
pub(crate) struct Engine {
    pub(crate) raw: String,
    /// The last examination. `None` before the first.
    pub(crate) examined: Option<Rc<RefCell<Examined>>>,
    pub(crate) fix: fix::Options,
    /// The examination whose rest is still to be told.
    owed: Option<u32>,
    /// The questions, as the second part keeps them.
    pub(crate) asking: Option<Box<dyn Any>>,
}

/// About so much text travels in one message, in bytes.
const PIECE: usize = 1_000_000;

/// Where the first piece of a text ends: at a character's border.
fn piece_end(text: &str) -> usize {
    (PIECE..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// A text of the browser's. Its own encoder takes a large one in at once; the glue would do so unit by unit.
fn utf8(text: &JsString) -> String {
    let encoded = || {
        let encoder: JsValue = TextEncoder::new().ok()?.into();
        let encode: Function = Reflect::get(&encoder, &"encode".into()).ok()?.dyn_into().ok()?;
        let bytes: Uint8Array = encode.call1(&encoder, text).ok()?.dyn_into().ok()?;
        String::from_utf8(bytes.to_vec()).ok()
    };
    encoded().unwrap_or_else(|| String::from(text))
}

/// Answers requests as long as the worker lives.
pub(crate) fn run(scope: &DedicatedWorkerGlobalScope) {
    let engine = Rc::new(RefCell::new(Engine::default()));
    let (waiting, to) = (engine.clone(), scope.clone());
    later::when_settled(move |is_here| {
        if is_here {
            waiting.borrow_mut().rest(&to);
        } else {
            answer(&to, &Response::Lost, &[]);
        }
    });
    let (to, warming) = (scope.clone(), engine.clone());
    crate::dom::on(scope, "message", move |event: MessageEvent| {
        // The second part comes as a message too, which `start.js` takes.
        let Ok(message) = event.data().dyn_into::<Array>() else { return };
        let bytes: Uint8Array = message.get(0).unchecked_into();
        let Ok(request) = Request::deserialize_bin(&bytes.to_vec()) else { return };
        engine.borrow_mut().answer(request, &message, &to);
    });
    answer(scope, &Response::Ready, &[]);
    // The browser compiles a function when it is called first, and the search makes its tables then. Whoever opens the
    // page takes a moment to paste; that moment is used, unless a paste is here already.
    let warm = Closure::once_into_js(move || {
        if warming.borrow().examined.is_none() {
            warm_up();
        }
    });
    _ = scope.set_timeout_with_callback(warm.unchecked_ref());
}

/// Goes the whole way once, with a sample, and keeps nothing of it.
fn warm_up() {
    let raw = crate::samples::CLASSIC;
    let options = report::options(&Choices::default(), 0.0);
    let settings = fix::settings(raw);
    let diagnosis = diagnose::diagnose(raw, &settings, options.now);
    let detection = detect::detect(raw, &options.detect);
    let (redacted, vault) = redact::redact(raw, &detection.findings);
    let examined = Examined::new(raw, diagnosis, detection, redacted, vault, options.now);
    _ = (examined.marks(raw), Response::Report(Box::new(examined.report)).serialize_bin());
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
    fn answer(&mut self, request: Request, message: &Array, to: &DedicatedWorkerGlobalScope) {
        let beside = message.get(1);
        match request {
            Request::Examine { seq, choices } => {
                if let Ok(text) = beside.dyn_into::<JsString>() {
                    self.raw = utf8(&text);
                }
                let started = js_sys::Date::now();
                let options = report::options(&choices, started);
                let step = |step| answer(to, &Response::Progress { seq, step }, &[]);
                step(0);
                let settings = fix::settings(&self.raw);
                step(1);
                let diagnosis = diagnose::diagnose(&self.raw, &settings, options.now);
                step(2);
                let detection = detect::detect(&self.raw, &options.detect);
                step(3);
                let (redacted, mut vault) = redact::redact(&self.raw, &detection.findings);
                vault.choose(&options.detect);
                let mut examined =
                    Examined::new(&self.raw, diagnosis, detection, redacted, vault, options.now);
                examined.report.seq = seq;
                examined.report.milliseconds = js_sys::Date::now() - started;
                let marks = examined.marks(&self.raw);
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
                answer(to, &Response::Report(Box::new(examined.report.clone())), &beside);
                self.examined = Some(Rc::new(RefCell::new(examined)));
                self.fix = options.fix;
                self.owed = Some(seq);
                if later::is_here() {
                    self.rest(to);
                }
            }
            Request::Ask => {
                // Nobody can ask before the rest is there.
                if !later::is_here() {
                    return;
                }
                let asked: Uint8Array = message.get(2).unchecked_into();
                let bytes = beside.dyn_into::<js_sys::ArrayBuffer>();
                let bytes = bytes.map_or_else(|_| Vec::new(), |bytes| Uint8Array::new(&bytes).to_vec());
                if let Some((told, body)) = doors::ask(self, &asked.to_vec(), &bytes) {
                    let body = body.map_or(JsValue::UNDEFINED, |body| JsValue::from_str(&body));
                    answer(to, &Response::Ask, &[body, Uint8Array::from(told.as_slice()).into()]);
                }
            }
        }
    }

    /// Tells what follows the last report, once.
    fn rest(&mut self, to: &DedicatedWorkerGlobalScope) {
        if let Some((seq, examined)) = self.owed.take().zip(self.examined.as_ref()) {
            let rest = doors::rest(&mut examined.borrow_mut(), &self.raw, &self.fix);
            answer(to, &Response::Rest { seq }, &[Uint8Array::from(rest.as_slice()).into()]);
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

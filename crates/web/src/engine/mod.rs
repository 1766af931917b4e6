//! The worker's half: holds the raw paste, the vault and the analysis; answers with plain data.

pub(crate) mod ask;
pub(crate) mod report;

use crate::later::{self, doors};
use crate::model::{Choices, MARK, Request, Response};
use js_sys::{Array, Function, JsString, Reflect, Uint8Array, Uint32Array};
use nanoserde::{DeBin, SerBin};
use report::{Diagnosed, Examined};
use stackengine_core::fix;
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
    /// What was told first of the last paste, while its rest is still to be told.
    owed: Option<Diagnosed>,
    /// The last examination that was told whole.
    pub(crate) examined: Option<Rc<RefCell<Examined>>>,
    pub(crate) fix: fix::Options,
    /// The questions, as the second part keeps them.
    pub(crate) asking: Option<Box<dyn Any>>,
}

/// About so much text travels in one message, in bytes.
const PIECE: usize = 1_000_000;

/// So long after the worker the page stands, in milliseconds: what the worker does before takes the processor from it.
const STANDS: i32 = 500;

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
            warm_later(&waiting, &to);
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
    // The browser compiles a function when it is called first. Whoever opens the page takes a moment to paste; that
    // moment is used, once the page stands and unless a paste is here already.
    let warm = Closure::once_into_js(move || {
        if !warming.borrow().is_used() {
            _ = Response::Report(Box::new(diagnosed(crate::samples::CLASSIC, &Choices::default()).report))
                .serialize_bin();
        }
    });
    _ = scope.set_timeout_with_callback_and_timeout_and_arguments_0(warm.unchecked_ref(), STANDS);
}

/// Goes the second half of the way once too, with a sample, and keeps nothing of it: the search makes its tables then.
fn warm_later(engine: &Rc<RefCell<Engine>>, scope: &DedicatedWorkerGlobalScope) {
    let engine = engine.clone();
    let warm = Closure::once_into_js(move || {
        if !engine.borrow().is_used() {
            let raw = crate::samples::CLASSIC;
            _ = doors::rest(diagnosed(raw, &Choices::default()), raw, &mut |_| {});
        }
    });
    _ = scope.set_timeout_with_callback_and_timeout_and_arguments_0(warm.unchecked_ref(), 2 * STANDS);
}

/// Reads the errors of a paste.
fn diagnosed(raw: &str, choices: &Choices) -> Diagnosed {
    let started = js_sys::Date::now();
    let mut diagnosed = Diagnosed::of(raw, report::options(choices, started));
    diagnosed.milliseconds = js_sys::Date::now() - started;
    diagnosed
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
                self.examined = None;
                answer(to, &Response::Progress { seq, step: 0 }, &[]);
                let mut diagnosed = diagnosed(&self.raw, &choices);
                diagnosed.report.seq = seq;
                diagnosed.report.goes_on = later::is_here();
                answer(to, &Response::Report(Box::new(diagnosed.report.clone())), &[]);
                self.owed = Some(diagnosed);
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

    /// Whether it was asked for anything.
    fn is_used(&self) -> bool {
        self.owed.is_some() || self.examined.is_some()
    }

    /// Tells what follows the last report, once.
    fn rest(&mut self, to: &DedicatedWorkerGlobalScope) {
        let Some(diagnosed) = self.owed.take() else { return };
        let seq = diagnosed.report.seq;
        self.fix = diagnosed.options.fix.clone();
        let (examined, rest, marks) = doors::rest(diagnosed, &self.raw, &mut |step| {
            answer(to, &Response::Progress { seq, step }, &[]);
        });
        debug_assert!(marks.len().is_multiple_of(MARK));
        // In pieces: the document would be held up by taking in ten megabytes at once.
        let mut text = examined.analysis.redacted.as_str();
        while let Some((piece, more)) = text.split_at_checked(piece_end(text)).filter(|_| text.len() > PIECE)
        {
            answer(to, &Response::Piece { seq }, &[JsValue::from_str(piece)]);
            text = more;
        }
        let beside = [
            Uint8Array::from(rest.as_slice()).into(),
            JsValue::from_str(text),
            Uint32Array::from(marks.as_slice()).into(),
        ];
        answer(to, &Response::Rest { seq }, &beside);
        self.examined = Some(Rc::new(RefCell::new(examined)));
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

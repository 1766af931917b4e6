//! The document's end of the worker: one examination at a time, the newest text wins, a slow one can be cancelled.

use crate::asking::AskRequest;
use crate::dom;
use crate::later::{self, doors};
use crate::model::{Choices, Request, Response};
use crate::page::{Page, Told};
use js_sys::{Array, Function, JsString, Reflect, Uint8Array, Uint32Array};
use nanoserde::{DeBin, SerBin};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

/// An examination that a newer text makes useless is waited for so long, in milliseconds; then its worker is ended.
const PATIENCE: f64 = 600.0;

/// The worker and what it is doing.
#[derive(Default)]
pub(crate) struct Bench {
    worker: RefCell<Option<Worker>>,
    ready: Cell<bool>,
    seq: Cell<u32>,
    /// When the running examination was sent.
    since: Cell<Option<f64>>,
    /// There is something newer than what was sent.
    pending: Cell<bool>,
    /// The text that this worker holds.
    held: RefCell<Option<JsString>>,
    /// What has come of the redacted text, and of which examination.
    pieces: RefCell<(u32, Option<JsString>)>,
}

fn now() -> f64 {
    dom::window().performance().map_or(0.0, |clock| clock.now())
}

/// Something that `start.js` left for the views.
fn started(name: &str) -> JsValue {
    Reflect::get(&dom::window(), &"stackengine".into())
        .and_then(|own| Reflect::get(&own, &name.into()))
        .unwrap_or(JsValue::UNDEFINED)
}

/// When the document was sealed, in milliseconds since it opened.
pub(crate) fn sealed() -> f64 {
    started("sealed").as_f64().unwrap_or(0.0)
}

/// The address of the site's root, where its files lie.
pub(crate) fn root() -> String {
    started("root").as_string().unwrap_or_default()
}

impl Bench {
    /// Makes a worker; it says when it is ready.
    pub(crate) fn open(page: &Rc<Page>) {
        let Ok(make) = started("worker").dyn_into::<Function>() else { return };
        let made = make.call0(&JsValue::UNDEFINED).and_then(JsCast::dyn_into::<Worker>);
        let Ok(worker) = made else { return };
        let owner = Rc::downgrade(page);
        let this = worker.clone();
        dom::on(&worker, "message", move |event: MessageEvent| {
            let Some(page) = owner.upgrade() else { return };
            // A worker that was ended may have words on their way.
            if page.bench.worker.borrow().as_ref() != Some(&this) {
                return;
            }
            let message: Array = event.data().unchecked_into();
            let bytes: Uint8Array = message.get(0).unchecked_into();
            if let Ok(response) = Response::deserialize_bin(&bytes.to_vec()) {
                Self::hear(&page, response, &message);
            }
        });
        let bench = &page.bench;
        // The first worker starts beside the views; it may have said already that it is ready.
        let early = Reflect::get(&worker, &"early".into()).ok().and_then(|count| count.as_f64());
        bench.ready.set(early.is_some_and(|count| count > 0.0));
        bench.since.set(None);
        *bench.held.borrow_mut() = None;
        *bench.worker.borrow_mut() = Some(worker);
    }

    fn hear(page: &Rc<Page>, response: Response, message: &Array) {
        let bench = &page.bench;
        match response {
            Response::Ready => {
                bench.ready.set(true);
                Self::send(page);
            }
            Response::Progress { seq, step } => {
                if seq == bench.seq.get() {
                    page.progress(Some(step));
                }
            }
            // Nobody can ask before the second part is there.
            Response::Ask if later::is_here() => {
                let told: Uint8Array = message.get(2).unchecked_into();
                doors::hear(page, &told.to_vec(), message.get(1));
            }
            Response::Ask => {}
            Response::Rest { seq } => {
                let (of, before) = bench.pieces.take();
                if seq != bench.seq.get() {
                    return;
                }
                bench.since.set(None);
                page.progress(None);
                if bench.pending.get() {
                    Self::send(page);
                    return;
                }
                let bytes: Uint8Array = message.get(1).unchecked_into();
                let last: JsString = message.get(2).unchecked_into();
                let before = before.filter(|_| of == seq);
                let redacted = before.map_or(last.clone(), |before| before.concat(&last));
                let marks: Uint32Array = message.get(3).unchecked_into();
                page.show_rest(Told {
                    text: page.input().0,
                    bytes: bytes.to_vec(),
                    redacted,
                    marks: marks.to_vec(),
                });
            }
            Response::Lost => page.lost(),
            Response::Piece { seq } => {
                let piece: JsString = message.get(1).unchecked_into();
                let mut pieces = bench.pieces.borrow_mut();
                let before = pieces.1.take().filter(|_| pieces.0 == seq);
                *pieces = (seq, Some(before.map_or(piece.clone(), |before| before.concat(&piece))));
            }
            Response::Report(report) => {
                if report.seq != bench.seq.get() {
                    return;
                }
                let goes_on = report.goes_on;
                if !goes_on {
                    bench.since.set(None);
                    page.progress(None);
                }
                if !bench.pending.get() {
                    page.show(*report);
                } else if !goes_on {
                    Self::send(page);
                }
            }
        }
    }

    /// Whether nothing was asked of it yet.
    pub(crate) fn is_unused(&self) -> bool {
        self.seq.get() == 0 && !self.pending.get()
    }

    /// Whether something is being examined, or waits for it.
    pub(crate) fn is_busy(&self) -> bool {
        self.pending.get() || self.since.get().is_some()
    }

    /// There is a new text or a new choice.
    pub(crate) fn submit(page: &Rc<Page>) {
        let bench = &page.bench;
        bench.pending.set(true);
        match bench.since.get() {
            None => Self::send(page),
            Some(since) if now() - since > PATIENCE => Self::again(page),
            Some(_) => {
                let page = page.clone();
                // Overtaken: give it its time, then end it.
                dom::after(700, move || {
                    let late = page.bench.since.get().is_some_and(|since| now() - since > PATIENCE);
                    if page.bench.pending.get() && late {
                        Self::again(&page);
                    }
                });
            }
        }
    }

    /// Says something about a question or its answer; an answer's bytes go beside it.
    pub(crate) fn ask(page: &Rc<Page>, asked: &AskRequest, bytes: &JsValue) {
        let asked: JsValue = Uint8Array::from(asked.serialize_bin().as_slice()).into();
        let message = Array::of3(&request(&Request::Ask), bytes, &asked);
        if let Some(worker) = page.bench.worker.borrow().as_ref() {
            // Text and bytes can always be sent.
            _ = worker.post_message(&message);
        }
    }

    /// Ends the examination. Nothing is examined until the next change.
    pub(crate) fn cancel(page: &Rc<Page>) {
        page.bench.pending.set(false);
        Self::renew(page);
    }

    fn again(page: &Rc<Page>) {
        Self::renew(page);
        page.bench.pending.set(true);
    }

    fn renew(page: &Rc<Page>) {
        if let Some(worker) = page.bench.worker.borrow_mut().take() {
            worker.terminate();
        }
        page.bench.seq.set(page.bench.seq.get().wrapping_add(1));
        page.progress(None);
        Self::open(page);
    }

    fn send(page: &Rc<Page>) {
        let bench = &page.bench;
        if !bench.ready.get() || bench.since.get().is_some() || !bench.pending.replace(false) {
            return;
        }
        let (text, choices): (JsString, Choices) = page.input();
        let seq = bench.seq.get().wrapping_add(1);
        bench.seq.set(seq);
        bench.since.set(Some(now()));
        let message = Array::new();
        message.push(&request(&Request::Examine { seq, choices }));
        let known = bench.held.borrow().as_ref() == Some(&text);
        if !known {
            message.push(&text);
            *bench.held.borrow_mut() = Some(text);
        }
        if let Some(worker) = bench.worker.borrow().as_ref() {
            // Strings can always be sent.
            _ = worker.post_message(&message);
        }
    }
}

fn request(request: &Request) -> JsValue {
    Uint8Array::from(request.serialize_bin().as_slice()).into()
}

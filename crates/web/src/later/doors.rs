//! The functions through which alone the second part is reached. Each is `#[inline(never)]`, which the build counts:
//! what were drawn into its caller would be no door, and all behind it would be of the first part.

use crate::dom;
use crate::engine::Engine;
use crate::engine::ask::{Asking, Subject};
use crate::engine::report::{Diagnosed, Examined};
use crate::model::Rest;
use crate::page::Page;
use crate::views::{ask, fix, kit, redact, sheet, trust};
use crate::zip;
use js_sys::JsString;
use nanoserde::{DeBin, SerBin};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

// ---- in the worker ----

/// What follows a report: the whole examination, the bytes of a [`Rest`], and the marks. `step` is told what begins.
#[inline(never)]
pub(crate) fn rest(
    diagnosed: Diagnosed,
    raw: &str,
    step: &mut dyn FnMut(u32),
) -> (Examined, Vec<u8>, Vec<u32>) {
    let (started, before) = (js_sys::Date::now(), diagnosed.milliseconds);
    let (examined, mut rest) = Examined::of(diagnosed, raw, step);
    rest.milliseconds = before + js_sys::Date::now() - started;
    let marks = examined.marks(raw);
    (examined, rest.serialize_bin(), marks)
}

/// Answers a message about a question: the bytes of an `AskResponse`, and a request's body.
#[inline(never)]
pub(crate) fn ask(engine: &mut Engine, asked: &[u8], bytes: &[u8]) -> Option<(Vec<u8>, Option<String>)> {
    let asked = crate::asking::AskRequest::deserialize_bin(asked).ok()?;
    let subject = Subject { raw: &engine.raw, fix: engine.fix.clone(), examined: engine.examined.clone() };
    let kept = engine.asking.get_or_insert_with(|| Box::new(Asking::default()));
    let (told, body) = kept.downcast_mut::<Asking>()?.answer(asked, bytes, subject)?;
    Some((told.serialize_bin(), body))
}

// ---- in the document ----

/// The second part is there: what can be asked is shown.
#[inline(never)]
pub(crate) fn mount(page: &Rc<Page>) {
    ask::mount(page);
}

/// Shows what follows a report. What did not change stays as it is.
#[inline(never)]
pub(crate) fn show(page: &Rc<Page>, bytes: &[u8], anew: bool, texts_changed: bool) {
    let Ok(rest) = Rest::deserialize_bin(bytes) else { return };
    let before = page.rest.replace(rest);
    let rest = page.rest.borrow();
    if anew || before.blocks != rest.blocks {
        fix::render(&rest, page.is_beside());
    }
    if anew || before.companions != rest.companions {
        kit::companions(&rest);
    }
    if anew || before.prevention != rest.prevention {
        kit::prevention(&rest);
    }
    if anew || before.why_not != rest.why_not {
        kit::why_not(&rest);
    }
    // In turns: the document breathes between.
    let lists = page.clone();
    dom::after(0, move || redact::lists(&lists.rest.borrow(), &lists.input().1));
    let page = page.clone();
    dom::after(0, move || {
        let last = page.clone();
        let then = move || last.stands();
        if texts_changed {
            redact::texts(&page.examined.borrow(), &page.redacted.borrow(), &page.marks.borrow(), then);
        } else {
            then();
        }
    });
}

/// Shows the hardened blocks the other way.
#[inline(never)]
pub(crate) fn blocks(rest: &Rest, beside: bool) {
    fix::render(rest, beside);
}

/// A file of the kit was opened.
#[inline(never)]
pub(crate) fn opened(file: &HtmlElement) {
    kit::opened(file);
}

/// Tells why one place is hidden.
#[inline(never)]
pub(crate) fn explain(index: usize, rest: &Rest, raw: &JsString, redacted: &JsString, marks: &[u32]) {
    redact::explain(index, rest, raw, redacted, marks);
}

/// The paste of a sample, empty for none.
#[inline(never)]
pub(crate) fn sample(id: &str) -> &'static str {
    crate::samples::text_of(id).unwrap_or("")
}

/// Makes the document try to send.
#[inline(never)]
pub(crate) fn prove() {
    trust::prove();
}

/// Everything as one ZIP.
#[inline(never)]
pub(crate) fn zip(rest: &Rest) -> Vec<u8> {
    zip::zip(&kit::everything(rest))
}

/// The sheet for print.
#[inline(never)]
pub(crate) fn sheet(to: &Element, markdown: &str) {
    sheet::render(to, markdown);
}

/// The worker said something about a question.
#[inline(never)]
pub(crate) fn hear(page: &Rc<Page>, told: &[u8], beside: JsValue) {
    if let Ok(told) = crate::asking::AskResponse::deserialize_bin(told) {
        ask::hear(page, told, beside);
    }
}

/// A button of the section about asking was pressed.
#[inline(never)]
pub(crate) fn act(page: &Rc<Page>, what: &str, argument: &str, button: &HtmlElement) {
    ask::act(page, what, argument, button);
}

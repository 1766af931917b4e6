//! The workbench's end of the valve: the only words with its frames.
//!
//! There are two: one for the providers, one for this machine. In the single file both are the outer document.

use crate::dom;
use js_sys::{Array, ArrayBuffer, JSON, JsString, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlIFrameElement, MessageEvent, Window};

/// Which valve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// For the providers' hosts.
    Hosted,
    /// For servers on this machine.
    Local,
}

const BOTH: [Which; 2] = [Which::Hosted, Which::Local];

/// What a valve said.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Heard {
    /// An answer begins.
    Head { id: String, status: u16, retry_after: String },
    /// Bytes of it.
    Chunk { id: String, bytes: ArrayBuffer },
    /// The connection ended by itself.
    End { id: String },
    /// There is no answer, or it was cut: the valve's word for it, and its reason.
    Failed { id: String, why: String, detail: String },
    /// What the connection doctor tried.
    Symptoms { listens: bool, status: Option<u16>, permission: String, origin: String, https: bool },
    /// One more request, or one that ended; how many there are.
    Ledger { requests: u32 },
}

thread_local! {
    /// Both ledgers, as the valves told them.
    static LEDGERS: RefCell<[JsValue; 2]> = const { RefCell::new([JsValue::UNDEFINED, JsValue::UNDEFINED]) };
}

/// Whether the outer document is the valve.
pub(crate) fn is_outside() -> bool {
    dom::document_element().get_attribute("data-valve").as_deref() == Some("parent")
}

/// A valve's frame; none in the single file.
pub(crate) fn frame(which: Which) -> Option<HtmlIFrameElement> {
    let id = match which {
        Which::Hosted => "valve",
        Which::Local => "valve-local",
    };
    dom::document().get_element_by_id(id)?.dyn_into().ok()
}

fn window_of(which: Which) -> Option<Window> {
    if is_outside() { dom::window().parent().ok().flatten() } else { frame(which)?.content_window() }
}

/// Listens to both, as long as the page lives.
pub(crate) fn listen(mut hear: impl FnMut(Heard) + 'static) {
    dom::on(&dom::window(), "message", move |event: MessageEvent| {
        let Some(source) = event.source() else { return };
        let from = |which: &Which| window_of(*which).is_some_and(|window| Object::is(&source, &window));
        let Some(which) = BOTH.into_iter().find(from) else { return };
        // The providers' valve has no origin, this machine's has ours, and the outer document is who made us.
        let origin = match which {
            _ if is_outside() => event.origin(),
            Which::Hosted => "null".to_owned(),
            Which::Local => dom::window().location().origin().unwrap_or_default(),
        };
        let file = event.origin() == "null" && origin == "file://";
        if event.origin() != origin && !file {
            return;
        }
        let message = event.data();
        if number(&message, "v") != Some(1.0) {
            return;
        }
        match text(&message, "type").as_str() {
            "height" => {
                if let (Some(frame), Some(pixels)) = (frame(which), number(&message, "pixels")) {
                    // A whole number: to print a fraction takes six kilobytes of program.
                    #[expect(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        reason = "it is clamped"
                    )]
                    let pixels = pixels.clamp(40.0, 20_000.0) as u32;
                    dom::set(&frame, "height", &pixels.to_string());
                }
            }
            "ledger" => {
                let entries = get(&message, "entries");
                LEDGERS.with_borrow_mut(|ledgers| ledgers[which as usize] = entries);
                hear(Heard::Ledger { requests: requests() });
            }
            _ => {
                if let Some(heard) = read(&message) {
                    hear(heard);
                }
            }
        }
    });
}

fn read(message: &JsValue) -> Option<Heard> {
    let id = text(message, "id");
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a status has three digits")]
    let status =
        number(message, "status").filter(|status| (100.0..1000.0).contains(status)).map(|one| one as u16);
    Some(match text(message, "type").as_str() {
        "head" => Heard::Head { id, status: status?, retry_after: text(message, "retryAfter") },
        "chunk" => Heard::Chunk { id, bytes: get(message, "bytes").dyn_into().ok()? },
        "end" => Heard::End { id },
        "failed" => Heard::Failed { id, why: text(message, "why"), detail: text(message, "detail") },
        "symptoms" => Heard::Symptoms {
            listens: get(message, "listens").is_truthy(),
            status,
            permission: text(message, "permission"),
            origin: text(message, "origin"),
            https: get(message, "https").is_truthy(),
        },
        _ => return None,
    })
}

fn get(message: &JsValue, name: &str) -> JsValue {
    if message.is_object() {
        Reflect::get(message, &name.into()).unwrap_or_default()
    } else {
        JsValue::UNDEFINED
    }
}

fn number(message: &JsValue, name: &str) -> Option<f64> {
    get(message, name).as_f64()
}

fn text(message: &JsValue, name: &str) -> String {
    get(message, name).as_string().unwrap_or_default()
}

/// Says something: the parts of a message, of which `type` is one.
pub(crate) fn say(which: Which, parts: &[(&str, JsValue)]) {
    let message = Object::new();
    for (name, value) in [("v", JsValue::from(1))].iter().chain(parts) {
        // A new object of our own takes any part.
        _ = Reflect::set(&message, &(*name).into(), value);
    }
    let Some(window) = window_of(which) else { return };
    // A frame without an origin cannot be named; since the seal, no other document can stand in it.
    let target = match which {
        Which::Local if !is_outside() => {
            dom::window().location().origin().ok().filter(|origin| origin.starts_with("http"))
        }
        _ => None,
    };
    _ = window.post_message(&message, target.as_deref().unwrap_or("*"));
}

/// A list for a message.
pub(crate) fn list(items: impl Iterator<Item = JsValue>) -> JsValue {
    items.collect::<Array>().into()
}

fn requests() -> u32 {
    LEDGERS.with_borrow(|ledgers| {
        ledgers.iter().filter(|one| Array::is_array(one)).map(|one| Array::from(one).length()).sum()
    })
}

/// Every request since the page opened, as JSON: time, host, bytes, what was hidden, outcome. Neither body nor key.
pub(crate) fn ledger() -> String {
    let all = Array::new();
    LEDGERS.with_borrow(|ledgers| {
        for one in ledgers.iter().filter(|one| Array::is_array(one)) {
            for entry in Array::from(one).iter() {
                all.push(&entry);
            }
        }
    });
    JSON::stringify_with_replacer_and_space(&all, &JsValue::NULL, &JsValue::from(2))
        .map_or_else(|_| "[]".to_owned(), |json: JsString| String::from(json))
}

//! What the page says about itself: the strip, and the proof.

use crate::bench;
use crate::dom;
use crate::later;
use crate::words;
use js_sys::{Array, Function, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, HtmlDialogElement, HtmlImageElement, MessageEvent, PerformanceObserver, PerformanceObserverInit,
    SecurityPolicyViolationEvent, WebSocket,
};

thread_local! {
    /// Requests since the seal, by the browser's own count and the valve's.
    static SENT: Cell<u32> = const { Cell::new(0) };
    /// Refusals while the proof runs: directive and address.
    static REFUSED: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Starts the strip: the seal stands, and every further request would be counted.
pub(crate) fn mount() {
    dom::set(&dom::element("strip-seal"), "data-state", "sealed");
    dom::text(&dom::element("strip-seal-text"), words::SEALED);
    show_sent();
    let closure = Closure::<dyn FnMut(JsValue)>::new(|list: JsValue| {
        let entries = Reflect::get(&list, &"getEntries".into()).and_then(JsCast::dyn_into::<Function>);
        let Ok(entries) = entries.and_then(|get| get.call0(&list)) else { return };
        for entry in Array::from(&entries).iter() {
            let number =
                |name: &str| Reflect::get(&entry, &name.into()).ok().and_then(|value| value.as_f64());
            let name = Reflect::get(&entry, &"name".into()).ok().and_then(|name| name.as_string());
            // Only what reached a network counts: what the policy refused has no size, and data: and blob: are here.
            // The browser itself fetches icon and manifest for its own window, when it likes; Safari's engine counts the
            // service worker's file, which was asked for before the seal, with the page's own.
            let local = name.is_some_and(|name| {
                let of_the_browser =
                    ["icon.svg", "icon-192.png", "icon-512.png", "manifest.webmanifest", "sw.js"];
                name.starts_with("data:")
                    || name.starts_with("blob:")
                    || of_the_browser.iter().any(|file| name == format!("{}{file}", bench::root()))
            });
            let moved =
                number("transferSize").unwrap_or(0.0) > 0.0 || number("responseStatus").unwrap_or(0.0) > 0.0;
            if !local && moved && number("startTime").unwrap_or(0.0) > bench::sealed() {
                add_sent(1);
            }
        }
    });
    if let Ok(observer) = PerformanceObserver::new(closure.as_ref().unchecked_ref()) {
        let options = PerformanceObserverInit::new(&Array::of1(&"resource".into()));
        observer.observe(&options);
    }
    closure.forget();
    dom::on(&dom::document(), "securitypolicyviolation", |event: SecurityPolicyViolationEvent| {
        REFUSED.with_borrow_mut(|refused| {
            if refused.len() < 100 {
                refused.push((event.effective_directive(), event.blocked_uri()));
            }
        });
    });
    if !has_service_worker() {
        return;
    }
    // A build that took over says its name to every open page. Another than this page's: this one goes on whole, the
    // next load is the new one.
    dom::on(&dom::window().navigator().service_worker(), "message", move |event: MessageEvent| {
        let own = dom::element("strip-build").text_content();
        if event.data().as_string().is_some_and(|build| Some(build) != own) {
            dom::text(&dom::element("toast-text"), words::NEW_VERSION);
            dom::element("toast").set_hidden(false);
        }
    });
}

/// Something left, by the valve, after its own Send.
pub(crate) fn add_sent(requests: u32) {
    SENT.set(SENT.get() + requests);
    show_sent();
}

fn show_sent() {
    let sent = SENT.get();
    dom::text(&dom::element("strip-sent"), &words::sent(sent as usize));
}

/// Whether the page came from a host, and is not the single file.
fn is_served() -> bool {
    dom::window().location().protocol().unwrap_or_default().starts_with("http")
}

fn has_service_worker() -> bool {
    is_served() && Reflect::has(&dom::window().navigator(), &"serviceWorker".into()).unwrap_or(false)
}

/// Says whether the page works without a network: only where both of its parts are there.
pub(crate) fn offline() {
    let place = dom::element("strip-offline");
    if !later::is_here() {
        dom::text(&place, if later::is_lost() { words::PART_MISSING } else { words::GETTING_READY });
        return;
    }
    if !is_served() {
        dom::text(&place, "yes");
        return;
    }
    if !has_service_worker() {
        dom::text(&place, words::UNTIL_RELOAD);
        return;
    }
    let container = dom::window().navigator().service_worker();
    if let Ok(ready) = container.ready() {
        wasm_bindgen_futures::spawn_local(async move {
            if JsFuture::from(ready).await.is_ok() {
                dom::text(&place, "yes");
            }
        });
    }
}

struct Try {
    what: &'static str,
    refused: Rc<Cell<bool>>,
    row: Element,
}

/// Makes this document try to send, five times, and shows what the browser says.
pub(crate) fn prove() {
    let dialog = dom::by_id::<HtmlDialogElement>("prove");
    for open in ["check", "keys"] {
        dom::by_id::<HtmlDialogElement>(open).close();
    }
    if !dialog.open() {
        _ = dialog.show_modal();
    }
    let rows = dom::element("prove-rows");
    dom::clear(&rows);
    dom::text(&dom::element("prove-sum"), "");
    REFUSED.with_borrow_mut(Vec::clear);
    wasm_bindgen_futures::spawn_local(async move {
        let own = dom::window().location().origin().ok().filter(|origin| origin.starts_with("http"));
        let own = own.unwrap_or_else(|| "http://127.0.0.1:1".to_owned());
        let mut refusals = 0;
        let tries: [(&'static str, &'static str); 5] = [
            (words::TRY_OWN_HOST, "own"),
            (words::TRY_PROVIDER, "fetch"),
            ("sendBeacon", "beacon"),
            ("WebSocket", "socket"),
            (words::TRY_IMAGE, "image"),
        ];
        for (what, how) in tries {
            let row = dom::copy_of("t-try");
            dom::text(&dom::part(&row, "what"), what);
            dom::add(&rows, &row);
            let one = Try { what, refused: Rc::new(Cell::new(false)), row: row.into() };
            let before = REFUSED.with_borrow(Vec::len);
            let thrown = attempt(how, &own).await;
            // The report of the violation comes as an event of its own.
            pause(60).await;
            let event = REFUSED.with_borrow(|all| all.get(before).cloned());
            one.refused.set(event.is_some());
            let answer = match (&event, &thrown) {
                (Some((directive, uri)), _) => words::refused(directive, uri),
                (None, Some(error)) => words::failed(error),
                (None, None) => words::NOT_REFUSED.to_owned(),
            };
            let cell = dom::part(&one.row, "answer");
            dom::text(&cell, &answer);
            cell.set_class_name(if one.refused.get() { "refused" } else { "passed" });
            dom::set(&one.row, "data-try", one.what);
            refusals += usize::from(one.refused.get());
        }
        dom::text(&dom::element("prove-sum"), &words::refusals(refusals, tries.len()));
    });
}

/// Tries one way out; gives what was thrown.
async fn attempt(how: &str, own: &str) -> Option<String> {
    let message = |error: JsValue| {
        let text = Reflect::get(&error, &"message".into()).ok().and_then(|text| text.as_string());
        Some(text.unwrap_or_else(|| "error".to_owned()))
    };
    match how {
        "own" | "fetch" => {
            let url =
                if how == "own" { format!("{own}/?proof") } else { "https://api.anthropic.com/".to_owned() };
            JsFuture::from(dom::window().fetch_with_str(&url)).await.err().and_then(message)
        }
        "beacon" => {
            // Returns true even where it is refused; only the event tells.
            _ = dom::window().navigator().send_beacon_with_opt_str(&format!("{own}/proof"), Some("proof"));
            None
        }
        "socket" => {
            let url = own.replacen("http", "ws", 1);
            match WebSocket::new(&format!("{url}/proof")) {
                Ok(socket) => {
                    pause(50).await;
                    _ = socket.close();
                    None
                }
                Err(error) => message(error),
            }
        }
        _ => {
            if let Ok(image) = HtmlImageElement::new() {
                image.set_src("https://example.com/proof.png");
                pause(50).await;
            }
            None
        }
    }
}

async fn pause(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        _ = dom::window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    _ = JsFuture::from(promise).await;
}

//! The second part of the program, which comes after the first result's: see `crates/site/src/split`.
//!
//! Everything in [`doors`], and whatever is reached through it alone, is in a file of its own, whose bytes may still be
//! on their way when the page opens. Nobody may call a door before [`is_here`] says so; who does stops the program, so
//! that nothing is ever told by half. The document and the worker each have an instance of both parts.

pub(crate) mod doors;

use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How it stands with the second part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Coming,
    Here,
    Lost,
}

thread_local! {
    static STATE: Cell<State> = const { Cell::new(State::Coming) };
}

/// Whether the second part is there.
pub(crate) fn is_here() -> bool {
    STATE.get() == State::Here
}

/// Whether it is known that it does not come.
pub(crate) fn is_lost() -> bool {
    STATE.get() == State::Lost
}

/// It does not come, or not to the worker: nobody calls it any more.
pub(crate) fn lose() {
    STATE.set(State::Lost);
}

/// Waits for what `start.js` promised, then tells whether the second part is there.
pub(crate) fn when_settled(then: impl FnOnce(bool) + 'static) {
    let promised = js_sys::Reflect::get(&js_sys::global(), &"stackengine".into())
        .and_then(|own| js_sys::Reflect::get(&own, &"later".into()))
        .and_then(JsCast::dyn_into::<js_sys::Promise>);
    spawn_local(async move {
        let came: Result<JsValue, JsValue> = match promised {
            Ok(promise) => JsFuture::from(promise).await,
            Err(error) => Err(error),
        };
        STATE.set(if came.is_ok() { State::Here } else { State::Lost });
        then(came.is_ok());
    });
}

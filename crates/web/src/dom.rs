//! The only casts, and the only words with the document. Text goes in as text, never as markup.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::convert::FromWasmAbi;
use web_sys::{Document, Element, Event, EventTarget, HtmlElement, HtmlTemplateElement, Window};

/// The window.
pub(crate) fn window() -> Window {
    match web_sys::window() {
        Some(window) => window,
        None => wasm_bindgen::throw_str("this half of the program needs a window"),
    }
}

/// The document.
pub(crate) fn document() -> Document {
    match window().document() {
        Some(document) => document,
        None => wasm_bindgen::throw_str("the window has no document"),
    }
}

/// The element with this id; a missing one is told by name.
pub(crate) fn by_id<T: JsCast>(id: &str) -> T {
    match document().get_element_by_id(id).and_then(|element| element.dyn_into::<T>().ok()) {
        Some(element) => element,
        None => wasm_bindgen::throw_str(&format!("index.html has no fitting #{id}")),
    }
}

/// The element with this id.
pub(crate) fn element(id: &str) -> HtmlElement {
    by_id(id)
}

/// A copy of the first element in the template with this id.
pub(crate) fn copy_of(template: &str) -> HtmlElement {
    let content = by_id::<HtmlTemplateElement>(template).content();
    let copy = content.first_element_child().and_then(|first| first.clone_node_with_deep(true).ok());
    match copy.and_then(|copy| copy.dyn_into::<HtmlElement>().ok()) {
        Some(copy) => copy,
        None => wasm_bindgen::throw_str(&format!("the template #{template} is empty")),
    }
}

/// The part with this name, `data-part="name"`, of a copied template.
pub(crate) fn part(root: &Element, name: &str) -> HtmlElement {
    let selector = format!("[data-part=\"{name}\"]");
    let found = root.query_selector(&selector).ok().flatten();
    match found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        Some(found) => found,
        None => wasm_bindgen::throw_str(&format!("a template lacks its part {name}")),
    }
}

/// A new element.
pub(crate) fn new(tag: &str, class: &str, text: &str) -> Element {
    match document().create_element(tag) {
        Ok(element) => {
            if !class.is_empty() {
                element.set_class_name(class);
            }
            if !text.is_empty() {
                element.set_text_content(Some(text));
            }
            element
        }
        Err(_) => wasm_bindgen::throw_str("no element of that name"),
    }
}

/// Sets an element's text.
pub(crate) fn text(element: &Element, text: &str) {
    element.set_text_content(Some(text));
}

/// Sets the text of a copied template's part; an empty text hides it.
pub(crate) fn fill(root: &Element, name: &str, text: &str) {
    let part = part(root, name);
    part.set_text_content(Some(text));
    part.set_hidden(text.is_empty());
}

/// Empties an element.
pub(crate) fn clear(element: &Element) {
    element.set_text_content(None);
}

/// Appends a child.
pub(crate) fn add(parent: &Element, child: &Element) {
    // A new element has no reason to be refused.
    _ = parent.append_child(child);
}

/// Appends plain text.
pub(crate) fn add_text(parent: &Element, text: &str) {
    _ = parent.append_child(&document().create_text_node(text));
}

/// Sets an attribute.
pub(crate) fn set(element: &Element, name: &str, value: &str) {
    // The names are ours and legal.
    _ = element.set_attribute(name, value);
}

/// Listens as long as the page lives.
pub(crate) fn on<E: FromWasmAbi + JsCast + 'static>(
    target: &EventTarget,
    kind: &str,
    mut listener: impl FnMut(E) + 'static,
) {
    let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| listener(event.unchecked_into::<E>()));
    _ = target.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// The same for events that do not bubble: hears them on their way down.
pub(crate) fn on_captured(target: &EventTarget, kind: &str, listener: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(listener);
    _ = target.add_event_listener_with_callback_and_bool(kind, closure.as_ref().unchecked_ref(), true);
    closure.forget();
}

/// Runs something once, later.
pub(crate) fn after(milliseconds: i32, run: impl FnOnce() + 'static) -> i32 {
    let closure = Closure::once_into_js(run);
    window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(closure.unchecked_ref(), milliseconds)
        .unwrap_or(0)
}

/// The nearest element at or above an event's target that fits a selector.
pub(crate) fn closest(event: &Event, selector: &str) -> Option<HtmlElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()?.dyn_into().ok()
}

/// An attribute of the nearest element at or above this one that has it.
pub(crate) fn owner(element: &Element, attribute: &str) -> String {
    let holder = element.closest(&format!("[{attribute}]")).ok().flatten();
    holder.and_then(|holder| holder.get_attribute(attribute)).unwrap_or_default()
}

/// Brings an element into view and gives it the focus.
pub(crate) fn go_to(element: &HtmlElement) {
    if !element.has_attribute("tabindex") {
        set(element, "tabindex", "-1");
    }
    _ = element.focus();
    element.scroll_into_view();
}

/// The root element.
pub(crate) fn document_element() -> Element {
    match document().document_element() {
        Some(element) => element,
        None => wasm_bindgen::throw_str("the document has no element"),
    }
}

/// The selected text.
pub(crate) fn selection() -> String {
    match window().get_selection() {
        Ok(Some(selection)) => selection.to_string().into(),
        _ => String::new(),
    }
}

/// The selected text, if it lies in one of these elements.
pub(crate) fn selection_in(ids: &[&str]) -> String {
    let Ok(Some(selection)) = window().get_selection() else { return String::new() };
    let inside = ids.iter().any(|id| {
        let element = document().get_element_by_id(id);
        element.is_some_and(|element| {
            element.contains(selection.anchor_node().as_ref())
                && element.contains(selection.focus_node().as_ref())
        })
    });
    if inside { selection.to_string().into() } else { String::new() }
}

/// A promise for an old interface with two callbacks.
pub(crate) fn promise(run: impl Fn(&js_sys::Function, &js_sys::Function)) -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, reject| run(&resolve, &reject))
}

//! What the user does: keys, clicks, and what each asks for.

use super::incoming::of_list;
use super::{Page, alert, say, text_box};
use crate::bench::Bench;
use crate::later::{self, doors};
use crate::samples::{CLASSIC, SAMPLES};
use crate::session::Change;
use crate::views::{code, incident, texts};
use crate::{dom, words};
use js_sys::{Array, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DragEvent, Event, HtmlAnchorElement, HtmlButtonElement,
    HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTemplateElement, KeyboardEvent,
    Url,
};

impl Page {
    pub(super) fn listen(self: Rc<Self>) {
        let document = dom::document();
        let page = self.clone();
        dom::on(&document, "click", move |event: Event| {
            if let Some(mark) = dom::closest(&event, "#marked [data-mark]") {
                if dom::selection().is_empty() {
                    page.explain(&mark);
                }
            } else if let Some(button) = dom::closest(&event, "[data-do]") {
                page.act(&button);
            }
        });
        let page = self.clone();
        dom::on(&text_box(), "input", move |_: Event| {
            // A new turn for each key; the last one within the pause examines.
            let turn = page.typed.get().wrapping_add(1);
            page.typed.set(turn);
            Page::behind(true);
            let page = page.clone();
            dom::after(60, move || {
                if page.typed.get() == turn {
                    let text = text_box().value();
                    page.change(Change::Typed(JsValue::from(text).unchecked_into()));
                }
            });
        });
        dom::on_captured(&document, "toggle", |event: Event| {
            let file = dom::closest(&event, "#kit details.file:not(.whynot)[open]");
            if let Some(file) = file.filter(|_| later::is_here()) {
                doors::opened(&file);
            }
        });
        let page = self.clone();
        dom::on(&dom::window(), "beforeprint", move |_: Event| {
            if page.can() {
                doors::sheet(&dom::element("sheet"), &page.rest.borrow().sheet);
            } else {
                dom::text(&dom::element("sheet"), if later::is_lost() { words::LOST } else { words::COMING });
            }
        });
        let page = self.clone();
        dom::on(&document, "paste", move |event: ClipboardEvent| page.pasted(&event));
        let page = self.clone();
        dom::on(&document, "keydown", move |event: KeyboardEvent| page.key(&event));
        dom::on(&document, "dragover", |event: DragEvent| {
            event.prevent_default();
            _ = dom::element("box").class_list().add_1("over");
        });
        dom::on(&document, "dragleave", |event: DragEvent| {
            if event.related_target().is_none() {
                _ = dom::element("box").class_list().remove_1("over");
            }
        });
        let page = self.clone();
        dom::on(&document, "drop", move |event: DragEvent| {
            _ = dom::element("box").class_list().remove_1("over");
            event.prevent_default();
            if let Some(data) = event.data_transfer() {
                page.dropped(&data);
            }
        });
        for (id, from_folder) in [("files", false), ("folder", true)] {
            let page = self.clone();
            let input: HtmlInputElement = dom::by_id(id);
            dom::on(&input.clone(), "change", move |_: Event| {
                if let Some(list) = input.files() {
                    page.clone().read(of_list(&list, from_folder));
                }
                input.set_value("");
            });
        }
        let page = self.clone();
        dom::on(&dom::by_id::<HtmlInputElement>("identifiers"), "change", move |_: Event| {
            let hide = dom::by_id::<HtmlInputElement>("identifiers").checked();
            page.change(Change::KeepIdentifiers(!hide));
        });
        let page = self.clone();
        dom::on(&dom::by_id::<HtmlInputElement>("keep"), "change", move |_: Event| page.keep());
        for id in ["version", "tool"] {
            let page = self.clone();
            dom::on(&dom::element(id), "change", move |_: Event| {
                let version = dom::by_id::<HtmlInputElement>("version").value().trim().to_owned();
                let tofu = dom::by_id::<HtmlSelectElement>("tool").value() == "tofu";
                page.change(Change::Version { version, tofu });
            });
        }
        dom::on(&dom::by_id::<HtmlSelectElement>("theme"), "change", |_: Event| {
            let theme = dom::by_id::<HtmlSelectElement>("theme").value();
            dom::set(&dom::document_element(), "data-theme", &theme);
        });
        let page = self;
        dom::on(&document, "selectionchange", move |_: Event| page.selected());
    }

    fn selected(&self) {
        let selection = dom::selection_in(&["marked", "leaves"]);
        let some = !selection.trim().is_empty() && selection.len() <= 10_000;
        dom::by_id::<HtmlButtonElement>("hide-secret").set_disabled(!some);
        dom::by_id::<HtmlButtonElement>("hide-identifier").set_disabled(!some);
        if some {
            *self.pane_selection.borrow_mut() = selection;
        }
    }

    fn explain(&self, mark: &HtmlElement) {
        let index =
            mark.get_attribute("data-mark").and_then(|index| index.parse().ok()).unwrap_or(usize::MAX);
        if self.can() {
            let (redacted, marks) = (self.redacted.borrow(), self.marks.borrow());
            doors::explain(index, &self.rest.borrow(), &self.examined.borrow(), &redacted, &marks);
        }
    }

    fn key(self: &Rc<Self>, event: &KeyboardEvent) {
        let command = event.ctrl_key() || event.meta_key();
        let typing = dom::closest(event, "input, textarea, select, [contenteditable]").is_some();
        let in_dialog = dom::closest(event, "dialog").is_some();
        match event.key().as_str() {
            "Enter" if command => {
                event.prevent_default();
                let place = if dom::element("incident").hidden() { "summary" } else { "headline" };
                dom::go_to(&dom::element(place));
            }
            "Enter" | " " => {
                if let Some(mark) = dom::closest(event, "#marked [data-mark]") {
                    event.prevent_default();
                    self.explain(&mark);
                }
            }
            "Escape" if !in_dialog => {
                if !dom::element("toast").hidden() {
                    dom::element("toast").set_hidden(true);
                } else if dom::element("box").contains(dom::document().active_element().as_deref()) {
                    // Already there.
                } else if dom::element("big").hidden() {
                    dom::go_to(&text_box());
                } else {
                    dom::go_to(&dom::element("big-text"));
                }
            }
            "z" if command && !event.shift_key() && !typing && !in_dialog => {
                event.prevent_default();
                self.undo();
            }
            "?" if !typing && !in_dialog && dom::by_id::<HtmlInputElement>("single-keys").checked() => {
                _ = dom::by_id::<HtmlDialogElement>("keys").show_modal();
            }
            _ => {}
        }
    }

    fn undo(self: &Rc<Self>) {
        let what = self.session.borrow().undoable();
        if let Some(what) = what {
            self.change(Change::Undo);
            dom::element("toast").set_hidden(true);
            say(&words::undone(what));
        }
    }

    fn act(self: &Rc<Self>, button: &HtmlElement) {
        let argument = button.get_attribute("data-arg").unwrap_or_default();
        let piece = code::piece_in(button);
        match button.get_attribute("data-do").as_deref().unwrap_or("") {
            "copy" => {
                if let Some((text, _)) = piece {
                    Self::copy(button, &text);
                }
            }
            "download" => {
                if let Some((text, name)) = piece {
                    save(&name, &Array::of1(&text), "text/plain;charset=utf-8");
                    say(&words::saved(&name));
                }
            }
            "sample" => {
                if let Some(sample) = SAMPLES.iter().find(|sample| sample.id == argument) {
                    let text = match argument.as_str() {
                        "s3-dynamodb" => CLASSIC,
                        _ if later::is_here() => doors::sample(&argument),
                        _ => return alert(if later::is_lost() { words::LOST } else { words::COMING }),
                    };
                    let text = JsValue::from_str(text).unchecked_into();
                    self.replace(text, "sample", &words::sample_loaded(sample.title));
                }
            }
            "page-sample" => {
                // The template that a guide brings along.
                let sample = dom::document().query_selector("template#page-sample").ok().flatten();
                let template = sample.and_then(|one| one.dyn_into::<HtmlTemplateElement>().ok());
                if let Some(text) = template.and_then(|template| template.content().text_content()) {
                    self.replace(JsValue::from(text).unchecked_into(), "sample", words::GUIDE_SAMPLE);
                    dom::element("paste").scroll_into_view();
                }
            }
            "files" | "folder" => {
                dom::element(
                    if argument.is_empty() {
                        button.get_attribute("data-do").unwrap_or_default()
                    } else {
                        argument
                    }
                    .as_str(),
                )
                .click();
            }
            "clear" => {
                self.replace(texts::empty(), "clear", words::CLEARED);
                _ = text_box().focus();
            }
            "undo" => self.undo(),
            "toast-close" => dom::element("toast").set_hidden(true),
            "cancel" => {
                Bench::cancel(self);
                Self::behind(false);
                say(words::CANCELLED);
            }
            "dialog" => _ = dom::by_id::<HtmlDialogElement>(&argument).show_modal(),
            "prove" if later::is_here() => doors::prove(),
            "prove" => alert(if later::is_lost() { words::LOST } else { words::COMING }),
            "unit" => {
                self.chosen.set(argument.parse().unwrap_or(0));
                incident::render(&self.report.borrow(), self.chosen.get(), self.powershell.get());
                dom::go_to(&dom::element("headline"));
            }
            "shell" => {
                self.powershell.set(argument == "powershell");
                press(button);
                incident::render(&self.report.borrow(), self.chosen.get(), self.powershell.get());
            }
            "diff" => {
                self.beside.set(argument == "beside");
                press(button);
                if self.can() {
                    doors::blocks(&self.rest.borrow(), self.beside.get());
                }
            }
            "harmless" => {
                let dialog = dom::by_id::<HtmlDialogElement>("reason");
                if let Some(value) = code::piece_in(&dialog).and_then(|(value, _)| value.as_string()) {
                    dialog.close();
                    self.change(Change::Harmless(value));
                    self.toast(words::LEFT_IN);
                }
            }
            "hide-selection" => {
                let value = self.pane_selection.replace(String::new());
                self.hide(value.trim(), argument == "secret");
                _ = dom::window()
                    .get_selection()
                    .map(|selection| selection.map(|one| one.remove_all_ranges()));
            }
            "hide-word" => {
                let input = dom::by_id::<HtmlInputElement>("word");
                self.hide(input.value().trim(), false);
                input.set_value("");
            }
            "hide-unsure" => {
                if let Some(value) = piece.and_then(|(value, _)| value.as_string()) {
                    self.hide(&value, true);
                }
            }
            "forget" => {
                if let Some(value) = piece.and_then(|(value, _)| value.as_string()) {
                    self.change(Change::Forget(value));
                    self.toast(words::REMOVED);
                }
            }
            "zip" if self.can() => {
                let bytes = doors::zip(&self.rest.borrow());
                save("stackengine.zip", &Array::of1(&Uint8Array::from(bytes.as_slice())), "application/zip");
                say(&words::saved("stackengine.zip"));
            }
            "sheet" if self.can() => {
                let sheet = JsValue::from_str(&self.rest.borrow().sheet);
                save("incident-redacted.md", &Array::of1(&sheet), "text/markdown;charset=utf-8");
                say(&words::saved("incident-redacted.md"));
            }
            "print" => _ = dom::window().print(),
            ask if ask.starts_with("ask-") && self.can() => doors::act(self, ask, &argument, button),
            _ => {}
        }
    }

    fn hide(self: &Rc<Self>, value: &str, secret: bool) {
        if value.chars().count() < 2 {
            alert(words::TOO_SHORT);
            return;
        }
        self.change(Change::Hide { value: value.to_owned(), secret });
        self.toast(words::HIDDEN);
    }

    fn copy(button: &HtmlElement, text: &JsValue) {
        let Some(text) = text.as_string() else { return };
        let promise = dom::window().navigator().clipboard().write_text(&text);
        let button = button.clone();
        spawn_local(async move {
            match JsFuture::from(promise).await {
                Ok(_) => {
                    _ = button.class_list().add_1("copied");
                    say(words::COPIED);
                    dom::after(1600, move || _ = button.class_list().remove_1("copied"));
                }
                Err(_) => alert(words::NO_CLIPBOARD),
            }
        });
    }
}

/// Marks the pressed button of its group.
fn press(button: &HtmlElement) {
    let Some(group) = button.parent_element() else { return };
    let children = group.children();
    for index in 0..children.length() {
        if let Some(one) = children.item(index) {
            dom::set(&one, "aria-pressed", "false");
        }
    }
    dom::set(button, "aria-pressed", "true");
}

/// Saves bytes or text as a file.
pub(crate) fn save(name: &str, parts: &Array, kind: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(parts, &options) else { return };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else { return };
    let link: HtmlAnchorElement = dom::new("a", "", "").unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    dom::after(60_000, move || _ = Url::revoke_object_url(&url));
}

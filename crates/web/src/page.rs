//! The document's half: what the user does, and which view shows what.

use crate::bench::Bench;
use crate::dom;
use crate::files;
use crate::later::{self, doors};
use crate::model::{Choices, Report, Rest};
use crate::samples::{CLASSIC, SAMPLES};
use crate::session::{Change, Session};
use crate::views::texts::{self, Marks};
use crate::views::{code, incident, redact, trust};
use crate::words;
use js_sys::{Array, Function, JsString, Object, Reflect, Uint8Array};
use stackengine_core::text::sort_by_text;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList,
    FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry, HtmlAnchorElement, HtmlButtonElement,
    HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTemplateElement,
    HtmlTextAreaElement, KeyboardEvent, TextDecoder, Url,
};

/// Longer texts are kept as data and shown in blocks: a text box takes seconds to lay them out. In UTF-16 units.
const BIG: u32 = 200_000;

/// Where a paste is kept through a reload, if the user asks for it.
const KEPT: &str = "stackengine.kept";

/// Everything the document knows.
pub(crate) struct Page {
    session: RefCell<Session<JsString>>,
    /// The end that talks with the worker.
    pub(crate) bench: Bench,
    /// The last report.
    pub(crate) report: RefCell<Report>,
    /// What follows a report, once it is there: of this one, where both have one number.
    pub(crate) rest: RefCell<Rest>,
    /// What came of it before this document could read it.
    unread: RefCell<Option<Vec<u8>>>,
    /// Its parts were taken off the page, since it was of another paste.
    taken_off: Cell<bool>,
    /// The redacted text of that report.
    pub(crate) redacted: RefCell<JsString>,
    marks: RefCell<Rc<Vec<u32>>>,
    /// The text that the marks are of.
    examined: RefCell<JsString>,
    shown: Cell<bool>,
    chosen: Cell<usize>,
    powershell: Cell<bool>,
    beside: Cell<bool>,
    typed: Cell<u32>,
    toast: Cell<u32>,
    pane_selection: RefCell<String>,
}

/// Opens the page.
pub(crate) fn open() {
    let page = Rc::new(Page {
        session: RefCell::new(Session::new(texts::empty())),
        bench: Bench::default(),
        report: RefCell::new(Report::default()),
        rest: RefCell::new(Rest::default()),
        unread: RefCell::new(None),
        taken_off: Cell::new(true),
        redacted: RefCell::new(texts::empty()),
        marks: RefCell::new(Rc::new(Vec::new())),
        examined: RefCell::new(texts::empty()),
        shown: Cell::new(false),
        chosen: Cell::new(0),
        powershell: Cell::new(dom::window().navigator().platform().is_ok_and(|name| name.starts_with("Win"))),
        beside: Cell::new(false),
        typed: Cell::new(0),
        toast: Cell::new(0),
        pane_selection: RefCell::new(String::new()),
    });
    let samples = dom::element("samples");
    for sample in SAMPLES {
        let item = dom::copy_of("t-sample");
        let button = dom::part(&item, "button");
        dom::text(&button, sample.title);
        dom::set(&button, "data-arg", sample.id);
        dom::add(&samples, &item);
    }
    trust::mount();
    Bench::open(&page);
    let waiting = page.clone();
    later::when_settled(move |is_here| {
        if is_here {
            doors::mount(&waiting);
            trust::offline();
            if let Some(rest) = waiting.unread.take() {
                waiting.show_rest(rest);
            }
        } else {
            waiting.lost();
        }
    });
    page.clone().listen();
    text_box().set_disabled(false);
    page.clone().take_up();
}

impl Page {
    /// What is to be examined.
    pub(crate) fn input(&self) -> (JsString, Choices) {
        let session = self.session.borrow();
        (session.text.clone(), session.choices.clone())
    }

    /// A change by the user, and everything that follows from it.
    pub(crate) fn change(self: &Rc<Self>, change: Change<JsString>) {
        let typed = matches!(change, Change::Typed(_));
        let changed = self.session.borrow_mut().apply(change);
        if changed {
            self.chosen.set(0);
            if !typed {
                self.show_text();
            }
        }
        self.show_choices();
        self.keep();
        Bench::submit(self);
    }

    fn show_choices(&self) {
        let session = self.session.borrow();
        let undo = dom::by_id::<HtmlButtonElement>("undo");
        undo.set_disabled(session.undoable().is_none());
        let what = words::undo(session.undoable());
        dom::text(&dom::element("undo-text"), &what);
        let version = dom::by_id::<HtmlInputElement>("version");
        if version.value() != session.choices.version {
            version.set_value(&session.choices.version);
        }
        dom::by_id::<HtmlSelectElement>("tool").set_value(if session.choices.tofu {
            "tofu"
        } else {
            "terraform"
        });
    }

    /// Puts the session's text where it is shown.
    fn show_text(&self) {
        let text = self.session.borrow().text.clone();
        let is_big = text.length() > BIG;
        let text_box = text_box();
        text_box.set_hidden(is_big);
        let big = dom::element("big");
        big.set_hidden(!is_big);
        if is_big {
            text_box.set_value("");
            dom::text(&dom::element("big-size"), &words::size(f64::from(text.length())));
            texts::show(&dom::element("big-text"), &text, &Marks::none(), crate::highlight::Language::Log);
        } else {
            dom::clear(&dom::element("big-text"));
            text_box.set_value(&String::from(&text));
        }
    }

    /// How far an examination is; none where it is over.
    pub(crate) fn progress(self: &Rc<Self>, step: Option<u32>) {
        let place = dom::element("progress");
        let Some(step) = step else {
            place.set_hidden(true);
            dom::set(&dom::element("results"), "aria-busy", "false");
            return;
        };
        // Short examinations need no bar.
        if self.session.borrow().text.length() < BIG {
            return;
        }
        place.set_hidden(false);
        dom::set(&dom::element("results"), "aria-busy", "true");
        dom::set(&dom::element("progress-bar"), "value", &(step + 1).to_string());
        let stage = words::STAGES.get(step as usize).copied().unwrap_or("");
        dom::text(&dom::element("progress-text"), stage);
    }

    /// Shows a report. What did not change stays as it is, so that open parts and the focus stay too.
    pub(crate) fn show(self: &Rc<Self>, report: Report, redacted: &JsString, marks: Vec<u32>) {
        let (text, choices) = self.input();
        let is_empty = String::from(&text.slice(0, 2000)).trim().is_empty() && text.length() < 2000;
        let before = self.report.replace(report);
        self.unread.take();
        let report = self.report.borrow();
        let first = !self.shown.replace(true);
        let marks = Rc::new(marks);
        let texts_changed = self.examined.replace(text.clone()) != text
            || first
            || *self.redacted.borrow() != *redacted
            || self.marks.borrow().as_ref() != marks.as_ref();
        *self.redacted.borrow_mut() = redacted.clone();
        *self.marks.borrow_mut() = marks.clone();
        dom::element("empty").set_hidden(!is_empty);
        dom::element("kit").set_hidden(is_empty);
        dom::set(&dom::document_element(), "data-paste", if is_empty { "empty" } else { "full" });
        self.summary(is_empty);
        if first || before.incidents != report.incidents {
            incident::render(&report, self.chosen.get(), self.powershell.get());
        }
        dom::set(&dom::element("kit"), "aria-busy", "true");
        let page = self.clone();
        let lists = move || redact::lists(&page.report.borrow(), &choices);
        let page = self.clone();
        let texts = move || {
            if texts_changed {
                redact::texts(&page.examined.borrow(), &page.redacted.borrow(), &page.marks.borrow());
            }
        };
        // In turns: what is needed first is shown first, and the document breathes between.
        dom::after(0, lists);
        dom::after(0, texts);
        // What follows comes in a moment. Where it does not, that of the paste before must not stand beside this one.
        let page = self.clone();
        let seq = report.seq;
        dom::after(400, move || {
            if page.report.borrow().seq == seq && !page.is_whole() {
                page.take_off();
            }
        });
    }

    fn summary(&self, is_empty: bool) {
        let rest = self.rest.borrow();
        let rest = Some(&*rest).filter(|_| self.is_whole());
        summary(&self.report.borrow(), rest, is_empty);
    }

    /// Whether all of the last report is on the page.
    fn is_whole(&self) -> bool {
        self.rest.borrow().seq == self.report.borrow().seq
    }

    pub(crate) fn is_beside(&self) -> bool {
        self.beside.get()
    }

    /// Hides what would follow a report, and says why it is not there.
    fn take_off(&self) {
        self.taken_off.set(true);
        for id in ["hardened", "companions", "prevention", "whynot"] {
            dom::element(id).set_hidden(true);
        }
        let pending = dom::element("pending");
        dom::text(&pending, if later::is_lost() { words::LOST } else { words::COMING });
        pending.set_hidden(false);
    }

    /// Shows what follows the last report, as soon as this document can.
    pub(crate) fn show_rest(self: &Rc<Self>, bytes: Vec<u8>) {
        if !later::is_here() {
            *self.unread.borrow_mut() = Some(bytes);
            return;
        }
        let page = self.clone();
        // A turn of its own, behind what is shown first.
        dom::after(0, move || {
            doors::show(&page, &bytes, page.taken_off.replace(false));
            dom::element("pending").set_hidden(true);
            dom::set(&dom::element("kit"), "aria-busy", "false");
            let is_empty = dom::element("kit").hidden();
            page.summary(is_empty);
        });
    }

    /// The second part does not come: what is there stands, and that is said.
    pub(crate) fn lost(&self) {
        later::lose();
        trust::offline();
        self.take_off();
        dom::set(&dom::element("kit"), "aria-busy", "false");
        dom::element("ask").set_hidden(true);
        alert(words::LOST);
        if self.shown.get() {
            self.summary(dom::element("kit").hidden());
        }
    }

    /// Whether the second part is there for what the user wants of it; else says why not.
    fn can(&self) -> bool {
        let can = later::is_here() && self.is_whole();
        if !can {
            alert(if later::is_lost() { words::LOST } else { words::COMING });
        }
        can
    }

    /// Says something that can be undone.
    fn toast(self: &Rc<Self>, text: &str) {
        dom::text(&dom::element("toast-text"), text);
        dom::element("toast").set_hidden(false);
        say(text);
        let turn = self.toast.get().wrapping_add(1);
        self.toast.set(turn);
        let page = self.clone();
        dom::after(8000, move || {
            let focused = dom::element("toast").contains(dom::document().active_element().as_deref());
            if page.toast.get() == turn && !focused {
                dom::element("toast").set_hidden(true);
            }
        });
    }

    /// Replaces the paste; the way back is offered.
    fn replace(self: &Rc<Self>, text: JsString, what: &'static str, said: &str) {
        let had = self.session.borrow().text.length() > 0;
        self.change(Change::Replaced(text, what));
        if had {
            self.toast(said);
        }
    }

    // ---- keeping, only if asked ----

    fn keep(&self) {
        let asked = dom::by_id::<HtmlInputElement>("keep").checked();
        let Some(storage) = dom::window().session_storage().ok().flatten() else { return };
        let text = self.session.borrow().text.clone();
        // A refused write (full, forbidden) keeps nothing, which is the default anyway.
        if asked && text.length() <= 1_000_000 {
            _ = storage.set_item(KEPT, &String::from(&text));
        } else {
            _ = storage.remove_item(KEPT);
        }
    }

    /// Takes up what was kept, or the sample that a guide's link names.
    fn take_up(self: Rc<Self>) {
        let kept = dom::window()
            .session_storage()
            .ok()
            .flatten()
            .and_then(|storage| storage.get_item(KEPT).ok().flatten());
        if let Some(kept) = kept {
            dom::by_id::<HtmlInputElement>("keep").set_checked(true);
            self.change(Change::Replaced(JsValue::from(kept).unchecked_into(), "reload"));
            return;
        }
        // Typed before the page was ready (a browser may restore a box's text).
        let typed = text_box().value();
        if !typed.is_empty() {
            self.change(Change::Typed(JsValue::from(typed).unchecked_into()));
            return;
        }
        self.show_choices();
        // The first paste must not wait behind an empty box, which is examined for its report when nothing else came.
        dom::after(500, move || {
            if self.bench.is_unused() {
                Bench::submit(&self);
            }
        });
    }

    // ---- listening ----

    fn listen(self: Rc<Self>) {
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
        let (text, _) = self.input();
        if self.can() {
            let (redacted, marks) = (self.redacted.borrow(), self.marks.borrow());
            doors::explain(index, &self.rest.borrow(), &text, &redacted, &marks);
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

    // ---- what comes in ----

    fn pasted(self: &Rc<Self>, event: &ClipboardEvent) {
        let typing = dom::closest(event, "input, select, [contenteditable]").is_some();
        let in_dialog = dom::closest(event, "dialog").is_some();
        let Some(data) = event.clipboard_data().filter(|_| !typing && !in_dialog) else { return };
        if data.files().is_some_and(|files| files.length() > 0) {
            event.prevent_default();
            self.dropped(&data);
            return;
        }
        let in_box = dom::closest(event, "#text").is_some();
        let text = text_of(&data);
        let is_big = text.length() > BIG;
        // Pasted beside the box, it goes in too. A short text in the box is the box's own business, undo included.
        if in_box && !is_big {
            return;
        }
        event.prevent_default();
        let own = self.session.borrow().text.clone();
        let all = if in_box && own.length() > 0 { Self::text_with(&text) } else { text };
        let page = self.clone();
        let put = move || page.replace(all, "paste", words::PASTED);
        // To copy a long text from the clipboard took the browser long enough: the rest has a turn of its own.
        if is_big {
            dom::after(0, put);
        } else {
            put();
        }
    }

    /// The box's text with a paste in place of its selection.
    fn text_with(pasted: &JsString) -> JsString {
        let text_box = text_box();
        let own: JsString = JsValue::from(text_box.value()).unchecked_into();
        let start = text_box.selection_start().ok().flatten().unwrap_or(0);
        let end = text_box.selection_end().ok().flatten().unwrap_or(start);
        own.slice(0, start).concat(pasted).concat(&own.slice(end, own.length()))
    }

    fn dropped(self: &Rc<Self>, data: &DataTransfer) {
        let items = data.items();
        let mut entries = Vec::new();
        for index in 0..items.length() {
            if let Some(entry) = items.get(index).and_then(|item| item.webkit_get_as_entry().ok().flatten()) {
                entries.push(entry);
            }
        }
        if entries.iter().any(FileSystemEntry::is_directory) {
            let page = self.clone();
            spawn_local(async move {
                let mut found = Vec::new();
                for entry in entries {
                    walk(entry, true, &mut found).await;
                }
                page.read(found);
            });
        } else if let Some(list) = data.files().filter(|list| list.length() > 0) {
            self.clone().read(of_list(&list, false));
        } else {
            let text = text_of(data);
            if text.length() > 0 {
                self.replace(text, "drop", words::DROPPED);
            }
        }
    }

    fn read(self: Rc<Self>, mut found: Vec<(String, File)>) {
        sort_by_text(&mut found, |(path, _)| path);
        let total: f64 = found.iter().map(|(_, file)| file.size()).sum();
        if found.is_empty() {
            alert(words::NO_FILES);
            return;
        }
        if total > files::MOST {
            alert(&words::too_much(total, files::MOST));
            return;
        }
        spawn_local(async move {
            let mut texts: Vec<(String, JsString)> = Vec::new();
            for (name, file) in found {
                if let Some(text) = text_of_file(&file).await {
                    texts.push((name, text));
                }
            }
            let count = texts.len();
            let text = if let [(_, only)] = texts.as_slice() { only.clone() } else { joined(&texts) };
            let said = words::files_taken(count);
            dom::after(0, move || self.replace(text, "files", &said));
        });
    }
}

/// A file's text, read in steps: to decode ten megabytes at once would hold the document up.
async fn text_of_file(file: &File) -> Option<JsString> {
    const STEP: f64 = 1_000_000.0;
    if file.size() <= STEP {
        return JsFuture::from(file.text()).await.ok()?.dyn_into().ok();
    }
    let decoder: JsValue = TextDecoder::new().ok()?.into();
    // Not by the binding, which would copy each part into Rust and back.
    let decode: Function = Reflect::get(&decoder, &"decode".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"stream".into(), &true.into()).ok()?;
    let mut out = texts::empty();
    let mut from = 0.0;
    while from < file.size() {
        let part = file.slice_with_f64_and_f64(from, from + STEP).ok()?;
        let bytes = JsFuture::from(part.array_buffer()).await.ok()?;
        let text: JsString = decode.call2(&decoder, &bytes, &options).ok()?.dyn_into().ok()?;
        out = out.concat(&text);
        from += STEP;
    }
    let rest: JsString = decode.call0(&decoder).ok()?.dyn_into().ok()?;
    Some(out.concat(&rest))
}

/// Files as one paste, without a copy of their texts.
fn joined(texts: &[(String, JsString)]) -> JsString {
    let mut out = texts::empty();
    let mut ends_a_line = true;
    for (index, (name, text)) in texts.iter().enumerate() {
        let head = files::head(name, index == 0, ends_a_line);
        out = out.concat(&JsValue::from(head)).concat(text);
        ends_a_line = text.length() == 0 || text.slice(text.length() - 1, text.length()) == "\n";
    }
    out
}

/// The text that is pasted or dropped, as JavaScript has it: ten megabytes are not copied into Rust and back.
fn text_of(data: &DataTransfer) -> JsString {
    let get = Reflect::get(data, &"getData".into()).and_then(JsCast::dyn_into::<Function>);
    let text = get.and_then(|get| get.call1(data, &"text/plain".into()));
    text.ok().and_then(|text| text.dyn_into().ok()).unwrap_or_else(texts::empty)
}

fn text_box() -> HtmlTextAreaElement {
    dom::by_id("text")
}

/// Says in a line what was found, and the notes. Of the whole, or of what is shown first.
fn summary(report: &Report, rest: Option<&Rest>, is_empty: bool) {
    let mut notes: Vec<&str> = report.notes.iter().map(String::as_str).collect();
    notes.extend(rest.iter().flat_map(|rest| &rest.notes).map(String::as_str));
    let nothing = report.incidents.is_empty() && rest.is_some_and(|rest| rest.blocks.is_empty());
    if !is_empty && nothing && notes.is_empty() {
        notes.push(words::NOTHING);
    }
    let list = dom::element("notes-list");
    dom::clear(&list);
    if !is_empty {
        for note in &notes {
            dom::add(&list, &dom::new("li", "", note));
        }
    }
    dom::element("notes").set_hidden(is_empty || notes.is_empty());
    let mut parts = Vec::new();
    if !is_empty {
        if report.incidents.is_empty() {
            parts.push(words::NO_INCIDENT.to_owned());
        } else {
            parts.push(words::count(report.incidents.len(), "incident", "incidents"));
            if let [one] = report.incidents.as_slice() {
                parts.push(one.verdict.clone());
            }
        }
        let findings = rest.iter().flat_map(|rest| &rest.blocks).map(|block| block.findings.len()).sum();
        if rest.is_some_and(|rest| !rest.blocks.is_empty()) {
            parts.push(words::count(findings, "finding", "findings"));
        }
        for (number, one, many) in
            [(report.secrets, "secret", "secrets"), (report.identifiers, "identifier", "identifiers")]
        {
            if number > 0 {
                parts.push(format!("{} hidden", words::count(number, one, many)));
            }
        }
        if report.secrets + report.identifiers == 0 {
            parts.push(words::NOTHING_TO_HIDE.to_owned());
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time for people")]
        let milliseconds = report.milliseconds.max(1.0) as u64;
        parts.push(format!("{milliseconds} ms"));
    }
    let text = parts.join(" · ");
    let seen = match report.incidents.as_slice() {
        [] => words::SEE_FOUND.to_owned(),
        [one] => words::see_result(&one.verdict),
        many => words::see_incidents(many.len()),
    };
    dom::text(&dom::element("jump"), &seen);
    let place = dom::element("summary");
    // Said once per settled result.
    if place.text_content().as_deref() != Some(text.as_str()) {
        dom::text(&place, &text);
    }
}

pub(crate) fn say(text: &str) {
    dom::text(&dom::element("live"), text);
}

fn alert(text: &str) {
    dom::text(&dom::element("alert"), text);
    dom::text(&dom::element("toast-text"), text);
    dom::element("toast").set_hidden(false);
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

fn of_list(list: &FileList, from_folder: bool) -> Vec<(String, File)> {
    (0..list.length())
        .filter_map(|index| list.get(index))
        .map(|file| {
            let path =
                Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
            (path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name()), file)
        })
        .filter(|(path, _)| !from_folder || files::is_wanted(path))
        .collect()
}

/// Collects the files of a dropped folder.
async fn walk(entry: FileSystemEntry, named: bool, found: &mut Vec<(String, File)>) {
    let path = entry.full_path().trim_start_matches('/').to_owned();
    if found.len() >= 2_000 {
        return;
    }
    if entry.is_file() {
        if !named && !files::is_wanted(&path) {
            return;
        }
        let entry: FileSystemFileEntry = entry.unchecked_into();
        let promise = dom::promise(|resolve, reject| entry.file_with_callback_and_callback(resolve, reject));
        if let Some(file) = JsFuture::from(promise).await.ok().and_then(|file| file.dyn_into::<File>().ok()) {
            found.push((path, file));
        }
        return;
    }
    if !files::is_wanted(&format!("{path}/x.tf")) {
        return;
    }
    let reader = entry.unchecked_into::<FileSystemDirectoryEntry>().create_reader();
    // It gives a part of the list at a time, and an empty one at the end.
    loop {
        let promise = dom::promise(|resolve, reject| {
            _ = reader.read_entries_with_callback_and_callback(resolve, reject);
        });
        let Ok(part) = JsFuture::from(promise).await else { return };
        let part = Array::from(&part);
        if part.length() == 0 {
            return;
        }
        for entry in part.iter() {
            Box::pin(walk(entry.unchecked_into(), false, found)).await;
        }
    }
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

//! The document's half: what the user does, and which view shows what.

mod acts;
mod incoming;

pub(crate) use acts::save;

use crate::bench::Bench;
use crate::later::{self, doors};
use crate::model::{Choices, Report, Rest};
use crate::samples::SAMPLES;
use crate::session::{Change, Session};
use crate::views::texts::{self, Marks};
use crate::views::{incident, trust};
use crate::{dom, words};
use js_sys::JsString;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlButtonElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

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
    unread: RefCell<Option<Told>>,
    /// Its parts were taken off the page, since it was of another paste.
    taken_off: Cell<bool>,
    /// The redacted text that is shown.
    pub(crate) redacted: RefCell<JsString>,
    pub(crate) marks: RefCell<Rc<Vec<u32>>>,
    /// The text that the marks are of.
    pub(crate) examined: RefCell<JsString>,
    shown: Cell<bool>,
    chosen: Cell<usize>,
    powershell: Cell<bool>,
    beside: Cell<bool>,
    typed: Cell<u32>,
    toast: Cell<u32>,
    pane_selection: RefCell<String>,
}

/// What the worker tells of a paste behind its report.
pub(crate) struct Told {
    /// Of this paste.
    pub(crate) text: JsString,
    /// Of a [`Rest`].
    pub(crate) bytes: Vec<u8>,
    pub(crate) redacted: JsString,
    pub(crate) marks: Vec<u32>,
}

/// What stands on the page only whole, with all that follows a report.
const FOLLOWS: [&str; 7] = ["hardened", "companions", "prevention", "whynot", "redaction", "ask", "all"];

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
        Self::behind(true);
        Bench::submit(self);
    }

    /// Says whether what is shown is behind what was pasted or chosen: from the change until all of its result stands.
    fn behind(is_behind: bool) {
        dom::set(&dom::element("kit"), "aria-busy", if is_behind { "true" } else { "false" });
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
    pub(crate) fn show(self: &Rc<Self>, report: Report) {
        let (text, _) = self.input();
        let is_empty = String::from(&text.slice(0, 2000)).trim().is_empty() && text.length() < 2000;
        let before = self.report.replace(report);
        self.unread.take();
        let report = self.report.borrow();
        let first = !self.shown.replace(true);
        dom::element("empty").set_hidden(!is_empty);
        dom::element("kit").set_hidden(is_empty);
        dom::set(&dom::document_element(), "data-paste", if is_empty { "empty" } else { "full" });
        self.summary(is_empty);
        if first || before.incidents != report.incidents {
            incident::render(&report, self.chosen.get(), self.powershell.get());
        }
        Self::behind(!later::is_lost());
        // What follows comes in a moment. Where it does not, that of another paste must not stand beside this one.
        if *self.examined.borrow() == text && !later::is_lost() {
            return;
        }
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
        for id in FOLLOWS {
            dom::element(id).set_hidden(true);
        }
        let pending = dom::element("pending");
        dom::text(&pending, if later::is_lost() { words::LOST } else { words::COMING });
        pending.set_hidden(false);
    }

    /// Shows what follows the last report, as soon as this document can.
    pub(crate) fn show_rest(self: &Rc<Self>, told: Told) {
        if !later::is_here() {
            *self.unread.borrow_mut() = Some(told);
            return;
        }
        let marks = Rc::new(told.marks);
        let texts_changed = *self.examined.borrow() != told.text
            || *self.redacted.borrow() != told.redacted
            || self.marks.borrow().as_ref() != marks.as_ref();
        *self.examined.borrow_mut() = told.text;
        *self.redacted.borrow_mut() = told.redacted;
        *self.marks.borrow_mut() = marks;
        let page = self.clone();
        // A turn of its own, behind what is shown first.
        dom::after(0, move || {
            doors::show(&page, &told.bytes, page.taken_off.replace(false), texts_changed);
            for id in ["redaction", "ask", "all"] {
                dom::element(id).set_hidden(false);
            }
            dom::element("pending").set_hidden(true);
            let is_empty = dom::element("kit").hidden();
            page.summary(is_empty);
        });
    }

    /// All of a result is on the page; a newer one may be under way.
    pub(crate) fn stands(&self) {
        Self::behind(self.bench.is_busy());
    }

    /// The second part does not come: what is there stands, and that is said.
    pub(crate) fn lost(&self) {
        later::lose();
        trust::offline();
        self.take_off();
        Self::behind(false);
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
        if let Some(rest) = rest {
            for (number, one, many) in
                [(rest.secrets, "secret", "secrets"), (rest.identifiers, "identifier", "identifiers")]
            {
                if number > 0 {
                    parts.push(format!("{} hidden", words::count(number, one, many)));
                }
            }
            if rest.secrets + rest.identifiers == 0 {
                parts.push(words::NOTHING_TO_HIDE.to_owned());
            }
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time for people")]
            let milliseconds = rest.milliseconds.max(1.0) as u64;
            parts.push(format!("{milliseconds} ms"));
        }
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

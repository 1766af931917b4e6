//! Ask: whom and what, the words with the valve, the answers.
//!
//! The document composes nothing and reads no answer: the worker does. Here a finished request goes to the valve, the
//! answer's bytes go to the worker, and what the worker says is shown.

mod answer;

use crate::asking::{AskRequest, AskResponse, Choice, ErrorView, Hidden, Remedy};
use crate::bench::Bench;
use crate::dom;
use crate::page::{self, Page};
use crate::valve::{self, Heard, Which};
use crate::views::trust;
use crate::words;
use answer::Turn;
use js_sys::Array;
use stackengine_core::ask::providers::{Key, PROVIDERS, Provider, REFUSING};
use stackengine_core::ask::{self, ANOTHER_HOST, Loopback, Options, QUICK_TASKS, doctor};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{
    Event, HtmlButtonElement, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
};

/// Automatic tries after the first, where a provider says that it is busy.
const MOST_TRIES: u32 = 2;

/// Seconds before each, where the provider does not say.
const WAITS: [u64; 2] = [5, 15];

/// The choice that stands for every host that is not on the list.
const ANOTHER: &str = "another-host";

/// How often a coming answer is shown, in milliseconds.
const PACE: i32 = 90;

/// What is at the valve or on its way there.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct Asked {
    id: String,
    which: Which,
    /// Of the list of models; else of an answer.
    is_list: bool,
    /// Bytes came that are not shown yet, and whether the worker is asked to show some.
    fresh: bool,
    showing: bool,
    /// The head came: there is something to end.
    began: bool,
}

impl Asked {
    fn new(id: &str, which: Which, is_list: bool) -> Self {
        Self { id: id.to_owned(), which, is_list, fresh: false, showing: false, began: false }
    }
}

#[derive(Default)]
struct Asking {
    count: u32,
    asked: Option<Asked>,
    /// Newest last.
    turns: Vec<Turn>,
    /// The request of a turn that is being composed.
    next: Option<Next>,
    sent: u32,
}

/// A question on its way to the worker.
struct Next {
    id: String,
    question: String,
    /// It goes on with, or repeats, what this turn shows.
    turn: Option<usize>,
}

thread_local! {
    static ASKING: RefCell<Asking> = RefCell::new(Asking::default());
}

fn with<T>(run: impl FnOnce(&mut Asking) -> T) -> T {
    ASKING.with_borrow_mut(run)
}

/// Builds the section once, when the page opens.
pub(crate) fn mount(page: &Rc<Page>) {
    let select = dom::element("provider");
    let group = |label: &str| {
        let group = dom::new("optgroup", "", "");
        dom::set(&group, "label", label);
        dom::add(&select, &group);
        group
    };
    let option = |group: &web_sys::Element, id: &str, name: &str| {
        let option = dom::new("option", "", name);
        dom::set(&option, "value", id);
        dom::add(group, &option);
    };
    let (hosted, local) = (group(words::HOSTED), group(words::LOCAL));
    for provider in PROVIDERS {
        option(if provider.is_local() { &local } else { &hosted }, provider.id, provider.name);
    }
    let refusing = group(words::NOT_FROM_A_PAGE);
    for one in REFUSING {
        option(&refusing, one.id, one.name);
    }
    option(&refusing, ANOTHER, words::ANOTHER_HOST);
    let tasks = dom::element("tasks");
    for task in QUICK_TASKS {
        let button = dom::new("button", "tool", task.title);
        dom::set(&button, "type", "button");
        dom::set(&button, "data-do", "ask-task");
        dom::set(&button, "data-arg", task.id);
        dom::add(&tasks, &button);
    }
    for id in ["provider", "base", "local-key"] {
        let is_provider = id == "provider";
        dom::on(&dom::element(id), "change", move |_: Event| choose(is_provider));
    }
    dom::on(&dom::element("model-list"), "change", |_: Event| {
        let value = dom::by_id::<HtmlSelectElement>("model-list").value();
        if !value.is_empty() {
            dom::by_id::<HtmlInputElement>("model").set_value(&value);
        }
    });
    dom::on(&dom::element("theme"), "change", |_: Event| greet());
    dom::element("valve-outside").set_hidden(!valve::is_outside());
    let owner = Rc::downgrade(page);
    valve::listen(move |heard| {
        if let Some(page) = owner.upgrade() {
            hear_valve(&page, heard);
        }
    });
    greet();
    choose(true);
}

/// Tells the valves the colours, which they share.
fn greet() {
    let theme = dom::by_id::<HtmlSelectElement>("theme").value();
    for which in [Which::Hosted, Which::Local] {
        valve::say(which, &[("type", "hello".into()), ("theme", theme.as_str().into())]);
    }
}

fn provider() -> Option<&'static Provider> {
    ask::by_id(&dom::by_id::<HtmlSelectElement>("provider").value())
}

fn which(provider: &Provider) -> Which {
    if provider.is_local() { Which::Local } else { Which::Hosted }
}

fn choice() -> Choice {
    Choice {
        provider: dom::by_id::<HtmlSelectElement>("provider").value(),
        model: dom::by_id::<HtmlInputElement>("model").value(),
        base: if provider().is_some_and(Provider::is_local) {
            dom::by_id::<HtmlInputElement>("base").value()
        } else {
            String::new()
        },
        local_key: dom::by_id::<HtmlInputElement>("local-key").checked(),
    }
}

/// Where a local server was said to listen.
fn base(provider: &Provider) -> Option<Loopback> {
    Loopback::parse(&choice().base).ok().filter(|_| provider.is_local())
}

/// Shows what belongs to the chosen provider, and tells the valve.
fn choose(another: bool) {
    let chosen = provider();
    let id = dom::by_id::<HtmlSelectElement>("provider").value();
    let refusing = REFUSING.iter().find(|one| one.id == id).map(|one| (one.why, one.instead));
    let refusing = refusing.or_else(|| (id == ANOTHER).then_some(("", ANOTHER_HOST)));
    dom::element("refusing").set_hidden(refusing.is_none());
    for part in ["ask-whom", "ask-what", "model-note"] {
        dom::element(part).set_hidden(chosen.is_none());
    }
    if let Some((why, instead)) = refusing {
        dom::text(&dom::element("refusing-why"), why);
        dom::text(&dom::element("refusing-instead"), instead);
    }
    for one in [Which::Hosted, Which::Local] {
        if let Some(frame) = valve::frame(one) {
            frame.set_hidden(chosen.is_none_or(|provider| which(provider) != one));
        }
    }
    let Some(provider) = chosen else {
        for one in [Which::Hosted, Which::Local] {
            valve::say(one, &[("type", "select".into())]);
        }
        return;
    };
    dom::element("base-row").set_hidden(!provider.is_local());
    dom::element("local-key-row").set_hidden(provider.key != Key::OptionalBearer);
    if another {
        dom::by_id::<HtmlInputElement>("model").set_value(provider.default_model.id);
        dom::by_id::<HtmlInputElement>("base").set_value(if provider.is_local() {
            provider.origin
        } else {
            ""
        });
        dom::by_id::<HtmlInputElement>("local-key").set_checked(false);
        dom::element("model-list-row").set_hidden(true);
        say_error("");
    }
    let dated = words::default_model(provider.default_model.as_of);
    dom::text(&dom::element("model-note"), &dated);
    let base = base(provider);
    let host = base.as_ref().map_or(provider.origin, Loopback::origin);
    let key = match provider.key {
        Key::OptionalBearer if dom::by_id::<HtmlInputElement>("local-key").checked() => "optional",
        Key::OptionalBearer | Key::None => "none",
        Key::Bearer | Key::Header(_) => "required",
    };
    let header = match provider.key {
        Key::Header(name) => name,
        _ => "authorization",
    };
    let list = ask::models_request(provider, &Options { base: base.clone(), ..Options::default() }, None).url;
    let path = list.strip_prefix(host).unwrap_or("/");
    valve::say(
        which(provider),
        &[
            ("type", "select".into()),
            ("provider", provider.id.into()),
            ("name", provider.name.into()),
            ("host", host.into()),
            ("key", key.into()),
            ("header", header.into()),
            ("note", provider.before_key.into()),
            ("path", path.into()),
            ("server", provider.server.is_some().into()),
        ],
    );
}

fn say_error(text: &str) {
    dom::text(&dom::element("ask-said"), text);
}

/// A button of this section was pressed.
pub(crate) fn act(page: &Rc<Page>, what: &str, argument: &str, button: &HtmlElement) {
    match what {
        "ask-task" => {
            if let Some(task) = QUICK_TASKS.iter().find(|task| task.id == argument) {
                dom::by_id::<HtmlTextAreaElement>("question").set_value(task.text);
                prepare(page, false, false, false, None);
            }
        }
        "ask-prepare" => prepare(page, false, less(), false, None),
        "ask-follow" => prepare(page, true, false, false, None),
        "ask-models" => {
            let id = next_id("m");
            Bench::ask(page, &AskRequest::Models { id, choice: choice(), page: None }, &JsValue::UNDEFINED);
        }
        "ask-stop" => stop(argument),
        "ask-go-on" => {
            let id = next_id("a");
            let turn = with(|asking| asking.turns.iter().position(|turn| turn.id == argument));
            expect(&id, String::new(), turn);
            Bench::ask(page, &AskRequest::GoOn { id }, &JsValue::UNDEFINED);
        }
        "ask-again" | "ask-plain" | "ask-less" => {
            let turn = with(|asking| asking.turns.iter().position(|turn| turn.id == argument));
            let Some(question) =
                turn.and_then(|at| with(|all| all.turns.get(at).map(|one| one.question.clone())))
            else {
                return;
            };
            if what == "ask-less" {
                dom::by_id::<HtmlInputElement>("less").set_checked(true);
                dom::by_id::<HtmlTextAreaElement>("question").set_value(&question);
                prepare(page, false, true, false, turn);
            } else {
                let id = next_id("a");
                expect(&id, question, turn);
                let plain = what == "ask-plain";
                Bench::ask(page, &AskRequest::Repeat { id, choice: choice(), plain }, &JsValue::UNDEFINED);
            }
        }
        "ask-wait-over" => with(|asking| {
            if let Some(turn) = asking.turns.iter_mut().find(|turn| turn.id == argument) {
                turn.waits = 0;
                turn.status(words::NOT_AGAIN);
                turn.actions(&[("ask-again", words::TRY_AGAIN)]);
            }
        }),
        "ask-reveal" => {
            let id = dom::owner(button, "data-turn");
            let reveal = AskRequest::Reveal { id, name: argument.to_owned() };
            Bench::ask(page, &reveal, &JsValue::UNDEFINED);
        }
        "ask-ledger" => {
            let json = JsValue::from_str(&valve::ledger());
            page::save("stackengine-ledger.json", &Array::of1(&json), "application/json");
            page::say(&words::saved("stackengine-ledger.json"));
        }
        _ => {}
    }
}

fn less() -> bool {
    dom::by_id::<HtmlInputElement>("less").checked()
}

fn next_id(kind: &str) -> String {
    with(|asking| {
        asking.count += 1;
        format!("{kind}{}", asking.count)
    })
}

fn expect(id: &str, question: String, turn: Option<usize>) {
    with(|asking| asking.next = Some(Next { id: id.to_owned(), question, turn }));
    say_error("");
}

fn prepare(page: &Rc<Page>, follow_up: bool, less: bool, plain: bool, turn: Option<usize>) {
    let question = dom::by_id::<HtmlTextAreaElement>("question").value();
    let id = next_id("a");
    expect(&id, question.clone(), turn);
    let asked = AskRequest::Prepare { id, choice: choice(), question, follow_up, less, plain };
    Bench::ask(page, &asked, &JsValue::UNDEFINED);
}

fn stop(id: &str) {
    let which = with(|asking| asking.asked.as_ref().filter(|asked| asked.id == id).map(|asked| asked.which));
    if let Some(which) = which {
        valve::say(which, &[("type", "cancel".into()), ("id", id.into())]);
    }
}

/// The worker said something.
pub(crate) fn hear(page: &Rc<Page>, told: AskResponse, beside: JsValue) {
    match told {
        AskResponse::Prepared { id, method, url, headers, hidden, placeholders } => {
            let Some(provider) = provider() else { return };
            let headers = valve::list(headers.iter().map(|(name, value)| pair(name, value)));
            let placeholders =
                valve::list(placeholders.iter().map(|(name, secret)| pair(name, class(*secret))));
            let summary = valve::list(hidden.iter().map(hidden_part));
            let is_list = id.starts_with('m');
            with(|asking| asking.begin(&id, provider, is_list));
            show_frame(which(provider));
            valve::say(
                which(provider),
                &[
                    ("type", "request".into()),
                    ("id", id.as_str().into()),
                    ("provider", provider.id.into()),
                    ("method", method.as_str().into()),
                    ("url", url.as_str().into()),
                    ("headers", headers),
                    ("body", beside),
                    ("summary", summary),
                    ("placeholders", placeholders),
                ],
            );
        }
        AskResponse::Refused { words, .. } => say_error(&words),
        AskResponse::Answer { id, view } => {
            let done = view.done;
            with(|asking| {
                if let Some(turn) = asking.turns.iter_mut().find(|turn| turn.id == id) {
                    turn.show(*view);
                }
            });
            if done {
                settled(page, &id);
            } else {
                shown(page, &id);
            }
        }
        AskResponse::Models { models, next, error, .. } => {
            list_models(&models, next.is_some(), error.as_ref());
        }
        AskResponse::Value { id, name, value } => with(|asking| {
            if let Some(turn) = asking.turns.iter_mut().find(|turn| turn.ids.contains(&id)) {
                turn.reveal(&name, &value);
            }
        }),
        AskResponse::Gone { id } => with(|asking| {
            let gone = words::GONE;
            match asking.turns.iter_mut().find(|turn| turn.ids.contains(&id)) {
                Some(turn) => turn.status(gone),
                None => say_error(gone),
            }
        }),
    }
}

fn class(secret: bool) -> &'static str {
    if secret { "secret" } else { "identifier" }
}

fn pair(one: &str, other: &str) -> JsValue {
    Array::of2(&one.into(), &other.into()).into()
}

fn hidden_part(hidden: &Hidden) -> JsValue {
    let part = js_sys::Object::new();
    #[expect(clippy::cast_precision_loss, reason = "a count of placeholders")]
    let count = hidden.count as f64;
    for (name, value) in [
        ("kind", hidden.kind.as_str().into()),
        ("class", class(hidden.secret).into()),
        ("count", JsValue::from_f64(count)),
    ] {
        // A new object of our own takes any part.
        _ = js_sys::Reflect::set(&part, &name.into(), &value);
    }
    part.into()
}

/// Brings the valve into view, since the next step is there.
fn show_frame(which: Which) {
    if let Some(frame) = valve::frame(which) {
        frame.set_hidden(false);
        frame.scroll_into_view();
        _ = frame.focus();
    }
}

impl Asking {
    /// A request goes to the valve.
    fn begin(&mut self, id: &str, provider: &'static Provider, is_list: bool) {
        let next = self.next.take_if(|next| next.id == id);
        if !is_list {
            let (question, at) = next.map_or((String::new(), None), |next| (next.question, next.turn));
            let old = at.and_then(|at| self.turns.get_mut(at));
            let model = choice().model;
            if let Some(turn) = old {
                turn.take(id);
            } else {
                let turn = Turn::new(id, &question, &format!("{}, {model}", provider.name));
                self.turns.push(turn);
            }
            if let Some(turn) = self.turns.iter_mut().find(|turn| turn.id == id) {
                turn.status(words::READY_IN_VALVE);
            }
        }
        self.asked = Some(Asked::new(id, which(provider), is_list));
    }

    fn turn(&mut self, id: &str) -> Option<&mut Turn> {
        self.turns.iter_mut().find(|turn| turn.id == id)
    }
}

/// The valve said something.
fn hear_valve(page: &Rc<Page>, heard: Heard) {
    match heard {
        Heard::Ledger { requests } => {
            let more = with(|asking| {
                let more = requests.saturating_sub(asking.sent);
                asking.sent = requests.max(asking.sent);
                more
            });
            trust::add_sent(more);
            dom::by_id::<HtmlButtonElement>("ask-ledger").set_disabled(requests == 0);
        }
        Heard::Head { id, status, retry_after } => {
            let known = with(|asking| {
                let Some(asked) = asking.asked.as_mut().filter(|asked| asked.id == id) else { return false };
                asked.began = true;
                let is_list = asked.is_list;
                if let Some(turn) = asking.turn(&id).filter(|_| !is_list) {
                    turn.busy(true);
                    turn.status(words::ANSWERING);
                    turn.actions(&[("ask-stop", words::STOP)]);
                }
                true
            });
            if known {
                Bench::ask(page, &AskRequest::Head { id, status, retry_after }, &JsValue::UNDEFINED);
            }
        }
        Heard::Chunk { id, bytes } => {
            let (known, ask_now) = with(|asking| {
                let Some(asked) = asking.asked.as_mut().filter(|asked| asked.id == id) else {
                    return (false, false);
                };
                asked.fresh = true;
                let ask_now = !asked.showing && !asked.is_list;
                asked.showing |= ask_now;
                (true, ask_now)
            });
            if known {
                Bench::ask(page, &AskRequest::Chunk { id: id.clone() }, &bytes);
            }
            if ask_now {
                show_soon(page, id);
            }
        }
        Heard::End { id } => end(page, id, String::new()),
        Heard::Failed { id, why, detail } => failed(page, id, why, &detail),
        Heard::Symptoms { listens, status, permission, origin, https } => {
            let Some(provider) = provider() else { return };
            let options = Options { base: base(provider), ..Options::default() };
            let seen = doctor::Symptoms {
                page_is_https: https,
                origin: &origin,
                permission: match permission.as_str() {
                    "granted" => doctor::Permission::Granted,
                    "denied" => doctor::Permission::Denied,
                    "prompt" => doctor::Permission::Prompt,
                    _ => doctor::Permission::Unknown,
                },
                listens,
                status,
            };
            let advice = doctor::doctor(provider, &options, &seen);
            valve::say(
                which(provider),
                &[
                    ("type", "advice".into()),
                    ("sentence", advice.sentence.as_str().into()),
                    ("command", advice.command.as_deref().unwrap_or("").into()),
                ],
            );
        }
    }
}

/// Asks the worker for the answer so far, not more often than it can be read.
fn show_soon(page: &Rc<Page>, id: String) {
    let page = page.clone();
    dom::after(PACE, move || {
        let wanted = with(|asking| {
            let asked = asking.asked.as_mut().filter(|asked| asked.id == id && asked.began);
            asked.map(|asked| asked.fresh = false).is_some()
        });
        if wanted {
            Bench::ask(&page, &AskRequest::Show { id }, &JsValue::UNDEFINED);
        }
    });
}

/// A part of the answer is shown; the next one is asked for if there is one.
fn shown(page: &Rc<Page>, id: &str) {
    let (again, over) = with(|asking| {
        let over = asking.turn(id).is_some_and(|turn| turn.over);
        let Some(asked) = asking.asked.as_mut().filter(|asked| asked.id == id) else { return (false, false) };
        asked.showing = asked.fresh;
        (asked.fresh, over)
    });
    if again {
        show_soon(page, id.to_owned());
    }
    if over {
        // The answer has its end, or is too large. A server that ends the connection by itself gets its moment.
        let id = id.to_owned();
        dom::after(1500, move || stop(&id));
    }
}

fn end(page: &Rc<Page>, id: String, why: String) {
    let known = with(|asking| asking.asked.take_if(|asked| asked.id == id).is_some());
    if known {
        Bench::ask(page, &AskRequest::End { id, why }, &JsValue::UNDEFINED);
    }
}

/// There is no answer, or only a part of one.
fn failed(page: &Rc<Page>, id: String, why: String, detail: &str) {
    let Some((is_list, began)) = with(|asking| {
        let asked = asking.asked.as_ref().filter(|asked| asked.id == id)?;
        Some((asked.is_list, asked.began))
    }) else {
        return;
    };
    if began {
        // An answer that has its end is whole, however the connection ends.
        let over = with(|asking| asking.turn(&id).is_some_and(|turn| turn.over));
        let why = if over { String::new() } else { why };
        with(|asking| {
            if let Some(turn) = asking.turn(&id) {
                turn.why.clone_from(&why);
            }
        });
        end(page, id, why);
        return;
    }
    with(|asking| asking.asked = None);
    let host = provider().map_or("", |provider| provider.origin);
    let is_local = provider().is_some_and(Provider::is_local);
    let said = words::no_answer(&why, host, is_local, detail);
    if is_list {
        say_error(&said);
        return;
    }
    with(|asking| {
        if let Some(turn) = asking.turn(&id) {
            turn.busy(false);
            match why.as_str() {
                "discarded" | "replaced" if turn.is_empty() => turn.remove(),
                "discarded" | "replaced" | "cancelled" => {
                    turn.status(&said);
                    turn.actions(&[("ask-again", words::PREPARE_AGAIN)]);
                }
                _ => {
                    turn.status(words::NO_ANSWER);
                    turn.error(&said);
                    turn.actions(&[("ask-again", words::PREPARE_AGAIN), ("ask-models", words::LOAD_MODELS)]);
                }
            }
        }
        asking.turns.retain(|turn| !turn.removed);
    });
}

/// Nothing more comes for a turn: what it offers now.
fn settled(page: &Rc<Page>, id: &str) {
    let wait = with(|asking| {
        let turn = asking.turn(id)?;
        turn.busy(false);
        let error = turn.view.error.clone();
        let mut actions: Vec<(&str, &str)> = Vec::new();
        if turn.view.stop == "length" && error.is_none() {
            actions.push(("ask-go-on", words::CONTINUE));
        }
        match error.as_ref().map(|error| error.remedy) {
            Some(Remedy::Wait) if turn.tries < MOST_TRIES => {
                let at = turn.tries as usize;
                turn.tries += 1;
                let seconds = error.and_then(|error| error.retry_after_seconds);
                return Some(seconds.unwrap_or(WAITS.get(at).copied().unwrap_or(15)).clamp(1, 300));
            }
            Some(Remedy::PickModel) => actions.push(("ask-models", words::LOAD_MODELS)),
            Some(Remedy::SendLess) => actions.push(("ask-less", words::PREPARE_LESS)),
            Some(Remedy::PlainForm) => actions.push(("ask-plain", words::PREPARE_PLAIN)),
            _ => {}
        }
        let whole = turn.view.complete && error.is_none();
        if !whole {
            actions.push(("ask-again", words::PREPARE_AGAIN));
        }
        turn.actions(&actions);
        page::say(&if whole {
            words::answer_complete(turn.view.lines)
        } else {
            words::ANSWER_INCOMPLETE.to_owned()
        });
        dom::element("follow").set_hidden(!whole);
        None
    });
    if let Some(seconds) = wait {
        // Many who were turned away together must not come back together.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a fraction of some seconds"
        )]
        let jitter = (js_sys::Math::random() * 2.0) as u64;
        with(|asking| {
            if let Some(turn) = asking.turn(id) {
                turn.waits = seconds + jitter;
                turn.actions(&[("ask-wait-over", words::STOP_TRYING)]);
            }
        });
        count_down(page, id.to_owned());
    }
}

/// Waits visibly, then has the valve send the very same request again.
fn count_down(page: &Rc<Page>, id: String) {
    let left = with(|asking| {
        let turn = asking.turn(&id).filter(|turn| turn.waits > 0)?;
        turn.status(&words::trying_again(turn.waits, turn.tries, MOST_TRIES));
        Some(())
    });
    if left.is_none() {
        return;
    }
    let page = page.clone();
    dom::after(1000, move || {
        let left = with(|asking| {
            let turn = asking.turn(&id)?;
            let before = turn.waits;
            turn.waits = before.saturating_sub(1);
            (before > 0).then_some(turn.waits)
        });
        match left {
            None => {}
            Some(0) => again(&id),
            Some(_) => count_down(&page, id),
        }
    });
}

fn again(id: &str) {
    let Some(provider) = provider() else { return };
    with(|asking| {
        if let Some(turn) = asking.turn(id) {
            turn.take(id);
            turn.status(words::SENT_AGAIN);
            turn.actions(&[("ask-stop", words::STOP)]);
        }
        asking.asked = Some(Asked::new(id, which(provider), false));
    });
    valve::say(which(provider), &[("type", "again".into()), ("id", id.into())]);
}

fn list_models(models: &[crate::asking::ModelView], more: bool, error: Option<&ErrorView>) {
    if let Some(error) = error {
        say_error(&error.message);
        return;
    }
    say_error("");
    let list = dom::element("model-list");
    dom::clear(&list);
    let first = dom::new("option", "", &words::models(models.len()));
    dom::set(&first, "value", "");
    dom::add(&list, &first);
    for model in models {
        let text =
            if model.words.is_empty() { model.id.clone() } else { format!("{} ({})", model.id, model.words) };
        let option = dom::new("option", "", &text);
        dom::set(&option, "value", &model.id);
        dom::add(&list, &option);
    }
    dom::element("model-list-row").set_hidden(false);
    let note = if more { words::MORE_MODELS } else { "" };
    dom::text(&dom::element("model-note"), note);
    page::say(&words::count(models.len(), "model", "models"));
    dom::go_to(&list);
}

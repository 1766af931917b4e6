//! One question with its answer, as text: no markup, no images, no links.

use crate::asking::{AnswerView, MarkView, RunView, SegmentView};
use crate::dom;
use crate::highlight::{self, Language};
use crate::views::code;
use crate::words;
use std::collections::BTreeMap;
use web_sys::{Element, HtmlElement};

/// A question, its answer, and where they are shown.
pub(super) struct Turn {
    /// Of the request that is running or was last.
    pub(super) id: String,
    /// Of every request whose answer is in here.
    pub(super) ids: Vec<String>,
    pub(super) question: String,
    /// All segments so far.
    pub(super) view: AnswerView,
    /// Automatic tries so far, and seconds to the next.
    pub(super) tries: u32,
    pub(super) waits: u64,
    /// The valve's word for how the connection ended; empty: by itself.
    pub(super) why: String,
    /// Nothing that still comes can change the answer.
    pub(super) over: bool,
    pub(super) removed: bool,
    revealed: BTreeMap<String, String>,
    root: HtmlElement,
}

impl Turn {
    /// Newest stands first, right below the valve.
    pub(super) fn new(id: &str, question: &str, from: &str) -> Self {
        let root = dom::copy_of("t-answer");
        let question = question.trim();
        let shown = if question.is_empty() { words::FIRST_TASK } else { question };
        dom::text(&dom::part(&root, "question"), &words::shortened(shown, 300));
        dom::text(&dom::part(&root, "from"), from);
        dom::fill(&root, "status", "");
        dom::fill(&root, "error", "");
        dom::set(&root, "data-turn", id);
        _ = dom::element("answers").prepend_with_node_1(&root);
        Self {
            id: id.to_owned(),
            ids: vec![id.to_owned()],
            question: question.to_owned(),
            view: AnswerView::default(),
            tries: 0,
            waits: 0,
            why: String::new(),
            over: false,
            removed: false,
            revealed: BTreeMap::new(),
            root,
        }
    }

    /// Another request fills this turn: the rest of a cut answer, or a new try.
    pub(super) fn take(&mut self, id: &str) {
        id.clone_into(&mut self.id);
        if !self.ids.iter().any(|known| known == id) {
            self.ids.push(id.to_owned());
        }
        self.why.clear();
        self.over = false;
        self.waits = 0;
        dom::set(&self.root, "data-turn", id);
        self.error("");
        self.actions(&[]);
    }

    /// Nothing of an answer is shown.
    pub(super) fn is_empty(&self) -> bool {
        self.view.segments.is_empty()
    }

    pub(super) fn remove(&mut self) {
        self.root.remove();
        self.removed = true;
    }

    pub(super) fn busy(&self, busy: bool) {
        dom::set(&self.root, "aria-busy", if busy { "true" } else { "false" });
    }

    pub(super) fn status(&self, text: &str) {
        dom::fill(&self.root, "status", text);
    }

    pub(super) fn error(&self, text: &str) {
        dom::fill(&self.root, "error", text);
    }

    /// What can be done now: names of `data-do`, and words.
    pub(super) fn actions(&self, actions: &[(&str, &str)]) {
        let bar = dom::part(&self.root, "actions");
        dom::clear(&bar);
        for (what, text) in actions {
            let button = dom::new("button", "tool", text);
            dom::set(&button, "type", "button");
            dom::set(&button, "data-do", what);
            dom::set(&button, "data-arg", &self.id);
            dom::add(&bar, &button);
        }
        bar.set_hidden(actions.is_empty());
    }

    /// Shows what came: the segments from `view.from` on are new.
    pub(super) fn show(&mut self, mut view: AnswerView) {
        let mut segments = std::mem::take(&mut self.view.segments);
        segments.truncate(view.from);
        let from = segments.len();
        segments.append(&mut view.segments);
        view.segments = segments;
        self.over = view.over;
        self.view = view;
        let body = dom::part(&self.root, "body");
        while body.child_element_count() as usize > from {
            let Some(last) = body.last_element_child() else { break };
            last.remove();
        }
        for segment in self.view.segments.iter().skip(from) {
            dom::add(&body, &self.segment(segment));
        }
        let view = &self.view;
        if !view.done {
            self.status(&words::answering(view.bytes));
            return;
        }
        if view.segments.is_empty() {
            self.status(if view.error.is_some() { words::NO_ANSWER } else { words::EMPTY_ANSWER });
        } else {
            self.status(&words::ended(view, &self.why));
        }
        self.error(view.error.as_ref().map_or("", |error| error.message.as_str()));
        marks(&dom::part(&self.root, "whole"), &view.marks);
    }

    /// The user clicked a secret's placeholder.
    pub(super) fn reveal(&mut self, name: &str, value: &str) {
        self.revealed.insert(name.to_owned(), value.to_owned());
        let body = dom::part(&self.root, "body");
        dom::clear(&body);
        for segment in &self.view.segments {
            dom::add(&body, &self.segment(segment));
        }
        _ = dom::part(&self.root, "body").set_attribute("tabindex", "-1");
        _ = dom::part(&self.root, "body").focus();
    }

    fn segment(&self, segment: &SegmentView) -> Element {
        match segment.kind.as_str() {
            "code" => self.code(segment),
            "command" => self.command(segment),
            kind => {
                let (tag, class) = match kind {
                    "heading" => ("h4", ""),
                    "item" => ("ul", ""),
                    "warning" => ("p", "answer-warning"),
                    _ => ("p", ""),
                };
                let element = dom::new(tag, class, "");
                if kind == "item" {
                    let item = dom::new("li", "", "");
                    self.runs(&item, &segment.runs, None);
                    dom::add(&element, &item);
                } else {
                    self.runs(&element, &segment.runs, None);
                }
                element
            }
        }
    }

    fn code(&self, segment: &SegmentView) -> Element {
        let root = dom::copy_of("t-answer-code");
        let name = dom::part(&root, "name");
        if segment.file.is_empty() {
            dom::text(&name, if segment.language.is_empty() { words::CODE } else { &segment.language });
        } else {
            self.runs(&name, &segment.file, None);
        }
        let language = language_of(&segment.language, &self.plain(&segment.file));
        self.runs(&dom::part(&root, "code"), &segment.runs, Some(language));
        let copy = dom::part(&root, "copy");
        copy.set_hidden(!segment.copy);
        code::piece(&copy, &self.plain(&segment.runs), "");
        marks(&dom::part(&root, "marks"), &segment.marks);
        let change = dom::part(&root, "change");
        change.set_hidden(segment.diff.is_none());
        if let Some(diff) = &segment.diff {
            let place = dom::part(&root, "diff");
            // The first two lines name the texts, which both are this block.
            for line in diff.lines().skip_while(|line| line.starts_with("---") || line.starts_with("+++")) {
                let class = match line.as_bytes().first() {
                    Some(b'+') => "new",
                    Some(b'-') => "gone",
                    _ => "",
                };
                let tag = match class {
                    "new" => "ins",
                    "gone" => "del",
                    _ => "span",
                };
                dom::add(&place, &dom::new(tag, class, &format!("{line}\n")));
            }
        }
        root.into()
    }

    fn command(&self, segment: &SegmentView) -> Element {
        let root = dom::copy_of("t-answer-command");
        let purpose = dom::part(&root, "purpose");
        purpose.set_hidden(segment.purpose.is_empty());
        self.runs(&purpose, &segment.purpose, None);
        self.runs(&dom::part(&root, "code"), &segment.runs, Some(Language::Shell));
        let copy = dom::part(&root, "copy");
        copy.set_hidden(!segment.copy);
        code::piece(&copy, &self.plain(&segment.runs), "");
        let verdict = dom::part(&root, "verdict");
        dom::fill(&root, "verdict", &segment.verdict);
        if segment.verified {
            _ = verdict.class_list().add_1("verified");
        } else if let Ok(Some(box_)) = root.query_selector(".command") {
            _ = box_.class_list().add_1("unverified");
        }
        root.into()
    }

    /// The text as it is shown and copied.
    fn plain(&self, runs: &[RunView]) -> String {
        runs.iter().map(|run| self.text_of(run)).collect()
    }

    fn text_of<'a>(&'a self, run: &'a RunView) -> &'a str {
        match run {
            RunView::Text(text)
            | RunView::Code(text)
            | RunView::Unknown(text)
            | RunView::Address(text)
            | RunView::Restored(text, _) => text,
            RunView::Secret(name) => self.revealed.get(name).map_or(name, String::as_str),
        }
    }

    /// Appends runs of text; `coloured` where all of them are code.
    fn runs(&self, to: &Element, runs: &[RunView], coloured: Option<Language>) {
        let whole = self.plain(runs);
        // Colours run over the borders of runs, so that each piece is of one colour and one run.
        let mut colours = match coloured {
            Some(language) if whole.len() <= 50_000 => highlight::tokens(language, &whole),
            _ => vec![(highlight::Token::Plain, whole.as_str())],
        }
        .into_iter();
        let mut colour = colours.next();
        for run in runs {
            let holder = self.holder(run);
            let into = holder.as_ref().unwrap_or(to);
            let mut left = self.text_of(run);
            while !left.is_empty() {
                let Some((token, piece)) = colour else {
                    dom::add_text(into, left);
                    break;
                };
                let take = piece.len().min(left.len());
                let (Some(now), Some(rest)) = (left.get(..take), left.get(take..)) else {
                    dom::add_text(into, left);
                    break;
                };
                match token.class() {
                    "" => dom::add_text(into, now),
                    class => dom::add(into, &dom::new("span", class, now)),
                }
                left = rest;
                colour = match piece.get(take..) {
                    Some("") | None => colours.next(),
                    Some(piece) => Some((token, piece)),
                };
            }
            if let Some(holder) = &holder {
                dom::add(to, holder);
            }
        }
    }

    /// The element of a run that is more than text.
    fn holder(&self, run: &RunView) -> Option<Element> {
        let titled = |tag: &str, class: &str, title: &str| {
            let element = dom::new(tag, class, "");
            if !title.is_empty() {
                dom::set(&element, "title", title);
            }
            element
        };
        Some(match run {
            RunView::Text(_) => return None,
            RunView::Code(_) => titled("code", "", ""),
            RunView::Restored(_, name) => titled("span", "restored", &words::put_back(name)),
            RunView::Unknown(_) => titled("span", "no-placeholder", words::STANDS_FOR_NOTHING),
            RunView::Address(_) => titled("span", "address", words::IN_AN_ADDRESS),
            RunView::Secret(name) if self.revealed.contains_key(name) => {
                titled("span", "revealed", &words::put_back(name))
            }
            RunView::Secret(name) => {
                let button = titled("button", "mark secret", words::CLICK_TO_PUT_BACK);
                dom::set(&button, "type", "button");
                dom::set(&button, "data-do", "ask-reveal");
                dom::set(&button, "data-arg", name);
                button
            }
        })
    }
}

fn marks(list: &HtmlElement, marks: &[MarkView]) {
    dom::clear(list);
    list.set_hidden(marks.is_empty());
    for mark in marks {
        let item = dom::new("li", if mark.pass { "pass" } else { "warn" }, "");
        dom::add(&item, &dom::new("span", "hidden", if mark.pass { words::PASSED } else { words::LOOK }));
        dom::add_text(&item, &mark.sentence);
        dom::add(list, &item);
    }
}

fn language_of(named: &str, file: &str) -> Language {
    let ends = |all: &[&str]| all.iter().any(|end| file.to_ascii_lowercase().ends_with(end));
    match named.to_ascii_lowercase().as_str() {
        "hcl" | "terraform" | "tf" => Language::Hcl,
        "sh" | "bash" | "shell" | "console" | "zsh" => Language::Shell,
        "json" => Language::Json,
        _ if ends(&[".tf", ".hcl", ".tfvars", ".tfbackend", ".tofu"]) => Language::Hcl,
        _ if ends(&[".sh"]) => Language::Shell,
        _ if ends(&[".json"]) => Language::Json,
        "log" | "text" => Language::Log,
        _ => Language::Other,
    }
}

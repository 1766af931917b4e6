//! The paste with what will be hidden, and the redacted text exactly as it would leave.

use super::code;
use super::texts::{self, Marks};
use crate::dom;
use crate::highlight;
use crate::model::{Choices, MARK, Rest};
use crate::words;
use js_sys::JsString;
use std::rc::Rc;
use web_sys::{HtmlDialogElement, HtmlInputElement};

/// Shows both texts, and then runs what is given.
pub(crate) fn texts(
    raw: &JsString,
    redacted: &JsString,
    marks: &Rc<Vec<u32>>,
    then: impl FnOnce() + 'static,
) {
    let language = highlight::guess(&String::from(&raw.slice(0, 4000)));
    let marked = Marks { all: marks.clone(), redacted: false };
    texts::show(&dom::element("marked"), raw, &marked, language);
    let hidden = Marks { all: marks.clone(), redacted: true };
    let later = redacted.clone();
    // In a turn of its own: both together would hold a slow machine up.
    dom::after(0, move || {
        texts::show(&dom::element("leaves"), &later, &hidden, language);
        then();
    });
    code::piece_of(&dom::element("copy-redacted"), redacted, "");
    code::piece_of(&dom::element("save-redacted"), redacted, "redacted.txt");
}

/// Shows counts, the user's lists and what is unsure.
pub(crate) fn lists(rest: &Rest, choices: &Choices) {
    dom::text(&dom::element("counts"), &words::hidden(rest.secrets, rest.identifiers));
    dom::by_id::<HtmlInputElement>("identifiers").set_checked(!choices.keep_identifiers);
    let lists = dom::element("lists");
    dom::clear(&lists);
    for (kind, title, values) in [
        ("secret", words::HIDDEN_SECRETS, &choices.secrets),
        ("identifier", words::HIDDEN_IDENTIFIERS, &choices.words),
        ("harmless", words::LEFT_IN_LIST, &choices.harmless),
    ] {
        if values.is_empty() {
            continue;
        }
        let group = dom::new("p", "chips", "");
        dom::add(&group, &dom::new("span", "quiet-text", title));
        for value in values {
            let chip = dom::copy_of("t-chip");
            dom::set(&chip, "data-kind", kind);
            dom::text(&dom::part(&chip, "kind"), title);
            dom::text(&dom::part(&chip, "value"), value);
            let remove = dom::part(&chip, "remove");
            code::piece(&remove, value, "");
            dom::add(&group, &chip);
        }
        dom::add(&lists, &group);
    }
    lists.set_hidden(lists.child_element_count() == 0);
    let unsure = dom::element("unsure-list");
    dom::clear(&unsure);
    for one in &rest.unsure {
        let item = dom::copy_of("t-unsure");
        dom::text(&dom::part(&item, "value"), &one.text);
        dom::text(&dom::part(&item, "line"), &words::line(one.line));
        let hide = dom::part(&item, "hide");
        code::piece(&hide, &one.text, "");
        dom::add(&unsure, &item);
    }
    dom::text(&dom::element("unsure-title"), &words::unsure(rest.unsure.len()));
    dom::element("unsure").set_hidden(rest.unsure.is_empty());
}

/// Tells why one place is hidden.
pub(crate) fn explain(index: usize, rest: &Rest, raw: &JsString, redacted: &JsString, marks: &[u32]) {
    let Some([start, end, from, to, rule]) = marks.get(index * MARK..(index + 1) * MARK) else { return };
    let value = String::from(&raw.slice(*start, *end));
    let is_identifier = rule % 2 == 1;
    let rule = rest.rules.get((*rule / 2) as usize).cloned().unwrap_or_default();
    dom::text(&dom::element("reason-title"), &words::why_hidden(is_identifier, &rule.summary));
    dom::text(&dom::element("reason-text"), &rule.reason);
    let shown: String = value.chars().take(300).collect();
    dom::text(&dom::element("reason-value"), &shown);
    dom::text(&dom::element("reason-placeholder"), &String::from(&redacted.slice(*from, *to)));
    dom::text(&dom::element("reason-rule"), &rule.id);
    let dialog = dom::by_id::<HtmlDialogElement>("reason");
    code::piece(&dialog, &value, "");
    _ = dialog.show_modal();
}

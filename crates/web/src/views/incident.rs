//! What happened, is it safe, do this; and the table where there is more than one.

use super::code;
use crate::bench;
use crate::dom;
use crate::model::{Incident, Report, Step};
use crate::words;
use web_sys::Element;

/// Shows the incident with this number, and the table of all.
pub(crate) fn render(report: &Report, chosen: usize, powershell: bool) {
    let incidents = &report.incidents;
    table(incidents, chosen);
    let article = dom::element("incident");
    let Some(one) = incidents.get(chosen).or_else(|| incidents.first()) else {
        article.set_hidden(true);
        return;
    };
    article.set_hidden(false);
    dom::set(&article, "data-verdict", &one.verdict);
    what(one);
    safe(one);
    steps(one, powershell);
    guide(one);
}

/// The way to the incident's guide. The paste is kept nowhere, so the guide has a window of its own. The single file has
/// no guides beside it.
fn guide(one: &Incident) {
    let row = dom::element("guide-row");
    let is_single = dom::document_element().get_attribute("data-valve").is_some();
    row.set_hidden(one.guide.is_empty() || is_single);
    if row.hidden() {
        return;
    }
    let link = dom::element("guide-link");
    let incident = one.guide.trim_start_matches('#').split('/').next().unwrap_or("").replace('-', " ");
    let words = [incident.as_str(), one.backend_name.as_str()];
    dom::text(&link, &words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", "));
    dom::set(&link, "href", &format!("{}guides/{}", bench::root(), one.guide));
}

fn what(one: &Incident) {
    dom::text(&dom::element("headline"), &one.headline);
    let fields = dom::element("fields");
    dom::clear(&fields);
    // Long values take the whole width; the rest stand two by two where there is room, and one that is left over takes
    // the whole width too.
    let mut alone = None;
    let mut add = |row: Element, is_long: bool| {
        dom::add(&fields, &row);
        if is_long {
            dom::set(&row, "data-wide", "");
        } else {
            alone = if alone.is_none() { Some(row) } else { None };
        }
    };
    for (label, value) in &one.fields {
        add(field(label, value), value.len() > 34);
    }
    if let Some(seconds) = one.age_seconds {
        add(told(words::AGE, &words::age(seconds)), false);
    }
    if !one.backend_name.is_empty() {
        add(told(words::BACKEND, &one.backend_name), one.backend_name.len() > 26);
    }
    if let Some(row) = alone {
        dom::set(&row, "data-wide", "");
    }
    let describes = dom::element("describes");
    let words = words::describes(&one.describes);
    dom::text(&describes, words);
    describes.set_hidden(words.is_empty());
    let places = dom::element("places-list");
    dom::clear(&places);
    for (label, value) in &one.locations {
        dom::add(&places, &field(label, value));
    }
    dom::element("places").set_hidden(one.locations.is_empty());
}

fn field(label: &str, value: &str) -> Element {
    let root = dom::copy_of("t-field");
    dom::text(&dom::part(&root, "label"), label);
    dom::text(&dom::part(&root, "value"), value);
    let copy = dom::part(&root, "copy");
    dom::set(&copy, "aria-label", &words::copy(label));
    code::piece(&copy, value, "");
    root.into()
}

/// What the page says, not the text: nothing to copy.
fn told(label: &str, value: &str) -> Element {
    let row = field(label, value);
    dom::part(&row, "copy").set_hidden(true);
    row
}

fn safe(one: &Incident) {
    dom::text(&dom::element("verdict-word"), &one.verdict);
    dom::text(&dom::element("verdict-means"), words::verdict(&one.verdict));
    let list = dom::element("reasons");
    dom::clear(&list);
    for reason in &one.reasons {
        dom::add(&list, &dom::new("li", "", reason));
    }
}

fn steps(one: &Incident, powershell: bool) {
    let list = dom::element("steps");
    dom::clear(&list);
    for check in &one.checks {
        dom::add(&list, &step(check));
    }
    let both = one.powershell.as_deref().filter(|other| Some(*other) != one.command.as_deref());
    dom::element("shells").set_hidden(both.is_none());
    if let Some(command) = both.filter(|_| powershell).or(one.command.as_deref()) {
        let title = if one.possible { words::THEN_RELEASE } else { words::ONLY_THEN };
        let last =
            step(&Step { title: title.to_owned(), command: Some(command.to_owned()), condition: None });
        last.set_class_name("main-step");
        dom::add(&list, &last);
    }
    list.set_hidden(list.child_element_count() == 0);
    let why = dom::element("why");
    dom::text(&why, one.why.as_deref().unwrap_or(""));
    why.set_hidden(one.why.as_deref().unwrap_or("").is_empty());
    let others = dom::element("fallbacks-list");
    dom::clear(&others);
    for other in &one.fallbacks {
        dom::add(&others, &step(other));
    }
    dom::element("fallbacks").set_hidden(one.fallbacks.is_empty());
}

fn step(one: &Step) -> Element {
    let root = dom::copy_of("t-step");
    dom::text(&dom::part(&root, "title"), &one.title);
    if let Some(command) = &one.command {
        dom::add(&dom::part(&root, "command"), &code::command(command));
    }
    dom::fill(&root, "condition", one.condition.as_deref().unwrap_or(""));
    root.into()
}

fn table(incidents: &[Incident], chosen: usize) {
    let section = dom::element("units");
    section.set_hidden(incidents.len() < 2);
    let rows = dom::element("units-rows");
    dom::clear(&rows);
    if incidents.len() < 2 {
        return;
    }
    for (index, one) in incidents.iter().enumerate() {
        let row = dom::copy_of("t-unit");
        let path = one.fields.iter().find(|(label, _)| label == "Path").map(|(_, value)| value.as_str());
        let place = [one.unit.as_str(), path.unwrap_or("")].into_iter().find(|name| !name.is_empty());
        dom::text(&dom::part(&row, "where"), place.unwrap_or(&words::line(one.line)));
        dom::text(&dom::part(&row, "what"), &one.kind.replace('_', " "));
        dom::text(&dom::part(&row, "backend"), &one.backend);
        dom::text(&dom::part(&row, "age"), &one.age_seconds.map_or_else(|| "-".to_owned(), words::age));
        let verdict = dom::part(&row, "verdict");
        dom::text(&verdict, &one.verdict);
        dom::set(&verdict, "data-tag", &one.verdict);
        let show = dom::part(&row, "show");
        dom::set(&show, "data-arg", &index.to_string());
        dom::set(&show, "aria-pressed", if index == chosen { "true" } else { "false" });
        dom::add(&rows, &row);
    }
}

//! The hardened blocks: findings, diff, way there.

use super::code;
use crate::diff::{self, Change, Row};
use crate::dom;
use crate::highlight::{self, Language};
use crate::model::{Block, Rest};
use crate::words;
use web_sys::Element;

/// Shows every block.
pub(crate) fn render(rest: &Rest, beside: bool) {
    dom::element("hardened").set_hidden(rest.blocks.is_empty());
    let list = dom::element("blocks");
    dom::clear(&list);
    for one in &rest.blocks {
        dom::add(&list, &block(one, beside));
    }
    dom::element("diff-views").set_hidden(rest.blocks.iter().all(|one| one.after.is_none()));
}

fn block(one: &Block, beside: bool) -> Element {
    let root = dom::copy_of("t-block");
    dom::text(&dom::part(&root, "title"), &words::block(&one.backend, one.line));
    let findings = dom::part(&root, "findings");
    for finding in &one.findings {
        let item = dom::copy_of("t-finding");
        let severity = dom::part(&item, "severity");
        dom::text(&severity, &finding.severity);
        dom::set(&severity, "data-tag", &finding.severity);
        dom::text(&dom::part(&item, "message"), &finding.message);
        dom::text(&dom::part(&item, "fix"), &finding.fix);
        dom::text(&dom::part(&item, "source"), &format!("{} · {}", finding.id, finding.source));
        dom::add(&findings, &item);
    }
    findings.set_hidden(one.findings.is_empty());
    let good = dom::part(&root, "good");
    if one.parses && one.after.is_none() {
        let text = if one.findings.is_empty() { words::NOTHING_TO_IMPROVE } else { words::NOTHING_TO_CHANGE };
        dom::text(&good, text);
        good.set_hidden(false);
    }
    let figure = dom::part(&root, "figure");
    match &one.after {
        Some(after) => {
            dom::text(&dom::part(&root, "name"), words::ONLY_THESE);
            code::piece(&dom::part(&root, "copy"), after, "");
            code::piece(&dom::part(&root, "save"), one.patch.as_deref().unwrap_or(""), "backend.patch");
            let rows = diff::rows(&one.before, after);
            let table = if beside { side_by_side(&rows) } else { inline(&rows) };
            dom::add(&dom::part(&root, "diff"), &table);
        }
        None => figure.set_hidden(true),
    }
    let steps = dom::part(&root, "steps");
    for step in &one.migration {
        let item = dom::new("li", "", "");
        let is_command =
            ["terraform ", "tofu ", "terragrunt "].iter().any(|program| step.starts_with(program));
        if is_command {
            dom::add(&item, &code::command(step));
        } else {
            dom::text(&item, step);
        }
        dom::add(&steps, &item);
    }
    dom::part(&root, "migration").set_hidden(one.migration.is_empty());
    root.into()
}

fn class(change: Change) -> (&'static str, &'static str, &'static str) {
    match change {
        Change::Same => ("", " ", ""),
        Change::Gone => ("gone", "-", "removed: "),
        Change::New => ("new", "+", "added: "),
    }
}

fn number(value: Option<usize>) -> Element {
    let cell = dom::new("td", "number", "");
    if let Some(value) = value {
        // Shown by the style, so that it is not part of what is selected and copied.
        dom::set(&cell, "data-number", &value.to_string());
    }
    cell
}

fn text(row: &Row) -> Element {
    let (_, sign, spoken) = class(row.change);
    let cell = dom::new("td", "text", "");
    dom::set(&cell, "data-sign", sign);
    if !spoken.is_empty() {
        dom::add(&cell, &dom::new("span", "hidden", spoken));
    }
    let tag = match row.change {
        Change::Same => "span",
        Change::Gone => "del",
        Change::New => "ins",
    };
    let line = dom::new(tag, "", "");
    for (token, piece) in highlight::tokens(Language::Hcl, &row.text) {
        match token.class() {
            "" => dom::add_text(&line, piece),
            class => dom::add(&line, &dom::new("span", class, piece)),
        }
    }
    dom::add(&cell, &line);
    cell
}

fn inline(rows: &[Row]) -> Element {
    let table = dom::new("table", "diff", "");
    let body = dom::new("tbody", "", "");
    for row in rows {
        let line = dom::new("tr", class(row.change).0, "");
        dom::add(&line, &number(row.before));
        dom::add(&line, &number(row.after));
        dom::add(&line, &text(row));
        dom::add(&body, &line);
    }
    dom::add(&table, &body);
    table
}

fn side_by_side(rows: &[Row]) -> Element {
    let table = dom::new("table", "diff beside", "");
    let body = dom::new("tbody", "", "");
    for (left, right) in diff::pairs(rows) {
        let line = dom::new("tr", "", "");
        for (side, is_left) in [(left, true), (right, false)] {
            let Some(row) = side else {
                dom::add(&line, &dom::new("td", "number none", ""));
                dom::add(&line, &dom::new("td", "text none", ""));
                continue;
            };
            for cell in [number(if is_left { row.before } else { row.after }), text(row)] {
                if row.change != Change::Same {
                    _ = cell.class_list().add_1(class(row.change).0);
                }
                dom::add(&line, &cell);
            }
        }
        dom::add(&body, &line);
    }
    dom::add(&table, &body);
    table
}

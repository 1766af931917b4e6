//! Companion files, prevention kit, popular advice; and all of it as one ZIP.

use super::code;
use crate::dom;
use crate::highlight;
use crate::model::{File, Rest};
use crate::words;
use std::collections::BTreeSet;
use web_sys::Element;

/// Shows the companion files.
pub(crate) fn companions(rest: &Rest) {
    dom::element("companions").set_hidden(rest.companions.is_empty());
    list("companions-list", &rest.companions);
}

/// Shows the prevention kit.
pub(crate) fn prevention(rest: &Rest) {
    dom::element("prevention").set_hidden(rest.prevention.is_empty());
    list("prevention-list", &rest.prevention);
}

/// Shows why popular advice is wrong: what is said at such an incident, and behind a line, what else is said of such a
/// backend.
pub(crate) fn why_not(rest: &Rest) {
    dom::element("whynot").set_hidden(rest.why_not.is_empty());
    let count = rest.why_not.iter().filter(|one| !one.matters).count();
    dom::text(&dom::element("whynot-more"), &words::more_advice(count));
    dom::element("whynot-rest").set_hidden(count == 0);
    for (id, matters) in [("whynot-list", true), ("whynot-others", false)] {
        let list = dom::element(id);
        dom::clear(&list);
        for one in rest.why_not.iter().filter(|one| one.matters == matters) {
            let item = dom::copy_of("t-whynot");
            dom::text(&dom::part(&item, "advice"), &one.advice);
            dom::text(&dom::part(&item, "reason"), &one.reason);
            dom::text(&dom::part(&item, "instead"), &one.instead);
            dom::text(&dom::part(&item, "source"), &one.source);
            dom::add(&list, &item);
        }
    }
}

fn list(id: &str, files: &[File]) {
    let list = dom::by_id::<Element>(id);
    dom::clear(&list);
    for one in files {
        dom::add(&list, &file(one));
    }
}

fn file(one: &File) -> Element {
    let root = dom::copy_of("t-file");
    dom::text(&dom::part(&root, "name"), &one.path);
    dom::text(&dom::part(&root, "purpose"), &one.purpose);
    dom::text(&dom::part(&root, "lines"), &words::count(one.text.lines().count(), "line", "lines"));
    for name in ["copy", "save"] {
        let button = dom::part(&root, name);
        let label = if name == "copy" { words::copy(&one.path) } else { words::download(&one.path) };
        dom::set(&button, "aria-label", &label);
        code::piece(&button, &one.text, one.path.rsplit('/').next().unwrap_or(&one.path));
    }
    root.into()
}

/// Shows a file's text when it is opened: nobody opens all of them, and to lay out thousands of lines takes time.
pub(crate) fn opened(details: &Element) {
    let code = dom::part(details, "code");
    if code.has_child_nodes() {
        return;
    }
    let text = code::piece_in(&dom::part(details, "copy")).and_then(|(text, _)| text.as_string());
    let path = dom::part(details, "name").text_content().unwrap_or_default();
    code::numbered(&code, highlight::of_path(&path), &text.unwrap_or_default());
}

/// Every file of an examination, under names that differ.
pub(crate) fn everything(rest: &Rest) -> Vec<(String, Vec<u8>)> {
    let mut names = BTreeSet::new();
    let mut out = Vec::new();
    let mut add = |path: String, text: &str| {
        let mut name = path.clone();
        let mut number = 2;
        while !names.insert(name.clone()) {
            name = format!("{number}-{path}");
            number += 1;
        }
        out.push((name, text.as_bytes().to_vec()));
    };
    add("incident-redacted.md".to_owned(), &rest.sheet);
    for (index, block) in rest.blocks.iter().enumerate() {
        if let (Some(after), Some(patch)) = (&block.after, &block.patch) {
            add(format!("backend/{}-{}.txt", index + 1, block.backend), after);
            add(format!("backend/{}-{}.patch", index + 1, block.backend), patch);
        }
    }
    for file in &rest.companions {
        add(format!("resources/{}", file.path), &file.text);
    }
    for file in &rest.prevention {
        add(format!("prevention/{}", file.path), &file.text);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_name_both_come_along() {
        let file =
            |text: &str| File { path: "a.tf".to_owned(), text: text.to_owned(), purpose: String::new() };
        let rest = Rest { companions: vec![file("1"), file("2")], ..Rest::default() };
        let names: Vec<String> = everything(&rest).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["incident-redacted.md", "resources/a.tf", "2-resources/a.tf"]);
    }
}

//! The incident sheet on paper: the same Markdown that is downloaded, as headings, lists and code.

use crate::dom;
use web_sys::Element;

/// Fills the sheet, which only print shows.
pub(crate) fn render(to: &Element, markdown: &str) {
    dom::clear(to);
    let mut list: Option<Element> = None;
    let mut fence: Option<String> = None;
    for line in markdown.lines() {
        if line.starts_with("```") {
            match fence.take() {
                Some(text) => dom::add(to, &dom::new("pre", "", text.trim_end_matches('\n'))),
                None => fence = Some(String::new()),
            }
            list = None;
        } else if let Some(text) = &mut fence {
            text.push_str(line);
            text.push('\n');
        } else if let Some(item) = line.strip_prefix("- ") {
            let items = list.get_or_insert_with(|| {
                let new = dom::new("ul", "", "");
                dom::add(to, &new);
                new
            });
            dom::add(items, &inline("li", item));
        } else {
            list = None;
            let (tag, text) = match line.split_once(' ') {
                Some(("#", title)) => ("h1", title),
                Some(("##", title)) => ("h2", title),
                Some(("###", title)) => ("h3", title),
                _ => ("p", line),
            };
            if !text.is_empty() {
                dom::add(to, &inline(tag, text));
            }
        }
    }
    if let Some(text) = fence {
        dom::add(to, &dom::new("pre", "", &text));
    }
}

/// A line with what stands between backticks as code.
fn inline(tag: &str, text: &str) -> Element {
    let element = dom::new(tag, "", "");
    for (index, part) in text.split('`').enumerate() {
        if index % 2 == 1 {
            dom::add(&element, &dom::new("code", "", part.trim()));
        } else {
            dom::add_text(&element, part);
        }
    }
    element
}

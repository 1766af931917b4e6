//! Long texts, in blocks of lines that are filled when they come near the window. Ten megabytes in one element would
//! hold the document up for seconds.

use crate::dom;
use crate::highlight::{self, Language, Token};
use crate::model::MARK;
use js_sys::{Array, JsString};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

/// About so much text stands in one block, in UTF-16 units.
const BLOCK: u32 = 8_000;

/// Blocks that are filled at once.
const AT_ONCE: usize = 1;

/// Blocks that are laid out in one go; between goes the document breathes.
const A_GO: usize = 12;

/// Which places of a text are marked.
#[derive(Clone)]
pub(crate) struct Marks {
    /// Five numbers each, see [`crate::model::MARK`].
    pub(crate) all: Rc<Vec<u32>>,
    /// Offsets of the redacted text, not of the raw one.
    pub(crate) redacted: bool,
}

impl Marks {
    /// No marks.
    pub(crate) fn none() -> Self {
        Self { all: Rc::new(Vec::new()), redacted: false }
    }

    fn count(&self) -> usize {
        self.all.len() / MARK
    }

    fn number(&self, index: usize, of: usize) -> u32 {
        self.all.get(index * MARK + of).copied().unwrap_or(u32::MAX)
    }

    fn start(&self, index: usize) -> u32 {
        self.number(index, if self.redacted { 2 } else { 0 })
    }

    fn end(&self, index: usize) -> u32 {
        self.number(index, if self.redacted { 3 } else { 1 })
    }

    fn is_identifier(&self, index: usize) -> bool {
        self.number(index, 4) % 2 == 1
    }

    /// The first mark that ends after a place.
    fn first_after(&self, unit: u32) -> usize {
        let (mut low, mut high) = (0, self.count());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.end(middle) > unit {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}

/// Shows a text in an element, in place of what was there.
pub(crate) fn show(host: &HtmlElement, text: &JsString, marks: &Marks, language: Language) {
    dom::clear(host);
    // Few blocks are laid out at once; of many the browser skips those out of sight.
    _ = host.class_list().toggle_with_force("many", text.length() > BLOCK * 8);
    let text = text.clone();
    let filler = Rc::new(Filler { text, marks: marks.clone(), language });
    let watch = filler.clone().watch(host);
    // A later call empties the host; then this one must stop.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "any whole number will do")]
    let token = ((js_sys::Math::random() * 1e15) as u64).to_string();
    dom::set(host, "data-showing", &token);
    filler.lay_out(host.clone(), watch, 0, 1, 0, token);
}

struct Filler {
    text: JsString,
    marks: Marks,
    language: Language,
}

impl Filler {
    fn watch(self: Rc<Self>, host: &HtmlElement) -> Option<IntersectionObserver> {
        let fill = Closure::<dyn FnMut(Array, IntersectionObserver)>::new(
            move |entries: Array, observer: IntersectionObserver| {
                for entry in entries.iter() {
                    let entry: IntersectionObserverEntry = entry.unchecked_into();
                    if entry.is_intersecting() {
                        observer.unobserve(&entry.target());
                        self.fill(&entry.target());
                    }
                }
            },
        );
        let options = IntersectionObserverInit::new();
        options.set_root(Some(host));
        options.set_root_margin("1200px 0px");
        let observer =
            IntersectionObserver::new_with_options(fill.as_ref().unchecked_ref(), &options).ok()?;
        // Lives as long as its blocks; the browser frees it with them.
        _ = fill.into_js_value();
        Some(observer)
    }

    fn lay_out(
        self: Rc<Self>,
        host: HtmlElement,
        watch: Option<IntersectionObserver>,
        mut from: u32,
        mut line: u32,
        mut index: usize,
        token: String,
    ) {
        let all = self.text.length();
        let stop = index + A_GO;
        while from < all && index < stop {
            let to = self.block_end(from, all);
            let lines = u32::try_from(self.slice(from, to).matches('\n').count()).unwrap_or(0);
            let block = dom::new("div", "text-block", "");
            dom::set(&block, "data-from", &from.to_string());
            dom::set(&block, "data-to", &to.to_string());
            if let Some(styled) = block.dyn_ref::<HtmlElement>() {
                let style = styled.style();
                _ = style.set_property("counter-reset", &format!("line {}", line - 1));
                // Long lines wrap, at some ninety characters.
                let rows = lines.max((to - from) / 90).max(1);
                _ = style.set_property("contain-intrinsic-size", &format!("auto {}px", rows * 20));
            }
            dom::add(&host, &block);
            if index < AT_ONCE {
                self.fill(&block);
            } else if let Some(watch) = &watch {
                watch.observe(&block);
            }
            from = to;
            line += lines;
            index += 1;
        }
        if from < all {
            dom::after(0, move || {
                if host.get_attribute("data-showing").as_deref() == Some(token.as_str()) {
                    self.lay_out(host, watch, from, line, index, token);
                }
            });
        }
    }

    /// After a line end where there is one within reach.
    fn block_end(&self, from: u32, all: u32) -> u32 {
        let near = from.saturating_add(BLOCK);
        if near >= all {
            return all;
        }
        let ahead = self.slice(near, near.saturating_add(4_000).min(all));
        match ahead.find('\n') {
            Some(at) => {
                let units = ahead.get(..=at).map_or(0, |head| head.encode_utf16().count());
                near + u32::try_from(units).unwrap_or(0)
            }
            // Not between the halves of a surrogate pair.
            None if (0xdc00..0xe000).contains(&self.unit(near)) => near + 1,
            None => near,
        }
    }

    fn unit(&self, at: u32) -> u32 {
        let unit = self.text.char_code_at(at);
        if unit.is_nan() {
            return 0;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a UTF-16 unit")]
        {
            unit as u32
        }
    }

    fn slice(&self, from: u32, to: u32) -> String {
        self.text.slice(from, to).into()
    }

    fn fill(&self, block: &Element) {
        let number =
            |name: &str| block.get_attribute(name).and_then(|text| text.parse::<u32>().ok()).unwrap_or(0);
        let (from, to) = (number("data-from"), number("data-to"));
        let text = self.slice(from, to);
        // Borders in bytes of this block: marks first, then colours within and between them.
        let mut marks: Vec<(usize, usize, usize)> = Vec::new();
        let mut units = Units { text: &text, byte: 0, unit: from };
        let mut index = self.marks.first_after(from);
        while index < self.marks.count() && self.marks.start(index) < to {
            let start = units.byte_at(self.marks.start(index).max(from));
            let end = units.byte_at(self.marks.end(index).min(to));
            marks.push((start, end, index));
            index += 1;
        }
        let mut marks = marks.into_iter().peekable();
        let mut at = 0;
        let mut line = dom::new("span", "line", "");
        for (token, piece) in highlight::tokens(self.language, &text) {
            let end = at + piece.len();
            while at < end {
                while marks.next_if(|(_, end, _)| *end <= at).is_some() {}
                let (stop, mark) = match marks.peek() {
                    Some((start, stop, index)) if *start <= at => ((*stop).min(end), Some(*index)),
                    Some((start, ..)) => ((*start).min(end), None),
                    None => (end, None),
                };
                let stop = if stop <= at { end } else { stop };
                for part in text.get(at..stop).unwrap_or("").split_inclusive('\n') {
                    match mark {
                        Some(index) => dom::add(&line, &self.mark(index, part)),
                        None if token == Token::Plain => dom::add_text(&line, part),
                        None => dom::add(&line, &dom::new("span", token.class(), part)),
                    }
                    if part.ends_with('\n') {
                        dom::add(block, &line);
                        line = dom::new("span", "line", "");
                    }
                }
                at = stop;
            }
        }
        if line.has_child_nodes() {
            dom::add(block, &line);
        }
    }

    fn mark(&self, index: usize, part: &str) -> Element {
        let class = if self.marks.is_identifier(index) { "mark identifier" } else { "mark secret" };
        let mark = dom::new("mark", class, part);
        dom::set(&mark, "data-mark", &index.to_string());
        if !self.marks.redacted {
            dom::set(&mark, "role", "button");
            dom::set(&mark, "tabindex", "0");
        }
        mark
    }
}

/// UTF-16 units to byte offsets, ascending.
struct Units<'t> {
    text: &'t str,
    byte: usize,
    unit: u32,
}

impl Units<'_> {
    fn byte_at(&mut self, unit: u32) -> usize {
        let rest = self.text.get(self.byte..).unwrap_or("");
        for c in rest.chars() {
            if self.unit >= unit {
                break;
            }
            self.unit += u32::try_from(c.len_utf16()).unwrap_or(1);
            self.byte += c.len_utf8();
        }
        self.byte
    }
}

/// An empty text.
pub(crate) fn empty() -> JsString {
    JsValue::from_str("").unchecked_into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_become_bytes() {
        let mut units = Units { text: "a\u{e9}\u{1f512}b", byte: 0, unit: 100 };
        assert_eq!([100, 101, 102, 104, 105, 999].map(|unit| units.byte_at(unit)), [0, 1, 3, 7, 8, 8]);
    }

    #[test]
    fn the_first_mark_after_a_place() {
        let marks = Marks { all: Rc::new(vec![2, 4, 0, 1, 0, 6, 9, 3, 4, 1]), redacted: false };
        assert_eq!([0, 3, 4, 8, 9].map(|unit| marks.first_after(unit)), [0, 0, 1, 1, 2]);
        assert!(!marks.is_identifier(0) && marks.is_identifier(1));
    }
}

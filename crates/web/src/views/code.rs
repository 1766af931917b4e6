//! Coloured code, and the buttons that copy or save a piece.

use crate::dom;
use crate::highlight::{self, Language};
use crate::words;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

/// Longer texts stay plain, in bytes.
const MOST_COLOURED: usize = 100_000;

/// Appends a text in colours.
pub(crate) fn coloured(to: &Element, language: Language, text: &str) {
    if text.len() > MOST_COLOURED {
        dom::add_text(to, text);
        return;
    }
    for (token, piece) in highlight::tokens(language, text) {
        match token.class() {
            "" => dom::add_text(to, piece),
            class => dom::add(to, &dom::new("span", class, piece)),
        }
    }
}

/// Fills an element with numbered lines. Its text content stays the text.
pub(crate) fn numbered(to: &Element, language: Language, text: &str) {
    dom::clear(to);
    let mut line = dom::new("span", "line", "");
    let tokens = if text.len() > MOST_COLOURED {
        vec![(highlight::Token::Plain, text)]
    } else {
        highlight::tokens(language, text)
    };
    for (token, piece) in tokens {
        for part in piece.split_inclusive('\n') {
            match token.class() {
                "" => dom::add_text(&line, part),
                class => dom::add(&line, &dom::new("span", class, part)),
            }
            if part.ends_with('\n') {
                dom::add(to, &line);
                line = dom::new("span", "line", "");
            }
        }
    }
    if line.has_child_nodes() {
        dom::add(to, &line);
    }
}

/// A one-line command with its copy button.
pub(crate) fn command(text: &str) -> HtmlElement {
    let root = dom::copy_of("t-command");
    coloured(&dom::part(&root, "code"), Language::Shell, text);
    let copy = dom::part(&root, "copy");
    dom::set(&copy, "aria-label", &words::copy(&words::shortened(text, 60)));
    // A pasted line end would run the command before it was read.
    piece(&copy, text.trim_end_matches(['\r', '\n']), "");
    root
}

/// Gives a button what it copies or saves.
pub(crate) fn piece(button: &HtmlElement, text: &str, name: &str) {
    piece_of(button, &JsValue::from_str(text), name);
}

/// The same for a text that is JavaScript's already.
pub(crate) fn piece_of(button: &HtmlElement, text: &JsValue, name: &str) {
    // Properties of our own on an element of our own.
    _ = Reflect::set(button, &"pieceText".into(), text);
    _ = Reflect::set(button, &"pieceName".into(), &name.into());
}

/// What a button copies or saves, and the file's name.
pub(crate) fn piece_in(button: &HtmlElement) -> Option<(JsValue, String)> {
    let text = Reflect::get(button, &"pieceText".into()).ok().filter(JsValue::is_string);
    // In a guide the text stands beside its button.
    let Some(text) = text else {
        let beside = button.closest(".command").ok().flatten()?.query_selector("pre").ok().flatten()?;
        return Some((beside.text_content()?.into(), String::new()));
    };
    let name = Reflect::get(button, &"pieceName".into()).ok()?.as_string().unwrap_or_default();
    Some((text, name))
}

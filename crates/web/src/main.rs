//! The page: the only crate that knows a browser.
//!
//! One program, run twice: in the document it is the views, in the worker it is the engine. `www/start.js` starts
//! both, after it has sealed the document.

mod asking;
mod bench;
mod diff;
mod dom;
mod engine;
mod files;
mod highlight;
mod later;
mod model;
mod offsets;
mod page;
mod samples;
mod session;
mod valve;
mod views;
mod words;
mod zip;

use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

fn main() {
    console_error_panic_hook::set_once();
    match js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        Ok(scope) => engine::run(&scope),
        Err(_) => page::open(),
    }
}

#[cfg(test)]
mod tests {
    /// Every id, template and part that the Rust of this crate asks for stands in `index.html`.
    #[test]
    fn what_the_views_ask_for_is_in_the_page() {
        let page = include_str!("../../../index.html");
        let mut asked = 0;
        let mut missing = Vec::new();
        for folder in ["src", "src/views", "src/views/ask"] {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let Ok(source) = std::fs::read_to_string(entry.path()) else { continue };
                let source = source.split("#[cfg(test)]").next().unwrap_or("");
                for (call, attribute) in [
                    ("by_id(\"", "id"),
                    ("element(\"", "id"),
                    ("copy_of(\"", "id"),
                    ("part(&", "data-part"),
                    ("fill(&", "data-part"),
                ] {
                    for piece in source.split(call).skip(1) {
                        // The name is the first literal of the call.
                        let piece = if attribute == "id" {
                            Some(piece)
                        } else {
                            piece.split(')').next().and_then(|call| call.split(", \"").nth(1))
                        };
                        let Some(name) = piece.and_then(|piece| piece.split('"').next()) else { continue };
                        if name.len() > 30 || name.contains(['{', ' ', '#']) {
                            continue;
                        }
                        asked += 1;
                        if !page.contains(&format!("{attribute}=\"{name}\"")) {
                            missing.push(format!("{}: {attribute} {name}", entry.path().display()));
                        }
                    }
                }
                for piece in source.split("by_id::<").skip(1) {
                    let Some(name) = piece.split(">(\"").nth(1).and_then(|piece| piece.split('"').next())
                    else {
                        continue;
                    };
                    asked += 1;
                    if !page.contains(&format!("id=\"{name}\"")) {
                        missing.push(format!("{}: id {name}", entry.path().display()));
                    }
                }
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
        assert!(asked > 60, "only {asked} names were found; the search is broken");
    }

    #[test]
    fn ids_are_unique() {
        let page = include_str!("../../../index.html");
        let mut ids: Vec<&str> =
            page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}

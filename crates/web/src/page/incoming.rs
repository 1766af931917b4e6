//! What comes in: text that is pasted or dropped, files, folders.

use super::{BIG, Page, alert, text_box};
use crate::views::texts;
use crate::{dom, files, words};
use js_sys::{Array, Function, JsString, Object, Reflect};
use stackengine_core::text::sort_by_text;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    ClipboardEvent, DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemEntry,
    FileSystemFileEntry, TextDecoder,
};

impl Page {
    // ---- what comes in ----

    pub(super) fn pasted(self: &Rc<Self>, event: &ClipboardEvent) {
        let typing = dom::closest(event, "input, select, [contenteditable]").is_some();
        let in_dialog = dom::closest(event, "dialog").is_some();
        let Some(data) = event.clipboard_data().filter(|_| !typing && !in_dialog) else { return };
        if data.files().is_some_and(|files| files.length() > 0) {
            event.prevent_default();
            self.dropped(&data);
            return;
        }
        let in_box = dom::closest(event, "#text").is_some();
        let text = text_of(&data);
        let is_big = text.length() > BIG;
        // Pasted beside the box, it goes in too. A short text in the box is the box's own business, undo included.
        if in_box && !is_big {
            return;
        }
        event.prevent_default();
        let own = self.session.borrow().text.clone();
        let all = if in_box && own.length() > 0 { Self::text_with(&text) } else { text };
        let page = self.clone();
        let put = move || page.replace(all, "paste", words::PASTED);
        // To copy a long text from the clipboard took the browser long enough: the rest has a turn of its own.
        if is_big {
            dom::after(0, put);
        } else {
            put();
        }
    }

    /// The box's text with a paste in place of its selection.
    fn text_with(pasted: &JsString) -> JsString {
        let text_box = text_box();
        let own: JsString = JsValue::from(text_box.value()).unchecked_into();
        let start = text_box.selection_start().ok().flatten().unwrap_or(0);
        let end = text_box.selection_end().ok().flatten().unwrap_or(start);
        own.slice(0, start).concat(pasted).concat(&own.slice(end, own.length()))
    }

    pub(super) fn dropped(self: &Rc<Self>, data: &DataTransfer) {
        let items = data.items();
        let mut entries = Vec::new();
        for index in 0..items.length() {
            if let Some(entry) = items.get(index).and_then(|item| item.webkit_get_as_entry().ok().flatten()) {
                entries.push(entry);
            }
        }
        if entries.iter().any(FileSystemEntry::is_directory) {
            let page = self.clone();
            spawn_local(async move {
                let mut found = Vec::new();
                for entry in entries {
                    walk(entry, true, &mut found).await;
                }
                page.read(found);
            });
        } else if let Some(list) = data.files().filter(|list| list.length() > 0) {
            self.clone().read(of_list(&list, false));
        } else {
            let text = text_of(data);
            if text.length() > 0 {
                self.replace(text, "drop", words::DROPPED);
            }
        }
    }

    pub(super) fn read(self: Rc<Self>, mut found: Vec<(String, File)>) {
        sort_by_text(&mut found, |(path, _)| path);
        let total: f64 = found.iter().map(|(_, file)| file.size()).sum();
        if found.is_empty() {
            alert(words::NO_FILES);
            return;
        }
        if total > files::MOST {
            alert(&words::too_much(total, files::MOST));
            return;
        }
        spawn_local(async move {
            let mut texts: Vec<(String, JsString)> = Vec::new();
            for (name, file) in found {
                if let Some(text) = text_of_file(&file).await {
                    texts.push((name, text));
                }
            }
            let count = texts.len();
            let text = if let [(_, only)] = texts.as_slice() { only.clone() } else { joined(&texts) };
            let said = words::files_taken(count);
            dom::after(0, move || self.replace(text, "files", &said));
        });
    }
}

/// A file's text, read in steps: to decode ten megabytes at once would hold the document up.
async fn text_of_file(file: &File) -> Option<JsString> {
    const STEP: f64 = 1_000_000.0;
    if file.size() <= STEP {
        return JsFuture::from(file.text()).await.ok()?.dyn_into().ok();
    }
    let decoder: JsValue = TextDecoder::new().ok()?.into();
    // Not by the binding, which would copy each part into Rust and back.
    let decode: Function = Reflect::get(&decoder, &"decode".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"stream".into(), &true.into()).ok()?;
    let mut out = texts::empty();
    let mut from = 0.0;
    while from < file.size() {
        let part = file.slice_with_f64_and_f64(from, from + STEP).ok()?;
        let bytes = JsFuture::from(part.array_buffer()).await.ok()?;
        let text: JsString = decode.call2(&decoder, &bytes, &options).ok()?.dyn_into().ok()?;
        out = out.concat(&text);
        from += STEP;
    }
    let rest: JsString = decode.call0(&decoder).ok()?.dyn_into().ok()?;
    Some(out.concat(&rest))
}

/// Files as one paste, without a copy of their texts.
fn joined(texts: &[(String, JsString)]) -> JsString {
    let mut out = texts::empty();
    let mut ends_a_line = true;
    for (index, (name, text)) in texts.iter().enumerate() {
        let head = files::head(name, index == 0, ends_a_line);
        out = out.concat(&JsValue::from(head)).concat(text);
        ends_a_line = text.length() == 0 || text.slice(text.length() - 1, text.length()) == "\n";
    }
    out
}

/// The text that is pasted or dropped, as JavaScript has it: ten megabytes are not copied into Rust and back.
fn text_of(data: &DataTransfer) -> JsString {
    let get = Reflect::get(data, &"getData".into()).and_then(JsCast::dyn_into::<Function>);
    let text = get.and_then(|get| get.call1(data, &"text/plain".into()));
    text.ok().and_then(|text| text.dyn_into().ok()).unwrap_or_else(texts::empty)
}

pub(super) fn of_list(list: &FileList, from_folder: bool) -> Vec<(String, File)> {
    (0..list.length())
        .filter_map(|index| list.get(index))
        .map(|file| {
            let path =
                Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
            (path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name()), file)
        })
        .filter(|(path, _)| !from_folder || files::is_wanted(path))
        .collect()
}

/// Collects the files of a dropped folder.
async fn walk(entry: FileSystemEntry, named: bool, found: &mut Vec<(String, File)>) {
    let path = entry.full_path().trim_start_matches('/').to_owned();
    if found.len() >= 2_000 {
        return;
    }
    if entry.is_file() {
        if !named && !files::is_wanted(&path) {
            return;
        }
        let entry: FileSystemFileEntry = entry.unchecked_into();
        let promise = dom::promise(|resolve, reject| entry.file_with_callback_and_callback(resolve, reject));
        if let Some(file) = JsFuture::from(promise).await.ok().and_then(|file| file.dyn_into::<File>().ok()) {
            found.push((path, file));
        }
        return;
    }
    if !files::is_wanted(&format!("{path}/x.tf")) {
        return;
    }
    let reader = entry.unchecked_into::<FileSystemDirectoryEntry>().create_reader();
    // It gives a part of the list at a time, and an empty one at the end.
    loop {
        let promise = dom::promise(|resolve, reject| {
            _ = reader.read_entries_with_callback_and_callback(resolve, reject);
        });
        let Ok(part) = JsFuture::from(promise).await else { return };
        let part = Array::from(&part);
        if part.length() == 0 {
            return;
        }
        for entry in part.iter() {
            Box::pin(walk(entry.unchecked_into(), false, found)).await;
        }
    }
}

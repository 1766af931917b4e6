//! `stackengine analyze --kit DIR`: companion files, prevention kit and why-not notes as files.

use crate::Failure;
use stackengine_core::fix::Fix;
use std::fs;
use std::path::Path;

/// Writes the files into a folder that is new or empty.
///
/// # Errors
/// The folder holds something, or cannot be written.
pub(crate) fn write(folder: &Path, fix: &Fix) -> Result<(), Failure> {
    let shown = folder.display();
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(format!("{shown} is not empty; name a new folder, nothing is written over"));
    }
    let write = |path: &str, text: &str| {
        let to = folder.join(path);
        let made = to.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::write(&to, text))
            .map_err(|error| format!("cannot write {}: {error}", to.display()))
    };
    for file in fix.companions.iter().chain(&fix.prevention) {
        write(&file.path, &file.text)?;
    }
    if !fix.why_not.is_empty() {
        write("WHY-NOT.md", &why_not(fix))?;
    }
    let count = fix.companions.len() + fix.prevention.len();
    eprintln!("stackengine: {count} files are in {shown}");
    Ok(())
}

fn why_not(fix: &Fix) -> String {
    let mut out = String::from("# Why not ...\n");
    for note in &fix.why_not {
        out.push_str(&format!(
            "\n## {}\n\n{}\n\nInstead: {}\n\nSource: {}.\n",
            note.advice.trim_end_matches('.'),
            note.reason,
            note.instead,
            note.source
        ));
    }
    out
}

//! Reading files, standard input and JSON lines.

use crate::Failure;
use serde::Deserialize;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// One text with its name; `-` for standard input.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) text: String,
    /// Bytes that are not UTF-8 were replaced: `text` is not what the file holds.
    pub(crate) lossy: bool,
}

/// Reads each file, or standard input where there is none.
///
/// # Errors
/// A file that cannot be read.
pub(crate) fn read_all(files: &[PathBuf]) -> Result<Vec<Input>, Failure> {
    if files.is_empty() {
        return Ok(vec![read(Path::new("-"))?]);
    }
    files.iter().map(|file| read(file)).collect()
}

/// Reads one file; `-` is standard input. Bytes that are not UTF-8 become U+FFFD, and a note says so.
///
/// # Errors
/// The file cannot be read.
pub(crate) fn read(file: &Path) -> Result<Input, Failure> {
    let name = file.display().to_string();
    let mut bytes = Vec::new();
    let result = if name == "-" {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
    } else {
        std::fs::read(file).map(|read| bytes = read)
    };
    result.map_err(|error| format!("cannot read {name}: {error}"))?;
    let (text, lossy) = match String::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            eprintln!("stackengine: {name} is not UTF-8 from byte {at} on; what does not read became U+FFFD");
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), true)
        }
    };
    Ok(Input { name, text, lossy })
}

/// A line of `--jsonl`.
#[derive(Deserialize)]
pub(crate) struct Document {
    pub(crate) doc: serde_json::Value,
    pub(crate) text: String,
}

/// The documents of JSON lines: `{"doc": id, "text": "..."}`.
///
/// # Errors
/// A line that is no such object; the message names the line, never its text.
pub(crate) fn documents(input: &Input) -> Result<Vec<Document>, Failure> {
    input
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            serde_json::from_str(line)
                .or_else(|_| serde_json::from_str(&without_lone_surrogates(line)))
                .map_err(|error| {
                    format!(
                        "{} line {}: expected {{\"doc\": id, \"text\": \"...\"}} (column {})",
                        input.name,
                        index + 1,
                        error.column()
                    )
                })
        })
        .collect()
}

/// JSON may hold `\ud800` without its partner, which no UTF-8 text can; it becomes U+FFFD.
fn without_lone_surrogates(line: &str) -> String {
    let unit = |at: usize| -> Option<u16> {
        let escape = line.get(at..at + 6)?;
        u16::from_str_radix(escape.strip_prefix("\\u")?, 16).ok()
    };
    let mut out = String::with_capacity(line.len());
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let high = unit(at);
        let taken = match high {
            Some(0xD800..=0xDBFF) if matches!(unit(at + 6), Some(0xDC00..=0xDFFF)) => 12,
            Some(0xD800..=0xDFFF) => {
                out.push_str("\\ufffd");
                at += 6;
                continue;
            }
            Some(_) => 6,
            // A backslash and what it escapes stay together, so that `\\ud800` is read as text.
            None if rest.starts_with('\\') => {
                1 + rest.get(1..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
            }
            None => rest.find('\\').unwrap_or(rest.len()),
        };
        out.push_str(rest.get(..taken).unwrap_or(rest));
        at += taken.max(1);
    }
    out
}

/// Writes to standard output; a closed pipe is no failure.
///
/// # Errors
/// Standard output cannot be written.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("cannot write the output: {error}"))
        }
        _ => Ok(()),
    }
}

/// Prints a value as one line of JSON.
///
/// # Errors
/// Standard output cannot be written.
pub(crate) fn print_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let mut line = serde_json::to_string(value).map_err(|error| format!("cannot write JSON: {error}"))?;
    line.push('\n');
    print(&line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_surrogates_become_replacement_characters_and_pairs_stay() {
        assert_eq!(
            without_lone_surrogates(r#""a\ud800b\ud83d\ude00\\ud800é""#),
            r#""a\ufffdb\ud83d\ude00\\ud800é""#
        );
    }
}

//! An answer's text to segments for the page: prose, code, commands, warnings. Still redacted; placeholders become
//! values only in [`runs`], and never inside a URL.
//!
//! Safe on half an answer: what a later byte could still change is the last segment only.

mod json;
mod markdown;

use crate::detect::Class;
use crate::redact::Vault;
use crate::restore::{self, Piece};

/// A piece of an answer. Redacted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Prose(String),
    /// An item of a list.
    Item(String),
    /// Code that is no command.
    Code {
        /// As the answer names it: `hcl`, `yaml`.
        language: Option<String>,
        /// The file it is to be.
        file: Option<String>,
        /// The code.
        text: String,
        /// Its end has not come.
        open: bool,
    },
    /// One command line.
    Command {
        /// The line, without a prompt.
        text: String,
        /// What it is for.
        purpose: Option<String>,
    },
    /// Something to be careful with.
    Warning(String),
}

/// A read answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// In the order of the answer.
    pub segments: Vec<Segment>,
    /// It came as a structured answer.
    pub structured: bool,
}

/// Reads an answer, whole or as far as it has come: [`crate::restore::settled`] tells how far a stream may be shown.
pub fn read(answer: &str) -> Reading {
    let answer = super::clean(answer);
    let answer = without_thoughts(&answer).trim();
    if let Some(segments) = json::read(answer) {
        return Reading { segments, structured: true };
    }
    Reading { segments: markdown::read(answer), structured: false }
}

/// Some models on this machine write what they think before they answer.
fn without_thoughts(answer: &str) -> &str {
    let trimmed = answer.trim_start();
    for (open, close) in [("<think>", "</think>"), ("<thinking>", "</thinking>"), ("[THINK]", "[/THINK]")] {
        if let Some(rest) = trimmed.strip_prefix(open) {
            return rest.split_once(close).map_or("", |(_, said)| said);
        }
        if !trimmed.is_empty() && open.starts_with(trimmed) {
            return "";
        }
    }
    answer
}

impl Reading {
    /// The same as Markdown: how a structured answer that was cut goes on, see [`super::Prompt::go_on`].
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        for segment in &self.segments {
            match segment {
                Segment::Heading(text) => out.push_str(&format!("## {text}\n\n")),
                Segment::Prose(text) => out.push_str(&format!("{text}\n\n")),
                Segment::Item(text) | Segment::Warning(text) => out.push_str(&format!("- {text}\n")),
                Segment::Code { language, file, text, open } => {
                    if let Some(file) = file {
                        out.push_str(&format!("`{file}`\n"));
                    }
                    out.push_str(&format!("```{}\n{text}", language.as_deref().unwrap_or("")));
                    if !open {
                        out.push_str(if text.ends_with('\n') { "```\n\n" } else { "\n```\n\n" });
                    }
                }
                Segment::Command { text, purpose } => {
                    if let Some(purpose) = purpose {
                        out.push_str(&format!("{purpose}\n"));
                    }
                    out.push_str(&format!("```sh\n{text}\n```\n\n"));
                }
            }
        }
        out
    }
}

/// A part of a segment's text, as the page shows it: as text only, never as markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run<'a> {
    /// Ordinary text.
    Text(&'a str),
    /// Between backticks.
    Code(&'a str),
    /// A placeholder of ours. An identifier's value may be shown at once, a secret's after a click.
    Known {
        /// As it stands.
        shown: &'a str,
        /// Its exact name, for [`Vault::value_of`].
        name: &'a str,
        /// What it stands for.
        class: Class,
    },
    /// Looks like a placeholder of ours, but none was given out: to be marked.
    Unknown(&'a str),
    /// An address: shown as it stands. Nothing is restored in it, no link is made of it.
    Url(&'a str),
}

/// Takes a segment's text apart.
pub fn runs<'a>(text: &'a str, vault: &'a Vault) -> Vec<Run<'a>> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut code = false;
    let mut plain = |text: &'a str, out: &mut Vec<Run<'a>>| {
        for (index, part) in text.split('`').enumerate() {
            code ^= index > 0;
            take_apart(part, vault, code, out);
        }
    };
    for (start, end) in urls(text) {
        plain(text.get(at..start).unwrap_or(""), &mut out);
        out.push(Run::Url(text.get(start..end).unwrap_or("")));
        at = end;
    }
    plain(text.get(at..).unwrap_or(""), &mut out);
    out
}

/// The same for code, where a backtick is no mark. `sent` is what the model was given: an address that stands in it
/// letter by letter is the user's own, so that a file of theirs becomes whole again.
pub fn code_runs<'a>(text: &'a str, vault: &'a Vault, sent: &str) -> Vec<Run<'a>> {
    let mut out = Vec::new();
    let mut at = 0;
    for (index, (start, end)) in urls(text).into_iter().enumerate() {
        let url = text.get(start..end).unwrap_or("");
        // No file of theirs holds more; looking each of many up would take long.
        if index >= 200 || !stands_in(sent, url) {
            take_apart(text.get(at..start).unwrap_or(""), vault, true, &mut out);
            out.push(Run::Url(url));
            at = end;
        }
    }
    take_apart(text.get(at..).unwrap_or(""), vault, true, &mut out);
    out
}

fn take_apart<'a>(text: &'a str, vault: &'a Vault, code: bool, out: &mut Vec<Run<'a>>) {
    if text.is_empty() {
        return;
    }
    out.extend(restore::pieces(text, vault).into_iter().map(|piece| match piece {
        Piece::Text(text) if code => Run::Code(text),
        Piece::Text(text) => Run::Text(text),
        Piece::Known(shown, name) => {
            let class = vault.value_of(name).map_or(Class::Secret, |(_, class)| class);
            Run::Known { shown, name, class }
        }
        Piece::Unknown(text) => Run::Unknown(text),
    }));
}

/// Whether `word` stands in `text` with borders on both sides.
fn stands_in(text: &str, word: &str) -> bool {
    let part_of_url = |byte: Option<&u8>| {
        byte.is_some_and(|byte| {
            !byte.is_ascii_whitespace()
                && !matches!(byte, b'"' | b'\'' | b'`' | b'<' | b'>' | b',' | b')' | b'(' | b'=')
        })
    };
    let bytes = text.as_bytes();
    crate::text::places_of(bytes, word.as_bytes()).take(1000).any(|at| {
        !part_of_url(at.checked_sub(1).and_then(|before| bytes.get(before)))
            && !part_of_url(bytes.get(at + word.len()))
    })
}

/// Where addresses stand: with a scheme, with `//` or `www.`, as a target of a Markdown link or an attribute, or as a
/// host name with a path or query.
pub(super) fn urls(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let at = |index: usize| bytes.get(index).copied().unwrap_or(b' ');
    let is_end = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'`');
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut index = 0;
    while index < bytes.len() {
        let byte = at(index);
        let fresh = index == 0 || !(at(index - 1).is_ascii_alphanumeric() || at(index - 1) == b'_');
        let starts = match byte {
            b'/' => {
                at(index + 1) == b'/'
                    && at(index + 2).is_ascii_alphanumeric()
                    && (index == 0 || at(index - 1) != b':')
                    && {
                        let host = bytes.get(index + 2..).unwrap_or(&[]);
                        let host = host.split(|byte| is_end(*byte) || *byte == b'/').next().unwrap_or(&[]);
                        host.contains(&b'.')
                    }
            }
            b'(' => index > 0 && at(index - 1) == b']' && at(index + 1) != b')',
            _ if fresh && byte.is_ascii_alphabetic() => is_address(bytes, index),
            _ => false,
        };
        if !starts {
            index += 1;
            continue;
        }
        // The target of a Markdown link, whatever it is.
        let target = byte == b'(';
        let start = if target { index + 1 } else { index };
        let mut end = start;
        let mut depth = 0_u32;
        while end < bytes.len() {
            match at(end) {
                b'(' => depth += 1,
                b')' if depth == 0 => break,
                b')' => depth -= 1,
                b'\n' => break,
                byte if is_end(byte) && !target => break,
                _ => {}
            }
            end += 1;
        }
        // A sentence's own mark is no part of it.
        while !target && end > start + 1 && matches!(at(end - 1), b'.' | b',' | b';' | b':' | b'!') {
            end -= 1;
        }
        while !text.is_char_boundary(end) {
            end += 1;
        }
        out.push((start, end));
        index = end.max(index + 1);
    }
    out.retain(|(start, end)| start < end);
    out
}

/// Whether a word that begins here is an address.
fn is_address(bytes: &[u8], start: usize) -> bool {
    // No scheme and no host name is longer.
    let rest = bytes.get(start..bytes.len().min(start + 300)).unwrap_or(&[]);
    let word = rest
        .iter()
        .position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'_')))
        .unwrap_or(rest.len());
    let (name, after) = rest.split_at_checked(word).unwrap_or((rest, &[]));
    let lower = name.to_ascii_lowercase();
    if lower.starts_with(b"www.") {
        return true;
    }
    let next = |at: usize| after.get(at).copied().unwrap_or(b' ');
    match next(0) {
        b':' => {
            matches!((next(1), next(2)), (b'/' | b'\\', b'/' | b'\\'))
                || (matches!(lower.as_slice(), b"http" | b"https" | b"ftp" | b"ws" | b"wss" | b"file")
                    && !next(1).is_ascii_whitespace())
                || (matches!(
                    lower.as_slice(),
                    b"data" | b"javascript" | b"vbscript" | b"mailto" | b"blob" | b"tel" | b"sms"
                ) && !next(1).is_ascii_whitespace())
        }
        // host.tld/path, host.tld?query: as browsers complete it.
        b'/' | b'?' | b'#' => {
            let labels: Vec<&[u8]> = lower.split(|byte| *byte == b'.').collect();
            labels.len() >= 2
                && labels.iter().all(|label| !label.is_empty())
                && labels
                    .last()
                    .is_some_and(|last| last.len() >= 2 && last.iter().all(u8::is_ascii_alphabetic))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::{detect, redact};

    fn vault() -> Vault {
        let secret = ["Hunter2", "-long-enough"].concat();
        let raw = format!(
            "terraform {{\n  backend \"s3\" {{\n    bucket = \"acme-prod-state\"\n    access_key = \"{secret}\"\n  }}\n}}\n"
        );
        redact::redact(&raw, &detect::detect(&raw, &detect::Options::default()).findings).1
    }

    #[test]
    fn nothing_is_restored_inside_an_address() {
        let vault = vault();
        let name = vault.placeholders().next().unwrap().0.to_owned();
        assert_eq!(name, "BUCKET_1");
        for address in [
            "https://evil.example/?q=BUCKET_1",
            "https:\\\\evil.example\\BUCKET_1",
            "https:evil.example/BUCKET_1",
            "//evil.example/BUCKET_1",
            "www.evil.example/BUCKET_1",
            "evil.example/?q=BUCKET_1",
            "javascript:fetch('x')+BUCKET_1",
            "data:text/html,BUCKET_1",
            "mailto:a@evil.example?body=BUCKET_1",
            "HTTPS://evil.example/(BUCKET_1)/x",
        ] {
            for dress in
                ["{}", "see {} now", "![x]({})", "[x]({} \"t\")", "<img src=\"{}\">", "<a href={}>", "`{}`"]
            {
                let text = dress.replace("{}", address);
                for runs in [runs(&text, &vault), code_runs(&text, &vault, "")] {
                    let restored = runs.iter().any(|run| matches!(run, Run::Known { .. }));
                    // A quote ends an address in HTML; what follows it is text.
                    assert!(!restored || address.contains('\''), "{text}: {runs:?}");
                }
            }
        }
    }

    #[test]
    fn text_and_code_are_taken_apart_without_loss() {
        let vault = vault();
        let text = "Keep `BUCKET_1` and BUCKET_1, not BUCKET_7; arn:aws:s3:::BUCKET_1/x, see https://a.b/c.";
        let got = runs(text, &vault);
        let known = got.iter().filter(|run| matches!(run, Run::Known { name: "BUCKET_1", .. })).count();
        assert_eq!(known, 3, "{got:?}");
        assert!(got.contains(&Run::Unknown("BUCKET_7")));
        assert!(got.contains(&Run::Url("https://a.b/c")));
        let whole: String = code_runs(text, &vault, "")
            .iter()
            .map(|run| match run {
                Run::Text(text) | Run::Code(text) | Run::Unknown(text) | Run::Url(text) => *text,
                Run::Known { shown, .. } => *shown,
            })
            .collect();
        assert_eq!(whole, text);
    }

    #[test]
    fn an_address_of_the_paste_becomes_whole_again_in_code_only() {
        let vault = vault();
        let sent = "address = \"https://state.example/BUCKET_1\"\n";
        let known = |runs: &[Run<'_>]| runs.iter().any(|run| matches!(run, Run::Known { .. }));
        assert!(known(&code_runs("address = \"https://state.example/BUCKET_1\"", &vault, sent)));
        assert!(!known(&code_runs("address = \"https://state.example/BUCKET_1/x\"", &vault, sent)));
        assert!(!known(&code_runs(
            "address = \"https://state.example/\"+\"//e.example/BUCKET_1\"",
            &vault,
            sent
        )));
        assert!(!known(&runs("see https://state.example/BUCKET_1", &vault)));
    }

    #[test]
    fn thoughts_are_not_the_answer() {
        assert_eq!(read("<think>rm -rf /</think>Hello").segments, [Segment::Prose("Hello".into())]);
        assert_eq!(read("<think>still").segments, []);
        assert_eq!(read("<thi").segments, []);
    }

    #[test]
    fn a_structured_answer_that_was_cut_goes_on_as_markdown() {
        let cut = r#"{"explanation": "Why.", "files": [{"name": "a.tf", "text": "x = 1\ny ="#;
        let so_far = read(cut).markdown();
        assert_eq!(so_far, "Why.\n\n`a.tf`\n```hcl\nx = 1\ny =");
        let whole = read(&format!("{so_far} 2\n```\n\n## Warnings\n- Careful\n")).segments;
        let code = Segment::Code {
            language: Some("hcl".into()),
            file: Some("a.tf".into()),
            text: "x = 1\ny = 2\n".into(),
            open: false,
        };
        assert_eq!(whole[..2], [Segment::Prose("Why.".into()), code]);
        assert_eq!(whole[3], Segment::Warning("Careful".into()));
    }

    #[test]
    fn every_beginning_of_an_answer_can_be_read() {
        let structured = r##"{"explanation": "# Why\nIt \"is\" é \ud83d\ude00", "files": [{"name": "a.tf", "text": "x = 1\n"}], "steps": [{"command": "terraform plan", "purpose": "Look"}], "warnings": ["Careful"]}"##;
        let markdown = "## Explanation\nText\n\n- one\n- two\n\n## Files\n`a.tf`\n```hcl\nx = 1\n```\n## Commands\nLook\n```sh\n$ terraform plan\n```\n## Warnings\n- Careful\n";
        for answer in [structured, markdown] {
            for (end, _) in answer.char_indices() {
                read(answer.get(..end).unwrap());
            }
        }
        let code = Segment::Code {
            language: Some("hcl".into()),
            file: Some("a.tf".into()),
            text: "x = 1\n".into(),
            open: false,
        };
        let command = Segment::Command { text: "terraform plan".into(), purpose: Some("Look".into()) };
        for answer in [structured, markdown] {
            let segments = read(answer).segments;
            assert!(segments.contains(&code), "{segments:?}");
            assert!(segments.contains(&command), "{segments:?}");
            assert!(segments.contains(&Segment::Warning("Careful".into())), "{segments:?}");
        }
    }
}

//! Whether a text is legal HCL; where it is not, the place and the reason in words.

use super::document::{Document, Host, Skip};
use super::grammar::{self, SET_TWICE, SyntaxError};
use super::line_end;
use super::read::{Body, Found};
use crate::text::Span;
use std::borrow::Cow;

/// Longer texts are read block by block: parsing must not hold the page up.
const WHOLE: usize = 3 << 20;

/// Whether a document with configurations in it was meant as one HCL file, or is a paste of several things.
pub(super) fn is_one_file(document: &Document<'_>, body: &Body, found: &[&Found]) -> bool {
    if document.host != Host::Paste {
        // A heredoc is one file, unless a script fills in more than values.
        return true;
    }
    if document.skips.iter().any(|(span, kind)| {
        *kind == Skip::Fence
            || *kind == Skip::Heredoc
                && !before(document, span.start).trim_end().ends_with(['=', '(', ',', ':', '[', '?'])
    }) {
        return false;
    }
    if found.iter().any(|one| one.item.start > one.span.start) {
        return false;
    }
    body.strays.iter().all(|at| {
        let line = document.slice(*at, line_end(document.text, *at)).trim();
        reads_as_hcl_error(line) && super::reading::file_named(line).is_none()
    })
}

fn before<'t>(document: &Document<'t>, at: usize) -> &'t str {
    document.slice(super::line_start(document.text, at).max(document.span.start), at)
}

/// A line that is neither argument nor block, and still of a configuration: a template's directive, a merge conflict,
/// an ellipsis, an argument without its value. Prose, commands, YAML and log lines are not.
fn reads_as_hcl_error(line: &str) -> bool {
    if line.starts_with(['{', '}', '<', '%', '[', ']', ')', '"', '@', '_', '.', '=', '|', '&', '\''])
        || line.starts_with(">>>>>>>")
    {
        return !line.starts_with("|  ") && !line.starts_with("<html");
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_name = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
    };
    match words.as_slice() {
        // `bucket`, `bucket "x"`, `terraform`: something is missing after it.
        [one] => is_name(one) && !one.contains('.'),
        [first, second] => is_name(first) && (second.starts_with(['"', '{', '(']) || *second == "="),
        [first, second, ..] => {
            // `resource "x" "y"` without its brace, `bucket => "x"`.
            (matches!(
                *first,
                "resource" | "data" | "module" | "provider" | "variable" | "output" | "backend"
            ) && second.starts_with('"'))
                || second.starts_with('=')
        }
        [] => true,
    }
}

/// Why a region is no HCL, with line and column of the paste; none where it is.
pub(super) fn reason(raw: &str, span: Span) -> Option<String> {
    reason_in(raw, span, false)
}

/// The same for a piece of a script or pipeline, which fills in `${{ x }}` and `$NAME` before anything reads it.
pub(super) fn reason_in_script(raw: &str, span: Span) -> Option<String> {
    reason_in(raw, span, true)
}

fn reason_in(raw: &str, span: Span, in_script: bool) -> Option<String> {
    let text = span.of(raw);
    let (text, skipped) = match text.strip_prefix('\u{feff}') {
        Some(rest) => (rest, 3),
        None => (text, 0),
    };
    let place = |offset: usize| {
        let before = raw.get(..(span.start + skipped + offset).min(raw.len())).unwrap_or("");
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column =
            before.rsplit('\n').next().unwrap_or("").trim_start_matches('\u{feff}').chars().count() + 1;
        format!("line {line}, column {column}")
    };
    let filled: Cow<'_, str> = if in_script { Cow::Owned(filled_in(text)) } else { Cow::Borrowed(text) };
    let SyntaxError { offset, wrong } = grammar::check(&filled).err()?;
    let start = super::line_start(text.as_bytes(), offset);
    let here = text.get(start..line_end(text.as_bytes(), start)).unwrap_or("");
    let at_end = text.get(offset..).unwrap_or("").trim().is_empty();
    let words = words(
        here.trim_matches([' ', '\t', '\r']),
        here.get(offset - start..).unwrap_or("").trim_start(),
        at_end,
        wrong,
        text,
    );
    Some(format!("{}: {words}", place(offset)))
}

/// `${{ x }}` and `$NAME` as plain words of the same length.
fn filled_in(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('$') {
        out.push_str(before);
        let length = if after.starts_with("{{") {
            let line = after.split('\n').next().unwrap_or("");
            line.find("}}").map_or(0, |end| end + 2)
        } else {
            after.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count()
        };
        if length == 0 {
            out.push('$');
        } else {
            out.push_str(&"x".repeat(length + 1));
        }
        rest = after.get(length..).unwrap_or("");
    }
    out.push_str(rest);
    out
}

fn words(line: &str, rest: &str, at_end: bool, wrong: &'static str, text: &str) -> String {
    let opens = text.bytes().filter(|byte| *byte == b'{').count();
    let closes = text.bytes().filter(|byte| *byte == b'}').count();
    let first = line.split(['=', ' ']).next().unwrap_or("");
    let reason = if text.contains("terragrunt = {") && wrong != SET_TWICE {
        "a block inside an object, as Terragrunt before 0.19 had it in terraform.tfvars; today it is remote_state { ... } in a terragrunt.hcl"
    } else if line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>") {
        "a merge conflict's mark"
    } else if line.contains(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}']) {
        "curly quotes; HCL wants straight ones"
    } else if line.contains('\u{a0}') {
        "a no-break space, which HCL does not take for a blank"
    } else if line.contains("{{") || line.contains("{%") || line.contains("<%") {
        "a template's mark outside a string; the template has to be filled in before this is HCL"
    } else if at_end && opens > closes {
        "the text ends before its closing brace"
    } else if wrong == SET_TWICE {
        return format!(
            "{} is set a second time in one block",
            if first.is_empty() { "an argument" } else { first }
        );
    } else if line.matches('"').count() % 2 == 1 && !line.contains("\\\"") {
        "a quote that is not closed on its line"
    } else if line == "..." || line.starts_with("...") {
        "an ellipsis, which is no HCL"
    } else if line.contains("= '") || line.contains("='") {
        "single quotes; HCL wants double ones"
    } else if rest.starts_with(':') || line.contains(": \"") && !line.contains('=') {
        "a colon where HCL wants an equals sign"
    } else if line.starts_with('"') {
        "a quoted name; HCL wants it without quotes"
    } else if line.contains(" = \"") && rest.contains('=') && !line.contains('{') {
        "two arguments on one line; each wants its own"
    } else if line.matches('{').count() > 1 && rest.contains('{') {
        "a block within a block on one line; HCL wants each on lines of its own"
    } else if line.ends_with('=') {
        "an argument without a value"
    } else if rest.starts_with('}') && closes > opens {
        "a closing brace that nothing opened"
    } else if at_end && closes <= opens {
        "the text ends in the middle"
    } else {
        wrong
    };
    reason.to_owned()
}

/// What to parse for a configuration of this document.
pub(super) fn region(document: &Document<'_>, is_one_file: bool, found: &Found) -> Span {
    if is_one_file && document.span.end - document.span.start <= WHOLE {
        return document.span;
    }
    // A template's directives around the block are gone when it is read as HCL.
    let is_directive = |line: &str| line.trim_start().starts_with("%{");
    if document.host == Host::Heredoc && found.item.of(document.raw).lines().any(is_directive) {
        return found.span;
    }
    found.item
}

//! An answer beside what the program itself knows: marks for the page. Nothing here changes the diagnosis, the plan
//! or the hardened block.

mod commands;
mod places;

pub use commands::{Verdict, judge};

use super::reading::{Reading, Segment};
use crate::analyze::Analysis;
use crate::backends;
use crate::detect::{self, Class};
use crate::fix::{self, Block, Severity};
use crate::redact::Vault;
use crate::restore::{self, Piece};
use crate::text::unified_diff;

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// As it should be; else something to look at.
    pub pass: bool,
    /// What was seen. Raw text.
    pub sentence: String,
}

/// A code segment that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedCode {
    /// Index in [`Reading::segments`].
    pub segment: usize,
    /// What was seen.
    pub marks: Vec<Mark>,
    /// From the user's own block to the answer's. Raw text.
    pub diff: Option<String>,
}

/// What was seen in a whole answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checks {
    /// About the answer as a whole.
    pub marks: Vec<Mark>,
    /// One for each code segment.
    pub code: Vec<CheckedCode>,
    /// One for each command segment, with its index in [`Reading::segments`].
    pub commands: Vec<(usize, Verdict)>,
}

fn pass(sentence: impl Into<String>) -> Mark {
    Mark { pass: true, sentence: sentence.into() }
}

fn warn(sentence: impl Into<String>) -> Mark {
    Mark { pass: false, sentence: sentence.into() }
}

/// Looks at an answer. `raw` is the paste that was analysed, `options` those it was hardened with.
pub fn check(reading: &Reading, raw: &str, analysis: &Analysis, options: &fix::Options) -> Checks {
    let known = commands::Known::of(analysis);
    let mut out = Checks::default();
    for (index, segment) in reading.segments.iter().enumerate() {
        match segment {
            Segment::Code { language, file, text, open } => {
                out.code.push(code(
                    index,
                    language.as_deref(),
                    file.as_deref(),
                    text,
                    *open,
                    raw,
                    analysis,
                    options,
                ));
            }
            Segment::Command { text, .. } => {
                let raw = restore::restore(text, &analysis.vault).text;
                out.commands.push((index, known.judge(&raw)));
            }
            Segment::Prose(text) | Segment::Item(text) => {
                for code in text.split('`').skip(1).step_by(2).take(200) {
                    let raw = restore::restore(code, &analysis.vault).text;
                    if let Verdict::NotVerified(why) = known.judge(&raw)
                        && commands::is_command(&raw)
                    {
                        let shown: String = raw.chars().take(120).collect();
                        out.marks
                            .push(warn(format!("Suggested by the model, not verified: {shown} ({why}).")));
                    }
                }
            }
            Segment::Heading(_) | Segment::Warning(_) => {}
        }
    }
    let texts = reading.segments.iter().filter_map(|segment| match segment {
        Segment::Code { .. } => None,
        Segment::Heading(text)
        | Segment::Prose(text)
        | Segment::Item(text)
        | Segment::Warning(text)
        | Segment::Command { text, .. } => Some(text),
    });
    let mut unknown = Vec::new();
    for text in texts {
        unknown_placeholders(text, &analysis.vault, &mut unknown);
    }
    if !unknown.is_empty() {
        out.marks.push(warn(stand_for_nothing(&unknown)));
    }
    out
}

fn unknown_placeholders(text: &str, vault: &Vault, out: &mut Vec<String>) {
    for piece in restore::pieces(text, vault) {
        if let Piece::Unknown(word) = piece
            && !out.iter().any(|known| known == word)
            && out.len() < 20
        {
            out.push(word.to_owned());
        }
    }
}

fn stand_for_nothing(unknown: &[String]) -> String {
    format!("The model wrote placeholders that stand for nothing: {}. Left as they are.", unknown.join(", "))
}

#[expect(clippy::too_many_arguments, reason = "one segment and what it is compared with")]
fn code(
    segment: usize,
    language: Option<&str>,
    file: Option<&str>,
    redacted: &str,
    open: bool,
    raw: &str,
    analysis: &Analysis,
    options: &fix::Options,
) -> CheckedCode {
    let mut marks = Vec::new();
    let mut diff = None;
    if open {
        marks.push(warn("This is cut: its end has not come."));
    }
    let vault = &analysis.vault;
    let mut unknown = Vec::new();
    unknown_placeholders(redacted, vault, &mut unknown);
    if !unknown.is_empty() {
        marks.push(warn(stand_for_nothing(&unknown)));
    }
    marks.extend(credentials(redacted, vault));
    marks.extend(dangers(redacted));
    let text = restore::restore(redacted, vault).text;
    let ends = |end: &str| file.is_some_and(|file| file.to_ascii_lowercase().ends_with(end));
    let is_json = language == Some("json") || ends(".json");
    let is_hcl = !is_json
        && (matches!(language, Some("hcl" | "terraform" | "tf"))
            || [".tf", ".tofu", ".hcl", ".tfvars", ".tfbackend"].iter().any(|end| ends(end)));
    let blocks = fix::fix(&text, options).blocks;
    if is_hcl && !open {
        marks.push(match fix::grammar::check(&text) {
            Ok(()) => pass("It reads as HCL."),
            Err(error) => {
                let (line, column) = error.place(&text);
                warn(format!("It does not read as HCL: line {line}, column {column}: {}.", error.wrong))
            }
        });
    }
    if is_json && !open {
        marks.push(match serde_json::from_str::<serde_json::Value>(&text) {
            Ok(_) => pass("It reads as JSON."),
            Err(error) => {
                warn(format!("It does not read as JSON: line {}, column {}.", error.line(), error.column()))
            }
        });
    }
    for block in &blocks {
        let own = own_block(block, &blocks, &analysis.fix.blocks);
        let Some(own) = own else {
            marks.push(
                match analysis.fix.blocks.iter().find(|own| !same_backend(&own.backend, &block.backend)) {
                    Some(own) => warn(format!(
                        "The backend changes from {} to {}: that moves the state, and is no refactoring.",
                        own.backend, block.backend
                    )),
                    None => warn("Your paste holds no backend block to compare this one with."),
                },
            );
            continue;
        };
        let before = own.span.of(raw);
        let after = block.span.of(&text);
        marks.extend(places::compare(own, before, block, after, options));
        marks.extend(findings(own, before, block, options));
        if diff.is_none() && before != after {
            diff = Some(unified_diff("backend", &ended(before), &ended(after)));
        }
    }
    CheckedCode { segment, marks, diff }
}

/// A diff without a last line break marks its end, which says nothing here.
fn ended(text: &str) -> String {
    format!("{}\n", text.replace("\r\n", "\n").trim_end_matches('\n'))
}

/// The user's block that an answer's block is about: of the same backend, in the same order.
fn own_block<'a>(block: &Block, answer: &[Block], own: &'a [Block]) -> Option<&'a Block> {
    let same = |one: &&Block| same_backend(&one.backend, &block.backend);
    let nth = answer.iter().filter(same).position(|one| one.span == block.span).unwrap_or(0);
    let list: Vec<&Block> = own.iter().filter(same).collect();
    list.get(nth).or(list.last()).copied()
}

/// `azure` is the old name of `azurerm`, `cloud` the new form of `remote`; the state stays where it is.
fn same_backend(one: &str, other: &str) -> bool {
    let label = |name: &str| {
        backends::configuration(name).map(|known| known.label).filter(|label| *label != "removed")
    };
    one == other || label(one).is_some_and(|one| label(other) == Some(one))
}

/// Literal credentials: those the model wrote, and those of the paste that it put into a file.
fn credentials(redacted: &str, vault: &Vault) -> Vec<Mark> {
    let mut out = Vec::new();
    let options = detect::Options {
        keep_identifiers: true,
        harmless: vault.placeholders().map(|(name, _)| name.to_owned()).collect(),
        ..detect::Options::default()
    };
    let found = detect::detect(redacted, &options).findings;
    let mut lines: Vec<usize> = found
        .iter()
        .filter(|finding| finding.class == Class::Secret)
        .map(|finding| {
            redacted.as_bytes().iter().take(finding.span.start).filter(|byte| **byte == b'\n').count() + 1
        })
        .collect();
    lines.dedup();
    if !lines.is_empty() {
        let lines: Vec<String> = lines.iter().take(10).map(ToString::to_string).collect();
        out.push(warn(format!(
            "It holds a literal credential that does not come from your paste (line {}). Do not use it.",
            lines.join(", ")
        )));
    }
    let mut kept: Vec<&str> = restore::pieces(redacted, vault)
        .iter()
        .filter_map(|piece| match piece {
            Piece::Known(_, name) => {
                vault.value_of(name).filter(|(_, class)| *class == Class::Secret).map(|_| *name)
            }
            _ => None,
        })
        .collect();
    crate::text::sort_by_text(&mut kept, |name| name);
    kept.dedup();
    if !kept.is_empty() {
        out.push(warn(format!(
            "It would write a secret of yours into a file: {}. Put it into the environment or a secret store instead.",
            kept.join(", ")
        )));
    }
    if out.is_empty() {
        out.push(pass("It holds no literal credential."));
    }
    out
}

/// Words that are wrong in any file.
fn dangers(text: &str) -> Vec<Mark> {
    const DANGERS: &[(&str, &str)] = &[
        ("-lock=false", "It switches locking off (-lock=false): two runs at once can destroy the state."),
        ("force_destroy=true", "It lets a bucket be destroyed with the states in it (force_destroy = true)."),
        ("prevent_destroy=false", "It takes the guard against destroying off (prevent_destroy = false)."),
        ("use_lockfile=false", "It switches the lock file off (use_lockfile = false)."),
        ("disable_lock=true", "It switches locking off (disable_lock = true)."),
        ("lock=false", "It switches locking off (lock = false)."),
        ("skip_tls_verify=true", "It takes any certificate."),
        ("skip_cert_verification=true", "It takes any certificate."),
        ("force-unlockauto", "It releases locks by itself."),
    ];
    let dense: String = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '\t' | '"' | '\''))
        .collect::<String>()
        .to_ascii_lowercase();
    let mut out: Vec<Mark> = Vec::new();
    for (word, sentence) in DANGERS {
        let hit = crate::text::places_of(dense.as_bytes(), word.as_bytes()).any(|at| {
            let before = at.checked_sub(1).and_then(|at| dense.as_bytes().get(at));
            // `use_lock=false` and `-lock=false` have lines of their own.
            !(word.starts_with("lock")
                && before.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')))
        });
        if hit && !out.iter().any(|mark| mark.sentence == *sentence) {
            out.push(warn(*sentence));
        }
    }
    let unlocks =
        text.lines().any(|line| line.contains("force-unlock") && !line.trim_start().starts_with('#'));
    if unlocks {
        out.push(warn("It runs force-unlock from a file: a lock is released by hand, after its checks."));
    }
    out
}

/// What the hardener finds in the answer's block and would not leave in its own.
fn findings(own: &Block, before: &str, block: &Block, options: &fix::Options) -> Vec<Mark> {
    let hardened = own.hardened.as_deref().unwrap_or(before);
    let left: Vec<String> = fix::fix(hardened, options)
        .blocks
        .into_iter()
        .flat_map(|one| one.findings)
        .map(|one| one.id)
        .collect();
    let mut out: Vec<Mark> = block
        .findings
        .iter()
        .filter(|finding| finding.severity <= Severity::Medium && !left.contains(&finding.id))
        .map(|finding| warn(format!("{} {}", finding.message, finding.fix)))
        .collect();
    let kept =
        own.findings.iter().filter(|one| one.severity <= Severity::Medium && !left.contains(&one.id)).count();
    if out.is_empty() {
        out.push(pass(if kept == 0 {
            "The hardener finds nothing in it that it would change.".to_owned()
        } else {
            format!("The hardener finds nothing in it that it would change; in your block it found {kept}.")
        }));
    }
    out
}

#[cfg(test)]
mod tests;

//! An analysis and a question to a prompt: every part redacted with the analysis's own vault.

use super::{Prompt, QUICK_TASKS, clean};
use crate::analyze::Analysis;
use crate::text::Span;

/// How much of the paste is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Amount {
    /// All of it.
    #[default]
    Whole,
    /// The incidents and the backend blocks only.
    IncidentAndBlock,
}

/// Builds the prompt. `question` is raw; an empty one is the first quick task.
pub fn compose(analysis: &mut Analysis, question: &str, amount: Amount) -> Prompt {
    let facts = facts(analysis);
    let chosen = match amount {
        Amount::Whole => None,
        Amount::IncidentAndBlock => {
            let incidents = analysis.diagnosis.incidents.iter().map(|one| one.span);
            let blocks = analysis.fix.blocks.iter().map(|one| one.span);
            let spans: Vec<Span> = incidents.chain(blocks).filter(|span| span.start < span.end).collect();
            (!spans.is_empty()).then(|| analysis.redacted.excerpt(&spans))
        }
    };
    let mut paste = chosen.unwrap_or_else(|| analysis.redacted.clone());
    let vault = &mut analysis.vault;
    // Characters that nobody sees may have kept a value apart: what is one word now is looked at again.
    let cleaned = clean(paste.as_str());
    if cleaned != paste.as_str() {
        paste = vault.redact_also(&cleaned);
    }
    let question = question.trim();
    let question =
        if question.is_empty() { QUICK_TASKS.first().map_or("", |task| task.text) } else { question };
    let facts = vault.redact_facts(&clean(&facts));
    let question = vault.redact_also(&clean(question));
    let mut prompt = Prompt { paste, facts, question, thread: Vec::new(), cut: None };
    prompt.settle(vault);
    prompt
}

/// What the program found, in words. Raw text.
fn facts(analysis: &Analysis) -> String {
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    for incident in &analysis.diagnosis.incidents {
        line(&format!("INCIDENT {}", incident.headline));
        if let Some(lock) = &incident.lock {
            for (label, value) in [
                ("ID", &lock.id),
                ("Path", &lock.path),
                ("Operation", &lock.operation),
                ("Who", &lock.who),
                ("Version", &lock.version),
                ("Created", &lock.created),
                ("Info", &lock.info),
            ] {
                if let Some(value) = value.as_deref().filter(|value| !value.is_empty()) {
                    line(&format!("  {label}: {value}"));
                }
            }
        }
        line(&format!("  Verdict on the lock: {}", format!("{:?}", incident.staleness).to_ascii_lowercase()));
        for reason in &incident.reasons {
            line(&format!("  - {reason}"));
        }
        let unlock = &incident.unlock;
        for check in &unlock.checks {
            line(&format!("  First: {}", check.title));
            if let Some(command) = &check.command {
                line(&format!("    {command}"));
            }
        }
        if let Some(command) = &unlock.command {
            line(&format!("  Release: {command}"));
        }
        if let Some(why) = &unlock.why {
            line(&format!("  Note: {why}"));
        }
        for fallback in &unlock.fallbacks {
            line(&format!("  Otherwise: {}", fallback.title));
            if let Some(command) = &fallback.command {
                line(&format!("    {command}"));
            }
            if let Some(condition) = &fallback.condition {
                line(&format!("    Only if: {condition}"));
            }
        }
    }
    for block in &analysis.fix.blocks {
        line(&format!("BACKEND {}", block.backend));
        for finding in &block.findings {
            line(&format!("  {:?} {}: {} {}", finding.severity, finding.id, finding.message, finding.fix));
        }
        if let Some(hardened) = &block.hardened {
            line("  Hardened block:");
            line(hardened);
        }
        for step in &block.migration {
            line(&format!("  Step: {step}"));
        }
    }
    for note in analysis.diagnosis.notes.iter().chain(&analysis.fix.notes) {
        line(&format!("NOTE {note}"));
    }
    out
}

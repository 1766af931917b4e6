//! An analysis as plain data for the views. Pure.

use crate::model::{self, Choices, Report, Rest};
use crate::offsets::Utf16;
use crate::words;
use stackengine_core::analyze::{Analysis, Options};
use stackengine_core::detect::{self, Class, Detection};
use stackengine_core::diagnose::Diagnosis;
use stackengine_core::fix::{Companion, Severity};
use stackengine_core::moment::Moment;
use stackengine_core::text::sort_by_text;
use stackengine_core::{backends, diagnose, fix, redact};

/// Most rows of one kind that are shown; a note tells of the rest.
const MOST: usize = 200;

/// What was read of a paste first: its errors.
pub(crate) struct Diagnosed {
    pub(crate) diagnosis: Diagnosis,
    pub(crate) report: Report,
    pub(crate) options: Options,
    /// How long that took.
    pub(crate) milliseconds: f64,
}

impl Diagnosed {
    /// Reads the errors of a paste.
    pub(crate) fn of(raw: &str, options: Options) -> Self {
        let diagnosis = diagnose::diagnose(raw, &fix::settings(raw), options.now);
        let report = report(&diagnosis, raw);
        Self { diagnosis, report, options, milliseconds: 0.0 }
    }
}

/// The last examination, whole.
pub(crate) struct Examined {
    pub(crate) analysis: Analysis,
    /// What was shown of it first.
    report: Report,
    /// When it was made.
    now: Option<Moment>,
}

/// What is shown first.
fn report(diagnosis: &Diagnosis, raw: &str) -> Report {
    let lines = Lines::of(raw);
    let mut notes = diagnosis.notes.clone();
    if diagnosis.incidents.len() > MOST {
        notes.push(words::only_first(diagnosis.incidents.len(), MOST));
    }
    Report {
        bytes: raw.len(),
        lines: if raw.is_empty() { 0 } else { raw.lines().count() },
        incidents: diagnosis.incidents.iter().take(MOST).map(|one| incident(one, &lines)).collect(),
        notes,
        ..Report::default()
    }
}

/// Random values without any context, each once.
fn unsure(detection: &Detection, raw: &str, lines: &Lines) -> Vec<model::Unsure> {
    let mut out: Vec<model::Unsure> = Vec::new();
    for one in &detection.unsure {
        let text = one.span.of(raw);
        if out.len() < MOST && !out.iter().any(|known| known.text == text) {
            out.push(model::Unsure { text: text.to_owned(), line: lines.at(one.span.start) });
        }
    }
    out
}

/// The words for a rule.
fn rule(id: &str) -> model::Rule {
    let words = detect::explain(id);
    let mut reason = words.reason.to_owned();
    if !words.source.is_empty() {
        reason.push_str(words::SOURCE);
        reason.push_str(words.source);
        reason.push('.');
    }
    model::Rule { id: id.to_owned(), summary: words.summary.to_owned(), reason }
}

/// Core's options from the user's choices. `now` in milliseconds since 1970.
pub(crate) fn options(choices: &Choices, now: f64) -> Options {
    #[expect(clippy::cast_possible_truncation, reason = "whole seconds")]
    let now = Some(Moment::from_second((now / 1000.0) as i64));
    Options {
        now,
        detect: detect::Options {
            keep_identifiers: choices.keep_identifiers,
            hide_words: choices.words.clone(),
            hide_secrets: choices.secrets.clone(),
            harmless: choices.harmless.clone(),
        },
        fix: fix::Options {
            terraform_version: Some(choices.version.clone()).filter(|version| !version.is_empty()),
            tofu: choices.tofu,
        },
    }
}

/// The name of a plain enum's variant as the CLI prints it.
fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Counts lines from one, for offsets that come in any order.
struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    fn of(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1));
        Self { starts }
    }

    fn at(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }
}

impl Examined {
    /// Looks for what must be hidden, and reads backend blocks. `step` is told what begins. Of the second part, see
    /// [`crate::later`].
    pub(crate) fn of(diagnosed: Diagnosed, raw: &str, mut step: impl FnMut(u32)) -> (Self, Rest) {
        let Diagnosed { diagnosis, report, options, .. } = diagnosed;
        step(1);
        let detection = detect::detect(raw, &options.detect);
        step(2);
        let (redacted, mut vault) = redact::redact(raw, &detection.findings);
        vault.choose(&options.detect);
        step(3);
        let mut fix = fix::fix(raw, &options.fix);
        fix.add_told(raw, &options.fix, &diagnosis.incidents);
        let analysis = Analysis { diagnosis, fix, detection, redacted, vault };
        let mut examined = Self { analysis, report, now: options.now };
        let rest = examined.rest(raw);
        (examined, rest)
    }

    /// The ids of the rules that found something.
    fn rules(&self) -> Vec<&'static str> {
        let mut rules: Vec<&'static str> =
            self.analysis.detection.findings.iter().map(|finding| finding.rule).collect();
        sort_by_text(&mut rules, |rule| rule);
        rules.dedup();
        rules
    }

    /// Five numbers for each hidden place, see [`model::MARK`].
    pub(crate) fn marks(&self, raw: &str) -> Vec<u32> {
        let redacted = &self.analysis.redacted;
        let rules = self.rules();
        let mut out = Vec::with_capacity(redacted.replacements().len() * model::MARK);
        let mut before = Utf16::of(raw);
        let mut after = Utf16::of(redacted.as_str());
        for one in redacted.replacements() {
            let rule = rules.iter().position(|rule| *rule == one.rule).unwrap_or(0);
            let rule = u32::try_from(rule).unwrap_or(0) * 2 + u32::from(one.class == Class::Identifier);
            out.extend([
                before.at(one.span.start),
                before.at(one.span.end),
                after.at(one.redacted_span.start),
                after.at(one.redacted_span.end),
                rule,
            ]);
        }
        out
    }

    /// What follows the report. Redacts the sheet with the analysis' vault.
    fn rest(&mut self, raw: &str) -> Rest {
        let count = self.analysis.count();
        let Analysis { fix, detection, .. } = &self.analysis;
        let lines = Lines::of(raw);
        let files = |files: &[Companion]| files.iter().map(file).collect();
        let mut rest = Rest {
            seq: self.report.seq,
            milliseconds: 0.0,
            secrets: count.secrets,
            identifiers: count.identifiers,
            unsure: unsure(detection, raw, &lines),
            blocks: fix.blocks.iter().take(MOST).map(|one| block(one, raw, &lines)).collect(),
            companions: files(&fix.companions),
            prevention: files(&fix.prevention),
            why_not: fix.why_not.iter().map(why_not).collect(),
            notes: detection.notes.iter().chain(&fix.notes).cloned().collect(),
            rules: self.rules().into_iter().map(rule).collect(),
            sheet: String::new(),
        };
        rest.sheet = self.sheet(&rest);
        rest
    }

    /// The incident sheet as Markdown: worth attaching to a ticket, every part redacted with the paste's vault.
    fn sheet(&mut self, rest: &Rest) -> String {
        let (report, now) = (&self.report, self.now);
        let mut raw = String::new();
        for one in report.incidents.iter().take(20) {
            raw.push_str(&format!("## {}\n\n", one.headline));
            for (label, value) in one.fields.iter().chain(&one.locations) {
                // Plain, as Terraform prints them: a sign around a name would be taken for a part of it and hidden.
                raw.push_str(&format!("- {label}: {value}\n"));
            }
            if let Some(seconds) = one.age_seconds {
                raw.push_str(&format!("- {}: {}\n", words::AGE, words::age(seconds)));
            }
            if !one.backend_name.is_empty() {
                raw.push_str(&format!("- {}: {}\n", words::BACKEND, one.backend_name));
            }
            raw.push_str(&format!(
                "\n### {} {}\n\n{}\n\n",
                words::IS_IT_SAFE,
                one.verdict.to_ascii_uppercase(),
                words::verdict(&one.verdict)
            ));
            for reason in &one.reasons {
                raw.push_str(&format!("- {reason}\n"));
            }
            raw.push_str(&format!("\n### {}\n", words::WHAT_TO_DO));
            for check in &one.checks {
                raw.push_str(&format!("\n{}: {}\n", words::FIRST, check.title));
                fenced(&mut raw, check.command.as_deref());
            }
            if let Some(command) = &one.command {
                let title = if one.possible { words::THEN_RELEASE } else { words::ONLY_THEN };
                raw.push_str(&format!("\n{title}:\n"));
                fenced(&mut raw, Some(command));
            }
            if let Some(why) = &one.why {
                raw.push_str(&format!("\n{why}\n"));
            }
            for other in &one.fallbacks {
                raw.push_str(&format!("\n{}: {}\n", words::ELSE, other.title));
                fenced(&mut raw, other.command.as_deref());
                if let Some(condition) = &other.condition {
                    raw.push_str(&format!("\n{condition}\n"));
                }
            }
            raw.push('\n');
        }
        for one in &rest.blocks {
            raw.push_str(&format!("## {}\n\n", words::block(&one.backend, one.line)));
            for finding in &one.findings {
                raw.push_str(&format!("- {}: {} {}\n", finding.severity, finding.message, finding.fix));
            }
            if let Some(patch) = &one.patch {
                raw.push_str(&format!("\n```diff\n{patch}\n```\n"));
            }
            raw.push('\n');
        }
        for (title, files) in [(words::RESOURCES, &rest.companions), (words::PREVENTION, &rest.prevention)] {
            if !files.is_empty() {
                raw.push_str(&format!("## {title}\n\n"));
                for file in files {
                    raw.push_str(&format!("- `{}`: {}\n", file.path, file.purpose));
                }
                raw.push('\n');
            }
        }
        let sheet = self.analysis.vault.redact_facts(&raw);
        let moment = now.map(|now| now.to_string());
        let head = words::sheet_head(moment.as_deref(), report.lines, rest.identifiers > 0);
        format!("# {}\n\n{head}\n\n{}", words::SHEET, sheet.as_str())
    }
}

fn fenced(out: &mut String, command: Option<&str>) {
    if let Some(command) = command {
        out.push_str(&format!("\n```sh\n{command}\n```\n"));
    }
}

fn incident(one: &diagnose::Incident, lines: &Lines) -> model::Incident {
    let mut fields = Vec::new();
    if let Some(lock) = &one.lock {
        let printed = [
            ("ID", &lock.id),
            ("Path", &lock.path),
            ("Operation", &lock.operation),
            ("Who", &lock.who),
            ("Version", &lock.version),
            ("Created", &lock.created),
            ("Info", &lock.info),
        ];
        for (label, value) in printed {
            if let Some(value) = value.as_ref().filter(|value| !value.is_empty()) {
                fields.push((label.to_owned(), value.clone()));
            }
        }
    }
    if let Some(id) = one.holder_id.as_ref().filter(|id| !fields.iter().any(|(_, value)| value == *id)) {
        fields.push((words::LOCK_TO_RELEASE.to_owned(), id.clone()));
    }
    if let Some(workspace) = &one.workspace {
        fields.push((words::WORKSPACE.to_owned(), workspace.clone()));
    }
    let unlock = &one.unlock;
    model::Incident {
        kind: word(one.kind),
        guide: guide(one.incident, &one.backend),
        backend: one.backend.clone(),
        backend_name: backends::by_id(&one.backend).map_or_else(String::new, |known| known.name.to_owned()),
        tool: word(one.tool),
        headline: one.headline.clone(),
        unit: one.unit.clone().unwrap_or_default(),
        fields,
        describes: one.lock_describes.map(word).unwrap_or_default(),
        age_seconds: one.age_seconds,
        verdict: word(one.staleness),
        reasons: one.reasons.clone(),
        possible: unlock.possible,
        command: unlock.command.clone(),
        powershell: unlock.command_powershell.clone(),
        why: unlock.why.clone(),
        checks: unlock
            .checks
            .iter()
            .map(|check| model::Step {
                title: check.title.clone(),
                command: check.command.clone(),
                condition: None,
            })
            .collect(),
        fallbacks: unlock
            .fallbacks
            .iter()
            .map(|other| model::Step {
                title: other.title.clone(),
                command: other.command.clone(),
                condition: other.condition.clone(),
            })
            .collect(),
        locations: one.locations.iter().map(|place| (place.label.clone(), place.value.clone())).collect(),
        line: lines.at(one.span.start),
    }
}

/// The page of an incident's guide beneath `guides/`: its cell's, where the backend is one of the matrix. The incident's
/// own words would tell more, but they are only in the guides: thirty kilobytes that the page need not load.
fn guide(incident: &str, backend: &str) -> String {
    match backends::by_id(backend) {
        _ if incident.is_empty() => String::new(),
        Some(backend) if backend.id == "removed" => "removed/".to_owned(),
        Some(backend) => format!("{incident}/{}/", backend.id),
        None => format!("#{incident}"),
    }
}

fn block(one: &fix::Block, raw: &str, lines: &Lines) -> model::Block {
    model::Block {
        backend: one.backend.clone(),
        dialect: word(one.dialect),
        line: lines.at(one.span.start),
        parses: one.parses,
        findings: one
            .findings
            .iter()
            .map(|finding| model::Finding {
                id: finding.id.clone(),
                severity: match finding.severity {
                    Severity::Critical => "critical",
                    Severity::High => "high",
                    Severity::Medium => "medium",
                    Severity::Low => "low",
                    Severity::Info => "info",
                }
                .to_owned(),
                attribute: finding.attribute.clone().unwrap_or_default(),
                message: finding.message.clone(),
                fix: finding.fix.clone(),
                source: finding.source.clone(),
            })
            .collect(),
        before: one.span.of(raw).to_owned(),
        after: one.hardened.clone(),
        patch: one.diff.clone(),
        migration: one.migration.clone(),
    }
}

fn file(one: &Companion) -> model::File {
    model::File { path: one.path.clone(), text: one.text.clone(), purpose: one.purpose.clone() }
}

fn why_not(one: &fix::WhyNot) -> model::WhyNot {
    model::WhyNot {
        advice: one.advice.to_owned(),
        reason: one.reason.to_owned(),
        instead: one.instead.to_owned(),
        source: one.source.to_owned(),
        matters: one.matters,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::samples::{CLASSIC, SAMPLES, text_of};
    use stackengine_core::analyze::analyze;

    const NOW: f64 = 1_795_000_000_000.0;

    fn examined(raw: &str, choices: &Choices) -> (Examined, Rest) {
        let options = options(choices, NOW);
        let whole = analyze(raw, &options);
        let diagnosed = Diagnosed::of(raw, options);
        assert_eq!(diagnosed.diagnosis, whole.diagnosis);
        let mut steps = Vec::new();
        let (examined, rest) = Examined::of(diagnosed, raw, |step| steps.push(step));
        // The two halves say what the whole says.
        assert_eq!(examined.analysis.fix, whole.fix);
        assert_eq!(fix::settings(raw), whole.fix.settings());
        assert_eq!(examined.analysis.redacted.as_str(), whole.redacted.as_str());
        assert_eq!(steps, [1, 2, 3]);
        assert_eq!(words::STAGES.len(), 4);
        (examined, rest)
    }

    #[test]
    fn the_classic_incident_is_told_in_full() {
        let (examined, rest) = examined(CLASSIC, &Choices::default());
        let incident = examined.report.incidents.first().unwrap();
        let labels: Vec<&str> = incident.fields.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels.get(..6).unwrap(), ["ID", "Path", "Operation", "Who", "Version", "Created"]);
        assert!(incident.age_seconds.is_some_and(|age| age > 0));
        assert_eq!(incident.verdict, "suspect");
        assert!(incident.fallbacks.iter().all(|one| one.command.is_none() || one.condition.is_some()));
        assert!(rest.blocks.first().unwrap().after.as_deref().unwrap().contains("encrypt"));
        assert!(!rest.companions.is_empty());
    }

    #[test]
    fn the_sheet_is_redacted() {
        for sample in SAMPLES {
            let (examined, rest) = examined(text_of(sample.id).unwrap(), &Choices::default());
            let vault = &examined.analysis.vault;
            for (placeholder, _) in vault.placeholders() {
                let value = vault.value_of(placeholder).unwrap().0;
                if value.len() > 5 {
                    assert!(!rest.sheet.contains(value), "{}: {placeholder}", sample.id);
                }
            }
        }
    }

    #[test]
    fn the_sheet_is_worth_attaching_to_a_ticket() {
        let (examined, rest) = examined(CLASSIC, &Choices::default());
        let incident = examined.report.incidents.first().unwrap();
        for part in [
            "# State incident",
            "on 2026-",
            "placeholders",
            "- ID: ",
            "- Who: USER_1@HOST_1\n",
            "### Is it safe to release? SUSPECT",
            "terraform force-unlock ",
            "```diff",
            "- `state-backend.tf`: ",
        ] {
            assert!(rest.sheet.contains(part), "{part}: {}", rest.sheet);
        }
        assert!(!rest.sheet.contains("dynamodb.tf-locks") && incident.command.is_some());
        let open = Choices { keep_identifiers: true, ..Choices::default() };
        let (opened, rest) = self::examined(CLASSIC, &open);
        let path = &opened.report.incidents.first().unwrap().fields[1].1;
        assert!(rest.sheet.contains(path), "who leaves identifiers in has them in the sheet");
    }

    #[test]
    fn every_incident_leads_to_its_guide() {
        for (incident, backend, path) in [
            ("lock-held", "s3-dynamodb", "lock-held/s3-dynamodb/"),
            ("credentials", "s3", "credentials/s3-lockfile/"),
            ("lock-held", "etcdv3", "removed/"),
            ("lock-held", "unknown", "#lock-held"),
            ("", "gcs", ""),
        ] {
            assert_eq!(guide(incident, backend), path, "{incident} {backend}");
        }
        // The samples of the guides themselves lead back to their guide.
        for known in stackengine_core::incidents::INCIDENTS {
            for cell in known.cells {
                let Some(sample) = cell.sample() else { continue };
                let (examined, _) = examined(&sample, &Choices::default());
                let path = format!("{}/{}/", known.id, cell.backend);
                assert_eq!(examined.report.incidents.first().unwrap().guide, path);
            }
        }
    }

    #[test]
    fn marks_point_at_both_texts() {
        let raw = format!("\u{1f512} {CLASSIC}");
        let (examined, rest) = examined(&raw, &Choices::default());
        let (before, after): (Vec<u16>, Vec<u16>) =
            (raw.encode_utf16().collect(), examined.analysis.redacted.as_str().encode_utf16().collect());
        let marks = examined.marks(&raw);
        assert!(marks.len() >= 4 * model::MARK);
        for (mark, one) in marks.chunks(model::MARK).zip(examined.analysis.redacted.replacements()) {
            let of = |text: &[u16], from: usize| {
                String::from_utf16(text.get(mark[from] as usize..mark[from + 1] as usize).unwrap()).unwrap()
            };
            assert_eq!(of(&before, 0), one.span.of(&raw));
            assert_eq!(of(&after, 2), one.placeholder);
            assert_eq!(rest.rules[(mark[4] / 2) as usize].id, one.rule);
        }
    }

    #[test]
    fn choices_reach_the_examination() {
        let raw = CLASSIC;
        let keep = Choices { keep_identifiers: true, ..Choices::default() };
        assert_eq!(examined(raw, &keep).1.identifiers, 0);
        let hide = Choices { words: vec!["terraform-locks".to_owned()], ..Choices::default() };
        assert!(!examined(raw, &hide).0.analysis.redacted.as_str().contains("terraform-locks"));
        let harmless = Choices { harmless: vec!["ci-node-07".to_owned()], ..Choices::default() };
        assert!(examined(raw, &harmless).0.analysis.redacted.as_str().contains("@ci-node-07"));
    }
}

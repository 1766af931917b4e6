//! The whole way through for one paste, without asking anybody.

use crate::detect::{self, Class, Detection};
use crate::diagnose::{self, Diagnosis, Incident};
use crate::fix::{self, Block, Companion, Fix};
use crate::moment::Moment;
use crate::redact::{self, Redacted, Vault};
use serde::Serialize;

/// What the user chose and the caller knows.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The present moment.
    pub now: Option<Moment>,
    /// What to hide.
    pub detect: detect::Options,
    /// Versions.
    pub fix: fix::Options,
}

/// Everything found in one paste.
#[derive(Debug)]
pub struct Analysis {
    /// Incidents. Raw text.
    pub diagnosis: Diagnosis,
    /// Blocks and files. Raw text.
    pub fix: Fix,
    /// Findings in the raw text.
    pub detection: Detection,
    /// The paste as it would leave.
    pub redacted: Redacted,
    /// What the placeholders stand for.
    pub vault: Vault,
}

/// Examines one paste.
pub fn analyze(raw: &str, options: &Options) -> Analysis {
    let mut fix = fix::fix(raw, &options.fix);
    let diagnosis = diagnose::diagnose(raw, &fix.settings(), options.now);
    fix.add_told(raw, &options.fix, &diagnosis.incidents);
    let detection = detect::detect(raw, &options.detect);
    let (redacted, mut vault) = redact::redact(raw, &detection.findings);
    vault.choose(&options.detect);
    Analysis { diagnosis, fix, detection, redacted, vault }
}

/// The CLI's `analyze --json`, key for key.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "CLI contract in ARCHITECTURE.md")]
pub struct Report<'a> {
    pub input: &'a str,
    pub incidents: &'a [Incident],
    pub blocks: &'a [Block],
    pub companions: &'a [Companion],
    pub redaction: RedactionCount,
}

/// How many findings of each class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "CLI contract in ARCHITECTURE.md")]
pub struct RedactionCount {
    pub secrets: usize,
    pub identifiers: usize,
}

impl Analysis {
    /// The report of this analysis. Raw text.
    pub fn report<'a>(&'a self, input: &'a str) -> Report<'a> {
        Report {
            input,
            incidents: &self.diagnosis.incidents,
            blocks: &self.fix.blocks,
            companions: &self.fix.companions,
            redaction: self.count(),
        }
    }

    /// How many findings of each class.
    pub fn count(&self) -> RedactionCount {
        let of =
            |class: Class| self.detection.findings.iter().filter(|finding| finding.class == class).count();
        RedactionCount { secrets: of(Class::Secret), identifiers: of(Class::Identifier) }
    }
}

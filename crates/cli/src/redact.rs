//! `stackengine redact` and `stackengine restore`.

use crate::input::{self, Input};
use crate::{Failure, Outcome};
use clap::{Args, ValueEnum};
use serde::Serialize;
use stackengine_core::detect::{self, Class};
use stackengine_core::redact::{self, Redacted, Vault};
use std::path::{Path, PathBuf};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Classes {
    /// Only what gives access.
    Secret,
    /// Also what tells who and where.
    All,
}

/// Replace secrets and identifying values by placeholders.
#[derive(Args)]
pub(crate) struct Redact {
    /// One JSON object per file: the redacted text and its spans, in bytes of the raw text.
    #[arg(long)]
    json: bool,
    /// Read {"doc","text"} lines, write {"doc","redacted","spans"} lines.
    #[arg(long, conflicts_with = "json")]
    jsonl: bool,
    /// What to replace.
    #[arg(long, value_enum, default_value = "all")]
    class: Classes,
    /// Hide this word everywhere, as an identifier. May be given several times.
    #[arg(long, value_name = "WORD")]
    hide: Vec<String>,
    /// Write what the placeholders stand for to this file (mode 0600). It holds the secrets.
    #[arg(long, value_name = "FILE", conflicts_with = "jsonl")]
    vault: Option<PathBuf>,
    /// Files; standard input where there is none.
    files: Vec<PathBuf>,
}

#[derive(Serialize)]
struct Report<'a> {
    input: &'a str,
    redacted: &'a str,
    spans: Vec<Span<'a>>,
}

#[derive(Serialize)]
struct DocumentReport<'a> {
    doc: &'a serde_json::Value,
    redacted: &'a str,
    spans: Vec<Span<'a>>,
}

/// Start, end, rule, class, placeholder.
type Span<'a> = (usize, usize, &'a str, Class, &'a str);

fn spans(redacted: &Redacted) -> Vec<Span<'_>> {
    redacted
        .replacements()
        .iter()
        .map(|one| (one.span.start, one.span.end, one.rule, one.class, one.placeholder.as_str()))
        .collect()
}

impl Redact {
    pub(crate) fn run(self) -> Result<Outcome, Failure> {
        if self.vault.is_some() && self.files.len() > 1 {
            return Err("--vault takes one file at a time, since each file has its own placeholders".into());
        }
        for input in input::read_all(&self.files)? {
            if self.jsonl {
                self.each_document(&input)?;
            } else {
                self.whole(&input)?;
            }
        }
        Ok(Outcome::Ran)
    }

    fn redact(&self, text: &str) -> (Redacted, Vault) {
        let options = detect::Options {
            keep_identifiers: self.class == Classes::Secret,
            hide_words: self.hide.clone(),
            ..detect::Options::default()
        };
        let detection = detect::detect(text, &options);
        for note in &detection.notes {
            eprintln!("stackengine: {note}");
        }
        redact::redact(text, &detection.findings)
    }

    fn each_document(&self, input: &Input) -> Result<(), Failure> {
        for document in input::documents(input)? {
            let (redacted, _vault) = self.redact(&document.text);
            let spans = spans(&redacted);
            input::print_json(&DocumentReport { doc: &document.doc, redacted: redacted.as_str(), spans })?;
        }
        Ok(())
    }

    fn whole(&self, input: &Input) -> Result<(), Failure> {
        let (redacted, vault) = self.redact(&input.text);
        if let Some(file) = &self.vault {
            write_private(file, &vault.export())?;
        }
        if self.json {
            let spans = spans(&redacted);
            input::print_json(&Report { input: &input.name, redacted: redacted.as_str(), spans })
        } else {
            input::print(redacted.as_str())
        }
    }
}

/// Put the values back into a redacted text.
#[derive(Args)]
pub(crate) struct Restore {
    /// The file that `redact --vault` wrote.
    #[arg(long, value_name = "FILE")]
    vault: PathBuf,
    /// A redacted text; standard input where there is none.
    file: Option<PathBuf>,
}

impl Restore {
    pub(crate) fn run(self) -> Result<Outcome, Failure> {
        let exported = std::fs::read_to_string(&self.vault)
            .map_err(|error| format!("cannot read the vault {}: {error}", self.vault.display()))?;
        let vault = Vault::import(&exported)
            .map_err(|error| format!("{} is no vault of ours: {error}", self.vault.display()))?;
        let input = input::read(self.file.as_deref().unwrap_or(Path::new("-")))?;
        let restored = stackengine_core::restore::restore(&input.text, &vault);
        for placeholder in &restored.unknown {
            eprintln!("stackengine: {placeholder} is not in the vault; left as it is");
        }
        input::print(&restored.text)?;
        Ok(Outcome::Ran)
    }
}

/// Creates the file readable by its owner only, from the first byte on.
fn write_private(file: &Path, text: &str) -> Result<(), Failure> {
    use std::io::Write;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let failed = |error: std::io::Error| format!("cannot write the vault {}: {error}", file.display());
    options.open(file).and_then(|mut open| open.write_all(text.as_bytes())).map_err(failed)
}

//! `stackengine harden`.

use crate::input;
use crate::{Failure, Outcome};
use clap::Args;
use stackengine_core::fix;
use stackengine_core::text::unified_diff;
use std::path::PathBuf;

/// Harden the backend blocks of a file: print the diff, or write the file.
#[derive(Args)]
pub(crate) struct Harden {
    /// The Terraform version in use, such as 1.5.7; else what the file says.
    #[arg(long, value_name = "V")]
    terraform_version: Option<String>,
    /// Change the file in place.
    #[arg(long)]
    write: bool,
    /// A .tf, .tf.json, .tfbackend or terragrunt.hcl file.
    file: PathBuf,
}

impl Harden {
    pub(crate) fn run(self) -> Result<Outcome, Failure> {
        let input = input::read(&self.file)?;
        let options = fix::Options { terraform_version: self.terraform_version, ..fix::Options::default() };
        let found = fix::fix(&input.text, &options);
        for note in &found.notes {
            eprintln!("stackengine: {note}");
        }
        for block in &found.blocks {
            for finding in block.findings.iter().filter(|one| one.id == "syntax-error") {
                eprintln!("stackengine: {}: {}", input.name, finding.message);
            }
        }
        let Some(hardened) = fix::applied(&input.text, &found) else {
            eprintln!("stackengine: {}: nothing to change", input.name);
            return Ok(Outcome::Ran);
        };
        if self.write && input.lossy {
            return Err(format!(
                "{}: not written, since it is not UTF-8 and would be changed elsewhere",
                input.name
            ));
        }
        if self.write {
            std::fs::write(&self.file, hardened)
                .map_err(|error| format!("cannot write {}: {error}", input.name))?;
        } else {
            input::print(&unified_diff(&input.name, &input.text, &hardened))?;
        }
        Ok(Outcome::Ran)
    }
}

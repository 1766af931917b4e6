//! The `stackengine` command: core for pipes, CI and measuring. Thin: it reads, calls core, prints.
//!
//! Exit 0: ran; 1: a `--fail-on` condition was met; 2: bad usage or an unreadable file.

mod analyze;
mod ask;
mod harden;
mod input;
mod kit;
mod redact;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Diagnose Terraform state-lock errors, harden backend blocks, redact secrets. Nothing is sent anywhere.
#[derive(Parser)]
#[command(name = "stackengine", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Analyze(analyze::Analyze),
    Redact(redact::Redact),
    Restore(redact::Restore),
    Harden(harden::Harden),
    Ask(Box<ask::Ask>),
}

/// How a command ended when nothing went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Ran,
    ConditionMet,
}

/// Why a command could not run: a sentence that says what to do. Never holds input text.
type Failure = String;

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Analyze(command) => command.run(),
        Command::Redact(command) => command.run(),
        Command::Restore(command) => command.run(),
        Command::Harden(command) => command.run(),
        Command::Ask(command) => command.run(),
    };
    match result {
        Ok(Outcome::Ran) => ExitCode::SUCCESS,
        Ok(Outcome::ConditionMet) => ExitCode::from(1),
        Err(failure) => {
            eprintln!("stackengine: {failure}");
            ExitCode::from(2)
        }
    }
}

//! `stackengine ask`. It never sends: it prints the request, or reads an answer that was recorded.

use crate::input;
use crate::{Failure, Outcome};
use clap::Args;
use stackengine_core::analyze::{self, analyze};
use stackengine_core::ask::{self, Amount, Form, HttpRequest, Loopback, PROVIDERS, Provider, Stream};
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Print the request that would ask a model, redacted; or read a recorded answer. Nothing is sent.
#[derive(Args)]
pub(crate) struct Ask {
    /// The provider's id, such as anthropic.
    #[arg(long, value_name = "ID")]
    provider: String,
    /// The model; else the provider's dated default.
    #[arg(long, value_name = "M")]
    model: Option<String>,
    /// The question; else to refactor the backend.
    #[arg(long, value_name = "TEXT")]
    question: Option<String>,
    /// Ask about the incident and the backend block only.
    #[arg(long)]
    less: bool,
    /// Ask for plain Markdown, not for the provider's structured output.
    #[arg(long)]
    plain: bool,
    /// Where a server on this machine listens, such as <http://localhost:8080/v1>.
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// Print the request as JSON: method, url, headers, body. The key is written <key>.
    #[arg(long, required_unless_present = "read", conflicts_with = "read")]
    print: bool,
    /// Read this answer, as it came over the wire; - is standard input.
    #[arg(long, value_name = "FILE")]
    read: Option<PathBuf>,
    /// The HTTP status of the answer.
    #[arg(long, value_name = "N", default_value_t = 200)]
    status: u16,
    /// The paste; standard input where there is none.
    file: Option<PathBuf>,
}

impl Ask {
    pub(crate) fn run(self) -> Result<Outcome, Failure> {
        let provider = ask::by_id(&self.provider).ok_or_else(|| {
            let ids: Vec<&str> = PROVIDERS.iter().map(|one| one.id).collect();
            let refusing = ask::REFUSING.iter().find(|one| one.id == self.provider);
            refusing.map_or_else(
                || format!("there is no provider of this id; there are {}", ids.join(", ")),
                |one| format!("{}: {} {}", one.name, one.why, one.instead),
            )
        })?;
        match &self.read {
            Some(file) => input::print_json(&answer(provider, self.status, file)?)?,
            None => input::print_json(&self.request(provider)?)?,
        }
        Ok(Outcome::Ran)
    }

    fn request(&self, provider: &Provider) -> Result<HttpRequest, Failure> {
        let base = match self.base.as_deref() {
            Some(_) if !provider.is_local() => {
                return Err(format!("--base is for servers on this machine; {} is not one", provider.name));
            }
            Some(base) => Some(Loopback::parse(base).map_err(|error| format!("--base: {error}"))?),
            None => None,
        };
        let input = input::read(self.file.as_deref().unwrap_or(Path::new("-")))?;
        // The moment is left out: the same paste gives the same request.
        let mut analysis = analyze(&input.text, &analyze::Options::default());
        let amount = if self.less { Amount::IncidentAndBlock } else { Amount::Whole };
        let prompt = ask::compose(&mut analysis, self.question.as_deref().unwrap_or(""), amount);
        let options = ask::Options {
            model: self.model.clone(),
            form: if self.plain { Form::Markdown } else { Form::Structured },
            base,
            local_key: false,
        };
        let request = ask::request(provider, &prompt, &options);
        ask::check_egress(provider, &prompt, &options, &request, &analysis.vault).map_err(|leaks| {
            let mut message = "not printed: redacted values are still in the request".to_owned();
            for leak in leaks.iter().take(10) {
                // Writing to a String cannot fail.
                _ = write!(
                    message,
                    "\n  {} ({}) at byte {} of the body",
                    leak.placeholder, leak.encoding, leak.offset
                );
            }
            message
        })?;
        Ok(request)
    }
}

/// Reads the bytes as the page does: in the pieces in which they come.
fn answer(provider: &'static Provider, status: u16, file: &Path) -> Result<ask::Answer, Failure> {
    let name = file.display();
    let failed = |error: std::io::Error| format!("cannot read {name}: {error}");
    let mut from: Box<dyn std::io::Read> = if file == Path::new("-") {
        Box::new(std::io::stdin().lock())
    } else {
        Box::new(std::fs::File::open(file).map_err(failed)?)
    };
    let mut stream = Stream::new(provider, status);
    let mut piece = vec![0; 1 << 14];
    while !stream.is_over() {
        let count = from.read(&mut piece).map_err(failed)?;
        if count == 0 {
            break;
        }
        stream.push(piece.get(..count).unwrap_or(&[]));
    }
    Ok(stream.finish())
}

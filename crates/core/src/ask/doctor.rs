//! Why a page cannot talk to a server on this machine, and the one setting to change. A browser tells a page only
//! "failed to fetch"; what the page can try beside it tells the causes apart.

use super::providers::Provider;
use super::{Loopback, Options};

/// What the valve's browser could find out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Symptoms<'a> {
    /// The valve's page came by `https:`.
    pub page_is_https: bool,
    /// The origin that its requests carry: `https://host`, or `null` for a page from a disk or a sandboxed frame.
    pub origin: &'a str,
    /// What the browser says of its permission to reach this machine.
    pub permission: Permission,
    /// A request whose answer the page may not read (`mode: "no-cors"`) went through: somebody listens there.
    pub listens: bool,
    /// The HTTP status, where the answer could be read.
    pub status: Option<u16>,
}

/// The browser's permission to reach this machine (Chrome 142, Firefox 144: `loopback-network`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Given, or not needed: the page is from this machine.
    Granted,
    /// The browser will ask.
    Prompt,
    /// The user said no.
    Denied,
    /// This browser has no such permission.
    Unknown,
}

/// What stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The browser's permission.
    Permission,
    /// The server's list of pages that may read its answers.
    Cors,
    /// A page by `https:` may not call `http:` in this browser.
    MixedContent,
    /// Nobody listens there.
    NotRunning,
    /// Somebody else listens there.
    OtherServer,
    /// The server is there and answers.
    Reachable,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What stands in the way.
    pub cause: Cause,
    /// In words.
    pub sentence: String,
    /// The one command or setting, where it is one.
    pub command: Option<String>,
}

/// Tells the causes apart. `options.base` is the address that was tried.
pub fn doctor(provider: &Provider, options: &Options, seen: &Symptoms<'_>) -> Advice {
    let address =
        options.base.as_ref().map_or_else(|| provider.origin.to_owned(), |base| base.origin().to_owned());
    let server = provider.server;
    let filled = |text: &str| text.replace("{origin}", seen.origin);
    let name = provider.name;
    let (cause, sentence, command) = match seen.status {
        Some(404 | 405) => (
            Cause::OtherServer,
            format!("Something answers at {address}, but it is not {name}. Check the port."),
            None,
        ),
        Some(403) if server.is_some() && seen.listens => (
            Cause::Cors,
            format!("{name} refuses pages of {}. Let it in, then start it again.", seen.origin),
            server.map(|server| filled(server.cors)),
        ),
        Some(_) => (Cause::Reachable, format!("{name} answers at {address}."), None),
        None if seen.permission == Permission::Denied => (
            Cause::Permission,
            "The browser may not reach this machine: you or a policy said no. Allow \"apps on this device\" (local \
             network access) for this page in the site settings, left of the address, then load the page again."
                .to_owned(),
            None,
        ),
        None if seen.listens => (
            Cause::Cors,
            format!(
                "{name} is there, but does not let pages of {} read its answers. It lets in: {}",
                seen.origin,
                server.map_or("", |server| server.cors_default)
            ),
            server.map(|server| filled(server.cors)),
        ),
        None if seen.permission == Permission::Prompt => (
            Cause::Permission,
            "The browser wants to know whether this page may reach this machine. Try again and allow it.".to_owned(),
            None,
        ),
        None if seen.page_is_https && seen.permission == Permission::Unknown && !address.starts_with("https:") => (
            Cause::MixedContent,
            format!(
                "Either {name} does not run, or this browser does not let a page that came by https: call {address}. \
                 Start it; if that does not help, open this page from your machine (./serve, or the single file), or \
                 use Chrome, Edge or Firefox."
            ),
            server.map(|server| server.start.to_owned()),
        ),
        None => (
            Cause::NotRunning,
            format!("Nobody listens at {address}. Start {name}, or type the address at which it listens."),
            server.map(|server| server.start.to_owned()),
        ),
    };
    Advice { cause, sentence, command }
}

/// The server whose usual address this is, for a hint when another one was picked.
pub fn usual_at(base: &Loopback) -> Option<&'static Provider> {
    let port = |origin: &str| origin.rsplit(':').next().and_then(|port| port.parse::<u16>().ok());
    let wanted = port(base.origin())?;
    super::PROVIDERS
        .iter()
        .copied()
        .find(|provider| provider.is_local() && port(provider.origin) == Some(wanted))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn the_causes_are_told_apart() {
        let ollama = super::super::by_id("ollama").unwrap();
        let lost = Symptoms {
            page_is_https: true,
            origin: "https://tool.example",
            permission: Permission::Granted,
            listens: false,
            status: None,
        };
        let cause = |seen: Symptoms<'_>| doctor(ollama, &Options::default(), &seen).cause;
        assert_eq!(cause(lost), Cause::NotRunning);
        assert_eq!(cause(Symptoms { permission: Permission::Denied, ..lost }), Cause::Permission);
        assert_eq!(cause(Symptoms { permission: Permission::Prompt, ..lost }), Cause::Permission);
        assert_eq!(cause(Symptoms { permission: Permission::Unknown, ..lost }), Cause::MixedContent);
        assert_eq!(cause(Symptoms { status: Some(404), listens: true, ..lost }), Cause::OtherServer);
        assert_eq!(cause(Symptoms { status: Some(200), listens: true, ..lost }), Cause::Reachable);
        let cors = doctor(ollama, &Options::default(), &Symptoms { listens: true, ..lost });
        assert_eq!(cors.cause, Cause::Cors);
        assert_eq!(cors.command.unwrap(), "OLLAMA_ORIGINS=https://tool.example ollama serve");
    }

    #[test]
    fn a_port_tells_the_server() {
        let at = |typed: &str| usual_at(&Loopback::parse(typed).unwrap()).map(|provider| provider.id);
        assert_eq!(at("localhost:1234/v1"), Some("lmstudio"));
        assert_eq!(at("localhost:9"), None);
    }
}

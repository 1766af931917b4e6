//! An address on this machine: the only kind of address that a user may type.

use std::fmt;

/// `http://localhost:11434`: scheme, loopback host, port. A path such as `/v1` may follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loopback {
    base: String,
}

/// The address does not name this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "only an address on this machine can be typed here, such as http://localhost:8080/v1; for another host put a \
     proxy of your own on this machine, or add the host to the list and build the page again"
)]
pub struct NotLoopback;

impl Loopback {
    /// Reads an address that a user typed.
    ///
    /// # Errors
    /// It is no `http` or `https` address of `localhost`, `127.0.0.0/8` or `[::1]`, or holds a user name, query or
    /// fragment.
    pub fn parse(typed: &str) -> Result<Self, NotLoopback> {
        let typed = typed.trim();
        let (scheme, rest) = match typed.split_once("://") {
            Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
            None => ("http".to_owned(), typed),
        };
        if !matches!(scheme.as_str(), "http" | "https") {
            return Err(NotLoopback);
        }
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '~');
        if !path.chars().all(plain) || path.contains("//") || path.contains("..") {
            return Err(NotLoopback);
        }
        let (host, port) = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((host, port)) => (format!("[{host}]"), port.strip_prefix(':').unwrap_or(port)),
            None => match authority.split_once(':') {
                Some((host, port)) => (host.to_ascii_lowercase(), port),
                None => (authority.to_ascii_lowercase(), ""),
            },
        };
        let ours = host == "localhost"
            || host == "[::1]"
            || host.parse::<std::net::Ipv4Addr>().is_ok_and(|address| address.is_loopback());
        if !ours || !(port.is_empty() || port.parse::<u16>().is_ok_and(|port| port > 0)) {
            return Err(NotLoopback);
        }
        let port = if port.is_empty() { String::new() } else { format!(":{port}") };
        Ok(Self { base: format!("{scheme}://{host}{port}{}", path.trim_end_matches('/')) })
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        let start = self.base.find("://").map_or(0, |at| at + 3);
        let end =
            self.base.get(start..).and_then(|rest| rest.find('/')).map_or(self.base.len(), |at| start + at);
        self.base.get(..end).unwrap_or(&self.base)
    }

    /// Without the version folder that `path` brings itself.
    pub(super) fn base_for(&self, path: &str) -> &str {
        ["/v1", "/api"]
            .iter()
            .filter(|folder| path.starts_with(&format!("{folder}/")))
            .find_map(|folder| self.base.strip_suffix(folder))
            .unwrap_or(&self.base)
    }
}

impl fmt::Display for Loopback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.base)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_only() {
        for (typed, base) in [
            ("http://localhost:8080/v1/", "http://localhost:8080/v1"),
            ("127.0.0.1:1234", "http://127.0.0.1:1234"),
            ("HTTP://LocalHost", "http://localhost"),
            ("https://[::1]:8443/openai", "https://[::1]:8443/openai"),
        ] {
            assert_eq!(Loopback::parse(typed).map(|one| one.to_string()), Ok(base.to_owned()), "{typed}");
        }
        for typed in [
            "http://example.com",
            "http://localhost.evil.example",
            "http://localhost@evil.example",
            "http://127.0.0.1.evil.example",
            "http://evil.example#localhost",
            "http://localhost:80@evil.example/",
            "http://localhost:0",
            "http://localhost:99999",
            "http://[::1].evil.example",
            "http://192.168.1.2:11434",
            "http://localhost:80/?q=1",
            "http://localhost:80/../x",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "",
        ] {
            assert_eq!(Loopback::parse(typed), Err(NotLoopback), "{typed}");
        }
    }

    #[test]
    fn the_version_folder_is_not_doubled() {
        let at = |typed: &str| Loopback::parse(typed).map(|one| one.base_for("/v1/models").to_owned());
        assert_eq!(at("localhost:8000/v1"), Ok("http://localhost:8000".to_owned()));
        assert_eq!(at("localhost:8000"), Ok("http://localhost:8000".to_owned()));
        assert_eq!(
            Loopback::parse("localhost:8000/v1").map(|one| one.origin().to_owned()),
            Ok("http://localhost:8000".to_owned())
        );
    }
}

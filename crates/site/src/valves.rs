//! The valve's documents, all from `www/valve.html`: what differs is the list of hosts in the policy. The providers say
//! their hosts themselves; `www/valve.js` reads its own list from the policy.

use crate::dist::{Dist, short_hash};
use stackengine_core::ask::PROVIDERS;

/// Where the template wants the hosts, and its kind.
const HOSTS: &str = "@HOSTS@";
const KIND: &str = "@KIND@";

/// Where it wants the names of its script and style.
pub(crate) const SCRIPT: &str = "@SCRIPT@";
pub(crate) const STYLE: &str = "@STYLE@";

/// This machine, in the words that a policy has. It knows no `[::1]`.
pub(crate) const LOOPBACK: &str =
    "http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*";

/// Writes `valve.html` for the providers' hosts and `valve-local.html` for this machine, with their style.
pub(crate) fn write(dist: &Dist) -> Result<(), String> {
    let style = style(dist)?;
    let template = dist
        .source_text("www/valve.html")?
        .replace(SCRIPT, &short_hash(&[&dist.bytes("valve.js")?]))
        .replace(STYLE, &short_hash(&[style.as_bytes()]));
    for (name, kind, hosts) in
        [("valve.html", "hosted", hosted()), ("valve-local.html", "local", LOOPBACK.to_owned())]
    {
        dist.write(name, document(&template, kind, &hosts)?.as_bytes())?;
    }
    dist.write("valve.css", style.as_bytes())
}

/// The valve's style with the page's colours and sizes.
pub(crate) fn style(dist: &Dist) -> Result<String, String> {
    Ok(dist.source_text("www/tokens.css")? + &dist.source_text("www/valve.css")?)
}

/// The providers' hosts, each once.
pub(crate) fn hosted() -> String {
    let mut origins: Vec<&str> = Vec::new();
    for provider in PROVIDERS.iter().filter(|provider| !provider.is_local()) {
        if !origins.contains(&provider.origin) {
            origins.push(provider.origin);
        }
    }
    origins.join(" ")
}

/// The template with kind and hosts.
pub(crate) fn document(template: &str, kind: &str, hosts: &str) -> Result<String, String> {
    if template.matches(HOSTS).count() != 1 || template.matches(KIND).count() != 1 {
        return Err(format!("www/valve.html needs {HOSTS} and {KIND}, once each"));
    }
    Ok(template.replace(HOSTS, hosts).replace(KIND, kind))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn the_list_is_the_providers_own_and_has_no_pattern() {
        let hosts = hosted();
        assert!(hosts.contains("https://api.anthropic.com") && hosts.contains("https://api.openai.com"));
        for host in hosts.split(' ') {
            let name = host.strip_prefix("https://").unwrap();
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
            assert!(name.contains('.') && name.bytes().all(plain), "{host}");
            assert_eq!(hosts.split(' ').filter(|one| *one == host).count(), 1, "{host}");
        }
    }

    #[test]
    fn the_template_takes_both() {
        let template = include_str!("../../../www/valve.html");
        let made = document(template, "local", LOOPBACK).unwrap();
        assert!(made.contains("connect-src http://localhost:*") && made.contains("data-kind=\"local\""));
        assert!(document(&made, "local", LOOPBACK).is_err());
    }
}

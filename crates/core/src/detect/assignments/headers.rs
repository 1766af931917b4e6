//! What headers of HTTP hold: a scheme before the credential, and cookies.

use crate::detect::names::Said;
use crate::detect::values::{self, Value};
use crate::detect::{Finder, Found};

const SCHEMES: [&str; 14] = [
    "bearer ",
    "basic ",
    "token token=",
    "token ",
    "apikey ",
    "digest ",
    "negotiate ",
    "ssws ",
    "splunk ",
    "genie ",
    "geniekey ",
    "bot ",
    "key ",
    "aws4-hmac-sha256 ",
];

/// An HTTP scheme before the credential stays. Whether there was one.
pub(super) fn scheme(finder: &mut Finder<'_>, said: Said, value: Value) -> bool {
    let Some(body) = finder.text.get(value.start..value.end) else { return false };
    let lower = body.get(..body.len().min(24)).unwrap_or("").to_ascii_lowercase();
    // Proxmox: the user and the token's name are no secret; the rule finds what is.
    if lower.starts_with("pveapitoken=") && body.contains('!') {
        return true;
    }
    if said.kind == "AUTHORIZATION"
        || said.kind == "AUTH"
        || said.kind == "TOKEN"
        || said.kind == "CREDENTIALS"
    {
        // `Authorization: Digest username="x"` in the middle of a line.
        if SCHEMES.iter().any(|scheme| scheme.trim_end() == lower) {
            return true;
        }
        for scheme in SCHEMES {
            if lower.starts_with(scheme) {
                if scheme.starts_with("aws4") || scheme.starts_with("digest") {
                    return true;
                }
                let start = value.start + scheme.len();
                let rest = finder.text.get(start..value.end).unwrap_or("").trim();
                // `auth: token cache key ...` is a sentence.
                if scheme == "token " && !value.quoted && rest.split(' ').count() > 2 {
                    return true;
                }
                if !rest.is_empty()
                    && !values::is_never_secret(rest)
                    && rest.len() >= 4
                    && !rest.starts_with("realm")
                {
                    let lead =
                        finder.text.get(start..value.end).map_or(0, |all| all.len() - all.trim_start().len());
                    finder.add(Found {
                        start: start + lead,
                        end: start + lead + rest.len(),
                        rule: "authorization",
                        placeholder: if scheme == "basic " { "BASIC_AUTH" } else { "BEARER_TOKEN" },
                        certain: false,
                    });
                }
                return true;
            }
        }
    }
    false
}

/// Every value of a cookie header that could open a session.
pub(in crate::detect) fn cookies(finder: &mut Finder<'_>, value: Value) {
    let Some(body) = finder.text.get(value.start..value.end) else { return };
    let mut at = value.start;
    for part in body.split(';') {
        let begin = at;
        at += part.len() + 1;
        let Some((name, one)) = part.split_once('=') else { continue };
        let lower = name.trim().to_ascii_lowercase();
        if ["path", "samesite", "max-age", "expires", "domain", "lang", "theme", "locale"]
            .contains(&lower.as_str())
        {
            continue;
        }
        let start = begin + name.len() + 1;
        let one = one.trim_end_matches(['"', '\'', '\\']);
        let session = ["sess", "auth", "token", "sid", "jwt", "csrf", "xsrf", "remember", "login", "id"]
            .iter()
            .any(|word| lower.contains(word));
        if (one.len() >= 16 || session && one.len() >= 6) && !values::is_never_secret(one) {
            finder.add(Found {
                start,
                end: start + one.len(),
                rule: "cookie",
                placeholder: "COOKIE",
                certain: false,
            });
        }
    }
}

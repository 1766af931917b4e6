//! What headers of HTTP hold: a scheme before the credential, and cookies.

use crate::detect::names::Said;
use crate::detect::values::{self, Until, Value};
use crate::detect::{Finder, Found};

const SCHEMES: [&str; 15] = [
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
    "oauth ",
    "key ",
    "aws4-hmac-sha256 ",
];

/// An HTTP scheme before the credential stays. Whether there was one.
pub(super) fn scheme(finder: &mut Finder<'_>, said: Said, value: Value) -> bool {
    let Some(body) = finder.text.get(value.start..value.end) else { return false };
    // A tab parts as a blank does.
    let head = body.char_indices().nth(24).map_or(body, |(at, _)| body.get(..at).unwrap_or(body));
    let lower = head.to_ascii_lowercase().replace('\t', " ");
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

/// `-H "Authorization: Key x"`: in the quotes of a command a blank ends a value, and the credential stands behind it.
/// Whether one does.
pub(super) fn behind_scheme(finder: &mut Finder<'_>, value: Value) -> bool {
    let scheme = finder.text.get(value.start..value.end).unwrap_or("").to_ascii_lowercase();
    // What stands behind `Token` is read as behind any word for one.
    if value.quoted || scheme == "token" || !SCHEMES.iter().any(|known| known.trim_end() == scheme) {
        return false;
    }
    let word = values::unquoted(finder.bytes, values::blanks(finder.bytes, value.end), Until::Blank);
    // A header alone in its quotes has nothing but the credential behind the scheme.
    let line = values::line_near(finder.bytes, value.start, 40);
    let whole = matches!(finder.bytes.get(word.end), Some(b'"' | b'\''))
        && finder.text.get(line..value.start).is_some_and(|head| {
            head.rsplit(['"', '\''])
                .next()
                .is_some_and(|name| name.trim_end().eq_ignore_ascii_case("authorization:"))
        });
    let drawn = finder.text.get(word.start..word.end).is_some_and(|body| {
        whole
            && body.len() >= 8
            && values::is_chosen(body)
            && body.bytes().any(|byte| byte.is_ascii_lowercase())
            || body.len() >= 16
                && body.bytes().filter(u8::is_ascii_digit).count() >= 3
                && !body.contains('(')
                && (values::is_tokenish(body) || body.split(':').all(values::is_tokenish))
    });
    if word.start > value.end && drawn {
        finder.add_literal(word.start, word.end, "authorization", "BEARER_TOKEN");
    }
    drawn
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

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn the_credential_stands_behind_its_scheme() {
        let key = ["5e7c0ded-feed-4bad-9ace-0ddba11c0de5", ":5a1ed0ff5e7c0dedfeedbadacef00d42"].concat();
        assert_eq!(
            hidden(&format!("curl -H \"Authorization: Key {key}\" https://a.example.com\n")),
            [key.as_str()]
        );
        assert_eq!(
            hidden("Proxy-Authorization:\tBearer\tKq7Zx2Vb9Lm4tR8wPd5cYf3h\n"),
            ["Kq7Zx2Vb9Lm4tR8wPd5cYf3h"]
        );
        assert_eq!(
            hidden("curl -H \"Authorization: Key maplewood1234\" https://a.example.com\n"),
            ["maplewood1234"]
        );
        for text in [
            "curl -H \"Authorization: Key $FAL_KEY\" https://a.example.com\n",
            "Authorization: Key rotation\n",
            "curl -H \"Authorization: Basic BASE64_CLIENT_CREDENTIALS\" https://a.example.com\n",
            "Send Authorization: Basic Base64(clientId:clientSecret) on the request.\n",
            "Authorization: Bearer ••••••••••••\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }
}

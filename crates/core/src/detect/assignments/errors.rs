//! What errors say: a sentence where a value might stand, and values that were tried.

use crate::detect::Finder;
use crate::detect::names::Said;
use crate::detect::values::{self, Value};
use crate::text::holds;

/// Whether the value is no value but the beginning of a sentence: of the error behind an error ("validating provider
/// credentials: retrieving caller identity", "reading Secret: googleapi: Error 403"), or of what is told of a token
/// ("token: must be set").
pub(super) fn is_told(finder: &Finder<'_>, said: Said, value: Value) -> bool {
    const SUBJECTS: [&str; 33] = [
        "error",
        "user",
        "server",
        "client",
        "operation",
        "unexpected",
        "unable",
        "cannot",
        "could",
        "request",
        "received",
        "context",
        "connection",
        "timeout",
        "rpc",
        "http",
        "token",
        "unknown",
        "unsupported",
        "account",
        "role",
        "host",
        "dial",
        "Failure",
        "signature",
        "issuer",
        "audience",
        "claims",
        "hash",
        "line",
        "must",
        "too",
        "decryption",
    ];
    const LINKS: [&str; 7] = ["for", "on", "at", "in", "is", "was", "and"];
    let line = values::line_near(finder.bytes, value.start, 200);
    let Some(head) = finder.text.get(line..value.start) else { return false };
    let Some(rest) = finder.text.get(value.start..values::line_end(finder.bytes, value.start)) else {
        return false;
    };
    // "Invalid/incorrect password: Permission denied, please try again."
    if rest.starts_with("Permission denied") || rest.starts_with("permission denied") {
        return true;
    }
    let mut words = rest.split(' ');
    let (word, next) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    if !head.ends_with(": ") || next.is_empty() {
        return false;
    }
    let is_word = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let fails = ["rror", "ailed", "nvalid", "nable", "annot", "ould not", "ouldn't", "bad ", "Bad "]
        .iter()
        .any(|verdict| holds(head, verdict));
    // People choose plain words for passwords; nobody does for a token.
    let can_be_word = said.kind != "PASSWORD";
    // `InvalidRequestException: You can't`, `googleapi: Error 403`
    if let Some(part) = word.strip_suffix(':') {
        let is_kind = ["Exception", "Error", "Failure", "Fault"].iter().any(|kind| part.ends_with(kind));
        return fails && (can_be_word && is_word(part) && !values::is_drawn(part) || is_kind);
    }
    let plain = is_word(next.trim_end_matches([':', ',', '.'])) && !LINKS.contains(&next);
    let is_doing = can_be_word && word.len() > 6 && is_word(word) && word.ends_with("ing");
    // "invalid token: signature is invalid", "error parsing token: line 3 column 9"
    let of_parser = matches!(word, "signature" | "issuer" | "audience" | "claims") && next == "is"
        || word == "line" && next.bytes().all(|byte| byte.is_ascii_digit());
    if fails && of_parser {
        return true;
    }
    if fails && (SUBJECTS.contains(&word) || is_doing) {
        return plain || next.bytes().all(|byte| byte.is_ascii_uppercase());
    }
    // "Enter token : This is a query parameter"
    if can_be_word && matches!(word, "This" | "The" | "It" | "Your") && is_word(next) {
        return true;
    }
    // No token is a plain word.
    matches!(said.kind, "TOKEN" | "CREDENTIALS" | "API_KEY")
        && is_word(word)
        && plain
        && !values::is_drawn(word)
}

/// "unexpected token: 'else'", "Unexpected token < in JSON": what a parser met, a word of its language or a few signs.
pub(super) fn is_parsed(finder: &Finder<'_>, start: usize, end: usize) -> bool {
    if !finder.text.get(start.saturating_sub(10)..start).is_some_and(|head| head.ends_with("nexpected ")) {
        return false;
    }
    let rest = finder.text.get(end..values::line_end(finder.bytes, end)).unwrap_or("");
    let word = rest.trim_start_matches([':', ' ', '\'', '"', '`']).split([' ', '\'', '"', '`', ',']).next();
    word.is_some_and(|word| {
        word.len() < 3
            || word.len() < 16
                && word.bytes().all(|byte| byte.is_ascii_lowercase())
                && !values::is_drawn(word)
    })
}

/// The second of two quoted values, where a user's name comes first: `username or password: "anna"/"x"`.
pub(super) fn behind_user(finder: &Finder<'_>, value: Value) -> Option<Value> {
    let quote =
        finder.bytes.get(value.end).filter(|byte| value.quoted && matches!(byte, b'"' | b'\'' | b'`'))?;
    let rest = finder.text.get(value.end + 1..)?;
    let between = ["/", " / ", ", ", ":", " and ", " or ", " "].iter().find(|between| {
        rest.strip_prefix(**between).is_some_and(|rest| rest.as_bytes().first() == Some(quote))
    })?;
    let line = values::line_near(finder.bytes, value.start, 60);
    let head = finder.text.get(line..value.start)?;
    let named = [
        "user or ",
        "user and ",
        "user/",
        "username or ",
        "username and ",
        "username/",
        "login or ",
        "login and ",
    ];
    named.iter().any(|named| holds(head, named)).then_some(())?;
    values::quoted(finder.bytes, value.end + 1 + between.len())
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn what_an_error_says_behind_its_colon_is_no_value() {
        for text in [
            "jwt: invalid token: signature is invalid\n",
            "Invalid password: must contain at least 12 characters\n",
            "SyntaxError: unexpected token: 'else'\n",
            "failed to verify password: hash mismatch\n",
            "error parsing token: line 3 column 9\n",
            "bad password: too short\n",
            "Enter token : This is a query parameter\n",
            "<filter token=\"OS.CMD.COPY\" value=\"${os.cmd.copy}\"/>\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
        for text in [
            "invalid password: maple88\n",
            "bad token: Kq7Zx2Vb9Lm4tR\n",
            "unexpected token: Kq7Zx2Vb9Lm4tR\n",
            "Invalid password: signature\n",
            "invalid password: maplewood\n",
        ] {
            assert!(!hidden(text).is_empty(), "{text}");
        }
    }
}

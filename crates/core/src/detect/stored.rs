//! Passwords in the forms in which programs keep them: hashes and reversible codes that a user can be guessed from.

use super::assignments::judge;
use super::marks::Marks;
use super::names::{Said, Strength};
use super::values::{self, Until};
use super::{Finder, Found};

const PASSWORD: Said = Said { strength: Strength::Strong, kind: "PASSWORD" };

/// What such a form begins with.
const HEADS: [&str; 6] =
    ["grub.pbkdf2.", "{PLAIN}", "{CLEARTEXT}", "{CLEAR}", "AQAAANCMnd8BFdERjHoAwE", "LoginModule"];

/// Every literal that these detectors look for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    HEADS.into_iter().chain(["@secure()", "]:587", "]:465", "]:25", "set_sensitive"])
}

/// Reads every such form.
pub(super) fn read(finder: &mut Finder<'_>, marks: &Marks) {
    for head in HEADS {
        for start in marks.place(head) {
            match head {
                "grub.pbkdf2." | "AQAAANCMnd8BFdERjHoAwE" => {
                    let is_in =
                        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'/' | b'=');
                    let length = finder
                        .bytes
                        .get(start..)
                        .unwrap_or(b"")
                        .iter()
                        .take(4_096)
                        .take_while(|byte| is_in(byte))
                        .count();
                    if length >= 60 {
                        finder.add(Found {
                            start,
                            end: start + length,
                            rule: "stored-password",
                            placeholder: "HASH",
                            certain: true,
                        });
                    }
                }
                "LoginModule" => jaas(finder, start + head.len()),
                _ => {
                    let from = start + head.len();
                    let stop = finder
                        .bytes
                        .get(from..values::line_end(finder.bytes, from))
                        .unwrap_or(b"")
                        .iter()
                        .take_while(|byte| !matches!(byte, b':' | b' ' | b'"' | b'\'' | b',' | b'\r'))
                        .count();
                    finder.add_literal(from, from + stop, "stored-password", "PASSWORD");
                }
            }
        }
    }
    // Postfix: `[relay.example.org]:587 user:password`.
    for port in ["]:587", "]:465", "]:25"] {
        for start in marks.place(port) {
            let from = start + port.len();
            let stop = values::line_end(finder.bytes, from);
            let Some(rest) = finder.text.get(from..stop) else { continue };
            let pair = rest.trim();
            if rest.starts_with([' ', '\t'])
                && !pair.contains(' ')
                && let Some((user, _)) = pair.split_once(':')
                && !user.is_empty()
            {
                let begin = from + (rest.len() - rest.trim_start().len()) + user.len() + 1;
                let end = from + rest.trim_end().len();
                finder.add_literal(begin, end, "relay-password", "PASSWORD");
            }
        }
    }
    // Helm's `set_sensitive { name = "a.b", value = "x" }`.
    for start in marks.place("set_sensitive") {
        let open = values::after_name(finder.bytes, start + 13);
        let limit = finder.bytes.len().min(open + 4_000);
        if matches!(finder.bytes.get(open), Some(b'{' | b'['))
            && let Some(close) = values::closing(finder.bytes, open, limit)
        {
            super::places::secret_members(finder, open, close);
        }
    }
    for start in marks.place("@secure()") {
        secure_parameter(finder, start + 9);
    }
}

/// `PlainLoginModule required username="a" password="b" user_alice="c";`: every user's password.
fn jaas(finder: &mut Finder<'_>, from: usize) {
    let limit = finder.bytes.len().min(from + 1_000);
    let mut at = from;
    while at < limit {
        match finder.bytes.get(at) {
            Some(b';') | None => return,
            Some(b'"' | b'\'' | b'\\') => {
                let Some(value) = values::quoted(finder.bytes, at) else {
                    // The line goes on behind a backslash.
                    if finder.bytes.get(at) != Some(&b'\\') {
                        return;
                    }
                    at += 1;
                    continue;
                };
                let name = finder.text.get(from..at).unwrap_or("").trim_end_matches('=');
                if name.rsplit([' ', '\n', '\t']).next().is_some_and(|name| name.starts_with("user_")) {
                    judge(finder, "user_password", PASSWORD, value);
                }
                at = value.after.max(at + 1);
            }
            _ => at += 1,
        }
    }
}

/// Bicep: `@secure()` and below it `param x string = 'y'`.
fn secure_parameter(finder: &mut Finder<'_>, at: usize) {
    let mut line = at;
    for _ in 0..4 {
        let stop = values::line_end(finder.bytes, line);
        let Some(body) = finder.text.get(line..stop) else { return };
        if body.trim_start().starts_with("param ") {
            if let Some(equals) = body.find('=') {
                let from = values::blanks(finder.bytes, line + equals + 1);
                let value = match finder.bytes.get(from) {
                    Some(b'"' | b'\'') => values::quoted(finder.bytes, from),
                    _ => Some(values::unquoted(finder.bytes, from, Until::Blank)),
                };
                if let Some(value) = value.filter(|value| value.quoted) {
                    judge(finder, "secure_parameter", PASSWORD, value);
                }
            }
            return;
        }
        line = stop + 1;
    }
}

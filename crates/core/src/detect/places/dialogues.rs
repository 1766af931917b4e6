//! Dialogues of protocols in which one side sends a password.

use super::SECRET;
use super::commands::nth_word;
use crate::detect::marks::Marks;
use crate::detect::values::{self, Until};
use crate::detect::{Finder, assignments};

pub(super) const DIALOGUES: [&str; 23] = [
    "AUTH ",
    "LOGIN ",
    "PASS ",
    "send ",
    "stats auth ",
    "auth basic ",
    " on >",
    " on #",
    "addauth digest ",
    "auth-pass ",
    "admin:",
    "root:",
    "elastic:",
    "admin / ",
    "root / ",
    "admin/",
    "root/",
    "admin // ",
    "root // ",
    "\"AUTH\" ",
    "\"auth\" ",
    "ftp> user ",
    " on ~",
];

/// What protocols and their scripts say: `AUTH x`, `LOGIN user "x"`, `PASS x`, `send "x\r"`, `stats auth user:x`.
pub(in crate::detect) fn dialogues(finder: &mut Finder<'_>, marks: &Marks) {
    for (mark, start, hit_end) in DIALOGUES
        .into_iter()
        .flat_map(|mark| marks.place(mark).map(move |start| (mark, start, start + mark.len())))
    {
        let line = values::line_start(finder.bytes, start);
        let head = finder.text.get(line..start).unwrap_or("?").trim_end();
        let end = values::line_end(finder.bytes, hit_end);
        let Some(rest) = finder.text.get(hit_end..end) else { continue };
        let rest = rest.trim_end();
        let words: Vec<&str> = rest.split(' ').collect();
        let at_start = head.is_empty()
            || head.ends_with(['>', ':', '<', ']', '"', '-'])
            || head.len() < 6 && !head.contains(' ');
        match mark {
            // Redis: `user ro on ~* +@read #9f86d0...`: the rules before the password may be any.
            " on ~" if head.starts_with("user ") => {
                let mut at = hit_end;
                for word in &words {
                    let hash = word
                        .strip_prefix('#')
                        .is_some_and(|hash| hash.len() == 64 && values::is_digest(hash));
                    if hash || word.starts_with('>') && word.len() > 4 {
                        finder.add_literal(at + 1, at + word.len(), "protocol-password", "PASSWORD");
                    }
                    at += word.len() + 1;
                }
            }
            // `"AUTH" "default" "x"`, as Redis shows what it is told, and `AUTH "default" "x"`.
            "AUTH " | "\"AUTH\" " | "\"auth\" " if rest.starts_with('"') => {
                let first = values::quoted(finder.bytes, hit_end);
                let second = first.and_then(|one| {
                    (finder.bytes.get(one.after) == Some(&b' '))
                        .then(|| values::quoted(finder.bytes, one.after + 1))?
                });
                // `"MIGRATE" … "AUTH" "x" "KEYS"`
                let word = |value: &values::Value| finder.text.get(value.start..value.end) == Some("KEYS");
                if let Some(value) = second.filter(|second| !word(second)).or(first) {
                    assignments::judge(finder, "password", SECRET, value);
                }
            }
            // "AuthenticationError: AUTH x failed"
            "AUTH " if !at_start || words.get(1).is_some_and(|word| word.starts_with("failed")) => {
                let word = words.first().copied().unwrap_or("");
                if values::is_drawn_mixed(word) || at_start && values::is_made(word) {
                    finder.add_literal(hit_end, hit_end + word.len(), "protocol-password", "PASSWORD");
                }
            }
            "AUTH " if at_start => {
                let last = match words.as_slice() {
                    [one]
                        if one.len() >= 4
                            && !matches!(
                                *one,
                                "LOGIN" | "PLAIN" | "TLS" | "SSL" | "failed" | "required" | "OK" | "NTLM"
                            ) =>
                    {
                        one
                    }
                    ["PLAIN" | "LOGIN" | "XOAUTH2" | "CRAM-MD5", one] => one,
                    [user, one]
                        if user.len() < 24
                            && one.len() >= 4
                            && (values::is_password_like(one)
                                || head.ends_with('>')
                                    && user.bytes().all(|byte| byte.is_ascii_lowercase())) =>
                    {
                        one
                    }
                    _ => continue,
                };
                let from = hit_end + rest.len() - last.len();
                let quotes = usize::from(last.starts_with(['"', '\'']));
                finder.add_literal(
                    from + quotes,
                    from + last.len() - quotes,
                    "protocol-password",
                    "PASSWORD",
                );
            }
            "LOGIN "
                if at_start && words.len() >= 2 && !words.first().is_some_and(|user| user.contains('=')) =>
            {
                let user = words.first().map_or(0, |word| word.len());
                let from = hit_end + user + 1;
                let value = match finder.bytes.get(from) {
                    Some(b'"' | b'\'') => values::quoted(finder.bytes, from),
                    _ if words.len() == 2 => Some(values::unquoted(finder.bytes, from, Until::Blank)),
                    _ => None,
                };
                if let Some(value) = value.filter(|value| value.end - value.start >= 4) {
                    assignments::judge(finder, "password", SECRET, value);
                }
            }
            "PASS " if at_start && words.len() == 1 && rest.len() >= 4 => {
                finder.add_literal(hit_end, hit_end + rest.len(), "protocol-password", "PASSWORD");
            }
            "send " => {
                let mut from = line.saturating_sub(200);
                while !finder.text.is_char_boundary(from) {
                    from += 1;
                }
                let above = finder.text.get(from..start).unwrap_or("").to_ascii_lowercase();
                // What was asked last; what reads as a password answers an earlier question, too.
                let last = above.rfind("expect").and_then(|at| above.get(at..)).unwrap_or(&above);
                let reads = rest.split('"').nth(1).is_some_and(|body| {
                    let body = body.trim_end_matches("\\r").trim_end_matches("\\n");
                    values::is_chosen(body) || values::is_tokenish(body)
                });
                let above = if reads { &above } else { last };
                let from = values::blanks(finder.bytes, hit_end + usize::from(rest.starts_with("-- ")) * 3);
                if above.contains("assw")
                    && !rest.contains("GET /")
                    && let Some(mut value) = values::quoted(finder.bytes, from)
                {
                    while finder
                        .text
                        .get(value.start..value.end)
                        .is_some_and(|body| body.ends_with("\\r") || body.ends_with("\\n"))
                    {
                        value.end -= 2;
                    }
                    assignments::judge(finder, "password", SECRET, value);
                }
            }
            " on >" if head.to_ascii_lowercase().contains("user ") => {
                let word = words.first().map_or(0, |word| word.len());
                finder.add_literal(hit_end, hit_end + word, "protocol-password", "PASSWORD");
            }
            // The digest of a password of Redis, in hexadecimal.
            " on #" if head.to_ascii_lowercase().contains("user ") => {
                let word = words.first().map_or(0, |word| word.len());
                if word == 64 && rest.bytes().take(64).all(|byte| byte.is_ascii_hexdigit()) {
                    finder.add_literal(hit_end, hit_end + word, "protocol-password", "HASH");
                }
            }
            "ftp> user " | "auth-pass " => {
                if let Some((at, word)) = nth_word(rest, 1) {
                    finder.add_literal(
                        hit_end + at,
                        hit_end + at + word.len(),
                        "protocol-password",
                        "PASSWORD",
                    );
                }
            }
            // `admin:x`, but no row of a passwd file and no address.
            "admin:" | "root:" | "elastic:" => {
                // "Jenkins admin: x" of people.
                if let Some(word) = rest.strip_prefix(' ').and_then(|rest| rest.split(' ').next())
                    && let word = word.trim_end_matches([',', '.', ';'])
                    && values::is_chosen(word)
                {
                    finder.add_literal(hit_end + 1, hit_end + 1 + word.len(), "user-password", "PASSWORD");
                }
                let word =
                    words.first().copied().unwrap_or("").trim_end_matches([',', '.', ')', '"', '\'', '`']);
                let begins = start.checked_sub(1).and_then(|at| finder.bytes.get(at)).is_none_or(|byte| {
                    !byte.is_ascii_alphanumeric() && !matches!(byte, b'_' | b'-' | b'/' | b'.' | b':')
                });
                if begins
                    && word.len() >= 6
                    && !word.contains([':', '/', '@', '{'])
                    && !word.starts_with('$')
                    && values::is_password_like(word)
                {
                    finder.add_literal(hit_end, hit_end + word.len(), "user-password", "PASSWORD");
                }
            }
            "admin / " | "root / " | "admin/" | "root/" | "admin // " | "root // " => {
                let sure = mark.ends_with(' ');
                let word = words
                    .first()
                    .copied()
                    .unwrap_or("")
                    .trim_end_matches([',', '.', ')', ';', '"', '\'', '`']);
                let begins = start.checked_sub(1).and_then(|at| finder.bytes.get(at)).is_none_or(|byte| {
                    !byte.is_ascii_alphanumeric()
                        && !matches!(byte, b'_' | b'-' | b'/' | b'.' | b':' | b'@' | b'=')
                });
                if begins
                    && word.len() >= 6
                    && !word.contains('/')
                    && (sure && values::is_password_like(word)
                        || {
                            // "can't log in with admin/x"
                            let lower = head.to_ascii_lowercase();
                            ["log in", "login", "logged in", "sign in", "passw", "/pass"]
                                .iter()
                                .any(|verb| lower.contains(verb))
                                && values::is_password_like(word)
                                && (values::is_chosen(word)
                                    || !word.bytes().all(|byte| byte.is_ascii_alphanumeric()))
                        }
                        || values::is_made(word)
                        || values::is_tokenish(word) && !values::is_uuid(word))
                {
                    finder.add_literal(hit_end, hit_end + word.len(), "user-password", "PASSWORD");
                }
            }
            "stats auth " | "auth basic " | "addauth digest " => {
                if let Some((user, _)) = rest.split_once(':') {
                    finder.add_literal(
                        hit_end + user.len() + 1,
                        hit_end + rest.len(),
                        "user-password",
                        "PASSWORD",
                    );
                }
            }
            _ => {}
        }
    }
}

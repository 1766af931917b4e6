//! Lines whose fields stand in a fixed order: `.pgpass`, `/etc/shadow`, `secure_link_md5`, digest responses.

use crate::detect::marks::Marks;
use crate::detect::values::{self, Until};
use crate::detect::{Finder, Found};

/// The literals that this file looks for.
pub(super) const MARKS: [&str; 6] = ["check_command ", "secure_link_md5", ":543", ":*:", ":$", "response="];

/// nginx's `secure_link_md5 "$uri x"`: the word that is no variable.
fn secure_links(finder: &mut Finder<'_>, marks: &Marks) {
    for here in marks.place("secure_link_md5") {
        let at = values::blanks(finder.bytes, here + 15);
        let Some(value) = values::word(finder.bytes, at) else { continue };
        let mut from = value.start;
        for word in finder.text.get(value.start..value.end).unwrap_or("").split(' ') {
            if word.len() >= 4 && !word.contains('$') {
                finder.add_literal(from, from + word.len(), "secure-link", "SECRET");
            }
            from += word.len() + 1;
        }
    }
}

/// Nagios' `check_command check_mysql!user!x`: the arguments that read as passwords.
fn checks(finder: &mut Finder<'_>, marks: &Marks) {
    for here in marks.place("check_command ") {
        let word = values::unquoted(finder.bytes, values::blanks(finder.bytes, here + 14), Until::Blank);
        let mut from = word.start;
        for (index, argument) in finder.text.get(word.start..word.end).unwrap_or("").split('!').enumerate() {
            let reads = values::is_tokenish(argument)
                || values::is_made(argument)
                || values::is_chosen(argument) && !argument.starts_with(['/', '-']);
            if index >= 2 && reads {
                finder.add_literal(from, from + argument.len(), "check-argument", "PASSWORD");
            }
            from += argument.len() + 1;
        }
    }
}

/// A line of `.pgpass` inside another text: `"db.example.com:5432:*:app:x\n"`.
fn pgpass_words(finder: &mut Finder<'_>, marks: &Marks) {
    for here in [":543", ":*:"].iter().flat_map(|mark| marks.place(mark)) {
        let is_end = |byte: &u8| matches!(byte, b' ' | b'"' | b'\'' | b'\n' | b'\r' | b'\t' | b'`');
        let least = here.saturating_sub(120);
        let head = finder.bytes.get(least..here).unwrap_or(b"");
        let start = head.iter().rposition(is_end).map_or(least, |at| least + at + 1);
        let limit = finder.bytes.len().min(here + 300);
        let tail = finder.bytes.get(here..limit).unwrap_or(b"");
        let end = tail.iter().position(is_end).map_or(limit, |at| here + at);
        let end = finder
            .bytes
            .get(here..end)
            .and_then(|word| crate::text::find_bytes(word, b"\\n"))
            .map_or(end, |at| here + at);
        // A line of the file itself: blanks are the password's.
        let own = start == 0 || finder.bytes.get(start - 1) == Some(&b'\n');
        let end = if own { values::line_end(finder.bytes, here).min(limit) } else { end };
        let Some(word) = finder.text.get(start..end).map(str::trim_end) else { continue };
        let end = start + word.len();
        let mut fields = word.splitn(5, ':');
        let host = fields.next().unwrap_or("");
        let port = fields.next().unwrap_or("");
        let is_port =
            port == "*" || (4..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit());
        let names = fields.by_ref().take(2).all(|field| !field.is_empty() && !field.contains('/'));
        if let Some(password) =
            fields.next().filter(|_| is_port && names && !host.is_empty() && !host.contains('/'))
        {
            finder.add_literal(end - password.len(), end, "pgpass", "PASSWORD");
        }
    }
}

/// `.pgpass` and `/etc/shadow` style lines.
pub(in crate::detect) fn positional(finder: &mut Finder<'_>, marks: &Marks) {
    secure_links(finder, marks);
    checks(finder, marks);
    pgpass_words(finder, marks);
    let text = finder.text;
    if [":543", ":*:", ":$"].iter().all(|mark| marks.place(mark).next().is_none()) {
        return;
    }
    let mut at = 0;
    for end in memchr::memchr_iter(b'\n', finder.bytes).chain([text.len()]) {
        let start = std::mem::replace(&mut at, end + 1);
        if !(8..=400).contains(&(end - start)) {
            continue;
        }
        let line = text.get(start..end).unwrap_or("").trim_end();
        let bytes = line.as_bytes();
        if memchr::memchr(b' ', bytes).is_some() || memchr::memchr(b':', bytes).is_none() {
            continue;
        }
        let mut fields: Vec<usize> = Vec::new();
        for (index, byte) in bytes.iter().enumerate() {
            if *byte == b':' && (index == 0 || bytes.get(index - 1) != Some(&b'\\')) {
                fields.push(index);
            }
        }
        if fields.len() >= 4 && !line.contains("://") && !line.contains("arn:") {
            let field = |index: usize| {
                let from = if index == 0 { 0 } else { fields.get(index - 1).map_or(0, |at| at + 1) };
                let to = fields.get(index).copied().unwrap_or(line.len());
                line.get(from..to).unwrap_or("")
            };
            let port = field(1);
            if port == "*"
                || port.len() >= 4 && port.bytes().all(|byte| byte.is_ascii_digit()) && port.len() <= 5
            {
                let from = fields.get(3).map_or(0, |at| at + 1);
                // `daemon:*:16463:0:99999:7:::` of `/etc/shadow`: an account without a password.
                let days = line.get(from..).is_some_and(|rest| {
                    rest.contains(':') && rest.bytes().all(|byte| byte == b':' || byte.is_ascii_digit())
                });
                if from < line.len() && !days {
                    finder.add_literal(start + from, start + line.len(), "pgpass", "PASSWORD");
                }
            }
        }
    }
}

/// `Authorization: Digest ... response="..."`: enough to guess the password from.
pub(in crate::detect) fn digests(finder: &mut Finder<'_>, marks: &Marks) {
    for here in marks.place("response=") {
        let line = values::line_start(finder.bytes, here);
        let head = finder.text.get(line..here).unwrap_or("");
        let at = here + 9;
        let at = at
            + finder
                .bytes
                .get(at..)
                .unwrap_or(b"")
                .iter()
                .take_while(|byte| matches!(byte, b'\\' | b'"'))
                .count();
        let length = finder
            .bytes
            .get(at..)
            .unwrap_or(b"")
            .iter()
            .take(80)
            .take_while(|byte| byte.is_ascii_hexdigit())
            .count();
        if matches!(length, 32 | 64) && (head.contains("nonce=") || head.contains("igest")) {
            finder.add(Found {
                start: at,
                end: at + length,
                rule: "digest-response",
                placeholder: "HASH",
                certain: false,
            });
        }
    }
}

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
        if let Some((fields, password)) = pgpass(word)
            && fields.iter().all(|field| !field.is_empty() && !field.contains('/'))
        {
            finder.add_literal(start + password, end, "pgpass", "PASSWORD");
        }
    }
}

/// The first four fields of `host:port:database:user:x`, and where the password begins.
fn pgpass(line: &str) -> Option<([&str; 4], usize)> {
    let mut fields = [""; 4];
    let mut from = 0;
    for field in &mut fields {
        let ends = |at: &usize| *at == 0 || line.as_bytes().get(at - 1) != Some(&b'\\');
        let rest = line.as_bytes().get(from..)?;
        let end = memchr::memchr_iter(b':', rest).map(|at| from + at).find(ends)?;
        *field = line.get(from..end)?;
        from = end + 1;
    }
    let [_, port, ..] = fields;
    let is_number = |field: &str| field.bytes().all(|byte| byte.is_ascii_digit());
    let is_port = port == "*" || (4..=5).contains(&port.len()) && is_number(port);
    let password = line.get(from..).filter(|password| !password.is_empty())?;
    // `daemon:*:16463:0:99999:7:::` of `/etc/shadow`: an account without a password, and days.
    let days = password.contains(':') && password.split(':').all(is_number);
    (is_port && !days).then_some((fields, from))
}

/// Lines of `.pgpass`.
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
        if let Some((_, password)) = pgpass(line)
            && !line.contains("://")
            && !line.contains("arn:")
        {
            finder.add_literal(start + password, start + line.len(), "pgpass", "PASSWORD");
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

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn the_fifth_field_of_a_pgpass_line_is_a_password() {
        for text in [
            "db.example.com:5432:shop:joan:Kq7Zx2Vb9Lm4\n",
            "*:*:*:joan:Kq7Zx2Vb9Lm4\n",
            "fe80\\:\\:7:5432:shop:joan:Kq7Zx2Vb9Lm4\n",
            "/var/run/postgresql:5432:shop:joan:Kq7Zx2Vb9Lm4\n",
            "content = \"db.example.com:5432:*:joan:Kq7Zx2Vb9Lm4\\n\"\n",
        ] {
            assert_eq!(hidden(text), ["Kq7Zx2Vb9Lm4"], "{text}");
        }
        assert_eq!(hidden("db:5432:*:joan:Kq7: Zx2 Vb9\n"), ["Kq7: Zx2 Vb9"]);
        let shadow = "root:!:19000:0:99999:7:::\ndaemon:*:17431:0:99999:7:::\nbin:x:17431:0:99999:7:::\n";
        assert_eq!(hidden(shadow), [""; 0]);
    }
}

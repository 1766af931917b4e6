//! Secrets in addresses: `scheme://user:password@host`, Oracle's descriptors, links that open something for whoever
//! has them.

use crate::detect::marks::Marks;
use crate::detect::values::{self, Until};
use crate::detect::{Finder, Found};

/// The literals that this file looks for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    LINKS.into_iter().chain(HOOKS).chain(["://", "@tcp(", "@(", "@unix(", "@/", "@//"]).chain(ORACLE)
}

/// `postgres://USER:PASSWORD@HOST/DB`: the form of an address, in which each part says what stands there.
fn is_form(user: &str, password: &str, host: &[u8]) -> bool {
    let capitals =
        |word: &[u8]| !word.is_empty() && word.iter().all(|byte| byte.is_ascii_uppercase() || *byte == b'_');
    let host = host.split(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'_')).next().unwrap_or(b"");
    matches!(password, "PASSWORD" | "PASS" | "PASSWD" | "PWD" | "TOKEN" | "SECRET")
        && capitals(user.as_bytes())
        && capitals(host)
}

/// `scheme://user:password@host`, and `user:password@tcp(host)`.
pub(in crate::detect) fn urls(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    let mut at = 0;
    for found in marks.place("://") {
        if found < at {
            continue;
        }
        let begin = found + 3;
        at = begin;
        // User and password end at the last `@` before the host; a raw / ? # in a password is common.
        let mut end = begin;
        let limit = text.len().min(begin + 600);
        let mut last_at = None;
        let mut first_slash = None;
        while end < limit {
            match text.get(end) {
                Some(b' ' | b'\t' | b'\n' | b'\r' | b'"' | b'\'' | b'`' | b'<' | b'>' | b'|') | None => break,
                Some(b'\\') if matches!(text.get(end + 1), Some(b'n' | b'"' | b't')) => break,
                Some(b'@') if first_slash.is_none() || last_at.is_none() => {
                    let host = text.get(end + 1..limit).unwrap_or(b"");
                    let is_host = host.first().is_some_and(|byte| {
                        byte.is_ascii_alphanumeric()
                            || matches!(byte, b'[' | b'$' | b'{' | b'/' | b'(' | b'<' | b'%')
                    });
                    if is_host {
                        last_at = Some(end);
                    }
                }
                // `jdbc:sqlserver://host:1433;user=x@y`: the settings are read by their names.
                Some(b';') if last_at.is_none() && is_setting_behind_port(text, begin, end) => break,
                Some(b'/' | b'?' | b'#') if first_slash.is_none() => {
                    first_slash = Some(end);
                    if last_at.is_some() {
                        break;
                    }
                    let so_far = text.get(begin..end).unwrap_or(b"");
                    // A host with a port, not a password, ends here.
                    let port = so_far.rsplit(|byte| *byte == b':').next().unwrap_or(b"");
                    if !so_far.contains(&b':') || port.iter().all(u8::is_ascii_digit) && !port.is_empty() {
                        break;
                    }
                }
                _ => {}
            }
            end += 1;
        }
        let Some(mut sign) = last_at else { continue };
        if let Some(further) = further_sign(text, begin, sign, limit) {
            sign = further;
        }
        let userinfo = text.get(begin..sign).unwrap_or(b"");
        if let Some(colon) = memchr::memchr(b':', userinfo) {
            let (start, stop) = (begin + colon + 1, sign);
            let password = finder.text.get(start..stop).unwrap_or("");
            let user = finder.text.get(begin..begin + colon).unwrap_or("");
            let filler = password.is_empty()
                || password == "x-oauth-basic"
                || super::commands::FILLERS.contains(&password) && values::is_tokenish(user);
            if filler && user.len() >= 8 && !values::is_never_secret(user) {
                finder.add(Found {
                    start: begin,
                    end: begin + colon,
                    rule: "url-userinfo",
                    placeholder: "TOKEN",
                    certain: false,
                });
            } else if !password.is_empty()
                && !values::is_never_secret(password)
                && password.len() < 512
                && !is_form(user, password, text.get(sign + 1..limit).unwrap_or(b""))
            {
                finder.add(Found {
                    start,
                    end: stop,
                    rule: "url-password",
                    placeholder: "PASSWORD",
                    certain: true,
                });
            }
        } else {
            let user = finder.text.get(begin..sign).unwrap_or("");
            let of_scheme = |schemes: &[&str]| {
                let head = finder.text.get(begin.saturating_sub(12)..begin).unwrap_or("");
                schemes.iter().any(|scheme| head.ends_with(scheme))
            };
            let nats = of_scheme(&["nats://"]);
            // What stands before the sign in these is a password alone.
            if of_scheme(&["trojan://", "hysteria2://", "hysteria://", "hy2://", "anytls://"]) {
                finder.add_literal(begin, sign, "url-password", "PASSWORD");
            }
            // The cells of a list: `https://vc.corp.net,admin@vsphere.local`.
            if user.len() >= 16
                && !user.contains(',')
                && (nats
                    || values::is_tokenish(user)
                    || values::is_digest(user)
                    || values::is_drawn(user)
                    || user.len() >= 32 && user.split('-').any(values::is_drawn_in_letters))
            {
                finder.add(Found {
                    start: begin,
                    end: sign,
                    rule: "url-userinfo",
                    placeholder: "TOKEN",
                    certain: false,
                });
            }
        }
        // `pushover://app:x@y/`: a drawn word where the host stands is a key, too.
        let rest = text.get(sign + 1..limit).unwrap_or(b"");
        let host = sign + 1 + rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if host - sign > 24
            && text.get(host) == Some(&b'/')
            && finder
                .text
                .get(sign + 1..host)
                .is_some_and(|word| word.bytes().any(|byte| byte.is_ascii_digit()))
        {
            finder.add_literal(sign + 1, host, "url-userinfo", "TOKEN");
        }
        at = sign;
    }
    // Go's MySQL form and Oracle's.
    for sign in
        marks.place("@tcp(").chain(marks.place("@(")).chain(marks.place("@unix(")).chain(marks.place("@/"))
    {
        let start = user_start(text, sign, 200, b'/');
        if let Some(colon) = text.get(start..sign).and_then(|user| memchr::memchr(b':', user)) {
            let from = start + colon + 1;
            finder.add_literal(from, sign, "url-password", "PASSWORD");
        }
    }
    for sign in marks.place("@//") {
        oracle(finder, sign);
    }
    for mark in ORACLE {
        for found in marks.place(mark) {
            let begin = found + mark.len();
            let rest = text.get(begin..text.len().min(begin + 200)).unwrap_or(b"");
            let stop = rest.iter().position(|byte| b" \t\r\n\"'`,(<".contains(byte)).unwrap_or(rest.len());
            // A password may hold the sign: the last one stands before the host.
            if let Some(sign) = rest.get(..stop).and_then(|rest| memchr::memrchr(b'@', rest)) {
                oracle(finder, begin + sign);
            }
        }
    }
}

/// Oracle's drivers for Java; behind each may stand `user/password@host`.
const ORACLE: [&str; 3] = [":oracle:thin:", ":oracle:oci:", ":oracle:oci8:"];

/// Whether a port stands before `semicolon`, and `name=` behind it.
fn is_setting_behind_port(text: &[u8], begin: usize, semicolon: usize) -> bool {
    let before = text.get(begin..semicolon).unwrap_or(b"");
    let port = memchr::memrchr(b':', before).and_then(|colon| before.get(colon + 1..)).unwrap_or(b"");
    let rest = text.get(semicolon + 1..text.len().min(semicolon + 32)).unwrap_or(b"");
    let name = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    (2..=5).contains(&port.len())
        && port.iter().all(u8::is_ascii_digit)
        && name >= 3
        && rest.get(name) == Some(&b'=')
}

/// `root:p@ss/word@db.corp.net`: the sign before what only reads as a host, when another stands before a real one.
fn further_sign(text: &[u8], begin: usize, sign: usize, limit: usize) -> Option<usize> {
    if !text.get(begin..sign)?.contains(&b':') {
        return None;
    }
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    let named = |at: usize| {
        let host = text.get(at + 1..limit).unwrap_or(b"");
        let length = host.iter().take_while(is_name).count();
        let port = host.get(length) == Some(&b':') && host.get(length + 1).is_some_and(u8::is_ascii_digit);
        length > 0 && (host.get(..length).is_some_and(|name| name.contains(&b'.')) || port)
    };
    if named(sign) || text.get(sign + 1..limit)?.starts_with(b"localhost") {
        return None;
    }
    let stop = text
        .get(sign..limit)?
        .iter()
        .position(|byte| {
            matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'"' | b'\'' | b'`' | b'<' | b'>' | b'|' | b',')
        })
        .map_or(limit, |at| sign + at);
    memchr::memrchr_iter(b'@', text.get(sign + 1..stop)?).map(|at| sign + 1 + at).find(|at| named(*at))
}

/// Where the user before a sign begins, at most so many bytes before it: behind a blank, a quote, `=` or `end`.
fn user_start(text: &[u8], sign: usize, most: usize, end: u8) -> usize {
    let least = sign.saturating_sub(most);
    let is_end = |byte: &u8| matches!(byte, b' ' | b'"' | b'\'' | b'`' | b'\n' | b'=') || *byte == end;
    text.get(least..sign).and_then(|head| head.iter().rposition(is_end)).map_or(least, |at| least + at + 1)
}

/// Oracle's `user/x@host`: what stands between the slash and the sign.
pub(super) fn oracle(finder: &mut Finder<'_>, sign: usize) {
    let text = finder.bytes;
    // `user/"x"@host`
    let quoted = text.get(sign.saturating_sub(120)..sign).and_then(|head| head.strip_suffix(b"\""));
    if let Some(quoted) = quoted
        && let Some(open) = memchr::memrchr(b'"', quoted)
        && open > 0
        && quoted.get(open - 1) == Some(&b'/')
    {
        finder.add_literal(sign - quoted.len() + open, sign - 1, "url-password", "PASSWORD");
        return;
    }
    let start = user_start(text, sign, 120, b':');
    if let Some(slash) = text.get(start..sign).and_then(|user| memchr::memchr(b'/', user)) {
        finder.add_literal(start + slash + 1, sign, "url-password", "PASSWORD");
    }
}

/// Words in the address of a link that opens something for whoever has it.
const LINKS: [&str; 7] = ["/invite", "/reset", "/verify", "/activate", "/magic", "/confirm", "/signup"];

/// Parts of addresses by which a service is called from outside; what is drawn behind them lets anybody call it.
const HOOKS: [&str; 10] = [
    "/heartbeat/",
    "/ical/",
    "/owa/calendar/",
    "opsgenie://",
    "/hooks/",
    "/hook/",
    "/webhook/",
    "/webhooks/",
    "/integration/",
    "/with/key/",
];

pub(in crate::detect) fn links(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    let hooks = HOOKS.iter().flat_map(|mark| marks.place(mark)).map(|found| (found, true));
    let links = LINKS.iter().flat_map(|mark| marks.place(mark)).map(|found| (found, false));
    for (found, hook) in links.chain(hooks) {
        let line = values::line_near(text, found, 200);
        let end = values::unquoted(text, found, Until::Blank).end.min(found + 400);
        let before = text.get(line..found + 11).unwrap_or(b"");
        // A log of requests tells the path alone, behind the method.
        let method = before.iter().rposition(|byte| *byte == b' ').is_some_and(|blank| {
            ["GET", "POST", "PUT", "HEAD"]
                .iter()
                .any(|one| before.get(..blank).unwrap_or(b"").ends_with(one.as_bytes()))
        });
        if !method && crate::text::find_bytes(before, b"://").is_none() {
            continue;
        }
        let mut at = found;
        while at < end {
            let from = at;
            while at < end
                && !text.get(at).is_some_and(|byte| matches!(byte, b'/' | b'?' | b'&' | b'=' | b'#'))
            {
                at += 1;
            }
            let word = finder.text.get(from..at).unwrap_or("");
            let drawn = values::is_tokenish(word)
                || hook && word.len() >= 20 && word.bytes().filter(u8::is_ascii_digit).count() >= 2 && {
                    word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
                };
            if word.len() >= 14 && drawn && (hook || !values::is_uuid(word)) {
                finder.add_literal(from, at, "secret-link", "TOKEN");
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn addresses_of_some_sorts_have_a_password_alone_or_no_host() {
        for text in [
            "\"trojan://maplewood@a.example.com:443?security=tls#x\"\n",
            "hy2://maplewood@a.example.com:443\n",
            "sql.Open(\"mysql\", \"root:maplewood@/reviews?multiStatements=true\")\n",
            "sql.Open(\"mysql\", \"root:maplewood@tcp(db1:3306)/reviews\")\n",
        ] {
            assert_eq!(hidden(text), ["maplewood"], "{text}");
        }
        for text in [
            "import x from '@/components/x'\nsql.Open(\"mysql\", \"root@/reviews\")\n",
            "ssh://git@github.com/owner/repo\ntrojan://<password>@a.example.com:443\n",
            "git clone git@github.com:owner/repo\nroot:@/syncsong\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn settings_behind_a_port_are_no_password_of_the_address() {
        for text in [
            "jdbc:sqlserver://db7.example.com:1433;database=orders;user=ops;password=M@ple88xyz;encrypt=true\n",
            "jdbc:sqlserver://db7:1433;database=orders;user=ops@db7;password=M@ple88xyz;encrypt=true\n",
        ] {
            assert_eq!(hidden(text), ["M@ple88xyz"], "{text}");
        }
        assert_eq!(hidden("https://ops:1x4;maple=88@db7.example.com/x\n"), ["1x4;maple=88"]);
    }
}

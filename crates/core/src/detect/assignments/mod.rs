//! Values that stand under a name which says that they are secret: in HCL, JSON, YAML, env, ini, XML, SQL, command
//! lines, headers, queries, tables and prose, at any level of escaping.

mod blocks;
mod calls;
mod code;
mod ending;
mod errors;
mod headers;
mod judge;
mod members;
mod objects;
mod other;
mod piped;
mod referred;
mod spaced;
mod take;

use super::names::{self, Said, Strength};
use super::values::{self, Until, Value};
use super::{Finder, containers, prose};
use blocks::{next_cell, xml};
use calls::in_square_brackets;
pub(super) use ending::{is_phrase, is_sentence_word};
pub(super) use headers::cookies;
pub(super) use judge::judge;
use members::{members, of_parent, sibling};
pub(super) use objects::is_listing_head;
pub(super) use piped::begins_with_reader;
pub(super) use referred::is_within_bounds;
use spaced::{answer, by_blank, further_words, spaced, sql};
use take::take;

/// Reads the assignment whose name holds `hit`; returns where the name ends.
pub(super) fn read(finder: &mut Finder<'_>, hit: (usize, usize)) -> usize {
    let text = finder.bytes;
    // Arrows, dashes, typographic quotes and full-width signs are no part of a name.
    let is_name = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b'_' | b'-' | b'.' | b'$')
            || byte >= 0x80 && !matches!(byte, 0xe2 | 0xef)
    };
    let mut start = hit.0;
    while start > 0 && hit.0 - start < 120 && text.get(start - 1).is_some_and(|byte| is_name(*byte)) {
        start -= 1;
    }
    while start < hit.0 && !finder.text.is_char_boundary(start) {
        start += 1;
    }
    // `-p` style dashes are no part of the name, and neither is the letter of an escape: `\npassword`.
    while start < hit.0 && matches!(text.get(start), Some(b'-' | b'.' | b'$')) {
        start += 1;
    }
    if start > 0
        && text.get(start - 1) == Some(&b'\\')
        && matches!(text.get(start), Some(b'n' | b't' | b'r'))
        && start < hit.0
    {
        start += 1;
    }
    let mut end = hit.1;
    // What a short stem ends in, so that it is a name.
    if text.get(end - 1).is_some_and(|byte| b"=: \"'`>|)/*,\n".contains(byte)) {
        end -= 1;
    }
    while end - hit.1.min(end) < 120 && text.get(end).is_some_and(|byte| is_name(*byte)) {
        end += 1;
    }
    while end > start && matches!(text.get(end - 1), Some(b'.' | b'-' | b'$')) {
        end -= 1;
    }
    // Scripts without blanks between words: the stem is the whole name.
    if text.get(hit.0).is_some_and(|byte| *byte >= 0xe3) {
        (start, end) = hit;
        end -= usize::from(text.get(end - 1) == Some(&b':'));
    }
    // "Secret access key", "API token": a name of several words.
    end = further_words(finder, end);
    let Some(name) = finder.text.get(start..end) else { return end.max(hit.1) };
    // `apiSecret.........x`: dots lead from the name to its value.
    if let Some(dots) = name.find("....")
        && let Some(label) = name.get(..dots)
        && let Some(said) = names::says(label).filter(|said| said.strength == Strength::Strong)
    {
        let mut at = start + dots;
        while text.get(at) == Some(&b'.') {
            at += 1;
        }
        let value = values::word(text, values::blanks(text, at));
        if let Some(value) = value.filter(|value| value.end > value.start) {
            judge(finder, label, said, value);
            return value.after;
        }
    }
    // The token of a lock tells who holds it, and opens nothing.
    if name.eq_ignore_ascii_case("token")
        && finder.text.get(start.saturating_sub(8)..start).is_some_and(|before| {
            let before = before.to_ascii_lowercase();
            before.ends_with("lock ") || before.ends_with("lease ") || before.ends_with("fencing ")
        })
    {
        return end;
    }
    // "Unexpected token 'else'": what a parser met.
    // Ant's `<filter token="X" value="y"/>`: what is to be replaced.
    if name == "token"
        && (errors::is_parsed(finder, start, end)
            || ["<filter ", "<replace "].iter().any(|tag| lower_ends(finder, start, tag)))
    {
        return end;
    }
    // ClickHouse's `IDENTIFIED WITH sha256_password BY 'x'`: a method, and the value is read from its first word.
    if lower_ends(finder, start, "identified with ") {
        return end;
    }
    // `access_token$production$...` is a token's own beginning.
    if name.starts_with("access_token$") {
        return end;
    }
    // A placeholder's own word names nothing; `TEST_PASSWORD_3` is a variable.
    let is_variable = finder.text.get(start..hit.0).is_some_and(|head| {
        head.len() > 2
            && head.ends_with('_')
            && head.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
    });
    if super::is_placeholder(name)
        || !is_variable && finder.text.get(hit.0..end).is_some_and(super::is_placeholder)
    {
        return end;
    }
    let lower = name.to_ascii_lowercase();
    // SQLite's `PRAGMA key = 'x'`, OpenWrt's `option key 'x'`, "SSID `lab`, key `x`".
    let head = finder.text.get(values::line_near(text, start, 60)..start).unwrap_or("");
    if lower == "key"
        && (["PRAGMA ", "pragma ", "option "].iter().any(|word| head.ends_with(word))
            || head.ends_with(", ") && head.contains("SSID"))
        || lower.starts_with("wireless.") && lower.ends_with(".key")
    {
        let said = Said { strength: Strength::Strong, kind: "KEY" };
        value_of(finder, "cipher_key", said, start, end);
    }
    if lower == "key" {
        of_parent(finder, start, end);
    }
    if lower == "value"
        || lower.len() < 16
            && lower
                .strip_suffix("_value")
                .is_some_and(|of| !names::says(of).is_some_and(names::Said::is_strong))
    {
        return end;
    }
    // Composer's `"github-oauth": {"github.com": "x"}`, on one line or on several.
    if matches!(lower.as_str(), "github-oauth" | "gitlab-oauth") {
        tokens_of_hosts(finder, values::after_name(text, end));
        return end;
    }
    if lower.starts_with("identified") {
        sql(finder, hit.1);
        return end;
    }
    // `arn:aws:secretsmanager:...:secret:prod/db-AbCdEf` names a secret.
    if start > 0 && text.get(start - 1) == Some(&b':') {
        let from = values::line_near(text, start, 120);
        let token = text.get(from..start).unwrap_or(b"");
        let token =
            token.rsplit(|byte| matches!(byte, b' ' | b'"' | b'\'' | b'=' | b'(')).next().unwrap_or(b"");
        if token.starts_with(b"arn:")
            || token.starts_with(b"{{")
            || crate::text::find_bytes(token, b"{{").is_some()
        {
            return end;
        }
    }
    // `urn:pulumi:dev::net::random:index/randomPassword:RandomPassword::main` names a resource.
    let from = values::line_near(text, start, 120);
    if text.get(from..start).is_some_and(|head| {
        crate::text::rfind_bytes(head, b"urn:pulumi:").is_some_and(|urn| {
            head.get(urn..).is_some_and(|urn| urn.iter().all(|byte| byte.is_ascii_graphic() && *byte != b'"'))
        })
    }) {
        return end;
    }
    if names::is_foreign_key(name) {
        prose::foreign_key(finder, end);
    }
    // `[credentials]`, `[tokens.prod]`
    if text.get(start - usize::from(start > 0)) == Some(&b'[')
        && (start < 2 || text.get(start - 2) == Some(&b'\n'))
        && text.get(end) == Some(&b']')
        && matches!(text.get(end + 1), None | Some(b'\n' | b'\r'))
        && names::is_collection(name)
    {
        let kind = name.split('.').find_map(names::says);
        if let Some(said) = kind.filter(|said| said.strength == Strength::Strong) {
            containers::section(finder, said, values::line_end(text, end));
        }
        return end;
    }
    if matches!(lower.as_str(), "key" | "keys") && spaced::is_kept_pair(finder, start, name) {
        return end;
    }
    // `nginx.ingress.kubernetes.io/auth-secret: basic-auth`: an annotation names a secret.
    if text.get(start - usize::from(start > 0)) == Some(&b'/')
        && text.get(start.saturating_sub(4)..start) == Some(b".io/")
        && lower.ends_with("secret")
    {
        return end;
    }
    // `//x-access-token:...@host`: the user of a URL, which is read as one.
    // `env://COSIGN_KEY`: where the key is read from.
    if text.get(start.saturating_sub(3)..start) == Some(b"://")
        && (text.get(end) == Some(&b':') || text.get(start.saturating_sub(6)..start) == Some(b"env://"))
    {
        return end;
    }
    if let Some(said) = spaced(finder, start, name).or_else(|| finder.says(name)) {
        answer(finder, name, said, start, end);
        value_of(finder, name, said, start, end);
        if matches!(said.kind, "PASSWORD" | "CODE") && said.strength == Strength::Strong {
            prose::before(finder, said, start);
        }
    }
    sibling(finder, start, end);
    compared(finder, start, end);
    end
}

/// Whether a text begins with a name in small letters and an equals sign.
fn begins_pair(text: &[u8]) -> bool {
    let name = text.iter().take_while(|byte| byte.is_ascii_lowercase() || **byte == b'_').count();
    name >= 3 && text.get(name) == Some(&b'=')
}

/// Whether `:TokenLifetime=` stands here: .NET's path of a setting goes on.
fn is_path_of_settings(text: &[u8]) -> bool {
    let rest = text.get(1..).unwrap_or(b"");
    let name = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    name >= 6
        && rest.first().is_some_and(u8::is_ascii_uppercase)
        && rest.get(..name).is_some_and(|name| name.iter().any(u8::is_ascii_lowercase))
        && rest.get(name) == Some(&b'=')
        && rest.get(name + 1).is_some_and(|byte| !matches!(byte, b'=' | b'\n' | b'\r' | b' '))
}

/// The token of each host in the object that opens at `open`.
fn tokens_of_hosts(finder: &mut Finder<'_>, open: usize) {
    const MOST: usize = 16;
    let text = finder.bytes;
    let mut at = open;
    for _ in 0..MOST {
        if !matches!(text.get(at), Some(b'{' | b',')) {
            return;
        }
        at += 1;
        while text.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        let Some(host) = values::quoted(text, at) else { return };
        let Some(token) = values::quoted(text, values::after_name(text, host.end)) else { return };
        if finder.text.get(host.start..host.end).is_some_and(|host| host.contains('.')) {
            judge(finder, "token", Said { strength: Strength::Strong, kind: "TOKEN" }, token);
        }
        at = values::blanks(text, token.after);
    }
}

/// Whether such words, in small letters or capitals, stand right before `at`.
fn lower_ends(finder: &Finder<'_>, at: usize, words: &str) -> bool {
    finder
        .bytes
        .get(at.saturating_sub(words.len())..at)
        .is_some_and(|head| head.eq_ignore_ascii_case(words.as_bytes()))
}

/// `assertEquals("x", user.getPassword())`, `"x".equals(password)`: the literal stands before the name.
fn compared(finder: &mut Finder<'_>, start: usize, end: usize) {
    let text = finder.bytes;
    let is_path = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
    let mut at = start;
    while at > 0 && start - at < 60 && text.get(at - 1).is_some_and(is_path) {
        at -= 1;
    }
    let head = text.get(at.saturating_sub(200)..at).unwrap_or(b"");
    let (close, call) = if let Some(rest) = head.strip_suffix(b", ") {
        (rest, false)
    } else if let Some(rest) = head.strip_suffix(b".equals(") {
        (rest, true)
    } else {
        return;
    };
    let Some(quote @ (b'"' | b'\'')) = close.last().copied() else { return };
    let close_at = at - (head.len() - close.len()) - 1;
    let Some(open) = close.get(..close.len() - 1).and_then(|body| memchr::memrchr(quote, body)) else {
        return;
    };
    let open_at = at - head.len() + open;
    let before = close.get(..open).unwrap_or(b"").to_ascii_lowercase();
    let tests = [
        &b"assertequals("[..],
        b"assertequal(",
        b"equals(",
        b"equal(",
        b"compare(",
        b"verify(",
        b"assertthat(",
    ];
    if !(call || tests.iter().any(|test| before.ends_with(test))) {
        return;
    }
    if let Some(said) =
        finder.text.get(start..end).and_then(names::says).filter(|said| said.strength == Strength::Strong)
    {
        judge(finder, "password", said, Value::quoted(open_at + 1, close_at));
    }
}

/// What brackets right behind a name hold.
enum Bracket {
    /// Words about the name; its separator stands here.
    Aside(usize),
    /// The value itself.
    Holds(Value),
}

fn bracket(finder: &Finder<'_>, at: usize) -> Option<Bracket> {
    let text = finder.bytes;
    let open = values::blanks(text, at);
    if text.get(open) != Some(&b'(') {
        return None;
    }
    let line = text.get(open + 1..values::line_end(text, open).min(open + 80))?;
    let close = open + 1 + memchr::memchr(b')', line)?;
    let inner = finder.text.get(open + 1..close)?;
    if let Some((label, value)) = inner.split_once([':', '='])
        && label.trim().eq_ignore_ascii_case("default")
        && !value.trim().is_empty()
    {
        let start = close - value.trim_start().len();
        return Some(Bracket::Holds(Value::quoted(start, start + value.trim().len())));
    }
    // `bad value for DB_PASSWORD (x): contains $`: before a colon only words that are no password.
    const ASIDES: [&str; 22] = [
        "ssh",
        "admin",
        "root",
        "prod",
        "production",
        "staging",
        "dev",
        "test",
        "current",
        "new",
        "wifi",
        "guest",
        "vpn",
        "db",
        "sftp",
        "ftp",
        "console",
        "readonly",
        "backup",
        "temporary",
        "initial",
        "legacy",
    ];
    let after = values::blanks(text, close + 1);
    let is_aside = match text.get(after) {
        Some(b'=') => {
            (1..=32).contains(&inner.len())
                && inner.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" -_/.".contains(&byte))
        }
        Some(b':') => ASIDES.contains(&inner),
        _ => false,
    };
    (is_aside && open > at).then_some(Bracket::Aside(after))
}

/// Follows the separator after the name and takes the value.
pub(super) fn value_of(finder: &mut Finder<'_>, name: &str, said: Said, start: usize, name_end: usize) {
    let text = finder.bytes;
    let mut at = name_end;
    // `sed "s/__DB_PASSWORD__/x/"`
    if let Some(mark @ (b'/' | b'|' | b'#' | b'@')) = text.get(at).copied()
        && start >= 2
        && text.get(start - 1) == Some(&mark)
        && text.get(start - 2) == Some(&b's')
        && (start == 2 || text.get(start - 3).is_some_and(|byte| matches!(byte, b' ' | b'"' | b'\'' | b';')))
        && said.strength == Strength::Strong
    {
        let end = values::line_end(text, at + 1).min(at + 400);
        if let Some(stop) = text.get(at + 1..end).and_then(|rest| memchr::memchr(mark, rest)) {
            judge(finder, name, said, Value::quoted(at + 1, at + 1 + stop));
        }
        return;
    }
    // ` 1`, `[0]`, `["x"]`, closing quotes and escapes of the name.
    if text.get(at) == Some(&b' ') && text.get(at + 1).is_some_and(u8::is_ascii_digit) {
        let mut digits = at + 1;
        while text.get(digits).is_some_and(u8::is_ascii_digit) {
            digits += 1;
        }
        if matches!(text.get(digits), Some(b':')) {
            at = digits;
        }
    }
    if text.get(at) == Some(&b'[')
        && let Some(close) = text.get(at..text.len().min(at + 40)).and_then(|rest| memchr::memchr(b']', rest))
    {
        at += close + 1;
    }
    // `user%5Bpassword%5D=x` of a form.
    if text.get(at..at + 3).is_some_and(|escape| escape.eq_ignore_ascii_case(b"%5d")) {
        at += 3;
    }
    // Zabbix's `{$SNMP_COMMUNITY} = x`, PowerShell's `${env:API_TOKEN} = x`
    if text.get(at) == Some(&b'}')
        && text
            .get(start.saturating_sub(4)..start)
            .is_some_and(|head| head.ends_with(b"{$") || head == b"env:")
    {
        at += 1;
    }
    // `%password% = x`
    if text.get(at) == Some(&b'%') && start > 0 && text.get(start - 1) == Some(&b'%') {
        at += 1;
    }
    // HAProxy: `acl known req.hdr(X-Edge-Token) -m str x`
    if let Some(behind) = text.get(at..).and_then(|rest| rest.strip_prefix(b") -m str "))
        && let Some(value) = values::word(text, text.len() - behind.len())
    {
        judge(finder, name, said, value);
        return;
    }
    // JSON in JSON writes `=` as `\u003d`, and `&` behind the value likewise.
    if text.get(at..at + 6).is_some_and(|escape| escape.eq_ignore_ascii_case(b"\\u003d")) {
        let from = at + 6;
        let line = text.get(from..values::line_end(text, from).min(from + 4_096)).unwrap_or(b"");
        // Another escape of an ASCII sign ends it, as the sign would.
        let escape = crate::text::find_bytes(line, b"\\u00").unwrap_or(line.len());
        let sign =
            line.iter().position(|byte| matches!(byte, b'"' | b'\'' | b' ' | b'&')).unwrap_or(line.len());
        let to = from + escape.min(sign);
        judge(finder, name, said, Value::quoted(from, to));
        return;
    }
    let mut quotes = 0;
    while matches!(text.get(at), Some(b'\\' | b'"' | b'\'' | b'`' | b'*')) && quotes < 12 {
        at += 1;
        quotes += 1;
    }
    // `<setting id="password" type="text">x<`
    if quotes == 1
        && text.get(at) == Some(&b' ')
        && let Some(close) =
            text.get(at..text.len().min(at + 120)).and_then(|rest| memchr::memchr(b'>', rest))
        && let Some(tag) = finder.text.get(at..at + close)
        && tag.contains("=\"")
        && !tag.ends_with('/')
        && !["value=", "content=", "placeholder=", "<", "\n", "default="]
            .iter()
            .any(|word| tag.contains(word))
        && let Some(open) =
            text.get(start.saturating_sub(80)..start).and_then(|head| memchr::memrchr(b'<', head))
        && text.get(start.saturating_sub(80) + open + 1..start).is_some_and(|head| {
            ![
                &b"input"[..],
                b"button",
                b"label",
                b"meta",
                b"link",
                b"option",
                b"div",
                b"span",
                b"a ",
                b"form",
            ]
            .iter()
            .any(|tag| head.starts_with(tag))
        })
    {
        xml(finder, name, said, at + close + 1);
        return;
    }
    // `["password"]`, `[password]`, `[:password]`.
    let bracketed =
        text.get(start.saturating_sub(2)..start).is_some_and(|head| head.ends_with(b"[") || head == b"[:");
    if text.get(at) == Some(&b']') && (quotes > 0 || bracketed) {
        at += 1;
    }
    // `['password']['postgres'] = 'x'`: further indexes.
    for _ in 0..3 {
        if text.get(at) == Some(&b'[')
            && matches!(text.get(at + 1), Some(b'"' | b'\'' | b':'))
            && let Some(close) =
                text.get(at..text.len().min(at + 60)).and_then(|rest| memchr::memchr(b']', rest))
        {
            at += close + 1;
        }
    }
    // Ansible's `"hostvars['db1']['password']": "x"`
    if text.get(at..at + 2) == Some(b"\":") && text.get(at - 1) == Some(&b']') {
        at += 1;
    }
    // `<Password type="text">x<`: a tag with attributes, and `Passwort ....... x`, a dotted leader.
    if start > 0
        && matches!(text.get(start - 1), Some(b'<' | b':'))
        && text.get(at) == Some(&b' ')
        && let Some(close) =
            text.get(at..text.len().min(at + 200)).and_then(|rest| memchr::memchr(b'>', rest))
        && text.get(at..at + close).is_some_and(|tag| {
            tag.get(1).is_some_and(u8::is_ascii_alphabetic)
                && (crate::text::find_bytes(tag, b"=\"").is_some()
                    || crate::text::find_bytes(tag, b"='").is_some())
                && !tag.ends_with(b"/")
                && !tag.contains(&b'<')
                && !tag.contains(&b'\n')
        })
    {
        at += close;
    }
    // `[Symbol(token)]: 'x'`
    if text.get(at..at + 2) == Some(b")]") {
        at += 2;
    }
    // `parameter [password] as [VARCHAR] - [x]`
    if text.get(at - usize::from(at > 0)..at + 5) == Some(b"] as [")
        && let Some(found) = text
            .get(at..values::line_end(text, at).min(at + 60))
            .and_then(|rest| crate::text::find_bytes(rest, b"] - ["))
    {
        let from = at + found + 5;
        let end = values::line_end(text, from);
        if let Some(length) = text.get(from..end).and_then(|rest| memchr::memrchr(b']', rest)) {
            judge(finder, name, said, Value { start: from, end: from + length, after: end, quoted: true });
        }
        return;
    }
    // `<label for="password">Password</label>`
    if text.get(start.saturating_sub(5)..start) == Some(b"for=\"") {
        return;
    }
    // Go prints headers so: `"X-Vault-Token":[]string{"x"}`.
    if let Some(behind) = text.get(at..).and_then(|rest| rest.strip_prefix(b":[]string{"))
        && let Some(value) = values::quoted(text, text.len() - behind.len())
    {
        judge(finder, name, said, value);
        return;
    }
    // `password (ssh) = x`, `password (default: x)`
    match bracket(finder, at) {
        Some(Bracket::Aside(after)) => at = after,
        Some(Bracket::Holds(value)) if said.is_strong() => {
            judge(finder, name, said, value);
            return;
        }
        _ => {}
    }
    let gap = at;
    at = values::blanks(text, at);
    let blank = at - gap;
    let leader = text.get(at..).unwrap_or(b"").iter().take_while(|byte| **byte == b'.').count();
    if leader >= 3 && matches!(text.get(at + leader), Some(b' ' | b'"')) {
        take(finder, name, said, start, at + leader, ':', false, false);
        return;
    }
    // `Ldap password    ----   x`
    let dashes = text.get(at..).unwrap_or(b"").iter().take_while(|byte| **byte == b'-').count();
    if dashes >= 3
        && text.get(at + dashes) == Some(&b' ')
        && let Some(value) = values::word(text, values::blanks(text, at + dashes))
        && finder
            .text
            .get(value.start..value.end)
            .is_some_and(|word| values::is_chosen(word) || values::is_drawn_mixed(word))
    {
        judge(finder, name, said, value);
        return;
    }
    let separator = text.get(at).copied();
    let rest = text.get(at..).unwrap_or(b"");
    // `https://sso/oauth2/token -d 'grant_type=...'`: a path, and what the command is told further.
    if blank == 1 && separator == Some(b'-') && start > 0 && text.get(start - 1) == Some(&b'/') {
        return;
    }
    // `"KEY_FILE=/opt/app/server.key",` and the next string of a list; `"-field=password", "secret/prod/smtp"`.
    if separator == Some(b',')
        && (name.ends_with(".key") && start > 0 && text.get(start - 1) == Some(&b'/')
            || text.get(start.saturating_sub(7)..start) == Some(b"-field="))
    {
        return;
    }
    // `${DB_PASSWORD:?missing}` holds a sentence.
    if text.get(start.saturating_sub(2)..start) == Some(b"${") && matches!(rest.get(..2), Some(b":?" | b":+"))
    {
        return;
    }
    // YAML: `? password` and `: x` below it.
    if matches!(separator, Some(b'\n' | b'\r')) {
        let line = values::line_start(text, start);
        let asks = text.get(line..start).is_some_and(|head| head.trim_ascii_start().starts_with(b"? "));
        let colon = values::blanks(text, values::line_end(text, at) + 1);
        if asks && text.get(colon..colon + 2) == Some(b": ") {
            take(finder, name, said, values::line_start(text, colon), colon + 1, ':', false, false);
        }
        if asks {
            return;
        }
    }
    if rest.starts_with(b"</") && blank == 0 {
        next_cell(finder, name, said, at);
        return;
    }
    let starts = |mark: &[u8]| rest.starts_with(mark);
    let flagged = start > 0 && text.get(start - 1) == Some(&b'-');
    let (from, mark) = if ["||=", "&&=", "//=", "??=", "::=", "===", "!=="]
        .iter()
        .any(|sign| starts(sign.as_bytes()))
    {
        (at + 3, '=')
    } else if starts(b"+=")
        || starts(b"?=")
        || starts(b"==")
        || starts(b"!=")
        || starts(b"=>")
        || starts(b":=")
        || starts(b":-") && text.get(start.saturating_sub(2)..start) == Some(b"${")
        // A table of AWS has two bars at its sides.
        || starts(b"||") && !matches!(rest.get(2), None | Some(b'\n' | b'\r'))
    {
        (at + 2, '=')
    } else if starts(b"%3D") || starts(b"%3d") || starts(b"%3A") || starts(b"%3a") {
        (at + 3, '%')
    } else if separator == Some(b'=') {
        (at + 1, '=')
    } else if separator == Some(b':')
        && blank == 0
        && quotes == 0
        && (piped::is_tagged(finder, start, at) || is_path_of_settings(rest))
    {
        return;
    } else if separator == Some(b':') && !starts(b"://") && !starts(b"::") {
        (at + 1, ':')
    } else if "：＝→⟶➜⇒➡".chars().any(|c| starts(c.to_string().as_bytes())) {
        (at + 3, ':')
    } else if separator == Some(b'>') && blank == 0 && quotes == 0 && start == values::line_start(text, start)
    {
        // `PW>x`
        (at + 1, ':')
    } else if separator == Some(b'>')
        && (quotes > 0 && text.get(start.wrapping_sub(1)) != Some(&b'=')
            || start > 0 && matches!(text.get(start - 1), Some(b'<' | b':')))
    {
        xml(finder, name, said, at + 1);
        return;
    } else if separator == Some(2) {
        // Markup that was written with entities, as `views` shows it.
        let body = text.get(at + 1..values::line_end(text, at)).unwrap_or(b"");
        if let Some(found) = memchr::memchr2(1, b'<', body) {
            let (from, to) = (at + 1, at + 1 + found);
            judge(finder, name, said, Value::quoted(from, to));
        }
        return;
    } else if separator == Some(b'/') && text.get(at + 1) == Some(&b'>') {
        return;
    } else if separator == Some(b'}')
        && quotes == 0
        && start >= 2
        && matches!(text.get(start - 2..start), Some(b"${" | b"@{" | b"&{"))
        && matches!(text.get(at + 1..at + 3), Some(b"  " | b"\t\t" | b"= " | b" ="))
    {
        // Robot Framework's table of variables: `${TOKEN}    x`.
        let from = values::blanks(text, at + 1);
        let from = if text.get(from) == Some(&b'=') { values::blanks(text, from + 1) } else { from };
        judge(finder, name, said, values::unquoted(text, from, Until::Blank));
        return;
    } else if separator == Some(b'{')
        && (quotes > 0
            || text.get(at + 1).is_some_and(|byte| matches!(byte, b'\n' | b'\r'))
            || names::is_collection(name) && blank > 0)
        && (said.strength == Strength::Strong || said.kind == "LICENSE_KEY")
    {
        if names::is_collection(name) {
            containers::braces(finder, said, at);
        } else {
            members(finder, said, at);
        }
        return;
    } else if quotes == 0
        && blank > 0
        && start > 0
        && matches!(text.get(start - 1), Some(b'<' | b':'))
        && let Some(tag) = text
            .get(at..values::line_end(text, at).min(at + 300))
            .and_then(|rest| memchr::memchr(b'>', rest).map(|close| rest.get(..close).unwrap_or(b"")))
        && crate::text::find_bytes(tag, b"alue=").is_none()
        && tag.last().is_some_and(|byte| matches!(byte, b'"' | b'\''))
    {
        // `<Password Type="x">y</Password>`
        xml(finder, name, said, at + tag.len() + 1);
        return;
    } else if (quotes > 0 || start > 0 && text.get(start - 1) == Some(&b'<') && blank > 0)
        && (starts(b"value=") || starts(b"Value="))
    {
        // `<property name="x.password" value="..."/>`
        (at + 6, '=')
    } else if separator == Some(b'|') && piped::is_pipe(text, start, at) {
        return;
    } else if separator == Some(b'|')
        && (blank > 0
            || start > 0 && text.get(start - 1) == Some(&b'|')
            || finder.text.get(at + 1..values::unquoted(text, at + 1, Until::Blank).end).is_some_and(
                |value| values::is_tokenish(value) || name.contains('_') && values::is_password_like(value),
            ))
    {
        (at + 1, '|')
    } else if quotes > 0
        && starts(b";s:")
        && let Some(open) = rest.get(3..12).and_then(|size| crate::text::find_bytes(size, b":\""))
    {
        // PHP stores `s:8:"password";s:12:"x"`.
        (at + 3 + open + 1, '=')
    } else if separator == Some(b';')
        && blank == 0
        && finder.text.get(at + 1..values::line_end(text, at)).is_some_and(|rest| {
            let cell = rest.trim_end().trim_end_matches('=');
            !cell.contains(['=', ';']) && values::is_tokenish(cell)
        })
    {
        // `password;x`: a row of two cells.
        (at + 1, ':')
    } else if separator == Some(b'(')
        && blank == 1
        && said.strength == Strength::Strong
        && let Some(length) =
            text.get(at + 1..text.len().min(at + 80)).and_then(|rest| memchr::memchr(b')', rest))
        && let Some(body) = finder.text.get(at + 1..at + 1 + length)
        && !body.contains(' ')
        && values::is_chosen(body)
        && !values::is_ticket(body)
    {
        // "bad value for DB_PASSWORD (x): ...", "the password (`x`)"
        let from = at + 1 + body.len() - body.trim_start_matches('`').len();
        let to = at + 1 + body.trim_end_matches('`').len();
        judge(finder, name, said, Value::quoted(from, to.max(from)));
        return;
    } else if separator == Some(b'(') && blank == 0 {
        // `.setPassword("x")`, `PASSWORD('x')`.
        (at + 1, '(')
    } else if separator == Some(b',')
        && rest.get(1..6).is_some_and(|next| next.trim_ascii_start().starts_with(b"<<\""))
    {
        // Erlang: `{default_pass, <<"x">>}`.
        let open = values::blanks(text, at + 1) + 2;
        if let Some(value) = values::quoted(text, open) {
            judge(finder, name, said, value);
        }
        return;
    } else if separator == Some(b',') && quotes > 0 && !(name.len() >= 20 && values::is_tokenish(name)) {
        // `"-var", "password=x"` is read at its own name; `"--password", "x"` here. The next name is none.
        let next = values::blanks(text, at + 1);
        if let Some(value) = values::quoted(text, next)
            && text.get(values::blanks(text, value.after)) == Some(&b':')
        {
            return;
        }
        (at + 1, ',')
    } else if separator == Some(b',')
        && flagged
        && blank == 0
        && text.get(at + 1) == Some(&b' ')
        && in_square_brackets(text, start)
    {
        // `[--password, x]`: YAML needs no quotes.
        let word = values::unquoted(text, at + 2, Until::Blank);
        let body = finder.text.get(word.start..word.end).unwrap_or("").trim_end_matches([',', ']']);
        if !body.starts_with(['-', '"', '\'']) {
            judge(finder, name, said, Value::quoted(word.start, word.start + body.len()));
        }
        return;
    } else if starts(b"}}") {
        // A template's reference: `${{ secrets.DEPLOY_PAT }}`.
        return;
    } else if quotes > 0 && blank > 0 && (matches!(separator, Some(b'}' | b']')) || begins_pair(rest)) {
        // `invalid role or secret ID" role_id=x`, `"value": "X-Api-Key" }, {`: the name ends a string.
        return;
    } else if blank > 0 && separator.is_some() {
        by_blank(finder, name, said, start, at, blank, flagged);
        return;
    } else {
        prose::read(finder, said, name_end);
        return;
    };
    take(finder, name, said, start, from, mark, flagged, quotes > 0);
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn a_value_may_stand_before_its_name_and_a_name_may_be_numbered() {
        for text in [
            "{\"name\": \"TEST_PASSWORD_3\",\n  \"value\": \"Kq7Zx2Vb9Lm4\"}\n",
            "env {\n  name  = \"TEST_PASSWORD_3\"\n  # one\n  value = \"Kq7Zx2Vb9Lm4\"\n}\n",
            "env {\n  value = \"Kq7Zx2Vb9Lm4\"\n  # one\n  name  = \"TEST_PASSWORD_4\"\n}\n",
            "- value: Kq7Zx2Vb9Lm4\n  name: TEST_PASSWORD_1\n",
            "{\"value\": \"Kq7Zx2Vb9Lm4\", \"name\": \"DB_PASSWORD_1\"}\n",
            "{\n  \"ParameterValue\": \"Kq7Zx2Vb9Lm4\",\n  \"ParameterKey\": \"DbPassword\"\n}\n",
            "{\n \"type\": \"encrypted\",\n \"value\": \"Kq7Zx2Vb9Lm4\",\n \"key\": \"STRIPE_SECRET_KEY\"\n}\n",
            "pAssword=Kq7Zx2Vb9Lm4\n",
            "snmp_communities:\n  - Kq7Zx2Vb9Lm4\n",
            "community_strings: ['Kq7Zx2Vb9Lm4']\n",
            "ip ftp password Kq7Zx2Vb9Lm4\n",
        ] {
            assert_eq!(hidden(text), ["Kq7Zx2Vb9Lm4"], "{text}");
        }
        for (text, value) in [
            (" ip ospf authentication-key kitelamp\n", "kitelamp"),
            (" ppp chap password kitelamp\n", "kitelamp"),
            ("DB_PASSWORD=Kite(lamp42)orca\n", "Kite(lamp42)orca"),
            ("login failed user=bob password=Kite(lamp42orca rc=1\n", "Kite(lamp42orca"),
        ] {
            assert_eq!(hidden(text), [value], "{text}");
        }
        for text in [
            "[{\n  \"value\": \"eu-west-1a\"},\n {\"name\": \"DB_PASSWORD\", \"valueFrom\": \"x\"}]\n",
            "[{\"name\": \"REGION\",\n  \"value\": \"eu-west-1a\"\n},\n {\"name\": \"DB_PASSWORD\"}]\n",
            "{\n  \"name\": \"REGION\",\n  \"value\": \"eu-west-1a\",\n  \"name\": \"DB_PASSWORD\"\n}\n",
            "communities: [65000:100]\nset community no-export\n",
            "snmp-server host 10.1.1.1 version 3 priv snmpadmin\nsnmp-server host 10.1.1.1 traps\n",
            "password = get_password(user)\ntoken=fn(a).b\nservice password-encryption\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_value_may_stand_behind_more_than_a_separator() {
        for (text, value) in [
            ("password (ssh) = Kq7Zx2Vb9\n", "Kq7Zx2Vb9"),
            ("password (admin): Kq7Zx2Vb9\n", "Kq7Zx2Vb9"),
            ("password (default: Kq7Zx2Vb9)\n", "Kq7Zx2Vb9"),
            ("bad value for DB_PASSWORD (Kq7Zx2Vb9): contains $\n", "Kq7Zx2Vb9"),
            ("acl known req.hdr(X-Edge-Token) -m str Kq7Zx2Vb9Lm4\n", "Kq7Zx2Vb9Lm4"),
            ("map[\"X-Vault-Token\":[]string{\"Kq7Zx2Vb9Lm4\"}]\n", "Kq7Zx2Vb9Lm4"),
            ("{\"q\":\"user\\u003djo\\u0026password\\u003DKq7Zx2Vb9\\u0026page\\u003d2\"}\n", "Kq7Zx2Vb9"),
            ("vpn_psk = {\n  ams = \"Kq7Zx2Vb9Lm4tR8w\"\n}\n", "Kq7Zx2Vb9Lm4tR8w"),
            ("CREDENTIAL=Kq7Zx2Vb9Lm4\n", "Kq7Zx2Vb9Lm4"),
            ("echo Kq7Zx2Vb9Lm4 | wrangler secret put STRIPE_API_KEY\n", "Kq7Zx2Vb9Lm4"),
            ("bash-5.1# cat /run/secrets/db_password\nKq7Zx2Vb9Lm4\n", "Kq7Zx2Vb9Lm4"),
            ("➜  ~ cat ~/.api_token\nKq7Zx2Vb9Lm4\n", "Kq7Zx2Vb9Lm4"),
            ("ftp> user jo Kq7Zx2Vb9Lm4\n", "Kq7Zx2Vb9Lm4"),
            ("utf8=1&user%5Bpassword%5D=maple%20leaf%209&commit=in\n", "maple%20leaf%209"),
            ("{\"name\":\"user[password]\",\"value\":\"maple leaf 9\"}\n", "maple leaf 9"),
            ("{\"macro\":\"{$SNMP_COMMUNITY}\",\"value\":\"Kq7Zx2Vb9Lm4\"}\n", "Kq7Zx2Vb9Lm4"),
            ("set vpn ipsec authentication psk aws secret 'maple'\n", "maple"),
            ("Jwt:SigningKey=Kq7Zx2Vb9Lm4tR8wHn3P (EnvironmentVariables)\n", "Kq7Zx2Vb9Lm4tR8wHn3P"),
            ("jdbc:oracle:thin:app/Kq7@Zx2@Vb9@db7.example.com:1521/X\n", "Kq7@Zx2@Vb9"),
            ("jdbc:oracle:oci:app/Kq7Zx2Vb9@db7\n", "Kq7Zx2Vb9"),
        ] {
            assert_eq!(hidden(text), [value], "{text}");
        }
        for text in [
            "WITH (LOCATION = 'https://a.example.com', CREDENTIAL = stage_login)\n",
            "jdbc:oracle:thin:@db7.example.com:1521/X\n",
            "vpn_psk = {\n  length = 16\n}\n",
            "Jwt:TokenLifetime=00:15:00 (JsonConfigurationProvider for 'appsettings.json')\n",
            "{CACert: ClientCertKey: KafkaVersion:0.6.19 TLSEnabled:true SASLUsername:tf}\n",
            "\"invalid role or secret ID\" role_id=44be15e0-cf17-a566-5f5e-04f3d71409f9\n",
            "token_1 { handle = 0x01  slot = 0 }\n",
            "msg=\"reporting cluster stats\" seed=33f35055-668c-7dc7-b848-2232c453f2d9 target=all\n",
            "nats: Authorization Violation; public nkey UDXB2NCLUIBQ6LGDDYUCD4AXTYRFYQMLP4VFVVVRD6O5WNGZBPCMXWPP\n",
            "PSK identity hint: site-a\n",
            "gcloud/503.0.0 command/gcloud.sql.users.set-password invocation-id/bbe9995efff20b0af45ba33b4df09162\n",
            "virsh secret-get-value e4709353-90ea-d2e8-9b74-c07e4ac3980a\n",
            "username cvp ssh-key ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI2bwGgyg7H1VFnWgy799hmSUIL4AHtlVb/rwxWIhNptL\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn composers_hosts_have_tokens() {
        let token = ["979778b005f8e05f3a7f", "948ee8e81329979778b0"].concat();
        let text = format!("{{\n  \"github-oauth\": {{\n    \"git.example.com\": \"{token}\"\n  }}\n}}\n");
        assert_eq!(hidden(&text), [token.as_str()]);
        let text =
            format!("{{\"gitlab-oauth\": {{\"a.example.com\": \"{token}\", \"b.example.com\": \"x\"}}}}\n");
        assert!(hidden(&text).contains(&token.as_str()));
        let text = "{\"gitlab-oauth\": {\"a.example.com\": {\"expires-at\": 1762512000}}}\n";
        assert_eq!(hidden(text), [""; 0]);
    }
}

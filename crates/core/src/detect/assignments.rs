//! Values that stand under a name which says that they are secret: in HCL, JSON, YAML, env, ini, XML, SQL, command
//! lines, headers, queries, tables and prose, at any level of escaping.

use super::names::{self, Said, Strength};
use super::values::{self, Until, Value};
use super::{Finder, Found, containers, prose};

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
    if text
        .get(end - 1)
        .is_some_and(|byte| matches!(byte, b'=' | b':' | b' ' | b'"' | b'>' | b'|' | b')' | b'/'))
    {
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
    }
    // "Secret access key", "API token": a name of several words.
    end = further_words(finder, end);
    let Some(name) = finder.text.get(start..end) else { return end.max(hit.1) };
    // The token of a lock tells who holds it, and opens nothing.
    if name.eq_ignore_ascii_case("token")
        && finder.text.get(start.saturating_sub(8)..start).is_some_and(|before| {
            let before = before.to_ascii_lowercase();
            before.ends_with("lock ") || before.ends_with("lease ") || before.ends_with("fencing ")
        })
    {
        return end;
    }
    // A placeholder's own word names nothing.
    if super::is_placeholder(name) || finder.text.get(hit.0..end).is_some_and(super::is_placeholder) {
        return end;
    }
    let lower = name.to_ascii_lowercase();
    if lower == "key" {
        of_parent(finder, start, end);
    }
    if lower == "value" || lower.ends_with("_value") && lower.len() < 16 {
        return end;
    }
    if lower.starts_with("identified") {
        sql(finder, hit.1);
        return end;
    }
    // `arn:aws:secretsmanager:...:secret:prod/db-AbCdEf` names a secret.
    if start > 0 && text.get(start - 1) == Some(&b':') {
        let from = values::line_start(text, start).max(start.saturating_sub(120));
        let token = text.get(from..start).unwrap_or(b"");
        let token = token.rsplit(|byte| matches!(byte, b' ' | b'"' | b'\'' | b'=')).next().unwrap_or(b"");
        if token.starts_with(b"arn:")
            || token.starts_with(b"{{")
            || memchr::memmem::find(token, b"{{").is_some()
        {
            return end;
        }
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
    if let Some(said) = spaced(finder, start, name).or_else(|| names::says(name)) {
        answer(finder, name, said, start, end);
        value_of(finder, name, said, start, end);
        if matches!(said.kind, "PASSWORD" | "CODE") && said.strength == Strength::Strong {
            prose::before(finder, said, start);
        }
    }
    sibling(finder, start, end);
    end
}

/// `> nonsensitive(var.db_password)` in a console, `$ terraform output -raw db_password`: the line below is the value.
fn answer(finder: &mut Finder<'_>, name: &str, said: Said, start: usize, end: usize) {
    let text = finder.bytes;
    let mut stop = end;
    while matches!(text.get(stop), Some(b')' | b'"' | b'\'' | b']' | b' ' | b'\r')) && stop < end + 8 {
        stop += 1;
    }
    if text.get(stop) != Some(&b'\n') {
        return;
    }
    let line = values::line_start(text, start);
    let Some(head) = finder.text.get(line..start) else { return };
    let head = head.trim_start();
    let asked = head.starts_with("> ") && !head.contains(['=', ':'])
        || head.contains(" output ")
            && ["terraform", "tofu", "terragrunt"].iter().any(|tool| head.contains(tool));
    if !asked {
        return;
    }
    let at = values::blanks(text, stop + 1);
    let value = match text.get(at) {
        Some(b'"') => values::quoted(text, at),
        Some(b'{' | b'[') | None => None,
        // A quoted mail has its mark before every line.
        _ if head.starts_with("> ") => None,
        _ => Some(values::unquoted(text, at, Until::Line)),
    };
    if let Some(value) = value {
        let said = Said { strength: Strength::Strong, kind: said.kind };
        judge(finder, name, said, Value { quoted: true, ..value });
    }
}

/// `"Jwt": {"Key": "x"}`, `[jwt]` and `key = x`: what a key is for says the name of what holds it.
fn of_parent(finder: &mut Finder<'_>, start: usize, end: usize) {
    const PARENTS: [&str; 12] = [
        "jwt",
        "jwtsettings",
        "jwtconfig",
        "jwtoptions",
        "hmac",
        "encryption",
        "signing",
        "session",
        "cookie",
        "crypto",
        "tokens",
        "auth",
    ];
    let text = finder.bytes;
    let least = start.saturating_sub(400);
    let least = (least..=start).find(|at| finder.text.is_char_boundary(*at)).unwrap_or(start);
    let quoted = start > 0 && text.get(start - 1) == Some(&b'"');
    let parent = if quoted {
        let Some(open) = values::enclosing(text, start - 1, least) else { return };
        finder.text.get(least..open).unwrap_or("").trim_end_matches(['"', ':', ' ', '\n', '\\', '='])
    } else if text.get(end) == Some(&b' ') {
        // `aaa-server x (inside) host y` and ` key z` below it.
        let line = values::line_start(text, start);
        let above = finder.text.get(least.min(line)..line).unwrap_or("").lines().next_back().unwrap_or("");
        let asks = ["aaa-server ", "radius server ", "tacacs server ", "radius-server ", "tacacs-server "];
        if finder.text.get(line..start).is_some_and(|head| head.trim().is_empty())
            && asks.iter().any(|word| above.starts_with(word))
        {
            let value = values::unquoted(text, values::blanks(text, end), Until::Word);
            judge(finder, "server_key", Said { strength: Strength::Strong, kind: "KEY" }, value);
        }
        return;
    } else {
        // The nearest line that is indented less, or a section's heading.
        let line = values::line_start(text, start);
        let own = start - line;
        if !finder.text.get(line..start).is_some_and(|head| head.trim().is_empty()) {
            return;
        }
        let Some(above) = finder.text.get(least.min(line)..line) else { return };
        let heading = above.lines().rev().find(|line| {
            let body = line.trim_start();
            !body.is_empty()
                && (line.len() - body.len() < own && body.trim_end().ends_with(':')
                    || body.starts_with('[') && body.trim_end().ends_with(']'))
        });
        heading.unwrap_or("").trim_matches([' ', ':', '[', ']', '"', '\r'])
    };
    let parent =
        parent.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("").to_ascii_lowercase();
    if PARENTS.contains(&parent.as_str()) {
        let said = Said { strength: Strength::Strong, kind: "KEY" };
        value_of(finder, "signing_key", said, start, end);
    }
}

/// Where the name ends when words of keys follow it after single blanks.
fn further_words(finder: &Finder<'_>, end: usize) -> usize {
    const LAST: [&str; 14] = [
        "key",
        "keys",
        "token",
        "tokens",
        "secret",
        "secrets",
        "id",
        "password",
        "passphrase",
        "passcode",
        "phrase",
        "string",
        "pin",
        "code",
    ];
    const BETWEEN: [&str; 12] = [
        "access",
        "api",
        "auth",
        "account",
        "signing",
        "encryption",
        "user",
        "client",
        "app",
        "application",
        "storage",
        "shared",
    ];
    let mut best = end;
    let mut at = end;
    for _ in 0..3 {
        if finder.bytes.get(at) != Some(&b' ') {
            break;
        }
        let start = at + 1;
        let mut stop = start;
        while stop - start < 16 && finder.bytes.get(stop).is_some_and(u8::is_ascii_alphabetic) {
            stop += 1;
        }
        let Some(word) = finder.text.get(start..stop) else { break };
        let word = word.to_ascii_lowercase();
        let ends = finder.bytes.get(stop).is_none_or(|byte| {
            matches!(
                byte,
                b' ' | b':'
                    | b'='
                    | b'"'
                    | b'\''
                    | b'`'
                    | b'*'
                    | b'|'
                    | b','
                    | b'\t'
                    | b'\n'
                    | b'\r'
                    | b')'
                    | b'('
            )
        });
        if !ends {
            break;
        }
        // `--password password`: the second is the value.
        if finder
            .text
            .get(end.saturating_sub(word.len())..end)
            .is_some_and(|own| own.eq_ignore_ascii_case(&word))
        {
            break;
        }
        // `password secret`: the last word of a line is the value.
        if matches!(finder.bytes.get(stop), None | Some(b'\n' | b'\r')) {
            break;
        }
        let own = finder.text.get(end.saturating_sub(10)..end).unwrap_or("").to_ascii_lowercase();
        if word == "string"
            && !["connection", "conn", "secret", "secure", "community"].iter().any(|word| own.ends_with(word))
        {
            break;
        }
        if LAST.contains(&word.as_str()) {
            best = stop;
        } else if !BETWEEN.contains(&word.as_str()) {
            break;
        }
        at = stop;
    }
    best
}

/// `Unseal Key 1:`, `API key:`: words with blanks between them.
fn spaced(finder: &Finder<'_>, start: usize, name: &str) -> Option<Said> {
    let lower = name.to_ascii_lowercase();
    if !matches!(lower.as_str(), "key" | "keys" | "id" | "string" | "code" | "codes" | "phrase" | "word") {
        return None;
    }
    let before = finder.bytes.get(start.checked_sub(1)?..start)?;
    if before != b" " {
        return None;
    }
    let line = values::line_start(finder.bytes, start);
    let words = finder.text.get(line..start)?.trim_end();
    let word = words.rsplit(|c: char| !c.is_alphanumeric()).next()?;
    if word.is_empty() {
        return None;
    }
    names::says(&format!("{word}_{lower}"))
}

/// `{"name": "DB_PASSWORD", "value": "..."}`, `- name: X` / `value: ...`, `<add key="X" value="..."/>`,
/// `<name>X</name><value>...</value>`: the name is itself a value, and its partner stands after or before it.
fn sibling(finder: &mut Finder<'_>, start: usize, end: usize) {
    let text = finder.bytes;
    // What stands before must be `name:` or its like.
    // A path ends with the name: `--name /app/prod/db-password`.
    let mut head = start;
    while head > 0
        && start - head < 80
        && text.get(start - 1) == Some(&b'/')
        && text
            .get(head - 1)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.'))
    {
        head -= 1;
    }
    let from = head.saturating_sub(28);
    let Some(before) = text.get(from..head) else { return };
    let before = String::from_utf8_lossy(before).to_ascii_lowercase();
    let trimmed = before.trim_end_matches([' ', '"', '\'', '\\', '\t']);
    let option = ["--name", " -n", "-name", "--key", "--secret-name", "/name"]
        .iter()
        .any(|name| trimmed.ends_with(name));
    let trimmed = if option { trimmed } else { trimmed.strip_suffix([':', '=', '>']).unwrap_or("") };
    let trimmed = trimmed.trim_end_matches([' ', '"', '\'', '\\', '\t']);
    if ![
        "name",
        "key",
        "parameter",
        "variable",
        "envvar",
        "env",
        "parameterkey",
        "k",
        "id",
        "property",
        "field",
        "label",
        "title",
    ]
    .iter()
    .any(|word| trimmed.ends_with(word))
        && !option
    {
        return;
    }
    let Some(name) = finder.text.get(start..end).map(str::to_owned) else { return };
    let Some(said) = names::says(&name) else { return };
    // CEF: `cs1Label=password cs1=x`
    if let Some(key) =
        trimmed.strip_suffix("label").and_then(|head| head.rsplit(' ').next()).filter(|key| key.len() < 12)
    {
        let line = values::line_start(text, start);
        let stop = values::line_end(text, end);
        let wanted = format!(" {key}=");
        if let Some(found) =
            finder.text.get(line..stop).and_then(|all| all.to_ascii_lowercase().find(&wanted))
        {
            let value = values::unquoted(text, line + found + wanted.len(), Until::Blank);
            judge(finder, &name, said, value);
        }
    }
    // A path ends with the name: `/app/prod/db-password`.
    let said = if said.strength == Strength::Weak
        && !matches!(said.kind, "KEY" | "PASSWORD" | "SECRET_ID" | "SESSION")
    {
        return;
    } else {
        said
    };
    let window_end = text.len().min(end + 400);
    let window = text.get(end..window_end).unwrap_or(b"").to_ascii_lowercase();
    let mut at = 0;
    while let Some(found) = window.get(at..).and_then(|rest| memchr::memmem::find(rest, b"value")) {
        let value_at = at + found;
        // The next list item or object is another's.
        let between = window.get(..value_at).unwrap_or(b"");
        if memchr::memchr(b'}', between).is_some()
            || memchr::memmem::find(between, b"- name").is_some()
            || memchr::memmem::find(between, b"- {").is_some()
            || between.split(|byte| *byte == b'\n').skip(1).any(|line| {
                line.trim_ascii_start().starts_with(b"- ") && line.contains(&b':') && !line.contains(&b'=')
            })
            || memchr::memmem::find(between, b"/>").is_some()
            || memchr::memmem::find(between, b"<name>").is_some()
        {
            break;
        }
        let name_end = end + value_at + 5;
        if text.get(name_end).is_some_and(|byte| !byte.is_ascii_alphabetic()) {
            // `<param-value>`: the word's own beginning.
            let mut begin = end + value_at;
            while begin > end
                && text.get(begin - 1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'-')
            {
                begin -= 1;
            }
            value_of(finder, &name, said, begin, name_end);
        }
        at = value_at + 5;
        if at > 360 {
            break;
        }
    }
    let open = start.saturating_sub(400);
    let Some(window) = text.get(open..start) else { return };
    let window = window.to_ascii_lowercase();
    let Some(found) = memchr::memmem::rfind(&window, b"value") else { return };
    let mut at = open + found + 5;
    while at < start && matches!(text.get(at), Some(b' ' | b'=' | b':'))
        || text.get(at).is_some_and(|byte| matches!(byte, b'"' | b'\'' | b'\\'))
            && text.get(at..at + 4).is_some_and(|next| next.contains(&b':'))
    {
        at += 1;
    }
    if let Some(value) = values::quoted(text, at)
        && value.after < start
        && text.get(value.after..start).is_some_and(|between| {
            !between.iter().any(|byte| matches!(byte, b'{' | b'}' | b'<' | b'>' | b'\n'))
        })
    {
        judge(finder, &name, said, value);
    }
}

/// `IDENTIFIED BY 'x'`, `IDENTIFIED WITH plugin AS 'x'`.
fn sql(finder: &mut Finder<'_>, end: usize) {
    let line = values::line_end(finder.bytes, end);
    let Some(rest) = finder.text.get(end..line) else { return };
    // Oracle's password may stand without quotes: `IDENTIFIED BY x ACCOUNT UNLOCK`.
    let mut at = 0;
    for word in rest.split(' ').take(8) {
        let lower = word.to_ascii_lowercase();
        if word.starts_with(['\'', '"', '`']) {
            if let Some(value) = values::quoted(finder.bytes, end + at) {
                finder.keep(value, "sql-password", "PASSWORD", false);
            }
            return;
        }
        let is_plugin = finder
            .text
            .get(end.saturating_sub(5)..end)
            .is_some_and(|head| head.eq_ignore_ascii_case(" with"));
        if !word.is_empty()
            && !is_plugin
            && !matches!(
                lower.as_str(),
                "by" | "password" | "values" | "with" | "as" | "externally" | "globally"
            )
        {
            let value = values::unquoted(finder.bytes, end + at, Until::Blank);
            let body = finder.text.get(value.start..value.end).unwrap_or("").trim_end_matches(';');
            let value = Value { end: value.start + body.len(), ..value };
            if !values::is_reference(body) && !body.starts_with(['<', '&', ':', '?', '%']) {
                finder.keep(value, "sql-password", "PASSWORD", false);
            }
            return;
        }
        if matches!(lower.as_str(), "externally" | "globally") {
            return;
        }
        at += word.len() + 1;
    }
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
            judge(
                finder,
                name,
                said,
                Value { start: at + 1, end: at + 1 + stop, after: at + 1 + stop, quoted: true },
            );
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
    // `<Password type="text">x<`: a tag with attributes, and `Passwort ....... x`, a dotted leader.
    if start > 0
        && matches!(text.get(start - 1), Some(b'<' | b':'))
        && text.get(at) == Some(&b' ')
        && let Some(close) =
            text.get(at..text.len().min(at + 200)).and_then(|rest| memchr::memchr(b'>', rest))
        && text.get(at..at + close).is_some_and(|tag| {
            tag.get(1).is_some_and(u8::is_ascii_alphabetic)
                && (memchr::memmem::find(tag, b"=\"").is_some() || memchr::memmem::find(tag, b"='").is_some())
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
            .and_then(|rest| memchr::memmem::find(rest, b"] - ["))
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
    let gap = at;
    at = values::blanks(text, at);
    let blank = at - gap;
    let leader = text.get(at..).unwrap_or(b"").iter().take_while(|byte| **byte == b'.').count();
    if leader >= 3 && text.get(at + leader) == Some(&b' ') {
        take(finder, name, said, start, at + leader, ':', false, false);
        return;
    }
    let separator = text.get(at).copied();
    let rest = text.get(at..).unwrap_or(b"");
    if rest.starts_with(b"</") && blank == 0 {
        next_cell(finder, name, said, at);
        return;
    }
    let starts = |mark: &[u8]| rest.starts_with(mark);
    let flagged = start > 0 && text.get(start - 1) == Some(&b'-');
    let (from, mark) =
        if ["||=", "&&=", "//=", "??=", "::=", "===", "!=="].iter().any(|sign| starts(sign.as_bytes())) {
            (at + 3, '=')
        } else if starts(b"+=")
            || starts(b"?=")
            || starts(b"==")
            || starts(b"!=")
            || starts(b"=>")
            || starts(b":=")
            || starts(b"||")
        {
            (at + 2, '=')
        } else if starts(b"%3D") || starts(b"%3d") || starts(b"%3A") || starts(b"%3a") {
            (at + 3, '%')
        } else if separator == Some(b'=') {
            (at + 1, '=')
        } else if separator == Some(b':') && !starts(b"://") && !starts(b"::") {
            (at + 1, ':')
        } else if "：＝→".chars().any(|c| starts(c.to_string().as_bytes())) {
            (at + 3, ':')
        } else if separator == Some(b'>')
            && (quotes > 0 || start > 0 && matches!(text.get(start - 1), Some(b'<' | b':')))
        {
            xml(finder, name, said, at + 1);
            return;
        } else if separator == Some(2) {
            // Markup that was written with entities, as `views` shows it.
            let body = text.get(at + 1..values::line_end(text, at)).unwrap_or(b"");
            if let Some(found) = memchr::memchr2(1, b'<', body) {
                let (from, to) = (at + 1, at + 1 + found);
                judge(finder, name, said, Value { start: from, end: to, after: to, quoted: true });
            }
            return;
        } else if separator == Some(b'/') && text.get(at + 1) == Some(&b'>') {
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
            && memchr::memmem::find(tag, b"alue=").is_none()
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
        } else if separator == Some(b'|')
            && (blank > 0
                || start > 0 && text.get(start - 1) == Some(&b'|')
                || name.contains('_')
                    && finder
                        .text
                        .get(at + 1..values::unquoted(text, at + 1, Until::Blank).end)
                        .is_some_and(|value| values::is_tokenish(value) || values::is_password_like(value)))
        {
            (at + 1, '|')
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
        } else if separator == Some(b',') && quotes > 0 {
            // `"-var", "password=x"` is read at its own name; `"--password", "x"` here. The next name is none.
            let next = values::blanks(text, at + 1);
            if let Some(value) = values::quoted(text, next)
                && text.get(values::blanks(text, value.after)) == Some(&b':')
            {
                return;
            }
            (at + 1, ',')
        } else if blank > 0 && separator.is_some() {
            by_blank(finder, name, said, start, at, blank, flagged);
            return;
        } else {
            prose::read(finder, said, name_end);
            return;
        };
    take(finder, name, said, start, from, mark, flagged, quotes > 0);
}

#[expect(clippy::too_many_arguments, reason = "the parts of one assignment; a struct would only rename them")]
fn take(
    finder: &mut Finder<'_>,
    name: &str,
    said: Said,
    start: usize,
    from: usize,
    mark: char,
    flagged: bool,
    name_quoted: bool,
) {
    let text = finder.bytes;
    let mut at = values::blanks(text, from);
    // Markdown: `**API key:** x`.
    while mark == ':' && matches!(text.get(at..at + 2), Some(b"**" | b"__" | b"* " | b"*`")) {
        at += 1;
        while text.get(at) == Some(&b'*') {
            at += 1;
        }
        at = values::blanks(text, at);
    }
    if mark == '(' {
        // `Secret(Some("x"))`
        for wrap in [&b"Some("[..], b"Ok(", b"String::from(", b"Just "] {
            if text.get(at..).is_some_and(|rest| rest.starts_with(wrap)) {
                at += wrap.len();
            }
        }
        let lower = name.to_ascii_lowercase();
        let value = values::quoted(text, at);
        let tokenish = value
            .is_some_and(|value| finder.text.get(value.start..value.end).is_some_and(values::is_tokenish));
        let reads = ["get", "find", "read", "load", "fetch", "lookup", "resolve"]
            .iter()
            .any(|word| lower.starts_with(word));
        // `changeUserPassword("app", "x")`: the user comes first.
        if let Some(first) = value
            && text.get(first.after) == Some(&b',')
            && !reads
            && finder.text.get(first.start..first.end).is_some_and(|user| {
                user.len() < 24
                    && user.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'))
            })
            && let Some(second) = values::quoted(text, values::blanks(text, first.after + 1))
        {
            judge(finder, name, said, second);
            return;
        }
        if reads
            || said.kind != "PASSWORD" && !lower.starts_with("set") && !lower.starts_with("with") && !tokenish
        {
            return;
        }
    }
    // A cell is the value of the first cell of its row; of another one only if it reads so.
    if mark == '|' {
        let line = values::line_start(text, start);
        let first = text.get(line..start).is_some_and(|head| memchr::memchr_iter(b'|', head).count() <= 1);
        let end = values::line_end(text, at);
        let cell = finder.text.get(at..end).unwrap_or("").split('|').next().unwrap_or("").trim();
        let cell = cell.trim_matches(['`', '*', '"']);
        let drawn = values::is_tokenish(cell);
        let path = cell.contains('/')
            && cell.bytes().all(|byte| {
                byte.is_ascii_lowercase()
                    || byte.is_ascii_digit()
                    || matches!(byte, b'/' | b'-' | b'_' | b'.')
            });
        if !drawn && (path || !first && !values::is_password_like(cell)) {
            return;
        }
    }
    if mark == '|'
        && text.get(at) == Some(&b'`')
        && let Some(value) = values::quoted(text, at)
    {
        judge(finder, name, said, value);
        return;
    }
    // YAML tags and anchors: `!vault |`, `&a `.
    while matches!(text.get(at), Some(b'!' | b'&')) && mark == ':' {
        let word = values::unquoted(text, at, Until::Blank);
        // `secret: &str = "x"` is a type.
        if word.end == at || text.get(word.end) != Some(&b' ') || text.get(word.end + 1) == Some(&b'=') {
            break;
        }
        let tag = finder.text.get(at..word.end).unwrap_or("");
        if ["!Ref", "!Sub", "!GetAtt", "!ImportValue", "!reference", "!FindInMap", "!Join", "!If"]
            .contains(&tag)
        {
            return;
        }
        at = values::blanks(text, word.end);
    }
    // `password = ("a"`: a bracket round the parts of a literal.
    if mark == '=' && text.get(at) == Some(&b'(') && matches!(text.get(at + 1), Some(b'"' | b'\'')) {
        at += 1;
    }
    // The line goes on below: `X-Token: \`.
    if text.get(at) == Some(&b'\\') && text.get(at + 1) == Some(&b'\n') {
        at = values::blanks(text, at + 2);
    }
    // PHP shows `["password"]=> string(16) "x"`.
    if text.get(at..at + 7).is_some_and(|head| head == b"string(")
        && let Some(close) = text.get(at..at + 16).and_then(|rest| memchr::memmem::find(rest, b") \""))
    {
        at += close + 2;
    }
    // Go shows a pointer as `(*string)(0xc0001234)`, and what it points at in quotes behind it.
    if text.get(at..at + 2) == Some(b"(*") {
        let line = values::line_end(text, at).min(at + 80);
        let open = text.get(at..line).and_then(|rest| memchr::memmem::find(rest, b") \""));
        if let Some(value) = open.and_then(|open| values::quoted(text, at + open + 2)) {
            judge(finder, name, said, value);
        }
        return;
    }
    // Erlang's `<<"x">>`, a debugger's `0x5582 "x"`.
    if text.get(at..at + 3) == Some(b"<<\"") {
        at += 2;
    } else if text.get(at..at + 2) == Some(b"0x") {
        let word = values::unquoted(text, at, Until::Blank);
        if text.get(word.end) == Some(&b' ') && text.get(word.end + 1) == Some(&b'"') {
            at = word.end + 1;
        }
    }
    // Words crossed out and put in: `[-x-]{+y+}`.
    if text.get(at..at + 2) == Some(b"[-") {
        let line = values::line_end(text, at).min(at + 400);
        for (open, close) in [("[-", "-]"), ("{+", "+}")] {
            let Some(from) =
                finder.text.get(at..line).and_then(|rest| rest.find(open)).map(|found| at + found + 2)
            else {
                continue;
            };
            if let Some(length) = finder.text.get(from..line).and_then(|rest| rest.find(close)) {
                judge(
                    finder,
                    name,
                    said,
                    Value { start: from, end: from + length, after: line, quoted: true },
                );
            }
        }
        return;
    }
    let rest = text.get(at..).unwrap_or(b"");
    if rest.starts_with(b"<<") && mark == '=' {
        heredoc(finder, said, at);
        return;
    }
    if matches!(rest.first(), Some(b'|' | b'>')) && mark == ':' && block_scalar(finder, said, start, at) {
        return;
    }
    if rest.first().is_none_or(|byte| matches!(byte, b'\n' | b'\r')) {
        if mark == ':' || mark == '=' {
            if said.strength == Strength::Strong && names::is_collection(name) {
                containers::lines(finder, name, said, start, at);
            }
            list_below(finder, name, said, start, at);
            members_below(finder, said, start, at);
        }
        return;
    }
    if let Some(byte) = rest.first().copied() {
        if byte == b'[' {
            // Vault's answer to `operator init` names its keys like anything.
            let said = if name == "keys"
                && text
                    .get(at..text.len().min(at + 900))
                    .is_some_and(|rest| memchr::memmem::find(rest, b"keys_base64").is_some())
            {
                Said { strength: Strength::Strong, kind: "UNSEAL_KEY" }
            } else {
                said
            };
            list(finder, name, said, at);
            return;
        }
        if byte == b'{' {
            if rest.starts_with(b"{{") {
                containers::expression(finder, name, said, at);
                return;
            }
            let flow = rest.get(..40.min(rest.len())).unwrap_or(b"");
            let is_map = rest.get(1).is_some_and(u8::is_ascii_alphabetic)
                && memchr::memmem::find(flow, b": ").is_some()
                || rest.get(1).is_some_and(|next| matches!(next, b'\n' | b'\r' | b'"' | b'\''))
                || rest.get(1) == Some(&b' ')
                    && memchr::memchr2(b':', b'=', rest.get(..60.min(rest.len())).unwrap_or(b"")).is_some();
            if said.strength == Strength::Strong && names::is_collection(name) && is_map {
                containers::braces(finder, said, at);
                return;
            }
            if said.strength == Strength::Strong
                && memchr::memchr3(b'"', b':', b'=', rest.get(..60.min(rest.len())).unwrap_or(b"")).is_some()
                && mark != '='
            {
                members(finder, said, at);
                return;
            }
            let plural = ["passwords", "secrets", "tokens", "credentials", "creds", "passwds"];
            if said.strength == Strength::Strong
                && plural.iter().any(|word| name.to_ascii_lowercase().ends_with(word))
                && let Some(found) =
                    text.get(at..text.len().min(at + 2000)).and_then(|body| memchr::memchr(b'}', body))
                && inner_members(
                    finder,
                    said,
                    Value { start: at, end: at + found + 1, after: at, quoted: true },
                )
            {
                return;
            }
            // ODBC: `Pwd={a;b}}c};`
            if mark == '='
                && text
                    .get(at + 1)
                    .is_some_and(|next| !matches!(next, b' ' | b'"' | b'\n' | b'\r' | b'\\' | b'}'))
            {
                let body = text.get(at + 1..text.len().min(at + 400)).unwrap_or(b"");
                let mut end = 0;
                while let Some(byte) = body.get(end) {
                    if *byte == b'}' {
                        if body.get(end + 1) == Some(&b'}') {
                            end += 2;
                            continue;
                        }
                        break;
                    }
                    if *byte == b'\n' {
                        break;
                    }
                    end += 1;
                }
                judge(
                    finder,
                    name,
                    said,
                    Value { start: at + 1, end: at + 1 + end, after: at + 1 + end, quoted: true },
                );
            }
            return;
        }
    }
    // Typographic quotes.
    for (open, close) in [("“", "”"), ("«", "»"), ("「", "」"), ("‘", "’"), ("„", "“"), ("『", "』")]
    {
        if rest.starts_with(open.as_bytes()) {
            let begin = at + open.len();
            let window = text.get(begin..text.len().min(begin + 512)).unwrap_or(b"");
            if let Some(found) = memchr::memmem::find(window, close.as_bytes()) {
                judge(
                    finder,
                    name,
                    said,
                    Value { start: begin, end: begin + found, after: begin + found, quoted: true },
                );
                return;
            }
        }
    }
    // `['password', 'username']` is a list of names.
    if mark == ','
        && !flagged
        && let Some(value) = values::quoted(text, at)
        && let Some(body) = finder.text.get(value.start..value.end)
        && body.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        && !values::is_drawn(body)
        && in_square_brackets(text, start)
    {
        return;
    }
    // SQL's N'...', Python's b"...", shell's $'...'.
    if rest.len() > 2
        && matches!(rest.first(), Some(b'N' | b'b' | b'r' | b'f' | b'$' | b'@' | b'E'))
        && matches!(rest.get(1), Some(b'"' | b'\''))
    {
        at += 1;
    }
    let rest = text.get(at..).unwrap_or(b"");
    if (matches!(rest.first(), Some(b'"' | b'\'' | b'`'))
        || (rest.first() == Some(&b'\\') && {
            let level = rest.iter().take_while(|byte| **byte == b'\\').count();
            matches!(rest.get(level), Some(b'"' | b'\''))
        }))
        && let Some(value) = values::quoted(text, at)
    {
        // `--set 'a=b'`: the closing quote of the outer word is not an opening one.
        judge(finder, name, said, value);
        if let Some(second) = arrow(text, value.after) {
            judge(finder, name, said, second);
        }
        further_parts(finder, name, said, value);
        return;
    }
    if secure_string(finder, name, said, at) {
        return;
    }
    // `-var="password=x"`: the value ends with the quotes around the whole.
    if mark == '='
        && !name_quoted
        && start > 0
        && let Some(quote @ (b'"' | b'\'')) = text.get(start - 1).copied()
        && let Some(body) = text.get(at..values::line_end(text, at).min(at + 400))
        && let Some(found) = memchr::memchr(quote, body)
        && found > 0
        && body.get(found - 1) != Some(&b'\\')
        && !has_further_pair(body.get(..found).unwrap_or(b""))
    {
        judge(finder, name, said, Value { start: at, end: at + found, after: at + found, quoted: true });
        return;
    }
    // `tomap({`, `toset([`: what a console prints.
    if said.strength == Strength::Strong
        && names::is_collection(name)
        && let Some(open) =
            rest.get(..12.min(rest.len())).and_then(|head| memchr::memmem::find(head, b"(").map(|at| at + 1))
        && rest.get(..open - 1).is_some_and(|word| word.iter().all(u8::is_ascii_lowercase))
        && matches!(rest.get(open), Some(b'{' | b'['))
    {
        containers::braces(finder, said, at + open);
        return;
    }
    if arguments(finder, name, said, at) {
        return;
    }
    // `password: string = "x"`.
    if mark == ':' && typed(finder, name, said, at) {
        return;
    }
    let until = if mark == '%' {
        Until::Query
    } else {
        ends_at(finder, name, start, from, mark, flagged, name_quoted)
    };
    let mut value = values::unquoted(text, at, until);
    if mark == '(' || mark == ',' {
        // `add_argument("--password", default="x")`
        let line = values::line_end(text, at).min(at + 300);
        if mark == ','
            && let Some(found) = text.get(at..line).and_then(|rest| memchr::memmem::find(rest, b"default="))
            && matches!(text.get(at + found + 8), Some(b'"' | b'\''))
            && let Some(value) = values::quoted(text, at + found + 8)
        {
            judge(finder, name, said, value);
        }
        return;
    }
    if mark == '='
        && (start > 0 && text.get(start - 1) == Some(&b',') || is_set_flag(finder, start))
        && let Some(stop) = text.get(value.start..value.end).and_then(next_pair)
    {
        value.end = value.start + stop;
    }
    if mark == '%'
        && let Some(found) =
            text.get(value.start..value.end).and_then(|body| memchr::memmem::find(body, b"%26"))
    {
        value.end = value.start + found;
    }
    // `a=x,b=y`: pairs in one word.
    if mark == '='
        && let Some(found) = text.get(value.start..value.end).and_then(next_of_list)
    {
        value.end = value.start + found;
    }
    // `export TOKEN=abc\` and the rest of it below.
    if text.get(value.end.saturating_sub(1)..value.end + 1) == Some(b"\\\n") && value.end > value.start {
        value.end -= 1;
    }
    let mut part = value;
    while mark == '='
        && part.end > part.start
        && text.get(part.end..part.end + 2) == Some(b"\\\n")
        && text.get(part.end + 2).is_some_and(u8::is_ascii_graphic)
        && text.get(part.end + 2) != Some(&b'-')
    {
        part = values::unquoted(text, part.end + 2, Until::Blank);
        judge(finder, name, said, part);
    }
    // "SSH key passphrase: three plain words".
    if until == Until::Blank
        && mark == ':'
        && said.kind == "PASSWORD"
        && let Some(line) =
            finder.text.get(value.start..values::line_end(text, value.start).min(value.start + 120))
        && is_phrase(line.trim_end())
    {
        value.end = value.start + line.trim_end().len();
    }
    if until == Until::Line {
        value = trimmed_line(finder, value, mark);
    }
    // `user / pass: admin / x`.
    let line = values::line_start(text, start);
    let end_of_line = values::line_end(text, value.end);
    if finder.text.get(line..start).is_some_and(|before| before.trim_end().ends_with('/'))
        && let Some(after) = finder.text.get(value.end..end_of_line)
        && let Some(rest) = after.strip_prefix(" / ")
    {
        let from = value.end + 3;
        let to = from + rest.split(' ').next().map_or(0, str::len);
        judge(finder, name, said, Value { start: from, end: to, after: to, quoted: true });
        return;
    }
    judge(finder, name, said, value);
}

/// Whether the name stands in the list of `--set a.b=x,c=y`.
fn is_set_flag(finder: &Finder<'_>, start: usize) -> bool {
    let line = values::line_start(finder.bytes, start).max(start.saturating_sub(300));
    let line = (line..=start).find(|at| finder.text.is_char_boundary(*at)).unwrap_or(start);
    let head = finder.text.get(line..start).unwrap_or("");
    let token = head.rfind([' ', '\t']).map_or(0, |at| at + 1);
    let option = head.get(..token).unwrap_or("").trim_end();
    let option = option.rsplit([' ', '\t']).next().unwrap_or("");
    option.starts_with("--set") || option == "--parameter-overrides" || option == "--add-config"
}

/// Where `,name=` begins in a value, unless the comma is escaped.
fn next_pair(value: &[u8]) -> Option<usize> {
    value.iter().enumerate().position(|(at, byte)| {
        *byte == b','
            && (at == 0 || value.get(at - 1) != Some(&b'\\'))
            && value.get(at + 1..).is_some_and(|rest| {
                let name = rest
                    .iter()
                    .take_while(|byte| {
                        byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-' | b'[' | b']')
                    })
                    .count();
                name >= 2
                    && rest.first().is_some_and(u8::is_ascii_alphabetic)
                    && rest.get(name) == Some(&b'=')
            })
    })
}

/// `DbPassword:` and `value: x` or `Default: x` in a line below it.
fn members_below(finder: &mut Finder<'_>, said: Said, start: usize, at: usize) {
    if said.strength == Strength::Weak {
        return;
    }
    let text = finder.bytes;
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let key_line = values::line_start(text, start);
    let own = finder.text.get(key_line..start).map_or(0, indent);
    let mut here = values::line_end(text, at) + 1;
    for _ in 0..8 {
        let stop = values::line_end(text, here.min(text.len()));
        let Some(line) = finder.text.get(here..stop) else { return };
        if line.trim().is_empty() || indent(line) <= own {
            return;
        }
        let lead = indent(line);
        for key in ["value:", "default:", "Default:", "Value:", "plaintext:"] {
            if line.get(lead..).is_some_and(|rest| rest.starts_with(key)) {
                let from = here + lead;
                value_of(finder, "value", said, from, from + key.len() - 1);
            }
        }
        here = stop + 1;
    }
}

/// `"db_password": {"value": "x"}`, `variable "db_password" { default = "x" }`: the value is a member of the object.
fn members(finder: &mut Finder<'_>, said: Said, open: usize) {
    let text = finder.bytes;
    let limit = text.len().min(open + 1500);
    let end = values::closing(text, open, limit).unwrap_or(limit) - open;
    let Some(body) = text.get(open..open + end) else { return };
    for key in [
        "value",
        "default",
        "Default",
        "Value",
        "plaintext",
        "content",
        "current",
        "data",
        "old",
        "new",
        "previous",
    ] {
        let mut at = 0;
        while let Some(found) = body.get(at..).and_then(|rest| memchr::memmem::find(rest, key.as_bytes())) {
            let start = at + found;
            at = start + key.len();
            let begins = start > 0
                && body
                    .get(start - 1)
                    .is_some_and(|byte| matches!(byte, b' ' | b'"' | b'{' | b'\n' | b'\t' | b',' | b'\''));
            let ends =
                body.get(at).is_some_and(|byte| matches!(byte, b' ' | b'"' | b':' | b'=' | b'\'' | b'\\'));
            if begins && ends {
                value_of(finder, key, said, open + start, open + at);
            }
        }
    }
    // `tokens { agent = "..." }`: whatever reads as a token.
    let mut at = open;
    while at < open + end {
        match text.get(at) {
            Some(b'"' | b'\'' | b'\\') => {
                let Some(value) = values::quoted(text, at) else {
                    at += 1;
                    continue;
                };
                let before = text.get(open..at).unwrap_or(b"");
                let is_value = before
                    .iter()
                    .rev()
                    .find(|byte| !byte.is_ascii_whitespace())
                    .is_some_and(|byte| matches!(byte, b':' | b'='));
                let key = String::from_utf8_lossy(before)
                    .trim_end_matches([' ', ':', '=', '"', '\'', '\\'])
                    .to_ascii_lowercase();
                let key = key.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("").to_owned();
                let body = finder.text.get(value.start..value.end).unwrap_or("");
                if is_value && !names::is_about(&key) && !body.starts_with('/') && values::is_tokenish(body) {
                    judge(finder, "token", said, value);
                }
                at = value.after.max(at + 1);
            }
            _ => at += 1,
        }
    }
}

/// `coalesce(var.x, "x")`, `get_env("X", "x")`, `process.env.X || "x"`: the literals in an expression.
fn arguments(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) -> bool {
    if said.strength == Strength::Weak {
        return false;
    }
    let text = finder.bytes;
    let end = values::line_end(text, at).min(at + 400);
    let rest = text.get(at..end).unwrap_or(b"");
    let head = rest
        .iter()
        .take_while(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':' | b'[' | b']' | b'?')
        })
        .count();
    if head == 0 || !rest.first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let function = finder.text.get(at..at + head).unwrap_or("").to_ascii_lowercase();
    if function == "enc" {
        return false;
    }
    let call =
        rest.get(head) == Some(&b'(') && memchr::memchr(b')', rest.get(head..).unwrap_or(b"")).is_some();
    if call {
        const KEPT: [&str; 14] = [
            "file",
            "templatefile",
            "input",
            "getpass",
            "filebase64",
            "data",
            "lookup_secret",
            "read",
            "prompt",
            "get_secret",
            "getsecret",
            "secret",
            "fromsecret",
            "retrieve",
        ];
        let last = function.rsplit(['.', ':']).next().unwrap_or("");
        if KEPT.contains(&last) || last.contains("secret") && !last.contains("string") {
            return true;
        }
        let getter = ["env", "lookup", "get", "fetch", "getordefault", "property", "config", "setting"]
            .iter()
            .any(|word| last.contains(word));
        let mut here = at + head + 1;
        let mut index = 0;
        let mut depth = 1_i32;
        while here < end && depth > 0 {
            match text.get(here) {
                Some(b'"' | b'\'' | b'`') => {
                    let Some(value) = values::quoted(text, here) else { return true };
                    // `data.x["y"]` and the name of what is fetched are no literals of ours.
                    let indexed = here > 0 && text.get(here - 1) == Some(&b'[');
                    let body = finder.text.get(value.start..value.end).unwrap_or("");
                    let usage = index >= 1 && body.contains(' ') && function.starts_with("flag.");
                    let is_name = index == 0 && getter
                        || usage
                        || body.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
                    if !indexed && !is_name {
                        judge(finder, name, said, value);
                    }
                    index += 1;
                    if value.after <= here {
                        return true;
                    }
                    here = value.after;
                    continue;
                }
                Some(b'(') => depth += 1,
                Some(b')') => depth -= 1,
                _ => {}
            }
            here += 1;
        }
    }
    let is_reference =
        call || function.contains('.') && values::is_reference(&function) || function.contains("env");
    if is_reference {
        // The other branch of `a || "x"`, `a ?? "x"`, `a or "x"`, `c ? a : "x"`.
        for mark in ["|| ", "?? ", " or ", " : ", " else ", "?: "] {
            if let Some(found) = finder.text.get(at + head..end).and_then(|rest| rest.find(mark)) {
                let from = at + head + found + mark.len();
                if matches!(text.get(from), Some(b'"' | b'\'' | b'`'))
                    && let Some(value) = values::quoted(text, from)
                {
                    judge(finder, name, said, value);
                }
            }
        }
    }
    call && function.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// `(ConvertTo-SecureString "x" -AsPlainText -Force)`
fn secure_string(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) -> bool {
    let end = values::line_end(finder.bytes, at).min(at + 300);
    let Some(rest) = finder.text.get(at..end) else { return false };
    if !rest.trim_start_matches('(').starts_with("ConvertTo-SecureString") {
        return false;
    }
    if let Some(found) = rest.find(['"', '\''])
        && let Some(value) = values::quoted(finder.bytes, at + found)
    {
        judge(finder, name, said, value);
    }
    true
}

/// Whether the nearest bracket that is open before `at` is a square one.
fn in_square_brackets(text: &[u8], at: usize) -> bool {
    let mut depth = 0_i32;
    for byte in text.get(at.saturating_sub(200)..at).unwrap_or(b"").iter().rev() {
        match byte {
            b')' | b']' | b'}' => depth += 1,
            b'(' | b'[' | b'{' if depth == 0 => return *byte == b'[',
            b'(' | b'[' | b'{' => depth -= 1,
            b'\n' => return false,
            _ => {}
        }
    }
    false
}

/// Where `,name=` stands in a word.
fn next_of_list(word: &[u8]) -> Option<usize> {
    memchr::memchr_iter(b',', word.get(..word.len().min(400))?).find(|at| {
        let rest = word.get(at + 1..).unwrap_or(b"").trim_ascii_start();
        let name = rest
            .iter()
            .take_while(|byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-' | b'[' | b']')
            })
            .count();
        name >= 2 && rest.first().is_some_and(u8::is_ascii_alphabetic) && rest.get(name) == Some(&b'=')
    })
}

/// Whether ` name=`, `;name=` or `&name=` stands in a text.
fn has_further_pair(text: &[u8]) -> bool {
    text.iter().enumerate().any(|(index, byte)| {
        let escape = *byte == b'\\' && text.get(index + 1..index + 6) == Some(b"u0026");
        (escape || matches!(byte, b' ' | b';' | b'&' | b','))
            && text.get(index + 1 + 5 * usize::from(escape)..).is_some_and(|rest| {
                let name = rest
                    .iter()
                    .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-'))
                    .count();
                name > 0 && rest.get(name) == Some(&b'=')
            })
    })
}

/// `string = "x"`, `Option<&str> = Some("x")`, `str = Field("x")`: a type before the value. Whether it was one.
fn typed(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) -> bool {
    let Some(line) = finder.text.get(at..values::line_end(finder.bytes, at)) else { return false };
    let Some((kind, _)) = line.split_once(" = ") else { return false };
    let plain = kind.len() < 40
        && !kind.is_empty()
        && kind.chars().all(|c| {
            c.is_ascii_alphanumeric()
                || matches!(c, '&' | '<' | '>' | '[' | ']' | '\'' | ' ' | '?' | '_' | ':')
        });
    if !plain {
        return false;
    }
    let from = at + kind.len() + 3;
    if matches!(finder.bytes.get(from), Some(b'"' | b'\'' | b'`')) {
        let Some(value) = values::quoted(finder.bytes, from) else { return false };
        judge(finder, name, said, value);
        return true;
    }
    arguments(finder, name, said, from)
}

/// In which syntax an unquoted value stands.
fn ends_at(
    finder: &Finder<'_>,
    name: &str,
    start: usize,
    from: usize,
    mark: char,
    flagged: bool,
    name_quoted: bool,
) -> Until {
    let text = finder.bytes;
    let line = values::line_start(text, start);
    let before = finder.text.get(line..start).unwrap_or("");
    let end_of_line = values::line_end(text, from).min(from + 2_048);
    let after = text.get(from..end_of_line).unwrap_or(b"");
    if start > 0 && matches!(text.get(start - 1), Some(b'?' | b'&' | b'#'))
        || (text.get(start.saturating_sub(5)..start) == Some(b"&amp;"))
    {
        return Until::Query;
    }
    let token_start = before.rfind([' ', '\t', '"', '\'']).map_or(0, |at| at + 1);
    let token = before.get(token_start..).unwrap_or("");
    if token.contains("://") && token.contains('?') {
        return Until::Query;
    }
    if start > 0 && text.get(start - 1) == Some(&b';') || before.trim_end().ends_with(';') {
        return Until::Semicolon;
    }
    // `Server=x;User Id=y`: words after the last semicolon belong to the name.
    if mark == '='
        && before.contains('=')
        && before.rsplit_once(';').is_some_and(|(_, words)| {
            words.len() < 24 && words.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '_'))
        })
    {
        return Until::Semicolon;
    }
    if mark == '='
        && memchr::memchr(b'&', after).is_some()
        && memchr::memchr(b' ', after)
            .is_none_or(|blank| memchr::memchr(b'&', after).is_some_and(|and| and < blank))
        && !before.contains("://")
        && after.windows(3).any(|three| {
            three.first() == Some(&b'&')
                && three.get(1..).is_some_and(|name| name.iter().all(u8::is_ascii_alphabetic))
        })
        && after.contains(&b'=')
    {
        return Until::Query;
    }
    // `Password=x;Database=y`: a connection string may begin with it.
    if mark == '='
        && memchr::memchr(b';', after).is_some_and(|at| {
            after.get(at + 1..).is_some_and(|rest| {
                rest.first().is_some_and(u8::is_ascii_alphabetic)
                    && rest.iter().take(40).any(|byte| *byte == b'=')
            })
        })
    {
        return Until::Semicolon;
    }
    let opened = before.trim_start_matches(['+', '-', '~', ' ', '\t', '#', '>', '|', '$']);
    let is_export = ["export ", "set ", "ENV ", "declare -x ", "setenv ", "ARG "]
        .iter()
        .any(|head| before.trim_start().starts_with(head));
    if flagged || name_quoted {
        return Until::Blank;
    }
    _ = name;
    if is_export && before.contains("export ") && memchr::memmem::find(after, b"; ").is_some() {
        return Until::Blank;
    }
    if opened.is_empty() || is_export && !before.contains("&&") {
        // A shell's environment before a command: `PGPASSWORD=x psql -h y`.
        if mark == '=' && looks_like_command(after) {
            return Until::Blank;
        }
        return Until::Line;
    }
    // A log's own prefix before `key: value`.
    if mark == ':'
        && matches!(opened.trim_end().chars().last(), Some(']' | 'Z' | '│' | '|'))
        && !after.trim_ascii().contains(&b' ')
    {
        return Until::Line;
    }
    Until::Blank
}

/// `=value command -flag`: what follows the first blank reads like a command line.
fn looks_like_command(after: &[u8]) -> bool {
    let Some(blank) = memchr::memchr(b' ', after) else { return false };
    if after.first().is_none_or(|byte| matches!(byte, b'"' | b'\'' | b' ')) {
        return false;
    }
    let rest = String::from_utf8_lossy(after.get(blank + 1..).unwrap_or(b"")).into_owned();
    let word = rest.split(' ').next().unwrap_or("");
    const COMMANDS: [&str; 30] = [
        "psql",
        "pg_dump",
        "pg_restore",
        "mysql",
        "mysqldump",
        "terraform",
        "tofu",
        "terragrunt",
        "aws",
        "docker",
        "kubectl",
        "helm",
        "curl",
        "npm",
        "node",
        "python",
        "python3",
        "./",
        "bash",
        "sh",
        "make",
        "go",
        "cargo",
        "git",
        "vault",
        "consul",
        "ansible-playbook",
        "packer",
        "redis-cli",
        "mongosh",
    ];
    // Passphrases have no options.
    let option = rest.split(' ').skip(1).any(|word| {
        word.trim_start_matches('-').starts_with(|c: char| c.is_ascii_lowercase())
            && word.starts_with('-')
            && word.len() > 1
    });
    // `restic backup /srv`, `duplicity full / file:///b`: a word, another, and a path or an option.
    let further: Vec<&str> = rest.split(' ').skip(1).filter(|word| !word.is_empty()).collect();
    let shell = word.len() >= 2
        && word.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_' | b'.' | b'/')
        })
        && !is_sentence_word(word)
        && further.iter().any(|word| word.starts_with(['-', '/', '>', '|', '~', '$']) || word.contains('/'));
    COMMANDS.contains(&word)
        || shell
        || option && word.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'_' | b'.'))
        || word.starts_with("./")
        || word.starts_with("&&")
        || word.starts_with('|')
        || word.contains('=') && word.chars().next().is_some_and(|c| c.is_ascii_uppercase())
}

/// A value that runs to the end of the line, without what is not its own: a list's comma, an outer quote, prose.
fn trimmed_line(finder: &Finder<'_>, mut value: Value, mark: char) -> Value {
    let Some(body) = finder.text.get(value.start..value.end) else { return value };
    if mark == ':' && body.contains(' ') {
        let words: Vec<&str> = body.split(' ').collect();
        let prose = words.len() >= 3
            && words
                .iter()
                .filter(|word| word.chars().all(|c| c.is_alphabetic() || matches!(c, ',' | '.' | '\'')))
                .count()
                * 2
                > words.len()
            && words.iter().any(|word| is_sentence_word(word));
        if prose {
            let first = words.first().copied().unwrap_or("");
            let is_word = first.chars().all(|c| c.is_alphabetic() || matches!(c, ',' | '.'));
            value.end = if is_word { value.start } else { value.start + first.len() };
            return value;
        }
    }
    // "see Vault", "ask Anna": where it is, not what.
    let pointer =
        ["see ", "See ", "ask ", "Ask ", "in ", "from ", "via ", "siehe ", "voir ", "stored ", "same "];
    if mark == ':'
        && pointer.iter().any(|word| body.starts_with(word))
        && body.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '/' | ','))
    {
        value.end = value.start;
        return value;
    }
    // `x (read only)`: a remark.
    if body.ends_with(')')
        && let Some((head, remark)) = body.split_once(" (")
        && !head.contains(' ')
        && remark.len() > 4
        && remark.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ')' | ',' | '.' | '-' | '!' | ':'))
    {
        value.end = value.start + head.len();
        return value;
    }
    for tail in ["\",", "\"", "',", "'", ","] {
        if body.ends_with(tail) && body.len() > tail.len() {
            let quote = tail.trim_end_matches(',');
            if quote.is_empty() || !body.get(..body.len() - tail.len()).unwrap_or("").contains(quote) {
                value.end -= tail.len();
                break;
            }
        }
    }
    value
}

/// Some words in small letters that make no sentence.
pub(super) fn is_phrase(line: &str) -> bool {
    let words = line.split(' ').count();
    (3..=8).contains(&words)
        && line.split(' ').all(|word| {
            word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_lowercase()) && !is_sentence_word(word)
        })
}

/// Words of which sentences are made, and pass phrases are not.
pub(super) fn is_sentence_word(word: &str) -> bool {
    const WORDS: [&str; 60] = [
        "must",
        "be",
        "is",
        "are",
        "was",
        "the",
        "at",
        "least",
        "for",
        "of",
        "to",
        "a",
        "an",
        "in",
        "and",
        "or",
        "not",
        "with",
        "characters",
        "required",
        "see",
        "stored",
        "use",
        "please",
        "changed",
        "your",
        "from",
        "by",
        "should",
        "contact",
        "ask",
        "never",
        "set",
        "enter",
        "has",
        "have",
        "on",
        "this",
        "that",
        "it",
        "if",
        "when",
        "will",
        "can",
        "cannot",
        "no",
        "than",
        "more",
        "via",
        "after",
        "before",
        "as",
        "der",
        "die",
        "das",
        "und",
        "les",
        "est",
        "does",
        "do",
    ];
    let word = word.to_ascii_lowercase();
    WORDS.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// `"a" +`, `"a" \`, `("a"` and `"b"` on the line below: one literal in several parts.
fn further_parts(finder: &mut Finder<'_>, name: &str, said: Said, mut part: Value) {
    let text = finder.bytes;
    for _ in 0..40 {
        let mut at = values::blanks(text, part.after);
        let mut joined = false;
        if matches!(text.get(at), Some(b'+' | b'.' | b'&' | b'\\')) {
            joined = true;
            at += 1;
            while matches!(text.get(at), Some(b'.' | b'_' | b'+')) {
                at += 1;
            }
            at = values::blanks(text, at);
        }
        if text.get(at) == Some(&b'\r') {
            at += 1;
        }
        let newline = text.get(at) == Some(&b'\n');
        if newline {
            at = values::blanks(text, at + 1);
        }
        if !joined && matches!(text.get(at), Some(b'+' | b'.' | b'&')) && newline {
            joined = true;
            at = values::blanks(text, at + 1);
        }
        // Without a sign between them only brackets make them one.
        if !(joined || newline && bracketed(text, part.start)) {
            return;
        }
        if !matches!(text.get(at), Some(b'"' | b'\'' | b'`')) {
            return;
        }
        let Some(next) = values::quoted(text, at) else { return };
        if matches!(text.get(next.after), Some(b':' | b'=')) {
            return;
        }
        judge(finder, name, said, next);
        part = next;
    }
}

/// Whether the quote before `start` follows an opening bracket, or a line that does.
fn bracketed(text: &[u8], start: usize) -> bool {
    let line = values::line_start(text, start);
    let head = text.get(line..start.saturating_sub(1)).unwrap_or(b"").trim_ascii();
    head.ends_with(b"(") || head.is_empty()
}

/// ` -> "new"` of a plan.
fn arrow(text: &[u8], after: usize) -> Option<Value> {
    let at = values::blanks(text, after);
    if !matches!(text.get(at..at + 2)?, b"->" | b"=>") {
        return None;
    }
    let at = values::blanks(text, at + 2);
    if matches!(text.get(at), Some(b'"' | b'\\')) { values::quoted(text, at) } else { None }
}

/// `password x` where only a blank separates: netrc, SQL, conf files, tables, flags.
fn by_blank(
    finder: &mut Finder<'_>,
    name: &str,
    said: Said,
    start: usize,
    at: usize,
    blank: usize,
    flagged: bool,
) {
    let text = finder.bytes;
    let weak = said.strength == Strength::Weak;
    if weak
        && !flagged
        && said.kind != "SECRET_ID"
        && (name == "key" || !matches!(said.kind, "KEY" | "PASSWORD"))
        && !["tacacs-server ", "radius-server ", "crypto "].iter().any(|word| {
            finder
                .text
                .get(values::line_start(text, start)..start)
                .is_some_and(|head| head.trim_start().starts_with(word))
        })
    {
        return;
    }
    let line = values::line_start(text, start);
    let before = finder.text.get(line..start).unwrap_or("");
    // `reg add HKLM\\X /v ApiKey /t REG_SZ /d x`
    if before.ends_with("/v ")
        && let Some(found) = text
            .get(at..values::line_end(text, at).min(at + 100))
            .and_then(|rest| memchr::memmem::find(rest, b"/d "))
        && let Some(value) = values::word(text, at + found + 3)
    {
        judge(finder, name, said, value);
        return;
    }
    let next = text.get(at).copied().unwrap_or(b' ');
    if matches!(next, b'\n' | b'\r') {
        return;
    }
    if matches!(next, b'"' | b'\'' | b'`') || (next == b'\\' && text.get(at + 1) == Some(&b'"')) {
        // SQL, quoted flags, and prose with a quoted word.
        if let Some(value) = values::quoted(text, at) {
            let body = finder.text.get(value.start..value.end).unwrap_or("");
            // `secret "app-creds" created` tells a name.
            let bare = ["secret", "secrets", "token", "tokens", "key", "credential", "credentials"];
            if !bare.contains(&name.to_ascii_lowercase().as_str())
                || flagged
                || text.get(value.after) == Some(&b';')
                || values::is_password_like(body)
            {
                judge(finder, name, said, value);
            }
        }
        return;
    }
    if next == b'N' && text.get(at + 1) == Some(&b'\'') {
        if let Some(value) = values::quoted(text, at + 1) {
            judge(finder, name, said, value);
        }
        return;
    }
    if typed(finder, name, said, at) {
        return;
    }
    if secure_string(finder, name, said, at) {
        return;
    }
    let lower = before.to_ascii_lowercase();
    let lower = lower.trim_start().trim_start_matches(['#', ';', '*']).trim_start_matches("//").to_owned();
    let is_comment = lower.len() < before.trim_start().len() && lower.trim().is_empty();
    // `enable password 7 x`, `rootpw --plaintext x`, `set password ENC x`: how it is written stands before it.
    let line_stop = values::line_end(text, at);
    if let Some(after) = finder.text.get(at..line_stop)
        && let Some((method, tail)) = after.split_once(' ')
        && is_method(method)
        && !tail.trim().is_empty()
        && !tail.trim_start().starts_with('-')
        && !is_sentence_word(tail.split(' ').find(|word| !word.is_empty()).unwrap_or(""))
    {
        let mut from = values::blanks(text, at + method.len());
        // `ascii 0 x`
        let second = values::unquoted(text, from, Until::Word);
        if finder.text.get(from..second.end).is_some_and(is_method)
            && matches!(text.get(values::blanks(text, second.end)), Some(byte) if !matches!(byte, b'\n' | b'\r'))
        {
            from = values::blanks(text, second.end);
        }
        let value = match text.get(from) {
            Some(b'"' | b'\'') => values::quoted(text, from),
            _ => Some(values::unquoted(text, from, Until::Blank)),
        };
        if let Some(value) = value {
            judge(finder, name, said, value);
        }
        return;
    }
    // A directive and one word: `bindpw x`, `OIDCClientSecret x`.
    let next_word = values::unquoted(text, at, Until::Word);
    let next_word = Value {
        end: next_word.end
            - usize::from(
                text.get(next_word.end.wrapping_sub(1)) == Some(&b';') && next_word.end > next_word.start,
            ),
        ..next_word
    };
    let alone = text.get(next_word.end..line_stop).is_some_and(|rest| {
        let rest = rest.trim_ascii();
        rest.is_empty()
            || rest.iter().all(|byte| matches!(byte, b';' | b'}' | b' '))
            || rest.starts_with(b"# ")
    });
    let directive = alone
        && lower.trim().is_empty()
        && !is_comment
        && said.strength == Strength::Strong
        && (name.contains(['_', '.', '-']) && !name.ends_with(['-', '.'])
            || name.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
                && name.bytes().any(|byte| byte.is_ascii_lowercase())
            || name.bytes().all(|byte| byte.is_ascii_lowercase()) && name.ends_with("pw") && name.len() > 2);
    if directive {
        judge(finder, name, said, next_word);
        return;
    }
    // `login svc password x`, on one line or on three.
    let mut words = lower.split_whitespace().rev();
    let netrc = !name.eq_ignore_ascii_case("sshpass") && words.nth(1) == Some("login")
        || lower.starts_with("machine ")
        || lower.contains(" machine ")
        || lower.trim().is_empty()
            && !name.eq_ignore_ascii_case("sshpass")
            && text
                .get(line.saturating_sub(60)..line)
                .is_some_and(|above| memchr::memmem::find(above, b"login ").is_some());
    let table = blank >= 2 && lower.trim().is_empty() || text.get(at - 1) == Some(&b'\t');
    let conf = lower.trim().is_empty()
        && (!is_comment
            || alone
                && finder.text.get(next_word.start..next_word.end).is_some_and(values::is_password_like))
        && matches!(
            name.to_ascii_lowercase().as_str(),
            "requirepass"
                | "masterauth"
                | "rocommunity"
                | "rwcommunity"
                | "rocommunity6"
                | "password"
                | "secret"
                | "rpcpassword"
                | "pass"
                | "psk"
        );
    // HAProxy's users, and what switches and routers are told.
    let gear = [
        "user ",
        "username ",
        "snmp-server ",
        "tacacs-server ",
        "radius-server ",
        "enable ",
        "neighbor ",
        "crypto ",
        "set snmp ",
        "set security ",
        "set system ",
    ]
    .iter()
    .any(|word| lower.starts_with(word))
        && (name.starts_with("insecure-")
            || lower.starts_with("username ") && matches!(name, "password" | "secret")
            || !lower.starts_with("user"))
        && (alone
            || ["username ", "snmp-server ", "set snmp ", "crypto "]
                .iter()
                .any(|word| lower.starts_with(word)));
    let said = if gear && name == "key" { Said { strength: Strength::Strong, kind: "KEY" } } else { said };
    let rejected = finder
        .text
        .get(next_word.end..line_stop)
        .is_some_and(|rest| rest.trim_start().starts_with("is not a valid"));
    // `authentication { auth_type PASS auth_pass x }`
    let in_braces = alone
        && name.contains(['_', '-'])
        && lower.contains('{')
        && text.get(next_word.end..line_stop).is_some_and(|rest| rest.contains(&b'}'));
    let told = gear || in_braces || alone && (name.ends_with("shared-key") || name == "psk");
    let command = gear
        || rejected
        || in_braces
        || told && !lower.contains(['"', '.'])
        || lower.starts_with("d-i ")
        || lower.starts_with("set ") && alone
        || ["set ", "setx ", "env "].iter().any(|word| lower.ends_with(word))
            && !text.get(at..at + 4).is_some_and(|word| word.eq_ignore_ascii_case(b"for "));
    let next_token = values::unquoted(text, at, Until::Blank);
    let token = finder.text.get(next_token.start..next_token.end).unwrap_or("");
    let named =
        name.contains(['_', '-', '.']) || name.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) || weak;
    let random = named
        && (values::is_tokenish(token)
            || !weak
                && token.len() >= 6
                && token.bytes().any(|byte| byte.is_ascii_alphabetic())
                && (token.bytes().any(|byte| byte.is_ascii_digit())
                    || values::is_drawn(token.trim_end_matches(';')))
                && values::is_password_like(token.trim_end_matches(';')));
    if flagged || netrc || table || conf || command || random {
        let value =
            if alone && (table || conf) { next_word } else { values::unquoted(text, at, Until::Blank) };
        let value = Value { quoted: told, ..value };
        let word = finder.text.get(value.start..value.end).unwrap_or("");
        // `PASSWORD kibana = x`: the word tells whose it is.
        if conf && text.get(value.end..value.end + 3) == Some(b" = ") {
            let value = values::unquoted(text, value.end + 3, Until::Blank);
            judge(finder, name, said, value);
            return;
        }
        // Configuration without a separator, and a table's heading, are words.
        let rest_of_line = finder.text.get(value.end..values::line_end(text, value.end)).unwrap_or("").trim();
        if (table || conf)
            && said.kind != "COMMUNITY"
            && !flagged
            && !random
            && !netrc
            && word.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
            && (!rest_of_line.is_empty() || word.starts_with('-'))
        {
            prose::read(finder, said, at - blank);
            return;
        }
        if word.starts_with('-')
            && flagged
            && word.len() > 1
            && word.as_bytes().get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'-')
        {
            return;
        }
        judge(finder, name, said, value);
        return;
    }
    prose::read(finder, said, at - blank);
}

/// `<td>Password</td><td>x</td>`, `<dt>API key</dt><dd><code>x</code></dd>`: the value is the next cell.
fn next_cell(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) {
    let text = finder.bytes;
    let limit = text.len().min(at + 240);
    let mut here = at;
    let mut cell = false;
    for _ in 0..7 {
        while here < limit && text.get(here).is_some_and(u8::is_ascii_whitespace) {
            here += 1;
        }
        if text.get(here) != Some(&b'<') {
            break;
        }
        let Some(close) = text.get(here..limit).and_then(|rest| memchr::memchr(b'>', rest)) else { return };
        let tag = finder.text.get(here + 1..here + close).unwrap_or("").to_ascii_lowercase();
        match tag.split(' ').next().unwrap_or("") {
            "th" | "tr" | "/tr" | "table" | "/table" | "input" | "select" | "br" | "button" => return,
            "td" | "dd" => cell = true,
            _ => {}
        }
        here += close + 1;
    }
    let end = text.get(here..limit).and_then(|rest| memchr::memchr(b'<', rest)).map_or(limit, |at| here + at);
    let Some(body) = finder.text.get(here..end) else { return };
    let (lead, body) = (body.len() - body.trim_start().len(), body.trim());
    let rest = text.get(end..text.len().min(end + 60)).unwrap_or(b"");
    let closes = |tag: &[u8]| memchr::memmem::find(rest, tag).is_some();
    let last = closes(b"</tr") || closes(b"</dd") || closes(b"<tr");
    let reads = values::is_tokenish(body) || values::is_password_like(body);
    if (reads || cell && last && !body.contains(' ')) && said.strength == Strength::Strong {
        let from = here + lead;
        judge(finder, name, said, Value { start: from, end: from + body.len(), after: end, quoted: true });
    }
}

/// What tells how the value after it is written.
fn is_method(word: &str) -> bool {
    matches!(
        word,
        "0" | "5"
            | "6"
            | "7"
            | "8"
            | "9"
            | "10"
            | "ENC"
            | "encrypted"
            | "--plaintext"
            | "--iscrypted"
            | "plaintext"
            | "plain-text"
            | "ascii-text"
            | "ascii"
            | "hexadecimal"
            | "hash"
            | "sha512"
            | "sha256"
            | "cleartext"
            | "clear"
            | "encoded"
            | "cipher"
            | "simple"
            | "irreversible-cipher"
    )
}

fn xml(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) {
    let window = finder.bytes.get(at..finder.bytes.len().min(at + 4096)).unwrap_or(b"");
    let (skip, close): (usize, &[u8]) =
        if window.starts_with(b"<![CDATA[") { (9, b"]]>") } else { (0, b"<") };
    // `<Password><Value>x</Value>`
    for inner in ["<Value>", "<value>", "<string>", "<String>", "<PlainText>"] {
        if window.starts_with(inner.as_bytes()) {
            xml(finder, name, said, at + inner.len());
            return;
        }
    }
    let Some(found) = memchr::memmem::find(window, close) else { return };
    if found < skip {
        return;
    }
    // OpenVPN: the user's line, then the password's.
    if name == "auth-user-pass" {
        let body = finder.text.get(at..at + found).unwrap_or("").trim_end();
        if let Some(line) = body.rfind('\n').filter(|line| *line > 0) {
            judge(
                finder,
                name,
                said,
                Value { start: at + line + 1, end: at + body.len(), after: at + found, quoted: true },
            );
        }
        return;
    }
    judge(finder, name, said, Value { start: at + skip, end: at + found, after: at + found, quoted: true });
}

fn heredoc(finder: &mut Finder<'_>, said: Said, at: usize) {
    let text = finder.bytes;
    let line = values::line_end(text, at);
    let Some(mark) = finder.text.get(at..line) else { return };
    let mark = mark.trim_start_matches("<<").trim_start_matches(['-', '~']).trim().trim_matches(['"', '\'']);
    if mark.is_empty() || mark.len() > 64 {
        return;
    }
    let start = (line + 1).min(text.len());
    let mut end = start;
    let mut lines = 0;
    while end < text.len() && lines < 2000 {
        let stop = values::line_end(text, end);
        let body = finder.text.get(end..stop).unwrap_or("");
        let body = body.trim().trim_start_matches(['+', '-', '~']).trim();
        if body == mark || body.strip_prefix(mark).is_some_and(|rest| rest.starts_with([')', ',', ' '])) {
            break;
        }
        end = (stop + 1).min(text.len());
        lines += 1;
    }
    block(finder, said, start, end);
}

/// Each line of a block is hidden by itself, so that indentation and log prefixes stay.
fn block(finder: &mut Finder<'_>, said: Said, start: usize, end: usize) {
    let whole = finder.text.get(start..end).unwrap_or("");
    if values::is_never_secret(whole.trim()) {
        return;
    }
    let descend = said.kind == "USER_DATA"
        || whole.contains("-----BEGIN CERTIFICATE")
        || whole.contains("-----BEGIN PUBLIC");
    if descend && !whole.contains("PRIVATE KEY") {
        return;
    }
    let mut at = start;
    while at < end {
        let stop = values::line_end(finder.bytes, at).min(end);
        let line = finder.text.get(at..stop).unwrap_or("");
        let body = line.trim();
        let lead = line.len() - line.trim_start().len();
        if !body.is_empty() && !body.starts_with("-----") && !values::is_never_secret(body) {
            finder.add(Found {
                start: at + lead,
                end: at + lead + body.len(),
                rule: "block",
                placeholder: said.kind,
                certain: false,
            });
        }
        at = stop + 1;
    }
}

/// `k: |` and the lines indented deeper.
fn block_scalar(finder: &mut Finder<'_>, said: Said, start: usize, at: usize) -> bool {
    let text = finder.bytes;
    let line = values::line_end(text, at);
    let head = finder.text.get(at..line).unwrap_or("").trim_end();
    if head.len() > 4 && !head.contains('#')
        || !head.chars().skip(1).take(3).all(|c| matches!(c, '-' | '+' | '0'..='9' | ' ' | '#'))
    {
        return false;
    }
    let key_line = values::line_start(text, start);
    let indent = |at: usize, stop: usize| {
        let line = finder.text.get(at..stop).unwrap_or("");
        line.len() - line.trim_start_matches([' ', '-', '+', '~']).len()
    };
    let own = indent(key_line, line);
    let begin = (line + 1).min(text.len());
    let mut end = begin;
    while end < text.len() {
        let stop = values::line_end(text, end);
        let body = finder.text.get(end..stop).unwrap_or("");
        if !body.trim().is_empty() && indent(end, stop) <= own {
            break;
        }
        end = (stop + 1).min(text.len());
        if end - begin > values::LONGEST {
            break;
        }
    }
    block(finder, said, begin, end);
    true
}

/// `secrets: [smtp, db]` lists names of secrets.
fn is_list_of_names(finder: &Finder<'_>, name: &str, value: Value) -> bool {
    name.to_ascii_lowercase().ends_with("secrets")
        && finder.text.get(value.start..value.end).is_some_and(|body| {
            body.bytes()
                .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-' | b'/' | b',' | b']'))
        })
}

/// `tokens: ["a", "b"]`.
fn list(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) {
    if (finder.map.0..finder.map.1).contains(&at) {
        return;
    }
    let text = finder.bytes;
    let mut here = at + 1;
    for _ in 0..200 {
        // A list in this list was read with it.
        if said.strength == Strength::Strong {
            finder.map = (at, here);
        }
        while matches!(text.get(here), Some(b' ' | b'\t' | b'\n' | b'\r' | b',')) {
            here += 1;
        }
        match text.get(here) {
            Some(b'"' | b'\'' | b'\\') => {
                let Some(value) = values::quoted(text, here) else { return };
                if !is_list_of_names(finder, name, value) {
                    judge(finder, name, said, value);
                }
                if value.after <= here {
                    return;
                }
                here = value.after;
            }
            Some(b'{') => {
                if said.strength == Strength::Strong {
                    containers::braces(finder, said, here);
                }
                let limit = text.len().min(here + 16_384);
                let Some(close) = values::closing(text, here, limit) else { return };
                here = close + 1;
            }
            Some(b']' | b':') | None => return,
            // Lists in the list: the names in them say what their values are.
            Some(b'[') if matches!(text.get(here + 1), Some(b'"' | b'{' | b'[')) => return,
            Some(_) if said.strength == Strength::Strong => {
                let value = values::unquoted(text, here, Until::Blank);
                let end = text
                    .get(value.start..value.end)
                    .and_then(|body| memchr::memchr2(b',', b']', body))
                    .map_or(value.end, |found| value.start + found);
                if !is_list_of_names(finder, name, value) {
                    judge(finder, name, said, Value { end, ..value });
                }
                if end <= here {
                    return;
                }
                here = end;
            }
            Some(_) => return,
        }
    }
}

/// `passwords:` and `- x` lines below it.
fn list_below(finder: &mut Finder<'_>, name: &str, said: Said, start: usize, at: usize) {
    if said.strength == Strength::Weak {
        return;
    }
    let text = finder.bytes;
    let key_line = values::line_start(text, start);
    let own = start - key_line;
    let mut here = values::line_end(text, at) + 1;
    for _ in 0..50 {
        let stop = values::line_end(text, here.min(text.len()));
        let Some(line) = finder.text.get(here..stop) else { return };
        let lead = line.len() - line.trim_start().len();
        let Some(item) = line.trim_start().strip_prefix("- ") else { return };
        if lead + 2 < own || item.contains(": ") || item.trim_end().ends_with(':') {
            return;
        }
        let begin = here + lead + 2;
        // `secrets:` lists names.
        if said.kind == "SECRET" && !values::is_tokenish(item.trim().trim_matches(['"', '\''])) {
            here = stop + 1;
            continue;
        }
        let value = if matches!(text.get(begin), Some(b'"' | b'\'')) {
            values::quoted(text, begin)
        } else {
            Some(values::unquoted(text, begin, Until::Line))
        };
        if let Some(value) = value {
            judge(finder, name, said, value);
        }
        here = stop + 1;
    }
}

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

/// Decides on one value, and keeps it.
pub(super) fn judge(finder: &mut Finder<'_>, name: &str, said: Said, value: Value) {
    let Some(body) = finder.text.get(value.start..value.end) else { return };
    if body.is_empty() {
        return;
    }
    // Nothing but a secret or an encoded file is so long.
    if body.len() >= values::LONGEST {
        if said.strength == Strength::Strong {
            finder.keep(value, "assignment", said.kind, false);
        }
        return;
    }
    // The shell's own directory.
    if matches!(name, "PWD" | "pwd" | "cwd") && body.starts_with('/') {
        return;
    }
    // `--token TOKEN` of a usage text.
    let own = name.trim_start_matches('-');
    if body.bytes().all(|byte| byte.is_ascii_uppercase())
        && own.len() >= body.len()
        && own.get(own.len() - body.len()..).is_some_and(|tail| tail.eq_ignore_ascii_case(body))
    {
        return;
    }
    let signs_only = body.len() < 4 && !body.chars().any(char::is_alphanumeric);
    let password = matches!(
        said.kind,
        "PASSWORD" | "SECRET" | "CLIENT_SECRET" | "COMMUNITY" | "CREDENTIALS" | "SENSITIVE_VALUE"
    ) && said.strength == Strength::Strong;
    // A setting's word elsewhere; under such a name somebody's password.
    let chosen = password
        && (value.quoted
            || own.contains(['_', '-', '.'])
            || own.bytes().any(|byte| byte.is_ascii_uppercase()))
        && matches!(body.to_ascii_lowercase().as_str(), "local" | "vault" | "write" | "read");
    if body.eq_ignore_ascii_case("default")
        && !(password || said.strength == Strength::Strong && value.quoted)
    {
        return;
    }
    if body.trim().is_empty() || signs_only || !chosen && values::is_never_secret(body) {
        return;
    }
    if finder.is_harmless(body) {
        return;
    }
    // An HTTP scheme before the credential stays.
    let lower = body.get(..body.len().min(24)).unwrap_or("").to_ascii_lowercase();
    if said.kind == "AUTHORIZATION"
        || said.kind == "AUTH"
        || said.kind == "TOKEN"
        || said.kind == "CREDENTIALS"
    {
        for scheme in SCHEMES {
            if lower.starts_with(scheme) {
                if scheme.starts_with("aws4") || scheme.starts_with("digest") {
                    return;
                }
                let start = value.start + scheme.len();
                let rest = finder.text.get(start..value.end).unwrap_or("").trim();
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
                return;
            }
        }
    }
    if said.kind == "COOKIE" && body.contains('=') && !body.ends_with('=') {
        cookies(finder, value);
        return;
    }
    // A shared access signature: only `sig` gives access, the rest is diagnosis.
    if body.contains("sig=") && (body.contains("sv=") || body.contains("se=")) {
        return;
    }
    // `Credential=AKIA.../20260101/region/...`: the key id is found by its form, the scope stays.
    if said.kind == "CREDENTIALS"
        && body.starts_with('A')
        && (body.contains("/aws4_request") || body.contains("%2Faws4_request"))
    {
        return;
    }
    let bare = body.trim().trim_end_matches([',', ';']);
    // A URL is read for its userinfo and query by itself.
    if bare.contains("://")
        && (said.strength == Strength::Weak
            || said.kind == "URL"
            || said.kind == "TOKEN"
            || !bare.contains('@'))
        && !bare.starts_with("otpauth")
    {
        return;
    }
    if body.starts_with("ssh-rsa ")
        || body.contains("ssh-rsa AAAA")
        || body.contains("ssh-ed25519 AAAA")
        || body.starts_with("ssh-ed25519 ")
        || body.starts_with("ecdsa-sha2")
        || body.starts_with("-----BEGIN CERT")
        || body.starts_with("-----BEGIN PUBLIC")
        || body.starts_with("age1")
    {
        return;
    }
    // Jasypt's and its like: what is in the brackets can be guessed at home.
    if let Some(inside) = bare.strip_prefix("ENC(").and_then(|rest| rest.strip_suffix(')'))
        && said.strength == Strength::Strong
        && inside.len() >= 16
    {
        let start = value.start + (body.len() - body.trim_start().len()) + 4;
        finder.add_literal(start, start + inside.len(), "assignment", said.kind);
        return;
    }
    if is_code(body, value.quoted) {
        return;
    }
    // `secret: "password"` has a poor value; `secretKey: "password"` tells where to look.
    let bare_word = bare.bytes().all(|byte| byte.is_ascii_lowercase())
        && !matches!(bare, "secrets" | "tokens" | "passwords" | "credentials")
        && (value.quoted
            || own.contains(['_', '.', '-'])
            || own.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
            || own == "psk")
        && !own.eq_ignore_ascii_case("secretkey");
    if is_name_of_secret(said, bare) && !bare_word {
        return;
    }
    // A sealed secret is encrypted for its cluster.
    if bare.starts_with("Ag") && bare.len() >= 24 {
        let mut from = value.start.saturating_sub(3000);
        while !finder.text.is_char_boundary(from) {
            from += 1;
        }
        if finder.text.get(from..value.start).is_some_and(|before| before.contains("encryptedData:")) {
            return;
        }
    }
    // "using RSA key 34365D9472D7468F": the number of a key, which is public.
    if said.kind == "KEY"
        && name.len() <= 7
        && matches!(bare.len(), 16 | 40)
        && bare.bytes().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte))
    {
        return;
    }
    let digits_only = bare.bytes().all(|byte| byte.is_ascii_digit());
    let least = match said.kind {
        "PASSWORD" | "COMMUNITY" | "CODE" => 4,
        _ if password => 4,
        _ if said.strength == Strength::Strong && value.quoted => 6,
        _ => 7,
    };
    if digits_only && bare.len() < least {
        return;
    }
    let is_path = is_path(bare);
    if is_path && (said.kind != "PASSWORD" || bare.starts_with("${")) {
        return;
    }
    if said.kind == "SECRET_ID" {
        if values::is_uuid(bare) || bare.starts_with("AKID") || values::is_random(bare) {
            keep_trimmed(finder, value, "assignment", said.kind);
        }
        return;
    }
    if said.kind == "SIGNATURE" {
        if bare.len() >= 20 && values::entropy(bare.as_bytes()) > 3.0 {
            keep_trimmed(finder, value, "signature", said.kind);
        }
        return;
    }
    match said.strength {
        Strength::Strong => {
            if value.quoted
                && matches!(said.kind, "SECRET" | "SENSITIVE_VALUE" | "CREDENTIALS")
                && inner_members(finder, said, value)
            {
                return;
            }
            if said.kind == "SECRET"
                && value.quoted
                && bare.contains('/')
                && !values::is_random(bare)
                && bare
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '/' | '-' | '_'))
            {
                // `secret = "prod/db/password"` names a secret.
                return;
            }
            if (said.kind == "TOKEN" || said.kind == "SECRET")
                && !value.quoted
                && bare.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '_')
                && name.bytes().all(|byte| byte.is_ascii_lowercase())
                && bare.len() < 16
                && bare.contains('-')
            {
                return;
            }
            keep_trimmed(finder, value, "assignment", said.kind);
        }
        Strength::Weak if value.quoted && body.starts_with("echo ") => {
            finder.add_literal(value.start + 5, value.end, "weak-assignment", said.kind);
        }
        Strength::Weak if said.kind == "SESSION" => {
            if bare.len() >= 16
                && (values::is_tokenish(bare) || values::is_random(bare))
                && !bare.starts_with("S-1-")
            {
                keep_trimmed(finder, value, "weak-assignment", said.kind);
            }
        }
        Strength::Weak => {
            let connection = matches!(said.kind, "CONNECTION_STRING" | "URL" | "USER_DATA");
            let alone = !name.contains(['_', '-', '.', ' '])
                && !name.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
                && name.len() < 12
                || name.bytes().all(|byte| byte.is_ascii_uppercase());
            let password = said.kind == "PASSWORD"
                && !bare.contains(' ')
                && bare.len() >= 6
                && values::is_password_like(bare);
            if !connection
                && (values::is_random(bare)
                    || !alone && values::is_tokenish(bare)
                    || password
                    || (said.kind == "AUTH" && bare.contains(':') && bare.len() >= 8 && !bare.contains(' '))
                    || is_base64_key(bare))
            {
                keep_trimmed(finder, value, "weak-assignment", said.kind);
            }
        }
    }
}

/// `SecretString: "{\"username\":\"app\",\"password\":\"x\",\"port\":5432}"`: every member is secret but those that
/// tell where and who.
fn inner_members(finder: &mut Finder<'_>, said: Said, value: Value) -> bool {
    const TOLD: [&str; 14] = [
        "username",
        "user",
        "host",
        "hostname",
        "port",
        "engine",
        "dbname",
        "database",
        "dbinstanceidentifier",
        "dbclusteridentifier",
        "region",
        "type",
        "email",
        "account",
    ];
    let text = finder.bytes;
    let Some(body) = finder.text.get(value.start..value.end) else { return false };
    if !(body.starts_with('{') && body.ends_with('}') && body.len() < 4096 && !body.contains("{{")) {
        return false;
    }
    let mut at = value.start;
    let mut name = String::new();
    let mut any = false;
    while at < value.end {
        let quote = matches!(text.get(at), Some(b'"' | b'\''))
            || text.get(at) == Some(&b'\\')
                && text.get(at..value.end).is_some_and(|rest| {
                    rest.get(rest.iter().take_while(|byte| **byte == b'\\').count()) == Some(&b'"')
                });
        if !quote {
            at += 1;
            continue;
        }
        let Some(one) = values::quoted(text, at).filter(|one| one.after <= value.end) else { return false };
        let after = values::blanks(text, one.after);
        if text.get(after) == Some(&b':') || text.get(after..after + 2) == Some(b"=>") {
            name = finder.text.get(one.start..one.end).unwrap_or("").to_ascii_lowercase();
            // A number has no quotes.
            let number = values::blanks(text, after + 1);
            let digits = text
                .get(number..value.end)
                .unwrap_or(b"")
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            if digits > 0 && !TOLD.contains(&name.as_str()) {
                let end = number + digits;
                finder.add_literal(number, end, "assignment", said.kind);
            }
        } else {
            any = true;
            let told = TOLD.contains(&name.as_str());
            if !told {
                finder.add_literal(one.start, one.end, "assignment", said.kind);
            }
        }
        at = one.after.max(at + 1);
    }
    any
}

/// `secretKey: postgres-password`: the value is the name of a secret, not one.
fn is_name_of_secret(said: Said, value: &str) -> bool {
    !matches!(said.kind, "PASSWORD" | "SENSITIVE_VALUE")
        && value.len() < 60
        && value.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '_' | '.'))
        && names::says(value).is_some_and(|inner| inner.strength == Strength::Strong)
}

fn is_base64_key(value: &str) -> bool {
    (value.len() == 44 && value.ends_with('=')
        || value.len() == 88 && value.ends_with("==")
        || value.len() == 24 && value.ends_with("=="))
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_'))
}

/// A path of names; base64 may begin with a slash, too.
fn is_path(value: &str) -> bool {
    // `${user.home}/.ssh/id_rsa`, `$HOME/x`.
    let value = match value.strip_prefix('$').and_then(|rest| rest.find('/').map(|at| (rest, at))) {
        Some((rest, at))
            if rest.get(..at).is_some_and(|name| {
                name.bytes().all(|byte| {
                    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'{' | b'}' | b':')
                })
            }) =>
        {
            rest.get(at..).unwrap_or(rest)
        }
        _ => value,
    };
    let Some(rest) =
        ["./", "../", "~/", "/", "C:\\", "D:\\"].iter().find_map(|head| value.strip_prefix(head))
    else {
        return false;
    };
    !rest.is_empty()
        && !rest.starts_with('/')
        && rest
            .split(['/', '\\'])
            .all(|part| part.len() < 8 || !values::is_tokenish(part) || part.contains('.') && part.len() < 24)
        && (value.len() < 40 || rest.contains('.') || !rest.bytes().any(|byte| matches!(byte, b'+' | b'=')))
        && rest.bytes().all(|byte| byte != b'+' && byte != b'=')
}

fn keep_trimmed(finder: &mut Finder<'_>, value: Value, rule: &'static str, kind: &'static str) {
    let mut value = value;
    if !value.quoted {
        while value.end > value.start && matches!(finder.bytes.get(value.end - 1), Some(b',' | b';')) {
            value.end -= 1;
        }
    }
    finder.keep(value, rule, kind, false);
}

/// Calls, types and references of code, which stand where a literal could.
fn is_code(body: &str, quoted: bool) -> bool {
    if quoted {
        return false;
    }
    let body = body.trim();
    let head: String =
        body.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':')).collect();
    let after = body.get(head.len()..).unwrap_or("");
    if after.starts_with('(')
        && head.len() >= 2
        && head.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
    {
        // A call ends with its bracket, or goes on with a member of its result; a password's brackets do not.
        let end = after.rfind(')');
        return end.is_none_or(|end| {
            let rest = after.get(end + 1..).unwrap_or("");
            rest.is_empty() || rest.starts_with(['.', '[', ';', ',', ' ', ')', '}', '?', '|', '"', '\''])
        }) && (end.is_some()
            || after == "("
            || after.contains(['"', '\'', ' '])
            || after.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'(' | b'_' | b'.')));
    }
    if after.starts_with('[')
        && body.chars().all(|c| {
            c.is_ascii_alphanumeric()
                || matches!(
                    c,
                    '[' | ']' | '"' | '\'' | '.' | '_' | '-' | '*' | ' ' | ':' | '/' | '(' | ')' | '=' | ','
                )
        })
        && !head.is_empty()
        && head.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
        && body.contains(']')
    {
        return true;
    }
    // `Get-Secret -Name db`: a command of PowerShell.
    let mut words = body.split(' ');
    if let Some((verb, noun)) = words.next().and_then(|first| first.split_once('-'))
        && verb.len() < 12
        && words.next().is_some_and(|next| next.starts_with('-'))
        && [verb, noun].iter().all(|word| {
            word.starts_with(|c: char| c.is_ascii_uppercase())
                && word.bytes().all(|byte| byte.is_ascii_alphabetic())
        })
    {
        return true;
    }
    // `aws_db_instance.main.password`, `config.password`, `req.body.token`.
    let parts: Vec<&str> = body.split('.').collect();
    parts.len() >= 2
        && parts.iter().all(|part| {
            !part.is_empty()
                && part.chars().all(|c| {
                    c.is_ascii_alphabetic()
                        || c == '_'
                        || c == '['
                        || c == ']'
                        || c == '*'
                        || c.is_ascii_digit()
                })
                && part.chars().next().is_some_and(|c| c.is_ascii_lowercase() || c == '_')
        })
        && parts.last().is_some_and(|last| {
            names::says(last).is_some()
                || matches!(*last, "value" | "result" | "id" | "name" | "arn" | "secret_string" | "plaintext")
        })
}

/// Every value of a cookie header that could open a session.
fn cookies(finder: &mut Finder<'_>, value: Value) {
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
    use super::*;

    #[test]
    fn base64_that_begins_like_a_path_is_random_and_a_path_is_not() {
        assert!(!is_path(&["/wIy/AhkHwlHmqvMu8cvu/TV", "Tw/jr7fS6WFq4UBI"].concat()));
        assert!(is_path("/Users/Maria/Projects2024/Terraform/Secrets/Token"));
        assert!(is_path("/etc/ssl/private/server3/key"));
    }
}

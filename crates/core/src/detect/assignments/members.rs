//! Values that stand in another member, element or line than the name: objects, siblings, lists.

use super::judge::judge;
use super::other::is_name_in_capitals;
use super::value_of;
use crate::detect::names::{self, Said, Strength};
use crate::detect::values::{self, Until, Value};
use crate::detect::{Finder, containers, framed};

/// `"Jwt": {"Key": "x"}`, `[jwt]` and `key = x`: what a key is for says the name of what holds it.
pub(super) fn of_parent(finder: &mut Finder<'_>, start: usize, end: usize) {
    const PARENTS: [&str; 13] = [
        "crypt",
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
    // PHP's `'crypt' => ['key' => 'x']`.
    let array = ["['", "[ '"]
        .iter()
        .find(|open| start >= open.len() && text.get(start - open.len()..start) == Some(open.as_bytes()));
    let parent = if let Some(open) = array {
        finder.text.get(least..start - open.len()).unwrap_or("").trim_end_matches([' ', '=', '>', '\'', '\n'])
    } else if quoted {
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
            // `key chain vpc-kc` below it.
            if finder.text.get(value.start..value.end) == Some("chain") {
                return;
            }
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

/// `{"name": "DB_PASSWORD", "value": "..."}`, `- name: X` / `value: ...`, `<add key="X" value="..."/>`,
/// `<name>X</name><value>...</value>`: the name is itself a value, and its partner stands after or before it.
pub(super) fn sibling(finder: &mut Finder<'_>, start: usize, end: usize) {
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
    // `"name": "Smtp:Password"`: .NET's path. `"name": "user[password]"`: a form's field.
    if start > 0 && matches!(text.get(start - 1), Some(b':' | b'[')) {
        let mut open = start - 1;
        while open > 0
            && start - open < 80
            && text
                .get(open - 1)
                .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'.' | b'-'))
        {
            open -= 1;
        }
        if open > 0 && matches!(text.get(open - 1), Some(b'"' | b'\'' | b' ')) {
            head = open;
        }
    }
    let from = head.saturating_sub(28);
    let Some(before) = text.get(from..head) else { return };
    let before = String::from_utf8_lossy(before).to_ascii_lowercase();
    // Zabbix: `"macro":"{$SNMP_COMMUNITY}"`
    let trimmed = before.trim_end_matches("{$").trim_end_matches([' ', '"', '\'', '\\', '\t']);
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
        "traversal",
        "macro",
    ]
    .iter()
    .any(|word| trimmed.ends_with(word))
        && !option
    {
        return;
    }
    let Some(name) = finder.text.get(start..end).map(str::to_owned) else { return };
    let Some(said) = names::says(&name) else { return };
    let end = end + usize::from(before.ends_with("{$"));
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
        && !matches!(said.kind, "KEY" | "PASSWORD" | "SECRET_ID" | "SESSION" | "AUTH")
    {
        return;
    } else {
        said
    };
    // A jar of cookies: each has a domain.
    let jar = || {
        let near = text.get(end..text.len().min(end + 200)).unwrap_or(b"");
        crate::text::find_bytes(near, b"domain").is_some()
    };
    let said = match said.strength {
        Strength::Weak if name.to_ascii_lowercase().contains("sess") && jar() => {
            Said { strength: Strength::Strong, kind: "SESSION" }
        }
        _ => said,
    };
    // `{"k": "db_token", "v": "x"}`: the next member.
    let mut next = end;
    while matches!(text.get(next), Some(b'"' | b'\'' | b'\\' | b' ' | b',')) && next < end + 12 {
        next += 1;
    }
    // Terraform tells the value of a variable so: `"traversal":"var.db_password","statement":"is \"x\""`.
    for key in [
        "v",
        "val",
        "statement",
        "content",
        "text",
        "string",
        "stringValue",
        "string_value",
        "data",
        "secret",
    ] {
        let stop = next + key.len();
        if next > end
            && text.get(next..stop) == Some(key.as_bytes())
            && matches!(text.get(stop), Some(b'"' | b'\'' | b'\\' | b':' | b'='))
        {
            value_of(finder, &name, said, next, stop);
        }
    }
    let window_end = text.len().min(end + 400);
    let window = text.get(end..window_end).unwrap_or(b"").to_ascii_lowercase();
    let mut at = 0;
    while let Some(found) = window.get(at..).and_then(|rest| crate::text::find_bytes(rest, b"value")) {
        let value_at = at + found;
        // The next list item or object is another's.
        let between = window.get(..value_at).unwrap_or(b"");
        if memchr::memchr(b'}', between).is_some()
            || crate::text::find_bytes(between, b"- name").is_some()
            || crate::text::find_bytes(between, b"- {").is_some()
            || between.split(|byte| *byte == b'\n').skip(1).any(|line| {
                line.trim_ascii_start().starts_with(b"- ") && line.contains(&b':') && !line.contains(&b'=')
            })
            || crate::text::find_bytes(between, b"/>").is_some()
            || crate::text::find_bytes(between, b"<name>").is_some()
            || crate::text::find_bytes(between, b"<input").is_some()
            || crate::text::find_bytes(between, b"<key>").is_some()
            // `setting.102.name`, `setting.102.value`: another's.
            || crate::text::find_bytes(between, b".name\"").is_some()
            || crate::text::find_bytes(between, b"parameterkey=").is_some()
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
            if !window.get(begin - end..).is_some_and(|word| word.starts_with(b"digest")) {
                value_of(finder, &name, said, begin, name_end);
            }
        }
        at = value_at + 5;
        if at > 360 {
            break;
        }
    }
    // YAML: `- value: x` and `name: DB_PASSWORD` below it.
    let line = values::line_start(text, start);
    if line > 0 {
        let above = values::line_start(text, line - 1);
        let body = text.get(above..line).unwrap_or(b"");
        let lead = body.iter().take_while(|byte| matches!(byte, b' ' | b'-')).count();
        if body.get(lead..).is_some_and(|rest| rest.starts_with(b"value: "))
            && body.get(..lead).is_some_and(|head| head.contains(&b'-'))
        {
            value_of(finder, &name, said, above + lead, above + lead + 5);
        }
    }
    value_before(finder, &name, said, start);
}

/// `"value": "x", "name": "DB_PASSWORD"`, in one line or in several of one object: the value stands before its name.
fn value_before(finder: &mut Finder<'_>, name: &str, said: Said, start: usize) {
    let text = finder.bytes;
    let open = start.saturating_sub(400);
    let window = text.get(open..start).unwrap_or(b"").to_ascii_lowercase();
    let Some(found) = crate::text::rfind_bytes(&window, b"value") else { return };
    let mut at = open + found + 5;
    while at < start && matches!(text.get(at), Some(b' ' | b'=' | b':'))
        || text.get(at).is_some_and(|byte| matches!(byte, b'"' | b'\'' | b'\\'))
            && text.get(at..at + 4).is_some_and(|next| next.contains(&b':'))
    {
        at += 1;
    }
    let Some(value) = values::quoted(text, at).filter(|value| value.after < start) else { return };
    let between = text.get(value.after..start).unwrap_or(b"");
    let is_one = !between.iter().any(|byte| matches!(byte, b'{' | b'}' | b'<' | b'>'));
    // In other lines only where the object begins before the value and has no name there.
    let is_nameless = || {
        let before = window.get(..found).unwrap_or(b"");
        let head = memchr::memrchr(b'{', before).and_then(|open| before.get(open..));
        head.is_some_and(|head| {
            ["name", "key", "}"].iter().all(|word| crate::text::find_bytes(head, word.as_bytes()).is_none())
        })
    };
    if is_one && (memchr::memchr(b'\n', between).is_none() || is_nameless()) {
        judge(finder, name, said, value);
    }
}

/// `DbPassword:` and `value: x` or `Default: x` in a line below it.
pub(super) fn members_below(finder: &mut Finder<'_>, said: Said, start: usize, at: usize) {
    if said.strength == Strength::Weak {
        return;
    }
    let text = finder.bytes;
    let key_line = values::line_start(text, start);
    let own = finder.text.get(key_line..start).map_or(0, values::indent);
    let mut here = values::line_end(text, at) + 1;
    for _ in 0..8 {
        let stop = values::line_end(text, here.min(text.len()));
        let Some(line) = finder.text.get(here..stop) else { return };
        if line.trim().is_empty() || values::indent(line) <= own {
            return;
        }
        let lead = values::indent(line);
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
pub(super) fn members(finder: &mut Finder<'_>, said: Said, open: usize) {
    let text = finder.bytes;
    let mut limit = text.len().min(open + 1500);
    // `│   21: variable "x" {`: of what an error quotes only the first line is there.
    let line = values::line_start(text, open);
    if text.get(line..).is_some_and(|rest| rest.starts_with("│".as_bytes())) {
        let mut here = values::line_end(text, open);
        while here < limit && text.get(here + 1..).is_some_and(|rest| rest.starts_with("│".as_bytes())) {
            here = values::line_end(text, here + 1);
        }
        limit = limit.min(here);
    }
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
        "example",
    ] {
        let mut at = 0;
        while let Some(found) = body.get(at..).and_then(|rest| crate::text::find_bytes(rest, key.as_bytes()))
        {
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
                let key = String::from_utf8_lossy(before);
                let key = key.trim_end_matches([' ', ':', '=', '"', '\'', '\\']);
                let key = key
                    .rsplit(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                    .next()
                    .unwrap_or("")
                    .to_owned();
                let body = finder.text.get(value.start..value.end).unwrap_or("");
                let last = key.rsplit('_').next().unwrap_or("").to_ascii_lowercase();
                let about =
                    names::is_about(&last) || names::says(&key).is_none() && names::is_public_member(&key);
                if is_value && !about && !body.starts_with('/') && values::is_tokenish(body) {
                    judge(finder, "token", said, value);
                }
                at = value.after.max(at + 1);
            }
            _ => at += 1,
        }
    }
}

/// `secrets: [smtp, db]` lists names of secrets.
fn is_list_of_names(finder: &Finder<'_>, name: &str, value: Value) -> bool {
    name.to_ascii_lowercase().ends_with("secrets")
        && finder.text.get(value.start..value.end).is_some_and(|body| {
            body.bytes().all(|byte| {
                byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-' | b'/' | b'.' | b',' | b']')
            })
        })
}

/// `tokens: ["a", "b"]`.
pub(super) fn list(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) {
    if (finder.map.0..finder.map.1).contains(&at) {
        return;
    }
    let text = finder.bytes;
    // `"auth": ["bob", "x"]`: who and with what.
    if said.kind == "AUTH"
        && let Some(first) = values::quoted(text, values::blanks(text, at + 1))
        && text.get(first.after) == Some(&b',')
        && let Some(second) = values::quoted(text, values::blanks(text, first.after + 1))
        && text.get(values::blanks(text, second.after)) == Some(&b']')
        && let Some(body) = finder.text.get(second.start..second.end)
        && finder.text.get(first.start..first.end).is_some_and(|user| {
            !matches!(
                user.to_ascii_lowercase().as_str(),
                "password"
                    | "publickey"
                    | "basic"
                    | "digest"
                    | "token"
                    | "oauth"
                    | "oauth2"
                    | "ldap"
                    | "local"
                    | "saml"
            )
        })
        && body.len() >= 6
        && !body.contains(' ')
    {
        judge(finder, name, Said { strength: Strength::Strong, kind: "PASSWORD" }, second);
        return;
    }
    // A key as a list of its bytes.
    let window = text.get(at + 1..text.len().min(at + 600)).unwrap_or(b"");
    let numbers = window.get(..memchr::memchr(b']', window).unwrap_or(0)).unwrap_or(b"").trim_ascii();
    if said.strength == Strength::Strong
        && memchr::memchr_iter(b',', numbers).count() >= 7
        && numbers.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_whitespace() || *byte == b',')
    {
        let lead = window.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        finder.add_literal(at + 1 + lead, at + 1 + lead + numbers.len(), "assignment", said.kind);
        return;
    }
    let mut here = at + 1;
    for _ in 0..200 {
        // A list in this list was read with it.
        if said.strength == Strength::Strong {
            finder.map = (at, here);
        }
        while let Some(byte @ (b' ' | b'\t' | b'\n' | b'\r' | b',')) = text.get(here).copied() {
            here += 1;
            // The times of a log are no items.
            here += if byte == b'\n' { framed::margin(text, here) } else { 0 };
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
                    // Postman's `{"key": "in", "value": "header"}`.
                    if !tells_where(finder, here) {
                        containers::braces(finder, said, here);
                    }
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
                // Kamal's `password: [ REGISTRY_PASSWORD ]`.
                let variable = finder.text.get(value.start..end).is_some_and(is_name_in_capitals);
                if !variable && !is_list_of_names(finder, name, value) {
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

/// Whether an object of a list is one of the settings beside a key: `{"key": "in", "value": "header"}`.
fn tells_where(finder: &Finder<'_>, open: usize) -> bool {
    let end = finder.bytes.len().min(open + 40);
    let head = String::from_utf8_lossy(finder.bytes.get(open..end).unwrap_or(b"")).replace([' ', '\n'], "");
    ["{\"key\":\"in\"", "{\"key\":\"key\"", "{\"key\":\"username\""]
        .iter()
        .any(|start| head.starts_with(start))
}

/// `passwords:` and `- x` lines below it.
pub(super) fn list_below(finder: &mut Finder<'_>, name: &str, said: Said, start: usize, at: usize) {
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

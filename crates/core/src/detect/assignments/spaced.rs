//! Names of several words, and values that only a blank parts from the name.

use super::calls::{annotated, secure_string, typed};
use super::ending::is_sentence_word;
use super::judge::judge;
use super::objects;
use super::piped::{closes_string, is_of_another};
use crate::detect::names::{self, Said, Strength};
use crate::detect::values::{self, Until, Value};
use crate::detect::{Finder, prose};

/// `> nonsensitive(var.db_password)` in a console, `$ terraform output -raw db_password`: the line below is the value.
pub(super) fn answer(finder: &mut Finder<'_>, name: &str, said: Said, start: usize, end: usize) {
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

/// Where the name ends when words of keys follow it after single blanks.
pub(super) fn further_words(finder: &Finder<'_>, end: usize) -> usize {
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
        let own =
            finder.text.get(values::line_near(finder.bytes, end, 10)..end).unwrap_or("").to_ascii_lowercase();
        if word == "string"
            && !["connection", "conn", "secret", "secure", "community"].iter().any(|word| own.ends_with(word))
        {
            break;
        }
        // `community password`, `requirepass secret`: a poor one.
        if own.ends_with("community") && word != "string"
            || own.ends_with("pass")
            || own.ends_with("psksecret")
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
pub(super) fn spaced(finder: &Finder<'_>, start: usize, name: &str) -> Option<Said> {
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

/// Whether a digest's form or a UUID behind a bare `key` is what somebody was let in with, by what the line says.
pub(super) fn is_of_access(finder: &Finder<'_>, start: usize, value: Value) -> bool {
    // Keys of stores, and numbers of keys.
    const ELSE: [&str; 22] = [
        "cache",
        "bucket",
        "object",
        "partition",
        "primary",
        "foreign",
        "idempot",
        "fingerprint",
        "gpg",
        "pgp",
        "public",
        "commit",
        "sha",
        "etag",
        "lock",
        "s3",
        "row",
        "table",
        "index",
        "record",
        "hash",
        "kms",
    ];
    const REFUSED: [&str; 8] =
        [" 401", " 403", "unauthorized", "forbidden", "rejected", "revoke", "rotate", "leaked"];
    const WHOSE: [&str; 7] = [
        " for org ",
        " for tenant ",
        " for account ",
        " for project ",
        " for customer ",
        " for user ",
        " for team ",
    ];
    let Some(body) = finder.text.get(value.start..value.end) else { return false };
    if !(values::is_uuid(body) || body.len() >= 32 && values::is_digest(body)) {
        return false;
    }
    let line = values::line_near(finder.bytes, start, 160);
    let end = values::line_end(finder.bytes, value.end).min(value.end + 160);
    let end = (value.end..=end).rev().find(|at| finder.text.is_char_boundary(*at)).unwrap_or(value.end);
    let head = finder.text.get(line..start).unwrap_or("").to_ascii_lowercase();
    let tail = finder.text.get(value.end..end).unwrap_or("").to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| head.contains(word) || tail.contains(word));
    let mut before = head.split_whitespace().rev();
    let last = before.next().unwrap_or("");
    let own = |word: &str| matches!(word, "my" | "our");
    let given = own(last) || before.next().is_some_and(own);
    let used = matches!(last, "using" | "with") && WHOSE.iter().any(|whose| tail.starts_with(whose));
    let passed_on = head.contains("upstream=");
    (given || used || passed_on || says(&REFUSED)) && !says(&ELSE)
}

/// `Cache key: x`, `Public key: x`: the word before makes it something that is kept.
pub(super) fn is_kept_pair(finder: &Finder<'_>, start: usize, name: &str) -> bool {
    let head = finder.text.get(values::line_near(finder.bytes, start, 40)..start);
    head.and_then(|head| head.strip_suffix(' ')).is_some_and(|head| {
        let word = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        !word.is_empty() && names::is_kept(&format!("{word}{name}").to_ascii_lowercase())
    })
}

/// `IDENTIFIED BY 'x'`, `IDENTIFIED WITH plugin AS 'x'`.
pub(super) fn sql(finder: &mut Finder<'_>, end: usize) {
    let line = values::line_end(finder.bytes, end);
    let Some(rest) = finder.text.get(end..line) else { return };
    // Oracle's password may stand without quotes: `IDENTIFIED BY x ACCOUNT UNLOCK`.
    // Oracle asks for the old one, too.
    if let Some(old) = rest.find(" REPLACE ")
        && let Some(old) = values::word(finder.bytes, values::blanks(finder.bytes, end + old + 9))
    {
        let body = finder.text.get(old.start..old.end).unwrap_or("").trim_end_matches(';');
        let old = Value { end: old.start + body.len(), ..old };
        finder.keep(old, "sql-password", "PASSWORD", false);
    }
    let mut at = 0;
    for word in rest.split(' ').take(8) {
        let lower = word.to_ascii_lowercase();
        let plugin = rest.get(..at).is_some_and(|head| head.trim().is_empty())
            && rest
                .get(at + word.len()..)
                .is_some_and(|after| after.starts_with(" BY ") || after.starts_with(" by "));
        if word.starts_with(['\'', '"', '`']) && !plugin {
            // ClickHouse's log says `[HIDDEN]`.
            if let Some(value) = values::quoted(finder.bytes, end + at)
                && !finder
                    .text
                    .get(value.start..value.end)
                    .is_some_and(|body| body == "[HIDDEN]" || is_put_in(body))
            {
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
            && !plugin
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

/// `'<enter password>'`, `'${DB_PASSWORD}'`: what is put in later.
fn is_put_in(body: &str) -> bool {
    let told = body.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    told.is_some_and(|words| words.bytes().all(|byte| byte.is_ascii_alphabetic() || b" -_".contains(&byte)))
        || ["${", "{{", "$(", "\\$("].iter().any(|head| body.starts_with(head))
            && values::is_reference(body.trim_start_matches('\\'))
        // A shell puts in `$DB_PASSWORD`; SQL itself would take `$ecret` as it stands.
        || body.strip_prefix('$').is_some_and(|name| {
            name.contains('_') && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
        })
        || values::is_slot(body)
}

/// `password x` where only a blank separates: netrc, SQL, conf files, tables, flags.
pub(super) fn by_blank(
    finder: &mut Finder<'_>,
    name: &str,
    said: Said,
    start: usize,
    at: usize,
    blank: usize,
    flagged: bool,
) {
    let text = finder.bytes;
    if is_of_another(finder, name, start, at, flagged) || objects::is_cell(finder, said, start, at) {
        return;
    }
    // `virsh secret-get-value 29167d95-...`: which one it is. `gcloud.sql.users.set-password invocation-id/...`
    if name == "secret-get-value" || name.contains(".set-") {
        return;
    }
    // `virsh secret-set-value --secret 29167d95-...`: which one it is.
    if flagged
        && name == "secret"
        && finder
            .text
            .get(start.saturating_sub(24)..start)
            .is_some_and(|head| head.ends_with("secret-set-value --"))
    {
        return;
    }
    // `mysql -ppassword app`: the option's own word is the password.
    if flagged
        && text.get(start.wrapping_sub(2)) == Some(&b' ')
        && name.strip_prefix('p').and_then(names::says).is_some()
    {
        return;
    }
    let weak = said.strength == Strength::Weak;
    // "public nkey UDXB…"
    if weak && text.get(..start).is_some_and(|head| head.ends_with(b"public ")) {
        return;
    }
    let in_header = || {
        let head = text.get(start.saturating_sub(9)..start).unwrap_or(b"");
        [&b"eader "[..], b"header_up ", b"Header set "]
            .iter()
            .any(|word| head.ends_with(&word[word.len().saturating_sub(9)..]))
    };
    // ` key 7 0822455D0A16` of a block of its own.
    let obscured = name == "key"
        && finder.text.get(values::line_start(text, start)..start).is_some_and(|head| head.trim().is_empty())
        && text.get(at + 1) == Some(&b' ')
        && matches!(text.get(at), Some(b'0' | b'6' | b'7'))
        && text.get(at + 2..values::line_end(text, at)).is_some_and(|rest| {
            let rest = rest.trim_ascii_end();
            rest.len() >= 6 && !rest.contains(&b' ')
        });
    if obscured {
        let value = values::unquoted(text, at + 2, Until::Word);
        judge(
            finder,
            "password",
            Said { strength: Strength::Strong, kind: "KEY" },
            Value { quoted: true, ..value },
        );
        return;
    }
    if weak
        && !flagged
        && !matches!(text.get(values::line_start(text, start)..start), Some(b"ENV " | b"ARG "))
        && !in_header()
        && said.kind != "SECRET_ID"
        && (name == "key" || !matches!(said.kind, "KEY" | "PASSWORD"))
        && !["tacacs-server ", "radius-server ", "crypto "].iter().any(|word| {
            finder
                .text
                .get(values::line_start(text, start)..start)
                .is_some_and(|head| head.trim_start().starts_with(word))
        })
    {
        // "auth is x"
        if said.kind == "AUTH" {
            prose::read(finder, said, at - blank);
        }
        // "using key x for org acme", "my key x"
        if name.eq_ignore_ascii_case("key")
            && blank == 1
            && let Some(value) = values::word(text, at)
            && is_of_access(finder, start, value)
        {
            let said = Said { strength: Strength::Strong, kind: "API_KEY" };
            judge(finder, "api_key", said, value);
        }
        return;
    }
    let line = values::line_start(text, start);
    let before = finder.text.get(line..start).unwrap_or("");
    // `proxy_set_header X-Key x`, `http-request set-header X-Key x`, `header_up X-Key x`.
    let header = ["set-header ", "set_header ", "header_up ", "add-header ", "equestHeader set "]
        .iter()
        .any(|word| before.ends_with(word));
    if header && weak && said.kind == "KEY" {
        let value = values::word(text, at);
        if let Some(value) = value.filter(|value| !matches!(text.get(value.start), Some(b'$' | b'%' | b'{')))
        {
            judge(finder, name, Said { strength: Strength::Strong, ..said }, value);
        }
        return;
    }
    // `reg add HKLM\\X /v ApiKey /t REG_SZ /d x`
    if before.ends_with("/v ")
        && let Some(found) = text
            .get(at..values::line_end(text, at).min(at + 100))
            .and_then(|rest| crate::text::find_bytes(rest, b"/d "))
        && let Some(value) = values::word(text, at + found + 3)
    {
        judge(finder, name, said, value);
        return;
    }
    // `login -method=userpass username=ci`: the value of an option.
    if before.ends_with("method=") || before.ends_with("method ") {
        return;
    }
    let next = text.get(at).copied().unwrap_or(b' ');
    if matches!(next, b'\n' | b'\r') {
        return;
    }
    // What `reg query` prints: `DefaultPassword    REG_SZ    x`.
    if let Some(body) = finder.text.get(at..values::line_end(text, at))
        && let Some(rest) = ["REG_SZ", "REG_EXPAND_SZ"].iter().find_map(|kind| body.strip_prefix(kind))
    {
        let value = rest.trim();
        let from = at + body.len() - rest.trim_start().len();
        judge(finder, name, said, Value::quoted(from, from + value.len()));
        return;
    }
    // "Password rules." is a heading or the rest of a sentence.
    let rest = text.get(at..values::line_end(text, at).min(at + 40)).unwrap_or(b"").trim_ascii_end();
    if before.trim().is_empty()
        && rest
            .strip_suffix(b".")
            .is_some_and(|word| !word.is_empty() && word.iter().all(u8::is_ascii_lowercase))
    {
        return;
    }
    // `Password (again): x`, `password [hidden]: x`: a remark, and the separator behind it.
    if let Some(close) = match next {
        b'(' => Some(&b"):"[..]),
        b'[' => Some(&b"]:"[..]),
        _ => None,
    } && let Some(found) = text
        .get(at..values::line_end(text, at).min(at + 32))
        .and_then(|rest| crate::text::find_bytes(rest, close))
    {
        // Markup closes behind it: `_Passwort (alt):_ x`.
        let mut from = at + found + 2;
        while matches!(text.get(from), Some(b'_' | b'*')) {
            from += 1;
        }
        let value = values::word(text, values::blanks(text, from));
        if let Some(value) = value.filter(|value| value.end > value.start) {
            judge(finder, name, said, value);
        }
        return;
    }
    // "value for var.ssh_pass ("x") is deprecated"
    if next == b'('
        && said.strength == Strength::Strong
        && name.contains(['_', '-', '.'])
        && let Some(value) = values::quoted(text, at + 1)
        && text.get(value.after) == Some(&b')')
    {
        judge(finder, name, said, value);
        return;
    }
    // `"&x=" + token + "&y="`, `"Bearer " + token()`: code between two strings.
    let joined = next == b'+'
        && values::quoted(text, values::blanks(text, at + 1)).is_some_and(|value| {
            matches!(text.get(value.start), Some(b'&' | b'?' | b',' | b' ' | b'/' | b')' | b':' | b'\\'))
        });
    if joined || closes_string(text, at) {
        return;
    }
    if objects::is_state(text.get(at..).unwrap_or(b"")) {
        return;
    }
    if matches!(next, b'"' | b'\'' | b'`') || (next == b'\\' && text.get(at + 1) == Some(&b'"')) {
        // `resource "random_password" "main" {`
        if ["resource \"", "data \"", "ephemeral \""]
            .iter()
            .any(|head| before.trim_start_matches([' ', '+', '-', '~', '/', '<', '=']) == *head)
        {
            return;
        }
        // SQL, quoted flags, and prose with a quoted word.
        if let Some(value) = values::quoted(text, at) {
            let body = finder.text.get(value.start..value.end).unwrap_or("");
            // `secret "app-creds" created` tells a name.
            let bare = ["secret", "secrets", "token", "tokens", "key", "credential", "credentials"];
            // `radius-server host 10.0.0.1 key "x"`
            let gear = ["tacacs-server ", "radius-server ", "crypto ", "set vpn ipsec "]
                .iter()
                .any(|word| before.trim_start().starts_with(word));
            let said = if gear { Said { strength: Strength::Strong, ..said } } else { said };
            if objects::is_named(finder, name, start, value) {
                return;
            }
            if !bare.contains(&name.to_ascii_lowercase().as_str())
                || gear
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
    // Go's `Token    *string`
    if matches!(next, b'*' | b'[') && annotated(finder, name, said, at) || typed(finder, name, said, at) {
        return;
    }
    if secure_string(finder, name, said, at) {
        return;
    }
    let lower = before.to_ascii_lowercase();
    let lower = lower.trim_start().trim_start_matches(['#', ';', '*']).trim_start_matches("//").to_owned();
    let is_comment = lower.len() < before.trim_start().len() && lower.trim().is_empty();
    // HAProxy's users, and what switches and routers are told.
    let is_gear = [
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
        "ip ftp ",
        "ip ospf ",
        "ppp chap ",
        "ppp pap ",
        "isis ",
        "standby ",
        "l2tp tunnel ",
    ]
    .iter()
    .any(|word| lower.starts_with(word));
    let said = if is_gear && name == "key" && !lower.starts_with("crypto ") {
        Said { strength: Strength::Strong, kind: "KEY" }
    } else {
        said
    };
    let line_stop = values::line_end(text, at);
    // `pre-shared-key address 203.0.113.7 key x`, `pre-shared-key local x`: whose it is stands before it.
    if name.ends_with("shared-key")
        && let Some(after) = finder.text.get(at..line_stop)
    {
        let whose =
            ["local ", "remote "].iter().find_map(|word| after.starts_with(word).then_some(word.len()));
        let of_peer =
            after.starts_with("address ").then(|| after.find(" key ").map(|found| found + 5)).flatten();
        if let Some(skip) = whose.or(of_peer) {
            judge(finder, name, said, values::unquoted(text, at + skip, Until::Blank));
            return;
        }
    }
    // `enable password 7 x`, `rootpw --plaintext x`, `set password ENC x`: how it is written stands before it.
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
    // `password abcd efgh ijkl mnop`: Google gives out such, and writes them so.
    if said.kind == "PASSWORD"
        && let Some(body) = finder.text.get(at..line_stop).map(str::trim_end)
        && body.len() == 19
        && body.split(' ').count() == 4
        && body.split(' ').all(|word| {
            word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_lowercase()) && !is_sentence_word(word)
        })
    {
        judge(finder, name, said, Value::quoted(at, at + body.len()));
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
                .is_some_and(|above| crate::text::find_bytes(above, b"login ").is_some());
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
    let gear = is_gear
        && (name.starts_with("insecure-")
            || lower.starts_with("username ") && matches!(name, "password" | "secret")
            || !lower.starts_with("user"))
        && (alone
            || ["username ", "snmp-server ", "set snmp ", "crypto "]
                .iter()
                .any(|word| lower.starts_with(word)));
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
        || (lower.starts_with("set ") || lower.contains("auth user ")) && alone
        || ["set ", "setx ", "env "].iter().any(|word| lower.ends_with(word))
            && ![&b"for "[..], b"to "].iter().any(|word| {
                text.get(at..at + word.len()).is_some_and(|next| next.eq_ignore_ascii_case(word))
            });
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
    let dockers = lower.trim_start() == "env " || lower.trim_start() == "arg ";
    if flagged || netrc || table || conf || command || random {
        let value = if alone && (table || conf || dockers) {
            next_word
        } else {
            values::unquoted(text, at, Until::Blank)
        };
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
        // `password mismatch: "x" != "y"`
        if conf
            && !rest_of_line.is_empty()
            && word.strip_suffix(':').is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_lowercase()))
        {
            prose::read(finder, said, at - blank);
            return;
        }
        if word.starts_with('-')
            && flagged
            && !values::is_drawn_mixed(word.trim_matches(['-', '=']))
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

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn mysql_names_a_plugin_before_the_password() {
        let statement = "CREATE USER 'm'@'%' IDENTIFIED WITH 'caching_sha2_password' BY 'tundra pepper'\n";
        assert_eq!(hidden(statement), ["tundra pepper"]);
    }

    #[test]
    fn what_is_put_into_a_statement_later_is_kept() {
        for text in [
            "CREATE USER x IDENTIFIED BY '<enter password>';\n",
            "CREATE USER x IDENTIFIED BY '${DB_PASSWORD}';\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
        assert_eq!(hidden("CREATE USER x IDENTIFIED BY '<maple88>';\n"), ["<maple88>"]);
        assert_eq!(
            hidden("ALTER USER x IDENTIFIED WITH sha256_password BY 'Maple88xyz' HOST IP '10.0.0.0/8';\n"),
            ["Maple88xyz"]
        );
    }
}

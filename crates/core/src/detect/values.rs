//! Where a value begins and ends, and which values are never secret.
//!
//! Source: facts/redaction.md 2.2 and 2.3 of this project.

/// Longest value that is followed.
pub(super) const LONGEST: usize = 65_536;

/// A value: its byte range without quotes, and where reading goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) after: usize,
    pub(super) quoted: bool,
}

impl Value {
    /// What stands between quotes, where reading goes on at the closing one.
    pub(super) fn quoted(start: usize, end: usize) -> Self {
        Self { start, end, after: end, quoted: true }
    }
}

/// How many bytes of blanks a line begins with.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// How an unquoted value ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    /// At the end of the line, as in `.env`, ini, YAML.
    Line,
    /// At a blank, as in a shell.
    Blank,
    /// At a blank and nowhere else, as a file of directives reads its words.
    Word,
    /// At `&`, as in a query.
    Query,
    /// At `;`, as in a connection string.
    Semicolon,
}

/// Skips blanks.
pub(super) fn blanks(text: &[u8], mut at: usize) -> usize {
    while matches!(text.get(at), Some(b' ' | b'\t')) {
        at += 1;
    }
    at
}

/// How far a line is followed from a place in it, so that one line of ten megabytes does not cost its length at every
/// place in it.
const LINE: usize = 16_384;
/// How far a value without quotes is followed that is no single word.
const UNQUOTED: usize = 4_096;
/// A value of this length may go on further than it was followed.
pub(super) const FAR: usize = UNQUOTED - 8;
/// How far back.
const HEAD: usize = 2_048;

/// The end of the line that holds `at`, or a place far enough from it.
pub(super) fn line_end(text: &[u8], at: usize) -> usize {
    let mut limit = text.len().min(at.saturating_add(LINE));
    while limit < text.len() && text.get(limit).is_some_and(|byte| byte & 0xc0 == 0x80) {
        limit += 1;
    }
    text.get(at..limit)
        .and_then(|rest| memchr::memchr(b'\n', rest))
        .map_or(limit.max(at.min(text.len())), |found| at + found)
}

/// The end of the line that holds `at`, however far.
pub(super) fn whole_line_end(text: &[u8], at: usize) -> usize {
    text.get(at..).and_then(|rest| memchr::memchr(b'\n', rest)).map_or(text.len(), |found| at + found)
}

/// The start of the line that holds `at`, or the first character that is near enough.
pub(super) fn line_start(text: &[u8], at: usize) -> usize {
    let from = at.saturating_sub(HEAD);
    let found =
        text.get(from..at).and_then(|before| memchr::memrchr(b'\n', before)).map(|found| from + found + 1);
    found.unwrap_or_else(|| {
        let mut from = from;
        // Not inside a character.
        while text.get(from).is_some_and(|byte| byte & 0xc0 == 0x80) {
            from += 1;
        }
        from
    })
}

/// The start of the line that holds `at`, however far.
pub(super) fn whole_line_start(text: &[u8], at: usize) -> usize {
    text.get(..at).and_then(|before| memchr::memrchr(b'\n', before)).map_or(0, |found| found + 1)
}

/// Reads a quoted value whose quote (with `level` backslashes before it) is at `at`.
pub(super) fn quoted(text: &[u8], at: usize) -> Option<Value> {
    let mut open = at;
    while text.get(open) == Some(&b'\\') {
        open += 1;
    }
    let level = open - at;
    let quote = *text.get(open)?;
    if !matches!(quote, b'"' | b'\'' | b'`') {
        return None;
    }
    // Three quotes.
    if level == 0 && text.get(open..open + 3) == Some(&[quote; 3]) {
        let start = open + 3;
        let body = text.get(start..text.len().min(start + LONGEST))?;
        let end = memchr::memmem::find(body, &[quote; 3]).map_or(start + body.len(), |found| start + found);
        return Some(Value { start, end, after: (end + 3).min(text.len()), quoted: true });
    }
    let start = open + 1;
    let limit = text.len().min(start + LONGEST);
    let mut i = start;
    while i < limit {
        let byte = *text.get(i)?;
        if byte == b'\n' {
            break;
        }
        // YAML's string goes on below after a backslash.
        if byte == b'\\' && quote == b'"' && level == 0 && text.get(i + 1) == Some(&b'\n') && i > start {
            i += 2;
            continue;
        }
        if byte == b'\\' {
            let mut slashes = 0;
            while text.get(i + slashes) == Some(&b'\\') {
                slashes += 1;
            }
            let next = text.get(i + slashes).copied();
            if next == Some(quote) && level > 0 && slashes == level {
                return Some(Value { start, end: i, after: i + slashes + 1, quoted: true });
            }
            if level == 0 && quote == b'\'' && next == Some(quote) && slashes == 1 {
                // A shell ends the string here; JavaScript and Python go on.
                let goes_on =
                    text.get(i + 2).is_some_and(|byte| !matches!(byte, b'\n' | b' ' | b',' | b';' | b')'));
                if !goes_on {
                    return Some(Value { start, end: i + 1, after: i + 2, quoted: true });
                }
            }
            // `\\"` ends a string of one level; deeper ones count by their level above.
            let escapes = slashes % 2 == 1 || quote == b'\'';
            i += slashes
                + usize::from(if level == 0 {
                    escapes && next.is_some_and(|byte| byte != b'\n' && (slashes % 2 == 1 || byte == quote))
                } else {
                    next == Some(quote)
                });
            continue;
        }
        if byte == quote {
            if level > 0 && quote == b'"' {
                // The outer string ends before the inner one does: cut text.
                return Some(Value { start, end: i, after: i, quoted: true });
            }
            // `'it'\''s'`: a shell's way to put one in.
            if quote == b'\'' && level == 0 && text.get(i + 1..i + 4) == Some(b"\\''") {
                i += 4;
                continue;
            }
            // `''` in SQL and YAML.
            if quote == b'\'' && text.get(i + 1) == Some(&b'\'') && i > start {
                i += 2;
                continue;
            }
            return Some(Value { start, end: i, after: i + 1, quoted: true });
        }
        // `"${lookup(x, "y")}"` nests quotes.
        if byte == b'$' && text.get(i + 1) == Some(&b'{') && level == 0 {
            let mut depth = 0_i32;
            let mut j = i + 1;
            while j < limit {
                match text.get(j) {
                    Some(b'{') => depth += 1,
                    Some(b'}') => {
                        depth -= 1;
                        if depth == 0 {
                            break;
                        }
                    }
                    Some(b'\n') | None => break,
                    _ => {}
                }
                j += 1;
            }
            if depth == 0 && text.get(j) == Some(&b'}') {
                i = j + 1;
                continue;
            }
        }
        i += 1;
    }
    Some(Value { start, end: i, after: i, quoted: true })
}

/// Where the bracket that opens at `open` closes, before `limit`; brackets in quotes do not count.
pub(super) fn closing(text: &[u8], open: usize, limit: usize) -> Option<usize> {
    let mut depth = 0_i32;
    let mut at = open;
    let mut before = b' ';
    while at < limit {
        let byte = *text.get(at)?;
        match byte {
            b'{' | b'[' | b'(' => depth += 1,
            b'}' | b']' | b')' => {
                depth -= 1;
                if depth <= 0 {
                    return Some(at);
                }
            }
            // An apostrophe in prose opens nothing.
            b'"' | b'\'' | b'\\'
                if byte != b'\'' || matches!(before, b'{' | b'[' | b'(' | b',' | b':' | b'=') =>
            {
                if let Some(value) = quoted(text, at)
                    && value.after > at
                {
                    before = b'"';
                    at = value.after;
                    continue;
                }
            }
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
        at += 1;
    }
    None
}

/// The brace that opens the object which holds `at`, not before `least`; `at` stands in no string.
pub(super) fn enclosing(text: &[u8], at: usize, least: usize) -> Option<usize> {
    let mut depth = 0_i32;
    let mut in_string = false;
    let mut at = at;
    while at > least {
        at -= 1;
        let byte = *text.get(at)?;
        let escaped = || {
            text.get(..at).is_some_and(|head| {
                head.iter().rev().take(8).take_while(|byte| **byte == b'\\').count() % 2 == 1
            })
        };
        match byte {
            b'"' if !escaped() => in_string = !in_string,
            // A quote without its partner in the line is none.
            b'\n' => in_string = false,
            b'}' if !in_string => depth += 1,
            b'{' if !in_string => {
                if depth == 0 {
                    return Some(at);
                }
                depth -= 1;
            }
            _ => {}
        }
    }
    None
}

/// Where the value begins of the member whose name ends at `at`: after the name's quote and the separator.
pub(super) fn after_name(text: &[u8], at: usize) -> usize {
    let mut at = at;
    while matches!(text.get(at), Some(b'\\' | b'"' | b'\'')) {
        at += 1;
    }
    at = blanks(text, at);
    if matches!(text.get(at), Some(b':' | b'=')) {
        at += 1;
    }
    while matches!(text.get(at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
        at += 1;
    }
    at
}

/// Reads an unquoted value at `at`.
pub(super) fn unquoted(text: &[u8], at: usize, until: Until) -> Value {
    let mut end_of_line = line_end(text, at).min(at + LONGEST);
    // Only one long word is followed far; else many names in one line would cost its length each.
    if end_of_line > at + UNQUOTED {
        let is_word =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'_' | b'-' | b'.');
        if !text.get(at..at + UNQUOTED).is_some_and(|head| head.iter().all(is_word)) {
            end_of_line = at + UNQUOTED;
            while end_of_line > at && text.get(end_of_line).is_some_and(|byte| byte & 0xc0 == 0x80) {
                end_of_line -= 1;
            }
        }
    }
    // `${NPM_TOKEN}` is read to its own bracket.
    let reference = text.get(at..end_of_line).filter(|rest| rest.starts_with(b"${")).map(|rest| {
        let name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-' | b':');
        rest.iter().skip(2).position(|byte| !name(byte)).filter(|end| rest.get(end + 2) == Some(&b'}'))
    });
    let mut end = at + reference.flatten().map_or(0, |name| name + 3);
    // `<your password here>` does, too.
    if text.get(at) == Some(&b'<')
        && let Some(close) =
            text.get(at..end_of_line.min(at + 48)).and_then(|rest| memchr::memchr(b'>', rest))
        && text.get(at + 1..at + close).is_some_and(|body| {
            body.iter().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'-' | b'_'))
        })
    {
        end = at + close + 1;
    }
    // `$(cat /run/secrets/x)` holds blanks.
    if text.get(at..at + 2) == Some(b"$(")
        && let Some(close) =
            text.get(at..end_of_line.min(at + 120)).and_then(|rest| memchr::memchr(b')', rest))
    {
        end = at + close + 1;
    }
    while end < end_of_line {
        let Some(byte) = text.get(end).copied() else { break };
        let escaped = byte == b'\\'
            && text
                .get(end + 1..end + 6)
                .is_some_and(|escape| matches!(escape, b"u0026" | b"u0022" | b"u003c" | b"u003C"));
        // Punctuation of scripts without blanks: `密码：x，端口：3306`.
        let wide = matches!(byte, 0xe3 | 0xef)
            && matches!(
                text.get(end + 1..end + 3),
                Some(&[0x80, 0x81 | 0x82 | 0x8d | 0x8f] | &[0xbc, 0x8c | 0x9b | 0x88 | 0x89])
            );
        let stop = escaped
            || wide
            || match until {
                Until::Line => {
                    (byte == b'#' && end > at && matches!(text.get(end - 1), Some(b' ' | b'\t')))
                        || byte == b'\r'
                        || (byte == b'\\'
                            && text.get(end + 1) == Some(&b'n')
                            && end > at
                            && !text.get(at..end).is_some_and(|value| value.contains(&b'\\')))
                }
                Until::Blank => {
                    matches!(byte, b' ' | b'\t' | b'\r' | b'"' | b'\'' | b'`' | b'|')
                    // Markup goes on; a password may hold a lone bracket.
                    || (byte == b'<'
                        && end > at
                        && text
                            .get(end + 1)
                            .is_none_or(|next| matches!(next, b'/' | b'!' | b'<') || next.is_ascii_alphabetic() && memchr::memchr(b'>', text.get(end..end_of_line).unwrap_or(b"")).is_some()))
                    || (byte == b'>' && text.get(end + 1).is_none_or(|next| matches!(next, b' ' | b'\n' | b'<' | b'\r')))
                    || (matches!(byte, b';' | b',' | b')' | b']' | b'}')
                        && text.get(end + 1).is_none_or(|next| {
                            matches!(
                                next,
                                b' ' | b'\t'
                                    | b'\r'
                                    | b'\n'
                                    | b'"'
                                    | b'\''
                                    | b'`'
                                    | b']'
                                    | b'}'
                                    | b')'
                            ) || *next == b',' && byte != b','
                        }))
                    || (byte == b'\\' && matches!(text.get(end + 1), Some(b'n' | b't' | b'r' | b'"' | b'\n')))
                }
                Until::Word => matches!(byte, b' ' | b'\t' | b'\r'),
                Until::Query => matches!(
                    byte,
                    b'&' | b' '
                        | b'\t'
                        | b'\r'
                        | b'"'
                        | b'\''
                        | b'`'
                        | b'#'
                        | b'<'
                        | b'>'
                        | b';'
                        | b')'
                        | b'\\'
                ),
                Until::Semicolon => {
                    matches!(byte, b';' | b'"' | b'\r' | b'`' | b'<')
                        || (byte == b'\\' && matches!(text.get(end + 1), Some(b'n' | b'"')))
                        || (byte == b'\''
                            && text
                                .get(end + 1)
                                .is_none_or(|next| matches!(next, b';' | b'\n' | b' ' | b')' | b',')))
                }
            };
        if stop {
            break;
        }
        end += 1;
    }
    while end > at && matches!(text.get(end - 1), Some(b' ' | b'\t' | b'\r')) {
        end -= 1;
    }
    Value { start: at, end, after: end, quoted: false }
}

/// Reads a word of a command line at `at`, in quotes or not.
pub(super) fn word(text: &[u8], at: usize) -> Option<Value> {
    match text.get(at)? {
        b'"' | b'\'' => quoted(text, at),
        _ => Some(unquoted(text, at, Until::Blank)),
    }
}

const WORDS: &[&str] = &[
    "",
    "null",
    "nil",
    "none",
    "~",
    "true",
    "false",
    "yes",
    "no",
    "on",
    "off",
    "undefined",
    "unknown",
    "n/a",
    "na",
    "unset",
    "empty",
    "required",
    "optional",
    "string",
    "bool",
    "number",
    "any",
    "todo",
    "tbd",
    "foo",
    "bar",
    "baz",
    "dummy",
    "fake",
    "sample",
    "placeholder",
    "example",
    "redacted",
    "masked",
    "hidden",
    "sensitive",
    "computed",
    "scram-sha-256",
    "scram-sha-512",
    "aes256",
    "aws:kms",
    "aws_kms",
    "rs256",
    "hs256",
    "es256",
    "client_secret_basic",
    "client_secret_post",
    "symmetric_default",
    "sha256",
    "sha512",
    "bearer",
    "basic",
    "opaque",
    "jwt",
    "md5",
    "bcrypt",
    "plain",
    "oauth",
    "oauth2",
    "apikey",
    "env",
    "vault",
    "kms",
    "file",
    "write",
    "read",
    "read-only",
    "read-write",
    "disabled",
    "enabled",
    "local",
    "generated",
    "base64",
    "rsa",
    "ed25519",
    "ecdsa",
    "encrypted",
    "anonymous",
    "prompt",
    "insert",
    "iam",
    "aws",
    "get",
    "post",
    "pending",
    "accepted",
    "expired",
    "invalid",
    "valid",
    "missing",
    "rotated",
    "rotation",
    "ok",
    "failed",
    "changed",
    "unchanged",
    "(sensitive)",
    "self",
    "provided",
    "denied",
    "incorrect",
    "wrong",
    "correct",
    "not",
    "is",
    "was",
    "and",
    "or",
    "the",
    "for",
    "from",
    "with",
    "auto",
    "inherit",
    // Kinds of things, as Kubernetes lists them.
    "secrets",
    "tokens",
    "passwords",
    "credentials",
    "configmaps",
    "leases",
];

/// Whether a value is a reference, a mask, a stand-in or a setting.
pub(super) fn is_never_secret(value: &str) -> bool {
    let value = value.trim().trim_end_matches([',', ';']);
    let lower = value.to_ascii_lowercase();
    if WORDS.contains(&lower.as_str()) {
        return true;
    }
    // Masks: a run of one character.
    let mut chars = value.chars();
    if let Some(first) = chars.next()
        && value.chars().count() >= 3
        && chars.all(|c| c == first)
        && !first.is_ascii_digit()
    {
        return true;
    }
    if value.contains("***") && value.trim_matches('*').is_empty() {
        return true;
    }
    const MASKS: [&str; 14] = [
        "[masked]",
        "[redacted]",
        "<redacted>",
        "(sensitive value)",
        "(sensitive)",
        "(known after apply)",
        "<computed>",
        "__redacted__",
        "<sensitive>",
        "(sensitive value, hidden)",
        "[filtered]",
        "<hidden>",
        "(hidden)",
        "(write-only attribute)",
    ];
    if MASKS.iter().any(|mask| lower == *mask || lower.starts_with(mask)) {
        return true;
    }
    if matches!(lower.as_str(), "(sensitive" | "(known" | "(write-only") {
        return true;
    }
    // Kubernetes' own name of an identity: `secrets is forbidden: User "system:serviceaccount:ci:deployer"`.
    if lower.starts_with("system:serviceaccount:") || lower.starts_with("system:node:") {
        return true;
    }
    is_reference(value) || is_stand_in(value, &lower)
}

/// A variable, call or pointer to where the secret is kept.
pub(super) fn is_reference(value: &str) -> bool {
    const HEADS: [&str; 57] = [
        "var.",
        "local.",
        "module.",
        "data.",
        "each.",
        "self.",
        "path.",
        "dependency.",
        "include.",
        "values.",
        ".values.",
        "env.",
        "secrets.",
        "vars.",
        "inputs.",
        "steps.",
        "github.",
        "process.env",
        "os.environ",
        "os.getenv",
        "system.getenv",
        "env[",
        "std::env",
        "file(",
        "jsondecode(",
        "sensitive(",
        "get_env(",
        "lookup(",
        "random_password.",
        "random_string.",
        "aws_",
        "azurerm_",
        "google_",
        "vault_generic_secret.",
        "data[",
        "!ref",
        "!sub",
        "!getatt",
        "ref:",
        "fn::",
        "enc[",
        "vault:",
        "ref+",
        "op://",
        "arn:aws:secretsmanager",
        "arn:aws:ssm",
        "@microsoft.keyvault(",
        "file:",
        "/run/secrets/",
        "/var/run/secrets",
        "ephemeral.",
        "{{resolve:",
        "kubernetes_",
        "tls_private_key.",
        "getenv(",
        "nonsensitive(",
        "data.vault",
    ];
    let lower = value.get(..value.len().min(64)).unwrap_or("").to_ascii_lowercase();
    if HEADS.iter().any(|head| lower.starts_with(head)) && !value.contains('"') {
        return true;
    }
    let inside = |open: &str, close: &str| {
        value.starts_with(open)
            && value.ends_with(close)
            && value.len() >= open.len() + close.len()
            && value.get(open.len()..value.len() - close.len()).is_some_and(|body| !body.contains(close))
    };
    if value.starts_with("${{") && value.ends_with("}}") {
        return true;
    }
    if inside("${", "}") {
        // `${VAR:-default}` holds a literal.
        return !value.contains(":-") && !value.contains('"') || value.ends_with(":-}");
    }
    // `{token}` of a format string.
    if inside("{", "}")
        && value.get(1..value.len() - 1).is_some_and(|inner| {
            inner.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'.'))
                && super::names::says(inner).is_some()
        })
    {
        return true;
    }
    // Jira writes code as `{{x}}`.
    let marked_up = value.len() > 12
        && value
            .strip_prefix("{{")
            .and_then(|rest| rest.strip_suffix("}}"))
            .is_some_and(|inner| !inner.contains([' ', '.']) && (is_random(inner) || is_tokenish(inner)));
    if inside("$(", ")")
        || inside("{{", "}}") && !marked_up
        || inside("<%", "%>")
        || inside("#{", "}")
        || inside("@@", "@@")
        || inside("__", "__")
        || inside("%env(", ")%")
        || inside("((", "))")
        || inside("[[", "]]")
    {
        return true;
    }
    if let Some(name) = value.strip_prefix('$') {
        let name = name.strip_prefix("env:").unwrap_or(name);
        if is_variable(name) {
            return true;
        }
    }
    if value.len() > 2
        && value.starts_with('%')
        && value.ends_with('%')
        && value
            .bytes()
            .skip(1)
            .take(value.len() - 2)
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    {
        return true;
    }
    // A pattern that passwords must match.
    if value.starts_with('^')
        && ["[A-Z", "[a-z", "[0-9", "\\d", "\\w", "(?="].iter().any(|class| value.contains(class))
    {
        return true;
    }
    // `%s`, `%v`, `{}` of format strings.
    if matches!(value, "%s" | "%v" | "%d" | "%q" | "{}" | "{0}" | "$1" | "?" | "''" | "\"\"" | "%w" | "%@") {
        return true;
    }
    false
}

/// Whether what stands after a `$` is the name of a variable: `$pring2024` is none, though a shell would take it.
fn is_variable(name: &str) -> bool {
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let inner = name.as_bytes().windows(3).any(|three| {
        matches!(three, [a, b, c] if a.is_ascii_lowercase() && b.is_ascii_digit() && c.is_ascii_lowercase())
    });
    const NUMBERED: [&str; 10] = ["s3", "ec2", "k8s", "x86", "ipv", "oauth2", "b64", "http2", "v1", "v2"];
    let drawn = (digits >= 2 || inner && !NUMBERED.iter().any(|word| name.contains(word)))
        && name.bytes().any(|byte| byte.is_ascii_lowercase())
        && name.bytes().filter(|byte| *byte == b'_').count() < 2
        && super::names::says(name).is_none();
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && !drawn
}

fn is_stand_in(value: &str, lower: &str) -> bool {
    if value.starts_with('<')
        && value.ends_with('>')
        && value.get(1..value.len() - 1).is_some_and(|body| {
            !body.is_empty()
                && body
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | '\''))
        })
    {
        return true;
    }
    const HEADS: [&str; 18] = [
        "your-",
        "your_",
        "<your",
        "my-secret-",
        "replace",
        "change_me",
        "changeme_",
        "change-me",
        "insert",
        "example-",
        "example_",
        "dummy-",
        "dummy_",
        "fake-",
        "fake_",
        "sample-",
        "placeholder",
        "todo",
    ];
    if HEADS.iter().any(|head| lower.starts_with(head))
        && value.len() <= 48
        && !value.bytes().any(|byte| byte.is_ascii_digit())
    {
        return true;
    }
    (lower.ends_with("-here")
        || lower.ends_with("_here")
        || lower.ends_with("...")
        || lower.contains("<your"))
        && value.len() <= 48
        || lower == "changeit_"
        || value.chars().all(|c| c == '.' || c == '…')
}

/// Shannon entropy in bits per byte.
pub(super) fn entropy(bytes: &[u8]) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in bytes {
        if let Some(count) = counts.get_mut(usize::from(*byte)) {
            *count += 1;
        }
    }
    let all = f64::from(u32::try_from(bytes.len().max(1)).unwrap_or(u32::MAX));
    counts
        .iter()
        .filter(|count| **count > 0)
        .map(|count| f64::from(*count) / all)
        .map(|share| -share * share.log2())
        .sum()
}

/// Hexadecimal digits in a length that digests have.
pub(super) fn is_digest(value: &str) -> bool {
    let bytes = value.strip_prefix("0x").unwrap_or(value).as_bytes();
    let hex = bytes.iter().all(u8::is_ascii_hexdigit);
    hex && (matches!(bytes.len(), 32 | 40 | 48 | 56 | 64 | 96 | 128) || (7..=12).contains(&bytes.len()))
}

/// `8-4-4-4-12` hexadecimal digits.
pub(super) fn is_uuid(value: &str) -> bool {
    value.len() == 36
        && value.bytes().enumerate().all(|(at, byte)| {
            if matches!(at, 8 | 13 | 18 | 23) { byte == b'-' } else { byte.is_ascii_hexdigit() }
        })
}

/// Whether a value reads as a token, a digest or an id: one long word, not of a language. Only a name makes it a secret.
pub(super) fn is_tokenish(value: &str) -> bool {
    let value = value.trim_end_matches('=');
    let hex = value.len() >= 24 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    hex || is_uuid(value)
        || is_random(value)
        || value.len() >= 14
            && value.bytes().all(|byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+' | b'/' | b'.' | b'~' | b':')
            })
            && value.bytes().filter(u8::is_ascii_digit).count() >= 2
            && has_mixed_part(value)
}

/// A part between marks that mixes digits with letters of both cases, or changes between them often.
pub(super) fn has_mixed_part(value: &str) -> bool {
    value.split(['-', '_', '.', '/', ':', '+', '~']).any(|part| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        let upper = part.bytes().filter(u8::is_ascii_uppercase).count();
        let lower = part.bytes().filter(u8::is_ascii_lowercase).count();
        let changes = part
            .as_bytes()
            .windows(2)
            .filter(|pair| matches!(pair, [a, b] if a.is_ascii_digit() != b.is_ascii_digit()))
            .count();
        part.len() >= 8 && digits > 0 && (upper > 0 && lower > 0 && part.len() >= 10 || changes >= 4)
    })
}

/// Whether a word of prose reads as a password: not a word, number, version, date, path or name of code.
pub(super) fn is_password_like(word: &str) -> bool {
    let count = word.chars().count();
    if !(4..=200).contains(&count) || is_never_secret(word) || word.contains("://") {
        return false;
    }
    let variable =
        word.strip_prefix('$').is_some_and(|name| !name.starts_with(|c: char| c.is_ascii_alphabetic()));
    if variable || word.starts_with(['/', '-', '(', '<', '{', '[', '.']) || word.contains("()") {
        return false;
    }
    const KNOWN: [&str; 28] = [
        "utf-8",
        "utf8",
        "sha256",
        "sha1",
        "sha512",
        "md5",
        "base64",
        "oauth2",
        "aes-256",
        "aes256",
        "x509",
        "scram",
        "argon2",
        "argon2id",
        "pbkdf2",
        "bcrypt",
        "rfc",
        "id_rsa",
        "id_ed25519",
        "ed25519",
        "rs256",
        "hs256",
        "k8s",
        "s3",
        "ec2",
        "ipv4",
        "ipv6",
        "log4j",
    ];
    let lower = word.to_lowercase();
    if KNOWN.iter().any(|known| {
        lower == *known || lower.starts_with(known) && known.len() > 3 && lower.len() < known.len() + 4
    }) {
        return false;
    }
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let marks = word
        .chars()
        .filter(|c| {
            matches!(
                c,
                '!' | '@' | '#' | '$' | '%' | '^' | '&' | '*' | '?' | '+' | '~' | '=' | '|' | ';' | '<' | '>'
            )
        })
        .count();
    if letters == 0 {
        return digits >= 6 && digits == count;
    }
    // Versions, sizes, times: digits first, then a unit.
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ':' | '-' | '+'));
    if unit.len() < word.len()
        && unit.chars().count() <= 3
        && unit.chars().all(char::is_alphabetic)
        && marks == 0
    {
        return false;
    }
    if word
        .strip_prefix('v')
        .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'))
    {
        return false;
    }
    // Attributes and addresses of code: `db.password1`, `aws_db_instance.x2`.
    let dotted = word.split('.').count() > 1
        && word.split('.').all(|part| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        })
        && marks == 0;
    if dotted {
        return false;
    }
    marks > 0 || digits > 0 || is_drawn(word)
}

/// Letters that no language puts side by side.
pub(super) fn is_drawn(word: &str) -> bool {
    if word.len() < 8 || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    let vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let (mut run, mut longest) = (0, 0);
    for byte in lower.bytes() {
        run = if vowel(byte) { 0 } else { run + 1 };
        longest = longest.max(run);
    }
    let vowels = lower.bytes().filter(|byte| vowel(*byte)).count();
    let rare = lower.bytes().filter(|byte| matches!(byte, b'q' | b'x' | b'z' | b'j')).count();
    let humps = word
        .as_bytes()
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()))
        .count();
    longest >= 5 || vowels * 6 < word.len() || rare * 4 > word.len() || humps * 4 >= word.len()
}

/// Twenty letters and more that change their case as no words in code do.
pub(super) fn is_drawn_in_letters(value: &str) -> bool {
    let cases = value
        .as_bytes()
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if a.is_ascii_uppercase() != b.is_ascii_uppercase()))
        .count();
    value.len() >= 20
        && cases * 3 > value.len()
        && value.bytes().all(|byte| byte.is_ascii_alphabetic())
        && is_drawn(value)
}

/// Whether a value looks drawn at random, judged against its length and alphabet. Digests, ids and words do not.
pub(super) fn is_random(value: &str) -> bool {
    let bytes = value.as_bytes();
    if bytes.len() < 16
        || is_uuid(value)
        || is_digest(value)
        || bytes.iter().any(|byte| !byte.is_ascii_graphic())
    {
        return false;
    }
    // `Linux-terraform-9f86d081...`: a name with a digest behind it.
    if value.rsplit_once('-').is_some_and(|(name, last)| {
        last.len() >= 32
            && is_digest(last)
            && name.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'_' | b'.'))
    }) {
        return false;
    }
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let upper = bytes.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    let lower = bytes.iter().filter(|byte| byte.is_ascii_lowercase()).count();
    if digits == 0 && is_drawn_in_letters(value) {
        return true;
    }
    if digits == 0 || upper + lower == 0 {
        return false;
    }
    // Words joined by - _ / . are names.
    let parts: Vec<&str> = value.split(['-', '_', '/', '.', ':']).filter(|part| !part.is_empty()).collect();
    let is_word = |part: &&str| {
        part.len() <= 3
            || part.bytes().all(|byte| byte.is_ascii_digit())
            || part.bytes().all(|byte| byte.is_ascii_lowercase())
            || part.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    if parts.len() > 1 && parts.iter().all(is_word) {
        return false;
    }
    // Changes between classes of characters: words with a number have few.
    let class = |byte: u8| match byte {
        b'0'..=b'9' => 0,
        b'a'..=b'z' => 1,
        b'A'..=b'Z' => 2,
        _ => 3,
    };
    let changes = bytes.windows(2).filter(|pair| matches!(pair, [a, b] if class(*a) != class(*b))).count();
    let expected = if upper > 0 && lower > 0 { bytes.len() * 3 / 10 } else { bytes.len() / 5 };
    let floor = if bytes.len() >= 32 {
        3.6
    } else if bytes.len() >= 20 {
        3.3
    } else {
        3.0
    };
    changes >= expected.max(4) && entropy(bytes) >= floor
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_masks_and_stand_ins_are_no_secrets() {
        for value in [
            "var.password",
            "${var.x}",
            "$DB_PASS",
            "${{ secrets.X }}",
            "{{ .Values.x }}",
            "********",
            "<your-token>",
            "(sensitive value)",
            "your-api-key-here",
            "ENC[AES256_GCM,data:x]",
            "null",
            "data.vault_generic_secret.db.data[x]",
        ] {
            assert!(is_never_secret(value), "{value}");
        }
        for value in ["hunter2", "changeme", "admin", "p@ss", "${VAR:-literal}", "copper-willow-42"] {
            assert!(!is_never_secret(value), "{value}");
        }
    }

    #[test]
    fn quotes_of_any_level_are_followed() {
        let of = |text: &str| {
            quoted(text.as_bytes(), 0).and_then(|value| text.get(value.start..value.end).map(str::to_owned))
        };
        assert_eq!(of(r#""a\"b" c"#).as_deref(), Some(r#"a\"b"#));
        assert_eq!(of(r#"\"a\", \"b\""#).as_deref(), Some("a"));
        assert_eq!(of(r#"\\\"a\\\""#).as_deref(), Some("a"));
        assert_eq!(of("'it''s' x").as_deref(), Some("it''s"));
        assert_eq!(of(r#""${lookup(x, "y")}" z"#).as_deref(), Some(r#"${lookup(x, "y")}"#));
    }

    #[test]
    fn names_and_digests_are_not_random() {
        for value in [
            "existingSubscriptionAssignmentValidationGroup",
            "copper-willow-tundra-lantern-42",
            "d41d8cd98f00b204e9800998ecf8427e",
            "prod-eu-west-1-cluster-2",
        ] {
            assert!(!is_random(value), "{value}");
        }
        assert!(is_random("wJalrXUtnFEMI7K9MDENGbPxRfiCYzQ3"));
    }
}

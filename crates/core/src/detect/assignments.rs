//! Values that stand under a name which says that they are secret: in HCL, JSON, YAML, env, ini, XML, SQL, command
//! lines, headers, queries, tables and prose, at any level of escaping.

use super::names::{self, Said, Strength};
use super::values::{self, Until, Value};
use super::{Finder, Found};

/// Reads the assignment whose name holds `hit`; returns where the name ends.
pub(super) fn read(finder: &mut Finder<'_>, hit: (usize, usize)) -> usize {
    let text = finder.bytes;
    let is_name =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'$') || byte >= 0x80;
    let mut start = hit.0;
    while start > 0 && hit.0 - start < 120 && text.get(start - 1).is_some_and(|byte| is_name(*byte)) {
        start -= 1;
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
    if text.get(end - 1).is_some_and(|byte| matches!(byte, b'=' | b':' | b' ' | b'"')) {
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
    let Some(name) = finder.text.get(start..end) else { return end.max(hit.1) };
    let lower = name.to_ascii_lowercase();
    if lower == "value" || lower.ends_with("_value") && lower.len() < 16 {
        return end;
    }
    if lower.starts_with("identified") {
        sql(finder, end);
        return end;
    }
    let said = names::says(name).or_else(|| spaced(finder, start, name));
    let is_pair_name = false;
    _ = is_pair_name;
    if let Some(said) = said {
        value_of(finder, name, said, start, end);
        sibling(finder, start, end);
    } else {
        sibling(finder, start, end);
    }
    end
}

/// `Unseal Key 1:`, `API key:`: words with blanks between them.
fn spaced(finder: &Finder<'_>, start: usize, name: &str) -> Option<Said> {
    let lower = name.to_ascii_lowercase();
    if !matches!(lower.as_str(), "key" | "keys" | "id" | "string" | "code" | "phrase" | "word") {
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

/// `{"name": "DB_PASSWORD", "value": "..."}`, `- name: X` / `value: ...`, `<add key="X" value="..."/>`: the name is itself a value.
fn sibling(finder: &mut Finder<'_>, start: usize, end: usize) {
    let text = finder.bytes;
    // What stands before must be `name:` or its like.
    let from = start.saturating_sub(24);
    let Some(before) = text.get(from..start) else { return };
    let before = String::from_utf8_lossy(before).to_ascii_lowercase();
    let trimmed = before.trim_end_matches([' ', '"', '\'', '\\', '\t']);
    let Some(trimmed) = trimmed.strip_suffix([':', '=']) else { return };
    let trimmed = trimmed.trim_end_matches([' ', '"', '\'', '\\', '\t']);
    if !["name", "key", "parameter", "variable", "envvar", "env", "parameterkey", "k", "id"]
        .iter()
        .any(|word| trimmed.ends_with(word))
    {
        return;
    }
    let Some(said) =
        finder.text.get(start..end).and_then(names::says).filter(|said| said.strength == Strength::Strong)
    else {
        return;
    };
    let window_end = text.len().min(end + 400);
    let Some(window) = text.get(end..window_end) else { return };
    let mut at = 0;
    while let Some(found) =
        window.get(at..).and_then(|rest| memchr::memmem::find(&rest.to_ascii_lowercase(), b"value"))
    {
        let value_at = at + found;
        // The next list item or object is another's.
        let between = window.get(..value_at).unwrap_or(b"");
        if memchr::memchr(b'}', between).is_some()
            || memchr::memmem::find(between, b"- name").is_some()
            || memchr::memmem::find(between, b"/>").is_some()
        {
            return;
        }
        let name_end = end + value_at + 5;
        value_of(finder, "value", said, end + value_at, name_end);
        at = value_at + 5;
        if at > 360 {
            return;
        }
    }
}

/// `IDENTIFIED BY 'x'`, `IDENTIFIED WITH plugin AS 'x'`.
fn sql(finder: &mut Finder<'_>, end: usize) {
    let line = values::line_end(finder.bytes, end);
    let Some(rest) = finder.bytes.get(end..line) else { return };
    if let Some(found) = memchr::memchr2(b'\'', b'"', rest)
        && found < 60
        && let Some(value) = values::quoted(finder.bytes, end + found)
    {
        finder.keep(value, "sql-password", "PASSWORD", false);
    }
}

/// Follows the separator after the name and takes the value.
pub(super) fn value_of(finder: &mut Finder<'_>, name: &str, said: Said, start: usize, name_end: usize) {
    let text = finder.bytes;
    let mut at = name_end;
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
    if text.get(at) == Some(&b']') && quotes > 0 {
        at += 1;
    }
    let gap = at;
    at = values::blanks(text, at);
    let blank = at - gap;
    let separator = text.get(at).copied();
    let rest = text.get(at..).unwrap_or(b"");
    let starts = |mark: &[u8]| rest.starts_with(mark);
    let flagged = start > 0 && text.get(start - 1) == Some(&b'-');
    let (from, mark) = if starts(b"==") || starts(b"!=") || starts(b"=>") || starts(b":=") || starts(b"||") {
        (at + 2, '=')
    } else if starts(b"%3D") || starts(b"%3d") || starts(b"%3A") || starts(b"%3a") {
        (at + 3, '%')
    } else if separator == Some(b'=') {
        (at + 1, '=')
    } else if separator == Some(b':') && !starts(b"://") && !starts(b"::") {
        (at + 1, ':')
    } else if "：＝".chars().any(|c| starts(c.to_string().as_bytes())) {
        (at + 3, ':')
    } else if separator == Some(b'>') && start > 0 && matches!(text.get(start - 1), Some(b'<' | b':')) {
        xml(finder, name, said, at + 1);
        return;
    } else if separator == Some(b'|') && blank > 0 {
        (at + 1, '|')
    } else if separator == Some(b'(') && blank == 0 {
        // `.setPassword("x")`, `PASSWORD('x')`.
        (at + 1, '(')
    } else if separator == Some(b',') && quotes > 0 {
        // `"-var", "password=x"` is read at its own name; `"--password", "x"` here.
        (at + 1, ',')
    } else if blank > 0 && separator.is_some() {
        by_blank(finder, name, said, start, at, blank, flagged);
        return;
    } else {
        prose(finder, said, name_end);
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
    if mark == '|' && text.get(at) == Some(&b'`') {
        at += 1;
        let value = values::unquoted(text, at, Until::Blank);
        judge(finder, name, said, value);
        return;
    }
    // YAML tags and anchors: `!vault |`, `&a `.
    while matches!(text.get(at), Some(b'!' | b'&')) && mark == ':' {
        let word = values::unquoted(text, at, Until::Blank);
        if word.end == at || !matches!(text.get(word.end), Some(b' ')) {
            break;
        }
        at = values::blanks(text, word.end);
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
            list_below(finder, name, said, start, at);
        }
        return;
    }
    if let Some(byte) = rest.first().copied() {
        if byte == b'[' {
            list(finder, name, said, at);
            return;
        }
        if byte == b'{' {
            if rest.starts_with(b"{{") {
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
        return;
    }
    let until = if mark == '%' {
        Until::Query
    } else {
        ends_at(finder, name, start, from, mark, flagged, name_quoted)
    };
    let mut value = values::unquoted(text, at, until);
    if mark == '(' || mark == ',' {
        return;
    }
    if mark == '%'
        && let Some(found) =
            text.get(value.start..value.end).and_then(|body| memchr::memmem::find(body, b"%26"))
    {
        value.end = value.start + found;
    }
    if until == Until::Line {
        value = trimmed_line(finder, value, mark);
    }
    judge(finder, name, said, value);
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
    let end_of_line = values::line_end(text, from);
    let after = text.get(from..end_of_line).unwrap_or(b"");
    if start > 0 && matches!(text.get(start - 1), Some(b'?' | b'&'))
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
    if mark == '=' && before.contains(';') && before.contains('=') {
        return Until::Semicolon;
    }
    if mark == '='
        && memchr::memchr(b'&', after).is_some()
        && memchr::memchr(b' ', after)
            .is_none_or(|blank| memchr::memchr(b'&', after).is_some_and(|and| and < blank))
        && !before.contains("://")
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
    if opened.is_empty() || is_export && !before.contains("&&") {
        // A shell's environment before a command: `PGPASSWORD=x psql -h y`.
        if mark == '=' && looks_like_command(after) {
            return Until::Blank;
        }
        return Until::Line;
    }
    // A log's own prefix before `key: value`.
    if mark == ':'
        && (opened.ends_with("] ") || opened.ends_with("Z ") || opened.ends_with("│ "))
        && !after.contains(&b' ')
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
    COMMANDS.contains(&word)
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
                > words.len();
        if prose {
            let first = words.first().copied().unwrap_or("");
            let is_word = first.chars().all(|c| c.is_alphabetic() || matches!(c, ',' | '.'));
            value.end = if is_word { value.start } else { value.start + first.len() };
            return value;
        }
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

/// ` -> "new"` of a plan.
fn arrow(text: &[u8], after: usize) -> Option<Value> {
    let at = values::blanks(text, after);
    if text.get(at..at + 2)? != b"->" {
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
    if said.strength == Strength::Weak && !flagged {
        return;
    }
    let line = values::line_start(text, start);
    let before = finder.text.get(line..start).unwrap_or("");
    let next = text.get(at).copied().unwrap_or(b' ');
    if matches!(next, b'\n' | b'\r') {
        return;
    }
    if matches!(next, b'"' | b'\'' | b'`') || (next == b'\\' && text.get(at + 1) == Some(&b'"')) {
        // SQL, quoted flags, and prose with a quoted word.
        if let Some(value) = values::quoted(text, at) {
            judge(finder, name, said, value);
        }
        return;
    }
    if next == b'N' && text.get(at + 1) == Some(&b'\'') {
        if let Some(value) = values::quoted(text, at + 1) {
            judge(finder, name, said, value);
        }
        return;
    }
    let lower = before.to_ascii_lowercase();
    let netrc = lower.contains("login ")
        || lower.contains("machine ")
        || lower.trim().is_empty()
            && text
                .get(line.saturating_sub(60)..line)
                .is_some_and(|above| memchr::memmem::find(above, b"login ").is_some());
    let table = blank >= 2 && lower.trim().is_empty() || text.get(at - 1) == Some(&b'\t');
    let conf = lower.trim().is_empty()
        && matches!(
            name.to_ascii_lowercase().as_str(),
            "requirepass" | "masterauth" | "password" | "secret" | "rpcpassword" | "pass" | "psk"
        );
    let command = ["set ", "setx ", "env "].iter().any(|word| lower.ends_with(word));
    if flagged || netrc || table || conf || command {
        let value = values::unquoted(text, at, Until::Blank);
        let word = finder.text.get(value.start..value.end).unwrap_or("");
        // Configuration without a separator, and a table's heading, are words.
        let rest_of_line = finder.text.get(value.end..values::line_end(text, value.end)).unwrap_or("").trim();
        if (table || conf)
            && !flagged
            && !netrc
            && word.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
            && (!rest_of_line.is_empty() || word.starts_with('-'))
        {
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
    prose(finder, said, at - blank);
}

/// "The password is x", "password was set to 'x'", "パスワードは「x」です".
fn prose(finder: &mut Finder<'_>, said: Said, from: usize) {
    if said.strength == Strength::Weak {
        return;
    }
    let text = finder.bytes;
    let end = values::line_end(text, from).min(from + 160);
    let Some(rest) = finder
        .text
        .get(from..end)
        .or_else(|| finder.text.get(from..(from..=end).rev().find(|at| finder.text.is_char_boundary(*at))?))
    else {
        return;
    };
    const LINKS: [&str; 26] = [
        " is now ",
        " is currently ",
        " is still ",
        " is set to ",
        " was set to ",
        " was changed to ",
        " has been reset to ",
        " set to ",
        " changed to ",
        " reset to ",
        " is: ",
        " is ",
        " was ",
        " are ",
        " will be ",
        " =",
        "は",
        "是",
        "为",
        " ist ",
        " est ",
        " es ",
        " è ",
        " to ",
        " of ",
        " ",
    ];
    let trimmed = rest.trim_start_matches(['"', '\'', '*', '_', '`']);
    let skipped = rest.len() - trimmed.len();
    // `password for user bob is x`.
    let mut offset = 0;
    let mut found = None;
    for link in LINKS.iter().take(LINKS.len() - 3) {
        if let Some(at) = trimmed.find(link)
            && at <= 60
            && (at == 0
                || trimmed.get(..at).is_some_and(|between| {
                    between.starts_with([' ', '(']) && !between.contains(['.', '=', ';', ':', '{'])
                }))
            && found.is_none_or(|(best, _)| at < best)
        {
            found = Some((at, link.len()));
        }
    }
    if let Some((at, length)) = found {
        offset = at + length;
    }
    if found.is_none() {
        // A refused value is often quoted right after: `MasterUserPassword hunter2! is not a valid password`.
        if let Some(end) = trimmed.find(" is not a valid").filter(|end| *end > 4 && *end < 80) {
            let start = from + skipped + 1;
            judge(
                finder,
                "password",
                said,
                Value { start, end: from + skipped + end, after: start, quoted: true },
            );
            return;
        }
        let Some(word) = trimmed.strip_prefix(' ').and_then(|rest| rest.split(' ').next()) else { return };
        if !trimmed.contains("is not a valid")
            && !trimmed.contains("is invalid")
            && !trimmed.contains("rejected")
            || word.len() < 4
        {
            return;
        }
        offset = 1;
    }
    let at = from + skipped + offset;
    let mut at = values::blanks(text, at);
    for open in ["\"", "'", "`", "“", "«", "「", "‘", "**", "<"] {
        if text.get(at..).is_some_and(|rest| rest.starts_with(open.as_bytes())) {
            let close = match open {
                "“" => "”",
                "«" => "»",
                "「" => "」",
                "‘" => "’",
                "<" => ">",
                same => same,
            };
            let begin = at + open.len();
            let window = text.get(begin..text.len().min(begin + 200)).unwrap_or(b"");
            if let Some(found) = memchr::memmem::find(window, close.as_bytes()) {
                let value = Value { start: begin, end: begin + found, after: begin + found, quoted: true };
                let body = finder.text.get(value.start..value.end).unwrap_or("");
                if !body.contains('\n') && (open != "<") {
                    judge(finder, "password", said, value);
                }
                return;
            }
            at = begin;
        }
    }
    let mut value = values::unquoted(text, at, Until::Blank);
    while value.end > value.start
        && matches!(text.get(value.end - 1), Some(b'.' | b',' | b';' | b':' | b')' | b'?' | b'*'))
    {
        value.end -= 1;
    }
    let word = finder.text.get(value.start..value.end).unwrap_or("");
    let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
    let has_mark = word.bytes().any(|byte| {
        matches!(byte, b'!' | b'@' | b'#' | b'$' | b'%' | b'^' | b'&' | b'*' | b'?' | b'+' | b'~' | b'=')
    });
    if word.len() >= 4
        && (has_digit || has_mark && word.bytes().any(|byte| byte.is_ascii_alphabetic()))
        && !word.starts_with(['/', '-', '('])
        && !word.contains("://")
    {
        judge(finder, "password", said, value);
    }
}

fn xml(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) {
    let window = finder.bytes.get(at..finder.bytes.len().min(at + 4096)).unwrap_or(b"");
    let (skip, close): (usize, &[u8]) =
        if window.starts_with(b"<![CDATA[") { (9, b"]]>") } else { (0, b"</") };
    let Some(found) = memchr::memmem::find(window, close) else { return };
    if found < skip {
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

/// `tokens: ["a", "b"]`.
fn list(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) {
    let text = finder.bytes;
    let mut here = at + 1;
    for _ in 0..200 {
        while matches!(text.get(here), Some(b' ' | b'\t' | b'\n' | b'\r' | b',')) {
            here += 1;
        }
        match text.get(here) {
            Some(b'"' | b'\'' | b'\\') => {
                let Some(value) = values::quoted(text, here) else { return };
                judge(finder, name, said, value);
                if value.after <= here {
                    return;
                }
                here = value.after;
            }
            Some(b']') | None => return,
            Some(_) if said.strength == Strength::Strong => {
                let value = values::unquoted(text, here, Until::Blank);
                let end = text
                    .get(value.start..value.end)
                    .and_then(|body| memchr::memchr2(b',', b']', body))
                    .map_or(value.end, |found| value.start + found);
                judge(finder, name, said, Value { end, ..value });
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
        if lead + 2 < own || item.contains(": ") {
            return;
        }
        let begin = here + lead + 2;
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
    if body.is_empty() || body.len() > values::LONGEST {
        return;
    }
    if body.trim().is_empty() || values::is_never_secret(body) {
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
    if said.kind == "COOKIE" {
        cookies(finder, value);
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
        || body.starts_with("ssh-ed25519 ")
        || body.starts_with("ecdsa-sha2")
        || body.starts_with("-----BEGIN CERT")
        || body.starts_with("-----BEGIN PUBLIC")
        || body.starts_with("age1")
    {
        return;
    }
    if is_code(body, value.quoted) {
        return;
    }
    let digits_only = bare.bytes().all(|byte| byte.is_ascii_digit());
    if digits_only && (said.kind != "PASSWORD" && bare.len() < 7 || bare.len() < 4) {
        return;
    }
    let is_path = (bare.starts_with('/')
        || bare.starts_with("./")
        || bare.starts_with("~/")
        || bare.starts_with("C:\\"))
        && !value_is_random_path(bare);
    if is_path && said.kind != "PASSWORD" {
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
        Strength::Weak => {
            let connection = matches!(said.kind, "CONNECTION_STRING" | "URL" | "USER_DATA");
            if !connection
                && (values::is_random(bare)
                    || (said.kind == "AUTH" && bare.contains(':') && bare.len() >= 8 && !bare.contains(' '))
                    || is_base64_key(bare))
            {
                keep_trimmed(finder, value, "weak-assignment", said.kind);
            }
        }
    }
}

fn is_base64_key(value: &str) -> bool {
    (value.len() == 44 && value.ends_with('=')
        || value.len() == 88 && value.ends_with("==")
        || value.len() == 24 && value.ends_with("=="))
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_'))
}

fn value_is_random_path(value: &str) -> bool {
    // A slash is one of base64's characters; names of folders are words, however many stand in a row.
    let is_base64 =
        value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='));
    let is_word = |part: &&str| {
        let tail = part.trim_start_matches(|c: char| c.is_ascii_uppercase());
        part.len() - tail.len() <= 1
            && tail
                .trim_end_matches(|c: char| c.is_ascii_digit())
                .bytes()
                .all(|byte| byte.is_ascii_lowercase())
    };
    let in_words: usize = value.split('/').filter(is_word).map(str::len).sum();
    value.len() >= 20
        && (values::is_random(value.trim_start_matches('/')) && value.matches('/').count() < 4
            || is_base64 && in_words * 2 < value.len() && values::is_random(&value.replace('/', "")))
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
        && !head.is_empty()
        && head.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
    {
        return true;
    }
    if after.starts_with('[')
        && !head.is_empty()
        && head.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
        && body.contains(']')
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
        assert!(value_is_random_path(&["/wIy/AhkHwlHmqvMu8cvu/TV", "Tw/jr7fS6WFq4UBI"].concat()));
        assert!(!value_is_random_path("/Users/Maria/Projects2024/Terraform/Secrets/Token"));
        assert!(!value_is_random_path("/etc/ssl/private/server3/key"));
    }
}

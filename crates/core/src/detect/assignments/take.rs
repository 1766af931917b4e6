//! Where the value of an assignment stands, once its name and sign are read.

use super::blocks::{block_scalar, further_parts, heredoc};
use super::calls::{annotated, arguments, in_square_brackets, secure_string, typed};
use super::ending::{
    before_sentence, before_settings, ends_at, has_further_pair, is_command, is_phrase, is_set_flag,
    next_of_list, next_pair, trimmed_line,
};
use super::judge::{inner_members, judge};
use super::members::{list, list_below, members, members_below};
use super::{objects, piped};
use crate::detect::names::{self, Said, Strength};
use crate::detect::values::{self, Until, Value};
use crate::detect::{Finder, containers, framed};

#[expect(clippy::too_many_arguments, reason = "the parts of one assignment; a struct would only rename them")]
pub(super) fn take(
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
    if mark == '='
        && at == from + 1
        && finder
            .text
            .get(from..values::line_end(text, from))
            .is_some_and(|after| piped::is_run_without(name, after))
    {
        return;
    }
    // `DB_PASSWORD: => 'x'` of a runner's debug log.
    if mark == ':' && text.get(at..at + 3) == Some(b"=> ") {
        at = values::blanks(text, at + 3);
    }
    // Markdown: `**API key:** x`.
    while mark == ':'
        && (matches!(text.get(at..at + 2), Some(b"**" | b"* " | b"*`" | b"_ "))
            // `__NAME__` is a stand-in.
            || text.get(at..at + 2) == Some(b"__") && !text.get(at + 2).is_some_and(u8::is_ascii_alphabetic))
    {
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
        // `az.getSecret('sub', 'rg')`
        let lower = name.rsplit('.').next().unwrap_or(name).to_ascii_lowercase();
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
            // `Cookie("theme", "dark")`
            let drawn = || finder.text.get(second.start..second.end).is_some_and(values::is_tokenish);
            if said.kind != "COOKIE" || drawn() {
                judge(finder, name, said, second);
            }
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
        // What heads a table of psql names its columns; the rows of others have a border below them.
        let end = values::line_end(text, at);
        let below =
            text.get(end..values::line_end(text, (end + 1).min(text.len()))).unwrap_or(b"").trim_ascii();
        if below.starts_with(b"---")
            && below.contains(&b'+')
            && below.iter().all(|byte| matches!(byte, b'-' | b'+'))
            && text.get(values::blanks(text, line)) != Some(&b'|')
        {
            return;
        }
        let first = text.get(line..start).is_some_and(|head| memchr::memchr_iter(b'|', head).count() <= 1);
        let end = values::line_end(text, at);
        let cell = finder.text.get(at..end).unwrap_or("").split('|').next().unwrap_or("").trim();
        let cell = cell.trim_matches(['`', '*', '"']);
        // `| /prod/db/pass | SecureString | x |` of a parameter store.
        if cell == "SecureString" {
            return;
        }
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
    if mark == ':'
        && (at == from && said.kind != "PASSWORD" && is_scope(finder, start, at)
            || annotated(finder, name, said, at))
        || matches!(mark, ':' | '=') && at > from && !name_quoted && is_explained(finder, start, at)
    {
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
            || ["ref", "env", "secret", "lookup", "import", "include", "file", "ssm", "var", "param"]
                .iter()
                .any(|word| tag.to_ascii_lowercase().contains(word))
        {
            return;
        }
        at = values::blanks(text, word.end);
    }
    // `creds=( [db]="x" )`, `TOKENS=("a" "b")`: an array of a shell.
    if mark == '='
        && text.get(at) == Some(&b'(')
        && at == name_end_of(finder, start) + 1
        && said.strength == Strength::Strong
        && array(finder, name, said, at)
    {
        return;
    }
    // Snowflake's `CREDENTIALS = (AWS_KEY_ID = 'x' AWS_SECRET_KEY = 'y')`: members with names of their own.
    if mark == '='
        && text.get(at) == Some(&b'(')
        && let Some(word) = values::word(text, at + 1)
        && text.get(at + 1).is_some_and(u8::is_ascii_uppercase)
        && (text.get(values::blanks(text, word.after)) == Some(&b'=')
            || finder.text.get(word.start..word.end).is_some_and(|word| word.contains("='")))
    {
        return;
    }
    // `password = ("a"`: a bracket round the parts of a literal.
    if mark == '=' && text.get(at) == Some(&b'(') && matches!(text.get(at + 1), Some(b'"' | b'\'')) {
        at += 1;
    }
    // Rust's wider form: `Some(` and the value on the line below.
    if text.get(at..at + 6) == Some(b"Some(\n") {
        at = values::blanks(text, at + 6);
    }
    // The line goes on below: `X-Token: \`.
    if text.get(at) == Some(&b'\\') && text.get(at + 1) == Some(&b'\n') {
        at = values::blanks(text, at + 2);
    }
    // PHP shows `["password"]=> string(16) "x"`.
    if text.get(at..at + 7).is_some_and(|head| head == b"string(")
        && let Some(close) = text.get(at..at + 16).and_then(|rest| crate::text::find_bytes(rest, b") \""))
    {
        at += close + 2;
    }
    // Go shows a pointer as `(*string)(0xc0001234)`, and what it points at in quotes behind it.
    if text.get(at..at + 2) == Some(b"(*") {
        let line = values::line_end(text, at).min(at + 80);
        let open = text.get(at..line).and_then(|rest| crate::text::find_bytes(rest, b") \""));
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
    if objects::is_state(rest) || objects::is_pointer(rest) || piped::is_begun_command(rest) {
        return;
    }
    // ERB: `<%= ENV.fetch("X") { "x" } %>`.
    if rest.starts_with(b"<%") && said.strength == Strength::Strong {
        let end = values::line_end(text, at).min(at + 200);
        for open in ["{ \"", "{ '", "|| \"", "|| '", ", \"", ", '"] {
            if let Some(found) = finder.text.get(at..end).and_then(|body| body.find(open))
                && let Some(value) = values::quoted(text, at + found + open.len() - 1)
            {
                judge(finder, name, said, value);
            }
        }
        return;
    }
    if rest.starts_with(b"<<") && mark == '=' {
        heredoc(finder, said, at);
        return;
    }
    if matches!(rest.first(), Some(b'|' | b'>')) && mark == ':' && block_scalar(finder, said, start, at) {
        return;
    }
    if rest.first().is_none_or(|byte| matches!(byte, b'\n' | b'\r')) {
        if let Some(value) = quoted_below(text, at) {
            judge(finder, name, said, value);
            return;
        }
        if mark == '='
            && said.strength == Strength::Strong
            && let Some(value) = word_below(finder, at)
        {
            judge(finder, name, said, value);
            return;
        }
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
        if byte == b'[' && rest.starts_with(b"[]byte(") && arguments(finder, name, said, at) {
            return;
        }
        if byte == b'[' && is_stand_in(rest) {
            return;
        }
        if byte == b'[' {
            // Vault's answer to `operator init` names its keys like anything.
            let said = if name == "keys"
                && text
                    .get(at..text.len().min(at + 900))
                    .is_some_and(|rest| crate::text::find_bytes(rest, b"keys_base64").is_some())
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
                // What begins and ends like a template, and closes its brackets in another order, was drawn.
                let line =
                    finder.text.get(at..values::line_end(text, at).min(at + 100)).unwrap_or(" ").trim_end();
                if line.ends_with("}}") && !line.contains(' ') && !values::is_reference(line) {
                    judge(finder, name, said, Value::quoted(at, at + line.len()));
                } else {
                    containers::expression(finder, name, said, at);
                }
                return;
            }
            let flow = rest.get(..40.min(rest.len())).unwrap_or(b"");
            let is_map = rest.get(1).is_some_and(u8::is_ascii_alphabetic)
                && crate::text::find_bytes(flow, b": ").is_some()
                || rest.get(1).is_some_and(|next| matches!(next, b'\n' | b'\r' | b'"' | b'\''))
                || rest.get(1) == Some(&b' ')
                    && memchr::memchr2(b':', b'=', rest.get(..60.min(rest.len())).unwrap_or(b"")).is_some();
            if said.strength == Strength::Strong && names::is_collection(name) && is_map {
                containers::braces(finder, said, at);
                return;
            }
            if said.strength == Strength::Strong
                && memchr::memchr3(b'"', b':', b'=', rest.get(..60.min(rest.len())).unwrap_or(b"")).is_some()
                && (mark != '='
                    || is_map && (said.kind == "PASSWORD" || name.to_ascii_lowercase().ends_with("psk")))
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
            // ODBC: `Pwd={a;b}}c};`, and no `{token}` of a format string.
            let field = rest.get(1..).unwrap_or(b"");
            let field = field.get(..memchr::memchr(b'}', field).unwrap_or(0)).unwrap_or(b"");
            let small = |byte: &u8| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'.' | b'!');
            let is_name = said.kind != "PASSWORD"
                && (field.iter().all(u8::is_ascii_alphabetic)
                    || field.iter().all(|byte| byte.is_ascii_uppercase() || *byte == b'_'))
                && std::str::from_utf8(field).is_ok_and(|field| names::says(field).is_some());
            if !field.is_empty() && (field.iter().all(small) || is_name) {
                return;
            }
            if mark == '='
                && text
                    .get(at + 1)
                    .is_some_and(|next| !matches!(next, b' ' | b'"' | b'\'' | b'\n' | b'\r' | b'\\' | b'}'))
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
                    if matches!(byte, b'\n' | b'"') {
                        break;
                    }
                    end += 1;
                }
                judge(finder, name, said, Value::quoted(at + 1, at + 1 + end));
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
            if let Some(found) = crate::text::find_bytes(window, close.as_bytes()) {
                judge(finder, name, said, Value::quoted(begin, begin + found));
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
        // `[["password","x"]]`: pairs.
        && !(text.get(value.after) == Some(&b']')
            && matches!(text.get(start.saturating_sub(3)..start), Some(b"[[\"" | b",[\"" | b" [\"")))
    {
        return;
    }
    // SQL's N'...', Python's b"...", shell's $'...'.
    if rest.len() > 2
        && matches!(rest.first(), Some(b'N' | b'b' | b'u' | b'r' | b'f' | b'$' | b'@' | b'E'))
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
        // `"password: " + x + ","`: the closing quote of the outer word is not an opening one.
        let goes_on = text.get(value.start);
        let closes = || {
            let line = values::line_near(text, start, 400);
            let quotes = text.get(line..at).unwrap_or(b"").iter().filter(|byte| Some(*byte) == rest.first());
            let joins = finder.text.get(value.start..value.end).is_some_and(|body| body.contains(['(', ' ']));
            goes_on == Some(&b'+') && joins && quotes.count() % 2 == 1
        };
        if piped::closes_string(text, at) {
            // `"password=" + "x"`
            let sign = values::blanks(text, at + 1);
            let next = values::blanks(text, sign + 1);
            if matches!(text.get(sign), Some(b'+' | b'.'))
                && let Some(value) = values::quoted(text, next)
            {
                judge(finder, name, said, value);
            }
            return;
        }
        if !name_quoted
            && start > 0
            && (text.get(start - 1) == rest.first()
                && matches!(goes_on, Some(b' ' | b'+' | b',' | b'.' | b';' | b')'))
                || closes())
        {
            return;
        }
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
    // `-var="password=x"`, `-passin 'pass:x y'`: the value ends with the quotes around the whole.
    if (mark == '=' || mark == ':' && at == from && name == "pass")
        && !name_quoted
        && start > 0
        && let Some(quote @ (b'"' | b'\'')) = text.get(start - 1).copied()
        && let Some(body) = text.get(at..values::line_end(text, at).min(at + 400))
        && let Some(found) = closes_at(text, start, at).or_else(|| memchr::memchr(quote, body))
        && found > 0
        && body.get(found - 1) != Some(&b'\\')
        && !has_further_pair(
            body.get(..found).unwrap_or(b""),
            // In a variable's value `&` and `,` are its own.
            if name.bytes().any(|byte| byte.is_ascii_lowercase()) { b" ;&," } else { b" ;" },
        )
        && !is_command(body.get(..found).unwrap_or(b""))
    {
        // `"DB_PASS=x\nDB_HOST=y"`: lines in a string.
        let found = crate::text::find_bytes(body.get(..found).unwrap_or(b""), b"\\n")
            .filter(|line| {
                let rest = body.get(line + 2..).unwrap_or(b"");
                let name = rest.iter().take_while(|byte| byte.is_ascii_uppercase() || **byte == b'_').count();
                name > 1 && rest.get(name) == Some(&b'=')
            })
            .unwrap_or(found);
        judge(finder, name, said, Value::quoted(at, at + found));
        return;
    }
    // `tomap({`, `toset([`: what a console prints.
    if said.strength == Strength::Strong
        && names::is_collection(name)
        && let Some(open) = rest
            .get(..12.min(rest.len()))
            .and_then(|head| crate::text::find_bytes(head, b"(").map(|at| at + 1))
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
    // The next cell is another's; a bar behind the last one ends a row that one begins.
    if mark == '|'
        && let Some(body) = finder.text.get(value.start..value.end)
    {
        let barred = text.get(values::blanks(text, values::line_start(text, start))) == Some(&b'|');
        let cell = match body.find(" | ") {
            Some(bar) => body.get(..bar),
            None if barred => body.strip_suffix('|'),
            None => None,
        };
        value.end = value.start + cell.unwrap_or(body).trim_end().len();
    }
    if mark == '(' || mark == ',' {
        // `add_argument("--password", default="x")`
        let line = values::line_end(text, at).min(at + 300);
        if mark == ','
            && let Some(found) =
                text.get(at..line).and_then(|rest| crate::text::find_bytes(rest, b"default="))
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
            text.get(value.start..value.end).and_then(|body| crate::text::find_bytes(body, b"%26"))
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
        // Behind a blank another word follows.
        while value.end > value.start && matches!(text.get(value.end - 1), Some(b' ' | b'\t')) {
            value.end -= 1;
        }
    }
    let mut part = value;
    while mark == '=' && part.end > part.start && text.get(part.end..part.end + 2) == Some(b"\\\n") {
        let next = values::blanks(text, part.end + 2 + framed::margin(text, part.end + 2));
        if !text.get(next).is_some_and(|byte| byte.is_ascii_graphic() && *byte != b'-') {
            break;
        }
        part = values::unquoted(text, next, Until::Blank);
        judge(finder, name, said, part);
    }
    // "SSH key passphrase: three plain words".
    if until == Until::Blank
        && mark == ':'
        && matches!(said.kind, "PASSWORD" | "MNEMONIC")
        && let Some(line) =
            finder.text.get(value.start..values::line_end(text, value.start).min(value.start + 120))
        && is_phrase(line.trim_end())
    {
        value.end = value.start + line.trim_end().len();
    }
    if mark == '='
        && matches!(until, Until::Line | Until::Semicolon)
        && let Some(body) = finder.text.get(value.start..value.end)
        && let Some(length) = before_settings(body).or_else(|| before_sentence(body))
    {
        value.end = value.start + length;
    }
    if until == Until::Line {
        value = trimmed_line(finder, value, mark);
    }
    // `user / pass: admin / x`.
    let line = values::line_start(text, start);
    let end_of_line = values::line_end(text, value.end);
    if finder
        .text
        .get(line..start)
        .is_some_and(|before| before.trim_end().ends_with('/') && !before.contains([':', '=']))
        && let Some(after) = finder.text.get(value.end..end_of_line)
        && let Some(rest) = after.strip_prefix(" / ")
    {
        let from = value.end + 3;
        let to = from + rest.split(' ').next().map_or(0, str::len);
        judge(finder, name, said, Value::quoted(from, to));
        return;
    }
    if !value.quoted
        && (is_own_variable(finder, name, start, value, mark) || mark == ':' && is_next_field(finder, value))
    {
        return;
    }
    judge(finder, name, said, value);
}

/// `{ClientKey: KafkaVersion:0.6.19 TLSEnabled:true}`: Go prints a field that holds nothing, and the next ones.
fn is_next_field(finder: &Finder<'_>, value: Value) -> bool {
    let end = values::line_end(finder.bytes, value.start).min(value.start + 120);
    let is_field = |word: &[u8]| {
        let name = word.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        name >= 3 && word.first().is_some_and(u8::is_ascii_uppercase) && word.get(name) == Some(&b':')
    };
    let mut words = finder.bytes.get(value.start..end).unwrap_or(b"").split(|byte| *byte == b' ');
    words.next().is_some_and(is_field) && words.next().is_some_and(is_field)
}

/// `[your password]`: words in brackets that say what to put there.
fn is_stand_in(text: &[u8]) -> bool {
    let Some(inside) = memchr::memchr(b']', text.get(..80.min(text.len())).unwrap_or(b""))
        .and_then(|close| text.get(1..close))
        .and_then(|inside| std::str::from_utf8(inside).ok())
    else {
        return false;
    };
    const SAYS: [&str; 6] = ["your", "here", "enter", "insert", "put", "goes"];
    inside.contains(' ')
        && inside
            .split(' ')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
        && inside.split(' ').any(|word| SAYS.contains(&word.to_ascii_lowercase().as_str()))
}

/// `connect(user=user, password=password)`, `f(token=api_token)`, `{ secret: secret }`: a variable of code that is
/// handed on under its own name.
pub(super) fn is_own_variable(
    finder: &Finder<'_>,
    name: &str,
    start: usize,
    value: Value,
    mark: char,
) -> bool {
    let rest = finder.bytes.get(value.start..).unwrap_or(b"");
    let length = rest
        .iter()
        .take(60)
        .take_while(|byte| byte.is_ascii_alphabetic() || matches!(**byte, b'_' | b'.'))
        .count();
    let word = finder.text.get(value.start..value.start + length).unwrap_or("");
    let closed = matches!(rest.get(length..length + 2), Some([b',' | b')' | b'}', _] | [b' ', b'}']))
        || matches!(rest.get(length..), Some([b',' | b')' | b'}']));
    let last = |dotted: &str| dotted.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    let same = last(name) == last(word);
    // `self.password = password`, `this.apiKey = config.apiKey;`. A file of properties ends no line so, and begins none.
    let line = values::line_near(finder.bytes, start, 200);
    let head = finder.text.get(line..start + name.len()).unwrap_or("").trim_start();
    let member = mark == '=' && same && (head.contains('.') || word.contains('.'));
    let own = ["self.", "this.", "@"].iter().any(|of| head.starts_with(of));
    if member
        && (rest.get(length) == Some(&b';') || own && matches!(rest.get(length), None | Some(b'\n' | b'\r')))
    {
        return true;
    }
    if word.is_empty() || !closed {
        return false;
    }
    let open = |left: u8, right: u8| {
        let line = values::line_near(finder.bytes, start, 200);
        let head = finder.bytes.get(line..start).unwrap_or(b"");
        memchr::memchr_iter(left, head).count() > memchr::memchr_iter(right, head).count()
    };
    let compound = word.contains('_') || word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    let told =
        same || word == "None" || compound && names::says(word.rsplit('.').next().unwrap_or("")).is_some();
    mark == '=' && told && open(b'(', b')') || mark == ':' && same && open(b'{', b'}')
}

/// The value in quotes that alone begins the line below: `["pass"]=>` and `string(8) "x"`, `"password":` and `"x"`.
pub(super) fn quoted_below(text: &[u8], at: usize) -> Option<Value> {
    let line = values::line_end(text, at) + 1;
    let mut from = values::blanks(text, line);
    // Right at the margin only what stands alone on its line.
    if from == line
        && !values::quoted(text, from).is_some_and(|value| {
            value.start == from + 1 && matches!(text.get(value.after), None | Some(b'\n' | b'\r'))
        })
    {
        return None;
    }
    if text.get(from..from + 7) == Some(b"string(") {
        let window = text.get(from..text.len().min(from + 20))?;
        from += crate::text::find_bytes(window, b") \"")? + 2;
    }
    if !matches!(text.get(from), Some(b'"' | b'\'')) {
        return None;
    }
    let value = values::quoted(text, from)?;
    let next = values::blanks(text, value.after);
    (!matches!(text.get(next), Some(b':' | b'='))).then_some(value)
}

/// `"acls": ["api-key:endpoint:chat"]`: what a key may do, in small letters, where that is spoken of.
fn is_scope(finder: &Finder<'_>, start: usize, at: usize) -> bool {
    let rest = finder.bytes.get(at..finder.bytes.len().min(at + 80)).unwrap_or(b"");
    let length = rest
        .iter()
        .take_while(|byte| byte.is_ascii_lowercase() || matches!(byte, b':' | b'*' | b'-' | b'_'))
        .count();
    if length == 0
        || !matches!(rest.get(length), None | Some(b'"' | b'\'' | b',' | b' ' | b'\n' | b'\r' | b']'))
    {
        return false;
    }
    // An item in quotes may stand lines below the list's name.
    let is_quote = |byte: Option<&u8>| matches!(byte, Some(b'"' | b'\''));
    let item =
        is_quote(start.checked_sub(1).and_then(|at| finder.bytes.get(at))) && is_quote(rest.get(length));
    let least = start.saturating_sub(200);
    let from = if item { least } else { values::line_start(finder.bytes, start).max(least) };
    let head = finder.bytes.get(from..start).unwrap_or(b"").to_ascii_lowercase();
    [&b"scope"[..], b"acls", b"permission", b"capabilit"]
        .iter()
        .any(|word| crate::text::find_bytes(&head, word).is_some())
}

/// "The `api_key`: parameter is required.", "Set password= followed by your passphrase.": a manual's sentence, whose
/// first word behind the name is no value.
fn is_explained(finder: &Finder<'_>, start: usize, at: usize) -> bool {
    const BEGIN: [&str; 24] = [
        "parameter",
        "argument",
        "configuration",
        "option",
        "field",
        "setting",
        "value",
        "header",
        "flag",
        "attribute",
        "variable",
        "property",
        "supports",
        "accepts",
        "takes",
        "requires",
        "holds",
        "followed",
        "obtained",
        "whichever",
        "whatever",
        "is",
        "must",
        "should",
    ];
    let line = values::line_near(finder.bytes, start, 120);
    let (Some(head), Some(rest)) =
        (finder.text.get(line..start), finder.text.get(at..values::line_end(finder.bytes, at).min(at + 300)))
    else {
        return false;
    };
    let mut words = rest.trim_end().split(' ');
    let first = words.next().unwrap_or("");
    head.trim_start().starts_with(|c: char| c.is_ascii_uppercase())
        && head.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ')
        && BEGIN.contains(&first)
        && words.clone().count() >= 2
        && words.all(|word| {
            word.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b',' | b'.'))
        })
        && rest.trim_end().ends_with('.')
}

/// `access_token=` whose value a terminal put on the line below: a long drawn word alone at the margin.
fn word_below(finder: &Finder<'_>, at: usize) -> Option<Value> {
    let start = values::line_end(finder.bytes, at) + 1;
    let end = values::line_end(finder.bytes, start.min(finder.text.len()));
    let word = finder.text.get(start..end)?.trim_end();
    let drawn = word.len() >= 20
        && word
            .trim_end_matches('=')
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+/_-.~".contains(&byte))
        && values::is_tokenish(word);
    drawn.then(|| Value::quoted(start, start + word.len()))
}

/// How far after `at` the quote closes that stands before the name at `start`, by its own escapes.
pub(super) fn closes_at(text: &[u8], start: usize, at: usize) -> Option<usize> {
    if start >= 2 && text.get(start - 2) == Some(&b'\\') {
        return None;
    }
    let end = values::quoted(text, start.checked_sub(1)?)?.end;
    (end < values::line_end(text, at)).then(|| end.checked_sub(at)).flatten()
}

/// Where the word of a name that begins at `start` ends.
pub(super) fn name_end_of(finder: &Finder<'_>, start: usize) -> usize {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let rest = finder.bytes.get(start..).unwrap_or(b"");
    start + rest.iter().take(200).take_while(|byte| is_name(byte)).count()
}

/// The words of a shell's array that opens at `open`; whether it was one of several or with keys.
pub(super) fn array(finder: &mut Finder<'_>, name: &str, said: Said, open: usize) -> bool {
    let text = finder.bytes;
    let limit = text.len().min(open + 4_000);
    let mut words: Vec<Value> = Vec::new();
    let mut at = open + 1;
    let mut keyed = false;
    let mut public = false;
    loop {
        while at < limit && text.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        if at >= limit || text.get(at) == Some(&b')') {
            break;
        }
        if text.get(at) == Some(&b'[') {
            let Some(close) = text.get(at..limit).and_then(|rest| crate::text::find_bytes(rest, b"]="))
            else {
                return false;
            };
            public = finder
                .text
                .get(at + 1..at + close)
                .is_some_and(|key| key != "db" && names::is_public_entry(key));
            at += close + 2;
            keyed = true;
        }
        let Some(word) = values::word(text, at).filter(|word| word.after > at) else { return false };
        at = word.after;
        if !public {
            words.push(word);
        }
        public = false;
    }
    if !keyed && !names::is_collection(name) || words.is_empty() {
        return false;
    }
    for word in words {
        judge(finder, name, said, word);
    }
    true
}

/// ` -> "new"` of a plan.
pub(super) fn arrow(text: &[u8], after: usize) -> Option<Value> {
    let at = values::blanks(text, after);
    if !matches!(text.get(at..at + 2)?, b"->" | b"=>") {
        return None;
    }
    let at = values::blanks(text, at + 2);
    if matches!(text.get(at), Some(b'"' | b'\\')) { values::quoted(text, at) } else { None }
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn stand_ins_and_code_are_kept() {
        for text in [
            "API_KEY=[your key goes here]\npassword: [enter the password]\n",
            "\\$pwd = \\$_POST[\\\"password\\\"];\n",
            "\"password\": \"&lt;YOURPASSWORD&gt;\"\n",
            "<add key=\"ConnectionString_B2B\" value=\"\"/>\n",
            "JFROG_SECRET = $(cat /run/secrets/jfrog) && \\\n",
            "ACCESS_KEY={SumoAccessKey}\n",
            "    pub api_key: Option<String>,\n",
            "password: Option<String>\n",
            "password: \"Optional[SecretStr]\"\n",
            "token: HashMap<String, Vec<u8>>\n",
            "def __init__(self, password: str, token: Optional[str] = None):\n",
            "  token: string | undefined;\n",
            "fn login(password: &str, user: &str) {\n",
            "type Options struct {\n\tToken    *string `json:\"token\"`\n\tPassword    *string\n}\n",
            "access_token=\nNEXT_VARIABLE=1\n",
            "SECRET=\nname\n",
            "curl -d \"client_secret={CLIENT_SECRET}\" https://a.example.com\n",
            "Authorization: Bearer {ACCESS_TOKEN}\n",
            "Authorization: Basic {AUTHORIZATION}\n",
            "Authorization: Bearer [TOKEN]\n",
            "- secretKey: DB_PASSWORD\n",
            "registry: { username: kite, password: [ KITE_REGISTRY_PASSWORD ] }\n",
            "SESSION_COOKIE=kite_session\n",
            "│   21: variable \"kite_password\" {\n│\n╵\nvariable \"kite_audience\" {\n  default = \"kite.lamp.amazonaws.com\"\n}\n",
            "VSTS_TOKEN=***\n##[error]Error: Failed to list: containers.Client#ListBlobs: Failure: 403\n",
            "\"KITE_CERTIFICATE_KEY_FILE=/opt/kite/server.key\",\n    \"KITE_LOG_LEVEL=INFO,org.kite:debug\",\n",
            "ExpiredToken: The security token is expired, request id: f776ea30-e76e-5836-01a8-c08def3416b6\n",
            "{'a': KiteFailed('Failed to enter: Error from server: code=0100 [Bad credentials]')}\n",
            "> GET /actions/secrets/public-key\n{\"key_id\":\"568\",\"key\":\"m7XxEeRt+r+JS1mLZzcHDHWIunmHOK8YCs8Xia4AfOi=\"}\n",
            "<msg>Invalid Credential</msg></result></response>\nuuid ba84733e-1087 serial 007951000123456 app 8912-9108\n",
            "  x_pass $P\n  ssl_version TLSv1_2\nLogin incorrect (mschap: MS-CHAP2-Response is incorrect): [kite]\n",
            "initial_token: -9223372036854775808\n",
            "PASSWORD_ITERATIONS: 600000\ndelegation.token.expiry.time.ms=86400000\n",
            "JWT_SECRET_KEY=%kernel.project_dir%/config/jwt/private.pem\n",
            "\"msg\": \"Invalid/incorrect password: Permission denied, please try again.\"\n",
            "sudo: ALL=(ALL) NOPASSWD:ALL\n",
            "smtp_password = run_cmd(\"--quiet\", \"vault\", \"kv\", \"get\", \"-field=password\", \"secret/kite/smtp\")\n",
            "\"urn\": \"urn:pulumi:dev::net::random:index/randomPassword:RandomPassword::kite\"\n",
            "  service  |  token   | created_at\n-----------+----------+-----------\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_only_begins_like_a_stand_in_or_code_is_hidden() {
        for text in [
            "it's the password: '+Kq7Zx2Vb9Lm4tR'\n",
            "conn = \"Driver=x;Server=db;Uid=sa;Pwd={AdminPassword};\"\n",
            "PASSWORD=$(Kq7Zx2Vb9Lm4tR\n",
            "passphrase: \"no spinning lagoon kestrel\"\n",
            "password: str = \"maplewood\"\n",
            "def f(token: str | None = \"Kq7Zx2Vb9Lm4tR8w\"):\n",
            "password: strawberry<Maple>\n",
            "access_token=\r\nKq7Zx2Vb9Lm4tR8wPd5cYf3h\r\n",
        ] {
            assert!(!hidden(text).is_empty(), "{text}");
        }
    }
}

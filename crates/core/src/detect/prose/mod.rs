//! Sentences that quote a secret: "the password is x", "using password x", "Das Passwort lautet x", "パスワードは「x」です".

mod beside;
mod follow;
mod looks;
mod spot;

use super::Finder;
use super::assignments::judge;
use super::names::{self, Said, Strength};
use super::values::{self, Until, Value};
pub(super) use beside::beside;
pub(super) use follow::follow;

/// Every literal that these detectors look for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    beside::marks().chain(follow::marks())
}

/// Quotes of any script, opening and closing.
const QUOTES: [(&str, &str); 18] = [
    ("\"", "\""),
    ("'", "'"),
    ("`", "`"),
    ("“", "”"),
    ("„", "“"),
    ("„", "”"),
    ("«", "»"),
    ("»", "«"),
    ("‘", "’"),
    ("‹", "›"),
    ("「", "」"),
    ("『", "』"),
    ("**", "**"),
    ("\\\"", "\\\""),
    ("{{", "}}"),
    ("{noformat}", "{noformat}"),
    ("{code}", "{code}"),
    ("<code>", "</code>"),
];

/// What stands between a name and its value, in the languages of our users.
const LINKS: &[&str] = &[
    "is", "was", "are", "be", "equals", "becomes", "remains", "to", "ist", "lautet", "war", "heißt", "est",
    "c'est", "était", "es", "era", "è", "é", "são", "jest", "är", "er", "on", "je", "это", "olan", "as",
    "got", "ficou", "quedó", "quedo", "resta", "rimane", "bleibt", "reste",
];

/// Words that may stand after such a link before the value.
const FILLERS: &[&str] = &[
    "now",
    "currently",
    "still",
    "set",
    "changed",
    "reset",
    "rotated",
    "updated",
    "been",
    "always",
    "just",
    "only",
    "again",
    "temporarily",
    "actually",
    "simply",
    "the",
    "following",
    "same",
    "value",
    "string",
    "called",
    "jetzt",
    "nun",
    "now:",
    "currently:",
    "a",
    "ahora",
    "maintenant",
    "теперь",
    "has",
    "have",
    "will",
    "literally",
    "désormais",
    "dorénavant",
    "adesso",
    "agora",
    "actualmente",
    "attualmente",
    "aktuell",
    "en",
    "em",
    "derzeit",
    "momentan",
    "probably",
];

/// Words before the name of what a password belongs to.
const SUBJECTS: &[&str] = &[
    "for",
    "user",
    "role",
    "account",
    "database",
    "db",
    "host",
    "server",
    "key",
    "named",
    "called",
    "variable",
    "secret",
    "name",
    "username",
    "of",
    "in",
    "on",
    "at",
    "by",
    "from",
    "field",
    "column",
    "property",
    "parameter",
    "login",
    "für",
    "pour",
    "para",
    "de",
    "per",
    "voor",
    "от",
    "для",
];

/// Verbs that stand between a name and "to".
const SETTING: &[&str] =
    &["set", "reset", "rotated", "updated", "changed", "created", "generated", "configured", "assigned"];

/// Verbs of a change beside a word for "to" that stands before places, too.
const CHANGED: &[&str] = &[
    "geändert",
    "gesetzt",
    "alterada",
    "alterado",
    "cambiada",
    "cambiado",
    "changé",
    "changée",
    "zmieniono",
    "gewijzigd",
    "cambiata",
];

/// Verdicts on a value that stands between them and the name.
const VERDICTS: &[&str] = &[
    "reject",
    "invalid",
    "incorrect",
    "wrong",
    "fail",
    "denied",
    "not a valid",
    "not valid",
    "expired",
    "refused",
    "does not match",
    "mismatch",
    "too short",
    "too weak",
    "unauthorized",
];

/// "use x as the password", "x is the admin password": the value stands before the name that begins at `start`.
pub(super) fn before(finder: &mut Finder<'_>, said: Said, start: usize) {
    let line = values::line_near(finder.bytes, start, 160);
    let Some(head) = finder.text.get(line..start) else { return };
    // "cannot unmarshal `x` into int (field db_password)", "invalid value 'x' for flag --password".
    let lower = head.to_ascii_lowercase();
    if VERDICTS
        .iter()
        .chain(&["cannot ", "could not", "unable", "expected", "must "])
        .any(|verdict| lower.contains(verdict))
    {
        let mut from = 0;
        while let Some((open, length)) = head.get(from..).and_then(|rest| {
            let at = rest.find(['"', '\'', '`'])?;
            Some((from + at, quoted_length(rest.get(at..)?)?))
        }) {
            let (start, end) = (line + open + 1, line + open + length - 1);
            let body = finder.text.get(start..end).unwrap_or("");
            // The value of another name, as in `"id": "x"`, is not what the error speaks of.
            let free = open
                .checked_sub(1)
                .and_then(|at| head.as_bytes().get(at))
                .is_none_or(u8::is_ascii_whitespace);
            // "denied for user 'x'@'localhost'"
            let is_user = finder.bytes.get(end + 1) == Some(&b'@');
            if free && !is_user && (values::is_made(body) || is_token(body)) {
                judge(finder, "password", said, Value { start, end, after: end, quoted: true });
            }
            from = open + length;
        }
    }
    told_of(finder, said, line, head);
    let Some((at, _)) =
        [" as the ", " as ", " as your ", " as a ", " is the ", " is your ", " as its ", " for "]
            .iter()
            .filter_map(|link| head.rfind(link).map(|at| (at, link.len())))
            .filter(|(at, length)| {
                head.get(at + length..).is_some_and(|between| {
                    // "log in to x as root (password in the safe)"
                    between.split(' ').count() <= 3 && !(*length == 4 && between.contains('('))
                })
            })
            .max()
    else {
        return;
    };
    let Some(left) = head.get(..at) else { return };
    for (open, close) in QUOTES {
        let Some(body) = left.strip_suffix(close) else { continue };
        let Some(from) = body.rfind(open) else { continue };
        let begin = line + from + open.len();
        let stop = line + body.len();
        // "`x` is the new pw"
        let new = head.get(at..).is_some_and(|link| {
            [" is the new ", " is the old ", " is your "].iter().any(|which| link.starts_with(which))
        });
        if begin < stop
            && finder.text.get(begin..stop).is_some_and(|body| {
                values::is_password_like(body) || new && looks::is_free(body) && !body.contains(' ')
            })
        {
            judge(finder, "password", said, Value::quoted(begin, stop));
        }
        return;
    }
    // "use x everywhere as the default password"
    let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    let left = match left.rsplit_once(' ') {
        Some((rest, last)) if plain(last) && rest.rsplit(' ').next().is_some_and(values::is_made) => rest,
        _ => left,
    };
    let left = left.trim_end();
    let at = left.len();
    let from = left.rfind([' ', '\t']).map_or(0, |at| at + 1);
    // A comment's mark may touch it: `//x is the password`.
    let touched = left.get(from..).unwrap_or("");
    let word = ["//", "/*"].iter().find_map(|mark| touched.strip_prefix(mark)).unwrap_or(touched);
    let from = at - word.len();
    // "Use 24936 as your password"
    let number = (4..=8).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && ["Use", "use", "Enter", "enter"]
            .iter()
            .any(|verb| left.get(..from).unwrap_or("").trim_end().ends_with(verb));
    if number
        || word.len() >= 6 && values::is_password_like(word) && !word.trim_end_matches('=').contains('=')
    {
        let begin = line + from;
        judge(finder, "password", said, Value::quoted(begin, line + at));
    }
}

/// "typed x at the password prompt", "x (db password)": a made-up word with a mark, which nothing else is.
fn told_of(finder: &mut Finder<'_>, said: Said, line: usize, head: &str) {
    const OF: [&str; 5] = [" at the ", " in the ", " into the ", " to the ", " ("];
    let Some(at) = OF
        .iter()
        .filter_map(|link| head.rfind(link).map(|at| (at, link.len())))
        .filter(|(at, length)| head.get(at + length..).is_some_and(|between| between.split(' ').count() <= 2))
        .map(|(at, _)| at)
        .max()
    else {
        return;
    };
    let left = head.get(..at).unwrap_or("");
    let word = left.rsplit([' ', '\t']).next().unwrap_or("");
    let mark = word.bytes().any(|byte| byte.is_ascii_punctuation() && !matches!(byte, b'.' | b'_'));
    if mark && !word.contains(['\'', '"']) && values::is_made(word) {
        judge(finder, "password", said, Value::quoted(line + at - word.len(), line + at));
    }
}

/// "clé secrète : x", "APIキー：x": a word for a key, and a drawn value after a colon near it.
pub(super) fn foreign_key(finder: &mut Finder<'_>, from: usize) {
    let end = values::line_end(finder.bytes, from).min(from + 60);
    let end = (from..=end).rev().find(|end| finder.text.is_char_boundary(*end)).unwrap_or(from);
    let Some(rest) = finder.text.get(from..end) else { return };
    // "WLAN: SSID lab, Schlüssel x": what such a word means is said before it.
    let said = finder.text.get(values::line_near(finder.bytes, from, 80)..from);
    let said = said.unwrap_or("").to_ascii_lowercase();
    let wireless = ["wlan", "wifi", "wi-fi", "ssid"].iter().any(|word| said.contains(word));
    let Some((colon, length)) =
        [": ", "：", ":", "= ", "は", " lautet ", " ist ", " est ", " es ", " è ", " jest ", " is "]
            .iter()
            .filter_map(|sign| Some((rest.find(sign)?, sign.len())))
            .min()
            .or_else(|| (wireless && rest.starts_with(' ')).then_some((0, 1)))
    else {
        return;
    };
    if colon > 30 {
        return;
    }
    let name =
        finder.text.get(values::line_near(finder.bytes, from, 30)..from).unwrap_or("").to_ascii_lowercase();
    let at = values::blanks(finder.bytes, from + colon + length);
    if let Some(value) = values::word(finder.bytes, at)
        && let Some(body) = finder.text.get(value.start..value.end)
        && (body.len() >= 12 || wireless)
        && ((wireless || name.contains("phrase") || name.contains("wiederherstell")) && is_words(body)
            || wireless && body.len() >= 6 && values::is_password_like(body)
            || values::is_tokenish(body)
            || body.bytes().any(|byte| byte.is_ascii_digit()) && body.matches('-').count() >= 2)
        && !values::is_uuid(body)
    {
        finder.add_literal(value.start, value.end, "assignment", "KEY");
    }
}

/// Reads on after the name of a secret that ends at `from`.
pub(super) fn read(finder: &mut Finder<'_>, said: Said, from: usize) {
    // Of names that say little only those of settings: `CONSUL_ENCRYPT_KEY was x`.
    let setting = || {
        let head = finder.bytes.get(from.saturating_sub(24)..from).unwrap_or(b"");
        let name = head
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || **byte == b'_');
        name.filter(|byte| **byte == b'_').count() > 0
    };
    if said.strength == Strength::Weak
        && !matches!(said.kind, "SECRET_ID" | "AUTH")
        && !(said.kind == "KEY" && setting())
    {
        return;
    }
    let line = values::line_end(finder.bytes, from);
    // `CREATE DATABASE SCOPED CREDENTIAL x WITH IDENTITY = 'user'`
    if finder.text.get(from.saturating_sub(10)..from) == Some("CREDENTIAL")
        && finder.text.get(from..line).is_some_and(|rest| rest.contains("IDENTITY"))
    {
        return;
    }
    let mut end = line.min(from + 220);
    while !finder.text.is_char_boundary(end) {
        end -= 1;
    }
    let Some(rest) = finder.text.get(from..end) else { return };
    // "the password's x"
    let short = ["'s ", "’s "].into_iter().find(|short| rest.starts_with(*short));
    let mut linked = short.map(|_| Accept::Linked);
    let rest = short.and_then(|short| rest.get(short.len() - 1..)).unwrap_or(rest);
    let from = end - rest.len();
    let mut at = from + rest.len() - rest.trim_start_matches(['"', '\'', '*', '_', '`', ')']).len();
    let cjk =
        ["已改为", "改为", "は", "が", "是", "为", "為", "：", "是：", "为：", "는", "은", "を", "를", "을"];
    if let Some(mark) =
        cjk.iter().find(|mark| finder.text.get(at..end).is_some_and(|rest| rest.starts_with(**mark)))
    {
        at += mark.len();
        let at = at + blanks(finder.text.get(at..end).unwrap_or(""));
        if !quoted(finder, said, at, end) {
            token(finder, said, at, Accept::Linked);
        }
        return;
    }
    // "パスワード「x」が": no blank before the quotes.
    if let Some(body) = finder.text.get(at..end).and_then(|rest| rest.strip_prefix(['「', '『', '“']))
        && values::is_password_like(body.split(['」', '』', '”']).next().unwrap_or(""))
    {
        quoted(finder, said, at, end);
        return;
    }
    if !finder.text.get(at..end).is_some_and(|rest| rest.starts_with([' ', '\t', '\u{a0}', ',', ':', '('])) {
        return;
    }
    // `SET PASSWORD FOR 'app'@'%' = 'x'`.
    if let Some(tail) = finder.text.get(at..end)
        && tail.len() > 5
        && tail.get(..5).is_some_and(|head| head.eq_ignore_ascii_case(" for "))
        && let Some(found) = crate::text::find(tail, " = ")
        && quoted(finder, said, at + found + 3, end)
    {
        return;
    }
    let phrase = finder.text.get(..from).is_some_and(|head| head.ends_with("phrase"));
    let mut previous = String::new();
    let mut clause = false;
    for index in 0..14 {
        at += blanks(finder.text.get(at..end).unwrap_or(""));
        // Markup between the words: `is <b>x</b>`.
        while let Some(length) = finder.text.get(at..end).and_then(tag) {
            at += length;
        }
        if at >= end {
            return;
        }
        let tail = finder.text.get(at..end).unwrap_or("");
        let word = tail.split([' ', '\t', '\u{a0}']).next().unwrap_or("");
        let bare = word.trim_matches(|c: char| matches!(c, ',' | ';' | ':' | '.' | '(' | ')' | '*' | '_'));
        let lower = crate::text::lower(bare);
        // Another option of the command.
        if linked.is_none()
            && index > 0
            && word
                .strip_prefix('-')
                .is_some_and(|option| option.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-'))
        {
            return;
        }
        let setting = SETTING.contains(&lower.as_str())
            && tail
                .get(word.len()..)
                .is_some_and(|rest| [" to ", " as ", " is "].iter().any(|link| rest.starts_with(link)));
        let changing =
            lower == "from" && (crate::text::holds(tail, " to ") || crate::text::holds(tail, " TO "));
        // "api_secret set from workspace: x"
        let set = lower == "set" && crate::text::holds(tail, ": ");
        if index == 0 && lower != "in" && names::is_about(&lower) && !setting && !changing && !set
            || super::is_placeholder(bare.trim_matches(['"', '\'', '`']))
        {
            return;
        }
        // "Invalid client secret provided. Trace ID: ...": another thing's number.
        if word == "ID:" && said.kind != "SECRET_ID" {
            return;
        }
        // The wiki's bold ends behind the colon: `'''Password:''' x`.
        if matches!(
            word,
            ":" | "=" | "==" | "—" | "–" | "->" | "=>" | "→" | "：" | "-" | ":'''" | ":**" | ":*"
        ) {
            linked = Some(if word == "-" { Accept::Linked } else { Accept::Colon });
            at += word.len();
            continue;
        }
        // "the passphrase is unchanged (copper-willow-tundra)"
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        if phrase && is_words(plain) {
            let start = at + word.find(plain).unwrap_or(0);
            judge(finder, "password", said, Value::quoted(start, start + plain.len()));
            return;
        }
        let is_quoted = QUOTES.iter().any(|(open, _)| word.starts_with(open));
        // "password for key 'x': y", "for user 'x'": the quoted word is whose it is.
        if linked.is_none()
            && is_quoted
            && let Some(length) = quoted_length(tail)
        {
            let colon = tail.get(length..).is_some_and(|rest| rest.starts_with(':'));
            if colon || SUBJECTS.contains(&previous.as_str()) {
                at += length + usize::from(colon);
                linked = colon.then_some(Accept::Colon);
                previous.clear();
                continue;
            }
        }
        let before = std::mem::replace(&mut previous, lower.clone());
        if changing {
            at += word.len();
            at += blanks(finder.text.get(at..end).unwrap_or(""));
            if !quoted(finder, said, at, end) {
                token(finder, said, at, Accept::Linked);
            }
            // The new one stands behind its link.
            let old = finder.text.get(at..end).unwrap_or("");
            at += old.find(" to ").or_else(|| old.find(" TO ")).unwrap_or(0);
            linked = None;
            continue;
        }
        match linked {
            Some(accept) => {
                if FILLERS.contains(&lower.as_str()) && !is_quoted {
                    at += word.len();
                    continue;
                }
                if LINKS.contains(&lower.as_str()) && !is_quoted {
                    at += word.len();
                    continue;
                }
                if is_quoted && quoted(finder, said, at, end) {
                    return;
                }
                // "the password on db-9.corp.net: "x"": whose it is.
                if word.ends_with(':') && tail.get(word.len()..).is_some_and(|rest| rest.starts_with(" \"")) {
                    at += word.len();
                    linked = Some(Accept::Colon);
                    continue;
                }
                if token(finder, said, at, accept) || accept == Accept::Colon {
                    return;
                }
                linked = None;
                at += word.len();
                continue;
            }
            None if is_quoted => {
                let before = finder
                    .text
                    .get(from.saturating_sub(60).max(values::line_start(finder.bytes, from))..from);
                let before = crate::text::lower(before.unwrap_or(""));
                let after = crate::text::lower(tail);
                let judged =
                    VERDICTS.iter().any(|verdict| after.contains(verdict) || before.contains(verdict))
                        || ["using", "with", "tried", "try", "bad"].iter().any(|word| before.contains(word));
                let body = tail.trim_start_matches(['"', '\'', '`', '“', '«', '「', '‘', '„', '\\', '*']);
                let body =
                    body.split(['"', '\'', '`', '”', '»', '」', '’', '“', '*', '\\']).next().unwrap_or("");
                if judged || values::is_password_like(body) {
                    quoted(finder, said, at, end);
                }
                return;
            }
            None => {}
        }
        // "incorrect username or password for ci:x"
        if before == "for"
            && let Some((user, second)) = bare.split_once([':', '/'])
            && user.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
            && !second.contains(['/', ':'])
            && (is_token(second) || values::is_made(second))
        {
            let from = at + word.find(bare).unwrap_or(0) + user.len() + 1;
            judge(finder, "password", said, Value::quoted(from, from + second.len()));
            return;
        }
        // "my password (x) is", "change it from x to y".
        if index == 0
            && word.starts_with('(')
            && word.trim_end_matches([',', '.', ';']).ends_with(')')
            && token(finder, said, at + 1, Accept::Direct)
        {
            return;
        }
        // "changé le mdp en x", "Passwort auf x gesetzt": such a word stands before places, too.
        let changed = CHANGED.iter().any(|verb| before.as_str() == *verb || crate::text::holds(tail, verb));
        if matches!(lower.as_str(), "en" | "em" | "à" | "auf" | "in" | "a" | "na" | "para" | "naar" | "por")
            && let Some(next) = tail.get(word.len() + 1..).and_then(|rest| rest.split(' ').next())
            && (changed && values::is_made(next.trim_end_matches([';', ',', '.']))
                || values::is_made(next) && next.contains(['!', '@', '#', '$', '%', '&', '*', '?'])
                || values::is_tokenish(next) && !values::is_digest(next) && !values::is_uuid(next))
        {
            linked = Some(Accept::Linked);
        // "the root pw on db-1.corp.net": where it opens.
        // "the password is managed by RDS, the master user is x": another thing's.
        } else if LINKS.contains(&lower.as_str())
            && word == bare
            && !(clause && super::spoken::is_of_other(&before))
            // Finnish "on" stands right behind its subject.
            && !(lower == "on"
                && (index > 0
                    || tail.split(' ').nth(1).is_some_and(|next| next.trim_end_matches([',', '.']).contains('.'))))
        {
            linked = Some(Accept::Linked);
        } else if word.ends_with([':', '：', '=']) && word.len() < 40 && !word.contains("://") {
            linked = Some(Accept::Colon);
        } else {
            let last = tail.get(word.len()..).is_some_and(|rest| rest.trim().is_empty());
            let made = index <= 4 && last && values::is_made(bare) && !is_subject_of(&before, finder, from);
            let done = if index == 0 || made {
                token(finder, said, at, Accept::Direct)
            } else {
                word.ends_with(['.', '!', '?'])
            };
            if done {
                return;
            }
        }
        clause |= word.ends_with(',');
        at += word.len();
    }
}

/// Three words and more with hyphens between them.
fn is_words(word: &str) -> bool {
    word.split('-').count() >= 3
        && word.split('-').all(|part| part.len() >= 3 && part.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// The length of a tag of markup at the beginning.
fn tag(text: &str) -> Option<usize> {
    let body = text.strip_prefix('<')?;
    let end = body.bytes().take(60).position(|byte| byte == b'>')?;
    let name = body.get(..end)?.trim_start_matches('/').split(' ').next()?.to_ascii_lowercase();
    const TAGS: [&str; 15] = [
        "b", "i", "em", "strong", "code", "tt", "kbd", "pre", "span", "u", "mark", "samp", "p", "font",
        "nowiki",
    ];
    TAGS.contains(&name.as_str()).then_some(end + 2)
}

/// The length of what stands in quotes at the beginning, with them.
fn quoted_length(text: &str) -> Option<usize> {
    QUOTES.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(open)?;
        Some(open.len() + inner.find(close)? + close.len())
    })
}

/// A drawn word that is no digest, time or id.
fn is_token(word: &str) -> bool {
    values::is_tokenish(word) && !word.contains(':') && !values::is_digest(word) && !values::is_uuid(word)
}

/// In English the word after "for" or "user" is whose password it is.
fn is_subject_of(before: &str, finder: &Finder<'_>, from: usize) -> bool {
    let ascii = finder.text.get(from.saturating_sub(4)..from).is_some_and(str::is_ascii);
    ascii && SUBJECTS.contains(&before)
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t', '\u{a0}', '\u{202f}']).len()
}

/// Takes what stands in the quotes that open at `at`.
fn quoted(finder: &mut Finder<'_>, said: Said, at: usize, end: usize) -> bool {
    for (open, close) in QUOTES {
        let Some(inner) = finder.text.get(at..end).and_then(|rest| rest.strip_prefix(open)) else { continue };
        let Some(found) = inner.find(close) else { continue };
        let body = inner.get(..found).unwrap_or("");
        let lead = blanks(body);
        let trimmed = body.trim_matches([' ', '\u{a0}', '\u{202f}']);
        let start = at + open.len() + lead;
        // Jira writes `{{x}}` for code, templates for a reference.
        if trimmed.is_empty() || open == "{{" && (lead > 0 || !values::is_password_like(trimmed)) {
            return true;
        }
        let stop = start + trimmed.len();
        // Code that names a value of its own: `password = "${var.x}"`.
        if trimmed.split_once(['=', ':']).is_some_and(|(name, _)| names::says(name.trim()).is_some()) {
            return true;
        }
        // "getting credentials - exit status 1, out: `not found in keychain`": no credential is a sentence.
        if said.kind == "PASSWORD" || trimmed.split(' ').count() < 4 {
            judge(finder, "password", said, Value { start, end: stop, after: stop, quoted: true });
        }
        return true;
    }
    false
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Accept {
    /// Right after the name, with nothing between.
    Direct,
    /// After "is" and its like.
    Linked,
    /// After a colon.
    Colon,
}

/// Takes the word at `at` if it reads as a password.
fn token(finder: &mut Finder<'_>, said: Said, at: usize, accept: Accept) -> bool {
    let text = finder.bytes;
    let mut value = values::unquoted(text, at, Until::Blank);
    while value.end > value.start
        && matches!(
            text.get(value.end - 1),
            Some(b'.' | b',' | b';' | b':' | b')' | b'?' | b'*' | b'_' | b'\\')
        )
    {
        value.end -= 1;
    }
    // "(`x`)"
    if text.get(value.start) == Some(&b'`')
        && value.end > value.start + 2
        && text.get(value.end - 1) == Some(&b'`')
    {
        (value.start, value.end) = (value.start + 1, value.end - 1);
    }
    let body = finder.text.get(value.start..value.end).unwrap_or("");
    // Scripts without blanks: the sentence goes on after the word.
    if let Some(stop) = body.find(['。', '、', '，', '」', '（']) {
        value.end = value.start + stop;
    }
    // "admin / x", "admin/x", "admin:x": the second is the password.
    if (accept != Accept::Direct || said.kind == "CREDENTIALS")
        && let Some(second) = second_of_pair(finder, said, value)
    {
        judge(finder, "password", said, second);
        return true;
    }
    let Some(body) = finder.text.get(value.start..value.end) else { return false };
    let digits = (4..=12).contains(&body.len())
        && matches!(said.kind, "PASSWORD" | "CODE")
        && body.bytes().all(|byte| byte.is_ascii_digit())
        && (text.get(value.end).is_none_or(|byte| matches!(byte, b'.' | b',' | b';' | b'\n' | b'\r' | b')'))
            // "my PIN is 4417 and the ticket is 99812"
            || finder
                .text
                .get(value.end..)
                .is_some_and(|rest| [" and ", " but ", " or ", " - "].iter().any(|word| rest.starts_with(word))));
    let last = finder.text.get(value.end..values::line_end(text, value.end)).is_some_and(|rest| {
        rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '"' | '\'')).is_empty()
    });
    if accept != Accept::Direct
        && matches!(said.kind, "PASSWORD" | "MNEMONIC")
        && let Some(line) =
            finder.text.get(value.start..values::line_end(text, value.start).min(value.start + 120))
        && let line = line.trim_end().trim_end_matches('.')
        && super::assignments::is_phrase(line)
    {
        value.end = value.start + line.len();
        value.quoted = true;
        judge(finder, "password", said, value);
        return true;
    }
    // "Tokens per minute: 120000"
    if !matches!(said.kind, "PASSWORD" | "CODE") && body.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let takes = match accept {
        Accept::Direct => {
            let marks = body.bytes().any(|byte| {
                matches!(byte, b'!' | b'@' | b'#' | b'$' | b'%' | b'^' | b'&' | b'*' | b'?' | b'+' | b'~')
            });
            // "the temporary passcode 4389"
            let number =
                |word| digits && last && finder.text.get(..at).is_some_and(|head| head.ends_with(word));
            last && said.kind == "PASSWORD" && values::is_favourite(body)
                || ["code ", "pin ", "PIN "].into_iter().any(number)
                || body.len() >= 6
                    && !values::is_ticket(body)
                    && !body.trim_end_matches('=').contains(['=', '&'])
                    && values::is_password_like(body)
                    && (said.kind == "PASSWORD"
                        || values::is_tokenish(body)
                        || marks
                        // "using token 9kylfdacidpxylwkr01jwxqz"
                        || said.kind == "TOKEN"
                            && body.len() >= 20
                            && body.bytes().all(|byte| byte.is_ascii_alphanumeric())
                            && body.bytes().any(|byte| byte.is_ascii_digit()))
        }
        Accept::Linked => {
            digits
                || values::is_favourite(body)
                || values::is_password_like(body)
                || is_token(body)
                || said.kind == "SECRET_ID" && values::is_uuid(body)
                // Erlang's.
                || said.kind == "COOKIE" && body.len() == 20 && body.bytes().all(|byte| byte.is_ascii_uppercase())
                || !body.is_ascii() && body.chars().any(|c| c.is_ascii_digit())
        }
        Accept::Colon => {
            digits && body.len() <= 8
                || values::is_password_like(body)
                || last && body.len() >= 4 && !body.contains('/') && !values::is_never_secret(body)
        }
    };
    // "auth is done by LDAP", "auth is x"
    let takes = takes && (said.kind != "AUTH" || values::is_made(body) || is_token(body));
    if takes {
        value.quoted = true;
        judge(finder, "password", said, value);
    }
    takes
}

/// The second of two words that stand as a user and a password.
fn second_of_pair(finder: &Finder<'_>, said: Said, first: Value) -> Option<Value> {
    let body = finder.text.get(first.start..first.end)?;
    let user = |word: &str| {
        (2..32).contains(&word.len())
            && word.starts_with(|c: char| c.is_ascii_alphabetic())
            && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '@'))
    };
    let of = |start: usize, end: usize| Value { start, end, after: end, quoted: true };
    let rest = finder.text.get(first.end..values::line_end(finder.bytes, first.end))?;
    if let Some(second) = rest.strip_prefix(" / ").filter(|_| user(body)) {
        let word = second.split([' ', '\t']).next()?.trim_end_matches(['.', ',', ';', ')', '"', '\'']);
        let shift = usize::from(word.starts_with(['`', '"', '\'']));
        let word = word.trim_matches(['`', '"', '\'']);
        let start = first.end + 3 + shift;
        return (word.len() >= 4).then(|| of(start, start + word.len()));
    }
    if said.kind == "CREDENTIALS" && !crate::text::holds(body, "//") {
        let at = body.find([':', '/'])?;
        let second = body.get(at + 1..)?;
        let reads = user(body.get(..at)?) && values::is_password_like(second) && !second.contains('/');
        return reads.then(|| of(first.start + at + 1, first.end));
    }
    None
}

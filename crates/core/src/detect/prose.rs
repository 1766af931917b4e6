//! Sentences that quote a secret: "the password is x", "using password x", "Das Passwort lautet x", "パスワードは「x」です".

use super::Finder;
use super::assignments::judge;
use super::names::{self, Said, Strength};
use super::values::{self, Until, Value};

/// Quotes of any script, opening and closing.
const QUOTES: [(&str, &str); 14] = [
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
];

/// What stands between a name and its value, in the languages of our users.
const LINKS: &[&str] = &[
    "is", "was", "are", "be", "equals", "becomes", "remains", "to", "ist", "lautet", "war", "heißt", "est",
    "était", "es", "era", "è", "é", "são", "jest", "är", "er", "on", "je", "это", "olan", "as", "got",
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
    "probably",
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
    let line = values::line_start(finder.bytes, start).max(start.saturating_sub(160));
    let line = (line..=start).find(|at| finder.text.is_char_boundary(*at)).unwrap_or(start);
    let Some(head) = finder.text.get(line..start) else { return };
    let Some((at, _)) =
        [" as the ", " as ", " as your ", " as a ", " is the ", " is your ", " as its ", " for "]
            .iter()
            .filter_map(|link| head.rfind(link).map(|at| (at, link.len())))
            .filter(|(at, length)| {
                head.get(at + length..).is_some_and(|between| between.split(' ').count() <= 3)
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
        if begin < stop && finder.text.get(begin..stop).is_some_and(values::is_password_like) {
            judge(finder, "password", said, Value { start: begin, end: stop, after: stop, quoted: true });
        }
        return;
    }
    let from = left.rfind([' ', '\t']).map_or(0, |at| at + 1);
    let word = left.get(from..).unwrap_or("");
    if word.len() >= 6 && values::is_password_like(word) && !word.contains('=') {
        let begin = line + from;
        judge(
            finder,
            "password",
            said,
            Value { start: begin, end: line + at, after: line + at, quoted: true },
        );
    }
}

/// Reads on after the name of a secret that ends at `from`.
pub(super) fn read(finder: &mut Finder<'_>, said: Said, from: usize) {
    if said.strength == Strength::Weak {
        return;
    }
    let line = values::line_end(finder.bytes, from);
    let mut end = line.min(from + 220);
    while !finder.text.is_char_boundary(end) {
        end -= 1;
    }
    let Some(rest) = finder.text.get(from..end) else { return };
    let mut at = from + rest.len() - rest.trim_start_matches(['"', '\'', '*', '_', '`', ')']).len();
    let cjk = ["は", "が", "是", "为", "為", "：", "是：", "为：", "는", "은"];
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
    if !finder.text.get(at..end).is_some_and(|rest| rest.starts_with([' ', '\t', '\u{a0}', ',', ':', '('])) {
        return;
    }
    // `SET PASSWORD FOR 'app'@'%' = 'x'`.
    if let Some(tail) = finder.text.get(at..end)
        && tail.len() > 5
        && tail.get(..5).is_some_and(|head| head.eq_ignore_ascii_case(" for "))
        && let Some(found) = tail.find(" = ")
        && quoted(finder, said, at + found + 3, end)
    {
        return;
    }
    let mut linked = None;
    for index in 0..14 {
        at += blanks(finder.text.get(at..end).unwrap_or(""));
        if at >= end {
            return;
        }
        let tail = finder.text.get(at..end).unwrap_or("");
        let word = tail.split([' ', '\t', '\u{a0}']).next().unwrap_or("");
        let bare = word.trim_matches(|c: char| matches!(c, ',' | ';' | ':' | '.' | '(' | ')' | '*' | '_'));
        let lower = bare.to_lowercase();
        if index == 0 && names::is_about(&lower) || super::is_placeholder(bare.trim_matches(['"', '\'', '`']))
        {
            return;
        }
        if matches!(word, ":" | "=" | "==" | "—" | "–" | "->" | "=>" | "→" | "：" | "-") {
            linked = Some(if word == "-" { Accept::Linked } else { Accept::Colon });
            at += word.len();
            continue;
        }
        let is_quoted = QUOTES.iter().any(|(open, _)| word.starts_with(open));
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
                let before = before.unwrap_or("").to_lowercase();
                let after = tail.to_lowercase();
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
        if LINKS.contains(&lower.as_str()) && word == bare {
            linked = Some(Accept::Linked);
        } else if word.ends_with([':', '：', '=']) && word.len() < 40 && !word.contains("://") {
            linked = Some(Accept::Colon);
        } else {
            let done = if index == 0 {
                token(finder, said, at, Accept::Direct)
            } else {
                word.ends_with(['.', '!', '?'])
            };
            if done {
                return;
            }
        }
        at += word.len();
    }
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
        if trimmed.is_empty() {
            return true;
        }
        let stop = start + trimmed.len();
        judge(finder, "password", said, Value { start, end: stop, after: stop, quoted: true });
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
    let body = finder.text.get(value.start..value.end).unwrap_or("");
    // Scripts without blanks: the sentence goes on after the word.
    if let Some(stop) = body.find(['。', '、', '，', '」', '（']) {
        value.end = value.start + stop;
    }
    let Some(body) = finder.text.get(value.start..value.end) else { return false };
    let last = finder.text.get(value.end..values::line_end(text, value.end)).is_some_and(|rest| {
        rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '"' | '\'')).is_empty()
    });
    let takes = match accept {
        Accept::Direct => {
            let marks = body.bytes().any(|byte| {
                matches!(byte, b'!' | b'@' | b'#' | b'$' | b'%' | b'^' | b'&' | b'*' | b'?' | b'+' | b'~')
            });
            last && said.kind == "PASSWORD" && is_favourite(body)
                || body.len() >= 6
                    && !body.trim_end_matches('=').contains(['=', '&'])
                    && values::is_password_like(body)
                    && (said.kind == "PASSWORD" || values::is_tokenish(body) || marks)
        }
        Accept::Linked => {
            is_favourite(body)
                || values::is_password_like(body)
                || !body.is_ascii() && body.chars().any(|c| c.is_ascii_digit())
        }
        Accept::Colon => {
            values::is_password_like(body)
                || last && body.len() >= 4 && !body.contains('/') && !values::is_never_secret(body)
        }
    };
    if takes {
        value.quoted = true;
        judge(finder, "password", said, value);
    }
    takes
}

/// Words that people take for passwords.
fn is_favourite(word: &str) -> bool {
    const WORDS: [&str; 28] = [
        "admin",
        "changeme",
        "letmein",
        "qwerty",
        "toor",
        "root",
        "guest",
        "welcome",
        "postgres",
        "trustno1",
        "iloveyou",
        "monkey",
        "dragon",
        "sunshine",
        "princess",
        "football",
        "baseball",
        "superman",
        "batman",
        "hunter",
        "master",
        "shadow",
        "passw0rd",
        "administrator",
        "changeit",
        "vagrant",
        "raspberry",
        "ubnt",
    ];
    WORDS.contains(&word.to_ascii_lowercase().as_str())
}

//! Lists below a line that promises passwords: "Root passwords", "credentials for the new box:", "Your login is:".
//!
//! What stands there has no name of its own: `db1 – x`, `ann:x` alone on a line, a user on one line and the password
//! on the next.

use super::Finder;
use super::assignments::judge;
use super::marks::{Hit, Marks};
use super::names::{self, Said, Strength};
use super::values::{self, Value};

const PASSWORD: Said = Said { strength: Strength::Strong, kind: "PASSWORD" };

/// Promises that hold no part of a telling name.
const PROMISES: [&str; 12] = [
    "cat login",
    "cat cred",
    "ogin is:",
    "ogin data",
    "ogin details",
    "ogins:",
    "ogindaten",
    "ugangsdaten",
    "ccess data",
    "following data",
    "dentifiants",
    "atos de acceso",
];

/// What may part a label from its password.
const PARTS: [&str; 9] = [" – ", " — ", " - ", ": ", " -> ", " → ", " => ", " / ", " | "];

/// How many lines below a promise are read.
const LINES: usize = 12;

/// Every literal that this detector looks for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    PROMISES.into_iter()
}

pub(super) fn read(finder: &mut Finder<'_>, marks: &Marks, stems: &[Hit]) {
    let mut done = 0;
    for hit in stems {
        if hit.start < done {
            continue;
        }
        let line = values::line_start(finder.bytes, hit.start);
        done = values::line_end(finder.bytes, hit.start).max(hit.end);
        let Some(body) = finder.text.get(line..done) else { continue };
        if is_sentence(body) && tells(body) {
            below(finder, done);
        } else if body.len() < 160 && body.trim_end().ends_with(['?', '？', '.']) && !is_setting(body) {
            answer(finder, body, done);
        }
    }
    for here in PROMISES.iter().flat_map(|mark| marks.place(mark)) {
        let line = values::line_start(finder.bytes, here);
        let end = values::line_end(finder.bytes, here);
        if finder.text.get(line..end).is_some_and(is_sentence) {
            below(finder, end);
        }
    }
}

/// `MAIL_PASSWORD=Monday?` asks nothing.
fn is_setting(line: &str) -> bool {
    !line.contains(' ') && line.contains('=')
}

/// Words and no code; a heading, or a sentence with something to come.
fn is_sentence(line: &str) -> bool {
    let body = line.trim();
    if body.len() > 160 || body.contains(['=', '{', '}', ';', '|', '"', '[', '$']) {
        return false;
    }
    let heading = body.starts_with('#') || body.starts_with("**") || body.starts_with('h');
    body.ends_with([':', '：'])
        || body.ends_with("below")
        || heading && !body.ends_with('.')
        || body.split(' ').count() <= 4 && !body.contains(": ") && body.contains(' ')
}

/// Whether a line promises passwords, by its own words.
fn tells(line: &str) -> bool {
    line.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).any(|word| {
        let lower = crate::text::lower(word);
        matches!(lower.as_str(), "credentials" | "creds" | "credential" | "unseal")
            || word.len() < 40
                && names::says(word)
                    .is_some_and(|said| said.strength == Strength::Strong && said.kind == "PASSWORD")
    })
}

/// Whether a word that stands where a password is awaited is one.
fn reads(word: &str) -> bool {
    let marks = word.bytes().filter(|byte| matches!(byte, b'!' | b'#' | b'$' | b'@' | b'*' | b'?')).count();
    !word.contains("://")
        && !word.starts_with(['/', '-', '<', '('])
        // A variable is none, `$pring!!` is.
        && word.strip_prefix('$').is_none_or(|rest| rest.contains(['!', '#', '@', '*', '?']))
        && (values::is_chosen(word)
            || values::is_drawn_mixed(word)
            || marks >= 1 && word.len() >= 6 && values::is_password_like(word))
}

fn is_token(word: &str) -> bool {
    values::is_tokenish(word) && !values::is_uuid(word) && !values::is_digest(word)
}

/// "what is the root pw?", and on the next line "joe: x".
fn answer(finder: &mut Finder<'_>, asked: &str, stop: usize) {
    let asks = asked.trim_end().ends_with(['?', '？']);
    let lower = crate::text::lower(asked);
    let code = ["pin", "code", "otp"]
        .iter()
        .any(|word| lower.split(|c: char| !c.is_alphanumeric()).any(|one| one == *word));
    let end = values::line_end(finder.bytes, (stop + 1).min(finder.text.len()));
    let Some(line) = finder.text.get(stop + 1..end) else { return };
    let body = line.trim_end();
    let word = body.rsplit([' ', '\t']).next().unwrap_or("");
    let head = body.get(..body.len() - word.len()).unwrap_or("").trim_end();
    // Nothing but who says it stands before.
    let alone = head.is_empty() || head.ends_with([':', '>', '：']) && head.len() < 40;
    let number = (4..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let value = word.trim_matches(['`', '*', '"', '\'']);
    if alone && (code && number || asks && tells(asked) && (reads(value) || is_token(value))) {
        let start = stop + 1 + body.len() - word.len() + word.find(value).unwrap_or(0);
        judge(finder, "password", PASSWORD, Value::quoted(start, start + value.len()));
    }
}

fn is_user(word: &str) -> bool {
    (2..32).contains(&word.len())
        && word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'@'))
}

/// A line without quoting marks and bullets, and whether it had a bullet.
fn item(line: &str) -> (&str, bool) {
    let mut body = line.trim();
    while let Some(rest) = body.strip_prefix('>') {
        body = rest.trim_start();
    }
    for bullet in ["* ", "- ", "• ", "+ ", "– "] {
        if let Some(rest) = body.strip_prefix(bullet) {
            return (rest.trim_start(), true);
        }
    }
    (body, false)
}

/// The lines below the promise that ends at `stop`.
fn below(finder: &mut Finder<'_>, stop: usize) {
    let mut begin = stop + 1;
    let (mut taken, mut empty) = (0, 0);
    let mut user = false;
    for _ in 0..LINES {
        let end = values::line_end(finder.bytes, begin.min(finder.text.len()));
        let Some(line) = finder.text.get(begin..end) else { return };
        let next = end + 1;
        let (body, bullet) = item(line);
        // Underlines of headings and fences are no items.
        if body.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'`' | b'~')) {
            empty += 1;
            if taken > 0 || empty > 2 {
                return;
            }
            begin = next;
            continue;
        }
        let from = begin + line.rfind(body).unwrap_or(0);
        let bare = body.trim_matches(['`', '*', '"', '\'']);
        let at = from + body.find(bare).unwrap_or(0);
        let mut take = |start: usize, word: &str| {
            judge(finder, "password", PASSWORD, Value::quoted(start, start + word.len()));
        };
        if bare.contains([' ', '\t', '\u{a0}']) {
            let part = PARTS.iter().filter_map(|part| Some((bare.find(part)?, part.len()))).min();
            let Some((part, length)) = part else {
                // `ops x`
                if let Some((who, word)) = bare.split_once(' ')
                    && is_user(who)
                    && (values::is_made(word) || is_token(word))
                    && !word.contains(['=', '"', '<', ' '])
                {
                    take(at + who.len() + 1, word);
                }
                return;
            };
            let (label, word) = (bare.get(..part).unwrap_or(""), bare.get(part + length..).unwrap_or(""));
            let kept =
                names::is_about(&crate::text::lower(label)) || names::is_kept(&crate::text::lower(label));
            let word = word.trim_start();
            let value = word.trim_matches(['`', '*', '"', '\'']);
            let colon = bare.get(part..part + 1) == Some(":");
            // `1: x` of keys that unseal.
            let numbered = label.bytes().all(|byte| byte.is_ascii_digit()) && is_token(value);
            let strong = values::is_made(value) || values::is_drawn_mixed(value) || numbered;
            // `bastion: ops:x`
            let value = match value.split_once(':') {
                Some((who, word)) if is_user(who) && reads(word) => word,
                _ => value,
            };
            let strong = strong || value.len() < word.len() && values::is_made(value);
            if kept || value.contains(' ') || !(reads(value) || numbered) || label.split(' ').count() > 4 {
                return;
            }
            // `image: App2024` of a file is no item of a list.
            if colon && !(bullet && strong || numbered) {
                return;
            }
            let start = at + bare.len() - word.len() + word.find(value).unwrap_or(0);
            take(start, value);
            taken += 1;
        } else if let Some((who, word)) = bare.split_once([':', '/'])
            && is_user(who)
            && reads(word)
        {
            take(at + who.len() + 1, word);
            taken += 1;
        } else if user && reads(bare) {
            take(at, bare);
            return;
        } else if is_user(bare) && !user && taken == 0 {
            user = true;
        } else {
            return;
        }
        if taken == 0 && !user {
            return;
        }
        begin = next;
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn what_a_heading_promises_is_read() {
        for text in [
            "## Root passwords\n* db1 – Berlin-2026\n",
            "Passwords for the lab:\n- web1: Berlin-2026x\n",
            "credentials for the new box:\nroot\nBerlin-2026\n",
            "Login data below\nann:Berlin-2026\n",
            "creds for tonight:\n - bastion db-1.lan: ops:Berlin-2026x\n",
            "> what is the root pw?\n> joe: Berlin-2026x\n",
            "pw?\nBerlin-2026x\n",
            "Your phpMyAdmin login is:\ndbuser_12\nKq7Zx2Vb9Lm4tR\n",
        ] {
            let hidden = hidden(text);
            assert!(
                hidden.iter().any(|one| one.starts_with("Berlin-2026") || *one == "Kq7Zx2Vb9Lm4tR"),
                "{text}"
            );
        }
    }

    #[test]
    fn what_else_stands_below_is_kept() {
        for text in [
            "# rotate the password in May\nimage: App2024\nreplicas: 3\n",
            "# Passwords\n- name: App2024x\n- url: https://wiki.corp/Pass2024\n",
            "Password authentication failed\nUbuntu2204 is up\n",
            "credentials for the new box:\nnone yet, ask Jo\n",
            "who has the password?\njoe: version 1.9.8\n",
            "Enter your PIN.\nport: 8443 open\n",
        ] {
            assert_eq!(hidden(text), Vec::<&str>::new(), "{text}");
        }
    }
}

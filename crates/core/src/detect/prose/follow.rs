//! One reading of talk: what the sentences give behind a word for a secret. "The old one was x", "then x", "try x
//! instead", "das alte, x", a message of nothing but x.
//!
//! Two things make a word a value: what it looks like, and where it stands. The more the place says, the less the word
//! must look like one.

use super::is_token;
use super::looks::{Looks, is_else, is_free};
use super::spot::{CLOSERS, Place, Spot, head, is_end};
use crate::detect::Finder;
use crate::detect::assignments::judge;
use crate::detect::marks::{Hit, Marks};
use crate::detect::names::{Said, Strength};
use crate::detect::spoken::{is_of_other, telling};
use crate::detect::told::is_of_answer;
use crate::detect::values::{self, Value};

/// How far behind a topic a value may stand.
const REACH: usize = 320;
/// Letters of the shortest value.
const SHORTEST: usize = 4;
/// Bytes of a disk's recovery key, eight groups of six digits.
const RECOVERY: usize = 55;

/// Words that speak of access and are no names of secrets, with what they speak of.
const TOPICS: [(&str, &str); 24] = [
    (" enter ", "LOGIN"),
    ("ogin ", "LOGIN"),
    ("og in ", "LOGIN"),
    ("ogged in ", "LOGIN"),
    ("ign in ", "LOGIN"),
    ("connect as ", "LOGIN"),
    (" vpn ", "LOGIN"),
    ("VPN ", "LOGIN"),
    ("ifi (", "PASSWORD"),
    ("iFi ", "PASSWORD"),
    ("i-Fi ", "PASSWORD"),
    ("WLAN", "PASSWORD"),
    ("ommunity ", "PASSWORD"),
    ("rstellungsschlüssel ", "PASSWORD"),
    ("ecovery key ", "PASSWORD"),
    ("ecovery codes", "CODE"),
    ("ackup codes", "CODE"),
    (" code ", "CODE"),
    (" code,", "CODE"),
    (" code\n", "CODE"),
    ("PIN ", "CODE"),
    ("OTP ", "CODE"),
    ("nseal ", "KEY"),
    // What was hidden goes on to be spoken of.
    ("PASSWORD_", "PASSWORD"),
];

/// Every literal that this detector looks for.
pub(in crate::detect) fn marks() -> impl Iterator<Item = &'static str> {
    TOPICS.into_iter().map(|(mark, _)| mark)
}

/// A word for a secret, or a secret that was found.
pub(super) struct Topic {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: &'static str,
}

fn topics(finder: &mut Finder<'_>, marks: &Marks, stems: &[Hit]) -> Vec<Topic> {
    let mut out: Vec<Topic> = Vec::new();
    for hit in stems {
        if let Some((kind, end)) = telling(finder, *hit)
            && matches!(kind, "PASSWORD" | "CREDENTIALS" | "CODE" | "TOKEN")
        {
            out.push(Topic { start: hit.start, end, kind });
        }
    }
    for (mark, kind) in TOPICS {
        let length = mark.trim_end().len();
        for start in marks.place(mark) {
            let rest = finder.bytes.get(start + length..).unwrap_or(b"");
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let end = start + length + digits;
            let is_one = match mark.as_bytes() {
                [.., b'_'] => finder.text.get(start..end).is_some_and(crate::detect::is_placeholder),
                [b' ', b'c', ..] => !is_of_answer(finder, start),
                _ => true,
            };
            if is_one {
                out.push(Topic { start, end, kind });
            }
        }
    }
    let known = finder.found.iter().filter(|one| one.placeholder == "PASSWORD" && one.end - one.start < 100);
    out.extend(known.map(|one| Topic { start: one.start, end: one.end, kind: "PASSWORD" }));
    crate::text::sort_by_numbers(&mut out, |one| (one.start, one.end));
    out
}

/// Reads on behind every topic, up to the next one: every word once.
pub(in crate::detect) fn follow(finder: &mut Finder<'_>, marks: &Marks, stems: &[Hit]) {
    let topics = topics(finder, marks, stems);
    let mut taken: Vec<(usize, usize)> = finder.found.iter().map(|one| (one.start, one.end)).collect();
    crate::text::sort_by_numbers(&mut taken, |one| (one.0, one.1));
    let (mut passed, mut after) = (0, 0);
    // How far the last word for a code and for a token reach, whatever is spoken of behind it.
    let (mut code, mut token) = (0, 0);
    for (index, topic) in topics.iter().enumerate() {
        let word = finder.text.get(topic.start..topic.end).unwrap_or("");
        if topic.kind == "CODE" || word.eq_ignore_ascii_case("pin") {
            code = topic.end + REACH;
        } else if topic.kind == "TOKEN" {
            token = topic.end + REACH;
        }
        let next = topics.get(index + 1).map_or(usize::MAX, |next| next.start);
        // What reads like a topic may be the value of the one before.
        let stop = (topic.end + REACH).min(next.saturating_add(1)).min(finder.bytes.len());
        let mut at = topic.end;
        while at < stop {
            let rest = finder.bytes.get(at..).unwrap_or(b"");
            let blank = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            if blank > 0 {
                at += blank;
                continue;
            }
            let end = at + rest.iter().take(200).take_while(|byte| !byte.is_ascii_whitespace()).count();
            // What is hidden already goes on for those behind it: "x and y".
            while let Some(one) = taken.get(passed).filter(|one| one.0 < end) {
                after = one.1.max(after);
                passed += 1;
            }
            let word = rest.get(..end - at).unwrap_or(b"");
            if may_be_placeholder(word) {
                let word = finder.text.get(at..end).unwrap_or("");
                let bare = word.trim_start_matches(OPENERS).trim_end_matches(CLOSERS);
                if crate::detect::is_placeholder(bare) {
                    after = end - (end - at - bare.len()).min(1);
                }
            }
            if after > at {
                at = end.max(after);
                continue;
            }
            // Most words of most texts are dismissed here.
            if is_too_short(word)
                || word.len() < RECOVERY && topic.kind != "KEY" && head(finder, at).is_none()
            {
                at = end;
                continue;
            }
            let told = Told { topic, is_code: at < code, is_token: at < token, after };
            if let Some((from, to)) = value(finder, at, end, &told) {
                let number = finder.bytes.get(from..to).is_some_and(|it| it.iter().all(u8::is_ascii_digit));
                let kind = match topic.kind {
                    _ if number => "CODE",
                    "LOGIN" | "CREDENTIALS" => "PASSWORD",
                    kind => kind,
                };
                judge(finder, "password", Said { strength: Strength::Strong, kind }, Value::quoted(from, to));
                after = to;
            }
            at = end.max(after);
        }
    }
}

/// Whether a word has what each placeholder has.
fn may_be_placeholder(word: &[u8]) -> bool {
    memchr::memchr_iter(b'_', word).any(|at| word.get(at + 1).is_some_and(u8::is_ascii_digit))
}

/// Whether a word has too few letters, and is not the first of several in quotes.
fn is_too_short(word: &[u8]) -> bool {
    word.len() < SHORTEST && word.iter().all(|byte| byte.is_ascii() && !matches!(byte, b'"' | b'\'' | b'`'))
}

/// What is known of the place that is looked at.
pub(super) struct Told<'a> {
    pub(super) topic: &'a Topic,
    pub(super) is_code: bool,
    pub(super) is_token: bool,
    /// Where the last value ended.
    pub(super) after: usize,
}

const OPENERS: [char; 14] = ['"', '\'', '`', '*', '_', '(', '[', '«', '“', '„', '‹', '「', '{', '|'];
/// The value in the word at `start`, if it is one.
fn value(finder: &Finder<'_>, start: usize, end: usize, told: &Told<'_>) -> Option<(usize, usize)> {
    let raw = finder.text.get(start..end)?;
    // `password:` and `secretKeyRef:` below it: a member's name.
    let is_key = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let line = values::line_start(finder.bytes, start);
    if raw.strip_suffix(':').is_some_and(is_key)
        && matches!(finder.bytes.get(end), None | Some(b'\n' | b'\r'))
        && line + 1 < start
        && finder.text.get(line..start).is_some_and(|head| head.trim().is_empty())
    {
        return None;
    }
    // "  with provider_thing.name,": whose error Terraform tells.
    if raw.ends_with(',')
        && finder
            .text
            .get(values::line_start(finder.bytes, start)..start)
            .is_some_and(|head| head.trim_start_matches(['│', '|', ' ']) == "with ")
        && raw.split_once('.').is_some_and(|(kind, _)| {
            kind.contains('_')
                && kind.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        })
    {
        return None;
    }
    // `postfix/smtp[7]: 4XyZ1k2m3n: refused`, `postgres:9f1c2e7a0d44b318 [ERROR]`: of what a log tells.
    let of_process = || {
        let head = finder.text.get(values::line_start(finder.bytes, start)..start);
        head.and_then(|head| head.strip_suffix("]: "))
            .and_then(|head| head.rsplit_once('['))
            .is_some_and(|(_, id)| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let is_number = |it: &str| it.bytes().all(|byte| byte.is_ascii_hexdigit());
    if raw.strip_suffix(':').is_some_and(|id| id.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        && of_process()
        || raw.rsplit(':').next().is_some_and(is_number)
            && [&b" [ERROR]"[..], b" [WARNING]", b" [OK]"]
                .iter()
                .any(|state| finder.bytes.get(end..end + state.len()) == Some(state))
    {
        return None;
    }
    // A string of JSON ends there.
    let open = up_to(raw.trim_start_matches(OPENERS), "\",\"");
    // `"New password: "),e=n.limit`: code behind the string.
    if ["),", ");", ")."].iter().any(|code| open.starts_with(code)) {
        return None;
    }
    let opening = raw.get(..raw.len() - raw.trim_start_matches(OPENERS).len())?;
    let mut quoted = opening.ends_with(['"', '`', '\'', '«', '“', '„', '「']);
    let (mut from, mut body) = (start + opening.len(), open);
    if let Some(length) = super::tag(open) {
        from += length;
        body = open.get(length..)?.split('<').next()?;
        quoted = true;
    } else {
        body = up_to(body, "</").trim_end_matches(CLOSERS);
        // "umber lagoon willow": words in quotes.
        if quoted && body.len() == open.len() {
            return spaced(finder, start, from, told);
        }
        quoted &= open.get(body.len()..)?.starts_with(['"', '`', '\'', '»', '“', '”', '」']);
    }
    // `guest:x`
    let mut user_before = false;
    if let Some((user, second)) = body.split_once(':')
        && user.len() < 16
        && user.len() >= 3
        && user.bytes().all(|byte| byte.is_ascii_lowercase())
    {
        from += user.len() + 1;
        body = second;
        user_before = !is_of_other(user);
    }
    if !(SHORTEST..=80).contains(&body.chars().count()) {
        return None;
    }
    // Most lines of most texts are data: asked first, since it is quickly told.
    let needs_place = body.len() != RECOVERY && told.topic.kind != "KEY";
    let is_name = || finder.text.get(end..).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('='));
    if needs_place && (is_name() || head(finder, start).is_none()) || is_else(body) {
        return None;
    }
    let to = from + body.len();
    // A disk's recovery key, and what looks drawn as keys that unseal do, need no place.
    let digits = |part: &str| part.len() == 6 && part.bytes().all(|byte| byte.is_ascii_digit());
    if body.len() == RECOVERY && body.split('-').all(digits) {
        return Some((from, to));
    }
    if told.topic.kind == "KEY" {
        let near = start - told.topic.end < 90 && body.len() >= 40 && is_token(body);
        return near.then_some((from, to));
    }
    // "guest is disabled; monitoring:x"
    if user_before && told.topic.kind == "PASSWORD" && is_token(body) {
        return Some((from, to));
    }
    let looks = Looks::of(body, told);
    let letters = body.chars().all(|c| c.is_alphabetic() || matches!(c, '_' | '-'));
    if looks == Looks::Nothing
        && !((letters || body.bytes().any(|byte| byte.is_ascii_digit())) && (quoted || is_end(finder, to)))
    {
        return None;
    }
    let digest = values::is_uuid(body) || values::is_digest(body) && body.len() >= 16;
    let takes = match Spot::of(finder, (start, from, to), quoted, told)?.place()? {
        Place::None => false,
        Place::Loose => looks == Looks::Made,
        Place::Given => looks != Looks::Nothing,
        Place::Certain => {
            let plain = if letters { is_free(body) } else { values::is_password_like(body) };
            looks != Looks::Nothing || !digest && plain
        }
        Place::Only => !digest,
    };
    takes.then_some((from, to))
}

/// A text up to a mark, or all of it.
fn up_to<'t>(text: &'t str, mark: &str) -> &'t str {
    crate::text::find(text, mark).and_then(|at| text.get(..at)).unwrap_or(text)
}

/// Three words and more in quotes.
fn spaced(finder: &Finder<'_>, start: usize, from: usize, told: &Told<'_>) -> Option<(usize, usize)> {
    let quote = finder.text.get(start..from)?.chars().last()?;
    let end = values::line_end(finder.bytes, from).min(from + 60);
    let end = (from..=end).rev().find(|end| finder.text.is_char_boundary(*end))?;
    let close = match quote {
        '«' => '»',
        '“' | '„' => '”',
        other => other,
    };
    let body = finder.text.get(from..end)?.split(close).next()?;
    let to = from + body.len();
    let words = (3..=6).contains(&body.split(' ').count())
        && body.split(' ').all(|word| word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
        || body.contains(' ')
            && body.bytes().filter(u8::is_ascii_punctuation).count() >= 2
            && values::is_password_like(body);
    let place = || Spot::of(finder, (start, from, to), true, told)?.place();
    (words && to < end && place()? >= Place::Certain).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn what_a_sentence_gives_behind_a_word_for_a_secret_is_hidden() {
        for text in [
            "the password is umbercobalt\n",
            "only the password there is umbercobalt, sorry\n",
            "my password for the console is umbercobalt in case that helps\n",
            "and the keystore password?\nThe old one was umbercobalt, right?\n",
            "root pw?\n14:07 <zdenka> then Umber-cobalt-5\n",
            "A senha do banco é umbercobalt e a senha antiga sumiu\n",
            "das Passwort ist weg\ndann das alte, Umber5Cobalt, oder\n",
            "the zip has a password. It is encrypted with Umber5Cobalt.\n",
            "fix: change db password from old-one-4 to umbercobalt\n",
            "You can log in as root with umbercobalt until Monday.\n",
            "Log in there with `builder` and `Umber5Cobalt`\n",
            "the password is in the safe, currently Umber5Cobalt\n",
            "la password non va\n09:06 - Giulia: allora prova Umber5Cobalt\n",
            "get in with the old password? no. guest is disabled; monitoring:UmberKq7Zx2Vb9Lm4tR\n",
            "Rotate credentials:\nredis: UmberKq7Zx2Vb9Lm4tR\n",
        ] {
            let hidden = hidden(text);
            assert!(
                hidden.iter().any(|one| one.to_ascii_lowercase().starts_with("umber")),
                "{text} {hidden:?}"
            );
        }
    }

    #[test]
    fn what_else_is_said_of_a_password_is_kept() {
        for text in [
            "The password is wrong.\nthe password is expired, sorry\n",
            "The password is monthly rotated and the host is bastion.\n",
            "Passwords are hashed. The backend is consul.\n",
            "what is the password?\nask Joe, he is there.\n",
            "password policy: image was App2024 then\n",
            "login is done by okta, session is gone\n",
            "the password prompt is shown, the lock is held.\n",
            "The token is short lived. This password is temporary, that one is permanent.\n",
            "Le mot de passe est robuste. La contraseña es segura. Das Passwort ist sicher.\n",
            "the exit code, 40310, is no PIN\n",
            "password check passed on host-7, node is up\n",
            "password in the safe, currently node-3 is down\n",
            "Log in to cedar-1 as root (password in the safe).\n",
            "Rotate credentials:\nbuild: UmberKq7Zx2Vb9Lm4tR\n",
            "Use 5432 as the port of the password service.\n",
        ] {
            assert_eq!(hidden(text), Vec::<&str>::new(), "{text}");
        }
    }
}

//! One reading of talk: what the sentences give behind a word for a secret. "The old one was x", "then x", "try x
//! instead", "das alte, x", a message of nothing but x.
//!
//! Two things make a word a value: what it looks like, and where it stands. The more the place says, the less the word
//! must look like one.

use super::{is_token, is_words};
use crate::detect::Finder;
use crate::detect::assignments::judge;
use crate::detect::marks::{Hit, Marks};
use crate::detect::names::{self, Said, Strength};
use crate::detect::spoken::{is_of_other, telling};
use crate::detect::told::is_of_answer;
use crate::detect::values::{self, Value};

/// How far behind a topic a value may stand.
const REACH: usize = 320;

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

/// How much a place says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Place {
    /// Something else is spoken of.
    None,
    /// "to x", "with x": other things stand there, too.
    Loose,
    /// "then x", "try x", a message of its own.
    Given,
    /// "the password is x,": nothing else stands there but what is said of it.
    Certain,
    /// "from x to y": nothing else at all.
    Only,
}

const IS: &[&str] = &[
    "is", "was", "are", "were", "be", "ist", "war", "lautet", "lautete", "est", "était", "es", "era", "é",
    "è", "eran", "são", "jest", "är", "it's", "that's", "c'est", "remains", "becomes",
];

/// Words between such a verb and the value.
const BETWEEN: &[&str] = &[
    "now",
    "currently",
    "still",
    "just",
    "the",
    "a",
    "le",
    "la",
    "el",
    "o",
    "die",
    "der",
    "das",
    "jetzt",
    "désormais",
    "maintenant",
    "ahora",
    "agora",
    "noch",
    "wieder",
    "again",
    "actually",
    "since",
    "seit",
];

const GIVES: &[&str] = &[
    "gets",
    "bekommt",
    "vorher",
    "früher",
    "previously",
    "before",
    "antes",
    "avant",
    "then",
    "dann",
    "try",
    "tried",
    "instead",
    "statt",
    "enter",
    "entered",
    "typed",
    "puis",
    "luego",
    "now",
    "jetzt",
    "so",
    "neu",
    "used",
    "prueba",
    "probier",
    "essaie",
];

const TO: &[&str] = &["to", "por", "para", "en", "em", "auf", "in", "naar", "na", "à", "into"];

const WITH: &[&str] = &["with", "mit", "avec", "con", "com"];

const AND: &[&str] = &["and", "or", "und", "oder", "et", "y", "e", "ou", "then"];

/// Beginnings of verbs that change a secret.
const CHANGES: &[&str] = &[
    "chang", "set", "reset", "rotat", "cambi", "cámbi", "troc", "troq", "alter", "mud", "geänd", "änd",
    "gesetzt", "setz", "updat",
];

/// What one speaks of when a secret was named before: "the old one", "la nueva".
const PRONOUNS: &[&str] = &[
    "it", "one", "ones", "this", "that", "other", "there", "new", "old", "real", "das", "alte", "neue",
    "altes", "neues", "vecchia", "nuova", "nueva", "vieja", "anterior", "ancien", "nouveau", "nova",
    "antiga", "celui", "quella",
];

/// Words that bind a place to the name before: "the password for the console is x".
const BINDS: &[&str] = &[
    "for", "of", "on", "at", "in", "from", "there", "here", "do", "da", "de", "del", "du", "della", "dei",
    "der", "des", "für", "vom", "von", "para", "pour", "to", "field", "now", "then", "dela",
];

/// Plain words that are said of a password and are none.
const STATES: &[&str] = &[
    "wrong",
    "right",
    "correct",
    "incorrect",
    "fine",
    "okay",
    "good",
    "bad",
    "weak",
    "strong",
    "short",
    "long",
    "empty",
    "blank",
    "null",
    "none",
    "unknown",
    "known",
    "valid",
    "invalid",
    "same",
    "gone",
    "dead",
    "here",
    "there",
    "below",
    "above",
    "private",
    "secret",
    "plain",
    "stale",
    "mandatory",
    "random",
    "safe",
    "unsafe",
    "ready",
    "fresh",
    "longer",
    "shorter",
    "enough",
    "alone",
    "easy",
    "hard",
    "that",
    "this",
    "what",
    "which",
    "them",
    "these",
    "those",
    "lost",
    "broken",
    "taken",
    "shown",
    "given",
    "written",
    "hidden",
    "forgotten",
    "kept",
    "read",
    "falsch",
    "richtig",
    "leer",
    "gleich",
    "bekannt",
    "unbekannt",
    "geheim",
    "neu",
    "ungültig",
    "gültig",
    "weg",
    "dran",
    "korrekt",
    "abgelaufen",
    "faux",
    "vide",
    "correcte",
    "incorrecte",
    "obligatoire",
    "obligatoria",
    "obligatorio",
    "obrigatória",
    "invalide",
    "mauvais",
    "incorrecta",
    "correcta",
    "vacía",
    "misma",
    "correta",
    "vazia",
    "mesma",
    "password",
    "token",
    "passwort",
    "key",
    "user",
    "vault",
    "again",
    "okta",
    "sudo",
    "ldap",
    "kerberos",
    "saml",
    "oidc",
    "default",
    "care",
    "today",
    "yesterday",
    "tomorrow",
    "mine",
    "yours",
    "nowhere",
    "nonsense",
    "plaintext",
    "obsolete",
    "sicher",
    "unsicher",
    "pflicht",
    "vierstellig",
    "wichtig",
    "robuste",
    "segura",
    "seguro",
    "fraca",
    "débil",
    "fuerte",
    "longue",
    "courte",
    "corta",
    "larga",
    "lang",
    "kurz",
    "case-sensitive",
    "read-only",
    "opaque",
    "weiter",
    "beim",
    "meins",
];

/// Ends of words of state, in the languages of our users.
const ENDS: &[&str] = &[
    "ed", "ing", "able", "ible", "ive", "ous", "less", "ful", "ly", "tion", "lich", "ert", "é", "ée", "és",
    "ado", "ada", "ido", "ida", "ment", "ness", "ary", "ent", "ant", "al", "ic", "ure", "ete", "ique",
    "ária", "ario", "aria", "haft", "isch",
];

/// A word for a secret, or a secret that was found.
struct Topic {
    start: usize,
    end: usize,
    kind: &'static str,
}

fn topics(finder: &Finder<'_>, marks: &Marks, stems: &[Hit]) -> Vec<Topic> {
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
            let bare =
                finder.text.get(at..end).unwrap_or("").trim_start_matches(OPENERS).trim_end_matches(CLOSERS);
            if crate::detect::is_placeholder(bare) {
                after = end - (end - at - bare.len()).min(1);
            }
            if after > at {
                at = end.max(after);
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

/// What is known of the place that is looked at.
struct Told<'a> {
    topic: &'a Topic,
    is_code: bool,
    is_token: bool,
    /// Where the last value ended.
    after: usize,
}

const OPENERS: [char; 14] = ['"', '\'', '`', '*', '_', '(', '[', '«', '“', '„', '‹', '「', '{', '|'];
const CLOSERS: [char; 16] =
    ['"', '\'', '`', '*', ')', ']', '»', '”', '“', '›', '」', '}', '.', ',', ';', ':'];

/// The value in the word at `start`, if it is one.
fn value(finder: &Finder<'_>, start: usize, end: usize, told: &Told<'_>) -> Option<(usize, usize)> {
    let raw = finder.text.get(start..end)?;
    // A string of JSON ends there.
    let open = raw.trim_start_matches(OPENERS).split("\",\"").next()?;
    let opening = raw.get(..raw.len() - raw.trim_start_matches(OPENERS).len())?;
    let mut quoted = opening.ends_with(['"', '`', '\'', '«', '“', '„', '「']);
    let (mut from, mut body) = (start + opening.len(), open);
    if let Some(length) = super::tag(open) {
        from += length;
        body = open.get(length..)?.split('<').next()?;
        quoted = true;
    } else {
        body = body.split("</").next()?.trim_end_matches(CLOSERS);
        // "umber lagoon willow": words in quotes.
        if quoted && body.len() == open.len() {
            return spaced(finder, start, from, told);
        }
        quoted &= open.get(body.len()..)?.starts_with(['"', '`', '\'', '»', '“', '”', '」']);
    }
    // `guest:x`
    if let Some((user, second)) = body.split_once(':')
        && user.len() < 16
        && user.len() >= 3
        && user.bytes().all(|byte| byte.is_ascii_lowercase())
    {
        from += user.len() + 1;
        body = second;
    }
    if !(4..=80).contains(&body.chars().count()) {
        return None;
    }
    // Most lines of most texts are data: asked first, since it is quickly told.
    let needs_place = body.len() != 55 && told.topic.kind != "KEY";
    let is_name = || finder.text.get(end..).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('='));
    if needs_place && (is_name() || head(finder, start).is_none()) || is_else(body) {
        return None;
    }
    let to = from + body.len();
    // A disk's recovery key, eight groups of six digits, and what looks drawn as keys that unseal do, need no place.
    let digits = |part: &str| part.len() == 6 && part.bytes().all(|byte| byte.is_ascii_digit());
    if body.len() == 55 && body.split('-').all(digits) {
        return Some((from, to));
    }
    if told.topic.kind == "KEY" {
        let near = start - told.topic.end < 90 && body.len() >= 40 && is_token(body);
        return near.then_some((from, to));
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

/// What a word looks like.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Looks {
    Nothing,
    Chosen,
    Made,
}

impl Looks {
    fn of(body: &str, told: &Told<'_>) -> Self {
        // `copper-willow-tundra-42`
        let words = body.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
        let phrase = || told.topic.kind == "PASSWORD" && is_words(words);
        let number = || (4..=8).contains(&body.len()) && body.bytes().all(|byte| byte.is_ascii_digit());
        // `acm3-2026`
        let dated = || {
            body.split_once('-').is_some_and(|(word, year)| {
                word.bytes().any(|byte| byte.is_ascii_digit())
                    && year.len() == 4
                    && year.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        // `ffn8m-93ji1`
        let groups = || {
            body.contains('-')
                && body.split('-').all(|part| {
                    (4..=6).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
                })
                && (body.bytes().any(|byte| byte.is_ascii_digit())
                    || body
                        .split_once('-')
                        .is_some_and(|(first, second)| first.len() == 5 && second.len() == 5))
        };
        if values::is_made(body) || is_token(body) || values::is_drawn_mixed(body) || told.is_code && number()
        {
            Self::Made
        } else if values::is_chosen(body) && (!body.contains('-') || dated())
            || body.contains(['!', '#', '$', '%', '^', '*']) && values::is_password_like(body)
            || phrase()
            || told.is_token && values::is_uuid(body)
            || told.topic.kind == "CODE" && groups()
        {
            Self::Chosen
        } else {
            Self::Nothing
        }
    }
}

/// Whether a word is something else by its form: an address, a path, an option, an id, a name of code.
fn is_else(body: &str) -> bool {
    let of_code = |name: &str| {
        name.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'.' | b'-'))
    };
    body.contains("://")
        || ["','", "\",\"", "|"].iter().any(|part| body.contains(part))
        // `!vault_ref`
        || body.strip_prefix('!').is_some_and(|tag| tag.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'))
        || body.trim_start_matches('+').strip_prefix('$').is_some_and(|name| !values::is_chosen(name) || name.contains('_'))
        || body.starts_with(['/', '\\', '-', '@', '#', '.', '<', '~', '…'])
        || body.starts_with("1Pass")
        || body.split_once('@').is_some_and(|(_, host)| host.contains('.'))
        // `ID=x`
        || body.split_once('=').is_some_and(|(name, _)| name.len() >= 2 && of_code(name))
        || body.contains('_') && body.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
        // `vpc-0a1b2c3d4e5f60718`, `run-s1P80rm4lDVR6ONx`
        || body.split_once('-').is_some_and(|(kind, id)| {
            kind.bytes().all(|byte| byte.is_ascii_lowercase())
                && matches!(id.len(), 8 | 16 | 17)
                && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
        || names::is_about(&crate::text::lower(body))
        || crate::detect::is_placeholder(body)
}

/// Whether a plain word may be one that somebody chose.
pub(super) fn is_free(body: &str) -> bool {
    let lower = crate::text::lower(body);
    body.chars().count() >= 4
        && !STATES.contains(&lower.as_str())
        && (lower.chars().count() >= 14 || !ENDS.iter().any(|end| lower.ends_with(end)))
        && !values::is_never_secret(body)
        && !names::is_kept(&lower)
}

/// Whether a clause ends there.
fn is_end(finder: &Finder<'_>, to: usize) -> bool {
    let end = values::line_end(finder.bytes, to).min(to + 24);
    let end = (to..=end).rev().find(|end| finder.text.is_char_boundary(*end)).unwrap_or(to);
    let rest = finder.text.get(to..end).unwrap_or("").trim_start_matches(['"', '\'', '`', '*', ')']);
    const GOES_ON: &[&str] = &[
        " and ",
        " but ",
        " und ",
        " aber ",
        " e ",
        " y ",
        " et ",
        " until ",
        " in case",
        " ...",
        " (",
        " –",
        " - ",
        " since ",
        " anyway",
        " entonces",
        " instead",
        " or ",
        " bis ",
        " now",
        ", ",
        " ,",
        ",\"",
    ];
    rest.trim().is_empty()
        || rest.starts_with(['.', ';', '?', '!'])
        || GOES_ON.iter().any(|word| rest.starts_with(word))
}

/// What stands before a message: quoting, bullets, marks of comments, times and who says it.
fn without_speaker(head: &str) -> (&str, bool) {
    let mut body = head.trim_start_matches(['>', ' ', '\t', '#', '/', '*', '-', ';', '•']);
    let mut spoken = false;
    if let Some(close) = body.strip_prefix(['[', '(']).and_then(|rest| rest.find([']', ')'])) {
        body = body.get(close + 2..).unwrap_or("").trim_start();
        spoken = true;
    }
    let first = body.split(' ').next().unwrap_or("");
    let time = first.len() >= 4 && first.contains(':');
    if time && first.bytes().all(|byte| byte.is_ascii_digit() || byte == b':') {
        body = body.get(first.len()..).unwrap_or("").trim_start();
        spoken = true;
    }
    if let Some(close) = body.strip_prefix('<').and_then(|rest| rest.find('>')) {
        return (body.get(close + 2..).unwrap_or("").trim_start(), true);
    }
    if let Some((who, rest)) = body.split_once(": ")
        && who.split(' ').count() <= 2
        && who.starts_with(|c: char| c.is_alphabetic() || matches!(c, '@' | '*'))
        && who.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '@' | '*' | '.'))
        && (spoken || rest.is_empty() && who.starts_with(char::is_uppercase))
        && !names::is_about(&crate::text::lower(who.rsplit(' ').next().unwrap_or("")))
        && names::says(who).is_none()
    {
        return (rest.trim_start(), spoken);
    }
    (body, spoken)
}

/// Whether the line above says who speaks, and when.
fn follows_speaker(finder: &Finder<'_>, line: usize) -> bool {
    let Some(above) = line.checked_sub(1) else { return false };
    let from = values::line_start(finder.bytes, above).max(above.saturating_sub(80));
    finder.bytes.get(from..above).is_some_and(|body| {
        body.windows(4).any(|four| {
            matches!(four, [a, b':', b, c] if a.is_ascii_digit() && b.is_ascii_digit() && c.is_ascii_digit())
        })
    })
}

/// What stands before a word on its line, as far as it is near, and where line and that begin; none in data, which has
/// names, and is read elsewhere.
fn head<'t>(finder: &Finder<'t>, start: usize) -> Option<(usize, usize, &'t str)> {
    let line = values::line_start(finder.bytes, start);
    let near = line.max(start.saturating_sub(160));
    let near = (near..=start).find(|at| finder.text.is_char_boundary(*at))?;
    let head = finder.text.get(near..start)?;
    // A message in JSON begins behind its name.
    let head = head.rsplit_once("\":\"").map_or(head, |(_, message)| message);
    let is_data = head.contains(['=', '{']) || head.contains("\":");
    (!is_data).then_some((line, near, head))
}

/// What stands around a word.
struct Spot<'a> {
    finder: &'a Finder<'a>,
    told: &'a Told<'a>,
    start: usize,
    line: usize,
    /// The word without its marks.
    body: &'a str,
    quoted: bool,
    /// What was said on the line before it, without the speaker.
    said: &'a str,
    /// The last clause of that, in small letters.
    clause: String,
    /// The line's rest.
    tail: &'a str,
    /// Between the last value and here.
    gap: &'a str,
    /// Whether the topic stands on the same line.
    same_line: bool,
    spoken: bool,
}

impl<'a> Spot<'a> {
    fn of(
        finder: &'a Finder<'a>,
        (start, from, to): (usize, usize, usize),
        quoted: bool,
        told: &'a Told<'a>,
    ) -> Option<Self> {
        let (line, near, head) = head(finder, start)?;
        let (said, spoken) = if near == line { without_speaker(head) } else { (head, false) };
        let said = said.trim_end();
        let clause = said.rsplit(['.', ';', '!', '?', '(', '–']).find(|part| !part.trim().is_empty());
        Some(Self {
            finder,
            told,
            start,
            line,
            body: finder.text.get(from..to)?,
            quoted,
            said,
            clause: crate::text::lower(clause.unwrap_or(said).trim()),
            tail: finder.text.get(to..values::line_end(finder.bytes, to)).unwrap_or(""),
            gap: finder.text.get(told.after.min(start)..start).unwrap_or(""),
            same_line: told.topic.end > line,
            spoken,
        })
    }

    /// The clause's words from its end, bare.
    fn words(&self) -> impl Iterator<Item = &str> {
        let bare = |word: &'_ str| matches!(word, "");
        self.clause
            .rsplit([' ', '\t', '\u{a0}'])
            .filter(move |word| !bare(word))
            .map(|word| word.trim_matches([',', '"', '\'', '(', ':', '*', '`', '_']))
    }

    fn has(&self, list: &[&str]) -> bool {
        self.words().any(|word| list.contains(&word))
    }

    fn begins(&self, list: &[&str]) -> bool {
        self.words().any(|word| list.iter().any(|head| word.starts_with(head)))
    }

    fn alone(&self) -> bool {
        self.tail.trim_matches(|c: char| c.is_whitespace() || CLOSERS.contains(&c)).is_empty()
    }

    /// Whether the word is drawn or a number, as ids and counts are, too.
    fn is_drawn(&self) -> bool {
        values::is_tokenish(self.body) || self.body.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether a word names another thing than a secret.
    fn is_other(word: &str) -> bool {
        !PRONOUNS.contains(&word) && (names::is_about(word) || is_of_other(word))
    }

    /// "user ops, password x", "Benutzer wartung und Kennwort x": right behind who it belongs to.
    fn is_of_user(&self) -> bool {
        const USERS: &[&str] = &[
            "user",
            "username",
            "login",
            "account",
            "benutzer",
            "benutzername",
            "utilisateur",
            "identifiant",
            "usuario",
            "usuário",
            "utente",
        ];
        let topic = self.told.topic;
        let words: Vec<&str> = self.clause.split_whitespace().collect();
        let is_user = |three: &[&str]| {
            let [user, name, link] = three else { return false };
            USERS.contains(user) && !AND.contains(name) && (name.ends_with(',') || AND.contains(link))
        };
        topic.kind == "PASSWORD"
            && self.same_line
            && self.start <= topic.end + 1
            && words.windows(3).rev().take(3).any(is_user)
    }

    /// What the place of the word says.
    fn place(&self) -> Option<Place> {
        if self.is_of_user() {
            return Some(Place::Certain);
        }
        // What goes on from a value: "x and y", "x, y".
        if self.told.after > 0 && self.gap.len() < 12 {
            let joins = self.gap.trim_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
            if AND.contains(&joins) {
                return Some(Place::Given);
            }
            if joins.is_empty() {
                let place = if self.told.is_code { Place::Given } else { Place::Loose };
                return self.gap.contains(',').then_some(place);
            }
        }
        // "x is the new one", "x when prompted"
        const THAT: &[&str] = &[
            " is the new one",
            " is the old one",
            " when prompted",
            " when asked",
            " when it asks",
            " if prompted",
        ];
        let tail = self.tail.trim_start_matches(['"', '`', '*', '\'', ',']);
        if THAT.iter().any(|that| tail.starts_with(that)) {
            return Some(Place::Given);
        }
        const ANSWERS: &[&str] =
            &["", "No,", "no,", "Yes,", "yes,", "Nein,", "nein,", "Non,", "sorry,", "hm,"];
        if ANSWERS.contains(&self.said) || self.said.ends_with('?') {
            return self.answers().then_some(Place::Given);
        }
        let last =
            self.said.rsplit([' ', '\t', '\u{a0}']).next().unwrap_or("").trim_matches(['\'', '*', '_']);
        let mut words = self.words();
        let (word, before) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let password = self.told.topic.kind == "PASSWORD";
        // "initial password x,", "new community x"
        let direct = self.finder.text.get(self.told.topic.end..self.start);
        if password && direct.is_some_and(|gap| gap.trim().is_empty()) {
            const WHICH: &[&str] = &["initial", "temporary", "temp", "new", "old", "default", "current"];
            let number = self.told.is_code && self.is_drawn();
            return (number || WHICH.contains(&before)).then_some(Place::Certain);
        }
        if last.ends_with(':') {
            return self.labelled(last, word);
        }
        if matches!(last, "->" | "=>" | "→") {
            return Some(Place::Given);
        }
        // "das alte, x,", "the one for the database, x, is"
        if last.ends_with(',') {
            let closed = is_end(self.finder, self.start + self.raw().len());
            return (closed && self.has(PRONOUNS)).then_some(Place::Loose);
        }
        if last == "|" {
            return password.then_some(Place::Loose);
        }
        self.is(word).or_else(|| self.behind(word, before))
    }

    /// The word as it stands, with its marks.
    fn raw(&self) -> &str {
        let rest = self.finder.text.get(self.start..).unwrap_or("");
        let length = rest.len().min(200);
        let length = rest.bytes().take(length).take_while(|byte| !byte.is_ascii_whitespace()).count();
        rest.get(..length).unwrap_or("").trim_end_matches([',', '.', ';'])
    }

    /// Whether a message is nothing but the word, or begins with it in quotes.
    fn answers(&self) -> bool {
        let topic = self.told.topic.end;
        let asked = || {
            let end = values::line_end(self.finder.bytes, topic);
            let rest = self.finder.text.get(topic..end).unwrap_or("");
            rest.trim_end().ends_with(['?', ':', '？'])
        };
        let talk = self.spoken || follows_speaker(self.finder, self.line) || !self.same_line && asked();
        // A cell of its own line in asciidoc.
        let cell = !self.same_line && self.alone() && self.raw().starts_with('|');
        talk && (self.alone() || self.quoted && !self.said.is_empty()) || self.said.ends_with('?') || cell
    }

    /// Behind a label: one of several words, or on the topic's line.
    fn labelled(&self, last: &str, word: &str) -> Option<Place> {
        const ONES: &[&str] = &["one", "ones", "other", "das", "alte", "neue", "old", "new"];
        let label = self.words().count();
        if last.contains(['"', '\'']) {
            return None;
        }
        if label >= 2 && self.has(ONES) {
            return Some(Place::Certain);
        }
        if Self::is_other(word) {
            return None;
        }
        if matches!(word, "master" | "root") {
            return Some(Place::Given);
        }
        let between = self.finder.text.get(self.told.topic.end..self.start).unwrap_or("");
        let own = self.same_line && between.len() < 40 && !between.contains(['.', ';', ',']);
        let several = (label >= 3 || self.quoted && label >= 2) && !self.is_drawn();
        if own || several {
            return Some(Place::Given);
        }
        ((self.quoted || self.same_line) && !self.is_drawn()).then_some(Place::Loose)
    }

    /// "is", or "is now", with its subject before it; nothing if there is no such verb.
    fn is(&self, word: &str) -> Option<Place> {
        let mut words = self.words().peekable();
        words.next();
        let mut verb = word;
        for index in 0..3 {
            if IS.contains(&verb) {
                break;
            }
            // "seit Montag": any word behind a word for a time.
            let time = index == 0
                && words.peek().is_some_and(|next| matches!(*next, "since" | "seit" | "depuis" | "desde"));
            if !(BETWEEN.contains(&verb) || time) {
                return None;
            }
            verb = words.next()?;
        }
        if !IS.contains(&verb) {
            return None;
        }
        let subject = words.next().unwrap_or("");
        if Self::is_other(subject) && !verb.contains('\'') {
            return Some(Place::None);
        }
        let topic = self.told.topic;
        if PRONOUNS.contains(&subject) && topic.kind != "PASSWORD" {
            return Some(Place::Given);
        }
        if !matches!(topic.kind, "PASSWORD" | "CREDENTIALS" | "CODE") {
            let drawn = self.is_drawn() && !(topic.kind == "TOKEN" && subject.is_empty());
            return Some(if drawn { Place::None } else { Place::Loose });
        }
        let between = self.finder.text.get(topic.end..self.start).unwrap_or("");
        let first = crate::text::lower(between.split_whitespace().next().unwrap_or(""));
        let bound = self.same_line
            && !between.contains(['.', ';', ':', '?'])
            && !between.contains(", ")
            && between.split_whitespace().count() <= 9
            && [BINDS, IS, BETWEEN, PRONOUNS].iter().any(|list| list.contains(&first.as_str()));
        let named = subject.is_empty() || PRONOUNS.contains(&subject) || verb.contains('\'');
        Some(match () {
            () if named || bound => Place::Certain,
            () if self.is_drawn() || self.words().any(is_of_other) => Place::None,
            () => Place::Loose,
        })
    }

    /// Behind "to", "with", "then", "code" and their like, or in brackets.
    fn behind(&self, word: &str, before: &str) -> Option<Place> {
        let login = self.told.topic.kind == "LOGIN"
            || self.begins(&["log", "sign", "connect", "user", "use", "acced", "entra", "anmeld"]);
        if word == "in" && before == "put" {
            return Some(Place::Given);
        }
        if TO.contains(&word) {
            // "auf x geändert"
            let verb = crate::text::lower(self.tail.split_whitespace().next().unwrap_or(""));
            let changes = self.begins(CHANGES) || CHANGES.iter().any(|head| verb.starts_with(head));
            if changes && self.same_line && self.has(&["from", "von", "de"]) && self.gap.len() < 8 {
                return Some(Place::Only);
            }
            if changes && (self.same_line || self.has(PRONOUNS) || self.words().count() <= 3) {
                return Some(Place::Certain);
            }
            let marked = self.raw().contains(['!', '#', '$', '%', '*', '?', '@', '^', '_']);
            return (self.same_line && marked).then_some(Place::Loose);
        }
        if WITH.contains(&word) {
            const LOCKED: &[&str] =
                &["encrypted", "protected", "secured", "locked", "verschlüsselt", "chiffré", "cifrado"];
            if ["end", "begin", "start"].iter().any(|verb| before.starts_with(verb)) {
                return None;
            }
            return Some(match () {
                () if login
                    && self.has(&["as"])
                    && self.tail.starts_with(" until")
                    && !matches!(self.body, "password" | "sudo" | "token" | "key") =>
                {
                    Place::Only
                }
                () if login && self.has(&["as"]) => Place::Certain,
                () if login || LOCKED.contains(&before) => Place::Given,
                () => Place::Loose,
            });
        }
        if AND.contains(&word) && self.has(WITH) && login {
            return Some(Place::Given);
        }
        if word == "set" && matches!(before, "have" | "i've" | "i" | "we") {
            return Some(if self.alone() { Place::Certain } else { Place::Given });
        }
        if word == "code" && self.told.is_code {
            const OF: &[&str] =
                &["the", "sent", "a", "your", "this", "my", "with", "enter", "use", "mit", "le", "el"];
            return (OF.contains(&before) || !self.is_drawn()).then_some(Place::Loose);
        }
        // "(old one `x` dies at noon)", "and for the switch x"
        if self.quoted && matches!(word, "one" | "ones") {
            return Some(Place::Given);
        }
        if self.alone()
            && self.told.after > 0
            && self.start - self.told.after < 160
            && self.has(&["for", "für", "pour"])
        {
            return Some(Place::Loose);
        }
        if GIVES.contains(&word) {
            let prompt = self.tail.get(1..).is_some_and(|rest| rest.starts_with(" at the prompt"));
            return Some(match word {
                _ if self.quoted && prompt => Place::Only,
                "so" | "now" | "jetzt" | "used" | "neu" => Place::Loose,
                _ => Place::Given,
            });
        }
        // A user of every machine in a column, and its password in the next one.
        if matches!(word, "administrator" | "admin" | "root") {
            return (self.told.topic.kind == "PASSWORD" && self.tail.starts_with("  "))
                .then_some(Place::Loose);
        }
        // "in the transcript ("x")"
        let bracket = self.raw().starts_with('(')
            && self.tail.trim_start_matches(['"', '`', '\'', '*']).starts_with(')')
            && !Self::is_other(word);
        bracket.then_some(match () {
            () if self.quoted && self.same_line => Place::Certain,
            () if PRONOUNS.contains(&word) => Place::Given,
            () => Place::Loose,
        })
    }
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
        ] {
            assert_eq!(hidden(text), Vec::<&str>::new(), "{text}");
        }
    }
}

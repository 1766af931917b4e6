//! What a word of a sentence looks like: nothing, something that somebody chose, something made.

use super::follow::Told;
use super::{is_token, is_words};
use crate::detect::names;
use crate::detect::values;

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

/// What a word looks like.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Looks {
    Nothing,
    Chosen,
    Made,
}

impl Looks {
    pub(super) fn of(body: &str, told: &Told<'_>) -> Self {
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
        // `w3lcom3123`: figures for letters, and a number behind them.
        let leet = || {
            let word = body.trim_end_matches(|c: char| c.is_ascii_digit());
            body.len() >= word.len() + 2
                && word.bytes().filter(u8::is_ascii_lowercase).count() >= 4
                && word.bytes().all(|byte| {
                    byte.is_ascii_lowercase() || matches!(byte, b'0' | b'1' | b'3' | b'4' | b'5' | b'7')
                })
                && word.bytes().any(|byte| byte.is_ascii_digit())
        };
        if leet()
            || dated()
            || values::is_made(body)
            || is_token(body)
            || values::is_drawn_mixed(body)
            || told.is_code && number()
        {
            Self::Made
        } else if values::is_chosen(body) && !body.contains('-')
            || body.contains(['!', '#', '$', '%', '^', '*']) && values::is_password_like(body)
            || phrase()
            // `mHvgmdMyQBKI`
            || told.topic.kind == "PASSWORD" && body.len() >= 8 && changes_case(body)
            || told.is_token && values::is_uuid(body)
            || told.topic.kind == "CODE" && groups()
        {
            Self::Chosen
        } else {
            Self::Nothing
        }
    }
}

/// Letters alone, of which every third changes from small to capital or back: no word of a language or of code.
fn changes_case(body: &str) -> bool {
    let pairs = body.as_bytes().windows(2);
    let changes =
        pairs.filter(|pair| matches!(pair, [a, b] if a.is_ascii_uppercase() != b.is_ascii_uppercase()));
    body.bytes().all(|byte| byte.is_ascii_alphabetic()) && changes.count() * 3 >= body.len()
}

/// Whether a word is something else by its form: an address, a path, an option, an id, a name of code.
pub(super) fn is_else(body: &str) -> bool {
    let of_code = |name: &str| {
        name.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'.' | b'-'))
    };
    let holds = |part: &str| crate::text::holds(body, part);
    ["://", "','", "\",\"", "|"].into_iter().any(holds)
        // `!vault_ref`
        || body.strip_prefix('!').is_some_and(|tag| tag.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'))
        || body.trim_start_matches('+').strip_prefix('$').is_some_and(|name| !values::is_chosen(name) || name.contains('_'))
        || body.starts_with(['/', '\\', '-', '@', '#', '.', '<', '~', '…'])
        // A host's name.
        || body.matches('.').count() >= 2
            && body.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
            && body.rsplit('.').next().is_some_and(|end| end.bytes().all(|byte| byte.is_ascii_lowercase()))
        || body.starts_with("1Pass")
        // `containers.Client#ListBlobs` of an error: a method.
        || body.split_once('#').is_some_and(|(of, method)| {
            of.contains('.')
                && of.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'.')
                && method.starts_with(|c: char| c.is_ascii_uppercase())
                && method.bytes().all(|byte| byte.is_ascii_alphabetic())
        })
        // `TLSv1_2`, `MS-CHAP2-Response`: protocols.
        || ["TLSv1", "SSLv", "MS-CHAP"].iter().any(|head| body.starts_with(head))
        // `09[ENC] generating`: which thread of strongSwan's says it, and of what.
        || body.split_once('[').is_some_and(|(thread, topic)| {
            thread.len() == 2
                && thread.bytes().all(|byte| byte.is_ascii_digit())
                && topic.bytes().all(|byte| byte.is_ascii_uppercase())
        })
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
        // `sha256_password` of `IDENTIFIED WITH`
        || body.ends_with("_password")
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

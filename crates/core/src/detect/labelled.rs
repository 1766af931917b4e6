//! Several secrets on one line behind a plural, each with a label: "passwords: root x, admin y", "keys: api x app y".

use super::Finder;
use super::assignments::judge;
use super::marks::Marks;
use super::names::{self, Said, Strength};
use super::values::{self, Value};

/// Plurals of what people choose.
const CHOSEN: [&str; 8] = [
    "asswords: ",
    "asswords are ",
    "asswords now: ",
    "reds: ",
    "ogins: ",
    "edentials: ",
    "asswörter: ",
    "aswoorden: ",
];

/// Plurals of what is drawn.
const DRAWN: [&str; 4] = ["eys: ", "eys are ", "okens: ", "okens are "];

/// Every literal that these detectors look for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    CHOSEN.iter().chain(&DRAWN).copied()
}

pub(super) fn read(finder: &mut Finder<'_>, marks: &Marks) {
    let chosen = CHOSEN.iter().map(|mark| (mark, true));
    let drawn = DRAWN.iter().map(|mark| (mark, false));
    for (mark, is_chosen) in chosen.chain(drawn) {
        for here in marks.place(mark) {
            list(finder, here, mark.len(), is_chosen);
        }
    }
}

/// The values of a list that begins behind a plural.
fn list(finder: &mut Finder<'_>, here: usize, length: usize, is_chosen: bool) {
    let line = values::line_start(finder.bytes, here);
    let before = finder.text.get(line..here).unwrap_or("");
    let head = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let two = before.get(..before.len() - head.len()).unwrap_or("").trim_end();
    let two = two.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let plural = finder.text.get(here..here + length).unwrap_or("");
    let plural = plural.split([':', ' ']).next().unwrap_or("");
    // "public keys: ...", "cache keys: ..."
    if names::is_kept(&crate::text::lower(&format!("{two}{head}{}", plural.trim_end_matches('s')))) {
        return;
    }
    let said = Said { strength: Strength::Strong, kind: if is_chosen { "PASSWORD" } else { "KEY" } };
    let from = here + length;
    let end = values::line_end(finder.bytes, from).min(from + 300);
    let end = (from..=end).rev().find(|end| finder.text.is_char_boundary(*end)).unwrap_or(from);
    // What has braces is data, which is read by its names.
    let Some(rest) = finder.text.get(from..end).filter(|rest| !rest.contains(['{', '}', '[', '<'])) else {
        return;
    };
    let mut label = "";
    let mut at = from;
    for piece in rest.split([' ', ',', ';', '|', '\t']) {
        let start = at;
        at += piece.len() + 1;
        if piece.contains("://") {
            label = "";
            continue;
        }
        let mut word = piece.trim_start_matches(BESIDE);
        let mut start = start + piece.len() - word.len();
        word = word.trim_end_matches(|c: char| BESIDE.contains(&c) || matches!(c, '.' | ':' | '='));
        // `root/x`, `root=x`, `root:x`
        if let Some(sign) = word.find(['/', ':', '='])
            && let (Some(name), Some(value)) = (word.get(..sign), word.get(sign + 1..))
            && is_label(name)
        {
            label = name;
            start += sign + 1 + value.len() - value.trim_start_matches(BESIDE).len();
            word = value.trim_matches(BESIDE);
        }
        if word.is_empty() || matches!(word, "-" | "->" | "→" | "=" | "is") {
            continue;
        }
        if is_label(label) && is_value(word, is_chosen) {
            judge(finder, "password", said, Value::quoted(start, start + word.len()));
            label = "";
        } else {
            label = word;
        }
    }
}

/// What stands round a word and is no part of it.
const BESIDE: [char; 9] = ['"', '\'', '`', '(', ')', '[', ']', '*', '’'];

/// Whether a word names what the next one is for.
fn is_label(word: &str) -> bool {
    const OTHERS: [&str; 14] = [
        "ssh-rsa",
        "ssh-ed25519",
        "sha256",
        "sha1",
        "sha",
        "md5",
        "commit",
        "digest",
        "build",
        "fingerprint",
        "hash",
        "checksum",
        "kid",
        "id",
    ];
    (2..=24).contains(&word.len())
        && word.starts_with(|c: char| c.is_alphabetic())
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
        && !OTHERS.contains(&crate::text::lower(word).as_str())
}

fn is_value(word: &str, is_chosen: bool) -> bool {
    let tokenish = values::is_tokenish(word) && !values::is_digest(word) && !values::is_uuid(word);
    if is_chosen {
        tokenish || values::is_made(word) || values::is_drawn_mixed(word) || values::is_chosen(word)
    } else {
        word.len() >= 16 && tokenish || word.len() >= 32 && values::is_digest(word)
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn each_value_of_a_list_has_its_label() {
        for text in [
            "use the passwords: root Kq7Zx2Vb9L admin Tr3eHouse9\n",
            "the passwords: root=Kq7Zx2Vb9L, admin = Tr3eHouse9\n",
            "my logins: root/Kq7Zx2Vb9L and admin/Tr3eHouse9\n",
            "their creds: db -> Kq7Zx2Vb9L, cache -> \"Tr3eHouse9\".\n",
        ] {
            for value in ["Kq7Zx2Vb9L", "Tr3eHouse9"] {
                assert!(hidden(text).iter().any(|one| one.contains(value)), "{text}");
            }
        }
        let [api, app] = ["0a9b2c3d7e5f60718293a4b5c6d7e8f9", "1f2e3d4c5b6a798890a1b2c3d4e5f60718293a4b"];
        let text = format!("the datadog keys: api {api} app {app}\n");
        for value in [api, app] {
            assert!(hidden(&text).contains(&value), "{text}");
        }
    }

    #[test]
    fn what_else_is_listed_is_kept() {
        for text in [
            "public keys: web 0a9b2c3d7e5f60718293a4b5c6d7e8f9\n",
            "passwords: min 8 signs, hashed with Argon2id\n",
            "keys: id, name, created_at\n",
            "keys: sha256 0a9b2c3d7e5f60718293a4b5c6d7e8f90a9b2c3d7e5f60718293a4b5c6d7e8f9\n",
            "logins: 12 today, 40 yesterday\n",
            "id_tokens: {VAULT_ID_TOKEN: {aud: https://vault7.Corp9.example}}\n",
            "see their logins: wiki https://wiki.example.com/Team9Page\n",
            "secrets: app-config, db-main, tls-2024\n",
        ] {
            assert_eq!(hidden(text), Vec::<&str>::new(), "{text}");
        }
    }
}

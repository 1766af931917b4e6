//! Words that people choose for passwords.

use super::random::{is_digest, is_password_like, is_uuid};

/// Letters and digits with a mark or a capital among them, as people make passwords: `Summer2024!`, `acme#1`.
pub(in crate::detect) fn is_made(word: &str) -> bool {
    let digits = word.chars().any(|c| c.is_ascii_digit());
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capital = word.chars().any(char::is_uppercase);
    let mark = word.contains(['!', '@', '#', '$', '%', '&', '*', '?', '+', '~', '^']);
    // `Welcome!!` has two marks for a digit.
    let marked =
        capital && word.chars().filter(|c| matches!(c, '!' | '@' | '#' | '$' | '%' | '*' | '?')).count() >= 2;
    word.len() >= 6
        && (digits || marked)
        && letters >= 2
        && (capital || mark)
        && !word.contains(['/', '(', '=', ':', '"'])
        && word.chars().any(char::is_lowercase)
        && is_password_like(word)
}

/// A word with a number as people choose them, where a sentence says that it is a password: `dragon2023`, `fjord_01`.
pub(in crate::detect) fn is_chosen(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    is_made(word)
        || letters >= 3
            && (6..=40).contains(&word.len())
            && word.bytes().any(|byte| byte.is_ascii_digit())
            && !word.contains(['/', '(', '=', ':', '"', '.'])
            && is_password_like(word)
            && !is_digest(word)
            && !is_uuid(word)
}

/// Words that people take for passwords.
pub(in crate::detect) fn is_favourite(word: &str) -> bool {
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

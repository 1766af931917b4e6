//! What people write beside a secret: who logs in with it, and another one than the one just told.

use super::{is_token, second_of_pair};
use crate::detect::Finder;
use crate::detect::assignments::judge;
use crate::detect::marks::Marks;
use crate::detect::names::{Said, Strength};
use crate::detect::values::{self, Until, Value};

/// Words before a user and a password, and before another password than the one just told.
const PAIRS: [&str; 13] = [
    "asic auth ",
    "log in with ",
    "use ",
    "Use ",
    "sign in with ",
    "login ",
    "Login ",
    "login: ",
    "logged in as ",
    "log in as ",
    "login with ",
    " user ",
    " account ",
];

/// What stands between a user and a password.
const SIGNS: [&str; 4] = [" / ", " — ", " – ", " + "];

const AS: [&str; 9] = [
    "og in ",
    "ogin with ",
    "ign in ",
    "logs in as ",
    "logged in as ",
    "authenticates as ",
    "connects as ",
    "connect as ",
    "changed to ",
];

/// Between what was given and what was awaited.
const UNEQUAL: &str = "\" != \"";

/// Every literal that these detectors look for.
pub(in crate::detect) fn marks() -> impl Iterator<Item = &'static str> {
    SIGNS.iter().chain(&PAIRS).chain(&AS).copied().chain([" p: ", " with key ", ": key ", UNEQUAL])
}

/// "login ops / x", "login with ci/x"; "and the old one was x" soon after a password.
pub(in crate::detect) fn beside(finder: &mut Finder<'_>, marks: &Marks) {
    for mark in SIGNS {
        for here in marks.place(mark) {
            slashed(finder, here, mark);
        }
    }
    for mark in PAIRS {
        for here in marks.place(mark) {
            let mut at = here + mark.len();
            // Some words may stand between.
            for _ in 0..7 {
                let mut first = values::unquoted(finder.bytes, at, Until::Blank);
                if matches!(finder.bytes.get(first.start), Some(b'[' | b'(')) && first.end > first.start {
                    first.start += 1;
                }
                let credentials = Said { strength: Strength::Strong, kind: "CREDENTIALS" };
                if first.end == at {
                    break;
                }
                if let Some(second) = second_of_pair(finder, credentials, first) {
                    let word = finder.text.get(second.start..second.end).unwrap_or("");
                    let chosen = values::is_chosen(word) && !word.contains('-');
                    let dated = word.trim_end_matches(|c: char| c.is_ascii_digit());
                    let dated = dated.len() >= 4
                        && word.len() >= dated.len() + 2
                        && dated.bytes().all(|byte| byte.is_ascii_alphabetic());
                    if is_token(word)
                        || values::is_made(word)
                        || dated
                        || mark == "asic auth " && values::is_chosen(word)
                        || ["admin:", "root:", "admin/", "root/"]
                            .iter()
                            .any(|user| finder.text.get(first.start..second.start) == Some(user))
                            && word.bytes().any(|byte| byte.is_ascii_digit())
                        || chosen && finder.bytes.get(second.start - 1) == Some(&b'/')
                        || finder.text.get(second.end..).is_some_and(|rest| rest.starts_with(" to log"))
                    {
                        judge(finder, "password", credentials, second);
                    }
                    break;
                }
                if finder.bytes.get(first.end) != Some(&b' ') {
                    break;
                }
                at = first.end + 1;
            }
        }
    }
    let said = Said { strength: Strength::Strong, kind: "PASSWORD" };
    // "logs in as "terraform" with "x"", "u: admin p: x".
    for here in AS.iter().flat_map(|mark| marks.place(mark).map(move |at| at + mark.len() - 1)) {
        let end = values::line_end(finder.bytes, here).min(here + 120);
        for link in [" with ", " using ", " and "] {
            let Some(rest) = finder.text.get(here..end) else { break };
            let Some(at) = rest.find(link) else { continue };
            if let Some(value) = values::word(finder.bytes, here + at + link.len())
                && let Some(body) = finder.text.get(value.start..value.end)
                && let bare = body.trim_end_matches(['.', ',', ';']).trim_matches('`')
                && let bare = if value.quoted { body } else { bare }
                && (value.quoted && values::is_password_like(bare)
                    || values::is_chosen(bare)
                    || is_token(bare))
            {
                let start = value.start + body.find(bare).unwrap_or(0);
                judge(finder, "password", said, Value::quoted(start, start + bare.len()));
                break;
            }
        }
    }
    for here in marks.place(" p: ") {
        let line = values::line_near(finder.bytes, here, 60);
        let user =
            finder.bytes.get(line..here).is_some_and(|head| crate::text::find_bytes(head, b"u: ").is_some());
        let value = values::unquoted(finder.bytes, here + 4, Until::Blank);
        if user && finder.text.get(value.start..value.end).is_some_and(values::is_password_like) {
            judge(finder, "password", said, value);
        }
    }
    for mark in [" with key ", ": key "] {
        for here in marks.place(mark) {
            with_key(finder, here, mark);
        }
    }
    // `password mismatch: "x" != "y"`
    for here in marks.place(UNEQUAL) {
        let line = values::line_near(finder.bytes, here, 120);
        let head = finder.bytes.get(line..here).unwrap_or(b"").to_ascii_lowercase();
        if crate::text::find_bytes(&head, b"passw").is_some()
            && let Some(value) = values::quoted(finder.bytes, here + UNEQUAL.len() - 1)
        {
            judge(finder, "password", said, value);
        }
    }
}

/// "could not decrypt with key 'x'", `MessageEncryptor::InvalidMessage: key x`
fn with_key(finder: &mut Finder<'_>, here: usize, mark: &str) {
    let line = values::line_near(finder.bytes, here, 120);
    let head = finder.bytes.get(line..here).unwrap_or(b"");
    let crypt = [&b"crypt"[..], b"sign", b"seal"];
    let crypt = if mark == ": key " { &crypt[..1] } else { &crypt[..] };
    if crypt.iter().any(|word| crate::text::find_bytes(head, word).is_some())
        && let Some(value) = values::word(finder.bytes, here + mark.len())
        && let Some(body) = finder.text.get(value.start..value.end)
    {
        let mixed = body.bytes().any(|byte| byte.is_ascii_digit())
            || body.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
        let key = mark == ": key " && body.len() >= 32 && values::is_digest(body);
        let strength = if value.quoted && mixed || key { Strength::Strong } else { Strength::Weak };
        judge(finder, "key", Said { strength, kind: "KEY" }, value);
    }
}

/// "AWS console – kim / x": a user and what reads as a password, on a line that speaks of access.
fn slashed(finder: &mut Finder<'_>, at: usize, sign: &str) {
    let behind = at + sign.len();
    let line = values::line_near(finder.bytes, at, 120);
    let line = (line..=at).find(|at| finder.text.is_char_boundary(*at)).unwrap_or(at);
    let Some(head) = finder.text.get(line..at) else { return };
    let lower = head.to_ascii_lowercase();
    const ACCESS: [&str; 24] = [
        "bind", "login", "logg", "console", "vpn", "wifi", "wi-fi", "user", "account", "admin", "access",
        "portal", "ssh", "rdp", "cred", "zugang", "anmeld", "identifi", "usuario", "utente", "konto",
        "compte", "host", "server",
    ];
    let user = head.rsplit(' ').next().unwrap_or("").trim_matches('\'');
    // `deploy` / `x`: both as code.
    let code = user.ends_with('`') && finder.bytes.get(behind) == Some(&b'`');
    let bold = ["**", "}}"].iter().any(|mark| user.ends_with(mark))
        && matches!(finder.text.get(behind..behind + 2), Some("**" | "{{"));
    let user = user.trim_matches(['`', '*', '{', '}']);
    let user = user.strip_prefix('"').and_then(|user| user.strip_suffix('"')).unwrap_or(user);
    let spoken = code || ACCESS.iter().any(|word| lower.contains(word));
    let named = ["cn=", "uid="]
        .iter()
        .any(|head| user.get(..head.len()).is_some_and(|it| it.eq_ignore_ascii_case(head)));
    // "can somebody give me the creds?" and, some lines below, "sure: shop / x".
    let asked = !spoken && {
        let from = at.saturating_sub(400);
        let before = finder.bytes.get(from..at).unwrap_or(b"").to_ascii_lowercase();
        [&b"passw"[..], b"cred", b"login", b"kennwort", b"zugang"]
            .iter()
            .any(|word| crate::text::find_bytes(&before, word).is_some())
    };
    let drawn = || {
        let word = values::unquoted(finder.bytes, behind, Until::Blank);
        let word = finder.text.get(word.start..word.end).unwrap_or("");
        let has = |of: fn(char) -> bool| word.chars().any(of);
        (word.len() >= 12 && word.contains(['!', '#', '$', '%', '^', '*', '@'])
            || values::is_tokenish(word)
            || values::is_made(word) && word.contains(['!', '#', '$', '%', '*', '@']))
            && has(|c| c.is_ascii_digit())
            && has(|c| c.is_ascii_lowercase())
            && has(|c| c.is_ascii_uppercase())
            && !word.contains(['/', '(', '{', '<'])
    };
    if !(spoken || asked || drawn())
        || user.len() < 2
        || user.contains(['/', '"', '|'])
        || user.contains('=') && !named
    {
        return;
    }
    let marks = if bold { 2 } else { usize::from(code) };
    let value = match finder.bytes.get(behind) {
        Some(b'\'' | b'"') => values::quoted(finder.bytes, behind),
        _ => None,
    };
    let in_quotes = value.is_some();
    let value = value.unwrap_or_else(|| values::unquoted(finder.bytes, behind + marks, Until::Blank));
    let body = finder.text.get(value.start..value.end).unwrap_or("");
    let bare = if in_quotes { body } else { body.trim_end_matches(['.', ',', ';', ')', '*', '}']) };
    let known = lower.contains("cred")
        || ["admin", "root", "administrator", "sa", "postgres", "test", "user"]
            .contains(&user.to_ascii_lowercase().as_str());
    // "the web ui is admin / x"
    let placed = head
        .strip_suffix(user)
        .and_then(|rest| rest.trim_end().rsplit(' ').next())
        .is_some_and(|word| matches!(word, "is" | "login" | "user" | "with" | "ist" | "mit" | "as"));
    let wireless = ["wifi", "wi-fi", "wlan"].iter().any(|word| lower.contains(word));
    // Beside a dash people write all sorts of things.
    if sign != " / " {
        let user =
            named || user.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'_' | b'.'));
        if user && is_token(bare) {
            finder.add_literal(value.start, value.start + bare.len(), "user-password", "PASSWORD");
        }
        return;
    }
    if is_cipher(bare) {
        return;
    }
    if (!asked || user.contains(['_', '-'])) && values::is_chosen(bare)
        || values::is_made(bare)
        || is_token(bare)
        || (known && spoken || code || bold || wireless || in_quotes)
            && bare.len() >= 6
            && (in_quotes || !bare.contains('/'))
            && (values::is_password_like(bare)
                || (known || user.ends_with("admin") || in_quotes && spoken)
                    && (values::is_favourite(bare) || bare.matches('_').count() >= 2)
                || code && user.ends_with("admin")
                || (known && placed || in_quotes && spoken) && super::looks::is_free(bare))
    {
        let to = value.start + bare.len();
        finder.add_literal(value.start, to, "user-password", "PASSWORD");
    }
}

/// `TLSv1.3 / TLS_AES_256_GCM_SHA384 / X25519`, `AES256-GCM / SHA384 / DH20`: what a connection is made with.
fn is_cipher(word: &str) -> bool {
    const HEADS: [&str; 10] =
        ["TLS_", "ECDHE-", "AES", "SHA2", "SHA3", "SHA5", "X25519", "RSASSA", "CHACHA20", "ECDSA"];
    HEADS.iter().any(|head| word.starts_with(head))
        && word
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn ciphers_between_slashes_are_no_passwords() {
        for text in [
            "* SSL connection of the vpn server using TLSv1.3 / TLS_AES_256_GCM_SHA384 / X25519 / RSASSA-PSS\n",
            "vpn access, IKEv2, AES256-GCM / SHA384 / DH20\n",
        ] {
            assert_eq!(hidden(text), Vec::<&str>::new(), "{text}");
        }
    }
}

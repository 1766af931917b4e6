//! A drawn value that no syntax names, on a line that speaks of a secret: "rotated the token: old `x` new `y`",
//! `HMAC256("x")`, "il segreto del client: x", `password {{x}}`.
//!
//! The weakest of the detectors: it runs last, and asks that the value looks drawn, has no name of its own, and that
//! no word beside it says what else it is (a commit, a digest, a version).

use super::assignments::judge;
use super::marks::Hit;
use super::names::{self, Said, Strength};
use super::values::{self, Value};
use super::{Finder, is_placeholder};
use std::collections::VecDeque;

/// How far behind a telling word a value may stand.
const REACH: usize = 120;

/// Words that say secret in a sentence or in code, and are no names of variables.
const SPOKEN: &[&str] = &[
    "key",
    "keys",
    "private",
    "segreto",
    "segreta",
    "sleutel",
    "schlüssel",
    "clé",
    "chiave",
    "ключ",
    "klucz",
    "nyckel",
    "clave",
    "llave",
    "chave",
    "hmac",
    "hmac256",
    "hmac512",
    "hmacsha256",
    "hmac_sha256",
    "creds",
    "encrypt",
    "decrypt",
    "openssl_encrypt",
    "openssl_decrypt",
    "aes_encrypt",
    "aes_decrypt",
    "encrypt-with",
    "decrypt-with",
];

/// Words right before a value that say that it is something else.
const OTHERS: &[&str] = &[
    "commit",
    "sha",
    "sha1",
    "sha256",
    "sha512",
    "md5",
    "revision",
    "build",
    "image",
    "integrity",
    "run",
    "trace",
    "cursor",
    "public",
    // Travis encrypts what it calls so.
    "secure",
    "pub",
    "fingerprint",
    "serial",
    "release",
    "job",
    "pipeline",
    "lock",
    "lease",
    "ssh-rsa",
    "ssh-ed25519",
    "kid",
    "request",
    "requestid",
    "arn",
    "at",
    "to",
    "in",
    "into",
    "file",
    "bucket",
    "object",
    "node",
    "pod",
    "cache",
    "page",
    "next",
    "checksum",
    "hash",
    "uid",
    "nonce",
    "user",
    "host",
    "server",
    "from",
];

/// Whether a word names another thing than a secret.
pub(super) fn is_of_other(word: &str) -> bool {
    OTHERS.contains(&word)
}

/// Names that a value of such a line may have without being something else.
const NEUTRAL: &[&str] =
    &["old", "new", "current", "previous", "value", "is", "was", "now", "before", "after", "val", "it"];

/// Reads the lines of the hits of telling stems.
pub(super) fn read(finder: &mut Finder<'_>, stems: &[Hit]) {
    let known = finder.found.len();
    let mut taken: Vec<(usize, usize)> = finder.found.iter().map(|one| (one.start, one.end)).collect();
    crate::text::sort_by_numbers(&mut taken, |one| (one.0, one.1));
    // Of nested and overlapping places the farthest end counts.
    let mut farthest = 0;
    for one in &mut taken {
        farthest = farthest.max(one.1);
        one.1 = farthest;
    }
    // Candidates ahead, and how far they were looked for: every byte is read once, however many words tell.
    let mut ahead: VecDeque<(usize, usize)> = VecDeque::new();
    let (mut read_to, mut passed) = (0, 0);
    for hit in stems {
        let stop = values::line_end(finder.bytes, hit.end).min(hit.end + REACH);
        // Behind a private key on one line stands its certificate, which is public.
        let public = finder.bytes.get(hit.end..stop).and_then(|rest| {
            crate::text::find_bytes(rest, b"-----BEGIN CERT")
                .or_else(|| crate::text::find_bytes(rest, b"-----BEGIN PUB"))
        });
        let stop = public.map_or(stop, |found| hit.end + found);
        read_to = read_to.max(hit.end);
        while read_to < stop {
            let Some((from, to)) = next_word(finder.bytes, read_to, stop) else {
                read_to = stop;
                break;
            };
            read_to = to;
            while taken.get(passed).is_some_and(|one| one.0 <= from) {
                passed += 1;
            }
            let free =
                passed.checked_sub(1).and_then(|index| taken.get(index)).is_none_or(|one| one.1 <= from);
            if free && is_candidate(finder, from, to) {
                ahead.push_back((from, to));
            }
        }
        // A quoted word of a sentence before it.
        let head = finder.bytes.get(hit.start.saturating_sub(90)..hit.start).unwrap_or(b"");
        if memchr::memchr2_iter(b'"', b'`', head)
            .any(|at| head.get(at + 1) == Some(&b' ') && head.get(at + 2).is_some_and(u8::is_ascii_lowercase))
            && let Some((kind, _)) = telling(finder, *hit)
        {
            quoted_before(finder, *hit, kind, &taken);
        }
        while ahead.front().is_some_and(|(from, _)| *from < hit.end) {
            ahead.pop_front();
        }
        if ahead.front().is_none_or(|(from, _)| *from >= stop) {
            continue;
        }
        let Some((kind, end)) = telling(finder, *hit) else { continue };
        let line = values::line_near(finder.bytes, hit.start, 120);
        let wireless = finder.bytes.get(line..hit.start).is_some_and(|head| {
            let head = head.to_ascii_lowercase();
            [&b"ssid"[..], b"wifi", b"wi-fi", b"wlan"]
                .iter()
                .any(|word| crate::text::find_bytes(&head, word).is_some())
        });
        ahead.retain(|(from, to)| {
            let (from, to) = (*from, *to);
            let sentence = || {
                finder.text.get(from..to).is_some_and(|body| {
                    values::is_made(body) && (in_code(finder, from) || in_sentence(finder, from, body))
                })
            };
            let drawn = || {
                finder.text.get(from..to).is_some_and(|body| is_drawn(body) || values::is_drawn_mixed(body))
            };
            // `key "Sh0rtKey!"`
            let short_key = || {
                kind == "KEY"
                    && from - end <= 3
                    && finder.text.get(from..to + 1).is_some_and(|body| {
                        values::is_made(body.trim_end_matches(['"', '\'', '`']))
                            && body.contains(['!', '?', '#', '$', '%', '*'])
                    })
            };
            if from < end
                || from >= stop
                || is_else(finder, from, to, end)
                || !(kind == "PASSWORD" && sentence() || wireless && from - end < 4 || drawn() || short_key())
            {
                return true;
            }
            // Short ones may be a form's beginning that a text tells of.
            let quoted =
                matches!(finder.bytes.get(from - 1), Some(b'`' | b'"' | b'\'' | b'(' | b'{' | b'[' | b'*'));
            let mixed = || finder.text.get(from..to).is_some_and(values::is_drawn_mixed);
            let told = to - from >= 20 || quoted || wireless || mixed() || kind == "PASSWORD" && sentence();
            if !told {
                return true;
            }
            let value = Value::quoted(from, to);
            judge(finder, "password", Said { strength: Strength::Strong, kind }, value);
            false
        });
    }
    // One rule's name for all of them.
    for one in finder.found.iter_mut().skip(known) {
        one.rule = "spoken";
    }
}

/// Whether a value looks drawn, and not like the number of a key, a constant of code or a user agent.
fn is_drawn(value: &str) -> bool {
    let number = matches!(value.len(), 16 | 40)
        && value.bytes().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte));
    // `Linux-terraform-9f86d081...`: a name with a digest behind it.
    let named = value
        .rsplit_once('-')
        .is_some_and(|(_, last)| last.len() >= 7 && last.bytes().all(|byte| byte.is_ascii_hexdigit()));
    // Keys that are public by their form, and JSON in base64, which is read by itself.
    let public =
        ["pk_", "pk-", "pub-", "sb_publishable_", "eyJ", "ewog"].iter().any(|head| value.starts_with(head));
    !number
        && !named
        && !public
        && values::is_random(value)
        && (values::has_mixed_part(value) || values::is_drawn_in_letters(value))
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().filter(u8::is_ascii_alphabetic).count() >= 3
        || values::is_made(word)
}

/// Whether a word may be a value: drawn, or made up where a mark or a word before it says so.
fn is_candidate(finder: &Finder<'_>, from: usize, to: usize) -> bool {
    let Some(body) = finder.text.get(from..to) else { return false };
    // `const string DevPfxPassword = "x"`: a name.
    if finder.bytes.get(to..to + 3) == Some(b" = ") {
        return false;
    }
    // Jasypt's own form of what is encrypted.
    if finder.text.get(..from).is_some_and(|head| head.ends_with("ENC(")) {
        return false;
    }
    // `h1:x`, `id=x` have names of their own.
    if from
        .checked_sub(1)
        .and_then(|at| finder.bytes.get(at))
        .is_some_and(|byte| matches!(byte, b':' | b'=' | b'/' | b'@'))
    {
        return false;
    }
    // `vpc-0a1b2c3d4e5f60718`
    if body.split_once('-').is_some_and(|(kind, id)| {
        kind.bytes().all(|byte| byte.is_ascii_lowercase())
            && matches!(id.len(), 8 | 17)
            && id.bytes().all(|byte| byte.is_ascii_hexdigit())
    }) {
        return false;
    }
    // `--projectId 5e4dbd74a1b2c3d4e5f60718`
    let line = finder.bytes.get(from.saturating_sub(32)..from).unwrap_or(b"");
    if let Some(option) = line.strip_suffix(b" ").and_then(|head| head.rsplit(|byte| *byte == b' ').next())
        && option.starts_with(b"--")
        && option.to_ascii_lowercase().ends_with(b"id")
    {
        return false;
    }
    // `set-password invocation-id/bbe9995e…`
    if body.split_once('/').is_some_and(|(name, _)| {
        name.ends_with("-id") && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    }) {
        return false;
    }
    // Words in small letters, and pairs, are told apart without a closer look.
    let plain = !body.bytes().any(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    if plain || body.trim_end_matches('=').contains('=') {
        return false;
    }
    if body.len() >= 16 && is_drawn(body) || values::is_drawn_mixed(body) {
        return true;
    }
    let head = finder.bytes.get(from.saturating_sub(5)..from).unwrap_or(b"");
    values::is_made(body) && (in_code(finder, from) || in_sentence(finder, from, body))
        || [&b"key "[..], b"key: ", b"key \"", b"key '", b"key `"].iter().any(|words| head.ends_with(words))
            && (has_digit(body) || body.contains(['!', '$', '#', '*']))
            && values::is_password_like(body)
}

/// Whether a value stands in Markdown's marks of code.
fn in_code(finder: &Finder<'_>, from: usize) -> bool {
    from.checked_sub(1).and_then(|at| finder.bytes.get(at)) == Some(&b'`')
}

/// Whether a made-up word with a mark is one of a sentence: no date, value of an option or part of a pattern.
/// Of letters and digits alone are names of machines and programs, too: `Windows2019`.
fn in_sentence(finder: &Finder<'_>, from: usize, body: &str) -> bool {
    let head = finder.bytes.get(from.saturating_sub(40)..from).unwrap_or(b"").trim_ascii_end();
    let option = head.iter().rposition(u8::is_ascii_whitespace).map_or(0, |at| at + 1);
    body.bytes().any(|byte| byte.is_ascii_punctuation() && byte != b'.')
        && body.bytes().take_while(u8::is_ascii_digit).count() < 4
        && !matches!(
            from.checked_sub(1).and_then(|at| finder.bytes.get(at)),
            Some(b'[' | b'^' | b'.' | b'\\')
        )
        && !head.get(option..).is_some_and(|word| word.starts_with(b"-") && word.len() > 1)
}

/// "seems "x" no longer works as the root password": a made-up word in quotes before the telling one.
fn quoted_before(finder: &mut Finder<'_>, hit: Hit, kind: &'static str, taken: &[(usize, usize)]) {
    let line = values::line_near(finder.bytes, hit.start, 90);
    let line = (line..=hit.start).find(|at| finder.text.is_char_boundary(*at)).unwrap_or(hit.start);
    let Some(head) = finder.text.get(line..hit.start) else { return };
    let mut at = 0;
    while let Some(found) = head.get(at..).and_then(|rest| rest.find(['"', '`'])) {
        let open = at + found;
        let Some(quote) = head.get(open..=open) else { return };
        let Some(length) = head.get(open + 1..).and_then(|rest| rest.find(quote)) else { return };
        let (from, to) = (line + open + 1, line + open + 1 + length);
        let body = finder.text.get(from..to).unwrap_or("");
        let after = head.get(open + length + 2..).unwrap_or("");
        let before = taken.partition_point(|one| one.0 <= from);
        let free = before.checked_sub(1).and_then(|index| taken.get(index)).is_none_or(|one| one.1 <= from);
        let reads = if kind == "PASSWORD" {
            values::is_chosen(body)
        } else {
            quote == "`"
                && body.len() >= 20
                && is_drawn(body)
                && !head
                    .get(..open)
                    .is_some_and(|rest| rest.ends_with(&[' ', '\t'][..]) && is_else(finder, from, to, line))
        };
        if free && reads && after.starts_with(' ') && !after.contains(['"', '`', ';']) {
            let said = Said { strength: Strength::Strong, kind };
            judge(finder, "password", said, Value::quoted(from, to));
        }
        at = open + length + 2;
    }
}

/// What the word around a hit says, and where it ends.
pub(super) fn telling(finder: &mut Finder<'_>, hit: Hit) -> Option<(&'static str, usize)> {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte >= 0x80 || matches!(byte, b'_' | b'-');
    let mut start = hit.start;
    while start > 0 && hit.start - start < 40 && finder.bytes.get(start - 1).is_some_and(is_word) {
        start -= 1;
    }
    let mut end = hit.start;
    while end - hit.start < 60 && finder.bytes.get(end).is_some_and(is_word) {
        end += 1;
    }
    let word = finder.text.get(start..end)?;
    // A part of something drawn says nothing.
    let in_run = matches!(finder.bytes.get(end), Some(b'/' | b'+'))
        || start
            .checked_sub(1)
            .and_then(|at| finder.bytes.get(at))
            .is_some_and(|byte| matches!(byte, b'/' | b'+'));
    if is_placeholder(word) || in_run {
        return None;
    }
    // `sshpass -e scp app.tgz web@db7:/srv`: a program. `password\u003dx`: an assignment, whose sign is escaped.
    let assigned = finder.bytes.get(end..end + 6).is_some_and(|sign| sign.eq_ignore_ascii_case(b"\\u003d"));
    if word == "sshpass" || assigned {
        return None;
    }
    // `public key: x`
    if matches!(word, "key" | "keys") {
        let head = finder.text.get(start.saturating_sub(16)..start).and_then(|head| head.strip_suffix(' '));
        let before = head.and_then(|head| head.rsplit(|c: char| !c.is_alphanumeric()).next()).unwrap_or("");
        if before.eq_ignore_ascii_case("public") {
            return None;
        }
    }
    // A word that names something else by itself is no talk: `password_policy`.
    match finder.says(word) {
        Some(said) if said.strength == Strength::Strong && said.kind != "COMMUNITY" => Some((said.kind, end)),
        _ => {
            let lower = crate::text::lower(word.trim_start_matches('-'));
            // `<add key="x" value="y"/>`
            let attribute = matches!(finder.bytes.get(end), Some(b'=' | b'"' | b'\''));
            // `API-Schlüssel`
            let last = lower.rsplit('-').next().unwrap_or("");
            (!attribute && (SPOKEN.contains(&lower.as_str()) || !last.is_ascii() && SPOKEN.contains(&last)))
                .then_some(("KEY", end))
        }
    }
}

/// The next run of signs of a value that is long enough.
fn next_word(text: &[u8], mut at: usize, stop: usize) -> Option<(usize, usize)> {
    let is_in = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b'+' | b'/'
                    | b'_'
                    | b'-'
                    | b'.'
                    | b'~'
                    | b'='
                    | b'!'
                    | b'#'
                    | b'$'
                    | b'%'
                    | b'@'
                    | b'*'
                    | b'?'
                    | b'^'
            )
    };
    while at < stop {
        if !text.get(at).copied().is_some_and(is_in) {
            at += 1;
            continue;
        }
        let from = at;
        while text.get(at).copied().is_some_and(is_in) && at - from < 4_096 {
            at += 1;
        }
        let mut to = at;
        while to > from && matches!(text.get(to - 1), Some(b'.' | b'?' | b'!' | b'*')) {
            to -= 1;
        }
        if to - from >= 6 {
            return Some((from, to));
        }
    }
    None
}

/// Whether a name of its own or the word before it says that a value is something else.
fn is_else(finder: &Finder<'_>, from: usize, to: usize, least: usize) -> bool {
    let body = finder.text.get(from..to).unwrap_or("");
    // `fetch origin +2733836f…:refs/heads/x`: a commit.
    if body.strip_prefix('+').is_some_and(values::is_digest) {
        return true;
    }
    // "(unauthorized, 6OJG10…)": an answer's code, and which answer it was.
    if finder.bytes.get(to) == Some(&b')')
        && finder
            .text
            .get(least..from)
            .and_then(|head| head.strip_suffix(", "))
            .and_then(|head| head.rsplit_once('('))
            .is_some_and(|(_, code)| {
                const CODES: [&str; 6] = ["auth", "forbidden", "denied", "error", "expired", "not_found"];
                CODES.iter().any(|word| code.contains(word))
                    && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
            })
    {
        return true;
    }
    // `name=value` and paths are no single values.
    if body.trim_end_matches('=').contains('=')
        || body.starts_with(['.', '-', '$', '%', '@', '#'])
        || body.starts_with('/')
            && (body.len() < 40 || body.contains(['.', '-', '_']) || body.matches('/').count() > 4)
    {
        return true;
    }
    // `ssh deploy@web7.example.com`: who, and where.
    let address = body.split_once('@').is_some_and(|(user, host)| {
        let small = |part: &str, signs: &[u8]| {
            part.starts_with(|c: char| c.is_ascii_lowercase())
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || signs.contains(&byte))
        };
        let top = host.rsplit('.').next().unwrap_or("");
        small(user, b"._-")
            && small(host, b".-")
            && host.contains('.')
            && top.len() >= 2
            && top.bytes().all(|byte| byte.is_ascii_lowercase())
    });
    if address {
        return true;
    }
    let Some(head) = finder.text.get(least..from) else { return true };
    let bare = head.trim_end_matches([
        '`', '"', '\'', '(', '{', '[', '*', '«', '“', '„', '「', '\\', '<', '>', ' ', '\u{a0}',
    ]);
    let separated = bare.ends_with([':', '=', '：']) || bare.ends_with("->") || bare.ends_with("→");
    let label = bare.trim_end_matches([':', '=', ' ', '"', '\'', '`', '：', '-', '>', '→', '*', '\\']);
    let word = label.rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).next().unwrap_or("");
    let lower = crate::text::lower(word);
    if label.is_empty() || NEUTRAL.contains(&lower.as_str()) {
        // `"vmSize": {"value": "x"}`: its object has a name.
        let object = label
            .strip_suffix(word)
            .and_then(|head| head.trim_end_matches(['"', '\\', ' ']).strip_suffix('{'));
        let owner = object.unwrap_or("").trim_end_matches(['"', '\\', ' ', ':']);
        let owner =
            owner.rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).next().unwrap_or("");
        return !owner.is_empty() && names::says(owner).is_none();
    }
    // `publishableKey: "x"`, `cache key: x`
    let in_code = word.contains('_') || word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    if separated && in_code && names::says(word).is_none() {
        return true;
    }
    let two = label.get(..label.len() - word.len()).unwrap_or("").trim_end();
    // "set TF_VAR_admin_password to x"
    if lower == "to" && two.is_empty() {
        return false;
    }
    let two = two.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    // "tokens begin with x"
    if lower == "with"
        && ["begin", "start", "prefix"].iter().any(|head| crate::text::lower(two).starts_with(head))
    {
        return true;
    }
    // "public nkey UDXB…"
    if crate::text::lower(two) == "public" {
        return true;
    }
    let kept = |words: &str| names::is_kept(&crate::text::lower(words).replace(['-', '_'], ""));
    if kept(&format!("{two}{word}")) || separated && kept(word) {
        return true;
    }
    // `PASSWORD = 0x02… HASHED, SID = 0x24…`: what a login is known by.
    if word == "SID" && body.starts_with("0x") {
        return true;
    }
    let told = names::says(word).is_some() || SPOKEN.contains(&lower.as_str());
    OTHERS.contains(&lower.as_str())
        || !told && names::is_about(&lower)
        // A label directly before it: only a telling one makes it a secret.
        || separated && !told && !label.get(..label.len() - word.len()).is_some_and(|rest| rest.ends_with(' '))
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn a_made_up_word_with_a_mark_is_hidden_where_a_sentence_speaks_of_a_password() {
        for text in [
            "the password of db, currently Maple-Leaf-3, must change\n",
            "expected password x, got Maple-Leaf-3\n",
            "ann typed Maple-Leaf-3 at the password prompt\n",
            "Maple-Leaf-3 (db password)\n",
            "set ssh_pass to \"Maple-Leaf-3\"\n",
        ] {
            assert!(hidden(text).contains(&"Maple-Leaf-3"), "{text} {:?}", hidden(text));
        }
    }

    #[test]
    fn names_options_patterns_and_times_beside_a_password_are_kept() {
        for text in [
            "The password policy of Windows2019 hosts is in page Sec2024Policy.\n",
            "az vm create --admin-password \"$PW\" --size Standard_B2s --image Ubuntu2204\n",
            "\"Password\" must match ^[A-Za-z0-9]{8,}$\n",
            "Access denied for user 'App2Prod'@'localhost' (using password: YES)\n",
            "sshpass -p \"$PASS\" ssh deploy@web7.example.com uptime\n",
            "sshpass -e scp app.tgz deploy@web7.example.com:/srv\n",
            "{\"password_last_used\": \"2026-11-01T10:00:00Z\"}\n",
            "resource \"random_password\" \"Db2Main\" { length = 16 }\n",
            "token invalid (unauthorized, 6OJG10O8HM6T8MCHG7YWR0RDBL0MCL0JWF1KTZ2QN3RV)\n",
            "LOGIN a WITH PASSWORD = $1 HASHED, SID = 0x241C11948AEEB749B0D22646DB1A19F2;\n",
            "with token $T fetch origin +2733836f22b0b0393dc1beed8d56fe30306fa23f:refs/heads/x\n",
            "add preshared-key=\"$PSK\" public-key=\"HldS1I7fvRKUpO5xaog8RpwEa6kOzyx40dxtUzKh/xA=\"\n",
            "interface: wg0\n  public key: +nGIWIsg8f0sY/AWxkhyvxEJoLi+AzjFkxZ5F9Xa1sk=\n",
            "user vyos authentication public-keys kite key 'AAAAC3NzaC1lZDI1NTE5AAAAIJ0m8Zb2XwvJ0Y9q3T5uKc1rE7hF'\n",
        ] {
            assert_eq!(hidden(text), Vec::<&str>::new(), "{text}");
        }
    }
}

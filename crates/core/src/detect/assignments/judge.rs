//! Whether a value that stands under a telling name is a secret, and how it is kept.

use super::errors::behind_user;
use super::headers::{behind_scheme, cookies, scheme};
use super::other::{Case, is_of_password};
use crate::detect::Finder;
use crate::detect::names::{self, Said, Strength};
use crate::detect::values::{self, Value};
use crate::text::holds;

/// Decides on one value, and keeps it.
pub(in crate::detect) fn judge(finder: &mut Finder<'_>, name: &str, said: Said, value: Value) {
    let Some(body) = finder.text.get(value.start..value.end) else { return };
    if body.is_empty() {
        return;
    }
    // Nothing but a secret or an encoded file is so long.
    if body.len() >= values::LONGEST {
        if said.strength == Strength::Strong {
            finder.keep(value, "assignment", said.kind, false);
        }
        return;
    }
    if said.strength == Strength::Weak
        && name == "key"
        && (values::is_digest(body) && is_of_api(finder, value.start)
            || super::spaced::is_of_access(finder, value.start.saturating_sub(4), value))
    {
        keep_trimmed(finder, value, "assignment", "API_KEY");
        return;
    }
    if said.kind == "AUTHORIZATION" && behind_scheme(finder, value)
        || Case::of(finder, name, said, value).is_of_another_sort()
    {
        return;
    }
    let own = name.trim_start_matches('-');
    let signs_only = body.len() < 4 && !body.chars().any(char::is_alphanumeric);
    let password = is_of_password(said);
    // A setting's word elsewhere; under such a name somebody's password.
    let chosen = password
        && (value.quoted
            || own.contains(['_', '-', '.'])
            || own.bytes().any(|byte| byte.is_ascii_uppercase()))
        && matches!(body.to_ascii_lowercase().as_str(), "local" | "vault" | "write" | "read");
    if body.eq_ignore_ascii_case("default")
        && !(password
            || said.strength == Strength::Strong
                && (value.quoted || own.contains(['_', '-']) && own.len() > 8))
    {
        return;
    }
    if !value.quoted || body.starts_with('$') {
        super::referred::follow(finder, name, said, body.trim_end_matches([';', ',', ')']), value.start);
    }
    // Serverless' `${env:TOKEN, 'x'}`: what stands in for it.
    if let Some(literal) = body
        .strip_prefix("${")
        .and_then(|inner| inner.strip_suffix("'}"))
        .and_then(|inner| inner.split_once(", '"))
        .map(|(_, literal)| literal)
    {
        let end = value.end - "'}".len();
        judge(finder, name, said, Value::quoted(end - literal.len(), end));
        return;
    }
    if body.trim().is_empty() || signs_only || !chosen && values::is_never_secret(body) {
        return;
    }
    if finder.is_harmless(body) {
        return;
    }
    // `${TOKEN:-x}`: what stands in for it.
    if let Some(inner) = body.strip_prefix("${").and_then(|rest| rest.strip_suffix('}'))
        && let Some((variable, literal)) = inner.split_once(":-")
        && variable.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !literal.starts_with("${")
    {
        let end = value.start + body.len() - 1;
        judge(finder, name, said, Value { start: end - literal.len(), end, ..value });
        return;
    }
    if scheme(finder, said, value) {
        return;
    }
    if said.kind == "COOKIE" && body.contains('=') && !body.ends_with('=') {
        // `-H 'cookie: a=x; b=y'`: all up to the quote.
        let rest = finder.bytes.get(value.end..values::line_end(finder.bytes, value.end)).unwrap_or(b"");
        let more = if rest.first() == Some(&b';') {
            memchr::memchr3(b'\'', b'"', b'\\', rest).unwrap_or(rest.len())
        } else {
            0
        };
        cookies(finder, Value { end: value.end + more, ..value });
        return;
    }
    // Loki counts its installations by `seed=33f35055-…`.
    if values::is_caption(body) || said.kind == "SEED" && values::is_uuid(body) {
        return;
    }
    // `bw get password 3f07f964-...`: which one to show.
    if values::is_uuid(body)
        && finder.text.get(..value.start).is_some_and(|head| head.ends_with(" get password "))
    {
        return;
    }
    // `Stripe-Signature: t=1713078131,v1=...`: when it was made is diagnosis.
    if said.kind == "SIGNATURE"
        && body.starts_with("t=")
        && let Some(at) = crate::text::find(body, ",v1=")
    {
        finder.keep(Value { start: value.start + at + 4, ..value }, "signature", said.kind, false);
        return;
    }
    if Case::of(finder, name, said, value).is_address() {
        return;
    }
    let bare = body.trim().trim_end_matches([',', ';']);
    // Jasypt's and its like: what is in the brackets can be guessed at home.
    if let Some(inside) = bare.strip_prefix("ENC(").and_then(|rest| rest.strip_suffix(')'))
        && said.strength == Strength::Strong
        && inside.len() >= 16
    {
        let start = value.start + (body.len() - body.trim_start().len()) + 4;
        finder.add_literal(start, start + inside.len(), "assignment", said.kind);
        return;
    }
    if Case::of(finder, name, said, value).is_else() {
        return;
    }
    if said.kind == "SECRET_ID" {
        let hex = bare.len() >= 32 && values::is_digest(bare);
        if values::is_uuid(bare) || bare.starts_with("AKID") || hex || values::is_random(bare) {
            keep_trimmed(finder, value, "assignment", said.kind);
        }
        return;
    }
    // `SITE_KEY=live_x`: what services call the keys that are not for tests.
    if said.kind == "KEY"
        && ["live_", "test_", "prod_"].iter().find_map(|head| bare.strip_prefix(head)).is_some_and(|rest| {
            rest.len() >= 20
                && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && values::is_password_like(rest)
        })
    {
        keep_trimmed(finder, value, "assignment", said.kind);
        return;
    }
    if said.kind == "SIGNATURE" && is_drawn_short(bare) {
        keep_trimmed(finder, value, "signature", said.kind);
        return;
    }
    if said.kind == "SIGNATURE" {
        if bare.len() >= 20 && values::entropy(bare.as_bytes()) > 3.0 {
            keep_trimmed(finder, value, "signature", said.kind);
        }
        return;
    }
    match said.strength {
        Strength::Strong => strong(finder, name, said, value),
        Strength::Weak => weak(finder, name, said, value),
    }
}

/// `sig=x7Kq9Z`: short, but of all three kinds of letters.
fn is_drawn_short(bare: &str) -> bool {
    (5..20).contains(&bare.len())
        && bare.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && bare.bytes().any(|byte| byte.is_ascii_digit())
        && bare.bytes().any(|byte| byte.is_ascii_uppercase())
        && bare.bytes().skip(1).any(|byte| byte.is_ascii_lowercase())
}

/// The value under a name that only secrets have.
fn strong(finder: &mut Finder<'_>, name: &str, said: Said, value: Value) {
    let Some(body) = finder.text.get(value.start..value.end) else { return };
    let bare = body.trim().trim_end_matches([',', ';']);
    if value.quoted
        && matches!(said.kind, "SECRET" | "SENSITIVE_VALUE" | "CREDENTIALS")
        && inner_members(finder, said, value)
    {
        return;
    }
    if said.kind == "SECRET"
        && value.quoted
        && bare.contains('/')
        && !values::is_random(bare)
        && bare.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '/' | '-' | '_'))
    {
        // `secret = "prod/db/password"` names a secret.
        return;
    }
    if (said.kind == "TOKEN" || said.kind == "SECRET")
        && !value.quoted
        && bare.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '_')
        && name.bytes().all(|byte| byte.is_ascii_lowercase())
        && bare.len() < 16
        && bare.contains('-')
    {
        return;
    }
    // `invalid username or password: "anna"/"x"`: the second one is the password.
    if let Some(second) = behind_user(finder, value) {
        judge(finder, name, said, second);
        return;
    }
    if said.kind == "CREDENTIALS" && !value.quoted {
        further_pairs(finder, value);
    }
    keep_trimmed(finder, value, "assignment", said.kind);
}

/// `credentials: admin/x, operator/y`: the pairs behind the first one.
fn further_pairs(finder: &mut Finder<'_>, value: Value) {
    let is_pair = |pair: &str| {
        pair.split_once(['/', ':']).is_some_and(|(user, word)| {
            user.len() >= 2
                && word.len() >= 3
                && user.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-@".contains(&byte))
                && !word.contains(['/', ':', '<', '{'])
        })
    };
    let line = values::line_end(finder.bytes, value.start).min(value.start + 200);
    let Some(rest) = finder.text.get(value.start..line) else { return };
    let mut at = value.start;
    for pair in rest.split(", ").take(8) {
        let word = pair.trim_end_matches(['"', '\'', '`', '.', ',', ')', '\r']);
        if !is_pair(word) {
            return;
        }
        if at > value.start {
            finder.add_literal(at, at + word.len(), "assignment", "CREDENTIALS");
        }
        at += pair.len() + 2;
    }
}

/// The value under a name that other things have, too: what looks drawn is kept as a secret.
fn weak(finder: &mut Finder<'_>, name: &str, said: Said, value: Value) {
    let Some(body) = finder.text.get(value.start..value.end) else { return };
    let bare = body.trim().trim_end_matches([',', ';']);
    let own = name.trim_start_matches('-');
    // `db_admin=sa:x`: a user and a password, which is read as such (`accounts.rs`); `"admin:x;radmin:y"`: several.
    if said.kind == "ADMIN_PASSWORD" && bare.contains(':') {
        let mut at = value.start;
        for part in body.split(';').take(if bare.contains(';') { 20 } else { 0 }) {
            if let Some((user, password)) = part.split_once(':')
                && !user.contains([' ', '/'])
                && values::is_password_like(password)
            {
                finder.add_literal(at + user.len() + 1, at + part.len(), "weak-assignment", "PASSWORD");
            }
            at += part.len() + 1;
        }
        return;
    }
    if value.quoted && body.starts_with("echo ") {
        finder.add_literal(value.start + 5, value.end, "weak-assignment", said.kind);
        return;
    }
    // "sid: x in the cookie", "AUTH=x in the cron line"
    if !value.quoted
        && bare.contains(' ')
        && (said.kind == "SESSION"
            || said.kind == "AUTH" && name.bytes().all(|byte| byte.is_ascii_uppercase()))
    {
        let end = value.start + body.find(' ').unwrap_or(body.len());
        judge(finder, name, said, Value { end, ..value });
        return;
    }
    if said.kind == "SESSION" {
        // Twilio calls its accounts so.
        let account = bare.len() == 34
            && bare.bytes().take(2).all(|byte| byte.is_ascii_uppercase())
            && bare.get(2..).is_some_and(values::is_digest);
        let drawn = bare.len() >= 16
            && (values::is_tokenish(bare) || values::is_random(bare))
            && !bare.starts_with("S-1-");
        if !account && (is_drawn_short(bare) || drawn) {
            keep_trimmed(finder, value, "weak-assignment", said.kind);
        }
        return;
    }
    // `node-modules-linux-9f1c2d3e4f5a`: words, and a digest behind them.
    if said.kind == "KEY"
        && bare.rsplit_once('-').is_some_and(|(head, last)| {
            last.len() >= 7
                && values::is_digest(last)
                && head.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'_'))
        })
    {
        return;
    }
    // `[datadog]` and `key = ...` below it: what else has such a form has no service above it.
    if said.kind == "KEY"
        && own.get(own.len().saturating_sub(3)..).is_some_and(|last| last.eq_ignore_ascii_case("key"))
        && (values::is_uuid(bare) || (30..=64).contains(&bare.len()) && values::is_digest(bare))
        && is_of_service(finder, value.start)
    {
        keep_trimmed(finder, value, "weak-assignment", "API_KEY");
        return;
    }
    let connection = matches!(said.kind, "CONNECTION_STRING" | "URL" | "USER_DATA");
    let digest = values::is_uuid(bare) || bare.len() >= 32 && values::is_digest(bare);
    let alone = !name.contains(['_', '-', '.', ' '])
        && !name.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
        && name.len() < 12
        || name.bytes().all(|byte| byte.is_ascii_uppercase());
    let password =
        said.kind == "PASSWORD" && !bare.contains(' ') && bare.len() >= 6 && values::is_password_like(bare);
    let takes = !connection
        && (values::is_random(bare)
            || !alone && values::is_tokenish(bare)
            // Letters alone may be drawn, too.
            || !alone
                && bare.len() >= 20
                && values::is_drawn(bare)
                && bare.bytes().filter(u8::is_ascii_uppercase).count() >= 4
                && bare.bytes().filter(u8::is_ascii_lowercase).count() >= 4
            || password
            || (said.kind == "AUTH"
                && (is_drawn_short(bare) && bare.len() >= 8 || values::is_drawn_mixed(bare)))
            || (matches!(said.kind, "AUTH" | "CREDENTIALS" | "LICENSE_KEY")
                && (values::is_uuid(bare) || (32..=64).contains(&bare.len()) && values::is_digest(bare)))
            || (said.kind == "AUTH"
                && bare.len() >= 8
                && bare.split_once(':').is_some_and(|(user, password)| {
                    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
                    // `basic_auth: "hook:my maple is 60 years"`
                    !bare.contains(' ')
                        || value.quoted && !alone && !password.starts_with(' ') && user.bytes().all(is_sign)
                }))
            // `STRIPE_KEY=Zx81kPq0`, but a store's own `S3_KEY`, `CACHE_KEY`.
            || (name.ends_with("_KEY")
                && bare.len() >= 8
                && is_drawn_short(bare)
                && !["CACHE", "S3", "OBJECT", "STATE", "SORT", "PARTITION"].iter().any(|word| holds(name, word)))
            // `AUTH=short7x`, but `AUTH=oauth2`.
            || (said.kind == "AUTH"
                && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
                && values::is_chosen(bare)
                && bare.bytes().rev().skip_while(u8::is_ascii_digit).any(|byte| byte.is_ascii_digit()))
            // `access_key_id = VAGMOGZYHAYOCCBWYFKK` of any store.
            || (own.to_ascii_lowercase().ends_with("access_key_id")
                && (16..=40).contains(&bare.len())
                && bare.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()))
            // `grafana_admin = "x"`
            || (said.kind == "ADMIN_PASSWORD" && value.quoted && values::is_chosen(bare))
            // `"session": "<hex>"`, but a session of Consul's, which holds a lock, is a UUID.
            || (digest && !values::is_uuid(bare) && own.eq_ignore_ascii_case("session"))
            || (digest && said.kind == "KEY" && is_of_query(finder, value.start))
            || is_base64_key(bare));
    if takes {
        keep_trimmed(finder, value, "weak-assignment", said.kind);
    }
}

/// `SecretString: "{\"username\":\"app\",\"password\":\"x\",\"port\":5432}"`: every member is secret but those that
/// tell where and who.
pub(super) fn inner_members(finder: &mut Finder<'_>, said: Said, value: Value) -> bool {
    const TOLD: [&str; 14] = [
        "username",
        "user",
        "host",
        "hostname",
        "port",
        "engine",
        "dbname",
        "database",
        "dbinstanceidentifier",
        "dbclusteridentifier",
        "region",
        "type",
        "email",
        "account",
    ];
    let text = finder.bytes;
    let Some(body) = finder.text.get(value.start..value.end) else { return false };
    if !(body.starts_with('{') && body.ends_with('}') && body.len() < 4096 && !holds(body, "{{")) {
        return false;
    }
    let mut at = value.start;
    let mut name;
    let (mut told, mut any) = (false, false);
    while at < value.end {
        let quote = matches!(text.get(at), Some(b'"' | b'\''))
            || text.get(at) == Some(&b'\\')
                && text.get(at..value.end).is_some_and(|rest| {
                    rest.get(rest.iter().take_while(|byte| **byte == b'\\').count()) == Some(&b'"')
                });
        if !quote {
            at += 1;
            continue;
        }
        let Some(one) = values::quoted(text, at).filter(|one| one.after <= value.end) else { return false };
        let after = values::blanks(text, one.after);
        if text.get(after) == Some(&b':') || text.get(after..after + 2) == Some(b"=>") {
            let own = finder.text.get(one.start..one.end).unwrap_or("");
            name = own.to_ascii_lowercase();
            // `"private_key_id": "..."` of Google's files.
            told =
                TOLD.contains(&name.as_str()) || names::says(own).is_none() && names::is_public_member(own);
            // A number has no quotes.
            let number = values::blanks(text, after + 1);
            let digits = text
                .get(number..value.end)
                .unwrap_or(b"")
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            if digits > 0 && !told {
                let end = number + digits;
                finder.add_literal(number, end, "assignment", said.kind);
            }
        } else {
            any = true;
            if !told {
                finder.add_literal(one.start, one.end, "assignment", said.kind);
            }
        }
        at = one.after.max(at + 1);
    }
    any
}

/// Whether the name of a service that gives out keys stands on the line or on one of the four above it.
fn is_of_service(finder: &Finder<'_>, at: usize) -> bool {
    let head = finder.bytes.get(at.saturating_sub(240)..at).unwrap_or(b"");
    let from = memchr::memrchr_iter(b'\n', head).nth(4).unwrap_or(0);
    let near = String::from_utf8_lossy(head.get(from..).unwrap_or(b"")).to_ascii_lowercase();
    let block = near.rfind("\n\n").and_then(|gap| near.get(gap..)).unwrap_or(&near);
    crate::detect::makers::is_service(block)
        && !["cache", "commit", "sha", "lock", "image"].iter().any(|word| block.contains(word))
}

/// Whether a value stands in the query of a call of an interface: `https://api.example.com/v1?city=x&key=...`, and not
/// of a store, where a key names an object.
fn is_of_query(finder: &Finder<'_>, at: usize) -> bool {
    const STORES: [&str; 14] = [
        "s3", "blob", "bucket", "storage", "cdn", "cache", "img", "image", "static", "asset", "download",
        "object", "file", "prefix=",
    ];
    let line = finder.text.get(values::line_near(finder.bytes, at, 300)..at).unwrap_or("");
    let address = line.rsplit([' ', '\t', '"', '\'', '`', '<', '>', '(']).next().unwrap_or("");
    let address = address.to_ascii_lowercase();
    address.contains('?') && address.contains("://") && !STORES.iter().any(|word| address.contains(word))
}

fn is_base64_key(value: &str) -> bool {
    (value.len() == 44 && value.ends_with('=')
        || value.len() == 88 && value.ends_with("==")
        || value.len() == 24 && value.ends_with("=="))
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_'))
}

fn keep_trimmed(finder: &mut Finder<'_>, value: Value, rule: &'static str, kind: &'static str) {
    if kind == "PASSWORD" {
        former(finder, value);
    }
    let mut value = value;
    if !value.quoted {
        while value.end > value.start && matches!(finder.bytes.get(value.end - 1), Some(b',' | b';')) {
            value.end -= 1;
        }
    }
    finder.keep(value, rule, kind, false);
}

/// Whether a `key` stands right below an `api`: `api: {key: x}`.
fn is_of_api(finder: &Finder<'_>, start: usize) -> bool {
    let head = finder.bytes.get(start.saturating_sub(40)..start).unwrap_or(b"");
    let mut words = head.rsplit(|byte| !byte.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.next() == Some(b"key") && words.next() == Some(b"api")
}

/// `password = "x" # old: y`: what a comment behind a password says of the one before it.
fn former(finder: &mut Finder<'_>, value: Value) {
    const FORMER: [&str; 9] =
        ["old", "was", "previous", "previously", "formerly", "former", "prev", "before", "war"];
    let end = values::line_end(finder.bytes, value.end).min(value.end + 160);
    let Some(rest) = finder.text.get(value.end..end) else { return };
    let rest = rest.trim_start_matches(['"', '\'', '`', ',', ';', ')', '}', ' ', '\t']);
    let Some(note) = ["#", "//", "--", "/*", ";", "<!--"].iter().find_map(|mark| rest.strip_prefix(mark))
    else {
        return;
    };
    let Some((label, tail)) = note.trim_start().split_once([':', '=', ' ']) else { return };
    let tail = tail.trim_start().trim_end().trim_end_matches("*/").trim_end_matches("-->").trim_end();
    let word = tail.trim_matches(['"', '\'', '`']);
    if FORMER.contains(&label.to_ascii_lowercase().as_str()) && word.len() >= 4 && !word.contains(' ') {
        let start =
            value.end + finder.text.get(value.end..end).and_then(|rest| rest.rfind(word)).unwrap_or(0);
        let said = Said { strength: Strength::Strong, kind: "PASSWORD" };
        judge(finder, "password", said, Value::quoted(start, start + word.len()));
    }
}
#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn a_comment_behind_a_password_may_tell_the_one_before_it() {
        for text in [
            "admin_password = \"Kq7Zx2Vb\" # old: Maple88!\n",
            "password: \"Kq7Zx2Vb\"  # was Maple88!\n",
            "DB_PASS='Kq7Zx2Vb' // previously: 'Maple88!'\n",
        ] {
            assert_eq!(hidden(text), ["Kq7Zx2Vb", "Maple88!"], "{text}");
        }
        for text in [
            "admin_password = \"Kq7Zx2Vb\" # old: see the vault\n",
            "password: \"Kq7Zx2Vb\"  # rotated: 2026-05-01\n",
            "port = 5432 # was: 5433\n",
        ] {
            assert!(!hidden(text).iter().any(|value| *value != "Kq7Zx2Vb"), "{text}");
        }
    }

    #[test]
    fn all_pairs_of_a_list_of_credentials_are_hidden() {
        let text = "Default credentials: admin/maplewood, operator/lagoon88\"\n";
        assert_eq!(hidden(text), ["admin/maplewood", "operator/lagoon88"]);
        let text = "credentials: admin/maplewood, see the wiki, read/write\n";
        assert_eq!(hidden(text).len(), 1);
    }

    #[test]
    fn names_that_only_sound_like_passwords_take_nothing() {
        for text in [
            "redis: WRONGPASS invalid username-password pair\n",
            "user default on nopass ~* +@all\n",
            "with: {token: \"${{ secrets.GH_PAT }}\", ref: 2978733e5f628bf684ea6b610df0a57d86b41942}\n",
            "msg=\"error getting credentials - err: exit status 1, out: `not found in native keychain`\"\n",
            "CREATE USER x IDENTIFIED WITH sha256_password;\n",
        ] {
            assert_eq!(hidden(text), Vec::<&str>::new(), "{text}");
        }
        assert_eq!(hidden("MAIL_PASSWORD=Monday1987?\nAPP_ID=1203456\n"), ["Monday1987?"]);
        let redis = "WRONGPASS AUTH \"default\" \"maple leaf 9\"\n";
        assert_eq!(hidden(redis), ["maple leaf 9"]);
        assert_eq!(hidden("mysql -u root -ppassword app\n"), ["password"]);
        let snowflake = "CREDENTIALS = (AWS_KEY_ID = 'x1' AWS_SECRET_KEY = 'Kq7Zx2Vb9Lm4tR');\n";
        assert_eq!(hidden(snowflake), ["Kq7Zx2Vb9Lm4tR"]);
    }

    #[test]
    fn a_key_in_a_query_opens_an_interface_or_names_an_object() {
        let drawn = "979778b005f8e05f3a7f948ee8e81329";
        assert_eq!(hidden(&format!("curl 'https://api.example.com/v1/now?city=x&key={drawn}'\n")), [drawn]);
        assert_eq!(hidden(&format!("\"session\": \"{drawn}\"\n")), [drawn]);
        for text in [
            format!("https://cdn.example.com/x?key={drawn}\nhttps://s3.example.com/b?prefix=a&key={drawn}\n"),
            format!("cache hit for key={drawn}\n"),
            "\"session\": \"0c9d7e6a-1b2c-4d3e-8f90-a1b2c3d4e5f6\"\n".to_owned(),
        ] {
            assert_eq!(hidden(&text), [""; 0], "{text}");
        }
        assert_eq!(
            hidden("proxysql_admin: \"admin:Kq7Zx2Vb9;radmin:Lm4tR8wYp\"\n"),
            ["Kq7Zx2Vb9", "Lm4tR8wYp"]
        );
    }

    #[test]
    fn all_cookies_of_a_quoted_header_are_read() {
        let cookie =
            "  -H 'cookie: JSESSIONID=Kq7Zx2Vb9Lm4tR8w; remember-me=Yp5Xc3ZdKq7Zx2Vb; locale=en_US' x\n";
        assert_eq!(hidden(cookie), ["Kq7Zx2Vb9Lm4tR8w", "Yp5Xc3ZdKq7Zx2Vb"]);
    }

    #[test]
    fn digests_are_hidden_under_names_of_secrets_alone() {
        let drawn = "979778b005f8e05f3a7f948ee8e81329";
        for name in ["secret_value", "MY_SECRET_ID", "license", "basic_auth", "appkey", "crypto_key"] {
            assert_eq!(hidden(&format!("{name} = \"{drawn}\"\n")), [drawn], "{name}");
        }
        assert_eq!(hidden("cfg['pw'] = 'Kq7Zx2Vb'\n"), ["Kq7Zx2Vb"]);
        assert_eq!(hidden("- **pin**: `Kq7Zx2Vb`\n"), ["Kq7Zx2Vb"]);
        let stack = "ParameterKey=Pkcs12Password,ParameterValue=Kq7Zx2Vb9";
        assert_eq!(hidden(stack), ["Kq7Zx2Vb9"]);
        for text in [
            "crypto_key = \"projects/p/locations/global/keyRings/r/cryptoKeys/tf-state\"\n",
            "license: Apache-2.0\n\"passkey\": \"required\"\n",
            "env_value = \"979778b005f8e05f3a7f948ee8e81329\"\n",
            "auth: basic\nbasic_auth: enabled\nexit_code = 137\nstatus_code: 403\n",
            "secret_id = \"prod/db/main\"\nhash_key = \"LockID\"\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn keys_written_as_bytes_and_codes_of_doors_are_hidden_by_their_names() {
        assert_eq!(
            hidden("network_key: [13, 47, 161, 7, 88, 201, 34, 19]\n"),
            ["13, 47, 161, 7, 88, 201, 34, 19"]
        );
        assert_eq!(hidden("alarm_code = 88213\n"), ["88213"]);
        let auth = "979778b005f8e05f3a7f948ee8e81329979778b0";
        assert_eq!(hidden(&format!("auth = {auth}\ncommit = {}\n", auth.replace('9', "1"))), [auth]);
        assert_eq!(
            hidden("api: {key: 979778B005F8E05F3A7F948EE8E81329}\n"),
            ["979778B005F8E05F3A7F948EE8E81329"]
        );
        for text in [
            "cache: {key: 979778B005F8E05F3A7F948EE8E81329, api: true}\n",
            "virsh secret-set-value --secret 29167d95-d91b-1bcb-cfe4-dc50b26936d4 --file k\n",
            "[secrets]\nname = y\n<url>a</url>\nEXECUTOR=CeleryExecutor9\n",
            "api_ports: [80, 443, 8080, 8443, 9000, 9090, 9100, 9200]\n",
            "status_code = 88213\n",
            "access_key_ids: [1, 2]\n",
        ] {
            assert_eq!(hidden(text), Vec::<&str>::new(), "{text}");
        }
    }
}

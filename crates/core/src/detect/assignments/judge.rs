//! Whether a value that stands under a telling name is a secret, and how it is kept.

use super::errors::{behind_user, is_told};
use crate::detect::names::{self, Said, Strength};
use crate::detect::values::{self, Value};
use crate::detect::{Finder, Found};
use crate::text::holds;

const SCHEMES: [&str; 14] = [
    "bearer ",
    "basic ",
    "token token=",
    "token ",
    "apikey ",
    "digest ",
    "negotiate ",
    "ssws ",
    "splunk ",
    "genie ",
    "geniekey ",
    "bot ",
    "key ",
    "aws4-hmac-sha256 ",
];

/// `2026-11-01T10:00:00Z` and what else begins so.
fn is_time(body: &str) -> bool {
    let shape: Vec<u8> =
        body.bytes().take(13).map(|byte| if byte.is_ascii_digit() { b'0' } else { byte }).collect();
    matches!(shape.as_slice(), b"0000-00-00T00" | b"0000-00-00 00")
}

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
    // The shell's own directory.
    if matches!(name, "PWD" | "pwd" | "cwd") && body.starts_with('/') {
        return;
    }
    // `--token TOKEN` of a usage text.
    let own = name.trim_start_matches('-');
    if body.bytes().all(|byte| byte.is_ascii_uppercase())
        && own.len() >= body.len()
        && own.get(own.len() - body.len()..).is_some_and(|tail| tail.eq_ignore_ascii_case(body))
    {
        return;
    }
    if said.strength == Strength::Weak {
        if name == "key" && values::is_digest(body) && is_of_api(finder, value.start) {
            keep_trimmed(finder, value, "assignment", "API_KEY");
            return;
        }
        // DynamoDB's `--key '{"LockID":{"S":"..."}}'`: which item it is.
        if body.starts_with(['{', '[']) && name.trim_start_matches('-').eq_ignore_ascii_case("key") {
            return;
        }
        // `Linux-node-20-4f9c...`: a cache's key ends in the digest of what it holds.
        if body.rsplit_once('-').is_some_and(|(head, tail)| {
            tail.len() >= 16
                && tail.bytes().all(|byte| byte.is_ascii_hexdigit())
                && head.bytes().any(|byte| byte.is_ascii_alphabetic())
        }) {
            return;
        }
        // `PASSWORD_HASHERS = ["django.contrib.auth.hashers.X"]`: where code is.
        if body.split('.').count() >= 3
            && body.split('.').all(|part| {
                part.starts_with(|c: char| c.is_ascii_alphabetic())
                    && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            })
            && body.split('.').filter(|part| part.bytes().all(|byte| byte.is_ascii_lowercase())).count() >= 2
        {
            return;
        }
    } else {
        let line = values::line_start(finder.bytes, value.start).max(value.start.saturating_sub(80));
        // Helm's `checksum/secret: ...`: when to start anew.
        if values::is_digest(body)
            && finder
                .bytes
                .get(line..value.start)
                .is_some_and(|head| crate::text::find_bytes(head, b"checksum/").is_some())
        {
            return;
        }
        // "Password of the database user": what a table says of a variable.
        if !value.quoted
            && ["password", "secret", "token", "key", "credentials"]
                .iter()
                .any(|word| body.eq_ignore_ascii_case(word))
            && finder.text.get(value.end..).is_some_and(|rest| {
                [" of ", " for ", " used ", " to ", " that "].iter().any(|link| rest.starts_with(link))
            })
        {
            return;
        }
    }
    // `community x authorization ro`: a word of a setting.
    if said.kind == "AUTHORIZATION" && !value.quoted && body.len() < 6 {
        return;
    }
    // `htpasswd: path=/etc/pw name=ops password=x`: members with names of their own.
    let is_member = |word: &str| {
        word.split_once('=').is_some_and(|(name, _)| {
            name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        })
    };
    if !value.quoted && body.contains(' ') && body.trim().split(' ').all(is_member) {
        return;
    }
    // `-method=userpass username=ops`: the next word has a name of its own.
    if !value.quoted
        && ["username=", "user=", "role=", "source=", "src=", "id="].iter().any(|name| body.starts_with(name))
    {
        return;
    }
    // `"PasswordLastUsed": "2026-11-01T10:00:00Z"`
    if is_time(body) {
        return;
    }
    // `secrets: app-config, db-main`: what they are called.
    let is_name = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && (word.contains('-') || word.bytes().all(|byte| byte.is_ascii_lowercase()))
            && !values::is_drawn_mixed(word)
    };
    if !value.quoted
        && said.kind != "PASSWORD"
        && own.ends_with('s')
        && body.contains(", ")
        && body.trim().split(", ").all(is_name)
    {
        return;
    }
    let signs_only = body.len() < 4 && !body.chars().any(char::is_alphanumeric);
    let password = matches!(
        said.kind,
        "PASSWORD" | "SECRET" | "CLIENT_SECRET" | "COMMUNITY" | "CREDENTIALS" | "SENSITIVE_VALUE"
    ) && said.strength == Strength::Strong;
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
    // An HTTP scheme before the credential stays.
    let lower = body.get(..body.len().min(24)).unwrap_or("").to_ascii_lowercase();
    if said.kind == "AUTHORIZATION"
        || said.kind == "AUTH"
        || said.kind == "TOKEN"
        || said.kind == "CREDENTIALS"
    {
        // `Authorization: Digest username="x"` in the middle of a line.
        if SCHEMES.iter().any(|scheme| scheme.trim_end() == lower) {
            return;
        }
        for scheme in SCHEMES {
            if lower.starts_with(scheme) {
                if scheme.starts_with("aws4") || scheme.starts_with("digest") {
                    return;
                }
                let start = value.start + scheme.len();
                let rest = finder.text.get(start..value.end).unwrap_or("").trim();
                // `auth: token cache key ...` is a sentence.
                if scheme == "token " && !value.quoted && rest.split(' ').count() > 2 {
                    return;
                }
                if !rest.is_empty()
                    && !values::is_never_secret(rest)
                    && rest.len() >= 4
                    && !rest.starts_with("realm")
                {
                    let lead =
                        finder.text.get(start..value.end).map_or(0, |all| all.len() - all.trim_start().len());
                    finder.add(Found {
                        start: start + lead,
                        end: start + lead + rest.len(),
                        rule: "authorization",
                        placeholder: if scheme == "basic " { "BASIC_AUTH" } else { "BEARER_TOKEN" },
                        certain: false,
                    });
                }
                return;
            }
        }
    }
    if said.kind == "COOKIE" && body.contains('=') && !body.ends_with('=') {
        cookies(finder, value);
        return;
    }
    if values::is_caption(body) {
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
    // A shared access signature: only `sig` gives access, the rest is diagnosis. A shell ends it at its `&`.
    if ["?sv=20", "sv=20"].iter().any(|head| body.starts_with(head))
        || holds(body, "sig=") && (holds(body, "sv=") || holds(body, "se="))
        || holds(body, "X-Amz-Signature=")
    {
        return;
    }
    // `Credential=AKIA.../20260101/region/...`: the key id is found by its form, the scope stays.
    if said.kind == "CREDENTIALS"
        && body.starts_with('A')
        && (holds(body, "/aws4_request") || holds(body, "%2Faws4_request"))
    {
        return;
    }
    let bare = body.trim().trim_end_matches([',', ';']);
    // A URL is read for its userinfo and query by itself.
    if holds(bare, "://")
        && (said.strength == Strength::Weak
            || said.kind == "URL"
            || said.kind == "TOKEN"
            || !bare.contains('@'))
        && !bare.starts_with("otpauth")
    {
        return;
    }
    if body.starts_with("arn:aws")
        || body.starts_with("ssh-rsa ")
        || holds(body, "ssh-rsa AAAA")
        || holds(body, "ssh-ed25519 AAAA")
        || body.starts_with("ssh-ed25519 ")
        || body.starts_with("ecdsa-sha2")
        || body.starts_with("-----BEGIN CERT")
        || body.starts_with("-----BEGIN PUBLIC")
        || body.starts_with("age1")
    {
        return;
    }
    // Jasypt's and its like: what is in the brackets can be guessed at home.
    if let Some(inside) = bare.strip_prefix("ENC(").and_then(|rest| rest.strip_suffix(')'))
        && said.strength == Strength::Strong
        && inside.len() >= 16
    {
        let start = value.start + (body.len() - body.trim_start().len()) + 4;
        finder.add_literal(start, start + inside.len(), "assignment", said.kind);
        return;
    }
    if is_code(body, value.quoted) {
        return;
    }
    // KEY=`etcdctl get /x`: what a command says.
    let head = finder.bytes.get(value.start.saturating_sub(2)..value.start);
    if value.quoted && head == Some(b"=`") && body.contains(" /") {
        return;
    }
    // .NET's `<add key="NAME" value="x"/>`
    if own == "key"
        && value.quoted
        && finder.bytes.get(value.after..).is_some_and(|rest| rest.starts_with(b" value="))
    {
        return;
    }
    if !value.quoted && is_told(finder, said, value) {
        return;
    }
    // `secret=prod/db-credentials version=3` names a secret, and says what of it.
    if !value.quoted
        && (said.kind == "SECRET"
            && bare.contains('/')
            && bare.rsplit('/').next().is_some_and(|last| names::says(last).is_some())
            && bare.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'/' | b'-' | b'_'))
            || bare
                .strip_prefix("version=")
                .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit())))
    {
        return;
    }
    // `random_password.main: Creating...`, `projects/x/locations/y`: what Terraform does, where a thing is.
    const TELLS: [&str; 12] = [
        "Refreshing state",
        "Creating...",
        "Creation complete",
        "Still ",
        "Modifying...",
        "Modifications complete",
        "Destroying...",
        "Destruction complete",
        "Reading...",
        "Read complete",
        "projects/",
        "organizations/",
    ];
    if values::begins_with(bare, &TELLS) {
        return;
    }
    // `vault: production/db/password@ops` tells where the secret is.
    let place = bare.split('@').next().unwrap_or("");
    // A column of passwords: `see prod/db/password`.
    if bare.strip_prefix("see ").is_some_and(|path| {
        path.contains('/')
            && path
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"/-_".contains(&byte))
    }) {
        return;
    }
    // CodeBuild's `prod/db:password`.
    if place.split_once(':').is_some_and(|(path, key)| {
        path.contains('/')
            && names::says(key).is_some()
            && bare.bytes().all(|byte| {
                byte.is_ascii_lowercase()
                    || byte.is_ascii_digit()
                    || matches!(byte, b'/' | b'-' | b'_' | b':')
            })
    }) {
        return;
    }
    if bare.len() < 80
        && place.matches('/').count() > usize::from(!bare.contains('@'))
        && place.rsplit('/').next().is_some_and(|last| names::says(last).is_some())
        && bare.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'/' | b'-' | b'_' | b'@')
        })
    {
        return;
    }
    // `"password = "`: the beginning of what a program puts together.
    if body.trim_end().strip_suffix(['=', ':']).is_some_and(|head| {
        let head = head.trim();
        head.len() < 32
            && head.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'))
            && names::says(head).is_some()
    }) {
        return;
    }
    // `WITH (CREDENTIAL = stage_login)`: SQL names one.
    if name == "CREDENTIAL" && !value.quoted {
        return;
    }
    // A column's type, and keys that are public by design.
    let lower_bare = bare.get(..bare.len().min(20)).unwrap_or("").to_ascii_lowercase();
    if values::begins_with(&lower_bare, &["varchar(", "nvarchar(", "char(", "varchar2(", "binary("])
        || said.strength == Strength::Weak
            && (["pk_live_", "pk_test_", "pk.", "phc_"].iter().any(|head| bare.starts_with(head))
                || ["NEXT_PUBLIC_", "EXPO_PUBLIC_", "NUXT_PUBLIC_"].iter().any(|head| name.starts_with(head)))
    {
        return;
    }
    // `tokens: 1224 in, 88 out`, `password: 24 bytes`
    if !value.quoted
        && bare.split_once(' ').is_some_and(|(count, rest)| {
            count.bytes().all(|byte| byte.is_ascii_digit())
                && rest.starts_with(|c: char| c.is_ascii_lowercase())
                && (said.kind == "TOKEN"
                    || ["byte", "char", "bit", "day", "hour", "minute"]
                        .iter()
                        .any(|unit| rest.starts_with(unit)))
        })
    {
        return;
    }
    // `-X privPass34 10.0.0.1 sysUpTime.0`: what SNMP is asked for.
    if bare.strip_suffix(".0").is_some_and(|object| {
        object.starts_with(|c: char| c.is_ascii_lowercase())
            && object.bytes().all(|byte| byte.is_ascii_alphabetic())
    }) {
        return;
    }
    // "Token: expired."
    if !value.quoted && bare.strip_suffix('.').is_some_and(values::is_never_secret) {
        return;
    }
    // `secret: "password"` has a poor value; `secretKey: "password"` tells where to look.
    let bare_word = bare.bytes().all(|byte| byte.is_ascii_lowercase())
        && !matches!(bare, "secrets" | "tokens" | "passwords" | "credentials")
        && (value.quoted
            || own.contains(['_', '.', '-'])
            || own.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
            || matches!(own, "psk" | "secret"))
        && !own.eq_ignore_ascii_case("secretkey");
    if is_name_of_secret(said, bare) && !bare_word || bare == "key" && own.eq_ignore_ascii_case("secretkey") {
        return;
    }
    // `this.addPassword = "#add-password"`: an element of a page; a policy's name; a key's own name.
    let selected = bare.strip_prefix('#').is_some_and(|id| {
        id.contains('-')
            && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            && id.rsplit('-').next().is_some_and(|last| names::says(last).is_some())
    });
    if selected
        || bare == own
            && bare.bytes().any(|byte| byte.is_ascii_uppercase())
            && bare.bytes().any(|byte| byte.is_ascii_lowercase())
    {
        return;
    }
    // `"application:" + key`: the beginning of what is put together.
    if value.quoted && body.ends_with(':') && finder.bytes.get(value.after..value.after + 2) == Some(b" +") {
        return;
    }
    // A sealed secret is encrypted for its cluster.
    if bare.starts_with("Ag") && bare.len() >= 24 {
        let mut from = value.start.saturating_sub(3000);
        while !finder.text.is_char_boundary(from) {
            from += 1;
        }
        if finder.text.get(from..value.start).is_some_and(|before| before.contains("encryptedData:")) {
            return;
        }
    }
    // "using RSA key 34365D9472D7468F": the number of a key, which is public.
    if said.kind == "KEY"
        && (name.len() <= 7 || name == "password" || said.strength == Strength::Weak)
        && matches!(bare.len(), 16 | 40)
        && bare.bytes().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte))
    {
        return;
    }
    let digits_only = bare.bytes().all(|byte| byte.is_ascii_digit());
    let least = match said.kind {
        "PASSWORD" | "COMMUNITY" | "CODE" => 4,
        // `secretKey: 000000`
        "SECRET_KEY" => 6,
        _ if password => 4,
        // Clouds number the keys that they know.
        "KEY" if own.starts_with("ssh_") => 9,
        _ if said.strength == Strength::Strong && value.quoted => 6,
        _ => 7,
    };
    if digits_only && bare.len() < least {
        return;
    }
    // `--- PASS: TestRefresh`, `PASS src/auth.test.ts`: what a test's run says.
    if name == "PASS"
        && !value.quoted
        && (bare.starts_with("Test")
            || bare.contains('/') && bare.contains('.') && !bare.contains(['!', '@']))
    {
        return;
    }
    // `pass: 41, fail: 2`: how many tests passed.
    if own.eq_ignore_ascii_case("pass")
        && bare
            .split_once([',', ' '])
            .is_some_and(|(count, _)| count.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return;
    }
    // `LoadCredential=dbpass:/etc/creds/dbpass`
    if said.kind != "PASSWORD"
        && bare.split_once(':').is_some_and(|(name, path)| {
            path.starts_with('/')
                && is_path(path)
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-' | b'.'))
        })
    {
        return;
    }
    let is_path = is_path(bare);
    const KNOWN_PLACES: [&str; 12] = [
        "~/",
        "/tmp/",
        "/etc/",
        "/run/",
        "/var/",
        "/opt/",
        "/srv/",
        "/usr/",
        "/home/",
        "/root/",
        "/mnt/",
        "/secrets/",
    ];
    if is_path
        && (said.kind != "PASSWORD" || bare.starts_with("${") || values::begins_with(bare, &KNOWN_PLACES))
    {
        return;
    }
    if said.kind == "SECRET_ID" {
        if values::is_uuid(bare) || bare.starts_with("AKID") || values::is_random(bare) {
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
    // `sig=x7Kq9Z`: short, but of all three kinds of letters.
    let drawn_short = || {
        (5..20).contains(&bare.len())
            && bare.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && bare.bytes().any(|byte| byte.is_ascii_digit())
            && bare.bytes().any(|byte| byte.is_ascii_uppercase())
            && bare.bytes().skip(1).any(|byte| byte.is_ascii_lowercase())
    };
    if said.kind == "SIGNATURE" && drawn_short() {
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
        Strength::Strong => {
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
                && bare
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '/' | '-' | '_'))
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
            keep_trimmed(finder, value, "assignment", said.kind);
        }
        Strength::Weak if value.quoted && body.starts_with("echo ") => {
            finder.add_literal(value.start + 5, value.end, "weak-assignment", said.kind);
        }
        // "sid: x in the cookie", "AUTH=x in the cron line"
        Strength::Weak
            if !value.quoted
                && bare.contains(' ')
                && (said.kind == "SESSION"
                    || said.kind == "AUTH" && name.bytes().all(|byte| byte.is_ascii_uppercase())) =>
        {
            let end = value.start + body.find(' ').unwrap_or(body.len());
            judge(finder, name, said, Value { end, ..value });
        }
        // Twilio calls its accounts so.
        Strength::Weak
            if said.kind == "SESSION"
                && bare.len() == 34
                && bare.bytes().take(2).all(|byte| byte.is_ascii_uppercase())
                && bare.get(2..).is_some_and(values::is_digest) => {}
        Strength::Weak if said.kind == "SESSION" => {
            if drawn_short()
                || bare.len() >= 16
                    && (values::is_tokenish(bare) || values::is_random(bare))
                    && !bare.starts_with("S-1-")
            {
                keep_trimmed(finder, value, "weak-assignment", said.kind);
            }
        }
        // `node-modules-linux-9f1c2d3e4f5a`: words, and a digest behind them.
        Strength::Weak
            if said.kind == "KEY"
                && bare.rsplit_once('-').is_some_and(|(head, last)| {
                    last.len() >= 7
                        && values::is_digest(last)
                        && head.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'_'))
                }) => {}
        // `[datadog]` and `key = ...` below it: what else has such a form has no service above it.
        Strength::Weak
            if said.kind == "KEY"
                && own
                    .get(own.len().saturating_sub(3)..)
                    .is_some_and(|last| last.eq_ignore_ascii_case("key"))
                && (values::is_uuid(bare) || (30..=64).contains(&bare.len()) && values::is_digest(bare))
                && is_of_service(finder, value.start) =>
        {
            keep_trimmed(finder, value, "weak-assignment", "API_KEY");
        }
        Strength::Weak => {
            let connection = matches!(said.kind, "CONNECTION_STRING" | "URL" | "USER_DATA");
            let alone = !name.contains(['_', '-', '.', ' '])
                && !name.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
                && name.len() < 12
                || name.bytes().all(|byte| byte.is_ascii_uppercase());
            let password = said.kind == "PASSWORD"
                && !bare.contains(' ')
                && bare.len() >= 6
                && values::is_password_like(bare);
            if !connection
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
                        && (drawn_short() && bare.len() >= 8 || values::is_drawn_mixed(bare)))
                    || (matches!(said.kind, "AUTH" | "CREDENTIALS")
                        && (32..=64).contains(&bare.len())
                        && values::is_digest(bare))
                    || (said.kind == "AUTH" && bare.contains(':') && bare.len() >= 8 && !bare.contains(' '))
                    // `STRIPE_KEY=Zx81kPq0`, but a store's own `S3_KEY`, `CACHE_KEY`.
                    || (name.ends_with("_KEY")
                        && bare.len() >= 8
                        && drawn_short()
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
                    || is_base64_key(bare))
            {
                keep_trimmed(finder, value, "weak-assignment", said.kind);
            }
        }
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
    let mut name = String::new();
    let mut any = false;
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
            name = finder.text.get(one.start..one.end).unwrap_or("").to_ascii_lowercase();
            // A number has no quotes.
            let number = values::blanks(text, after + 1);
            let digits = text
                .get(number..value.end)
                .unwrap_or(b"")
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            if digits > 0 && !TOLD.contains(&name.as_str()) {
                let end = number + digits;
                finder.add_literal(number, end, "assignment", said.kind);
            }
        } else {
            any = true;
            let told = TOLD.contains(&name.as_str());
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

/// `secretKey: postgres-password`: the value is the name of a secret, not one.
fn is_name_of_secret(said: Said, value: &str) -> bool {
    !matches!(said.kind, "PASSWORD" | "SENSITIVE_VALUE")
        && value.len() < 60
        && value.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '_' | '.'))
        && names::says(value).is_some_and(|inner| inner.strength == Strength::Strong && inner.kind != "SEED")
}

fn is_base64_key(value: &str) -> bool {
    (value.len() == 44 && value.ends_with('=')
        || value.len() == 88 && value.ends_with("==")
        || value.len() == 24 && value.ends_with("=="))
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_'))
}

/// A path of names; base64 may begin with a slash, too.
fn is_path(value: &str) -> bool {
    // `${user.home}/.ssh/id_rsa`, `$HOME/x`.
    let value = match value.strip_prefix('$').and_then(|rest| rest.find('/').map(|at| (rest, at))) {
        Some((rest, at))
            if rest.get(..at).is_some_and(|name| {
                name.bytes().all(|byte| {
                    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'{' | b'}' | b':')
                })
            }) =>
        {
            rest.get(at..).unwrap_or(rest)
        }
        _ => value,
    };
    let Some(rest) =
        ["./", "../", "~/", "/", "C:\\", "D:\\"].iter().find_map(|head| value.strip_prefix(head))
    else {
        return false;
    };
    // A word with a number behind it is a folder's name; a number among letters of both cases is drawn.
    let drawn = |part: &str| {
        let stem = part.trim_end_matches(|c: char| c.is_ascii_digit());
        part.len() >= 4
            && stem.bytes().any(|byte| byte.is_ascii_digit())
            && stem.bytes().any(|byte| byte.is_ascii_uppercase())
            && stem.bytes().any(|byte| byte.is_ascii_lowercase())
    };
    if rest.is_empty()
        || rest.starts_with('/')
        || value.len() >= 20 && rest.split('/').filter(|part| drawn(part)).count() >= 2
    {
        return false;
    }
    rest.split(['/', '\\'])
        .all(|part| part.len() < 8 || !values::is_tokenish(part) || part.contains('.') && part.len() < 24)
        && (value.len() < 40 || rest.contains('.') || !rest.bytes().any(|byte| matches!(byte, b'+' | b'=')))
        && rest.bytes().all(|byte| byte != b'+' && byte != b'=')
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

/// Calls, types and references of code, which stand where a literal could.
fn is_code(body: &str, quoted: bool) -> bool {
    if quoted {
        return false;
    }
    let body = body.trim();
    // `$(cat /run/secrets/x) && ...`: what another command says, but not what it is given to say.
    if body.starts_with("$(") && !["echo", "printf", "<<<"].iter().any(|word| holds(body, word)) {
        return true;
    }
    // PowerShell's and C's makers, C's casts, PHP's arrays.
    if values::begins_with(
        body,
        &["new-object ", "New-Object ", "(char *)", "(const ", "(void *)", "(unsigned ", "$_"],
    ) {
        return true;
    }
    if memchr::memchr2(b'(', b'[', body.as_bytes()).is_some()
        && let Some(is) = is_call(body)
    {
        return is;
    }
    // `Get-Secret -Name db`: a command of PowerShell.
    let mut words = body.split(' ');
    if let Some((verb, noun)) = words.next().and_then(|first| first.split_once('-'))
        && verb.len() < 12
        && words.next().is_some_and(|next| next.starts_with('-'))
        && [verb, noun].iter().all(|word| {
            word.starts_with(|c: char| c.is_ascii_uppercase())
                && word.bytes().all(|byte| byte.is_ascii_alphabetic())
        })
    {
        return true;
    }
    // `aws_db_instance.main.password`, `config.password`, `req.body.token`.
    if !body.contains('.') {
        return false;
    }
    let parts: Vec<&str> = body.split('.').collect();
    // `key_provider.pbkdf2.k`
    if parts.len() >= 3
        && parts.iter().all(|part| {
            part.starts_with(|c: char| c.is_ascii_lowercase())
                && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
                && !values::is_tokenish(part)
        })
        && body.contains('_')
    {
        return true;
    }
    parts.len() >= 2
        && parts.iter().all(|part| {
            !part.is_empty()
                && part.chars().all(|c| {
                    c.is_ascii_alphabetic()
                        || c == '_'
                        || c == '['
                        || c == ']'
                        || c == '*'
                        || c.is_ascii_digit()
                })
                && (part.chars().next().is_some_and(|c| c.is_ascii_lowercase() || c == '_')
                    // `settings.API_KEY`
                    || part.contains('_') && !part.bytes().any(|byte| byte.is_ascii_lowercase()))
        })
        && parts.last().is_some_and(|last| {
            names::says(last).is_some()
                || matches!(*last, "value" | "result" | "id" | "name" | "arn" | "secret_string" | "plaintext")
        })
}

/// Whether what begins with a name and a bracket is a call or an element; none where it is neither.
fn is_call(body: &str) -> Option<bool> {
    let length = body
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':'))
        .count();
    let (head, after) = body.split_at_checked(length).unwrap_or((body, ""));
    if after.starts_with('(')
        && head.len() >= 2
        && head.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
    {
        // A call ends with its bracket, or goes on with a member of its result; a password's brackets do not.
        let end = after.rfind(')');
        let whole = end.is_none_or(|end| {
            let rest = after.get(end + 1..).unwrap_or("");
            rest.is_empty() || rest.starts_with(['.', '[', ';', ',', ' ', ')', '}', '?', '|', '"', '\''])
        });
        return Some(
            whole
                && (end.is_some()
                    || after == "("
                    || after.contains(['"', '\'', ' '])
                    || after
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'(' | b'_' | b'.'))),
        );
    }
    let indexed = after.starts_with('[')
        && body.chars().all(|c| {
            c.is_ascii_alphanumeric()
                || matches!(
                    c,
                    '[' | ']' | '"' | '\'' | '.' | '_' | '-' | '*' | ' ' | ':' | '/' | '(' | ')' | '=' | ','
                )
        })
        && !head.is_empty()
        && head.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
        && body.contains(']');
    indexed.then_some(true)
}

/// Every value of a cookie header that could open a session.
fn cookies(finder: &mut Finder<'_>, value: Value) {
    let Some(body) = finder.text.get(value.start..value.end) else { return };
    let mut at = value.start;
    for part in body.split(';') {
        let begin = at;
        at += part.len() + 1;
        let Some((name, one)) = part.split_once('=') else { continue };
        let lower = name.trim().to_ascii_lowercase();
        if ["path", "samesite", "max-age", "expires", "domain", "lang", "theme", "locale"]
            .contains(&lower.as_str())
        {
            continue;
        }
        let start = begin + name.len() + 1;
        let one = one.trim_end_matches(['"', '\'', '\\']);
        let session = ["sess", "auth", "token", "sid", "jwt", "csrf", "xsrf", "remember", "login", "id"]
            .iter()
            .any(|word| lower.contains(word));
        if (one.len() >= 16 || session && one.len() >= 6) && !values::is_never_secret(one) {
            finder.add(Found {
                start,
                end: start + one.len(),
                rule: "cookie",
                placeholder: "COOKIE",
                certain: false,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::hidden;

    #[test]
    fn base64_that_begins_like_a_path_is_random_and_a_path_is_not() {
        assert!(!is_path(&["/wIy/AhkHwlHmqvMu8cvu/TV", "Tw/jr7fS6WFq4UBI"].concat()));
        assert!(is_path("/Users/Maria/Projects2024/Terraform/Secrets/Token"));
        assert!(is_path("/etc/ssl/private/server3/key"));
    }

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
    fn keys_written_as_bytes_and_codes_of_doors_are_hidden_by_their_names() {
        assert_eq!(
            hidden("network_key: [13, 47, 161, 7, 88, 201, 34, 19]\n"),
            ["13, 47, 161, 7, 88, 201, 34, 19"]
        );
        assert_eq!(hidden("alarm_code = 88213\n"), ["88213"]);
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

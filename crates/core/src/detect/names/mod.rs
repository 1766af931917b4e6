//! Whether a name says that its value is secret: split into words, decided by the last one and its pairs.
//!
//! Source: facts/redaction.md 2.1 of this project (names seen in infrastructure text, and what users of other
//! scanners complain about: gitleaks issues 1578, 1587, 1606).

mod kept;
mod words;

use kept::KEPT;
pub(in crate::detect) use kept::{is_collection, is_foreign_key, is_kept, is_public_entry, is_public_member};
pub(in crate::detect) use words::STEMS;
use words::{ABOUT, ABOUT_ANYTHING, KEY_PAIRS, PASSWORD, SECRET, TOKEN};

/// How strongly a name says "secret".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Only a random value makes it one.
    Weak,
    /// Any literal is one.
    Strong,
}

/// What the name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) strength: Strength,
    pub(super) kind: &'static str,
}

impl Said {
    pub(super) fn is_strong(self) -> bool {
        self.strength == Strength::Strong
    }
}

const fn strong(kind: &'static str) -> Option<Said> {
    Some(Said { strength: Strength::Strong, kind })
}

const fn weak(kind: &'static str) -> Option<Said> {
    Some(Said { strength: Strength::Weak, kind })
}

/// Last words that say which of several secrets it is, or how it is written.
const WHICH: &[&str] = &[
    "wo",
    "b64",
    "base64",
    "plain",
    "plaintext",
    "raw",
    "value",
    "encoded",
    "override",
    "old",
    "new",
    "current",
    "previous",
    "prod",
    "prd",
    "dev",
    "staging",
    "stage",
    "stg",
    "qa",
    "uat",
    "preprod",
    "test",
    "live",
    "sandbox",
    "default",
    "input",
    "backup",
    "primary",
    "secondary",
];

/// Whether one word of a name is a password's own.
fn is_password_word(word: &str) -> bool {
    PASSWORD.contains(&word)
        || ["pw", "pass", "pwd", "password"]
            .iter()
            .any(|tail| word.len() > tail.len() && word.ends_with(tail) && !KEPT.contains(&word))
}

fn words(name: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut word = String::new();
    if name.is_ascii() {
        let bytes = name.as_bytes();
        for (index, byte) in bytes.iter().enumerate() {
            if !byte.is_ascii_alphanumeric() {
                if !word.is_empty() {
                    out.push(std::mem::take(&mut word));
                }
                continue;
            }
            let before = index.checked_sub(1).and_then(|at| bytes.get(at));
            let hump = byte.is_ascii_uppercase()
                && before.is_some_and(|before| {
                    before.is_ascii_lowercase()
                        || before.is_ascii_digit()
                        || before.is_ascii_uppercase()
                            && bytes.get(index + 1).is_some_and(u8::is_ascii_lowercase)
                });
            if hump && !word.is_empty() {
                out.push(std::mem::take(&mut word));
            }
            word.push(char::from(byte.to_ascii_lowercase()));
        }
        if !word.is_empty() {
            out.push(word);
        }
        return out;
    }
    let chars: Vec<char> = name.chars().collect();
    for (index, c) in chars.iter().enumerate() {
        if !c.is_alphanumeric() {
            if !word.is_empty() {
                out.push(std::mem::take(&mut word));
            }
            continue;
        }
        let before = index.checked_sub(1).and_then(|at| chars.get(at)).copied();
        let after = chars.get(index + 1).copied();
        let hump = c.is_uppercase()
            && before.is_some_and(|b| {
                b.is_lowercase()
                    || b.is_ascii_digit()
                    || (b.is_uppercase() && after.is_some_and(char::is_lowercase))
            });
        if hump && !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
        word.push(crate::text::lower_of(*c));
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

/// Whether a word after a secret's name tells something about it: "password policy".
pub(super) fn is_about(word: &str) -> bool {
    ABOUT_ANYTHING.contains(&word) || ABOUT.contains(&word)
}

/// A word with one slip in it as it should be: `passwrod`, `secert`, `pasword`.
fn respelt(word: &str) -> &str {
    const MEANT: [&str; 5] = ["password", "passwort", "secret", "passphrase", "credentials"];
    if !(6..=12).contains(&word.len()) || !matches!(word.as_bytes().first(), Some(b'p' | b's' | b'c')) {
        return word;
    }
    MEANT.into_iter().find(|meant| is_slip(word.as_bytes(), meant.as_bytes())).unwrap_or(word)
}

/// Whether two words differ in one letter left out, put in, changed or two changed over.
fn is_slip(word: &[u8], meant: &[u8]) -> bool {
    let same = word.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let (word, meant) = (word.get(same..).unwrap_or(b""), meant.get(same..).unwrap_or(b""));
    match (word, meant) {
        // The plural is a name of its own.
        ([], _) | (_, []) => false,
        ([_, rest @ ..], meant) if rest == meant => true,
        (word, [_, rest @ ..]) if rest == word => true,
        ([a, b, rest @ ..], [c, d, end @ ..]) if a == d && b == c && rest == end => true,
        ([_, rest @ ..], [_, end @ ..]) => rest == end,
    }
}

/// `TF_VAR_session_id`, `X-Session-Id`: whose it is says nothing of it.
fn without_namespace(name: &str, all: &mut Vec<String>) {
    let ahead = match all.as_slice() {
        [tf, var, _, ..] if tf == "tf" && var == "var" => 2,
        [x, _, ..] if x == "x" && name.contains('-') => 1,
        _ => 0,
    };
    all.drain(..ahead);
}

/// What a name says of its value.
pub(super) fn says(name: &str) -> Option<Said> {
    if name.len() > 160 {
        return None;
    }
    if matches!(name, "keys_base64" | "recovery_keys_base64" | "unseal_keys_base64") {
        return strong("UNSEAL_KEY");
    }
    // Grafana keeps what it sends to a source of data.
    if name.starts_with("httpHeaderValue") {
        return strong("AUTHORIZATION");
    }
    let mut all = words(name);
    without_namespace(name, &mut all);
    // `tokens_by_env`, `password_per_user`: what is kept by another thing is still what it is.
    if let Some(by) = all.iter().position(|word| matches!(word.as_str(), "by" | "per"))
        && by > 0
    {
        all.truncate(by);
    }
    while all.len() > 1 && all.last().is_some_and(|word| matches!(word.as_str(), "map" | "list" | "dict")) {
        all.pop();
    }
    // `token.expiry.time.ms`: in what it is counted.
    if let [.., counted, unit] = all.as_slice()
        && matches!(unit.as_str(), "ms" | "millis" | "seconds" | "secs" | "minutes")
        && is_about(counted)
    {
        all.pop();
    }
    // `password2`, `PASSWORD_2`, `key 1`.
    while all.len() > 1 && all.last().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit())) {
        all.pop();
    }
    // `vault_db_pass_staging`, `password_in`, `ldap_bindpw_x`: which one it is.
    while all.len() > 1
        && all.last().is_some_and(|word| {
            WHICH.contains(&word.as_str())
                || (word.len() == 1 || matches!(word.as_str(), "in" | "out"))
                    && all.get(all.len() - 2).is_some_and(|word| is_password_word(word))
        })
    {
        all.pop();
    }
    let mut head = all.last()?.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    if head.is_empty() {
        head.clone_from(all.last()?);
    }
    // `passWord`
    if let Some(first) = all.len().checked_sub(2).and_then(|at| all.get(at))
        && matches!((first.as_str(), head.as_str()), ("pass", "word" | "phrase" | "code" | "wd"))
    {
        return strong("PASSWORD");
    }
    let before = all.len().checked_sub(2).and_then(|at| all.get(at)).map_or("", String::as_str);
    let joined: String = all.concat();
    // `app.session_id`: the last part of a path.
    let last = name.rsplit_once('.').map_or_else(|| joined.clone(), |(_, last)| words(last).concat());
    let head = if head == "licence" { "license" } else { respelt(&head) };
    let before = if before == "licence" { "license" } else { before };
    let has = |word: &str| all.iter().any(|one| one == word);
    // `password_hash`, `password_sha256_hex`: a hash lets its password be guessed; only the value tells.
    if all.iter().any(|word| matches!(word.as_str(), "password" | "passwd" | "pwd" | "pass"))
        && (matches!(head, "hash" | "hex" | "digest" | "bcrypt" | "sha" | "ntlm" | "md")
            || all.last().is_some_and(|word| matches!(word.as_str(), "sha256" | "sha512" | "sha1" | "md5")))
        || matches!(
            joined.as_str(),
            "authenticationstring" | "secrethash" | "pwdhash" | "passwdhash" | "passhash"
        )
    {
        return weak("HASH");
    }
    // `token_sha256`, `hashed_token`: nobody guesses from its digest what was drawn.
    if all.len() > 1
        && (all.last().is_some_and(|word| matches!(word.as_str(), "sha256" | "sha512" | "sha1" | "md5"))
            || all.first().is_some_and(|word| word == "hashed") && head == "token")
    {
        return None;
    }
    if has("tf") && has("token") && all.first().is_some_and(|word| word == "tf") {
        return strong("TOKEN");
    }
    if before == "secret" && head == "id" {
        return weak("SECRET_ID");
    }
    if has("community") && matches!(head, "string" | "strings")
        || head == "communities" && has("snmp")
        || joined == "communityname"
    {
        return strong("COMMUNITY");
    }
    // `pAssword`, `PassWorD`: whoever wrote it held a key too long.
    if all.len() > 1 && matches!(name.to_ascii_lowercase().as_str(), "password" | "passwd" | "token") {
        return strong(if name.len() == 5 { "TOKEN" } else { "PASSWORD" });
    }
    // HTTP headers and well known names first.
    match joined.as_str() {
        "plaintext" if name.to_ascii_lowercase().contains("value") => return strong("SECRET"),
        "authorization" | "proxyauthorization" => return strong("AUTHORIZATION"),
        "cookie" | "setcookie" => return strong("COOKIE"),
        "secretid" => return weak("SECRET_ID"),
        "externalid" => return strong("EXTERNAL_ID"),
        "keysb64" | "unsealkeysb64" | "unsealkeyshex" | "recoverykeysb64" | "recoverykeysbase64" => {
            return strong("UNSEAL_KEY");
        }
        "slacksigning" | "sso" | "ticket" => return weak("TOKEN"),
        "secureenvironmentvariables" | "secureenvironment" | "secretvariables" | "secretenvironment" => {
            return strong("SECRET");
        }
        "vaultdevroottokenid" | "roottokenid" => return strong("TOKEN"),
        _ if joined.ends_with("roottokenid") => return strong("TOKEN"),
        _ if joined.ends_with("authuserinfo") => return strong("CREDENTIALS"),
        // What follows begins with a user's name; the rule finds what is secret.
        "pveapitoken" => return None,
        "ovhconsumer" | "jfrogartapi" => return strong("API_KEY"),
        // PKCE: whoever has it may take what the code stands for.
        "codeverifier" => return strong("TOKEN"),
        // 1Password's command line, one for each account: `OP_SESSION_corp`.
        _ if name.starts_with("OP_SESSION_") => return strong("SESSION"),
        "cctestreporterid" => return strong("TOKEN"),
        // What Semaphore signs its cookies and seals its keys with.
        "cookiehash" | "cookieencryption" | "accesskeyencryption" => return strong("KEY"),
        // What AWS asked its provider of resources under.
        _ if name == "RequestToken" => return None,
        _ if joined.ends_with("replicasetkey") => return strong("KEY"),
        "pass4symmkey" => return strong("KEY"),
        "redisauth" | "keydbauth" | "valkeyauth" | "dbroot" | "frasedepaso" => return strong("PASSWORD"),
        _ if head == "login" && before.ends_with("sonar") => return strong("TOKEN"),
        // Headers: Honeycomb's key, Jenkins' token against forged requests.
        _ if joined.ends_with("honeycombteam") || joined == "jenkinscrumb" => return strong("TOKEN"),
        // What Jenkins answers.
        "crumb" => return strong("TOKEN"),
        "signatureprovided" => return strong("SIGNATURE"),
        // Bundler names a host, with a pair of user and password: `BUNDLE_GEMS__CORP__NET`.
        _ if name.starts_with("BUNDLE_") && name.contains("__") => return weak("AUTH"),
        "authinfo" | "auth" | "httpauth" => return weak("AUTH"),
        "userdata" | "userdatabase64" | "customdata" | "kubeconfig" | "kubeconfigraw" | "kubeadminconfig"
        | "kubeadminconfigraw" | "protectedsettings" => {
            return weak("USER_DATA");
        }
        "databaseurl" | "redisurl" | "amqpurl" | "jdbcurl" | "mongourl" | "mongodburi" | "mongouri"
        | "webhookurl" | "sasurl" | "databaseuri" | "slackwebhookurl" => return weak("URL"),
        "licence" => return weak("LICENSE_KEY"),
        // `RETOOL_ENCRYPTION`, but `encryption = "AES256"`.
        _ if head == "encryption" && all.len() == 2 => return weak("KEY"),
        "key" | "keys" | "value" | "code" | "sig" | "signature" | "session" | "seed" | "salt" | "license"
        | "pepper" | "community" | "encrypt" | "bootstrap" | "privatekeyid" | "nonce" => {
            return match joined.as_str() {
                "privatekeyid" | "nonce" => None,
                "salt" | "seed" => strong("SEED"),
                "community" => strong("COMMUNITY"),
                "sig" | "signature" => weak("SIGNATURE"),
                "license" => weak("LICENSE_KEY"),
                _ => weak("KEY"),
            };
        }
        "sid" | "connectsid" => return weak("SESSION"),
        // What Vault's transit engine decrypts.
        "plaintext" => return weak("SECRET"),
        "samlresponse" | "cnonce" => return strong("TOKEN"),
        _ if head == "admin" && (2..=4).contains(&all.len()) => return weak("ADMIN_PASSWORD"),
        // LoRaWAN, WordPress.
        "appskey" | "nwkskey" | "noncekey" | "noncesalt" | "loggedinkey" => return strong("KEY"),
        _ if last == "sessionid" => return strong("SESSION"),
        "phpsessid" | "jsessionid" | "sessionkey" | "gitlabsession" | "aspxauth" => {
            return strong("SESSION");
        }
        _ => {}
    }
    // `_SNMPCOMMUNITY`, `SENTRY_AUTH`.
    if head.len() > 9 && head.ends_with("community") {
        return strong("COMMUNITY");
    }
    if head == "auth"
        && all.len() == 2
        && !matches!(before, "use" | "enable" | "require" | "no" | "with" | "has" | "o" | "is")
    {
        return weak("AUTH");
    }
    if KEPT.contains(&joined.as_str())
        || (all.len() > 1 && KEPT.contains(&format!("{before}{head}").as_str()))
    {
        return None;
    }
    if is_about(head) && all.len() > 1 {
        // Not only Amazon gives out access keys.
        return match before {
            _ if joined.ends_with("accesskeyid") => weak("KEY"),
            // `vmware-api-session-id`
            "session" if head == "id" => weak("SESSION"),
            _ => None,
        };
    }
    let suffix = |tails: &[&str]| tails.iter().any(|tail| head.len() > tail.len() && head.ends_with(tail));
    if PASSWORD.contains(&head)
        || (suffix(&["password", "passwd", "passphrase", "passwort", "passcode", "passw"])
            || (suffix(&["pass", "pwd", "passw"])
                && ![
                    "bypass",
                    "compass",
                    "encompass",
                    "overpass",
                    "underpass",
                    "superpass",
                    "trespass",
                    "surpass",
                ]
                .iter()
                .any(|word| head.ends_with(word)))
            || (suffix(&["pw"])
                && ["root", "bind", "user", "admin", "db", "my", "bk", "ldap"]
                    .iter()
                    .any(|word| head == format!("{word}pw"))))
    {
        return strong("PASSWORD");
    }
    // In an ASCII name no word of another script can stand.
    let foreign_name = if name.is_ascii() { String::new() } else { crate::text::lower(name) };
    let foreign = |of: &[&str]| {
        !foreign_name.is_empty() && of.iter().any(|word| !word.is_ascii() && foreign_name.contains(word))
    };
    if foreign(PASSWORD) {
        return strong("PASSWORD");
    }
    if SECRET.contains(&head) || suffix(&["secret"]) || foreign(SECRET) {
        return strong(if has("client") { "CLIENT_SECRET" } else { "SECRET" });
    }
    if matches!(head, "string" | "binary" | "data" | "text") && before == "secret"
        || joined.ends_with("secretstring")
        || joined.ends_with("secretbinary")
    {
        return strong("SECRET");
    }
    if matches!(head, "otp" | "totp") {
        return strong("CODE");
    }
    if TOKEN.contains(&head) || suffix(&["token"]) || foreign(TOKEN) {
        return strong("TOKEN");
    }
    if head == "key" || head == "keys" {
        // `adminPasswordOrKey`, `secretOrKey`
        let either = before == "or"
            && all.iter().any(|word| PASSWORD.contains(&word.as_str()) || SECRET.contains(&word.as_str()));
        return if either || KEY_PAIRS.contains(&before) {
            strong(match before {
                "api" => "API_KEY",
                "access" => "ACCESS_KEY",
                "secret" => "SECRET_KEY",
                "private" => "PRIVATE_KEY",
                _ => "KEY",
            })
        } else {
            weak("KEY")
        };
    }
    // `appkey`, `signingkey`: a pair in one word.
    let pair =
        head.strip_suffix("key").is_some_and(|first| KEY_PAIRS.contains(&first)) && !KEPT.contains(&head);
    if pair
        || suffix(&[
            "apikey",
            "accesskey",
            "secretkey",
            "privatekey",
            "authkey",
            "masterkey",
            "accountkey",
            "sharedkey",
            "encryptionkey",
            "signingkey",
            "licensekey",
            "presharedkey",
        ])
        || matches!(head, "psk" | "psks" | "accesskeyid")
    {
        return if head == "accesskeyid" { weak("KEY") } else { strong("KEY") };
    }
    match (before, head) {
        // A pair's public half has the same ends.
        ("private" | "key", "pem") | ("key", "openssh" | "pkcs8" | "data" | "material") if !has("public") => {
            return strong("PRIVATE_KEY");
        }
        ("connection", "string" | "strings") | ("conn", "str" | "string") => {
            return weak("CONNECTION_STRING");
        }
        ("secure", "string") => return strong("SECRET"),
        (
            "auth" | "otp" | "mfa" | "verification" | "recovery" | "backup" | "pass" | "time" | "alarm"
            | "access" | "door" | "activation" | "pairing" | "unlock" | "security",
            "code" | "codes",
        ) => {
            return strong("CODE");
        }
        ("authorization" | "device", "code") => return weak("CODE"),
        ("pass" | "seed" | "recovery" | "secret" | "mnemonic", "phrase" | "phrases" | "word" | "words") => {
            return strong("PASSWORD");
        }
        ("snmp", "ro" | "rw") => return strong("COMMUNITY"),
        ("recovery" | "security" | "secret", "answer") => return strong("PASSWORD"),
        // An attribute of WildFly's; in talk it says how something is sent.
        ("clear", "text") if name == "clear-text" => return strong("PASSWORD"),
        ("clear", "text") => return weak("PASSWORD"),
        ("key", "string") => return strong("KEY"),
        ("key", "base") => return strong("SECRET_KEY_BASE"),
        ("basic" | "docker", "auth") | ("auth", "string") => return weak("AUTH"),
        ("access", "id") => return None,
        _ => {}
    }
    match head {
        "connectionstring" | "connstr" | "dsn" => weak("CONNECTION_STRING"),
        "credential" | "credentials" | "cred" | "creds" | "htpasswd" | "authorization" | "userinfo" => {
            strong("CREDENTIALS")
        }
        "mnemonic" => strong("MNEMONIC"),
        "cookie" => strong("COOKIE"),
        "ident" if before == "auth" => weak("AUTH"),
        "auth" => weak("AUTH"),
        "pfx" | "pkcs12" => strong("PRIVATE_KEY"),
        _ if name.ends_with("_p12") => strong("PRIVATE_KEY"),
        "salt" | "seed" => strong("SEED"),
        "community" | "rocommunity" | "rwcommunity" => strong("COMMUNITY"),
        "skey" | "hmac" => strong("KEY"),
        "signer" => weak("KEY"),
        "simpin" | "cpin" | "hsmpin" | "userpin" | "cardpin" | "tokenpin" => strong("PASSWORD"),
        "session" if all.len() > 1 => weak("KEY"),
        "pepper" if all.len() > 1 => strong("SEED"),
        _ if suffix(&["schaltcode", "heitscode", "igungscode", "gangscode", "rungscode"]) => strong("CODE"),
        _ if suffix(&["salt"]) => strong("SEED"),
        _ if suffix(&["auth"]) && !KEPT.contains(&head) => weak("AUTH"),
        _ if suffix(&["psk"]) => strong("KEY"),
        _ if suffix(&["cookie"]) => strong("COOKIE"),
        _ if suffix(&["key"]) && !KEPT.contains(&head) => weak("KEY"),
        "signature" | "sig" => weak("SIGNATURE"),
        "license" => weak("LICENSE_KEY"),
        // `PASSWORD_ADMIN`, `TOKEN_GITHUB`: what it is for stands last.
        _ if all.len() > 1 && !KEPT.contains(&joined.as_str()) => {
            let says = |word: &String| {
                matches!(
                    word.as_str(),
                    "password" | "passwd" | "passphrase" | "secret" | "token" | "pwd" | "apikey"
                )
            };
            let pair = all.windows(2).any(|pair| {
                matches!(pair, [first, second] if second == "key"
                    && matches!(first.as_str(), "api" | "access" | "secret" | "private"))
            });
            if all.iter().any(says) || pair { weak("PASSWORD") } else { None }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_into_words() {
        for name in [
            "password",
            "dbPassword",
            "DBPASSWORD",
            "DB_PASSWORD_2",
            "MYSQL_ROOT_PASSWORD",
            "client_secret",
            "apiKey",
            "api-key",
            "aws_secret_access_key",
            "spring.datasource.password",
            "authToken",
            "X-Vault-Token",
            "пароль",
            "code_verifier",
            "codeVerifier",
            "X-JFrog-Art-Api",
        ] {
            assert_eq!(says(name).map(|said| said.strength), Some(Strength::Strong), "{name}");
        }
    }

    #[test]
    fn a_name_says_the_same_behind_whose_it_is() {
        for (name, kind) in [
            ("app.session_id", "SESSION"),
            ("X-Session-Id", "SESSION"),
            ("TF_VAR_session_id", "SESSION"),
            ("OP_SESSION_corp", "SESSION"),
            ("X-Ovh-Consumer", "API_KEY"),
            ("appkey", "KEY"),
            ("recovery_phrase", "PASSWORD"),
            ("pairing_code", "CODE"),
            ("cred", "CREDENTIALS"),
            ("sonar_login", "TOKEN"),
            ("adminPasswordOrKey", "KEY"),
            ("secretOrKey", "KEY"),
            ("encrypt.key", "KEY"),
            ("recovery_answer", "PASSWORD"),
            ("clear-text", "PASSWORD"),
            ("cookie_hash", "KEY"),
            ("activationkey", "KEY"),
            ("DBROOT", "PASSWORD"),
            ("community-name", "COMMUNITY"),
        ] {
            assert_eq!(says(name), strong(kind), "{name}");
        }
        for (name, kind) in [
            ("crypto_key", "KEY"),
            ("passkey", "KEY"),
            ("apiauth", "AUTH"),
            ("traefik.basic_auth", "AUTH"),
            ("TF_VAR_license", "LICENSE_KEY"),
            ("secret_hash", "HASH"),
            ("device_code", "CODE"),
        ] {
            assert_eq!(says(name), weak(kind), "{name}");
        }
    }

    #[test]
    fn what_only_tells_about_a_secret_is_kept() {
        for name in [
            "secret_name",
            "password_policy",
            "kms_key_id",
            "monkey",
            "keyboard",
            "public_key",
            "token_ttl",
            "secretKeyRef",
            "LLM_SECRET_NAME",
            "hash_key",
            "password_length",
            "key_vault_id",
            "max_tokens",
            "token_endpoint",
            "author",
            "bypass",
            "compass",
            "secret_suffix",
            "passenger",
            "token_sha256",
            "admin_api_key_sha256",
            "hashed_token",
            "code_challenge",
            "code_challenge_method",
            "RequestToken",
            "encryptedkey",
            "encrypted_data",
            "recovery_question",
            "psk_identity",
        ] {
            assert_eq!(says(name), None, "{name}");
        }
    }
}

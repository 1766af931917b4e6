//! Whether a name says that its value is secret: split into words, decided by the last one and its pairs.
//!
//! Source: facts/redaction.md 2.1 of this project (names seen in infrastructure text, and what users of other
//! scanners complain about: gitleaks issues 1578, 1587, 1606).

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

const fn strong(kind: &'static str) -> Option<Said> {
    Some(Said { strength: Strength::Strong, kind })
}

const fn weak(kind: &'static str) -> Option<Said> {
    Some(Said { strength: Strength::Weak, kind })
}

/// Parts of names worth a closer look, for the search over the text. Lower case.
pub(super) const STEMS: &[&str] = &[
    "pass",
    "pwd",
    "secret",
    "token",
    "key",
    "cred",
    "auth",
    "cookie",
    "jwt",
    "bearer",
    "dsn",
    "conn",
    "salt",
    "seed",
    "mnemonic",
    "otp",
    "license",
    "session",
    "signature",
    "webhook",
    "kubeconfig",
    "kube_config",
    "kube_admin",
    "user_data",
    "userdata",
    "custom_data",
    "customdata",
    "bootstrap",
    "_pw",
    "pw:",
    "pw=",
    "pw ",
    "psk",
    "community",
    "sas",
    "_pat",
    "pat=",
    "pat:",
    "pin\"",
    "pin:",
    "pin=",
    "pin ",
    "_pin",
    "pem",
    "pfx",
    "database_url",
    "databaseurl",
    "redis_url",
    "mongo",
    "amqp_url",
    "jdbc",
    "url\"",
    "assertion",
    "samlresponse",
    "sig=",
    "contrase",
    "senha",
    "motdepasse",
    "wachtwoord",
    "has\u{142}o",
    "ароль",
    "パスワード",
    "密码",
    "密碼",
    "비밀번호",
    "identified by",
    "requirepass",
    "masterauth",
    "external_id",
    "encrypt",
    "gossip",
    "bundle_",
    "_pepper",
    "sonar.login",
    "slack_signing",
    "authentication_string",
    "secure_environment",
    "secureenvironment",
    "rootpw",
    "bindpw",
    "value",
    "code=",
    "codes",
    "code:",
    "code\"",
    "radius",
    "wpa",
    "hmac",
    "userpwd",
    "private",
    "certificate_data",
    "protected_settings",
    "secure_string",
    "securestring",
    "pin>",
    "pin\n",
    "pin'",
    "pin`",
    "pat>",
    "pat\"",
    "pat'",
    "pat`",
    "-pat",
    "pat ",
    "pin|",
    "pin)",
    "pw>",
    "pw/",
    "pw\"",
    "identified with",
    "kennwort",
    "geheim",
    "losungswort",
    "mdp",
    "clave",
    "parola",
    "heslo",
    "jelsz",
    "salasana",
    "senord",
    "adgangskode",
    "sifre",
    "şifre",
    "jeton",
    "chave",
    "mot de passe",
    "люч",
    "окен",
    "екрет",
    "秘密",
    "令牌",
    "密钥",
    "口令",
    "トークン",
    "暗証番号",
    "암호",
    "토큰",
    "Şifre",
    "khẩu",
    "verification code",
    "one-time code",
    "schlüssel",
    "clé ",
    "clé:",
    "chiave",
    "klucz",
    "キー",
    "klíč",
    "nyckel",
    "anahtar",
    "paswd",
    "pasword",
    "psswd",
    "psw",
    "sid\"",
    "sig\"",
    "signer",
    "_p12",
    "puk",
    "パスフレーズ",
    "パスコード",
    "סיסמ",
    "المرور",
    "كلمة السر",
    "ผ่าน",
    "ωδικ",
    "पासवर्ड",
    "lozink",
    "geslo",
    "sandi",
    "키:",
    "segret",
    "sleutel",
    "schaltcode",
    "heitscode",
    "igungscode",
    "gangscode",
    "rungscode",
    "sid=",
];

/// Words that tell something about a thing, be it a secret's name that ends in one or a member of a secret object.
const ABOUT_ANYTHING: &[&str] = &[
    "name",
    "names",
    "arn",
    "arns",
    "id",
    "ids",
    "identifier",
    "path",
    "paths",
    "file",
    "filename",
    "files",
    "dir",
    "directory",
    "location",
    "url",
    "uri",
    "endpoint",
    "host",
    "hostname",
    "port",
    "version",
    "versions",
    "type",
    "types",
    "kind",
    "format",
    "algorithm",
    "alg",
    "size",
    "bits",
    "length",
    "len",
    "count",
    "policy",
    "ttl",
    "period",
    "age",
    "days",
    "expiry",
    "expires",
    "expiration",
    "lifetime",
    "duration",
    "timeout",
    "interval",
    "rotation",
    "schedule",
    "date",
    "time",
    "created",
    "updated",
    "enabled",
    "disabled",
    "required",
    "mode",
    "method",
    "provider",
    "issuer",
    "audience",
    "scope",
    "scopes",
    "role",
    "roles",
    "prefix",
    "suffix",
    "field",
    "label",
    "description",
    "comment",
    "title",
    "hint",
    "ref",
    "reference",
    "source",
    "backend",
    "mount",
    "namespace",
    "fingerprint",
    "thumbprint",
    "digest",
    "checksum",
    "etag",
    "accessor",
    "status",
    "index",
    "env",
    "region",
    "subject",
    "domain",
    "realm",
    "header",
    "alias",
    "tags",
    "tag",
    "schema",
    "count",
];

/// Last words that tell something about a secret, not the secret; so do those of [`ABOUT_ANYTHING`].
const ABOUT: &[&str] = &[
    "stage",
    "spec",
    "usage",
    "min",
    "max",
    "policies",
    "rule",
    "rules",
    "regex",
    "pattern",
    "expire",
    "in",
    "rotate",
    "rotated",
    "at",
    "reset",
    "allowed",
    "supported",
    "owner",
    "column",
    "attribute",
    "attributes",
    "prompt",
    "placeholder",
    "refs",
    "from",
    "selector",
    "store",
    "manager",
    "engine",
    "operator",
    "hash",
    "accessors",
    "state",
    "ordinal",
    "public",
    "stdin",
    "only",
    "encryption",
    "limit",
    "limits",
    "budget",
    "usage",
    "error",
    "errors",
    "message",
    "service",
    "server",
    "client",
    "group",
    "groups",
    "class",
    "generator",
    "resolver",
    "validator",
    "helper",
    "exists",
    "present",
    "set",
    "serial",
    "grant",
    "grants",
    "flow",
    "headers",
    "cache",
    "request",
    "response",
    "rotator",
    "aliases",
    "vault",
    "ring",
    "pair",
    "pairs",
    "word",
    "words",
    "board",
    "space",
    "stroke",
    "frame",
    "note",
    "notes",
    "usages",
    "ops",
    "vaults",
    "agreement",
    "ranges",
    "range",
    "element",
];

/// Names to keep whatever they hold, written without separators.
const KEPT: &[&str] = &[
    "secretname",
    "existingsecret",
    "secretkeyref",
    "secretref",
    "imagepullsecrets",
    "imagepullsecret",
    "secretsmanagerarn",
    "secretarn",
    "passwordpolicy",
    "passwordlength",
    "passwordencryption",
    "tokentype",
    "tokenttl",
    "tokenendpoint",
    "tokenurl",
    "tokenuri",
    "automountserviceaccounttoken",
    "managemasteruserpassword",
    "masterusersecretkmskeyid",
    "keyname",
    "keypair",
    "publickey",
    "publickeys",
    "partitionkey",
    "hashkey",
    "rangekey",
    "sortkey",
    "foreignkey",
    "projectkey",
    "keyboard",
    "keyword",
    "keywords",
    "keyspace",
    "keyring",
    "keyvault",
    "keyvaultid",
    "monkey",
    "donkey",
    "turkey",
    "hockey",
    "passenger",
    "passengers",
    "passive",
    "passthrough",
    "bypass",
    "compass",
    "author",
    "authors",
    "authority",
    "authorizedkeys",
    "authorizedkey",
    "certificateauthoritydata",
    "clientcertificatedata",
    "certificatedata",
    "tokenizer",
    "maxtokens",
    "totaltokens",
    "prompttokens",
    "completiontokens",
    "inputtokens",
    "outputtokens",
    "secretary",
    "idtoken:write",
    "secretsuffix",
    "passed",
    "passes",
    "passing",
    "authentication",
    "authorizer",
    "authorizers",
    "authenticated",
    "updatepassword",
    "changepassword",
    "resetpassword",
    "forgotpassword",
    "fromsecret",
    "withcredentials",
    "loadcredential",
    "loadcredentialencrypted",
    "importcredential",
    "secretstores",
    "clusterissuer",
    "issuerref",
    "keyspec",
    "keyusage",
    "keyfile",
    "sharedcredentialsfile",
    "sharedcredentialsfiles",
    "tokenservice",
    "privateip",
    "jockey",
    "whiskey",
    "whisky",
    "hotkey",
    "hotkeys",
    "shortkey",
    "passkey",
    "mickey",
    "privatednsname",
    "private",
    "privatesubnets",
    "privatesubnet",
    "privateendpoint",
    "connection",
    "connections",
    "connect",
    "connected",
    "passport",
    "values",
    "session",
    "sessions",
    "seeds",
    "conn",
    "unseal",
    "secretsmanager",
    "secretmanager",
    "codesignature",
    "keepalive",
    "kmskey",
    "kmskeys",
    "hostkey",
    "hostkeys",
    "sshhostkey",
    "idempotencykey",
    "cachekey",
    "routekey",
    "routingkeyname",
    "gpgkey",
    "pgpkey",
    "signingkeyid",
    "cryptokey",
    "cryptokeys",
    "cryptokeyversion",
    "objectkey",
    "s3key",
    "statekey",
    "pubkey",
    "sshpublickey",
    "publickeytoken",
    "tokenid",
    "tokenids",
    "secretversion",
    "tokenreview",
    "pk",
    "lockkey",
    "configkey",
    "configmapkeyref",
    "encryptionkeyarn",
    "key",
    "accesskeys",
    "basicauth",
    "noauth",
    "oauth",
    "oauth2",
    "encrypted",
    "encrypt",
    "socketkey",
    "locktoken",
    "fencingtoken",
    "issecret",
    "dkimsignature",
    "publishablekey",
    "encryptedsecret",
    "encryptedvalue",
    "cancellationtoken",
    "startingtoken",
    "paginationtoken",
    "nextcontinuationtoken",
    "continuationtoken",
    "nextpagetoken",
    "pagetoken",
    "nexttoken",
    "publishabletoken",
    "oldpwd",
];

const PASSWORD: &[&str] = &[
    "password",
    "passwords",
    "passwd",
    "passwort",
    "passphrase",
    "pass",
    "pwd",
    "pw",
    "passcode",
    "pin",
    "contraseña",
    "contrasena",
    "motdepasse",
    "senha",
    "wachtwoord",
    "hasło",
    "пароль",
    "パスワード",
    "密码",
    "密碼",
    "비밀번호",
    "requirepass",
    "masterauth",
    "userpwd",
    "mot",
    "userpass",
    "rootpass",
    "adminpass",
    "dbpass",
    "sslpassword",
    "pgpassword",
    "kennwort",
    "losungswort",
    "mdp",
    "clave",
    "parola",
    "passord",
    "heslo",
    "jelszo",
    "jelszó",
    "salasana",
    "losenord",
    "lösenord",
    "adgangskode",
    "sifre",
    "şifre",
    "口令",
    "暗証番号",
    "암호",
    "passe",
    "khẩu",
    "paswd",
    "pasword",
    "psswd",
    "passwrd",
    "psw",
    "puk",
    "パスフレーズ",
    "パスコード",
    "סיסמה",
    "סיסמא",
    "المرور",
    "كلمة السر",
    "รหัสผ่าน",
    "κωδικός",
    "κωδικό",
    "पासवर्ड",
    "lozinka",
    "geslo",
    "sandi",
];
const TOKEN: &[&str] = &[
    "token",
    "tokens",
    "jwt",
    "bearer",
    "pat",
    "sas",
    "sastoken",
    "authtok",
    "csrf",
    "xsrf",
    "authtoken",
    "accesstoken",
    "refreshtoken",
    "idtoken",
    "assertion",
    "samlresponse",
    "sessiontoken",
    "otp",
    "totp",
    "jeton",
    "токен",
    "令牌",
    "トークン",
    "토큰",
];
const SECRET: &[&str] = &["secret", "secrets", "segreto", "geheimnis", "секрет", "秘密", "密钥"];
/// What makes a `key` secret, standing before it.
const KEY_PAIRS: &[&str] = &[
    "api",
    "access",
    "secret",
    "private",
    "auth",
    "account",
    "shared",
    "storage",
    "master",
    "encryption",
    "signing",
    "service",
    "license",
    "subscription",
    "function",
    "hmac",
    "team",
    "agent",
    "topic",
    "hec",
    "collector",
    "aes",
    "fernet",
    "field",
    "bot",
    "developer",
    "portal",
    "enc",
    "cipher",
    "symmetric",
    "hashing",
    "jws",
    "jwe",
    "otp",
    "transit",
    "seal",
    "client",
    "deploy",
    "join",
    "unseal",
    "recovery",
    "root",
    "app",
    "application",
    "admin",
    "consumer",
    "integration",
    "ingest",
    "ingestion",
    "customer",
    "session",
    "jwt",
    "cookie",
    "ssh",
    "rsa",
    "readonly",
    "crypt",
    "decryption",
    "validation",
    "webhook",
    "write",
    "gossip",
    "event",
    "authentication",
    "sas",
    "live",
    "tls",
    "ssl",
    "registration",
    "preshared",
    "wireguard",
    "vpn",
    "pre",
    "operator",
    "secretaccess",
    "tacacs",
    "wep",
    "sec",
    "radius",
    "snmp",
    "ospf",
    "bgp",
    "isakmp",
    "csrf",
    "ec",
    "user",
    "routing",
    "project",
    "server",
    "base",
    "dd",
    "datadog",
];

fn words(name: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut word = String::new();
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
        word.extend(c.to_lowercase());
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

/// Other languages' words for a key. A door's key is one, too: only a drawn value makes it a secret.
pub(super) fn is_foreign_key(name: &str) -> bool {
    let lower = name.to_lowercase();
    [
        "schlüssel",
        "clé",
        "chiave",
        "ключ",
        "キー",
        "klucz",
        "klíč",
        "nyckel",
        "anahtar",
        "clave",
        "llave",
        "chave",
        "키",
        "ключа",
    ]
    .iter()
    .any(|word| lower.ends_with(word))
}

/// Whether a name means many secrets, each under a key of its own: `credentials`, `tokens_by_env`, `db_passwords`.
pub(super) fn is_collection(name: &str) -> bool {
    words(name).iter().any(|word| {
        matches!(
            word.as_str(),
            "passwords"
                | "secrets"
                | "tokens"
                | "creds"
                | "credentials"
                | "apikeys"
                | "passphrases"
                | "variables"
        ) || word == "keys" && says(name).is_some_and(|said| said.strength == Strength::Strong)
    })
}

/// Members of a secret object that are none by their own name: `username`, `host`, `expires`. Words that may as well
/// be somebody's key (`client`, `server`, `cache`) are not among them. Those of [`ABOUT_ANYTHING`] are.
const PUBLIC_MEMBERS: &[&str] = &[
    "username",
    "user",
    "login",
    "database",
    "dbname",
    "db",
    "ca",
    "cert",
    "certificate",
    "crt",
    "email",
    "account",
    "address",
    "driver",
    "retries",
    "replicas",
    "display",
    "external",
    "sha",
    "sha1",
    "sha256",
    "md5",
    "commit",
    "revision",
    "annotations",
    "labels",
];

/// Whether a member of a secret object is none by its own name.
pub(super) fn is_public_member(name: &str) -> bool {
    words(name).last().is_some_and(|last| {
        ABOUT_ANYTHING.contains(&last.as_str()) || PUBLIC_MEMBERS.contains(&last.as_str())
    })
}

/// Whether an entry of a secret whose values are all secret is known to be none.
pub(super) fn is_public_entry(name: &str) -> bool {
    matches!(
        name.to_ascii_lowercase().as_str(),
        "username"
            | "user"
            | "host"
            | "hostname"
            | "port"
            | "database"
            | "dbname"
            | "db"
            | "ca.crt"
            | "tls.crt"
            | "namespace"
            | "ca"
            | "cert"
            | "certificate"
            | "engine"
            | "region"
            | "email"
            | "name"
            | "type"
            | "service-ca.crt"
            | "ca.pem"
            | "client_id"
            | "client-id"
            | "token-id"
            | "tenant-id"
            | "tenant_id"
            | "subscription_id"
            | "project_id"
            | "clientid"
            | "token_type"
            | "grant_type"
            | "auth_url"
            | "token_url"
            | "scope"
            | "scopes"
    )
}

/// Whether a name, written without separators, is kept whatever it holds.
pub(super) fn is_kept(joined: &str) -> bool {
    KEPT.contains(&joined)
}

/// What a name says of its value.
pub(super) fn says(name: &str) -> Option<Said> {
    if name.len() > 160 {
        return None;
    }
    if matches!(name, "keys_base64" | "recovery_keys_base64" | "unseal_keys_base64") {
        return strong("UNSEAL_KEY");
    }
    let mut all = words(name);
    // `tokens_by_env`, `password_per_user`: what is kept by another thing is still what it is.
    if let Some(by) = all.iter().position(|word| matches!(word.as_str(), "by" | "per"))
        && by > 0
    {
        all.truncate(by);
    }
    while all.len() > 1 && all.last().is_some_and(|word| matches!(word.as_str(), "map" | "list" | "dict")) {
        all.pop();
    }
    // `password2`, `PASSWORD_2`, `key 1`.
    while all.len() > 1 && all.last().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit())) {
        all.pop();
    }
    if all.last().is_some_and(|word| {
        word == "wo"
            || word == "b64"
            || word == "base64"
            || word == "plain"
            || word == "plaintext"
            || word == "raw"
            || word == "value"
            || word == "encoded"
            || word == "override"
            || word == "old"
            || word == "new"
            || word == "current"
            || word == "previous"
            || word == "prod"
            || word == "dev"
            || word == "staging"
            || word == "test"
            || word == "live"
            || word == "sandbox"
            || word == "default"
            || word == "input"
            || word == "backup"
            || word == "primary"
            || word == "secondary"
    }) && all.len() > 1
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
    let head = head.as_str();
    let has = |word: &str| all.iter().any(|one| one == word);
    // `password_hash`, `password_sha256_hex`: a hash lets its password be guessed; only the value tells.
    if all.iter().any(|word| matches!(word.as_str(), "password" | "passwd" | "pwd" | "pass"))
        && (matches!(head, "hash" | "hex" | "digest" | "bcrypt" | "sha" | "ntlm" | "md")
            || all.last().is_some_and(|word| matches!(word.as_str(), "sha256" | "sha512" | "sha1" | "md5")))
        || joined == "authenticationstring"
    {
        return weak("HASH");
    }
    if has("tf") && has("token") && all.first().is_some_and(|word| word == "tf") {
        return strong("TOKEN");
    }
    if before == "secret" && head == "id" {
        return weak("SECRET_ID");
    }
    if has("community") && head == "string" {
        return strong("COMMUNITY");
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
        "slacksigning" => return weak("TOKEN"),
        "secureenvironmentvariables" | "secureenvironment" | "secretvariables" | "secretenvironment" => {
            return strong("SECRET");
        }
        "vaultdevroottokenid" | "roottokenid" => return strong("TOKEN"),
        _ if joined.ends_with("roottokenid") => return strong("TOKEN"),
        "redisauth" | "keydbauth" | "valkeyauth" => return strong("PASSWORD"),
        _ if head == "login" && before.ends_with("sonar") => return weak("TOKEN"),
        // Bundler names a host, with a pair of user and password: `BUNDLE_GEMS__CORP__NET`.
        _ if name.starts_with("BUNDLE_") && name.contains("__") => return weak("AUTH"),
        "authinfo" | "auth" | "httpauth" => return weak("AUTH"),
        "userdata" | "userdatabase64" | "customdata" | "kubeconfig" | "kubeconfigraw" | "kubeadminconfig"
        | "kubeadminconfigraw" | "protectedsettings" => {
            return weak("USER_DATA");
        }
        "databaseurl" | "redisurl" | "amqpurl" | "jdbcurl" | "mongourl" | "mongodburi" | "mongouri"
        | "webhookurl" | "sasurl" | "databaseuri" | "slackwebhookurl" => return weak("URL"),
        "key" | "keys" | "value" | "code" | "sig" | "signature" | "session" | "seed" | "salt" | "license"
        | "community" | "encrypt" | "bootstrap" | "privatekeyid" | "nonce" => {
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
        // WordPress.
        "noncekey" | "noncesalt" => return strong("KEY"),
        "sessionid" | "phpsessid" | "jsessionid" | "sessionkey" | "gitlabsession" | "aspxauth" => {
            return strong("SESSION");
        }
        _ => {}
    }
    if KEPT.contains(&joined.as_str())
        || (all.len() > 1 && KEPT.contains(&format!("{before}{head}").as_str()))
    {
        return None;
    }
    if is_about(head) && all.len() > 1 {
        // Not only Amazon gives out access keys.
        return if joined.ends_with("accesskeyid") { weak("KEY") } else { None };
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
    if PASSWORD.iter().any(|word| !word.is_ascii() && name.to_lowercase().contains(word)) {
        return strong("PASSWORD");
    }
    let foreign = |of: &[&str]| of.iter().any(|word| !word.is_ascii() && name.to_lowercase().contains(word));
    if SECRET.contains(&head) || suffix(&["secret"]) || foreign(SECRET) {
        return strong(if has("client") { "CLIENT_SECRET" } else { "SECRET" });
    }
    if matches!(head, "string" | "binary" | "data" | "text") && before == "secret"
        || joined.ends_with("secretstring")
        || joined.ends_with("secretbinary")
    {
        return strong("SECRET");
    }
    if TOKEN.contains(&head) || suffix(&["token"]) || foreign(TOKEN) {
        return strong("TOKEN");
    }
    if head == "key" || head == "keys" {
        return if KEY_PAIRS.contains(&before) {
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
    if suffix(&[
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
    ]) || head == "apikey"
        || head == "accesskey"
        || head == "secretkey"
        || head == "privatekey"
        || head == "presharedkey"
        || head == "accountkey"
        || head == "sharedaccesskey"
        || head == "psk"
        || head == "accesskeyid"
    {
        return if head == "accesskeyid" { weak("KEY") } else { strong("KEY") };
    }
    match (before, head) {
        ("private" | "key", "pem") | ("key", "openssh" | "pkcs8" | "data" | "material") => {
            return strong("PRIVATE_KEY");
        }
        ("connection", "string" | "strings") | ("conn", "str" | "string") => {
            return weak("CONNECTION_STRING");
        }
        ("secure", "string") => return strong("SECRET"),
        (
            "auth" | "otp" | "mfa" | "verification" | "recovery" | "backup" | "pass" | "time",
            "code" | "codes",
        ) => {
            return strong("CODE");
        }
        ("pass" | "seed" | "recovery" | "secret", "phrase" | "phrases" | "word" | "words") => {
            return strong("PASSWORD");
        }
        ("key", "string") => return strong("KEY"),
        ("key", "base") => return strong("SECRET_KEY_BASE"),
        ("basic" | "docker", "auth") => return weak("AUTH"),
        ("access", "id") => return None,
        _ => {}
    }
    match head {
        "connectionstring" | "connstr" | "dsn" => weak("CONNECTION_STRING"),
        "credential" | "credentials" | "creds" | "htpasswd" | "authorization" | "userinfo" => {
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
        "simpin" | "hsmpin" | "userpin" | "cardpin" | "tokenpin" => strong("PASSWORD"),
        "session" if all.len() > 1 => weak("KEY"),
        "pepper" if all.len() > 1 => strong("SEED"),
        _ if suffix(&["schaltcode", "heitscode", "igungscode", "gangscode", "rungscode"]) => strong("CODE"),
        _ if suffix(&["salt"]) => strong("SEED"),
        _ if suffix(&["psk"]) => strong("KEY"),
        _ if suffix(&["cookie"]) => strong("COOKIE"),
        _ if suffix(&["key"]) && !KEPT.contains(&head) => weak("KEY"),
        "signature" | "sig" => weak("SIGNATURE"),
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
        ] {
            assert_eq!(says(name).map(|said| said.strength), Some(Strength::Strong), "{name}");
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
        ] {
            assert_eq!(says(name), None, "{name}");
        }
    }
}

//! Names that sound secret and are not.

use super::words::ABOUT_ANYTHING;
use super::{Strength, says, words};

/// Names to keep whatever they hold, written without separators.
pub(super) const KEPT: &[&str] = &[
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
    "parameterkey",
    "keypair",
    "publickey",
    "sitekey",
    "publickeys",
    "dedupkey",
    "partitionkey",
    "hashkey",
    "rangekey",
    "sortkey",
    "foreignkey",
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
    "cryptokeys",
    "cryptokeyversion",
    "objectkey",
    "s3key",
    "statekey",
    "pubkey",
    "nodekey",
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
    "encryptedkey",
    "encrypteddata",
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
    "clientrequesttoken",
    "publishabletoken",
    "oldpwd",
    "wrongpass",
    "nopass",
    "nopasswd",
    // What a certificate is held against.
    "capin",
    "certpin",
];

/// Other languages' words for a key. A door's key is one, too: only a drawn value makes it a secret.
pub(in crate::detect) fn is_foreign_key(name: &str) -> bool {
    let lower = crate::text::lower(name);
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
pub(in crate::detect) fn is_collection(name: &str) -> bool {
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
                | "passwds"
                | "pwds"
                | "passcodes"
                | "psks"
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
    "public",
    "uuid",
    "sha",
    "sha1",
    "sha256",
    "md5",
    "commit",
    "revision",
    "annotations",
    "labels",
    "environment",
    "zone",
];

/// Whether a member of a secret object is none by its own name.
pub(in crate::detect) fn is_public_member(name: &str) -> bool {
    // Chef's `"api_token": {"encrypted_data": "x"}`
    name == "encrypted_data"
        || words(name).last().is_some_and(|last| {
            ABOUT_ANYTHING.contains(&last.as_str()) || PUBLIC_MEMBERS.contains(&last.as_str())
        })
}

/// Whether an entry of a secret whose values are all secret is known to be none.
pub(in crate::detect) fn is_public_entry(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    // `wireguard_public`
    name.ends_with("_public")
        || matches!(
            name.as_str(),
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
                | "stage"
                | "ca"
                | "cert"
                | "certificate"
                | "engine"
                | "region"
                | "endpoint"
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
pub(in crate::detect) fn is_kept(joined: &str) -> bool {
    KEPT.contains(&joined)
}

//! What stands under a telling name and is no secret: where one is kept, what one is called, code, counts, what is
//! public by design.

use super::code::is_code;
use super::errors::is_told;
use super::objects;
use crate::detect::Finder;
use crate::detect::names::{self, Said, Strength};
use crate::detect::values::{self, Value};
use crate::text::holds;

/// A value under a telling name.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    finder: &'a Finder<'a>,
    name: &'a str,
    /// The name without the dashes of an option.
    own: &'a str,
    said: Said,
    value: Value,
    body: &'a str,
    /// The value without what a list puts behind it.
    bare: &'a str,
}

impl<'a> Case<'a> {
    pub(super) fn of(finder: &'a Finder<'a>, name: &'a str, said: Said, value: Value) -> Self {
        let body = finder.text.get(value.start..value.end).unwrap_or("");
        let bare = body.trim().trim_end_matches([',', ';']);
        Self { finder, name, own: name.trim_start_matches('-'), said, value, body, bare }
    }

    /// Whether it is no secret, whatever it refers to.
    pub(super) fn is_of_another_sort(&self) -> bool {
        self.is_of_usage()
            || self.is_key_of_store()
            || self.is_of_document()
            || self.is_member_or_time()
            || self.is_list_of_names()
    }

    /// Whether it says where something is, or is public by its form.
    pub(super) fn is_address(&self) -> bool {
        self.is_told_in_parts() || self.is_url_or_public()
    }

    /// Whether it is code, a name, a count, or what else stands where a literal could.
    pub(super) fn is_else(&self) -> bool {
        self.is_no_literal()
            || self.names_a_place()
            || self.names_a_secret()
            || self.is_begun()
            || self.is_type_or_public()
            || self.is_count()
            || self.is_of_test()
            || self.is_file()
    }

    /// Usage texts, and the shell's own directory.
    fn is_of_usage(&self) -> bool {
        let Self { name, own, body, .. } = *self;
        // The shell's own directory.
        if matches!(name, "PWD" | "pwd" | "cwd") && body.starts_with('/') {
            return true;
        }
        // `--token TOKEN` of a usage text.
        if body.bytes().all(|byte| byte.is_ascii_uppercase())
            && own.len() >= body.len()
            && own.get(own.len() - body.len()..).is_some_and(|tail| tail.eq_ignore_ascii_case(body))
        {
            return true;
        }
        false
    }

    /// Keys of stores and caches, and where code is.
    fn is_key_of_store(&self) -> bool {
        let Self { name, said, body, .. } = *self;
        if said.strength == Strength::Weak {
            // DynamoDB's `--key '{"LockID":{"S":"..."}}'`: which item it is.
            if body.starts_with(['{', '[']) && name.trim_start_matches('-').eq_ignore_ascii_case("key") {
                return true;
            }
            // `Linux-node-20-4f9c...`: a cache's key ends in the digest of what it holds.
            if body.rsplit_once('-').is_some_and(|(head, tail)| {
                tail.len() >= 16
                    && tail.bytes().all(|byte| byte.is_ascii_hexdigit())
                    && head.bytes().any(|byte| byte.is_ascii_alphabetic())
            }) {
                return true;
            }
            // `PASSWORD_HASHERS = ["django.contrib.auth.hashers.X"]`: where code is.
            if body.split('.').count() >= 3
                && body.split('.').all(|part| {
                    part.starts_with(|c: char| c.is_ascii_alphabetic())
                        && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
                })
                && body.split('.').filter(|part| part.bytes().all(|byte| byte.is_ascii_lowercase())).count()
                    >= 2
            {
                return true;
            }
        }
        false
    }

    /// Digests of charts, and words of tables.
    fn is_of_document(&self) -> bool {
        let Self { finder, said, value, body, .. } = *self;
        if said.strength == Strength::Weak {
            return false;
        }
        let line = values::line_near(finder.bytes, value.start, 80);
        // Helm's `checksum/secret: ...`: when to start anew.
        if values::is_digest(body)
            && finder
                .bytes
                .get(line..value.start)
                .is_some_and(|head| crate::text::find_bytes(head, b"checksum/").is_some())
        {
            return true;
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
            return true;
        }
        false
    }

    /// Words of settings, members with names of their own, times.
    fn is_member_or_time(&self) -> bool {
        let Self { said, value, body, .. } = *self;
        // `community x authorization ro`: a word of a setting.
        if said.kind == "AUTHORIZATION" && !value.quoted && body.len() < 6 {
            return true;
        }
        // BGP's communities, which say how far a route is told.
        if said.kind == "COMMUNITY"
            && matches!(body, "no-export" | "no-advertise" | "local-as" | "internet" | "additive")
        {
            return true;
        }
        // `htpasswd: path=/etc/pw name=ops password=x`: members with names of their own.
        let is_member = |word: &str| {
            word.split_once('=').is_some_and(|(name, _)| {
                name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
            })
        };
        if !value.quoted && body.contains(' ') && body.trim().split(' ').all(is_member) {
            return true;
        }
        // `-method=userpass username=ops`: the next word has a name of its own.
        if !value.quoted
            && ["username=", "user=", "role=", "source=", "src=", "id="]
                .iter()
                .any(|name| body.starts_with(name))
        {
            return true;
        }
        // `"PasswordLastUsed": "2026-11-01T10:00:00Z"`
        if is_time(body) {
            return true;
        }
        false
    }

    /// What secrets are called.
    fn is_list_of_names(&self) -> bool {
        let Self { own, said, value, body, .. } = *self;
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
            return true;
        }
        false
    }

    /// What is read in parts: signed links, scopes of keys.
    fn is_told_in_parts(&self) -> bool {
        let Self { said, body, .. } = *self;
        // A shared access signature: only `sig` gives access, the rest is diagnosis. A shell ends it at its `&`.
        if ["?sv=20", "sv=20"].iter().any(|head| body.starts_with(head))
            || holds(body, "sig=") && (holds(body, "sv=") || holds(body, "se="))
            || holds(body, "X-Amz-Signature=")
        {
            return true;
        }
        // `Credential=AKIA.../20260101/region/...`: the key id is found by its form, the scope stays.
        if said.kind == "CREDENTIALS"
            && body.starts_with('A')
            && (holds(body, "/aws4_request") || holds(body, "%2Faws4_request"))
        {
            return true;
        }
        false
    }

    /// Addresses, and keys that anybody may see.
    fn is_url_or_public(&self) -> bool {
        let Self { said, body, bare, .. } = *self;
        // A URL is read for its userinfo and query by itself.
        if holds(bare, "://")
            && (said.strength == Strength::Weak
                || said.kind == "URL"
                || said.kind == "TOKEN"
                || !bare.contains('@'))
            && !bare.starts_with("otpauth")
            // 1Password's address has a vault and an item.
            && bare.strip_prefix("op://").is_none_or(|place| place.contains('/'))
        {
            return true;
        }
        if body.starts_with("arn:aws")
            || body.starts_with("ssh-rsa ")
            || holds(body, "ssh-rsa AAAA")
            || holds(body, "ssh-ed25519 AAAA")
            || body.starts_with("ssh-ed25519 ")
            || body.starts_with("ecdsa-sha2")
            || body.starts_with("-----BEGIN CERT")
            || body.starts_with("-----BEGIN PUBLIC")
            // The same without its type.
            || body.starts_with("AAAAC3NzaC1lZDI1NTE5")
            || body.starts_with("AAAAB3NzaC1yc2E")
            || body.starts_with("AAAAE2VjZHNhLXNoYTIt")
            || body.starts_with("age1")
        {
            return true;
        }
        false
    }

    /// Code, what a command says, and words of an error.
    fn is_no_literal(&self) -> bool {
        let Self { finder, own, said, value, body, .. } = *self;
        if is_code(body, value.quoted) {
            return true;
        }
        // "the token is expired, request id: f776ea30-...": which request it was.
        if values::is_uuid(body)
            && finder.bytes.get(value.start.saturating_sub(12)..value.start).is_some_and(|head| {
                let head = head.to_ascii_lowercase();
                [&b"request id: "[..], b"requestid: ", b"request-id: "]
                    .iter()
                    .any(|name| head.ends_with(name))
            })
        {
            return true;
        }
        // "Failed to authenticate: Error from server: bad credentials": nobody's phrase.
        if value.quoted
            && ["Failed to ", "Unable to ", "Could not ", "Cannot "].iter().any(|head| body.starts_with(head))
            && body.contains(": ")
            && body.split(' ').count() >= 5
        {
            return true;
        }
        // GitHub's `.../secrets/public-key` answers with a number and a key that anybody may see.
        if own == "key"
            && said.strength == Strength::Weak
            && value.quoted
            && finder.bytes.get(value.start.saturating_sub(160)..value.start).is_some_and(|head| {
                crate::text::find_bytes(head, b"/public-key").is_some()
                    && crate::text::find_bytes(head, b"\"key_id\"").is_some()
            })
        {
            return true;
        }
        // KEY=`etcdctl get /x`: what a command says.
        let head = finder.bytes.get(value.start.saturating_sub(2)..value.start);
        let code = value.quoted && head.is_some_and(|head| head.ends_with(b"`"));
        // In a sentence a path may begin a phrase.
        let begins = |body: &str| {
            body.split(' ').next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_lowercase()))
        };
        if code
            && (head == Some(b"=`") && body.contains(" /")
                || values::is_command(body) && (head == Some(b"=`") || begins(body)))
        {
            return true;
        }
        // "`api_key` is set in `config.py:21`": where it stands.
        if code
            && body.rsplit_once(':').is_some_and(|(file, line)| {
                !line.is_empty()
                    && line.bytes().all(|byte| byte.is_ascii_digit())
                    && file.rsplit_once('.').is_some_and(|(_, end)| {
                        (1..=4).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_lowercase())
                    })
            })
        {
            return true;
        }
        // `$password = aws ecr get-login-password --region x` of PowerShell.
        if !value.quoted && body.contains(" --") && values::is_command(body) {
            return true;
        }
        if values::is_type(body) {
            return true;
        }
        // `secret=sha256:9f86d0...`: a digest that says so. What people choose is guessed from one.
        let digest = ["sha256:", "sha512:", "sha1:"].iter().find_map(|head| body.strip_prefix(head));
        if said.kind != "PASSWORD"
            && digest.is_some_and(|hex| hex.len() >= 32 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
        {
            return true;
        }
        // .NET's `<add key="NAME" value="x"/>`
        if own == "key"
            && value.quoted
            && finder.bytes.get(value.after..).is_some_and(|rest| rest.starts_with(b" value="))
        {
            return true;
        }
        if !value.quoted && is_told(finder, said, value) {
            return true;
        }
        false
    }

    /// Where a secret is kept.
    fn names_a_place(&self) -> bool {
        let Self { said, value, bare, .. } = *self;
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
            return true;
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
            return true;
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
            return true;
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
            return true;
        }
        // `com.example.app.accessToken`: where a keychain keeps it.
        let mut labels = bare.split('.');
        if bare.matches('.').count() >= 2
            && labels.next().is_some_and(|first| {
                matches!(first, "com" | "io" | "org" | "net" | "dev" | "app" | "de" | "co")
            })
            && bare.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'.' | b'-' | b'_'))
            && labels
                .all(|label| !label.is_empty() && !values::is_drawn(label) || names::says(label).is_some())
            && bare.rsplit('.').next().is_some_and(|last| names::says(last).is_some())
        {
            return true;
        }
        if bare.len() < 80
            && place.matches('/').count() > usize::from(!bare.contains('@'))
            && place.rsplit('/').next().is_some_and(|last| names::says(last).is_some())
            && bare.bytes().all(|byte| {
                byte.is_ascii_lowercase()
                    || byte.is_ascii_digit()
                    || matches!(byte, b'/' | b'-' | b'_' | b'@')
            })
        {
            return true;
        }
        false
    }

    /// What a secret is called.
    fn names_a_secret(&self) -> bool {
        let Self { finder, own, said, value, bare, .. } = *self;
        if objects::is_object(finder, said, value, bare)
            || objects::is_called_alike(own, said, bare)
            || objects::is_file_name(said, bare)
            || is_route(own, bare)
        {
            return true;
        }
        // `secret: "password"` has a poor value; `secretKey: "password"` tells where to look.
        let bare_word = bare.bytes().all(|byte| byte.is_ascii_lowercase())
            && !matches!(bare, "secrets" | "tokens" | "passwords" | "credentials")
            && (value.quoted
                || own.contains(['_', '.', '-'])
                || own.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
                || matches!(own, "psk" | "secret"))
            && !own.eq_ignore_ascii_case("secretkey");
        if is_name_of_secret(said, bare) && !bare_word
            || bare == "key" && own.eq_ignore_ascii_case("secretkey")
        {
            return true;
        }
        // `secretKey: DB_PASSWORD`, `auth_token=TWILIO_AUTH_TOKEN`: what a variable is called. A password may be poor.
        let variable = !value.quoted
            && said.kind != "PASSWORD"
            && bare.contains('_')
            && ["PASSWORD", "TOKEN", "SECRET", "_KEY"].iter().any(|end| bare.ends_with(end))
            && bare.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
            && names::says(bare).is_some_and(|inner| inner.strength == Strength::Strong);
        if variable {
            return true;
        }
        // `SESSION_COOKIE=shop_session`: what the cookie is called.
        if said.kind == "COOKIE"
            && bare.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'))
            && bare.rsplit(['_', '-']).next().is_some_and(|last| matches!(last, "session" | "cookie" | "sid"))
        {
            return true;
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
            return true;
        }
        false
    }

    /// The beginning of what is put together, and what SQL names.
    fn is_begun(&self) -> bool {
        let Self { finder, name, value, body, .. } = *self;
        // `"password = "`: the beginning of what a program puts together.
        if body.trim_end().strip_suffix(['=', ':']).is_some_and(|head| {
            let head = head.trim();
            head.len() < 32
                && head.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'))
                && names::says(head).is_some()
        }) {
            return true;
        }
        // `WITH (CREDENTIAL = stage_login)`: SQL names one.
        if name == "CREDENTIAL"
            && !value.quoted
            && finder.bytes.get(value.start.wrapping_sub(1)) == Some(&b' ')
        {
            return true;
        }
        // `"application:" + key`: the beginning of what is put together.
        if value.quoted
            && body.ends_with(':')
            && finder.bytes.get(value.after..value.after + 2) == Some(b" +")
        {
            return true;
        }
        false
    }

    /// Types of columns, keys that are public by design, what is sealed for its cluster.
    fn is_type_or_public(&self) -> bool {
        let Self { finder, name, said, value, bare, .. } = *self;
        // A column's type, and keys that are public by design.
        let lower_bare = bare.get(..bare.len().min(20)).unwrap_or("").to_ascii_lowercase();
        if values::begins_with(&lower_bare, &["varchar(", "nvarchar(", "char(", "varchar2(", "binary("])
            || said.strength == Strength::Weak
                && (["pk_live_", "pk_test_", "pk.", "phc_"].iter().any(|head| bare.starts_with(head))
                    || ["NEXT_PUBLIC_", "EXPO_PUBLIC_", "NUXT_PUBLIC_"]
                        .iter()
                        .any(|head| name.starts_with(head)))
        {
            return true;
        }
        // A sealed secret is encrypted for its cluster.
        if bare.starts_with("Ag") && bare.len() >= 24 {
            let mut from = value.start.saturating_sub(3000);
            while !finder.text.is_char_boundary(from) {
                from += 1;
            }
            if finder.text.get(from..value.start).is_some_and(|before| before.contains("encryptedData:")) {
                return true;
            }
        }
        // "using RSA key 34365D9472D7468F": the number of a key, which is public.
        if said.kind == "KEY"
            && (name.len() <= 7
                || name == "password"
                || name.eq_ignore_ascii_case("signingkey")
                || said.strength == Strength::Weak)
            && matches!(bare.len(), 16 | 40)
            && bare.bytes().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte))
        {
            return true;
        }
        false
    }

    /// Counts, numbers, objects of SNMP, states.
    fn is_count(&self) -> bool {
        let Self { own, said, value, bare, .. } = *self;
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
            return true;
        }
        // "The user name or password is incorrect. (HRESULT 0x8007052E)": what Windows calls an error.
        if bare.strip_prefix("0x8").is_some_and(|code| {
            code.len() == 7 && code.bytes().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte))
        }) {
            return true;
        }
        // `-X privPass34 10.0.0.1 sysUpTime.0`: what SNMP is asked for.
        if bare.strip_suffix(".0").is_some_and(|object| {
            object.starts_with(|c: char| c.is_ascii_lowercase())
                && object.bytes().all(|byte| byte.is_ascii_alphabetic())
        }) {
            return true;
        }
        // "Token: expired."
        if !value.quoted && bare.strip_suffix('.').is_some_and(values::is_never_secret) {
            return true;
        }
        // `initial_token: -9223372036854775808`: a place on Cassandra's ring.
        if said.kind == "TOKEN"
            && bare
                .strip_prefix('-')
                .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
        {
            return true;
        }
        // `mnemonic = "KCGen"` of a rule or an assembler: a seed has many words.
        if said.kind == "MNEMONIC" && bare.len() < 20 && bare.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return true;
        }
        let digits_only = bare.bytes().all(|byte| byte.is_ascii_digit());
        let least = match said.kind {
            // `dbpass=123`; `pass: 41` counts tests, `password_length: 123` signs.
            "PASSWORD" if ["password", "dbpass", "passwd", "pwd"].iter().any(|end| own.ends_with(end)) => 3,
            "PASSWORD" | "COMMUNITY" | "CODE" => 4,
            // `secretKey: 000000`
            "SECRET_KEY" => 6,
            _ if is_of_password(said) => 4,
            // Clouds number the keys that they know.
            "KEY" if own.starts_with("ssh_") => 9,
            _ if said.strength == Strength::Strong && value.quoted => 6,
            _ => 7,
        };
        if digits_only && bare.len() < least {
            return true;
        }
        false
    }

    /// What a test's run says.
    fn is_of_test(&self) -> bool {
        let Self { name, own, value, bare, .. } = *self;
        // `--- PASS: TestRefresh`, `PASS src/auth.test.ts`: what a test's run says.
        if name == "PASS"
            && !value.quoted
            && (bare.starts_with("Test")
                || bare.contains('/') && bare.contains('.') && !bare.contains(['!', '@']))
        {
            return true;
        }
        // `pass: 41, fail: 2`: how many tests passed.
        if own.eq_ignore_ascii_case("pass")
            && !value.quoted
            && bare
                .split_once([',', ' '])
                .is_some_and(|(count, _)| count.bytes().all(|byte| byte.is_ascii_digit()))
        {
            return true;
        }
        false
    }

    /// Files and folders.
    fn is_file(&self) -> bool {
        let Self { said, bare, .. } = *self;
        // `LoadCredential=dbpass:/etc/creds/dbpass`
        if said.kind != "PASSWORD"
            && bare.split_once(':').is_some_and(|(name, path)| {
                path.starts_with('/')
                    && is_path(path)
                    && name
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-' | b'.'))
            })
        {
            return true;
        }
        // `tls.key=certs/checkout.key`: a file beside the one that names it.
        if said.kind != "PASSWORD"
            && bare.contains('/')
            && [".key", ".pem", ".p12", ".pfx", ".jks"].iter().any(|end| bare.ends_with(end))
            && bare.bytes().all(|byte| {
                byte.is_ascii_lowercase()
                    || byte.is_ascii_digit()
                    || matches!(byte, b'/' | b'-' | b'_' | b'.')
            })
        {
            return true;
        }
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
        if is_path(bare)
            && (said.kind != "PASSWORD" || bare.starts_with("${") || values::begins_with(bare, &KNOWN_PLACES))
        {
            return true;
        }
        false
    }
}

/// Whether a name can only be that of something like a password.
pub(super) fn is_of_password(said: Said) -> bool {
    said.strength == Strength::Strong
        && matches!(
            said.kind,
            "PASSWORD" | "SECRET" | "CLIENT_SECRET" | "COMMUNITY" | "CREDENTIALS" | "SENSITIVE_VALUE"
        )
}

/// `2026-11-01T10:00:00Z` and what else begins so.
fn is_time(body: &str) -> bool {
    let shape: Vec<u8> =
        body.bytes().take(13).map(|byte| if byte.is_ascii_digit() { b'0' } else { byte }).collect();
    matches!(shape.as_slice(), b"0000-00-00T00" | b"0000-00-00 00")
}

/// `secretKey: postgres-password`: the value is the name of a secret, not one.
fn is_name_of_secret(said: Said, value: &str) -> bool {
    !matches!(said.kind, "PASSWORD" | "SENSITIVE_VALUE")
        && value.len() < 60
        && value.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '_' | '.'))
        // `super_secret_key`: nobody calls a secret so.
        && !value.split(['-', '_']).any(|word| matches!(word, "super" | "very"))
        && names::says(value).is_some_and(|inner| inner.strength == Strength::Strong && inner.kind != "SEED")
}

/// `routing_key: orders.created.v1`: how a broker's queues are bound; a service's is a digest.
fn is_route(own: &str, bare: &str) -> bool {
    let name: String = own.chars().filter(char::is_ascii_alphabetic).collect();
    name.to_ascii_lowercase().ends_with("routingkey")
        && bare.starts_with(|c: char| c.is_ascii_lowercase())
        && !values::is_digest(bare)
        && !values::is_tokenish(bare)
        && !values::is_drawn(bare)
        && bare.split(['.', '_', '-', '/']).all(|part| {
            matches!(part, "*" | "#")
                || part.bytes().all(|byte| byte.is_ascii_lowercase())
                || part
                    .strip_prefix('v')
                    .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        })
}

/// `DB_PASSWORD`, as a name of several words in capitals that says what it is.
pub(super) fn is_name_in_capitals(value: &str) -> bool {
    value.contains('_')
        && value.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
        && names::says(value).is_some_and(|said| said.strength == Strength::Strong)
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
    // Symfony's `%kernel.project_dir%/config/x.pem`.
    let value = match value.strip_prefix('%').and_then(|rest| rest.split_once('%')) {
        Some((name, rest))
            if rest.starts_with('/')
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'.')) =>
        {
            rest
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

#[cfg(test)]
mod tests {
    use super::is_path;
    use crate::detect::hidden;

    #[test]
    fn what_names_a_secret_in_passing_is_kept() {
        for text in [
            "Retrieve the initial admin password: `docker exec app cat /var/app/initialAdminPassword`.\n",
            "- create the secret: `docker secret create db_pass db_pass.txt`\n",
            "`gemini_api_key` configured but no code path: `config.py:21` sets it\n",
            "$registryPassword = aws ecr get-login-password --region eu-west-1\n",
            "  clk_pin: GPIO19\n  pin: D4\n",
            "    mnemonic = \"KCGen\",\n",
            "$token = $this->settings->mail_token;\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
        assert_eq!(hidden("password: `maple/88 --lagoon`\n"), ["maple/88 --lagoon"]);
        assert_eq!(hidden("pin: 48213\ndbpass=123\npass: 41\n"), ["48213", "123"]);
        assert_eq!(hidden("mount -o user=ops,password=maplewood,rw,vers=1.0 //h/x /y\n"), ["maplewood"]);
    }

    #[test]
    fn where_a_value_is_found_is_kept() {
        for text in [
            "- secretKey: DB_PASSWORD\n",
            "auth_token=TWILIO_AUTH_TOKEN\n",
            "spec:\n  auth:\n    password:\n      secretKeyRef:\n        name: db\n",
            "deploy:\n\tHEROKU_API_KEY=$$(heroku auth:token) ./scripts/release.sh\n",
            "\"apiKey\": \"{env:SHOP_API_KEY}\"\n",
            "\"apiKey\": \"{file:./secrets/api-key}\"\n",
            "\"apiKey\": \"{keychain:shop-api-key}\"\n",
            "password: $[variables.x]\n",
            "remember_me: { secret: '%kernel.secret%' }\n",
            "  secrets: ${file(secrets.${sls:stage}.yml)}\n",
            "password = \"credentialsJSON:2d2cf1a0-6f0e-44b4-9d7f-8aa0f0b3e0c1\"\n",
            "\"password\": \"$encrypted$\"\n",
            "bundle config set --global gem.fury.io username:password\n",
            "    files:\n      - tls.key=certs/checkout.key\n",
            "The user name or password is incorrect. (HRESULT 0x8007052E)\n",
            "new HelmRelease(this, { repositoryPassword: tok.stringValue });\n",
            "password = providers.gradleProperty(\"pw\").get()\n",
            "\tsigningkey = F9049CCCBD7A20A3\n",
            "failed (RequestToken: 44e8388e-3579-53a9-c33a-29f0809978fb, HandlerErrorCode: X)\n",
            "x = az.getSecret('sub', 'rg', 'kv-core', 'sqlAdminPassword')\n",
            "secret_access_key: [{:system, \"AWS_SECRET_ACCESS_KEY\"}, :instance_role]\n",
            "credentials { username = \"x\"; password = providers.gradleProperty(\"pw\").get() }\n",
            "{\"api_token\": {\"encrypted_data\": \"dGhlIGZqb3JkIHdhaXRzIGF0IHRoZQ==\", \"version\": 3}}\n",
            "webhook_basic_auth: \"note: it is told by the proxy\"\n",
            "JWT_SECRET: ${env:JWT_SECRET, ''}\n",
            "NAME          DIGEST            CREATED AT\nSECRET_KEY    9f1c0a7be2d34c58  2m ago\n",
            "{\"sqlPassword\": {\"secretVersion\": \"17d876a78b19d2b28f05541f7f81c4ed\"}}\n",
            "password=$(echo $(date))\n",
            "password=`date +%s`\n",
            "UPDATE users SET password = :new_password_hash\n",
            "password=cfg.RedisPassword\n",
            "secret=\"op://shop/db/credential\"\n",
            "case accessToken = \"com.example.shop.accessToken\"\n",
            "userPassword = \"io.example.keychain.user-password\"\n",
            &["secret=sha256:9f86d081884c7d659a2f", "eaa0c55ad015a3bf4f1b\n"].concat(),
            "{\"acls\": [\"api-key:endpoint:chat\", \"api-key:model:*\"]}\n",
            "scopes: api_key:models:read-write\n",
            "Set password= followed by your chosen passphrase.\n",
            "The api_key: parameter is required for all authenticated endpoints.\n",
            "Use client_secret: obtained from the developer console.\n",
            "Note that api_key= supports environment interpolation.\n",
            "<a href=\"https://a.example.com/cb#state=1&token_type=bearer\">continue</a>\n",
            "Secret: gsk_********************************Tn4q    Created: 2026-04-02\n",
            "Use a URI of the form `postgres://USER:PASSWORD@HOST/DB`.\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
        for text in [
            "MYSQL_ROOT_PASSWORD=MY_ROOT_PASSWORD\n",
            "auth_token=TWILIO_2f9QxL7m_TOKEN\n",
            "password=:maple88\n",
            "password=`maple lagoon kite`\n",
            "password=$$Maple88\n",
            "password: \"{Maple88}\"\n",
            "accessToken = \"com.Zx81QpVn4Lk7Tr2Wm9.token\"\n",
            "Use password: sunshine for the admin account.\n",
            "The password: maple lagoon kite\n",
            "scopes: token:Kq7Zx2Vb9Lm4tR8w\n",
            "scope: read\npassword:maplewood\n",
            "password=$$my_maple\n",
            "curl -H Api-Key:Kq7Zx2Vb9Lm4tR8w https://a.example.com\n",
            "postgres://USER:MAPLE@db7/shop\n",
            "secret: '%Zx81.Qp'\n",
            "secret: ${file(secrets.yml), 'Zx81QpVn4'}\n",
            "tls.key=Kq7Zx/2Vb9Lm4tR8w\n",
            "\"hostvars['mq1']['consul_acl_token']\": \"1edbcbb6-13dd-cb12-7b50-0483e2e43a19\"\n",
            "'crypt' => [ 'key' => 'ca17fb75f4425cf47d300b7b303e1372' ],\n",
            "netdom join X /domain:corp.example.com /userd:svc /passwordd:Zx81QpVn4\n",
            "signing { useInMemoryPgpKeys(findProperty(\"signingKey\") as String?, \"Zx81QpVn4\") }\n",
            "<credential-reference clear-text=\"my juniper is 64 years\"/>\n",
            "\"jwt\": { secretOrKey: \"d9a6b9x\" }\n",
            "recovery_answer = \"peppercedar\"\n",
            "{\"user\": \"app\", \"pass\": \"73 F<E<^t3{t&}9#?@\"}\n",
            "JWT_SECRET: ${env:JWT_SECRET, 'zyG*n{gq=z2\\Cc'}\n",
            "webhook_basic_auth: \"hook:my maple is 60 years\"\n",
            &["secret=\"op://", "iC5fQoHWrLHf6pIMml0zPpR0HKQbPdkw\"\n"].concat(),
            &["secret=\"vault:", "iC5fQoHWrLHf6pIMml0zPpR0HKQbPdkw\"\n"].concat(),
        ] {
            assert!(!hidden(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_route_is_no_key() {
        for text in ["routing_key: orders.created.v1\n", "routing_key='task_queue'\n", "routing_key: ops\n"] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
        let key = ["5e7c0dedfeed4bad", "9ace0ddba11c0de5"].concat();
        assert_eq!(hidden(&format!("routing_key: {key}\n")), [key.as_str()]);
    }

    #[test]
    fn base64_that_begins_like_a_path_is_random_and_a_path_is_not() {
        assert!(!is_path(&["/wIy/AhkHwlHmqvMu8cvu/TV", "Tw/jr7fS6WFq4UBI"].concat()));
        assert!(is_path("/Users/Maria/Projects2024/Terraform/Secrets/Token"));
        assert!(is_path("/etc/ssl/private/server3/key"));
    }
}

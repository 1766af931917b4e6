//! Values that are no secret whatever their name says: words of configuration, references, stand-ins.

use super::random::{is_random, is_tokenish};
use crate::text::holds;

const WORDS: &[&str] = &[
    "",
    "null",
    "nil",
    "none",
    "~",
    "true",
    "false",
    "yes",
    "no",
    "on",
    "off",
    "undefined",
    "unknown",
    "n/a",
    "na",
    "unset",
    "not-set",
    "empty",
    "required",
    "optional",
    "string",
    "bool",
    "number",
    "any",
    "todo",
    "tbd",
    "foo",
    "bar",
    "baz",
    "dummy",
    "fake",
    "sample",
    "placeholder",
    "example",
    "redacted",
    "masked",
    "hidden_due_to_security_reasons",
    "value_specified_in_no_log_parameter",
    "$encrypted$",
    "username:password",
    "hidden",
    "sensitive",
    "computed",
    "scram-sha-256",
    "scram-sha-512",
    "aes256",
    "aws:kms",
    "aws_kms",
    "rs256",
    "hs256",
    "es256",
    "client_secret_basic",
    "client_secret_post",
    "symmetric_default",
    "sha256",
    "sha512",
    "bearer",
    "basic",
    "opaque",
    "jwt",
    "md5",
    "bcrypt",
    "plain",
    "oauth",
    "oauth2",
    "apikey",
    "env",
    "vault",
    "kms",
    "file",
    "write",
    "read",
    "read-only",
    "read-write",
    "ro",
    "rw",
    "always",
    "see",
    "disabled",
    "enabled",
    "local",
    "generated",
    "base64",
    "rsa",
    "ed25519",
    "ecdsa",
    "encrypted",
    "anonymous",
    "prompt",
    "insert",
    "iam",
    "aws",
    "get",
    "post",
    "pending",
    "accepted",
    "expired",
    "invalid",
    "valid",
    "missing",
    "rotated",
    "rotation",
    "ok",
    "failed",
    "changed",
    "unchanged",
    "(sensitive)",
    "self",
    "provided",
    "denied",
    "incorrect",
    "wrong",
    "correct",
    "not",
    "is",
    "was",
    "and",
    "or",
    "the",
    "for",
    "from",
    "with",
    "auto",
    "inherit",
    // In what a lifetime is counted.
    "seconds",
    "minutes",
    "hours",
    "days",
    // Kinds of things, as Kubernetes lists them.
    "secrets",
    "tokens",
    "passwords",
    "credentials",
    "configmaps",
    "leases",
    // What a comment says to put there.
    "keep empty",
    "leave empty",
    "leave blank",
];

/// For each length of [`WORDS`], the lower five bits that such words begin with.
static BEGINNINGS: [u32; 40] = {
    let mut table = [0; 40];
    let mut at = 1;
    while at < WORDS.len() {
        let word = WORDS[at].as_bytes();
        table[word.len()] |= 1 << (word[0] & 31);
        at += 1;
    }
    table
};

/// Whether a text in lower case is one of [`WORDS`].
fn is_setting(lower: &str) -> bool {
    let Some(first) = lower.as_bytes().first() else { return true };
    BEGINNINGS.get(lower.len()).is_some_and(|table| table & 1 << (first & 31) != 0) && WORDS.contains(&lower)
}

/// Whether a value is a reference, a mask, a stand-in or a setting.
pub(in crate::detect) fn is_never_secret(value: &str) -> bool {
    let value = value.trim().trim_end_matches([',', ';']);
    let lower = value.to_ascii_lowercase();
    if is_setting(&lower) {
        return true;
    }
    // `&lt;password&gt;`: a stand-in in a page.
    if let Some(inside) = value.strip_prefix("&lt;").and_then(|rest| rest.strip_suffix("&gt")) {
        return is_never_secret(&["<", inside, ">"].concat());
    }
    // `run-Ab12...`: what HCP Terraform calls its things.
    if let Some((kind, id)) = value.split_once('-')
        && id.len() == 16
        && matches!(kind, "run" | "ws" | "plan" | "apply" | "sv" | "cv" | "org" | "team" | "user" | "var")
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
    {
        return true;
    }
    // `kv-prod;location=westeurope`: how Azure's errors name a key vault.
    if value.contains(";location=") {
        return true;
    }
    // "see prod/db/password": where it is kept.
    if value.strip_prefix("see ").is_some_and(|place| place.contains('/')) {
        return true;
    }
    // "Password:" and "Username:", as a mail server asks for them.
    if matches!(value, "UGFzc3dvcmQ6" | "VXNlcm5hbWU6") {
        return true;
    }
    // No id at all.
    if value == "00000000-0000-0000-0000-000000000000" {
        return true;
    }
    // Masks: a run of one character.
    let mut chars = value.chars();
    if let Some(first) = chars.next()
        && !first.is_ascii_digit()
        && chars.all(|c| c == first)
        && value.chars().count() >= 3
    {
        return true;
    }
    // What GitLab's job tokens begin with, and no more of one.
    if value.strip_prefix("glcbt-").is_some_and(|rest| rest.len() <= 3) {
        return true;
    }
    // CircleCI shows the last four signs.
    if value.strip_prefix("xxxx").is_some_and(|rest| rest.len() <= 4) {
        return true;
    }
    if value.trim_matches('*').is_empty() || is_masked(value) || is_filled(value) {
        return true;
    }
    // `*****1*****2`
    if holds(value, "*****") && value.bytes().all(|byte| byte == b'*' || byte.is_ascii_digit()) {
        return true;
    }
    // The line that a key begins with, without the key.
    if value.starts_with("-----BEGIN ") && value.ends_with(" KEY-----") && value.len() < 48 {
        return true;
    }
    // `handle = 0x01`
    if value
        .strip_prefix("0x")
        .is_some_and(|digits| digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
    {
        return true;
    }
    // `ssl_version TLSv1_2`, `clk_pin: GPIO19`
    if ["TLSv1", "GPIO"].iter().any(|head| value.strip_prefix(head).is_some_and(|rest| rest.len() <= 2))
        || matches!(value.as_bytes(), [b'A' | b'D', b'0'..=b'9'])
    {
        return true;
    }
    if is_trace(value) || is_fingerprint(value) {
        return true;
    }
    // Masks, and how public keys begin.
    const MASKS: [&str; 21] = [
        "[masked]",
        "[hidden]",
        "[secret]",
        "** redacted",
        "[redacted]",
        "<redacted>",
        "(sensitive value)",
        "(sensitive)",
        "(known after apply)",
        "<computed>",
        "__redacted__",
        "<sensitive>",
        "(sensitive value, hidden)",
        "[filtered]",
        "<hidden>",
        "(hidden)",
        "(write-only attribute)",
        "ssh-ed25519",
        "ssh-rsa",
        "aaaac3nzac1lzdi1nte5",
        "aaaab3nzac1yc2e",
    ];
    if begins_with(&lower, &MASKS) {
        return true;
    }
    if matches!(lower.as_str(), "(sensitive" | "(known" | "(write-only") {
        return true;
    }
    // Kubernetes' own name of an identity: `secrets is forbidden: User "system:serviceaccount:ci:deployer"`.
    if lower.starts_with("system:serviceaccount:") || lower.starts_with("system:node:") {
        return true;
    }
    is_reference_to(value, &lower)
        || is_stand_in(value, &lower)
        || is_time(value.as_bytes())
        || is_resource_id(value)
}

/// What stands behind a vendor's mark at the beginning of a value, the longest mark last: `sk-proj-`, `glpat-`, `xai-`.
fn after_marks(value: &str) -> impl Iterator<Item = &str> {
    const LONGEST: usize = 14;
    let heads = value.char_indices().take(LONGEST).filter(|(_, c)| matches!(c, '_' | '-'));
    heads.filter_map(|(at, _)| {
        let mark = value.get(..at)?;
        let is_mark = mark.len() >= 2
            && mark.starts_with(|c: char| c.is_ascii_alphabetic())
            && mark.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
            && mark.bytes().filter(u8::is_ascii_digit).count() <= 2;
        is_mark.then(|| value.get(at + 1..)).flatten()
    })
}

/// A value of which a display shows its ends only: `sk-a1...Wq7d`, `****************WXYZ`, `glpat-****`, `Ab3••••Cd4`.
/// Nothing that could be guessed stands there; passwords hold a few stars or dots, and more of what is read.
pub(in crate::detect) fn is_masked(value: &str) -> bool {
    // Stars, dots, and what the others begin with.
    if memchr::memchr3(b'*', b'.', 0xe2, value.as_bytes()).is_none() {
        return false;
    }
    let Some(from) = ["***", "•••", "●●●", "…", "..."].iter().filter_map(|mask| value.find(mask)).min()
    else {
        return false;
    };
    let (head, rest) = (value.get(..from).unwrap_or(""), value.get(from..).unwrap_or(""));
    let Some(sign) = rest.chars().next() else { return false };
    let tail = rest.trim_start_matches(sign);
    // `gsk_********…Tn4q`
    let tail = if sign == '*' { tail.trim_start_matches('…') } else { tail };
    let run = (rest.len() - tail.len()) / sign.len_utf8();
    let plain = |part: &str| {
        part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
    };
    if !(plain(head) && plain(tail)) || head.len() > 12 || tail.len() > 6 {
        return false;
    }
    let behind = after_marks(head).last();
    let marked = behind.is_some() || head.ends_with(['-', '_']) && head.len() > 2;
    let begun = behind.map_or(head.len(), str::len);
    let shown = begun + tail.len();
    // More than a few signs behind a vendor's mark are a part of the secret.
    if begun > 4 && !head.contains('.') {
        return false;
    }
    match sign {
        // Nobody types these.
        '•' | '●' => run >= 3,
        '…' => run == 1 && (marked || head.contains('.') && head.len() >= 3) && tail.len() >= 3,
        '.' => run == 3 && marked && tail.len() >= 3 && shown <= 10,
        _ => {
            run >= 8 && run > shown && (shown == 0 || tail.len() >= 3 || tail.is_empty())
                || run >= 3 && head.ends_with(['-', '_']) && marked && tail.is_empty() && shown == 0
        }
    }
}

/// A form that a manual fills with one letter: `ghp_xxxxxxxxxxxxxxxxxxxx`, `PMAK-xxxxxxxx-xxxx`, `0.xxxxxxxx-xxxx.xxxx:xxxx==`.
pub(in crate::detect) fn is_filled(value: &str) -> bool {
    let runs = memchr::memchr2(b'x', b'X', value.as_bytes()).is_some();
    let Some(from) = ["xxxx", "XXXX"].iter().filter(|_| runs).find_map(|run| value.find(run)) else {
        return false;
    };
    let (head, rest) = (value.get(..from).unwrap_or(""), value.get(from..).unwrap_or(""));
    let filled = rest.bytes().filter(|byte| matches!(byte, b'x' | b'X')).count();
    filled >= 8
        && filled >= 2 * head.len()
        && rest.bytes().all(|byte| matches!(byte, b'x' | b'X' | b'-' | b'_' | b'.' | b':' | b'='))
        && head.len() <= 12
        && head.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
        // What is in front is a word, and no part of something drawn.
        && head.bytes().filter(u8::is_ascii_digit).count() <= 2
}

/// `00-1993d2711ddc8df8acb1a9f8360f2c16-d5e57212a32c9ecb-01`: W3C's parent of a trace.
fn is_trace(value: &str) -> bool {
    let lengths = [2, 32, 16, 2];
    value.len() == 55
        && value.split('-').map(str::len).eq(lengths)
        && value.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

/// What tells a secret, a host's key or an image by its digest: Vault's `hmac-sha256:…` of its audit, `SHA256:…` of
/// SSH, `app@sha256:…`.
fn is_fingerprint(value: &str) -> bool {
    let is_hex = |digest: &str| digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    value.strip_prefix("hmac-sha256:").is_some_and(is_hex)
        || value.split_once("@sha256:").is_some_and(|(image, digest)| is_hex(digest) && !image.contains(' '))
        || value.strip_prefix("SHA256:").is_some_and(|digest| {
            digest.len() == 43
                && digest.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
        })
}

/// `vpc-0d8670cd0f046d1e2`, `run-s1P80rm4lDVR6ONx`: ids of resources of AWS and of HCP Terraform.
fn is_resource_id(value: &str) -> bool {
    const HCP: [&str; 9] = ["run", "ws", "plan", "apply", "sv", "cv", "var", "org", "team"];
    value.split_once('-').is_some_and(|(kind, id)| {
        kind.bytes().all(|byte| byte.is_ascii_lowercase())
            && (id.len() == 17 && id.starts_with('0') && id.bytes().all(|byte| byte.is_ascii_hexdigit())
                || id.len() == 16
                    && HCP.contains(&kind)
                    && id.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    })
}

/// `2026-06-24T23:15:25Z`: a date and a time, to the second at least.
fn is_time(value: &[u8]) -> bool {
    const FORM: &[u8] = b"0000-00-00T00:00:00";
    value.len() <= 35
        && value.get(..FORM.len()).is_some_and(|head| {
            head.iter().zip(FORM).all(|(byte, form)| match form {
                b'0' => byte.is_ascii_digit(),
                b'T' => matches!(byte, b'T' | b' '),
                _ => byte == form,
            })
        })
        && value.iter().skip(FORM.len()).all(|byte| byte.is_ascii_digit() || b".:+-ZUTC ".contains(byte))
}

/// `OPS-4412`: the number of a ticket.
pub(in crate::detect) fn is_ticket(value: &str) -> bool {
    value.split_once('-').is_some_and(|(project, number)| {
        (2..=10).contains(&project.len())
            && project.bytes().all(|byte| byte.is_ascii_uppercase())
            && (1..=6).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// "Enter your password", "Forgot password?": what a form says beside a field.
pub(in crate::detect) fn is_caption(value: &str) -> bool {
    const SAYS: [&str; 22] = [
        "enter",
        "forgot",
        "reset",
        "change",
        "confirm",
        "repeat",
        "show",
        "hide",
        "your",
        "invalid",
        "wrong",
        "choose",
        "set",
        "current",
        "new",
        "old",
        "please",
        "paste",
        "retype",
        "incorrect",
        "update",
        "no",
    ];
    let words = value.trim_end_matches(['?', '!', '.', ':', '…']).split(' ');
    let lower = crate::text::lower(value);
    value.contains(' ')
        && (lower.contains("api key")
            || lower.split(' ').any(|word| {
                word.trim_end_matches(|c: char| !c.is_ascii_alphabetic()) == "pin"
                    || ["passw", "token", "secret"].iter().any(|head| word.starts_with(head))
            }))
        && words.clone().all(|word| word.bytes().all(|byte| byte.is_ascii_alphabetic()))
        && SAYS.contains(&lower.split(' ').next().unwrap_or(""))
        && words.count() <= 6
}

/// Whether a text begins with one of these.
pub(in crate::detect) fn begins_with(text: &str, heads: &[&str]) -> bool {
    let Some(first) = text.as_bytes().first() else { return false };
    heads.iter().any(|head| head.as_bytes().first() == Some(first) && text.starts_with(head))
}

/// A variable, call or pointer to where the secret is kept.
pub(in crate::detect) fn is_reference(value: &str) -> bool {
    is_reference_to(value, &value.get(..value.len().min(64)).unwrap_or("").to_ascii_lowercase())
}

/// The same of a value that is known in lower case.
fn is_reference_to(value: &str, lower: &str) -> bool {
    const HEADS: [&str; 60] = [
        "<(",
        "{os.environ",
        // Where TeamCity keeps it.
        "credentialsjson:",
        "var.",
        "local.",
        "module.",
        "data.",
        "each.",
        "self.",
        "path.",
        "dependency.",
        "include.",
        "values.",
        ".values.",
        "env.",
        "secrets.",
        "vars.",
        "inputs.",
        "steps.",
        "github.",
        "process.env",
        "os.environ",
        "os.getenv",
        "system.getenv",
        "env[",
        "std::env",
        "file(",
        "jsondecode(",
        "sensitive(",
        "get_env(",
        "lookup(",
        "random_password.",
        "random_string.",
        "aws_",
        "azurerm_",
        "google_",
        "vault_generic_secret.",
        "data[",
        "!ref",
        "!sub",
        "!getatt",
        "ref:",
        "fn::",
        "enc[",
        "vault:",
        "ref+",
        "op://",
        "secretref:",
        "arn:aws:",
        "@microsoft.keyvault(",
        "file:",
        "/run/secrets/",
        "/var/run/secrets",
        "ephemeral.",
        "{{resolve:",
        "kubernetes_",
        "tls_private_key.",
        "getenv(",
        "nonsensitive(",
        "data.vault",
    ];
    if begins_with(lower.get(..lower.len().min(64)).unwrap_or(""), &HEADS) && !value.contains('"') {
        // `op://vault/item`, `vault:secret/x#key`: a drawn word without parts is no place.
        let place = ["op://", "vault:"].iter().find_map(|head| value.strip_prefix(head));
        // `env[NAME]`, but a password may begin likewise: `enV[6%s`.
        let indexed = ["env[", "data["].iter().find_map(|head| lower.strip_prefix(head));
        let index = indexed.is_none_or(|index| {
            index.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '\'' | '\\' | ':' | '_'))
        });
        return index && !place.is_some_and(|place| !place.contains(['/', '#']) && is_tokenish(place));
    }
    let inside = |open: &str, close: &str| {
        value.starts_with(open)
            && value.ends_with(close)
            && value.len() >= open.len() + close.len()
            && value.get(open.len()..value.len() - close.len()).is_some_and(|body| !holds(body, close))
    };
    if value.starts_with("${{") && value.ends_with("}}") {
        return true;
    }
    if inside("${", "}") {
        // `${VAR:-default}` holds a literal.
        return !holds(value, ":-") && !value.contains('"') || value.ends_with(":-}");
    }
    // `${file(secrets.${sls:stage}.yml)}`: a reference within one; what stands behind a comma is a literal.
    if value.starts_with("${file(") && value.ends_with(")}") && !value.contains(',') && is_balanced(value) {
        return true;
    }
    // `{token}` and `{ACCESS_TOKEN}` of a format string, `{env:API_KEY}`, `{file:./key}` of a configuration.
    if inside("{", "}")
        && value.get(1..value.len() - 1).is_some_and(|inner| {
            let of = |is: fn(&u8) -> bool| inner.bytes().all(|byte| is(&byte) || matches!(byte, b'_' | b'.'));
            (of(u8::is_ascii_lowercase) || of(u8::is_ascii_uppercase))
                && crate::detect::names::says(inner).is_some()
                || is_place_of_value(inner)
        })
    {
        return true;
    }
    // `Bearer [TOKEN]` of a manual.
    if inside("[", "]")
        && value.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'_' | b'[' | b']'))
        && crate::detect::names::says(value.trim_matches(['[', ']'])).is_some()
    {
        return true;
    }
    // Jira writes code as `{{x}}`.
    let marked_up = value.len() > 12
        && value
            .strip_prefix("{{")
            .and_then(|rest| rest.strip_suffix("}}"))
            .is_some_and(|inner| !inner.contains([' ', '.']) && (is_random(inner) || is_tokenish(inner)));
    if inside("$(", ")")
        || value.starts_with("$($(") && value.ends_with(')')
        || value.starts_with("$(") && value.ends_with(')') && is_balanced(value) && !is_echoed(value)
        // A makefile doubles the shell's sign; Azure's pipelines have brackets.
        || value.strip_prefix("$$").is_some_and(|rest| {
            rest.contains('_') && rest.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_') || rest.starts_with('(') && rest.ends_with(')') && !is_echoed(rest)
        })
        || inside("$[", "]") && value.contains('.')
        || value.len() > 4 && inside("`", "`") && value.get(1..value.len() - 1).is_some_and(is_command)
        || is_bound(value)
        || inside("{{", "}}") && !marked_up && is_balanced(value)
        || inside("<%", "%>")
        || inside("#{", "}")
        || inside("@@", "@@")
        || inside("__", "__")
        || inside("%env(", ")%")
        || inside("%(", ")s")
        || inside("((", "))")
        || inside("[[", "]]")
    {
        return true;
    }
    if is_put_together(value) {
        return true;
    }
    // Telegraf's `@{store:key}`.
    if inside("@{", "}")
        && value.get(2..value.len() - 1).and_then(|inner| inner.split_once(':')).is_some_and(
            |(store, key)| {
                let is_name = |name: &str| {
                    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
                };
                is_name(store) && is_name(key)
            },
        )
    {
        return true;
    }
    // `"'$X'"` of a shell's quotes, `$BASE_URL/reset`.
    if value.starts_with("'$")
        && value.ends_with('\'')
        && value.get(2..value.len() - 1).is_some_and(is_variable)
    {
        return true;
    }
    if let Some((name, _)) = value.strip_prefix('$').and_then(|rest| rest.split_once('/'))
        && name.contains('_')
        && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
    {
        return true;
    }
    if let Some(name) = value.strip_prefix('$') {
        let name = name.strip_prefix("env:").unwrap_or(name);
        if is_variable(name) {
            return true;
        }
    }
    if value.len() > 2
        && value.starts_with('%')
        && value.ends_with('%')
        && value
            .bytes()
            .skip(1)
            .take(value.len() - 2)
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.'))
    {
        return true;
    }
    // `$this->settings->token` of PHP.
    if value.starts_with('$')
        && value.contains("->")
        && value.split("->").all(|name| is_variable(name.trim_start_matches('$')))
    {
        return true;
    }
    // A pattern that passwords must match.
    if value.starts_with('^')
        && ["[A-Z", "[a-z", "[0-9", "\\d", "\\w", "(?="].iter().any(|class| value.contains(class))
    {
        return true;
    }
    // `$1` of a script, `\$_POST[\"password\"]` of one in a string.
    let global = |rest: &str| {
        rest.split_once('[')
            .is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_uppercase()))
    };
    if value.len() == 2 && value.starts_with('$') || value.strip_prefix("\\$_").is_some_and(global) {
        return true;
    }
    // `%s`, `%v`, `{}` of format strings.
    if matches!(value, "%s" | "%v" | "%d" | "%q" | "{}" | "{0}" | "?" | "''" | "\"\"" | "%w" | "%@") {
        return true;
    }
    false
}

/// Whether a command only says what it is given: `$(echo x)`, and not `$(echo $(date))`.
fn is_echoed(command: &str) -> bool {
    ["echo ", "printf ", "<<<"].iter().any(|word| {
        crate::text::find(command, word).is_some_and(|at| {
            let given =
                command.get(at + word.len()..).unwrap_or("").trim_start_matches(['-', 'n', 'e', ' ', '"']);
            !given.starts_with('$')
        })
    })
}

/// Whether words between backticks are a command that a shell runs, and no phrase: `date +%s`, `pass show svc/api`.
pub(in crate::detect) fn is_command(text: &str) -> bool {
    const COMMANDS: [&str; 17] = [
        "cat", "pass", "gopass", "op", "vault", "aws", "gcloud", "az", "kubectl", "heroku", "security",
        "openssl", "jq", "bw", "docker", "podman", "grep",
    ];
    let Some((first, rest)) = text.trim().split_once(' ') else { return false };
    let named = first.len() >= 2
        && first
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-/".contains(&byte))
        && first.starts_with(|c: char| c.is_ascii_lowercase() || c == '/');
    let argued = rest
        .split(' ')
        .any(|word| word.len() > 1 && word.starts_with(['-', '+', '/', '$']) || word.contains('/'));
    named && (COMMANDS.contains(&first) || argued) && !is_echoed(text)
}

/// `env:API_KEY`, `file:./secrets/key`, `keychain:api-key`: where a configuration finds a value.
fn is_place_of_value(inner: &str) -> bool {
    let Some((kind, place)) = inner.split_once(':') else { return false };
    let of = |signs: &[u8]| {
        !place.is_empty() && place.bytes().all(|byte| byte.is_ascii_alphanumeric() || signs.contains(&byte))
    };
    match kind {
        "env" => of(b"_"),
        "file" => of(b"_-./~") && place.contains(['/', '.']),
        "keychain" | "secret" | "vault" | "keyring" => of(b"_-./") && !is_tokenish(place),
        _ => false,
    }
}

/// `:new_password`: what is bound to a statement of SQL.
fn is_bound(value: &str) -> bool {
    value.strip_prefix(':').is_some_and(|name| {
        name.contains('_')
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
            && crate::detect::names::says(name).is_some()
    })
}

/// `%{NAME}`, `@(name)`, `$AdminPassword$`, `\$NAME`, `{token()}`, `PREFIX_OF_NAME_${X}`: what templates of many kinds
/// put in.
fn is_put_together(value: &str) -> bool {
    let is_word = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let within = |open: &str, close: &str| value.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    let of_names = within("%{", "}").is_some_and(is_word)
        || [within("@(", ")"), within("$", "$")]
            .into_iter()
            .flatten()
            .any(|name| letters(name) && crate::detect::names::says(name).is_some());
    let escaped = value.strip_prefix("\\$").is_some_and(|name| {
        let name = name.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(name);
        is_variable(name) && !name.bytes().any(|byte| byte.is_ascii_lowercase())
    });
    let call = within("{", "()}").is_some_and(|call| {
        call.len() >= 3 && call.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'.'))
    });
    let begun = value.split_once("${").is_some_and(|(head, rest)| {
        head.ends_with('_')
            && head.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
            && rest.strip_suffix('}').is_some_and(is_word)
    });
    of_names || escaped || call || begun
}

/// Whether what stands after a `$` is the name of a variable: `$pring2024` is none, though a shell would take it.
fn is_variable(name: &str) -> bool {
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let inner = name.as_bytes().windows(3).any(|three| {
        matches!(three, [a, b, c] if a.is_ascii_lowercase() && b.is_ascii_digit() && c.is_ascii_lowercase())
    });
    const NUMBERED: [&str; 10] = ["s3", "ec2", "k8s", "x86", "ipv", "oauth2", "b64", "http2", "v1", "v2"];
    let drawn = (digits >= 2 || inner && !NUMBERED.iter().any(|word| name.contains(word)))
        && name.bytes().any(|byte| byte.is_ascii_lowercase())
        && name.bytes().filter(|byte| *byte == b'_').count() < 2
        && crate::detect::names::says(name).is_none();
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && !drawn
}

fn is_stand_in(value: &str, lower: &str) -> bool {
    if value.starts_with('<')
        && value.ends_with('>')
        && value.get(1..value.len() - 1).is_some_and(|body| {
            !body.is_empty()
                && body
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | '\''))
        })
    {
        return true;
    }
    const HEADS: [&str; 18] = [
        "your-",
        "your_",
        "<your",
        "my-secret-",
        "replace",
        "change_me",
        "changeme_",
        "change-me",
        "insert",
        "example-",
        "example_",
        "dummy-",
        "dummy_",
        "fake-",
        "fake_",
        "sample-",
        "placeholder",
        "todo",
    ];
    // What images and manuals begin with, and many go on with.
    if matches!(value, "change-me" | "change_me" | "my-secret-pw") {
        return false;
    }
    if begins_with(lower, &HEADS) && value.len() <= 48 && !value.bytes().any(|byte| byte.is_ascii_digit()) {
        return true;
    }
    if is_slot(value) {
        return true;
    }
    // `sk-proj-YOUR_API_KEY`, `re_yourkey`, `HRKU-<token>`: a vendor's mark, and what to put behind it.
    if value.len() <= 48
        && !value.bytes().any(|byte| byte.is_ascii_digit())
        && after_marks(value).any(|rest| {
            let lower = rest.to_ascii_lowercase();
            let yours = ["your", "enter_your", "enter-your"].iter().find_map(|head| lower.strip_prefix(head));
            lower == "placeholder"
                || yours.is_some_and(|what| {
                    ["key", "token", "secret", "password"].iter().any(|word| what.contains(word))
                })
                || rest.starts_with('<') && rest.ends_with('>') && is_stand_in(rest, &lower)
        })
    {
        return true;
    }
    if value.starts_with("ENTER_YOUR_") && value.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
        || value.starts_with("REDACTED")
            && value.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'_' | b'-'))
        || has_named_parts(value)
    {
        return true;
    }
    (lower.ends_with("-here") || lower.ends_with("_here") || lower.ends_with("...") || holds(lower, "<your"))
        && value.len() <= 48
        || lower == "changeit_"
        || value.chars().all(|c| c == '.' || c == '…')
}

/// `RABBIT_PASS`, `VOTRE_CLE_GENEREE_ICI`, `yourAPIKey`, `[SAS key]`, `base64:your-app-key`: what is to be put there.
pub(in crate::detect) fn is_slot(value: &str) -> bool {
    let lower = &value.to_ascii_lowercase();
    const WHAT: [&str; 14] = [
        "PASS",
        "PASSWORD",
        "PASSWD",
        "KEY",
        "TOKEN",
        "SECRET",
        "VALUE",
        "HERE",
        "ICI",
        "AQUI",
        "CLE",
        "SENHA",
        "CONTRASEÑA",
        "HIER",
    ];
    let capitals = value.contains('_')
        // Somebody has left it so.
        && !value.starts_with("MY_")
        && value.len() <= 48
        && value.chars().all(|c| c.is_uppercase() || c == '_')
        && value.split('_').any(|word| WHAT.contains(&word))
        && value.split('_').all(|word| word.chars().count() > 1);
    let named = |words: &str| {
        ["key", "token", "secret", "pass"].iter().any(|word| words.contains(word))
            && words.bytes().all(|byte| byte.is_ascii_alphabetic() || b" _-".contains(&byte))
    };
    // `yourpassword` may be one.
    let yours = value.len() <= 48
        && lower.strip_prefix("your").is_some_and(named)
        && (value.contains(['_', '-'])
            || ["Key", "KEY", "Token", "TOKEN", "Secret", "Password"]
                .iter()
                .any(|word| value.contains(word)));
    let bracketed = value.len() <= 48
        && lower
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
            .is_some_and(|words| named(words) && words.split([' ', '_', '-']).count() <= 4);
    capitals
        || yours
        || bracketed
        || value.strip_prefix("base64:").is_some_and(|rest| rest.is_empty() || is_stand_in(rest, rest))
}

/// `0.<access-token-id>.<client-secret>:<encryption-key>`: parts that say what stands in them, and little else.
fn has_named_parts(value: &str) -> bool {
    if !value.contains('<') || value.len() > 120 {
        return false;
    }
    let (mut rest, mut other, mut named) = (value, 0, false);
    while let Some((before, after)) = rest.split_once('<') {
        let Some((part, behind)) = after.split_once('>') else { return false };
        let words = part.split(['-', '_', ' ']);
        if part.len() < 4
            || !words
                .clone()
                .all(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
        {
            return false;
        }
        named |= words.clone().any(|word| {
            matches!(word.to_ascii_lowercase().as_str(), "key" | "token" | "secret" | "password" | "your")
        });
        other += before.bytes().filter(u8::is_ascii_alphanumeric).count();
        rest = behind;
    }
    named
        && rest.is_empty()
        && (other <= 2
            || value.starts_with(|c: char| c.is_ascii_lowercase()) && other <= 16 && value.contains(':'))
}

/// Whether brackets close in the order in which they open: an expression of a template, and not what was drawn.
fn is_balanced(text: &str) -> bool {
    let mut open = Vec::new();
    for byte in text.bytes().take(200) {
        let close = match byte {
            b'(' => b')',
            b'[' => b']',
            b'{' => b'}',
            b')' | b']' | b'}' if open.pop() != Some(byte) => return false,
            _ => continue,
        };
        open.push(close);
    }
    true
}

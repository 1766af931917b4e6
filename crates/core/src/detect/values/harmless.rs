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
static BEGINNINGS: [u32; 32] = {
    let mut table = [0; 32];
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
    // CircleCI shows the last four signs.
    if value.strip_prefix("xxxx").is_some_and(|rest| rest.len() <= 4) {
        return true;
    }
    if holds(value, "***") && value.trim_matches('*').is_empty() {
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
    const MASKS: [&str; 14] = [
        "[masked]",
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
    const HEADS: [&str; 58] = [
        "{os.environ",
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
        return true;
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
    // `{token}` of a format string.
    if inside("{", "}")
        && value.get(1..value.len() - 1).is_some_and(|inner| {
            inner.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'.'))
                && crate::detect::names::says(inner).is_some()
        })
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
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
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
    if begins_with(lower, &HEADS) && value.len() <= 48 && !value.bytes().any(|byte| byte.is_ascii_digit()) {
        return true;
    }
    (lower.ends_with("-here") || lower.ends_with("_here") || lower.ends_with("...") || holds(lower, "<your"))
        && value.len() <= 48
        || lower == "changeit_"
        || value.chars().all(|c| c == '.' || c == '…')
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

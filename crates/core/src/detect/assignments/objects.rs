//! Names of things beside a telling word, and what is said in place of a value: Kubernetes' listings and events,
//! states in brackets.

use crate::detect::Finder;
use crate::detect::names::Said;
use crate::detect::values::{self, Until, Value};

/// `(none)`, `(not set)`, `(unchanged)`: a state in brackets where a value could stand.
pub(super) fn is_state(rest: &[u8]) -> bool {
    const STATES: [&str; 34] = [
        "none",
        "not",
        "set",
        "unset",
        "empty",
        "blank",
        "unchanged",
        "changed",
        "hidden",
        "redacted",
        "masked",
        "null",
        "required",
        "optional",
        "default",
        "configured",
        "encrypted",
        "unknown",
        "generated",
        "omitted",
        "removed",
        "stored",
        "sensitive",
        "missing",
        "rotated",
        "expired",
        "given",
        "shown",
        "provided",
        "value",
        "present",
        "yes",
        "no",
        "auto",
    ];
    rest.strip_prefix(b"(")
        .and_then(|rest| rest.get(..memchr::memchr(b')', rest.get(..40.min(rest.len()))?)?))
        .and_then(|inside| std::str::from_utf8(inside).ok())
        .is_some_and(|inside| {
            inside.split([' ', '-']).all(|word| STATES.contains(&word.to_ascii_lowercase().as_str()))
        })
}

/// `<set to the key 'password' in secret 'db-creds'>`, as `kubectl describe` says where a variable comes from.
pub(super) fn is_pointer(rest: &[u8]) -> bool {
    rest.starts_with(b"<set to the key '")
}

/// `db-creds-v2`, as Kubernetes lets things be called; what is drawn is no name.
fn is_label(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
        && !values::is_tokenish(word)
        && !values::is_drawn(word)
        && word.split(['-', '.']).filter(|part| part.bytes().any(|byte| byte.is_ascii_digit())).count() <= 2
}

/// Whether a line heads a listing of things: `NAME   TYPE   DATA   AGE`.
pub(in crate::detect) fn is_listing_head(line: &str) -> bool {
    const COLUMNS: [&str; 7] = ["DIGEST", "AGE", "READY", "STATUS", "NAMESPACE", "DATA", "REFRESH"];
    let line = line.trim_start_matches(['$', ' ']);
    (line.starts_with("NAME ") || line.starts_with("NAMESPACE "))
        && line.split_whitespace().any(|word| COLUMNS.contains(&word))
        && !line.bytes().any(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// Whether a name begins a row of such a listing, so that what stands behind it is another column, or says which
/// credential was used.
pub(super) fn is_cell(finder: &Finder<'_>, said: Said, start: usize, at: usize) -> bool {
    const FAR: usize = 4_000;
    let text = finder.bytes;
    let line = values::line_start(text, start);
    // "using credential 8f1cce43-...": Jenkins says which one.
    if said.kind == "CREDENTIALS" {
        let word = values::unquoted(text, at, Until::Blank);
        let head = finder.text.get(values::line_near(finder.bytes, start, 40)..start).unwrap_or("");
        let asked = ["GIT_ASKPASS to set ", "GIT_SSH to set "].iter().any(|words| head.ends_with(words));
        let used =
            head.ends_with("sing ") && finder.text.get(word.start..word.end).is_some_and(values::is_uuid);
        if asked || used {
            return true;
        }
    }
    if !text.get(line..start).is_some_and(|head| head.trim_ascii().is_empty()) {
        return false;
    }
    let mut row = line;
    while row > 0 && line - row < FAR {
        let above = values::line_start(text, row - 1);
        let Some(head) = finder.text.get(above..row - 1) else { return false };
        if head.trim().is_empty() {
            return false;
        }
        if is_listing_head(head) {
            return true;
        }
        row = above;
    }
    false
}

/// `secret "db-creds-v2" not found`, `... in secret 'db-creds-v2'>`: what is said of a thing by its name.
pub(super) fn is_named(finder: &Finder<'_>, name: &str, start: usize, value: Value) -> bool {
    const SAID: [&str; 12] = [
        " not found",
        " deleted",
        " created",
        " configured",
        " unchanged",
        " patched",
        " annotated",
        " labeled",
        " already exists",
        " is forbidden",
        " replaced",
        " in namespace",
    ];
    let Some(body) = finder.text.get(value.start..value.end) else { return false };
    let of_key = finder.text.get(start.saturating_sub(5)..start) == Some("' in ");
    let after = finder.text.get(value.after..values::line_end(finder.bytes, value.after)).unwrap_or("");
    matches!(name, "secret" | "secrets")
        && is_label(body)
        && (of_key && after.starts_with('>') || SAID.iter().any(|said| after.starts_with(said)))
}

/// `Image pull secrets:  regcred`, `Tokens:  default-token-x2x4z`, `credentialsSecret: aws-creds-v2`.
pub(super) fn is_object(finder: &Finder<'_>, said: Said, value: Value, bare: &str) -> bool {
    if said.kind == "PASSWORD" || !is_name(bare) {
        return false;
    }
    let line = values::line_near(finder.bytes, value.start, 60);
    let head = finder.text.get(line..value.start).unwrap_or("").trim_start();
    // A service account's token is called by its account and five signs.
    let of_account = bare.rsplit_once("-token-").is_some_and(|(account, drawn)| {
        !account.is_empty() && drawn.len() == 5 && drawn.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    // `aws-creds-v2`: its own last word says what it is, and its number which one.
    let numbered = said.kind != "TOKEN"
        && !value.quoted
        && bare.rsplit_once("-v").is_some_and(|(stem, number)| {
            number.len() <= 2
                && !number.is_empty()
                && number.bytes().all(|byte| byte.is_ascii_digit())
                && ["-creds", "-credentials", "-secret", "-secrets", "-tls"]
                    .iter()
                    .any(|end| stem.ends_with(end))
        });
    of_account && head.starts_with("Token") && head.contains("  ")
        || of_account && head.starts_with("Mountable secrets:")
        || ["Image pull secrets:", "Mountable secrets:"].iter().any(|label| head.starts_with(label))
            && is_label(bare)
        || numbered && is_label(bare)
}

/// `member_cluster_secret: MEMBER_CLUSTER_TEST_TK01`: a variable whose name begins as the telling one does.
pub(super) fn is_called_alike(own: &str, said: Said, bare: &str) -> bool {
    let first = own.split(['_', '-', '.']).next().unwrap_or("");
    let mut parts = bare.split('_');
    said.kind != "PASSWORD"
        && first.len() >= 4
        && parts.next().is_some_and(|part| part.eq_ignore_ascii_case(first))
        && bare.matches('_').count() >= 2
        && bare.split('_').all(|part| {
            let letters = part.trim_end_matches(|c: char| c.is_ascii_digit());
            letters.len() >= 2
                && part.len() - letters.len() <= 2
                && letters.bytes().all(|byte| byte.is_ascii_uppercase())
                && !values::is_drawn(letters)
        })
}

/// `ibm-credentials.env`: a file, by its end.
pub(super) fn is_file_name(said: Said, bare: &str) -> bool {
    const ENDS: [&str; 12] =
        ["env", "yaml", "yml", "json", "pem", "key", "crt", "txt", "properties", "conf", "ini", "p12"];
    said.kind != "PASSWORD"
        && bare.rsplit_once('.').is_some_and(|(stem, end)| {
            ENDS.contains(&end)
                && stem.len() >= 3
                && stem.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'_'))
                && !stem.split(['-', '_']).any(values::is_drawn)
        })
}

/// Small letters, digits and dashes.
fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn what_things_are_called_is_kept() {
        for text in [
            "db-credentials        Opaque   2   41d\ndefault-token-x2x4z   kubernetes.io/service-account-token   3   200d\nregcred   kubernetes.io/dockerconfigjson   1   41d\n",
            "NAME         TYPE     DATA   AGE\ndb-password  Opaque   2      41d\ngrafana      Opaque   3      41d\n",
            "NAME          STORE         REFRESH INTERVAL   STATUS         READY\ndb-password   vault-prod1   1h                 SecretSynced   True\n",
            "NAME      READY   SECRET          AGE\nweb-cert  True    web-tls-v2      41d\n",
            "Image pull secrets:  regcred\nMountable secrets:   default-token-x2x4z\nTokens:              default-token-x2x4z\n",
            "MountVolume.SetUp failed for volume \"certs\" : secret \"app-tls-v2\" not found\n",
            "secret \"db-creds-v2\" deleted\n",
            "credentialsSecret: aws-creds-v2\n",
            "      DB_PASSWORD:  <set to the key 'password' in secret 'db-creds-v2'>  Optional: false\n",
            "using credential 5e7c0ded-feed-4bad-9ace-0ddba11c0de5\n",
            "Using GIT_ASKPASS to set credentials ci-bot\n",
            "member_cluster_secret: MEMBER_CLUSTER_TEST_TK01\n",
            "EnvSecretKey = \"ibm-credentials.env\"\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
        for (text, value) in [
            ("NAME          VALUE\ndb-password   Maple88xyz\n", "Maple88xyz"),
            ("db-password   Maple88xyz\n", "Maple88xyz"),
            ("secret \"Kq7Zx2Vb9Lm4tR\" not found\n", "Kq7Zx2Vb9Lm4tR"),
            ("USER   PASSWORD     AGE\nanna   Maple88xyz   41d\n", "Maple88xyz"),
            ("db_secret: maple-v2\n", "maple-v2"),
            ("ENV DB_CREDS 5e7c0ded-feed-4bad-9ace-0ddba11c0de5\n", "5e7c0ded-feed-4bad-9ace-0ddba11c0de5"),
            ("member_cluster_secret: MEMBER_XQZJVWKP_TK01\n", "MEMBER_XQZJVWKP_TK01"),
            ("member_password: MEMBER_CLUSTER_TEST_TK01\n", "MEMBER_CLUSTER_TEST_TK01"),
        ] {
            assert_eq!(hidden(text), [value], "{text}");
        }
    }

    #[test]
    fn a_state_in_brackets_is_no_value() {
        for text in [
            "token: (none)\n",
            "token: (not set)\n",
            "password: (unchanged)\n",
            "password (required)\n",
            "interface: wg0\n  public key: k6vcAkSoS0NfyAsLPkXe4kXqTLIzxTrJBzRgEAvqdlE=\n  private key: (hidden)\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
        assert_eq!(hidden("password: (maple88)\n").len(), 1);
    }
}

//! Values that are visibly no values: templates and stand-ins.

/// What makes a value visibly a stand-in.
pub(super) fn placeholder(value: &str) -> Option<&'static str> {
    let value = value.trim().trim_matches('"');
    if value.is_empty() || value.len() > 2048 {
        return None;
    }
    template(value).or_else(|| stand_in(value))
}

/// A mark that some program or person replaces before the text is used.
fn template(value: &str) -> Option<&'static str> {
    let between = |open: &str, close: &str| {
        value
            .find(open)
            .is_some_and(|at| value.get(at + open.len()..).is_some_and(|rest| rest.contains(close)))
    };
    if between("{{", "}}")
        || between("{%", "%}")
        || between("<%", "%>")
        || between("#{", "}") && !value.contains("${")
    {
        return Some("template");
    }
    if let Some(open) = value.find('<') {
        let inner = value.get(open + 1..).and_then(|rest| rest.split('>').next()).unwrap_or("");
        if value.get(open..).is_some_and(|rest| rest.contains('>'))
            && !inner.is_empty()
            && inner.chars().all(|c| c.is_alphanumeric() || " -_./':,|$".contains(c))
        {
            return Some("angle brackets");
        }
    }
    if between("$(", ")") {
        return Some("template");
    }
    if !value.contains("${") && (word_between(value, "__") || percent(value)) {
        return Some("template");
    }
    // `$NAME` anywhere, but not `$$` nor `${`.
    let dollar = value.match_indices('$').any(|(at, _)| {
        value
            .get(at + 1..)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_'))
            && !value.get(..at).is_some_and(|before| before.ends_with('$'))
    });
    let at = value.strip_prefix('@').is_some_and(|name| {
        name.len() > 1
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'@' | b'.'))
    });
    let square =
        value.find('[').and_then(|open| value.get(open + 1..)?.split_once(']')).is_some_and(|(inner, _)| {
            inner.len() > 1 && inner.chars().all(|c| c.is_alphanumeric() || " -_".contains(c))
        });
    (dollar && !value.contains("${") || at || square).then_some("template")
}

/// `__NAME__` around letters.
fn word_between(value: &str, mark: &str) -> bool {
    value.split_once(mark).and_then(|(_, rest)| rest.split_once(mark)).is_some_and(|(inner, _)| {
        inner.chars().any(char::is_alphabetic)
            && inner.chars().all(|c| c.is_alphanumeric() || "_-. ".contains(c))
    })
}

/// `%NAME%`; a percent sign of an encoded URL is followed by two digits.
fn percent(value: &str) -> bool {
    let mut parts = value.split('%');
    parts.next();
    let parts: Vec<&str> = parts.collect();
    parts.len() >= 2
        && parts.first().is_some_and(|name| {
            name.len() > 1
                && name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
                && !name.get(..2).is_some_and(|two| two.bytes().all(|byte| byte.is_ascii_hexdigit()))
        })
}

/// Words that ask to be replaced.
fn stand_in(value: &str) -> Option<&'static str> {
    let lower = value.to_ascii_lowercase();
    // A provider's domain, not a request.
    let lower = lower.replace("your-objectstorage.com", "");
    // `your`, `change-me`, `replace_with` as words of their own.
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let follows = |first: &str, seconds: &[&str]| {
        words.windows(2).any(|pair| matches!(pair, [one, two] if *one == first && (seconds.is_empty() || seconds.contains(two))))
    };
    let starts = |word: &str| words.first() == Some(&word);
    let is_screaming = value
        .bytes()
        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_' || byte == b'-');
    let found = words.contains(&"your")
        || words.iter().any(|word| {
            matches!(
                *word,
                "changeme" | "changeit" | "replaceme" | "fillme" | "fillin" | "yourbucket" | "tbd" | "fixme"
            ) || word.len() >= 3 && word.bytes().all(|byte| byte == b'x')
                || word.starts_with("your")
                    && matches!(
                        word.get(4..),
                        Some(
                            "bucket"
                                | "name"
                                | "org"
                                | "key"
                                | "region"
                                | "account"
                                | "project"
                                | "organization"
                                | "company"
                                | "domain"
                                | "token"
                                | "password"
                                | "accesskey"
                                | "secretkey"
                        )
                    )
        })
        || follows("change", &["me", "it", "this", "to"])
        || follows("fill", &["in", "me", "this"])
        || follows("replace", &["me", "with", "this", "by"])
        || is_screaming
            && (starts("replace") || starts("update") || starts("insert") || starts("enter") || starts("my"))
            && words.len() > 1
        || starts("update") && follows("update", &["me", "this", "with"])
        || starts("insert")
            && words.len() > 1
            && follows("insert", &["your", "here", "bucket", "name", "key", "region"])
        || starts("todo")
        || words.len() > 1 && words.last() == Some(&"value") && lower.contains("_value")
        || lower.starts_with("placeholder")
        || lower.contains("xxxxx")
        || lower == "..."
        || lower == "…";
    found.then_some("stand-in")
}

/// A value of capitals where the argument takes only small letters: `BUCKET_NAME`.
pub(super) fn is_shouted(argument: &str, value: &str) -> bool {
    matches!(argument, "bucket" | "region" | "storage_account_name" | "container_name")
        && value.len() > 3
        && value.bytes().any(|byte| byte.is_ascii_uppercase())
        && value.bytes().all(|byte| {
            byte.is_ascii_uppercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-' | b'.')
        })
}

/// A comment beside the value that asks to replace it.
pub(super) fn comment_asks(comment: &str) -> bool {
    let lower = comment.to_ascii_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let asks = |word: &str| {
        matches!(
            word,
            "replace"
                | "change"
                | "update"
                | "set"
                | "use"
                | "enter"
                | "insert"
                | "put"
                | "add"
                | "specify"
                | "substitute"
                | "modify"
        )
    };
    words.windows(2).any(|pair| match pair {
        [one, two] => {
            asks(one) && *two == "your"
                || matches!(*one, "replace" | "change") && matches!(*two, "me" | "this" | "with" | "it")
                || *one == "update" && matches!(*two, "me" | "this" | "with")
                || *one == "fill" && *two == "in"
        }
        _ => false,
    }) || words
        .windows(3)
        .any(|three| matches!(three, [one, "with" | "to" | "the" | "this", "your"] if asks(one)))
        || words.first().is_some_and(|word| *word == "replace" || *word == "changeme")
        || words.as_slice() == ["change"]
}

/// `${NAME}` of envsubst or templatefile: no dot, no call.
pub(super) fn is_shell_template(text: &str) -> bool {
    let mut rest = text;
    let mut any = false;
    while let Some(open) = rest.find("${") {
        let Some(inner) = rest.get(open + 2..).and_then(|rest| rest.split('}').next()) else { return false };
        let name = inner.split([':', '-', '?', '+']).next().unwrap_or("").trim();
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            return false;
        }
        any = true;
        rest = rest.get(open + 2 + inner.len()..).unwrap_or("");
    }
    any
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_are_seen() {
        for value in [
            "<bucket>",
            "<YOUR ORG>",
            "{{ cookiecutter.bucket }}",
            "{% x %}",
            "<%= bucket %>",
            "%BUCKET%",
            "__BUCKET__",
            "tf-__ENV__-state",
            "$(BUCKET)",
            "$BUCKET",
            "state-$ENV",
            "#{BUCKET}#",
            "@bucket@",
            "@bucket",
            "[BUCKET_NAME]",
            "YOUR_BUCKET",
            "your-bucket-name",
            "my-your-bucket",
            "CHANGE_ME",
            "changeme",
            "change-me",
            "CHANGE_IT",
            "REPLACE_ME",
            "REPLACE_WITH_BUCKET",
            "replace-with-your-bucket",
            "FILL_IN",
            "UPDATE_ME",
            "xxxx",
            "xxxxxxxx-xxxx",
            "access_key_value",
            "SECRET_VALUE",
            "YOURBUCKET",
            "arn:aws:kms:us-east-1:<account>:key/x",
            "https://<host>/x",
            "MY_BUCKET",
            "INSERT_BUCKET_NAME",
            "TODO",
            "placeholder-bucket",
        ] {
            assert!(placeholder(value).is_some(), "{value}");
        }
    }

    #[test]
    fn real_values_are_left_alone() {
        for value in [
            "acme-tfstate",
            "my-terraform-state",
            "https://fsn1.your-objectstorage.com",
            "prod/terraform.tfstate",
            "${var.bucket}",
            "state/%2Fx/%20y",
            "us-east-1",
            "arn:aws:iam::111122223333:role/terraform",
            "a__b",
            "",
            "exchange-media",
            "xx",
            "update-service",
            "replace-me2-not",
            "my_bucket",
            "value",
            "user@example.com",
            "postgres://user@db:5432/tf?sslmode=disable",
            "insert-service-state",
            "key_values",
            "[::1]:8500",
            "mytodo-app",
            "http://[::1]/x",
            "$${literal}",
            "valuestore",
            "yourself",
        ] {
            assert_eq!(placeholder(value), None, "{value}");
        }
        assert!(
            is_shouted("bucket", "BUCKET_NAME")
                && !is_shouted("key", "BUCKET_NAME")
                && !is_shouted("bucket", "Bucket")
        );
    }

    #[test]
    fn comments_that_ask() {
        for comment in [
            "# replace with your bucket",
            "// Change this",
            "# Replace me",
            "# use your own bucket",
            "# fill in",
            "# Update with your bucket name",
            "# REPLACE",
        ] {
            assert!(comment_asks(comment), "{comment}");
        }
        for comment in [
            "# the state bucket",
            "# changes when the region does",
            "# see the wiki",
            "# Optional; defaults to x",
            "// your state",
        ] {
            assert!(!comment_asks(comment), "{comment}");
        }
        assert!(
            is_shell_template("${BUCKET}-x")
                && is_shell_template("${A:-b}")
                && !is_shell_template("${var.x}")
                && !is_shell_template("x")
        );
    }
}

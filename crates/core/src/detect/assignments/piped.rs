//! What stands behind a telling word on a shell's line and is none of its values: the command behind a pipe, an
//! image's tag, the word behind a variable, the command that is run with an environment.

use crate::detect::Finder;
use crate::detect::names::{self, Strength};
use crate::detect::values::{self, Until};

/// Programs that read what is piped to them.
const READERS: [&str; 49] = [
    "wg",
    "jq",
    "yq",
    "grep",
    "egrep",
    "fgrep",
    "rg",
    "awk",
    "gawk",
    "sed",
    "cut",
    "sort",
    "uniq",
    "wc",
    "head",
    "tail",
    "tr",
    "tee",
    "xargs",
    "cat",
    "less",
    "more",
    "base64",
    "openssl",
    "gpg",
    "sha256sum",
    "md5sum",
    "pbcopy",
    "xclip",
    "xsel",
    "clip",
    "column",
    "while",
    "read",
    "xxd",
    "rev",
    "fold",
    "docker",
    "podman",
    "helm",
    "kubectl",
    "oc",
    "skopeo",
    "crane",
    "buildah",
    "nerdctl",
    "sudo",
    "python3",
    "Out-Null",
];

/// Whether a bar parts two commands, and no cells: `cat ~/.token | pbcopy`. A row begins with a bar, or with the name.
pub(super) fn is_pipe(text: &[u8], start: usize, bar: usize) -> bool {
    let line = values::line_start(text, start);
    let head = text.get(line..start).unwrap_or(b"").trim_ascii_start();
    // `-Password "$password" | Out-Null`: what follows a variable is no cell.
    if head.ends_with(b"$") {
        return !head.starts_with(b"|");
    }
    !head.is_empty() && !head.starts_with(b"|") && begins_with_reader(text, bar + 1)
}

/// Whether the word at `at` is a program that reads what is piped to it.
pub(in crate::detect) fn begins_with_reader(text: &[u8], at: usize) -> bool {
    let from = values::blanks(text, at);
    let rest = text.get(from..text.len().min(from + 12)).unwrap_or(b"");
    let length = rest
        .iter()
        .position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')))
        .unwrap_or(rest.len());
    matches!(rest.get(length), None | Some(b' ' | b'\t' | b'\n' | b'\r' | b')' | b'"' | b'\'' | b';'))
        && rest.get(..length).is_some_and(|word| READERS.iter().any(|reader| reader.as_bytes() == word))
}

/// `acme/get-token:1.2.3`, `name: api-key:v2`: an image whose last word says secret, and its tag.
pub(super) fn is_tagged(finder: &Finder<'_>, start: usize, colon: usize) -> bool {
    const WORDS: [&str; 14] = [
        "docker ", "podman ", "nerdctl ", "buildah ", "skopeo ", "crane ", "trivy ", "image", "Image",
        "tagged ", "FROM ", "pull ", "push ", "Pulling ",
    ];
    let text = finder.bytes;
    let tag = values::unquoted(text, colon + 1, Until::Blank);
    let Some(tag) = finder.text.get(tag.start..tag.end) else { return false };
    let small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-_+".contains(&byte);
    let named = finder
        .text
        .get(start..colon)
        .is_some_and(|name| name.contains(['-', '_']) && name.bytes().all(small) && !name.contains('.'));
    // `firebase functions:secrets:set API_KEY`
    if finder.text.get(start..colon) == Some("secrets")
        && text.get(start.wrapping_sub(1)) == Some(&b':')
        && matches!(tag, "set" | "get" | "access" | "destroy" | "prune")
    {
        return true;
    }
    if !named || tag.is_empty() || text.get(colon + 1) == Some(&b' ') {
        return false;
    }
    let line = values::line_near(text, start, 160);
    let before = finder.text.get(line..start).unwrap_or("");
    let path = before.rsplit([' ', '"', '\'', '=', '\t', '(', '`']).next().unwrap_or("");
    // `grep -r` prints a file's path and what stands in it, which is no version.
    let in_path = path.ends_with('/') && !path.starts_with(['/', '.', '~', '$']) && !path.contains("://");
    let template = tag.contains("{{") || tag.contains("${");
    let told = WORDS.iter().any(|word| before.contains(word));
    let version = is_version(tag);
    // `value: hello-secret:on-{{revision}}`
    let of_key = before.trim_end_matches(['"', '\'']).ends_with(": ");
    let digest = (7..=64).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_hexdigit());
    in_path && (version || template)
        || told && (in_path && (digest || tag.bytes().all(small) && !values::is_tokenish(tag)) || version)
        || of_key && (template || tag.starts_with('v') && version)
}

/// `1.2.3`, `v2`, `1.4-alpine`, `20240101`, `latest`.
fn is_version(tag: &str) -> bool {
    let bare = tag.strip_prefix('v').unwrap_or(tag);
    let numbers = bare.split(['-', '+']).next().unwrap_or("");
    let parts = numbers.split('.').count();
    let date = numbers.len() == 8 && (numbers.starts_with("20") || numbers.starts_with("19"));
    matches!(tag, "latest" | "stable" | "main" | "master" | "edge" | "nightly")
        || !numbers.is_empty()
            && numbers.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && numbers.split('.').all(|part| (1..=4).contains(&part.len()) || date)
            && (parts > 1 || date || bare.len() < tag.len() && numbers.len() <= 3)
            && bare.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+')
            })
}

/// Whether the word behind a blank belongs to something else on a command line: `-e API_TOKEN=$API_TOKEN app:1.2`,
/// `--env GITHUB_TOKEN app:1.2`, `-e ROOT_PASSWORD=my-secret-pw app:8`, `get-credentials prod-1`, `... --password-stdin`.
pub(super) fn is_of_another(finder: &Finder<'_>, name: &str, start: usize, at: usize, flagged: bool) -> bool {
    let text = finder.bytes;
    let head = text.get(start.saturating_sub(16)..start).unwrap_or(b"");
    // `docker login -u ci-token --password-stdin`: it comes on the standard input. What other options behind a name
    // give may be its value: `put-secret jdbc-password --string-value x`.
    let rest = text.get(at..text.len().min(at + 40)).unwrap_or(b"");
    let option = rest
        .strip_prefix(b"--")
        .and_then(|option| option.split(|byte| !(byte.is_ascii_lowercase() || *byte == b'-')).next())
        .is_some_and(|option| option.ends_with(b"-stdin"));
    // `Authorization: "Token token=x"`: read at its own name.
    let own = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let named = rest.get(own) == Some(&b'=')
        && finder
            .text
            .get(at..at + own)
            .and_then(names::says)
            .is_some_and(|said| said.strength == Strength::Strong);
    if option || named {
        return true;
    }
    if flagged {
        // `pulumi config set --secret dbPassword x`: what it is called.
        return name == "secret" && head.ends_with(b"config set --");
    }
    let upper = !name.bytes().any(|byte| byte.is_ascii_lowercase());
    let variable = head.ends_with(b"=$") || head.ends_with(b"=${") || head.ends_with(b"=\"$");
    let plain = name.contains(['-', '_']) && !values::is_tokenish(name);
    upper && (variable || head.ends_with(b" -e ") || head.ends_with(b"--env "))
        || head.ends_with(b"=") && plain && head.iter().rev().nth(1).is_some_and(u8::is_ascii_uppercase)
        || ["get-", "describe-", "list-"].iter().any(|verb| name.starts_with(verb)) && head.ends_with(b" ")
}

/// Whether what stands behind a drawn value is a command that is run with it: `OKTA_API_TOKEN=x okta apps list`. Words
/// alone may be a pass phrase; behind a drawn one they are none.
pub(super) fn is_run(name: &str, after: &str) -> bool {
    let Some((first, rest)) = after.split_once(' ') else { return false };
    let drawn = first.len() >= 10
        && first.bytes().any(|byte| byte.is_ascii_digit())
        && first.bytes().any(|byte| byte.is_ascii_alphabetic())
        && !first.contains(['"', '\'', '#'])
        // `copper-willow-42` may be the first word of a phrase.
        && !first.split(['-', '_', '.']).all(|part| {
            part.bytes().all(|byte| byte.is_ascii_lowercase()) || part.bytes().all(|byte| byte.is_ascii_digit())
        });
    let mut words = rest.split(' ').filter(|word| !word.is_empty());
    let program = words.next().unwrap_or("");
    drawn
        && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
        && program.len() >= 2
        && program.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        && program.starts_with(|c: char| c.is_ascii_lowercase())
        && words.next().is_some()
        && rest.split(' ').all(|word| {
            word.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_./:=,@".contains(&byte))
                && !values::is_tokenish(word)
        })
}

/// `MYSQL_PWD= mysqldump orders`: an empty value, and the command that is run without one.
pub(super) fn is_run_without(name: &str, after: &str) -> bool {
    const CLIENTS: [&str; 12] = [
        "mysql",
        "mysqldump",
        "mysqladmin",
        "psql",
        "pg_dump",
        "pg_restore",
        "terraform",
        "docker",
        "kubectl",
        "curl",
        "git",
        "npm",
    ];
    let mut words = after.strip_prefix(' ').unwrap_or("").split(' ');
    CLIENTS.contains(&words.next().unwrap_or(""))
        && words.next().is_some()
        && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

/// `$(curl -s \`: a command that goes on below, and is no `echo` of what it is given.
pub(super) fn is_begun_command(rest: &[u8]) -> bool {
    let Some(rest) = rest.strip_prefix(b"$(") else { return false };
    let line = rest.get(..memchr::memchr(b'\n', rest).unwrap_or(rest.len()).min(400)).unwrap_or(b"");
    let length = line
        .iter()
        .take_while(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_'))
        .count();
    let word = line.get(..length).unwrap_or(b"");
    length >= 2
        && line.get(length) == Some(&b' ')
        && !line.contains(&b')')
        && !matches!(word, b"echo" | b"printf")
        && crate::text::find_bytes(line, b"<<<").is_none()
        && std::str::from_utf8(word).is_ok_and(|word| !values::is_made(word) && !values::is_drawn(word))
}

/// Whether a quote closes a string that was opened before it on its line, and code goes on behind it:
/// `"&token=" + token`. An apostrophe between letters opens nothing.
pub(super) fn closes_string(text: &[u8], at: usize) -> bool {
    const FAR: usize = 600;
    let Some(quote @ (b'"' | b'\'')) = text.get(at).copied() else { return false };
    let next = values::blanks(text, at + 1);
    let code = match text.get(next) {
        Some(b'+' | b'.') => text.get(next + 1).is_some_and(|byte| {
            matches!(byte, b' ' | b'"' | b'\'' | b'(' | b'$') || byte.is_ascii_alphabetic()
        }),
        Some(b',' | b')' | b';') => true,
        _ => false,
    };
    let line = values::line_start(text, at);
    if !code || at - line > FAR {
        return false;
    }
    let mut open: Option<u8> = None;
    let mut here = line;
    while here < at {
        let byte = text.get(here).copied().unwrap_or(b' ');
        match open {
            Some(_) if byte == b'\\' => here += 1,
            Some(one) if byte == one => open = None,
            None if matches!(byte, b'"' | b'\'') => {
                let letter = |at: usize| text.get(at).is_some_and(u8::is_ascii_alphanumeric);
                if byte == b'"' || here == line || !letter(here - 1) {
                    open = Some(byte);
                }
            }
            _ => {}
        }
        here += 1;
    }
    open == Some(quote)
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn a_command_behind_a_pipe_is_no_cell() {
        for text in [
            "curl -s https://sso.example.com/oauth2/token | jq -r .access_token\n",
            "env | grep TOKEN | cut -d= -f1\n",
            "kubectl get secrets | grep -v helm\n",
            "grep -i password | wc -l\n",
            "cat ~/.config/token | pbcopy\n",
            "aws ecr get-login-password | docker login --username AWS --password-stdin r.example.com\n",
            "gcloud auth print-access-token | docker login -u oauth2accesstoken --password-stdin r.example.com\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
        for (text, value) in [
            ("| token | Kq7Zx2Vb9Lm4tR\n", "Kq7Zx2Vb9Lm4tR"),
            ("password | maple88xyz\n", "maple88xyz"),
            ("ops | password | Maple88!\n", "Maple88!"),
            ("| db password | docker88\n", "docker88"),
        ] {
            assert_eq!(hidden(text), [value], "{text}");
        }
    }

    #[test]
    fn a_tag_of_an_image_is_kept() {
        for text in [
            "docker run acme/get-token:1.2.3\n",
            "Successfully tagged acme/get-token:1.2.3\n",
            "image: acme/db-credentials:20240101\n",
            "value: example.com/user/query-secret:on-commit-{{revision}}\n",
            "name: api-key:v2\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
        for text in [
            "db-password:hunter2\n",
            "secrets/db-password:Maple88x\n",
            "/run/secrets/db_password:maple.88\n",
            "login: db-password:v2secret\n",
            "api-token:Kq7Zx2Vb9Lm4tR\n",
            "(db-password:20240101)\n",
        ] {
            assert!(!hidden(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_value_ends_before_the_command_that_is_run_with_it() {
        for text in [
            "docker run -d -e API_TOKEN=$API_TOKEN acme/app:1.2\n",
            "docker run --rm --env GITHUB_TOKEN acme/lint:2.12\n",
            "docker run -d -e MYSQL_ROOT_PASSWORD=your-password mysql:8.0\n",
            "MYSQL_PWD= mysqldump orders\n",
            "gcloud container clusters get-credentials prod-eu-1 --zone europe-west1-b\n",
            "docker login -u gitlab-ci-token --password-stdin r.example.com\n",
            "firebase functions:secrets:set API_KEY\n",
            "TOKEN=$(curl -s \\\n  https://sso.example.com/x | jq -r .token)\n",
            "TOKEN=$(curl -s https://sso.example.com/x \\\n  | jq -r .token)\n",
            "PASSWORD=$(cat /run/secrets/db | tr -d '\\n')\n",
            "openssl rand -base64 32 | tr -d '\\n' > key.txt\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
        for (text, value) in [
            ("docker run -d -e MYSQL_ROOT_PASSWORD=my-secret-pw mysql:8.0\n", "my-secret-pw"),
            ("OKTA_API_TOKEN=Kq7Zx2Vb9Lm4tR okta apps list\n", "Kq7Zx2Vb9Lm4tR"),
            ("DB_PASSWORD=kq7zx2vb9l flask db upgrade\n", "kq7zx2vb9l"),
            ("GEM_HOST_API_KEY=Kq7Zx2Vb9Lm4tR gem push shop-1.2.0.gem\n", "Kq7Zx2Vb9Lm4tR"),
            ("MYSQL_PWD= maple88x\n", "maple88x"),
            ("DB_PASSWORD=maple lagoon kite\n", "maple lagoon kite"),
            ("DB_PASSWORD=maple88 lagoon kite\n", "maple88 lagoon kite"),
            ("DB_PASSWORD=maple-lagoon-88 kite orca\n", "maple-lagoon-88 kite orca"),
            ("docker run -e DB_PASSWORD=Kq7Zx2Vb9Lm4tR acme/app:1.2\n", "Kq7Zx2Vb9Lm4tR"),
            ("tool --db-password maple88x run\n", "maple88x"),
            ("rootpw --plaintext maple88x\n", "maple88x"),
            ("databricks secrets put-secret shop jdbc-password --string-value \"Kq7Zx2Vb9\"\n", "Kq7Zx2Vb9"),
            ("PASSWORD=$(Kq7Zx2Vb9 \n", "$(Kq7Zx2Vb9"),
            ("pulumi config set --secret dbPassword Maple88xyz\n", "Maple88xyz"),
            (
                "{ Authorization: \"Token token=Kq7Zx2Vb9Lm4tR\", Accept: 'application/json' }\n",
                "Kq7Zx2Vb9Lm4tR",
            ),
        ] {
            assert_eq!(hidden(text), [value], "{text}");
        }
    }

    #[test]
    fn a_backslash_behind_a_blank_goes_on_with_another_word() {
        for text in [
            "export DB_PASSWORD=Maple88xyz \\\n  DB_HOST=db7.example.com\n",
            "password=Maple88xyz \\\n  host7.example.org\n",
        ] {
            assert_eq!(hidden(text), ["Maple88xyz"], "{text}");
        }
        assert_eq!(hidden("export DB_PASSWORD=Maple88\\\nKite99xyz\n"), ["Maple88", "Kite99xyz"]);
    }

    #[test]
    fn code_between_two_strings_is_no_value() {
        for text in [
            "    + \"&client_secret=\" + encodeURIComponent(password));\n",
            "url = base + \"&token=\" + token + \"&x=1\"\n",
            "query = \"password=\" + pw + \"&user=\" + user\n",
            "headers[\"Authorization\"] = \"Bearer \" + get_token()\n",
            "\"Input new password: \"),E=n.limitMessage;!v;)n.limit=h,n.limit=[I,\"\"]\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
        for (text, value) in [
            ("query = \"password=\" + \"Maple88xyz\"\n", "Maple88xyz"),
            ("password=\"+Maple88xyz\"\n", "+Maple88xyz"),
            ("it's the password: '+Maple88xyz'\n", "+Maple88xyz"),
            ("run(\"login\", password=\".Maple88xyz\")\n", ".Maple88xyz"),
        ] {
            assert_eq!(hidden(text), [value], "{text}");
        }
    }
}

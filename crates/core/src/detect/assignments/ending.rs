//! Where a value that no quote ends comes to its end.

use super::other::is_name_in_capitals;
use super::piped::is_run;
use crate::detect::values::{self, Until, Value};
use crate::detect::{Finder, names};

/// Whether the name stands in the list of `--set a.b=x,c=y`.
pub(super) fn is_set_flag(finder: &Finder<'_>, start: usize) -> bool {
    let line = values::line_near(finder.bytes, start, 300);
    let head = finder.text.get(line..start).unwrap_or("");
    let token = head.rfind([' ', '\t']).map_or(0, |at| at + 1);
    // `--set-env-vars=A=x,B=y`
    if head.get(token..).is_some_and(|glued| glued.starts_with("--set-") || glued.starts_with("--update-env"))
    {
        return true;
    }
    let option = head.get(..token).unwrap_or("").trim_end();
    let option = option.rsplit([' ', '\t']).next().unwrap_or("");
    option.starts_with("--set")
        || option.starts_with("--update-env")
        || option == "--parameter-overrides"
        || option == "--add-config"
}

/// Where `,name=` begins in a value, unless the comma is escaped.
pub(super) fn next_pair(value: &[u8]) -> Option<usize> {
    let found = value.iter().enumerate().position(|(at, byte)| {
        *byte == b','
            && (at == 0 || value.get(at - 1) != Some(&b'\\'))
            && value.get(at + 1..).is_some_and(|rest| {
                let name = rest
                    .iter()
                    .take_while(|byte| {
                        byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-' | b'[' | b']')
                    })
                    .count();
                name >= 2
                    && rest.first().is_some_and(u8::is_ascii_alphabetic)
                    && rest.get(name) == Some(&b'=')
            })
    });
    found.map(|end| before_flags(value, end))
}

/// Where `,name=` stands in a word.
pub(super) fn next_of_list(word: &[u8]) -> Option<usize> {
    next_named(word).map(|end| before_flags(word, end))
}

/// `password=x,rw,vers=1.0`: what a mount is told besides has no value.
fn before_flags(word: &[u8], mut end: usize) -> usize {
    const FLAGS: [&[u8]; 6] = [b",rw", b",ro", b",soft", b",hard", b",nofail", b",_netdev"];
    while let Some(head) =
        FLAGS.iter().find_map(|flag| word.get(..end).and_then(|head| head.strip_suffix(*flag)))
    {
        end = head.len();
    }
    end
}

fn next_named(word: &[u8]) -> Option<usize> {
    memchr::memchr_iter(b',', word.get(..word.len().min(400))?).find(|at| {
        let rest = word.get(at + 1..).unwrap_or(b"").trim_ascii_start();
        let name = rest
            .iter()
            .take_while(|byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-' | b'[' | b']')
            })
            .count();
        rest.get(name) == Some(&b'=') && rest.get(..name).is_some_and(is_name)
    })
}

/// Where a value that runs to the end of its line comes to its end before settings of their own, of which at least one
/// is well known: `password=x host=db port=5432`. A phrase of words goes on.
pub(super) fn before_settings(value: &str) -> Option<usize> {
    const KNOWN: [&str; 26] = [
        "host",
        "hostname",
        "hostaddr",
        "port",
        "user",
        "username",
        "dbname",
        "database",
        "db",
        "sslmode",
        "region",
        "level",
        "reason",
        "status",
        "msg",
        "message",
        "error",
        "err",
        "code",
        "attempt",
        "role",
        "url",
        "endpoint",
        "service",
        "version",
        "application_name",
    ];
    let is_name = |name: &str| {
        (2..=40).contains(&name.len())
            && name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-'))
    };
    let mut rest = value;
    let mut known = false;
    while let Some((head, word)) = rest.rsplit_once(' ') {
        match word.split_once('=') {
            None if word.is_empty() => {}
            Some((name, value)) if is_name(name) && !value.trim_matches('=').is_empty() => {
                known |= KNOWN.contains(&name.to_ascii_lowercase().as_str());
            }
            _ => break,
        }
        rest = head;
    }
    let rest = rest.trim_end();
    (known && !rest.is_empty()).then_some(rest.len())
}

/// Where a long drawn word ends behind which a sentence goes on: `api_key=x is invalid for this region`.
pub(super) fn before_sentence(value: &str) -> Option<usize> {
    let (first, rest) = value.split_once(' ')?;
    let next = rest.split(' ').find(|word| !word.is_empty())?;
    // Or another name: `authKey=x nodekey:y`.
    let goes_on = is_sentence_word(next) || next.contains([':', '=']);
    (first.len() >= 20 && values::is_tokenish(first) && goes_on).then_some(first.len())
}

/// Whether signs before an equals sign are a name, and not a part of a password.
fn is_name(signs: &[u8]) -> bool {
    let stem = signs.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |last| last + 1);
    let Some(stem) = signs.get(..stem) else { return false };
    let all = |is: fn(&u8) -> bool| {
        stem.iter().all(|byte| is(byte) || matches!(byte, b'_' | b'.' | b'-' | b'[' | b']'))
    };
    stem.first().is_some_and(u8::is_ascii_alphabetic)
        && (all(u8::is_ascii_lowercase) && stem.len() >= 3
            || all(u8::is_ascii_uppercase) && stem.len() >= 4
            || all(u8::is_ascii_alphabetic) && stem.len() >= 6)
}

/// Whether ` name=`, `;name=` or `&name=` stands in a text.
pub(super) fn has_further_pair(text: &[u8], separators: &[u8]) -> bool {
    text.iter().enumerate().any(|(index, byte)| {
        let escape = *byte == b'\\' && text.get(index + 1..index + 6) == Some(b"u0026");
        (escape || separators.contains(byte))
            && text.get(index + 1 + 5 * usize::from(escape)..).is_some_and(|rest| {
                let name = rest
                    .iter()
                    .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-'))
                    .count();
                // Two or three signs of a password are no name.
                let small = rest
                    .get(..name)
                    .is_some_and(|name| name.iter().all(|byte| byte.is_ascii_lowercase() || *byte == b'_'));
                name > 0
                    && (small || name >= 4 && rest.first().is_some_and(u8::is_ascii_alphabetic))
                    && rest.get(name) == Some(&b'=')
            })
    })
}

/// Whether a command with an option follows the first word: `x psql -h db`.
pub(super) fn is_command(text: &[u8]) -> bool {
    let mut words = text.split(|byte| *byte == b' ').skip(1);
    let small = |word: &[u8]| {
        word.len() >= 2 && word.iter().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'))
    };
    words.next().is_some_and(|word| small(word) && !word.starts_with(b"-"))
        && words.next().is_some_and(|word| {
            word.len() >= 2 && word.starts_with(b"-") && word.get(1).is_some_and(u8::is_ascii_alphabetic)
        })
}

/// A part of a connection string, of which the last one ends at a command's next option, too: `Pwd=x --verbose`.
fn semicolon(part: &[u8]) -> Until {
    if part.contains(&b';') {
        return Until::Semicolon;
    }
    let is_option = |at: usize| {
        let word = part.get(at + 1..).and_then(|rest| rest.split(|byte| *byte == b' ').next()).unwrap_or(b"");
        let name = word.strip_prefix(b"--").unwrap_or_else(|| word.get(1..).unwrap_or(b""));
        word.starts_with(b"-")
            && name.first().is_some_and(u8::is_ascii_alphabetic)
            && (word.starts_with(b"--") || word.len() == 2)
    };
    let option = memchr::memchr_iter(b' ', part).find(|at| is_option(*at));
    match option {
        Some(option) if memchr::memchr3(b'"', b'\'', b'`', part).is_none_or(|quote| option < quote) => {
            Until::Blank
        }
        _ => Until::Semicolon,
    }
}

/// In which syntax an unquoted value stands.
pub(super) fn ends_at(
    finder: &Finder<'_>,
    name: &str,
    start: usize,
    from: usize,
    mark: char,
    flagged: bool,
    name_quoted: bool,
) -> Until {
    let text = finder.bytes;
    let line = values::line_start(text, start);
    let before = finder.text.get(line..start).unwrap_or("");
    let end_of_line = values::line_end(text, from).min(from + 2_048);
    let after = text.get(from..end_of_line).unwrap_or(b"");
    if start > 0 && matches!(text.get(start - 1), Some(b'?' | b'&' | b'#')) && start - 1 > line
        || (text.get(start.saturating_sub(5)..start) == Some(b"&amp;"))
    {
        return Until::Query;
    }
    let token_start = before.rfind([' ', '\t', '"', '\'']).map_or(0, |at| at + 1);
    let token = before.get(token_start..).unwrap_or("");
    // `-Djavax.net.ssl.keyStorePassword=x -Xmx2g`
    let java = [&b" -D"[..], b" -X"].iter().any(|option| crate::text::find_bytes(after, option).is_some());
    if name.starts_with('D') && mark == '=' && (token == "-" || token.is_empty() && java) {
        return Until::Blank;
    }
    // `"PGPASSWORD=x psql -h db"`: a command in a string.
    if mark == '='
        && token.is_empty()
        && before.ends_with(['"', '\''])
        && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
        && is_command(after)
    {
        return Until::Blank;
    }
    if crate::text::holds(token, "://") && token.contains('?') {
        return Until::Query;
    }
    if start > 0 && text.get(start - 1) == Some(&b';') || before.trim_end().ends_with(';') {
        return semicolon(after);
    }
    // `Server=x;User Id=y`: words after the last semicolon belong to the name.
    if mark == '='
        && before.contains('=')
        && before.rsplit_once(';').is_some_and(|(_, words)| {
            words.len() < 24 && words.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '_'))
        })
    {
        return semicolon(after);
    }
    // A variable that begins its line is none of a query: `SECRET_KEY=r&lv=x`.
    let is_variable = || {
        is_name_in_capitals(name)
            && matches!(
                before.trim_start().trim_end_matches(' '),
                "" | "export" | "ENV" | "ARG" | "-" | "set"
            )
    };
    if mark == '='
        && memchr::memchr(b'&', after).is_some()
        && !is_variable()
        && memchr::memchr(b' ', after)
            .is_none_or(|blank| memchr::memchr(b'&', after).is_some_and(|and| and < blank))
        && !crate::text::holds(before, "://")
        && after.windows(3).any(|three| {
            three.first() == Some(&b'&')
                && three.get(1).is_some_and(u8::is_ascii_alphabetic)
                && three.get(2).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'=')
        })
        && after.contains(&b'=')
    {
        return Until::Query;
    }
    // `Password=x;Database=y`: a connection string may begin with it.
    if mark == '='
        && memchr::memchr(b';', after).is_some_and(|at| {
            after.get(at + 1..).is_some_and(|rest| {
                let is_name =
                    |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'_' | b'-' | b'.');
                rest.first().is_some_and(u8::is_ascii_alphabetic)
                    && rest.get(rest.iter().take(40).take_while(is_name).count()) == Some(&b'=')
            })
        })
    {
        return semicolon(after);
    }
    let opened = before.trim_start_matches(['+', '-', '~', ' ', '\t', '#', '>', '|', '$']);
    let is_export = ["export ", "set ", "ENV ", "declare -x ", "setenv ", "ARG "]
        .iter()
        .any(|head| before.trim_start().starts_with(head));
    if flagged || name_quoted {
        return Until::Blank;
    }
    if is_export && before.contains("export ") && crate::text::find_bytes(after, b"; ").is_some() {
        return Until::Blank;
    }
    if opened.is_empty() || is_export && !before.contains("&&") {
        // A shell's environment before a command: `PGPASSWORD=x psql -h y`.
        let run = || finder.text.get(from..end_of_line).is_some_and(|after| is_run(name, after.trim_end()));
        if mark == '=' && (looks_like_command(after) || run()) || is_told_on(name, after) {
            return Until::Blank;
        }
        return Until::Line;
    }
    // Pulumi's `app:password: x`: the project stands before the name.
    if mark == ':'
        && opened.strip_suffix(':').is_some_and(|project| {
            project.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        })
        && !after.trim_ascii().contains(&b' ')
    {
        return Until::Line;
    }
    // `deploy: DB_PASSWORD=x`
    if mark == '='
        && opened.ends_with(": ")
        && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
        && !after.trim_ascii().contains(&b' ')
    {
        return Until::Line;
    }
    // A log's own prefix before `key: value`.
    if mark == ':'
        && matches!(opened.trim_end().chars().last(), Some(']' | 'Z' | '│' | '|'))
        && !after.trim_ascii().contains(&b' ')
    {
        return Until::Line;
    }
    Until::Blank
}

/// `token=k3strel42 connection refused`: no blank stands in a token, and words go on behind it.
fn is_told_on(name: &str, after: &[u8]) -> bool {
    let mut words = after.trim_ascii().split(|byte| *byte == b' ');
    let (first, second) = (words.next().unwrap_or(b""), words.next().unwrap_or(b""));
    first.len() >= 6
        && first.iter().any(u8::is_ascii_digit)
        && first.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
        && second.len() >= 2
        && second.iter().all(u8::is_ascii_lowercase)
        && names::says(name).is_some_and(|said| matches!(said.kind, "TOKEN" | "API_KEY" | "ACCESS_KEY"))
}

/// `=value command -flag`: what follows the first blank reads like a command line.
fn looks_like_command(after: &[u8]) -> bool {
    let Some(blank) = memchr::memchr(b' ', after) else { return false };
    if after.first().is_none_or(|byte| matches!(byte, b'"' | b'\'' | b' ')) {
        return false;
    }
    let rest = String::from_utf8_lossy(after.get(blank + 1..).unwrap_or(b"")).into_owned();
    let word = rest.split(' ').next().unwrap_or("");
    const COMMANDS: [&str; 30] = [
        "psql",
        "pg_dump",
        "pg_restore",
        "mysql",
        "mysqldump",
        "terraform",
        "tofu",
        "terragrunt",
        "aws",
        "docker",
        "kubectl",
        "helm",
        "curl",
        "npm",
        "node",
        "python",
        "python3",
        "./",
        "bash",
        "sh",
        "make",
        "go",
        "cargo",
        "git",
        "vault",
        "consul",
        "ansible-playbook",
        "packer",
        "redis-cli",
        "mongosh",
    ];
    // Passphrases have no options.
    let option = rest.split(' ').skip(1).any(|word| {
        word.trim_start_matches('-').starts_with(|c: char| c.is_ascii_lowercase())
            && word.starts_with('-')
            && word.len() > 1
    });
    // `restic backup /srv`, `duplicity full / file:///b`: a word, another, and a path or an option.
    let further: Vec<&str> = rest.split(' ').skip(1).filter(|word| !word.is_empty()).collect();
    let shell = word.len() >= 2
        && word.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_' | b'.' | b'/')
        })
        && !is_sentence_word(word)
        && further.iter().any(|word| word.starts_with(['-', '/', '>', '|', '~', '$']) || word.contains('/'));
    COMMANDS.contains(&word)
        || shell
        || option && word.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'_' | b'.'))
        || word.starts_with("./")
        || word.starts_with("&&")
        || word.starts_with('|')
        || word.contains('=') && word.chars().next().is_some_and(|c| c.is_ascii_uppercase())
}

/// A value that runs to the end of the line, without what is not its own: a list's comma, an outer quote, prose.
pub(super) fn trimmed_line(finder: &Finder<'_>, mut value: Value, mark: char) -> Value {
    let Some(body) = finder.text.get(value.start..value.end) else { return value };
    if mark == ':' && body.contains(' ') {
        let words: Vec<&str> = body.split(' ').collect();
        let prose = words.len() >= 3
            && words
                .iter()
                .filter(|word| word.chars().all(|c| c.is_alphabetic() || matches!(c, ',' | '.' | '\'')))
                .count()
                * 2
                > words.len()
            && words.iter().any(|word| is_sentence_word(word));
        if prose {
            let first = words.first().copied().unwrap_or("");
            let is_word = first.chars().all(|c| c.is_alphabetic() || matches!(c, ',' | '.'));
            value.end = if is_word { value.start } else { value.start + first.len() };
            return value;
        }
    }
    // `Passwort: x Benutzer: y`: a password, and another label behind it.
    if mark == ':'
        && let Some((first, rest)) = body.split_once(' ')
        && (values::is_password_like(first) || values::is_masked(first))
        && rest.split(' ').filter(|word| !word.is_empty()).take(2).any(|word| {
            word.len() > 3
                && word.ends_with(':')
                && word.trim_end_matches(':').chars().all(char::is_alphabetic)
        })
    {
        value.end = value.start + first.trim_end_matches([',', ';']).len();
        return value;
    }
    // "see Vault", "ask Anna": where it is, not what.
    let pointer =
        ["see ", "See ", "ask ", "Ask ", "in ", "from ", "via ", "siehe ", "voir ", "stored ", "same "];
    if mark == ':'
        && pointer.iter().any(|word| body.starts_with(word))
        && body.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '/' | ','))
    {
        value.end = value.start;
        return value;
    }
    // `x (read only)`: a remark.
    if body.ends_with(')')
        && let Some((head, remark)) = body.split_once(" (")
        && !head.contains(' ')
        && remark.len() > 4
        && remark.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ')' | ',' | '.' | '-' | '!' | ':'))
    {
        value.end = value.start + head.len();
        return value;
    }
    for tail in ["\",", "\"", "',", "'", ","] {
        if body.ends_with(tail) && body.len() > tail.len() {
            let quote = tail.trim_end_matches(',');
            if quote.is_empty() || !body.get(..body.len() - tail.len()).unwrap_or("").contains(quote) {
                value.end -= tail.len();
                break;
            }
        }
    }
    value
}

/// Some words in small letters that make no sentence.
pub(in crate::detect) fn is_phrase(line: &str) -> bool {
    let words = line.split(' ').count();
    // A wallet's words are twelve and more.
    ((3..=8).contains(&words) || matches!(words, 12 | 15 | 18 | 21 | 24))
        && line.split(' ').all(|word| {
            word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_lowercase()) && !is_sentence_word(word)
        })
}

/// Words of which sentences are made, and pass phrases are not.
pub(in crate::detect) fn is_sentence_word(word: &str) -> bool {
    const WORDS: [&str; 63] = [
        "successfully",
        "updated",
        "expired",
        "must",
        "be",
        "is",
        "are",
        "was",
        "the",
        "at",
        "least",
        "for",
        "of",
        "to",
        "a",
        "an",
        "in",
        "and",
        "or",
        "not",
        "with",
        "characters",
        "required",
        "see",
        "stored",
        "use",
        "please",
        "changed",
        "your",
        "from",
        "by",
        "should",
        "contact",
        "ask",
        "never",
        "set",
        "enter",
        "has",
        "have",
        "on",
        "this",
        "that",
        "it",
        "if",
        "when",
        "will",
        "can",
        "cannot",
        "no",
        "than",
        "more",
        "via",
        "after",
        "before",
        "as",
        "der",
        "die",
        "das",
        "und",
        "les",
        "est",
        "does",
        "do",
    ];
    let word = word.to_ascii_lowercase();
    WORDS.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn a_connection_string_ends_at_the_next_option() {
        assert_eq!(
            hidden("tool --dsn Server=db;Uid=app;Pwd=Kq7Zx2Vb9Lm4tR --verbose --out r.txt\n"),
            ["Kq7Zx2Vb9Lm4tR"]
        );
        assert_eq!(hidden("Server=db;Uid=app;Pwd=kite lamp -b orca;Database=shop\n"), ["kite lamp -b orca"]);
    }

    #[test]
    fn a_variable_that_begins_its_line_goes_on_behind_an_ampersand() {
        assert_eq!(hidden("SECRET_KEY=r&lvKq7Zx2*k+q=)x-!=Vb9\n"), ["r&lvKq7Zx2*k+q=)x-!=Vb9"]);
        assert_eq!(hidden("  - DB_PASSWORD=Kq7&cd=Zx2Vb9\n"), ["Kq7&cd=Zx2Vb9"]);
        assert_eq!(hidden("password=Kq7Zx2Vb9&user=joan\n"), ["Kq7Zx2Vb9"]);
    }

    #[test]
    fn words_behind_a_token_are_none_of_it() {
        assert_eq!(hidden("token=kq7zx2vb9lm connection refused\n"), ["kq7zx2vb9lm"]);
        assert_eq!(hidden("MY_TOKEN=kq7zx2vb9 export B=1 && run\n"), ["kq7zx2vb9"]);
        assert_eq!(hidden("passphrase = kite7lamp orca nine\n"), ["kite7lamp orca nine"]);
    }

    #[test]
    fn settings_behind_a_value_are_their_own() {
        for (text, value) in [
            ("password=maple88xyz host=db7 port=5432 dbname=shop\n", "maple88xyz"),
            ("token=Kq7Zx2Vb9Lm4tR host=db7 level=info\n", "Kq7Zx2Vb9Lm4tR"),
            ("DB_PASSWORD=maple lagoon kite host=db7\n", "maple lagoon kite"),
            (
                "12:01 call failed; masked_api_key=Kq7Zx2Vb9Lm4tR8wPd5c reason=AuthError\n",
                "Kq7Zx2Vb9Lm4tR8wPd5c",
            ),
            ("api_key=Kq7Zx2Vb9Lm4tR8wPd5c is invalid for region eu-west-1\n", "Kq7Zx2Vb9Lm4tR8wPd5c"),
            // What only looks so goes on to the end of the line.
            ("DB_PASSWORD=maple lagoon kite\n", "maple lagoon kite"),
            ("DB_PASSWORD=maple lagoon=kite\n", "maple lagoon=kite"),
            ("DB_PASSWORD=maple88 is the host=best\n", "maple88 is the"),
            ("DB_PASSWORD=maple88 q=9 kite==\n", "maple88 q=9 kite=="),
        ] {
            assert_eq!(hidden(text), [value], "{text}");
        }
    }
}

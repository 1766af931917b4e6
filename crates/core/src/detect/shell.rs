//! What any program is given on a command line, whatever it is called: `-u anna -p x`, `-k` and a drawn word,
//! `echo x | gh auth login --with-token`, `printf 'password=%s\n' x`, `-key db_password -value x`.
//!
//! `places::COMMANDS` knows programs whose options mean something of their own; here only the line itself speaks.

use super::Finder;
use super::assignments::judge;
use super::marks::Marks;
use super::names::{self, Said, Strength};
use super::values::{self, Value};

const PASSWORD: Said = Said { strength: Strength::Strong, kind: "PASSWORD" };

/// Short options that programs take a password, key or token with.
const OPTIONS: [&str; 14] = [
    " -p", " -P ", " -w ", " -W ", " -k ", " -a ", " -t ", " -s ", " -pw ", " -pass ", " /p:", " -x ",
    " -y ", " -c ",
];

/// Options that say who logs in.
const WHO: [&str; 12] = [
    " -u ",
    " -U ",
    " -l ",
    " -D ",
    " --user",
    " --login",
    " -user",
    " /u:",
    " /user:",
    " -username",
    " -ln ",
    " -uroot",
];

/// What reads a secret from another program.
const PIPED: [&str; 7] =
    ["--with-token", "-stdin", "| passwd", "| smbpasswd", "| sudo passwd", "| vault login", "| ldappasswd"];

const NAMED: [&str; 2] = [" -value ", " --value "];

/// Verbs of programs that log in with the words behind them.
const LOGS_IN: [&str; 8] = [
    "login ",
    "authorize-account ",
    "radtest ",
    "admin user add ",
    "adduser ",
    " connect to ",
    " using ",
    "authtoken ",
];

/// What is written into a file: `printf '%s' 'x' > /run/secrets/db_pw`.
const INTO: [&str; 5] = [" > ", " >/", " >> ", " >>/", "| tee "];

/// What `echo` and `printf` take before the words that they say.
const SAID_HOW: [&str; 9] =
    ["-n ", "-e ", "-ne ", "-en ", "%s ", "'%s' ", "\"%s\" ", "'%s\\n' ", "\"%s\\n\" "];

/// `sed 's|A|x|'`, with what may part its sides.
const SED: [&str; 6] = ["'s|", "\"s|", "'s/", "\"s/", "'s#", "\"s#"];

/// A line that is given to a command.
const GIVEN: &str = "<<< ";

/// A program's output in place of a file.
const SUBSTITUTED: [&str; 2] = ["<(echo ", "<(printf "];

/// Vault's own writing: each pair's value may be a secret, whatever its name.
const WRITTEN: [&str; 3] = ["vault kv put ", "vault kv patch ", "vault write "];

/// The line goes on below.
const GOES_ON: &str = " \\\n";

/// jq's own variables.
const ARGUMENT: &str = " --arg ";

/// Every literal that these detectors look for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    OPTIONS
        .iter()
        .chain(&PIPED)
        .chain(&NAMED)
        .chain(&SED)
        .chain([&"printf ", &GOES_ON, &ARGUMENT, &GIVEN])
        .chain(&LOGS_IN)
        .chain(&INTO)
        .chain(&WRITTEN)
        .chain(&SUBSTITUTED)
        .copied()
}

pub(super) fn read(finder: &mut Finder<'_>, marks: &Marks) {
    for here in OPTIONS.iter().flat_map(|mark| marks.place(mark).map(move |at| (at, at + mark.len()))) {
        option(finder, here.0, here.1);
    }
    for here in PIPED.iter().flat_map(|mark| marks.place(mark)) {
        piped(finder, here);
    }
    for here in NAMED.iter().flat_map(|mark| marks.place(mark).map(move |at| (at, at + mark.len()))) {
        named(finder, here.0, here.1);
    }
    for here in LOGS_IN.iter().flat_map(|mark| marks.place(mark).map(move |at| (at, at + mark.len()))) {
        logs_in(finder, here.0, here.1);
    }
    for here in INTO.iter().flat_map(|mark| marks.place(mark).map(move |at| (at, at + mark.len()))) {
        into(finder, here.0, here.1);
    }
    for here in marks.place(GIVEN) {
        given(finder, here + GIVEN.len());
    }
    for here in WRITTEN.iter().flat_map(|mark| marks.place(mark).map(move |at| at + mark.len())) {
        written(finder, here);
    }
    for here in marks.place(GOES_ON) {
        goes_on(finder, here);
    }
    for here in SED.iter().flat_map(|mark| marks.place(mark)) {
        replaced(finder, here);
    }
    for here in marks.place(ARGUMENT) {
        argument(finder, here + ARGUMENT.len());
    }
    for here in SUBSTITUTED.iter().flat_map(|mark| marks.place(mark).map(move |at| (at, at + mark.len()))) {
        substituted(finder, here.0, here.1);
    }
    for here in marks.place("printf ") {
        formatted(finder, here + 7);
    }
}

/// `mega-login anna@example.org x`, `b2 authorize-account x y`, `db2 connect to shop user app using x`: the words of a
/// command that logs in, as far as they read as drawn or made up.
fn logs_in(finder: &mut Finder<'_>, at: usize, from: usize) {
    let head = before(finder, at);
    // A command of a few words, behind what a shell or a history shows before it.
    let command = head.rsplit(['$', '#', ';', '|', '&', '>']).next().unwrap_or("").trim_start();
    let program = command.starts_with(|c: char| c.is_ascii_lowercase()) || command.is_empty();
    let words = command.split_whitespace().count();
    if !program || words > 7 || head.contains(['"', ':', '=', '(']) && command == head.trim_start() {
        return;
    }
    let end = values::line_end(finder.bytes, from).min(from + 300);
    let mut at = from;
    let mut placed = false;
    for _ in 0..6 {
        at = values::blanks(finder.bytes, at);
        if at >= end {
            return;
        }
        let Some(value) = values::word(finder.bytes, at) else { return };
        let Some(word) = finder.text.get(value.start..value.end) else { return };
        if value.after <= at {
            return;
        }
        // `login --client-id x --cluster y`: where, and as whom.
        if std::mem::replace(&mut placed, says_where(word)) {
            at = value.after;
            continue;
        }
        let hex = (20..=40).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        let mail = word.contains('@') && word.contains('.') && !word.contains(['!', '#', '$', ':']);
        if !mail
            && !word.starts_with(['-', '$'])
            && !word.contains(['/', '='])
            && !values::is_uuid(word)
            && (hex || values::is_drawn_mixed(word) || values::is_made(word))
        {
            judge(finder, "password", PASSWORD, Value { quoted: true, ..value });
        }
        at = value.after;
    }
}

/// Whether an option takes a place or somebody's name, and no secret.
fn says_where(option: &str) -> bool {
    const LAST: [&str; 24] = [
        "id",
        "server",
        "domain",
        "proxy",
        "cluster",
        "url",
        "host",
        "user",
        "username",
        "region",
        "project",
        "org",
        "tenant",
        "profile",
        "account",
        "namespace",
        "context",
        "zone",
        "audience",
        "issuer",
        "endpoint",
        "registry",
        "subscription",
        "workspace",
    ];
    option.strip_prefix("--").is_some_and(|name| {
        names::says(name).is_none() && name.rsplit('-').next().is_some_and(|last| LAST.contains(&last))
    })
}

/// What is written into a file whose name says secret.
fn into(finder: &mut Finder<'_>, here: usize, from: usize) {
    let head = before(finder, here);
    let Some(says) =
        ["echo ", "printf "].iter().filter_map(|word| Some(head.rfind(word)? + word.len())).max()
    else {
        return;
    };
    let path =
        values::unquoted(finder.bytes, values::blanks(finder.bytes, from), super::values::Until::Blank);
    let path = finder.text.get(path.start..path.end).unwrap_or("").trim_matches([';', '"', '\'']);
    let name = path.rsplit('/').next().unwrap_or("").trim_start_matches('.');
    let name = name.split_once('.').map_or(name, |(name, _)| name);
    if names::says(name).is_none_or(|said| said.strength != Strength::Strong && said.kind != "KEY") {
        return;
    }
    let Some(value) = said_by(finder, here - head.len() + says).filter(|value| value.end <= here) else {
        return;
    };
    let body = finder.text.get(value.start..value.end).unwrap_or("");
    let is_pair = body.split_once('=').is_some_and(|(name, _)| {
        name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_') || names::says(name).is_some()
    });
    // What says more than a secret is read by its names.
    if body.len() >= 4
        && !is_pair
        && !body.starts_with(['{', '%'])
        && !body.contains('\n')
        && !body.contains(": ")
    {
        judge(finder, "password", PASSWORD, value);
    }
}

/// `wrangler secret put KEY <<< 'x'`: one word that reads as a password, whatever reads it.
fn given(finder: &mut Finder<'_>, from: usize) {
    let Some(value) = values::word(finder.bytes, from) else { return };
    let Some(word) = finder.text.get(value.start..value.end) else { return };
    let marks = word.bytes().filter(u8::is_ascii_punctuation).count();
    // `zfs load-key tank <<< "x"`
    let head = before(finder, from);
    let opens = value.quoted
        && [
            "load-key",
            "luksOpen",
            "pass insert",
            "mount",
            "kinit",
            "unlock",
            "login",
            "passwd",
            "decrypt",
            "secret",
            "keyctl",
        ]
        .iter()
        .any(|word| head.contains(word));
    if opens && !word.starts_with(['{', '[', '<']) && !word.contains('\n')
        || !word.contains([' ', '/', '=', '"'])
            && !word.starts_with(['{', '[', '$', '<'])
            && (values::is_drawn_mixed(word)
                || values::is_made(word)
                || marks >= 2 && values::is_password_like(word))
        || value.quoted
            && marks >= 3
            && !word.contains([' ', '=', '"', '{'])
            && values::is_password_like(word)
    {
        judge(finder, "password", PASSWORD, Value { quoted: true, ..value });
    }
}

/// `vault kv put secret/app api=x note=hello`: what is drawn of it.
fn written(finder: &mut Finder<'_>, from: usize) {
    let end = values::line_end(finder.bytes, from).min(from + 400);
    let Some(rest) = finder.text.get(from..end) else { return };
    let mut at = from;
    for word in rest.split(' ') {
        // `api='x y'`
        let quote = at + word.find('=').map_or(0, |sign| sign + 1);
        if matches!(finder.bytes.get(quote), Some(b'"' | b'\''))
            && let Some(value) = values::quoted(finder.bytes, quote)
            && finder.text.get(value.start..value.end).is_some_and(|body| {
                body.bytes().filter(|byte| byte.is_ascii_punctuation() && !b"-_.,/".contains(byte)).count()
                    >= 2
            })
        {
            judge(finder, "password", PASSWORD, value);
        }
        if let Some((name, value)) = word.split_once('=')
            && !name.starts_with('-')
            && !names::is_public_entry(name)
            && let bare = value.trim_matches(['\'', '"'])
            && !bare.starts_with('$')
            && (values::is_drawn_mixed(bare)
                || bare.bytes().filter(|byte| byte.is_ascii_punctuation() && !b"-_.".contains(byte)).count()
                    >= 2
                    && values::is_password_like(bare))
        {
            let start = at + name.len() + 1 + value.find(bare).unwrap_or(0);
            judge(finder, "password", PASSWORD, Value::quoted(start, start + bare.len()));
        }
        at += word.len() + 1;
    }
}

/// `--token \` and the value on the line below.
fn goes_on(finder: &mut Finder<'_>, here: usize) {
    let flag = before(finder, here).rsplit([' ', '\t']).next().unwrap_or("");
    let at = values::blanks(finder.bytes, here + GOES_ON.len());
    if let Some(name) = flag.strip_prefix('-').filter(|name| !name.contains(['=', '"']))
        && let Some(said) = names::says(name.trim_start_matches('-'))
        && let Some(value) = values::word(finder.bytes, at)
        && finder.bytes.get(at) != Some(&b'-')
    {
        judge(finder, name, said, value);
    }
}

/// `sed 's|__DB_PASS__|x|'`: what is put in where a secret's name stood.
fn replaced(finder: &mut Finder<'_>, here: usize) {
    let Some(mark) = finder.bytes.get(here + 2).copied() else { return };
    let end = values::line_end(finder.bytes, here).min(here + 400);
    let from = here + 3;
    let Some(middle) = finder.bytes.get(from..end).and_then(|rest| memchr::memchr(mark, rest)) else {
        return;
    };
    let Some(name) = finder.text.get(from..from + middle) else { return };
    let start = from + middle + 1;
    let Some(length) = finder.bytes.get(start..end).and_then(|rest| memchr::memchr(mark, rest)) else {
        return;
    };
    let says = name
        .trim_matches(|c: char| !c.is_alphanumeric())
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')))
        .any(|word| {
            let word = word.trim_matches('_');
            let bare = ["_PLACEHOLDER", "_placeholder", "_HERE", "_TEMPLATE"]
                .iter()
                .find_map(|end| word.strip_suffix(end));
            names::says(bare.unwrap_or(word)).is_some_and(|said| said.strength == Strength::Strong)
        });
    let word = finder.text.get(start..start + length).unwrap_or("");
    if says
        && !word.contains(['=', ':', ' ', '(', '\\', '&'])
        && (values::is_tokenish(word) || values::is_password_like(word))
    {
        judge(finder, "password", PASSWORD, Value::quoted(start, start + length));
    }
}

/// `jq -n --arg p 'x' '{password: $p}'`
fn argument(finder: &mut Finder<'_>, from: usize) {
    let Some(name) = values::word(finder.bytes, from) else { return };
    let Some(value) = values::word(finder.bytes, values::blanks(finder.bytes, name.after)) else { return };
    let Some(variable) = finder.text.get(name.start..name.end) else { return };
    let rest = finder.text.get(value.after..values::line_end(finder.bytes, value.after)).unwrap_or("");
    let used = rest.find(&format!("${variable}")).and_then(|at| rest.get(..at)).unwrap_or("");
    let used =
        used.trim_end_matches([' ', ':', '"']).rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next();
    if let Some(said) = names::says(variable).or_else(|| names::says(used.unwrap_or(""))) {
        judge(finder, variable, said, Value { quoted: true, ..value });
    }
}

/// The line before `at`, as far as it is near.
fn before<'t>(finder: &Finder<'t>, at: usize) -> &'t str {
    let line = values::line_near(finder.bytes, at, 300);
    let line = (line..=at).find(|at| finder.text.is_char_boundary(*at)).unwrap_or(at);
    finder.text.get(line..at).unwrap_or("")
}

/// `-u anna -p x`: who logs in and with what; without a user only a drawn word.
fn option(finder: &mut Finder<'_>, at: usize, from: usize) {
    // `-pX` of MySQL's clients, but `-path`.
    let glued = !finder
        .bytes
        .get(from - 1..from + 1)
        .is_some_and(|pair| pair.contains(&b' ') || pair.ends_with(b":"));
    let Some(value) = values::word(finder.bytes, values::blanks(finder.bytes, from)) else { return };
    let Some(body) = finder.text.get(value.start..value.end) else { return };
    // `docker build -t registry.io/app:9d14621e...`: an image and its tag.
    let image = body.rsplit_once(':').is_some_and(|(image, _)| {
        image.contains('/')
            || ["docker ", "podman ", "nerdctl ", "buildah ", "buildx ", "kaniko", "trivy "]
                .iter()
                .any(|word| before(finder, at).contains(word))
    });
    if image && finder.bytes.get(at..from) == Some(b" -t ") {
        return;
    }
    // `dig -y hmac-sha256:ddns:x`
    if let Some((_, key)) = body.rsplit_once(':')
        && key.len() >= 20
        && !body.contains("://")
        // JSON is read by its names.
        && !body.starts_with('{')
        && values::is_tokenish(key)
    {
        judge(finder, "key", PASSWORD, Value::quoted(value.end - key.len(), value.end));
        return;
    }
    let head = before(finder, at);
    // `-u ops -p x`: the user stands right before it, and whatever follows is the password.
    let mut words = head.split_whitespace().rev();
    let user = words.next().unwrap_or("");
    let right_behind = !glued
        && finder
            .bytes
            .get(from.saturating_sub(3)..from)
            .is_some_and(|option| matches!(option, b" -p" | b"-p " | b"-P "))
        && words.next().is_some_and(|flag| matches!(flag, "-u" | "-U" | "-l" | "--user" | "--username"))
        && user.bytes().any(|byte| byte.is_ascii_alphabetic());
    let number = body.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    // A port, a path, an address, another option.
    if body.len() < 4
        || body.starts_with(['-', '/', '.', '~', '$'])
        || body.contains("://")
        || number && !(right_behind && body.len() >= 6 && !body.contains(':'))
        // `-p {password}` of a format string.
        || body.starts_with('{') && names::says(body.trim_matches(['{', '}'])).is_some()
        || values::is_uuid(body)
    {
        return;
    }
    let password = finder.bytes.get(from.saturating_sub(2)..from).unwrap_or(b"");
    let password = [&b"p"[..], b"P", b"w", b"W", b"a", b"s", b":"]
        .iter()
        .any(|letter| password.trim_ascii_end().ends_with(letter));
    let of_user = password && WHO.iter().any(|who| head.contains(who));
    // `crackmapexec smb h -u a -p x`, but `ls -l -w 80`, `docker run -u app -p 8080:80`, `nmap -p T:80`.
    let plain = body.contains(['/', ':', '=', ',']) && !value.quoted;
    // `psql -c "ALTER USER app PASSWORD 'x'"` is a command of several words, each of which is read by itself.
    if values::is_drawn_mixed(body) && !body.contains(' ')
        || right_behind && !plain
        || of_user && !glued && !plain && values::is_password_like(body)
    {
        judge(finder, "password", PASSWORD, Value { quoted: true, ..value });
    }
}

/// What stands before the pipe: `echo x |`, `(echo x; echo x) |`, `yes 'x' |`, `printf %s x |`.
fn piped(finder: &mut Finder<'_>, here: usize) {
    let end = here + usize::from(finder.bytes.get(here) == Some(&b'|'));
    let line = before(finder, end);
    let Some(pipe) = line.rfind('|') else { return };
    let begin = end - line.len();
    for word in ["echo ", "yes ", "printf "] {
        for (found, _) in line.get(..pipe).unwrap_or("").match_indices(word) {
            let at = said_from(finder, begin + found + word.len());
            let Some(mut value) = values::word(finder.bytes, at) else { continue };
            let Some(body) = finder.text.get(value.start..value.end) else { continue };
            // `echo "x\nx"`: each line of it.
            let after = value.after;
            value.quoted = true;
            for part in body.split("\\n") {
                let word = part.trim_end_matches([';', ')']);
                value.end = value.start + word.len();
                if !word.is_empty() && !word.starts_with(['-', '$']) && after <= begin + pipe {
                    judge(finder, "password", PASSWORD, value);
                }
                value.start += part.len() + 2;
            }
        }
    }
}

/// Where the words begin that `echo` or `printf` says.
fn said_from(finder: &Finder<'_>, mut at: usize) -> usize {
    for skip in SAID_HOW {
        if finder.text.get(at..).is_some_and(|rest| rest.starts_with(skip)) {
            at += skip.len();
        }
    }
    at
}

/// What `echo` or `printf` is given to say, from behind the command's own name.
fn said_by(finder: &Finder<'_>, at: usize) -> Option<Value> {
    let value = values::word(finder.bytes, said_from(finder, at))?;
    let word = finder.text.get(value.start..value.end)?.trim_end_matches([';', ')']);
    (!word.is_empty() && !word.starts_with(['-', '$']))
        .then(|| Value::quoted(value.start, value.start + word.len()))
}

/// `--password-file <(echo x)`
fn substituted(finder: &mut Finder<'_>, here: usize, from: usize) {
    let option = before(finder, here).trim_end_matches([' ', '=']).rsplit(' ').next().unwrap_or("");
    let told = option.trim_start_matches('-').trim_end_matches("-file").trim_end_matches("_file");
    if let Some(said) = names::says(told)
        && let Some(value) = said_by(finder, from)
    {
        judge(finder, told, said, value);
    }
}

/// `-key db_password -value x`: one option names what the next one gives.
fn named(finder: &mut Finder<'_>, at: usize, from: usize) {
    let head = before(finder, at);
    let Some(name) = ["-key ", "-name ", "-k ", "-n "]
        .iter()
        .filter_map(|option| head.rfind(option).map(|at| at + option.len()))
        .max()
        .and_then(|at| head.get(at..))
    else {
        return;
    };
    let name = name.split(' ').next().unwrap_or("").trim_matches(['"', '\'']);
    let name = name.rsplit('/').next().unwrap_or(name);
    // `az keyvault secret set --name db --value x`
    let said = names::says(name).or_else(|| {
        [" secret set", " secret create", " secrets create", " secrets set", " SecureString"]
            .iter()
            .any(|order| head.contains(order))
            .then_some(PASSWORD)
    });
    if let Some(said) = said
        && let Some(value) = values::word(finder.bytes, from)
    {
        judge(finder, name, said, Value { quoted: true, ..value });
    }
}

/// `printf 'user=%s pass=%s\n' app x`: the word whose place in the format has a telling name; of `%s:%s` the second.
fn formatted(finder: &mut Finder<'_>, from: usize) {
    let Some(format) = values::quoted(finder.bytes, from) else { return };
    let Some(body) = finder.text.get(format.start..format.end) else { return };
    let stop = values::line_end(finder.bytes, from).min(from + 600);
    let mut at = values::blanks(finder.bytes, format.after);
    let pair = body.trim_end_matches("\\n") == "%s:%s";
    let mut rest = body;
    let mut index = 0;
    while let Some(sign) = rest.find('%') {
        let label = rest.get(..sign).unwrap_or("").trim_end_matches(['=', ':', ' ', '"', '\'', '\\']);
        let label =
            label.rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).next().unwrap_or("");
        let said = if pair && index == 1 { Some(PASSWORD) } else { names::says(label) };
        rest = rest.get(sign + 1..).unwrap_or("");
        // `%%` is a sign.
        if let Some(after) = rest.strip_prefix('%') {
            rest = after;
            continue;
        }
        if at >= stop {
            return;
        }
        let Some(value) = values::word(finder.bytes, at) else { return };
        if value.after <= at {
            return;
        }
        at = values::blanks(finder.bytes, value.after);
        if let Some(said) = said
            && finder
                .text
                .get(value.start..value.end)
                .is_some_and(|word| value.quoted || values::is_password_like(word) || values::is_made(word))
        {
            judge(finder, label, said, Value { quoted: true, ..value });
        }
        index += 1;
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn a_user_and_a_password_of_any_program_are_read() {
        for line in [
            "hammer -u admin -p Kq7Zx2Vb9Lm4 host list",
            "crackmapexec smb dc1 -u anna -p 'fcW b7g_1n<i3t' --shares",
            "kadmin -p admin/admin -w Kq7Zx2Vb9Lm4 -q list",
            "echo Kq7Zx2Vb9Lm4 | gh auth login --with-token",
            "(echo Kq7Zx2Vb9Lm4; echo Kq7Zx2Vb9Lm4) | smbpasswd -s -a joe",
            "yes 'fcW b7g_1n<i3t' | passwd joe",
            "foo login --server h7 Kq7Zx2Vb9Lm4",
            "foo login --api-key-id Kq7Zx2Vb9Lm4 --verbose Kq7Zx2Vb9Lm4",
            "foo -t Kq7Zx2Vb9Lm4",
            "printf 'password=%s\\n' 'fcW b7g_1n<i3t' >> .env",
            "printf \"user=%s pass=%s\\n\" app Kq7Zx2Vb9Lm4",
            "duplicacy set -key password -value Kq7Zx2Vb9Lm4",
            "ansible-playbook site.yml --vault-password-file <(echo Kq7Zx2Vb9Lm4)",
            "echo 'Kq7Zx2Vb9Lm4' > ~/.vault_pass",
            "printf '%s' 'fcW b7g_1n<i3t' >/run/db/password.txt",
        ] {
            assert!(
                hidden(line).iter().any(|one| matches!(*one, "Kq7Zx2Vb9Lm4" | "fcW b7g_1n<i3t")),
                "{line}: {:?}",
                hidden(line)
            );
        }
    }

    #[test]
    fn ports_paths_and_names_are_no_passwords() {
        for line in [
            "docker run -u app -p 8080:80 -w /srv/App2024x nginx",
            "mkdir -p build/Release2024Final",
            "ssh -l anna -p 2222 bastion",
            "docker build -t registry.io/App:1.2.3 -t latest .",
            "terraform plan -target module.Db2024Main -p 8",
            "nmap -p T:80,443 -u host",
            "tar -x -p -f x.tgz",
            "printf '%s %d items\\n' Release2024 5",
            "echo done | tee --append log",
            "kubectl get pods -l app=Frontend2024 -w",
            "docker build -t registry.example.com/app:5e7c0dedfeed4bad9ace0ddba11c0de5a7c0de42 .",
            "docker run --rm -t app:v1.2.3-rc1-20261130T0900Z sh",
            "auth0 login --domain dev.example.com --client-id Kq7Zx2Vb9Lm4tR8w",
            "tsh login --proxy teleport.example.com --cluster prodEU1",
        ] {
            assert_eq!(hidden(line), Vec::<&str>::new(), "{line}");
        }
    }
}

//! Values that stand alone on a line below what announces them: what a command prints, what a sentence with a colon
//! at its end promises, a part of a form, the lines that a command reads.

use super::assignments::{self, judge};
use super::marks::{Hit, Marks};
use super::names::{self, Said, Strength};
use super::values::{self, Value};
use super::{Finder, framed, places};

const SECRET: Said = Said { strength: Strength::Strong, kind: "PASSWORD" };

/// Commands that print a secret and nothing else.
const PRINTS: [&str; 34] = [
    "Secret.decrypt(",
    "admin initial-password",
    "botocore.auth:Signature:",
    "base64decode}}",
    "gopass otp ",
    "pass otp ",
    "oathtool ",
    "--with-decryption",
    "print-access-token",
    "print-identity-token",
    "get-login-password",
    "--reveal",
    "pass show ",
    "gopass show ",
    "lpass show ",
    "bw get password",
    "op read ",
    "find-generic-password",
    "find-internet-password",
    "secrets versions access",
    "SecretString --output text",
    "openssl rand",
    "pwgen",
    "wg genkey",
    "consul keygen",
    "gossip keyring generate",
    "/dev/urandom",
    "kubeadm token create",
    "kubectl create token",
    "gh auth token",
    "vault print token",
    "mkpasswd",
    "virsh secret-get-value ",
    "rclone obscure ",
];

/// The beginnings of a form's part, and of lines that a command reads.
const OPENINGS: [&str; 8] = [
    "| grep result",
    "form-data; name=",
    "<<",
    "base64 -",
    "echo -e ",
    "printf ",
    "auth-user-pass",
    "auth.txt",
];

/// Every literal that these detectors look for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    PRINTS.iter().chain(&OPENINGS).copied()
}

/// Reads below the lines that hold one of the literals or a part of a telling name.
pub(super) fn read(finder: &mut Finder<'_>, marks: &Marks, stems: &[Hit]) {
    let mut done = 0;
    for hit in stems {
        if hit.start >= done {
            done = values::line_end(finder.bytes, hit.start).max(hit.end);
            announced(finder, hit.start, done);
        }
    }
    for mark in PRINTS {
        for here in marks.place(mark) {
            printed(finder, here, true);
        }
    }
    for here in marks.place("base64 -") {
        let line = values::line_start(finder.bytes, here);
        let option = finder.text.get(here + 8..here + 9).unwrap_or("");
        let before = finder.text.get(line..here).unwrap_or("").to_ascii_lowercase();
        let secret = ["secret", "passw", "token", "cred", "key"].iter().any(|word| before.contains(word));
        if matches!(option, "d" | "D" | "-") && secret {
            printed(finder, here, true);
        }
    }
    // `terraform state show random_password.db | grep result`
    for here in marks.place("| grep result") {
        let line = values::line_start(finder.bytes, here);
        let next = values::line_end(finder.bytes, here) + 1;
        let stop = values::line_end(finder.bytes, next.min(finder.text.len()));
        let secret = finder.text.get(line..here).is_some_and(|command| command.contains("random_password"));
        let open = finder.text.get(next..stop).and_then(|body| body.find('"'));
        if let Some(value) =
            open.filter(|_| secret).and_then(|open| values::quoted(finder.bytes, next + open))
        {
            judge(finder, "password", SECRET, value);
        }
    }
    for here in marks.place("form-data; name=") {
        form_part(finder, here + 16);
    }
    for here in ["echo -e ", "printf "].iter().flat_map(|mark| marks.place(mark)) {
        written_lines(finder, here);
    }
    for here in marks.place("<<") {
        given_lines(finder, here);
    }
    // `# auth-user-pass`, as people show OpenVPN's file.
    for here in ["auth-user-pass", "auth.txt"].iter().flat_map(|mark| marks.place(mark)) {
        if matches!(finder.bytes.get(values::line_start(finder.bytes, here)), Some(b'#' | b';')) {
            second_line(finder, values::line_end(finder.bytes, here));
        }
    }
}

/// A line without what a box or a quoting mail has before it.
fn unframed(line: &str) -> &str {
    let body = line.trim_start();
    ["│ ", "┃ ", "║ ", "| "].iter().find_map(|frame| body.strip_prefix(frame)).unwrap_or(line)
}

/// Where a command's own line begins with what a shell shows before it.
fn after_prompt(line: &str) -> Option<&str> {
    let line = unframed(line).trim_start();
    for mark in ["$ ", "% ", "+ ", "> ", "(gdb) ", ">>> ", "irb> ", "mysql> "] {
        if let Some(rest) = line.strip_prefix(mark) {
            return Some(rest);
        }
    }
    // Oh my zsh: an arrow, the folder, the branch.
    if let Some(rest) = line.strip_prefix("➜ ") {
        let (_, command) = rest.trim_start().split_once(' ')?;
        let branch = command.strip_prefix("git:(").and_then(|rest| rest.split_once(") "));
        return Some(branch.map_or(command, |(_, rest)| rest.trim_start_matches(['✗', ' '])));
    }
    if line.starts_with("# cat /") {
        return line.get(2..);
    }
    if line.starts_with("PS ") || line.get(1..3) == Some(":\\") {
        return line.split_once('>').map(|(_, rest)| rest.trim_start());
    }
    let head = line.get(..line.len().min(80)).or_else(|| line.get(..60)).unwrap_or("");
    let bytes = head.as_bytes();
    let ends_prompt =
        |blank: usize| blank > 0 && matches!(bytes.get(blank - 1), Some(b'$' | b'#' | b'%' | b'>'));
    if !memchr::memchr_iter(b' ', bytes).any(ends_prompt) {
        return None;
    }
    ["$ ", "# ", "% ", "> "].iter().find_map(|mark| {
        let at = head.find(mark)?;
        let prompt = head.get(..at)?;
        let shown = !prompt.contains([' ', '=', '"'])
            && (prompt.contains('@') || prompt.ends_with(['~', ']', '%', '/']))
            || prompt.starts_with('[') && prompt.ends_with(']')
            // `bash-5.1# `, of a shell in a container.
            || prompt.strip_prefix("bash-").or_else(|| prompt.strip_prefix("sh-")).is_some_and(|version| {
                version.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            })
            || *mark == "> " && prompt.contains(':')
            || prompt.starts_with("irb(");
        shown.then(|| line.get(at + mark.len()..)).flatten()
    })
}

/// The line that ends at `stop` holds a part of a telling name at `at`: a command, a label, a sentence with a colon?
fn announced(finder: &mut Finder<'_>, at: usize, stop: usize) {
    let start = values::line_start(finder.bytes, at);
    let Some(line) = finder.text.get(start..stop) else { return };
    if line.len() > 400 || stop >= finder.text.len() {
        return;
    }
    let whole = line.trim_end();
    // What Pulumi prints is known without a prompt.
    let asked = Some(line.trim_start()).filter(|line| line.starts_with("pulumi config get "));
    if let Some(command) = after_prompt(line).or(asked) {
        if command.strip_prefix("cat ").is_some_and(|path| is_key_file(path.trim_end())) {
            key_below(finder, stop);
        }
        if shows_login(command) {
            second_line(finder, stop);
        } else if prints(command) {
            printed(finder, at, false);
        } else if shows(command) {
            shown(finder, stop);
        } else if says_strongly(command) {
            quoted_answer(finder, stop);
        }
        return;
    }
    replied(finder, line, stop);
    // A header that a mail program folds.
    if whole.ends_with("uthorization: Bearer") || whole.ends_with("uthorization: Basic") {
        let end = values::line_end(finder.bytes, (stop + 1).min(finder.text.len()));
        let word = finder.text.get(stop + 1..end).unwrap_or("");
        // What stands at the margin is a header of its own, unless it was drawn.
        let folded = word.starts_with([' ', '\t']);
        let word = Some(word.trim()).filter(|word| !word.contains(' '));
        let drawn = |word: &&str| {
            word.len() >= 16
                && (values::is_tokenish(word) || word.len().is_multiple_of(4) && values::has_mixed_part(word))
                && word
                    .trim_end_matches('=')
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"+/_-.~".contains(&byte))
        };
        if let Some(word) = word.filter(|word| folded || drawn(word)) {
            let to = stop + 1 + finder.text.get(stop + 1..end).map_or(0, |line| line.trim_end().len());
            judge(finder, "password", SECRET, Value::quoted(to - word.len(), to));
        }
    }
    let file = whole.trim_start_matches(['#', ';', ' ']);
    if line.starts_with(['#', ';']) && is_key_file(file.strip_prefix("cat ").unwrap_or(file)) {
        key_below(finder, stop);
    }
    let label =
        whole.trim_matches(|c: char| matches!(c, '#' | '*' | '_' | ' ' | '\t' | ':' | '-' | '>' | '`'));
    if !super::is_placeholder_free(whole) {
        return;
    }
    let is_label = label.len() < 40
        && !label.contains(['=', ':', '：', '|', '"', ',', '<', '.'])
        && label.split(' ').count() <= 3
        && names::says(label).is_some_and(|said| said.strength == Strength::Strong);
    if let Some(at) = value_below(finder, stop)
        && tells(whole)
    {
        named_value(finder, at);
    }
    let links = [" is", " are", " lautet", " ist", " est", " es", " è"];
    let ends = whole.ends_with([':', '：']) || links.iter().any(|link| whole.ends_with(link));
    let promises = ends && whole.contains(' ') && tells(whole);
    // "maria: what is the sudo pw again?" - "tom: x"
    if whole.ends_with('?') && whole.contains(' ') && tells(whole) {
        answered(finder, stop);
    }
    if is_label || promises {
        lone(finder, start, stop, promises);
    } else if ends && whole.contains(' ') && hands_over(whole) {
        pasted(finder, stop);
    }
}

/// "here is the key you asked for, please rotate it afterwards:": a key that somebody is given, and no key of a store.
fn hands_over(sentence: &str) -> bool {
    const GIVEN: [&str; 12] = [
        "rotate",
        "revoke",
        "asked",
        "requested",
        "my",
        "our",
        "your",
        "new",
        "here",
        "here's",
        "promised",
        "working",
    ];
    let lower = sentence.to_ascii_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty()).collect();
    let is_key = words.iter().enumerate().any(|(index, word)| {
        let before = index.checked_sub(1).and_then(|at| words.get(at)).copied().unwrap_or("");
        matches!(*word, "key" | "keys")
            && !names::is_kept(&format!("{before}key"))
            && !matches!(
                before,
                "object" | "primary" | "partition" | "sort" | "idempotency" | "gpg" | "pgp" | "ssh"
            )
            && !words.get(index + 1).is_some_and(|next| names::is_about(next))
    });
    words.len() <= 24 && is_key && words.iter().any(|word| GIVEN.contains(word))
}

/// A long drawn word alone on the line below, if nothing but it stands there.
fn pasted(finder: &mut Finder<'_>, stop: usize) {
    let begin = stop + 1;
    let end = values::line_end(finder.bytes, begin.min(finder.text.len()));
    let Some(line) = finder.text.get(begin..end) else { return };
    let word = line.trim().trim_matches(['`', '"', '\'']);
    let signs = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=_-.~".contains(&byte);
    if word.len() >= 20 && word.bytes().all(signs) && values::is_tokenish(word) {
        let from = begin + line.find(word).unwrap_or(0);
        let said = Said { strength: Strength::Strong, kind: "API_KEY" };
        judge(finder, "api_key", said, Value::quoted(from, from + word.len()));
    }
}

/// Whether a file holds a key and nothing else: `config/master.key`, `agent.psk`.
fn is_key_file(path: &str) -> bool {
    !path.contains([' ', '=', ':', '<'])
        && [".key", ".psk", ".secret", ".token", ".pass"]
            .iter()
            .any(|end| path.len() > end.len() && path.ends_with(end))
        || path.ends_with("/keyfile")
}

/// Drawn words or digests' forms alone on the lines below the name of such a file.
fn key_below(finder: &mut Finder<'_>, stop: usize) {
    const LINES: usize = 32;
    let mut begin = stop + 1;
    for _ in 0..LINES {
        let end = values::line_end(finder.bytes, begin.min(finder.text.len()));
        let Some(word) = finder.text.get(begin..end).map(str::trim_end) else { return };
        if !(word.len() >= 16
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=_-.".contains(&byte))
            && (values::is_digest(word) || values::is_tokenish(word)))
        {
            return;
        }
        judge(finder, "password", SECRET, Value::quoted(begin, begin + word.len()));
        begin = end + 1;
    }
}

/// Whether a command shows a file of a user and a password, each on its line: `cat /etc/openvpn/auth.txt`.
fn shows_login(command: &str) -> bool {
    command.strip_prefix("cat ").is_some_and(|path| {
        let file = path.rsplit('/').next().unwrap_or("");
        !path.contains(' ') && ["auth", "login", "cred"].iter().any(|word| file.starts_with(word))
    })
}

/// The second of two lines of one word each: if nothing stands below them, or if it reads as a password.
fn second_line(finder: &mut Finder<'_>, stop: usize) {
    let line = |at: usize| (at, values::line_end(finder.bytes, at.min(finder.text.len())));
    let (first, end) = line(stop + 1);
    let (second, last) = line(end + 1);
    let (third, rest) = line(last + 1);
    let word = |(from, to): (usize, usize)| finder.text.get(from..to).unwrap_or("").trim_end();
    let user = word((first, end));
    let more = word((third, rest));
    let body = word((second, last));
    if !user.is_empty()
        && body.len() >= 4
        && user.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-@".contains(&byte))
        && !body.contains(' ')
        && (more.is_empty()
            || after_prompt(more).is_some()
            || values::is_chosen(body)
            || values::is_tokenish(body)
            || values::is_made(body))
    {
        judge(finder, "password", SECRET, Value::quoted(second, second + body.len()));
    }
}

/// Where the value of `New value: x` and `input_value='x'` begins on the line below.
fn value_below(finder: &Finder<'_>, stop: usize) -> Option<usize> {
    let text = finder.bytes;
    let begin = stop + 1;
    let end = values::line_end(text, begin.min(text.len()));
    let line = finder.text.get(begin..end)?;
    let lead = line.len() - line.trim_start().len();
    let label = [
        "New value: ",
        "Value: ",
        "value: ",
        "new value: ",
        "Enter a value: ",
        "##[debug]=> ",
        "##[debug]..=> ",
    ]
    .iter()
    .find(|label| line.get(lead..).is_some_and(|rest| rest.starts_with(**label)));
    if let Some(label) = label {
        return Some(begin + lead + label.len());
    }
    let is_input = |at: &usize| line.get(..=*at).is_some_and(|head| head.ends_with("input_value="));
    Some(begin + memchr::memchr_iter(b'=', line.as_bytes()).find(is_input)? + 1)
}

/// Such a value below a line that names a secret.
fn named_value(finder: &mut Finder<'_>, at: usize) {
    if let Some(value) = values::word(finder.bytes, at) {
        let body = finder.text.get(value.start..value.end).unwrap_or("");
        let told = finder.text.get(at.saturating_sub(11)..at) == Some("New value: ") && body.len() >= 4;
        if value.quoted || told || values::is_password_like(body) || values::is_tokenish(body) {
            judge(finder, "password", SECRET, Value { quoted: value.quoted || told, ..value });
        }
    }
}

/// One word, behind the name of who says it, right below a question for a secret.
fn answered(finder: &mut Finder<'_>, stop: usize) {
    let begin = stop + 1;
    let end = values::line_end(finder.bytes, begin.min(finder.text.len()));
    let Some(line) = finder.text.get(begin..end).map(str::trim_end) else { return };
    let said = [": ", "> ", "] "].iter().filter_map(|mark| line.rfind(mark).map(|at| at + mark.len())).max();
    let word = line.get(said.unwrap_or(0)..).unwrap_or("").trim_start();
    // "app_rw / x"
    let word = word.split_once(" / ").map_or(word, |(_, second)| second);
    let bare = word.trim_matches(['`', '"', '*', '\'']);
    let marks = bare.bytes().filter(u8::is_ascii_punctuation).count();
    if bare.len() >= 5
        && !bare.contains(' ')
        && !values::is_uuid(bare)
        && (values::is_made(bare)
            || values::is_chosen(bare)
            || values::is_tokenish(bare) && !values::is_uuid(bare)
            || marks > 0 && values::is_password_like(bare))
    {
        let from = begin + line.len() - word.len() + word.find(bare).unwrap_or(0);
        judge(finder, "password", SECRET, Value::quoted(from, from + bare.len()));
    }
}

/// Whether a word of a command names a secret.
fn says_strongly(command: &str) -> bool {
    command.len() < 200
        && command.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).any(|word| {
            names::says(word.trim_start_matches('-')).is_some_and(|said| said.strength == Strength::Strong)
        })
}

/// `GET api:token` and `"x"` alone on the line below.
fn quoted_answer(finder: &mut Finder<'_>, stop: usize) {
    let begin = stop + 1;
    let end = values::line_end(finder.bytes, begin.min(finder.text.len()));
    if let Some(value) = values::quoted(finder.bytes, begin)
        && finder.text.get(value.after..end).is_some_and(|rest| rest.trim().is_empty())
        && value.end > value.start + 3
    {
        judge(finder, "password", SECRET, value);
    }
}

/// `3) "password"` and `4) "x"` below it: names and values take turns in Redis' answers.
fn replied(finder: &mut Finder<'_>, line: &str, stop: usize) {
    let number = |line: &str| {
        let body = line.trim_start();
        let digits = body.bytes().take_while(u8::is_ascii_digit).count();
        let opens = (1..4).contains(&digits) && body.get(digits..digits + 3) == Some(") \"");
        opens.then(|| (body.get(..digits).and_then(|digits| digits.parse::<u32>().ok()), digits + 3))
    };
    let Some((Some(first), from)) = number(line) else { return };
    let name = line.trim().get(from..).and_then(|rest| rest.strip_suffix('"')).unwrap_or("");
    if super::is_placeholder(name) || names::says(name).is_none_or(|said| said.strength != Strength::Strong) {
        return;
    }
    let begin = stop + 1;
    let end = values::line_end(finder.bytes, begin.min(finder.text.len()));
    let Some(below) = finder.text.get(begin..end) else { return };
    if let Some((Some(second), from)) = number(below)
        && second == first + 1
        && let Some(value) =
            values::quoted(finder.bytes, begin + below.len() - below.trim_start().len() + from - 1)
    {
        judge(finder, name, SECRET, value);
    }
}

/// Whether a sentence speaks of a secret, by its own words.
fn tells(sentence: &str) -> bool {
    sentence.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).any(|word| {
        word.len() < 40
            && names::says(word).is_some_and(|said| {
                said.strength == Strength::Strong
                    && matches!(said.kind, "PASSWORD" | "TOKEN" | "SECRET" | "API_KEY")
            })
    }) || ["API key", "access key", "secret key", "private key", "root key"]
        .iter()
        .any(|key| sentence.contains(key))
}

/// Whether a command line asks a store for a secret: `doppler secrets get DB_PASSWORD --plain`.
fn shows(command: &str) -> bool {
    let words = || command.split(' ');
    let verb =
        words().any(|word| matches!(word, "get" | "read" | "show" | "reveal" | "view" | "print" | "decrypt"));
    verb && !command.contains("$(")
        && !command.contains(" > ")
        && words().skip(1).flat_map(|word| word.split(['/', '.', '='])).any(|word| {
            names::says(word).is_some_and(|said| said.strength == Strength::Strong || said.kind == "AUTH")
        })
}

/// One drawn or made-up word alone on the line below the command that ends at `stop`.
fn shown(finder: &mut Finder<'_>, stop: usize) {
    let begin = stop + 1;
    let end = values::line_end(finder.bytes, begin.min(finder.text.len()));
    let Some(word) = finder.text.get(begin..end).map(str::trim_end) else { return };
    if !word.contains([' ', '\t'])
        && (!word.contains('/') || word.len() == 44 && word.ends_with('='))
        && !word.ends_with(':')
        && (values::is_tokenish(word) && !values::is_uuid(word) && !values::is_digest(word)
            || values::is_chosen(word))
    {
        judge(finder, "password", SECRET, Value::quoted(begin, begin + word.len()));
    }
}

/// Whether a command line prints the secret that it speaks of.
fn prints(command: &str) -> bool {
    // What goes into a file or a variable is not shown.
    if command.contains("$(") || command.contains("> ") && !command.contains("| ") || command.contains("=`") {
        return false;
    }
    // `cat /run/secrets/db_password; echo`
    let command = command.trim_end();
    let command = ["; echo", " && echo", " || true"]
        .iter()
        .find_map(|tail| command.strip_suffix(tail))
        .unwrap_or(command);
    // `borg create ...; echo $BORG_PASSPHRASE`
    let command = command.rsplit("; ").next().unwrap_or(command);
    if !super::is_placeholder_free(command) {
        return false;
    }
    if !command.contains([' ', '=', '('])
        && names::says(command).is_some_and(|said| said.strength == Strength::Strong)
    {
        return true;
    }
    if command.contains("| terraform console") || command.contains("| tofu console") {
        return command
            .split(|c: char| !(c.is_alphanumeric() || c == '_'))
            .any(|word| names::says(word).is_some_and(|said| said.strength == Strength::Strong));
    }
    let first = command.split([' ', '(']).next().unwrap_or("");
    let last = command.split(' ').rfind(|word| !word.is_empty()).unwrap_or("");
    let of = |word: &str| {
        let word = word.trim_matches(['"', '\'', '$', '{', '}', ';', '(', ')']);
        let word = word.rsplit('(').next().unwrap_or(word);
        let word = word.rsplit(['/', '.', ':']).next().unwrap_or(word);
        names::says(word).is_some_and(|said| said.strength == Strength::Strong)
    };
    // `(Get-Credential svc).GetNetworkCredential().Password`
    if command.contains(" config get ") || command.starts_with('(') && command.contains(").") {
        return of(last);
    }
    if matches!(
        first,
        "echo"
            | "print"
            | "puts"
            | "p"
            | "printenv"
            | "cat"
            | "Write-Host"
            | "Write-Output"
            | "type"
            | "head"
            | "pass"
    ) {
        return of(last);
    }
    if command.contains(" output -raw ") || command.contains(" output -json ") || command.contains("-field") {
        return command.split([' ', '=']).any(of);
    }
    // `curl -H "X-Token: x" ... | jq -r .Config.NodeID`: the number of a thing.
    let filter = command.rsplit_once("jq -r ").map_or("", |(_, filter)| filter.trim_matches(['\'', '"']));
    let last = filter.rsplit('.').next().unwrap_or("");
    if filter.starts_with('.')
        && last.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
        && ["ID", "Id", "_id"].iter().any(|end| last.ends_with(end))
        && names::says(last).is_none()
    {
        return false;
    }
    (command.contains("| jq -r")
        || command.contains("jq -r ")
        || command.contains("-o tsv")
        || command.contains("text"))
        && command.split([' ', '\'', '"', '.', ',', '=', '/']).any(of)
        || command.contains("Get-Secret")
        || command.contains("-AsPlainText") && command.contains("ConvertFrom")
}

/// Takes what stands on the line below the command at `at`.
fn printed(finder: &mut Finder<'_>, at: usize, sure: bool) {
    let start = values::line_start(finder.bytes, at);
    let stop = values::line_end(finder.bytes, at);
    let Some(command) = finder.text.get(start..stop) else { return };
    let hidden = command.contains("$(") || command.contains("=`") || command.trim_end().ends_with('\\');
    if hidden || sure && (command.contains(" > ") || command.contains("--password-stdin")) {
        return;
    }
    let begin = stop + 1;
    let end = values::line_end(finder.bytes, begin.min(finder.text.len()));
    let Some(line) = finder.text.get(begin..end) else { return };
    if framed::is_framed(line.as_bytes()) && framed::is_framed(command.as_bytes()) && unframed(line) == line {
        return;
    }
    let framed = unframed(line);
    let begin = begin + (line.len() - framed.len());
    let line = framed;
    let body = line.trim();
    // Public is what the pair's other half makes of it.
    if command.contains("wg pubkey") {
        return;
    }
    // A history shows commands and nothing that they print.
    let listed = after_prompt(command).is_none()
        && body.split(' ').next() == command.trim_start().split(' ').next()
        && body.contains(' ');
    // A table's heading is no value.
    if listed || after_prompt(line).is_some() || body.len() < 4 || body.ends_with('|') {
        return;
    }
    let words = body.split(' ').count();
    let speaks = body.split(' ').any(|word| assignments::is_sentence_word(word) || word.ends_with(':'));
    if body.contains('\t')
        || words > 1 && (words > 6 || speaks || body.contains("  "))
        || body.starts_with(['{', '[', '<', '-'])
        || body.starts_with('/') && (body.len() != 40 || body.contains(['.', '-', '_']))
    {
        return;
    }
    let lead = line.len() - line.trim_start().len();
    let mut value = Value { start: begin + lead, end: begin + lead + body.len(), after: end, quoted: true };
    // A debugger numbers what it shows; an interpreter quotes it.
    let shown = match body.get(..1) {
        Some("$") => body.find("= ").map_or(0, |at| at + 2),
        _ if body.starts_with("=> ") => 3,
        _ => 0,
    };
    let from = begin + lead + shown;
    if matches!(finder.bytes.get(from), Some(b'"' | b'\''))
        && let Some(inner) = values::quoted(finder.bytes, from)
    {
        value = inner;
    }
    judge(finder, "password", SECRET, value);
}

/// A word alone on the next line that is not empty, if it reads as a secret.
fn lone(finder: &mut Finder<'_>, start: usize, stop: usize, promised: bool) {
    let own = finder.text.get(start..stop).map_or(0, |line| line.len() - line.trim_start().len());
    let mut begin = stop + 1;
    let mut taken = 0;
    for _ in 0..24 {
        if taken == 0 && begin > stop + 1 + 3 * 200 {
            return;
        }
        let end = values::line_end(finder.bytes, begin.min(finder.text.len()));
        let Some(line) = finder.text.get(begin..end) else { return };
        // A log's own beginning of each line is no value.
        let body = line.trim();
        if body.is_empty() || body.starts_with("```") {
            begin = end + 1;
            continue;
        }
        let lead = line.len() - line.trim_start().len();
        // The next item of the same list, as in a table of lists.
        let body = body.strip_prefix("- ").map_or(body, str::trim_start);
        let lead = lead + line.trim().len() - body.len();
        let bare = body.trim_matches(['`', '"', '\'', '*']);
        let shift = body.find(bare).unwrap_or(0);
        let reads = values::is_tokenish(bare) || values::is_password_like(bare) && bare.len() >= 6;
        if lead < own
            || bare.contains([' ', '\t', '：'])
            || bare.ends_with([':', ',', '{', '('])
            || bare.starts_with(['-', '|', '+', '='])
            || bare.contains('=') && !bare.ends_with('=')
            || values::is_uuid(bare) && !promised
            || !reads
        {
            return;
        }
        let from = begin + lead + shift;
        judge(
            finder,
            "password",
            SECRET,
            Value { start: from, end: from + bare.len(), after: end, quoted: true },
        );
        // "Recovery codes:" has many below it.
        let many = finder.text.get(start..stop).is_some_and(|label| {
            let label = label.trim_end().trim_end_matches([':', '*', '_', '：']);
            label.ends_with('s') && !label.ends_with("ss")
        });
        taken += 1;
        if !many || taken > 20 {
            return;
        }
        begin = end + 1;
    }
}

/// `Content-Disposition: form-data; name="password"`, an empty line, the value.
fn form_part(finder: &mut Finder<'_>, at: usize) {
    let text = finder.bytes;
    let Some(name) = values::quoted(text, at) else { return };
    let Some(said) = finder.text.get(name.start..name.end).and_then(names::says) else { return };
    let mut begin = values::line_end(text, at) + 1;
    for _ in 0..5 {
        let end = values::line_end(text, begin.min(text.len()));
        let Some(line) = finder.text.get(begin..end) else { return };
        begin = end + 1;
        if line.trim().is_empty() {
            break;
        }
    }
    let end = values::line_end(text, begin.min(text.len()));
    let Some(line) = finder.text.get(begin..end) else { return };
    let body = line.trim_end();
    if !body.starts_with("--") {
        judge(
            finder,
            "password",
            said,
            Value { start: begin, end: begin + body.len(), after: end, quoted: true },
        );
    }
}

/// `echo -e "user\nx" > /etc/vpn/credentials`: the last line of a file of credentials.
fn written_lines(finder: &mut Finder<'_>, at: usize) {
    let text = finder.bytes;
    let end = values::line_end(text, at).min(at + 400);
    let Some(open) = text.get(at..end).and_then(|rest| memchr::memchr2(b'"', b'\'', rest)) else { return };
    let Some(value) = values::quoted(text, at + open) else { return };
    let file = String::from_utf8_lossy(text.get(value.after..end).unwrap_or(b"")).to_ascii_lowercase();
    let named = file.contains('>')
        && ["auth", "cred", "passw", "secret", "login"].iter().any(|word| file.contains(word));
    let Some(body) = finder.text.get(value.start..value.end).filter(|_| named) else { return };
    let body = body.strip_suffix("\\n").unwrap_or(body);
    if let Some(newline) = body.rfind("\\n") {
        let (from, to) = (value.start + newline + 2, value.start + body.len());
        judge(finder, "password", SECRET, Value::quoted(from, to));
    }
}

/// `passwd <<EOF`, `cat > auth.txt <<EOF`, `sudo -S <<< "x"`: what a command reads.
fn given_lines(finder: &mut Finder<'_>, at: usize) {
    let text = finder.bytes;
    if at > 0 && text.get(at - 1) == Some(&b'<') {
        return;
    }
    let start = values::line_start(text, at);
    let Some(command) = finder.text.get(start..values::line_end(text, at)) else { return };
    let lower = command.to_ascii_lowercase();
    if text.get(at + 2) == Some(&b'<') {
        if places::reads_secret(&lower)
            && let Some(value) = values::word(text, values::blanks(text, at + 3))
        {
            judge(finder, "password", SECRET, value);
        }
        return;
    }
    let file = ["auth", "cred", "passw", "secret", "token", "login"].iter().any(|word| lower.contains(word));
    if !(file || places::reads_secret(&lower)) {
        return;
    }
    let stop = values::line_end(text, at);
    let mark =
        finder.text.get(at..stop).unwrap_or("").trim_start_matches(['<', '-', '~', ' ', '\'', '"', '\\']);
    let mark = mark.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or("");
    if mark.is_empty() {
        return;
    }
    let mut lines: Vec<(usize, usize)> = Vec::new();
    let mut begin = stop + 1;
    for _ in 0..5 {
        let end = values::line_end(text, begin.min(text.len()));
        let Some(line) = finder.text.get(begin..end) else { return };
        if line.trim() == mark {
            break;
        }
        // More than single values: read by its names.
        if line.contains(": ")
            || line.contains('=') && !line.ends_with('=')
            || line.trim().starts_with(['<', '[', '{', '#'])
        {
            return;
        }
        lines.push((begin, end));
        begin = end + 1;
    }
    if lines.len() > 4 {
        return;
    }
    // Of two lines in a file the first is the user.
    let skip = usize::from(lines.len() == 2 && file && !lower.contains("passw"));
    for (begin, end) in lines.into_iter().skip(skip) {
        let Some(line) = finder.text.get(begin..end) else { return };
        let body = line.trim();
        let lead = line.len() - line.trim_start().len();
        let mut from = begin + lead;
        let to = from + body.len();
        if lower.contains("chpasswd") {
            from += body.find(':').map_or(0, |at| at + 1);
        }
        if from < to {
            judge(finder, "password", SECRET, Value::quoted(from, to));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    const DRAWN: &str = "Kq7Zx2Vb9Lm4tR8wPd5cYf3h";

    #[test]
    fn what_a_line_hands_over_stands_below_it() {
        let hex = ["979778b005f8e05f3a7f", "948ee8e81329979778b0"].concat();
        for value in [DRAWN, &hex] {
            let text = format!("Here is the key you asked for, please rotate it afterwards:\n{value}\n");
            assert_eq!(hidden(&text), [value], "{text}");
        }
        for scheme in ["Bearer", "Basic"] {
            assert_eq!(hidden(&format!("Authorization: {scheme}\r\n{DRAWN}\r\nHost: a\r\n")), [DRAWN]);
        }
    }

    #[test]
    fn what_else_stands_below_is_kept() {
        for text in [
            "here is the cache key:\n979778b005f8e05f3a7f948ee8e81329979778b0\n",
            "our new public key:\nssh-ed25519 AAAAC3NzaC1lZDI1NTE5\n",
            "your key fingerprint:\nSHA256:Kq7Zx2Vb9Lm4tR8wPd5cYf3h\n",
            "here are the keys of the table:\ncustomer_id\n",
            "Authorization: Bearer\r\nHost: a.example.com\r\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }
}

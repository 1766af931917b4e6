//! Secrets known by where they stand: URLs, PEM blocks, command lines, positional files, lone keys in base64.

use super::marks::{Kind, Marks};
use super::names::{self, Said, Strength};
use super::values::{self, Until};
use super::{Finder, Found, assignments, containers, prose};

const SECRET: Said = Said { strength: Strength::Strong, kind: "PASSWORD" };

/// The literals that these detectors look for, beside their lists below.
const MARKS: &[&str] = &[
    "://",
    "@tcp(",
    "@(",
    "@unix(",
    "@//",
    ":oracle:thin:",
    "Private-Lines:",
    "--from-literal",
    "secure_link_md5",
    ":543",
    ":*:",
    ":$",
    PROTOCOL,
    "==",
    "response=",
    "ecureString",
    "ecurestring",
    "com2sec",
    "message-digest-key ",
    "authentication-key ",
    "snmp-server user",
    "sp_addlogin",
    "sp_addlinkedsrvlogin",
    "base64encode(",
    "b64enc(",
    "toBase64(",
    "createUser",
];

/// Every literal that these detectors look for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    MARKS
        .iter()
        .chain(&PEM)
        .chain(&FLAGS)
        .chain(CALLS.iter().map(|(call, _)| call))
        .chain(&READERS)
        .chain(&TYPED)
        .chain(&TOLD)
        .chain(&LINKS)
        .chain(&DIALOGUES)
        .copied()
        .chain(OPENINGS.iter().map(|(mark, _)| *mark))
}

/// `scheme://user:password@host`, and `user:password@tcp(host)`.
pub(super) fn urls(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    let mut at = 0;
    for found in marks.place("://") {
        if found < at {
            continue;
        }
        let begin = found + 3;
        at = begin;
        // User and password end at the last `@` before the host; a raw / ? # in a password is common.
        let mut end = begin;
        let limit = text.len().min(begin + 600);
        let mut last_at = None;
        let mut first_slash = None;
        while end < limit {
            match text.get(end) {
                Some(b' ' | b'\t' | b'\n' | b'\r' | b'"' | b'\'' | b'`' | b'<' | b'>' | b'|') | None => break,
                Some(b'\\') if matches!(text.get(end + 1), Some(b'n' | b'"' | b't')) => break,
                Some(b'@') if first_slash.is_none() || last_at.is_none() => {
                    let host = text.get(end + 1..limit).unwrap_or(b"");
                    let is_host = host.first().is_some_and(|byte| {
                        byte.is_ascii_alphanumeric()
                            || matches!(byte, b'[' | b'$' | b'{' | b'/' | b'(' | b'<' | b'%')
                    });
                    if is_host {
                        last_at = Some(end);
                    }
                }
                Some(b'/' | b'?' | b'#') if first_slash.is_none() => {
                    first_slash = Some(end);
                    if last_at.is_some() {
                        break;
                    }
                    let so_far = text.get(begin..end).unwrap_or(b"");
                    // A host with a port, not a password, ends here.
                    let port = so_far.rsplit(|byte| *byte == b':').next().unwrap_or(b"");
                    if !so_far.contains(&b':') || port.iter().all(u8::is_ascii_digit) && !port.is_empty() {
                        break;
                    }
                }
                _ => {}
            }
            end += 1;
        }
        let Some(mut sign) = last_at else { continue };
        if let Some(further) = further_sign(text, begin, sign, limit) {
            sign = further;
        }
        let userinfo = text.get(begin..sign).unwrap_or(b"");
        if let Some(colon) = memchr::memchr(b':', userinfo) {
            let (start, stop) = (begin + colon + 1, sign);
            let password = finder.text.get(start..stop).unwrap_or("");
            let user = finder.text.get(begin..begin + colon).unwrap_or("");
            if (password.is_empty() || password == "x-oauth-basic")
                && user.len() >= 8
                && !values::is_never_secret(user)
            {
                finder.add(Found {
                    start: begin,
                    end: begin + colon,
                    rule: "url-userinfo",
                    placeholder: "TOKEN",
                    certain: false,
                });
            } else if !password.is_empty() && !values::is_never_secret(password) && password.len() < 512 {
                finder.add(Found {
                    start,
                    end: stop,
                    rule: "url-password",
                    placeholder: "PASSWORD",
                    certain: true,
                });
            }
        } else {
            let user = finder.text.get(begin..sign).unwrap_or("");
            let nats =
                finder.text.get(begin.saturating_sub(8)..begin).is_some_and(|head| head.ends_with("nats://"));
            if user.len() >= 16
                && (nats || values::is_tokenish(user) || values::is_digest(user) || values::is_drawn(user))
            {
                finder.add(Found {
                    start: begin,
                    end: sign,
                    rule: "url-userinfo",
                    placeholder: "TOKEN",
                    certain: false,
                });
            }
        }
        at = sign;
    }
    // Go's MySQL form and Oracle's.
    for sign in marks.place("@tcp(").chain(marks.place("@(")).chain(marks.place("@unix(")) {
        let mut start = sign;
        while start > 0
            && sign - start < 200
            && text
                .get(start - 1)
                .is_some_and(|byte| !matches!(byte, b' ' | b'"' | b'\'' | b'`' | b'\n' | b'=' | b'/'))
        {
            start -= 1;
        }
        if let Some(colon) = text.get(start..sign).and_then(|user| memchr::memchr(b':', user)) {
            let from = start + colon + 1;
            finder.add_literal(from, sign, "url-password", "PASSWORD");
        }
    }
    for sign in marks.place("@//") {
        oracle(finder, sign);
    }
    for found in marks.place(":oracle:thin:") {
        let begin = found + 13;
        if let Some(sign) =
            text.get(begin..text.len().min(begin + 200)).and_then(|rest| memchr::memchr(b'@', rest))
        {
            oracle(finder, begin + sign);
        }
    }
}

/// `root:p@ss/word@db.corp.net`: the sign before what only reads as a host, when another stands before a real one.
fn further_sign(text: &[u8], begin: usize, sign: usize, limit: usize) -> Option<usize> {
    if !text.get(begin..sign)?.contains(&b':') {
        return None;
    }
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    let named = |at: usize| {
        let host = text.get(at + 1..limit).unwrap_or(b"");
        let length = host.iter().take_while(is_name).count();
        let port = host.get(length) == Some(&b':') && host.get(length + 1).is_some_and(u8::is_ascii_digit);
        length > 0 && (host.get(..length).is_some_and(|name| name.contains(&b'.')) || port)
    };
    if named(sign) || text.get(sign + 1..limit)?.starts_with(b"localhost") {
        return None;
    }
    let stop = text
        .get(sign..limit)?
        .iter()
        .position(|byte| {
            matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'"' | b'\'' | b'`' | b'<' | b'>' | b'|' | b',')
        })
        .map_or(limit, |at| sign + at);
    memchr::memrchr_iter(b'@', text.get(sign + 1..stop)?).map(|at| sign + 1 + at).find(|at| named(*at))
}

fn oracle(finder: &mut Finder<'_>, sign: usize) {
    let text = finder.bytes;
    let mut start = sign;
    while start > 0
        && sign - start < 120
        && text
            .get(start - 1)
            .is_some_and(|byte| !matches!(byte, b' ' | b'"' | b'\'' | b'`' | b'\n' | b'=' | b':'))
    {
        start -= 1;
    }
    if let Some(slash) = text.get(start..sign).and_then(|user| memchr::memchr(b'/', user)) {
        finder.add_literal(start + slash + 1, sign, "url-password", "PASSWORD");
    }
}

/// What a private key's first line says.
const PEM: [&str; 2] = ["PRIVATE KEY", "OpenVPN Static key V1"];

/// Private keys, whatever stands before their lines.
pub(super) fn pem(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    let mut at = 0;
    let mut next_end: Option<usize> = None;
    let mut keys: Vec<(usize, &str)> =
        PEM.iter().flat_map(|mark| marks.place(mark).map(move |key| (key, *mark))).collect();
    crate::text::sort_by_numbers(&mut keys, |(key, _)| (*key, 0));
    for (key, mark) in keys {
        if key < at {
            continue;
        }
        at = key + mark.len();
        let line = values::line_start(text, key);
        let head = text.get(line.max(key.saturating_sub(60))..key).unwrap_or(b"");
        if memchr::memmem::find(head, b"BEGIN ").is_none() {
            continue;
        }
        let window = text.get(key..text.len().min(key + 64)).unwrap_or(b"");
        let Some(dashes) =
            memchr::memmem::find(window, b"-----").or_else(|| memchr::memmem::find(window, b"---- "))
        else {
            continue;
        };
        if dashes > mark.len() + 13 {
            continue;
        }
        let mut start = key + dashes + 5;
        // Each END is looked for once, however many keys have none.
        if next_end.is_none_or(|end| end < start) {
            let rest = text.get(start..).unwrap_or(b"");
            next_end = Some(memchr::memmem::find(rest, b"-----END").map_or(usize::MAX, |end| start + end));
        }
        let end = next_end.filter(|end| *end < key + 65_536);
        let stop = end.unwrap_or_else(|| cut_key(text, start));
        at = stop.max(at);
        // What stands before BEGIN on its line stands before each line of the body.
        while start < stop {
            let line_stop = values::line_end(text, start).min(stop);
            let (from, to) = key_run(text, start, line_stop);
            if to > from {
                finder.add(Found {
                    start: from,
                    end: to,
                    rule: "pem-private-key",
                    placeholder: "PRIVATE_KEY",
                    certain: true,
                });
            }
            start = line_stop + 1;
        }
    }
    // PuTTY's own form.
    let mut at = 0;
    for found in marks.place("Private-Lines:") {
        if found < at {
            continue;
        }
        let mut start = values::line_end(text, found) + 1;
        at = start;
        for _ in 0..200 {
            let stop = values::line_end(text, start.min(text.len()));
            let (from, to) = key_run(text, start.min(text.len()), stop);
            if to < from + 16 {
                break;
            }
            finder.add(Found {
                start: from,
                end: to,
                rule: "ppk-private-key",
                placeholder: "PRIVATE_KEY",
                certain: true,
            });
            start = stop + 1;
        }
    }
}

/// A key without END: it goes on while lines hold base64.
fn cut_key(text: &[u8], start: usize) -> usize {
    let mut at = start;
    let mut last = start;
    for index in 0..400 {
        let stop = values::line_end(text, at.min(text.len()));
        let (from, to) = key_run(text, at.min(text.len()), stop);
        if to < from + 8 && index > 0 {
            break;
        }
        last = stop;
        if stop >= text.len() {
            break;
        }
        at = stop + 1;
    }
    last
}

/// The part of a line that is key: from the first long run of base64 to the last, escapes of line ends included.
fn key_run(text: &[u8], start: usize, stop: usize) -> (usize, usize) {
    let line = text.get(start..stop).unwrap_or(b"");
    let is_key = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    // One line with many blanks or escapes: all of it.
    let mut best: Option<(usize, usize)> = None;
    let mut at = 0;
    while at < line.len() {
        if !line.get(at).is_some_and(|byte| is_key(*byte)) {
            at += 1;
            continue;
        }
        let mut end = at;
        while end < line.len() && line.get(end).is_some_and(|byte| is_key(*byte)) {
            end += 1;
        }
        let run = line.get(at..end).unwrap_or(b"");
        let header = line.get(end) == Some(&b':')
            || line.get(end) == Some(&b'-')
            || (at > 1 && line.get(at - 2..at) == Some(b"--"));
        let is_time = run.iter().filter(|byte| byte.is_ascii_digit()).count() == run.len();
        let mut from = at;
        // `\nMIIE`: the n is the escape's.
        if at > 0 && line.get(at - 1) == Some(&b'\\') && matches!(line.get(at), Some(b'n' | b'r')) {
            from += 1;
        }
        let long = end.saturating_sub(from) >= 12
            || (best.is_some() && end.saturating_sub(from) >= 1)
            || (line.iter().all(|byte| is_key(*byte) || matches!(byte, b' ' | b'\t' | b'\r'))
                && line.len() <= 76);
        if long && !header && !is_time {
            best = Some(match best {
                Some((first, _)) => (first, end),
                None => (from, end),
            });
        }
        at = end.max(at + 1);
    }
    match best {
        Some((from, to)) => (start + from, start + to),
        None => (start, start),
    }
}

/// Commands with the options of theirs that hold a password.
pub(super) const COMMANDS: &[(&str, &[&str])] = &[
    ("mysql", &["-p"]),
    ("mysqldump", &["-p"]),
    ("mysqladmin", &["-p"]),
    ("mariadb", &["-p"]),
    ("sshpass", &["-p ", "-p"]),
    ("docker login", &["-p ", "-p=", "-p"]),
    ("podman login", &["-p ", "-p"]),
    ("redis-cli", &["-a ", "-a"]),
    ("curl", &["-u ", "--user ", "-u", "--proxy-user ", "--cert ", "-E ", "--pass "]),
    ("wget", &["--http-password=", "--ftp-password="]),
    ("ldapsearch", &["-w "]),
    ("ldapmodify", &["-w "]),
    ("mongo", &["-p ", "-p"]),
    ("mongosh", &["-p ", "-p"]),
    ("sqlcmd", &["-P ", "-P"]),
    ("bcp", &["-P ", "-P"]),
    ("certutil", &["-p "]),
    ("sqlplus", &[]),
    ("az login", &["-p "]),
    ("oc login", &["-p "]),
    ("vault login", &["login "]),
    ("vault operator unseal", &[]),
    ("consul keyring -install", &[]),
    ("kubeadm join", &["--token "]),
    ("ldapadd", &["-w"]),
    ("htpasswd", &[]),
    ("net use", &[]),
    ("clickhouse-client", &["--password "]),
    ("smbclient", &["-U ", "--user=", "--user "]),
    ("rpcclient", &["-U "]),
    ("winexe", &["-U "]),
    ("openssl", &["-k ", "-K ", "-passin pass:", "-passout pass:", "-pass pass:", "-password pass:"]),
    ("zip", &["-P ", "--password "]),
    ("unzip", &["-P "]),
    ("7z", &["-p"]),
    ("7za", &["-p"]),
    ("rar", &["-hp", "-p"]),
    ("unrar", &["-p"]),
    ("ipmitool", &["-P "]),
    ("mosquitto_pub", &["-P "]),
    ("mosquitto_sub", &["-P "]),
    ("cqlsh", &["-p "]),
    ("mongodump", &["-p "]),
    ("mongorestore", &["-p "]),
    ("mongoexport", &["-p "]),
    ("mongoimport", &["-p "]),
    ("mysqlimport", &["-p"]),
    ("mysqlshow", &["-p"]),
    ("mysqlcheck", &["-p"]),
    ("mariadb-dump", &["-p"]),
    ("mycli", &["-p "]),
    ("snmpwalk", &["-c ", "-A ", "-X "]),
    ("snmpget", &["-c ", "-A ", "-X "]),
    ("ldapdelete", &["-w "]),
    ("ldappasswd", &["-w ", "-s "]),
    ("ldapwhoami", &["-w "]),
    ("plink", &["-pw "]),
    ("pscp", &["-pw "]),
    ("psexec", &["-p "]),
    ("psexec.exe", &["-p "]),
    ("xfreerdp", &["/p:"]),
    ("rdesktop", &["-p "]),
    ("twine upload", &["-p "]),
    ("nerdctl login", &["-p "]),
    ("buildah login", &["-p "]),
    ("skopeo login", &["-p "]),
    ("helm registry login", &["-p "]),
    ("crane auth login", &["-p "]),
    ("oras login", &["-p "]),
    ("cf login", &["-p "]),
    ("ibmcloud login", &["-p ", "--apikey "]),
    ("etcdctl", &["--user ", "--user="]),
    ("influx", &["-t ", "-password "]),
    ("impala-shell", &["-p "]),
    ("isql", &["-P "]),
    ("osql", &["-P "]),
    ("tsql", &["-P "]),
    ("useradd", &["-p "]),
    ("usermod", &["-p "]),
    ("gpg", &["--passphrase "]),
    ("cryptsetup", &["--key "]),
    ("schtasks", &["/rp ", "/RP ", "/p "]),
    ("wmic", &["/password:"]),
    ("runas", &["/password:"]),
    ("bitsadmin", &[]),
    ("curl.exe", &["-u ", "--user "]),
    ("http", &["-a "]),
    ("lftp", &["-u "]),
    ("axel", &[]),
    ("net user", &[]),
    ("rabbitmqctl add_user", &[]),
    ("rabbitmqctl change_password", &[]),
    ("rabbitmqctl authenticate_user", &[]),
    ("rabbitmqadmin", &["-p ", "--password="]),
    ("wpa_passphrase", &[]),
    ("ssh-keygen", &["-N ", "-P "]),
    ("rclone obscure", &[]),
    ("ansible-vault encrypt_string", &[]),
    ("sqlldr", &["userid="]),
    ("exp", &["userid="]),
    ("imp", &["userid="]),
    ("expdp", &["userid="]),
    ("impdp", &["userid="]),
    ("reg add", &[]),
    ("consul kv put", &[]),
    ("pulumi config set", &[]),
    ("etcdctl put", &[]),
    ("gh secret set", &["--body ", "-b "]),
    ("ktpass", &["/pass ", "-pass "]),
    ("net ads", &["-U "]),
    ("mc alias set", &[]),
    ("mc config host add", &[]),
];

/// Options whose meaning only their command gives.
pub(super) fn commands(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    for hit in marks.leftmost(Kind::Command) {
        let Some((name, options)) = COMMANDS.get(hit.index) else { continue };
        if hit.start > 0
            && text
                .get(hit.start - 1)
                .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
            // A diff takes the line out.
            && !(text.get(hit.start - 1) == Some(&b'-') && matches!(hit.start.checked_sub(2).and_then(|at| text.get(at)), None | Some(b'\n')))
        {
            continue;
        }
        // `["mysql", "-uroot", "-px"]`: the command as a list of words.
        if matches!(text.get(hit.end), Some(b'"' | b'\'')) {
            listed(finder, options, hit.end);
            continue;
        }
        if !matches!(text.get(hit.end), Some(b' ')) {
            continue;
        }
        let mut stop = values::line_end(text, hit.end).min(hit.end + 2000);
        // A command goes on after a backslash at the line's end.
        while text.get(stop.saturating_sub(1)) == Some(&b'\\') && stop < text.len() && stop - hit.end < 2000 {
            stop = values::line_end(text, stop + 1);
        }
        let Some(line) = finder.text.get(hit.end..stop) else { continue };
        match *name {
            "htpasswd" => {
                // `-b` gives the password as the last of two or three words; `-nbB` is many options in one.
                let words: Vec<(usize, &str)> = (0..10).map_while(|index| nth_word(line, index)).collect();
                let batch = words.iter().any(|(_, word)| {
                    word.strip_prefix('-').is_some_and(|flags| flags.len() < 6 && flags.contains('b'))
                });
                let to_screen = words.iter().any(|(_, word)| {
                    word.strip_prefix('-').is_some_and(|flags| flags.len() < 6 && flags.contains('n'))
                });
                let mut given = words.iter().skip_while(|(_, word)| word.starts_with('-'));
                if batch && let Some((at, word)) = given.nth(if to_screen { 1 } else { 2 }) {
                    let from = hit.end + at;
                    finder.add_literal(from, from + word.len(), "command-password", "PASSWORD");
                }
            }
            "net use" => {
                let mut shared = false;
                for (at, word) in (0..8).map_while(|index| nth_word(line, index)) {
                    if shared && !word.starts_with('/') && word.len() > 2 {
                        let from = hit.end + at;
                        finder.add_literal(from, from + word.len(), "command-password", "PASSWORD");
                        break;
                    }
                    shared |= word.starts_with("\\\\");
                }
            }
            // Positional: the word after the user's name.
            "net user"
            | "rabbitmqctl add_user"
            | "rabbitmqctl change_password"
            | "rabbitmqctl authenticate_user"
            | "wpa_passphrase" => {
                if let Some(word) = nth_word(line, 1).filter(|(_, word)| !word.starts_with(['/', '-', '*'])) {
                    let from = hit.end + word.0;
                    finder.add_literal(from, from + word.1.len(), "command-password", "PASSWORD");
                }
            }
            "vault operator unseal"
            | "consul keyring -install"
            | "rclone obscure"
            | "ansible-vault encrypt_string" => {
                if let Some(word) = nth_word(line, 0).filter(|(_, word)| !word.starts_with('-')) {
                    let from = hit.end + word.0;
                    finder.add_literal(from, from + word.1.len(), "command-password", "KEY");
                }
            }
            // `consul kv put app/db/password x`
            "consul kv put" | "etcdctl put" => {
                let said = nth_word(line, 0).and_then(|(_, path)| names::says(path.rsplit('/').next()?));
                if said.is_some()
                    && let Some((from, word)) = nth_word(line, 1)
                {
                    finder.add_literal(
                        hit.end + from,
                        hit.end + from + word.trim_end().len(),
                        "command-password",
                        "PASSWORD",
                    );
                }
            }
            "pulumi config set" if line.contains("--secret") => {
                let word = line.split_whitespace().rev().find(|word| !word.starts_with('-')).unwrap_or("");
                if let Some(at) = line.rfind(word).filter(|_| line.split_whitespace().count() >= 3) {
                    finder.add_literal(
                        hit.end + at,
                        hit.end + at + word.len(),
                        "command-password",
                        "PASSWORD",
                    );
                }
            }
            "reg add" => {
                let name = line.find("/v ").and_then(|at| nth_word(line.get(at + 3..)?, 0));
                let says = name.and_then(|(_, name)| names::says(name));
                if let Some(said) = says
                    && let Some(data) = line.find("/d ")
                {
                    let from = values::blanks(finder.bytes, hit.end + data + 3);
                    let value = match finder.bytes.get(from) {
                        Some(b'"') => values::quoted(finder.bytes, from),
                        _ => Some(values::unquoted(finder.bytes, from, Until::Blank)),
                    };
                    if let Some(value) = value {
                        assignments::judge(finder, "registry_value", said, value);
                    }
                }
            }
            "mc alias set" | "mc config host add" => {
                for index in [2, 3] {
                    if let Some(word) = nth_word(line, index).filter(|(_, word)| !word.starts_with('-')) {
                        let from = hit.end + word.0;
                        finder.add_literal(from, from + word.1.len(), "command-password", "PASSWORD");
                    }
                }
            }
            "sqlplus" => {
                // The last sign before the host: a password may hold one.
                let word = line.trim_start().split([' ', '\t']).find(|word| word.contains('/')).unwrap_or("");
                let from = line.find(word).unwrap_or(0);
                if let Some(sign) = word.rfind('@') {
                    if let Some(slash) = word.find('/').filter(|slash| *slash < sign) {
                        finder.add_literal(
                            hit.end + from + slash + 1,
                            hit.end + from + sign,
                            "url-password",
                            "PASSWORD",
                        );
                    }
                } else if let Some(sign) = line.find('@') {
                    oracle(finder, hit.end + sign);
                }
            }
            _ => {
                for option in *options {
                    option_value(finder, name, option, hit.end, line);
                }
            }
        }
    }
    standard_input(finder, marks);
    by_position(finder, marks);
    literals(finder, marks);
}

/// Options of a command whose words are a list of strings, from the quote after its name.
fn listed(finder: &mut Finder<'_>, options: &[&str], from: usize) {
    let text = finder.bytes;
    let mut at = from + 1;
    let mut pending = false;
    for _ in 0..60 {
        while matches!(text.get(at), Some(b' ' | b',' | b'\n' | b'\t')) {
            at += 1;
        }
        let Some(value) = values::quoted(text, at) else { return };
        let body = finder.text.get(value.start..value.end).unwrap_or("");
        let glued = options
            .iter()
            .filter(|option| !option.ends_with(' '))
            .find_map(|option| body.strip_prefix(option))
            .filter(|rest| !rest.is_empty());
        let user = |body: &str| body.find(':').map(|at| at + 1);
        if pending && !body.starts_with('-') {
            finder.add_literal(value.start, value.end, "command-password", "PASSWORD");
        } else if let Some(rest) = glued {
            let skip = if body.starts_with("-u") { user(rest).unwrap_or(rest.len()) } else { 0 };
            finder.add_literal(value.end - rest.len() + skip, value.end, "command-password", "PASSWORD");
        }
        pending = options
            .iter()
            .any(|option| option.ends_with(' ') && option.trim_end() == body && !body.starts_with("-u"));
        if value.after <= at {
            return;
        }
        at = value.after;
    }
}

/// The word at `index`, without quotes, and where it stands.
fn nth_word(line: &str, index: usize) -> Option<(usize, &str)> {
    let bytes = line.as_bytes();
    let (mut at, mut count) = (0, 0);
    loop {
        at = values::blanks(bytes, at);
        let quote = bytes.get(at).copied().filter(|byte| matches!(byte, b'"' | b'\''));
        let start = at + usize::from(quote.is_some());
        let rest = bytes.get(start..)?;
        let length = match quote {
            Some(quote) => memchr::memchr(quote, rest),
            None => memchr::memchr3(b' ', b'\t', b'\r', rest),
        };
        let end = start + length.unwrap_or(rest.len());
        let after = end + usize::from(quote.is_some());
        if start >= bytes.len() {
            return None;
        }
        if count == index {
            return Some((start, line.get(start..end)?));
        }
        count += 1;
        at = after;
    }
}

fn option_value(finder: &mut Finder<'_>, command: &str, option: &str, base: usize, line: &str) {
    let wanted = format!(" {option}");
    // `curl -fsu user:x`: the last of several short options takes the word after them.
    let mut cluster = None;
    let mut at = 0;
    for word in line.split(' ').take(if option == "-u " { 64 } else { 0 }) {
        let is_cluster = (3..9).contains(&word.len())
            && word.starts_with('-')
            && word.ends_with('u')
            && word.bytes().skip(1).all(|byte| byte.is_ascii_alphabetic());
        at += word.len() + 1;
        if is_cluster {
            cluster = Some(at);
            break;
        }
    }
    let found = if command == "vault login" {
        Some(0)
    } else {
        line.find(&wanted).map(|at| at + wanted.len()).or(cluster)
    };
    let Some(after) = found else { return };
    if command == "vault login" && line.trim_start().starts_with('-') {
        return;
    }
    let mut start = base + after;
    let glued = !option.ends_with([' ', '=', ':']);
    start = if glued { start } else { values::blanks(finder.bytes, start) };
    if command == "vault login" {
        start = values::blanks(finder.bytes, base);
    }
    let next = finder.bytes.get(start).copied();
    // `mysql -p` alone asks for the password.
    if glued && matches!(next, None | Some(b' ' | b'\n' | b'\r')) {
        return;
    }
    let value = match next {
        Some(b'"' | b'\'') => values::quoted(finder.bytes, start),
        _ => Some(values::unquoted(finder.bytes, start, Until::Blank)),
    };
    let Some(mut value) = value else { return };
    // `-u svc:'x'`: quotes round the password alone.
    if matches!(finder.bytes.get(value.end), Some(b'"' | b'\''))
        && finder.bytes.get(value.end - 1) == Some(&b':')
        && !value.quoted
        && value.end > value.start
    {
        if let Some(inner) = values::quoted(finder.bytes, value.end) {
            finder.keep(inner, "command-password", "PASSWORD", false);
        }
        return;
    }
    let body = finder.text.get(value.start..value.end).unwrap_or("");
    if option == "userid=" {
        let Some(slash) = body.find('/') else { return };
        let body = body.split('@').next().unwrap_or(body);
        (value.end, value.start) = (value.start + body.len(), value.start + slash + 1);
    } else if matches!(option, "--cert " | "-E ") {
        let Some(colon) = body.rfind(':').filter(|at| *at > 1) else { return };
        value.start += colon + 1;
    } else if command == "smbclient" || command == "rpcclient" || command == "net ads" || command == "winexe"
    {
        let Some(percent) = body.find('%') else { return };
        value.start += percent + 1;
    } else if command == "lftp" {
        let Some(comma) = body.find(',') else { return };
        value.start += comma + 1;
    } else if option.starts_with("-u")
        || option.starts_with("--user")
        || option.starts_with("--proxy")
        || option == "-a " && command == "http"
    {
        let Some(colon) = body.find(':') else { return };
        value.start += colon + 1;
    } else if body.starts_with('-') || body.contains("://") {
        return;
    }
    let body = finder.text.get(value.start..value.end).unwrap_or("");
    if !values::is_never_secret(body) {
        finder.keep(value, "command-password", "PASSWORD", false);
    }
}

/// What reads a secret from its standard input.
const READERS: [&str; 20] = [
    "password=/dev/stdin",
    "sudo -kS",
    "realm join",
    "sudo -k -S",
    "--password-stdin",
    "chpasswd",
    "--stdin",
    "sudo -S",
    "--data-file=-",
    "--data-file -",
    "| base64",
    "secret create",
    "secret set",
    "--passphrase-fd",
    "-pass stdin",
    "luksOpen",
    "luksFormat",
    "encrypt_string",
    "vault login -",
    "kinit ",
];

/// Whether a command line, in lower case, reads a secret from what it is given.
pub(super) fn reads_secret(command: &str) -> bool {
    READERS.iter().any(|mark| command.contains(&mark.trim_start_matches("| ").to_ascii_lowercase()))
        || ["passwd", "su -", "secret", "docker login", "password=-"]
            .iter()
            .any(|word| command.contains(word))
}

/// `echo x | docker login --password-stdin`, `echo 'user:x' | chpasswd`.
fn standard_input(finder: &mut Finder<'_>, marks: &Marks) {
    for mark in READERS {
        let colon = mark == "chpasswd";
        for here in marks.place(mark) {
            let line = values::line_start(finder.bytes, here);
            let before = finder.text.get(line..here).unwrap_or("");
            let named = mark != "| base64" || before.len() < 200;
            let Some((echo, word)) = [
                "echo -n ",
                "echo -e ",
                "echo -ne ",
                "echo ",
                "printf '%s' ",
                "printf \"%s\" ",
                "printf %s ",
                "printf '%s\\n' ",
                "printf ",
            ]
            .iter()
            .find_map(|word| before.find(word).map(|at| (at, *word))) else {
                continue;
            };
            if !(mark.starts_with('|') || before.contains('|')) || !named {
                continue;
            }
            let start = line + echo + word.len();
            let value = match finder.bytes.get(start) {
                Some(b'"' | b'\'') => values::quoted(finder.bytes, start),
                _ => Some(values::unquoted(finder.bytes, start, Until::Blank)),
            };
            if let Some(mut value) = value {
                let body = finder.text.get(value.start..value.end).unwrap_or("");
                if colon {
                    value.start += body.find(':').map_or(0, |at| at + 1);
                }
                let body = finder.text.get(value.start..value.end).unwrap_or("");
                // Anything may be encoded; what is decoded is read by itself.
                let worth = mark != "| base64"
                    || values::is_password_like(body)
                    || ["secret", "passw", "token"].iter().any(|word| before.contains(word));
                if worth && !values::is_never_secret(body) {
                    finder.keep(value, "command-password", "PASSWORD", false);
                }
            }
        }
    }
}

/// What net-snmp's files, switches and routers hold by position.
fn by_position(finder: &mut Finder<'_>, marks: &Marks) {
    // `EXEC sp_addlogin 'bob', 'x'`, `base64encode("user:x")`.
    for here in marks.place("sp_addlogin") {
        let mut at = values::blanks(finder.bytes, here + 11);
        if let Some(user) = values::quoted(finder.bytes, at) {
            at = values::blanks(finder.bytes, user.after);
            if finder.bytes.get(at) == Some(&b',')
                && let Some(value) = values::quoted(finder.bytes, values::blanks(finder.bytes, at + 1))
            {
                assignments::judge(finder, "password", SECRET, value);
            }
        }
    }
    // `sp_addlinkedsrvlogin 'SRV', 'false', NULL, 'sa', 'x'`
    for here in marks.place("sp_addlinkedsrvlogin") {
        argument(finder, here + 20, LAST);
    }
    // `ip ospf message-digest-key 1 md5 x`, `ntp authentication-key 1 md5 x`.
    for mark in ["message-digest-key ", "authentication-key "] {
        for here in marks.place(mark) {
            let at = here + mark.len();
            let rest = finder.text.get(at..values::line_end(finder.bytes, at)).unwrap_or("");
            let last =
                if nth_word(rest, 2).is_some_and(|(_, word)| matches!(word, "0" | "7")) { 3 } else { 2 };
            if let Some((from, word)) = nth_word(rest, last).filter(|_| {
                nth_word(rest, 1).is_some_and(|(_, word)| matches!(word, "md5" | "sha1" | "sha2" | "sha256"))
            }) {
                finder.add_literal(at + from, at + from + word.trim_end().len(), "routing-key", "KEY");
            }
        }
    }
    for mark in ["base64encode(", "b64enc(", "toBase64("] {
        for here in marks.place(mark) {
            if let Some(value) = values::quoted(finder.bytes, here + mark.len())
                && let Some((user, password)) =
                    finder.text.get(value.start..value.end).and_then(|body| body.split_once(':'))
                && !user.contains([' ', '/', '{'])
                && !password.starts_with('/')
            {
                finder.add_literal(value.end - password.len(), value.end, "basic-auth", "PASSWORD");
            }
        }
    }
    // `snmp-server user x y v3 auth sha A priv aes 128 B`.
    for here in marks.place("snmp-server user") {
        let rest = finder.text.get(here..values::line_end(finder.bytes, here)).unwrap_or("");
        let mut after = false;
        let mut at = here;
        for word in rest.split(' ') {
            let method =
                matches!(word, "sha" | "md5" | "aes" | "des" | "3des" | "128" | "192" | "256" | "sha256");
            if after && !method && !word.is_empty() && word != "priv" {
                finder.add_literal(at, at + word.trim_end().len(), "snmp", "PASSWORD");
                after = false;
            }
            after |= matches!(word, "auth" | "priv");
            at += word.len() + 1;
        }
    }
    for (mark, least, most) in [("com2sec", 2, 2), ("createUser", 2, 4)] {
        for here in marks.place(mark) {
            let line = values::line_start(finder.bytes, here);
            if !finder.text.get(line..here).is_some_and(|head| head.trim().is_empty()) {
                continue;
            }
            let at = here + mark.len();
            let rest = finder.text.get(at..values::line_end(finder.bytes, at)).unwrap_or("");
            for index in least..=most {
                if let Some((from, word)) = nth_word(rest, index)
                    && !matches!(word, "AES" | "DES" | "SHA" | "MD5" | "AES128" | "AES256")
                {
                    finder.add_literal(at + from, at + from + word.len(), "snmp", "COMMUNITY");
                }
            }
        }
    }
}

/// `--from-literal=name=value`: Kubernetes secrets are secrets whatever their key is called.
fn literals(finder: &mut Finder<'_>, marks: &Marks) {
    for here in marks.place("--from-literal") {
        let at = here + 14;
        let line = values::line_start(finder.bytes, here);
        if finder.text.get(line..here).is_some_and(|before| before.contains("configmap")) {
            continue;
        }
        let stop = values::line_end(finder.bytes, at);
        let Some(rest) = finder.text.get(at..stop) else { continue };
        let pair = rest.trim_start_matches(['=', ' ', '\'', '"']);
        let base = at + (rest.len() - pair.len());
        let Some(equals) = pair.find('=') else { continue };
        if names::is_public_entry(pair.get(..equals).unwrap_or("")) {
            continue;
        }
        let start = base + equals + 1;
        let value = match finder.bytes.get(start) {
            Some(b'"' | b'\'') => values::quoted(finder.bytes, start),
            _ => Some(values::unquoted(finder.bytes, start, Until::Blank)),
        };
        let key = pair.get(..equals).unwrap_or("").to_ascii_lowercase();
        let told = matches!(
            key.as_str(),
            "username" | "user" | "host" | "port" | "database" | "dbname" | "db" | "email"
        );
        if let Some(value) = value.filter(|_| !told) {
            assignments::judge(finder, "from-literal", SECRET, value);
        }
    }
}

/// Calls with the position of the argument that is a password; [`LAST`] is the last string of two or more.
const CALLS: [(&str, usize); 84] = [
    (".auth(", 1),
    ("plain_text(", 0),
    ("plainText(", 0),
    ("PlainText(", 0),
    (" auth(", 1),
    ("PlainAuth(", 2),
    ("Sequelize(", 2),
    ("ftp_login(", 2),
    ("PDO->__construct(", 2),
    ("mysqli->__construct(", 2),
    ("imap_open(", 2),
    ("ssh2_auth_password(", 2),
    ("hmac.New(", 1),
    ("Credentials.new(", LAST),
    ("SharedKeyCredential(", LAST),
    ("Login->login(", 1),
    ("ChangePassword(", LAST),
    ("changePassword(", LAST),
    ("UserPassword(", LAST),
    ("BasicAuth(", LAST),
    ("basic_auth(", LAST),
    ("basicAuth(", LAST),
    ("auth=(", LAST),
    ("auth = (", LAST),
    ("PSCredential(", LAST),
    ("PSCredential (", LAST),
    ("Credentials(", LAST),
    ("NetworkCredential(", 1),
    ("ClientSecretCredential(", 2),
    ("credentials(", LAST),
    ("pgp_sym_decrypt(", LAST),
    ("pgp_sym_encrypt(", LAST),
    ("AES_DECRYPT(", LAST),
    ("AES_ENCRYPT(", LAST),
    ("login(", 1),
    ("Login(", 1),
    ("logIn(", 1),
    ("authenticate(", 1),
    ("Authenticate(", 1),
    ("simple_bind_s(", 1),
    (".bind(\"", 1),
    (".Bind(\"", 1),
    ("PasswordAuthentication(", LAST),
    ("DriverManager.getConnection(", LAST),
    ("auth.basic(", LAST),
    ("new PDO(", 2),
    ("DBI->connect(", 2),
    ("mysqli_connect(", 2),
    ("new mysqli(", 2),
    ("mysql_connect(", 2),
    ("oci_connect(", 1),
    ("ldap_bind(", 2),
    ("jwt.sign(", 1),
    ("jwt.verify(", 1),
    ("jwt.encode(", 1),
    ("jwt.decode(", 1),
    ("JWT.encode", 1),
    ("createHmac(", 1),
    ("hash_hmac(", 2),
    ("hmac.new(", 0),
    ("bcrypt.hash(", 0),
    ("bcrypt.compare(", 0),
    ("Fernet(", 0),
    (" crypt(", 0),
    ("=crypt(", 0),
    ("OAuthHandler(", 0),
    ("OAuthHandler(", LAST),
    ("ftplib.FTP(", LAST),
    ("FTP_TLS(", LAST),
    ("AES.new(", 0),
    ("URLSafeSerializer(", 0),
    ("URLSafeTimedSerializer(", 0),
    ("TimestampSigner(", 0),
    ("Hash::make(", 0),
    ("password_hash(", 0),
    ("hashpw(", 0),
    ("make_password(", 0),
    ("check_password_hash(", LAST),
    ("generate_password_hash(", 0),
    ("SecretKeySpec(", 0),
    ("createCipheriv(", 1),
    ("setAuth(", 1),
    ("set_auth(", 1),
    ("password_verify(", 0),
];
const LAST: usize = usize::MAX;

/// Kubernetes takes a bearer token as the name of a protocol of web sockets.
const PROTOCOL: &str = "base64url.bearer.authorization.k8s.io.";

/// What turns a literal before it into a password's bytes, and what types one into a field.
const TYPED: [&str; 8] =
    [".toCharArray()", ".type(", ".fill(", ".sendKeys(", "send_keys(", "setValue(", "basic_auth ", "btoa("];

/// `"x".toCharArray()`, `get('[name=password]').type('x')`, `basic_auth 'svc', 'x'`, `btoa('svc:x')`.
fn typed(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    for found in marks.place(".toCharArray()") {
        let Some(quote @ (b'"' | b'\'')) = found.checked_sub(1).and_then(|at| text.get(at)).copied() else {
            continue;
        };
        let line = values::line_start(text, found);
        let open =
            text.get(line..found - 1).and_then(|head| memchr::memrchr(quote, head)).map(|at| line + at);
        if let Some(value) =
            open.and_then(|open| values::quoted(text, open)).filter(|value| value.after == found)
        {
            assignments::judge(finder, "password", SECRET, value);
        }
    }
    for mark in [".type(", ".fill(", ".sendKeys(", "send_keys(", "setValue("] {
        for found in marks.place(mark) {
            let line = values::line_start(text, found).max(found.saturating_sub(100));
            let before = String::from_utf8_lossy(text.get(line..found).unwrap_or(b"")).to_ascii_lowercase();
            let field =
                ["passw", "pwd", "secret", "token", "otp", "apikey"].iter().any(|word| before.contains(word));
            if let Some(value) = values::quoted(text, found + mark.len()).filter(|_| field) {
                assignments::judge(finder, "password", SECRET, value);
            }
        }
    }
    for found in marks.place("basic_auth ") {
        let end = values::line_end(text, found).min(found + 200);
        let at = found + 11;
        if let Some(user) = values::quoted(text, at)
            && let Some(comma) = text.get(user.after..end).and_then(|rest| memchr::memchr(b',', rest))
            && let Some(value) = values::quoted(text, values::blanks(text, user.after + comma + 1))
        {
            assignments::judge(finder, "password", SECRET, value);
        }
    }
    for found in marks.place("btoa(") {
        if let Some(value) = values::quoted(text, found + 5)
            && let Some(colon) = text.get(value.start..value.end).and_then(|body| memchr::memchr(b':', body))
        {
            finder.add_literal(value.start + colon + 1, value.end, "user-password", "PASSWORD");
        }
    }
}

/// What stands before a value that a program is told to mask, or that a mail server asks for.
const TOLD: [&str; 3] = ["::add-mask::", "issecret=true]", "UGFzc3dvcmQ6"];

fn told(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    for mark in TOLD {
        for found in marks.place(mark) {
            let mut at = found + mark.len();
            if mark == "UGFzc3dvcmQ6" {
                // The answer is the last word of the next line.
                let start = values::line_end(text, at) + 1;
                let end = values::line_end(text, start.min(text.len()));
                let Some(line) = finder.text.get(start..end) else { continue };
                let word = line.trim_end().rsplit([' ', ':']).next().unwrap_or("");
                at = start + line.trim_end().len() - word.len();
            }
            let value = values::unquoted(text, at, Until::Blank);
            if value.end > value.start {
                assignments::judge(finder, "password", SECRET, value);
            }
        }
    }
}

/// Words in the address of a link that opens something for whoever has it.
const LINKS: [&str; 7] = ["/invite", "/reset", "/verify", "/activate", "/magic", "/confirm", "/signup"];

fn links(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    for found in LINKS.iter().flat_map(|mark| marks.place(mark)) {
        let line = values::line_start(text, found).max(found.saturating_sub(200));
        let end = values::unquoted(text, found, Until::Blank).end.min(found + 400);
        if text.get(line..found).is_none_or(|before| memchr::memmem::find(before, b"://").is_none()) {
            continue;
        }
        let mut at = found;
        while at < end {
            let from = at;
            while at < end
                && !text.get(at).is_some_and(|byte| matches!(byte, b'/' | b'?' | b'&' | b'=' | b'#'))
            {
                at += 1;
            }
            let word = finder.text.get(from..at).unwrap_or("");
            if word.len() >= 20 && values::is_tokenish(word) && !values::is_uuid(word) {
                finder.add_literal(from, at, "secret-link", "TOKEN");
            }
            at += 1;
        }
    }
}

/// What stands before and after a password: libpq quotes what it cannot read; Maven's master password stands alone.
const OPENINGS: [(&str, &str); 7] = [
    (": EAP \"", "\""),
    (": XAUTH \"", "\""),
    ("missing \"=\" after \"", "\""),
    ("<master>", "</"),
    ("SECURITY_CREDENTIALS, \"", "\""),
    // Go's parser of addresses quotes what it takes for a port.
    ("invalid port \":", "\" after host"),
    ("invalid port \\\":", "\\\" after host"),
];

/// Takes one argument of a call whose bracket ends at `from`, if it is a string.
fn argument(finder: &mut Finder<'_>, from: usize, wanted: usize) {
    let end = values::line_end(finder.bytes, from).min(from + 300);
    let mut at = from;
    let (mut last, mut arguments, mut depth) = (None, 0, 0_i32);
    while at < end {
        match finder.bytes.get(at) {
            Some(b'"' | b'\'' | b'`' | b'\\') => match values::quoted(finder.bytes, at) {
                Some(value) => {
                    if wanted == LAST || arguments == wanted && last.is_none() {
                        last = Some(value);
                    }
                    at = value.after.max(at + 1);
                }
                None => at += 1,
            },
            Some(b',') => {
                arguments += usize::from(depth == 0);
                at += 1;
            }
            Some(b'(' | b'[' | b'{') => {
                depth += 1;
                at += 1;
            }
            Some(b')') if depth <= 0 => break,
            Some(b')' | b']' | b'}') => {
                depth -= 1;
                at += 1;
            }
            None => break,
            _ => at += 1,
        }
    }
    if let Some(value) = last.filter(|_| arguments >= 1 || wanted == 0) {
        assignments::judge(finder, "password", SECRET, value);
    }
}

/// `SetBasicAuth("svc", "x")`, `auth=("svc", "x")`, `new PDO("...", "root", "x")`: a password by its position.
pub(super) fn second_arguments(finder: &mut Finder<'_>, marks: &Marks) {
    for (call, wanted) in CALLS {
        for start in marks.place(call) {
            // The literal may hold the first quote.
            let hit_end = start + call.trim_end_matches('"').len();
            let begins = start.checked_sub(1).and_then(|at| finder.bytes.get(at)).copied().unwrap_or(b' ');
            // Jenkins' `withCredentials([string(...)])` tells names.
            if finder.bytes.get(hit_end) == Some(&b'[') {
                continue;
            }
            if begins.is_ascii_lowercase() && matches!(call, "login(" | "authenticate(") {
                continue;
            }
            argument(finder, hit_end, wanted);
        }
    }
    typed(finder, marks);
    told(finder, marks);
    links(finder, marks);
    for found in marks.place(PROTOCOL) {
        let value = values::unquoted(finder.bytes, found + PROTOCOL.len(), Until::Blank);
        let end = finder
            .text
            .get(value.start..value.end)
            .and_then(|body| body.find(','))
            .map_or(value.end, |at| value.start + at);
        finder.add_literal(value.start, end, "authorization", "BEARER_TOKEN");
    }
    for (mark, close) in OPENINGS {
        for found in marks.place(mark) {
            let start = found + mark.len();
            if let Some(length) = finder
                .bytes
                .get(start..finder.bytes.len().min(start + 400))
                .and_then(|rest| memchr::memmem::find(rest, close.as_bytes()))
            {
                finder.add_literal(start, start + length, "quoted-in-error", "PASSWORD");
            }
        }
    }
}

const DIALOGUES: [&str; 18] = [
    "AUTH ",
    "LOGIN ",
    "PASS ",
    "send ",
    "stats auth ",
    "auth basic ",
    " on >",
    "auth-pass ",
    "admin:",
    "root:",
    "admin / ",
    "root / ",
    "admin/",
    "root/",
    "admin // ",
    "root // ",
    "\"AUTH\" ",
    "\"auth\" ",
];

/// What protocols and their scripts say: `AUTH x`, `LOGIN user "x"`, `PASS x`, `send "x\r"`, `stats auth user:x`.
pub(super) fn dialogues(finder: &mut Finder<'_>, marks: &Marks) {
    for (index, start, hit_end) in DIALOGUES
        .iter()
        .enumerate()
        .flat_map(|(index, word)| marks.place(word).map(move |start| (index, start, start + word.len())))
    {
        let line = values::line_start(finder.bytes, start);
        let head = finder.text.get(line..start).unwrap_or("?").trim_end();
        let end = values::line_end(finder.bytes, hit_end);
        let Some(rest) = finder.text.get(hit_end..end) else { continue };
        let rest = rest.trim_end();
        let words: Vec<&str> = rest.split(' ').collect();
        let at_start = head.is_empty()
            || head.ends_with(['>', ':', '<', ']', '"', '-'])
            || head.len() < 6 && !head.contains(' ');
        match index {
            0 if at_start => {
                let last = match words.as_slice() {
                    [one]
                        if one.len() >= 4
                            && !matches!(
                                *one,
                                "LOGIN" | "PLAIN" | "TLS" | "SSL" | "failed" | "required" | "OK" | "NTLM"
                            ) =>
                    {
                        one
                    }
                    ["PLAIN" | "LOGIN" | "XOAUTH2" | "CRAM-MD5", one] => one,
                    [user, one] if user.len() < 24 && one.len() >= 4 && values::is_password_like(one) => one,
                    _ => continue,
                };
                let from = hit_end + rest.len() - last.len();
                let quotes = usize::from(last.starts_with(['"', '\'']));
                finder.add_literal(
                    from + quotes,
                    from + last.len() - quotes,
                    "protocol-password",
                    "PASSWORD",
                );
            }
            1 if at_start && words.len() >= 2 => {
                let user = words.first().map_or(0, |word| word.len());
                let from = hit_end + user + 1;
                let value = match finder.bytes.get(from) {
                    Some(b'"' | b'\'') => values::quoted(finder.bytes, from),
                    _ if words.len() == 2 => Some(values::unquoted(finder.bytes, from, Until::Blank)),
                    _ => None,
                };
                if let Some(value) = value.filter(|value| value.end - value.start >= 4) {
                    assignments::judge(finder, "password", SECRET, value);
                }
            }
            2 if at_start && words.len() == 1 && rest.len() >= 4 => {
                finder.add_literal(hit_end, hit_end + rest.len(), "protocol-password", "PASSWORD");
            }
            3 => {
                let above =
                    finder.text.get(line.saturating_sub(200)..line).unwrap_or("").to_ascii_lowercase();
                let from = values::blanks(finder.bytes, hit_end + usize::from(rest.starts_with("-- ")) * 3);
                if above.contains("assw")
                    && let Some(mut value) = values::quoted(finder.bytes, from)
                {
                    while finder
                        .text
                        .get(value.start..value.end)
                        .is_some_and(|body| body.ends_with("\\r") || body.ends_with("\\n"))
                    {
                        value.end -= 2;
                    }
                    assignments::judge(finder, "password", SECRET, value);
                }
            }
            6 if head.to_ascii_lowercase().contains("user ") => {
                let word = words.first().map_or(0, |word| word.len());
                finder.add_literal(hit_end, hit_end + word, "protocol-password", "PASSWORD");
            }
            7 => {
                if let Some((at, word)) = nth_word(rest, 1) {
                    finder.add_literal(
                        hit_end + at,
                        hit_end + at + word.len(),
                        "protocol-password",
                        "PASSWORD",
                    );
                }
            }
            // `admin:x`, but no row of a passwd file and no address.
            8 | 9 => {
                // "Jenkins admin: x" of people.
                if let Some(word) = rest.strip_prefix(' ').and_then(|rest| rest.split(' ').next())
                    && let word = word.trim_end_matches([',', '.', ';'])
                    && prose::is_chosen(word)
                {
                    finder.add_literal(hit_end + 1, hit_end + 1 + word.len(), "user-password", "PASSWORD");
                }
                let word =
                    words.first().copied().unwrap_or("").trim_end_matches([',', '.', ')', '"', '\'', '`']);
                let begins = start.checked_sub(1).and_then(|at| finder.bytes.get(at)).is_none_or(|byte| {
                    !byte.is_ascii_alphanumeric() && !matches!(byte, b'_' | b'-' | b'/' | b'.' | b':')
                });
                if begins
                    && word.len() >= 6
                    && !word.contains([':', '/', '@', '{'])
                    && !word.starts_with('$')
                    && values::is_password_like(word)
                {
                    finder.add_literal(hit_end, hit_end + word.len(), "user-password", "PASSWORD");
                }
            }
            // `"AUTH" "default" "x"`, as Redis shows what it is told.
            16 | 17 => {
                let first = values::quoted(finder.bytes, hit_end);
                let second = first.and_then(|one| {
                    (finder.bytes.get(one.after) == Some(&b' '))
                        .then(|| values::quoted(finder.bytes, one.after + 1))?
                });
                if let Some(value) = second.or(first) {
                    assignments::judge(finder, "password", SECRET, value);
                }
            }
            10..=15 => {
                let sure = matches!(index, 10 | 11 | 14 | 15);
                let word = words
                    .first()
                    .copied()
                    .unwrap_or("")
                    .trim_end_matches([',', '.', ')', ';', '"', '\'', '`']);
                let begins = start.checked_sub(1).and_then(|at| finder.bytes.get(at)).is_none_or(|byte| {
                    !byte.is_ascii_alphanumeric()
                        && !matches!(byte, b'_' | b'-' | b'/' | b'.' | b':' | b'@' | b'=')
                });
                if begins
                    && word.len() >= 6
                    && !word.contains('/')
                    && (sure && values::is_password_like(word)
                        || {
                            // "can't log in with admin/x"
                            let lower = head.to_ascii_lowercase();
                            ["log in", "login", "logged in", "sign in"]
                                .iter()
                                .any(|verb| lower.contains(verb))
                                && values::is_password_like(word)
                                && (prose::is_chosen(word)
                                    || !word.bytes().all(|byte| byte.is_ascii_alphanumeric()))
                        }
                        || prose::is_made(word)
                        || values::is_tokenish(word) && !values::is_uuid(word))
                {
                    finder.add_literal(hit_end, hit_end + word.len(), "user-password", "PASSWORD");
                }
            }
            4 | 5 => {
                if let Some((user, _)) = rest.split_once(':') {
                    finder.add_literal(
                        hit_end + user.len() + 1,
                        hit_end + rest.len(),
                        "user-password",
                        "PASSWORD",
                    );
                }
            }
            _ => {}
        }
    }
}

/// nginx's `secure_link_md5 "$uri x"`: the word that is no variable.
fn secure_links(finder: &mut Finder<'_>, marks: &Marks) {
    for here in marks.place("secure_link_md5") {
        let at = values::blanks(finder.bytes, here + 15);
        let Some(value) = values::word(finder.bytes, at) else { continue };
        let mut from = value.start;
        for word in finder.text.get(value.start..value.end).unwrap_or("").split(' ') {
            if word.len() >= 4 && !word.contains('$') {
                finder.add_literal(from, from + word.len(), "secure-link", "SECRET");
            }
            from += word.len() + 1;
        }
    }
}

/// A line of `.pgpass` inside another text: `"db.example.com:5432:*:app:x\n"`.
fn pgpass_words(finder: &mut Finder<'_>, marks: &Marks) {
    for here in [":543", ":*:"].iter().flat_map(|mark| marks.place(mark)) {
        let is_end = |byte: &u8| matches!(byte, b' ' | b'"' | b'\'' | b'\n' | b'\r' | b'\t' | b'`');
        let least = here.saturating_sub(120);
        let head = finder.bytes.get(least..here).unwrap_or(b"");
        let start = head.iter().rposition(is_end).map_or(least, |at| least + at + 1);
        let limit = finder.bytes.len().min(here + 300);
        let tail = finder.bytes.get(here..limit).unwrap_or(b"");
        let end = tail.iter().position(is_end).map_or(limit, |at| here + at);
        let end = finder
            .bytes
            .get(here..end)
            .and_then(|word| memchr::memmem::find(word, b"\\n"))
            .map_or(end, |at| here + at);
        let Some(word) = finder.text.get(start..end) else { continue };
        let mut fields = word.splitn(5, ':');
        let host = fields.next().unwrap_or("");
        let port = fields.next().unwrap_or("");
        let is_port =
            port == "*" || (4..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit());
        let names = fields.by_ref().take(2).all(|field| !field.is_empty() && !field.contains('/'));
        if let Some(password) =
            fields.next().filter(|_| is_port && names && !host.is_empty() && !host.contains('/'))
        {
            finder.add_literal(end - password.len(), end, "pgpass", "PASSWORD");
        }
    }
}

/// `.pgpass` and `/etc/shadow` style lines.
pub(super) fn positional(finder: &mut Finder<'_>, marks: &Marks) {
    secure_links(finder, marks);
    pgpass_words(finder, marks);
    let text = finder.text;
    if [":543", ":*:", ":$"].iter().all(|mark| marks.place(mark).next().is_none()) {
        return;
    }
    let mut at = 0;
    for line in text.split('\n') {
        let start = at;
        at += line.len() + 1;
        if line.len() > 400 || line.len() < 8 {
            continue;
        }
        let line = line.trim_end();
        let bytes = line.as_bytes();
        if memchr::memchr(b' ', bytes).is_some() || memchr::memchr(b':', bytes).is_none() {
            continue;
        }
        let mut fields: Vec<usize> = Vec::new();
        for (index, byte) in bytes.iter().enumerate() {
            if *byte == b':' && (index == 0 || bytes.get(index - 1) != Some(&b'\\')) {
                fields.push(index);
            }
        }
        if fields.len() >= 4 && !line.contains("://") && !line.contains("arn:") {
            let field = |index: usize| {
                let from = if index == 0 { 0 } else { fields.get(index - 1).map_or(0, |at| at + 1) };
                let to = fields.get(index).copied().unwrap_or(line.len());
                line.get(from..to).unwrap_or("")
            };
            let port = field(1);
            if port == "*"
                || port.len() >= 4 && port.bytes().all(|byte| byte.is_ascii_digit()) && port.len() <= 5
            {
                let from = fields.get(3).map_or(0, |at| at + 1);
                if from < line.len() {
                    finder.add_literal(start + from, start + line.len(), "pgpass", "PASSWORD");
                }
            }
        }
    }
}

/// A lone base64 key of 64 bytes (Azure storage and its like), unless a digest's name stands before it.
pub(super) fn lone_keys(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    for found in marks.place("==") {
        let end = found + 2;
        let is_key = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
        let mut start = end - 2;
        while start > 0 && end - start < 100 && text.get(start - 1).is_some_and(is_key) {
            start -= 1;
        }
        if end - start != 88 {
            continue;
        }
        let before = text.get(start.saturating_sub(8)..start).unwrap_or(b"");
        // A certificate in base64 is public; a key of that form is found by what it holds.
        if text.get(start..start + 16) == Some(b"LS0tLS1CRUdJTiBD")
            || before.ends_with(b"-")
            || before.ends_with(b"sha512:")
            || memchr::memmem::find(before, b"sha").is_some()
        {
            continue;
        }
        finder.add(Found {
            start,
            end,
            rule: "azure-storage-key",
            placeholder: "AZURE_STORAGE_KEY",
            certain: false,
        });
    }
}

/// The 40-character partner of an AWS access key id, within five lines of it.
pub(super) fn aws_pairs(finder: &mut Finder<'_>) {
    let ids: Vec<(usize, usize)> = finder
        .found
        .iter()
        .filter(|one| one.rule == "aws-access-key-id")
        .map(|one| (one.start, one.end))
        .collect();
    for (from, to) in ids.into_iter().take(20_000) {
        let (mut start, mut end) = (from, to);
        for _ in 0..3 {
            start = values::line_start(finder.bytes, start.saturating_sub(1));
        }
        for _ in 0..5 {
            end = values::line_end(finder.bytes, (end + 1).min(finder.bytes.len()));
        }
        let (start, end) = (start.max(from.saturating_sub(600)), end.min(to + 1200));
        let mut at = start;
        while at < end {
            let is_key = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
            if !finder.bytes.get(at).is_some_and(is_key) {
                at += 1;
                continue;
            }
            let mut stop = at;
            while stop < finder.bytes.len() && stop - at < 60 && finder.bytes.get(stop).is_some_and(is_key) {
                stop += 1;
            }
            let body = finder.text.get(at..stop).unwrap_or("");
            let mixed = body.bytes().any(|byte| byte.is_ascii_uppercase())
                && body.bytes().any(|byte| byte.is_ascii_lowercase());
            if stop - at == 40
                && mixed
                && body.matches('/').count() < 6
                && values::entropy(body.as_bytes()) > 3.8
            {
                finder.add(Found {
                    start: at,
                    end: stop,
                    rule: "aws-secret-access-key",
                    placeholder: "AWS_SECRET_ACCESS_KEY",
                    certain: false,
                });
            }
            at = stop.max(at + 1);
        }
    }
}

/// `Authorization: Digest ... response="..."`: enough to guess the password from.
pub(super) fn digests(finder: &mut Finder<'_>, marks: &Marks) {
    for here in marks.place("response=") {
        let line = values::line_start(finder.bytes, here);
        let head = finder.text.get(line..here).unwrap_or("");
        let at = here + 9;
        let at = at
            + finder
                .bytes
                .get(at..)
                .unwrap_or(b"")
                .iter()
                .take_while(|byte| matches!(byte, b'\\' | b'"'))
                .count();
        let length = finder
            .bytes
            .get(at..)
            .unwrap_or(b"")
            .iter()
            .take(80)
            .take_while(|byte| byte.is_ascii_hexdigit())
            .count();
        if matches!(length, 32 | 64) && (head.contains("nonce=") || head.contains("igest")) {
            finder.add(Found {
                start: at,
                end: at + length,
                rule: "digest-response",
                placeholder: "HASH",
                certain: false,
            });
        }
    }
}

/// What an object calls itself that holds a secret, with `true` after it.
const FLAGS: [&str; 7] = ["ensitive", "isSecret", "is_secret", "NoEcho", "\"secret\"", "masked", "writeOnly"];

/// Values of attributes that a state marks as sensitive.
pub(super) fn marked(finder: &mut Finder<'_>, marks: &Marks) {
    let flags = FLAGS.iter().flat_map(|flag| marks.place(flag).map(move |here| (here, here + flag.len())));
    for (count, (here, at)) in flags.enumerate() {
        // Many small objects have their flags near.
        let (back, ahead) = if count < 2_000 { (4_000, 6_000) } else { (400, 600) };
        let after = finder.text.get(at..).unwrap_or("").trim_start_matches(['"', '\\', ' ', '\t']);
        let Some(after) = after.strip_prefix([':', '=']) else { continue };
        if !after.trim_start().starts_with("true") {
            continue;
        }
        // The sibling stands in the same object.
        let least = here.saturating_sub(back);
        let open = values::enclosing(finder.bytes, word_start(finder.bytes, here), least)
            .unwrap_or_else(|| (least..=here).find(|at| finder.text.is_char_boundary(*at)).unwrap_or(here));
        let far = finder.text.len().min(here + ahead);
        let far = (far..finder.text.len()).find(|at| finder.text.is_char_boundary(*at)).unwrap_or(far);
        let close = values::closing(finder.bytes, open, far).unwrap_or(far).max(here);
        secret_members(finder, open, close);
    }
    for mark in ["ecureString", "ecurestring"] {
        for here in marks.place(mark) {
            let least = here.saturating_sub(1_000);
            let Some(quote) = finder.text.get(least..here).and_then(|head| head.rfind('"')) else { continue };
            let Some(open) = values::enclosing(finder.bytes, least + quote, least) else { continue };
            let far = finder.bytes.len().min(here + 2_000);
            if let Some(close) = values::closing(finder.bytes, open, far) {
                secret_members(finder, open, close);
            }
        }
    }
}

/// Where the name begins that holds `at`, its quote included.
fn word_start(text: &[u8], mut at: usize) -> usize {
    while at > 0
        && text
            .get(at - 1)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'"' | b'\\'))
    {
        at -= 1;
    }
    at
}

/// The value of an object that calls itself secret.
pub(super) fn secret_members(finder: &mut Finder<'_>, open: usize, close: usize) {
    const SAID: Said = Said { strength: Strength::Strong, kind: "SENSITIVE_VALUE" };
    {
        for name in ["value", "default", "defaultValue", "Default", "val"] {
            let object = finder.text.get(open..close).unwrap_or("");
            let mut from = 0;
            while let Some(found) = object.get(from..).and_then(|rest| rest.find(name)) {
                let start = open + from + found;
                from += found + name.len();
                let word = |byte: Option<&u8>| {
                    byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
                };
                if word(start.checked_sub(1).and_then(|at| finder.bytes.get(at)))
                    || word(finder.bytes.get(start + name.len()))
                {
                    continue;
                }
                let inside = values::after_name(finder.bytes, start + name.len());
                if matches!(finder.bytes.get(inside), Some(b'{' | b'[')) {
                    containers::everything(finder, SAID, inside);
                } else {
                    assignments::value_of(finder, name, SAID, start, start + name.len());
                }
            }
        }
    }
}

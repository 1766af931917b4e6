//! Command lines: options that take a secret, and a secret by its position.

use super::positions::{by_position, literals};
use super::standard_input::{standard_input, traced};
use super::urls::oracle;
use crate::detect::marks::{Hit, Kind, Marks};
use crate::detect::names;
use crate::detect::values::{self, Until};
use crate::detect::{Finder, assignments};

/// Commands with the options of theirs that hold a password.
pub(in crate::detect) const COMMANDS: &[(&str, &[&str])] = &[
    ("mysql", &["-p"]),
    ("mysqldump", &["-p"]),
    ("mysqladmin", &["-p"]),
    ("mariadb", &["-p"]),
    ("sshpass", &["-p ", "-p"]),
    ("docker login", &["-p ", "-p=", "-p"]),
    ("podman login", &["-p ", "-p"]),
    ("redis-cli", &["-a ", "-a"]),
    (
        "curl",
        &["-u ", "--user ", "-u", "-U ", "--proxy-user ", "--cert ", "-E ", "--pass ", "-b ", "--cookie "],
    ),
    ("wget", &["--http-password=", "--ftp-password="]),
    ("ldapsearch", &["-w "]),
    ("ldapmodify", &["-w "]),
    ("mongo", &["-p ", "-p"]),
    ("mongosh", &["-p ", "-p"]),
    ("sqlcmd", &["-P ", "-P"]),
    ("bcp", &["-P ", "-P"]),
    ("certutil", &["-p "]),
    ("sqlplus", &[]),
    ("rman", &[]),
    ("az login", &["-p "]),
    ("oc login", &["-p "]),
    ("vault login", &["login "]),
    ("vault operator unseal", &[]),
    ("consul keyring -install", &[]),
    ("kubeadm join", &["--token "]),
    ("ldapadd", &["-w"]),
    ("ipa-client-install", &["-w "]),
    ("ipa-server-install", &["-p ", "-a "]),
    ("ipa-replica-install", &["-p ", "-w "]),
    ("htpasswd", &[]),
    ("mosquitto_passwd", &[]),
    ("winrs", &["-p:"]),
    ("ldifde", &[]),
    ("hdbuserstore", &[]),
    ("net use", &[]),
    ("clickhouse-client", &["--password "]),
    ("smbclient", &["-U ", "--user=", "--user "]),
    ("rpcclient", &["-U "]),
    ("winexe", &["-U "]),
    ("openssl", &["-k ", "-K ", "-passin pass:", "-passout pass:", "-pass pass:", "-password pass:"]),
    ("zip", &["-P ", "--password "]),
    ("unzip", &["-P "]),
    ("7z", &["-p"]),
    ("7z.exe", &["-p"]),
    ("7za", &["-p"]),
    ("rar", &["-hp", "-p"]),
    ("unrar", &["-p"]),
    ("ipmitool", &["-P ", "-k "]),
    ("mosquitto_pub", &["-P "]),
    ("mosquitto_sub", &["-P "]),
    ("cqlsh", &["-p "]),
    ("cbq", &["-p "]),
    ("couchbase-cli", &["-p "]),
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
    ("psexec", &["-p ", "-P "]),
    ("psexec.exe", &["-p ", "-P "]),
    ("PsExec", &["-p ", "-P "]),
    ("PsExec.exe", &["-p ", "-P "]),
    ("PSEXEC", &["-p ", "-P "]),
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
    ("netdom", &["/passwordd:", "/PasswordD:", "/passwordo:", "/PasswordO:", "/pd:", "/po:"]),
    ("bitsadmin", &[]),
    ("curl.exe", &["-u ", "--user ", "-U ", "--proxy-user "]),
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
    ("rasdial", &[]),
    ("impdp", &["userid="]),
    ("reg add", &[]),
    ("consul kv put", &[]),
    ("pulumi config set", &[]),
    ("etcdctl put", &[]),
    ("gh secret set", &["--body ", "-b "]),
    ("ktpass", &["/pass ", "-pass "]),
    ("net ads", &["-U "]),
    ("mc alias set", &[]),
    ("swift", &["-K "]),
    ("radtest", &[]),
    ("set-initial-password", &[]),
    ("pro attach", &[]),
    ("ubuntu-pro attach", &[]),
    ("slmgr /ipk", &[]),
    ("mega-login", &[]),
    ("mc admin user add", &[]),
    ("mcli admin user add", &[]),
    ("mc config host add", &[]),
    // Whatever it is that is logged in to.
    ("login", &["-p "]),
    ("signtool", &["/p "]),
    ("codecov", &["-t "]),
    ("virsh secret-set-value", &[]),
    ("b2 authorize-account", &[]),
    ("b2 account authorize", &[]),
    ("poetry config", &[]),
    ("composer config", &[]),
    ("bundle config", &[]),
    ("npm config set", &[]),
    ("yarn config set", &[]),
    ("pnpm config set", &[]),
    ("k6 login cloud", &["-t "]),
    ("honeymarker", &["-k "]),
    ("logdna-agent", &["-k "]),
    ("vt init", &["-k "]),
    ("pd-send", &["-k "]),
    ("gitlab-runner register", &["-r "]),
    ("supabase link", &["-p "]),
    ("snyk config set", &["api="]),
    ("shodan init", &[]),
    ("cloudflared service install", &[]),
    ("vonage setup", &[]),
    // As Windows writes it into its log.
    ("net  user", &[]),
    ("net  use", &[]),
    ("security unlock-keychain", &["-p "]),
    ("bw unlock", &[]),
    ("doveadm auth test", &[]),
    ("powershell", ENCODED),
    ("powershell.exe", ENCODED),
    ("pwsh", ENCODED),
];

/// PowerShell's options for a script in base64, which is as secret as what it holds.
const ENCODED: &[&str] = &["-EncodedCommand ", "-encodedcommand ", "-enc ", "-ec ", "-e "];

/// Options whose meaning only their command gives.
pub(in crate::detect) fn commands(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    for hit in marks.leftmost(Kind::Command) {
        let Some((name, options)) = COMMANDS.get(hit.index) else { continue };
        // `"C:\Program Files\7-Zip\7z.exe" a -px`: the quotes of a path.
        let path = name.ends_with(".exe") && text.get(hit.end..).is_some_and(|rest| rest.starts_with(b"\" "));
        let hit = Hit { end: hit.end + usize::from(path), ..hit };
        let before = |count: usize| hit.start.checked_sub(count).and_then(|at| text.get(at)).copied();
        let goes_on = match (before(2), before(1)) {
            // `\nnet user ...` in a string, and a line that a diff takes out.
            (Some(b'\\'), Some(b'n' | b'r' | b't')) | (None | Some(b'\n'), Some(b'-')) => false,
            (_, last) => {
                last.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
            }
        };
        if goes_on {
            continue;
        }
        // `["mysql", "-uroot", "-px"]`: the command as a list of words.
        if matches!(text.get(hit.end), Some(b'"' | b'\'' | b',')) {
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
        let Some(line) = finder.text.get(hit.end..stop).map(own_words) else { continue };
        match *name {
            "htpasswd" | "mosquitto_passwd" => {
                // `-b` gives the password as the last of two or three words; `-nbB` is many options in one.
                let words: Vec<(usize, &str)> = (0..10).map_while(|index| nth_word(line, index)).collect();
                let batch = words.iter().any(|(_, word)| {
                    word.strip_prefix('-').is_some_and(|flags| flags.len() < 6 && flags.contains('b'))
                });
                let to_screen = words.iter().any(|(_, word)| {
                    word.strip_prefix('-').is_some_and(|flags| flags.len() < 6 && flags.contains('n'))
                });
                // `-nbBC 10`: the cost is no user.
                let cost = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
                let mut given = words.iter().skip_while(|(_, word)| word.starts_with('-') || cost(word));
                if batch && let Some((at, word)) = given.nth(if to_screen { 1 } else { 2 }) {
                    let from = hit.end + at;
                    finder.add_literal(from, from + word.len(), "command-password", "PASSWORD");
                }
            }
            "net use" | "net  use" => {
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
            | "net  user"
            | "vonage setup"
            | "rabbitmqctl add_user"
            | "rabbitmqctl change_password"
            | "rabbitmqctl authenticate_user"
            | "b2 authorize-account"
            | "b2 account authorize"
            | "radtest"
            | "mega-login"
            | "wpa_passphrase" => {
                if let Some(word) = nth_word(line, 1).filter(|(_, word)| {
                    !word.starts_with(['/', '-', '*']) || word.starts_with('/') && !name.starts_with("net ")
                }) {
                    let from = hit.end + word.0;
                    let word = word.1.trim_end_matches('"');
                    finder.add_literal(from, from + word.len(), "command-password", "PASSWORD");
                }
            }
            // `virsh secret-set-value 29167d95-... --base64 x`
            "virsh secret-set-value" if !line.contains("--file") => {
                let mut given = (1..4).map_while(|index| nth_word(line, index));
                if let Some((at, word)) =
                    given.find(|(_, word)| !word.starts_with('-') && !values::is_uuid(word))
                {
                    finder.add_literal(
                        hit.end + at,
                        hit.end + at + word.len(),
                        "command-password",
                        "PASSWORD",
                    );
                }
            }
            // `poetry config http-basic.internal ci x`, `bundle config gems.example.org user:x`
            "poetry config" | "composer config" | "bundle config" => {
                let words: Vec<(usize, &str)> = (0..8).map_while(|index| nth_word(line, index)).collect();
                let is_pair = |word: &str| word.contains(':') && !word.contains('/');
                if let Some((at, word)) = words.last().filter(|(_, word)| {
                    words.len() >= 3 && line.contains("-basic.") || words.len() >= 2 && is_pair(word)
                }) {
                    let from = hit.end + at;
                    finder.add_literal(from, from + word.len(), "command-password", "PASSWORD");
                }
            }
            // `hdbuserstore SET KEY1 h:30015 SYSTEM x`, `doveadm auth test -x service=imap bob x`
            "ldifde" | "hdbuserstore" | "doveadm auth test" => {
                let least = if name.starts_with('d') { 1 } else { 4 };
                let last = (least..9).map_while(|index| nth_word(line, index)).last();
                if let Some((at, word)) =
                    last.filter(|(_, word)| !word.contains('@') || !word.contains('.') || least > 1)
                {
                    let from = hit.end + at;
                    finder.add_literal(from, from + word.len(), "command-password", "PASSWORD");
                }
            }
            // `isql -v DSN user x`
            "isql" if !line.contains("-P") => {
                let mut given = (0..6)
                    .map_while(|index| nth_word(line, index))
                    .filter(|(_, word)| !word.starts_with('-'));
                if let Some((at, word)) = given.nth(2) {
                    let from = hit.end + at;
                    finder.add_literal(from, from + word.len(), "command-password", "PASSWORD");
                }
            }
            "openssl" if line.starts_with(" passwd ") => {
                let mut words = (1..8).map_while(|index| nth_word(line, index));
                let word = words.find(|(_, word)| !word.starts_with('-'));
                if let Some((at, word)) = word.filter(|_| !line.contains("-salt") && !line.contains("-in ")) {
                    let from = hit.end + at;
                    let word = word.trim_end_matches([')', '`']);
                    finder.add_literal(from, from + word.len(), "command-password", "PASSWORD");
                }
            }
            "rasdial" => {
                if let Some((from, word)) =
                    nth_word(line, 2).filter(|(_, word)| !word.starts_with(['/', '-']))
                {
                    finder.add_literal(
                        hit.end + from,
                        hit.end + from + word.len(),
                        "command-password",
                        "PASSWORD",
                    );
                }
            }
            "vault operator unseal"
            | "consul keyring -install"
            | "rclone obscure"
            | "bw unlock"
            | "pro attach"
            | "ubuntu-pro attach"
            | "slmgr /ipk"
            | "set-initial-password"
            | "shodan init"
            | "cloudflared service install"
            | "ansible-vault encrypt_string" => {
                if let Some(word) = nth_word(line, 0).filter(|(_, word)| !word.starts_with('-')) {
                    let from = hit.end + word.0;
                    finder.add_literal(from, from + word.1.len(), "command-password", "KEY");
                }
            }
            // `consul kv put app/db/password x`
            "consul kv put" | "etcdctl put" | "npm config set" | "yarn config set" | "pnpm config set" => {
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
            "mc admin user add" | "mcli admin user add" => {
                if let Some(word) = nth_word(line, 2) {
                    let from = hit.end + word.0;
                    finder.add_literal(from, from + word.1.len(), "command-password", "PASSWORD");
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
            "rman" | "sqlplus" | "expdp" | "impdp" | "exp" | "imp" | "sqlldr"
                if !line.contains("userid=") =>
            {
                // `rman target sys/x@db catalog cat/x@db`
                let mut at = hit.end;
                for word in line.split(' ').take(if *name == "rman" { 20 } else { 0 }) {
                    if let Some((user, rest)) = word.split_once('/')
                        && let Some((password, _)) = rest.rsplit_once('@')
                    {
                        let from = at + user.len() + 1;
                        finder.add_literal(from, from + password.len(), "url-password", "PASSWORD");
                    }
                    at += word.len() + 1;
                }
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
                } else if let Some((user, password)) = word.split_once('/')
                    && !user.is_empty()
                    && user.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
                    && values::is_password_like(password)
                {
                    // `expdp system/x directory=d`: the database of this machine.
                    let at = hit.end + from + user.len() + 1;
                    finder.add_literal(at, at + password.len(), "url-password", "PASSWORD");
                }
            }
            _ => {
                // `mysqladmin -u root password x`
                if *name == "mysqladmin"
                    && let Some(at) = line.find(" password ").map(|at| at + 10)
                    && let Some((from, word)) = line.get(at..).and_then(|rest| nth_word(rest, 0))
                    && let word = word.trim_end_matches('`')
                    && !word.starts_with('-')
                {
                    let from = hit.end + at + from;
                    finder.add_literal(from, from + word.len(), "command-password", "PASSWORD");
                }
                for option in *options {
                    option_value(finder, name, option, hit.end, line);
                }
            }
        }
    }
    standard_input(finder, marks);
    traced(finder, marks);
    by_position(finder, marks);
    literals(finder, marks);
}

/// The words of a command up to where the shell begins the next one: `curl x; y`, `curl x | y`, `curl x && y`. A quote
/// that nothing closes is taken for an apostrophe, and all of the line for the command's own.
fn own_words(line: &str) -> &str {
    let bytes = line.as_bytes();
    if memchr::memchr3(b';', b'|', b'&', bytes).is_none() {
        return line;
    }
    let blank = |at: usize| bytes.get(at).is_none_or(u8::is_ascii_whitespace);
    let mut quote = None;
    let mut at = 0;
    while let Some(byte) = bytes.get(at).copied() {
        match (byte, quote) {
            (b'\\', None | Some(b'"')) => at += 1,
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if open == byte => quote = None,
            // Two signs that belong together, or one with blanks beside it: a password may hold them.
            (b';', None) if blank(at + 1) => return line.get(..at).unwrap_or(line),
            (b'|' | b'&', None) if at > 0 && blank(at - 1) => {
                let double = bytes.get(at + 1) == Some(&byte);
                if (byte == b'|' || double) && blank(at + 1 + usize::from(double)) {
                    return line.get(..at).unwrap_or(line);
                }
            }
            _ => {}
        }
        at += 1;
    }
    line
}

/// Options of a command whose words are a list of strings, from the quote after its name.
fn listed(finder: &mut Finder<'_>, options: &[&str], from: usize) {
    let text = finder.bytes;
    let mut at = from + usize::from(text.get(from) != Some(&b','));
    let (mut pending, mut whose) = (false, false);
    for _ in 0..60 {
        while matches!(text.get(at), Some(b' ' | b',' | b'\n' | b'\t')) {
            at += 1;
        }
        // The kernel's audit numbers them: `a0="mysql" a1="-px"`.
        if let [b'a', number, b'=', b'"', ..] = text.get(at..).unwrap_or(b"")
            && number.is_ascii_digit()
        {
            at += 3;
        }
        // `[redis-cli, -a, x]`: words of YAML without quotes.
        let bare = || {
            let length = text.get(at..)?.iter().position(|byte| matches!(byte, b',' | b']' | b'\n'))?;
            (length > 0).then_some(values::Value {
                start: at,
                end: at + length,
                after: at + length,
                quoted: false,
            })
        };
        let Some(value) = values::quoted(text, at).or_else(bare) else { return };
        let body = finder.text.get(value.start..value.end).unwrap_or("");
        let glued = options
            .iter()
            .filter(|option| !option.ends_with(' '))
            .find_map(|option| body.strip_prefix(option))
            .filter(|rest| !rest.is_empty());
        let user = |body: &str| body.find(':').map(|at| at + 1);
        // `["curl", "-u", "svc:x"]`
        if whose && let Some(colon) = user(body) {
            finder.add_literal(value.start + colon, value.end, "command-password", "PASSWORD");
        } else if pending && !body.starts_with('-') {
            finder.add_literal(value.start, value.end, "command-password", "PASSWORD");
        } else if let Some(rest) = glued {
            let skip = if body.starts_with("-u") { user(rest).unwrap_or(rest.len()) } else { 0 };
            finder.add_literal(value.end - rest.len() + skip, value.end, "command-password", "PASSWORD");
        }
        whose = matches!(body, "-u" | "--user")
            && options.iter().any(|option| option.trim_end() == "--proxy-user");
        // `[mysqladmin, -u, root, password, x]`
        pending = body == "password" && options.first() == Some(&"-p")
            || options
                .iter()
                .any(|option| option.ends_with(' ') && option.trim_end() == body && !body.starts_with("-u"));
        if value.after <= at {
            return;
        }
        at = value.after;
    }
}

/// Where a shell's single quotes close: `'it'\''s'` is one word.
fn closing(rest: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let found = at + memchr::memchr(b'\'', rest.get(at..)?)?;
        if rest.get(found..found + 4) != Some(b"'\\''") {
            return Some(found);
        }
        at = found + 4;
    }
}

/// The word at `index`, without quotes, and where it stands.
pub(super) fn nth_word(line: &str, index: usize) -> Option<(usize, &str)> {
    let bytes = line.as_bytes();
    let (mut at, mut count) = (0, 0);
    loop {
        at = values::blanks(bytes, at);
        let quote = bytes.get(at).copied().filter(|byte| matches!(byte, b'"' | b'\''));
        let start = at + usize::from(quote.is_some());
        let rest = bytes.get(start..)?;
        let length = match quote {
            Some(b'\'') => closing(rest),
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

/// What stands for a password where the user is the key.
pub(super) const FILLERS: [&str; 9] =
    ["x", "X", "xxx", "api_token", "x-oauth-basic", "unused", "nopass", "ignored", "blank"];

fn option_value(finder: &mut Finder<'_>, command: &str, option: &str, base: usize, line: &str) {
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
        // The option may begin the line after a backslash.
        let behind = |sign: u8| {
            memchr::memchr_iter(sign, line.as_bytes())
                .find(|at| line.get(at + 1..).is_some_and(|rest| rest.starts_with(option)))
        };
        behind(b' ').or_else(|| behind(b'\n')).map(|at| at + 1 + option.len()).or(cluster)
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
    // `podman login -p=x`
    if glued && finder.bytes.get(start) == Some(&b'=') {
        start += 1;
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
    // `--user "svc":"x"`, each with quotes of its own.
    if value.quoted
        && (option.starts_with("-u") || option.starts_with("--user"))
        && finder.bytes.get(value.after) == Some(&b':')
        && let Some(second) = values::quoted(finder.bytes, value.after + 1)
    {
        finder.add_literal(second.start, second.end, "command-password", "PASSWORD");
        return;
    }
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
    if matches!(command, "powershell" | "powershell.exe" | "pwsh")
        && !(body.len() >= 24
            && body.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')))
    {
        return;
    }
    if matches!(option, "-b " | "--cookie ") {
        if body.contains('=') {
            assignments::cookies(finder, value);
        }
        return;
    }
    // `vault login -method=userpass username=ci password=x`: pairs are read by their names.
    if command == "vault login" && body.contains('=') && !body.ends_with('=') {
        return;
    }
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
        match body.find(',') {
            Some(comma) => value.start += comma + 1,
            None if finder.bytes.get(value.end) == Some(&b',') => value.start = value.end + 1,
            None => return,
        }
        // `-u svc,'x'`: quotes round the password alone.
        if let Some(inner) = values::quoted(finder.bytes, value.start) {
            value = inner;
        }
    } else if option.starts_with("-u")
        || option == "-U "
        || option.starts_with("--user")
        || option.starts_with("--proxy")
        || option == "-a " && command == "http"
    {
        let Some(colon) = body.find(':') else { return };
        // `-u "key:"`: services that take a key as the user.
        if colon + 1 == body.len() {
            let key = body.trim_end_matches(':');
            if colon >= 16 && values::is_tokenish(key) || colon >= 10 && values::is_made(key) {
                value.end -= 1;
                finder.keep(value, "command-password", "KEY", false);
            }
            return;
        }
        // `-u key:x`: so do those that take anything as its password.
        let key = body.get(..colon).unwrap_or("");
        if FILLERS.contains(&body.get(colon + 1..).unwrap_or(""))
            && (colon >= 16 && values::is_tokenish(key) || colon >= 10 && values::is_made(key))
        {
            value.end = value.start + colon;
            finder.keep(value, "command-password", "KEY", false);
            return;
        }
        value.start += colon + 1;
        if body.starts_with('<') || is_stand_in(finder, value) {
            return;
        }
    } else if body.starts_with('-') && !values::is_drawn_mixed(body.trim_matches(['-', '=']))
        || body.contains("://")
    {
        return;
    }
    let body = finder.text.get(value.start..value.end).unwrap_or("");
    if !values::is_never_secret(body) && !is_stand_in(finder, value) {
        finder.keep(value, "command-password", "PASSWORD", false);
    }
}

/// `[PASSWORD]` of a usage text, `${PASSWORD}`: an unquoted value ends at the closing bracket.
fn is_stand_in(finder: &Finder<'_>, value: values::Value) -> bool {
    let body = finder.text.get(value.start..value.end).unwrap_or("");
    let name = match finder.bytes.get(value.end) {
        Some(b']') => {
            body.strip_prefix('[').filter(|name| !name.bytes().any(|byte| byte.is_ascii_lowercase()))
        }
        Some(b'}') => body.strip_prefix("${").or_else(|| {
            // `{password}` of a format string.
            body.strip_prefix('{')
                .filter(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'))
        }),
        _ => None,
    };
    name.is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'))
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn poor_passwords_are_hidden_where_a_command_takes_one() {
        for text in [
            "mysqladmin -u root password maplewood\n",
            "debconf-set-selections <<< \"mysql-server mysql-server/root_password password maplewood\"\n",
            "inline: \"ipa-server-install -U -p maplewood -n a.example.com\"\n",
            "user_data = \"#ps1\\nnet user Administrator maplewood\"\n",
        ] {
            assert_eq!(hidden(text), ["maplewood"], "{text}");
        }
        for text in [
            "mysqladmin -u root password\nmysqladmin -u root password --help\n",
            "cmd = f\"psexec -u {user} -p {password} -d\"\ncmd = f\"mysql -p{password} app\"\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn programs_take_secrets_in_ways_of_their_own() {
        for text in [
            "podman login quay.io -u=\"acme+pull\" -p=\"Kq7Zx2Vb9Lm4tR8w\"\n",
            "lftp -u deploy,'Kq7Zx2Vb9Lm4tR8w' sftp://files.example.com\n",
            "npm config set _auth Kq7Zx2Vb9Lm4tR8w\n",
            "vonage setup ed969589 Kq7Zx2Vb9Lm4tR8w\n",
            "virsh secret-set-value 1b7d4ff8-b791-89fe-7830-3e17eee0f21b --base64 Kq7Zx2Vb9Lm4tR8w\n",
            "Process Command Line: net  user svc Kq7Zx2Vb9Lm4tR8w /domain\n",
            "shodan init Kq7Zx2Vb9Lm4tR8w\n",
            "Line:\tnet  use Z: \\\\files7\\state /user:CORP\\svc Kq7Zx2Vb9Lm4tR8w /persistent:yes\n",
            "\"C:\\Program Files\\7-Zip\\7z.exe\" a -pKq7Zx2Vb9Lm4tR8w -mhe state.7z terraform.tfstate\n",
            "bw unlock 'Kq7Zx2Vb9Lm4tR8w'\n",
            "security unlock-keychain -p Kq7Zx2Vb9Lm4tR8w login.keychain\n",
            "doveadm auth test -x service=imap bob Kq7Zx2Vb9Lm4tR8w\n",
            "user_data = \"#ps1\\nnet user Administrator Kq7Zx2Vb9Lm4tR8w\"\n",
            "``mysqladmin -u root password Kq7Zx2Vb9Lm4tR8w``\n",
        ] {
            assert_eq!(hidden(text), ["Kq7Zx2Vb9Lm4tR8w"], "{text}");
        }
        let script = "JABwAD0AJwBpAFIASwBhAEsAMQB1AG4AcABZAEkASwBQAHoA";
        assert_eq!(hidden(&format!("powershell -NoProfile -EncodedCommand {script}\n")), [script]);
        for text in [
            "npm config set registry https://npm.example.com/\nnpm config set strict-ssl false\n",
            "doveadm auth test bob\nbw unlock\nbw unlock --check\n",
            "powershell -e restart.ps1\nvt init --help\ngitlab-runner register -n\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn whom_curl_logs_in_as() {
        for text in [
            "curl -u \"Kq7Zx2Vb9Lm4tR8w:\" https://api.example.com/v1\n",
            "curl --user \"svc\":\"Kq7Zx2Vb9Lm4tR8w\" https://api.example.com\n",
            "curl -u svc:[Kq7Zx2Vb9Lm4tR8w https://api.example.com\n",
            "curl -u Kq7Zx2Vb9Lm4tR8w:X https://api.example.com\n",
            "curl -sS -b 'lang=en; remember-me=Kq7Zx2Vb9Lm4tR8w' https://api.example.com\n",
            "curl -x http://p:3128 -U svc:Kq7Zx2Vb9Lm4tR8w https://api.example.com\n",
            "curl -sS https://a.example.com; curl -u svc:Kq7Zx2Vb9Lm4tR8w https://b.example.com\n",
            "curl -d \"it's; x\" -u svc:Kq7Zx2Vb9Lm4tR8w https://b.example.com\n",
        ] {
            assert!(
                hidden(text).iter().any(|one| one.ends_with("Kq7Zx2Vb9Lm4tR8w")),
                "{text} {:?}",
                hidden(text)
            );
        }
        for text in [
            "curl --user \"$1:$2\" \"$3\"\n",
            "curl --user ${user}:${pass} x\n",
            "curl -u <user:password> x\n",
            "curl -u neo4j:[PASSWORD] x\n",
            "curl -u svc: x\n",
            "curl -b cookies.txt https://api.example.com\n",
            "curl -sS https://a.example.com/v1; docker run -u 1000:1000 alpine id\n",
            "curl -sS https://a.example.com/v1 | docker run -i -u 1000:1000 alpine cat\n",
            "curl -sS https://a.example.com/v1 && sudo -u deploy:deploy bash\n",
            "curl -u \"svc:`pass show svc/api`\" https://a.example.com/v1\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }
}

//! Secrets that stand at a known place behind a word: calls of databases, files of net-snmp, switches and routers.

use super::SECRET;
use super::calls::{LAST, argument};
use super::commands::nth_word;
use crate::detect::marks::Marks;
use crate::detect::names;
use crate::detect::values::{self, Until};
use crate::detect::{Finder, assignments};

/// The literals that this file looks for.
pub(super) const MARKS: [&str; 32] = [
    "--from-literal",
    "com2sec",
    "message-digest-key ",
    "authentication-key ",
    "snmp-server user",
    "snmp-server host ",
    "sp_addlogin",
    "sp_addlinkedsrvlogin",
    "base64encode(",
    "b64enc(",
    "toBase64(",
    "createUser",
    "trap2sink",
    "trapsink",
    "informsink",
    "version 2c ",
    "snmp community ",
    "snmp community\n",
    "aaa-server ",
    "add password ",
    "authCommunity ",
    "\tTRUE\t/",
    "\tFALSE\t/",
    "radius-server host ",
    "tacacs-server host ",
    ": RSA ",
    ": ECDSA ",
    ": PKCS8 ",
    ": P12 ",
    ": PIN ",
    "_password password ",
    "_again password ",
];

/// What net-snmp's files, switches and routers hold by position.
pub(super) fn by_position(finder: &mut Finder<'_>, marks: &Marks) {
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
            // Which cipher the key is written in, before the key.
            let sort = |word: &str| {
                matches!(word, "8a" | "8A")
                    || word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_digit())
            };
            let last = if nth_word(rest, 2).is_some_and(|(_, word)| sort(word)) { 3 } else { 2 };
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
                matches!(word, "sha" | "md5" | "aes" | "des" | "3des" | "128" | "192" | "256" | "sha256")
                    || word.starts_with("aes-");
            if after && !method && !word.is_empty() && word != "priv" {
                finder.add_literal(at, at + word.trim_end().len(), "snmp", "PASSWORD");
                after = false;
            }
            after |= matches!(word, "auth" | "priv");
            at += word.len() + 1;
        }
    }
    // `snmp-server host h version 2c x`, `set service snmp community x authorization ro`.
    for mark in ["version 2c ", "snmp community "] {
        for here in marks.place(mark) {
            let mut at = here + mark.len();
            // RouterOS: `/snmp community add name=x`.
            let end = values::line_end(finder.bytes, at);
            if let Some(name) = finder.text.get(at..end).and_then(|rest| {
                (rest.starts_with("add ") || rest.starts_with("set ")).then(|| rest.find("name="))?
            }) {
                at += name + 5;
            }
            let value = values::unquoted(finder.bytes, at, Until::Blank);
            let body = finder.text.get(value.start..value.end).unwrap_or("");
            if body.len() >= 4
                && !matches!(body, "string" | "strings" | "name")
                && !body.starts_with(['-', '<'])
            {
                finder.add_literal(value.start, value.end, "snmp", "COMMUNITY");
            }
        }
    }
    // `snmp-server host h vrf v informs x`, `snmp-server host h version 1 x`: behind the machine and how it is told.
    for here in marks.place("snmp-server host ") {
        let rest = finder.text.get(here..values::line_end(finder.bytes, here)).unwrap_or("").trim_end();
        let mut index = 3;
        while let Some((from, word)) = nth_word(rest, index) {
            match word {
                "vrf" | "version" | "udp-port" => index += 2,
                "traps" | "informs" | "trap" | "inform" | "use-vrf" => index += 1,
                // The third version names a user.
                "auth" | "noauth" | "priv" | "{" => break,
                _ => {
                    if word.len() >= 4 && !word.starts_with('<') {
                        finder.add_literal(here + from, here + from + word.len(), "snmp", "COMMUNITY");
                    }
                    break;
                }
            }
        }
    }
    // debconf's `mysql-server mysql-server/root_password password x`.
    for mark in ["_password password ", "_again password "] {
        for here in marks.place(mark) {
            let value = values::unquoted(finder.bytes, here + mark.len(), Until::Blank);
            finder.add_literal(value.start, value.end, "command-password", "PASSWORD");
        }
    }
    // FortiGate's `config system snmp community`, and `set name "x"` in a line below it.
    for here in marks.place("snmp community\n") {
        let mut begin = here + 15;
        for _ in 0..4 {
            let end = values::line_end(finder.bytes, begin.min(finder.bytes.len()));
            let line = finder.text.get(begin..end).unwrap_or("");
            if let Some(at) = line.find("set name ")
                && let Some(value) = values::word(finder.bytes, begin + at + 9)
            {
                finder.add_literal(value.start, value.end, "snmp", "COMMUNITY");
                break;
            }
            begin = end + 1;
        }
    }
    // `radius-server host h key 0 x`, behind a prompt too.
    for mark in ["radius-server host ", "tacacs-server host "] {
        for here in marks.place(mark) {
            let at = here + mark.len();
            let rest = finder.text.get(at..values::line_end(finder.bytes, at)).unwrap_or("");
            let Some(key) = rest.find(" key ") else { continue };
            let given = rest.get(key + 5..).unwrap_or("");
            let sort = nth_word(given, 0).is_some_and(|(_, word)| matches!(word, "0" | "6" | "7" | "8"));
            if let Some((from, word)) = nth_word(given, usize::from(sort)).filter(|(_, word)| word.len() >= 4)
            {
                let from = at + key + 5 + from;
                finder.add_literal(from, from + word.len(), "routing-key", "KEY");
            }
        }
    }
    // `aaa-server x (inside) host h z`
    for here in marks.place("aaa-server ") {
        let rest = finder.text.get(here..values::line_end(finder.bytes, here)).unwrap_or("");
        if let Some((from, word)) = rest.find(" host ").and_then(|at| {
            let (from, word) = nth_word(rest.get(at + 6..)?, 1)?;
            Some((at + 6 + from, word))
        }) && values::is_password_like(word)
        {
            finder.add_literal(here + from, here + from + word.len(), "routing-key", "KEY");
        }
    }
    // A browser's file of cookies: site, flag, path, flag, end, name, value.
    for here in marks.place("\tTRUE\t/").chain(marks.place("\tFALSE\t/")) {
        let (line, end) = (values::line_start(finder.bytes, here), values::line_end(finder.bytes, here));
        let Some(row) = finder.text.get(line..end).map(str::trim_end) else { continue };
        if row.bytes().filter(|byte| *byte == b'\t').count() == 6
            && let Some((_, value)) = row.rsplit_once('\t').filter(|(_, value)| value.len() >= 8)
        {
            finder.add_literal(line + row.len() - value.len(), line + row.len(), "cookie", "COOKIE");
        }
    }
    for (mark, least, most) in [
        ("com2sec", 2, 2),
        ("createUser", 2, 4),
        ("trap2sink", 1, 1),
        ("trapsink", 1, 1),
        ("informsink", 1, 1),
        ("add password ", 1, 2),
        ("authCommunity ", 1, 1),
        // strongSwan's file of secrets: `: RSA gateway.pem "x"`.
        (": RSA ", 1, 1),
        (": ECDSA ", 1, 1),
        (": PKCS8 ", 1, 1),
        (": P12 ", 1, 1),
        (": PIN ", 1, 1),
    ] {
        for here in marks.place(mark) {
            let line = values::line_start(finder.bytes, here);
            if !finder.text.get(line..here).is_some_and(|head| head.trim().is_empty()) {
                continue;
            }
            let at = here + mark.trim_end().len();
            let rest = finder.text.get(at..values::line_end(finder.bytes, at)).unwrap_or("");
            // `createUser -e 0x8000 traps SHA x`: the engine's id.
            let ahead = if nth_word(rest, 0).is_some_and(|(_, word)| word == "-e") { 2 } else { 0 };
            for index in least + ahead..=most + ahead {
                if let Some((from, word)) = nth_word(rest, index)
                    && let word = word.trim_end()
                    && !matches!(word, "AES" | "DES" | "SHA" | "MD5" | "AES128" | "AES256")
                {
                    finder.add_literal(at + from, at + from + word.len(), "snmp", "COMMUNITY");
                }
            }
        }
    }
}

/// `--from-literal=name=value`: Kubernetes secrets are secrets whatever their key is called.
pub(super) fn literals(finder: &mut Finder<'_>, marks: &Marks) {
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
        let last = key.rsplit(['_', '-', '.']).next().unwrap_or("");
        let told = matches!(
            last,
            "username"
                | "user"
                | "host"
                | "port"
                | "database"
                | "dbname"
                | "db"
                | "email"
                | "level"
                | "region"
        );
        // Of an address only the password is one, which is found where addresses are read.
        let is_address = |value: &values::Value| {
            let body = finder.text.get(value.start..value.end).unwrap_or("");
            let port = body.rsplit_once(':').is_some_and(|(host, port)| {
                host.contains('.') && !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit())
            });
            body.split_once("://").is_some_and(|(_, rest)| rest.contains('@')) || last == "url" && port
        };
        if let Some(value) = value.filter(|value| !told && !is_address(value)) {
            assignments::judge(finder, "from-literal", SECRET, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn what_literals_of_kubernetes_are_called_tells_settings() {
        let text = "kubectl create secret generic x --from-literal=LOG_LEVEL=debug --from-literal=DB_HOST=pg.svc \
                    --from-literal=QUEUE_URL=redis.a.svc:6379 --from-literal=APP_PIN=maplewood\n";
        assert_eq!(hidden(text), ["maplewood"]);
    }

    #[test]
    fn the_key_of_a_route_stands_behind_its_sort() {
        for text in [
            "ip ospf message-digest-key 1 md5 3 b1b6c42575656fcd\n",
            "ntp authentication-key 1 md5 b1b6c42575656fcd 7\n",
        ] {
            assert_eq!(hidden(text), ["b1b6c42575656fcd"], "{text}");
        }
    }

    #[test]
    fn files_hold_secrets_by_position() {
        for text in [
            ": RSA gateway.pem \"Kq7Zx2Vb9Lm4tR8w\"\n",
            "authCommunity log,execute,net Kq7Zx2Vb9Lm4tR8w\n",
            "snmp-server host 10.1.1.1 vrf mgmt informs Kq7Zx2Vb9Lm4tR8w config\n",
            "snmp-server host 10.1.1.1 version 1 Kq7Zx2Vb9Lm4tR8w\n",
            "snmp-server host 10.1.1.1 Kq7Zx2Vb9Lm4tR8w vrrp\n",
            "sw(config)# radius-server host 10.1.1.1 key 0 Kq7Zx2Vb9Lm4tR8w\n",
            ".example.com\tTRUE\t/\tFALSE\t0\t_oauth2_proxy\tKq7Zx2Vb9Lm4tR8w\n",
        ] {
            assert_eq!(hidden(text), ["Kq7Zx2Vb9Lm4tR8w"], "{text}");
        }
        let user = "createUser -e 0x8000000001020304 traps SHA \"Kq7Zx2Vb9\" AES \"Lm4tR8wYp\"\n";
        assert_eq!(hidden(user), ["Kq7Zx2Vb9", "Lm4tR8wYp"]);
        for text in ["Key: RSA 2048 bits\n: RSA gateway.pem\n", "a\tTRUE\t/\tb\n"] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }
}

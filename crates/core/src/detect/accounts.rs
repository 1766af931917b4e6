//! Lists of accounts, where a user's name stands before the password and nothing else says so: maps under `users`,
//! lines of Jetty's and `ActiveMQ`'s files, `PgBouncer`'s list, inventories of `host:user:x`.

use super::Finder;
use super::assignments::judge;
use super::marks::Marks;
use super::names::{Said, Strength};
use super::values::{self, Until, Value};

const PASSWORD: Said = Said { strength: Strength::Strong, kind: "PASSWORD" };

/// What a map of accounts is called.
const MAPS: [&str; 7] = ["users:", "users = {", "users={", "users\": {", "htpasswd:", "accounts:", "logins:"];

/// Roles behind a password, as Java's servers write them.
const ROLES: [&str; 6] = [",admin", ", admin", ",user", ", user", ",guest", ", guest"];

const PAIR: &str = "\" \"";

/// pppd's list of `client server secret addresses`, where any address may come.
const ANY: [&str; 2] = [" *\n", "\t*\n"];

/// How that list is called, and what stands above it.
const PEERS: [&str; 3] = ["chap-secrets", "pap-secrets", "# client"];

/// A user and a password of Squid: `login=user:x`.
const PEER: &str = " login=";

/// Who logs in where, before a password in brackets: `root@10.0.0.1 (x)`.
const AT: [&str; 5] = ["root@", "admin@", "ubuntu@", "deploy@", "ops@"];

/// A file of one account a line: `admin=x`; and names of accounts whose value is a pair: `DB_LOGIN=user:x`.
const KNOWN: [&str; 8] = ["admin=", "root=", "guest=", "login=", "user=", "ADMIN=", "LOGIN=", "USER="];

/// A cell that names who logs in, in a table without a heading: `| bastion | ops | x |`.
const CELLS: [&str; 5] = ["admin |", "root |", "ops |", "deploy |", "backup |"];

/// What people write before a password of a switch, alone on a line.
const ADMIN: [&str; 2] = [" admin: ", " enable: "];

/// Exim's and Postfix's files of accounts at other hosts.
const CLIENTS: [&str; 2] = ["passwd.client", "sasl_passwd"];

/// `host:user:x` of inventories names the system between: `:ios:netops:x`.
const SYSTEMS: [&str; 8] =
    [":ios:", ":iosxe:", ":iosxr:", ":nxos:", ":junos:", ":eos:", ":fortios:", ":routeros:"];

/// Hosts behind a user and a password, where nothing else in a text may speak of either.
const HOSTS: [&str; 7] = ["_PROXY=", "_proxy=", "@10.", "@127.", "@172.", "@192.168.", "@localhost"];

/// Every literal that these detectors look for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    MAPS.iter()
        .chain(&ROLES)
        .chain(&SYSTEMS)
        .chain(&KNOWN)
        .chain(&AT)
        .chain(&CELLS)
        .chain([&PAIR, &PEER])
        .chain(&ADMIN)
        .chain(&CLIENTS)
        .chain(&ANY)
        .chain(&PEERS)
        .chain(&HOSTS)
        .copied()
}

pub(super) fn read(finder: &mut Finder<'_>, marks: &Marks) {
    for here in MAPS.iter().flat_map(|mark| marks.place(mark).map(move |at| at + mark.len())) {
        map(finder, here);
    }
    for here in ROLES.iter().flat_map(|mark| marks.place(mark)) {
        role(finder, here);
    }
    for here in KNOWN.iter().flat_map(|mark| marks.place(mark).map(move |at| (at, at + mark.len()))) {
        known(finder, here.0, here.1);
    }
    mailboxes(finder);
    for here in ANY.iter().flat_map(|mark| marks.place(mark)) {
        any(finder, here);
    }
    for here in PEERS.iter().flat_map(|mark| marks.place(mark)) {
        let mut begin = values::line_end(finder.bytes, here) + 1;
        for _ in 0..12 {
            let end = values::line_end(finder.bytes, begin.min(finder.text.len()));
            let Some(line) = finder.text.get(begin..end).filter(|line| !line.trim().is_empty()) else {
                break;
            };
            let last = line.trim_end().rfind([' ', '\t']).unwrap_or(0);
            if !line.starts_with('#') && !line.contains(['=', '{', '$']) {
                any(finder, begin + last);
            }
            begin = end + 1;
        }
    }
    for here in marks.place(PEER) {
        let from = here + PEER.len();
        let value = values::unquoted(finder.bytes, from, Until::Word);
        if let Some((user, word)) = finder.text.get(from..value.end).and_then(|pair| pair.split_once(':'))
            && is_user(user)
            && word.len() >= 4
        {
            judge(finder, "password", PASSWORD, Value::quoted(from + user.len() + 1, value.end));
        }
    }
    for here in AT.iter().flat_map(|mark| marks.place(mark).map(move |at| at + mark.len())) {
        bracketed(finder, here);
    }
    for here in CELLS.iter().flat_map(|mark| marks.place(mark).map(move |at| (at, at + mark.len()))) {
        cell(finder, here.0, here.1);
    }
    for here in ADMIN.iter().flat_map(|mark| marks.place(mark).map(move |at| at + mark.len())) {
        of_admin(finder, here);
    }
    for here in CLIENTS.iter().flat_map(|mark| marks.place(mark)) {
        clients(finder, here);
    }
    for here in marks.place(PAIR) {
        pair(finder, here);
    }
    for here in SYSTEMS.iter().flat_map(|mark| marks.place(mark).map(move |at| at + mark.len())) {
        inventory(finder, here);
    }
}

/// Whether a value that stands behind a user's name is a password: made up, drawn, or full of marks.
fn reads(word: &str) -> bool {
    let marks = word
        .bytes()
        .filter(|byte| byte.is_ascii_punctuation() && !matches!(byte, b'-' | b'_' | b'.' | b'/' | b':'))
        .count();
    // `eu-west-1` is a place.
    let last = word.rsplit('-').next().unwrap_or("");
    if word.starts_with("sha") {
        return false;
    }
    values::is_made(word)
        || values::is_chosen(word) && (last == word || last.bytes().filter(u8::is_ascii_digit).count() >= 2)
        || values::is_tokenish(word) && !values::is_uuid(word) && !values::is_digest(word)
        || marks >= 2 && values::is_password_like(word)
}

fn is_user(name: &str) -> bool {
    (1..40).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'@'))
}

/// `joe@example.org:x`
fn mailboxes(finder: &mut Finder<'_>) {
    let text = finder.bytes;
    for at in memchr::memchr_iter(b'@', text) {
        let is_host = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
        let host = text.get(at + 1..).unwrap_or(b"").iter().take(80).take_while(is_host).count();
        let colon = at + 1 + host;
        service(finder, at, colon);
        before_host(finder, at, colon);
        if host < 4
            || text.get(colon) != Some(&b':')
            || at == 0
            || !text.get(at - 1).is_some_and(u8::is_ascii_alphanumeric)
        {
            // `@example.org user:x` of Postfix.
            if host >= 4
                && matches!(text.get(colon), Some(b' ' | b'\t'))
                && (at == 0 || text.get(at - 1) == Some(&b'\n'))
            {
                let from = values::blanks(text, colon);
                let value = values::unquoted(text, from, Until::Word);
                if let Some((user, word)) =
                    finder.text.get(from..value.end).and_then(|pair| pair.split_once(':'))
                    && is_user(user)
                    && reads(word)
                {
                    judge(finder, "password", PASSWORD, Value::quoted(from + user.len() + 1, value.end));
                }
            }
            continue;
        }
        let name = finder.text.get(at + 1..colon).unwrap_or("");
        let end = name.rsplit_once('.').map_or("", |(_, end)| end);
        let value = values::unquoted(text, colon + 1, Until::Blank);
        let word = finder.text.get(value.start..value.end).unwrap_or("");
        let word = word.trim_end_matches([',', ';', '"', '\'', ')']);
        if end.len() >= 2
            && end.bytes().all(|byte| byte.is_ascii_lowercase())
            && value.start == colon + 1
            && !word.contains(['/', '.', '@'])
            // A port, and what an address has behind it.
            && !word.trim_start_matches(|c: char| c.is_ascii_digit()).is_empty()
            && !word.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('?')
            && reads(word)
        {
            judge(finder, "password", PASSWORD, Value::quoted(value.start, value.start + word.len()));
        }
    }
}

/// `PROXY=bob:x@10.0.0.1:3128`, `dsn: 'bob:x@db01:5432/shop'`, `//bob:x@host/`: a user and a password before a host,
/// where no scheme says so, but a port, the name or two strokes do.
fn before_host(finder: &mut Finder<'_>, sign: usize, end: usize) {
    /// What takes somebody's address, and no user, before a colon.
    const TAKES: [&str; 20] = [
        "sip", "sips", "ssh", "sftp", "scp", "smtp", "smtps", "imap", "imaps", "mailto", "xmpp", "acct",
        "git", "udp", "rtp", "tcp", "from", "to", "user", "host",
    ];
    let text = finder.bytes;
    let host = finder.text.get(sign + 1..end).unwrap_or("");
    let digits = |from: usize| {
        text.get(from..).unwrap_or(b"").iter().take(6).take_while(|byte| byte.is_ascii_digit()).count()
    };
    let port = if text.get(end) == Some(&b':') { digits(end + 1) } else { 0 };
    let port = (2..6).contains(&port)
        && !text
            .get(end + 1 + port)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(byte));
    let local = host == "localhost" || host.parse::<std::net::Ipv4Addr>().is_ok();
    let path = text.get(end) == Some(&b'/');
    if host.is_empty() || host.starts_with("sha") || !(port || local || path || host.len() > 3) {
        return;
    }
    let least = sign.saturating_sub(120);
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"\"'`<>|,(".contains(byte);
    let head = text.get(least..sign).unwrap_or(b"");
    let start = least + head.iter().rposition(is_end).map_or(0, |at| at + 1);
    let Some((left, word)) = finder.text.get(start..sign).and_then(|pair| pair.split_once(':')) else {
        return;
    };
    let user = left.rsplit(['=', '/', '[']).next().unwrap_or("");
    let named = ["proxy", "dsn", "url", "uri"].iter().any(|name| {
        left.strip_suffix(user)
            .and_then(|head| head.strip_suffix('='))
            .is_some_and(|head| head.to_ascii_lowercase().ends_with(name))
    });
    let relative = left.strip_suffix(user).is_some_and(|head| head.ends_with("//"));
    if !user.starts_with(|c: char| c.is_ascii_alphabetic())
        || !is_user(user)
        || TAKES.contains(&user.to_ascii_lowercase().as_str())
        || word.len() < 3
        || word.contains('/')
        || word.contains(':') && !reads(word)
        || !(port || named || (relative || local) && (path || reads(word)))
    {
        return;
    }
    finder.add_literal(sign - word.len(), sign, "url-password", "PASSWORD");
}

/// Oracle's `system/x@ORCL`, where no scheme or command says so: the service in capitals.
fn service(finder: &mut Finder<'_>, sign: usize, end: usize) {
    let text = finder.bytes;
    let is_name = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    if end < sign + 3 || !text.get(sign + 1..end).is_some_and(|name| name.iter().all(is_name)) {
        return;
    }
    let least = sign.saturating_sub(60);
    let is_end =
        |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b'`' | b'=' | b'(' | b':');
    let head = text.get(least..sign).unwrap_or(b"");
    let start = head.iter().rposition(is_end).map_or(0, |at| at + 1);
    if let Some((user, word)) = finder.text.get(least + start..sign).and_then(|pair| pair.split_once('/'))
        && is_user(user)
        && reads(word)
        && !word.contains('/')
    {
        judge(finder, "password", PASSWORD, Value::quoted(sign - word.len(), sign));
    }
}

/// `client * x *`
fn any(finder: &mut Finder<'_>, here: usize) {
    let line = values::line_start(finder.bytes, here);
    let mut at = values::blanks(finder.bytes, line);
    let mut words: Vec<Value> = Vec::new();
    while at < here && words.len() < 4 {
        let Some(word) = values::word(finder.bytes, at).filter(|word| word.after > at) else { return };
        at = values::blanks(finder.bytes, word.after);
        words.push(word);
    }
    if let [user, _, secret] = words.as_slice()
        && let Some(user) = finder.text.get(user.start..user.end)
        && let Some(word) = finder.text.get(secret.start..secret.end)
        && (is_user(user) || user == "*")
        && (reads(word) || secret.quoted && word.len() >= 4)
    {
        judge(finder, "password", PASSWORD, Value { quoted: true, ..*secret });
    }
}

/// `root@10.0.0.1 (x)`
fn bracketed(finder: &mut Finder<'_>, from: usize) {
    let end = values::line_end(finder.bytes, from).min(from + 160);
    let Some(rest) = finder.text.get(from..end) else { return };
    let Some((host, inner)) = rest.split_once(" (") else { return };
    let Some((word, _)) = inner.split_once(')') else { return };
    if !host.contains(' ') && !word.contains(' ') && reads(word) {
        let start = from + host.len() + 2;
        judge(finder, "password", PASSWORD, Value::quoted(start, start + word.len()));
    }
}

/// `admin=x` alone on a line, `TF_VAR_db_admin=user:x` anywhere.
fn known(finder: &mut Finder<'_>, here: usize, from: usize) {
    let Some(pair) = values::word(finder.bytes, from).filter(|pair| pair.end > from) else { return };
    let body = finder.text.get(pair.start..pair.end).unwrap_or("");
    if let Some((user, word)) = body.split_once(':') {
        if is_user(user) && reads(word) && !word.contains(['/', ':', '@']) {
            judge(finder, "password", PASSWORD, Value::quoted(pair.end - word.len(), pair.end));
        }
        return;
    }
    if !matches!(finder.bytes.get(here), Some(b'a' | b'r' | b'g')) {
        return;
    }
    let (line, end) = (values::line_start(finder.bytes, here), values::line_end(finder.bytes, from));
    let word = finder.text.get(from..end).unwrap_or("").trim_end();
    if line == here && reads(word) && !word.contains([' ', '/', ',']) {
        judge(finder, "password", PASSWORD, Value::quoted(from, from + word.len()));
    }
}

/// `users: {ops: "x"}`, and the deeper lines below `users:`, each `name: x` or `name:x`.
fn map(finder: &mut Finder<'_>, from: usize) {
    let text = finder.bytes;
    let at = values::blanks(text, from);
    let line = values::line_start(text, from);
    if text.get(at) == Some(&b'{') || text.get(from - 1) == Some(&b'{') {
        let open = if text.get(at) == Some(&b'{') { at + 1 } else { from };
        flow(finder, open, values::line_end(text, open).min(open + 600));
        return;
    }
    let own = values::indent(finder.text.get(line..from).unwrap_or(""));
    if !finder.text.get(from..values::line_end(text, from)).is_some_and(|rest| rest.trim().is_empty()) {
        return;
    }
    let mut begin = values::line_end(text, from) + 1;
    for _ in 0..40 {
        let end = values::line_end(text, begin.min(text.len()));
        let Some(line) = finder.text.get(begin..end) else { return };
        let body = line.trim_end();
        let lead = values::indent(body);
        if body.trim().is_empty() || lead <= own {
            return;
        }
        // A list's items are objects, whose members have names of their own.
        if body.trim_start().starts_with('-') {
            return;
        }
        if let Some((name, _)) = body.split_once(':')
            && is_user(name.trim().trim_matches(['"', '\'']))
        {
            let at = values::blanks(text, begin + name.len() + 1);
            member(finder, at, end);
        }
        begin = end + 1;
    }
}

/// The pairs of a map on one line.
fn flow(finder: &mut Finder<'_>, mut at: usize, end: usize) {
    while at < end {
        let Some(colon) = finder.bytes.get(at..end).and_then(|rest| memchr::memchr2(b':', b'=', rest)) else {
            return;
        };
        let name = finder.text.get(at..at + colon).unwrap_or("");
        if name.contains(['}', '[', '{']) || !is_user(name.trim_matches([' ', '"', '\'', ','])) {
            return;
        }
        let from = values::blanks(finder.bytes, at + colon + 1);
        let after = member(finder, from, end);
        if after <= at {
            return;
        }
        at = after;
    }
}

/// The value at `at`, quoted or up to what ends it; gives where reading goes on.
fn member(finder: &mut Finder<'_>, at: usize, end: usize) -> usize {
    let value = if matches!(finder.bytes.get(at), Some(b'"' | b'\'')) {
        values::quoted(finder.bytes, at)
    } else {
        let rest = finder.bytes.get(at..end).unwrap_or(b"");
        let length = rest.iter().position(|byte| matches!(byte, b',' | b'}' | b' ')).unwrap_or(rest.len());
        Some(Value { start: at, end: at + length, after: at + length, quoted: false })
    };
    let Some(value) = value.filter(|value| value.after > at) else { return end };
    if finder.text.get(value.start..value.end).is_some_and(reads) {
        judge(finder, "password", PASSWORD, Value { quoted: true, ..value });
    }
    value.after + usize::from(finder.bytes.get(value.after) == Some(&b','))
}

/// `joe: x,user,deploy`, `admin=x, admin`, `admin:MD5:x,admin`: a line of a user, a password and roles.
fn role(finder: &mut Finder<'_>, here: usize) {
    let (line, end) = (values::line_start(finder.bytes, here), values::line_end(finder.bytes, here));
    let roles = finder.text.get(here..end).unwrap_or("-").trim_end();
    let is_role = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b',' | b' ' | b'-' | b'_');
    let Some(head) = finder.text.get(line..here) else { return };
    let Some((user, word)) = head.split_once([':', '=']) else { return };
    if head.len() > 120 || head.contains(',') || !is_user(user.trim()) || !roles.bytes().all(is_role) {
        return;
    }
    let word = word.trim_start();
    let hash = ["MD5:", "OBF:", "CRYPT:"].iter().any(|kind| word.starts_with(kind));
    if hash || !word.contains(' ') && reads(word) {
        judge(finder, "password", PASSWORD, Value::quoted(here - word.len(), here));
    }
}

/// `| bastion | ops | x |`: the last cell of a row, right behind its user.
fn cell(finder: &mut Finder<'_>, here: usize, from: usize) {
    let (line, end) = (values::line_start(finder.bytes, here), values::line_end(finder.bytes, from));
    let Some(head) = finder.text.get(line..here) else { return };
    let Some(rest) = finder.text.get(from..end) else { return };
    let word = rest.trim().trim_end_matches('|').trim_end();
    let bare = word.trim_matches(['`', '"']);
    if head.trim_end().ends_with('|')
        && head.matches('|').count() >= 2
        && !bare.contains([' ', '|', '/'])
        && (values::is_made(bare)
            || values::is_drawn_mixed(bare)
            || is_marked(bare)
            || values::is_chosen(bare)
                && (bare.bytes().filter(u8::is_ascii_digit).count() >= 2
                    // `company4ever`
                    || !bare.ends_with(|c: char| c.is_ascii_digit())))
    {
        let start = from + rest.find(bare).unwrap_or(0);
        judge(finder, "password", PASSWORD, Value::quoted(start, start + bare.len()));
    }
}

/// Two marks that no word of a table has.
fn is_marked(word: &str) -> bool {
    let marks = word.bytes().filter(|byte| b"!@#$%*?".contains(byte)).count();
    word.len() >= 6 && marks >= 2 + usize::from(word.starts_with(['$', '@']))
}

/// `Jenkins admin: x`, `# switch enable: x` alone on a line.
fn of_admin(finder: &mut Finder<'_>, from: usize) {
    let word = finder.text.get(from..values::line_end(finder.bytes, from)).unwrap_or("").trim_end();
    if !word.contains(' ') && (values::is_made(word) || is_marked(word) || values::is_drawn_mixed(word)) {
        judge(finder, "password", PASSWORD, Value::quoted(from, from + word.len()));
    }
}

/// Exim's `host:user:x` and Postfix's `host user:x`, on the lines below the file's name.
fn clients(finder: &mut Finder<'_>, here: usize) {
    let mut begin = values::line_end(finder.bytes, here) + 1;
    for _ in 0..12 {
        let end = values::line_end(finder.bytes, begin.min(finder.text.len()));
        let Some(line) = finder.text.get(begin..end).map(str::trim_end) else { return };
        // A port of the host's, in brackets, is read with it.
        let fields = match line.split_once([' ', '\t']) {
            Some((host, pair)) => pair.trim_start().split_once(':').map(|(_, word)| (host, word)),
            None => line.split_once(':').and_then(|(host, rest)| Some((host, rest.split_once(':')?.1))),
        };
        let Some((host, word)) = fields else { return };
        if host.contains('=') || host.starts_with('#') || word.is_empty() || word.contains(' ') {
            return;
        }
        let to = begin + line.len();
        judge(finder, "password", PASSWORD, Value::quoted(to - word.len(), to));
        begin = end + 1;
    }
}

/// `"app" "x"` alone on a line.
fn pair(finder: &mut Finder<'_>, here: usize) {
    let (line, end) = (values::line_start(finder.bytes, here), values::line_end(finder.bytes, here));
    let user = finder.text.get(line..here).and_then(|head| head.trim_start().strip_prefix('"'));
    let Some(value) = values::quoted(finder.bytes, here + 2) else { return };
    if user.is_some_and(is_user)
        && finder.text.get(value.after..end).is_some_and(|rest| rest.trim().is_empty())
        && finder
            .text
            .get(value.start..value.end)
            .is_some_and(|word| reads(word) && !word.starts_with('/') && !word.contains("$4096:"))
    {
        judge(finder, "password", PASSWORD, value);
    }
}

/// `sw1.corp.net:ios:netops:x:y`: what follows the user.
fn inventory(finder: &mut Finder<'_>, from: usize) {
    let end = values::line_end(finder.bytes, from).min(from + 200);
    let Some(rest) = finder.text.get(from..end) else { return };
    let mut at = from;
    for (index, field) in rest.trim_end().split(':').enumerate() {
        if field.contains(' ') {
            return;
        }
        if index > 0 && (reads(field) || values::is_password_like(field)) {
            judge(finder, "password", PASSWORD, Value::quoted(at, at + field.len()));
        }
        at += field.len() + 1;
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn a_user_and_a_password_may_stand_before_a_host_without_a_scheme() {
        for text in [
            "HTTP_PROXY=bob:maple.wood@10.0.0.1:3128\n",
            "dsn: 'bob:maple.wood@db01:5432/shop'\n",
            "database   : bob:maple.wood@192.168.0.1:5432/helpdesk\n",
            "https_proxy=bob:maple.wood@proxy.example.com\n",
            "HTTP_PROXY=//bob:maple.wood@files.example.com/path\n",
        ] {
            assert_eq!(hidden(text), ["maple.wood"], "{text}");
        }
        assert_eq!(hidden("bob:Kq7@Zx2Vb9@localhost\n"), ["Kq7@Zx2Vb9"]);
        for text in [
            "image: registry:5000/app:v1.2@sha256:12345\nsip:bob@10.0.0.1:5060\nmailto:bob99x@example.com\n",
            "npm:left-pad@1.2.3\ngit@host:22\nssh bob@host:22\n12:30:bob@host:22\n",
            "from:bob@mail.example.com:25\ncontact:bob99x@example.com\nC:\\a@2\\b file:///C:/x_PR-251@2/\n",
            "PROXY=bob:${PASS}@10.0.0.1:3128\nproxy=bob:<password>@10.0.0.1:3128\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn passwords_stand_behind_their_users() {
        for text in [
            "rabbitmq_users: {ops: \"Kq7Zx2Vb9Lm4tR\", app: x}\n",
            "mysql_users:\n  app: Kq7Zx2Vb9Lm4tR\n  other: none\n",
            "htpasswd:\n  inline: |\n    ops:Kq7Zx2Vb9Lm4tR\n",
            "joe: Kq7Zx2Vb9Lm4tR,user,deploy\n",
            "admin=Kq7Zx2Vb9Lm4tR, admin\n",
            "\"app\" \"Kq7Zx2Vb9Lm4tR\"\n",
            "sw1.corp.net:ios:netops:Kq7Zx2Vb9Lm4tR\n",
            "export TF_VAR_db_admin=sa:Kq7Zx2Vb9Lm4tR\n",
            "DB_LOGIN=report:Kq7Zx2Vb9Lm4tR ./seed.sh --fast\n",
            "# switch enable: Kq7Zx2Vb9Lm4tR\n",
            "user=etl\nsystem/Kq7Zx2Vb9Lm4tR@ORCL\n",
        ] {
            assert_eq!(hidden(text), ["Kq7Zx2Vb9Lm4tR"], "{text}");
        }
    }

    #[test]
    fn a_mailbox_and_a_password_are_told_from_an_address_and_a_path() {
        assert_eq!(hidden("[smtp.corp.net]:587 joe@corp.net:Kq7Zx2Vb9Lm4tR\n"), ["Kq7Zx2Vb9Lm4tR"]);
        for text in [
            "git@github.com:Acme2024/Infra7.git\n",
            "scp a root@db.corp.net:Backup2024.tgz\n",
            "joe@corp.net:22\n",
        ] {
            assert_eq!(hidden(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn what_else_is_said_of_users_is_kept() {
        for text in [
            "users:\n  - name: joe\n    shell: /bin/bash\n    uid: 1001\n",
            "users: {joe: admin, ann: viewer, max: \"read-only\"}\n",
            "accounts:\n  prod: \"210987654321\"\n  region: eu-west-1\n",
            "users:\n  joe: sha256-3f9a2c7d4b1e8f60\n",
            "groups: wheel, admin\nroles=reader, user\n",
            "\"GET\" \"/api/v2/Users2024\"\n",
            "docker run --user=1000:1000 app\nUSER=nginx:nginx\n",
            "DB_LOGIN=disabled ADMIN=host:8080\n",
            "uses: acme/deploy@V2\nimage: team/app@SHA\n",
            "feature enable: true\n",
            "users:\n  - name: joe\n    user:\n      client-certificate-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1J\n",
        ] {
            assert_eq!(hidden(text), Vec::<&str>::new(), "{text}");
        }
    }
}

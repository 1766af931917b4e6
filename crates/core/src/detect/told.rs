//! What people and protocols say right before a secret, in words that are no names: "!login anna x",
//! "Zugangscode: 583921", "It's x" after a question for a password, `CONNECT scott/x@ORCL`.

use super::Finder;
use super::assignments::judge;
use super::marks::Marks;
use super::names::{Said, Strength};
use super::values::{self, Until, Value};

const PASSWORD: Said = Said { strength: Strength::Strong, kind: "PASSWORD" };
const CODE: Said = Said { strength: Strength::Strong, kind: "CODE" };

/// Commands of chats and services; their last word is the secret.
const ORDERS: [&str; 9] = [
    "!login ",
    "/login ",
    "!auth ",
    "/auth ",
    "IDENTIFY ",
    "identify ",
    "/identify ",
    "AUTHENTICATE ",
    "!register ",
];

/// Codes that open something, in the languages of our users.
const CODES: [&str; 40] = [
    "incode",
    "Key Content",
    "sselinhalt",
    "the safe",
    "afe code",
    "afe combo",
    "uest code",
    "ate code",
    "ime code",
    "ackup code",
    "ecovery code",
    "ecovery codes",
    "ccess code",
    "oor code",
    "lock code",
    "ecurity code",
    "larm code",
    "larmcode",
    "Zugangscode",
    "inmalcode",
    "Türcode",
    "Entsperrcode",
    "d'accès",
    "d’accès",
    "de acceso",
    "di accesso",
    "de acesso",
    "Code PIN",
    "code PIN",
    "Codice PIN",
    "Código PIN",
    "ин-код",
    "ИН-код",
    "ПИН",
    "PUK",
    "TAN",
    "暗証番号",
    "PIN",
    "p/w",
    "P/W",
];

const CODE_IS: &str = " code is ";

const CONNECTS: [&str; 6] = ["target ", "catalog ", "CONNECT ", "CONN ", "connect ", "conn "];

/// A value and what it became: `db.password overridden: 'x' -> 'y'`.
const BECAME: [&str; 2] = ["' -> '", "\" -> \""];

/// The secret key beside an access key, in short.
const SECRET_KEY: &str = "sk=";

/// What Go prints of a map: `map[api:x region:y]`.
const MAP: &str = "map[";

/// A change of a password that tells the old one, too.
const CHANGED: &str = "PASSWORD FROM '";

/// A modem's command that joins a network.
const JOINS: &str = "AT+CW";

/// Redis on the wire.
const WIRE: [&str; 2] = ["AUTH\r\n$", "AUTH\n$"];

/// Where the literals of a call begin.
const CALLED: [&str; 2] = ["(\"", "('"];

/// Parts of the names of calls that take a user and a password, or a key among other things.
const TAKING: [&str; 31] = [
    "directoryentry",
    "user",
    "connect",
    "login",
    "begin",
    "auth",
    "credential",
    "client",
    "passw",
    "_pw",
    "pwd",
    "ftp",
    "ssh",
    "smtp",
    "imap",
    "ldap",
    "session",
    "sign",
    "bind",
    "hmac",
    "cipher",
    "crypt",
    "secret",
    "cookie",
    "store",
    "factory",
    "account",
    "ntlm",
    "vapid",
    "mysql",
    "postgresql",
];

/// Parts of the names of calls whose only literal is the secret.
const TAKING_ONE: [&str; 18] = [
    "auth",
    "passw",
    "pwd",
    "passphrase",
    "hmac",
    "cookieparser",
    "cookiestore",
    "securitykey",
    "signingkey",
    "keyspec",
    "jwt",
    "token",
    "credential",
    "apikey",
    "api_key",
    "secret",
    "crypt",
    "sign",
];

/// Commands that take a token as their next word, whatever it looks like.
const TAKERS: [&str; 17] = [
    " -clp ",
    "rename-command CONFIG ",
    "bash -s -- -t ",
    "set-agent-token agent ",
    "set-agent-token default ",
    "set-agent-token replication ",
    "isis authentication key ",
    "snyk auth ",
    "ngrok authtoken ",
    "add-authtoken ",
    "wandb login ",
    "flyctl auth token ",
    "configure set api_key ",
    "set-api-key ",
    "config:set-token ",
    "--github-token ",
    "login --key ",
];

/// SNMP's users: the algorithm stands before the word.
const SNMP: [&str; 12] = [
    "/ auth ",
    "/ priv ",
    "auth SHA ",
    "auth sha ",
    "auth MD5 ",
    "auth md5 ",
    "auth SHA256 ",
    "priv AES ",
    "priv aes ",
    "priv DES ",
    "priv des ",
    "priv AES256 ",
];

/// The same in short: "auth x / priv y", "auth x priv y".
const PRIV: &str = " priv ";

/// Every literal that these detectors look for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    CALLED
        .iter()
        .chain(&TAKERS)
        .chain(&SNMP)
        .chain([&"WIFI:", &CHANGED, &CODE_IS, &PRIV, &JOINS, &MAP, &SECRET_KEY])
        .chain(&ORDERS)
        .chain(&CODES)
        .chain(&CONNECTS)
        .chain(&WIRE)
        .chain(&BECAME)
        .copied()
}

/// Reads behind every such word.
pub(super) fn read(finder: &mut Finder<'_>, marks: &Marks) {
    for here in ORDERS.iter().flat_map(|mark| marks.place(mark).map(move |at| (at, mark.len()))) {
        let (start, end) = (here.0 + here.1, values::line_end(finder.bytes, here.0));
        let Some(rest) = finder.text.get(start..end) else { continue };
        // A message of its own, and no path of a request.
        let line = values::line_start(finder.bytes, here.0);
        let head = finder.text.get(line..here.0).unwrap_or("?").trim_end();
        let service = head.ends_with("Serv");
        if !(service || head.is_empty() || head.ends_with(['>', ':', ']', '`', '"'])) {
            continue;
        }
        let words: Vec<&str> = rest.split_whitespace().take(4).collect();
        if let Some(last) = words.last().filter(|_| words.len() <= 3)
            && (service || reads(last) || values::is_chosen(last))
        {
            let to = start + rest.trim_end().len();
            judge(finder, "password", PASSWORD, Value::quoted(to - last.len(), to));
        }
    }
    for here in TAKERS.iter().chain(&SNMP).flat_map(|mark| marks.place(mark).map(move |at| at + mark.len())) {
        let mut word = values::unquoted(finder.bytes, here, Until::Blank);
        // `priv aes 128 x`
        if finder.text.get(word.start..word.end).is_some_and(|word| matches!(word, "128" | "192" | "256")) {
            word = values::unquoted(finder.bytes, values::blanks(finder.bytes, word.end), Until::Blank);
        }
        let body = finder.text.get(word.start..word.end).unwrap_or("");
        if body.len() >= 6
            && !body.starts_with('-')
            && (values::is_tokenish(body) || values::is_password_like(body))
        {
            judge(
                finder,
                "token",
                Said { strength: Strength::Strong, kind: "TOKEN" },
                Value { quoted: true, ..word },
            );
        }
    }
    for here in marks.place(PRIV) {
        let head = finder.text.get(values::line_start(finder.bytes, here)..here).unwrap_or("");
        let end = here - head.len() + head.strip_suffix(" /").unwrap_or(head).len();
        let head = head.strip_suffix(" /").unwrap_or(head);
        let first = head.rsplit(' ').next().unwrap_or("");
        let second = values::unquoted(finder.bytes, here + PRIV.len(), Until::Blank);
        if values::is_password_like(first)
            && head.get(..head.len() - first.len()).is_some_and(|head| head.ends_with("auth "))
        {
            judge(finder, "password", PASSWORD, Value::quoted(end - first.len(), end));
            judge(finder, "password", PASSWORD, Value { quoted: true, ..second });
        }
    }
    // What a poster for guests says: `WIFI:T:WPA;S:office;P:x;;`.
    for here in marks.place("WIFI:") {
        let end = values::line_end(finder.bytes, here).min(here + 200);
        let Some(found) = finder.text.get(here..end).and_then(|rest| rest.find(";P:")) else { continue };
        let from = here + found + 3;
        let length = finder.text.get(from..end).and_then(|rest| rest.find(';')).unwrap_or(end - from);
        finder.add_literal(from, from + length, "wifi-code", "PASSWORD");
    }
    // `AT+CWJAP="office","x"`
    for here in marks.place(JOINS) {
        let end = values::line_end(finder.bytes, here).min(here + 200);
        if let Some(found) = finder.text.get(here..end).and_then(|rest| rest.find("\",\""))
            && let Some(value) = values::quoted(finder.bytes, here + found + 2)
        {
            judge(finder, "password", PASSWORD, value);
        }
    }
    // `SET PASSWORD FROM 'x' TO 'y'`
    for here in marks.place(CHANGED) {
        if let Some(old) = values::quoted(finder.bytes, here + CHANGED.len() - 1) {
            judge(finder, "password", PASSWORD, old);
            if finder.text.get(old.after..old.after + 4) == Some(" TO ")
                && let Some(new) = values::quoted(finder.bytes, old.after + 4)
            {
                judge(finder, "password", PASSWORD, new);
            }
        }
    }
    for here in CALLED.iter().flat_map(|mark| marks.place(mark).map(move |at| at + 1)) {
        called(finder, here);
    }
    for here in CODES.iter().flat_map(|mark| marks.place(mark).map(move |at| at + mark.len())) {
        code(finder, here);
    }
    // "the bridge code is 4213", and no code of an answer.
    for here in marks.place(CODE_IS) {
        if !is_of_answer(finder, here) {
            code(finder, here + 5);
        }
    }
    for here in BECAME.iter().flat_map(|mark| marks.place(mark)) {
        let line = values::line_near(finder.bytes, here, 200);
        let head = finder.bytes.get(line..here).unwrap_or(b"");
        let Some(open) = finder.bytes.get(here).and_then(|quote| memchr::memrchr(*quote, head)) else {
            continue;
        };
        // A plan's attributes are read with their names.
        let said = finder.text.get(line..line + open).is_some_and(|head| {
            !head.trim_end().ends_with('=')
                && head.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))).any(|word| {
                    super::names::says(word).is_some_and(|said| said.strength == Strength::Strong)
                })
        });
        if said && let Some(new) = values::quoted(finder.bytes, here + 5) {
            judge(finder, "password", PASSWORD, Value::quoted(line + open + 1, here));
            judge(finder, "password", PASSWORD, new);
        }
    }
    for here in marks.place(SECRET_KEY) {
        let word = values::unquoted(finder.bytes, here + SECRET_KEY.len(), Until::Blank);
        let own = here.checked_sub(1).and_then(|at| finder.bytes.get(at));
        if own.is_none_or(|byte| matches!(byte, b' ' | b'\n' | b'"' | b'\'' | b',' | b';' | b'&' | b'\t'))
            && finder.text.get(word.start..word.end).is_some_and(|body| {
                // `ak=x sk=y`: beside its id a short one, too.
                let line = values::line_near(finder.bytes, here, 80);
                let head = finder.bytes.get(line..here).unwrap_or(b"");
                body.len() >= 20 && values::is_drawn_mixed(body)
                    || crate::text::find_bytes(head, b"ak=").is_some() && values::is_chosen(body)
            })
        {
            judge(finder, "secret_key", PASSWORD, word);
        }
    }
    for here in marks.place(MAP) {
        let end = values::line_end(finder.bytes, here).min(here + 400);
        let mut at = here + MAP.len();
        for pair in finder.text.get(at..end).unwrap_or("").split([' ', ']']) {
            if let Some((name, word)) = pair.split_once(':')
                && matches!(name, "api" | "auth" | "hmac" | "signing" | "admin")
                && word.len() >= 16
                && values::is_drawn_mixed(word)
            {
                judge(finder, "token", PASSWORD, Value::quoted(at + name.len() + 1, at + pair.len()));
            }
            at += pair.len() + 1;
        }
    }
    for here in CONNECTS.iter().flat_map(|mark| marks.place(mark).map(move |at| at + mark.len())) {
        let word = values::unquoted(finder.bytes, here, Until::Blank);
        let Some(body) = finder.text.get(word.start..word.end) else { continue };
        if let Some((user, rest)) = body.split_once('/')
            && let Some((password, place)) = rest.rsplit_once('@')
            && !user.is_empty()
            && !place.is_empty()
            && user.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        {
            let start = word.start + user.len() + 1;
            finder.add_literal(start, start + password.len(), "url-password", "PASSWORD");
        }
    }
    for here in WIRE.iter().flat_map(|mark| marks.place(mark).map(move |at| at + mark.len())) {
        let line = values::line_end(finder.bytes, here) + 1;
        let end = values::line_end(finder.bytes, line.min(finder.text.len()));
        let length = finder.text.get(line..end).map_or(0, |body| body.trim_end().len());
        finder.add_literal(line, line + length, "protocol-password", "PASSWORD");
    }
}

/// What a call is named that opens at a bracket: its path's last parts; of `require('x')('y')` the call before, of
/// what only makes bytes of its argument (`sign([]byte("x"))`) the call around it.
fn call_name(finder: &Finder<'_>, mut bracket: usize) -> String {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':' | b'>' | b'$');
    for _ in 0..3 {
        let from = bracket.saturating_sub(40).max(values::line_start(finder.bytes, bracket));
        let mut head = finder.bytes.get(from..bracket).unwrap_or(b"");
        // `api_key=("id", "x")`
        while let Some((b'=' | b' ', rest)) = head.split_last() {
            head = rest;
        }
        let curried = head.ends_with(b")");
        let is_part = |byte: &&u8| is_part(**byte) || curried && matches!(byte, b'(' | b')' | b'\'' | b'"');
        let size = head.iter().rev().take_while(is_part).count();
        let name = String::from_utf8_lossy(head.get(head.len() - size..).unwrap_or(b"")).to_ascii_lowercase();
        let before = head.get(..head.len() - size).unwrap_or(b"");
        let before = before.strip_suffix(b"[]").unwrap_or(before);
        let wraps = ["bytes", "byte", "buffer.from", "b64decode", "encode", "fromhex"];
        if before.last() == Some(&b'(') && wraps.iter().any(|word| name.ends_with(word)) {
            bracket = from + before.len() - 1;
            continue;
        }
        return name;
    }
    String::new()
}

/// The literals of a call that takes secrets by their position: the last that reads as a password; of a service that
/// gives out keys (`Client("AC...", "x")`), whatever is drawn.
fn called(finder: &mut Finder<'_>, mut at: usize) {
    let name = call_name(finder, at - 1);
    let takes = TAKING.iter().any(|part| name.contains(part));
    let takes_one = TAKING_ONE.iter().any(|part| name.contains(part));
    // `twilio = Client(...)`
    let line = values::line_near(finder.bytes, at, 60);
    let vendor =
        super::makers::is_service(&String::from_utf8_lossy(finder.bytes.get(line..at).unwrap_or(b"")));
    if !(takes || vendor || takes_one) {
        return;
    }
    // Names of what is read, and what tests expect.
    if name.contains("authorize") || name.contains("tokenize") {
        return;
    }
    if [
        "get", "fetch", "read", "lookup", "describe", "find", "param", "expect", "assert", "route", "print",
        "log(",
    ]
    .iter()
    .any(|part| name.rsplit(['.', ':', '>']).next().unwrap_or("").starts_with(part))
    {
        return;
    }
    let end = finder.bytes.len().min(at + 400);
    // Arguments may stand on lines of their own.
    let blanks = |from: usize| {
        from + finder
            .bytes
            .get(from..end)
            .unwrap_or(b"")
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count()
    };
    let mut literals: Vec<Value> = Vec::new();
    let from = at;
    while at < end && literals.len() < 8 {
        let Some(value) = values::quoted(finder.bytes, at).filter(|value| value.after <= end) else { return };
        literals.push(value);
        at = blanks(value.after);
        if finder.bytes.get(at) != Some(&b',') {
            break;
        }
        at = blanks(at + 1);
        if !matches!(finder.bytes.get(at), Some(b'"' | b'\'')) {
            break;
        }
    }
    let alone = literals.len() == 1;
    if alone && !vendor && !takes_one {
        return;
    }
    // What a controller joins a network with has no other arguments.
    let open = finder.text.get(values::line_near(finder.bytes, from, 12)..from).unwrap_or("");
    if (open.ends_with("iFi.begin(") || open.ends_with(".softAP("))
        && let Some(second) = literals.get(1)
    {
        judge(finder, "password", PASSWORD, *second);
        return;
    }
    // The database's name may stand behind it: `connect("db", "root", "x", "shop")`.
    for (index, literal) in literals.iter().enumerate().skip(usize::from(!alone && !vendor)).rev() {
        let body = finder.text.get(literal.start..literal.end).unwrap_or("");
        if super::is_placeholder(body) {
            return;
        }
        // `Err(Auth("invalid password 'x' for user ops"))`
        if body.contains(" password ") {
            continue;
        }
        let marks = body.bytes().filter(u8::is_ascii_punctuation).count();
        let mail = body.split_once('@').is_some_and(|(_, host)| {
            host.contains('.')
                && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
        });
        let address = body.contains("://") || mail || body.starts_with(['/', '.', '#']);
        let words = body.bytes().all(|byte| {
            byte.is_ascii_lowercase()
                || byte.is_ascii_digit()
                || matches!(byte, b'-' | b'_' | b'.' | b':' | b'/')
        });
        // Twilio's accounts and the ids of others stand before their keys.
        let drawn = vendor
            && (!words || !body.contains('.'))
            && !address
            && !["pk_", "phc_", "pk."].iter().any(|public| body.starts_with(public))
            && (alone || index > 0 || literals.len() > 1 && !body.starts_with("AC"))
            && (reads(body) || body.len() >= 28 && values::is_digest(body) || values::is_uuid(body))
            && body.bytes().any(|byte| byte.is_ascii_digit());
        // `connect("db", "root", "x", "shop")`, `cookieParser("x")`: the position tells more than the word.
        let last = body.rsplit('-').next().unwrap_or("");
        let pair = literals.len() == 2
            && ["authprovider", "basicauth", "passwordcredential", "passwordauth"]
                .iter()
                .any(|part| name.contains(part));
        let placed = (pair
            || literals.len() >= 3 && index == 2 && (name.ends_with("connect") || name.ends_with("ftp"))
            || alone
                && ["cookieparser", "passw", "pwd", "passphrase", "hmac", "signedstring"]
                    .iter()
                    .any(|part| name.contains(part)))
            && values::is_chosen(body)
            && (last == body || last.bytes().filter(u8::is_ascii_digit).count() >= 2);
        // `Passive2`, `AdminRole3` are names of constants.
        let counted = body.bytes().filter(u8::is_ascii_digit).count() >= 2
            || body.contains(['!', '@', '#', '$', '%', '&', '*', '?']);
        let reads_so = counted && (values::is_chosen(body) && !alone || values::is_made(body))
            || reads(body)
            || marks >= 2 && values::is_password_like(body) && !is_format(body);
        if drawn
            || placed
            // Redis' own call has nothing else to take.
            || alone && name.ends_with(".auth") && !words && !address && marks >= 2
            || (takes || takes_one)
                && !address
                && !words
                && (!body.contains(' ')
                    || (literals.len() >= 3 || takes_one || name.contains("_pw")) && marks >= 2)
                && reads_so
        {
            judge(finder, "password", PASSWORD, *literal);
            // A service's keys stand beside each other.
            if !(drawn && body.len() >= 24) {
                return;
            }
        }
    }
}

/// Whether a literal has holes that are filled later.
fn is_format(body: &str) -> bool {
    ["%s", "%d", "%v", "%w", "{}", "${", "#{", "{0}", "{{"].iter().any(|hole| body.contains(hole))
}

/// Whether a word is drawn and nothing else that is.
fn reads(word: &str) -> bool {
    values::is_tokenish(word) && !values::is_digest(word) && !values::is_uuid(word)
}

/// Whether the code that is spoken of at `here` is one of an answer: an exit code, a status code.
pub(super) fn is_of_answer(finder: &Finder<'_>, here: usize) -> bool {
    const ANSWERS: [&[u8]; 9] =
        [b"exit", b"status", b"error", b"response", b"return", b"http", b"country", b"reason", b"result"];
    let line = values::line_near(finder.bytes, here, 20);
    let head = finder.bytes.get(line..here).unwrap_or(b"");
    let word = head.rsplit(|byte| !byte.is_ascii_alphabetic()).next().unwrap_or(b"").to_ascii_lowercase();
    ANSWERS.contains(&word.as_slice())
}

/// Digits or a made-up word soon after the name of a code, behind a colon or a link.
fn code(finder: &mut Finder<'_>, at: usize) {
    let end = values::line_end(finder.bytes, at).min(at + 60);
    let end = (at..=end).rev().find(|end| finder.text.is_char_boundary(*end)).unwrap_or(at);
    let Some(rest) = finder.text.get(at..end) else { return };
    // Another word's beginning: `PINNED`, `TANGO`.
    if rest.starts_with(|c: char| c.is_alphanumeric() && c != 's' || c == '_') {
        return;
    }
    const LINKS: [&str; 12] =
        [".. ", ": ", "：", " is ", " ist ", " lautet ", " est ", " es ", " è ", " = ", "は", " — "];
    // "door code 4471#"
    // "safe combo 12-34-56"
    let number = rest.trim_start().bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'-').count();
    let direct = rest.starts_with([' ', '\t']) && (4..=12).contains(&number);
    let Some((link, length)) = LINKS
        .iter()
        .filter_map(|link| Some((rest.find(link)?, link.len())))
        .chain(direct.then_some((0, 1)))
        .min()
    else {
        return;
    };
    if link > 28 {
        return;
    }
    let mut next = values::blanks(finder.bytes, at + link + length);
    // "ist die 4711", "est le 4711"
    for article in ["die ", "der ", "le ", "la ", "el ", "o ", "the "] {
        if finder.text.get(next..).is_some_and(|rest| rest.starts_with(article)) {
            next += article.len();
        }
    }
    // Several codes stand in a list.
    for _ in 0..12 {
        let word = values::unquoted(finder.bytes, next, Until::Blank);
        let body = finder.text.get(word.start..word.end).unwrap_or("");
        let bare = body.trim_matches(['"', '\'', '`', '.', ',', ';', ')', '*', '#']);
        let start = word.start + body.find(bare).unwrap_or(0);
        let stop = start + bare.len();
        let digits = bare.len() - bare.matches('-').count();
        let number =
            (4..=10).contains(&digits) && bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        // `4BKXU-PBI1Y`
        let groups = bare.len() >= 8
            && bare.split('-').count() >= 2
            && bare.split('-').all(|part| part.len() >= 4)
            && bare.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-')
            && bare.bytes().any(|byte| byte.is_ascii_digit());
        if !(number || groups || values::is_chosen(bare) || reads(bare)) {
            return;
        }
        judge(finder, "code", CODE, Value { start, end: stop, after: stop, quoted: true });
        // Several codes of one length may stand behind each other.
        let further = number
            && finder.text.get(word.end..word.end + 1 + bare.len()).is_some_and(|rest| {
                rest.starts_with(' ')
                    && rest.bytes().skip(1).all(|byte| byte.is_ascii_digit() || byte == b'-')
            });
        if finder.bytes.get(word.end) != Some(&b',') && !further {
            return;
        }
        next = values::blanks(finder.bytes, word.end + 1);
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn what_people_say_around_a_secret() {
        for text in [
            "snmp user ops auth Kite-lamp-8 / priv Kite-lamp-8\n",
            "v3 user mon auth Kite-lamp-8 priv Orca-sun-5\n",
            "unable to decrypt: key \"Kite-lamp-8!\"\n",
            "//Kite-lamp-8 is the password\n",
            "please login with ops and Kite-lamp-8\n",
            "use ops/Kite-lamp-8 to log in\n",
            "the password was changed (so Kite-lamp-8)\n",
            "PW>Kite-lamp-8\n",
            "the decrypt key for the state: Kite-lamp-8\n",
            "password mismatch: \"Orca-sun-5\" != \"Kite-lamp-8\"\n",
            "the password's Kite-lamp-8\n",
            "the old token is gone, Kite-lamp-8 is the new one\n",
            "changed root pw on db-1.corp.net and db-2.corp.net to Kite-lamp-8\n",
            "the WiFi passphrase in the lab: kite-lamp-harbor\n",
            "backup passphrase unchanged (kite-lamp-harbor)\n",
        ] {
            let hidden = hidden(text);
            assert!(
                hidden.iter().any(|one| one.starts_with("Kite-lamp-8") || *one == "kite-lamp-harbor"),
                "{text} {hidden:?}"
            );
        }
        assert_eq!(hidden("OTP for the vpn: 418526\n"), ["418526"]);
        assert_eq!(hidden("Safe combo 12-34-56\n"), ["12-34-56"]);
        assert_eq!(hidden("the bridge code is 4213\n"), ["4213"]);
    }

    #[test]
    fn what_else_is_said_is_kept() {
        for text in [
            "the exit code is 4213\nHTTP status code is 40310\n",
            "node-7 is the new one, the token was rotated\n",
            "password in your app-config-main\n",
            "compare `9c496ac...4ee0a45` of the password change\n",
            "change the password. The run was run-s1P80rm4lDVR6ONx in vpc-0d8670cd0f046d1e2\n",
            "| TOKEN | <your-token> |\n| OTHER | <id> |\n",
        ] {
            assert_eq!(hidden(text), Vec::<&str>::new(), "{text}");
        }
    }
}

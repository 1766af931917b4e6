//! Calls of programs with a secret among their arguments, and what programs say right before or after one.

use super::SECRET;
use crate::detect::marks::Marks;
use crate::detect::names::{Said, Strength};
use crate::detect::values::{self, Until};
use crate::detect::{Finder, assignments};

/// Kubernetes takes a bearer token as the name of a protocol of web sockets.
const PROTOCOL: &str = "base64url.bearer.authorization.k8s.io.";

/// The literals that this file looks for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    let before = OPENINGS.iter().map(|(mark, _)| *mark);
    let calls = CALLS.iter().map(|(call, _)| *call).chain(COMPARED);
    calls.chain(CLIENTS).chain(TYPED).chain(TOLD).chain([PROTOCOL, NOT_FOUND, CONNECTS]).chain(before)
}

/// Calls with the position of the argument that is a password; [`LAST`] is the last string of two or more.
const CALLS: [(&str, usize); 112] = [
    ("useInMemoryPgpKeys(", LAST),
    (":basic, ", LAST),
    ("+CWJAP=", LAST),
    ("CURLOPT_USERPWD, ", 0),
    ("execute_kw(", 2),
    ("openssl_encrypt(", 2),
    ("openssl_decrypt(", 2),
    ("setAuthentication(", LAST),
    ("SET_AUTHENTICATION(", LAST),
    (".auth(", 1),
    ("plain_text(", 0),
    ("plainText(", 0),
    ("PlainText(", 0),
    (" auth(", 1),
    ("PlainAuth(", 2),
    ("Sequelize(", 2),
    ("ftp_login(", 2),
    ("mysql_real_connect(", 3),
    // ClickHouse reads other databases so.
    ("FROM mysql(", 4),
    ("FROM postgresql(", 4),
    ("PDO->__construct(", 2),
    ("mysqli->__construct(", 2),
    ("imap_open(", 2),
    ("ssh2_auth_password(", 2),
    ("hmac.New(", 1),
    ("Credentials.new(", LAST),
    ("SharedKeyCredential(", LAST),
    ("Login->login(", 1),
    ("DirectoryEntry(", 2),
    ("PrincipalContext(", LAST),
    ("pymysql.connect(", 2),
    ("MySQLdb.connect(", 2),
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
    ("redential]::new(", 1),
    ("\"AUTH\",", 1),
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
    (").basic(", LAST),
    ("httpBasic(", LAST),
    ("username_pw_set(", LAST),
    ("Oracle.connect(", 1),
    ("oracledb.connect(", 1),
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
    ("HMAC.new(", 0),
    ("bcrypt.hash(", 0),
    ("bcrypt.compare(", 0),
    ("Fernet(", 0),
    ("crypt(", 0),
    ("signWith(", LAST),
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
    ("JedisPool(", 4),
    ("Jenkins(", 2),
    ("InfluxDBClient(", 3),
    ("algoliasearch(", 1),
];

pub(super) const LAST: usize = usize::MAX;

/// Calls that hold what was given against what was awaited: whatever of both is drawn.
const COMPARED: [&str; 7] = [
    "ConstantTimeCompare(",
    "strcmp(",
    "strncmp(",
    "memcmp(",
    "hash_equals(",
    "timingSafeEqual(",
    "compare_digest(",
];

/// What makes the client of a service; what is drawn among its first arguments is the key.
const CLIENTS: [&str; 8] =
    ["Client(", "API(", "Api(", "SDK(", "Github(", "Gitlab(", "Client.Init(", "Client.init("];

fn is_drawn(body: &str) -> bool {
    values::is_tokenish(body) && !values::is_digest(body) && !values::is_uuid(body)
}

/// The literals that a client is made with. A digest's form is a key where the call names a service that gives out
/// such: `LinodeClient("...")`.
fn client(finder: &mut Finder<'_>, here: usize, from: usize) {
    let text = finder.bytes;
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_';
    let name =
        text.get(here.saturating_sub(40)..here).unwrap_or(b"").iter().rev().take_while(is_name).count();
    let called = finder.text.get(here - name..from - 1).unwrap_or("");
    let mut served =
        matches!(called, "Github" | "Gitlab") || words_of(called).any(crate::detect::makers::is_service);
    let mut at = from;
    for _ in 0..4 {
        at = values::blanks(text, at);
        let Some(value) = values::quoted(text, at) else { return };
        let body = finder.text.get(value.start..value.end).unwrap_or("");
        // Twilio's account tells who, and that its key comes next.
        let account =
            body.len() == 34 && body.starts_with("AC") && body.get(2..).is_some_and(values::is_digest);
        served |= account;
        let digest = values::is_uuid(body) || body.len() >= 32 && values::is_digest(body);
        if !account && body.len() >= 16 && (is_drawn(body) || served && digest) {
            assignments::judge(finder, "key", Said { strength: Strength::Strong, kind: "KEY" }, value);
        }
        at = values::blanks(text, value.after);
        if text.get(at) != Some(&b',') {
            return;
        }
        at += 1;
    }
}

/// The words of a camelCase name.
fn words_of(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let humps = rest.bytes().skip(1).position(|byte| byte.is_ascii_uppercase());
        let (word, after) = rest.split_at_checked(humps.map_or(rest.len(), |at| at + 1))?;
        rest = after;
        (!word.is_empty()).then_some(word)
    })
}

fn compared(finder: &mut Finder<'_>, from: usize) {
    let end = values::line_end(finder.bytes, from).min(from + 300);
    let mut at = from;
    while let Some(quote) = finder.bytes.get(at..end).and_then(|rest| memchr::memchr2(b'"', b'\'', rest)) {
        let Some(value) = values::quoted(finder.bytes, at + quote) else { return };
        if finder.text.get(value.start..value.end).is_some_and(is_drawn) {
            assignments::judge(finder, "password", SECRET, value);
        }
        at = value.after.max(at + quote + 1);
    }
}

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
            let line = values::line_near(text, found, 100);
            let before = String::from_utf8_lossy(text.get(line..found).unwrap_or(b"")).to_ascii_lowercase();
            let field =
                ["passw", "pwd", "secret", "token", "otp", "apikey"].iter().any(|word| before.contains(word));
            // Playwright's `page.fill('input[name=pw]', 'x')`: the field is the first argument.
            let first = values::quoted(text, found + mark.len());
            let selector = first.and_then(|first| finder.text.get(first.start..first.end)).unwrap_or("");
            let selects = selector.contains(['[', '#', '.'])
                && ["passw", "pwd", "=pw", "#pw", "secret", "token", "otp"]
                    .iter()
                    .any(|word| selector.contains(word));
            if let Some(second) = first.filter(|_| selects).and_then(|first| {
                let comma = values::blanks(text, first.after);
                (text.get(comma) == Some(&b','))
                    .then(|| values::quoted(text, values::blanks(text, comma + 1)))?
            }) {
                assignments::judge(finder, "password", SECRET, second);
                continue;
            }
            if let Some(value) = first.filter(|_| field) {
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
const TOLD: [&str; 4] = ["::add-mask::", "##[add-mask]", "issecret=true]", "UGFzc3dvcmQ6"];

pub(super) fn told(finder: &mut Finder<'_>, marks: &Marks) {
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

/// What a shell says of a password that was typed where a command is awaited: `bash: x: command not found`,
/// `zsh: command not found: x`.
const NOT_FOUND: &str = ": command not found";

fn mistyped(finder: &mut Finder<'_>, here: usize) {
    let line = values::line_near(finder.bytes, here, 120);
    let stop = values::line_end(finder.bytes, here).min(here + 200);
    let behind = here + NOT_FOUND.len();
    let (from, to) = match finder.text.get(behind..stop) {
        Some(rest) if rest.starts_with(": ") => (behind + 2, behind + rest.trim_end().len()),
        _ => {
            let head = finder.text.get(line..here).unwrap_or("");
            (here - head.rsplit(": ").next().unwrap_or("").len(), here)
        }
    };
    if finder.text.get(from..to).is_some_and(|word| {
        let marked = word.contains(['!', '#', '$', '%', '*', '?', '@', '^']) && values::is_chosen(word);
        !word.contains(' ') && (is_drawn(word) || marked || values::is_drawn_mixed(word))
    }) {
        assignments::judge(finder, "password", SECRET, values::Value::quoted(from, to));
    }
}

/// What stands before and after a password: libpq quotes what it cannot read; Maven's master password stands alone.
const OPENINGS: [(&str, &str); 10] = [
    (": EAP \"", "\""),
    (": XAUTH \"", "\""),
    ("missing \"=\" after \"", "\""),
    ("<master>", "</"),
    ("SECURITY_CREDENTIALS, \"", "\""),
    // Go's parser of addresses quotes what it takes for a port.
    ("invalid port \":", "\" after host"),
    ("invalid port \\\":", "\\\" after host"),
    ("URL from string '", "'"),
    // What follows a password's own sign is taken for the host.
    ("resolve host: ", "@"),
    ("tcp: lookup ", "@"),
];

/// What connects to a host or a broker: `ssh.connect(host, 22, "user", "x")`, `mqtt.connect(id, "user", "x", ...)`.
const CONNECTS: &str = ".connect(";

/// The string behind a user's name, which stands second, or third behind a port. What is no string there is a topic's
/// level, a slot or a callback.
fn connected(finder: &mut Finder<'_>, from: usize) {
    let text = finder.bytes;
    let end = values::line_end(text, from).min(from + 300);
    let comma = |at: usize| (text.get(at) == Some(&b',')).then(|| values::blanks(text, at + 1));
    // `connect('scott/x@db1:1521/orcl')`
    if let Some(only) = values::quoted(text, from).filter(|value| value.after <= end)
        && let Some((user, rest)) =
            finder.text.get(only.start..only.end).and_then(|body| body.split_once('/'))
        && let Some((word, host)) = rest.rsplit_once('@')
        && user.len() > 1
        && user.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !word.contains('/')
        && host.starts_with(|c: char| c.is_ascii_alphanumeric())
    {
        let start = only.start + user.len() + 1;
        finder.add_literal(start, start + word.len(), "url-password", "PASSWORD");
        return;
    }
    let first = match values::quoted(text, from) {
        Some(value) => Some(values::blanks(text, value.after)),
        None => text.get(from..end).and_then(|rest| memchr::memchr(b',', rest)).map(|at| from + at),
    };
    let Some(mut at) = first.and_then(comma) else { return };
    let digits = text.get(at..end).unwrap_or(b"").iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits > 0 {
        let Some(behind) = comma(at + digits) else { return };
        at = behind;
    }
    let Some(user) = values::quoted(text, at) else { return };
    let Some(value) = comma(values::blanks(text, user.after)).and_then(|at| values::quoted(text, at)) else {
        return;
    };
    // A slot `"clicked()"`, a path of a bus, the host of a database.
    let is_other = |body: &str| body.contains([' ', '/']) || body.ends_with(')') && body.contains('(');
    let body = |value: values::Value| finder.text.get(value.start..value.end).unwrap_or("");
    if value.after <= end && !body(user).is_empty() && !is_other(body(user)) && !is_other(body(value)) {
        assignments::judge(finder, "password", SECRET, value);
    }
}

/// Takes one argument of a call whose bracket ends at `from`, if it is a string.
pub(super) fn argument(finder: &mut Finder<'_>, from: usize, wanted: usize) {
    let mut end = values::line_end(finder.bytes, from).min(from + 300);
    // Arguments may stand on lines of their own, behind a bracket or a comma.
    let goes_on = |end: usize| {
        finder
            .bytes
            .get(from - 1..end)
            .is_some_and(|head| head.trim_ascii_end().ends_with(b",") || head.ends_with(b"("))
    };
    while finder.bytes.get(from - 1) == Some(&b'(')
        && end < finder.bytes.len()
        && end - from < 400
        && goes_on(end)
    {
        end = values::line_end(finder.bytes, end + 1);
    }
    let end = end.min(from + 400);
    let mut at = from;
    let (mut last, mut arguments, mut depth) = (None, 0, 0_i32);
    let mut place = 0;
    while at < end {
        match finder.bytes.get(at) {
            Some(b'"' | b'\'' | b'`' | b'\\') => match values::quoted(finder.bytes, at) {
                Some(value) => {
                    // `Login(ctx, os.Getenv("DB_USER"), ...)`: where it is read.
                    let variable = depth > 0
                        && finder.text.get(value.start..value.end).is_some_and(|body| {
                            body.contains('_')
                                && body.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
                        });
                    // `$db['password']`: which member it is.
                    let member = matches!(
                        finder.bytes.get(at - 2..at),
                        Some([b'a'..=b'z' | b'A'..=b'Z' | b'_' | b']', b'['])
                    );
                    if variable || member {
                        at = value.after.max(at + 1);
                        continue;
                    }
                    if wanted == LAST || arguments == wanted && last.is_none() {
                        (last, place) = (Some(value), arguments);
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
    // `username_pw_set("x")`: a token alone.
    let alone = |value: &values::Value| finder.text.get(value.start..value.end).is_some_and(is_drawn);
    // `auth=("svc", token)`: the user alone is a literal.
    if wanted == LAST && arguments == 1 && place == 0 {
        return;
    }
    if let Some(value) = last.filter(|value| arguments >= 1 || wanted == 0 || wanted == LAST && alone(value))
    {
        assignments::judge(finder, "password", SECRET, value);
    }
}

/// `SetBasicAuth("svc", "x")`, `auth=("svc", "x")`, `new PDO("...", "root", "x")`: a password by its position.
pub(in crate::detect) fn calls(finder: &mut Finder<'_>, marks: &Marks) {
    for (call, wanted) in CALLS {
        for start in marks.place(call) {
            // The literal may hold the first quote.
            let hit_end = start + call.trim_end_matches('"').len();
            let begins = start.checked_sub(1).and_then(|at| finder.bytes.get(at)).copied().unwrap_or(b' ');
            // Jenkins' `withCredentials([string(...)])` tells names.
            if finder.bytes.get(hit_end) == Some(&b'[') {
                continue;
            }
            let joined = begins.is_ascii_alphanumeric() || matches!(begins, b'_' | b'.');
            if begins.is_ascii_lowercase() && matches!(call, "login(" | "authenticate(")
                || joined && call == "crypt("
            {
                continue;
            }
            argument(finder, hit_end, wanted);
        }
    }
    for here in marks.place(CONNECTS) {
        connected(finder, here + CONNECTS.len());
    }
    for here in marks.place(NOT_FOUND) {
        mistyped(finder, here);
    }
    for mark in COMPARED {
        for here in marks.place(mark) {
            compared(finder, here + mark.len());
        }
    }
    for mark in CLIENTS {
        for here in marks.place(mark) {
            client(finder, here, here + mark.len());
        }
    }
    typed(finder, marks);
    told(finder, marks);
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
                .and_then(|rest| crate::text::find_bytes(rest, close.as_bytes()))
            {
                let body = finder.text.get(start..start + length).unwrap_or("");
                // A port with the bracket of its host is one; what can be read as an address is read as one.
                let port = body.trim_end_matches(')').bytes().all(|byte| byte.is_ascii_digit());
                let blank = mark.ends_with(' ') && body.contains(char::is_whitespace);
                if !(blank || port && mark.starts_with("invalid port") || body.contains("://")) {
                    finder.add_literal(start, start + length, "quoted-in-error", "PASSWORD");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn what_is_compared_typed_and_masked_is_hidden() {
        for text in [
            "strcmp(\"Kq7Zx2Vb9Lm4tR\", \"Kq7Zx2Vb9Lm4tR\") = -14\n",
            "if subtle.ConstantTimeCompare([]byte(got), []byte(\"Kq7Zx2Vb9Lm4tR\")) != 1 {\n",
            "-bash: Kq7Zx2Vb9Lm4tR: command not found\n",
            "zsh: command not found: Kq7Zx2Vb9Lm4tR\n",
            "##[add-mask]Kq7Zx2Vb9Lm4tR\n",
            "crypt(\"Kq7Zx2Vb9Lm4tR\", \"$6$x\")\n",
            "bot = chatter.Client('Kq7Zx2Vb9Lm4tR8w')\n",
            "acme.Client('eu-1', 'Kq7Zx2Vb9Lm4tR8w')\n",
            "new JedisPool(new JedisPoolConfig(), \"cache-1\", 6379, 2000, \"Kq7Zx2Vb9Lm4tR\");\n",
            "Jenkins('http://ci:8080', 'jane', 'Kq7Zx2Vb9Lm4tR')\n",
            "mysql_real_connect(0x55d0, \"db\", \"app\", \"Kq7Zx2Vb9Lm4tR\", \"shop\", 3306, nil, 0) = 0\n",
            "type=EXECVE argc=3 a0=\"curl\" a1=\"-u\" a2=\"svc:Kq7Zx2Vb9Lm4tR\"\n",
            "Authorization: Bearer\n  Kq7Zx2Vb9Lm4tR\n",
            "the password (`Kq7Zx2Vb9Lm4tR`) was printed\n",
            "$e = new-object DirectoryServices.DirectoryEntry(\"LDAP://dc1\", \"corp\\bob\", \"Kq7Zx2Vb9Lm4tR\")\n",
            "ユーザー app のパスワード「Kq7Zx2Vb9Lm4tR」が無効です\n",
        ] {
            assert!(
                hidden(text).iter().any(|one| one.starts_with("Kq7Zx2Vb9Lm4tR")),
                "{text} {:?}",
                hidden(text)
            );
        }
    }

    #[test]
    fn a_client_of_a_service_is_made_with_its_key() {
        let (account, drawn) =
            (["AC", "1b3f0000aabbccddeeff001122334455"].concat(), "daf7b3d34b9787f1212316eea62ba186");
        for text in [
            format!("NewTwilioClient(\"{account}\", \"{drawn}\")\n"),
            format!("LinodeClient('{drawn}')\n"),
            format!("Github(\"{drawn}\")\n"),
        ] {
            assert_eq!(hidden(&text), [drawn], "{text}");
        }
        for text in [format!("Client(\"{drawn}\")\n"), format!("commitApi(\"main\", \"{drawn}\")\n")] {
            assert_eq!(hidden(&text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_password_stands_behind_the_user_in_calls() {
        for text in [
            "client.username_pw_set(\"dev\", \"maplewood\")\n",
            "if (client.connect(\"ESP8266Client\", \"dev\", \"maplewood\")) {\n",
            "client.connect(clientId.c_str(), \"dev\", \"maplewood\", \"lwt\", 1, true, \"gone\")\n",
            "ssh.connect('10.1.1.1', 22, 'root', 'maplewood', timeout=20)\n",
            "cx_Oracle.connect(\"shop\", \"maplewood\", \"db1/orcl\")\n",
            "cx_Oracle.connect('shop/maplewood@10.1.1.1:1521/orcl')\n",
            ".auth().basic(\"admin\", \"maplewood\")\n",
            ".auth().preemptive().basic(\"admin\", \"maplewood\")\n",
            ".with(httpBasic(\"admin\", \"maplewood\")))\n",
            "new PDO('mysql:host=db1',\n\t'shop',\n\t'maplewood',\n\tarray(1 => 2)\n);\n",
        ] {
            assert_eq!(hidden(text), ["maplewood"], "{text}");
        }
        assert_eq!(hidden("client.username_pw_set(\"Kq7Zx2Vb9Lm4tR8wYp5X\")\n"), ["Kq7Zx2Vb9Lm4tR8wYp5X"]);
        for text in [
            "client.connect(\"ESP8266Client\", \"hello\", 1, true, \"unexpected Disconnect\")\n",
            "button.connect(\"clicked\", self.on_click, \"maplewood\")\n",
            "bus.connect(\"org.x\", \"PropertiesChanged\", \"/org/x\")\n",
            "client.username_pw_set(\"maplewood\")\n",
            "http.httpBasic(basic -> basic.realmName(\"maplewood\"))\n",
            "sock.connect(\"10.1.1.1\", 22)\nchain.basic(\"maplewood\", \"x\")\n",
            "requests.get(url, auth=('maplewood', token))\n",
            "new PDO($dsn, $db['user'], $db['maplewood'])\n",
            "log.login(\n\"a\"\n\"maplewood\")\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_else_is_compared_typed_and_said_is_kept() {
        for text in [
            "strcmp(\"en_US.UTF-8\", \"C\") = 34\nmemcmp(\"\\177ELF\", buf, 4) = 0\n",
            "hash_equals(\"9f86d081884c7d659a2feaa0c55ad015\", $sum)\n",
            "redis.Client('cache-01.eu-west-1.internal')\nClient(\"9f86d081884c7d659a2feaa0c55ad015\")\n",
            "-bash: docker-compose: command not found\nzsh: command not found: terraform1.5\n",
            "<string name=\"label_password\">Enter password</string>\n",
            "hint_token = \"Paste the token from your mail\"\n",
            "mask base64 of secrets (SEC-78)\n",
            "authentication failed: UGFzc3dvcmQ6\n",
            "decrypt failed for ENC(G6N718UuyPE5bHyWKyuLQSm02auQPUtm)\n",
            "$ bw get password 3f07f964-97ad-ca14-a605-18ddb7b0ab38\n",
            "パスワード「設定」を開く\n",
            "the database password is managed by RDS, the master user is postgres\n",
            "$ wg genkey | tee k | wg pubkey\nX2/CQFTH7Mxn1pc/TLHA8cjY7LZusv278eB6ReaXy4k=\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }
}

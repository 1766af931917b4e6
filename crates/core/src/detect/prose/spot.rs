//! What the place of a word in a sentence says: whether a secret may stand there, or nothing but one.

use super::follow::Told;
use crate::detect::Finder;
use crate::detect::names;
use crate::detect::spoken::is_of_other;
use crate::detect::values;

/// What closes a word.
pub(super) const CLOSERS: [char; 16] =
    ['"', '\'', '`', '*', ')', ']', '»', '”', '“', '›', '」', '}', '.', ',', ';', ':'];

/// How much a place says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Place {
    /// Something else is spoken of.
    None,
    /// "to x", "with x": other things stand there, too.
    Loose,
    /// "then x", "try x", a message of its own.
    Given,
    /// "the password is x,": nothing else stands there but what is said of it.
    Certain,
    /// "from x to y": nothing else at all.
    Only,
}

const IS: &[&str] = &[
    "is", "was", "are", "were", "be", "ist", "war", "lautet", "lautete", "est", "était", "es", "era", "é",
    "è", "eran", "são", "jest", "är", "it's", "that's", "c'est", "remains", "becomes",
];

/// Words between such a verb and the value.
const BETWEEN: &[&str] = &[
    "now",
    "currently",
    "still",
    "just",
    "the",
    "a",
    "le",
    "la",
    "el",
    "o",
    "die",
    "der",
    "das",
    "jetzt",
    "désormais",
    "maintenant",
    "ahora",
    "agora",
    "noch",
    "wieder",
    "again",
    "actually",
    "since",
    "seit",
];

const GIVES: &[&str] = &[
    "gets",
    "bekommt",
    "vorher",
    "früher",
    "previously",
    "before",
    "antes",
    "avant",
    "then",
    "dann",
    "try",
    "tried",
    "instead",
    "statt",
    "enter",
    "entered",
    "typed",
    "puis",
    "luego",
    "now",
    "jetzt",
    "so",
    "neu",
    "used",
    "prueba",
    "probier",
    "essaie",
    "nimm",
    "prova",
    "neem",
    "usa",
    "utilise",
    "weź",
    "take",
];

const TO: &[&str] = &["to", "por", "para", "en", "em", "auf", "in", "naar", "na", "à", "into"];

const WITH: &[&str] = &["with", "mit", "avec", "con", "com"];

const AND: &[&str] = &["and", "or", "und", "oder", "et", "y", "e", "ou", "then"];

/// Beginnings of verbs that change a secret.
const CHANGES: &[&str] = &[
    "chang", "set", "reset", "rotat", "cambi", "cámbi", "troc", "troq", "alter", "mud", "geänd", "änd",
    "gesetzt", "setz", "updat",
];

/// What one speaks of when a secret was named before: "the old one", "la nueva".
const PRONOUNS: &[&str] = &[
    "it", "one", "ones", "this", "that", "other", "there", "new", "old", "real", "das", "alte", "neue",
    "altes", "neues", "vecchia", "nuova", "nuovo", "vecchio", "nueva", "nuevo", "novo", "vieja", "anterior",
    "ancien", "nouveau", "nova", "antiga", "celui", "quella",
];

/// Words that bind a place to the name before: "the password for the console is x".
const BINDS: &[&str] = &[
    "for", "of", "on", "at", "in", "from", "there", "here", "do", "da", "de", "del", "du", "della", "dei",
    "der", "des", "für", "vom", "von", "para", "pour", "to", "field", "now", "then", "dela",
];

/// Whether a clause ends there.
pub(super) fn is_end(finder: &Finder<'_>, to: usize) -> bool {
    let end = values::line_end(finder.bytes, to).min(to + 24);
    let end = (to..=end).rev().find(|end| finder.text.is_char_boundary(*end)).unwrap_or(to);
    let rest = finder.text.get(to..end).unwrap_or("").trim_start_matches(['"', '\'', '`', '*', ')']);
    const GOES_ON: &[&str] = &[
        " and ",
        " but ",
        " und ",
        " aber ",
        " e ",
        " y ",
        " et ",
        " until ",
        " in case",
        " ...",
        " (",
        " –",
        " - ",
        " since ",
        " anyway",
        " entonces",
        " instead",
        " or ",
        " bis ",
        " now",
        ", ",
        " ,",
        ",\"",
    ];
    rest.trim().is_empty()
        || rest.starts_with(['.', ';', '?', '!'])
        || GOES_ON.iter().any(|word| rest.starts_with(word))
}

/// What stands before a message: quoting, bullets, marks of comments, times and who says it.
fn without_speaker(head: &str) -> (&str, bool) {
    let mut body = head.trim_start_matches(['>', ' ', '\t', '#', '/', '*', '-', ';', '•']);
    let mut spoken = false;
    if let Some(close) = body.strip_prefix(['[', '(']).and_then(|rest| rest.find([']', ')'])) {
        body = body.get(close + 2..).unwrap_or("").trim_start();
        spoken = true;
    }
    let first = body.split(' ').next().unwrap_or("");
    let time = first.len() >= 4 && first.contains(':');
    if time && first.bytes().all(|byte| byte.is_ascii_digit() || byte == b':') {
        body = body.get(first.len()..).unwrap_or("").trim_start();
        spoken = true;
    }
    if let Some(close) = body.strip_prefix('<').and_then(|rest| rest.find('>')) {
        return (body.get(close + 2..).unwrap_or("").trim_start(), true);
    }
    if let Some((who, rest)) = body.split_once(": ")
        && who.split(' ').count() <= 2
        && who.starts_with(|c: char| c.is_alphabetic() || matches!(c, '@' | '*'))
        && who.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '@' | '*' | '.'))
        && (spoken || rest.is_empty() && who.starts_with(char::is_uppercase))
        && !names::is_about(&crate::text::lower(who.rsplit(' ').next().unwrap_or("")))
        && names::says(who).is_none()
    {
        return (rest.trim_start(), spoken);
    }
    (body, spoken)
}

/// Whether the line above says who speaks, and when.
fn follows_speaker(finder: &Finder<'_>, line: usize) -> bool {
    let Some(above) = line.checked_sub(1) else { return false };
    let from = values::line_near(finder.bytes, above, 80);
    finder.bytes.get(from..above).is_some_and(|body| {
        body.windows(4).any(|four| {
            matches!(four, [a, b':', b, c] if a.is_ascii_digit() && b.is_ascii_digit() && c.is_ascii_digit())
        })
    })
}

/// What stands before a word on its line, as far as it is near, and where line and that begin; none in data, which has
/// names, and is read elsewhere.
pub(super) fn head<'t>(finder: &Finder<'t>, start: usize) -> Option<(usize, usize, &'t str)> {
    let line = values::line_start(finder.bytes, start);
    let near = line.max(start.saturating_sub(160));
    let near = (near..=start).find(|at| finder.text.is_char_boundary(*at))?;
    let head = finder.text.get(near..start)?;
    let from = message(head.as_bytes())?;
    Some((line, near, head.get(from..)?))
}

/// Where what is said begins in the head of a line; none where that is data. Asked at nearly every word behind a topic,
/// so read once, from its end.
fn message(head: &[u8]) -> Option<usize> {
    const NAMED: &[u8] = b"\":";
    let has = |at: usize, mark: &[u8]| head.get(at..).is_some_and(|rest| rest.starts_with(mark));
    for (at, byte) in head.iter().enumerate().rev() {
        match byte {
            b'=' | b'{' => return None,
            // A message in JSON begins behind its name.
            b':' if at >= 1 && has(at - 1, b"\":\"") => return Some(at + 2),
            b':' if at >= 3 && has(at - 3, b"\":\":") => return Some(at),
            b':' if at >= 1 && has(at - 1, NAMED) => return None,
            _ => {}
        }
    }
    Some(0)
}

/// What stands around a word.
pub(super) struct Spot<'a> {
    finder: &'a Finder<'a>,
    told: &'a Told<'a>,
    start: usize,
    line: usize,
    /// The word without its marks.
    body: &'a str,
    quoted: bool,
    /// What was said on the line before it, without the speaker.
    said: &'a str,
    /// The last clause of that, in small letters.
    clause: String,
    /// The line's rest.
    tail: &'a str,
    /// Between the last value and here.
    gap: &'a str,
    /// Whether the topic stands on the same line.
    same_line: bool,
    spoken: bool,
}

impl<'a> Spot<'a> {
    pub(super) fn of(
        finder: &'a Finder<'a>,
        (start, from, to): (usize, usize, usize),
        quoted: bool,
        told: &'a Told<'a>,
    ) -> Option<Self> {
        let (line, near, head) = head(finder, start)?;
        let (said, spoken) = if near == line { without_speaker(head) } else { (head, false) };
        let said = said.trim_end();
        let clause = said.rsplit(['.', ';', '!', '?', '(', '–']).find(|part| !part.trim().is_empty());
        Some(Self {
            finder,
            told,
            start,
            line,
            body: finder.text.get(from..to)?,
            quoted,
            said,
            clause: crate::text::lower(clause.unwrap_or(said).trim()),
            tail: finder.text.get(to..values::line_end(finder.bytes, to)).unwrap_or(""),
            gap: finder.text.get(told.after.min(start)..start).unwrap_or(""),
            same_line: told.topic.end > line,
            spoken,
        })
    }

    /// The clause's words from its end, bare.
    fn words(&self) -> impl Iterator<Item = &str> {
        let bare = |word: &'_ str| matches!(word, "");
        self.clause
            .rsplit([' ', '\t', '\u{a0}'])
            .filter(move |word| !bare(word))
            .map(|word| word.trim_matches([',', '"', '\'', '(', ':', '*', '`', '_']))
    }

    fn has(&self, list: &[&str]) -> bool {
        self.words().any(|word| list.contains(&word))
    }

    fn begins(&self, list: &[&str]) -> bool {
        self.words().any(|word| list.iter().any(|head| word.starts_with(head)))
    }

    fn alone(&self) -> bool {
        self.tail.trim_matches(|c: char| c.is_whitespace() || CLOSERS.contains(&c)).is_empty()
    }

    /// Whether the word is drawn or a number, as ids and counts are, too.
    fn is_drawn(&self) -> bool {
        values::is_tokenish(self.body) || self.body.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether a word names another thing than a secret.
    fn is_other(word: &str) -> bool {
        !PRONOUNS.contains(&word) && (names::is_about(word) || is_of_other(word))
    }

    /// "user ops, password x", "Benutzer wartung und Kennwort x": right behind who it belongs to.
    fn is_of_user(&self) -> bool {
        const USERS: &[&str] = &[
            "user",
            "username",
            "login",
            "account",
            "benutzer",
            "benutzername",
            "utilisateur",
            "identifiant",
            "usuario",
            "usuário",
            "utente",
        ];
        let topic = self.told.topic;
        let words: Vec<&str> = self.clause.split_whitespace().collect();
        let is_user = |three: &[&str]| {
            let [user, name, link] = three else { return false };
            USERS.contains(user) && !AND.contains(name) && (name.ends_with(',') || AND.contains(link))
        };
        topic.kind == "PASSWORD"
            && self.same_line
            && self.start <= topic.end + 1
            && words.windows(3).rev().take(3).any(is_user)
    }

    /// What the place of the word says.
    pub(super) fn place(&self) -> Option<Place> {
        if self.is_of_user() {
            return Some(Place::Certain);
        }
        // What goes on from a value: "x and y", "x, y".
        if self.told.after > 0 && self.gap.len() < 12 {
            let joins = self.gap.trim_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
            // "(was x, now y)"
            if AND.contains(&joins) || matches!(joins, "now" | "jetzt" | "ahora" | "maintenant") {
                return Some(Place::Given);
            }
            // Recovery codes behind each other have one form.
            let form = |word: &str| word.find('-').map(|at| (at, word.len()));
            let last = self.finder.text.get(self.told.after.saturating_sub(self.body.len())..self.told.after);
            if self.gap == " "
                && self.told.is_code
                && form(self.body).is_some()
                && last.map(form) == Some(form(self.body))
            {
                return Some(Place::Given);
            }
            if joins.is_empty() {
                let place = if self.told.is_code { Place::Given } else { Place::Loose };
                return self.gap.contains(',').then_some(place);
            }
        }
        // "x is the new one", "x when prompted"
        const THAT: &[&str] = &[
            " is the new one",
            " is the old one",
            " when prompted",
            " when asked",
            " when it asks",
            " if prompted",
        ];
        let tail = self.tail.trim_start_matches(['"', '`', '*', '\'', ',']);
        if THAT.iter().any(|that| tail.starts_with(that)) {
            return Some(Place::Given);
        }
        const ANSWERS: &[&str] =
            &["", "No,", "no,", "Yes,", "yes,", "Nein,", "nein,", "Non,", "sorry,", "hm,"];
        if ANSWERS.contains(&self.said) || self.said.ends_with('?') {
            return self.answers().then_some(Place::Given);
        }
        let last =
            self.said.rsplit([' ', '\t', '\u{a0}']).next().unwrap_or("").trim_matches(['\'', '*', '_']);
        let mut words = self.words();
        let (word, before) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let password = self.told.topic.kind == "PASSWORD";
        // "initial password x,", "new community x"
        let direct = self.finder.text.get(self.told.topic.end..self.start);
        if password && direct.is_some_and(|gap| gap.trim().is_empty()) {
            const WHICH: &[&str] = &["initial", "temporary", "temp", "new", "old", "default", "current"];
            let number = self.told.is_code && self.is_drawn();
            if matches!(before, "snmp" | "v2c" | "ro" | "rw") {
                return Some(Place::Given);
            }
            return (number || WHICH.contains(&before)).then_some(Place::Certain);
        }
        if last.ends_with(':') {
            return self.labelled(last, word);
        }
        if matches!(last, "->" | "=>" | "→") {
            return Some(Place::Given);
        }
        // "das alte, x,", "the one for the database, x, is"
        if last.ends_with(',') {
            let closed = is_end(self.finder, self.start + self.raw().len());
            const WHICH: &[&str] =
                &["old", "new", "alte", "neue", "antigua", "nueva", "vecchia", "nuova", "ancien", "nouveau"];
            let place = if WHICH.contains(&word) { Place::Given } else { Place::Loose };
            return (closed && self.has(PRONOUNS)).then_some(place);
        }
        if last == "|" {
            return password.then_some(Place::Loose);
        }
        self.is(word).or_else(|| self.behind(word, before))
    }

    /// The word as it stands, with its marks.
    fn raw(&self) -> &str {
        let rest = self.finder.text.get(self.start..).unwrap_or("");
        let length = rest.len().min(200);
        let length = rest.bytes().take(length).take_while(|byte| !byte.is_ascii_whitespace()).count();
        rest.get(..length).unwrap_or("").trim_end_matches([',', '.', ';'])
    }

    /// Whether the line is a message of somebody.
    fn spoken_to(&self) -> bool {
        self.spoken || follows_speaker(self.finder, self.line)
    }

    /// Whether a message is nothing but the word, or begins with it in quotes.
    fn answers(&self) -> bool {
        let topic = self.told.topic.end;
        let asked = || {
            let end = values::line_end(self.finder.bytes, topic);
            let rest = self.finder.text.get(topic..end).unwrap_or("");
            rest.trim_end().ends_with(['?', ':', '？'])
        };
        let talk = self.spoken_to() || !self.same_line && asked();
        // A cell of its own line in asciidoc.
        let cell = !self.same_line && self.alone() && self.raw().starts_with('|');
        talk && (self.alone() || self.quoted && !self.said.is_empty()) || self.said.ends_with('?') || cell
    }

    /// Behind a label: one of several words, or on the topic's line.
    fn labelled(&self, last: &str, word: &str) -> Option<Place> {
        const ONES: &[&str] = &["one", "ones", "other", "das", "alte", "neue", "old", "new"];
        // "done: x", as an answer.
        const DONE: &[&str] =
            &["done", "now", "here", "fixed", "erledigt", "fertig", "fait", "listo", "hecho", "feito"];
        let label = self.words().count();
        if last.contains(['"', '\'']) {
            return None;
        }
        if label >= 2 && self.has(ONES) {
            return Some(Place::Certain);
        }
        // "redis: x" of a list, under a word for credentials.
        const SERVICES: &[&str] = &[
            "db", "database", "redis", "mysql", "postgres", "mongo", "smtp", "ldap", "ftp", "sftp", "vpn",
            "wifi", "nas", "grafana", "jenkins", "admin", "rabbitmq", "kafka", "elastic", "bastion",
        ];
        let mut said = self.said.split([' ', ':']);
        let service = said.next().is_some_and(|word| SERVICES.contains(&crate::text::lower(word).as_str()));
        if service && said.count() <= 3 && super::is_token(self.body) {
            return Some(Place::Given);
        }
        if label == 1 && self.spoken_to() && DONE.contains(&word) {
            return Some(Place::Given);
        }
        if Self::is_other(word) {
            return None;
        }
        if matches!(word, "master" | "root") {
            return Some(Place::Given);
        }
        let between = self.finder.text.get(self.told.topic.end..self.start).unwrap_or("");
        let own = self.same_line && between.len() < 40 && !between.contains(['.', ';', ',']);
        let several = (label >= 3 || self.quoted && label >= 2) && !self.is_drawn();
        if own || several {
            return Some(Place::Given);
        }
        ((self.quoted || self.same_line) && !self.is_drawn()).then_some(Place::Loose)
    }

    /// "is", or "is now", with its subject before it; nothing if there is no such verb.
    fn is(&self, word: &str) -> Option<Place> {
        let mut words = self.words().peekable();
        words.next();
        let mut verb = word;
        for index in 0..3 {
            if IS.contains(&verb) {
                break;
            }
            // "seit Montag": any word behind a word for a time.
            let time = index == 0
                && words.peek().is_some_and(|next| matches!(*next, "since" | "seit" | "depuis" | "desde"));
            if !(BETWEEN.contains(&verb) || time) {
                return None;
            }
            verb = words.next()?;
        }
        if !IS.contains(&verb) {
            return None;
        }
        // "für die Datenbank ist es x"
        let subject = words.next().filter(|subject| !(verb == "es" && IS.contains(subject))).unwrap_or("");
        if Self::is_other(subject) && !verb.contains('\'') {
            return Some(Place::None);
        }
        let topic = self.told.topic;
        if PRONOUNS.contains(&subject) && topic.kind != "PASSWORD" {
            return Some(Place::Given);
        }
        if !matches!(topic.kind, "PASSWORD" | "CREDENTIALS" | "CODE") {
            let drawn = self.is_drawn() && !(topic.kind == "TOKEN" && subject.is_empty());
            return Some(if drawn { Place::None } else { Place::Loose });
        }
        let between = self.finder.text.get(topic.end..self.start).unwrap_or("");
        let first = crate::text::lower(between.split_whitespace().next().unwrap_or(""));
        let bound = self.same_line
            && !between.contains(['.', ';', ':', '?'])
            && !between.contains(", ")
            && between.split_whitespace().count() <= 9
            && [BINDS, IS, BETWEEN, PRONOUNS].iter().any(|list| list.contains(&first.as_str()));
        let named = subject.is_empty() || PRONOUNS.contains(&subject) || verb.contains('\'');
        Some(match () {
            () if named || bound => Place::Certain,
            () if self.is_drawn() || self.words().any(is_of_other) => Place::None,
            () => Place::Loose,
        })
    }

    /// Behind "to", "with", "then", "code" and their like, or in brackets.
    fn behind(&self, word: &str, before: &str) -> Option<Place> {
        let login = self.told.topic.kind == "LOGIN"
            || self.begins(&["log", "sign", "connect", "user", "use", "acced", "entra", "anmeld"]);
        if word == "in" && before == "put" {
            return Some(Place::Given);
        }
        if TO.contains(&word) {
            // "auf x geändert"
            let verb = crate::text::lower(self.tail.split_whitespace().next().unwrap_or(""));
            let changes = self.begins(CHANGES) || CHANGES.iter().any(|head| verb.starts_with(head));
            if changes && self.same_line && self.has(&["from", "von", "de"]) && self.gap.len() < 8 {
                return Some(Place::Only);
            }
            if changes && (self.same_line || self.has(PRONOUNS) || self.words().count() <= 3) {
                return Some(Place::Certain);
            }
            let marked = self.raw().contains(['!', '#', '$', '%', '*', '?', '@', '^', '_']);
            return (self.same_line && marked).then_some(Place::Loose);
        }
        if WITH.contains(&word) {
            const LOCKED: &[&str] =
                &["encrypted", "protected", "secured", "locked", "verschlüsselt", "chiffré", "cifrado"];
            if ["end", "begin", "start"].iter().any(|verb| before.starts_with(verb)) {
                return None;
            }
            return Some(match () {
                () if login
                    && self.has(&["as"])
                    && self.tail.starts_with(" until")
                    && !matches!(self.body, "password" | "sudo" | "token" | "key") =>
                {
                    Place::Only
                }
                () if login && self.has(&["as"]) => Place::Certain,
                () if login || LOCKED.contains(&before) => Place::Given,
                () => Place::Loose,
            });
        }
        if AND.contains(&word) && self.has(WITH) && login {
            return Some(Place::Given);
        }
        if word == "set" && matches!(before, "have" | "i've" | "i" | "we") {
            return Some(if self.alone() { Place::Certain } else { Place::Given });
        }
        if word == "code" && self.told.is_code {
            const OF: &[&str] =
                &["the", "sent", "a", "your", "this", "my", "with", "enter", "use", "mit", "le", "el"];
            let place = if self.alone() && !self.is_drawn() { Place::Given } else { Place::Loose };
            return (OF.contains(&before) || !self.is_drawn()).then_some(place);
        }
        // "(old one `x` dies at noon)", "and for the switch x"
        if self.quoted && matches!(word, "one" | "ones") {
            return Some(Place::Given);
        }
        if self.alone()
            && self.told.after > 0
            && self.start - self.told.after < 160
            && self.has(&["for", "für", "pour"])
        {
            return Some(Place::Loose);
        }
        // "in the safe, currently x)"
        const NOW: &[&str] = &["currently", "aktuell", "derzeit", "actuellement", "actualmente"];
        if NOW.contains(&word) && self.same_line && (self.alone() || self.tail.starts_with([')', ','])) {
            return Some(Place::Given);
        }
        if GIVES.contains(&word) {
            let prompt = self.tail.get(1..).is_some_and(|rest| rest.starts_with(" at the prompt"));
            return Some(match word {
                _ if self.quoted && prompt => Place::Only,
                "now" | "jetzt" if self.alone() && self.spoken_to() => Place::Given,
                "so" | "now" | "jetzt" | "used" | "neu" => Place::Loose,
                _ => Place::Given,
            });
        }
        // A user of every machine in a column, and its password in the next one.
        if matches!(word, "administrator" | "admin" | "root") {
            return (self.told.topic.kind == "PASSWORD" && self.tail.starts_with("  "))
                .then_some(Place::Loose);
        }
        // "in the transcript ("x")"
        let bracket = self.raw().starts_with('(')
            && self.tail.trim_start_matches(['"', '`', '\'', '*']).starts_with(')')
            && !Self::is_other(word);
        bracket.then_some(match () {
            () if self.quoted && self.same_line => Place::Certain,
            () if PRONOUNS.contains(&word) => Place::Given,
            () => Place::Loose,
        })
    }
}

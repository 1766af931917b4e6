//! Templates to labelled documents.
//!
//! A template is text with slots in `⟦…⟧`:
//! `s KIND` a credential of that kind (`s *`: the next one in turn) · `pw CLASS` a password · `n STYLE` a name that
//! says password · `cn STYLE` and `cv`: name and value of the next kind that only its name tells · `x TEXT` this very
//! secret · `r N` the Nth secret again · `d KIND` a look-alike that must survive · `= TEXT` this very text must
//! survive · `i KIND` an identifier · `@ TEXT` this very identifier · `ir N` the Nth identifier again · `? A|B` one of
//! these. A spelling may follow: `⟦pw url|url⟧`. Blocks `⟦b64⟧…⟦/⟧` write what they hold in another encoding.

use super::dice::Dice;
use super::words;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Class {
    Secret,
    Identifier,
    Decoy,
}

#[derive(Clone, Debug)]
pub(crate) struct Label {
    pub(crate) class: Class,
    pub(crate) kind: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// As it was before it was spelled for its place.
    pub(crate) value: String,
}

pub(crate) struct Document {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) labels: Vec<Label>,
}

#[derive(Clone)]
struct Piece {
    text: String,
    label: Option<(Class, String, String)>,
}

pub(crate) struct Kind {
    pub(crate) id: &'static str,
    pub(crate) form: &'static str,
    pub(crate) names: Vec<&'static str>,
}

pub(crate) fn kinds() -> Vec<Kind> {
    include_str!("kinds.txt")
        .lines()
        .map(|line| {
            let mut parts = line.split(";;").map(str::trim);
            let mut next = || parts.next().unwrap_or_default();
            Kind {
                id: next(),
                form: next(),
                names: next().split(',').map(str::trim).filter(|name| !name.is_empty()).collect(),
            }
        })
        .collect()
}

/// Draws documents; turns through the kinds, so that each stands in many of them.
pub(crate) struct Filler {
    pub(crate) dice: Dice,
    kinds: Vec<Kind>,
    anchored: Vec<usize>,
    named: Vec<usize>,
    next_anchored: usize,
    next_named: usize,
}

#[derive(Default)]
struct State {
    secrets: Vec<(String, String)>,
    identifiers: Vec<(String, String)>,
    pending: Option<usize>,
}

impl Filler {
    pub(crate) fn new(seed: u64) -> Self {
        let kinds = kinds();
        let of = |named: bool| {
            kinds
                .iter()
                .enumerate()
                .filter(|(_, kind)| kind.names.is_empty() != named)
                .map(|(at, _)| at)
                .collect()
        };
        let (anchored, named) = (of(false), of(true));
        let mut dice = Dice::new(seed);
        Self { next_anchored: dice.below(200), next_named: dice.below(200), dice, anchored, named, kinds }
    }

    pub(crate) fn document(&mut self, name: &str, template: &str) -> Document {
        let mut state = State::default();
        let mut rest = template;
        let pieces = self.read(&mut rest, &mut state);
        assert!(rest.is_empty(), "{name}: a block is closed that was not opened");
        let mut out = Document { name: name.to_owned(), text: String::new(), labels: Vec::new() };
        for piece in pieces {
            let start = out.text.len();
            out.text.push_str(&piece.text);
            if let Some((class, kind, value)) = piece.label {
                out.labels.push(Label { class, kind, start, end: out.text.len(), value });
            }
        }
        out
    }

    fn read(&mut self, rest: &mut &str, state: &mut State) -> Vec<Piece> {
        let mut out = Vec::new();
        while let Some(open) = rest.find('⟦') {
            let (before, after) = rest.split_at(open);
            out.push(Piece { text: before.to_owned(), label: None });
            let after = &after['⟦'.len_utf8()..];
            let close = after.find('⟧').expect("a slot is closed");
            let slot = &after[..close];
            *rest = &after[close + '⟧'.len_utf8()..];
            if slot == "/" {
                return out;
            }
            let (command, argument) = slot.split_once(' ').unwrap_or((slot, ""));
            if is_block(command) {
                let inner = self.read(rest, state);
                out.extend(self.encoded(command, argument, inner));
            } else {
                out.extend(self.slot(command, argument, state));
            }
        }
        out.push(Piece { text: (*rest).to_owned(), label: None });
        *rest = "";
        out
    }

    fn slot(&mut self, command: &str, argument: &str, state: &mut State) -> Vec<Piece> {
        let plain = |text: String| vec![Piece { text, label: None }];
        let (argument, spelling) = match argument.split_once('|') {
            Some((argument, spelling)) if command != "?" => (argument, spelling),
            _ => (argument, ""),
        };
        let labelled = |class: Class, kind: &str, value: String| {
            vec![Piece { text: spelled(&value, spelling), label: Some((class, kind.to_owned(), value)) }]
        };
        let secret = |kind: &str, value: String, state: &mut State| {
            state.secrets.push((kind.to_owned(), value.clone()));
            labelled(Class::Secret, kind, value)
        };
        match command {
            "s" => {
                let index = if argument == "*" {
                    self.next_anchored += 1;
                    self.anchored[self.next_anchored % self.anchored.len()]
                } else {
                    self.kinds
                        .iter()
                        .position(|kind| kind.id == argument)
                        .unwrap_or_else(|| panic!("no kind {argument}"))
                };
                let value = self.of_kind(index);
                let id = self.kinds[index].id;
                secret(id, value, state)
            }
            "pw" => {
                let (kind, value) = words::password(&mut self.dice, argument);
                secret(kind, value, state)
            }
            "hex" | "b62" | "b64s" | "low" => {
                let count = argument.parse().unwrap();
                let alphabet = match command {
                    "hex" => "0123456789abcdef",
                    "low" => "abcdefghijklmnopqrstuvwxyz0123456789",
                    "b64s" => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
                    _ => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
                };
                let value = self.dice.text(alphabet, count);
                secret(command, value, state)
            }
            "f" => {
                let value = self.dice.form(argument);
                secret("form", value, state)
            }
            "uuid" => {
                let value = self.dice.uuid();
                secret("uuid", value, state)
            }
            "n" => plain(words::name(&mut self.dice, argument)),
            "cn" => {
                self.next_named += 1;
                let index = self.named[self.next_named % self.named.len()];
                state.pending = Some(index);
                let names = self.kinds[index].names.clone();
                let name = *self.dice.pick(&names);
                plain(words::styled(name, argument))
            }
            "cv" => {
                let index = state.pending.expect("cn before cv");
                let value = self.of_kind(index);
                let id = self.kinds[index].id;
                secret(id, value, state)
            }
            "x" => secret("literal", argument.to_owned(), state),
            "r" => {
                let (kind, value) = state.secrets[argument.parse::<usize>().unwrap() - 1].clone();
                labelled(Class::Secret, &format!("again-{kind}"), value)
            }
            "d" => {
                let value = words::decoy(&mut self.dice, argument);
                value
                    .split_inclusive('\n')
                    .map(|line| Piece {
                        text: spelled(line, spelling),
                        label: Some((Class::Decoy, argument.to_owned(), line.to_owned())),
                    })
                    .collect()
            }
            "=" => labelled(Class::Decoy, "text", argument.to_owned()),
            "i" => {
                let value = words::identifier(&mut self.dice, argument);
                state.identifiers.push((argument.to_owned(), value.clone()));
                labelled(Class::Identifier, argument, value)
            }
            "@" => labelled(Class::Identifier, "text", argument.to_owned()),
            "ir" => {
                let (kind, value) = state.identifiers[argument.parse::<usize>().unwrap() - 1].clone();
                labelled(Class::Identifier, &format!("again-{kind}"), value)
            }
            "?" => {
                let choices: Vec<&str> = argument.split('|').collect();
                plain((*self.dice.pick(&choices)).to_owned())
            }
            "w" => plain(words::word(&mut self.dice)),
            "ts" => plain(words::decoy(&mut self.dice, "ts")),
            "pem" => self.pem(argument),
            _ => panic!("no slot {command}"),
        }
    }

    fn of_kind(&mut self, index: usize) -> String {
        match self.kinds[index].form {
            "@uuid" => self.dice.uuid(),
            form => self.dice.form(form),
        }
    }

    /// A private key; its lines are secrets, its frame is not.
    fn pem(&mut self, head: &str) -> Vec<Piece> {
        let head = if head.is_empty() { "RSA PRIVATE KEY" } else { head };
        let mut out = vec![Piece { text: format!("-----BEGIN {head}-----\n"), label: None }];
        let lines = 5 + self.dice.below(6);
        for index in 0..=lines {
            let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
            let count = if index == lines { 22 } else { 64 };
            let mut line = self.dice.text(alphabet, count);
            if index == 0 {
                line.replace_range(..4, "MIIE");
            }
            if index == lines {
                line.push_str("==");
            }
            out.push(Piece { text: line.clone(), label: Some((Class::Secret, "pem".to_owned(), line)) });
            out.push(Piece { text: "\n".to_owned(), label: None });
        }
        out.push(Piece { text: format!("-----END {head}-----"), label: None });
        out
    }

    fn encoded(&mut self, command: &str, argument: &str, inner: Vec<Piece>) -> Vec<Piece> {
        match command {
            "json" | "url" | "html" | "shell" => inner
                .into_iter()
                .map(|piece| Piece { text: spelled(&piece.text, command), ..piece })
                .collect(),
            "lines" => {
                let mut out = Vec::new();
                if argument == "hunk" {
                    let text = "--- a/infra/x\n+++ b/infra/x\n@@ -1,40 +1,40 @@\n".to_owned();
                    out.push(Piece { text, label: None });
                }
                // Times are no secret wherever they stand.
                let is_told = matches!(argument, "gha" | "ansi" | "docker" | "k8s");
                let prefix = |dice: &mut Dice| {
                    let text = prefix_of(argument, dice);
                    let label = is_told.then(|| (Class::Decoy, "frame".to_owned(), text.clone()));
                    Piece { text, label }
                };
                out.push(prefix(&mut self.dice));
                for piece in inner {
                    let mut parts = piece.text.split('\n').peekable();
                    while let Some(part) = parts.next() {
                        out.push(Piece { text: part.to_owned(), label: piece.label.clone() });
                        if parts.peek().is_some() {
                            out.push(Piece { text: "\n".to_owned(), label: None });
                            out.push(prefix(&mut self.dice));
                        }
                    }
                }
                out.retain(|piece| !piece.text.is_empty());
                out
            }
            "crlf" => inner
                .into_iter()
                .map(|piece| Piece { text: piece.text.replace('\n', "\r\n"), ..piece })
                .collect(),
            "indent" => {
                let lead = argument.parse().unwrap();
                inner
                    .into_iter()
                    .map(|piece| Piece {
                        text: piece.text.replace('\n', &format!("\n{}", " ".repeat(lead))),
                        ..piece
                    })
                    .collect()
            }
            _ => {
                let whole: String = inner.iter().map(|piece| piece.text.as_str()).collect();
                let has_secret = inner
                    .iter()
                    .any(|piece| piece.label.as_ref().is_some_and(|label| label.0 == Class::Secret));
                let (text, width) = match command {
                    "b64" => (base64(whole.as_bytes(), false, true), 0),
                    "b64url" => (base64(whole.as_bytes(), true, false), 0),
                    "b64w" => (base64(whole.as_bytes(), false, true), argument.parse().unwrap_or(64)),
                    "hexs" => (whole.bytes().map(|byte| format!("{byte:02x}")).collect(), 0),
                    "utf16" => {
                        let bytes: Vec<u8> = whole.encode_utf16().flat_map(u16::to_le_bytes).collect();
                        (base64(&bytes, false, true), 0)
                    }
                    _ => panic!("no block {command}"),
                };
                let class = if has_secret { Class::Secret } else { Class::Decoy };
                let label = |text: &str| Some((class, command.to_owned(), text.to_owned()));
                if width == 0 {
                    return vec![Piece { label: label(&text), text }];
                }
                let mut out = Vec::new();
                for (index, line) in text.as_bytes().chunks(width).enumerate() {
                    if index > 0 {
                        out.push(Piece { text: "\n".to_owned(), label: None });
                    }
                    let line = String::from_utf8(line.to_vec()).unwrap();
                    out.push(Piece { label: label(&line), text: line });
                }
                out
            }
        }
    }
}

fn is_block(command: &str) -> bool {
    matches!(
        command,
        "b64"
            | "b64url"
            | "b64w"
            | "hexs"
            | "utf16"
            | "json"
            | "url"
            | "html"
            | "shell"
            | "lines"
            | "indent"
            | "crlf"
    )
}

fn prefix_of(style: &str, dice: &mut Dice) -> String {
    let time = words::decoy(dice, "ts");
    match style {
        "gha" => format!("{time} "),
        "ansi" => format!("\u{1b}[0m\u{1b}[1m{time}\u{1b}[0m "),
        "docker" => format!("app_1  | {time} [info] "),
        "box" => "│ ".to_owned(),
        "plus" => "      + ".to_owned(),
        "k8s" => format!("I1107 {} 1 main.go:88] ", &time[11..19]),
        "diff" => (*dice.pick(&["+", "-"])).to_owned(),
        "hunk" => (*dice.pick(&[" ", " ", "+", "-"])).to_owned(),
        "quote" => "> ".to_owned(),
        "hash" => "# ".to_owned(),
        _ => panic!("no prefix {style}"),
    }
}

/// A value as another syntax writes it.
pub(crate) fn spelled(value: &str, spelling: &str) -> String {
    let mut out = value.to_owned();
    for one in spelling.split('|').filter(|one| !one.is_empty()) {
        out = match one {
            "json" => {
                let quoted = serde_json::to_string(&out).unwrap();
                quoted[1..quoted.len() - 1].to_owned()
            }
            "url" => out
                .bytes()
                .map(|byte| {
                    if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
                        char::from(byte).to_string()
                    } else {
                        format!("%{byte:02X}")
                    }
                })
                .collect(),
            "html" => {
                out.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
            }
            "hcl" => out
                .replace('\\', "\\\\")
                .replace('"', "\\\"")
                .replace('\t', "\\t")
                .replace("${", "$${")
                .replace("%{", "%%{"),
            "pgpass" => out.replace('\\', "\\\\").replace(':', "\\:"),
            "shell" => out.replace('\'', "'\\''"),
            "b64" => base64(out.as_bytes(), false, true),
            "hex" => out.bytes().map(|byte| format!("{byte:02x}")).collect(),
            "upper" => out.to_uppercase(),
            "sql" | "yaml" => out.replace('\'', "''"),
            "u" => out
                .chars()
                .map(|c| {
                    if c.is_ascii_alphanumeric() { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) }
                })
                .collect(),
            _ => panic!("no spelling {one}"),
        };
    }
    out
}

pub(crate) fn base64(bytes: &[u8], url: bool, padded: bool) -> String {
    let alphabet: &[u8; 64] = if url {
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    } else {
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    };
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let mut group = [0_u8; 3];
        group[..chunk.len()].copy_from_slice(chunk);
        let [a, b, c] = group.map(u32::from);
        let bits = (a << 16) | (b << 8) | c;
        for index in 0..4 {
            if index <= chunk.len() {
                out.push(char::from(alphabet[usize::try_from((bits >> (18 - 6 * index)) & 63).unwrap()]));
            } else if padded {
                out.push('=');
            }
        }
    }
    out
}

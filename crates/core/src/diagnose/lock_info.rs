//! Reads the `Lock Info:` block as printed, and lock records as stored.
//!
//! Source: Terraform `internal/states/statemgr/locker.go` v1.15.9 (`LockInfo.String`, `LockInfo.Marshal`).

use super::undecorate::{Line, ROW, pattern};
use super::{LockInfo, margin};
use regex::Regex;
use serde_json::Value;
use std::sync::LazyLock;

/// The rows in the order in which Terraform prints them.
const LABELS: [&str; 7] = ["ID", "Path", "Operation", "Who", "Version", "Created", "Info"];

static TIMESTAMP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|(?: [+-][0-9]{4}(?: [A-Z+-][A-Z0-9+-]{1,5})?)|[+-][0-9]{2}:[0-9]{2})?",
    )
});

static WHOLE_TIMESTAMP: LazyLock<Regex> =
    LazyLock::new(|| pattern(r" [+-][0-9]{4} (?:[A-Z]{3,5}|[+-][0-9]{2,4})$"));

static SESSION: LazyLock<Regex> = LazyLock::new(|| pattern(r"^consul session: [0-9a-f-]{8,40}"));

/// What stands after the block.
const CLOSING: [&str; 8] = [
    "Terraform acquires a ",
    "OpenTofu acquires a ",
    "Terraform may ",
    "You may have to force-unlock",
    "In this scenario,",
    "Error",
    "Lock Info:",
    "For most commands",
];

/// A block, and how many lines from its head it takes.
pub(super) struct Block {
    pub(super) lock: LockInfo,
    pub(super) lines: usize,
    /// The user's own extra row `Backend:`, which some tools add.
    pub(super) backend: Option<String>,
}

/// Where `Lock Info:` ends in a line, if it is there.
pub(super) fn head(line: &str) -> Option<usize> {
    line.find("Lock Info:")
        .or_else(|| line.find("lock info:").filter(|_| line.contains("ID:")))
        .map(|at| at + "Lock Info:".len())
}

/// Reads the block whose head is in the first of `lines`.
pub(super) fn block(lines: &[Line]) -> Option<Block> {
    let first = &lines.first()?.text;
    let rest = first.get(head(first)?..).unwrap_or("").trim();
    let mut values: [Option<String>; 7] = Default::default();
    let mut backend = None;
    let mut taken = 1;
    if !rest.is_empty() {
        inline(rest, &mut values);
    }
    let mut last: Option<usize> = None;
    let mut blanks = 0;
    if values.iter().all(Option::is_none) {
        for (index, line) in lines.iter().enumerate().skip(1) {
            let text = line.text.trim();
            if text.is_empty() {
                blanks += 1;
                if blanks > 2 {
                    break;
                }
                continue;
            }
            if let Some((label, value)) = row(text) {
                if values.get(label).is_some_and(Option::is_some) || (blanks > 1 && last.is_some()) {
                    break;
                }
                if last.is_none() && inline_count(text) > 1 {
                    inline(text, &mut values);
                } else if let Some(slot) = values.get_mut(label) {
                    *slot = Some(value.to_owned());
                }
                last = Some(label);
            } else if CLOSING.iter().any(|closing| text.starts_with(closing)) {
                break;
            } else if let Some(name) = text.strip_prefix("Backend:") {
                backend = Some(name.trim().to_owned());
            } else if let Some(label) = last.filter(|_| blanks == 0) {
                let width = lines.get(index - 1).map_or(0, |line| line.text.chars().count());
                let slot = values.get_mut(label)?;
                let value = slot.as_mut()?;
                if !continues(label, value, width, text) {
                    break;
                }
                if label == 5 && !TIMESTAMP.is_match(&format!("{value}{text}")) {
                    value.push(' ');
                }
                value.push_str(text);
            } else {
                break;
            }
            blanks = 0;
            taken = index + 1;
        }
    }
    if values.iter().all(Option::is_none) && backend.is_none() {
        return None;
    }
    Some(Block { lock: fields(values), lines: taken, backend })
}

/// Whether a line without a label goes on with the value before it, broken by a narrow screen.
fn continues(label: usize, value: &str, width: usize, text: &str) -> bool {
    let one_word = !text.contains([' ', '\t']);
    match label {
        0 => one_word && !is_uuid(value) && value.len() < 36 && value.contains('-') && text.len() < 36,
        1 | 3 => one_word && width >= 38 && !value.is_empty(),
        5 => {
            !WHOLE_TIMESTAMP.is_match(value)
                && text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | ':' | 'U'))
                && text.len() < 36
        }
        _ => false,
    }
}

fn row(text: &str) -> Option<(usize, &str)> {
    let found = ROW.captures(text)?;
    let name = found.get(1)?.as_str();
    let label = LABELS.iter().position(|one| *one == name)?;
    Some((label, text.get(found.get(0)?.end()..)?.trim()))
}

fn inline_count(text: &str) -> usize {
    LABELS.iter().filter(|label| at_label(text, label, 0).is_some()).count()
}

/// Where `label:` begins at or after `from`, at the start or after a blank.
fn at_label(text: &str, label: &str, from: usize) -> Option<usize> {
    let wanted = format!("{label}:");
    let mut at = from;
    while let Some(found) = text.get(at..)?.find(&wanted) {
        let start = at + found;
        if start == 0
            || text
                .as_bytes()
                .get(start - 1)
                .is_some_and(|byte| matches!(byte, b' ' | b'\t' | b',' | b';' | b'{' | b'(' | b'['))
        {
            return Some(start);
        }
        at = start + wanted.len();
    }
    None
}

/// Reads rows that a log collector put on one line.
fn inline(text: &str, values: &mut [Option<String>; 7]) {
    // The box was flattened with its rows.
    let text = &text.replace(['│', '╷', '╵', '┃'], " ");
    let mut places: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    for (label, name) in LABELS.iter().enumerate() {
        if let Some(start) = at_label(text, name, from) {
            places.push((label, start));
            from = start + name.len() + 1;
        }
    }
    let raw_values: Vec<&str> = places
        .iter()
        .enumerate()
        .map(|(index, (label, start))| {
            let from = start + LABELS.get(*label).map_or(0, |name| name.len()) + 1;
            let to = places.get(index + 1).map_or(text.len(), |(_, start)| *start);
            text.get(from..to).unwrap_or("").trim()
        })
        .collect();
    let margin = repeated(raw_values.get(..raw_values.len().saturating_sub(1)).unwrap_or_default());
    for (index, (label, _)) in places.iter().enumerate() {
        let mut value =
            without_words(raw_values.get(index).copied().unwrap_or(""), margin).trim_end_matches([',', ';']);
        let mut is_bounded = false;
        for closing in CLOSING.iter().take(5) {
            if let Some(end) = value.find(closing) {
                value = value.get(..end).unwrap_or("").trim();
                is_bounded = true;
            }
        }
        if *label == 6 {
            // Nothing but Consul's session stands here; without the closing words, what follows is the log's.
            value = match SESSION.find(value) {
                Some(session) => session.as_str(),
                None if is_bounded && places.len() == 7 => without_margins(value, raw_values.first(), margin),
                None => "",
            };
        }
        if let Some(slot) = values.get_mut(*label) {
            *slot = Some(value.to_owned());
        }
    }
}

/// How many words at the end of every value are of one form: a margin that was flattened with the rows.
fn repeated(values: &[&str]) -> usize {
    if values.len() < 3 {
        return 0;
    }
    let form_at = |value: &str, back: usize| value.split_whitespace().rev().nth(back).map(margin::form);
    let mut words = 0;
    while words < 12 {
        let Some(wanted) = values.first().and_then(|value| form_at(value, words)) else { break };
        // A value of its own stands before the margin, except where it is empty.
        let alike = values.iter().filter(|value| form_at(value, words).as_ref() == Some(&wanted)).count();
        if alike < values.len() {
            break;
        }
        words += 1;
    }
    words
}

/// The last value, after which the margins of the empty lines below it stand too.
fn without_margins<'a>(value: &'a str, like: Option<&&str>, margin: usize) -> &'a str {
    if margin == 0 {
        return value;
    }
    let last_words = |text: &str| -> Vec<Vec<char>> {
        text.split_whitespace().rev().take(margin).map(margin::form).collect()
    };
    let wanted = last_words(like.copied().unwrap_or(""));
    let mut value = value;
    while !value.is_empty() && last_words(value) == wanted {
        value = without_words(value, margin);
    }
    value
}

fn without_words(value: &str, words: usize) -> &str {
    let mut kept = value;
    for _ in 0..words {
        kept = kept.trim_end();
        kept = kept.rfind(char::is_whitespace).and_then(|at| kept.get(..at)).unwrap_or("");
    }
    kept.trim()
}

fn fields(values: [Option<String>; 7]) -> LockInfo {
    let [id, path, operation, who, version, created, info] = values.map(|value| {
        let value = value.map(|value| match value.strip_prefix('`').and_then(|one| one.strip_suffix('`')) {
            Some(inside) => inside.to_owned(),
            None => value,
        });
        value.filter(|value| !value.is_empty() && value != "%s" && value != "%v")
    });
    let first_word = |value: String| {
        let word = value.split([' ', '\t']).next().unwrap_or("");
        let word = word.trim_end_matches(['"', '\'', ',', '\\', '`', ')']);
        // A brace of a structure's dump, not of a placeholder.
        if word.contains('{') { word.to_owned() } else { word.trim_end_matches('}').to_owned() }
    };
    LockInfo {
        id: id.map(first_word),
        path,
        operation,
        who,
        version: version.map(first_word),
        created: created.map(|value| match TIMESTAMP.find(&value) {
            Some(found) => found.as_str().to_owned(),
            None => value,
        }),
        info: info.filter(|value| value.chars().any(char::is_alphanumeric)),
    }
}

/// `8-4-4-4-12` hexadecimal digits. Terraform's ids are not version-4 UUIDs, so no more is asked.
pub(super) fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.len() == 5
        && groups.iter().zip([8, 4, 4, 4, 12]).all(|(group, length)| {
            group.len() == length && group.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}

/// A stored lock record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Record {
    pub(super) lock: LockInfo,
    /// Contract id of the backend, where the record's surroundings tell.
    pub(super) backend: Option<&'static str>,
    pub(super) workspace: Option<String>,
    /// `lock-tfstate-<workspace>-<suffix>` of a Lease, the DynamoDB `LockID`.
    pub(super) name: Option<String>,
    pub(super) namespace: Option<String>,
}

/// Every lock record in a text: DynamoDB items, `.tflock` objects, Leases, Azure metadata, bare JSON.
pub(super) fn records(raw: &str) -> Vec<Record> {
    let mut out = Vec::new();
    let looks = raw.contains("\"ID")
        || raw.contains("\\\"ID")
        || raw.contains("erraformlockid")
        || raw.contains("app.terraform.io/lock-info");
    if !looks {
        return out;
    }
    let mut rest = raw;
    let mut tries = 0;
    while let Some(open) = rest.find(['{', '[']) {
        rest = rest.get(open..).unwrap_or("");
        tries += 1;
        if tries > 20_000 {
            break;
        }
        // The longest document is read first; then the budget shrinks, so that hostile text costs linear time.
        let mut limit = if tries < 50 { 8 << 20 } else { 16 << 10 }.min(rest.len());
        while !rest.is_char_boundary(limit) {
            limit -= 1;
        }
        let mut stream =
            serde_json::Deserializer::from_str(rest.get(..limit).unwrap_or("")).into_iter::<Value>();
        let step = match stream.next() {
            Some(Ok(value)) => {
                walk(&value, &Record::default(), 0, &mut out);
                stream.byte_offset().max(1)
            }
            _ => 1,
        };
        rest = rest.get(step..).unwrap_or("");
        // Where nothing parses, only an object that begins like a record is worth a try.
        if step == 1 {
            match ["{\"ID\"", "{\n", "{ \"", "{\r", "[{", "[\n", "{\""]
                .iter()
                .filter_map(|mark| rest.find(mark))
                .min()
            {
                Some(next) => rest = rest.get(next..).unwrap_or(""),
                None => break,
            }
        }
    }
    if out.is_empty() {
        yaml_or_metadata(raw, &mut out);
    }
    if out.is_empty() {
        escaped(raw, &mut out);
    }
    let mut unique: Vec<Record> = Vec::new();
    for record in out {
        if !unique.contains(&record) {
            unique.push(record);
        }
    }
    unique
}

fn walk(value: &Value, around: &Record, depth: usize, out: &mut Vec<Record>) {
    if depth > 12 {
        return;
    }
    match value {
        Value::Object(object) => {
            let text = |key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned);
            if object.get("ID").is_some_and(Value::is_string)
                && (object.contains_key("Operation") || object.contains_key("Who"))
            {
                let field = |key: &str| text(key).filter(|value| !value.is_empty());
                let lock = LockInfo {
                    id: field("ID"),
                    path: field("Path"),
                    operation: field("Operation"),
                    who: field("Who"),
                    version: field("Version"),
                    created: field("Created"),
                    info: field("Info"),
                };
                out.push(Record { lock, ..around.clone() });
                return;
            }
            let mut here = around.clone();
            if let Some(id) = object.get("LockID") {
                here.backend = Some("s3-dynamodb");
                here.name = id
                    .as_str()
                    .map(str::to_owned)
                    .or_else(|| id.get("S").and_then(Value::as_str).map(str::to_owned));
            }
            if text("kind").is_some_and(|kind| kind == "Lease") {
                here.backend = Some("kubernetes");
                let metadata = object.get("metadata");
                let of = |key: &str| {
                    metadata.and_then(|one| one.get(key)).and_then(Value::as_str).map(str::to_owned)
                };
                here.name = of("name");
                here.namespace = of("namespace");
                here.workspace = metadata
                    .and_then(|one| one.get("labels"))
                    .and_then(|labels| labels.get("tfstateWorkspace"))
                    .and_then(Value::as_str)
                    .map(str::to_owned);
            }
            for (key, one) in object {
                let mut inner = here.clone();
                if key.eq_ignore_ascii_case("terraformlockid") {
                    inner.backend = Some("azurerm");
                }
                if key == "app.terraform.io/lock-info" {
                    inner.backend = Some("kubernetes");
                }
                walk(one, &inner, depth + 1, out);
            }
        }
        Value::Array(list) => list.iter().for_each(|one| walk(one, around, depth + 1, out)),
        Value::String(text) => {
            let trimmed = text.trim();
            if trimmed.starts_with('{') && trimmed.contains("\"ID\"") {
                if let Ok(value) = serde_json::from_str::<Value>(trimmed) {
                    walk(&value, around, depth + 1, out);
                }
            } else if trimmed.starts_with("eyJ")
                && let Some(value) = base64_json(trimmed)
            {
                let mut inner = around.clone();
                inner.backend = inner.backend.or(Some("azurerm"));
                walk(&value, &inner, depth + 1, out);
            }
        }
        _ => {}
    }
}

fn base64_json(text: &str) -> Option<Value> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut buffer, mut bits) = (0_u32, 0);
    for byte in text.bytes() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' | b'\n' | b'\r' | b' ' => continue,
            _ => return None,
        };
        buffer = (buffer << 6) | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((buffer >> bits) & 0xff).ok()?);
        }
    }
    serde_json::from_slice(&bytes).ok()
}

static METADATA: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"(?i-u:terraformlockid)["']?[ \t]*[:=|]?[ \t]*["']?(eyJ[A-Za-z0-9+/=_-]+)"#));
static ANNOTATION: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"app\.terraform\.io/lock-info[ \t]*[:=][ \t]*'?(\{[^\n]*\})'?"));
static LEASE: LazyLock<Regex> = LazyLock::new(|| pattern(r"name: (lock-tfstate-[a-z0-9.-]+)"));
static LEASE_WORKSPACE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"tfstateWorkspace: "?([A-Za-z0-9_.-]+)"#));
static NAMESPACE: LazyLock<Regex> = LazyLock::new(|| pattern(r"namespace: ([a-z0-9-]+)"));

fn yaml_or_metadata(raw: &str, out: &mut Vec<Record>) {
    let first =
        |regex: &Regex| regex.captures(raw).and_then(|one| one.get(1)).map(|one| one.as_str().to_owned());
    if let Some(value) = first(&METADATA).and_then(|text| base64_json(&text)) {
        walk(&value, &Record { backend: Some("azurerm"), ..Record::default() }, 0, out);
    }
    if let Some(value) = first(&ANNOTATION).and_then(|text| serde_json::from_str::<Value>(&text).ok()) {
        let around = Record {
            backend: Some("kubernetes"),
            name: first(&LEASE),
            workspace: first(&LEASE_WORKSPACE),
            namespace: first(&NAMESPACE),
            ..Record::default()
        };
        walk(&value, &around, 0, out);
    }
}

static ESCAPED: LazyLock<Regex> = LazyLock::new(|| pattern(r#"\{\\+"ID\\+":[^{}\n]{1,4000}\}"#));
static PLAIN: LazyLock<Regex> = LazyLock::new(|| pattern(r#"\{"ID":[^{}]{1,4000}\}"#));
static PYTHON: LazyLock<Regex> = LazyLock::new(|| pattern(r#""LockID"|'LockID'|LockID"#));

/// Records inside text that is no JSON itself: shell output, tables, quoted strings.
fn escaped(raw: &str, out: &mut Vec<Record>) {
    let around = Record { backend: PYTHON.is_match(raw).then_some("s3-dynamodb"), ..Record::default() };
    for found in PLAIN.find_iter(raw) {
        if let Ok(value) = serde_json::from_str::<Value>(found.as_str()) {
            walk(&value, &around, 0, out);
        }
    }
    for found in ESCAPED.find_iter(raw) {
        let mut text = found.as_str().to_owned();
        for _ in 0..4 {
            if let Ok(value) = serde_json::from_str::<Value>(&text) {
                walk(&value, &around, 0, out);
                break;
            }
            text = text.replace("\\\"", "\"").replace("\\\\", "\\");
        }
    }
}

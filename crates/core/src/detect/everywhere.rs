//! A value found once is hidden everywhere, in every spelling; and so is what the user adds.

use super::needles::Needles;
use super::{Found, Options};
use std::borrow::Cow;

/// Most values that are searched for again; beyond it a note says so.
pub(super) const MOST_VALUES: usize = 1_000_000;
/// So many are also looked for in their other spellings.
const MOST_SPELLED: usize = 3_000;

/// Words that are too common to be hidden wherever they stand, although one place made them a secret.
const COMMON: &[&str] = &[
    "admin",
    "administrator",
    "password",
    "passw0rd",
    "changeme",
    "secret",
    "default",
    "example",
    "postgres",
    "mysql",
    "root",
    "guest",
    "user",
    "test",
    "testing",
    "terraform",
    "tfstate",
    "production",
    "staging",
    "development",
    "public",
    "private",
    "localhost",
    "master",
    "manager",
    "oracle",
    "backend",
    "username",
    "welcome",
    "vagrant",
    "ansible",
    "jenkins",
    "ubuntu",
    "token",
    "docker",
    "github",
    "gitlab",
    "string",
    "service",
    "database",
    "account",
    "client_secret",
    "api_key",
];

/// The same value as other writers put it: JSON, URL, base64, hexadecimal.
pub(crate) fn spellings(value: &str) -> Vec<(&'static str, String)> {
    let mut out = vec![("raw", value.to_owned())];
    let mut push = |name: &'static str, text: String| {
        if !out.iter().any(|(_, known)| *known == text) {
            out.push((name, text));
        }
    };
    let json = escaped(value);
    push("json", escaped(&json));
    push("json", json);
    if value.contains('\\') {
        push("json", unescaped(value));
    }
    if value.contains('%') {
        push("url", percent_decoded(value));
    }
    let url = percent_encoded(value, true);
    push("url", percent_encoded(&url, true));
    push("url", url);
    push("url", percent_encoded(value, false));
    if value.contains(['&', '<', '>', '"', '\'']) {
        push(
            "html",
            value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;"),
        );
    }
    if value.contains("&amp;")
        || value.contains("&quot;")
        || value.contains("&lt;")
        || value.contains("&gt;")
        || value.contains("&#")
    {
        push(
            "html",
            value
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x21;", "!")
                .replace("&#33;", "!")
                .replace("&amp;", "&"),
        );
    }
    if value.contains("''") {
        push("raw", value.replace("''", "'"));
    }
    if let Some(inner) = decoded_word(value) {
        push("base64-decoded", inner);
    }
    if value.len() >= 12 && value.bytes().any(|byte| byte.is_ascii_digit()) {
        push("case", value.to_ascii_uppercase());
        push("case", value.to_ascii_lowercase());
    }
    if (8..=4096).contains(&value.len()) {
        for offset in 0..3 {
            for url in [false, true] {
                let core = base64_core(value.as_bytes(), offset, url);
                if core.len() >= 8 {
                    push("base64", core);
                }
            }
        }
        let hex: String = value
            .bytes()
            .flat_map(|byte| [byte >> 4, byte & 15])
            .filter_map(|digit| char::from_digit(u32::from(digit), 16))
            .collect();
        push("hex", hex);
    }
    out
}

/// What else the wire may make of a value: for the check of what leaves, not for the search in a paste.
pub(crate) fn wire_spellings(value: &str) -> Vec<(&'static str, String)> {
    let mut out = spellings(value);
    let mut push = |name: &'static str, text: String| {
        if !out.iter().any(|(_, known)| *known == text) {
            out.push((name, text));
        }
    };
    let json = escaped(value);
    push("json", json.replace('/', "\\/"));
    let ascii: String = json
        .encode_utf16()
        .map(|unit| match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => char::from(byte).to_string(),
            _ => format!("\\u{unit:04x}"),
        })
        .collect();
    push("json", ascii.clone());
    push("json", escaped(&ascii));
    push("json", ascii.replace('&', "\\u0026").replace('<', "\\u003c").replace('>', "\\u003e"));
    push("url", percent_encoded(value, true).replace("%20", "+"));
    let html = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    push("html", html.replace('"', "&#34;").replace('\'', "&#39;"));
    push("html", html.replace('"', "&quot;").replace('\'', "&#x27;"));
    push("html", html);
    let shell: String = value
        .chars()
        .flat_map(|c| {
            let escape = !c.is_alphanumeric() && c.is_ascii() && c != '_';
            escape.then_some('\\').into_iter().chain([c])
        })
        .collect();
    push("shell", shell);
    push("shell", value.replace('\'', "'\\''"));
    if value.len() >= 8 {
        let wide: Vec<u8> = value.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for offset in 0..3 {
            let core = base64_core(&wide, offset, false);
            if core.len() >= 16 {
                push("base64", core);
            }
        }
    }
    out
}

/// What a value in base64 holds, if it is one word of a readable text.
fn decoded_word(value: &str) -> Option<String> {
    if value.len() < 8 || !value.len().is_multiple_of(4) || value.len() > 1_024 {
        return None;
    }
    let is_in = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let body = value.trim_end_matches('=');
    if !body.bytes().all(is_in) || value.len() - body.len() > 2 {
        return None;
    }
    let inner = String::from_utf8(super::encoded::decoded(body.as_bytes())).ok()?;
    (inner.len() >= 6 && inner.chars().all(|c| !c.is_control() && !c.is_whitespace())).then_some(inner)
}

/// JSON string escapes, without the quotes.
fn escaped(value: &str) -> String {
    let quoted = serde_json::to_string(value).unwrap_or_default();
    quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or("").to_owned()
}

fn unescaped(value: &str) -> String {
    serde_json::from_str(&format!("\"{value}\""))
        .unwrap_or_else(|_| value.replace("\\\"", "\"").replace("\\'", "'").replace("\\\\", "\\"))
}

fn percent_encoded(value: &str, strict: bool) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        let plain = byte.is_ascii_alphanumeric()
            || matches!(byte, b'-' | b'_' | b'.' | b'~')
            || (!strict && matches!(byte, b'!' | b'*' | b'\'' | b'(' | b')'));
        if plain {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.extend(
                [byte >> 4, byte & 15]
                    .into_iter()
                    .filter_map(|digit| char::from_digit(u32::from(digit), 16))
                    .map(|digit| digit.to_ascii_uppercase()),
            );
        }
    }
    out
}

fn percent_decoded(value: &str) -> String {
    let bytes = value.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let pair = bytes
            .get(at + 1..at + 3)
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        if let (b'%', Some(decoded)) = (byte, pair) {
            out.push(decoded);
            at += 3;
        } else {
            out.push(*byte);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| value.to_owned())
}

/// The characters of base64 that depend on this value alone, when `offset` bytes stand before it.
fn base64_core(value: &[u8], offset: usize, url: bool) -> String {
    const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let alphabet = if url { URL } else { STANDARD };
    let mut bytes = vec![0_u8; offset];
    bytes.extend_from_slice(value);
    let mut out = String::new();
    for chunk in bytes.chunks_exact(3) {
        let [a, b, c] = *chunk else { continue };
        let group = (u32::from(a) << 16) | (u32::from(b) << 8) | u32::from(c);
        for shift in [18, 12, 6, 0] {
            let index = usize::try_from((group >> shift) & 63).unwrap_or(0);
            out.push(alphabet.get(index).copied().map_or('A', char::from));
        }
    }
    let skip = match offset {
        0 => 0,
        1 => 2,
        _ => 3,
    };
    out.get(skip..).unwrap_or("").to_owned()
}

/// The further places of found values, and of what the user adds.
pub(super) fn again(raw: &str, found: &[Found], options: &Options, notes: &mut Vec<String>) -> Vec<Found> {
    let mut values_of: Vec<(&str, &'static str, &'static str)> = found
        .iter()
        .filter_map(|one| Some((raw.get(one.start..one.end)?, one.rule, one.placeholder)))
        .filter(|(value, ..)| (4..=4096).contains(&value.len()) && !is_common(value))
        .collect();
    // Of the same value the first finding's rule stays.
    crate::text::sort_by_text(&mut values_of, |(value, ..)| value);
    values_of.dedup_by_key(|(value, ..)| *value);
    if values_of.len() > MOST_VALUES {
        values_of.truncate(MOST_VALUES);
        notes.push("So many values were found that further places of some of them may be left in the redacted text; nothing is sent that holds one of them.".to_owned());
    }
    for value in options.hide_secrets.iter().filter(|value| !value.trim().is_empty()) {
        values_of.retain(|(known, ..)| known != value);
        values_of.push((value, "added-by-user", "HIDDEN"));
    }
    let many = values_of.len() > MOST_SPELLED;
    if many {
        notes.push("So many values were found that their further places were looked for as they are written, not in other encodings; nothing is sent that holds one of them in any encoding.".to_owned());
    }
    let mut needles: Vec<Cow<'_, str>> = Vec::new();
    let mut of_needle: Vec<(&'static str, &'static str, bool)> = Vec::new();
    for (value, rule, placeholder) in values_of {
        let whole_word = needs_borders(value) && rule != "added-by-user";
        if many {
            needles.push(Cow::Borrowed(value));
            of_needle.push((rule, placeholder, whole_word));
            continue;
        }
        for (spelling, text) in spellings(value) {
            if spelling != "raw" && text.len() < if spelling == "base64-decoded" { 6 } else { 8 } {
                continue;
            }
            needles.push(Cow::Owned(text));
            of_needle.push((rule, placeholder, whole_word && spelling != "base64"));
        }
    }
    if needles.is_empty() {
        return Vec::new();
    }
    let bytes = raw.as_bytes();
    let mut out = Vec::new();
    for (start, index) in Needles::of(&needles).find(bytes) {
        let Some((rule, placeholder, whole_word)) = of_needle.get(index).copied() else {
            continue;
        };
        let end = start + needles.get(index).map_or(0, |value| value.len());
        if whole_word {
            let is_word =
                |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
            // `%3D` and `-p` before it are no part of the word.
            let escape = start >= 3
                && bytes.get(start - 3) == Some(&b'%')
                && bytes.get(start - 2..start).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
            let option = start >= 2
                && bytes.get(start - 2) == Some(&b'-')
                && start
                    .checked_sub(3)
                    .is_none_or(|at| bytes.get(at).is_some_and(|byte| !byte.is_ascii_alphanumeric()));
            let newline = start >= 2
                && bytes.get(start - 2) == Some(&b'\\')
                && matches!(bytes.get(start - 1), Some(b'n' | b't' | b'r'));
            let begins = escape || option || newline;
            if !begins && is_word(start.checked_sub(1).and_then(|at| bytes.get(at)))
                || is_word(bytes.get(end))
            {
                continue;
            }
        }
        if !raw.is_char_boundary(start) || !raw.is_char_boundary(end) {
            continue;
        }
        if options.harmless.iter().any(|value| value == hit_text(raw, start, end)) {
            continue;
        }
        out.push(Found { start, end, rule, placeholder, certain: false });
    }
    out
}

fn hit_text(raw: &str, start: usize, end: usize) -> &str {
    raw.get(start..end).unwrap_or("")
}

pub(crate) fn is_common(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    COMMON.contains(&lower.as_str())
        || (value.len() < 6 && value.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Short or word-like values are hidden, and missed on the way out, only as whole words.
pub(crate) fn needs_borders(value: &str) -> bool {
    value.len() < 8 || value.bytes().all(|byte| byte.is_ascii_alphabetic())
}

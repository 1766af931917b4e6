//! Maps and lists whose own name says secret: whatever stands below `credentials`, `tokens_by_env`, a sensitive output.

use super::Finder;
use super::assignments::{judge, value_of};
use super::framed;
use super::names::{self, Said, Strength};
use super::values;

/// How far a map is followed.
const LONGEST: usize = 16_384;
/// How many lines below a name.
const MOST_LINES: usize = 200;

/// Every value of the map or list that opens at `open`, but what its own key calls public.
pub(super) fn braces(finder: &mut Finder<'_>, said: Said, open: usize) {
    leaves(finder, said, open, names::is_public_member);
}

/// Every value of a secret's own map that opens at `open`: its keys are anybody's.
pub(super) fn entries(finder: &mut Finder<'_>, said: Said, open: usize) {
    leaves(finder, said, open, names::is_public_entry);
}

/// Every value of the map or list that opens at `open`, whatever its key is called.
pub(super) fn everything(finder: &mut Finder<'_>, said: Said, open: usize) {
    leaves(finder, said, open, |_| false);
}

fn leaves(finder: &mut Finder<'_>, said: Said, open: usize, is_public: fn(&str) -> bool) {
    if (finder.map.0..finder.map.1).contains(&open) {
        return;
    }
    let limit = finder.bytes.len().min(open + LONGEST);
    let end = values::closing(finder.bytes, open, limit).unwrap_or(limit);
    finder.map = (open, end);
    let text = finder.bytes;
    let mut at = open + 1;
    let mut key: &str = "";
    // After `:` or `=`, and at the beginning of a list's item.
    let mut is_value = text.get(open) == Some(&b'[');
    let mut lists = usize::from(is_value);
    let judged = |finder: &mut Finder<'_>, key: &str, value: values::Value| {
        let body = finder.text.get(value.start..value.end).unwrap_or("");
        // No secret is the number of a port.
        let port = key == "port" && body.len() <= 5 && body.bytes().all(|byte| byte.is_ascii_digit());
        let about = port || is_public(key) || is_checksum(key, body);
        let named = names::says(key).filter(|said| said.strength == Strength::Strong);
        if !about || named.is_some() {
            judge(finder, "member_value", said, value);
        }
    };
    while at < end {
        match text.get(at) {
            Some(b'[') => {
                lists += 1;
                is_value = true;
            }
            Some(b']') => lists = lists.saturating_sub(1),
            Some(b'{') => is_value = false,
            // `{:system, "NAME"}`: Elixir's word for where it is read.
            Some(b':' | b'=') => is_value = text.get(at - 1) != Some(&b'{'),
            Some(b'\n') => {
                is_value = lists > 0 && is_value;
                // The times of a log are no members.
                at += framed::margin(text, at + 1);
            }
            Some(b',' | b';') => is_value = lists > 0 && is_value,
            Some(b'#') => at = values::line_end(text, at),
            Some(b'"' | b'\'' | b'`' | b'\\') => {
                let Some(value) = values::quoted(text, at) else {
                    at += 1;
                    continue;
                };
                let colon = values::blanks(text, value.after);
                let is_key = matches!(text.get(colon), Some(b':' | b'=')) && value.after > at;
                if is_value && !is_key {
                    if !is_property(text, at) {
                        judged(finder, key, value);
                    }
                } else {
                    key = finder.text.get(value.start..value.end).unwrap_or("");
                }
                at = value.after.max(at + 1);
                continue;
            }
            Some(byte) if byte.is_ascii_alphanumeric() || *byte >= 0x80 || matches!(byte, b'_' | b'$') => {
                let start = at;
                while at < end
                    && text.get(at).is_some_and(|byte| {
                        byte.is_ascii_alphanumeric()
                            || *byte >= 0x80
                            || matches!(byte, b'_' | b'-' | b'.' | b'$')
                    })
                {
                    at += 1;
                }
                let separator = values::blanks(text, at);
                if matches!(text.get(separator), Some(b':' | b'=')) && !is_value {
                    key = finder.text.get(start..at).unwrap_or("");
                } else if is_value
                    && text
                        .get(start.saturating_sub(1))
                        .is_some_and(|byte| matches!(byte, b' ' | b':' | b'=' | b'['))
                {
                    // YAML's flow maps hold words without quotes.
                    let value = values::unquoted(text, start, values::Until::Blank);
                    let stop = text
                        .get(value.start..value.end)
                        .and_then(|body| memchr::memchr3(b',', b'}', b']', body))
                        .map_or(value.end, |found| value.start + found);
                    let value = values::Value { end: stop.min(end), ..value };
                    let body = finder.text.get(value.start..value.end).unwrap_or("");
                    if !is_code(body) {
                        judged(finder, key, value);
                    }
                    at = value.end.max(at);
                }
                continue;
            }
            _ => {}
        }
        at += 1;
    }
}

/// `gradleProperty("name")`: what is asked for by its name.
fn is_property(text: &[u8], at: usize) -> bool {
    text.get(..at).is_some_and(|head| head.ends_with(b"Property("))
}

/// `CA_HASH: 5864b1…`: a certificate's digest beside secrets.
fn is_checksum(key: &str, value: &str) -> bool {
    let key = key.to_ascii_lowercase();
    values::is_digest(value)
        && value.len() == 64
        && ["ca_hash", "cert_hash", "checksum", "ca-hash", "cert-hash"].iter().any(|end| key.ends_with(end))
}

/// Whether a word without quotes is a call, an address or a number.
fn is_code(word: &str) -> bool {
    word.contains(['(', '['])
        || word.split('.').count() > 1
            && word.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'_' | b'-')
            })
}

/// The lines `key: value` and `key = value` that are indented deeper than the name at `start`.
pub(super) fn lines(finder: &mut Finder<'_>, name: &str, said: Said, start: usize, at: usize) {
    if (finder.map.0..finder.map.1).contains(&start) {
        return;
    }
    let text = finder.bytes;
    let key_line = values::line_start(text, start);
    let own = finder.text.get(key_line..start).map_or(0, values::indent);
    let mut here = values::line_end(text, at) + 1;
    for _ in 0..MOST_LINES {
        if here >= text.len() {
            return;
        }
        let stop = values::line_end(text, here);
        let Some(line) = finder.text.get(here..stop) else { return };
        let lead = values::indent(line);
        let body = line.get(lead..).unwrap_or("");
        if !body.trim().is_empty() && !body.starts_with('#') {
            let item = body.len() - body.trim_start_matches(['-', ' ']).len();
            if lead < own || lead == own && item == 0 {
                return;
            }
            let entry = body.get(item..).unwrap_or("");
            if let Some((key, value)) = entry.split_once(':')
                && value.starts_with(' ')
                && !value.trim().is_empty()
                && key.len() < 80
                && !key.contains([' ', '{', '[', '"', '\''])
                && !names::is_public_member(key)
                && is_member(name, said, value.trim())
            {
                let from = here + lead + item;
                value_of(finder, "member_value", said, from, from + key.len());
            }
        }
        here = stop + 1;
        finder.map = (start, here);
    }
}

/// The lines `key = "x"` below a heading such as `[credentials]`, whose line ends at `at`.
pub(super) fn section(finder: &mut Finder<'_>, said: Said, at: usize) {
    let mut here = at + 1;
    for _ in 0..MOST_LINES {
        if here >= finder.bytes.len() {
            return;
        }
        let stop = values::line_end(finder.bytes, here);
        let Some(line) = finder.text.get(here..stop) else { return };
        // Another section, or another file.
        let other =
            !line.trim().is_empty() && !line.starts_with(['#', ';', ' ', '\t']) && !line.contains('=');
        // `# /etc/fstab`: several files in one paste.
        let file = line.strip_prefix("# /").is_some_and(|path| !path.trim_end().contains(' '));
        if line.starts_with(['[', '<']) || other || file {
            return;
        }
        if let Some((key, _)) = line.split_once('=') {
            let key = key.trim_end();
            if !key.is_empty()
                && !key.starts_with(['#', ';', ' '])
                && !key.contains(' ')
                && !names::is_public_member(key)
                && names::says(key).is_none()
            {
                value_of(finder, "member_value", said, here, here + key.len());
            }
        }
        here = stop + 1;
    }
}

/// Whether a plain word below such a name can be what it says: `secrets:` also holds settings.
fn is_member(name: &str, said: Said, value: &str) -> bool {
    // `vault: production/db/password@ops` tells where the secret is.
    if value.contains('/')
        && value.bytes().all(|byte| {
            byte.is_ascii_lowercase()
                || byte.is_ascii_digit()
                || matches!(byte, b'/' | b'-' | b'_' | b'@' | b'.')
        })
    {
        return false;
    }
    let quoted = value.starts_with(['"', '\'', '|', '>', '{', '[']);
    quoted
        || matches!(said.kind, "PASSWORD" | "TOKEN")
        || name.contains(['_', '-']) && !value.contains(' ') && value.len() >= 4
        || values::is_password_like(value)
        || values::is_tokenish(value)
}

/// `{{ 'x' | password_hash('sha512') }}`, `{{ .Values.x | default "x" }}`: the literals of a template.
pub(super) fn expression(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) {
    let limit = values::line_end(finder.bytes, at).min(at + 400);
    let Some(body) = finder.text.get(at..limit) else { return };
    let Some(end) = body.find("}}") else { return };
    let inside = body.get(2..end).unwrap_or("");
    let lead = inside.len() - inside.trim_start().len();
    let mut starts: Vec<usize> = Vec::new();
    if inside.trim_start().starts_with(['"', '\'']) {
        starts.push(at + 2 + lead);
    }
    for word in ["default ", "default(", "else ", "or "] {
        if let Some(found) = inside.find(word) {
            let from = values::blanks(finder.bytes, at + 2 + found + word.len());
            if matches!(finder.bytes.get(from), Some(b'"' | b'\'')) {
                starts.push(from);
            }
        }
    }
    for start in starts {
        if let Some(value) = values::quoted(finder.bytes, start) {
            judge(finder, name, said, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn a_section_ends_where_another_file_begins() {
        let text = "[vpn-secrets]\nikeword=Kq7Zx2Vb9Lm4tR\n# /etc/fstab\nnode.startup = automatic\n";
        assert_eq!(hidden(text), ["Kq7Zx2Vb9Lm4tR"]);
    }

    #[test]
    fn the_digest_of_a_certificate_is_none_of_the_secrets_beside_it() {
        let digest = "5864b1dfa4f288c1".repeat(4);
        let text = format!(
            "kind: Secret\nstringData: {{\"KITE_CA_HASH\": \"{digest}\", \"KITE_WORD\": \"Kq7Zx2Vb9Lm4tR\"}}\n"
        );
        assert_eq!(hidden(&text), ["Kq7Zx2Vb9Lm4tR"]);
    }
}

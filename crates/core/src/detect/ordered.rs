//! Secrets by their position among other arguments: remote calls that name their method and no parameter, numbered
//! keys, answers that a mail server compares, services that are told who comes by the path of an address.

use super::Finder;
use super::assignments::judge;
use super::marks::Marks;
use super::names::{Said, Strength};
use super::values::{self, Until, Value};

const PASSWORD: Said = Said { strength: Strength::Strong, kind: "PASSWORD" };

/// Where the name of a method stands in XML-RPC and JSON-RPC.
const METHODS: [&str; 3] = ["<methodName>", "\"method\"", "\\\"method\\\""];

/// The second of two numbered keys, as Azure lists them.
const NUMBERED: [&str; 2] = ["\"key2\"", "key2:"];

/// Exim compares what a client sent: `eq{$auth3}{x}`; it sends `^user^x`.
const EXIM: [&str; 2] = ["eq{$auth", "client_send ="];

/// Accounts before an arrow.
const ARROWS: [&str; 5] = ["root => ", "admin => ", "root -> ", "admin -> ", "NEO4J_AUTH=neo4j/"];

/// Accounts with their password behind a slash, as people write them: "the idrac is root/x", "grafana: admin/x".
const SLASHED: [&str; 5] = [" root/", " admin/", " ADMIN/", ": administrator/", ": sa/"];

/// Labels of paths, in which such a word is one.
const PATHS: [&str; 12] =
    ["image", "repo", "repository", "path", "dir", "file", "url", "chart", "ref", "source", "uses", "module"];

/// Every literal that these detectors look for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    METHODS.iter().chain(&NUMBERED).chain(&EXIM).chain(&ARROWS).chain(&SLASHED).copied()
}

pub(super) fn read(finder: &mut Finder<'_>, marks: &Marks) {
    for here in METHODS.iter().flat_map(|mark| marks.place(mark).map(move |at| at + mark.len())) {
        method(finder, here);
    }
    for here in NUMBERED.iter().flat_map(|mark| marks.place(mark)) {
        numbered(finder, here);
    }
    for here in marks.place("eq{$auth") {
        let line = values::line_end(finder.bytes, here).min(here + 200);
        let Some(rest) = finder.text.get(here..line) else { continue };
        if let Some(open) = rest.find("}{")
            && let Some(length) = rest.get(open + 2..).and_then(|rest| rest.find('}'))
        {
            let from = here + open + 2;
            let body = finder.text.get(from..from + length).unwrap_or("");
            if values::is_password_like(body) {
                judge(finder, "password", PASSWORD, Value::quoted(from, from + length));
            }
        }
    }
    for here in marks.place("client_send =") {
        let line = values::line_end(finder.bytes, here).min(here + 300);
        let Some(rest) = finder.text.get(here..line).map(str::trim_end) else { continue };
        if let Some(sign) = rest.rfind('^').filter(|_| rest.matches('^').count() >= 2) {
            finder.add_literal(here + sign + 1, here + rest.len(), "mail-password", "PASSWORD");
        }
    }
    for here in SLASHED.iter().flat_map(|mark| marks.place(mark).map(move |at| at + mark.len())) {
        slashed(finder, here);
    }
    for here in ARROWS.iter().flat_map(|mark| marks.place(mark).map(move |at| at + mark.len())) {
        let word = values::unquoted(finder.bytes, here, Until::Blank);
        let body = finder.text.get(word.start..word.end).unwrap_or("");
        let body = body.trim_end_matches([',', ';', '.', ')']);
        if values::is_chosen(body) || values::is_tokenish(body) && !values::is_digest(body) {
            judge(finder, "password", PASSWORD, Value::quoted(word.start, word.start + body.len()));
        }
    }
}

/// The word behind `admin/`, where the words before it speak of an account, or a label that is not a path's.
fn slashed(finder: &mut Finder<'_>, here: usize) {
    const ACCESS: [&str; 9] = ["login", "idrac", "ipmi", "ilo", "bmc", "console", "cred", "access", " is "];
    let word = values::unquoted(finder.bytes, here, Until::Blank);
    let body = finder.text.get(word.start..word.end).unwrap_or("");
    let body = body.trim_end_matches([',', ';', '.', ')', '"', '`']);
    let line = values::line_near(finder.bytes, here, 80);
    let head = String::from_utf8_lossy(finder.bytes.get(line..here).unwrap_or(b"")).to_ascii_lowercase();
    let label = head.rsplit_once(' ').and_then(|(label, _)| label.trim_end().strip_suffix(':'));
    let is_labelled = label.is_some_and(|label| {
        let word = label.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        !PATHS.contains(&word)
    });
    let is_spoken = is_labelled || ACCESS.iter().any(|word| head.contains(word));
    if word.start == here
        && !body.contains(['/', '.'])
        && (values::is_made(body) || is_spoken && values::is_chosen(body))
    {
        judge(finder, "password", PASSWORD, Value::quoted(word.start, word.start + body.len()));
    }
}

/// The last of the strings that a method takes which logs in, if it reads as a password.
fn method(finder: &mut Finder<'_>, at: usize) {
    let mut end = finder.bytes.len().min(at + 700);
    while !finder.text.is_char_boundary(end) {
        end -= 1;
    }
    let Some(rest) = finder.text.get(at..end) else { return };
    let xml = finder.text.get(..at).is_some_and(|head| head.ends_with("<methodName>"));
    let name = rest.split(['<', ',', '}']).next().unwrap_or("").to_ascii_lowercase();
    let takes = ["login", "logon", "auth", "session", "connect", "passw", "execute", "call"];
    let first = rest.find("\"params").or_else(|| rest.find("\\\"params")).unwrap_or(0);
    let token = rest.contains("\"token:");
    if !takes.iter().any(|word| name.contains(word)) && !token {
        return;
    }
    let mut literals: Vec<(usize, usize)> = Vec::new();
    if xml {
        let stop = rest.find("</params").unwrap_or(rest.len());
        let mut from = 0;
        while let Some(open) = rest.get(from..stop).and_then(|rest| rest.find("<string>")) {
            let start = from + open + 8;
            let Some(length) = rest.get(start..).and_then(|rest| rest.find("</")) else { break };
            literals.push((at + start, at + start + length));
            from = start + length;
        }
    } else {
        // A list of strings: parameters with names are read by them.
        let Some(open) = rest.get(first..).and_then(|rest| rest.find('[')).map(|open| first + open + 1)
        else {
            return;
        };
        let mut from = at + open;
        while let Some(value) = values::quoted(finder.bytes, values::blanks(finder.bytes, from)) {
            literals.push((value.start, value.end));
            from = values::blanks(finder.bytes, value.after);
            if finder.bytes.get(from) != Some(&b',') || literals.len() > 8 {
                break;
            }
            from += 1;
        }
    }
    // aria2 takes `token:x` before everything.
    let least = usize::from(literals.len() > 1);
    for (index, (start, stop)) in literals.iter().copied().enumerate().rev() {
        let body = finder.text.get(start..stop).unwrap_or("");
        let (start, body) = body.strip_prefix("token:").map_or((start, body), |rest| (start + 6, rest));
        let given = start != literals.get(index).map_or(0, |one| one.0);
        let reads = values::is_chosen(body)
            || values::is_tokenish(body) && !values::is_digest(body) && !values::is_uuid(body)
            || body.bytes().filter(u8::is_ascii_punctuation).count() >= 2 && values::is_password_like(body);
        if given || index >= least && reads && !body.contains("://") {
            judge(finder, "password", PASSWORD, Value::quoted(start, stop));
            return;
        }
    }
}

/// `"key1": "x", "key2": "y"`: two keys of one form.
fn numbered(finder: &mut Finder<'_>, at: usize) {
    let from = at.saturating_sub(200);
    let Some(first) = finder.bytes.get(from..at).and_then(|head| crate::text::rfind_bytes(head, b"key1"))
    else {
        return;
    };
    let mut both = Vec::new();
    for name in [from + first, at] {
        let colon = name + 4 + usize::from(finder.bytes.get(name) == Some(&b'"'));
        let quote = finder.bytes.get(colon) == Some(&b'"');
        let value = values::blanks(finder.bytes, colon + 1 + usize::from(quote));
        let value = match finder.bytes.get(value) {
            Some(b'"' | b'\'') => values::quoted(finder.bytes, value),
            _ => Some(values::unquoted(finder.bytes, value, Until::Blank)),
        };
        let Some(value) = value else { return };
        let body = finder.text.get(value.start..value.end).unwrap_or("");
        if body.len() < 24 || !values::is_tokenish(body) || values::is_uuid(body) {
            return;
        }
        both.push((value, body.len()));
    }
    if both.first().map(|one| one.1) == both.last().map(|one| one.1) {
        for (value, _) in both {
            judge(finder, "key", Said { strength: Strength::Strong, kind: "KEY" }, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn the_word_behind_an_account_is_read_where_no_label_says_path() {
        assert_eq!(hidden("grafana: admin/prom-operator2\n"), ["prom-operator2"]);
        assert_eq!(hidden("image: admin/console-v2\n"), Vec::<&str>::new());
    }
}

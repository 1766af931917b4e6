//! What stands between the quotes of a string, read as HCL reads it.

use super::companions::store::Word;

/// The string, or its literal parts around what is computed. `escapes`: backslashes are HCL's own; those of JSON are
/// read already.
pub(super) fn word(text: &str, escapes: bool) -> Word {
    let mut parts: Vec<Option<String>> = Vec::new();
    let mut literal = String::new();
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        match c {
            '\\' if escapes => {
                let digits = match next {
                    Some('u') => 4,
                    Some('U') => 8,
                    _ => 0,
                };
                at += 2;
                if digits > 0 {
                    let code: String = chars.iter().skip(at).take(digits).collect();
                    let read = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
                    let Some(read) = read.filter(|_| code.len() == digits) else { return Word::Unknown };
                    literal.push(read);
                    at += digits;
                } else {
                    literal.push(match next {
                        Some('n') => '\n',
                        Some('r') => '\r',
                        Some('t') => '\t',
                        Some(c @ ('"' | '\\')) => c,
                        _ => return Word::Unknown,
                    });
                }
            }
            '$' | '%' if next == Some(c) && chars.get(at + 2) == Some(&'{') => {
                literal.push(c);
                literal.push('{');
                at += 3;
            }
            '$' | '%' if next == Some('{') => {
                let mut depth = 0_u32;
                let mut end = at + 1;
                while let Some(c) = chars.get(end) {
                    match c {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        _ => {}
                    }
                    end += 1;
                    if depth == 0 {
                        break;
                    }
                }
                if depth > 0 {
                    return Word::Unknown;
                }
                if !literal.is_empty() {
                    parts.push(Some(std::mem::take(&mut literal)));
                }
                if parts.last() != Some(&None) {
                    parts.push(None);
                }
                at = end;
            }
            _ => {
                literal.push(c);
                at += 1;
            }
        }
    }
    if parts.is_empty() {
        return Word::Text(literal);
    }
    if !literal.is_empty() {
        parts.push(Some(literal));
    }
    Word::Pattern(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_and_holes_are_told_apart() {
        let text = |text: &str| Word::Text(text.to_owned());
        assert_eq!(word("acme", true), text("acme"));
        assert_eq!(word(r#"a\"b\\c\u0041"#, true), text("a\"b\\cA"));
        assert_eq!(word(r"a\b", false), text(r"a\b"));
        assert_eq!(word("a$${x}%%{y}", true), text("a${x}%{y}"));
        assert_eq!(
            word("${path_relative_to_include()}/terraform.tfstate", true),
            Word::Pattern(vec![None, Some("/terraform.tfstate".to_owned())])
        );
        assert_eq!(
            word("a/${lookup({a = 1}, \"a\")}", true),
            Word::Pattern(vec![Some("a/".to_owned()), None])
        );
        assert_eq!(word("${open", true), Word::Unknown);
        assert_eq!(word("bad\\", true), Word::Unknown);
    }
}

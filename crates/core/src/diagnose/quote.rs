//! Quoting of pasted values for shells. A value that cannot be quoted safely gives no command at all.
//!
//! Sources: POSIX.1-2024 Shell Command Language 2.2.2; PowerShell 7.4 `about_Quoting_Rules` (typographic quotes
//! end a single-quoted string too).

/// A value for POSIX `sh`; none where it holds a control character.
pub(crate) fn sh(value: &str) -> Option<String> {
    if !is_printable(value) {
        return None;
    }
    let bare = |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '_' | '@' | '%' | '+' | '=' | ':' | ',' | '.' | '/' | '-')
    };
    if !value.is_empty() && !value.starts_with(['-', '=']) && value.chars().all(bare) {
        return Some(value.to_owned());
    }
    Some(format!("'{}'", value.replace('\'', r"'\''")))
}

/// A value for PowerShell; none where it holds a control character.
pub(crate) fn powershell(value: &str) -> Option<String> {
    if !is_printable(value) {
        return None;
    }
    let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '/' | ':' | '-');
    if !value.is_empty() && !value.starts_with(['-', '.']) && value.chars().all(bare) {
        return Some(value.to_owned());
    }
    let mut out = String::from("'");
    for c in value.chars() {
        out.push(c);
        if matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}') {
            out.push(c);
        }
    }
    out.push('\'');
    Some(out)
}

/// Neither control characters nor the invisible ones that make a command read otherwise than it runs.
fn is_printable(value: &str) -> bool {
    value.len() <= 4096
        && !value.chars().any(|c| {
            c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What PowerShell reads: bare text of harmless characters, or one string in single quotes.
    fn read_by_powershell(text: &str) -> Option<String> {
        let is_quote = |c: char| matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}');
        let Some(inside) = text.strip_prefix('\'') else {
            let is_bare = |c: char| c.is_ascii_alphanumeric() || "_./:-".contains(c);
            return (!text.is_empty() && text.chars().all(is_bare) && !text.starts_with(['-', '.']))
                .then(|| text.to_owned());
        };
        let mut out = String::new();
        let mut chars = inside.chars();
        while let Some(c) = chars.next() {
            if is_quote(c) {
                match chars.next() {
                    // A doubled quote is one; a single one ends the string, and nothing may follow.
                    Some(next) if is_quote(next) => out.push(c),
                    Some(_) => return None,
                    None => return Some(out),
                }
            } else {
                out.push(c);
            }
        }
        None
    }

    #[test]
    fn powershell_reads_every_value_as_it_is() {
        for value in [
            "a",
            "",
            "a'b",
            "''",
            "'",
            "a\u{2019}b",
            "\u{2018}\u{201b}'",
            "$(id)",
            "`x",
            "a;b",
            "a b",
            "-x",
            ".x",
            "@{a=1}",
            "%PATH%",
            "a\"b",
            "#x",
            "\u{fc}",
            "a|b",
            "a&b",
            "{0}",
            "a,b",
            "\\",
            "a\\",
        ] {
            let quoted = powershell(value).unwrap_or_default();
            assert_eq!(read_by_powershell(&quoted).as_deref(), Some(value), "{quoted}");
        }
        assert_eq!(powershell("a\u{202e}b"), None);
    }

    #[test]
    fn plain_ids_stay_bare_and_the_rest_is_quoted() {
        assert_eq!(sh("a1b2-c3").as_deref(), Some("a1b2-c3"));
        assert_eq!(sh("a'; rm -rf /").as_deref(), Some(r"'a'\''; rm -rf /'"));
        assert_eq!(sh("$(id)").as_deref(), Some("'$(id)'"));
        assert_eq!(sh("-force").as_deref(), Some("'-force'"));
        assert_eq!(sh("a\nb"), None);
        assert_eq!(powershell("a\u{2019}; b").as_deref(), Some("'a\u{2019}\u{2019}; b'"));
    }
}

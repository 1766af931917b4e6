//! Colours for HCL, shell, JSON and logs: small scanners, no parsers. A colour is help, never meaning.

/// The language of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Hcl,
    Shell,
    Json,
    Log,
    /// YAML, Python, Rego: comments, strings, keys.
    Other,
}

/// What a piece of text is; the name of its CSS class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token {
    Plain,
    Comment,
    String,
    Number,
    Keyword,
    Name,
    Flag,
    Quiet,
    Alarm,
}

impl Token {
    /// The CSS class.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Comment => "t-comment",
            Self::String => "t-string",
            Self::Number => "t-number",
            Self::Keyword => "t-keyword",
            Self::Name => "t-name",
            Self::Flag => "t-flag",
            Self::Quiet => "t-quiet",
            Self::Alarm => "t-alarm",
        }
    }
}

/// The language that a file's name tells.
pub(crate) fn of_path(path: &str) -> Language {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit('.').next().unwrap_or("") {
        "tf" | "hcl" | "tfvars" | "tfbackend" | "tofu" => Language::Hcl,
        "sh" | "bash" | "ps1" => Language::Shell,
        "json" => Language::Json,
        "log" | "txt" | "out" => Language::Log,
        _ => Language::Other,
    }
}

/// The text in pieces; together they are the text.
pub(crate) fn tokens(language: Language, text: &str) -> Vec<(Token, &str)> {
    let mut out: Vec<(Token, &str)> = Vec::new();
    let mut rest = text;
    let mut line_start = true;
    let mut command_next = true;
    while let Some(first) = rest.chars().next() {
        let (token, length) = match language {
            Language::Log => log(rest, line_start),
            _ => code(language, rest, first, command_next),
        };
        let length = length.max(first.len_utf8());
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        if language == Language::Shell {
            let separates = matches!(first, '\n' | '|' | ';' | '&' | '(');
            command_next = separates || (command_next && first.is_whitespace());
        }
        // A frame of box characters is no beginning of its own.
        line_start =
            piece.ends_with('\n') || (line_start && (token == Token::Quiet || piece.trim().is_empty()));
        match out.last_mut() {
            // Neighbours of one kind are one piece.
            Some((last, joined)) if *last == token => {
                let end = text.len() - after.len();
                let start = end - piece.len() - joined.len();
                *joined = text.get(start..end).unwrap_or(joined);
            }
            _ => out.push((token, piece)),
        }
        rest = after;
    }
    out
}

fn while_in(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is(c)).unwrap_or(text.len())
}

fn to_line_end(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

fn quoted(text: &str, quote: char, escapes: bool, many_lines: bool) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' && escapes {
            escaped = true;
        } else if c == quote {
            return at + c.len_utf8();
        } else if c == '\n' && !many_lines {
            return at;
        }
    }
    text.len()
}

fn code(language: Language, text: &str, first: char, command_next: bool) -> (Token, usize) {
    let shell = language == Language::Shell;
    let comment = match language {
        Language::Json => false,
        Language::Hcl => first == '#' || text.starts_with("//"),
        _ => first == '#',
    };
    if comment {
        return (Token::Comment, to_line_end(text));
    }
    if language == Language::Hcl && text.starts_with("/*") {
        return (Token::Comment, text.find("*/").map_or(text.len(), |end| end + 2));
    }
    match first {
        '"' => {
            let length = quoted(text, '"', true, shell);
            let after = text.get(length..).unwrap_or("").trim_start_matches([' ', '\t']);
            let key = language == Language::Json && after.starts_with(':');
            return (if key { Token::Name } else { Token::String }, length);
        }
        '\'' if language != Language::Hcl && language != Language::Json => {
            return (Token::String, quoted(text, '\'', false, shell));
        }
        '-' if shell => {
            let length = while_in(text, |c| is_word(c) || c == '.');
            return (if length > 1 { Token::Flag } else { Token::Plain }, length);
        }
        '$' if shell => {
            let length = 1 + while_in(text.get(1..).unwrap_or(""), |c| is_word(c) || c == '{' || c == '}');
            return (Token::Name, length);
        }
        '{' | '}' | '[' | ']' | '(' | ')' | ',' | '=' | ':' | '|' | '&' | ';' | '<' | '>' => {
            return (Token::Quiet, 1);
        }
        _ => {}
    }
    if first.is_ascii_digit() {
        return (
            Token::Number,
            while_in(text, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')),
        );
    }
    if first.is_alphabetic() || first == '_' || (shell && matches!(first, '/' | '.')) {
        let length = while_in(text, |c| is_word(c) || c == '.' || (shell && matches!(c, '/' | '@')));
        let word = text.get(..length).unwrap_or("");
        let after = text.get(length..).unwrap_or("").trim_start_matches([' ', '\t']);
        let literal = ["true", "false", "null", "True", "False", "None"].contains(&word);
        let token = match language {
            _ if literal => Token::Number,
            Language::Hcl if after.starts_with('=') && !after.starts_with("==") => Token::Name,
            Language::Hcl if after.starts_with('{') || after.starts_with('"') => Token::Keyword,
            Language::Shell if command_next && !after.starts_with('=') => Token::Keyword,
            Language::Shell if after.starts_with('=') && command_next => Token::Name,
            Language::Other if after.starts_with(':') => Token::Name,
            Language::Other
                if [
                    "if", "else", "for", "in", "def", "return", "import", "from", "package", "not", "some",
                ]
                .contains(&word) =>
            {
                Token::Keyword
            }
            _ => Token::Plain,
        };
        return (token, length);
    }
    (Token::Plain, while_in(text, char::is_whitespace))
}

fn log(text: &str, line_start: bool) -> (Token, usize) {
    let line = text.get(..to_line_end(text)).unwrap_or(text);
    if line_start {
        let frame = while_in(line, |c| matches!(c, '│' | '╷' | '╵' | '|' | ' ' | '\t'));
        if frame > 0 && line.get(..frame).is_some_and(|head| head.contains(['│', '╷', '╵', '|'])) {
            return (Token::Quiet, frame);
        }
    }
    let words = ["Error:", "Error message:", "ERROR", "FATAL", "Failed", "WARN", "Warning:"];
    if let Some(word) = words.iter().find(|word| line.starts_with(**word)) {
        let whole = line_start && line.starts_with("Error:");
        return (Token::Alarm, if whole { line.len() } else { word.len() });
    }
    let labels = ["ID:", "Path:", "Operation:", "Who:", "Version:", "Created:", "Info:", "Lock Info:"];
    if let Some(label) = labels.iter().find(|label| line.starts_with(**label)) {
        return (Token::Name, label.len());
    }
    let first = line.chars().next().unwrap_or('\n');
    match first {
        '"' => (Token::String, quoted(line, '"', true, false)),
        '#' => (Token::Comment, line.len()),
        c if c.is_ascii_digit() => {
            (Token::Number, while_in(line, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '.')))
        }
        c if is_word(c) => {
            let length = while_in(line, is_word);
            let word = line.get(..length).unwrap_or("");
            let is_id = length == 36 && word.matches('-').count() == 4;
            (if is_id { Token::Number } else { Token::Plain }, length)
        }
        '{' | '}' | '[' | ']' | ',' | '=' => (Token::Quiet, 1),
        c if c == '\n' || c.is_whitespace() => (Token::Plain, while_in(text, char::is_whitespace).min(1)),
        c => (Token::Plain, c.len_utf8()),
    }
}

/// The language that a paste seems to be in.
pub(crate) fn guess(text: &str) -> Language {
    let head = text.get(..text.len().min(4000)).unwrap_or_else(|| {
        let mut end = text.len().min(4000);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.get(..end).unwrap_or("")
    });
    let trimmed = head.trim_start();
    if head.contains("Error") || head.contains("Lock Info") {
        Language::Log
    } else if trimmed.starts_with('{') || trimmed.starts_with('[') {
        Language::Json
    } else if head.contains(" = ") || head.contains(" {\n") {
        Language::Hcl
    } else {
        Language::Log
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sketch(language: Language, text: &str) -> String {
        tokens(language, text)
            .iter()
            .filter(|(token, _)| *token != Token::Plain && *token != Token::Quiet)
            .map(|(token, piece)| format!("{token:?}({piece})"))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn hcl() {
        assert_eq!(
            sketch(Language::Hcl, "backend \"s3\" { # why\n  encrypt = true\n  key = \"a\\\"b\" }"),
            "Keyword(backend) String(\"s3\") Comment(# why) Name(encrypt) Number(true) Name(key) String(\"a\\\"b\")"
        );
    }

    #[test]
    fn shell() {
        assert_eq!(
            sketch(Language::Shell, "aws dynamodb get-item --key '{\"a\":1}' | jq -r $X # c"),
            "Keyword(aws) Flag(--key) String('{\"a\":1}') Keyword(jq) Flag(-r) Name($X) Comment(# c)"
        );
    }

    #[test]
    fn json_keys_differ_from_strings() {
        assert_eq!(
            sketch(Language::Json, "{\"a\" : \"b\", \"c\": 1.5}"),
            "Name(\"a\") String(\"b\") Name(\"c\") Number(1.5)"
        );
    }

    #[test]
    fn logs() {
        assert_eq!(
            sketch(Language::Log, "│ Error: locked\n│   ID:  a1b2c3d4-e5f6-7890-abcd-ef1234567890\n"),
            "Alarm(Error: locked) Name(ID:) Number(a1b2c3d4-e5f6-7890-abcd-ef1234567890)"
        );
    }

    #[test]
    fn every_text_comes_back_whole() {
        let odd = [
            "",
            "\"",
            "'",
            "/*",
            "a\u{301}\"\\",
            "│ │\n\r\n\t│",
            "-",
            "$",
            "9e\u{1f512}",
            "\\\n'\n\"x\n",
            "\u{0}\u{feff}#",
        ];
        for text in odd
            .iter()
            .copied()
            .chain(crate::samples::SAMPLES.iter().filter_map(|sample| crate::samples::text_of(sample.id)))
        {
            for language in [Language::Hcl, Language::Shell, Language::Json, Language::Log, Language::Other] {
                let whole: String = tokens(language, text).iter().map(|(_, piece)| *piece).collect();
                assert_eq!(whole, text, "{language:?}");
            }
        }
    }
}

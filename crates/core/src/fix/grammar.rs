//! Whether a text is legal HCL: a reader that builds nothing, and stops at the first place that is not.
//!
//! The configuration itself is read by [`super::read`], which goes on after errors; this one only judges. It follows
//! the HCL native syntax specification (hashicorp/hcl v2, `hclsyntax/spec.md`). The tests hold it against hcl-edit,
//! which is not in the page: parsing into a tree costs 40 kB of download there.

use std::collections::BTreeSet;

/// Deeper than this nobody writes, and the reader is recursive.
const DEPTH: usize = 100;

/// Where a text stops being HCL, and what would have been legal there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    /// Byte offset in the text.
    pub(crate) offset: usize,
    /// What is wrong, in words.
    pub(crate) wrong: &'static str,
}

impl SyntaxError {
    /// Line and column in characters, each from 1.
    pub(crate) fn place(self, text: &str) -> (usize, usize) {
        let before = text.get(..self.offset).unwrap_or(text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        (line, before.rsplit('\n').next().unwrap_or("").chars().count() + 1)
    }
}

/// An argument of that name stands in the block already.
pub(super) const SET_TWICE: &str = "an argument is set a second time";

/// Judges a whole file.
///
/// # Errors
/// The first place that is not legal.
pub(crate) fn check(text: &str) -> Result<(), SyntaxError> {
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, depth: 0 };
    reader.body()?;
    if reader.peek().is_some() { reader.wrong("a closing brace that nothing opened") } else { Ok(()) }
}

struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    depth: usize,
}

type Read = Result<(), SyntaxError>;

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn starts(&self, mark: &str) -> bool {
        self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(mark.as_bytes()))
    }

    fn take(&mut self, mark: &str) -> bool {
        let is = self.starts(mark);
        if is {
            self.at += mark.len();
        }
        is
    }

    fn wrong<T>(&self, wrong: &'static str) -> Result<T, SyntaxError> {
        Err(SyntaxError { offset: self.at, wrong })
    }

    fn want(&mut self, mark: &str, wrong: &'static str) -> Read {
        if self.take(mark) { Ok(()) } else { self.wrong(wrong) }
    }

    /// Blanks and comments; line breaks too where they mean nothing.
    fn blank(&mut self, lines: bool) -> Read {
        loop {
            match self.peek() {
                Some(b' ' | b'\t') => self.at += 1,
                Some(b'\r') if self.bytes.get(self.at + 1) == Some(&b'\n') => self.at += 1,
                Some(b'\n') if lines => self.at += 1,
                Some(b'#') => self.line_end(),
                Some(b'/') if self.starts("//") => self.line_end(),
                Some(b'/') if self.starts("/*") => {
                    let Some(end) = self.text.get(self.at..).and_then(|rest| rest.find("*/")) else {
                        return self.wrong("a comment that is not closed");
                    };
                    self.at += end + 2;
                }
                _ => return Ok(()),
            }
        }
    }

    fn line_end(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        self.at += memchr::memchr(b'\n', rest).unwrap_or(rest.len());
    }

    fn deeper(&mut self, read: impl FnOnce(&mut Self) -> Read) -> Read {
        if self.depth >= DEPTH {
            return self.wrong("brackets are nested deeper than 100 levels, and what is in them is not read");
        }
        self.depth += 1;
        let out = read(self);
        self.depth -= 1;
        out
    }

    fn name(&mut self) -> Option<&str> {
        let start = self.at;
        for c in self.text.get(start..)?.chars() {
            let inside = self.at > start && (c == '-' || c.is_numeric());
            if !(c.is_alphabetic() || c == '_' || inside) {
                break;
            }
            self.at += c.len_utf8();
        }
        self.text.get(start..self.at).filter(|name| !name.is_empty())
    }

    /// Arguments and blocks, up to a brace or the end.
    fn body(&mut self) -> Read {
        let mut names: BTreeSet<String> = BTreeSet::new();
        loop {
            self.blank(true)?;
            if matches!(self.peek(), None | Some(b'}')) {
                return Ok(());
            }
            self.item(&mut names, false)?;
            self.blank(false)?;
            match self.peek() {
                None => return Ok(()),
                Some(b'\n') => {}
                Some(_) => return self.wrong("a line break is missing before this"),
            }
        }
    }

    fn item(&mut self, names: &mut BTreeSet<String>, one_line: bool) -> Read {
        let start = self.at;
        let Some(name) = self.name().map(str::to_owned) else {
            return self.wrong("an argument's or a block's name is wanted here");
        };
        self.blank(false)?;
        if self.peek() == Some(b'=') && !self.starts("==") {
            if !names.insert(name) {
                self.at = start;
                return self.wrong(SET_TWICE);
            }
            self.at += 1;
            self.blank(false)?;
            return self.expression(false);
        }
        if one_line {
            return self.wrong("an equals sign is wanted here");
        }
        // The labels of a block.
        loop {
            match self.peek() {
                Some(b'"') => self.label()?,
                Some(b'{') => break,
                _ if self.name().is_some() => {}
                _ => return self.wrong("an equals sign or an opening brace is wanted here"),
            }
            self.blank(false)?;
        }
        self.deeper(Self::block)
    }

    fn label(&mut self) -> Read {
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                None | Some(b'\n') => return self.wrong("a quote that is not closed on its line"),
                Some(_) if self.starts("${") || self.starts("%{") => {
                    return self.wrong("a block's label is fixed text; nothing is filled in there");
                }
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
        Ok(())
    }

    fn block(&mut self) -> Read {
        self.at += 1;
        self.blank(false)?;
        match self.peek() {
            Some(b'\n') => self.body()?,
            // One argument may stand on the block's own line.
            Some(b'}') => {}
            _ => {
                self.item(&mut BTreeSet::new(), true)?;
                self.blank(false)?;
            }
        }
        self.want("}", "a closing brace is missing before this")
    }

    /// An expression; `lines`: within brackets, where line breaks mean nothing.
    fn expression(&mut self, lines: bool) -> Read {
        self.deeper(|reader| reader.operation(lines))
    }

    fn operation(&mut self, lines: bool) -> Read {
        loop {
            while matches!(self.peek(), Some(b'!' | b'-')) {
                self.at += 1;
                self.blank(lines)?;
            }
            self.term(lines)?;
            let end = self.at;
            self.blank(lines)?;
            let two = ["==", "!=", "<=", ">=", "&&", "||"].iter().any(|mark| self.take(mark));
            if !two {
                match self.peek() {
                    Some(b'<' | b'>' | b'+' | b'-' | b'*' | b'/' | b'%') if !self.starts("%{") => {
                        self.at += 1;
                    }
                    Some(b'?') => {
                        self.at += 1;
                        self.blank(lines)?;
                        self.expression(lines)?;
                        self.blank(lines)?;
                        self.want(":", "a condition's colon is wanted here")?;
                        self.blank(lines)?;
                        return self.expression(lines);
                    }
                    _ => {
                        self.at = end;
                        return Ok(());
                    }
                }
            }
            self.blank(lines)?;
        }
    }

    fn term(&mut self, lines: bool) -> Read {
        match self.peek() {
            Some(b'"') => self.quoted()?,
            Some(b'0'..=b'9') => self.number()?,
            Some(b'(') => {
                self.at += 1;
                self.blank(true)?;
                self.expression(true)?;
                self.blank(true)?;
                self.want(")", "a closing parenthesis is missing before this")?;
            }
            Some(b'[') => self.list()?,
            Some(b'{') => self.object()?,
            Some(b'<') if self.starts("<<") => return self.heredoc(),
            _ => {
                if self.name().is_none() {
                    return self.wrong("a value is wanted here");
                }
                while self.take("::") {
                    if self.name().is_none() {
                        return self.wrong("a function's name is wanted here");
                    }
                }
                if self.peek() == Some(b'(') {
                    self.arguments()?;
                }
            }
        }
        self.traversal(lines)
    }

    fn number(&mut self) -> Read {
        let digits = |reader: &mut Self| {
            let start = reader.at;
            while reader.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                reader.at += 1;
            }
            reader.at > start
        };
        digits(self);
        let start = self.at;
        if self.take(".") && !digits(self) {
            self.at = start;
        }
        let start = self.at;
        if self.take("e") || self.take("E") {
            _ = self.take("+") || self.take("-");
            if !digits(self) {
                self.at = start;
            }
        }
        if self.name().is_some() {
            self.at = start;
            return self.wrong("a number that goes on in letters; a text wants quotes");
        }
        Ok(())
    }

    /// What follows a value: `.name`, `.0`, `.*`, `[index]`, `[*]`.
    fn traversal(&mut self, lines: bool) -> Read {
        loop {
            let end = self.at;
            if lines {
                self.blank(true)?;
            }
            if self.starts("...") {
                self.at = end;
                return Ok(());
            }
            if self.take(".") {
                self.blank(lines)?;
                if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                    while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                        self.at += 1;
                    }
                } else if !self.take("*") && self.name().is_none() {
                    return self.wrong("a name is wanted after this dot");
                }
            } else if self.peek() == Some(b'[') {
                self.at += 1;
                self.blank(true)?;
                if !self.take("*") {
                    self.expression(true)?;
                }
                self.blank(true)?;
                self.want("]", "a closing bracket is missing before this")?;
            } else {
                self.at = end;
                return Ok(());
            }
        }
    }

    fn arguments(&mut self) -> Read {
        self.at += 1;
        loop {
            self.blank(true)?;
            if self.take(")") {
                return Ok(());
            }
            self.expression(true)?;
            self.blank(true)?;
            if self.take("...") {
                self.blank(true)?;
                return self.want(")", "a closing parenthesis is wanted here");
            }
            if !self.take(",") {
                return self.want(")", "a comma or a closing parenthesis is missing before this");
            }
        }
    }

    /// `for x in y`, with the blank that tells it from a name.
    fn is_for(&mut self) -> bool {
        let next = self.bytes.get(self.at + 3).copied();
        let is = self.starts("for") && matches!(next, Some(b' ' | b'\t' | b'\n' | b'\r'));
        if is {
            self.at += 3;
        }
        is
    }

    /// `k, v in list`.
    fn names_in(&mut self, lines: bool) -> Read {
        self.blank(lines)?;
        if self.name().is_none() {
            return self.wrong("a name is wanted here");
        }
        self.blank(lines)?;
        if self.take(",") {
            self.blank(lines)?;
            if self.name().is_none() {
                return self.wrong("a name is wanted here");
            }
            self.blank(lines)?;
        }
        if self.name() != Some("in") {
            return self.wrong("`in` is wanted here");
        }
        self.blank(lines)?;
        self.expression(lines)
    }

    /// What stands between `for` and its closing bracket.
    fn comprehension(&mut self, object: bool) -> Read {
        self.names_in(true)?;
        self.blank(true)?;
        self.want(":", "a colon is wanted here")?;
        self.blank(true)?;
        self.expression(true)?;
        self.blank(true)?;
        if object {
            self.want("=>", "`=>` is wanted here")?;
            self.blank(true)?;
            self.expression(true)?;
            self.blank(true)?;
            if self.take("...") {
                self.blank(true)?;
            }
        }
        if self.starts("if") {
            self.at += 2;
            self.blank(true)?;
            self.expression(true)?;
            self.blank(true)?;
        }
        Ok(())
    }

    fn list(&mut self) -> Read {
        self.at += 1;
        self.blank(true)?;
        if self.is_for() {
            self.comprehension(false)?;
            return self.want("]", "a closing bracket is missing before this");
        }
        loop {
            self.blank(true)?;
            if self.take("]") {
                return Ok(());
            }
            self.expression(true)?;
            self.blank(true)?;
            if !self.take(",") {
                return self.want("]", "a comma or a closing bracket is missing before this");
            }
        }
    }

    fn object(&mut self) -> Read {
        self.at += 1;
        self.blank(true)?;
        if self.is_for() {
            self.comprehension(true)?;
            return self.want("}", "a closing brace is missing before this");
        }
        loop {
            self.blank(true)?;
            if self.take("}") {
                return Ok(());
            }
            self.expression(false)?;
            self.blank(false)?;
            if self.starts("==") || !(self.take("=") || self.take(":")) {
                return self.wrong("an equals sign is wanted here");
            }
            self.blank(true)?;
            self.expression(false)?;
            self.blank(false)?;
            match self.peek() {
                Some(b',' | b'\n') => self.at += 1,
                Some(b'}') => {}
                _ => return self.wrong("a comma, a line break or a closing brace is missing before this"),
            }
        }
    }

    fn escape(&mut self) -> Read {
        let digits = match self.bytes.get(self.at + 1) {
            Some(b'n' | b'r' | b't' | b'"' | b'\\') => 0,
            Some(b'u') => 4,
            Some(b'U') => 8,
            _ => return self.wrong("no escape that HCL knows; a backslash is written twice"),
        };
        let code = self.text.get(self.at + 2..self.at + 2 + digits);
        if !code.is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit())) {
            return self.wrong("no escape that HCL knows; a backslash is written twice");
        }
        self.at += 2 + digits;
        Ok(())
    }

    fn quoted(&mut self) -> Read {
        self.at += 1;
        loop {
            match self.peek() {
                None | Some(b'\n') => return self.wrong("a quote that is not closed on its line"),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => self.escape()?,
                Some(_) => self.template_byte()?,
            }
        }
    }

    /// One byte of a template, or what is filled in there.
    fn template_byte(&mut self) -> Read {
        if self.take("$${") || self.take("%%{") {
            return Ok(());
        }
        if self.take("${") {
            return self.deeper(|reader| {
                _ = reader.take("~");
                reader.blank(true)?;
                reader.expression(true)?;
                reader.blank(true)?;
                _ = reader.take("~");
                reader.want("}", "a closing brace is missing before this")
            });
        }
        if self.take("%{") {
            return self.deeper(Self::directive);
        }
        self.at += 1;
        Ok(())
    }

    fn directive(&mut self) -> Read {
        _ = self.take("~");
        self.blank(true)?;
        let start = self.at;
        match self.name() {
            Some("if") => {
                self.blank(true)?;
                self.expression(true)?;
            }
            Some("for") => self.names_in(true)?,
            Some("else" | "endif" | "endfor") => {}
            _ => {
                self.at = start;
                return self.wrong("no directive that HCL knows: if, else, endif, for, endfor");
            }
        }
        self.blank(true)?;
        _ = self.take("~");
        self.want("}", "a closing brace is missing before this")
    }

    fn heredoc(&mut self) -> Read {
        let start = self.at;
        self.at += 2;
        _ = self.take("-");
        let Some(name) = self.name().map(str::to_owned) else {
            return self.wrong("the name that ends this text is wanted here");
        };
        while self.peek() == Some(b'\r') {
            self.at += 1;
        }
        self.want("\n", "a line break is wanted here")?;
        loop {
            let line = self.text.get(self.at..).unwrap_or("").split('\n').next().unwrap_or("");
            if line.trim() == name {
                self.at += line.trim_end().len();
                return Ok(());
            }
            while self.peek().is_some_and(|byte| byte != b'\n') {
                self.template_byte()?;
            }
            if self.peek().is_none() {
                self.at = start;
                return self.wrong("a text whose closing name is missing");
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    /// What the reference says, apart from what only it minds, and from line breaks in quotes, which it lets pass and
    /// Terraform does not ("Invalid multi-line string").
    fn reference(text: &str) -> Option<bool> {
        match hcl_edit::parser::parse_body(text) {
            Ok(_) if check(text).is_err_and(|error| error.wrong.contains("not closed on its line")) => None,
            Ok(_) => Some(true),
            Err(error) if error.message().contains("redefined object key") => None,
            Err(_) => Some(false),
        }
    }

    fn files(folder: &str, out: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(path.to_str().unwrap(), out);
            } else if path.extension().is_some_and(|end| end == "tf" || end == "hcl" || end == "tfbackend")
                && let Ok(text) = std::fs::read_to_string(&path)
            {
                out.push(text.replace("\r\n", "\n").replace('\u{feff}', ""));
            }
        }
    }

    fn corpus() -> Vec<String> {
        let mut out = Vec::new();
        for folder in ["src", "../../tests/corpus"] {
            files(&format!("{}/{folder}", env!("CARGO_MANIFEST_DIR")), &mut out);
        }
        out.push("a = <<-EOT\n  x ${b[0]} %{ if c }y%{ else }z%{ endif }\n  EOT\nb = 1\n".to_owned());
        out.push(
            "x = { for k, v in a.b[*] : k => upper(v)... if v != null }\ny = [for z in d : z]\n".to_owned(),
        );
        out.push(
            "q = a ? b : c ? d : -e * (f + 1.5e3) && !g\nn = provider::aws::arn(\"x\", list...)\n".to_owned(),
        );
        out.push("one \"two\" three { a = \"\\\"\\u00e9$${x}\" }\nempty {}\n".to_owned());
        out
    }

    #[test]
    fn judges_as_the_reference_does() {
        let corpus = corpus();
        assert!(corpus.len() > 50, "{}", corpus.len());
        for text in &corpus {
            if let Some(legal) = reference(text) {
                assert_eq!(check(text).is_ok(), legal, "{:?} of\n{text}", check(text));
            }
        }
    }

    /// Texts that are broken somewhere: both must see it, or both must not.
    #[test]
    fn judges_broken_texts_as_the_reference_does() {
        let corpus = corpus();
        let pieces = [
            "\"", "{", "}", "[", "]", "(", ")", "=", ",", "\n", " ", "x", "1", "${", "\\", "#", "/*",
            "<<E\n", ".", "?", ":", "-", "...", "*", "é", "$", "%{", "'",
        ];
        let mut state = 11_u64;
        let mut dice = move |sides: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % sides.max(1)
        };
        let (mut tried, mut other) = (0, Vec::new());
        for _ in 0..12_000 {
            let text = &corpus[dice(corpus.len())];
            let mut start = dice(text.len().saturating_sub(600).max(1));
            while !text.is_char_boundary(start) {
                start -= 1;
            }
            let start = text[..start].rfind("\n\n").map_or(0, |at| at + 2);
            let mut text: String = text[start..].chars().take(600).collect();
            for _ in 0..=dice(2) {
                let mut at = dice(text.len().max(1));
                while !text.is_char_boundary(at) {
                    at -= 1;
                }
                if dice(2) == 0 {
                    text.insert_str(at, pieces[dice(pieces.len())]);
                } else if at < text.len() {
                    text.remove(at);
                }
            }
            let Some(legal) = reference(&text) else { continue };
            tried += 1;
            if check(&text).is_ok() != legal {
                other.push((check(&text), text));
            }
        }
        assert!(tried > 10_000);
        assert!(other.len() <= tried / 500, "{} of {tried} differ: {:#?}", other.len(), other.get(..6));
    }

    #[test]
    fn names_the_place() {
        for (text, offset) in [
            ("a = 1\nb = \n", 10),
            ("terraform {\n  backend \"s3\" {\n", 29),
            ("a = \"x\n", 6),
            ("}\n", 0),
            ("a = 1\na = 2\n", 6),
            ("a = 'x'\n", 4),
        ] {
            assert_eq!(check(text).map_err(|error| error.offset), Err(offset), "{text}");
        }
        let deep = format!("a = {}", "[".repeat(100_000));
        assert!(check(&deep).is_err());
        assert_eq!(SyntaxError { offset: 8, wrong: "" }.place("a = 1\nb = é"), (2, 3));
    }
}

//! Types of programs, which stand where a value could: `password: Option<String>`, `token: str | None`.

/// How deep and how far a type is followed.
const DEEPEST: usize = 6;
const LONGEST: usize = 160;

/// Types that hold a text; one of them alone is a type.
const TEXTS: [&str; 12] = [
    "str",
    "string",
    "String",
    "bytes",
    "bytearray",
    "SecretStr",
    "SecretString",
    "SecretBytes",
    "SecureString",
    "CString",
    "OsString",
    "NSString",
];

/// Types that only beside others are one.
const OTHERS: [&str; 44] = [
    "Option",
    "Optional",
    "Vec",
    "HashMap",
    "BTreeMap",
    "Map",
    "Record",
    "Dict",
    "dict",
    "List",
    "list",
    "Union",
    "Any",
    "any",
    "None",
    "null",
    "undefined",
    "number",
    "boolean",
    "bool",
    "int",
    "u8",
    "char",
    "byte",
    "Box",
    "Arc",
    "Rc",
    "Cow",
    "Secret",
    "SecretBox",
    "SecretVec",
    "Zeroizing",
    "Result",
    "Promise",
    "Buffer",
    "Uint8Array",
    "Nullable",
    "Maybe",
    "Array",
    "Sequence",
    "Final",
    "ClassVar",
    "Annotated",
    "Literal",
];

/// How many bytes at the beginning of a text are a type, if any are.
pub(in crate::detect) fn type_length(text: &str) -> Option<usize> {
    let mut length = text.len().min(LONGEST);
    while !text.is_char_boundary(length) {
        length -= 1;
    }
    let text = text.get(..length)?;
    let (end, texts) = one(text, 0, 0)?;
    let alone = TEXTS.contains(&text.get(..end)?);
    (alone || texts && text.get(..end)?.bytes().any(|byte| !byte.is_ascii_alphanumeric())).then_some(end)
}

/// Whether the whole of a text is a type of several parts.
pub(in crate::detect) fn is_type(text: &str) -> bool {
    text.contains(['<', '[']) && type_length(text) == Some(text.len())
}

/// Where the type that begins at `at` ends, and whether a type of texts is in it.
fn one(text: &str, at: usize, depth: usize) -> Option<(usize, bool)> {
    let rest = |at: usize| text.get(at..).unwrap_or("");
    let mut at = at;
    while let Some(mark) =
        ["&", "*", "?", "[]", "'static ", "mut "].iter().find(|mark| rest(at).starts_with(**mark))
    {
        at += mark.len();
    }
    let path = rest(at)
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':'));
    let path = rest(at).get(..path.count())?.trim_end_matches([':', '.']);
    let word = path.rsplit(['.', ':']).next()?;
    let mut texts = TEXTS.contains(&word);
    if !(texts || OTHERS.contains(&word)) || depth > DEEPEST {
        return None;
    }
    at += path.len();
    let close = match rest(at).bytes().next() {
        Some(b'<') => '>',
        Some(b'[') => ']',
        _ => '\0',
    };
    if close != '\0' {
        at += 1;
        while !rest(at).starts_with(close) {
            let (end, inner) = one(text, at, depth + 1)?;
            texts |= inner;
            at = end;
            at += if rest(at).starts_with(", ") { 2 } else { usize::from(rest(at).starts_with(',')) };
            if !rest(at).starts_with(close) && at == end {
                return None;
            }
        }
        at += 1;
    }
    at += usize::from(rest(at).starts_with('?'));
    if rest(at).starts_with(" | ") {
        let (end, more) = one(text, at + 3, depth + 1)?;
        (at, texts) = (end, texts || more);
    }
    Some((at, texts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_told_from_words() {
        for kind in [
            "str",
            "&str",
            "*string",
            "[]string",
            "&'static str",
            "Option<String>",
            "Optional[SecretStr]",
            "HashMap<String, Vec<u8>>",
            "str | None",
            "string | undefined",
            "std::string::String",
            "pydantic.SecretStr",
            "string[]",
        ] {
            assert_eq!(type_length(kind), Some(kind.len()), "{kind}");
        }
        for word in
            ["strong", "Secret", "any", "Maple<88>", "Vec<Maple88>", "*maple", "list", "Box[x", "str|x"]
        {
            assert!(type_length(word) != Some(word.len()), "{word}");
        }
        assert!(is_type("Optional[SecretStr]") && !is_type("string"));
    }
}

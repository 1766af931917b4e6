//! Literals inside expressions: arguments of calls, types before the value.

use super::judge::judge;
use crate::detect::Finder;
use crate::detect::names::{self, Said, Strength};
use crate::detect::values;

/// `coalesce(var.x, "x")`, `get_env("X", "x")`, `process.env.X || "x"`: the literals in an expression.
pub(super) fn arguments(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) -> bool {
    let text = finder.bytes;
    // `var key = Encoding.UTF8.GetBytes("x")`, `signingKey := []byte("x")`: letters as bytes are a key's.
    if let Some(value) = as_bytes(text, at) {
        let body = finder.text.get(value.start..value.end).unwrap_or("");
        let marks = body.bytes().filter(u8::is_ascii_punctuation).count();
        let drawn = values::is_tokenish(body) || marks >= 2 && values::is_password_like(body);
        if said.strength == Strength::Strong || said.kind == "KEY" && (drawn || marks >= 3) {
            judge(finder, name, Said { strength: Strength::Strong, ..said }, value);
        }
        return true;
    }
    if said.strength == Strength::Weak {
        return false;
    }
    // `new NetworkCredential("user", "x")` is read by its own name, `new Secret("x")` here.
    let mut at = at;
    if text.get(at..at + 4) == Some(b"new ") {
        at += 4;
        let end = values::line_end(text, at).min(at + 200);
        if text.get(at..end).is_some_and(|rest| crate::text::find_bytes(rest, b"\",").is_some()) {
            return true;
        }
    }
    let end = values::line_end(text, at).min(at + 400);
    let rest = text.get(at..end).unwrap_or(b"");
    let head = rest
        .iter()
        .take_while(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':' | b'[' | b']' | b'?')
        })
        .count();
    if head == 0 || !rest.first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let function = finder.text.get(at..at + head).unwrap_or("").to_ascii_lowercase();
    if function == "enc" {
        return false;
    }
    // No name goes on behind a call's bracket: `Kite(lamp42)orca` is a password. A literal may hold brackets.
    let call = rest.get(head) == Some(&b'(')
        && memchr::memchr(b')', rest.get(head..).unwrap_or(b"")).is_some_and(|close| {
            matches!(rest.get(head + 1), Some(b'"' | b'\'' | b'`' | b'\\'))
                || !rest.get(head + close + 1).is_some_and(u8::is_ascii_alphanumeric)
        });
    if call {
        const KEPT: [&str; 16] = [
            // Gradle asks its properties.
            "gradleproperty",
            // Terragrunt asks a command.
            "run_cmd",
            "file",
            "templatefile",
            "input",
            "getpass",
            "filebase64",
            "data",
            "lookup_secret",
            "read",
            "prompt",
            "get_secret",
            "getsecret",
            "secret",
            "fromsecret",
            "retrieve",
        ];
        let last = function.rsplit(['.', ':']).next().unwrap_or("");
        // Jenkins' `credentials('aws-prod')` tells a name; sbt's `Credentials(realm, host, user, x)` does not.
        if text.get(at..at + 12) == Some(b"credentials(") {
            return true;
        }
        if function == "credentials" {
            let close = text.get(at..end).and_then(|rest| memchr::memrchr(b')', rest)).unwrap_or(0);
            let head = text.get(at..at + close).unwrap_or(b"");
            if let Some(open) = head.strip_suffix(b"\"").and_then(|head| memchr::memrchr(b'"', head))
                && let Some(value) = values::quoted(text, at + open)
            {
                judge(finder, name, said, value);
                return true;
            }
        }
        if KEPT.contains(&last) || last.contains("secret") && !last.contains("string") {
            return true;
        }
        let getter = ["env", "lookup", "get", "fetch", "getordefault", "property", "config", "setting"]
            .iter()
            .any(|word| last.contains(word));
        let mut here = at + head + 1;
        let mut index = 0;
        let mut depth = 1_i32;
        while here < end && depth > 0 {
            match text.get(here) {
                Some(byte @ (b'"' | b'\'' | b'`' | b'\\')) => {
                    let Some(value) = values::quoted(text, here) else {
                        here += 1;
                        if *byte == b'\\' {
                            continue;
                        }
                        return true;
                    };
                    // `data.x["y"]` and the name of what is fetched are no literals of ours.
                    let indexed = here > 0 && text.get(here - 1) == Some(&b'[');
                    let body = finder.text.get(value.start..value.end).unwrap_or("");
                    let usage = index >= 1 && body.contains(' ') && function.starts_with("flag.");
                    let is_name = index == 0 && getter
                        || usage
                        || body.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
                    // `jwt.sign(id, key, { expiresIn: '1h' })`: a member with a name of its own.
                    let line = values::line_start(text, here);
                    let member = finder
                        .text
                        .get(line.max(at)..here)
                        .and_then(|head| head.trim_end().strip_suffix(':'))
                        .and_then(|head| head.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next())
                        .is_some_and(|word| !word.is_empty() && names::says(word).is_none());
                    if !indexed && !is_name && !member {
                        judge(finder, name, said, value);
                    }
                    index += 1;
                    if value.after <= here {
                        return true;
                    }
                    here = value.after;
                    continue;
                }
                Some(b'(') => depth += 1,
                Some(b')') => depth -= 1,
                _ => {}
            }
            here += 1;
        }
    }
    let is_reference =
        call || function.contains('.') && values::is_reference(&function) || function.contains("env");
    if is_reference {
        // The other branch of `a || "x"`, `a ?? "x"`, `a or "x"`, `c ? a : "x"`.
        for mark in ["|| ", "?? ", " or ", " : ", " else ", "?: "] {
            if let Some(found) = finder.text.get(at + head..end).and_then(|rest| rest.find(mark)) {
                let from = at + head + found + mark.len();
                if matches!(text.get(from), Some(b'"' | b'\'' | b'`'))
                    && let Some(value) = values::quoted(text, from)
                {
                    judge(finder, name, said, value);
                }
            }
        }
    }
    call && function.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// The literal that a call turns into bytes.
fn as_bytes(text: &[u8], at: usize) -> Option<values::Value> {
    let rest = text.get(at..values::line_end(text, at).min(at + 60))?;
    let open = memchr::memchr(b'(', rest)?;
    let call = rest.get(..open)?;
    let turns = ["[]byte", ".GetBytes", "Buffer.from", "QStringLiteral", "QByteArray", "bytes"]
        .iter()
        .any(|tail| call.ends_with(tail.as_bytes()));
    (turns && !call.contains(&b' ')).then(|| values::quoted(text, at + open + 1)).flatten()
}

/// `(ConvertTo-SecureString "x" -AsPlainText -Force)`
pub(super) fn secure_string(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) -> bool {
    let end = values::line_end(finder.bytes, at).min(at + 300);
    let Some(rest) = finder.text.get(at..end) else { return false };
    if !rest.trim_start_matches('(').starts_with("ConvertTo-SecureString") {
        return false;
    }
    if let Some(found) = rest.find(['"', '\''])
        && let Some(value) = values::quoted(finder.bytes, at + found)
    {
        judge(finder, name, said, value);
    }
    true
}

/// Whether the nearest bracket that is open before `at` is a square one.
pub(super) fn in_square_brackets(text: &[u8], at: usize) -> bool {
    let mut depth = 0_i32;
    for byte in text.get(at.saturating_sub(200)..at).unwrap_or(b"").iter().rev() {
        match byte {
            b')' | b']' | b'}' => depth += 1,
            b'(' | b'[' | b'{' if depth == 0 => return *byte == b'[',
            b'(' | b'[' | b'{' => depth -= 1,
            b'\n' => return false,
            _ => {}
        }
    }
    false
}

/// `password: str`, `token: Option<String>,`: a type, and what may be given behind it. Whether it was one.
pub(super) fn annotated(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) -> bool {
    let Some(rest) = finder.text.get(at..values::line_end(finder.bytes, at)) else { return false };
    let Some(length) = values::type_length(rest) else { return false };
    let after = rest.get(length..).unwrap_or("");
    if let Some(given) = after.strip_prefix(" = ") {
        let from = at + rest.len() - given.len();
        if matches!(finder.bytes.get(from), Some(b'"' | b'\'' | b'`')) {
            if let Some(value) = values::quoted(finder.bytes, from) {
                judge(finder, name, said, value);
            }
        } else if !arguments(finder, name, said, from) {
            let mut value = values::unquoted(finder.bytes, from, values::Until::Blank);
            // `def f(token: str = None):`
            while value.end > value.start
                && matches!(finder.bytes.get(value.end - 1), Some(b')' | b':' | b',' | b';'))
            {
                value.end -= 1;
            }
            judge(finder, name, said, value);
        }
        return true;
    }
    let after = after.trim_start_matches([' ', '\t']);
    after.is_empty()
        || after.starts_with([',', ')', ';', '{', '}', '=', '`', '\r', '#'])
        || after.starts_with("//")
}

/// `string = "x"`, `Option<&str> = Some("x")`, `str = Field("x")`: a type before the value. Whether it was one.
pub(super) fn typed(finder: &mut Finder<'_>, name: &str, said: Said, at: usize) -> bool {
    let Some(line) = finder.text.get(at..values::line_end(finder.bytes, at)) else { return false };
    let Some(kind) = crate::text::find(line, " = ").and_then(|at| line.get(..at)) else { return false };
    let plain = kind.len() < 40
        && !kind.is_empty()
        && !kind.contains(" WITH ")
        && kind.chars().all(|c| {
            c.is_ascii_alphanumeric()
                || matches!(c, '&' | '<' | '>' | '[' | ']' | '\'' | ' ' | '?' | '_' | ':')
        });
    if !plain {
        return false;
    }
    let from = at + kind.len() + 3;
    if matches!(finder.bytes.get(from), Some(b'"' | b'\'' | b'`')) {
        let Some(value) = values::quoted(finder.bytes, from) else { return false };
        judge(finder, name, said, value);
        return true;
    }
    arguments(finder, name, said, from)
}

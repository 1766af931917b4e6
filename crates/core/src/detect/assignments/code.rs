//! Whether a value is code: a call, a type, a reference.

use crate::detect::{names, values};
use crate::text::holds;

/// Calls, types and references of code, which stand where a literal could.
pub(super) fn is_code(body: &str, quoted: bool) -> bool {
    if quoted {
        return false;
    }
    let body = body.trim();
    // `$(cat /run/secrets/x) && ...`: what another command says, but not what it is given to say.
    if body.trim_start_matches('$').starts_with('(')
        && body.starts_with('$')
        && body.contains(')')
        && !["echo", "printf", "<<<"].iter().any(|word| holds(body, word))
    {
        return true;
    }
    // PowerShell's and C's makers, C's casts, PHP's arrays.
    if values::begins_with(
        body,
        &["new-object ", "New-Object ", "(char *)", "(const ", "(void *)", "(unsigned ", "$_"],
    ) {
        return true;
    }
    if memchr::memchr2(b'(', b'[', body.as_bytes()).is_some()
        && let Some(is) = is_call(body)
    {
        return is;
    }
    // `Get-Secret -Name db`: a command of PowerShell.
    let mut words = body.split(' ');
    if let Some((verb, noun)) = words.next().and_then(|first| first.split_once('-'))
        && verb.len() < 12
        && words.next().is_some_and(|next| next.starts_with('-'))
        && [verb, noun].iter().all(|word| {
            word.starts_with(|c: char| c.is_ascii_uppercase())
                && word.bytes().all(|byte| byte.is_ascii_alphabetic())
        })
    {
        return true;
    }
    // `aws_db_instance.main.password`, `config.password`, `req.body.token`.
    if !body.contains('.') {
        return false;
    }
    let parts: Vec<&str> = body.split('.').collect();
    // `key_provider.pbkdf2.k`
    if parts.len() >= 3
        && parts.iter().all(|part| {
            part.starts_with(|c: char| c.is_ascii_lowercase())
                && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
                && !values::is_tokenish(part)
        })
        && body.contains('_')
    {
        return true;
    }
    // `cfg.RedisPassword` of Go.
    if let [object, member] = parts.as_slice()
        && matches!(
            *object,
            "cfg" | "config" | "conf" | "settings" | "opts" | "options" | "args" | "params" | "req" | "env"
        )
        && member.starts_with(|c: char| c.is_ascii_uppercase())
        && member.bytes().all(|byte| byte.is_ascii_alphabetic())
        && names::says(member).is_some()
    {
        return true;
    }
    parts.len() >= 2
        && parts.iter().all(|part| {
            !part.is_empty()
                && part.chars().all(|c| {
                    c.is_ascii_alphabetic()
                        || c == '_'
                        || c == '['
                        || c == ']'
                        || c == '*'
                        || c.is_ascii_digit()
                })
                && (part.chars().next().is_some_and(|c| c.is_ascii_lowercase() || c == '_')
                    // `settings.API_KEY`
                    || part.contains('_') && !part.bytes().any(|byte| byte.is_ascii_lowercase()))
        })
        && parts.last().is_some_and(|last| {
            names::says(last).is_some()
                || matches!(
                    *last,
                    "value"
                        | "stringValue"
                        | "result"
                        | "id"
                        | "name"
                        | "arn"
                        | "secret_string"
                        | "plaintext"
                )
        })
}

/// Whether what begins with a name and a bracket is a call or an element; none where it is neither.
fn is_call(body: &str) -> Option<bool> {
    let length = body
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':'))
        .count();
    let (head, after) = body.split_at_checked(length).unwrap_or((body, ""));
    if after.starts_with('(')
        && head.len() >= 2
        && head.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
    {
        // A call ends with its bracket, or goes on with a member of its result; a password's brackets do not.
        let end = after.rfind(')');
        let whole = end.is_none_or(|end| {
            let rest = after.get(end + 1..).unwrap_or("");
            rest.is_empty() || rest.starts_with(['.', '[', ';', ',', ' ', ')', '}', '?', '|', '"', '\''])
        });
        return Some(
            whole
                && (end.is_some()
                    || after == "("
                    || after.contains(['"', '\'', ' '])
                    // Cut off: no digit stands in the names of most functions.
                    || after
                        .bytes()
                        .all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'(' | b'_' | b'.'))),
        );
    }
    let indexed = after.starts_with('[')
        && body.chars().all(|c| {
            c.is_ascii_alphanumeric()
                || matches!(
                    c,
                    '[' | ']' | '"' | '\'' | '.' | '_' | '-' | '*' | ' ' | ':' | '/' | '(' | ')' | '=' | ','
                )
        })
        && !head.is_empty()
        && head.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
        && body.contains(']');
    indexed.then_some(true)
}

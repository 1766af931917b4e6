//! Configuration that comes to `init` from outside: files of `name = value`, and `-backend-config=k=v` on command lines.

use super::Dialect;
use super::document::{Document, Host, Skip};
use super::read::{Argument, Body, Found, Style, Value};
use super::{line_end, line_start};
use crate::backends;
use crate::text::Span;

/// A document of nothing but arguments, known by their names.
///
/// Several such files may have been dropped at once: then the heading of each parts them.
pub(super) fn files(document: &Document<'_>, body: &Body, index: usize) -> Vec<Found> {
    if body.arguments.len() > 600 || !body.blocks.is_empty() || body.has_stray_brace {
        return Vec::new();
    }
    let headings: Vec<usize> = document
        .skips
        .iter()
        .filter(|(span, kind)| {
            *kind == Skip::Comment
                && super::reading::file_named(document.slice(span.start, span.end)).is_some()
        })
        .map(|(span, _)| span.start)
        .collect();
    let group = |one: &Argument| headings.partition_point(|at| *at < one.name_span.start);
    let groups: Vec<&[Argument]> = body.arguments.chunk_by(|one, next| group(one) == group(next)).collect();
    let is_alone = groups.len() == 1;
    groups.into_iter().filter_map(|arguments| file(document, body, arguments, is_alone, index)).collect()
}

fn file(
    document: &Document<'_>,
    body: &Body,
    arguments: &[Argument],
    is_alone: bool,
    index: usize,
) -> Option<Found> {
    if arguments.len() > 60 {
        return None;
    }
    // A template's own lines may stand among them; prose and scripts may not.
    let is_template = |at: usize| {
        let line = document.slice(at, line_end(document.text, at)).trim();
        line.starts_with(['{', '<', '%', '_', '@']) || line == "..."
    };
    if !body.strays.iter().all(|at| is_template(*at)) {
        return None;
    }
    let has = |name: &str| arguments.iter().any(|one| one.name == name);
    let label = label_of(&has).or_else(|| alone(arguments))?;
    let known = backends::names(label)?;
    let matches =
        arguments.iter().filter(|one| known.iter().any(|argument| argument.name == one.name)).count();
    if matches * 3 < arguments.len() * 2 {
        return None;
    }
    // Variable files hold the same names; lists, objects and foreign names in it say that it is one.
    let foreign = arguments.iter().filter(|one| {
        matches!(one.value, Value::List(_) | Value::Object(_))
            && !known.iter().any(|argument| argument.name == one.name)
    });
    if foreign.count() > 0 {
        return None;
    }
    // A name that no argument comes near is another program's, unless the place of a state is all there.
    let names = || known.iter().map(|one| one.name);
    let is_near = |one: &Argument| super::findings::nearest(&one.name, names()).is_some();
    let is_whole = known.iter().all(|one| !one.is_required || has(one.name));
    if !is_whole && !arguments.iter().all(is_near) {
        return None;
    }
    let first = arguments.first()?.name_span.start;
    let last = arguments.iter().map(|one| one.value_span.end).max()?;
    let span = if document.host == Host::Paste && is_alone {
        let start = if document.raw.starts_with('\u{feff}') { 3 } else { 0 };
        Span::new(start.min(first), document.span.end)
    } else {
        Span::new(line_start(document.text, first).max(document.span.start), last)
    };
    Some(found(label, span, span, arguments.to_vec(), Style::Hcl, index))
}

/// One argument alone that only a backend has.
fn alone(arguments: &[Argument]) -> Option<&'static str> {
    let [one] = arguments else { return None };
    Some(match one.name.as_str() {
        "dynamodb_table" | "use_lockfile" | "workspace_key_prefix" => "s3",
        "bucket" if matches!(one.value, Value::Text(_)) => "s3",
        "storage_account_name" => "azurerm",
        "conn_str" => "pg",
        "lock_address" => "http",
        _ => return None,
    })
}

fn found(
    label: &str,
    span: Span,
    body: Span,
    arguments: Vec<Argument>,
    style: Style,
    document: usize,
) -> Found {
    Found {
        label: label.to_owned(),
        label_span: Span::new(span.start, span.start),
        dialect: Dialect::Partial,
        style,
        span,
        body,
        arguments,
        blocks: Vec::new(),
        enclosed: true,
        closed: true,
        outer: Vec::new(),
        is_reader: false,
        document,
        item: span,
        is_literal: true,
        is_cut: false,
    }
}

/// Every `init` on a command line that is given arguments. `live` is the backend of the blocks beside it.
pub(super) fn command_lines(
    raw: &str,
    is_comment: &dyn Fn(usize) -> bool,
    live: Option<&str>,
    document: usize,
) -> Vec<Found> {
    const FLAG: &[u8] = b"-backend-config";
    let text = raw.as_bytes();
    let mut groups: Vec<(Vec<Argument>, Span)> = Vec::new();
    for at in crate::text::places_of(text, FLAG).take(2000) {
        if is_comment(at) {
            continue;
        }
        let Some(one) = pair(raw, at) else { continue };
        let start = at - usize::from(at > 0 && text.get(at - 1) == Some(&b'-'));
        let start = start - usize::from(start > 0 && matches!(text.get(start - 1), Some(b'"' | b'\'')));
        let mut end = one.value_span.end;
        while matches!(text.get(end), Some(b'"' | b'\''))
            || text.get(end) == Some(&b'\\') && text.get(end + 1) == Some(&b'"')
        {
            end += 1;
        }
        let same = groups.last().is_some_and(|(arguments, span)| {
            let between = raw.get(span.end..start).unwrap_or("\n\n");
            between.len() < 4000
                // Set again on one line it is the same command's, whose last one counts.
                && (!between.contains('\n') || !arguments.iter().any(|other| other.name == one.name))
                && !between.contains("\n\n")
                && !between.split_whitespace().any(|word| matches!(word, "init" | "terraform" | "tofu"))
        });
        match groups.last_mut() {
            Some((arguments, span)) if same => {
                arguments.push(one);
                span.end = end;
            }
            _ => groups.push((vec![one], Span::new(start, end))),
        }
    }
    groups
        .into_iter()
        .filter_map(|(arguments, span)| {
            let has = |name: &str| arguments.iter().any(|one| one.name == name);
            let fits = |label: &&str| {
                backends::names(label).is_some_and(|known| {
                    arguments.iter().all(|one| known.iter().any(|other| other.name == one.name))
                })
            };
            let label = live.filter(fits).or_else(|| label_of(&has)).or_else(|| alone(&arguments))?;
            Some(found(label, span, Span::new(span.end, span.end), arguments, Style::CommandLine, document))
        })
        .collect()
}

/// The `k=v` after a flag.
fn pair(raw: &str, at: usize) -> Option<Argument> {
    let text = raw.as_bytes();
    // The quote may stand around the whole word: "-backend-config=bucket=x".
    let before = at.checked_sub(1).and_then(|before| text.get(before)).copied();
    let before =
        if before == Some(b'-') { at.checked_sub(2).and_then(|b| text.get(b)).copied() } else { before };
    let outer = before.filter(|byte| matches!(byte, b'"' | b'\''));
    let mut from = at + "-backend-config".len();
    match text.get(from) {
        Some(b'=' | b' ') => from += 1,
        Some(b'"' | b'\'') if outer.is_some() => {
            // "-backend-config", "bucket=x": a list of words.
            from += 1;
            while matches!(text.get(from), Some(b',' | b' ' | b'\n' | b'\r' | b'\t')) {
                from += 1;
            }
        }
        _ => return None,
    }
    while text.get(from) == Some(&b' ') {
        from += 1;
    }
    let is_escaped = text.get(from) == Some(&b'\\') && text.get(from + 1) == Some(&b'"');
    from += usize::from(is_escaped);
    let quote = text.get(from).copied().filter(|byte| matches!(byte, b'"' | b'\''));
    from += usize::from(quote.is_some());
    // `TF_CLI_ARGS_init="-backend-config=a=b -backend-config=c=d"`: the quote is around them all.
    let outer = outer.filter(|close| {
        let rest = raw.get(from..line_end(text, from)).unwrap_or("");
        !rest.split(char::from(*close)).next().unwrap_or("").contains(" -backend-config")
    });
    let close = quote.or(outer);
    let line = line_end(text, from);
    let mut end = from;
    let mut depth = 0_u32;
    while end < line {
        let Some(byte) = text.get(end).copied() else { break };
        let is_end = match close {
            Some(close) => byte == close || byte == b'\\' && text.get(end + 1) == Some(&close),
            // `${{ secrets.X }}` and `$(cmd)` hold blanks.
            None => {
                depth == 0
                    && (byte.is_ascii_whitespace()
                        || matches!(byte, b'"' | b'\'' | b'`' | b';' | b'|' | b')' | b'&'))
            }
        };
        if is_end {
            break;
        }
        match byte {
            b'{' | b'(' => depth += 1,
            b'}' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        end += 1;
    }
    let word = raw.get(from..end)?.trim_end_matches('\\').trim_end();
    let end = from + word.len();
    let (name, mut value) = word.split_once('=')?;
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return None;
    }
    let mut value_start = from + name.len() + 1;
    let mut value_end = end;
    // k="v" without quotes around the pair.
    if quote.is_none()
        && outer.is_none()
        && value.is_empty()
        && let Some(inner) = text.get(value_start).copied().filter(|byte| matches!(byte, b'"' | b'\''))
    {
        let stop = memchr::memchr(inner, text.get(value_start + 1..line)?)? + value_start + 1;
        value = raw.get(value_start + 1..stop)?;
        value_start += 1;
        value_end = stop;
    }
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) {
            value = inner;
            value_start += 1;
            value_end -= 1;
        }
    }
    let value = match value {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        value if value.contains(['$', '`']) => Value::Expression(value.to_owned()),
        value => Value::Text(value.to_owned()),
    };
    Some(Argument {
        name: name.to_owned(),
        name_span: Span::new(from, from + name.len()),
        value,
        value_span: Span::new(value_start, value_end.max(value_start)),
    })
}

/// The backend whose arguments these names are.
pub(super) fn label_of(has: &dyn Fn(&str) -> bool) -> Option<&'static str> {
    let any = |names: &[&str]| names.iter().any(|name| has(name));
    Some(
        if any(&["storage_account_name", "container_name", "use_azuread_auth", "sas_token"])
            || has("resource_group_name") && has("key")
        {
            "azurerm"
        } else if has("conn_str") {
            "pg"
        } else if any(&["lock_address", "unlock_address"])
            || has("address")
                && any(&["lock_method", "unlock_method", "username", "password", "retry_wait_min"])
        {
            "http"
        } else if any(&["tablestore_table", "tablestore_endpoint"]) {
            "oss"
        } else if any(&["secret_suffix", "in_cluster_config"]) {
            "kubernetes"
        } else if any(&["secret_id"]) && has("bucket") {
            "cos"
        } else if has("namespace") && has("bucket") || any(&["tenancy_ocid", "user_ocid"]) {
            "oci"
        } else if any(&["dynamodb_table", "use_lockfile", "workspace_key_prefix", "kms_key_id", "lock_table"])
            || has("bucket")
                && any(&["key", "region", "encrypt", "role_arn", "profile", "endpoint", "endpoints"])
            || has("access_key") && has("secret_key")
        {
            "s3"
        } else if has("bucket")
            && any(&["prefix", "credentials", "impersonate_service_account", "encryption_key"])
        {
            "gcs"
        } else if has("path") && any(&["address", "scheme", "access_token"]) {
            "consul"
        } else if has("organization") && any(&["workspaces", "hostname", "token"]) {
            "remote"
        } else {
            return None;
        },
    )
}

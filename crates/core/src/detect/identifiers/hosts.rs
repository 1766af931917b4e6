//! Hosts and addresses of machines.

use super::public::{PUBLIC, is_colour, is_common_user};
use super::{COMPILED, finding, try_at};
use crate::detect::Finding;

/// Last labels of names of hosts, sorted.
pub(super) const ENDS: &[&str] = &[
    "ai", "app", "at", "au", "biz", "br", "ca", "ch", "cloud", "cn", "co", "com", "company", "consul",
    "corp", "cz", "de", "dev", "dk", "es", "eu", "example", "fi", "fr", "home", "in", "info", "internal",
    "intra", "intranet", "invalid", "io", "it", "jp", "lan", "local", "me", "net", "nl", "no", "online",
    "org", "pl", "private", "se", "services", "site", "svc", "systems", "tech", "test", "tv", "uk", "us",
    "xyz",
];

/// The name of a machine, which may hold blanks, without what a flattened block or a sentence puts behind it.
pub(super) fn machine(rest: &str) -> &str {
    let mut end = rest.len();
    for stop in [
        "  ",
        " Version:",
        " Created:",
        " Operation:",
        " Info:",
        " Path:",
        " ID:",
        " since ",
        ", ",
        ". ",
        "; ",
        ") ",
        " - ",
        " (",
    ] {
        if let Some(found) = rest.get(..end).and_then(|rest| rest.find(stop)) {
            end = found;
        }
    }
    let name = rest.get(..end).unwrap_or(rest);
    let name = if name.split(' ').count() > 5 { name.split(' ').next().unwrap_or(name) } else { name };
    name.trim_end_matches(['.', ',', ';', ')', ' ', '`', '\''])
}

/// IP addresses: a dot between digits, a colon between hexadecimal digits.
pub(super) fn addresses(raw: &str, out: &mut Vec<Finding>) {
    let text = raw.as_bytes();
    let is = |at: Option<usize>, class: fn(&u8) -> bool| at.and_then(|at| text.get(at)).is_some_and(class);
    let [Some(ipv4), Some(ipv6)] = [COMPILED.addresses.first(), COMPILED.addresses.get(1)] else { return };
    for (separator, class, widest, form) in [
        (b'.', u8::is_ascii_digit as fn(&u8) -> bool, 3, ipv4),
        (b':', u8::is_ascii_hexdigit as fn(&u8) -> bool, 4, ipv6),
    ] {
        let mut done = 0;
        for at in memchr::memchr_iter(separator, text) {
            if at < done || !is(at.checked_sub(1), class) {
                continue;
            }
            if !(is(Some(at + 1), class) || separator == b':' && text.get(at + 1) == Some(&b':')) {
                continue;
            }
            let mut start = at;
            while at - start <= widest && is(start.checked_sub(1), class) {
                start -= 1;
            }
            // `mysql -h10.1.2.3`: an option stands right before it.
            let back = if text.get(start.saturating_sub(3)..start) == Some(b" -h") { 3 } else { 1 };
            if at - start <= widest
                && let Some(end) = try_at(raw, form, start.saturating_sub(back), out)
            {
                done = end;
            }
        }
    }
}

/// AWS' account ids: twelve digits, where the text around speaks of accounts. Times and orders' numbers have as many.
pub(super) fn accounts(raw: &str, out: &mut Vec<Finding>) {
    const NEAR: [&str; 14] = [
        "account",
        "acct",
        "aws",
        "arn:",
        "owner",
        "konto",
        "conto",
        "compte",
        "cuenta",
        "conta ",
        "アカウント",
        "账号",
        "账户",
        "帐",
    ];
    const OTHERS: [&str; 13] = [
        "ticket", "order", "build", "run", "serial", "invoice", "phone", "job", "size", "bytes", "time",
        "offset", "gener",
    ];
    let text = raw.as_bytes();
    let digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_digit);
    // Every twelfth byte is asked: no run of twelve digits lies between two of them.
    let mut at = 11;
    while at < text.len() {
        if !digit(at) {
            at += 12;
            continue;
        }
        let mut start = at;
        while start > 0 && at - start < 12 && digit(start - 1) {
            start -= 1;
        }
        let mut end = at;
        while digit(end) {
            end += 1;
        }
        at = end + 11;
        let part = |byte: Option<&u8>| {
            byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
        };
        let encoded = start >= 3
            && text.get(start - 3..start).is_some_and(|before| before.eq_ignore_ascii_case(b"%3a"));
        let Some(id) = raw.get(start..end).filter(|id| id.len() == 12) else { continue };
        if !encoded && part(start.checked_sub(1).and_then(|at| text.get(at)))
            || text.get(end) != Some(&b'.') && part(text.get(end))
            || id.bytes().all(|byte| id.as_bytes().first() == Some(&byte))
        {
            continue;
        }
        let lower = |from: usize, to: usize| {
            crate::text::lower(&String::from_utf8_lossy(text.get(from..to.min(text.len())).unwrap_or(b"")))
        };
        let before = lower(start.saturating_sub(160), start);
        let label = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        let label = label.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or("");
        let near = |text: &str| NEAR.iter().any(|word| crate::text::holds(text, word));
        if (near(&before) || near(&lower(end, end + 48)))
            && !OTHERS.iter().any(|word| crate::text::holds(label, word))
        {
            out.push(finding(start, end, "aws-account-id", "ACCOUNT"));
        }
    }
}

/// `anna@mbp-von-anna`: who works where. Packages have versions and branches behind the sign, contexts of Kubernetes
/// are needed.
pub(super) fn logins(raw: &str, out: &mut Vec<Finding>) {
    const BRANCHES: [&str; 12] = [
        "sha", "release", "rc", "beta", "alpha", "next", "canary", "HEAD", "main", "master", "feature", "pr-",
    ];
    let text = raw.as_bytes();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    for at in memchr::memchr_iter(b'@', text) {
        let size =
            text.get(at.saturating_sub(40)..at).unwrap_or(b"").iter().rev().take_while(|byte| is_part(byte));
        let start = at - size.count();
        let rest = text.get(at + 1..).unwrap_or(b"");
        let size =
            rest.iter().take(64).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
        let end = at + 1 + size;
        let (Some(user), Some(host)) = (raw.get(start..at), raw.get(at + 1..end)) else { continue };
        let before = start.checked_sub(1).and_then(|at| text.get(at));
        let opens = before.is_none_or(|byte| {
            byte.is_ascii_whitespace() || *byte >= 0x80 || b"\"'`([{<,;|*>=".contains(byte)
        });
        let closes = match text.get(end) {
            Some(b'.') => !text.get(end + 1).is_some_and(u8::is_ascii_alphanumeric),
            Some(byte) => !matches!(byte, b'/' | b'@' | b'_' | b'(' | b'$' | b'%'),
            None => true,
        };
        let named = host.starts_with(|c: char| c.is_ascii_alphabetic())
            && host.bytes().any(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || byte == b'-');
        let version =
            host.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if !opens
            || !closes
            || !named
            || version
            || !(3..=63).contains(&host.len())
            || !user.starts_with(|c: char| c.is_ascii_alphabetic())
            || BRANCHES.iter().any(|head| host.starts_with(head))
        {
            continue;
        }
        let line = text.get(start.saturating_sub(60)..start).unwrap_or(b"");
        let line = memchr::memrchr(b'\n', line).and_then(|newline| line.get(newline..)).unwrap_or(line);
        if crate::text::find_bytes(line, b"context").is_some() {
            continue;
        }
        if !is_common_user(user, "") {
            out.push(finding(start, at, "user", "USER"));
        }
        out.push(finding(at + 1, end, "host", "HOST"));
    }
}

/// Names of hosts: labels joined by dots, of which one that is not the first ends such names.
pub(super) fn hosts(raw: &str, out: &mut Vec<Finding>) {
    let text = raw.as_bytes();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    let mut done = 0;
    for dot in memchr::memchr_iter(b'.', text) {
        if dot < done {
            continue;
        }
        let mut start = dot;
        while start > done && text.get(start - 1).is_some_and(is_part) {
            start -= 1;
        }
        let mut end = dot;
        while text.get(end).is_some_and(is_part) {
            end += 1;
        }
        done = end;
        // `-hdb.example.com`: the option stands right before it.
        if text.get(start..start + 2) == Some(b"-h") && start > 0 && text.get(start - 1) == Some(&b' ') {
            start += 2;
        }
        // `*.corp.example`: all of a domain's hosts.
        if text.get(start) == Some(&b'.') && start > 0 && text.get(start - 1) == Some(&b'*') {
            start += 1;
        }
        // A word before, or a path, says that it is no host; after `//` and `@` one begins.
        let before = start.checked_sub(1).and_then(|at| text.get(at));
        let after_slashes = start >= 2
            && (matches!(text.get(start - 2..start), Some(b"//" | b"\\\\"))
                // JSON of PHP.
                || text.get(start.saturating_sub(4)..start) == Some(b"\\/\\/"));
        // The principal of Kerberos: `host/db.example.com`.
        let principal = raw.get(start.saturating_sub(6)..start).is_some_and(|head| {
            [" host/", "\"host/", " HTTP/", " ldap/", "/host/", "QLSvc/"]
                .iter()
                .any(|word| head.ends_with(word))
        });
        if matches!(before, Some(b'_' | b'/' | b'\\' | b'$')) && !after_slashes && !principal {
            continue;
        }
        if text.get(end) == Some(&b'_') {
            end = text
                .get(start..end)
                .and_then(|run| memchr::memrchr(b'.', run))
                .map_or(start, |at| start + at);
        }
        if let Some(stop) = host_end(raw, start, end)
            && let Some(host) = raw.get(start..stop)
            && !is_public(raw, host, start, stop)
        {
            out.push(finding(start, stop, "host", "HOST"));
        }
    }
}

/// Where the longest name of a host ends that begins at `start`.
fn host_end(raw: &str, start: usize, end: usize) -> Option<usize> {
    let mut stop = None;
    let mut at = start;
    for (index, label) in raw.get(start..end)?.split('.').take(9).enumerate() {
        if label.is_empty() || label.len() > 63 || label.starts_with('-') || label.ends_with('-') {
            break;
        }
        at += label.len();
        if index > 0 && ENDS.binary_search(&label).is_ok() {
            stop = Some(at);
        }
        at += 1;
    }
    stop
}

/// `mx1.corp.net[10.1.2.3]`, as mail servers say who they speak to.
fn is_address(text: &[u8], at: usize) -> bool {
    let rest = text.get(at..).unwrap_or(b"").iter();
    rest.take_while(|byte| byte.is_ascii_digit() || **byte == b'.').filter(|byte| **byte == b'.').count() == 3
}

/// `v1beta1`, `v2alpha1/`: a version of an interface that Kubernetes' kinds have, and nothing else.
fn is_unfinished_version(rest: &[u8]) -> bool {
    let digits =
        |at: usize| rest.get(at..).unwrap_or(b"").iter().take_while(|byte| byte.is_ascii_digit()).count();
    let word = 1 + digits(1);
    rest.first() == Some(&b'v')
        && word > 1
        && [&b"alpha"[..], b"beta"].iter().any(|kind| {
            let number = word + kind.len();
            rest.get(word..number) == Some(kind)
                && digits(number) > 0
                && !rest.get(number + digits(number)).is_some_and(u8::is_ascii_alphanumeric)
        })
}

/// File names, attributes, methods and known hosts have dots too.
fn is_public(raw: &str, host: &str, start: usize, end: usize) -> bool {
    let lower = host.to_ascii_lowercase();
    if PUBLIC
        .iter()
        .any(|known| lower == *known || lower.strip_suffix(known).is_some_and(|rest| rest.ends_with('.')))
    {
        return true;
    }
    let bytes = raw.as_bytes();
    let before = start.checked_sub(1).and_then(|at| bytes.get(at)).copied();
    let after = bytes.get(end).copied();
    let last = lower.rsplit('.').next().unwrap_or("");
    let labels = lower.split('.').count();
    let in_url = raw
        .get(..start)
        .is_some_and(|head| head.ends_with("//") || head.ends_with("\\/") || head.ends_with('@'));
    // `module.vpc.private`, `aws_s3_bucket.logs.id`, `var.app`, `.terraform.d`.
    let code_head = [
        "module",
        "var",
        "local",
        "data",
        "each",
        "self",
        "path",
        "aws",
        "dependency",
        "include",
        "values",
        "process",
        "os",
        "config",
        "app",
        "this",
        "spec",
        "metadata",
        "status",
        "spring",
        "provider",
        "resource",
        "output",
        "terraform",
        "null",
        "random",
        "tls",
        "req",
        "res",
        "err",
        // Names of packages and bundles begin with the end of a host's name.
        "com",
        "io",
        "org",
        "net",
        "de",
    ]
    .contains(&lower.split('.').next().unwrap_or(""));
    // `apiVersion: external-secrets.io/v1`, `upbound.io/v1beta1`: a group of Kubernetes' kinds.
    if after == Some(b'/')
        && (is_unfinished_version(bytes.get(end + 1..).unwrap_or(b""))
            || raw.get(..start).is_some_and(|head| {
                let head = head.trim_end_matches(['"', '\'', ' ', ':', '\\']);
                head.ends_with("apiVersion") || head.ends_with("API Version")
            }))
    {
        return true;
    }
    if !in_url
        && (code_head
            || matches!(before, Some(b'$' | b'{'))
            || before == Some(b'[') && !(matches!(after, Some(b']' | b':' | b',')) && labels >= 3)
            || matches!(after, Some(b'(' | b'=' | b'{'))
            || after == Some(b'[')
                && !is_colour(bytes.get(end + 1..).unwrap_or(b""))
                && !is_address(bytes, end + 1))
    {
        return true;
    }
    // Words that end a host's name and an attribute's alike.
    let ambiguous = matches!(
        last,
        "local"
            | "private"
            | "internal"
            | "in"
            | "at"
            | "it"
            | "no"
            | "me"
            | "test"
            | "home"
            | "app"
            | "info"
            | "company"
            | "services"
            | "is"
            | "so"
            | "tv"
            | "es"
            | "us"
            | "io"
            | "co"
            | "ai"
            | "invalid"
            | "example"
            | "svc"
            | "online"
            | "site"
            | "cloud"
            | "name"
    );
    // `software.amazon.awssdk.services.s3`: what goes on behind such a word is a name of code.
    if !in_url
        && ambiguous
        && after == Some(b'.')
        && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric)
        && !matches!(last, "internal" | "local" | "corp")
    {
        return true;
    }
    if !in_url
        && ambiguous
        && (labels < 3 && !matches!(last, "internal" | "local" | "io" | "ai" | "cloud") || last == "example")
    {
        return true;
    }
    if lower.ends_with(".example") || lower.ends_with(".invalid") && !in_url {
        return true;
    }
    if !in_url && labels == 2 && matches!(last, "sh" | "rs" | "py" | "tf" | "go") {
        return true;
    }
    false
}

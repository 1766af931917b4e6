//! Secrets known by the object that holds them: Terraform resources, sensitive marks of states and plans, Kubernetes
//! secrets, JSON web keys, cloud-init's passwords, Ansible's vault.

use super::assignments::{self, judge};
use super::containers;
use super::marks::Marks;
use super::names::{self, Said, Strength};
use super::values::{self, Value};
use super::{Finder, Found};

const VALUE: Said = Said { strength: Strength::Strong, kind: "SENSITIVE_VALUE" };

/// Resource types, and those of their attributes whose names do not say that they are secret.
///
/// Source: facts/redaction.md 3.1 of this project; the providers' documentation.
const TYPES: &[(&str, &[&str])] = &[
    ("random_password", &["result"]),
    // Of the same, where only its attributes are shown.
    ("override_special", &["result"]),
    ("RandomPassword", &["result"]),
    ("aws_ssm_parameter", &["value"]),
    ("aws_secretsmanager_secret_version", &["secret_string", "secret_binary"]),
    ("aws_api_gateway_api_key", &["value"]),
    ("aws_appsync_api_key", &["key"]),
    ("aws_lightsail_key_pair", &["private_key"]),
    ("aws_ecr_authorization_token", &["authorization_token"]),
    ("azurerm_key_vault_secret", &["value"]),
    ("azurerm_key_vault_certificate", &["contents"]),
    ("azuread_application_password", &["value"]),
    ("azuread_service_principal_password", &["value"]),
    ("azurerm_storage_account_sas", &["sas"]),
    ("azurerm_automation_variable_string", &["value"]),
    ("azurerm_search_service", &["key"]),
    ("google_secret_manager_secret_version", &["secret_data"]),
    ("google_storage_hmac_key", &["secret"]),
    ("google_apikeys_key", &["key_string"]),
    ("google_redis_instance", &["auth_string"]),
    ("github_actions_secret", &["plaintext_value", "value"]),
    ("github_actions_organization_secret", &["plaintext_value", "value"]),
    ("github_actions_environment_secret", &["plaintext_value", "value"]),
    ("github_dependabot_secret", &["plaintext_value", "value"]),
    ("gitlab_project_variable", &["value"]),
    ("gitlab_group_variable", &["value"]),
    ("circleci_environment_variable", &["value"]),
    ("circleci_context_environment_variable", &["value"]),
    ("netlify_environment_variable", &["value"]),
    ("vercel_project_environment_variable", &["value"]),
    ("doppler_secret", &["value"]),
    ("cloudflare_worker_secret", &["secret_text"]),
    ("cloudflare_api_token", &["value"]),
    ("consul_acl_token_secret_id", &["secret_id"]),
    ("tfe_team_token", &["token"]),
    ("grafana_service_account_token", &["key"]),
    ("vault_generic_secret", &["data_json", "data"]),
    ("vault_kv_secret", &["data_json", "data"]),
    ("vault_kv_secret_v2", &["data_json", "data"]),
    ("kubernetes_secret", &["data", "binary_data"]),
    ("kubernetes_secret_v1", &["data", "binary_data"]),
    ("bitwarden_secret", &["value"]),
    ("hcp_vault_secrets_secret", &["secret_value"]),
    ("hcp_vault_secrets_app", &["secrets"]),
    ("aiven_service", &["service_uri", "service_password"]),
];

/// The literals that the other detectors of this file look for.
const MARKS: [&str; 6] = ["SecureString", "sensitive", "kind", "\"kty\"", "chpasswd", "$ANSIBLE_VAULT;"];

/// Every literal that these detectors look for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    MARKS.into_iter().chain(TYPES.iter().map(|(name, _)| *name))
}

/// Attributes of resources whose type says that they are secret.
pub(super) fn typed(finder: &mut Finder<'_>, marks: &Marks) {
    let mut done = (0, "");
    for (start, name, attributes) in TYPES
        .iter()
        .flat_map(|(name, attributes)| marks.place(name).map(move |start| (start, *name, *attributes)))
    {
        let hit_end = start + name.len();
        // What an object holds was read with it.
        if name == done.1 && start < done.0 {
            continue;
        }
        let Some(end) = object(finder.bytes, start, hit_end) else { continue };
        done = (end, name);
        // A parameter of Systems Manager says of itself that it is a plain one.
        if name.starts_with("aws_ssm_parameter")
            && finder.text.get(hit_end..end).is_some_and(|body| {
                ["\"type\":\"String\"", "\"type\": \"String\"", "= \"String\""]
                    .iter()
                    .any(|plain| body.contains(plain))
            })
        {
            continue;
        }
        for attribute in attributes {
            named(finder, hit_end, end, attribute, VALUE);
        }
    }
}

/// `"Type": "SecureString", "Value": "x"`, as AWS prints parameters.
pub(super) fn parameters(finder: &mut Finder<'_>, marks: &Marks) {
    for (count, here) in marks.place("SecureString").enumerate() {
        let text = finder.bytes;
        let back = here.saturating_sub(600);
        let quote =
            text.get(back..here).and_then(|head| memchr::memrchr(b'"', head)).map_or(here, |at| back + at);
        let from = values::enclosing(text, quote, back).unwrap_or(back);
        // Many parameters are short ones.
        let ahead = text.len().min(here + if count < 2_000 { 4_000 } else { 600 });
        let to = values::closing(text, from, ahead).unwrap_or(ahead).max(here);
        named(finder, from, to, "Value", VALUE);
    }
}

/// Where the object ends in which a resource's type stands at `start..end`.
fn object(text: &[u8], start: usize, end: usize) -> Option<usize> {
    let name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-' | b'[' | b']');
    let mut from = start;
    while from > 0 && start - from < 200 && text.get(from - 1).is_some_and(name) {
        from -= 1;
    }
    // `# random_password.main`, as a plan heads what it changes; only that may have been pasted.
    if text.get(values::line_start(text, from)..from).is_some_and(|head| head.trim_ascii() == b"#") {
        let limit = text.len().min(end + 1200);
        let body = text.get(end..limit)?;
        // The next resource has a heading of its own.
        let stops =
            [&b"\n\n"[..], b"\n  # "].into_iter().filter_map(|mark| crate::text::find_bytes(body, mark));
        return Some(end + stops.min().unwrap_or(body.len()));
    }
    if !matches!(text.get(from.checked_sub(1)?), Some(b'"' | b' ' | b':')) {
        return None;
    }
    let limit = text.len().min(end + 16_384);
    let head = text.get(end..limit.min(end + 160))?;
    // `+ random:index:RandomPassword  pw  created`, as Pulumi tells it, with the members below.
    if text.get(from - 1) == Some(&b':') {
        return Some(limit.min(end + 600));
    }
    let line = head.get(..memchr::memchr(b'\n', head).unwrap_or(head.len()))?;
    // `resource "type" "name" {`
    let block = line.first().is_some_and(|byte| matches!(byte, b'"' | b'\\'))
        && line.trim_ascii_end().ends_with(b"{");
    if text.get(from - 1) == Some(&b' ') {
        return None;
    }
    let mut depth = 0_i32;
    for (offset, byte) in text.get(end..limit)?.iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth < 0 || block && depth == 0 {
                    return Some(end + offset);
                }
            }
            _ => {}
        }
    }
    Some(limit)
}

/// Takes the values of one attribute between `from` and `to`; of a map every member.
fn named(finder: &mut Finder<'_>, from: usize, to: usize, attribute: &str, said: Said) {
    let mut at = from;
    while let Some(found) =
        finder.bytes.get(at..to).and_then(|rest| crate::text::find_bytes(rest, attribute.as_bytes()))
    {
        let start = at + found;
        at = start + attribute.len();
        let word = |byte: Option<&u8>| {
            byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
        };
        if word(start.checked_sub(1).and_then(|at| finder.bytes.get(at))) || word(finder.bytes.get(at)) {
            continue;
        }
        let open = values::after_name(finder.bytes, at);
        if finder.bytes.get(open) == Some(&b'{') {
            containers::entries(finder, said, open);
        } else if finder.text.get(at.saturating_sub(attribute.len() + 1)..at).is_some() {
            assignments::value_of(finder, attribute, said, start, at);
        }
    }
}

/// Names that a plan or state marks as sensitive: `"sensitive_values": {"result": true}`, `sensitive_attributes`.
pub(super) fn sensitive_trees(finder: &mut Finder<'_>, marks: &Marks) {
    let mut trees = 0;
    for here in marks.place("sensitive") {
        let tail = finder.bytes.get(here..finder.bytes.len().min(here + 2000)).unwrap_or(b"");
        let tree = ["sensitive_values", "sensitive_attributes", "sensitive"]
            .iter()
            .find(|word| tail.starts_with(word.as_bytes()))
            .map_or(9, |word| word.len());
        let mut open = tree;
        while matches!(tail.get(open), Some(b'"' | b'\\' | b' ' | b':' | b'\n')) {
            open += 1;
        }
        let mut names: Vec<String> = Vec::new();
        match tail.get(open) {
            Some(b'{') => {
                // `"name": true` at any depth of the tree.
                let mut depth = 0_i32;
                let mut end = open;
                while let Some(byte) = tail.get(end) {
                    match byte {
                        b'{' => depth += 1,
                        b'}' => depth -= 1,
                        _ => {}
                    }
                    end += 1;
                    if depth == 0 {
                        break;
                    }
                }
                let body = String::from_utf8_lossy(tail.get(open..end).unwrap_or(b""))
                    .replace(['\\', ' ', '\n'], "");
                for part in body.split(',') {
                    if let Some(name) = part.trim_end_matches('}').strip_suffix("\":true") {
                        names.extend(name.rsplit('"').next().map(str::to_owned));
                    }
                }
            }
            Some(b'[') => {
                let close = crate::text::find_bytes(tail, b"]]").unwrap_or(open);
                let body = String::from_utf8_lossy(tail.get(open..close).unwrap_or(b""))
                    .replace(['\\', ' ', '\n'], "");
                // Of each path the last name: what stands before it is only the way.
                for path in body.split("],[") {
                    let last = path.rsplit_once("\"value\":\"").and_then(|(_, part)| part.split('"').next());
                    names.extend(last.map(str::to_owned));
                }
            }
            _ => {}
        }
        names.retain(|name| name.len() >= 2 && name.len() < 60);
        names.truncate(40);
        if names.is_empty() {
            continue;
        }
        // Many small trees have their objects near.
        trees += 1;
        let mut from = here.saturating_sub(if trees < 500 { 12_000 } else { 1_500 });
        while !finder.text.is_char_boundary(from) {
            from += 1;
        }
        // Not beyond the object's own beginning.
        let start = finder
            .text
            .get(from..here)
            .and_then(|before| before.rfind("\"address\"").or_else(|| before.rfind("\"instances\"")))
            .map_or(from, |found| from + found);
        for name in names {
            named(finder, start, here, &name, VALUE);
        }
    }
}

/// `kind: Secret`: whatever stands below `data` and `stringData`.
pub(super) fn kubernetes(finder: &mut Finder<'_>, marks: &Marks) {
    let mut done = 0;
    for here in marks.place("kind") {
        let at = here + 4;
        if here < done {
            continue;
        }
        let rest = finder.text.get(at..).unwrap_or("").trim_start_matches(['"', '\'', '\\', ' ', ':']);
        let kind = rest.get(..rest.bytes().take_while(u8::is_ascii_alphanumeric).count()).unwrap_or("");
        // Drone writes it small. What writes Secrets has a kind of its own: `SopsSecret`.
        let small = kind == "secret" && matches!(rest.as_bytes().get(6), Some(b'\n' | b'"' | b'\''));
        let writes = kind.len() > 6 && kind.ends_with("Secret");
        if kind != "Secret" && !small && !writes {
            continue;
        }
        let mut from = here.saturating_sub(8000);
        while !finder.text.is_char_boundary(from) {
            from += 1;
        }
        let mut to = (here + 65_536).min(finder.text.len());
        while !finder.text.is_char_boundary(to) {
            to -= 1;
        }
        // A log's line of JSON ends with its object.
        let (line, stop) = (values::line_start(finder.bytes, here), values::line_end(finder.bytes, here));
        let is_whole = finder.text.get(line..stop).is_some_and(|line| {
            line.starts_with('{')
                && line.trim_end().ends_with('}')
                && finder.bytes.get(here - 1) == Some(&b'"')
        });
        let (from, to) = if is_whole { (from.max(line), to.min(stop)) } else { (from, to) };
        let from = finder
            .text
            .get(from..here)
            .and_then(|before| before.rfind("\n---"))
            .map_or(from, |found| from + found);
        let to =
            finder.text.get(here..to).and_then(|after| after.find("\n---")).map_or(to, |found| here + found);
        if !writes || kind == "SopsSecret" {
            secret_data(finder, from, to, "data");
            done = to;
        }
        secret_data(finder, from, to, "stringData");
    }
}

fn secret_data(finder: &mut Finder<'_>, from: usize, to: usize, word: &str) {
    let mut at = from;
    while let Some(found) = finder.text.get(at..to).and_then(|rest| rest.find(word)) {
        let start = at + found;
        at = start + word.len();
        if start > 0
            && finder
                .bytes
                .get(start - 1)
                .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
        {
            continue;
        }
        let rest = finder.bytes.get(at..to).unwrap_or(b"");
        let skipped = rest.iter().take_while(|byte| matches!(byte, b'"' | b'\\' | b' ' | b':')).count();
        match rest.get(skipped) {
            Some(b'{') => containers::entries(finder, VALUE, at + skipped),
            Some(b'\n' | b'\r') if rest.first() == Some(&b':') => yaml_members(finder, start, at, to),
            Some(_) if rest.starts_with(b": ") && start == values::line_start(finder.bytes, start) => {
                let value = values::unquoted(finder.bytes, at + skipped, values::Until::Blank);
                if finder.text.get(value.start..value.end).is_some_and(values::is_tokenish) {
                    assignments::judge(finder, "data", VALUE, value);
                }
            }
            _ => {}
        }
    }
}

/// The lines `key: value` below a YAML key.
fn yaml_members(finder: &mut Finder<'_>, key: usize, after: usize, to: usize) {
    let own = key - values::line_start(finder.bytes, key);
    let mut at = values::line_end(finder.bytes, after) + 1;
    let mut inner = None;
    while at < to {
        let stop = values::line_end(finder.bytes, at).min(to);
        let Some(line) = finder.text.get(at..stop) else { return };
        let lead = line.len() - line.trim_start().len();
        if line.trim().is_empty() {
            at = stop + 1;
            continue;
        }
        if lead <= own {
            return;
        }
        let first = *inner.get_or_insert(lead);
        if lead == first
            && let Some((name, value)) = line.trim_start().split_once(':')
            && value.starts_with([' ', '\t'])
            && !value.trim().is_empty()
        {
            let start = at + lead;
            if !names::is_public_entry(name.trim_matches(['"', '\''])) {
                assignments::value_of(finder, "member_value", VALUE, start, start + name.len());
            }
        } else if lead == first && !line.trim_end().ends_with(':') {
            return;
        }
        at = stop + 1;
    }
}

/// The private numbers of a JSON web key.
pub(super) fn web_keys(finder: &mut Finder<'_>, marks: &Marks) {
    let mut done = 0;
    for here in marks.place("\"kty\"") {
        if here < done {
            continue;
        }
        let open = finder
            .bytes
            .get(here.saturating_sub(4000)..here)
            .and_then(|before| memchr::memrchr(b'{', before).map(|found| here.saturating_sub(4000) + found))
            .unwrap_or(here);
        let close = finder
            .bytes
            .get(here..finder.bytes.len().min(here + 6000))
            .and_then(|after| memchr::memchr(b'}', after))
            .map_or((here + 6000).min(finder.bytes.len()), |found| here + found);
        done = close;
        for name in ["\"d\"", "\"p\"", "\"q\"", "\"dp\"", "\"dq\"", "\"qi\"", "\"k\""] {
            let Some(found) =
                finder.bytes.get(open..close).and_then(|body| crate::text::find_bytes(body, name.as_bytes()))
            else {
                continue;
            };
            let from = open + found + name.len();
            let colon = values::blanks(finder.bytes, from);
            let quote = values::blanks(finder.bytes, colon + 1);
            if finder.bytes.get(colon) == Some(&b':')
                && let Some(value) = values::quoted(finder.bytes, quote)
                && value.end - value.start >= 16
            {
                finder.keep(value, "json-web-key", "PRIVATE_KEY", true);
            }
        }
    }
}

/// `chpasswd: list: |` and `user:password` lines; `chpasswd <<EOF`.
pub(super) fn user_lists(finder: &mut Finder<'_>, marks: &Marks) {
    for found in marks.place("chpasswd") {
        let mut line = values::line_end(finder.bytes, found) + 1;
        let at = found + 8;
        let heredoc =
            finder.text.get(at..line.min(finder.text.len())).is_some_and(|rest| rest.contains("<<"));
        let colon = finder.bytes.get(at) == Some(&b':');
        if !heredoc && !colon {
            continue;
        }
        for _ in 0..40 {
            if line >= finder.text.len() {
                break;
            }
            let stop = values::line_end(finder.bytes, line);
            let Some(body) = finder.text.get(line..stop) else { break };
            let lead = body.len() - body.trim_start().len();
            let trimmed = body.trim_start().trim_start_matches("- ").trim_end();
            if colon && lead == 0 && !trimmed.is_empty() || heredoc && !trimmed.contains(':') {
                break;
            }
            let from = stop - (body.len() - body.len().min(body.find(trimmed).unwrap_or(0)));
            if let Some((user, password)) = trimmed.trim_matches(['"', '\'']).split_once(':')
                && !user.is_empty()
                && user.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
                && !password.is_empty()
                && !password.starts_with(' ')
            {
                let quote = usize::from(trimmed.starts_with(['"', '\'']));
                let start = from + quote + user.len() + 1;
                let value = Value { start, end: start + password.len(), after: stop, quoted: true };
                judge(finder, "password", Said { strength: Strength::Strong, kind: "PASSWORD" }, value);
            }
            line = stop + 1;
        }
    }
}

/// `chpasswd: {list: ["root:x"]}`
pub(super) fn user_strings(finder: &mut Finder<'_>, marks: &Marks) {
    for found in marks.place("chpasswd") {
        let stop = values::line_end(finder.bytes, found).min(found + 400);
        let Some(open) = finder.bytes.get(found..stop).and_then(|rest| memchr::memchr(b'[', rest)) else {
            continue;
        };
        let mut at = found + open + 1;
        while at < stop {
            let Some(value) = values::quoted(finder.bytes, at) else {
                at += 1;
                continue;
            };
            if let Some((user, password)) =
                finder.text.get(value.start..value.end).and_then(|body| body.split_once(':'))
                && !user.contains(' ')
            {
                finder.add_literal(value.end - password.len(), value.end, "user-password", "PASSWORD");
            }
            at = value.after.max(at + 1);
        }
    }
}

/// The lines of hexadecimal digits under `$ANSIBLE_VAULT;1.1;AES256`.
pub(super) fn ansible_vault(finder: &mut Finder<'_>, marks: &Marks) {
    for found in marks.place("$ANSIBLE_VAULT;") {
        let mut line = values::line_end(finder.bytes, found) + 1;
        for _ in 0..2000 {
            let stop = values::line_end(finder.bytes, line.min(finder.bytes.len()));
            let Some(body) = finder.text.get(line..stop) else { break };
            let hex = body.trim();
            if hex.len() < 2 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                break;
            }
            let lead = body.find(hex).unwrap_or(0);
            finder.add(Found {
                start: line + lead,
                end: line + lead + hex.len(),
                rule: "ansible-vault",
                placeholder: "VAULT_DATA",
                certain: true,
            });
            line = stop + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn kinds_that_write_secrets_hold_them_and_hide_none_behind_them() {
        assert_eq!(
            hidden(
                "kind: SopsSecret\nspec:\n  secretTemplates:\n    - name: a\n      stringData:\n        x: kite lamp\n"
            ),
            ["kite lamp"]
        );
        assert_eq!(hidden("kind: \"secret\"\ndata:\n  extra: \"a2l0ZSBsYW1w\"\n"), ["a2l0ZSBsYW1w"]);
        // One list, without a line between its items.
        assert_eq!(
            hidden(
                "items:\n- kind: ExternalSecret\n  spec:\n    data: []\n- kind: Secret\n  data:\n    x: a2l0ZSBsYW1w\n"
            ),
            ["a2l0ZSBsYW1w"]
        );
        assert_eq!(
            hidden("kind: ExternalSecret\nspec:\n  data:\n  - remoteRef:\n      key: prod/db\n"),
            [""; 0]
        );
    }
}

//! Values that tell who and where: accounts, projects, buckets, hosts, users, addresses. The shape around them stays.
//!
//! Source: facts/redaction.md 4 and 5 of this project.

mod again;
mod forms;
mod hosts;
mod public;

use crate::detect::everywhere::MOST_VALUES;
use crate::detect::marks::{Kind, Marks};
use crate::detect::pattern::Pattern;
use crate::detect::{Class, Confidence, Finding, Options};
use crate::text::Span;
pub(crate) use again::is_distinct;
use again::{again, everywhere};
use forms::{ADDRESSES, FORMS, Form};
use hosts::{accounts, addresses, hosts, logins, machine};
use public::is_private;
use std::sync::LazyLock;

struct Compiled {
    form: &'static Form,
    pattern: Pattern,
}

struct Forms {
    compiled: Vec<Compiled>,
    /// Each literal of the search with its form, and how far before it the form may begin.
    marks: Vec<(String, usize, usize)>,
    addresses: Vec<Compiled>,
}

static COMPILED: LazyLock<Forms> = LazyLock::new(|| {
    let compiled = |form: &'static Form| Pattern::new(form.pattern).map(|pattern| Compiled { form, pattern });
    let forms: Vec<Compiled> = FORMS.iter().filter_map(compiled).collect();
    let marks = forms
        .iter()
        .enumerate()
        .flat_map(|(index, one)| {
            one.pattern.marks().into_iter().map(move |(literal, reach)| (literal, index, reach))
        })
        .collect();
    Forms { compiled: forms, marks, addresses: ADDRESSES.iter().filter_map(compiled).collect() }
});

/// The literals that stand in forms, for the search over the text.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    COMPILED.marks.iter().map(|(literal, ..)| literal.as_str())
}

pub(super) fn find(raw: &str, marks: &Marks, options: &Options, notes: &mut Vec<String>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for word in &options.hide_words {
        everywhere(raw, word, |start, end| out.push(finding(start, end, "added-by-user", "WORD")));
    }
    let text = raw.as_bytes();
    let mut done: Vec<usize> = vec![0; COMPILED.compiled.len()];
    for hit in marks.all(Kind::Identifier) {
        let Some((_, index, reach)) = COMPILED.marks.get(hit.index) else { continue };
        let (Some(form), Some(done)) = (COMPILED.compiled.get(*index), done.get_mut(*index)) else {
            continue;
        };
        if hit.end <= *done {
            continue;
        }
        let first = hit.start.saturating_sub((*reach).min(FARTHEST)).max(*done);
        let line = text.get(first..hit.start).and_then(|before| memchr::memrchr(b'\n', before));
        let first = line.map_or(first, |newline| first + newline);
        if let Some(end) = (first..=hit.start).find_map(|start| try_at(raw, form, start, &mut out)) {
            *done = end;
        }
    }
    addresses(raw, &mut out);
    hosts(raw, &mut out);
    accounts(raw, &mut out);
    logins(raw, &mut out);
    again(raw, out, MOST_VALUES, notes)
}

/// Bytes before its literal at which a form may begin.
const FARTHEST: usize = 256;

fn finding(start: usize, end: usize, rule: &'static str, placeholder: &'static str) -> Finding {
    let span = Span::new(start, end);
    Finding { span, rule, class: Class::Identifier, placeholder, confidence: Confidence::Likely }
}

/// Tries a form at one place; where it matches, adds what is an identifier, and gives where to go on.
fn try_at(raw: &str, one: &Compiled, start: usize, out: &mut Vec<Finding>) -> Option<usize> {
    let (_, mut from, mut to) = one.pattern.at(raw.as_bytes(), start)?;
    while !raw.is_char_boundary(to) {
        to -= 1;
    }
    let value = raw.get(from..to)?;
    // As far back as the name of an owner and its host reach.
    let mut near = from.saturating_sub(48);
    while !raw.is_char_boundary(near) {
        near += 1;
    }
    let before = raw.get(near..from).unwrap_or("");
    let form = one.form;
    // CIDRs of private networks tell nothing; what follows decides.
    // A path after the slash makes it a host.
    let is_network = form.rule == "ipv4"
        && raw.as_bytes().get(to) == Some(&b'/')
        && raw.as_bytes().get(to + 1).is_some_and(u8::is_ascii_digit)
        && is_private(value)
        && !is_of_machine(value, raw.get(to + 1..).unwrap_or(""));
    if !is_network && !form.refuse.is_some_and(|refuse| refuse(value, before)) {
        if form.rule == "lock-who" {
            if form.placeholder == "HOST" {
                to = from + machine(value).len();
            } else if value.matches(' ').count() > 2 {
                // A sentence, of which the last word is the user.
                from += value.rfind(' ').map_or(0, |at| at + 1);
            }
        }
        if from < to {
            out.push(finding(from, to, form.rule, form.placeholder));
        }
    }
    Some(to.max(start + 1))
}

/// Whether an address before `/24` is that of a machine in such a network, and not the network's own.
fn is_of_machine(address: &str, rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let Some(length) = rest.get(..digits).and_then(|digits| digits.parse::<u32>().ok()) else { return false };
    let bits = address.split('.').try_fold(0_u32, |bits, part| Some(bits << 8 | part.parse::<u32>().ok()?));
    // Whoever writes `10.1.2.0/16` means a network; `10.8.0.1/24` stands in everybody's guide to a VPN.
    !address.starts_with("10.8.0.")
        && (8..32).contains(&length)
        && bits.is_some_and(|bits| bits & 0xff != 0 && bits << length != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_compiles_and_has_a_literal() {
        assert_eq!(COMPILED.compiled.len(), FORMS.len());
        assert_eq!(COMPILED.addresses.len(), ADDRESSES.len());
        for one in &COMPILED.compiled {
            let marks = one.pattern.marks();
            assert!(!marks.is_empty(), "{}: {}", one.form.rule, one.form.pattern);
            // A blank stands everywhere, and each would be asked.
            assert!(
                marks.iter().all(|(literal, _)| !literal.trim().is_empty()),
                "{}: {}",
                one.form.rule,
                one.form.pattern
            );
        }
    }

    fn named(raw: &str) -> Vec<&str> {
        let options = Options::default();
        crate::detect::detect(raw, &options).findings.iter().map(|one| one.span.of(raw)).collect()
    }

    #[test]
    fn accounts_and_machines_are_told_from_numbers_and_versions() {
        for (text, hidden) in [
            ("Which account? 210987654321?\n", vec!["210987654321"]),
            ("| aws | prod | 210987654321 |\n", vec!["210987654321"]),
            ("locked by anna@mbp-von-anna.\n", vec!["anna", "mbp-von-anna"]),
            ("state of kite-tfstate-prod is locked\n", vec!["kite-tfstate-prod"]),
            ("aws ticket 210987654321\norder_id=210987654321\n", vec![]),
            ("size 210987654321\n", vec![]),
            ("apiVersion: external-secrets.io/v1beta1\nserver: api.kite.io/v1\n", vec!["api.kite.io"]),
            ("https://github.com/kite-lamp/live/pull/7\n", vec!["kite-lamp"]),
            (
                "https://github.com/hashicorp/terraform/issues/7 https://github.com/terraform-linters/x/\n",
                vec![],
            ),
            ("IP 10.1.2.3.51822 > 10.1.2.4.443: Flags [P.]\n", vec!["10.1.2.3", "10.1.2.4"]),
            ("relay=mx1.kite.io[89.126.240.121]:25\n", vec!["mx1.kite.io", "89.126.240.121"]),
            ("npm i kite@next-14 lamp@1.2.3 actions/kite@v4 img@sha256-aa11\n", vec![]),
            ("current-context: admin@prod-cluster1\n", vec![]),
            ("address = \"10.38.43.45/24\"\n", vec!["10.38.43.45"]),
            ("ServicePrincipalName MSSQLSvc/db7.kite.net:1433\n", vec!["db7.kite.net"]),
            ("{\"repo\":\"kite-lamp/live\"} --repo-allowlist=github.com/kite-lamp/*\n", vec!["kite-lamp"; 2]),
            ("https://kitelamp.webhook.office.com/webhookb2/\n", vec!["kitelamp"]),
            ("Looking in https://__token__:xxxxxxxx@pypi.kite.net/simple\n", vec!["pypi.kite.net"]),
            ("cidr = 10.0.0.0/16, 10.1.2.0/16 and 192.168.7.64/26\n", vec![]),
            ("\"common_name\": \"*.kite.lamp.io\"\n", vec!["kite.lamp.io"]),
            ("software.amazon.awssdk.services.s3.model.S3Exception traefik.http.services.kc.port\n", vec![]),
            ("API Version:  azure.upbound.io/v1\nkite.upbound.io/v1beta1\n", vec![]),
            ("tls-server-name: kubernetes.default.svc\n", vec![]),
            ("aps.eu-west-1.amazonaws.com/workspaces/ws-5f2c81aa/api OTP 26.2.5.5\n", vec![]),
            ("table kite-tfstate-lock, secret kite-tfstate-default-state, kite-tfstate.json\n", vec![]),
        ] {
            assert_eq!(named(text), hidden, "{text}");
        }
    }

    #[test]
    fn what_names_tell_is_an_identifier() {
        let id = ["48c0e1b8-4a9c-", "4b10-ec90-a4598a16c7f6"].concat();
        let mut wrong: Vec<String> = Vec::new();
        for (text, hidden) in [
            ("kms_key_id = \"ƒ\"\ncustomer_master_key_id: ƒ\nKMS_KEY_ID='ƒ'\n", vec![id.as_str(); 3]),
            ("\"tenant_id\": { \"constant_value\": \"ƒ\" }\n", vec![id.as_str()]),
            ("POST https://graph.microsoft.com/v1.0/applications/ƒ/addPassword\n", vec![id.as_str()]),
            ("DefaultProjectID  ƒ\n", vec![id.as_str()]),
            ("Subscription is ƒ.\n\"POST /ƒ/oauth2/v2.0/token\"\n", vec![id.as_str(); 2]),
            ("lock_id: ƒ\nrequest id: ƒ\nkey_id: ƒ\n", vec![]),
            ("monitor 7, org ƒ, notified\n", vec![]),
            ("backendAzureRmResourceGroupName: rg-kite-prod\n", vec!["rg-kite-prod"]),
            ("\"node_resource_group\": \"rg-kite-prod\"\n", vec!["rg-kite-prod"]),
            ("resource_group_name = azurerm_resource_group.rg-kite.name\n", vec![]),
            ("resource_group: var.rg-kite\nresourceGroup: resourceGroup().name\n", vec![]),
            ("repo1-azure-account=kitestate8\n", vec!["kitestate8"]),
            ("'azure_storage_account_name' => 'kitestate1',\n", vec!["kitestate1"]),
            ("azure: { account_name: kitestate0, account_key: $K }\n", vec!["kitestate0"]),
            (
                "(Get-AzStorageAccountKey -ResourceGroupName rg -Name kitestate8)[0]\n",
                vec!["rg", "kitestate8"],
            ),
            ("PUT https://x.blob.core.windows.net/kite-state/a.tfstate?comp=lease\n", vec!["kite-state"]),
            ("az storage blob lease break -b a.tfstate -c kite-state --yes\n", vec!["kite-state"]),
            ("-backend-config=container_name=kite-state -backend-config=key=a\n", vec!["kite-state"]),
            ("container_name: kite-web\nimage: nginx\n", vec![]),
            ("https://kite-state.oss-cn-beijing.aliyuncs.com/a\n", vec!["kite-state"]),
            ("https://kitelamp.cn-beijing.ots.aliyuncs.com\n", vec!["kitelamp"]),
            ("https://kitelamp.app.spacelift.io https://www.app.spacelift.io\n", vec!["kitelamp"]),
            (
                "export OKTA_ORG_NAME=kitelamp\nslack: { teamDomain: lampkite }\n",
                vec!["kitelamp", "lampkite"],
            ),
            ("https://circleci.com/api/v2/project/gh/kite-gmbh/live/pipeline\n", vec!["kite-gmbh"]),
            ("> GET /repos/kite-gmbh/infra/actions HTTP/2\n> GET /repos/hashicorp/x\n", vec!["kite-gmbh"]),
            ("docker://registry.gitlab.com/kite-gmbh/base:1\n", vec!["kite-gmbh"]),
            ("POST .../organizations/kite-gmbh/token\ngcp/organizations/123456789/x\n", vec!["kite-gmbh"]),
            ("https://github.com/apps/kite-atlantis/x\n", vec![]),
            ("bq: { keyfile: /a.json, project: kite-lamp-888663 }\n", vec!["kite-lamp-888663"]),
            ("aws iam create-login-profile --user-name ahuber\n--user-name ci-kite\n", vec!["ahuber"]),
            ("\"owner\":{\"id\":7,\"username\":\"ahuber\"}\n", vec!["ahuber"]),
            ("{\"username\":\"orders\",\"engine\":\"postgres\"}\n", vec![]),
            ("bastion sudo[31664]:   ahuber : TTY=pts/3 ; PWD=/opt\n", vec!["ahuber"]),
            ("Account Name: ahuber  Logon ID: 0x3E7A91\nAccount Name: SYSTEM\n", vec!["ahuber"]),
            ("Username: KITE\\adm-huber\nUser: NT AUTHORITY\\SYSTEM\n", vec!["KITE", "adm-huber"]),
            ("\"user: OK\\nNext: 7\"\n", vec![]),
        ] {
            let text = text.replace('ƒ', &id);
            let found = named(&text);
            if found != hidden {
                wrong.push(format!("{text}: {found:?}"));
            }
        }
        assert_eq!(wrong, [""; 0]);
    }

    #[test]
    fn a_name_that_holds_a_secret_is_hidden_whole() {
        let raw = "password = \"kitelamp77\"\nbucket = \"state-kitelamp77-prod\"\n";
        assert_eq!(named(raw), ["kitelamp77", "state-kitelamp77-prod"]);
    }

    #[test]
    fn ends_of_hosts_are_sorted_for_the_search() {
        assert!(super::hosts::ENDS.is_sorted());
    }
}

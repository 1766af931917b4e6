//! The release plan: which command, why not another, and that no value of a paste leaves its quotes.

use crate::known;
use stackengine_core::backends::{self, Settings};
use stackengine_core::diagnose::{Incident, Staleness, diagnose};
use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

fn settings(backend: &str, values: &[(&str, &str)]) -> Settings {
    Settings {
        backend: backend.to_owned(),
        values: values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        expressions: Vec::new(),
    }
}

fn one(text: &str, settings: &[Settings]) -> Incident {
    let now = "2026-11-24T04:00:00Z".parse().unwrap();
    let mut found = diagnose(text, settings, Some(now)).incidents;
    assert_eq!(found.len(), 1, "{text}");
    found.remove(0)
}

fn fallback(incident: &Incident) -> String {
    incident.unlock.fallbacks.iter().filter_map(|one| one.command.clone()).collect::<Vec<_>>().join("\n")
}

const ID: &str = "63a0f9a3-975b-f8f5-748a-af0f2affd403";

fn held(inner: &str, path: &str, who: &str, info: &str) -> String {
    format!(
        "Error: Error acquiring the state lock\n\nError message: {inner}\nLock Info:\n  ID:        {ID}\n  Path:      {path}\n  Operation: OperationTypeApply\n  Who:       {who}\n  Version:   1.11.4\n  Created:   2026-11-24 02:46:18.1 +0000 UTC\n  Info:      {info}\n\n\nTerraform acquires a state lock to protect the state from being written\n"
    )
}

const DYNAMODB: &str = "operation error DynamoDB: PutItem, https response error StatusCode: 400, ConditionalCheckFailedException: The conditional request failed";
const LOCK_FILE: &str = "operation error S3: PutObject, https response error StatusCode: 412, api error PreconditionFailed: At least one of the pre-conditions you specified did not hold";

#[test]
fn the_table_of_the_configuration_completes_the_conditional_delete() {
    let config = settings(
        "s3",
        &[("bucket", "acme"), ("key", "p/t.tfstate"), ("dynamodb_table", "locks"), ("region", "eu-west-1")],
    );
    let found = one(&held(DYNAMODB, "acme/p/t.tfstate", "bob@laptop", ""), &[config]);
    assert_eq!(found.unlock.command.as_deref(), Some(&*format!("terraform force-unlock {ID}")));
    assert_eq!(found.workspace.as_deref(), Some("default"));
    let other = fallback(&found);
    assert!(other.contains("--condition-expression 'begins_with(Info, :p)'"), "{other}");
    assert!(other.contains("--table-name locks") && other.contains("--region eu-west-1"), "{other}");
    assert!(!other.contains("-md5"), "the digest is not the lock: {other}");
}

#[test]
fn every_destructive_command_has_its_condition() {
    let must: &[(&str, &str)] = &[
        ("delete-item", "--condition-expression"),
        ("update-item", "--condition-expression"),
        ("delete-object", "--if-match"),
        ("gcloud storage rm", "--if-generation-match="),
        ("lease release", "--lease-id"),
        ("lease break", "--if-match"),
        ("patch lease", "\"op\":\"test\""),
        ("session/destroy", "session/destroy/"),
        ("object delete", "--if-match"),
        ("pg_terminate_backend", "backend_start"),
        ("--request DELETE", "?ID="),
    ];
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for known in known::all() {
        for config in configurations() {
            for incident in diagnose(&known.text, &[config], None).incidents {
                let unlock = incident.unlock;
                assert!(unlock.possible == unlock.command.is_some(), "{}", known.name);
                assert!(unlock.possible || unlock.why.is_some(), "{}: refused without a reason", known.name);
                let commands = unlock.checks.iter().filter_map(|one| one.command.clone());
                for command in commands.clone() {
                    assert!(
                        !must.iter().any(|(what, _)| command.contains(what)),
                        "a check changes something: {command}"
                    );
                }
                for one in &unlock.fallbacks {
                    assert!(one.condition.is_some(), "{}: {}", known.name, one.title);
                    let Some(command) = &one.command else { continue };
                    for (what, condition) in must {
                        if command.contains(what) {
                            *seen.entry(what).or_default() += 1;
                            assert!(command.contains(condition), "{}: {command}", known.name);
                        }
                    }
                }
            }
        }
    }
    for (what, _) in must.iter().filter(|(what, _)| *what != "pg_terminate_backend") {
        assert!(seen.contains_key(what), "no plan has {what}, so nothing was tested: {seen:?}");
    }
}

fn configurations() -> Vec<Settings> {
    vec![
        settings(
            "s3",
            &[
                ("bucket", "acme-tfstate"),
                ("key", "digest/terraform.tfstate"),
                ("dynamodb_table", "locks"),
                ("use_lockfile", "true"),
            ],
        ),
        settings("gcs", &[("bucket", "acme"), ("prefix", "x")]),
        settings(
            "azurerm",
            &[("storage_account_name", "acme"), ("container_name", "tfstate"), ("key", "a.tfstate")],
        ),
        settings("kubernetes", &[("secret_suffix", "state"), ("namespace", "infra")]),
        settings("consul", &[("path", "tf/prod")]),
        settings("oci", &[("bucket", "acme"), ("namespace", "n"), ("key", "a.tfstate")]),
        settings("pg", &[("schema_name", "tf")]),
        settings(
            "http",
            &[
                ("address", "https://gitlab.example.com/api/v4/projects/42/terraform/state/prod"),
                ("lock_address", "https://gitlab.example.com/api/v4/projects/42/terraform/state/prod/lock"),
                ("unlock_address", "https://gitlab.example.com/api/v4/projects/42/terraform/state/prod/lock"),
            ],
        ),
    ]
}

#[test]
fn what_cannot_work_is_refused_with_its_reason() {
    let refused = |text: &str, word: &str| {
        let found = one(text, &[]);
        assert_eq!(found.unlock.command, None, "{text}");
        let why = found.unlock.why.unwrap();
        assert!(why.contains(word), "{why}");
    };
    refused(
        &held("resource temporarily unavailable", "terraform.tfstate", "a@b", ""),
        "ends with that process",
    );
    refused(&held("Workspace is already locked: default", "", "a@b", ""), "session");
    refused(
        &held("state blob is already locked\nblob metadata \"terraformlockid\" was empty", "", "a@b", "")
            .replace(&held_block(), ""),
        "no Terraform lock record",
    );
    refused(
        "Error: Error acquiring the state lock\n\nError message: 2 errors occurred:\n\t* ConditionalCheckFailedException: The conditional request failed\n\t* unexpected end of JSON input\n",
        "run your command again",
    );
    refused(
        "Failed to unlock state: Lock ID should be numerical value, got '9db590f1-b6fe-c5f2-2678-8804f089deba'",
        "generation",
    );
    refused("Failed to unlock state: unable to unlock workspace locked by run", "run in HCP Terraform");
    refused("Failed to unlock state: Unexpected HTTP response code 423", "without the lock's id");
    let old_consul = held("", "tf/x", "a@b", "consul session: 11111111-2222-3333-4444-555555555555")
        .replace("Error message: \n", "Error message: ");
    refused(&old_consul, "frees nothing");
    assert!(
        fallback(&one(&old_consul, &[])).contains("session/destroy/11111111-2222-3333-4444-555555555555")
    );
    let workspace = held("", "tf/x-env:prod", "a@b", &format!("consul session: {ID}"))
        .replace("Error message: \n", "Error message: ");
    refused(&workspace, "session's end");
}

fn held_block() -> String {
    let text = held("x", "", "a@b", "");
    let start = text.find("Lock Info:").unwrap();
    text[start..text.find("\n\n\n").unwrap()].to_owned()
}

#[test]
fn ids_that_are_no_ids_are_never_printed_in_a_command() {
    for id in [
        "-force",
        "--help",
        "<ID>",
        "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
        "00000000-0000-0000-0000-000000000000",
        "...",
        "$(id)",
        "a'b",
        "`id`",
        "63a0f9a3-975b-f8f5-748a-af0f2aff",
        "63a0f9a3",
        "a b",
        "\u{2019}x",
        "%s",
        "{build}",
        "..",
        "63a0f9a3-975b-f8f5-748a-af0f2affd403;id",
        "REDACTED",
        "LOCK_ID",
        "your-lock-id",
    ] {
        for inner in [
            DYNAMODB,
            LOCK_FILE,
            "state blob is already locked",
            "the state is already locked by another terraform client",
        ] {
            let text = held(inner, "acme/x.tfstate", "a@b", "").replace(ID, id);
            let found = one(&text, &[]);
            assert_eq!(found.unlock.command, None, "{id}");
            assert!(found.unlock.why.is_some());
        }
        let http = format!(
            "Error: Error acquiring the state lock\n\nError message: HTTP remote state already locked: ID={id}\n"
        );
        for found in diagnose(&http, &[], None).incidents {
            let command = found.unlock.command.unwrap_or_default();
            assert!(!command.contains(['$', '`', ';', '\'', '<']) && !command.contains(" -"), "{command}");
        }
    }
}

#[test]
fn age_alone_never_proves_death() {
    for known in known::held() {
        let far = "2036-01-01T00:00:00Z".parse().unwrap();
        for incident in diagnose(&known.text, &[], Some(far)).incidents {
            assert_ne!(incident.staleness, Staleness::Stale, "{}", known.name);
            assert!(!incident.reasons.is_empty(), "{}", known.name);
        }
    }
}

#[test]
fn the_unit_the_workspace_and_the_errored_state_come_first() {
    let text = known::held().into_iter().find(|one| one.name == "ddb 1.0 Plain").unwrap().text;
    let lines: Vec<String> =
        text.lines().map(|line| format!("05:06:07.123 STDERR [live/vpc] terraform: {line}")).collect();
    let dressed = lines.join(
        "
",
    );
    let found = one(&dressed, &[]);
    assert!(found.unlock.command.unwrap().starts_with("terragrunt force-unlock "));
    assert!(found.unlock.checks.iter().any(|check| check.command.as_deref() == Some("cd live/vpc")));

    let staging = one(&held(LOCK_FILE, "acme/env:/staging/x.tfstate", "a@b", ""), &[]);
    assert!(
        staging
            .unlock
            .checks
            .iter()
            .any(|check| check.command.as_deref() == Some("terraform workspace select staging"))
    );

    let failed = format!(
        "Error: Error releasing the state lock\n\nError message: {DYNAMODB}\n{}\n\nThe state has been written to the file \"errored.tfstate\" in the current working directory.\n",
        held_block()
    );
    let found = one(&failed, &[]);
    assert_eq!(found.unlock.checks[0].command.as_deref(), Some("terraform state push errored.tfstate"));
}

#[test]
fn a_contradicting_configuration_is_told_and_not_used() {
    let config = settings("gcs", &[("bucket", "acme"), ("prefix", "x")]);
    let found = one(&held(DYNAMODB, "acme/x.tfstate", "a@b", ""), &[config]);
    assert_eq!(found.backend, "s3-dynamodb");
    assert!(found.reasons.iter().any(|reason| reason.contains("\"gcs\"")), "{:?}", found.reasons);
    let other = settings("s3", &[("bucket", "other"), ("key", "x.tfstate"), ("dynamodb_table", "t")]);
    let found = one(&held(DYNAMODB, "acme/x.tfstate", "a@b", ""), &[other]);
    assert!(found.reasons.iter().any(|reason| reason.contains("another bucket")), "{:?}", found.reasons);
    assert!(!fallback(&found).contains("--table-name t"));
}

// ------------------------------------------------------------------------------ Where locks are

fn places(backend: &str, values: &[(&str, &str)], workspace: &str) -> BTreeMap<String, String> {
    backends::locations(&settings(backend, values), workspace)
        .into_iter()
        .map(|one| (one.label, one.value))
        .collect()
}

#[test]
fn a_configuration_alone_tells_every_place() {
    let s3 = [("bucket", "b"), ("key", "p/t.tfstate"), ("dynamodb_table", "locks"), ("use_lockfile", "true")];
    let default = places("s3", &s3, "default");
    assert_eq!(default["DynamoDB LockID of the lock"], "b/p/t.tfstate");
    assert_eq!(default["DynamoDB LockID of the digest"], "b/p/t.tfstate-md5");
    assert!(default.values().any(|value| value.ends_with("b/p/t.tfstate.tflock")), "{default:?}");
    let staging = places("s3", &s3, "staging");
    assert_eq!(staging["DynamoDB LockID of the lock"], "b/env:/staging/p/t.tfstate");
    let prefixed = places(
        "s3",
        &[
            ("bucket", "b"),
            ("key", "./p//t.tfstate"),
            ("workspace_key_prefix", "w/"),
            ("dynamodb_table", "t"),
        ],
        "x",
    );
    assert_eq!(prefixed["DynamoDB LockID of the lock"], "b/w/x/p/t.tfstate");

    let gcs = places("gcs", &[("bucket", "b"), ("prefix", "a/b")], "prod");
    assert!(gcs.values().any(|value| value == "gs://b/a/b/prod.tflock"), "{gcs:?}");
    let azure = places(
        "azurerm",
        &[("storage_account_name", "acct"), ("container_name", "c"), ("key", "k.tfstate")],
        "ws",
    );
    assert!(
        azure.values().any(|value| value == "https://acct.blob.core.windows.net/c/k.tfstateenv:ws"),
        "{azure:?}"
    );
    let consul = places("consul", &[("path", "tf/x/")], "default");
    assert_eq!(consul["Lock key"], "tf/x/.lock");
    assert_eq!(places("consul", &[("path", "tf/x")], "ws")["Lock info key"], "tf/x-env:ws/.lockinfo");
    let kubernetes = places("kubernetes", &[("secret_suffix", "s"), ("namespace", "n")], "ws");
    assert_eq!(kubernetes["Lease"], "n/lock-tfstate-ws-s");
    // MD5 of "b-125:p/ws/terraform.tfstate.tflock", by md5sum.
    let cos = places("cos", &[("bucket", "b-125"), ("prefix", "p")], "ws");
    assert_eq!(cos["Lock object"], "p/ws/terraform.tfstate.tflock");
    assert_eq!(cos["Account tag tencentcloud-terraform-lock"], "8f0c6ff183c98f510990e454aa93e856");
    let oss = places("oss", &[("bucket", "b"), ("tablestore_table", "t")], "ws");
    assert_eq!(oss["Tablestore LockID"], "b/env:/ws/terraform.tfstate");
    assert_eq!(
        places("oss", &[("bucket", "b"), ("prefix", "p"), ("key", "k")], "default")["Tablestore LockID of the digest"],
        "b/p/k-md5"
    );
    let oci = places("oci", &[("bucket", "b"), ("namespace", "n"), ("key", "k.tfstate")], "ws");
    assert_eq!(oci["Lock file"], "tf-state-env/ws/k.tfstate.tflock");
    // FNV-1 of "terraform_remote_state\0states" is 3797183428.
    let pg = places("pg", &[], "ws");
    assert_eq!(pg["Advisory lock key while a workspace is made, OpenTofu 1.10 and later"], "-3797183428");
    let local = places("local", &[], "ws");
    assert_eq!(local["Lock info file"], "terraform.tfstate.d/ws/.terraform.tfstate.lock.info");
    let http = places("http", &[("address", "https://h/s"), ("lock_address", "https://h/s/lock")], "default");
    assert_eq!(http["lock_address"], "https://h/s/lock");
    assert_eq!(
        places("remote", &[("organization", "acme"), ("workspaces.prefix", "net-")], "prod")["Workspace (its lock id)"],
        "acme/net-prod"
    );
    assert_eq!(
        places("cloud", &[("organization", "acme"), ("workspaces.name", "net")], "default")["Workspace (its lock id)"],
        "acme/net"
    );
}

// --------------------------------------------------------------------------------------- Quoting

const HOSTILE: &[&str] = &[
    "a'b",
    "a\"b",
    "$(touch CANARY)",
    "`touch CANARY`",
    "'; touch CANARY; '",
    "\"; touch CANARY; \"",
    "a && touch CANARY",
    "a | touch CANARY",
    "> CANARY",
    "${IFS}x",
    "$HOME",
    "~",
    "*",
    "{a,b}",
    "#x",
    "!x",
    "a b",
    "\\",
    "a\\",
    "%PATH%",
    "\u{2019}; touch CANARY; \u{2019}",
    "-rf",
    "--profile=x",
    "=x",
    "a;touch CANARY",
    "$'\\x27'",
    "''",
    "a&b",
    "(x)",
    "\u{fc}\u{df}",
];

struct Sandbox {
    folder: PathBuf,
}

impl Sandbox {
    /// Programs that only write down what they were given.
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("stackengine-quoting-{}", std::process::id()));
        _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join("bin")).unwrap();
        for program in [
            "aws",
            "az",
            "gcloud",
            "kubectl",
            "psql",
            "consul",
            "curl",
            "oci",
            "lsof",
            "fuser",
            "terraform",
            "tofu",
            "terragrunt",
            "gh",
            "glab",
            "docker",
            "pgrep",
            "grep",
            "ls",
            "md5sum",
        ] {
            let path = folder.join("bin").join(program);
            std::fs::write(
                &path,
                "#!/bin/sh\nfor one in \"$@\"; do printf '%s\\0' \"$one\"; done >> \"$TOLD\"\necho etag\n",
            )
            .unwrap();
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
        Self { folder }
    }

    fn run(&self, command: &str) -> Vec<String> {
        let told = self.folder.join("told");
        _ = std::fs::remove_file(&told);
        let output = Command::new("/bin/sh")
            .arg("-c")
            .arg(command)
            .current_dir(&self.folder)
            .env_clear()
            .env("PATH", self.folder.join("bin"))
            .env("TOLD", &told)
            .env("CONSUL_HTTP_ADDR", "http://consul")
            .output()
            .unwrap();
        assert!(!String::from_utf8_lossy(&output.stderr).contains("yntax error"), "{command}");
        let told = std::fs::read(&told).unwrap_or_default();
        told.split(|byte| *byte == 0).map(|one| String::from_utf8_lossy(one).into_owned()).collect()
    }

    fn is_clean(&self) -> bool {
        !self.folder.join("CANARY").exists()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn commands(incident: &Incident) -> Vec<String> {
    let unlock = &incident.unlock;
    let checks = unlock.checks.iter().filter_map(|one| one.command.clone());
    let fallbacks = unlock.fallbacks.iter().filter_map(|one| one.command.clone());
    // A check for PowerShell is none for sh.
    unlock
        .command
        .iter()
        .cloned()
        .chain(checks)
        .chain(fallbacks)
        .filter(|one| !one.starts_with("Get-Process"))
        .collect()
}

#[test]
fn no_hostile_value_leaves_its_quotes_in_a_real_shell() {
    let sandbox = Sandbox::new();
    let mut runs = 0;
    for value in HOSTILE {
        let cases: Vec<(String, Settings, bool)> = vec![
            (held(DYNAMODB, &format!("acme/{value}/x.tfstate"), &format!("{value}@host"), ""), settings("s3", &[("bucket", "acme"), ("dynamodb_table", value), ("region", value), ("profile", value)]), true),
            (held(LOCK_FILE, &format!("acme/env:/{value}/x.tfstate"), &format!("u@{value}-pod"), ""), settings("s3", &[("bucket", "acme"), ("use_lockfile", "true"), ("profile", value)]), true),
            (held(&format!("writing \"gs://acme/{value}/default.tflock\" failed: googleapi: Error 412: conditionNotMet"), &format!("gs://acme/{value}/default.tflock"), "u@h", "").replace(ID, "1795488573969695"), settings("gcs", &[("bucket", "acme"), ("prefix", value)]), true),
            (held("state blob is already locked", &format!("c/{value}"), "u@h", ""), settings("azurerm", &[("storage_account_name", value), ("container_name", "c"), ("key", value)]), true),
            (held("the state is already locked by another terraform client", "", "u@h", ""), settings("kubernetes", &[("secret_suffix", value), ("namespace", value)]), true),
            (held("", &format!("tf/{value}"), "u@h", &format!("consul session: {ID}")).replace("Error message: \n", "Error message: "), settings("consul", &[("path", value)]), true),
            (held("Workspace is already locked: default", "", "u@h", ""), settings("pg", &[("schema_name", value), ("table_name", value)]), false),
            (held("resource temporarily unavailable", &format!("{value}/x.tfstate"), "u@h", ""), settings("local", &[("path", value)]), true),
            (held("Error returned by ObjectStorage Service. Http Status Code: 412. Error Code: IfNoneMatchFailed.", &format!("{value}/x"), "u@h", ""), settings("oci", &[("bucket", value), ("key", value)]), true),
            (held("HTTP remote state already locked: ID=dead-lock-1", "", "u@h", ""), settings("http", &[("unlock_address", &format!("https://h/{value}/terraform/state/x"))]), true),
        ];
        for (text, config, is_whole) in cases {
            for incident in diagnose(&text, &[config], None).incidents {
                for command in commands(&incident) {
                    runs += 1;
                    let told = sandbox.run(&command);
                    assert!(sandbox.is_clean(), "{value} ran something: {command}");
                    // A value that is in the command reaches the program whole, within one argument.
                    let inside = value.trim_matches(['\'', '"']);
                    if is_whole
                        && inside.len() > 3
                        && command.contains(inside)
                        && !inside.contains(['\'', '"', '\\'])
                    {
                        assert!(
                            told.iter().any(|one| one.contains(inside)),
                            "{value} is torn in: {command}\n{told:?}"
                        );
                    }
                }
            }
        }
    }
    assert!(runs > 500, "{runs} commands ran");
    assert!(Path::new("/bin/sh").exists());
}

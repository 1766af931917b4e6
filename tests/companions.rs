//! Companion files, read by the real tools: Checkov, terraform fmt, shellcheck, and hcl-rs.

use crate::tools;
use crate::tools::pastes::{PASTES, fixed};
use serde_json::Value;
use stackengine_core::fix::{Companion, Options, fix};

fn companions(name: &str) -> Vec<Companion> {
    fixed(PASTES.iter().find(|paste| paste.name == name).unwrap()).companions
}

fn text(companions: &[Companion], path: &str) -> String {
    companions.iter().find(|one| one.path == path).unwrap_or_else(|| panic!("{path} is there")).text.clone()
}

#[test]
fn checkov_finds_no_fault_in_any_set() {
    let folder = tools::folder("companions");
    let mut sets = 0;
    for paste in PASTES {
        let files = fixed(paste).companions;
        assert!(!files.is_empty(), "{} has companions", paste.name);
        sets += usize::from(files.iter().any(|file| file.path.ends_with(".tf")));
        for file in files {
            tools::write(&folder, &format!("{}/{}", paste.name, file.path), &file.text);
        }
    }
    let report = tools::checkov(&folder, &["terraform", "kubernetes"]);
    assert!(report.failed.is_empty(), "failed checks:\n{}", report.failed.join("\n"));
    eprintln!(
        "Checkov 3.3.30: {} checks passed, 0 failed, {} skipped, over {sets} sets",
        report.passed,
        report.skipped.len()
    );
    assert!(report.passed > 20 * sets, "only {} checks ran over {sets} sets", report.passed);
}

/// The blocks of a file as `(type, labels)`, read by hcl-rs.
fn blocks(text: &str) -> Vec<(String, Vec<String>)> {
    let body: hcl::Body = hcl::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    body.blocks()
        .map(|block| {
            let labels = block.labels().iter().map(|label| label.as_str().to_owned()).collect();
            (block.identifier().to_owned(), labels)
        })
        .collect()
}

/// The string values of the `locals` of a file, read by hcl-rs.
fn locals(text: &str) -> Vec<(String, String)> {
    let body: hcl::Body = hcl::parse(text).unwrap();
    body.blocks()
        .filter(|block| block.identifier() == "locals")
        .flat_map(|block| block.body().attributes())
        .map(|attribute| (attribute.key().to_owned(), literal(attribute.expr())))
        .collect()
}

fn literal(value: &hcl::Expression) -> String {
    match value {
        hcl::Expression::String(text) => text.clone(),
        hcl::Expression::TemplateExpr(template) => hcl::Template::from_expr(template)
            .unwrap()
            .elements()
            .iter()
            .map(|element| match element {
                hcl::template::Element::Literal(text) => text.clone(),
                other => format!("<{other:?}>"),
            })
            .collect(),
        hcl::Expression::Array(items) => items.iter().map(literal).collect::<Vec<_>>().join("|"),
        other => format!("<{other}>"),
    }
}

#[test]
fn every_file_reads_back_and_is_in_canonical_layout() {
    let folder = tools::folder("companions-fmt");
    let mut files = 0;
    for paste in PASTES {
        for file in fixed(paste).companions {
            if file.path.ends_with(".tf") || file.path.ends_with(".hcl") {
                assert!(
                    !blocks(&file.text).is_empty() || file.path.ends_with("terragrunt.hcl"),
                    "{}",
                    file.path
                );
                assert!(!file.text.contains("#:"), "{}: a template's mark is left", file.path);
                // terraform fmt looks at .tf only; the layout of a unit's file is the same.
                tools::write(&folder, &format!("{}/{}.tf", paste.name, file.path), &file.text);
                files += 1;
            }
        }
    }
    assert!(files > 20);
    if let Some(mut terraform) = tools::terraform() {
        tools::must_pass(terraform.args(["fmt", "-check", "-diff", "-recursive"]).arg(&folder));
    }
}

#[test]
fn scripts_pass_shellcheck() {
    let folder = tools::folder("companions-scripts");
    for paste in PASTES {
        for file in fixed(paste).companions {
            if file.path.ends_with(".sh") {
                tools::write(&folder, &format!("{}/{}", paste.name, file.path), &file.text);
            }
        }
    }
    let scripts = tools::files(&folder, ".sh");
    assert!(scripts.len() >= 2, "{scripts:?}");
    tools::must_pass(std::process::Command::new("shellcheck").args(&scripts));
}

#[test]
fn names_of_the_paste_cannot_break_out() {
    let plain = companions("s3-workspace-prefix-table");
    let hostile = companions("s3-hostile");
    assert_eq!(
        plain.iter().map(|file| &file.path).collect::<Vec<_>>(),
        hostile.iter().map(|file| &file.path).collect::<Vec<_>>()
    );
    for (plain, hostile) in plain.iter().zip(&hostile) {
        let no_variables = |text: &str| -> Vec<_> {
            blocks(text).into_iter().filter(|(kind, _)| kind != "variable").collect()
        };
        assert_eq!(no_variables(&plain.text), no_variables(&hostile.text), "{}", plain.path);
    }
    let names = locals(&text(&hostile, "state-backend.tf"));
    let bucket = "x\"\n}\nresource \"aws_iam_user\" \"evil\" {\n  name = \"evil\"\n}\n#${file(1)}";
    assert!(names.contains(&("state_bucket".to_owned(), bucket.to_owned())), "{names:?}");
    // A region is a word; what is not one is asked for.
    assert!(names.contains(&("state_region".to_owned(), "<var.state_region>".to_owned())), "{names:?}");
    // A star of the paste matches a star, not every key.
    let keys = locals(&text(&hostile, "state-backend-access.tf"));
    let keys = &keys.iter().find(|(name, _)| name == "state_keys").unwrap().1;
    assert_eq!(keys, "&{*}/&{$}&{$}{env}/&{?}%{if}");
}

#[test]
fn the_users_names_stand_in_the_files_and_what_is_unknown_is_asked_for() {
    let plain = companions("s3-plain");
    let names = locals(&text(&plain, "state-backend.tf"));
    for (name, value) in [("state_bucket", "acme-tfstate"), ("state_region", "eu-west-1")] {
        assert!(names.contains(&(name.to_owned(), value.to_owned())), "{names:?}");
    }
    let import = text(&plain, "state-backend-import.tf");
    assert!(import.contains("to = aws_s3_bucket.state\n  id = \"acme-tfstate\""), "{import}");

    let partial = text(&companions("s3-no-region-partial"), "state-backend.tf");
    let variables: Vec<_> = blocks(&partial)
        .into_iter()
        .filter(|(kind, _)| kind == "variable")
        .map(|(_, labels)| labels.concat())
        .collect();
    assert!(variables.contains(&"state_bucket".to_owned()) && variables.contains(&"state_region".to_owned()));
    assert!(!companions("s3-no-region-partial").iter().any(|file| file.path.contains("import")));

    let role = companions("s3-workspace-prefix-role");
    assert!(text(&role, "state-backend.tf").contains("allowed_account_ids = [\"111122223333\"]"));
    let access = text(&role, "state-backend-access.tf");
    assert!(access.contains("apply_role     = \"deploy\"") && access.contains("\"stacks/*\""), "{access}");
    assert!(!access.contains("aws_iam_role\" \"apply\""), "the role is there already");

    // Literal parts of a computed key bound the policy; the rest is a wildcard.
    let unit = companions("s3-terragrunt");
    assert!(text(&unit, "state-backend/state-backend-access.tf").contains("[\"*/terraform.tfstate\"]"));
    let own = text(&unit, "state-backend/terragrunt.hcl");
    assert!(!own.contains("include \"") && !own.contains("remote_state {"), "{own}");
    assert!(own.contains("  # state_region: The region") && !own.contains("# require_kms"), "{own}");
}

/// An error without its block: what it tells stands in the files, what it does not is asked for.
#[test]
fn an_error_alone_gives_what_it_tells() {
    let names = |paste: &str| locals(&text(&companions(paste), "state-backend.tf"));
    let has = |names: &[(String, String)], name: &str, value: &str| {
        names.contains(&(name.to_owned(), value.to_owned()))
    };
    let s3 = names("s3-error");
    assert!(
        has(&s3, "state_bucket", "acme-tfstate") && has(&s3, "state_region", "<var.state_region>"),
        "{s3:?}"
    );
    assert!(has(&s3, "lock_table", "<var.lock_table>"), "its name is not told: {s3:?}");
    let access = text(&companions("s3-error"), "state-backend-access.tf");
    assert!(access.contains("[\"prod/network/terraform.tfstate\"]"), "{access}");
    let azurerm = names("azurerm-error");
    assert!(has(&azurerm, "storage_account", "<var.storage_account>"), "{azurerm:?}");
    for paste in ["s3-error", "gcs-error", "azurerm-error", "consul-error", "http-error"] {
        let found = fixed(PASTES.iter().find(|one| one.name == paste).unwrap());
        assert!(
            found.blocks.is_empty() && !found.prevention.is_empty() && !found.why_not.is_empty(),
            "{paste}"
        );
        assert!(found.notes.iter().any(|note| note.contains("Paste the backend block")), "{paste}");
    }
    // The block says more than the error, and is taken alone.
    let both = format!(
        "{}\nterraform {{\n  backend \"s3\" {{\n    bucket = \"acme-other\"\n    key = \"k\"\n  }}\n}}\n",
        PASTES.iter().find(|one| one.name == "s3-error").unwrap().text
    );
    let both = stackengine_core::analyze::analyze(&both, &stackengine_core::analyze::Options::default()).fix;
    assert!(has(&locals(&text(&both.companions, "state-backend.tf")), "state_bucket", "acme-other"));
}

#[test]
fn the_lock_table_is_there_exactly_while_it_is_needed() {
    for (paste, table, lock_file) in [
        ("s3-plain", false, true),
        ("s3-kms-alias", false, true),
        ("s3-workspace-prefix-role", true, true),
        ("s3-old-terraform", true, false),
        ("s3-version-given", true, false),
        ("s3-terragrunt", true, true),
    ] {
        let all: String = companions(paste).iter().map(|file| file.text.as_str()).collect();
        assert_eq!(all.contains("resource \"aws_dynamodb_table\" \"lock\""), table, "{paste}");
        assert_eq!(all.contains("dynamodb:PutItem"), table, "{paste}");
        assert_eq!(all.contains("deletion_protection_enabled = true"), table, "{paste}");
        assert_eq!(all.contains("\"LockFile\""), lock_file, "{paste}");
        assert!(!all.contains("ttl {"), "{paste}: no TTL on locks");
    }
    let old = companions("s3-old-terraform");
    let commands = text(&old, "state-backend-import.sh");
    assert!(commands.contains("terraform import aws_s3_bucket.state acme-old\n"), "{commands}");
    assert!(commands.contains("terraform import aws_dynamodb_table.lock acme-old-lock\n"), "{commands}");
    assert!(text(&old, "state-backend.tf").contains("required_version = \">= 1.2.0\""));
}

#[test]
fn what_the_block_names_by_reference_is_asked_for_not_made_anew() {
    let paste = "remote_state {\n  backend = \"s3\"\n  config = {\n    bucket = \"b\"\n    key = \"k\"\n    region = \"us-east-1\"\n    kms_key_id = local.key\n    accesslogging_bucket_name = \"acme-access\"\n    assume_role = { role_arn = local.role }\n  }\n}\n";
    let all: String = fix(paste, &Options::default()).companions.into_iter().map(|file| file.text).collect();
    assert!(all.contains("variable \"state_key_id\"") && !all.contains("resource \"aws_kms_key\""), "{all}");
    assert!(all.contains("variable \"apply_role\"") && !all.contains("\"aws_iam_role\" \"apply\""), "{all}");
    assert!(all.contains("to = aws_s3_bucket.logs\n  id = \"acme-access\""), "{all}");
}

#[test]
fn what_would_lock_running_clients_out_is_told_before_it_is_done() {
    let block = |acl: &str| {
        let paste = format!(
            "terraform {{\n  backend \"s3\" {{\n    bucket = \"b\"\n    key = \"k\"\n    region = \"us-east-1\"\n{acl}  }}\n}}\n"
        );
        text(&fix(&paste, &Options::default()).companions, "state-backend.tf")
    };
    assert!(block("    acl = \"private\"\n").contains("TAKE THE LINE acl OUT"));
    assert!(
        !block("").contains("TAKE THE LINE")
            && !block("    acl = \"bucket-owner-full-control\"\n").contains("TAKE THE LINE")
    );
    // A state under a customer's key can still be written by who holds it.
    assert!(block("").contains("DenyCustomerProvidedKeys"));
    assert!(
        !block("    encrypt = true\n    sse_customer_key = var.key\n").contains("DenyCustomerProvidedKeys")
    );
}

#[test]
fn many_places_are_told_and_cost_little() {
    let block = |index: usize| {
        format!(
            "terraform {{\n  backend \"s3\" {{\n    bucket = \"b{index}\"\n    key = \"k{index}\"\n  }}\n}}\n"
        )
    };
    let many: String = (0..5000).map(block).collect();
    let found = fix(&many, &Options::default());
    assert!(found.companions.len() < 100 && !found.companions.is_empty());
    assert!(found.notes.iter().any(|note| note.contains("first 12")), "{:?}", found.notes);
    let keys: String = (0..5000).map(|index| block(index).replace(&format!("b{index}"), "one")).collect();
    let files = fix(&keys, &Options::default()).companions;
    assert!(text(&files, "state-backend-access.tf").contains("variable \"state_keys\""), "too many to list");
}

#[test]
fn encryption_is_enforced_only_where_every_client_sends_the_key() {
    let with_key = text(&companions("s3-kms-alias"), "state-backend.tf");
    assert!(
        with_key.contains("data \"aws_kms_key\" \"state\"") && !with_key.contains("resource \"aws_kms_key\"")
    );
    let require = |text: &str| {
        let at = text.find("variable \"require_kms\"").unwrap();
        text[at..].lines().find(|line| line.contains("default")).unwrap().contains("true")
    };
    assert!(require(&with_key));
    assert!(!require(&text(&companions("s3-plain"), "state-backend.tf")));
}

#[test]
fn the_plan_role_never_writes_the_state() {
    let access = text(&companions("s3-workspace-prefix-role"), "state-backend-access.tf");
    let plan = &access
        [access.find("\"state_plan\" {").unwrap()..access.find("resource \"aws_iam_policy\"").unwrap()];
    let read = &plan[plan.find("\"ReadState\"").unwrap()..];
    let read = &read[..read.find('}').unwrap()];
    assert!(read.contains("actions   = [\"s3:GetObject\"]"), "{read}");
    assert_eq!(plan.matches("s3:PutObject").count(), 1, "only the lock file is written: {plan}");
    let digest = &plan[plan.find("\"Digest\"").unwrap()..];
    assert!(digest[..digest.find('}').unwrap()].contains("actions   = [\"dynamodb:GetItem\"]"), "{plan}");
    assert!(
        !access.contains("s3:*") && !access.contains("dynamodb:*") && !access.contains("DeleteObjectVersion")
    );
}

#[test]
fn a_store_that_is_not_amazons_gets_a_test_of_its_locks() {
    let files = companions("s3-compatible");
    assert_eq!(files.len(), 1);
    assert!(files[0].text.contains("bucket=minio-state\nendpoint=https://minio.acme.internal:9000\n"));
    assert!(files[0].text.contains("--if-none-match '*'"));
}

/// The check of a compatible store, with a program of ours in place of the AWS CLI.
#[test]
fn the_store_check_tells_stores_that_lock_from_those_that_ignore_the_condition() {
    let script = text(&companions("s3-compatible"), "state-store-check.sh");
    let puts = "echo \"$*\" >>calls\ncase $* in\n*get-bucket-versioning*) echo VERSIONS ;;\n*put-object*)\n  [ -e there ] && ANSWER\n  touch there ;;\nesac\n";
    let refuses = "{ echo 'An error occurred (PreconditionFailed)' >&2; exit 254; }";
    for (name, answer, versions, code, words) in [
        ("locks", refuses, "Enabled", 0, "use_lockfile = true locks here"),
        ("ignores", "true", "Enabled", 1, "NO LOCKING"),
        ("fails", "{ echo 'AccessDenied' >&2; exit 254; }", "Enabled", 1, "Unclear"),
        ("forgets", refuses, "None", 1, "Versioning is not on"),
    ] {
        let folder = tools::folder(&format!("store-check-{name}"));
        tools::write(&folder, "check.sh", &script);
        let stub = format!("#!/bin/bash\n{}", puts.replace("ANSWER", answer).replace("VERSIONS", versions));
        tools::write(&folder, "bin/aws", &stub);
        tools::must_pass(std::process::Command::new("chmod").arg("755").arg(folder.join("bin/aws")));
        let path = format!("{}:{}", folder.join("bin").display(), std::env::var("PATH").unwrap());
        let mut check = std::process::Command::new("bash");
        let out = tools::run(check.arg("check.sh").current_dir(&folder).env("PATH", path));
        let said =
            format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
        assert_eq!(out.status.code(), Some(code), "{name}: {said}");
        assert!(said.contains(words), "{name}: {said}");
        let calls = std::fs::read_to_string(folder.join("calls")).unwrap();
        assert!(
            calls.lines().all(|call| call.contains("--endpoint-url https://minio.acme.internal:9000")),
            "{calls}"
        );
        let removed = calls.lines().filter(|call| call.contains("delete-object")).collect::<Vec<_>>();
        assert!(
            removed.len() == 1 && removed[0].contains("--key stackengine-lock-check-"),
            "only its own: {calls}"
        );
    }
}

#[test]
fn sql_parses_by_the_parser_of_postgresql_and_names_cannot_break_out() {
    let folder = tools::folder("companions-sql");
    for name in ["pg-plain", "pg-hostile", "pg-empty"] {
        tools::write(&folder, &format!("{name}.sql"), &text(&companions(name), "state-backend.sql"));
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tools/parse_sql.py");
    let said = tools::must_pass(tools::python_tool("python").arg(script).args(tools::files(&folder, ".sql")));
    let parsed: Value = serde_json::from_str(said.trim()).unwrap();
    let statements = |name: &str| -> Vec<&str> {
        let path = folder.join(format!("{name}.sql"));
        parsed[path.to_str().unwrap()].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
    };
    assert!(statements("pg-empty").len() > 15);
    assert_eq!(statements("pg-hostile"), statements("pg-empty"), "a hostile schema adds no statement");
    assert_eq!(
        statements("pg-plain").len(),
        statements("pg-empty").len() + 1,
        "the user of the block is granted"
    );
    let plain = text(&companions("pg-plain"), "state-backend.sql");
    assert!(
        plain.contains("GRANT terraform_apply TO \"deploy\";")
            && plain.contains("\"net_prod\".states_history")
    );
    assert!(plain.contains("GRANT SELECT ON \"net_prod\".states TO terraform_plan;"));
}

#[test]
fn the_state_server_check_tells_servers_that_lock_from_those_that_do_not() {
    let folder = tools::folder("companions-http");
    let script = text(&companions("http-gitlab"), "state-server-check.sh");
    assert!(script.contains("lock_method=POST\nunlock_method=DELETE\n"));
    tools::write(&folder, "check.sh", &script);
    let servers = concat!(env!("CARGO_MANIFEST_DIR"), "/tools/state_servers.py");
    let said = tools::must_pass(tools::python_tool("python").arg(servers).arg(folder.join("check.sh")));
    let report: Value = serde_json::from_str(said.trim()).unwrap();
    for (server, code, words) in [
        ("good", 0, "A second lock is refused with 423"),
        ("lockless", 1, "NO LOCKING"),
        ("careless", 1, "can free another's lock"),
    ] {
        assert_eq!(report[server]["code"], code, "{server}: {report}");
        assert!(report[server]["said"].as_str().unwrap().contains(words), "{server}: {report}");
        assert_eq!(report[server]["still_held"], false, "{server}: the check cleans up: {report}");
    }
}

#[test]
fn every_backend_has_its_files() {
    let all = |name: &str| -> String { companions(name).iter().map(|file| file.text.as_str()).collect() };
    for (paste, words) in [
        (
            "gcs-plain",
            &["state_bucket = \"acme-tf\"", "variable \"location\"", "roles/storage.objectViewer"][..],
        ),
        (
            "gcs-key-impersonation",
            &["cryptoKeys/state\"", "serviceAccount:tf@acme-ops.iam.gserviceaccount.com"],
        ),
        ("gcs-terragrunt", &["\"acme-ops\"", "\"EU\""]),
        (
            "azurerm-plain",
            &[
                "storage_account = \"acmetfstate\"",
                "Storage Blob Data Contributor",
                "shared_access_key_enabled         = var.allow_account_key",
                "variable \"allow_account_key\"",
            ],
        ),
        (
            "azurerm-subscription",
            &["/resourceGroups/tfstate/providers/Microsoft.Storage/storageAccounts/acmetfstate\""],
        ),
        ("consul-plain", &["= \"terraform/net\"", "/.lockinfo\"", "session_prefix"]),
        (
            "kubernetes-default",
            &["namespace     = \"default\"", "lock-tfstate-${workspace}-${local.secret_suffix}"],
        ),
        ("oss-plain", &["lock_instance = \"acme-locks\"", "\"acme-locks:statelock\"", "name = \"LockID\""]),
        ("cos-plain", &["app_id       = \"1258798060\"", "versioning_enable    = true"]),
        ("oci-plain", &["n/acmens/b/acme-state", "versioning            = \"Enabled\""]),
        ("cloud-named", &["workspaces   = [\"net-prod\"]", "to = tfe_workspace.state[\"net-prod\"]"]),
        ("remote-prefix", &["variable \"workspaces\"", "hostname = \"tfe.acme.internal\""]),
        ("local-path", &["*.tfstate"]),
    ] {
        let text = all(paste);
        for word in words {
            assert!(text.contains(word), "{paste} lacks {word}:\n{text}");
        }
    }
    // Nothing that would hold or expire a lock.
    for paste in PASTES {
        for file in fixed(paste).companions {
            for word in [
                "  retention_policy {",
                "object_lock_configuration",
                "immutability_policy {",
                "ttl {",
                "retention_rules",
            ] {
                assert!(!file.text.contains(word), "{}: {word}", paste.name);
            }
        }
    }
    let removed = "terraform {\n  backend \"etcdv3\" {\n    endpoints = [\"https://etcd:2379\"]\n  }\n}\n";
    assert!(fix(removed, &Options::default()).companions.is_empty());
}

#[test]
fn no_secret_of_the_paste_is_in_any_file() {
    let secret = ["hunter", "2-Zq8"].concat();
    let key = ["AKIA", "IOSFODNN7EXAMPLE"].concat();
    for text in [
        format!(
            "terraform {{\n  backend \"pg\" {{\n    conn_str = \"postgres://deploy:{secret}@db/state\"\n  }}\n}}\n"
        ),
        format!(
            "terraform {{\n  backend \"http\" {{\n    address = \"https://u:{secret}@h/s\"\n    lock_address = \"https://u:{secret}@h/s\"\n    password = \"{secret}\"\n  }}\n}}\n"
        ),
        format!(
            "terraform {{\n  backend \"s3\" {{\n    bucket = \"b\"\n    key = \"k\"\n    region = \"us-east-1\"\n    access_key = \"{key}\"\n    secret_key = \"{secret}\"\n    sse_customer_key = \"{secret}\"\n  }}\n}}\n"
        ),
        format!(
            "terraform {{\n  backend \"azurerm\" {{\n    storage_account_name = \"a\"\n    container_name = \"c\"\n    key = \"k\"\n    access_key = \"{secret}\"\n  }}\n}}\n"
        ),
        format!(
            "terraform {{\n  backend \"consul\" {{\n    path = \"p\"\n    access_token = \"{secret}\"\n  }}\n}}\n"
        ),
        format!(
            "terraform {{\n  backend \"remote\" {{\n    organization = \"o\"\n    token = \"{secret}\"\n  }}\n}}\n"
        ),
    ] {
        let fix = fix(&text, &Options::default());
        assert!(!fix.companions.is_empty() && !fix.prevention.is_empty());
        for file in fix.companions.iter().chain(&fix.prevention) {
            // Names are made of the paste's in lower case.
            for part in [file.text.to_lowercase(), file.path.to_lowercase()] {
                assert!(
                    !part.contains(&secret.to_lowercase()) && !part.contains(&key.to_lowercase()),
                    "{}",
                    file.path
                );
            }
        }
    }
}

/// Real terraform reads every name as it stood in the paste.
#[test]
fn terraform_itself_reads_back_every_hostile_name() {
    let Some(mut terraform) = tools::terraform() else { return };
    let alphabet = ['$', '%', '{', '}', '"', '\\', '\n', 'a', '\u{202e}'];
    let mut names = vec![String::new()];
    let mut outputs = String::new();
    let mut wanted = Vec::new();
    for _ in 0..3 {
        names = names.iter().flat_map(|name| alphabet.iter().map(move |c| format!("{name}{c}"))).collect();
        for name in &names {
            // Every character escaped: what the paste says is beyond doubt.
            let escaped =
                name.chars().fold(String::new(), |out, c| out + &format!("\\u{:04x}", u32::from(c)));
            let paste = format!(
                "terraform {{\n  backend \"s3\" {{\n    bucket = \"{escaped}\"\n    key = \"k\"\n  }}\n}}\n"
            );
            let files = fix(&paste, &Options::default()).companions;
            let head = text(&files, "state-backend.tf");
            let line = head.lines().find(|line| line.trim_start().starts_with("state_bucket ")).unwrap();
            let value = line.split_once("= ").unwrap().1;
            if value != "var.state_bucket" {
                outputs.push_str(&format!("output \"o{}\" {{\n  value = {value}\n}}\n", wanted.len()));
                wanted.push(name.clone());
            }
        }
    }
    assert!(wanted.len() > 700, "{}", wanted.len());
    let folder = tools::folder("companions-names");
    tools::write(&folder, "main.tf", &outputs);
    tools::must_pass(terraform.current_dir(&folder).args([
        "apply",
        "-auto-approve",
        "-input=false",
        "-no-color",
    ]));
    let mut terraform = tools::terraform().unwrap();
    let out = tools::run(terraform.current_dir(&folder).args(["output", "-json"]));
    let values: Value = serde_json::from_slice(&out.stdout).unwrap();
    for (index, name) in wanted.iter().enumerate() {
        assert_eq!(values[format!("o{index}")]["value"], *name);
    }
}

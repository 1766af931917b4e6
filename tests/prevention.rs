//! The prevention kit, run by the real tools: Checkov, check-jsonschema, shellcheck, regorus, Python with moto, bash,
//! and terraform where it is present.

use crate::tools;
use crate::tools::pastes::{PASTES, fixed};
use serde_json::Value;
use stackengine_core::fix::{Companion, Options, fix};
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn kit(name: &str) -> Vec<Companion> {
    let paste = PASTES.iter().find(|paste| paste.name == name).unwrap();
    fixed(paste).prevention
}

fn kits() -> Vec<(&'static str, Vec<Companion>)> {
    PASTES.iter().map(|paste| (paste.name, kit(paste.name))).collect()
}

fn write_all(folder: &Path, wanted: impl Fn(&str) -> bool) -> usize {
    let mut count = 0;
    for (name, files) in kits() {
        for file in files {
            if wanted(&file.path) {
                tools::write(folder, &format!("{name}/{}", file.path), &file.text);
                count += 1;
            }
        }
    }
    count
}

#[test]
fn every_item_says_what_it_prevents() {
    for (name, files) in kits() {
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        for path in [
            "ci/terraform-ci.sh",
            ".github/workflows/terraform.yml",
            "ci/terraform.gitlab-ci.yml",
            "policy/no_lock_bypass.rego",
        ] {
            assert!(paths.contains(&path), "{name}: {paths:?}");
        }
        assert_eq!(paths.len(), paths.iter().collect::<BTreeSet<_>>().len(), "{name}: one file per path");
        for file in &files {
            assert!(file.purpose.len() > 30 && file.purpose.ends_with('.'), "{name}: {}", file.path);
            assert!(!file.text.contains("#:"), "{name}: {}: a template's mark is left", file.path);
            let forced = file.text.contains("force-unlock -force") && !file.path.contains("find-lock-bypass");
            assert!(!forced, "{name}: {} unlocks by force", file.path);
        }
    }
    assert!(fix("nothing here", &Options::default()).prevention.is_empty());
}

#[test]
fn scripts_pass_shellcheck() {
    let folder = tools::folder("prevention-scripts");
    assert!(write_all(&folder, |path| path.ends_with(".sh")) > 30);
    tools::must_pass(Command::new("shellcheck").args(tools::files(&folder, ".sh")));
}

#[test]
fn pipelines_fit_their_schemas() {
    let folder = tools::folder("prevention-pipelines");
    write_all(&folder, |path| path.ends_with(".yml") || path.ends_with(".yaml"));
    for (schema, suffix) in [
        ("vendor.github-workflows", ".github/workflows/terraform.yml"),
        ("vendor.gitlab-ci", "ci/terraform.gitlab-ci.yml"),
    ] {
        let mut files = tools::files(&folder, suffix);
        assert_eq!(files.len(), PASTES.len(), "{suffix}");
        let (watchdog, least) = match schema {
            "vendor.gitlab-ci" => ("watchdog/terraform-watchdog.gitlab-ci.yml", 1),
            _ => ("watchdog/terraform-watchdog.yml", 6),
        };
        let watchdogs = tools::files(&folder, watchdog);
        assert!(watchdogs.len() >= least, "{watchdogs:?}");
        files.extend(watchdogs);
        let mut check = tools::python_tool("check-jsonschema");
        tools::must_pass(check.args(["--builtin-schema", schema]).args(files));
    }
    // The checker itself finds fault.
    tools::write(&folder, "bad.yml", "on: push\njobs:\n  a:\n    runs-on: x\n    steps: 3\n");
    let mut check = tools::python_tool("check-jsonschema");
    let out =
        tools::run(check.args(["--builtin-schema", "vendor.github-workflows"]).arg(folder.join("bad.yml")));
    assert!(!out.status.success());
}

#[test]
fn the_kit_names_the_program_that_is_in_use() {
    let script =
        |name: &str| kit(name).into_iter().find(|file| file.path == "ci/terraform-ci.sh").unwrap().text;
    assert!(script("s3-plain").contains("\nprogram=terraform\n"));
    assert!(script("s3-terragrunt").contains("\nprogram=terragrunt\n"));
    let tofu = Options { tofu: true, ..Options::default() };
    let plain = PASTES.iter().find(|paste| paste.name == "s3-plain").unwrap();
    let files = fix(plain.text, &tofu).prevention;
    let text = |path: &str| &files.iter().find(|file| file.path.ends_with(path)).unwrap().text;
    assert!(text("terraform-ci.sh").contains("\nprogram=tofu\n"));
    assert!(text("workflows/terraform.yml").contains("tofu_wrapper: false"));
    assert!(text("gitlab-ci.yml").contains("opentofu/opentofu:$TOFU_VERSION"));
}

#[test]
fn one_apply_at_a_time_for_each_state_and_never_cancelled() {
    let mut groups = BTreeSet::new();
    for name in ["s3-plain", "s3-workspace-prefix-table", "s3-govcloud"] {
        let files = kit(name);
        let text = |path: &str| files.iter().find(|file| file.path.ends_with(path)).unwrap().text.clone();
        let workflow = text("workflows/terraform.yml");
        assert!(workflow.contains("cancel-in-progress: false"));
        let group = workflow.lines().find_map(|line| line.trim().strip_prefix("group: ")).unwrap().to_owned();
        assert!(text("gitlab-ci.yml").contains(&format!("resource_group: {group}\n")));
        groups.insert(group);
    }
    assert_eq!(
        groups.iter().map(String::as_str).collect::<Vec<_>>(),
        ["tfstate-acme-tfstate-net", "tfstate-acme-tfstate-prod", "tfstate-agency-state-a-b",]
    );
}

#[test]
fn every_state_of_the_paste_has_its_group() {
    let files = kit("s3-two-buckets");
    for path in ["workflows/terraform.yml", "gitlab-ci.yml"] {
        let text = &files.iter().find(|file| file.path.ends_with(path)).unwrap().text;
        assert!(text.contains("group: tfstate-acme-dev-state-dev\n"), "{text}");
        assert!(text.contains("with the group tfstate-acme-prod-state-prod\n"), "{text}");
    }
}

// ------------------------------------------------------------------------------------------------ wrapper

/// A folder with the wrapper and a program of ours in terraform's place.
fn with_stub(name: &str, stub: &str) -> (PathBuf, String) {
    let folder = tools::folder(name);
    let wrapper = kit("s3-plain").into_iter().find(|file| file.path == "ci/terraform-ci.sh").unwrap();
    tools::write(&folder, "ci.sh", &wrapper.text);
    tools::write(&folder, "bin/terraform", stub);
    fs::set_permissions(folder.join("bin/terraform"), fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", folder.join("bin").display(), std::env::var("PATH").unwrap());
    (folder, path)
}

const RECORD: &str = "#!/bin/bash\necho \"$@\" >>calls\n";

#[test]
fn the_wrapper_waits_for_locks_and_applies_only_the_plan() {
    let (folder, path) = with_stub("wrapper-calls", RECORD);
    let run = |action: &str| {
        Command::new("bash").args(["ci.sh", action]).current_dir(&folder).env("PATH", &path).output().unwrap()
    };
    assert!(run("plan").status.success());
    assert_eq!(run("apply").status.code(), Some(2), "there is no plan to apply");
    tools::write(&folder, "tfplan", "");
    tools::write(&folder, ".terraform.lock.hcl", "");
    assert!(run("apply").status.success());
    let calls = fs::read_to_string(folder.join("calls")).unwrap();
    let plan = folder.join("tfplan").display().to_string();
    assert_eq!(
        calls,
        format!(
            "init -input=false\nplan -input=false -lock-timeout=10m -out={plan}\n\
             init -input=false -lockfile=readonly\napply -input=false -lock-timeout=10m {plan}\n"
        )
    );
    // A state that could not be written is not run over.
    tools::write(&folder, "errored.tfstate", "{}");
    let out = run("apply");
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains("terraform state push ./errored.tfstate"));
    assert_eq!(run("force-unlock").status.code(), Some(2));
}

#[test]
fn the_wrapper_refuses_a_lock_that_is_switched_off_in_the_environment() {
    let (folder, path) = with_stub("wrapper-bypass", RECORD);
    let run = |variable: &str, value: &str| {
        Command::new("bash")
            .args(["ci.sh", "plan"])
            .current_dir(&folder)
            .env("PATH", &path)
            .env(variable, value)
            .output()
            .unwrap()
            .status
            .code()
    };
    for (variable, value) in [
        ("TF_CLI_ARGS", "-no-color -lock=false"),
        ("TF_CLI_ARGS_plan", "--lock=0"),
        ("TF_CLI_ARGS_apply", "-lock=\"FALSE\""),
    ] {
        assert_eq!(run(variable, value), Some(2), "{variable}={value}");
    }
    assert!(!folder.join("calls").exists(), "terraform was not started");
    for value in ["-lock=true", "-lock-timeout=1m", "-lockfile=readonly", ""] {
        assert_eq!(run("TF_CLI_ARGS_plan", value), Some(0), "{value}");
    }
}

#[test]
fn a_signal_to_the_wrapper_reaches_terraform() {
    let stub = "#!/bin/bash\n[ \"$1\" = init ] && exit 0\ntrap 'echo got it >signal; exit 1' TERM\ntouch started\nfor _ in $(seq 200); do sleep 0.05; done\n";
    let (folder, path) = with_stub("wrapper-signal", stub);
    tools::write(&folder, "tfplan", "");
    let mut child = Command::new("bash")
        .args(["ci.sh", "apply"])
        .current_dir(&folder)
        .env("PATH", &path)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    tools::wait_until(|| folder.join("started").exists());
    tools::must_pass(Command::new("kill").args(["-TERM", &child.id().to_string()]));
    child.wait().unwrap();
    assert_eq!(fs::read_to_string(folder.join("signal")).unwrap(), "got it\n");
}

#[test]
fn real_terraform_frees_its_lock_when_the_wrapper_is_stopped() {
    if tools::terraform().is_none() {
        return;
    }
    let folder = tools::folder("wrapper-terraform");
    let wrapper = kit("s3-plain").into_iter().find(|file| file.path == "ci/terraform-ci.sh").unwrap();
    tools::write(&folder, "ci.sh", &wrapper.text);
    tools::write(
        &folder,
        "main.tf",
        "resource \"terraform_data\" \"slow\" {\n  provisioner \"local-exec\" {\n    command = \"touch started; sleep 20\"\n  }\n}\n",
    );
    let wrapper = |action: &str| {
        let mut command = Command::new("bash");
        command
            .args(["ci.sh", action])
            .current_dir(&folder)
            .env("CHECKPOINT_DISABLE", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    };
    assert!(wrapper("plan").status().unwrap().success());
    let mut child = wrapper("apply").spawn().unwrap();
    tools::wait_until(|| folder.join("started").exists());
    assert!(folder.join(".terraform.tfstate.lock.info").exists(), "the apply holds the lock");
    tools::must_pass(Command::new("kill").args(["-TERM", &child.id().to_string()]));
    child.wait().unwrap();
    assert!(!folder.join(".terraform.tfstate.lock.info").exists(), "the lock is free again");
}

// ------------------------------------------------------------------------------------------- lock bypasses

#[test]
fn the_text_search_finds_bypasses_and_nothing_else() {
    let folder = tools::folder("bypass");
    let files = kit("s3-plain");
    let find = files.iter().find(|file| file.path == "ci/find-lock-bypass.sh").unwrap();
    tools::write(&folder, "find.sh", &find.text);
    let run = |text: &str| {
        tools::write(&folder, "repository/pipeline.yml", text);
        Command::new("bash")
            .arg("find.sh")
            .arg("repository")
            .current_dir(&folder)
            .output()
            .unwrap()
            .status
            .code()
    };
    for text in [
        "terraform apply -lock=false",
        "run: tofu plan --lock=0 -no-color",
        "TF_CLI_ARGS_plan: \"-lock=false\"",
        "terraform plan -lock='false'",
        "terraform force-unlock -force \"$LOCK_ID\"",
    ] {
        assert_eq!(run(text), Some(1), "{text}");
    }
    for text in [
        "terraform apply -lock=true -lock-timeout=0s",
        "block=false",
        "terraform init -lockfile=readonly",
        "--clock=0",
    ] {
        assert_eq!(run(text), Some(0), "{text}");
    }
    // The kit does not trip over itself.
    for file in &files {
        tools::write(&folder, &format!("kit/{}", file.path), &file.text);
    }
    assert_eq!(
        Command::new("bash").arg("find.sh").arg("kit").current_dir(&folder).status().unwrap().code(),
        Some(0)
    );
}

#[test]
fn the_policy_denies_every_spelling_and_passes_its_own_tests() {
    let files = kit("s3-plain");
    let mut engine = regorus::Engine::new();
    let mut names = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with(".rego")) {
        engine.add_policy(file.path.clone(), file.text.clone()).unwrap();
        names.extend(
            file.text
                .lines()
                .filter(|line| line.starts_with("test_"))
                .map(|line| line.split(' ').next().unwrap()),
        );
    }
    assert_eq!(names.len(), 3);
    for name in names {
        let result = engine.eval_rule(format!("data.terraform.no_lock_bypass_test.{name}")).unwrap();
        assert_eq!(result, regorus::Value::from(true), "{name}");
    }
    let mut denied = |input: &str| {
        engine.set_input(regorus::Value::from_json_str(input).unwrap());
        let deny = engine.eval_rule("data.terraform.no_lock_bypass.deny".to_owned()).unwrap();
        deny.as_set().unwrap().len()
    };
    for (input, count) in [
        (r#"{"args":["apply","-lock=false"],"env":{}}"#, 1),
        (r#"{"args":["apply","--lock=False","-lock=0"],"env":{"TF_CLI_ARGS_apply":"-lock=f"}}"#, 3),
        (r#"{"args":["plan"],"env":{"TF_CLI_ARGS":"-no-color  -lock=false"}}"#, 1),
        (
            r#"{"args":["plan","-lock=true","-lock-timeout=10m","-lockfile=readonly","-lock","false"],"env":{}}"#,
            0,
        ),
        (r#"{"args":[],"env":{"OTHER":"-lock=false"}}"#, 0),
        (r"{}", 0),
    ] {
        assert_eq!(denied(input), count, "{input}");
    }
    // The script hands the policy the very arguments and environment, whatever they hold.
    let folder = tools::folder("policy-script");
    for file in files.iter().filter(|file| file.path.starts_with("policy/")) {
        tools::write(&folder, &file.path, &file.text);
    }
    tools::write(&folder, "bin/opa", "#!/bin/bash\ncat >input.json\n");
    fs::set_permissions(folder.join("bin/opa"), fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", folder.join("bin").display(), std::env::var("PATH").unwrap());
    for (arguments, variable, count) in [
        (&["apply", "-lock=false", "a \"quoted\" one"][..], "", 1),
        (&["plan", "--", "-input=false"], "-lock=0 -no-color", 1),
        (&["plan", "-lock-timeout=10m"], "-lockfile=readonly", 0),
    ] {
        let mut script = Command::new("bash");
        script.arg("policy/check-command.sh").args(arguments).current_dir(&folder);
        tools::must_pass(script.env("PATH", &path).env("TF_CLI_ARGS_plan", variable));
        assert_eq!(denied(&fs::read_to_string(folder.join("input.json")).unwrap()), count, "{arguments:?}");
    }
    // The old syntax, which tutorials hand out, is no policy at all.
    let old = "package old\nimport rego.v1\ndeny[msg] { input.flags[_] == \"-lock=false\"; msg := \"no\" }\n";
    assert!(regorus::Engine::new().add_policy("old.rego".to_owned(), old.to_owned()).is_err());
}

// ------------------------------------------------------------------------------------------------ scanners

/// Checkov over watchdogs and pipelines, and with the kit's own configuration over a good and a bad bucket.
#[test]
fn checkov_passes_watchdogs_and_pipelines_and_gates_with_the_kits_configuration() {
    let folder = tools::folder("prevention-checkov");
    let written = write_all(&folder, |path| path.starts_with("watchdog"));
    // Pipelines differ by backend only; one of each is enough.
    for (name, files) in kits().into_iter().filter(|(name, _)| name.ends_with("-plain")) {
        for file in files.iter().filter(|file| file.path.ends_with(".yml")) {
            tools::write(&folder, &format!("{name}/{}", file.path), &file.text);
        }
    }
    let report = tools::checkov(&folder, &["terraform", "github_actions", "gitlab_ci"]);
    assert!(written > 10 && report.passed > 800, "{written} files, {} passed", report.passed);
    eprintln!(
        "Checkov 3.3.30 on watchdogs and pipelines: {} passed, 0 failed, {} skipped",
        report.passed,
        report.skipped.len()
    );
    assert!(report.failed.is_empty(), "{}", report.failed.join("\n"));

    let gate = tools::folder("prevention-gate");
    let config = kit("s3-plain").into_iter().find(|file| file.path == ".checkov.yaml").unwrap();
    tools::write(&gate, ".checkov.yaml", &config.text);
    let ids: BTreeSet<&str> = config
        .text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- CKV"))
        .map(|id| id.split(' ').next().unwrap())
        .collect();
    assert!(ids.contains("_AWS_21") && !ids.contains("_AWS_77"), "{ids:?}");
    tools::write(
        &gate,
        "bad/main.tf",
        "resource \"aws_s3_bucket\" \"state\" {\n  bucket = \"acme\"\n}\nresource \"aws_dynamodb_table\" \"lock\" {\n  name     = \"x\"\n  hash_key = \"LockID\"\n  attribute {\n    name = \"LockID\"\n    type = \"S\"\n  }\n  server_side_encryption {\n    enabled = true\n  }\n}\n",
    );
    let run = |what: &str| {
        let mut checkov = tools::python_tool("checkov");
        tools::run(checkov.current_dir(&gate).args([
            "--config-file",
            ".checkov.yaml",
            "--skip-download",
            "-d",
            what,
        ]))
    };
    let bad = run("bad");
    let said = String::from_utf8_lossy(&bad.stdout).into_owned();
    assert_eq!(bad.status.code(), Some(1), "{said}{}", String::from_utf8_lossy(&bad.stderr));
    for id in ["CKV_AWS_21", "CKV_AWS_145", "CKV2_AWS_6", "CKV_AWS_28", "CKV_AWS_119"] {
        assert!(said.contains(id), "{id}: {said}");
    }
    let paste = PASTES.iter().find(|paste| paste.name == "s3-workspace-prefix-table").unwrap();
    for file in fix(paste.text, &Options::default()).companions {
        tools::write(&gate, &format!("good/{}", file.path), &file.text);
    }
    let good = run("good");
    assert_eq!(good.status.code(), Some(0), "{}", String::from_utf8_lossy(&good.stdout));
}

#[test]
fn scanner_ids_are_known_to_the_scanner() {
    let known = tools::must_pass(tools::python_tool("checkov").arg("--list"));
    let mut ids = 0;
    for (name, files) in kits() {
        for file in files.iter().filter(|file| file.path == ".checkov.yaml") {
            for id in file
                .text
                .lines()
                .filter_map(|line| line.trim().strip_prefix("- "))
                .filter(|id| id.starts_with("CKV"))
            {
                let id = id.split(' ').next().unwrap();
                assert!(known.contains(&format!("| {id} ")), "{name}: {id} is no check of Checkov 3.3.30");
                ids += 1;
            }
        }
    }
    assert!(ids > 20);
}

// ------------------------------------------------------------------------------------------------ watchdog

#[test]
fn the_watchdog_reads_emulated_locks_tells_once_and_deletes_nothing() {
    let folder = tools::folder("watchdog");
    for file in kit("s3-workspace-prefix-table") {
        if file.path.starts_with("watchdog/") && file.path.ends_with(".py") {
            tools::write(&folder, &file.path, &file.text);
        }
    }
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tools/watchdog_aws.py");
    let said = tools::must_pass(tools::python_tool("python").arg(script).arg(folder.join("watchdog")));
    let report: Value = serde_json::from_str(
        said.lines().rev().find(|line| line.starts_with("REPORT ")).unwrap().trim_start_matches("REPORT "),
    )
    .unwrap();
    assert_eq!(report["checks"], 12, "{said}");
}

#[test]
fn the_gcs_watchdog_tells_once_and_fails_loudly() {
    let folder = tools::folder("watchdog-gcs");
    for file in kit("gcs-plain") {
        if file.path.ends_with(".py") {
            tools::write(&folder, &file.path, &file.text);
        }
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tools/watchdog_gcs.py");
    let said = tools::must_pass(tools::python_tool("python").arg(script).arg(folder.join("watchdog")));
    assert!(said.contains("REPORT {\"locks\": 4}"), "{said}");
}

#[test]
fn python_compiles() {
    let folder = tools::folder("prevention-python");
    assert!(write_all(&folder, |path| path.ends_with(".py")) > 8);
    tools::must_pass(
        tools::python_tool("python").args(["-m", "py_compile"]).args(tools::files(&folder, ".py")),
    );
}

/// The scheduled watchdogs, with a program of ours in place of the cloud's own.
#[test]
fn scheduled_watchdogs_read_what_the_clouds_tools_print() {
    let lock = |created: &str| {
        serde_json::json!({"ID": "11111111-2222-4333-8444-555555555555", "Operation": "OperationTypeApply",
            "Who": "ci@runner-7", "Created": created})
        .to_string()
    };
    let (old, young) = (lock("2026-05-04T10:00:00.123456789Z"), lock("2026-05-04T11:59:30.5Z"));
    let now = "1777896000"; // 2026-05-04T12:00:00Z
    let blob = |name: &str, state: &str, text: &str| serde_json::json!({"name": name, "properties": {"lease": {"state": state}}, "metadata": {"terraformlockid": base64(text)}});
    let lease = |name: &str, holder: Option<&str>, text: &str| serde_json::json!({"metadata": {"name": name, "annotations": {"app.terraform.io/lock-info": text}}, "spec": {"holderIdentity": holder}});
    let azure = |blobs: Vec<Value>| format!("cat <<'X'\n{}\nX\n", Value::from(blobs));
    let kubernetes = |leases: Vec<Value>| format!("cat <<'X'\n{}\nX\n", serde_json::json!({"items": leases}));
    let oracle = |text: &str| {
        format!(
            "case \"$*\" in *list*) echo '[\"a.tfstate\",\"a.tfstate.tflock\"]' ;; *) cat <<'X'\n{text}\nX\n;; esac\n"
        )
    };
    let aws = |text: &str| {
        format!(
            "case \"$*\" in *list-objects*) echo '[\"a.tfstate\",\"a.tfstate.tflock\"]' ;; *) cat <<'X'\n{text}\nX\n;; esac\n"
        )
    };
    // The package's own names, as of 6.4: a client that gives two pages, a row of a lock and one of a digest.
    let tablestore = |text: &str| {
        format!(
            "cat >tablestore.py <<'X'\nINF_MIN, INF_MAX = object(), object()\nclass Direction:\n    FORWARD = 'FORWARD'\nclass Row:\n    def __init__(self, key, columns):\n        self.primary_key, self.attribute_columns = [('LockID', key)], columns\nclass OTSClient:\n    def __init__(self, end_point, key, secret, instance_name, sts_token=None):\n        assert (end_point, key, secret, instance_name) == ('https://acme-locks.eu-central-1.ots.aliyuncs.com', 'k', 's', 'acme-locks')\n    def get_range(self, table, direction, start, end, columns):\n        assert table == 'statelock' and columns == ['Info'] and end == [('LockID', INF_MAX)]\n        if start == [('LockID', INF_MIN)]:\n            return None, [('LockID', 'b')], [Row('a-md5', [])], None\n        return None, None, [Row('acme-state/env:/prod/terraform.tfstate', [('Info', {text:?}, 1)])], None\nX\nPYTHONPATH=. ALICLOUD_ACCESS_KEY=k ALICLOUD_SECRET_KEY=s exec /usr/bin/env -S PATH=/usr/bin:/bin python3 \"$@\"\n"
        )
    };
    let gitlab = |locked: &str| {
        format!(
            "case \"$*\" in */api/graphql*) jq -e '.variables.path == \"acme/net\"' >&2 && echo '{{\"data\":{{\"project\":{{\"terraformStates\":{{\"nodes\":[{{\"name\":\"prod\",\"lockedAt\":{locked},\"lockedByUser\":{{\"username\":\"ana\"}}}}]}}}}}}}}' ;; *https://gitlab.acme.internal/api/v4/projects/7) echo '{{\"path_with_namespace\":\"acme/net\"}}' ;; *) exit 9 ;; esac\n"
        )
    };
    let id = "11111111-2222-4333-8444-555555555555";
    let cases = [
        (
            "azurerm-plain",
            "az",
            azure(vec![blob("prod", "leased", &old), blob("b", "available", &old)]),
            1,
            "Place:     prod",
        ),
        ("azurerm-plain", "az", azure(vec![blob("prod", "leased", &young)]), 0, "1 locks, 0 of them old"),
        ("azurerm-plain", "az", azure(vec![blob("prod", "leased", "")]), 1, "Age:       unknown"),
        ("azurerm-plain", "az", azure(vec![]), 0, "0 locks"),
        ("azurerm-plain", "az", "exit 3\n".to_owned(), 3, ""),
        (
            "kubernetes-default",
            "kubectl",
            kubernetes(vec![
                lease("lock-tfstate-default-net", Some(id), &old),
                lease("other", Some("x"), ""),
            ]),
            1,
            "Who:       ci@runner-7",
        ),
        (
            "kubernetes-default",
            "kubectl",
            kubernetes(vec![lease("lock-tfstate-default-net", None, "")]),
            0,
            "0 locks",
        ),
        ("oci-plain", "oci", oracle(&old), 1, "Place:     a.tfstate.tflock"),
        ("oci-plain", "oci", oracle(&young), 0, "1 locks, 0"),
        ("cos-plain", "aws", aws(&old), 1, "Who:       ci@runner-7"),
        ("cos-plain", "aws", aws("no JSON"), 1, "Place:     a.tfstate.tflock"),
        ("s3-compatible-locked", "aws", aws(&young), 0, "1 locks, 0"),
        ("s3-compatible-locked", "aws", "exit 4\n".to_owned(), 4, ""),
        ("oss-plain", "python3", tablestore(&old), 1, "Place:     acme-state/env:/prod/terraform.tfstate"),
        ("oss-plain", "python3", tablestore(&young), 0, "1 locks, 0"),
        ("http-gitlab", "curl", gitlab("\"2026-05-04T10:00:00Z\""), 1, "Who:       ana"),
        ("http-gitlab", "curl", gitlab("\"2026-05-04T11:59:00Z\""), 0, "1 locks, 0"),
        ("http-gitlab", "curl", gitlab("null"), 0, "0 locks"),
        ("http-gitlab", "curl", "exit 22\n".to_owned(), 22, ""),
    ];
    for (index, (paste, program, stub, code, words)) in cases.into_iter().enumerate() {
        let folder = tools::folder(&format!("watchdog-ci-{index}"));
        let script = kit(paste).into_iter().find(|file| file.path == "watchdog/stale-locks.sh").unwrap();
        tools::write(&folder, "stale-locks.sh", &script.text);
        let stub = format!("#!/bin/bash\necho \"$*\" >>{}\n{stub}", folder.join("calls").display());
        tools::write(&folder, &format!("bin/{program}"), &stub);
        fs::set_permissions(folder.join("bin").join(program), fs::Permissions::from_mode(0o755)).unwrap();
        let path = format!("{}:{}", folder.join("bin").display(), std::env::var("PATH").unwrap());
        let out = Command::new("bash")
            .args(["stale-locks.sh", "60"])
            .current_dir(&folder)
            .env("PATH", path)
            .env("NOW", now)
            .env("GITLAB_TOKEN", "t")
            .output()
            .unwrap();
        let said =
            format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
        assert_eq!(out.status.code(), Some(code), "{index} {paste}: {said}");
        assert!(said.contains(words), "{index} {paste}: {said}");
        assert!(code != 1 || said.contains("Age is no proof"), "{index}: {said}");
        let calls = fs::read_to_string(folder.join("calls")).unwrap();
        for word in ["delete", "release", "break", "patch", "put", "apply"] {
            assert!(calls.split_whitespace().all(|said| said != word), "{index} {paste} only reads: {calls}");
        }
    }
}

/// Where there is nothing to watch, the kit says why.
#[test]
fn a_backend_without_a_watchdog_has_the_reason() {
    for (paste, word) in [
        ("consul-plain", "Consul frees"),
        ("pg-plain", "pg_stat_activity"),
        ("http-error", "without taking it"),
        ("cloud-named", "not since when"),
        ("remote-prefix", "not since when"),
        ("local-path", "ends with the process"),
    ] {
        let files = kit(paste);
        let watchdog: Vec<_> = files.iter().filter(|file| file.path.starts_with("watchdog/")).collect();
        assert!(watchdog.len() == 1 && watchdog[0].text.contains(word), "{paste}");
    }
}

fn base64(text: &str) -> String {
    let mut child =
        Command::new("base64").arg("-w0").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), text.as_bytes()).unwrap();
    String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
}

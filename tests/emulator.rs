//! The whole way with real terraform and an emulated S3 on loopback: a hardened block is initialised, planned and
//! applied, its lock holds, a killed apply leaves it, the watchdog finds it, and the command that the diagnosis gives
//! frees exactly that lock.

use crate::tools;
use serde_json::Value;
use stackengine_core::analyze::{self, analyze};
use stackengine_core::fix::{Options, fix, harden_file};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

struct Emulator {
    child: Child,
    port: String,
}

impl Emulator {
    /// `log` takes a line for each request.
    fn start(log: Stdio) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tools/s3_emulator.py");
        let mut child = tools::python_tool("python")
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut port = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut port).unwrap();
        assert!(!port.trim().is_empty(), "the emulator runs");
        Self { child, port: port.trim().to_owned() }
    }

    /// A command whose AWS clients speak to the emulator only.
    fn command(&self, program: &str, folder: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(folder);
        self.environment(&mut command);
        command
    }

    fn environment(&self, command: &mut Command) {
        let endpoint = format!("http://127.0.0.1:{}", self.port);
        for service in ["S3", "DYNAMODB", "STS", "IAM", "CLOUDWATCH", "SNS"] {
            command.env(format!("AWS_ENDPOINT_URL_{service}"), &endpoint);
        }
        command
            .env("AWS_ACCESS_KEY_ID", "testing")
            .env("AWS_SECRET_ACCESS_KEY", "testing")
            .env("AWS_DEFAULT_REGION", "us-east-1")
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .env("CHECKPOINT_DISABLE", "1")
            .env_remove("AWS_PROFILE");
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        _ = self.child.wait();
    }
}

fn said(out: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
}

/// What the watchdog of the kit finds.
fn watchdog(emulator: &Emulator, folder: &Path) -> Vec<Value> {
    let mut python = tools::python_tool("python");
    emulator.environment(&mut python);
    let out = python
        .current_dir(folder.join("watchdog"))
        .args(["-c", "import stale_locks; stale_locks.handler({}, None)"])
        .env("STATE_BUCKET", "acme-tfstate")
        .env("LOCK_TABLE", "acme-locks")
        .env("LONGEST_APPLY_SECONDS", "3600")
        .env("PERIOD_SECONDS", "300")
        .env("METRIC_NAMESPACE", "TerraformLocks/acme")
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", said(&out));
    String::from_utf8_lossy(&out.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_hardened_block_locks_and_a_lock_that_a_killed_apply_left_is_found_and_freed() {
    if tools::terraform().is_none() {
        return;
    }
    let emulator = Emulator::start(Stdio::null());
    let folder = tools::folder("emulator");
    let paste = "terraform {\n  required_version = \">= 1.10.0\"\n  backend \"s3\" {\n    bucket         = \"acme-tfstate\"\n    key            = \"net/terraform.tfstate\"\n    region         = \"us-east-1\"\n    dynamodb_table = \"acme-locks\"\n  }\n}\n";
    let hardened = harden_file(paste, &Options::default()).unwrap();
    assert!(hardened.contains("use_lockfile") && hardened.contains("encrypt"), "{hardened}");
    tools::write(&folder, "backend.tf", &hardened);
    tools::write(
        &folder,
        "main.tf",
        "variable \"seconds\" {\n  type = number\n}\nresource \"terraform_data\" \"slow\" {\n  input = var.seconds\n  provisioner \"local-exec\" {\n    command = \"touch started; exec sleep ${var.seconds}\"\n  }\n}\n",
    );
    for file in fix(paste, &Options::default()).prevention {
        if file.path.starts_with("watchdog/") && file.path.ends_with(".py") {
            tools::write(&folder, &file.path, &file.text);
        }
    }
    let terraform =
        |arguments: &[&str]| emulator.command("terraform", &folder).args(arguments).output().unwrap();

    // Init takes every argument of the hardened block; the emulator only wants its bucket in the path.
    let init = terraform(&["init", "-input=false", "-no-color", "-backend-config=use_path_style=true"]);
    assert!(init.status.success(), "{}", said(&init));
    assert!(terraform(&["apply", "-input=false", "-auto-approve", "-var=seconds=0"]).status.success());
    assert!(watchdog(&emulator, &folder).is_empty(), "the apply freed both locks");

    // A running apply holds the lock file and the lock item; a second run is refused.
    std::fs::remove_file(folder.join("started")).unwrap();
    let mut apply = emulator
        .command("terraform", &folder)
        .args(["apply", "-input=false", "-auto-approve", "-replace=terraform_data.slow", "-var=seconds=30"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    tools::wait_until(|| folder.join("started").exists());
    let held = watchdog(&emulator, &folder);
    assert_eq!(held.len(), 2, "{held:?}");
    let refused = terraform(&["plan", "-input=false", "-no-color", "-var=seconds=30"]);
    assert!(!refused.status.success() && said(&refused).contains("Error acquiring the state lock"));

    // Killed, it leaves both: the watchdog tells who held them, and age alone makes nothing of it.
    apply.kill().unwrap();
    apply.wait().unwrap();
    let left = watchdog(&emulator, &folder);
    let places: Vec<&str> = left.iter().map(|lock| lock["place"].as_str().unwrap()).collect();
    assert_eq!(
        places,
        [
            "s3://acme-tfstate/net/terraform.tfstate.tflock",
            "dynamodb://acme-locks/acme-tfstate/net/terraform.tfstate"
        ]
    );
    assert!(
        left.iter().all(|lock| lock["age_seconds"].as_u64().unwrap() < 60 && lock["readable"] == true),
        "{left:?}"
    );

    // The command that the diagnosis gives for that very output frees it.
    let output = said(&terraform(&["plan", "-input=false", "-no-color", "-var=seconds=30"]));
    let analysis = analyze(&format!("{hardened}\n{output}"), &analyze::Options::default());
    let incident = analysis.diagnosis.incidents.first().unwrap();
    let command = incident.unlock.command.as_deref().unwrap();
    let id = left[0]["id"].as_str().unwrap();
    assert!(command.contains(id), "{command} frees {id}");
    let freed =
        emulator.command("bash", &folder).args(["-c", &format!("yes yes | {command}")]).output().unwrap();
    assert!(freed.status.success(), "{command}: {}", said(&freed));
    assert!(watchdog(&emulator, &folder).is_empty(), "both are free");
    assert!(terraform(&["apply", "-input=false", "-auto-approve", "-var=seconds=0"]).status.success());
}

/// A request as IAM sees it: action and resource, the bucket's name first.
fn asked_for(line: &str) -> Option<(&'static str, String)> {
    let (method, rest) = line.split_once('"')?.1.split_once(' ')?;
    let target = rest.split(' ').next()?;
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let resource = path.trim_start_matches('/').trim_end_matches('/').replace("%3A", ":");
    let is_object = resource.contains('/');
    let action = match method {
        "GET" if !is_object && query.contains("prefix") => "s3:ListBucket",
        "GET" | "HEAD" if is_object => "s3:GetObject",
        "PUT" if is_object => "s3:PutObject",
        "DELETE" if is_object => "s3:DeleteObject",
        // DynamoDB, IAM and STS post to the root.
        "POST" if resource.is_empty() => return None,
        other => panic!("{other} {target} is of no action that the policies name"),
    };
    Some((action, resource))
}

/// The S3 statements of a policy document of the companion: actions and resource patterns.
fn policy(access: &str, name: &str) -> Vec<(Vec<String>, Vec<String>)> {
    assert!(access.contains("[\"net/terraform.tfstate\"]") && access.contains("[\"env:/*\"]"), "{access}");
    let state = "acme-tfstate/net/terraform.tfstate".to_owned();
    let workspace = "acme-tfstate/env:/*/net/terraform.tfstate".to_owned();
    let body: hcl::Body = hcl::parse(access).unwrap();
    let document = body
        .blocks()
        .find(|block| block.labels().iter().any(|label| label.as_str() == name))
        .unwrap_or_else(|| panic!("{name} is there"));
    let attribute = |block: &hcl::Block, name: &str| {
        hcl::format::to_string(&block.body().attributes().find(|one| one.key() == name).unwrap().expr)
            .unwrap()
    };
    let mut out = Vec::new();
    for statement in document.body().blocks() {
        let actions: Vec<String> = attribute(statement, "actions")
            .split('"')
            .filter(|part| part.contains(':'))
            .map(str::to_owned)
            .collect();
        let on = attribute(statement, "resources");
        let mut resources = Vec::new();
        if on.contains("aws_s3_bucket.state.arn") {
            resources.push("acme-tfstate".to_owned());
        }
        if on.contains("local.state_objects") {
            resources.push(state.clone());
        }
        if on.contains("local.workspace_objects") {
            resources.push(workspace.clone());
        }
        if on.contains("local.lock_objects") {
            resources.extend([&state, &workspace].map(|object| format!("{object}.tflock")));
        }
        out.push((actions, resources));
    }
    out
}

fn matches(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((start, end)) => {
            text.len() >= start.len() + end.len() && text.starts_with(start) && text.ends_with(end)
        }
    }
}

fn allows(policy: &[(Vec<String>, Vec<String>)], action: &str, resource: &str) -> bool {
    policy.iter().any(|(actions, resources)| {
        actions.iter().any(|one| one == action) && resources.iter().any(|pattern| matches(pattern, resource))
    })
}

#[test]
fn the_policies_allow_what_terraform_asks_for_and_no_more() {
    if tools::terraform().is_none() {
        return;
    }
    let folder = tools::folder("emulator-policies");
    let log = folder.join("requests");
    let emulator = Emulator::start(std::fs::File::create(&log).unwrap().into());
    let paste = "terraform {\n  backend \"s3\" {\n    bucket       = \"acme-tfstate\"\n    key          = \"net/terraform.tfstate\"\n    region       = \"us-east-1\"\n    encrypt      = true\n    use_lockfile = true\n  }\n}\n";
    let companions = fix(paste, &Options::default()).companions;
    let access = &companions.iter().find(|file| file.path == "state-backend-access.tf").unwrap().text;
    tools::write(&folder, "main.tf", &format!("{paste}resource \"terraform_data\" \"x\" {{}}\n"));
    let mut seen = std::fs::read_to_string(&log).unwrap().lines().count();
    let mut run = |arguments: &[&str]| -> Vec<(&'static str, String)> {
        let out = emulator.command("terraform", &folder).args(arguments).output().unwrap();
        assert!(out.status.success(), "{arguments:?}: {}", said(&out));
        let lines = std::fs::read_to_string(&log).unwrap();
        let asked = lines.lines().skip(seen).filter_map(asked_for).collect();
        seen = lines.lines().count();
        asked
    };

    let init = ["init", "-input=false", "-backend-config=use_path_style=true"];
    let mut applied = run(&init);
    for arguments in [
        &["apply", "-input=false", "-auto-approve"][..],
        &["workspace", "new", "dev"],
        &["apply", "-input=false", "-auto-approve"],
        &["destroy", "-input=false", "-auto-approve"],
        &["workspace", "select", "default"],
        &["workspace", "delete", "dev"],
    ] {
        applied.extend(run(arguments));
    }
    let planned = run(&["plan", "-input=false"]);

    let (apply, plan) = (policy(access, "state_apply"), policy(access, "state_plan"));
    for (action, resource) in &applied {
        assert!(allows(&apply, action, resource), "apply may not {action} on {resource}");
    }
    for (action, resource) in &planned {
        assert!(allows(&plan, action, resource), "plan may not {action} on {resource}");
    }
    // Each right is used by something: nothing is granted for good measure.
    for (actions, resources) in &apply {
        for resource in resources {
            for action in actions {
                let is_used = applied.iter().any(|(asked, on)| asked == action && matches(resource, on));
                assert!(is_used, "{action} on {resource} is never asked for");
            }
        }
    }
    assert!(
        planned.iter().any(|(action, on)| *action == "s3:PutObject" && on.ends_with(".tflock")),
        "{planned:?}"
    );
    assert!(!allows(&plan, "s3:PutObject", "acme-tfstate/net/terraform.tfstate"));
    assert!(!allows(&plan, "s3:DeleteObject", "acme-tfstate/env:/dev/net/terraform.tfstate"));
    assert!(!allows(&apply, "s3:DeleteObject", "acme-tfstate/net/terraform.tfstate"));
    assert!(!allows(&apply, "s3:GetObject", "acme-tfstate/other/terraform.tfstate"));
}

//! Runs the real tools. `./test` installs them; only terraform may be missing, and then that is said loudly.

pub(crate) mod blocks;
pub(crate) mod layout;
pub(crate) mod pastes;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// A folder of this test run, empty at first.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

pub(crate) fn write(folder: &Path, path: &str, text: &str) {
    let file = folder.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, text).unwrap();
}

/// A program of the Python environment that `scripts/setup.sh` makes.
pub(crate) fn python_tool(name: &str) -> Command {
    let tools = std::env::var_os("STACKENGINE_TOOLS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../.tools"), PathBuf::from);
    let program = tools.join("checkov/bin").join(name);
    assert!(program.exists(), "{} is missing: run ./test once, it installs it", program.display());
    let mut command = Command::new(program);
    // Checkov's own limit of ten seconds a file is too little on a busy machine.
    command.env("HCL_PARSE_TIMEOUT_SEC", "300");
    command
}

pub(crate) fn run(command: &mut Command) -> Output {
    command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}; run ./test once, it installs what is missing"))
}

/// What a tool said, where it found fault.
pub(crate) fn must_pass(command: &mut Command) -> String {
    let out = run(command);
    let said = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert!(out.status.success(), "{command:?} ended with {}:\n{said}", out.status);
    said
}

/// terraform, where it is present.
pub(crate) fn terraform() -> Option<Command> {
    let is_there = Command::new("terraform").arg("version").output().is_ok_and(|out| out.status.success());
    if !is_there {
        eprintln!("skipped: no terraform on this machine");
        return None;
    }
    Some(Command::new("terraform"))
}

/// What `init` says of a block that this version of terraform does not take, before any network.
pub(crate) const REFUSALS: [&str; 7] = [
    "Unsupported argument",
    "Unsupported block type",
    "Unsupported backend type",
    "Incorrect attribute value type",
    "Missing required argument",
    "Invalid expression",
    "Conflicting Parameters",
];

/// What a real `terraform init` says in a folder. It goes on to the network, which is refused here.
pub(crate) fn init_offline(folder: &Path) -> String {
    let out = Command::new("timeout")
        .current_dir(folder)
        .args(["20", "terraform", "init", "-no-color", "-input=false"])
        .env("AWS_EC2_METADATA_DISABLED", "true")
        .env("HTTPS_PROXY", "http://127.0.0.1:9")
        .env("HTTP_PROXY", "http://127.0.0.1:9")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
}

/// Every file below a folder whose name ends so.
pub(crate) fn files(folder: &Path, suffix: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            out.extend(files(&path, suffix));
        } else if path.to_string_lossy().ends_with(suffix) {
            out.push(path);
        }
    }
    out.sort();
    out
}

/// What Checkov found below a folder.
pub(crate) struct Report {
    pub(crate) passed: usize,
    pub(crate) failed: Vec<String>,
    pub(crate) skipped: Vec<String>,
}

/// Runs Checkov once over a folder; a file that it cannot read is a failure.
pub(crate) fn checkov(folder: &Path, frameworks: &[&str]) -> Report {
    let mut command = python_tool("checkov");
    command
        .arg("--framework")
        .args(frameworks)
        .args(["--output", "json", "--skip-download", "--directory"])
        .arg(folder);
    let out = run(&mut command);
    let report: Value = serde_json::from_slice(&out.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&out.stderr)));
    let reports = report.as_array().cloned().unwrap_or_else(|| vec![report]);
    let mut all = Report { passed: 0, failed: Vec::new(), skipped: Vec::new() };
    let describe = |check: &Value| {
        format!("{} {} {} {}", check["check_id"], check["resource"], check["file_path"], check["check_name"])
    };
    for report in &reports {
        assert_eq!(
            report["summary"]["checkov_version"],
            "3.3.30",
            "{}",
            String::from_utf8_lossy(&out.stderr)
        );
        assert_eq!(report["summary"]["parsing_errors"], 0, "{}", report["results"]["parsing_errors"]);
        let list = |name: &str| report["results"][name].as_array().unwrap().iter().map(describe);
        all.passed += usize::try_from(report["summary"]["passed"].as_u64().unwrap()).unwrap();
        all.failed.extend(list("failed_checks"));
        all.skipped.extend(list("skipped_checks"));
    }
    all
}

pub(crate) fn wait_until(ready: impl Fn() -> bool) {
    // A test may look at the clock.
    #[allow(clippy::disallowed_methods, reason = "tests")]
    let start = Instant::now();
    while !ready() {
        assert!(start.elapsed() < Duration::from_mins(1), "it never came");
        std::thread::sleep(Duration::from_millis(20));
    }
}

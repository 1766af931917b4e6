//! Every labelled lock error of `corpus/lock-errors`, field by field. A value that the text does not tell is
//! compared only where the label says that the text tells it.

use serde_json::Value;
use stackengine_core::diagnose::{Incident, diagnose};
use std::path::PathBuf;

struct Case {
    name: String,
    text: String,
    label: Value,
}

fn cases(folder: &str) -> Vec<Case> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus/lock-errors").join(folder);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files
        .into_iter()
        .map(|file| Case {
            name: file.file_stem().unwrap().to_string_lossy().into_owned(),
            text: String::from_utf8_lossy(&std::fs::read(file.with_extension("txt")).unwrap()).into_owned(),
            label: serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap(),
        })
        .collect()
}

fn text_of(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or("").to_owned()
}

/// What the label wants and the incident has not.
fn differences(case: &Case) -> Vec<String> {
    let label = &case.label;
    let found = diagnose(&case.text, &[], None).incidents;
    let kind = label["kind"].as_str().unwrap();
    if matches!(kind, "no_error" | "not_a_state_lock_error") {
        return found.iter().map(|one| format!("false alarm {}", text_of(one.kind))).collect();
    }
    let also: Vec<&str> = label["kind_also"]
        .as_array()
        .map(|list| list.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let mut out = Vec::new();
    if found.len() != 1 {
        out.push(format!(
            "{} incidents: {:?}",
            found.len(),
            found.iter().map(|one| text_of(one.kind)).collect::<Vec<_>>()
        ));
    }
    let Some(one) = found.first() else { return out };
    let mut compare = |what: &str, wanted: &str, has: &str| {
        if wanted != has {
            out.push(format!("{what}: wanted {wanted:?}, has {has:?}"));
        }
    };
    let has_kind = text_of(one.kind);
    if !also.contains(&has_kind.as_str()) {
        compare("kind", kind, &has_kind);
    }
    let backend = label["backend"].as_str().unwrap();
    if label["backend_evidence"] == "text" && backend != "unknown" {
        compare("backend", backend, &one.backend);
    } else if one.backend != "unknown"
        && !case.text.contains("Backend:")
        && one.backend != backend
        && !(one.backend.starts_with("s3") && backend.starts_with("s3"))
    {
        compare("backend (told, though the text does not tell it)", backend, &one.backend);
    }
    for field in ["id", "path", "operation", "who", "version", "created", "info"] {
        let wanted = label["lock"][field].as_str().unwrap_or("");
        let has = lock_field(one, field);
        compare(field, wanted, &has);
    }
    if label["lock_info_describes"] == "requester" {
        compare("lock_describes", "requester", &one.lock_describes.map(text_of).unwrap_or_default());
    }
    let unlock = &label["expected_unlock"];
    if let Some(command) = unlock["command"].as_str() {
        let id = |command: &str| command.rsplit(' ').next().unwrap_or("").to_owned();
        let has = one.unlock.command.clone().unwrap_or_default();
        compare("unlock id", &id(command), &id(&has));
        if case.label["tool_evidence"] == "text" {
            compare("unlock command", command, &has);
        }
    }
    compare(
        "unlock possible",
        &unlock["possible"].as_bool().unwrap().to_string(),
        &(one.unlock.possible && one.unlock.command.is_some()).to_string(),
    );
    if let (Some(wanted), Some(has)) = (label["workspace"].as_str(), one.workspace.as_deref()) {
        compare("workspace (told, and another)", wanted, has);
    }
    if !one.unlock.possible && one.unlock.why.is_none() {
        out.push("refused without a reason".to_owned());
    }
    out
}

fn lock_field(one: &Incident, field: &str) -> String {
    let lock = one.lock.clone().unwrap_or_default();
    match field {
        "id" => lock.id,
        "path" => lock.path,
        "operation" => lock.operation,
        "who" => lock.who,
        "version" => lock.version,
        "created" => lock.created,
        _ => lock.info,
    }
    .unwrap_or_default()
}

fn all_exact(folder: &str) {
    let cases = cases(folder);
    assert!(cases.len() > 20, "the corpus is there");
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let differences = differences(case);
            (!differences.is_empty()).then(|| format!("{}: {}", case.name, differences.join("; ")))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn captured_errors_are_read_exactly() {
    all_exact("captured");
}

#[test]
fn mined_errors_are_read_exactly() {
    all_exact("mined");
}

type Dressing = fn(&str) -> String;

/// What a log collector, terminal or chat makes of a text. Ours, not the corpus'.
fn dressings() -> Vec<(&'static str, Dressing)> {
    fn each(text: &str, change: impl Fn(usize, &str) -> String) -> String {
        text.lines().enumerate().map(|(index, line)| change(index, line)).collect::<Vec<_>>().join("\n")
    }
    fn wrap(text: &str, width: usize) -> String {
        each(text, |_, line| {
            let chars: Vec<char> = line.chars().collect();
            if chars.is_empty() {
                return String::new();
            }
            chars.chunks(width).map(|chunk| chunk.iter().collect::<String>()).collect::<Vec<_>>().join("\n")
        })
    }
    vec![
        ("box", |text| format!("╷\n{}\n╵", each(text, |_, line| format!("│ {line}")))),
        ("colour", |text| each(text, |_, line| format!("\u{1b}[31m{line}\u{1b}[0m"))),
        ("caret colour", |text| each(text, |_, line| format!("^[[31m{line}^[[0m^M"))),
        ("lost escapes", |text| each(text, |_, line| format!("[31m{line}[0m"))),
        ("crlf", |text| text.replace('\n', "\r\n")),
        ("github", |text| {
            each(text, |index, line| format!("2026-03-04T05:06:{:02}.1234567Z {line}", index % 60))
        }),
        ("github error", |text| {
            each(text, |_, line| format!("2026-03-04T05:06:07.1234567Z ##[error]{line}"))
        }),
        ("gitlab", |text| each(text, |_, line| format!("2026-03-04T05:06:07.123456Z 01E {line}"))),
        ("jenkins", |text| each(text, |_, line| format!("[2026-03-04T05:06:07.123Z] {line}"))),
        ("compose", |text| each(text, |_, line| format!("infra-terraform-1  | {line}"))),
        ("kubectl", |text| each(text, |_, line| format!("2026-03-04T05:06:07.123456789Z stderr F {line}"))),
        ("terragrunt", |text| {
            each(text, |_, line| format!("05:06:07.123 STDERR [live/vpc] terraform: {line}"))
        }),
        ("terragrunt old", |text| each(text, |_, line| format!("[/infra/live/vpc] {line}"))),
        ("quote", |text| each(text, |_, line| format!("> {line}"))),
        ("fence", |text| format!("It says\n```\n{text}\n```\nwhat now?")),
        ("indent", |text| each(text, |_, line| format!("        {line}"))),
        ("comment", |text| each(text, |_, line| format!("# {line}"))),
        ("json string", |text| {
            format!("{{\"level\":\"error\",\"msg\":{}}}", serde_json::to_string(text).unwrap())
        }),
        ("json twice", |text| {
            let inner = serde_json::to_string(&serde_json::json!({ "log": text })).unwrap();
            serde_json::to_string(&serde_json::json!({ "message": inner })).unwrap()
        }),
        ("escaped", |text| format!("level=error err={}", serde_json::to_string(text).unwrap())),
        ("html", |text| {
            let text = text
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('"', "&quot;")
                .replace("  ", "&nbsp; ");
            format!("<p>{}</p>", text.replace('\n', "<br/>\n"))
        }),
        ("one line", |text| text.split_whitespace().collect::<Vec<_>>().join(" ")),
        ("blanks lost", |text| each(text, |_, line| line.split_whitespace().collect::<Vec<_>>().join(" "))),
        ("double spaced", |text| text.replace('\n', "\n\n")),
        ("wrapped 80", |text| wrap(text, 80)),
        ("wrapped 60", |text| wrap(text, 60)),
        ("wrapped 40", |text| wrap(text, 40)),
        ("box wrapped 60", |text| wrap(&format!("╷\n{}\n╵", each(text, |_, line| format!("│ {line}"))), 60)),
        ("box wrapped 40", |text| wrap(&format!("╷\n{}\n╵", each(text, |_, line| format!("│ {line}"))), 40)),
        ("github wrapped 80", |text| {
            wrap(&each(text, |_, line| format!("2026-03-04T05:06:07.1234567Z {line}")), 80)
        }),
        ("after a log", |text| {
            format!("Initializing...\nPlan: 1 to add\n\n{text}\n\nERROR: Job failed: exit code 1\n")
        }),
    ]
}

#[test]
fn no_dressing_changes_what_is_read() {
    let mut wrong = Vec::new();
    let mut runs = 0;
    for case in cases("captured") {
        let source = case.label["source"].as_str().unwrap_or("");
        let plain =
            case.label["dressing"].is_null() && source.contains("nocolor") && !case.text.contains("\"ID\"");
        let base = diagnose(&case.text, &[], None).incidents;
        if !plain || base.len() != 1 {
            continue;
        }
        for (name, dress) in dressings() {
            runs += 1;
            let dressed = dress(&case.text);
            let found = diagnose(&dressed, &[], None).incidents;
            let same = found.len() == 1
                && found[0].kind == base[0].kind
                && found[0].backend == base[0].backend
                && found[0].lock == base[0].lock
                && found[0].holder_id == base[0].holder_id
                && found[0].unlock.possible == base[0].unlock.possible;
            if !same {
                let short: Vec<String> = found
                    .iter()
                    .map(|one| format!("{:?} {} {:?} {:?}", one.kind, one.backend, one.lock, one.holder_id))
                    .collect();
                wrong.push(format!(
                    "{} in {name}: {} incidents {}",
                    case.name,
                    found.len(),
                    short.join(" | ")
                ));
            }
        }
    }
    assert!(runs > 800, "{runs} dressings were tried");
    assert!(wrong.is_empty(), "{} of {runs} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Errors of the stores themselves, in the words of their own clients.
#[test]
fn a_stores_own_error_is_told_with_its_store() {
    let mut wrong = Vec::new();
    for (text, kind, backend) in [
        ("Initializing the backend...\n\nError: pq: role \"tf\" does not exist\n", "credentials", "pg"),
        ("Initializing the backend...\n\nError: pq: database \"x\" does not exist\n", "bucket_missing", "pg"),
        ("\nError: Error loading state: pq: sorry, too many clients already\n", "throttled", "pg"),
        (
            "Error: Failed to get existing workspaces: Get \"http://127.0.0.1:1/v1/kv/tf?keys=\": dial tcp 127.0.0.1:1: connect: connection refused\n",
            "backend_unreachable",
            "consul",
        ),
        (
            "Error: Failed to get existing workspaces: Get \"https://127.0.0.1:1/api/v1/namespaces/x/secrets?labelSelector=tfstate%3Dtrue\": dial tcp 127.0.0.1:1: connect: connection refused\n",
            "backend_unreachable",
            "kubernetes",
        ),
        (
            "Error: Failed to get existing workspaces: querying Cloud Storage failed: storage: bucket doesn't exist\n",
            "bucket_missing",
            "gcs",
        ),
        (
            "Initializing the backend...\n\nError: Retrieving AWS account details: validating provider credentials: retrieving caller identity from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: a, api error InvalidClientTokenId: The security token included in the request is invalid.\n",
            "credentials",
            "s3",
        ),
        (
            "Waiting for the manually locked workspace to be unlocked... (30s elapsed)\n",
            "hcp_workspace_locked",
            "remote",
        ),
        (
            "Error: Error refreshing state: state data in S3 does not have the expected content.\n",
            "digest_mismatch",
            "s3-dynamodb",
        ),
    ] {
        let found = diagnose(text, &[], None).incidents;
        let has: Vec<_> = found.iter().map(|one| (text_of(one.kind), one.backend.clone())).collect();
        if has != [(kind.to_owned(), backend.to_owned())] {
            wrong.push(format!("{text}: {has:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

